"""Runs the examples of rules and the claims of their templates: a rule's examples are its tests."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from . import checks, judge, language, rulebook, suggest
from .model import (
    Clause,
    ClausecheckError,
    Draft,
    Example,
    Look,
    Matches,
    Paragraph,
    Reading,
    Rule,
    Rulebook,
    Settings,
)
from .word.headings import Line, headings
from .word.typed_numbers import typed_numbers

_SCHEDULE_TITLE = re.compile(r"(?:Schedule|Exhibit|Annex|Appendix) [A-Z0-9]{1,2}")
SAMPLE = 'This Agreement is made between Alder Ltd ("Licensor") and Birch Ltd ("Licensee").'


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a rule made of one of its examples."""

    rule: Rule
    example: Example
    found: bool
    stance: tuple[str, ...]  # stances and facets
    lacks: tuple[str, ...]
    bad: tuple[str, ...]
    told: tuple[str, ...]  # "part: phrase" of everything that matched; what a drafting check says
    by_reference: bool = False  # the text leaves the clause to another paper

    @property
    def holds(self) -> bool:
        """The rule made of the text what the example expects; what it does not mention is not examined."""
        wanted = self.example
        return (
            (self.found, self.by_reference) == (wanted.found, wanted.by_reference)
            and (wanted.stance is None or set(wanted.stance) == set(self.stance))
            and (wanted.lacks is None or set(wanted.lacks) == set(self.lacks))
            and (wanted.bad is None or set(wanted.bad) == set(self.bad))
        )

    @property
    def expected(self) -> str:
        """What the example expects, as counsel reads it."""
        wanted = self.example
        if wanted.by_reference:
            return _LEFT
        return _said(wanted.found, wanted.stance, wanted.lacks, wanted.bad)

    @property
    def got(self) -> str:
        """What the rule made of it."""
        wanted = self.example
        if self.by_reference:
            return _LEFT
        return _said(
            self.found,
            None if wanted.stance is None else self.stance,
            None if wanted.lacks is None else self.lacks,
            None if wanted.bad is None else self.bad,
        )


_LEFT = "left to another paper"


def _said(found: bool, stance: Sequence[str] | None, lacks: Sequence[str] | None, bad: Sequence[str] | None) -> str:
    if not found:
        return "nothing found"
    said = "found" if stance is None else f"found, stance {', '.join(stance) or 'none'}"
    said += "" if lacks is None else f"; lacks {', '.join(lacks) or 'nothing'}"
    return said + ("" if bad is None else f"; bad: {', '.join(bad) or 'nothing'}")


def prove(rules: Rulebook, wanted: Sequence[Rule]) -> Iterator[Outcome]:
    """The outcome of every example of the wanted rules, each rule read by itself.

    Raises:
        ClausecheckError: a phrase of a rule cannot be read.
    """
    for rule in wanted:
        alone = Rulebook((rule,), words=rules.words)
        for example in rule.examples:
            yield _outcome(alone, rule, example)


def _outcome(alone: Rulebook, rule: Rule, example: Example) -> Outcome:
    reading = language.read(draft_of(example.text), "en")
    if rule.kind == "defect":
        told = tuple(fault.message for fault in checks.faults(rule, Look(reading.draft, reading, Settings())))
        return Outcome(rule, example, bool(told), (), (), (), told)
    matches = rulebook.search(alone, reading)
    found = judge.passages(rule, reading, matches)
    stance, lacks = _judged(alone, reading, matches) if found and rule.kind == "clause" else ((), ())
    bad = tuple(element.name for element, _ in judge.bad(rule, stance, found, reading, matches) if found)
    left = not found and bool(judge.by_reference(rule, reading, matches))
    return Outcome(rule, example, bool(found), stance, lacks, bad, _told(matches), left)


def _judged(alone: Rulebook, reading: Reading, matches: Matches) -> tuple[tuple[str, ...], tuple[str, ...]]:
    verdict = judge.judge(alone, reading, matches, Settings()).clauses[0]
    return verdict.stance, verdict.lacks


def _told(matches: Matches) -> tuple[str, ...]:
    said = [f"{part}: {hit.phrase}" for (_, part), hits in matches.hits.items() for hit in hits]
    return tuple(dict.fromkeys(said))


def draft_of(text: str) -> Draft:
    """A text as a draft of one clause, and of one schedule where a line says so.

    Its lines are paragraphs, numbers and headings are seen as in Word.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    typed = [(found.number, found.length) if found else ("", 0) for found in typed_numbers(lines)]
    looks = [
        Line(line, number, length, stretches=(), style="", outline=None, in_table=False)
        for line, (number, length) in zip(lines, typed, strict=True)
    ]
    paragraphs = tuple(
        Paragraph("body", index, line.text, line.number, line.typed, heading.end if heading else 0)
        for index, (line, heading) in enumerate(zip(looks, headings(looks), strict=True))
    )
    end = len(paragraphs)
    first = next((n for n, line in enumerate(lines) if _SCHEDULE_TITLE.fullmatch(line)), end)
    clauses = [Clause("", "", 0, max(first - 1, 0), 0, None)]
    if first < end:
        clauses.append(Clause(lines[first], "", first, end - 1, 0, None, schedule=True))
    at = (0,) * first + (1,) * (end - first)
    return Draft("example", "", "", paragraphs, tuple(clauses), clause_at=at)


def check_faults(rule: Rule) -> list[str]:
    """What is wrong with the check that a rule names: there is none of that name."""
    if rule.kind != "defect" or rule.check in checks.CHECKS:
        return []
    return [f"there is no check {rule.check}; there are {', '.join(checks.CHECKS)}"]


def template_faults(rule: Rule, code: str = "en") -> list[str]:
    """What is wrong with the template that a rule names: it is not there, or asks for what no draft gives."""
    if not rule.template:
        return []
    reading = language.read(draft_of(SAMPLE), code)
    writer = suggest.Writer.for_draft(reading, Settings(), {})
    try:
        stances = suggest.stances(rule, code)
        if not stances:
            return [f"there is no template {rule.template} for “{code}”: write it, or take the key away"]
        for stance in stances:
            writer.write(rule, stance)
    except ClausecheckError as error:
        return [str(error)]
    return []

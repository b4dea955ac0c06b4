"""Clause text put into a draft and read again says what it claims, lacks nothing, and disturbs nothing else.

The draft is an agreement whose clauses are all ours: one is left out, found missing, written, put in its place and
judged again, for every rule that is there, every stance of its template and every side that accepts that stance.
"""

from __future__ import annotations

from bisect import bisect
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from docx import Document

from clausecheck import language, rulebook, word
from clausecheck.judge import Judgement, judge
from clausecheck.model import (
    SIDES,
    Matches,
    Position,
    Reading,
    Rule,
    Rulebook,
    Settings,
    Suggestion,
)
from clausecheck.shipped import shipped
from clausecheck.suggest import Writer, stances
from clausecheck.suggest.place import Spot, spot

from .agreements import CLOSING, GIVEN, SIGNATURE, STYLES, Lines, Style

RULES = rulebook.load()
SERVED = [rule for rule in RULES.rules if rule.kind == "clause" and stances(rule, "en")]
FACETS = {"confidentiality": {"term"}, "liability_cap": {"cap", "consequential_exclusion"}}  # in every stance
ALSO = {"grant_back": {"each_owns_own"}}  # stances that the wording states beside its own
# what a wording that somebody asks for by its stance is told to be, whoever asks
# more is asked of a draft once its grant is exclusive: what lacks then was not asked before
ASKED = {
    rule.code
    for rule in RULES.rules
    if any(applies.exclusivity for applies in (rule.applies, *(case.when for case in rule.cases)))
}
RISKS = {("improvement_ownership", "licensor_owns"): {"RSK-01"}}


def test_every_template_has_its_rule() -> None:
    """The rules that name a template, and the templates, are the same: none is left unproved."""
    templates = {path.name for path in (shipped("templates") / "clauses" / "en").glob("*.j2")}
    assert {rule.template for rule in SERVED} == templates


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("claim", [f"{rule.id}:{stance}" for rule in SERVED for stance in stances(rule, "en")])
def test_text_read_again_is_the_clause_it_claims(claim: str, style: str) -> None:
    name, stance = claim.split(":")
    rule = next(rule for rule in SERVED if rule.id == name)
    before, _, place = without(name, style)
    again = put_in(before, Writer.for_draft(read(before), Settings(), GIVEN).write(rule, stance).suggestion, place)
    for side in SIDES:
        own = judged(again, side, replace(RULES, rules=(rule,)))
        assert own.clauses[0].status in ("present", "weak")
        assert not own.clauses[0].lacks
        said = set(own.clauses[0].stance)
        assert stance in said or stance not in {*rule.stances, *rule.facets}
        assert said >= FACETS.get(name, set())
        assert (said & set(rule.stances)) - {stance} <= ALSO.get(stance, set())
        told = {rule.code} if unwelcome(rule, stance, side) else set()
        assert new_faults(before, again, side) <= told | RISKS.get((rule.id, stance), set())


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("rule", SERVED, ids=lambda rule: rule.id)
def test_text_with_its_blanks_open_is_still_the_clause(rule: Rule, style: str) -> None:
    before, text, place = without(rule.id, style)
    again = judged(put_in(before, text, place), "neutral", replace(RULES, rules=(rule,)))
    assert again.clauses[0].status in ("present", "weak")


@cache
def without(name: str, style: str) -> tuple[Lines, Suggestion, Spot]:
    """An agreement of our other clauses, those left out that hold this one too; its text with blanks, and its place."""
    rule = next(rule for rule in SERVED if rule.id == name)
    rest = [other for other in SERVED if other is not rule]
    while True:
        lines, starts = agreement(rest, STYLES[style])
        own = judged(lines, "neutral", replace(RULES, rules=(rule,))).clauses[0]
        if own.status not in ("present", "weak"):
            text = Writer.for_draft(read(lines), Settings(), {}).write(rule).suggestion
            return lines, text, spot(rule, RULES, read(lines), judged(lines, "neutral").clauses)
        rest.pop(bisect(starts, own.evidence[0].paragraph) - 1)


def agreement(clauses: list[Rule], style: Style) -> tuple[Lines, list[int]]:
    """The lines of an agreement of these clauses, and where each begins."""
    writer = Writer.for_draft(style.reading(), Settings(), GIVEN)
    lines, starts = [*style.opening], []
    for number, clause in enumerate(clauses, start=3):
        made = style.grant() if clause.id == "licence_grant" else writer.write(clause).suggestion
        starts.append(len(lines))
        lines += [f"{number}. {made.heading}", *made.text.split("\n")]
    return (*lines, f"{len(clauses) + 3}. {CLOSING[0]}", CLOSING[1], *SIGNATURE), starts


def put_in(before: Lines, text: Suggestion, place: Spot) -> Lines:
    """The lines of the agreement with the clause in its place, as the last one of its kind would be numbered."""
    clause = [f"{len(SERVED) + 4}. {text.heading}", *text.text.split("\n")]
    assert place.after is not None
    return (*before[: place.after + 1], *clause, *before[place.after + 1 :])


@cache
def read(lines: Lines) -> Reading:
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "agreement.docx"
        document.save(str(path))
        return language.read(word.read(word.open_package(path)))


@cache
def found(lines: Lines) -> Matches:
    return rulebook.search(RULES, read(lines))


def judged(lines: Lines, side: str, book: Rulebook = RULES) -> Judgement:
    return judge(book, read(lines), found(lines), Settings(side=side))


def new_faults(before: Lines, after: Lines, side: str) -> set[str]:
    """Codes of warnings and errors that were not there; absences are notes while nothing is granted, so not new."""
    known = {(f.code, f.verdict) for f in judged(before, side).findings if f.verdict == "missing"}
    known |= {(f.code, f.verdict) for f in judged(before, side).findings if f.severity in ("error", "warning")}
    now = [f for f in judged(after, side).findings if f.severity in ("error", "warning")]
    asked = {(code, "missing") for code in ASKED}
    return {f.code for f in now if (f.code, f.verdict) not in known | asked}


def unwelcome(rule: Rule, stance: str, side: str) -> bool:
    """Whether a side would not accept that stance: the review says so, and is right."""
    sides = ("licensor", "licensee") if side == "neutral" else (side,)
    positions = [rule.sides.get(name, Position()) for name in sides]
    return all(stance not in (position.prefer, *position.accept) for position in positions)

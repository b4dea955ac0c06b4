"""Whose tracked change brought a finding in: what only the text with all changes accepted has (DESIGN.md section 3).

The draft is judged in both views. A finding that stands in both, or that the changes made milder, is nobody's doing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from ..model import (
    SEVERITIES,
    CausedBy,
    Change,
    ClauseVerdict,
    Draft,
    Evidence,
    Finding,
    Matches,
    OtherView,
    Paragraph,
    Reading,
    Rule,
    Rulebook,
)
from ..model.findings import MISSING, UNSURE, WEAK
from .absence import doubtful
from .applies import LICENCE_GRANT, PAYMENT
from .evidence import evidence
from .passages import Passage, counts, passages

_HOMES = ("licensor_home", "licensee_home")
_GRAVER = (UNSURE, WEAK, MISSING)  # of two verdicts on one clause, the later says more against the draft
_NUMBER = re.compile(r"\d+(?:\.\d+)*(?:\([a-z]+\))*")
_OPPOSITE = {"insertion": "deletion", "deletion": "insertion"}


@dataclass(frozen=True, slots=True)
class View:
    """One view of a draft, read and judged."""

    reading: Reading
    matches: Matches
    clauses: tuple[ClauseVerdict, ...]
    findings: tuple[Finding, ...]
    stated: Mapping[str, tuple[Evidence, ...]] = field(default_factory=dict)  # by finding's id: what it asks for


@dataclass(frozen=True, slots=True)
class _Spot:
    """A tracked change, and the paragraph in whose view it was met."""

    paragraph: Paragraph
    change: Change


def tracked(draft: Draft) -> bool:
    """Whether somebody's tracked changes make one view of the draft say something else than the other."""
    changes = (change for paragraph in draft.paragraphs for change in paragraph.changes)
    return any(change.kind != "formatting" and change.inserted_by is None for change in changes)


def comparable(now: Draft, before: Draft) -> bool:
    """Whether the text before the changes is a draft of its own: what somebody inserted whole, nobody would reject."""
    sizes = [sum(len(paragraph.text) for paragraph in draft.paragraphs) for draft in (now, before)]
    return sizes[1] * 2 > sizes[0]


def caused(rulebook: Rulebook, now: View, before: View) -> tuple[Finding, ...]:
    """The findings of the accepted text, each with the tracked changes that brought it in, as far as they are found.

    ``remains`` of such a finding is what the text before the change is blamed for.
    """
    search, former = _Search(now, before), {_key(one): one for one in before.findings}
    told = []
    for finding in now.findings:
        earlier = former.get(_key(finding))
        if _is_worse(finding, earlier):
            causes = tuple(search.causes(rulebook.rule(finding.id), finding, earlier))
            left = earlier.message if causes and earlier is not None else ""
            finding = replace(finding, caused_by=causes, remains=left)
        told.append(finding)
    return tuple(told)


def _key(finding: Finding) -> str:
    """By what a finding is known again in the other view: a clause or a term by its rule, a defect by its words."""
    return finding.fingerprint if finding.kind == "defect" else finding.id


def _is_worse(now: Finding, before: Finding | None) -> bool:
    if before is None or SEVERITIES.index(now.severity) < SEVERITIES.index(before.severity):
        return True
    if now.verdict == before.verdict:
        return now.verdict == WEAK and not _messages(now) <= _messages(before)
    return now.verdict in _GRAVER and _GRAVER.index(now.verdict) > _GRAVER.index(before.verdict)


def _messages(finding: Finding | None) -> set[str]:
    return {finding.message, *finding.reasons} if finding is not None else set()


class _Search:
    """Looks for the changes in the words that carry a finding, or carried the clause before."""

    def __init__(self, now: View, before: View) -> None:
        self._now, self._before = now, before
        drafts = now.reading.draft, before.reading.draft
        self._paragraphs = [{(one.story, one.index): one for one in draft.paragraphs} for draft in drafts]
        self._after = OtherView(drafts[1], drafts[0])

    def causes(self, rule: Rule | None, finding: Finding, former: Finding | None) -> Iterator[CausedBy]:
        """The changes, each author's of one day and kind once, the most telling first."""
        spots = self._spots(rule, finding, _messages(finding) - _messages(former))
        told: set[tuple[str, str, str]] = set()
        for spot in [spot for found in spots for spot in (found, *_other_half(found))]:
            kind = _kind(spot.change, self._is_accepted(spot.paragraph))
            key = (spot.change.author, spot.change.date[:10], kind)
            if key not in told:
                told.add(key)
                yield CausedBy(spot.change.author, spot.change.date, kind, self._place(spot))

    def _spots(self, rule: Rule | None, finding: Finding, new: set[str]) -> list[_Spot]:
        if finding.verdict == MISSING and finding.id in self._before.stated:
            return self._struck(self._before.stated[finding.id])
        if rule is None or rule.kind == "defect":
            return self._inserted(finding.evidence) or self._gone(finding) or list(self._points(finding.evidence))
        if finding.verdict == MISSING:
            carried = self._carried(rule)
            return self._struck(carried) or self._crept_in(carried) or self._made_to_apply(rule)
        lost = [element for element in rule.elements if element.message in new]
        struck = self._struck(self._stood(rule, [f"element:{element.name}" for element in lost]))
        told = list(finding.evidence)
        brought = [] if len(lost) == len(new) and struck else self._inserted(told)
        return [*brought, *struck] or self._struck(self._carried(rule)) or list(self._points(told))

    def _carried(self, rule: Rule) -> tuple[Evidence, ...]:
        """The words that were the clause before, or might have been."""
        reading, matches = self._before.reading, self._before.matches
        return evidence(passages(rule, reading, matches) or doubtful(rule, reading, matches), reading)

    def _stood(self, rule: Rule, parts: Iterable[str]) -> tuple[Evidence, ...]:
        """The words in which these wordings stood before."""
        reading, matches = self._before.reading, self._before.matches
        hits = [hit for part in parts for hit in matches.of(rule.id, part) if counts(rule, reading.units[hit.unit])]
        return evidence([Passage(hit.unit, (hit,), "", (), 0) for hit in hits], reading)

    def _struck(self, told: Iterable[Evidence]) -> list[_Spot]:
        return list(_shown(told, self._paragraphs[1]))

    def _inserted(self, told: Iterable[Evidence]) -> list[_Spot]:
        return list(_shown(told, self._paragraphs[0]))

    def _crept_in(self, told: Iterable[Evidence]) -> list[_Spot]:
        """What was put into words that stand and are no longer the clause: an exception, a "not"."""
        found = []
        for one in told:
            paragraph = self._paragraphs[1][one.story, one.paragraph]
            for passage in self._after.passages(paragraph, *_sentence(one, paragraph)):
                there = self._paragraphs[0][passage.story, passage.index]
                found += [_Spot(there, c) for c in there.changes if c.shown and _meets(c, passage.start, passage.end)]
        return found

    def _points(self, told: Iterable[Evidence]) -> Iterator[_Spot]:
        """What was struck out of a sentence that stands: a condition, a limit."""
        for one in told:
            paragraph = self._paragraphs[0][one.story, one.paragraph]
            first, last = _sentence(one, paragraph)
            for change in paragraph.changes:
                if change.kind == "deletion" and change.inserted_by is None and first <= change.start <= last:
                    yield _Spot(paragraph, change)

    def _gone(self, finding: Finding) -> list[_Spot]:
        """What a drafting fault looks for in vain and what stood before: a term's definition, a numbered clause."""
        before, said = self._before.reading, {one.quote for one in finding.evidence}
        numbers = {number for quote in said for number in _NUMBER.findall(quote)}
        at = [term.definition.paragraph for term in before.terms if term.name in said]
        at += [clause.first for clause in before.draft.clauses if clause.label.rstrip(".") in numbers]
        there = [before.draft.paragraphs[position] for position in at]
        return [_Spot(one, change) for one in there for change in one.changes if change.shown]

    def _made_to_apply(self, rule: Rule) -> list[_Spot]:
        """Changes to the words that decide whether a draft needs the clause at all."""
        wanted = {*rule.applies.present, *([LICENCE_GRANT] if rule.applies.exclusivity else ())}
        wanted |= {PAYMENT} if rule.applies.payment else set()
        told = [e for clause in self._now.clauses if clause.type in wanted for e in clause.evidence]
        found = self._inserted(told) or list(self._points(told))
        names = [n for place in rule.applies.places for n in (_HOMES if place == "home" else (place,))]
        for name in names:
            for at in (at for located in self._now.reading.places.get(name, ()) for at in located.evidence):
                paragraph = self._now.reading.draft.paragraphs[at.paragraph]
                found += [_Spot(paragraph, c) for c in paragraph.changes if c.shown and _meets(c, at.start, at.end)]
        return found

    def _place(self, spot: _Spot) -> int | None:
        """The paragraph of the accepted body where a change stands."""
        paragraph, change = spot.paragraph, spot.change
        if paragraph.story != "body":
            return None
        if self._is_accepted(paragraph):
            return paragraph.index
        found = self._after.passages(paragraph, change.start, change.end)
        return found[0].index if found else None

    def _is_accepted(self, paragraph: Paragraph) -> bool:
        return self._paragraphs[0].get((paragraph.story, paragraph.index)) is paragraph


def _shown(told: Iterable[Evidence], paragraphs: dict[tuple[str, int], Paragraph]) -> Iterator[_Spot]:
    """What only this view says of these words: in the words themselves, else in their sentence."""
    for one in told:
        paragraph = paragraphs[one.story, one.paragraph]
        shown = [change for change in paragraph.changes if change.shown]
        near = [change for change in shown if change.start < one.end and one.start < change.end]
        first, last = _sentence(one, paragraph)
        for change in near or (change for change in shown if change.start < last and first < change.end):
            yield _Spot(paragraph, change)


def _sentence(one: Evidence, paragraph: Paragraph) -> tuple[int, int]:
    start = max(0, paragraph.text.find(one.text, max(0, one.end - len(one.text))))
    return start, start + len(one.text)


def _meets(change: Change, start: int, end: int) -> bool:
    return change.start <= end and start <= change.end


def _kind(change: Change, accepted: bool) -> str:
    """A move is an insertion where the words came to, a deletion where they went from."""
    return change.kind if change.kind in _OPPOSITE else ("insertion" if accepted else "deletion")


def _other_half(spot: _Spot) -> Iterator[_Spot]:
    """Of words that somebody replaced, what stands for them or stood: to reject one alone leaves a broken sentence."""
    change = spot.change
    for other in spot.paragraph.changes:
        same = other.author == change.author and other.inserted_by is None and other.start == other.end
        if same and other.kind == _OPPOSITE.get(change.kind) and other.start in (change.start, change.end):
            yield _Spot(spot.paragraph, other)

"""The draft's text as the checks walk through it: sentences with their roles, and where words stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from ..model import Look, Place, Reading, Unit


@dataclass(frozen=True, slots=True)
class Sentence:
    """The own words of a unit: ``text`` is folded (straight quotes, plain blanks), ``start`` its offset in the Doc."""

    unit: Unit
    text: str
    start: int


def sentences(look: Look, *roles: str) -> Iterator[Sentence]:
    """The units of those roles (of every role where none is named), in the draft's order."""
    doc = look.reading.doc
    text, offsets = doc._.text, doc._.offsets
    for unit in look.reading.units:
        if roles and unit.role not in roles:
            continue
        first, last = unit.ranges[unit.own]
        if first < last:
            start, end = offsets[first], offsets[last - 1] + len(doc._.texts[last - 1])
            yield Sentence(unit, text[start:end], start)


class Units:
    """Which unit holds a place of the Doc, by its own words."""

    def __init__(self, look: Look) -> None:
        offsets, units = look.reading.doc._.offsets, look.reading.units
        found = sorted((offsets[unit.ranges[unit.own][0]], n) for n, unit in enumerate(units))
        self._starts = [start for start, _ in found]
        self._units = [units[n] for _, n in found]

    def of(self, offset: int) -> Unit | None:
        """The unit whose own words hold that offset, or begin last before it."""
        at = bisect_right(self._starts, offset) - 1
        return self._units[at] if at >= 0 else None


def place(reading: Reading, start: int, end: int) -> Place:
    """Where ``doc.text[start:end]`` stands; cut at the end of the paragraph in which it begins."""
    at = max(0, bisect_right(reading.starts, start) - 1)
    base = reading.starts[at]
    return Place(at, start - base, min(end - base, len(reading.draft.paragraphs[at].text)))


def words(reading: Reading, where: Place) -> str:
    """The draft's own words at a place, unfolded."""
    return reading.draft.paragraphs[where.paragraph].text[where.start : where.end]


def cited(look: Look, where: Place) -> str:
    """The number by which counsel cites the clause that holds a place: "2.3", "Schedule 1"; empty without one."""
    draft = look.draft
    paragraph = draft.paragraphs[where.paragraph]
    at = None
    if paragraph.story == "body" and paragraph.index < len(draft.clause_at):
        at = draft.clause_at[paragraph.index]
    while at is not None:
        clause = draft.clauses[at]
        if clause.label:
            return clause.label.rstrip(".")
        at = clause.parent
    return paragraph.number.rstrip(".")


def in_schedule(look: Look, where: Place) -> bool:
    """The place stands in a schedule, annex, exhibit or appendix."""
    paragraph = look.draft.paragraphs[where.paragraph]
    in_body = paragraph.story == "body" and paragraph.index < len(look.draft.clause_at)
    at = look.draft.clause_at[paragraph.index] if in_body else None
    return at is not None and look.draft.clauses[at].schedule

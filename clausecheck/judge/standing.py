"""What makes a clause that stands weak: what it lacks, what it should not say, a stance that a side does not accept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..model import SEVERITIES, Element, Hit, Matches, Reading, Rule
from .passages import Passage, counts
from .positions import element_severity, position

CONFLICT = "warning"


@dataclass(frozen=True, slots=True)
class Weakness:
    """One reason why a clause is weak, and the passages that show it."""

    severity: str
    message: str
    shown: tuple[Passage, ...] = ()


def lacking(
    rule: Rule, stances: Sequence[str], found: Sequence[Passage], reading: Reading, matches: Matches
) -> list[Element]:
    """The elements that are wanted under these stances and stand nowhere in the clause."""
    return [
        element
        for element in rule.elements
        if _wanted(element, stances)
        and not _standing(f"element:{element.name}", rule, element, found, reading, matches)
    ]


def bad(
    rule: Rule, stances: Sequence[str], found: Sequence[Passage], reading: Reading, matches: Matches
) -> list[tuple[Element, tuple[Passage, ...]]]:
    """The wordings that the clause should not hold, with the passages that do."""
    told = [
        (element, _standing(f"bad:{element.name}", rule, element, found, reading, matches))
        for element in rule.bad
        if _wanted(element, stances)
    ]
    return [(element, tuple(Passage(hit.unit, (hit,), "", (), 0) for hit in hits)) for element, hits in told if hits]


def weaknesses(
    rule: Rule, stances: Sequence[str], found: Sequence[Passage], reading: Reading, matches: Matches, side: str
) -> list[Weakness]:
    """Why the side cannot take the clause as it stands, the worst first; what is off for it is left out."""
    told = [
        *_poor(rule, stances, found, side),
        *(Weakness(element_severity(e, side), e.message, p) for e, p in bad(rule, stances, found, reading, matches)),
        *_conflicts(rule, stances, found),
        *(Weakness(element_severity(e, side), e.message) for e in lacking(rule, stances, found, reading, matches)),
    ]
    return sorted((w for w in told if w.severity != "off"), key=lambda w: SEVERITIES.index(w.severity))


def _poor(rule: Rule, stances: Sequence[str], found: Sequence[Passage], side: str) -> Iterator[Weakness]:
    """The stances that the side does not accept."""
    ours = position(rule, side)
    acceptable = {ours.prefer, *ours.accept} - {""}
    poor = [name for name in stances if name in rule.stances and acceptable and name not in acceptable]
    if poor:
        message = f"The draft says {_plain(poor)}; the rulebook accepts {_plain(sorted(acceptable))}."
        yield Weakness(ours.otherwise, message, tuple(p for p in found if p.stance in poor))


def _conflicts(rule: Rule, stances: Sequence[str], found: Sequence[Passage]) -> Iterator[Weakness]:
    for one, other in rule.conflicts:
        if one in stances and other in stances:
            message = f"The draft says both {_plain([one])} and {_plain([other])}: one passage contradicts the other."
            first = [next(p for p in found if p.stance == name) for name in (one, other)]
            yield Weakness(CONFLICT, message, tuple(first))


def _plain(names: Sequence[str]) -> str:
    return " or ".join(f"“{name.replace('_', ' ')}”" for name in names)


def _wanted(element: Element, stances: Sequence[str]) -> bool:
    return not element.when or bool(set(element.when) & set(stances))


def _standing(
    part: str, rule: Rule, element: Element, found: Sequence[Passage], reading: Reading, matches: Matches
) -> list[Hit]:
    """Where the wording stands in its scope: by default a top-level clause that holds the rule's clause, or a
    definition that is used there."""
    hits = [hit for hit in matches.of(rule.id, part) if counts(rule, reading.units[hit.unit])]
    if element.wording.scope == "draft" or not hits:
        return hits
    if element.wording.scope == "unit":
        units = {passage.unit for passage in found}
        return [hit for hit in hits if hit.unit in units]
    there = {reading.top_clause(passage.unit) for passage in found}
    used = _used({reading.units[hit.unit].term for hit in hits} - {""}, found, reading)
    return [hit for hit in hits if reading.top_clause(hit.unit) in there or reading.units[hit.unit].term in used]


def _used(terms: set[str], found: Sequence[Passage], reading: Reading) -> set[str]:
    """Which of these defined terms the clause uses."""
    if not terms:
        return set()
    ranges = (span for passage in found for span in reading.units[passage.unit].ranges)
    text = "\n".join(reading.doc[start:end].text for start, end in ranges)
    return {term for term in terms if re.search(rf"\b{re.escape(term)}\b", text)}

"""From matches to passages: where a rule's clause stands, in which stance, with which facets."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ..model import Hit, Matches, Reading, Rule, Unit, Wording
from ..model.reading import TopClause


@dataclass(frozen=True, slots=True)
class Passage:
    """A unit of operative text in which a rule's clause stands."""

    unit: int  # position in Reading.units
    hits: tuple[Hit, ...]  # finds and whatever tells the stance, the most telling first
    stance: str  # the first stance that fits; empty where none does
    facets: tuple[str, ...]
    weight: int  # how telling: stance, facets and a heading that speaks of it


def passages(rule: Rule, reading: Reading, matches: Matches) -> tuple[Passage, ...]:
    """Every operative unit that the rule finds, the most telling first; no stance comes twice before each came once."""
    headed = {
        reading.top_clause(hit.unit) for hit in matches.of(rule.id, "find") if reading.units[hit.unit].role == "heading"
    }
    found: dict[int, list[Hit]] = {}
    for hit in matches.of(rule.id, "find"):
        if counts(rule, reading.units[hit.unit]) and borne(rule.bearer, hit, reading):
            found.setdefault(hit.unit, []).append(hit)
    stances = _Sought(rule, "stance", rule.stances, reading, matches)
    facets = _Sought(rule, "facet", rule.facets, reading, matches)
    passed = [
        _passage(unit, hits, stances, facets, bool(headed) and reading.top_clause(unit) in headed)
        for unit, hits in found.items()
    ]
    return _spread(sorted(passed, key=lambda passage: (-passage.weight, passage.unit)))


def counts(rule: Rule, unit: Unit) -> bool:
    """Whether words of that unit are evidence for the rule: operative text, and for some rules what opens the paper."""
    return unit.counts(rule.recitals)


def _passage(unit: int, hits: list[Hit], stances: _Sought, facets: _Sought, headed: bool) -> Passage:
    stance = next(iter(stances.of(unit)), "")
    present = tuple(facets.of(unit))
    telling = [hit for name in (stance, *present) for hit in (*stances.at(name, unit), *facets.at(name, unit))]
    weight = 3 * bool(stance) + 2 * len(present) + headed + (len(telling) > 1)
    return Passage(unit, (*telling, *hits), stance, present, weight)


class _Sought:
    """Where the named wordings of a rule stand, in the scope that each asks for."""

    def __init__(
        self, rule: Rule, part: str, wordings: Mapping[str, Wording], reading: Reading, matches: Matches
    ) -> None:
        self._reading = reading
        self._by_unit: dict[str, dict[int, list[Hit]]] = {}
        self._clauses: dict[str, set[TopClause]] = {}  # of the wordings that tell for a whole clause
        self._scopes = {name: wording.scope for name, wording in wordings.items()}
        for name, scope in self._scopes.items():
            by_unit: dict[int, list[Hit]] = {}
            for hit in matches.of(rule.id, f"{part}:{name}"):
                if counts(rule, reading.units[hit.unit]):
                    by_unit.setdefault(hit.unit, []).append(hit)
            self._by_unit[name] = by_unit
            if scope == "clause":
                self._clauses[name] = {reading.top_clause(unit) for unit in by_unit}

    def at(self, name: str, unit: int) -> list[Hit]:
        """The hits of that wording that count for a find in that unit and stand in the unit itself."""
        return self._by_unit.get(name, {}).get(unit, [])

    def of(self, unit: int) -> list[str]:
        """The names whose wording stands where a find in that unit may be told by it, in the rule's order."""
        return [name for name in self._by_unit if self._counts(name, unit)]

    def _counts(self, name: str, unit: int) -> bool:
        scope = self._scopes[name]
        if scope == "draft":
            return bool(self._by_unit[name])
        return unit in self._by_unit[name] or (
            scope == "clause" and self._reading.top_clause(unit) in self._clauses[name]
        )


def _spread(ranked: Iterable[Passage]) -> tuple[Passage, ...]:
    """The order of evidence: what shows a stance or facet for the first time comes before repetition."""
    seen: set[str] = set()
    first: list[Passage] = []
    again: list[Passage] = []
    for passage in ranked:
        shown = {passage.stance, *passage.facets} - {""}
        (first if shown - seen or not seen else again).append(passage)
        seen |= shown
    return (*first, *again)


def borne(bearer: str, hit: Hit, reading: Reading) -> bool:
    """Whether the right or duty may be the bearer's: refused only where the unit names the other party and not him."""
    if bearer not in ("licensor", "licensee"):
        return True
    other = "licensee" if bearer == "licensor" else "licensor"
    ranges = reading.units[hit.unit].ranges
    return _names(bearer, ranges, reading) or not _names(other, ranges, reading)


def _names(role: str, ranges: tuple[tuple[int, int], ...], reading: Reading) -> bool:
    """Whether that party is named in any of the token ranges."""
    starts = _named(reading.doc, role)
    return any(bisect_left(starts, start) < bisect_left(starts, end) for start, end in ranges)


@lru_cache(maxsize=2)  # both parties of the draft that is being judged
def _named(doc: Any, role: str) -> list[int]:
    return sorted(span.start for span in doc.spans.get(role, ()))

"""How far from a rule's finds words may stand that tell something of them; what stands farther is not sought."""

from __future__ import annotations

from ..model import Reading
from ..model.reading import TopClause
from .index import bits, units_in


class Reach:
    """Units of one reading by what they can tell; sets of units are numbers, as in the index."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._counting: dict[bool, int] = {}
        self._clauses: dict[TopClause, int] = {}
        self._defining = 0

    def of(self, finds: int, scope: str, recitals: bool) -> int:
        """The units, of those that are evidence, in which wordings of that scope tell something of the finds."""
        counting = self._evidence(recitals)
        if scope == "draft":
            return counting
        return (finds if scope == "unit" else self._around(finds)) & counting

    def _evidence(self, recitals: bool) -> int:
        if recitals not in self._counting:
            units = enumerate(self._reading.units)
            self._counting[recitals] = bits([number for number, unit in units if unit.counts(recitals)])
        return self._counting[recitals]

    def _around(self, finds: int) -> int:
        """The top-level clauses that hold the finds, and all definitions: some may be used there."""
        if not self._clauses:
            self._collect()
        around = self._defining
        for clause in {self._reading.top_clause(unit) for unit in units_in(finds)}:
            around |= self._clauses[clause]
        return around

    def _collect(self) -> None:
        clauses: dict[TopClause, list[int]] = {}
        for number in range(len(self._reading.units)):
            clauses.setdefault(self._reading.top_clause(number), []).append(number)
        self._clauses = {clause: bits(units) for clause, units in clauses.items()}
        self._defining = bits([number for number, unit in enumerate(self._reading.units) if unit.term])

"""What the first cells of a table's rows say of the others."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..model.reading import OPERATIVE
from . import english
from .lists import Drafted

_LABEL = 8  # words


@dataclass(slots=True)
class Tables:
    """The tables that are being read: a short first cell is the label of the others in its row."""

    labels: dict[tuple[int, int], Drafted] = field(default_factory=dict)
    glossaries: set[int] = field(default_factory=set)  # tables that define terms

    def place(self, unit: Drafted, cell: tuple[int, int, int]) -> Drafted:
        """The cell as a unit of its own, behind the label of its row."""
        table, row, column = cell
        label = self.labels.get((table, row))
        if column == 0:
            if label is None and len(unit.piece.text.split()) <= _LABEL and not unit.piece.text.endswith("."):
                self.labels[table, row] = unit
            return unit
        if row == 0 and english.MEANING.fullmatch(unit.piece.text):
            self.glossaries.add(table)
        if label is not None and unit.role == OPERATIVE:
            unit.lead_ins = (label.own,)
            label.role = "heading" if label.role == OPERATIVE and label.piece.title else label.role
            if row and (table in self.glossaries or label.piece.text[0] in "\"'"):
                unit.role, unit.term = "definition", label.piece.text.strip(" \"':.")
        return unit

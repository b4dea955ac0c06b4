"""Cells of a table that its heading wants filled: a royalty without a rate, an instalment without an amount."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Look, Place
from .open_points import OpenPoint
from .tables import Cell, Tables, rows

_VALUE = re.compile(
    r"(?i)\b(?:rates?|royalt\w*|amounts?|fees?|prices?|instal\w*|quantit\w*|man-days|due date|deadline|percentage)\b"
)
_SUM = re.compile(r"(?i)(?:sub-?)?totals?\b|sum\b|other\b")


def empty_cells(look: Look) -> Iterator[OpenPoint]:
    """One point for each row that leaves such a cell empty, at the first words of the row."""
    for cells in Tables(look.draft).all():
        by_row = rows(cells)
        head = by_row.pop(0, [])
        wanted = {cell.column: cell.text for cell in head if _VALUE.search(cell.text)}
        for row in by_row.values():
            first = next((cell for cell in row if cell.text), None)
            empty = [wanted[cell.column] for cell in row if cell.column in wanted and not cell.text]
            if empty and first is not None and len(row) == len(head) and not _SUM.match(first.text):
                yield _point(look, first, empty[0])


def _point(look: Look, first: Cell, column: str) -> OpenPoint:
    paragraph = next(n for n in first.paragraphs if look.draft.paragraphs[n].text.strip() or n == first.paragraphs[-1])
    said = look.draft.paragraphs[paragraph].text
    where = Place(paragraph, len(said) - len(said.lstrip()), len(said.rstrip()))
    told = f"The column “{column}” is empty in this row."
    return OpenPoint(where, told, "Ask finance for it.", "an empty cell", "finance")

"""Cells of a table that its heading wants filled: a royalty without a rate, an instalment without an amount."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Look, Paragraph, Place
from .open_points import OpenPoint

_VALUE = re.compile(
    r"(?i)\b(?:rates?|royalt\w*|amounts?|fees?|prices?|instal\w*|quantit\w*|man-days|due date|deadline|percentage)\b"
)
_SUM = re.compile(r"(?i)(?:sub-?)?totals?\b|sum\b|other\b")


def empty_cells(look: Look) -> Iterator[OpenPoint]:
    """One point for each row that leaves such a cell empty, at the first words of the row."""
    for rows in _tables(look).values():
        head = rows.get(0, {})
        wanted = {column: _said(look, cell) for column, cell in head.items() if _VALUE.search(_said(look, cell))}
        for row, cells in sorted(rows.items()):
            empty = [name for column, name in wanted.items() if column in cells and not _said(look, cells[column])]
            first = next((cell for _, cell in sorted(cells.items()) if _said(look, cell)), None)
            if row and empty and first is not None and _SUM.match(_said(look, first)):
                continue
            if row and empty and first is not None and len(cells) == len(head):
                yield _point(look, first[0], empty[0])


def _point(look: Look, paragraph: int, column: str) -> OpenPoint:
    said = look.draft.paragraphs[paragraph].text
    where = Place(paragraph, len(said) - len(said.lstrip()), len(said.rstrip()))
    return OpenPoint(
        where, f"The column “{column}” is empty in this row.", "Ask finance for it.", "an empty cell", "finance"
    )


def _tables(look: Look) -> dict[tuple[str, int], dict[int, dict[int, list[int]]]]:
    """Tables by story and number, their rows, the columns of each, and the paragraphs of each cell."""
    tables: dict[tuple[str, int], dict[int, dict[int, list[int]]]] = {}
    for position, paragraph in enumerate(look.draft.paragraphs):
        if paragraph.cell is not None:
            table, row, column = paragraph.cell
            rows = tables.setdefault((paragraph.story, table), {})
            rows.setdefault(row, {}).setdefault(column, []).append(position)
    return tables


def _said(look: Look, cell: list[int]) -> str:
    return " ".join(_words(look.draft.paragraphs[position]) for position in cell).strip()


def _words(paragraph: Paragraph) -> str:
    return " ".join((paragraph.number, *paragraph.text.split()))

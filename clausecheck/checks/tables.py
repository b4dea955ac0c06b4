"""The tables of a draft: rows, columns and their headings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..model import Draft


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its words, and the positions in Draft.paragraphs of its paragraphs."""

    row: int
    column: int
    text: str
    paragraphs: tuple[int, ...]


class Tables:
    """Every table, outermost ones, by the story that holds it and its number there."""

    def __init__(self, draft: Draft) -> None:
        held: dict[tuple[str, int], dict[tuple[int, int], list[int]]] = {}
        for position, paragraph in enumerate(draft.paragraphs):
            if paragraph.cell is not None:
                table, row, column = paragraph.cell
                held.setdefault((paragraph.story, table), {}).setdefault((row, column), []).append(position)
        self._tables = {
            name: {
                at: Cell(*at, " ".join(_words(draft, n) for n in paragraphs).strip(), tuple(paragraphs))
                for at, paragraphs in cells.items()
            }
            for name, cells in held.items()
        }
        self._at = {n: (name, at) for name, cells in held.items() for at, ns in cells.items() for n in ns}

    def all(self) -> Iterator[dict[tuple[int, int], Cell]]:
        """Each table's cells by row and column."""
        yield from self._tables.values()

    def head(self, paragraph: int) -> str:
        """The heading of the column that holds the paragraph; empty outside tables and in the first row."""
        if paragraph not in self._at:
            return ""
        name, (row, column) = self._at[paragraph]
        head = self._tables[name].get((0, column))
        return head.text if head is not None and row else ""

    def row(self, paragraph: int) -> str:
        """The words of the row that holds the paragraph; empty outside tables."""
        if paragraph not in self._at:
            return ""
        name, (row, _) = self._at[paragraph]
        return " ".join(cell.text for (other, _), cell in sorted(self._tables[name].items()) if other == row)


def rows(cells: dict[tuple[int, int], Cell]) -> dict[int, list[Cell]]:
    """The rows of a table, each from left to right."""
    found: dict[int, list[Cell]] = {}
    for (row, _), cell in sorted(cells.items()):
        found.setdefault(row, []).append(cell)
    return found


def _words(draft: Draft, position: int) -> str:
    paragraph = draft.paragraphs[position]
    return " ".join((paragraph.number, *paragraph.text[paragraph.typed :].split()))

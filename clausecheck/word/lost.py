"""What a view does not show of tracked changes: the words inside a deletion, a row, a cell, each with its marks."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from lxml import etree

from ..model import Change
from .blocks import ALTERNATE, CELL, PARAGRAPH, ROW, chosen
from .changes import CELL_IN, CELL_PROPERTIES, COMING, GOING, INSERTED, Mark, mark_of, of_cell, of_row, takes_out
from .characters import FIXED, NOTES, words_of
from .equations import equation
from .symbols import symbol
from .text import TEXT
from .xml import M, W

_WORDS = frozenset({TEXT, W + "delText"})
_SYMBOL, _EQUATION = W + "sym", M + "oMath"
_OPAQUE = frozenset(
    W + name
    for name in ("rPr", "pPr", "trPr", "tcPr", "sdtPr", "drawing", "pict", "object", "instrText", "delInstrText", "rt")
)


class Lost(NamedTuple):
    """Words that are no text of the view, who took them out and, inside an insertion of somebody, who brought them."""

    text: str
    out: Mark
    into: Mark | None = None
    of: str = "words"

    def change(self, at: int) -> Change:
        """The change as a point of the text."""
        if self.into is None:
            return self.out.change(at, at, self.text, self.of)
        removed, brought = (self.out, self.into) if self.out.out else (self.into, self.out)
        return removed.change(at, at, self.text, self.of, brought.author)


class _Piece(NamedTuple):
    text: str
    out: Mark
    into: Mark | None
    note: bool = False


def lost(element: etree._Element, into: Mark | None = None) -> list[Lost]:
    """What is not shown of ``w:del``, ``w:moveFrom``, a row or a cell; ``into`` is the change that it stands inside of.

    Of a row or a cell that no change took out (one that is merged into another) nothing is lost.
    """
    if element.tag in (ROW, CELL):
        return list(_table_part(element))
    pieces: list[_Piece] = []
    _gather(element, mark_of(element), into, pieces)
    return list(_inline(pieces))


def _inline(pieces: list[_Piece]) -> Iterator[Lost]:
    for (out, brought, note), group in groupby(pieces, lambda piece: piece[1:]):
        words = "".join(piece.text for piece in group)
        if words:
            yield Lost(words, out, brought, "note" if note else "words")


def _table_part(element: etree._Element) -> Iterator[Lost]:
    of, marks = ("row", of_row(element)) if element.tag == ROW else ("cell", of_cell(element.find(CELL_PROPERTIES)))
    out = next((mark_of(mark) for mark in marks if takes_out(mark)), None)
    into = next((mark_of(mark) for mark in marks if mark.tag in (INSERTED, CELL_IN)), None)
    if out is None:
        return
    pieces: list[_Piece] = []
    _gather(element, out, into, pieces)
    words = "".join(piece.text for piece in pieces if piece.into == into and not piece.note)
    yield Lost(words.removesuffix("\n"), out, into, of)
    yield from (Lost(piece.text, piece.out, piece.into, "note") for piece in pieces if piece.note)


def _gather(element: etree._Element, out: Mark, into: Mark | None, found: list[_Piece]) -> None:
    for child in element:
        tag = child.tag
        if tag in COMING:
            _gather(child, out, mark_of(child), found)
        elif tag in GOING:
            _gather(child, mark_of(child), into, found)
        elif tag == ALTERNATE:
            branch = chosen(child)
            if branch is not None:
                _gather(branch, out, into, found)
        elif tag in NOTES:
            found.append(_Piece(f"{NOTES[tag]}:{child.get(W + 'id', '')}", out, into, note=True))
        elif words := _own_words(child):
            found.append(_Piece(words, out, into))
        elif tag not in _OPAQUE:
            _gather(child, out, into, found)
        if tag == PARAGRAPH:
            found.append(_Piece("\n", out, into))


def _own_words(child: etree._Element) -> str:
    if child.tag in _WORDS:
        return words_of(child)[1]
    if child.tag == _SYMBOL:
        return symbol(child.get(W + "font", ""), child.get(W + "char", ""))
    return equation(child) if child.tag == _EQUATION else FIXED.get(child.tag, "")

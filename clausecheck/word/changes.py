"""Tracked changes: what comes in and what goes out in the accepted view, and whose change it was."""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree

from ..model import Change
from .xml import W

INSERTED, MOVED_IN = W + "ins", W + "moveTo"
DELETED, MOVED_OUT = W + "del", W + "moveFrom"
GOING = frozenset({DELETED, MOVED_OUT})
COMING = frozenset({INSERTED, MOVED_IN})
_KINDS = {INSERTED: "insertion", MOVED_IN: "move", DELETED: "deletion", MOVED_OUT: "move"}
_STRUCK = {W + "tab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "\u2011"}
_STRUCK_TEXT = frozenset({W + "delText", W + "t"})


class Mark(NamedTuple):
    """Who made a change, when, and of what kind."""

    kind: str
    author: str
    date: str


def mark_of(element: etree._Element) -> Mark:
    """The mark that ``w:ins``, ``w:del``, ``w:moveFrom`` or ``w:moveTo`` carries."""
    return Mark(_KINDS[element.tag], element.get(W + "author", ""), element.get(W + "date", ""))


def ends_gone(paragraph: etree._Element) -> bool:
    """Whether the paragraph's mark is deleted, so that it joins the following one (ECMA-376 17.13.5.15)."""
    marks = paragraph.find(f"{W}pPr/{W}rPr")
    return marks is not None and any(child.tag in GOING for child in marks)


def row_gone(row: etree._Element) -> bool:
    """Whether a table row is deleted (ECMA-376 17.13.5.12)."""
    return row.find(f"{W}trPr/{W}del") is not None


def cell_gone(cell: etree._Element) -> bool:
    """Whether a table cell is deleted (ECMA-376 17.13.5.2)."""
    return cell.find(f"{W}tcPr/{W}cellDel") is not None


def struck(element: etree._Element) -> str:
    """The words inside a deletion or a move away."""
    words = []
    for child in element.iter(*_STRUCK_TEXT, *_STRUCK):
        words.append(_STRUCK.get(child.tag) or child.text or "")
    return "".join(words)


def merged(changes: list[Change]) -> tuple[Change, ...]:
    """Neighbouring pieces of one change as one: Word opens a new element at every change of look."""
    joined: list[Change] = []
    for change in changes:
        last = joined[-1] if joined else None
        if last and last.end == change.start and _mark(last) == _mark(change) and bool(last.text) == bool(change.text):
            change = Change(last.start, change.end, *_mark(change), last.text + change.text)
            joined.pop()
        joined.append(change)
    return tuple(joined)


def _mark(change: Change) -> Mark:
    return Mark(change.kind, change.author, change.date)

"""Tracked changes: what comes in and what goes out in the accepted view, and whose change it was.

The rejected view is the accepted view of a draft whose changes were turned round (``turned``): an element that was
renamed there bears its own name in ``WAS``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from lxml import etree

from ..model import Change
from .xml import W

INSERTED, MOVED_IN = W + "ins", W + "moveTo"
DELETED, MOVED_OUT = W + "del", W + "moveFrom"
GOING = frozenset({DELETED, MOVED_OUT})
COMING = frozenset({INSERTED, MOVED_IN})
CELL_IN, CELL_OUT, CELL_MERGED = W + "cellIns", W + "cellDel", W + "cellMerge"
RELOOKED, RESET = W + "rPrChange", W + "pPrChange"
PROPERTIES, LOOK, ROW_PROPERTIES, CELL_PROPERTIES = W + "pPr", W + "rPr", W + "trPr", W + "tcPr"
WAS = "{urn:clausecheck:turned}was"

_LIST = W + "numPr"
_KINDS = {
    INSERTED: "insertion", MOVED_IN: "move", DELETED: "deletion", MOVED_OUT: "move", CELL_IN: "insertion",
    CELL_OUT: "deletion", CELL_MERGED: "formatting", RELOOKED: "formatting", RESET: "formatting",
}  # fmt: skip
_OF_CELL = frozenset({CELL_IN, CELL_OUT, CELL_MERGED})
_OUT = frozenset({*GOING, CELL_OUT})
_TRACKED = (*_KINDS, W + "tcPrChange", W + "trPrChange")


class Mark(NamedTuple):
    """Who made a change, when, and of what kind."""

    kind: str
    author: str
    date: str
    out: bool = False  # in truth, whichever view is read: a deletion or the place that something was moved from

    def change(self, start: int, end: int, text: str = "", of: str = "words", inserted_by: str | None = None) -> Change:
        """The change that this mark makes of ``text[start:end]``."""
        return Change(start, end, self.kind, self.author, self.date, text, of, inserted_by)


def mark_of(element: etree._Element) -> Mark:
    """The mark that ``w:ins``, ``w:del``, ``w:moveFrom``, ``w:cellIns``, ``w:rPrChange`` … carries."""
    tag = element.get(WAS, element.tag)
    return Mark(_KINDS[tag], element.get(W + "author", ""), element.get(W + "date", ""), tag in _OUT)


def looks_changed(story: etree._Element) -> dict[etree._Element, Mark] | None:
    """The runs of a story whose look was changed; None where nothing in the story is tracked."""
    if next(story.iter(*_TRACKED), None) is None:
        return None
    return {change.getparent().getparent(): mark_of(change) for change in story.iter(RELOOKED)}


def takes_out(change: etree._Element) -> bool:
    """Whether a change of a row, a cell or a paragraph's mark takes it out of the view."""
    return change.tag in _OUT


def ends_gone(paragraph: etree._Element) -> bool:
    """Whether the paragraph's mark is deleted, so that it joins the following one (ECMA-376 17.13.5.15)."""
    return any(map(takes_out, _of_mark(paragraph)))


def of_row(row: etree._Element) -> list[etree._Element]:
    """What was done to a table row: inserted, deleted (ECMA-376 17.13.5.16, 17.13.5.12)."""
    properties = row.find(ROW_PROPERTIES)
    return [] if properties is None else [child for child in properties if child.tag in (INSERTED, DELETED)]


def of_cell(properties: etree._Element | None) -> list[etree._Element]:
    """What was done to a table cell with these properties: inserted, deleted, merged (ECMA-376 17.13.5.1–4)."""
    return [] if properties is None else [child for child in properties if child.tag in _OF_CELL]


def ending(paragraph: etree._Element, start: int, end: int) -> Iterator[Change]:
    """The changes of a paragraph's mark and of its formatting, where its words are ``text[start:end]``."""
    marks = sorted(map(mark_of, _of_mark(paragraph)), key=lambda mark: not mark.out)
    if marks:
        inserted_by = marks[1].author if len(marks) > 1 else None
        yield marks[0].change(end, end, "", "mark", inserted_by)
    formatting = _formatting_of(paragraph)
    if formatting is not None:
        yield mark_of(formatting)._replace(kind="formatting").change(start, end, "", "paragraph")


def merged(changes: list[Change]) -> tuple[Change, ...]:
    """Neighbouring pieces of one change as one, in order: Word opens a new element at every change of look."""
    joined: list[Change] = []
    for change in sorted(changes, key=lambda change: change.kind == "formatting"):
        last = joined[-1] if joined else None
        if last and last.end == change.start and change.of == "words" and _key(last) == _key(change):
            joined[-1] = replace(last, end=change.end, text=last.text + change.text)
        else:
            joined.append(change)
    joined.sort(key=lambda change: change.start)
    return tuple(joined)


def _key(change: Change) -> tuple[str, str, str, str, str | None, bool]:
    return change.kind, change.author, change.date, change.of, change.inserted_by, bool(change.text)


def _of_mark(paragraph: etree._Element) -> list[etree._Element]:
    """What was done to a paragraph's mark: inserted, deleted, moved; mostly nothing."""
    looks = paragraph.find(f"{PROPERTIES}/{LOOK}")
    return [] if looks is None else [child for child in looks if child.tag in GOING or child.tag in COMING]


def _formatting_of(paragraph: etree._Element) -> etree._Element | None:
    """The change of a paragraph's style, indents or list, where there is one (ECMA-376 17.13.5.29, 17.13.5.19)."""
    properties = paragraph.find(PROPERTIES)
    if properties is None:
        return None
    change = properties.find(RESET)
    return properties.find(f"{_LIST}/{INSERTED}") if change is None else change

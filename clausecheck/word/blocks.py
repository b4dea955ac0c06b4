"""The paragraphs of a story in document order, through tables, content controls and custom XML."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from . import changes
from .xml import MC, W, value

PARAGRAPH, TABLE, ROW, CELL = W + "p", W + "tbl", W + "tr", W + "tc"
ALTERNATE = MC + "AlternateContent"
WRAPPERS = frozenset({W + "sdtContent", W + "customXml", W + "smartTag", *changes.COMING})
_BODY, _CONTROL = W + "body", W + "sdt"
_UNDERSTOOD = ("wordprocessingShape", "wordprocessingGroup", "wordprocessingCanvas", "wordprocessingDrawing", "wordml")


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of the accepted view: several ``w:p`` where tracked-deleted marks join them."""

    elements: tuple[etree._Element, ...]
    cell: tuple[int, int, int] | None  # table, row and grid column of the outermost table
    contents: bool  # inside a content control that holds a table of contents


class _Grid:
    """Where the walk stands in a table, and in which columns cells above go on downwards."""

    __slots__ = ("column", "merged", "row", "table")

    def __init__(self, table: int) -> None:
        self.table, self.row, self.column = table, -1, 0
        self.merged: set[int] = set()


@dataclass(slots=True)
class _Level:
    children: Iterator[etree._Element]
    grid: _Grid | None = None
    cell: tuple[int, int, int] | None = None
    contents: bool = False
    ends_cell: bool = False

    def inside(self, element: etree._Element) -> _Level:
        return replace(self, children=iter(element), ends_cell=False)


def blocks(container: etree._Element) -> Iterator[Block]:
    """The paragraphs inside ``w:body``, ``w:hdr``, ``w:footnote`` … as Word shows them with all changes accepted.

    Deleted rows and cells and the hidden halves of vertically merged cells are left out.
    """
    joining: list[etree._Element] = []
    capitals = _drop_caps(container)
    level = _Level(iter(()))
    for element, level in _walk(container):
        if element is not None:
            joining.append(element)
        if joining and (element is None or not (changes.ends_gone(element) or element in capitals)):
            yield Block(tuple(joining), level.cell, level.contents)
            joining = []
    if joining:
        yield Block(tuple(joining), level.cell, level.contents)


def _walk(container: etree._Element) -> Iterator[tuple[etree._Element | None, _Level]]:
    """Every ``w:p`` with where it stands, and None where one cannot join the next: before a table, at a cell's end."""
    stack, tables = [_Level(iter(container))], 0
    while stack:
        level = stack[-1]
        element = next(level.children, None)
        if element is None:
            stack.pop()
            if level.ends_cell:
                yield None, level
        elif element.tag == PARAGRAPH:
            yield element, level
        elif (below := _below(level, element, tables)) is not None:
            if element.tag == TABLE:
                yield None, level
                tables += level.cell is None
            stack.append(below)


def chosen(alternate: etree._Element) -> etree._Element | None:
    """The branch of ``mc:AlternateContent`` to read: the first choice that we understand, else the fallback."""
    for choice in alternate.iterchildren(MC + "Choice"):
        needed = [choice.nsmap.get(prefix) or "" for prefix in choice.get("Requires", "").split()]
        if needed and all(name.rpartition("/")[2] in _UNDERSTOOD for name in needed):
            return choice
    return alternate.find(MC + "Fallback")


def _below(level: _Level, element: etree._Element, tables: int) -> _Level | None:
    """What to walk through inside an element of the block level; None for nothing."""
    tag = element.tag
    if tag in WRAPPERS or tag == _BODY:  # broken files have two bodies
        return level.inside(element)
    if tag == _CONTROL:
        return replace(level.inside(element), contents=level.contents or _holds_contents(element))
    if tag == ALTERNATE:
        branch = chosen(element)
        return None if branch is None else level.inside(branch)
    if tag == TABLE:
        return replace(level.inside(element), grid=_Grid(tables))
    if tag == ROW:
        return _row(level, element)
    return _cell(level, element) if tag == CELL else None


def _row(level: _Level, row: etree._Element) -> _Level | None:
    if changes.row_gone(row):
        return None
    if level.grid:
        level.grid.row += 1
        level.grid.column = _number(value(row.find(W + "trPr"), "gridBefore"), 0)
    return level.inside(row)


def _cell(level: _Level, cell: etree._Element) -> _Level | None:
    properties, grid, place = cell.find(W + "tcPr"), level.grid, level.cell
    hidden = changes.cell_gone(cell) or _merge(properties, "hMerge") == "continue"
    if grid:
        place = place or (grid.table, max(grid.row, 0), grid.column)
        hidden = _goes_on(grid, _merge(properties, "vMerge")) or hidden
        grid.column += _number(value(properties, "gridSpan"), 1)
    return None if hidden else replace(level.inside(cell), grid=None, cell=place or (0, 0, 0), ends_cell=True)


def _goes_on(grid: _Grid, merge: str) -> bool:
    """Whether the cell is a part of the one above; where none above goes on, Word shows it by itself."""
    if merge == "continue" and grid.column in grid.merged:
        return True
    (grid.merged.add if merge else grid.merged.discard)(grid.column)
    return False


def _merge(properties: etree._Element | None, name: str) -> str:
    """``w:vMerge`` or ``w:hMerge`` of a cell: restart, continue, or empty for neither (ECMA-376 17.4.84, 17.4.22)."""
    found = None if properties is None else properties.find(W + name)
    return "" if found is None else found.get(W + "val", "continue")


def _drop_caps(container: etree._Element) -> set[etree._Element | None]:
    """First letters in a frame of their own: what follows stands beside it as its paragraph (ECMA-376 17.3.1.11)."""
    frames = container.iter(W + "framePr")
    return {
        looks.getparent()
        for frame in frames
        if frame.get(W + "dropCap", "none") != "none" and (looks := frame.getparent()) is not None
    }


def _holds_contents(control: etree._Element) -> bool:
    gallery = control.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return gallery is not None and gallery.get(W + "val") == "Table of Contents"


def _number(written: str | None, otherwise: int) -> int:
    return int(written) if written and written.isdecimal() and len(written) < 5 else otherwise

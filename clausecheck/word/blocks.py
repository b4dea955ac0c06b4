"""The paragraphs of a story in document order, through tables, content controls and custom XML."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from . import changes
from .xml import MC, M, W, value

PARAGRAPH, TABLE, ROW, CELL = W + "p", W + "tbl", W + "tr", W + "tc"
ALTERNATE = MC + "AlternateContent"
WRAPPERS = frozenset({W + "sdtContent", W + "customXml", W + "smartTag", *changes.COMING})
_BODY, _CONTROL = W + "body", W + "sdt"
_LEAVING = frozenset({ROW, CELL, *changes.GOING})
_SAYS = frozenset({W + "r", M + "oMath"})
_TRACKED_MERGES = {"rest": "restart", "cont": "continue"}  # ECMA-376 17.18.1
_UNDERSTOOD = ("wordprocessingShape", "wordprocessingGroup", "wordprocessingCanvas", "wordprocessingDrawing", "wordml")


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of the accepted view: several ``w:p`` where tracked-deleted marks join them.

    ``around`` are the tracked changes that brought in all of it: of a row, of a cell, of whatever holds it. ``before``
    and ``behind`` are rows, cells and paragraphs that are not in the view, in front of this one or at the story's end.
    """

    elements: tuple[etree._Element, ...]
    cell: tuple[int, int, int] | None  # table, row and grid column of the outermost table
    contents: bool  # inside a content control that holds a table of contents
    around: tuple[etree._Element, ...] = ()
    before: tuple[etree._Element, ...] = ()
    behind: tuple[etree._Element, ...] = ()


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
    around: tuple[etree._Element, ...] = ()

    def inside(self, element: etree._Element, *changed: etree._Element) -> _Level:
        return replace(self, children=iter(element), ends_cell=False, around=(*self.around, *changed))


def blocks(container: etree._Element, tracked: bool) -> Iterator[Block]:
    """The paragraphs inside ``w:body``, ``w:hdr``, ``w:footnote`` … as Word shows them with all changes accepted.

    Deleted rows and cells and the hidden halves of vertically merged cells are left out. Tracked changes are sought
    where something is ``tracked``.
    """
    held: Block | None = None
    gone: list[etree._Element] = []
    for elements, level in _joined(container, tracked):
        if level is None:
            gone += elements
            continue
        if held is not None:
            yield held
        held = Block(elements, level.cell, level.contents, level.around, tuple(gone))
        gone.clear()
    if held is not None:
        yield replace(held, behind=tuple(gone))


def _joined(container: etree._Element, tracked: bool) -> Iterator[tuple[tuple[etree._Element, ...], _Level | None]]:
    """What makes one paragraph, with where it stands; and, with None, what is not in the view."""
    joining: list[etree._Element] = []
    capitals = _drop_caps(container)
    where = _Level(iter(()))
    for element, level in _walk(container):
        if element is not None and element.tag != PARAGRAPH:
            yield (element,), None
            continue
        if element is not None:
            joining.append(element)
            where = level
            if element in capitals or (tracked and changes.ends_gone(element)):
                continue
        if joining:
            # of a paragraph that is deleted with its mark nothing stays, unless it is the last of its cell
            vanishes = element is None and not level.ends_cell and all(map(_is_struck, joining))
            yield tuple(joining), None if vanishes else where
            joining.clear()
    if joining:
        yield tuple(joining), where


def _walk(container: etree._Element) -> Iterator[tuple[etree._Element | None, _Level]]:
    """Every ``w:p`` with where it stands, and None where one cannot join the next: before a cell, at a cell's end.

    Rows, cells and blocks that are not in the view come as they are.
    """
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
            tables += element.tag == TABLE and level.cell is None
            if below.ends_cell:
                yield None, level
            stack.append(below)
        elif element.tag in _LEAVING:
            yield element, level


def _is_struck(paragraph: etree._Element) -> bool:
    """Whether a paragraph and its mark are deleted, and it says nothing else."""
    waiting = [paragraph]
    while waiting:
        for child in waiting.pop():
            if child.tag in _SAYS:
                return False
            if child.tag not in changes.GOING:
                waiting.append(child)
    return changes.ends_gone(paragraph)


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
    if tag in changes.COMING:
        return level.inside(element, element)
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
    marks = changes.of_row(row)
    if any(map(changes.takes_out, marks)):
        return None
    if level.grid:
        level.grid.row += 1
        level.grid.column = _number(value(row.find(W + "trPr"), "gridBefore"), 0)
    return level.inside(row, *marks)


def _cell(level: _Level, cell: etree._Element) -> _Level | None:
    properties, grid, place = cell.find(W + "tcPr"), level.grid, level.cell
    marks = changes.of_cell(properties)
    hidden = any(map(changes.takes_out, marks)) or _merge(properties, "hMerge") == "continue"
    if grid:
        place = place or (grid.table, max(grid.row, 0), grid.column)
        hidden = _goes_on(grid, _merge(properties, "vMerge")) or hidden
        grid.column += _number(value(properties, "gridSpan"), 1)
    return None if hidden else replace(level.inside(cell, *marks), grid=None, cell=place or (0, 0, 0), ends_cell=True)


def _goes_on(grid: _Grid, merge: str) -> bool:
    """Whether the cell is a part of the one above; where none above goes on, Word shows it by itself."""
    if merge == "continue" and grid.column in grid.merged:
        return True
    (grid.merged.add if merge else grid.merged.discard)(grid.column)
    return False


def _merge(properties: etree._Element | None, name: str) -> str:
    """``w:vMerge`` or ``w:hMerge`` of a cell: restart, continue, or empty for neither (ECMA-376 17.4.84, 17.4.22)."""
    tracked = None if properties is None or name != "vMerge" else properties.find(changes.CELL_MERGED)
    if tracked is not None:
        return _TRACKED_MERGES.get(tracked.get(W + name, ""), "")
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

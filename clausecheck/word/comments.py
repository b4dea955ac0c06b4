"""Comments on words of the body: range marks at the exact characters, whatever runs and wrappers hold them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from lxml import etree

from .blocks import PARAGRAPH
from .cuts import cut, run_of, split
from .fields import FIELD_MARK
from .text import RUN, Segment, Words
from .xml import W, value

RANGE_START, RANGE_END, REFERENCE = W + "commentRangeStart", W + "commentRangeEnd", W + "commentReference"

CONTROL = W + "sdt"
_LOOK = W + "rPr"
# A range may begin inside one of these and end outside: range marks are no part of the structure (ECMA-376 17.13.4)
_CROSSED = frozenset(W + name for name in ("ins", "moveTo", "smartTag", "customXml", "bdo", "dir"))
# A comment may stand inside one of these whole, but not begin inside and end outside
_ENTERED = _CROSSED | {W + "hyperlink", W + "sdtContent", CONTROL}
# Word refills a control of these kinds from elsewhere, and drops what else stands in it (ECMA-376 17.5.2)
_REFILLED = ("dataBinding", "text", "date", "dropDownList", "comboBox", "citation", "docPartObj", "picture")

_LOCKS = ("contentLocked", "sdtContentLocked")  # of controls in which nobody may change anything (ECMA-376 17.5.2.23)

Field = tuple[etree._Element, etree._Element]  # its first and its last mark


@dataclass(frozen=True, slots=True)
class Anchor:
    """The words ``text[start:end]`` of a paragraph that the comment ``id`` is about."""

    id: int
    start: int
    end: int


def anchor(words: Words, anchors: Iterable[Anchor], ids: Iterator[int], style: str = "") -> Words:
    """Put the range marks and the reference of each comment into a paragraph of the body.

    A range that holds no character takes the nearest one; a field that a range cuts is taken whole. ``ids`` are free
    for what a cut doubles; ``style`` is the character style of the reference. What comes back is the map over the runs
    as they are then.
    """
    if not words.segments:
        for one in anchors:
            words.elements[-1].extend((range_start(one.id), *range_end(one.id, style)))
        return words
    anchors = list(anchors)
    words = split(words, (at for one in anchors for at in _clipped(one, len(words.text))), ids)
    fields = fields_of(words.elements)
    edges = [edge for one in anchors for edge in _edges(words, one, fields, range_end(one.id, style))]
    for edge in sorted(edges, key=lambda edge: (-edge.at, edge.closes)):  # a cut leaves what stands before as it was
        edge.place(ids)
    return replace(words, segments=tuple(replace(one, run=run_of(one)) for one in words.segments))


def enclose(first: etree._Element, last: etree._Element, identifier: int, style: str = "") -> None:
    """Put the marks of a comment round two elements of one paragraph and all that stands between them."""
    inside = shared_wrappers(first, last)
    place = beside(last, inside, crossing=True)
    _close(place, beside(last, inside, crossing=False), range_end(identifier, style))
    beside(first, inside, crossing=True).addprevious(range_start(identifier))


def range_start(identifier: int) -> etree._Element:
    """The mark before the first word of a comment."""
    return _element(RANGE_START, identifier)


def range_end(identifier: int, style: str = "") -> tuple[etree._Element, etree._Element]:
    """The mark behind the last word of a comment, and the run that refers to the comment."""
    reference = etree.Element(RUN, nsmap={"w": W[1:-1]})
    if style:
        etree.SubElement(etree.SubElement(reference, _LOOK), W + "rStyle").set(W + "val", style)
    reference.append(_element(REFERENCE, identifier))
    return _element(RANGE_END, identifier), reference


@dataclass(frozen=True, slots=True)
class _Edge:
    """One end of a comment's range; what it stands beside is looked up when it is placed, since runs are cut."""

    at: int  # offset in the paragraph's text
    segment: Segment
    field: Field | None
    inside: frozenset[etree._Element]  # wrappers that hold the range from end to end, and may hold its marks
    marks: tuple[etree._Element, ...]

    @property
    def closes(self) -> bool:
        return len(self.marks) > 1

    def place(self, ids: Iterator[int]) -> None:
        if self.closes:
            self._close(self.marks[0], self.marks[1], ids)
        else:
            self._open(self.marks[0], ids)

    def _open(self, mark: etree._Element, ids: Iterator[int]) -> None:
        child = self.field[0] if self.field else self.segment.child
        run = self.field[0].getparent() if self.field else run_of(self.segment)
        place = beside(run, self.inside, crossing=True)
        (cut(run, child, 0, ids) if place is run else place).addprevious(mark)

    def _close(self, mark: etree._Element, reference: etree._Element, ids: Iterator[int]) -> None:
        child = self.field[1] if self.field else self.segment.child
        run = self.field[1].getparent() if self.field else run_of(self.segment)
        place = beside(run, self.inside, crossing=True)
        if place is run:
            cut(run, child.getnext(), 0, ids)
        _close(place, beside(run, self.inside, crossing=False), (mark, reference))


def _edges(
    words: Words, one: Anchor, fields: dict[etree._Element, Field], closing: tuple[etree._Element, etree._Element]
) -> tuple[_Edge, _Edge]:
    start, end = _clipped(one, len(words.text))
    first, last = words.segment_at(start), words.segment_at(end - 1)
    opened, closed = fields.get(first.run), fields.get(last.run)
    from_run = opened[0].getparent() if opened else first.run
    to_run = closed[1].getparent() if closed else last.run
    inside = shared_wrappers(from_run, to_run)
    return (
        _Edge(start, first, opened, inside, (range_start(one.id),)),
        _Edge(end, last, closed, inside, closing),
    )


def _clipped(one: Anchor, length: int) -> tuple[int, int]:
    start = min(max(one.start, 0), length - 1)
    return start, max(min(one.end, length), start + 1)


def _close(place: etree._Element, outside: etree._Element, marks: tuple[etree._Element, etree._Element]) -> None:
    """A comment that begins outside an insertion outlives its rejection: ``outside`` may lie further out."""
    mark, reference = marks
    place.addnext(mark)
    (mark if outside is place else outside).addnext(reference)


def shared_wrappers(one: etree._Element, other: etree._Element) -> frozenset[etree._Element]:
    """What holds both elements and may hold marks of ours beside them."""
    shared = set(one.iterancestors()) & set(other.iterancestors())
    return frozenset(wrapper for wrapper in shared if may_hold(wrapper))


def may_hold(wrapper: etree._Element) -> bool:
    """Whether marks of ours may stand inside of an element that lies in a paragraph, and will stay there."""
    if wrapper.tag not in _ENTERED:
        return False
    control = wrapper if wrapper.tag == CONTROL else wrapper.getparent()
    return control.tag != CONTROL or not is_closed(control)


def is_closed(control: etree._Element) -> bool:
    """Whether a content control is locked, or Word refills it, so that nothing of ours can stay in it."""
    properties = control.find(W + "sdtPr")
    if properties is None:
        return False
    return value(properties, "lock") in _LOCKS or any(properties.find(W + kind) is not None for kind in _REFILLED)


def beside(run: etree._Element, inside: frozenset[etree._Element], crossing: bool) -> etree._Element:
    """The run, or the outermost wrapper above it that a mark must not enter."""
    place = run
    for above in run.iterancestors():
        if above.tag == PARAGRAPH:
            break
        if above not in inside and not (crossing and above.tag in _CROSSED):
            place = above
    return place


def fields_of(elements: Iterable[etree._Element]) -> dict[etree._Element, Field]:
    """The outermost field, as its first and last mark, round each run that lies in a field of this paragraph."""
    found: dict[etree._Element, Field] = {}
    opened: list[etree._Element] = []
    runs: list[etree._Element] = []
    for element in (one for paragraph in elements for one in paragraph.iter(RUN, FIELD_MARK)):
        kind = element.get(W + "fldCharType")
        if element.tag == RUN:
            runs.append(element)
        elif kind == "begin":
            runs = runs if opened else [element.getparent()]
            opened.append(element)
        elif kind == "end" and opened:
            first = opened.pop()
            if not opened:
                found.update(dict.fromkeys(runs, (first, element)))
    return found


def _element(tag: str, identifier: int) -> etree._Element:
    return etree.Element(tag, {W + "id": str(identifier)}, nsmap={"w": W[1:-1]})

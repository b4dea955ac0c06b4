"""Tracked paragraphs that look and count like their siblings, and of which a rejection leaves nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy

from lxml import etree

from ..model import Paragraph
from .blocks import PARAGRAPH
from .changes import DELETED, INSERTED
from .comment_parts import AUTHOR
from .comments import range_end, range_start
from .places import Line
from .text import Words
from .writing import LOOK, TRACKED, heading_look, run, text_look
from .xml import W

PROPERTIES, SECTION = W + "pPr", W + "sectPr"
# What belongs to the sibling's own place and history, not to its look
_NOT_COPIED = (SECTION, W + "pPrChange", W + "pageBreakBefore", W + "framePr")
_LINK = W + "hyperlink"
_ORDER = (  # of CT_PPr, as far as "ind" (ECMA-376 17.3.1.26)
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "suppressLineNumbers",
    "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct", "autoSpaceDE",
    "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "spacing", "ind",
)  # fmt: skip


class Stamp:
    """What every mark of one review carries: our name, its date, an id of its own."""

    def __init__(self, date: str, ids: Iterator[int]) -> None:
        self.date = date  # "2026-11-23T00:00:00Z"
        self.ids = ids
        self.used: list[int] = []  # by changes, in the order in which they were made

    def insertion(self) -> etree._Element:
        """A fresh ``w:ins``."""
        return self._change(INSERTED)

    def deletion(self) -> etree._Element:
        """A fresh ``w:del``."""
        return self._change(DELETED)

    def _change(self, tag: str) -> etree._Element:
        self.used.append(next(self.ids))
        marks = {W + "id": str(self.used[-1]), W + "author": AUTHOR, W + "date": self.date}
        return etree.Element(tag, marks, nsmap={"w": W[1:-1]})


def paragraph(
    line: Line, model: Paragraph, like: Words, stamp: Stamp, indent: Mapping[str, str] | None = None
) -> etree._Element:
    """A tracked paragraph that says ``line``, set like one of the draft (``model``, with its words ``like``).

    ``indent`` holds the attributes of ``w:ind`` in place of those that go with a number that is switched off.
    """
    made = etree.Element(PARAGRAPH, nsmap={"w": W[1:-1]})
    made.append(_properties(line, like, stamp, indent or {}))
    change = stamp.insertion()
    change.extend(_runs(line, model, like))
    made.append(change)
    return made


def comment_on(inserted: etree._Element, identifier: int, style: str = "") -> None:
    """Anchor a comment on all words of a tracked paragraph: inside of ``w:ins``, so that a rejection takes it along."""
    inserted[-1].insert(0, range_start(identifier))
    inserted[-1].extend(range_end(identifier, style))


def _properties(line: Line, like: Words, stamp: Stamp, indent: Mapping[str, str]) -> etree._Element:
    """A sibling's ``w:pPr`` with our insertion as the first thing in its mark (ECMA-376 17.13.5.20)."""
    source = like.elements[-1].find(PROPERTIES)
    made = etree.Element(PROPERTIES, nsmap={"w": W[1:-1]}) if source is None else deepcopy(source)
    made.tail = None
    for tag in _NOT_COPIED:
        for child in made.findall(tag):
            made.remove(child)
    for change in made.findall(f"{W}numPr/{INSERTED}") + made.findall(f"{W}numPr/{W}numberingChange"):
        change.getparent().remove(change)
    if line.silent:
        _switch_number_off(made, indent)
    mark_inserted(made, stamp.insertion())
    return made


def mark_inserted(properties: etree._Element, insertion: etree._Element) -> None:
    """Say in a ``w:pPr`` that the paragraph's mark is inserted, and nothing else of its history."""
    mark = properties.find(LOOK)
    if mark is None:
        mark = etree.Element(LOOK, nsmap={"w": W[1:-1]})
        behind = next((child for child in properties if child.tag in (SECTION, W + "pPrChange")), None)
        properties.append(mark) if behind is None else behind.addprevious(mark)
    for child in list(mark):
        if child.tag in TRACKED:
            mark.remove(child)
    mark.insert(0, insertion)


def _switch_number_off(properties: etree._Element, indent: Mapping[str, str]) -> None:
    """List 0 takes away the number that a style or the sibling would give (ECMA-376 17.9.18)."""
    for own in properties.findall(W + "numPr"):
        properties.remove(own)
    none = etree.Element(W + "numPr", nsmap={"w": W[1:-1]})
    etree.SubElement(none, W + "numId").set(W + "val", "0")
    _put(properties, none)
    if indent and properties.find(W + "ind") is None:
        _put(properties, etree.Element(W + "ind", dict(indent), nsmap={"w": W[1:-1]}))


def _put(properties: etree._Element, child: etree._Element) -> None:
    """Add a property where the schema wants it."""
    names = [W + name for name in _ORDER]
    before = [one for one in properties if one.tag in names[: names.index(child.tag)]]
    if before:
        before[-1].addnext(child)
    else:
        properties.insert(0, child)


def _runs(line: Line, model: Paragraph, like: Words) -> list[etree._Element]:
    """The paragraph's runs, each part in the look that it has in the sibling."""
    behind = model.heading_end if model.heading_end < len(like.text) else model.typed
    parts = (
        (line.label, heading_look(_look(like, 0, model.typed or 1))),
        (line.heading, heading_look(_look(like, model.typed, model.heading_end))),
        (line.text, text_look(_look(like, behind, len(like.text)))),
    )
    return [run(words, look) for words, look in parts if words]


def _look(words: Words, start: int, end: int) -> etree._Element | None:
    """The ``w:rPr`` that most of the characters have, links left aside; None for none."""
    size: dict[bytes, int] = {}
    looks: dict[bytes, etree._Element | None] = {}
    for segment in words.between(start, end):
        look = segment.run.find(LOOK)
        key = b"" if look is None else etree.tostring(look, with_tail=False)
        if next(segment.run.iterancestors(_LINK, PARAGRAPH)).tag == PARAGRAPH:
            size[key] = size.get(key, 0) + min(segment.end, end) - max(segment.start, start)
            looks[key] = look
    return looks[max(size, key=lambda key: size[key])] if size else None

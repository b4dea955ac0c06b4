"""What stands beside our words: the next paragraph, the place for a comment that loses its words, the other half."""

from __future__ import annotations

from lxml import etree

from .blocks import PARAGRAPH
from .comments import REFERENCE
from .ours_others import BOOKMARKS, MARKS, SILENT
from .text import RUN


def next_paragraph(paragraph: etree._Element) -> etree._Element | None:
    """The paragraph behind it, if nothing but marks stands between."""
    for one in paragraph.itersiblings():
        if one.tag == PARAGRAPH:
            return one
        if one.tag not in MARKS and one.tag not in BOOKMARKS and one.tag not in SILENT:
            return None
    return None


def home_of(paragraph: etree._Element) -> etree._Element:
    """Where a comment goes whose words are taken away: the paragraph before, else the one behind."""
    for siblings in (paragraph.itersiblings(preceding=True), paragraph.itersiblings()):
        if (found := next((one for one in siblings if one.tag == PARAGRAPH), None)) is not None:
            return found
    everywhere = paragraph.getroottree().iter(PARAGRAPH)
    return next((one for one in everywhere if one is not paragraph), paragraph)


def beside(element: etree._Element) -> list[etree._Element]:
    """The nearest on either side that are no mere marks."""
    found = []
    for siblings in (element.itersiblings(preceding=True), element.itersiblings()):
        nearest = next((one for one in siblings if not _is_mark(one)), None)
        found += [] if nearest is None else [nearest]
    return found


def _is_mark(element: etree._Element) -> bool:
    if element.tag == RUN:
        return element.find(REFERENCE) is not None
    return element.tag in MARKS or element.tag in SILENT or element.tag in BOOKMARKS


def whole(mark: etree._Element) -> etree._Element:
    """The mark, or the run that holds a reference."""
    return mark.getparent() if mark.tag == REFERENCE and mark.getparent().tag == RUN else mark

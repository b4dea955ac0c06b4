"""Where the marks of comments stand among the words of the body."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from .comments import RANGE_END, RANGE_START, REFERENCE
from .text import Words

MARKS = (RANGE_START, RANGE_END, REFERENCE)
Point = tuple[int, int]  # paragraph of the body, characters before


def points(root: etree._Element, body: Sequence[Words]) -> Iterator[tuple[etree._Element, Point]]:
    """Each mark of a comment in the body with the paragraph and the number of characters before it."""
    elements = {element: words.index for words in body for element in words.elements}
    ends = {segment.child: (words.index, segment.end) for words in body for segment in words.segments}
    point = (0, 0)
    for element in root.iter(etree.Element):
        if element in ends:
            point = ends[element]
        elif element in elements and elements[element] != point[0]:
            point = (elements[element], 0)
        elif element.tag in MARKS:
            yield element, point

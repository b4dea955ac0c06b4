"""Bookmarks: where in the accepted text a named range begins and ends (ECMA-376 17.13.6)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from .blocks import PARAGRAPH
from .changes import GOING
from .package import Package
from .stories import Story
from .text import Words
from .xml import W

_START, _END = W + "bookmarkStart", W + "bookmarkEnd"


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A range of the accepted text; ``last`` and ``end`` are where it ends, which may be paragraphs further down."""

    first: Words
    start: int
    last: Words
    end: int


def bookmarks(package: Package, stories: Sequence[Story], names: Collection[str]) -> dict[str, Bookmark]:
    """The bookmarks of these names (in lower case: Word does not tell cases apart); none whose text is struck out."""
    found: dict[str, Bookmark] = {}
    if names:
        held = {element: words for story in stories for words in story.words for element in words.elements}
        for part in dict.fromkeys(story.part for story in stories):
            for name, bookmark in _of_part(package.tree(part), held, names):
                found.setdefault(name, bookmark)
    return found


def _of_part(
    root: etree._Element, held: Mapping[etree._Element, Words], names: Collection[str]
) -> Iterator[tuple[str, Bookmark]]:
    opened: dict[str, str] = {}  # id → name
    begun: dict[str, tuple[Words, int, int] | None] = {}  # name → where
    orders: dict[int, _Order] = {}
    for mark, owner, before in _marks(root, held):
        identifier, name = mark.get(W + "id", ""), mark.get(W + "name", "").casefold()
        if mark.tag == _START and name in names and name not in begun:
            opened[identifier] = name
            begun[name] = _place(mark, owner, orders)
        elif mark.tag == _END and identifier in opened:
            name = opened.pop(identifier)
            first, last = begun[name], _place(mark, before, orders, ends=True)
            if first is not None and last is not None and not _struck_out(first, last, orders):
                yield name, Bookmark(first[0], first[1], last[0], last[1])


def _marks(
    root: etree._Element, held: Mapping[etree._Element, Words]
) -> list[tuple[etree._Element, Words | None, Words | None]]:
    """The marks in document order, each with the paragraph that it opens in and the one that it closes in."""
    marks: list[tuple[etree._Element, Words | None, Words | None]] = []
    waiting: list[int] = []
    before: Words | None = None
    for element in root.iter(PARAGRAPH, _START, _END):
        if element.tag != PARAGRAPH:
            above = next(element.iterancestors(PARAGRAPH), None)
            if above is None:  # between two paragraphs: it opens in the next and closes in the last
                waiting.append(len(marks))
            own = None if above is None else held.get(above)
            marks.append((element, own, before if above is None else own))
        elif element in held:
            before = held[element]
            for position in waiting:
                marks[position] = (marks[position][0], before, marks[position][2])
            waiting = []
    return marks


class _Order:
    """The order of a paragraph's elements, and of what it shows among them."""

    def __init__(self, words: Words) -> None:
        inside = [element for paragraph in words.elements for element in paragraph.iter()]
        self.at = {element: number for number, element in enumerate(inside)}
        self.segments = [self.at.get(segment.child, 0) for segment in words.segments]
        self.gone = [number for number, element in enumerate(inside) if element.tag in GOING]


def _place(
    mark: etree._Element, words: Words | None, orders: dict[int, _Order], *, ends: bool = False
) -> tuple[Words, int, int] | None:
    """The paragraph, the offset in its text, and the position among its elements."""
    if words is None:
        return None
    if id(words) not in orders:
        orders[id(words)] = _Order(words)
    order = orders[id(words)]
    at = order.at.get(mark)
    if at is None:
        return (words, len(words.text), len(order.at)) if ends else (words, 0, -1)
    behind = bisect_right(order.segments, at)
    offset = words.segments[behind].start if behind < len(words.segments) else len(words.text)
    return words, offset, at


def _struck_out(first: tuple[Words, int, int], last: tuple[Words, int, int], orders: dict[int, _Order]) -> bool:
    """Whether a bookmark has lost all its text to a deletion, so that nothing can refer to it any longer."""
    if first[0] is not last[0] or first[1] < last[1]:
        return False
    gone = orders[id(first[0])].gone
    return bisect_right(gone, last[2]) > bisect_right(gone, first[2])

"""The number that Word prints before a paragraph (ECMA-376 17.9): nowhere in the body, counted as Word counts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from .changes import ends_gone
from .list_definitions import LEVELS, LONGEST, PLACE, Level, NumberedList, depth_of, numbered_lists
from .number_formats import BULLET, formatted
from .package import Package
from .styles import Styles, style_of
from .text import Words
from .xml import W, value

BULLET_MARK = "•"  # stands for every kind of bullet
_OWN = f"{W}pPr/{W}numPr"
_NOT_LEGAL = re.compile(r"decimalZero|0+1|none|bullet")


@dataclass(frozen=True, slots=True)
class Printed:
    """What Word prints before a paragraph, and where it stands in its list."""

    number: str  # without the tab or space behind it; "•" for every kind of bullet
    list: str = ""  # the list definition that counts
    depth: int = 0
    format: str = "decimal"


NONE = Printed("")


class Numbering:
    """The lists of a file; ``Counters`` counts them through one story."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._lists = numbered_lists(root, styles)
        self._of_style: dict[tuple[str, str | None], tuple[str, int] | None] = {}

    def place(self, paragraph: etree._Element) -> tuple[str, NumberedList, int] | None:
        """The list (its id and itself) and the level from 0 that a paragraph belongs to; None for none."""
        if not self._lists:
            return None
        own = paragraph.find(_OWN)
        number, depth = value(own, "numId"), value(own, "ilvl")
        if number is None or depth is None:
            inherited = self._inherited(self._styles.applied(style_of(paragraph)), number)
            if inherited is None:
                return None
            number, level = inherited
            depth = depth or str(level)
        found = self._lists.get(number)  # numId 0 is no list: it takes an inherited number away
        return None if found is None else (number, found, depth_of(depth))

    def _inherited(self, style: str, number: str | None) -> tuple[str, int] | None:
        key = (style, number)
        if key not in self._of_style:
            self._of_style[key] = self._style_place(style, number)
        return self._of_style[key]

    def _style_place(self, style: str, number: str | None) -> tuple[str, int] | None:
        """List and level from the chain of styles, the nearest first, for a paragraph that may name its list itself.

        A level that names a style tells its depth, whatever the style says (17.3.1.19, 17.9.23).
        """
        chain = list(self._styles.chain(style))
        numbers = (value(link.element.find(_OWN), "numId") for link in chain)
        number = number or next((one for one in numbers if one is not None), None)
        found = self._lists.get(number or "")
        if found is None:
            return None
        for link in chain:
            depth = found.depth_of(link.id)
            if depth is not None:
                return number or "", depth
            written = value(link.element.find(_OWN), "ilvl")
            if written is not None:
                return number or "", depth_of(written)
        return number or "", 0


@dataclass(slots=True)
class Counters:
    """Counts the lists through one story, paragraph by paragraph."""

    numbering: Numbering
    _counts: dict[str, list[int | None]] = field(default_factory=dict)  # by definition, not by list: they share them
    _begun: set[str] = field(default_factory=set)  # lists whose own start was used: each has it once

    def printed(self, words: Words) -> Printed:
        """The number before the next paragraph of the story; counters move on."""
        paragraph = words.elements[-1]
        place = self.numbering.place(paragraph)
        if place is None or (not words.text and paragraph.find(f"{W}pPr/{W}sectPr") is not None):
            return NONE  # Word shows an empty paragraph that holds a section break as the break alone
        identifier, found, depth = place
        counts = self._counts.setdefault(found.abstract.id, [None] * LEVELS)
        restarts = depth in found.starts and identifier not in self._begun
        if ends_gone(paragraph):  # a paragraph on its way out shows a number and does not use it up
            counts = list(counts)
        elif restarts:
            self._begun.add(identifier)
        if restarts:
            counts[depth] = None
        _advance(counts, found, depth)
        level = found.level(depth)
        return Printed(_rendered(counts, found, level), found.abstract.id, depth, level.format)


def read_numbering(package: Package, styles: Styles) -> Numbering:
    """The lists of a file; none where it has no numbering part."""
    parts = package.related(package.main, "numbering")
    return Numbering(package.tree(parts[0]) if parts else None, styles)


def _advance(counts: list[int | None], found: NumberedList, depth: int) -> None:
    count = counts[depth]
    counts[depth] = found.start(depth) if count is None else count + 1
    for higher in range(depth):
        if counts[higher] is None:  # a parent passed over is used up by that: behind a first "1.1" comes "2."
            counts[higher] = found.level(higher).start
    for deeper in found.abstract.restarted[depth]:
        counts[deeper] = None


def _rendered(counts: list[int | None], found: NumberedList, level: Level) -> str:
    if level.picture or (level.format == BULLET and level.text):
        return BULLET_MARK

    def count(place: re.Match[str]) -> str:
        depth = int(place[1]) - 1
        kind = found.level(depth).format
        if level.legal and not _NOT_LEGAL.fullmatch(kind):  # Word's own "Section 1.01" is legal and keeps its zero
            kind = "decimal"
        return formatted(counts[depth] or 0, kind)

    return PLACE.sub(count, level.text)[:LONGEST].strip()

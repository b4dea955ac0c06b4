"""The number that Word prints before a paragraph (ECMA-376 17.9): nowhere in the body, counted as Word counts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from .blocks import ALTERNATE, chosen
from .changes import ends_gone
from .number_formats import BULLET, formatted
from .package import Package
from .styles import Styles, style_of
from .text import Words
from .xml import W, is_on, value

LEVELS = 9
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list (``w:lvl``)."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    restart: int | None = None  # None: after every higher level; 0: never; n: after level n (from 1) or any higher
    legal: bool = False
    style: str = ""
    picture: bool = False


@dataclass(frozen=True, slots=True)
class AbstractList:
    """A list definition, whose counters all its lists share (``w:abstractNum``)."""

    id: str
    levels: dict[int, Level]
    style_link: str
    defers_to: str


@dataclass(frozen=True, slots=True)
class NumberedList:
    """A list as paragraphs name it (``w:num``): a definition and what it overrides."""

    abstract: AbstractList
    starts: dict[int, int]
    levels: dict[int, Level]

    def level(self, depth: int) -> Level:
        return self.levels.get(depth) or self.abstract.levels.get(depth) or Level()

    def start(self, depth: int) -> int:
        return self.starts.get(depth, self.level(depth).start)


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
        abstracts = [] if root is None else [_abstract(e) for e in root.iterchildren(W + "abstractNum")]
        by_id = {abstract.id: abstract for abstract in abstracts}
        by_link = {abstract.style_link: abstract for abstract in abstracts if abstract.style_link}
        self._lists: dict[str, NumberedList] = {}
        for element in () if root is None else root.iterchildren(W + "num"):
            abstract = by_id.get(value(element, "abstractNumId") or "")
            if abstract is not None:
                abstract = by_link.get(abstract.defers_to, abstract)
                self._lists[element.get(W + "numId", "")] = _numbered_list(element, abstract)
        self._of_style: dict[str, tuple[str, int] | None] = {}

    def place(self, paragraph: etree._Element) -> tuple[str, NumberedList, int] | None:
        """The list (its id and itself) and the level from 0 that a paragraph belongs to; None for none."""
        style = style_of(paragraph) or self._styles.default
        own = paragraph.find(f"{W}pPr/{W}numPr")
        number, depth = value(own, "numId"), value(own, "ilvl")
        if number is None:
            if style not in self._of_style:
                self._of_style[style] = self._style_place(style)
            inherited = self._of_style[style]
            if inherited is None:
                return None
            number, depth = inherited[0], depth or str(inherited[1])
        found = self._lists.get(number)  # numId 0 is no list: it takes an inherited number away
        return None if found is None else (number, found, _depth(depth))

    def _style_place(self, style: str) -> tuple[str, int] | None:
        """List and level from the chain of styles; a level that names the style tells its depth (17.9.23)."""
        number = depth = None
        for link in self._styles.chain(style):
            own = link.element.find(f"{W}pPr/{W}numPr")
            if depth is None:
                depth = value(own, "ilvl")
            number = value(own, "numId")
            if number is not None:
                break
        found = self._lists.get(number or "")
        if found is None:
            return None
        for link in self._styles.chain(style):
            for level in range(LEVELS):
                if found.level(level).style == link.id:
                    return number or "", level
        return number or "", _depth(depth)


@dataclass(slots=True)
class Counters:
    """Counts the lists through one story, paragraph by paragraph."""

    numbering: Numbering
    _counts: dict[str, list[int | None]] = field(default_factory=dict)  # by definition, not by list: they share them
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def printed(self, words: Words) -> Printed:
        """The number before the next paragraph of the story; counters move on."""
        paragraph = words.elements[-1]
        place = self.numbering.place(paragraph)
        if place is None or (not words.text and paragraph.find(f"{W}pPr/{W}sectPr") is not None):
            return NONE  # Word shows an empty paragraph that holds a section break as the break alone
        identifier, found, depth = place
        counts = self._counts.setdefault(found.abstract.id, [None] * LEVELS)
        if ends_gone(paragraph):  # a paragraph on its way out shows a number and does not use it up
            counts = list(counts)
        elif depth in found.starts and (identifier, depth) not in self._begun:
            self._begun.add((identifier, depth))
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
    for deeper in range(depth + 1, LEVELS):
        # Word ignores a lvlRestart inside an override, and restarts after the named level or any higher (MS-OI29500)
        restart = found.abstract.levels.get(deeper, Level()).restart
        if restart is None or depth < restart:
            counts[deeper] = None


def _rendered(counts: list[int | None], found: NumberedList, level: Level) -> str:
    if level.format == BULLET or level.picture:
        return "•"

    def count(place: re.Match[str]) -> str:
        depth = int(place[1]) - 1
        number = counts[depth]
        kind = found.level(depth).format
        if level.legal and kind != "decimalZero":  # Word's own "Section 1.01" is legal numbering and keeps its zero
            kind = "decimal"
        return formatted(found.start(depth) if number is None else number, kind)

    return _PLACE.sub(count, level.text).strip()


def _abstract(element: etree._Element) -> AbstractList:
    levels = {_depth(e.get(W + "ilvl")): _level(e) for e in element.iterchildren(W + "lvl")}
    return AbstractList(
        element.get(W + "abstractNumId", ""),
        levels,
        value(element, "styleLink") or "",
        value(element, "numStyleLink") or "",
    )


def _numbered_list(element: etree._Element, abstract: AbstractList) -> NumberedList:
    starts: dict[int, int] = {}
    levels: dict[int, Level] = {}
    for override in element.iterchildren(W + "lvlOverride"):
        depth = _depth(override.get(W + "ilvl"))
        start, level = value(override, "startOverride"), override.find(W + "lvl")
        if start is not None:
            starts[depth] = _count(start, 1)
        if level is not None:
            levels[depth] = _level(level)
    return NumberedList(abstract, starts, levels)


def _level(element: etree._Element) -> Level:
    restart = value(element, "lvlRestart")
    return Level(
        start=_count(value(element, "start"), 0),  # 17.9.25: without the element the level starts at 0
        format=_format(element),
        text=value(element, "lvlText") or "",
        restart=None if restart is None else _count(restart, 0),
        legal=is_on(element.find(W + "isLgl")),
        style=value(element, "pStyle") or "",
        picture=element.find(W + "lvlPicBulletId") is not None,
    )


def _format(level: etree._Element) -> str:
    """``w:numFmt``, which may stand in alternate content where newer formats have a fallback."""
    found = level.find(W + "numFmt")
    alternate = level.find(ALTERNATE)
    if found is None and alternate is not None:
        branch = chosen(alternate)
        found = None if branch is None else branch.find(W + "numFmt")
    return "decimal" if found is None else found.get(W + "val", "decimal")


def _depth(written: str | None) -> int:
    return min(_count(written, 0), LEVELS - 1)


def _count(written: str | None, otherwise: int) -> int:
    return int(written) if written and written.isdecimal() and len(written) < 6 else otherwise

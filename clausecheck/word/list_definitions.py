"""The list definitions of a file (``w:numbering``, ECMA-376 17.9): levels, what defers to what, overrides."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from .blocks import ALTERNATE, chosen
from .number_formats import BULLET, CUSTOM, custom
from .styles import Styles
from .xml import W, is_on, value

LEVELS = 9
PLACE = re.compile(r"%([1-9])")
LONGEST = 255  # Word takes 31 characters, its counters filled in (MS-OI29500 2.1.283)
_HIDDEN = f"{W}rPr/{W}vanish"
_ON = ("1", "true", "on")


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


_UNDEFINED = Level()


@dataclass(frozen=True, slots=True)
class AbstractList:
    """A list definition, whose counters all its lists share (``w:abstractNum``)."""

    id: str
    levels: dict[int, Level]
    restarted: tuple[tuple[int, ...], ...]  # for each level those below that it restarts
    style_link: str
    defers_to: str


@dataclass(frozen=True, slots=True)
class NumberedList:
    """A list as paragraphs name it (``w:num``): a definition and what it overrides."""

    abstract: AbstractList
    starts: dict[int, int]
    levels: dict[int, Level]

    def level(self, depth: int) -> Level:
        return self.levels.get(depth) or self.abstract.levels.get(depth) or _UNDEFINED

    def start(self, depth: int) -> int:
        return self.starts.get(depth, self.level(depth).start)

    def depth_of(self, style: str) -> int | None:
        """The level that a paragraph style stands for (``w:pStyle``, 17.9.23)."""
        return next((depth for depth in range(LEVELS) if self.level(depth).style == style), None)


def numbered_lists(root: etree._Element | None, styles: Styles) -> dict[str, NumberedList]:
    """The lists of a numbering part by their ids (``w:numId``)."""
    if root is None:
        return {}
    abstracts = {abstract.id: abstract for abstract in map(_abstract, root.iterchildren(W + "abstractNum"))}
    elements = {element.get(W + "numId", ""): element for element in root.iterchildren(W + "num")}
    linked = {abstract.style_link: abstract for abstract in abstracts.values() if abstract.style_link}
    found = {}
    for identifier, element in elements.items():
        abstract = abstracts.get(value(element, "abstractNumId") or "")
        if abstract is not None and abstract.defers_to:
            abstract = linked.get(abstract.defers_to) or _of_style(abstract, styles, elements, abstracts)
        if abstract is not None:
            found[identifier] = _numbered_list(element, abstract)
    return found


def depth_of(written: str | None) -> int:
    """A level from 0 to 8, as ``w:ilvl`` writes it; 0 where it is missing or none."""
    return min(_count(written, 0), LEVELS - 1)


def _of_style(
    abstract: AbstractList, styles: Styles, elements: dict[str, etree._Element], abstracts: dict[str, AbstractList]
) -> AbstractList:
    """What a definition defers to where no other names the list style: the list of that style (17.9.21)."""
    named = styles.paragraph_property(abstract.defers_to, f"{W}numPr/{W}numId")
    element = None if named is None else elements.get(named.get(W + "val", ""))
    return abstracts.get(value(element, "abstractNumId") or "", abstract)


def _abstract(element: etree._Element) -> AbstractList:
    levels = dict(map(_level, element.iterchildren(W + "lvl")))
    return AbstractList(
        element.get(W + "abstractNumId", ""),
        levels,
        tuple(tuple(_restarted(levels, depth)) for depth in range(LEVELS)),
        value(element, "styleLink") or "",
        value(element, "numStyleLink") or "",
    )


def _restarted(levels: dict[int, Level], depth: int) -> Iterator[int]:
    """The levels that begin anew below ``depth``: after the level that they name or any higher (17.9.10).

    Word ignores a ``w:lvlRestart`` inside an override (MS-OI29500).
    """
    for deeper in range(depth + 1, LEVELS):
        restart = levels.get(deeper, _UNDEFINED).restart
        if restart is None or depth < restart:
            yield deeper


def _numbered_list(element: etree._Element, abstract: AbstractList) -> NumberedList:
    starts: dict[int, int] = {}
    levels: dict[int, Level] = {}
    for override in element.iterchildren(W + "lvlOverride"):
        depth = depth_of(override.get(W + "ilvl"))
        start = value(override, "startOverride")
        if start is not None:
            starts[depth] = _count(start, 1)
        for level in override.iterchildren(W + "lvl"):
            levels[depth] = _level(level, depth)[1]
    return NumberedList(abstract, starts, levels)


def _level(element: etree._Element, depth: int | None = None) -> tuple[int, Level]:
    """A level and its depth, which an override tells itself."""
    depth = depth_of(element.get(W + "ilvl")) if depth is None else depth
    kind, restart = _format(element), value(element, "lvlRestart")
    return depth, Level(
        start=_count(value(element, "start"), 0),  # 17.9.25: without the element the level starts at 0
        format=kind,
        text=_text(element, kind, depth),
        restart=None if restart is None else _count(restart, 0),
        legal=is_on(element.find(W + "isLgl")),
        style=value(element, "pStyle") or "",
        picture=element.find(W + "lvlPicBulletId") is not None,
    )


def _text(element: etree._Element, kind: str, depth: int) -> str:
    """``w:lvlText``; Word ignores one that names a deeper level (MS-OI29500 2.1.283), and shows none that is hidden."""
    found = element.find(W + "lvlText")
    if found is None or found.get(W + "null") in _ON or is_on(element.find(_HIDDEN)):
        return ""
    text = found.get(W + "val", "")[:LONGEST]
    too_deep = kind != BULLET and any(int(place) > depth + 1 for place in PLACE.findall(text))
    return "" if too_deep else text


def _format(level: etree._Element) -> str:
    """``w:numFmt``, which may stand in alternate content where newer formats have a fallback."""
    found = next(_formats(level), None)
    if found is None:
        return "decimal"
    kind = found.get(W + "val", "decimal")
    return custom(found.get(W + "format", "")) if kind == CUSTOM else kind  # only "custom" has a say (2.1.286)


def _formats(level: etree._Element) -> Iterator[etree._Element]:
    yield from level.iterchildren(W + "numFmt")
    for alternate in level.iterchildren(ALTERNATE):
        branch = chosen(alternate)
        yield from () if branch is None else branch.iterchildren(W + "numFmt")


def _count(written: str | None, otherwise: int) -> int:
    return int(written) if written and written.isdecimal() and len(written) < 6 else otherwise

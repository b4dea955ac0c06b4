"""Styles: what a paragraph or a run takes from the chain of styles that it is based on (ECMA-376 17.7.2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from .package import Package
from .xml import W, is_on

TOGGLES = {
    W + "b": "bold", W + "i": "italic", W + "caps": "caps", W + "smallCaps": "caps", W + "strike": "strike",
    W + "dstrike": "strike", W + "vanish": "hidden", W + "specVanish": "hidden",
}  # fmt: skip
_LOOKS, _NAMED = W + "pPr", W + "pStyle"
_LONGEST_CHAIN = 32
_CHOICES = {W + "u": "underline", W + "highlight": "highlight"}


@dataclass(frozen=True, slots=True)
class Style:
    """One style as it is written, with nothing of what it is based on."""

    id: str
    name: str
    based_on: str
    element: etree._Element


class Styles:
    """The styles of one file."""

    def __init__(self, root: etree._Element | None) -> None:
        self._styles: dict[str, Style] = {}
        self.default = ""
        for element in () if root is None else root.iterchildren(W + "style"):
            style = _style(element)
            self._styles.setdefault(style.id, style)
            if element.get(W + "type", "paragraph") == "paragraph" and is_on_attribute(element, "default"):
                self.default = self.default or style.id
        self._everywhere = _own_looks(None if root is None else root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
        self._looks: dict[tuple[str, str], frozenset[str]] = {}

    def chain(self, identifier: str) -> Iterator[Style]:
        """A style and all that it is based on, nearest first; an unknown one ends the chain, and so does a circle."""
        for _ in range(_LONGEST_CHAIN):
            if identifier not in self._styles:
                return
            yield self._styles[identifier]
            identifier = self._styles[identifier].based_on

    def applied(self, identifier: str) -> str:
        """The style that a paragraph has which names ``identifier``: the default one where that is not defined."""
        return identifier if identifier in self._styles else self.default

    def name(self, identifier: str) -> str:
        """The name that Word shows for a style; its id where the file does not define it."""
        style = self._styles.get(identifier or self.default)
        return style.name if style else identifier

    def paragraph_property(self, identifier: str, path: str) -> etree._Element | None:
        """The nearest element at ``path`` below ``w:pPr`` in the chain of a paragraph style."""
        for style in self.chain(identifier or self.default):
            found = style.element.find(f"{W}pPr/{path}")
            if found is not None:
                return found
        return None

    def looks(self, run: etree._Element, paragraph_style: str) -> frozenset[str]:
        """How a run looks: bold, italic, underline, caps, strike, highlight, hidden."""
        properties = run.find(W + "rPr")
        if properties is None:
            return self._style_looks(paragraph_style or self.default, "")
        named = properties.find(W + "rStyle")
        base = self._style_looks(paragraph_style or self.default, "" if named is None else named.get(W + "val", ""))
        own = _own_looks(properties)
        if not own:
            return base
        return frozenset({k for k in base if own.get(k, True)} | {k for k, on in own.items() if on})

    def _style_looks(self, paragraph_style: str, character_style: str) -> frozenset[str]:
        key = (paragraph_style, character_style)
        if key not in self._looks:
            self._looks[key] = self._resolve(paragraph_style, character_style)
        return self._looks[key]

    def _resolve(self, paragraph_style: str, character_style: str) -> frozenset[str]:
        """Toggle properties of a paragraph and a character style cancel each other (ECMA-376 17.7.3)."""
        of_paragraph, of_run = self._chain_looks(paragraph_style), self._chain_looks(character_style)
        looks = {kind for kind in ("underline", "highlight") if of_run.get(kind, of_paragraph.get(kind, False))}
        for kind in set(TOGGLES.values()):
            if self._everywhere.get(kind) or of_paragraph.get(kind, False) != of_run.get(kind, False):
                looks.add(kind)
        return frozenset(looks)

    def _chain_looks(self, identifier: str) -> dict[str, bool]:
        looks: dict[str, bool] = {}
        for style in self.chain(identifier):
            looks = _own_looks(style.element.find(W + "rPr")) | looks
        return looks


def read_styles(package: Package) -> Styles:
    """The styles of a file; none where it has no styles part."""
    parts = package.related(package.main, "styles")
    return Styles(package.tree(parts[0]) if parts else None)


def is_on_attribute(element: etree._Element, name: str) -> bool:
    """Whether an ST_OnOff attribute is set."""
    return element.get(W + name, "0") in ("1", "true", "on")


def style_of(paragraph: etree._Element) -> str:
    """The id of the style that a paragraph names; empty for the default one."""
    looks = next(paragraph.iterchildren(_LOOKS), None)
    named = None if looks is None else looks.find(_NAMED)
    return "" if named is None else named.get(W + "val", "")


def _style(element: etree._Element) -> Style:
    name, based_on = element.find(W + "name"), element.find(W + "basedOn")
    identifier = element.get(W + "styleId", "")
    return Style(
        identifier,
        identifier if name is None else name.get(W + "val", identifier),
        "" if based_on is None else based_on.get(W + "val", ""),
        element,
    )


def _own_looks(properties: etree._Element | None) -> dict[str, bool]:
    """What ``w:rPr`` itself switches on or off."""
    looks: dict[str, bool] = {}
    for child in () if properties is None else properties:
        if child.tag in TOGGLES:
            kind = TOGGLES[child.tag]
            looks[kind] = looks.get(kind, False) or is_on(child)
        elif child.tag in _CHOICES:
            looks[_CHOICES[child.tag]] = child.get(W + "val", "none") != "none"
    return looks

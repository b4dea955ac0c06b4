"""New runs: their text, and the look that they take over from others."""

from __future__ import annotations

import re
from collections.abc import Iterable
from copy import deepcopy

from lxml import etree

from .styles import TOGGLES
from .text import RUN, TEXT
from .xml import W, is_on

SPACE = "{http://www.w3.org/XML/1998/namespace}space"
LOOK = W + "rPr"
TRACKED = frozenset(W + name for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange"))

_PIECES = re.compile(r"[\t\n]|[^\t\n]+")
_NO_XML = re.compile(r"[\x00-\x08\x0b-\x1f]|[\ud800-\udfff]|[\ufffe\uffff]")  # one class of all compiles slowly
_SIGNS = {"\t": W + "tab", "\n": W + "br"}
_PASSING = frozenset(W + name for name in ("vanish", "highlight", "strike", "dstrike", "shd", "effect", "em"))
_EMPHASIS = frozenset({*TOGGLES, *_PASSING}) | {W + name for name in ("bCs", "iCs", "u", "vertAlign")}


def clean(text: str) -> str:
    """The text without the characters that XML cannot hold."""
    return _NO_XML.sub("", text)


def run(text: str, look: etree._Element | None = None) -> etree._Element:
    """A ``w:r`` that says ``text``; a newline is a line break, and what XML cannot hold is left out."""
    made = etree.Element(RUN, nsmap={"w": W[1:-1]})
    if look is not None and len(look):
        made.append(deepcopy(look))
    for piece in _PIECES.findall(clean(text)):
        child = etree.SubElement(made, _SIGNS.get(piece, TEXT))
        if child.tag == TEXT:
            child.set(SPACE, "preserve")
            child.text = piece
    return made


def same_look(source: etree._Element | None) -> etree._Element | None:
    """A copy of ``w:rPr`` for words in place of others: as it is, without its history."""
    return _copied(source, TRACKED)


def heading_look(source: etree._Element | None) -> etree._Element | None:
    """A copy of ``w:rPr`` for a heading: as it is, without what belongs to that passage alone."""
    return _copied(source, TRACKED | _PASSING)


def text_look(source: etree._Element | None) -> etree._Element | None:
    """A copy of ``w:rPr`` for plain text: font and size, without any emphasis that it switches on."""
    return _copied(source, TRACKED | _EMPHASIS)


def _copied(source: etree._Element | None, dropped: Iterable[str]) -> etree._Element | None:
    if source is None:
        return None
    look = deepcopy(source)
    for child in list(look):
        switched_off = child.tag not in TRACKED and (not is_on(child) or child.get(W + "val") == "none")
        if child.tag in dropped and not switched_off:
            look.remove(child)
    return look

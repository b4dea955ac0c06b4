"""Pictures of text: a scanned page says nothing to a program, and a scanned draft nothing at all."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from ..model import NotRead
from .stories import Story

IMAGE, PAGE = "image", "image as large as a page"
PICTURES = frozenset({IMAGE, PAGE})
_EXTENT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
_WIDE, _HIGH = 4_300_000, 6_000_000  # English metric units: 12 by 17 centimetres, more than half of a page
_IN_BODY = ("paragraph", "text box")
_WORDS_A_PICTURE = 60  # a draft with fewer for each picture is mostly pictures


def size_of(drawing: etree._Element) -> str:
    """Whether a picture may hold a whole page, as scans do (``wp:extent``, ECMA-376 20.4.2.7)."""
    extent = next(drawing.iter(_EXTENT), None)
    wide, high = (_number(extent, side) for side in ("cx", "cy"))
    return PAGE if wide >= _WIDE and high >= _HIGH else IMAGE


def mostly_pictures(body: Story, found: Sequence[NotRead]) -> str:
    """Words that say so of a draft that consists of pictures; empty for one that consists of words."""
    pictures = [one.what for one in found if one.what in PICTURES and one.where.startswith(_IN_BODY)]
    words = sum(len(paragraph.text.split()) for paragraph in body.words)
    if not pictures or words >= _WORDS_A_PICTURE * (pictures.count(PAGE) or 1):
        return ""
    counted = f"{len(pictures)} picture{'s' if len(pictures) > 1 else ''}, {words} words"
    return f"text in pictures: this draft is mostly pictures ({counted}), like a scan"


def _number(element: etree._Element | None, name: str) -> int:
    written = "" if element is None else element.get(name, "")
    return int(written) if written.isdecimal() and len(written) < 12 else 0

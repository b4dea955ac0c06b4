"""What stands in the draft and cannot be read: a silent "nothing found" over it would be worth nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from ..model import NotRead
from .blocks import PARAGRAPH
from .changes import GOING
from .package import Package
from .pictures import PICTURES, mostly_pictures, size_of
from .stories import BODY, Story
from .xml import MC, W

_DRAWING, _PICTURE, _OBJECT, _BOX = W + "drawing", W + "pict", W + "object", W + "txbxContent"
_CHUNK, _SUBDOCUMENT = W + "altChunk", W + "subDoc"
_INSTRUCTION, _SIMPLE_FIELD = W + "instrText", W + "fldSimple"
_INK = (W + "contentPart", "{http://schemas.microsoft.com/office/word/2010/wordml}contentPart")
_SOUGHT = (_DRAWING, _PICTURE, _OBJECT, _CHUNK, _SUBDOCUMENT, _INSTRUCTION, _SIMPLE_FIELD, *_INK)
_GRAPHIC = "{http://schemas.openxmlformats.org/drawingml/2006/main}graphicData"
_GROUPED = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"
_VML, _OFFICE = "{urn:schemas-microsoft-com:vml}", "{urn:schemas-microsoft-com:office:office}"
_GRAPHICS = {
    "picture": "image",
    "chart": "chart",
    "chartex": "chart",
    "diagram": "SmartArt diagram",
    "ink": "ink drawing",
    "wordprocessingInk": "ink drawing",
}
_SHAPES = ("wordprocessingShape", "wordprocessingGroup", "wordprocessingCanvas")  # their text boxes are stories
_COUNTED = ("LISTNUM", "AUTONUM")
_LEFT_OUT = frozenset({*GOING, MC + "Fallback"})
_STORIES = {"textbox": "text box"}


def not_read(package: Package, stories: Sequence[Story], cited: Sequence[str]) -> tuple[NotRead, ...]:
    """Images, objects, charts and foreign documents, with their places; ``cited`` labels each body paragraph."""
    shown = {element: (story, words.index) for story in stories for words in story.words for element in words.elements}
    found: list[NotRead] = []
    for part in dict.fromkeys(story.part for story in stories):
        place = ""
        for element in package.tree(part).iter(PARAGRAPH, *_SOUGHT):
            if element.tag == PARAGRAPH:
                place = _where(*shown[element], cited) if element in shown else place
            elif _is_shown(element, shown):
                owner = next((p for p in element.iterancestors(PARAGRAPH) if p in shown), None)
                above = f"behind {place}" if place else "the beginning"
                where = above if owner is None else _where(*shown[owner], cited)
                found += [NotRead(what, where) for what in _contents(element)]
    scan = mostly_pictures(stories[0], found)
    return (*([NotRead(scan, "whole draft")] if scan else []), *found)


def _is_shown(element: etree._Element, shown: dict[etree._Element, tuple[Story, int]]) -> bool:
    """Nothing that is struck out, stands in a row or a note that is, or is the second of two alternatives."""
    inside = False
    for above in element.iterancestors():
        if above.tag in _LEFT_OUT:
            return False
        if above.tag == PARAGRAPH:
            if above in shown:
                return not any(one.tag in _LEFT_OUT for one in above.iterancestors())
            inside = True
    return not inside


def _contents(element: etree._Element) -> Iterator[str]:
    """The names of what an element holds that is not text."""
    if element.tag == _CHUNK:
        yield "text from another format (altChunk)"
    elif element.tag == _SUBDOCUMENT:
        yield "linked subdocument"
    elif element.tag in _INK:
        yield "ink drawing"
    elif element.tag in (_INSTRUCTION, _SIMPLE_FIELD):
        kind = (element.get(W + "instr") or element.text or "").split(None, 1)
        if kind and kind[0].upper().startswith(_COUNTED):
            yield f"number that Word counts within the text ({kind[0].upper()})"
    elif element.tag == _DRAWING:
        yield from _drawing(element)
    else:
        yield from _old_drawing(element)


def _drawing(element: etree._Element) -> Iterator[str]:
    own = list(_outside_boxes(element))
    for graphic in own:
        kind = graphic.get("uri", "").rpartition("/")[2] if graphic.tag == _GRAPHIC else ""
        if graphic.tag == _GRAPHIC and kind not in _SHAPES:
            what = _GRAPHICS.get(kind, "drawing")
            yield size_of(element) if what in PICTURES else what
    if not any(graphic.get("uri", "").endswith("/picture") for graphic in own):
        yield from ("image" for one in own if one.tag == _GROUPED)


def _outside_boxes(drawing: etree._Element) -> Iterator[etree._Element]:
    """The graphics of a drawing; those in a text box within it are met there."""
    for one in drawing.iter(_GRAPHIC, _GROUPED):
        above = next(one.iterancestors(_BOX, _DRAWING), None)
        if above is drawing:
            yield one


def _old_drawing(element: etree._Element) -> Iterator[str]:
    """VML, in which older files keep pictures, watermarks and embedded objects."""
    for embedded in element.iter(_OFFICE + "OLEObject"):
        yield f"embedded object ({embedded.get('ProgID') or 'unknown kind'})"
        return
    pictures = element.iter(_VML + "imagedata")
    if any(next(one.iterancestors(_BOX, _PICTURE, _OBJECT), None) is element for one in pictures):
        yield "image"
    for art in element.iter(_VML + "textpath"):
        yield f"word art “{art.get('string', '')}”"


def _where(story: Story, index: int, cited: Sequence[str]) -> str:
    if story.name != BODY:
        family, _, number = story.name.partition(":")
        return f"{_STORIES.get(family, family)} {number}"
    return f"paragraph {index + 1}" + (f", in {cited[index]}" if cited[index] else "")

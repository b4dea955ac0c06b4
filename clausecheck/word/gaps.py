"""What stands in the draft and cannot be read: a silent "nothing found" over it would be worth nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from ..model import NotRead
from .changes import GOING
from .package import Package
from .stories import BODY, Story
from .xml import MC, W

_DRAWING, _PICTURE, _OBJECT = W + "drawing", W + "pict", W + "object"
_CHUNK, _SUBDOCUMENT = W + "altChunk", W + "subDoc"
_GRAPHIC = "{http://schemas.openxmlformats.org/drawingml/2006/main}graphicData"
_VML, _OFFICE = "{urn:schemas-microsoft-com:vml}", "{urn:schemas-microsoft-com:office:office}"
_GRAPHICS = {
    "picture": "image",
    "chart": "chart",
    "chartex": "chart",
    "diagram": "SmartArt diagram",
    "ink": "ink drawing",
}
_LEFT_OUT = frozenset({*GOING, MC + "Fallback"})


def not_read(package: Package, stories: Sequence[Story], cited: Sequence[str]) -> tuple[NotRead, ...]:
    """Images, objects, charts and foreign documents, with their places; ``cited`` labels each body paragraph."""
    places = {element: (story, words.index) for story in stories for words in story.words for element in words.elements}
    found: list[NotRead] = []
    for part in dict.fromkeys(story.part for story in stories):
        for element in package.tree(part).iter(_DRAWING, _PICTURE, _OBJECT, _CHUNK, _SUBDOCUMENT):
            if not any(above.tag in _LEFT_OUT for above in element.iterancestors()):
                found += [NotRead(what, _where(element, part, places, cited)) for what in _contents(element)]
    return tuple(found)


def _contents(element: etree._Element) -> Iterator[str]:
    """The names of what an element holds that is not text."""
    if element.tag == _CHUNK:
        yield "text from another format (altChunk)"
    elif element.tag == _SUBDOCUMENT:
        yield "linked subdocument"
    elif element.tag == _DRAWING:
        kinds = (graphic.get("uri", "").rpartition("/")[2] for graphic in element.iter(_GRAPHIC))
        yield from dict.fromkeys(_GRAPHICS[kind] for kind in kinds if kind in _GRAPHICS)
    else:
        yield from _old_drawing(element)


def _old_drawing(element: etree._Element) -> Iterator[str]:
    """VML, in which older files keep pictures, watermarks and embedded objects."""
    for embedded in element.iter(_OFFICE + "OLEObject"):
        yield f"embedded object ({embedded.get('ProgID') or 'unknown kind'})"
        return
    if next(element.iter(_VML + "imagedata"), None) is not None:
        yield "image"
    for art in element.iter(_VML + "textpath"):
        yield f"word art “{art.get('string', '')}”"


def _where(
    element: etree._Element, part: str, places: dict[etree._Element, tuple[Story, int]], cited: Sequence[str]
) -> str:
    paragraph = next((above for above in element.iterancestors(W + "p") if above in places), None)
    if paragraph is None:
        return part.rpartition("/")[2].removesuffix(".xml")
    story, index = places[paragraph]
    if story.name != BODY:
        return story.name
    return f"paragraph {index + 1}" + (f", in {cited[index]}" if cited[index] else "")

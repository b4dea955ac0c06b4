"""The stories of a draft: body, headers, footers, notes and text boxes, each with coordinates of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from lxml import etree

from ..model import ClausecheckError
from .blocks import PARAGRAPH, blocks
from .fields import Fields, is_contents
from .inline import Inline, link_target
from .package import Package
from .prompts import prompts
from .styles import read_styles, style_of
from .symbols import symbol_fonts
from .text import Words
from .xml import MC, R, W

BODY = "body"
MAX_PARAGRAPHS = 30_000
_RESERVED = ("separator", "continuationSeparator", "continuationNotice")
_BOX = W + "txbxContent"


@dataclass(frozen=True, slots=True)
class Story:
    """One story: where it stands in the file, and its paragraphs."""

    name: str
    part: str
    words: tuple[Words, ...]

    @property
    def family(self) -> str:
        """What kind of story it is: body, header, footer, footnote, endnote, textbox."""
        return self.name.partition(":")[0]


_read: WeakKeyDictionary[Package, tuple[Story, ...]] = WeakKeyDictionary()


def read_stories(package: Package) -> tuple[Story, ...]:
    """All stories of a draft, body first: the same objects each time, so call it before the trees are edited."""
    if package not in _read:
        _read[package] = tuple(_Reader(package).stories())
    return _read[package]


def body_words(package: Package) -> tuple[Words, ...]:
    """The character map of the body: ``body_words(package)[i]`` belongs to the model's body paragraph ``i``."""
    return read_stories(package)[0].words


class _Reader:
    """Walks the stories and puts text boxes aside, to be read as stories of their own."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._styles = read_styles(package)
        self._boxes: list[tuple[str, etree._Element]] = []
        self._noted: set[str] = set()

    def stories(self) -> Iterator[Story]:
        package = self._package
        root = package.tree(package.main)
        if sum(1 for _ in root.iter(PARAGRAPH)) > MAX_PARAGRAPHS:
            raise ClausecheckError("This file holds more than 30,000 paragraphs: split it, and review the parts.")
        yield self._story(BODY, package.main, root)
        for kind in ("header", "footer"):
            for number, part in enumerate(self._shown(root, kind), 1):
                yield self._story(f"{kind}:{number}", part, package.tree(part))
        for kind in ("footnote", "endnote"):
            yield from self._notes(kind)
        number = 0
        while number < len(self._boxes):  # a text box may hold another
            part, box = self._boxes[number]
            number += 1
            yield self._story(f"textbox:{number}", part, box)

    def _shown(self, root: etree._Element, kind: str) -> list[str]:
        """The header or footer parts that some section names, each once."""
        parts: dict[str, None] = {}
        for reference in root.iter(f"{W}{kind}Reference"):
            link = self._package.target(self._package.main, reference.get(R + "id", ""))
            if link is not None and not link.external and link.target in self._package:
                parts[link.target] = None
        return list(parts)

    def _notes(self, kind: str) -> Iterator[Story]:
        """The notes that shown text refers to: one whose reference was deleted is no longer printed."""
        for part in self._package.related(self._package.main, kind + "s"):
            for note in self._package.tree(part).iterchildren(W + kind):
                name = f"{kind}:{note.get(W + 'id', '')}"
                if note.get(W + "type") not in _RESERVED and name in self._noted:
                    yield self._story(name, part, note)

    def _story(self, name: str, part: str, container: etree._Element) -> Story:
        def external(identifier: str) -> str:
            link = self._package.target(part, identifier)
            return link.target if link else ""

        around = Fields(container), prompts(container), symbol_fonts(container)
        inline = Inline(self._styles, *around, lambda element: link_target(element, external))
        words = tuple(self._paragraphs(name, container, inline))
        self._noted.update(s.value for one in words for s in one.stretches if s.kind == "note")
        for shape in inline.shapes:
            self._boxes += [(part, box) for box in _boxes(shape.element)]
        return Story(name, part, words)

    def _paragraphs(self, story: str, container: etree._Element, inline: Inline) -> Iterator[Words]:
        for index, block in enumerate(blocks(container)):
            inline.read(block.elements, style_of(block.elements[-1]))
            stretches = inline.stretches
            contents = block.contents or any(s.kind == "field" and is_contents(s.value) for s in stretches)
            yield Words(
                story,
                index,
                block.elements,
                inline.text,
                inline.segments,
                block.cell,
                contents,
                stretches,
                inline.changes,
            )


def _boxes(shape: etree._Element) -> Iterator[etree._Element]:
    """The text boxes of a drawing, those inside of another box left to it; of alternatives only the first."""
    waiting = [shape]
    while waiting:
        element = waiting.pop()
        if element.tag == _BOX:
            yield element
        elif element.tag == MC + "AlternateContent":
            waiting += list(element)[:1]
        else:
            waiting += reversed(list(element))

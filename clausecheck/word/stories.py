"""The stories of a draft: body, headers, footers, notes and text boxes, each with coordinates of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias
from weakref import WeakKeyDictionary

from lxml import etree

from .blocks import PARAGRAPH, Block, blocks
from .changes import looks_changed
from .fields import Fields, is_contents
from .inline import Inline
from .package import Package
from .prompts import prompts
from .stretches import link_target
from .styles import read_styles, style_of
from .symbols import names_symbol_fonts, symbol_fonts
from .text import Words
from .turned import TurnedPackage
from .xml import MC, R, W

ACCEPTED, REJECTED = "accepted", "rejected"
BODY = "body"
_RESERVED = ("separator", "continuationSeparator", "continuationNotice")
_BOX = W + "txbxContent"
_Box: TypeAlias = tuple[str, int]  # its part, and which box of it


@dataclass(frozen=True, slots=True)
class Story:
    """One story: where it stands in the file, and its paragraphs."""

    name: str
    part: str
    words: tuple[Words, ...]
    tracked: bool = False  # whether it holds any tracked change

    @property
    def family(self) -> str:
        """What kind of story it is: body, header, footer, footnote, endnote, textbox."""
        return self.name.partition(":")[0]


_read: WeakKeyDictionary[Package, tuple[Story, ...]] = WeakKeyDictionary()
_turned: WeakKeyDictionary[Package, Package] = WeakKeyDictionary()


def read_stories(package: Package, view: str = ACCEPTED) -> tuple[Story, ...]:
    """All stories of a draft, body first: the same objects each time, so call it before the trees are edited.

    In the rejected view a text box that the accepted one shows too bears the same name.
    """
    package = in_view(package, view)
    if package not in _read:
        _read[package] = tuple(_Reader(package, {}).stories())
    return _read[package]


def in_view(package: Package, view: str) -> Package:
    """What to read for the ``accepted`` or the ``rejected`` view: for both the package itself where nothing is tracked.

    Where something is, the rejected view is read from a package whose tracked changes are turned round.
    """
    if view == ACCEPTED:
        return package
    stories = read_stories(package)
    parts = dict.fromkeys(story.part for story in stories if story.tracked)
    if parts and package not in _turned:
        turned = _turned[package] = TurnedPackage(package, parts)
        _read[turned] = tuple(_Reader(turned, _box_names(package, stories)).stories())
    return _turned[package] if parts else package


def _box_names(package: Package, stories: Iterable[Story]) -> dict[_Box, str]:
    boxes = (story for story in stories if story.family == "textbox" and story.words)
    named = {next(one.words[0].elements[0].iterancestors(_BOX)): one for one in boxes}
    return {
        (part, place): named[box].name
        for part in {one.part for one in named.values()}
        for place, box in enumerate(package.tree(part).iter(_BOX))
        if box in named
    }


def body_words(package: Package) -> tuple[Words, ...]:
    """The character map of the body: ``body_words(package)[i]`` belongs to the model's body paragraph ``i``."""
    return read_stories(package)[0].words


class _Reader:
    """Walks the stories and puts text boxes aside, to be read as stories of their own."""

    def __init__(self, package: Package, names: dict[_Box, str]) -> None:
        self._package = package
        self._names = names  # of the text boxes that the other view shows too
        self._styles = read_styles(package)
        self._boxes: list[tuple[str, etree._Element]] = []
        self._noted: set[str] = set()

    def stories(self) -> Iterator[Story]:
        package = self._package
        root = package.tree(package.main)
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
            yield self._story(self._box_name(number, part, box), part, box)

    def _box_name(self, number: int, part: str, box: etree._Element) -> str:
        if not self._names:
            return f"textbox:{number}"
        place = next(at for at, one in enumerate(self._package.tree(part).iter(_BOX)) if one is box)
        return self._names.setdefault((part, place), f"textbox:{len(self._names) + 1}")

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

        changed = looks_changed(container)
        symbols = symbol_fonts(container) if names_symbol_fonts(self._package.part(part)) else {}
        around = Fields(container), prompts(container, self._styles), symbols, changed
        inline = Inline(self._styles, *around, lambda element: link_target(element, external))
        found = blocks(container, tracked=changed is not None)
        words = tuple(self._paragraphs(name, found, inline, _places(container)))
        self._noted.update(s.value for one in words for s in one.stretches if s.kind == "note")
        for shape in inline.shapes:
            self._boxes += [(part, box) for box in _boxes(shape.element)]
        return Story(name, part, words, changed is not None)

    def _paragraphs(
        self, story: str, found: Iterable[Block], inline: Inline, places: Mapping[etree._Element, int]
    ) -> Iterator[Words]:
        for index, block in enumerate(found):
            inline.read(block, style_of(block.elements[-1]))
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
                places[block.elements[0]],
            )


def _places(container: etree._Element) -> dict[etree._Element, int]:
    """Where each ``w:p`` stands among all of a story, whichever view shows them."""
    return {element: place for place, element in enumerate(container.iter(PARAGRAPH))}


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

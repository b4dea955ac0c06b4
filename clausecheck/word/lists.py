"""What the lists of a draft mean for paragraphs that join them: which count together, and how far they indent."""

from __future__ import annotations

from .list_definitions import LEVELS
from .numbering import read_numbering
from .package import Package
from .stories import body_words
from .styles import read_styles
from .xml import W


class Lists:
    """The lists that count the body's paragraphs, which are given by their index."""

    def __init__(self, package: Package) -> None:
        self._words = body_words(package)
        self._numbering = read_numbering(package, read_styles(package))
        parts = package.related(package.main, "numbering")
        levels = package.tree(parts[0]).iter(W + "lvl") if parts else ()
        self._indents = {
            (level.getparent().get(W + "abstractNumId"), level.get(W + "ilvl")): dict(indent.attrib)
            for level in levels
            if (indent := level.find(f"{W}pPr/{W}ind")) is not None
        }

    def together(self, one: int, other: int) -> bool:
        """Whether one list counts both paragraphs, so that the deeper one begins again behind the other."""
        found = [self._place(index) for index in (one, other)]
        return found[0] is not None and found[1] is not None and found[0][0] == found[1][0]

    def indent(self, index: int) -> dict[str, str]:
        """The attributes of ``w:ind`` for text that stands below the paragraph's, without its number.

        Word takes the indent of a list away together with the number (ECMA-376 17.9.22).
        """
        place = self._place(index)
        indent = self._indents.get((place[0], str(place[1])), {}) if place else {}
        return {name: size for name, size in indent.items() if name in (W + "left", W + "start")}

    def _place(self, index: int) -> tuple[str, int] | None:
        """The list definition that counts the paragraph, and its level there."""
        place = self._numbering.place(self._words[index].elements[-1])
        return (place[1].abstract.id, min(place[2], LEVELS - 1)) if place else None

"""How much one file may hold: many times what a real draft needs, and little enough to fit into memory."""

from __future__ import annotations

from lxml import etree

from ..model import ClausecheckError
from . import xml
from .xml import W

MAX_MARKS = 1_600_000  # elements and attributes, each counted twice: trees of more would not fit into 300 MB
MAX_PARAGRAPHS, MAX_RUNS, MAX_CHARACTERS = 30_000, 50_000, 6_000_000

_CROWDED = etree.XPath(f"boolean(//w:p[count(.//w:r) > {MAX_RUNS}])", namespaces={"w": W[1:-1]})
_LARGE = 250_000  # bytes: no smaller part holds so many runs


class Extent:
    """What the parts of one file that were read hold together."""

    def __init__(self) -> None:
        self._marks = self._paragraphs = self._characters = 0

    def add(self, root: etree._Element, raw: bytes) -> None:
        """Count a part.

        Raises:
            ClausecheckError: the file holds more than a draft does.
        """
        self._marks += xml.marks(raw)
        if self._marks > MAX_MARKS:
            raise ClausecheckError(
                "This file holds too much markup for one draft: save it anew from Word, or split it."
            )
        self._paragraphs += sum(1 for _ in root.iter(W + "p"))
        self._characters += sum(len(text.text or "") for text in root.iter(W + "t"))
        if self._paragraphs > MAX_PARAGRAPHS:
            raise ClausecheckError("This file holds more than 30,000 paragraphs: split it, and review the parts.")
        if self._characters > MAX_CHARACTERS:
            raise ClausecheckError("This file holds more than 6,000,000 characters: split it, and review the parts.")
        if len(raw) > _LARGE and _CROWDED(root):
            raise ClausecheckError("A paragraph of this file holds more than 50,000 runs: save it anew from Word.")

"""Which units of a reading hold a word or a slot of the phrase language, and where in them it stands."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator

from spacy.tokens import Doc

from .chains import Span
from .marks import Atom, Choice, Group, Node, Option, Row, Slot
from .pieces import EVERYWHERE
from .wording import UnitWords

_ByUnit = dict[int, list[int]]  # positions in each unit that holds any
_Word = tuple[int, _ByUnit]  # the units that hold a word as bits, and its positions in each


class Index:
    """Looks up words and slots in one reading, each once; sets of units are numbers, unit ``n`` the bit ``1 << n``."""

    def __init__(self, text: UnitWords) -> None:
        self.text = text
        self._words: dict[str, _Word] = {}
        self._atoms: dict[Atom, list[_Word]] = {}
        self._units: dict[Node, int] = {}
        self._slots: dict[str, dict[int, list[tuple[int, int, Span]]]] = {}

    def slot(self, name: str) -> dict[int, list[tuple[int, int, Span]]]:
        """In each unit that holds any, the positions ``start, end`` of a slot's values and their token ranges."""
        if name not in self._slots:
            spans = sorted(_with_articles(name, self.text.reading.doc))
            self._slots[name] = self.text.placed(spans)
        return self._slots[name]

    def units(self, node: Node) -> int:
        """The units that hold all the words of one of the rows for which a node stands, as the bits of a number."""
        known = self._units.get(node)
        if known is None:
            known = self._units[node] = self._looked_up(node)
        return known

    def _all(self, nodes: Iterable[Node]) -> int:
        found = EVERYWHERE
        for node in nodes:
            found &= self.units(node)
            if not found:
                break
        return found

    def _any(self, nodes: Iterable[Node]) -> int:
        found = 0
        for node in nodes:
            found |= self.units(node)
        return found

    def _looked_up(self, node: Node) -> int:
        if isinstance(node, Row):
            return self._all(node.items)
        if isinstance(node, Option):
            return EVERYWHERE
        if isinstance(node, Choice):
            return self._any(node.options)
        if isinstance(node, Group):
            return self._all(node.row.items)
        if isinstance(node, Slot):
            return bits(self.slot(node.name))
        assert isinstance(node, Atom)
        found = 0
        for units, _ in self._atom(node):
            found |= units
        return found

    def positions(self, atom: Atom, unit: int) -> list[int]:
        """Where any of the atom's words stands in a unit."""
        lists = [positions for _, by_unit in self._atom(atom) if (positions := by_unit.get(unit))]
        return lists[0] if len(lists) == 1 else sorted(p for positions in lists for p in positions)

    def _atom(self, atom: Atom) -> list[_Word]:
        """Each of the atom's words that the draft holds."""
        known = self._atoms.get(atom)
        if known is None:
            known = self._atoms[atom] = self._exact(atom.exact[0]) if atom.exact else self._any_case(atom)
        return known

    def _exact(self, word: str) -> list[_Word]:
        lower = self.text.positions(word.lower())
        kept = {
            unit: [p for p in positions if self.text.exact(p, p + 1) == (word,)] for unit, positions in lower.items()
        }
        by_unit = {unit: positions for unit, positions in kept.items() if positions}
        return [(bits(by_unit), by_unit)]

    def _any_case(self, atom: Atom) -> list[_Word]:
        index, words = self.text.index, self.text.sorted_words
        said = {word for word in atom.words if word in index}
        for stem in atom.stems:
            at = bisect_left(words, stem)
            while at < len(words) and words[at].startswith(stem):
                said.add(words[at])
                at += 1
        return [self._word(word) for word in said]

    def _word(self, word: str) -> _Word:
        known = self._words.get(word)
        if known is None:
            by_unit = self.text.positions(word)
            known = self._words[word] = bits(by_unit), by_unit
        return known


def bits(units: Collection[int]) -> int:
    """A set of units as a number."""
    held = bytearray(max(units, default=0) // 8 + 1)
    for unit in units:
        held[unit >> 3] |= 1 << (unit & 7)
    return int.from_bytes(held, "little")


def units_in(held: int) -> Iterator[int]:
    """The units of such a number in order."""
    written = f"{held:b}"[::-1]
    at = written.find("1")
    while at >= 0:
        yield at
        at = written.find("1", at + 1)


def _with_articles(name: str, doc: Doc) -> Iterable[Span]:
    """The slot's token ranges; a party stands with its "the" too: "to <licensee>" is "to the Licensee"."""
    for span in doc.spans.get(name, ()):
        yield span.start, span.end
        if name in ("licensor", "licensee", "party") and span.start and doc[span.start - 1].lower_ == "the":
            yield span.start - 1, span.end

"""Which units of a reading hold a word or a slot of the phrase language, and where in them it stands."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from spacy.tokens import Doc

from .chains import Span
from .marks import Atom, Choice, Group, Node, Row, Slot
from .wording import UnitWords

Units = frozenset[int] | None  # None: any unit, since there is no word that must stand
_ByUnit = dict[int, list[int]]  # positions in each unit that holds any


class Index:
    """Looks up words and slots in one reading, each once."""

    def __init__(self, text: UnitWords) -> None:
        self.text = text
        self._atoms: dict[Atom, list[_ByUnit]] = {}
        self._units: dict[Node, Units] = {}
        self._slots: dict[str, dict[int, list[tuple[int, int, Span]]]] = {}

    def slot(self, name: str) -> dict[int, list[tuple[int, int, Span]]]:
        """In each unit that holds any, the positions ``start, end`` of a slot's values and their token ranges."""
        if name not in self._slots:
            spans = sorted(_with_articles(name, self.text.reading.doc))
            self._slots[name] = self.text.placed(spans)
        return self._slots[name]

    def units(self, node: Node) -> Units:
        """The units that hold all the words of one of the rows for which a node stands."""
        if isinstance(node, Row):
            return common(map(self.units, node.items))
        if isinstance(node, Atom | Group | Slot):  # these are shared by many phrases
            if node not in self._units:
                self._units[node] = self._looked_up(node)
            return self._units[node]
        return _either(map(self.units, node.options)) if isinstance(node, Choice) else None

    def _looked_up(self, node: Atom | Group | Slot) -> Units:
        if isinstance(node, Group):
            return self.units(node.row)
        if isinstance(node, Slot):
            return frozenset(self.slot(node.name))
        return frozenset().union(*self._atom(node))

    def positions(self, atom: Atom, unit: int) -> list[int]:
        """Where any of the atom's words stands in a unit."""
        lists = [positions for by_unit in self._atom(atom) if (positions := by_unit.get(unit))]
        return lists[0] if len(lists) == 1 else sorted(p for positions in lists for p in positions)

    def _atom(self, atom: Atom) -> list[_ByUnit]:
        """The positions of each of the atom's words that the draft holds."""
        known = self._atoms.get(atom)
        if known is None:
            known = self._atoms[atom] = self._exact(atom.exact[0]) if atom.exact else self._any_case(atom)
        return known

    def _exact(self, word: str) -> list[_ByUnit]:
        lower = self.text.index.get(word.lower(), {})
        kept = {unit: [p for p in positions if self.text.exact(p) == word] for unit, positions in lower.items()}
        return [{unit: positions for unit, positions in kept.items() if positions}]

    def _any_case(self, atom: Atom) -> list[_ByUnit]:
        index, words = self.text.index, self.text.sorted_words
        said = {word for word in atom.words if word in index}
        for stem in atom.stems:
            at = bisect_left(words, stem)
            while at < len(words) and words[at].startswith(stem):
                said.add(words[at])
                at += 1
        return [index[word] for word in said]


def common(several: Iterable[Units]) -> Units:
    """The units that are in all of these."""
    alive: Units = None
    for units in several:
        alive = units if alive is None else alive if units is None else alive & units
        if alive is not None and not alive:
            break
    return alive


def _either(several: Iterable[Units]) -> Units:
    found: set[int] = set()
    for units in several:
        if units is None:
            return None
        found |= units
    return frozenset(found)


def _with_articles(name: str, doc: Doc) -> Iterable[Span]:
    """The slot's token ranges; a party stands with its "the" too: "to <licensee>" is "to the Licensee"."""
    for span in doc.spans.get(name, ()):
        yield span.start, span.end
        if name in ("licensor", "licensee", "party") and span.start and doc[span.start - 1].lower_ == "the":
            yield span.start - 1, span.end

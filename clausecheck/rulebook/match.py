"""Finds the rulebook's phrases in a reading: an index of words says where to look, spaCy's Matcher whether they stand.

Only this module calls a Matcher, and only on a few words of one unit at a time: a pattern with wildcards over a whole
draft is several hundred times slower.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Any

from spacy.attrs import LOWER
from spacy.matcher import Matcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from .chains import Chain, Cover, Found, Span, Stand, closest, joined
from .pieces import Atom, Branch, Compiled, Part, Piece, Run
from .wording import UnitWords


class Patterns:
    """The Matchers of a rulebook, each made when first needed; units are shown to them as words alone."""

    def __init__(self) -> None:
        self.vocab = Vocab(lex_attr_getters={LOWER: str.lower})
        self.calls = 0  # how often a Matcher was called, for the tests of speed
        self._made: dict[Run, Matcher] = {}

    def find(self, run: Run, words: Any) -> list[Span]:
        """Where a run of words stands in a Doc or Span of words."""
        matcher = self._made.get(run)
        if matcher is None:
            matcher = self._made[run] = Matcher(self.vocab)
            matcher.add("run", [[_token(atom) for atom in run.atoms]])
        self.calls += 1
        return [(start, end) for _, start, end in matcher(words)]


def _token(atom: Atom) -> dict[str, Any]:
    if atom.exact:
        return {"ORTH": atom.exact[0]}
    if len(atom.words) == 1 and not atom.stems:
        return {"LOWER": atom.words[0]}
    if not atom.stems:
        return {"LOWER": {"IN": list(atom.words)}}
    ways = [*map(re.escape, atom.stems), *(re.escape(word) + "$" for word in atom.words)]
    return {"LOWER": {"REGEX": f"^(?:{'|'.join(ways)})"}}


class Seeker:
    """Seeks phrases in one reading; what was found once for a word, run or slot is kept for all phrases."""

    def __init__(self, patterns: Patterns, text: UnitWords) -> None:
        self.text = text
        self._patterns = patterns
        self._atoms: dict[Atom, dict[int, list[int]]] = {}
        self._runs: dict[tuple[Run, int], list[Span]] = {}
        self._slots: dict[str, dict[int, list[tuple[int, int, Span]]]] = {}
        self._units: dict[Piece, frozenset[int]] = {}
        self._docs: dict[int, Doc] = {}
        self._openers: set[int] | None = None

    # where a phrase may stand at all

    def units(self, phrase: Compiled, allowed: frozenset[int] | None) -> list[int]:
        """The units that hold every word of the phrase, in order."""
        sets = sorted((self._piece_units(piece) for piece in phrase.pieces), key=len)
        alive = sets[0] if allowed is None else sets[0] & allowed
        for units in sets[1:]:
            if not alive:
                return []
            alive = alive & units
        return sorted(alive)

    def _piece_units(self, piece: Piece) -> frozenset[int]:
        known = self._units.get(piece)
        if known is None:
            known = frozenset().union(*(self._branch_units(branch) for branch in piece.branches))
            self._units[piece] = known
        return known

    def _branch_units(self, branch: Branch) -> frozenset[int]:
        words = [frozenset(self._atom(atom)) for part in branch.parts if isinstance(part, Run) for atom in part.atoms]
        slots = [frozenset(self._slot(part)) for part in branch.parts if isinstance(part, str)]
        return frozenset.intersection(*words, *slots)

    def _slot(self, name: str) -> dict[int, list[tuple[int, int, Span]]]:
        if name not in self._slots:
            spans = sorted(_with_articles(name, self.text.reading.doc))
            self._slots[name] = self.text.placed(spans)
        return self._slots[name]

    def _atom(self, atom: Atom) -> dict[int, list[int]]:
        known = self._atoms.get(atom)
        if known is None:
            known = self._atoms[atom] = self.text.by_unit(self._positions(atom))
        return known

    def _positions(self, atom: Atom) -> list[int]:
        index, words = self.text.index, self.text.sorted_words
        if atom.exact:
            exact = atom.exact[0]
            return [p for p in index.get(exact.lower(), ()) if self.text.exact(p) == exact]
        said = {word for word in atom.words if word in index}
        for stem in atom.stems:
            at = bisect_left(words, stem)
            while at < len(words) and words[at].startswith(stem):
                said.add(words[at])
                at += 1
        lists = [index[word] for word in said]
        return lists[0] if len(lists) == 1 else sorted(p for positions in lists for p in positions)

    # where its pieces stand in a unit

    def stands(self, piece: Piece, unit: int) -> list[Stand]:
        """Where a piece stands in a unit, by position."""
        found = {stand for branch in piece.branches for stand in self._branch(branch, unit)}
        return sorted(found, key=lambda s: (s.start, s.end, s.anchor, s.slots))

    def _branch(self, branch: Branch, unit: int) -> Iterable[Stand]:
        stands = [Stand(start, start, -1, ()) for start in self._starts(branch.parts[0], unit)]
        for number, part in enumerate(branch.parts):
            behind: dict[int, list[tuple[int, tuple[Span, ...]]]] = {}
            for start, end, slots in self._part(part, unit):
                behind.setdefault(start, []).append((end, slots))
            fixed = branch.fixed[1] if branch.fixed and branch.fixed[0] == number else None
            stands = [
                Stand(s.start, end, s.anchor if fixed is None else s.end + fixed, (*s.slots, *slots))
                for s in stands
                for end, slots in behind.get(s.end, ())
            ]
        return stands

    def _starts(self, part: Part, unit: int) -> set[int]:
        return {start for start, _, _ in self._part(part, unit)}

    def _part(self, part: Part, unit: int) -> list[tuple[int, int, tuple[Span, ...]]]:
        if isinstance(part, str):
            return [(start, end, (span,)) for start, end, span in self._slot(part).get(unit, ())]
        return [(start, end, ()) for start, end in self._run(part, unit)]

    def _run(self, run: Run, unit: int) -> list[Span]:
        if len(run.atoms) == 1:
            return [(p, p + 1) for p in self._atom(run.atoms[0]).get(unit, ())]
        known = self._runs.get((run, unit))
        if known is None:
            known = self._runs[run, unit] = self._matched(run, unit)
        return known

    def _matched(self, run: Run, unit: int) -> list[Span]:
        """The Matcher, shown the stretch of the unit in which the run's words stand close enough."""
        windows = self._windows(run, unit)
        if not windows:
            return []
        begin = self.text.begins[unit]
        first, end = max(windows[0], begin), min(windows[-1] + len(run.atoms), self.text.begins[unit + 1])
        found = self._patterns.find(run, self._doc(unit)[first - begin : end - begin])
        return sorted((start + first, stop + first) for start, stop in found)

    def _windows(self, run: Run, unit: int) -> list[int]:
        """Where the run may start: round its rarest word, with every other word somewhere in the window."""
        positions = [self._atom(atom).get(unit, ()) for atom in run.atoms]
        if not all(positions):
            return []
        offset, rarest = min(enumerate(positions), key=lambda item: len(item[1]))
        length = len(run.atoms)
        return [p - offset for p in rarest if all(_any_within(o, p - offset, p - offset + length) for o in positions)]

    def _doc(self, unit: int) -> Doc:
        if unit not in self._docs:
            text = self.text
            words = [text.exact(p) for p in range(text.begins[unit], text.begins[unit + 1])]
            self._docs[unit] = Doc(self._patterns.vocab, words=words)
        return self._docs[unit]

    # the phrase as a whole

    def chains(self, phrase: Compiled, unit: int, farthest: bool = False) -> list[Chain]:
        """The ways in which a phrase stands in a unit: from each of its first pieces the nearest (or farthest) rest."""
        stands = [self.stands(piece, unit) for piece in phrase.pieces]
        if phrase.start:
            stands[0] = [stand for stand in stands[0] if self._opens(stand)]
        rest: list[Chain] = [(stand,) for stand in stands[-1]]
        for before, gap in zip(reversed(stands[:-1]), reversed(phrase.gaps), strict=True):
            rest = joined(before, rest, gap, farthest)
            if not rest:
                return []
        return rest

    def _opens(self, stand: Stand) -> bool:
        if self._openers is None:
            self._openers = self.text.openers()
        return stand.start < len(self.text.word_at) and self.text.word_at[stand.start] in self._openers

    def hits(self, phrase: Compiled, allowed: frozenset[int] | None = None) -> list[Found]:
        """The phrase's hits, one for each anchor, without those that merely span a closer one."""
        return [
            Found(phrase.text, unit, chain)
            for unit in self.units(phrase, allowed)
            for chain in closest(self.chains(phrase, unit))
        ]

    def cover(self, phrases: Iterable[Compiled], units: frozenset[int]) -> Cover:
        """All that any of the phrases can span in these units."""
        return Cover(
            (chain[0].start, chain[-1].end)
            for phrase in phrases
            for unit in self.units(phrase, units)
            for chain in self.chains(phrase, unit, farthest=True)
        )


def _with_articles(name: str, doc: Doc) -> Iterable[Span]:
    """The slot's token ranges; a party stands with its "the" too: "to <licensee>" is "to the Licensee"."""
    for span in doc.spans.get(name, ()):
        yield span.start, span.end
        if name in ("licensor", "licensee", "party") and span.start and doc[span.start - 1].lower_ == "the":
            yield span.start - 1, span.end


def _any_within(positions: Sequence[int], first: int, end: int) -> bool:
    at = bisect_left(positions, first)
    return at < len(positions) and positions[at] < end

"""Finds the rulebook's phrases in a reading: an index of words says where to look, spaCy's Matcher whether they stand.

Only this module calls a Matcher, and only on a few words of one unit at a time: a pattern with wildcards over a whole
draft is several hundred times slower.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain
from typing import Any

from spacy.attrs import LOWER
from spacy.matcher import Matcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from .chains import Chain, Cover, Found, Span, Stand, closest, joined
from .index import Index, Units, common
from .marks import Atom, Slot
from .pieces import Branch, Compiled, Part, Piece, Run
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
    """Seeks phrases in one reading; what was found once for a word, piece or slot is kept for all phrases."""

    def __init__(self, patterns: Patterns, text: UnitWords) -> None:
        self.text = text
        self._patterns = patterns
        self._index = Index(text)
        self._ways: dict[Piece, list[tuple[Branch, frozenset[int]]]] = {}
        self._units: dict[Piece, Units] = {}
        self._stands: dict[tuple[Piece, int], list[Stand]] = {}
        self._runs: dict[tuple[Run, int], list[Span]] = {}
        self._docs: dict[int, Doc] = {}
        self._openers: set[int] | None = None

    # where a phrase may stand at all

    def units(self, phrase: Compiled, allowed: frozenset[int] | None) -> list[int]:
        """The units that hold every word of the phrase, in order."""
        return sorted(common(chain([allowed], map(self._piece_units, phrase.pieces))) or ())

    def _piece_units(self, piece: Piece) -> Units:
        if piece not in self._units:
            self._units[piece] = self._index.units(piece.row)
        return self._units[piece]

    def _branches(self, piece: Piece) -> list[tuple[Branch, frozenset[int]]]:
        """The branches of a piece that stand somewhere in the draft, and the units that hold all their words."""
        known = self._ways.get(piece)
        if known is None:
            ways = ((branch, self._branch_units(branch)) for branch in piece.branches)
            known = self._ways[piece] = [way for way in ways if way[1]]
        return known

    def _branch_units(self, branch: Branch) -> frozenset[int]:
        held = (node for part in branch.parts for node in ((Slot(part),) if isinstance(part, str) else part.atoms))
        return common(map(self._index.units, held)) or frozenset()

    # where its pieces stand in a unit

    def stands(self, piece: Piece, unit: int) -> list[Stand]:
        """Where a piece stands in a unit, by position."""
        known = self._stands.get((piece, unit))
        if known is None:
            found = [self._branch(branch, unit) for branch, units in self._branches(piece) if unit in units]
            known = self._stands[piece, unit] = sorted(set().union(*found))
        return known

    def _branch(self, branch: Branch, unit: int) -> list[Stand]:
        first, *rest = branch.parts
        at, word = branch.fixed or (-1, 0)
        stands = [
            Stand(start, end, start + word if at == 0 else -1, slots) for start, end, slots in self._part(first, unit)
        ]
        for number, part in enumerate(rest, start=1):
            behind: dict[int, list[tuple[int, tuple[Span, ...]]]] = {}
            for start, end, slots in self._part(part, unit):
                behind.setdefault(start, []).append((end, slots))
            stands = [
                Stand(s.start, end, s.end + word if at == number else s.anchor, (*s.slots, *slots))
                for s in stands
                for end, slots in behind.get(s.end, ())
            ]
        return stands

    def _part(self, part: Part, unit: int) -> list[tuple[int, int, tuple[Span, ...]]]:
        if isinstance(part, str):
            return [(start, end, (span,)) for start, end, span in self._index.slot(part).get(unit, ())]
        return [(start, end, ()) for start, end in self._run(part, unit)]

    def _run(self, run: Run, unit: int) -> list[Span]:
        if len(run.atoms) == 1:
            return [(p, p + 1) for p in self._index.positions(run.atoms[0], unit)]
        known = self._runs.get((run, unit))
        if known is None:
            known = self._runs[run, unit] = self._matched(run, unit)
        return known

    def _matched(self, run: Run, unit: int) -> list[Span]:
        """The Matcher, shown the stretch of the unit in which the run's words stand one behind the other."""
        starts = self._starts(run, unit)
        if not starts:
            return []
        begin = self.text.begins[unit]
        first, end = min(starts), max(starts) + len(run.atoms)
        found = self._patterns.find(run, self._doc(unit)[first - begin : end - begin])
        return sorted((start + first, stop + first) for start, stop in found)

    def _starts(self, run: Run, unit: int) -> set[int]:
        """Where the run may start, by its words' positions."""
        starts: set[int] | None = None
        for offset, atom in enumerate(run.atoms):
            here = {p - offset for p in self._index.positions(atom, unit)}
            starts = here if starts is None else starts & here
            if not starts:
                break
        return starts or set()

    def _doc(self, unit: int) -> Doc:
        if unit not in self._docs:
            text = self.text
            words = [text.exact(p) for p in range(text.begins[unit], text.begins[unit + 1])]
            self._docs[unit] = Doc(self._patterns.vocab, words=words)
        return self._docs[unit]

    # the phrase as a whole

    def chains(self, phrase: Compiled, unit: int, farthest: bool = False) -> list[Chain]:
        """The ways in which a phrase stands in a unit: from each of its first pieces the nearest (or farthest) rest."""
        *before, last = phrase.pieces
        rest: list[Chain] = [(stand,) for stand in self.stands(last, unit)]
        for piece, gap in zip(reversed(before), reversed(phrase.gaps), strict=True):
            rest = joined(self.stands(piece, unit), rest, gap, farthest) if rest else rest
        return [found for found in rest if self._opens(found[0])] if phrase.start else rest

    def _opens(self, stand: Stand) -> bool:
        if self._openers is None:
            self._openers = self.text.openers()
        return stand.start < len(self.text.word_at) and self.text.word_at[stand.start] in self._openers

    def hits(self, phrase: Compiled, allowed: frozenset[int] | None = None) -> list[Found]:
        """The phrase's hits, one for each anchor, without those that merely span a closer one."""
        return [
            Found(phrase.text, unit, found)
            for unit in self.units(phrase, allowed)
            for found in closest(self.chains(phrase, unit))
        ]

    def cover(self, phrases: Iterable[Compiled], units: frozenset[int]) -> Cover:
        """All that any of the phrases can span in these units."""
        return Cover(
            (found[0].start, found[-1].end)
            for phrase in phrases
            for unit in self.units(phrase, units)
            for found in self.chains(phrase, unit, farthest=True)
        )

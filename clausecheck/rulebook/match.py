"""Finds the rulebook's phrases in a reading: an index of words says where to look, spaCy's Matcher whether they stand.

Only this module calls a Matcher, and only on a few words at a time: a pattern with wildcards over a whole draft is
several hundred times slower.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from spacy.attrs import LOWER
from spacy.matcher import Matcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from .chains import Chain, Cover, Found, Stand, closest, joined
from .index import Index, units_in
from .marks import Atom
from .pieces import EVERYWHERE, Branch, Compiled, Part, Piece, Run
from .wording import UnitWords

MOST_KEPT = 50_000  # places of pieces: those of a long draft and many rules would take 100 MB


class Patterns:
    """The Matchers of a rulebook, each made when first needed; they are shown words alone."""

    def __init__(self) -> None:
        self.vocab = Vocab(lex_attr_getters={LOWER: str.lower})
        self.calls = 0  # how often a Matcher was called, for the tests of speed
        self._made: dict[Run, Matcher] = {}

    def fits(self, run: Run, words: Sequence[str]) -> bool:
        """Whether these words, as many as the run's, are such a run."""
        matcher = self._made.get(run)
        if matcher is None:
            matcher = self._made[run] = Matcher(self.vocab, validate=False)
            matcher.add("run", [[_token(atom) for atom in run.atoms]])
        self.calls += 1
        return bool(matcher(Doc(self.vocab, words=list(words))))


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
        self._all = (1 << len(text.reading.units)) - 1
        self._ways: dict[Piece, list[tuple[Branch, int]]] = {}
        self._stands: dict[tuple[Piece, int], list[Stand]] = {}
        self._runs: dict[tuple[Run, int], list[int]] = {}
        self._fits: dict[tuple[Run, tuple[str, ...]], bool] = {}
        self._openers: set[int] | None = None

    # where a phrase may stand at all

    def units(self, phrase: Compiled, allowed: int) -> Iterator[int]:
        """The units, of those allowed, that hold every word of the phrase, in order."""
        held = allowed & self._all
        for piece in phrase.pieces:
            if not held:
                break
            held &= self._index.units(piece.row)
        return units_in(held)

    def _branches(self, piece: Piece) -> list[tuple[Branch, int]]:
        """The branches of a piece that stand somewhere in the draft, and the units that hold all their words."""
        known = self._ways.get(piece)
        if known is None:
            known = self._ways[piece] = [way for way in piece.branches(self._index.units) if way[0].parts]
        return known

    # where its pieces stand in a unit

    def stands(self, piece: Piece, unit: int) -> list[Stand]:
        """Where a piece stands in a unit, by position."""
        known = self._stands.get((piece, unit))
        if known is None:
            if len(self._stands) > MOST_KEPT:
                self._stands.clear()
                self._runs.clear()
            here = 1 << unit
            found = [self._branch(branch, unit) for branch, units in self._branches(piece) if units & here]
            known = self._stands[piece, unit] = found[0] if len(found) == 1 else sorted(set().union(*found))
        return known

    def _branch(self, branch: Branch, unit: int) -> list[Stand]:
        at, word = branch.fixed or (-1, 0)
        if len(branch.parts) == 1:
            return self._first(branch.parts[0], word if at == 0 else -1, unit)
        first, *rest = branch.parts
        stands = self._first(first, word if at == 0 else -1, unit)
        for number, part in enumerate(rest, start=1):
            behind: dict[int, list[Stand]] = {}
            for stand in self._first(part, word if at == number else -1, unit):
                behind.setdefault(stand.start, []).append(stand)
            stands = [
                Stand(s.start, more.end, more.anchor if at == number else s.anchor, s.slots + more.slots)
                for s in stands
                for more in behind.get(s.end, ())
            ]
        return sorted(set(stands))

    def _first(self, part: Part, fixed: int, unit: int) -> list[Stand]:
        """Where a part stands; ``fixed`` says which of its words anchors a hit, if any."""
        if isinstance(part, str):
            return [Stand(start, end, -1, (span,)) for start, end, span in self._index.slot(part).get(unit, ())]
        length, begins = len(part.atoms), self._run(part, unit)
        if fixed < 0:
            return [Stand(p, p + length, -1, ()) for p in begins]
        return [Stand(p, p + length, p + fixed, ()) for p in begins]

    def _run(self, run: Run, unit: int) -> list[int]:
        """Where a run begins."""
        if len(run.atoms) == 1:
            return self._index.positions(run.atoms[0], unit)
        known = self._runs.get((run, unit))
        if known is None:
            known = self._runs[run, unit] = self._matched(run, unit)
        return known

    def _matched(self, run: Run, unit: int) -> list[int]:
        """The Matcher, shown the words that stand one behind the other as the run's do; the same words only once."""
        found = []
        for start in sorted(self._starts(run, unit)):
            words = self.text.exact(start, start + len(run.atoms))
            fits = self._fits.get((run, words))
            if fits is None:
                fits = self._fits[run, words] = self._patterns.fits(run, words)
            if fits:
                found.append(start)
        return found

    def _starts(self, run: Run, unit: int) -> set[int]:
        """Where the run may start, by its words' positions."""
        starts = set(self._index.positions(run.atoms[0], unit))
        for offset, atom in enumerate(run.atoms[1:], start=1):
            starts &= {p - offset for p in self._index.positions(atom, unit)}
            if not starts:
                break
        return starts

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

    def hits(self, phrase: Compiled, allowed: int = EVERYWHERE) -> list[Found]:
        """The phrase's hits, one for each anchor, without those that merely span a closer one."""
        return [
            Found(phrase.text, unit, found)
            for unit in self.units(phrase, allowed)
            for found in closest(self.chains(phrase, unit))
        ]

    def cover(self, phrases: Iterable[Compiled], units: int) -> Cover:
        """All that any of the phrases can span in these units."""
        return Cover(
            (found[0].start, found[-1].end)
            for phrase in phrases
            for unit in self.units(phrase, units)
            for found in self.chains(phrase, unit, farthest=True)
        )

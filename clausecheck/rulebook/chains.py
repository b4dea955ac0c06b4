"""Pieces that stand in order, with no more words between them than the phrase allows: chains."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from ..model import Hit
from .wording import UnitWords

Span = tuple[int, int]


class Stand(NamedTuple):
    """Where a piece stands: positions ``start:end``, the anchor's position, and the token ranges of its parts."""

    start: int
    end: int
    anchor: int  # -1 where it holds no fixed word
    slots: tuple[Span, ...]  # token ranges of its slots: these may hold marks without a word


Chain = tuple[Stand, ...]  # one stand for each piece of a phrase, in order


class Cover:
    """The positions inside any of several spans."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []  # spans that meet are one
        for start, end in sorted(spans):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(end, self._ends[-1])
            else:
                self._starts.append(start)
                self._ends.append(end)

    def __contains__(self, position: int) -> bool:
        at = bisect_right(self._starts, position) - 1
        return at >= 0 and position < self._ends[at]


def joined(before: list[Stand], rest: list[Chain], gap: int, farthest: bool) -> list[Chain]:
    """Each stand with the chain behind it that ends nearest (or farthest) within the gap."""
    starts = [chain[0].start for chain in rest]
    joined = []
    for stand in before:
        near = rest[bisect_left(starts, stand.end) : bisect_left(starts, stand.end + gap + 1)]
        if len(near) > 1:
            near = [(max if farthest else min)(near, key=lambda chain: chain[-1].end)]
        joined += [(stand, *chain) for chain in near]
    return joined


def anchor(chain: Chain) -> int:
    """The position of a chain's first fixed word; of its first word where it has only slots."""
    for stand in chain:
        if stand.anchor >= 0:
            return stand.anchor
    return chain[0].start


def closest(chains: list[Chain]) -> list[Chain]:
    """For each anchor the chain with most words, then the tightest; none that spans a whole other one."""
    if len(chains) < 2:
        return chains
    best: dict[int, Chain] = {}
    for chain in chains:
        at = anchor(chain)
        if at not in best or _rank(chain) > _rank(best[at]):
            best[at] = chain
    kept: list[Chain] = []
    for _, chain in sorted(best.items(), reverse=True):
        if not any(chain[0].start <= k[0].start and k[-1].end <= chain[-1].end for k in kept[-1:]):
            kept.append(chain)
    return kept[::-1]


def _rank(chain: Chain) -> tuple[int, int]:
    return sum(stand.end - stand.start for stand in chain), chain[0].start - chain[-1].end


class Found(NamedTuple):
    """A phrase that stands in a unit, by position."""

    phrase: str
    unit: int
    chain: Chain

    def hit(self, text: UnitWords) -> Hit:
        """The same by tokens."""
        spans = tuple(span for stand in self.chain for span in _spans(stand, text))
        return Hit(self.unit, spans, self._token(text, spans), self.phrase)

    def _token(self, text: UnitWords, spans: tuple[Span, ...]) -> int:
        if all(stand.anchor < 0 for stand in self.chain):
            return spans[0][0]
        return text.words.firsts[text.word_at[anchor(self.chain)]]


def _spans(stand: Stand, text: UnitWords) -> list[Span]:
    """The token ranges of a piece: its words, with the marks that belong to its slots."""
    if stand.end == stand.start + 1 and not stand.slots:
        return [text.word(stand.start)]
    spans = sorted({*text.spans(stand.start, stand.end), *stand.slots})
    merged: list[Span] = []
    for first, end in spans:
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((first, end))
    return merged

r"""Numbers as a REF field cites them: alone (``\n``), from where the field stands (``\r``), or whole (``\w``)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .numbering import Numbering, Printed
from .text import Words

_PLACE = re.compile(r"%([1-9])")
_BULLET, NO_NUMBER = "•", "0"  # Word cites a paragraph without a number as 0


class ListContext:
    """The numbered paragraphs of one story, each with those of the same list that stand above it."""

    def __init__(self, numbering: Numbering, words: Sequence[Words], printed: Sequence[Printed]) -> None:
        self._numbering = numbering
        self._words = words
        self._printed = printed
        self._above: list[int | None] | None = None

    def own(self, index: int) -> str:
        """The number of a paragraph without the full stop behind it."""
        number = self._printed[index].number
        return NO_NUMBER if number in ("", _BULLET) else number.rstrip(".")

    def full(self, index: int) -> str:
        """The number behind those of the levels above, as far as it does not repeat them: "1.1(a)"."""
        return self._cited(self._path(index))

    def relative(self, index: int, seen_from: int) -> str:
        """The number without what it shares with the paragraph from where it is cited."""
        path, there = self._path(index), {seen_from, *self._path(seen_from)}
        far = [at for at in path[:-1] if at not in there]
        return self._cited([*far, *path[-1:]])

    def _cited(self, path: Sequence[int]) -> str:
        written = "".join(self._printed[at].number for at in path).rstrip(".")
        return written if path and written != _BULLET else NO_NUMBER

    def _path(self, index: int) -> list[int]:
        """The paragraphs whose numbers make up the whole, the outermost first."""
        if self._printed[index].number in ("", _BULLET):
            return []
        path = [index]
        at, covered = self._parent(index), self._covered(index)
        while at is not None:
            if self._printed[at].depth < covered and self._printed[at].number != _BULLET:
                path.append(at)
                covered = min(covered, self._covered(at))
            at = self._parent(at)
        return path[::-1]

    def _parent(self, index: int) -> int | None:
        if self._above is None:
            self._above = _parents(self._printed)
        return self._above[index]

    def _covered(self, index: int) -> int:
        """The highest level that the number of a paragraph itself writes out."""
        place = self._numbering.place(self._words[index].elements[-1])
        if place is None:
            return self._printed[index].depth
        _, found, depth = place
        return min([depth, *(int(level) - 1 for level in _PLACE.findall(found.level(depth).text))])


def _parents(printed: Sequence[Printed]) -> list[int | None]:
    """For each paragraph the nearest one above it in the same list at a higher level."""
    parents: list[int | None] = []
    last: dict[str, list[int]] = {}
    for index, one in enumerate(printed):
        chain = last.setdefault(one.list, []) if one.list else []
        while chain and printed[chain[-1]].depth >= one.depth:
            chain.pop()
        parents.append(chain[-1] if chain else None)
        if one.list:
            chain.append(index)
    return parents

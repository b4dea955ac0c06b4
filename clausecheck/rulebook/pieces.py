"""A phrase, split at its gaps into pieces; each piece holds the word rows (branches) of which one must stand."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import prod
from typing import NamedTuple

from .marks import (
    MOST_SHARED,
    Atom,
    Choice,
    Gap,
    Group,
    Node,
    Option,
    PhraseError,
    Row,
    Slot,
    read_gap,
)
from .phrase import Groups, parse
from .words import fold

MOST_BRANCHES = 500
MOST_GROUPS = 5000  # kept for further phrases
_GAP = re.compile(r"\s*(\.\.\.\d*)\s+")
PARTIES = ("licensor", "licensee", "party")


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """Words one behind the other."""

    atoms: tuple[Atom, ...]


Part = Run | str  # a run, or a slot by its name


class Branch(NamedTuple):
    """One way for a piece to stand: runs and slots without a word between them."""

    parts: tuple[Part, ...]
    fixed: tuple[int, int] | None  # the part and the word in it that anchors a hit; None = no fixed word


class Piece:
    """What stands between two gaps, read and written out when it is first needed: most drafts need few of all."""

    def __init__(self, text: str, groups: Groups) -> None:
        self.text = text
        self._groups = groups

    @cached_property
    def row(self) -> Row:
        """Its words and brackets in order.

        Raises:
            PhraseError: it cannot be read.
        """
        try:
            return Row(parse(self.text, self._groups).items)
        except PhraseError as error:
            where = "clausecheck rules check says where it stands"
            raise PhraseError(f"In the wording “{self.text}”: {error}; {where}.") from None

    def branches(self, held: Callable[[Atom | Slot], int] = lambda _: EVERYWHERE) -> list[tuple[Branch, int]]:
        """The rows of words of which one must stand, each once, with the units that hold all its words.

        ``held`` says which units hold a word or a slot, as the bits of a number; rows that no unit holds are left out.

        Raises:
            PhraseError: they are too many.
        """
        _refuse_many(self)
        written = {_branch(elements): units for elements, units in _rows(self.row, held)}
        return list(written.items())


# Phrases share their pieces and runs as they share their words: each is one object.

_run = lru_cache(maxsize=MOST_SHARED)(Run)


@lru_cache(maxsize=MOST_SHARED)
def _piece(text: str, groups: Groups) -> Piece:
    home = groups.home(text)
    return Piece(text, groups) if home is groups else _piece(text, home)


class Compiled(NamedTuple):
    """A phrase ready to be sought: ``gaps[i]`` words at most between ``pieces[i]`` and ``pieces[i + 1]``."""

    text: str
    pieces: tuple[Piece, ...]
    gaps: tuple[int, ...]
    start: bool


EVERYWHERE = -1  # all bits
_Element = tuple[Atom | str, bool]  # what stands there, and whether it must
_Held = tuple[tuple[_Element, ...], int]  # a row, and the units that hold all of it


def compiled(text: str, groups: Groups) -> Compiled:
    """A phrase of the phrase language, ready to be sought and free of faults.

    Raises:
        PhraseError: it cannot be read, has no fixed word, or stands for too many wordings.
    """
    whole = parse(text, groups)
    phrase = unproven(text, groups)
    if sum(isinstance(item, Gap) for item in whole.items) != len(phrase.gaps):
        raise PhraseError("a gap stands in quotation marks: take it out of them")
    _refuse_many(*phrase.pieces)
    branches = [[branch for branch, _ in piece.branches()] for piece in phrase.pieces]
    if any(not branch.parts for piece in branches for branch in piece):
        raise PhraseError("everything between two gaps may be absent: take the ? away, or the words")
    if not any(all(map(_anchored, piece)) for piece in branches):
        raise PhraseError("the phrase has no fixed word: add a word that always stands there")
    return phrase


def unproven(text: str, groups: Groups) -> Compiled:
    """A phrase that was proven before: it is only split at its gaps, and each piece read when it is needed."""
    folded = fold(text).strip()
    start = folded.startswith("^")
    pieces = _GAP.split(folded[start:])
    gaps = tuple(read_gap(gap).limit for gap in pieces[1::2])
    return Compiled(text, tuple(_piece(piece, groups) for piece in pieces[::2]), gaps, start)


def _refuse_many(*pieces: Piece) -> None:
    if sum(_count(piece.row) for piece in pieces) > MOST_BRANCHES:
        raise PhraseError(f"the phrase stands for more than {MOST_BRANCHES} wordings: split it into several")


def _anchored(branch: Branch) -> bool:
    """A fixed word, or a slot that is rare by its nature (a party's name is not)."""
    return branch.fixed is not None or any(isinstance(part, str) and part not in PARTIES for part in branch.parts)


def _count(node: Node) -> int:
    """How many rows of words a node stands for, counted without writing them out."""
    if isinstance(node, Row):
        return prod(map(_count, node.items))
    if isinstance(node, Option):
        return 1 + _count(node.item)
    if isinstance(node, Choice):
        return sum(map(_count, node.options))
    return _group_count(node) if isinstance(node, Group) else 1


# Groups are shared by many phrases and by one another: each is counted once, or counting would take for ever.
@lru_cache(maxsize=MOST_GROUPS)
def _group_count(group: Group) -> int:
    return _count(group.row)


def _rows(node: Node, held: Callable[[Atom | Slot], int]) -> list[_Held]:
    """All rows of words that a node stands for and that some unit holds."""
    if isinstance(node, Row):
        rows: list[_Held] = [((), EVERYWHERE)]
        for item in node.items:
            behind = _rows(item, held)
            rows = [(row + more, units & here) for row, units in rows for more, here in behind if units & here]
        return rows
    if isinstance(node, Option):
        optional = [(tuple((what, False) for what, _ in row), units) for row, units in _rows(node.item, held)]
        return [*optional, ((), EVERYWHERE)]
    if isinstance(node, Choice):
        return [row for option in node.options for row in _rows(option, held)]
    if isinstance(node, Group):
        return _rows(node.row, held)
    assert isinstance(node, Atom | Slot)
    units = held(node)
    return [(((node.name if isinstance(node, Slot) else node, True),), units)] if units else []


def _branch(elements: tuple[_Element, ...]) -> Branch:
    parts: list[str | list[Atom]] = []
    fixed: tuple[int, int] | None = None
    for what, must in elements:
        if isinstance(what, str):
            parts.append(what)
            continue
        run = parts[-1] if parts else ""
        if isinstance(run, str):
            run = []
            parts.append(run)
        if fixed is None and must:
            fixed = (len(parts) - 1, len(run))
        run.append(what)
    return Branch(tuple(part if isinstance(part, str) else _run(tuple(part)) for part in parts), fixed)

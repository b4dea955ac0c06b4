"""A phrase, split at its gaps into pieces; each piece holds the word rows (branches) of which one must stand."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from math import prod

from .marks import Choice, Gap, Group, Node, Option, Phrase, PhraseError, Row, Slot, Word
from .phrase import Groups, parse

MOST_BRANCHES = 500
MOST_GROUPS, MOST_SHARED = 5000, 50_000  # kept for further phrases
PARTIES = ("licensor", "licensee", "party")


# Phrases share their words and pieces. Each is one object however many phrases hold it, so that what was found for it
# once is found again by its identity, at no cost.


@dataclass(frozen=True, slots=True, eq=False)
class Atom:
    """One word of a draft that is any of these; ``exact`` ones keep their case and stand alone."""

    words: tuple[str, ...]
    stems: tuple[str, ...]
    exact: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """Words one behind the other."""

    atoms: tuple[Atom, ...]


Part = Run | str  # a run, or a slot by its name


@dataclass(frozen=True, slots=True)
class Branch:
    """One way for a piece to stand: runs and slots without a word between them."""

    parts: tuple[Part, ...]
    fixed: tuple[int, int] | None  # the part and the word in it that anchors a hit; None = no fixed word


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """What stands between two gaps: any of its branches."""

    branches: tuple[Branch, ...]


@lru_cache(maxsize=MOST_SHARED)
def _atom(words: tuple[str, ...] = (), stems: tuple[str, ...] = (), exact: tuple[str, ...] = ()) -> Atom:
    return Atom(words, stems, exact)


_run = lru_cache(maxsize=MOST_SHARED)(Run)
_piece = lru_cache(maxsize=MOST_SHARED)(Piece)


@dataclass(frozen=True, slots=True)
class Compiled:
    """A phrase ready to be sought: ``gaps[i]`` words at most between ``pieces[i]`` and ``pieces[i + 1]``."""

    text: str
    pieces: tuple[Piece, ...]
    gaps: tuple[int, ...]
    start: bool


_Element = tuple[Atom | str, bool]  # what stands there, and whether it must


def compiled(text: str, groups: Groups) -> Compiled:
    """A phrase of the phrase language, ready to be sought.

    Raises:
        PhraseError: it cannot be read, has no fixed word, or stands for too many wordings.
    """
    phrase = parse(text, groups)
    rows, gaps = _split(phrase)
    ways = sum(map(_count, rows))
    if ways > MOST_BRANCHES:
        raise PhraseError(f"the phrase stands for more than {MOST_BRANCHES} wordings: split it into several")
    pieces = tuple(_piece(_branches(row)) for row in rows)
    if not any(all(_anchored(branch) for branch in piece.branches) for piece in pieces):
        raise PhraseError("the phrase has no fixed word: add a word that always stands there")
    return Compiled(text, pieces, gaps, phrase.start)


def _split(phrase: Phrase) -> tuple[list[Row], tuple[int, ...]]:
    rows: list[list[Node]] = [[]]
    gaps: list[int] = []
    for item in phrase.items:
        if isinstance(item, Gap):
            gaps.append(item.limit)
            rows.append([])
        else:
            rows[-1].append(item)
    return [Row(tuple(row)) for row in rows], tuple(gaps)


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
        single = sum(_single(option) for option in node.options)
        return min(single, 1) + sum(_count(option) for option in node.options if not _single(option))
    return _group_count(node) if isinstance(node, Group) else 1


# Groups are shared by many phrases and by one another: each is worked out once, or counting would take for ever.


@lru_cache(maxsize=MOST_GROUPS)
def _group_count(group: Group) -> int:
    return _count(group.row)


@lru_cache(maxsize=MOST_GROUPS)
def _group_single(group: Group) -> bool:
    return _single(group.row)


@lru_cache(maxsize=MOST_GROUPS)
def _group_rows(group: Group) -> list[tuple[_Element, ...]]:
    return _rows(group.row)


def _single(node: Node) -> bool:
    """Whether a node is one plain word or stem, so that it can share an atom with others of its kind."""
    if isinstance(node, Row):
        return len(node.items) == 1 and _single(node.items[0])
    if isinstance(node, Choice):
        return all(map(_single, node.options))
    if isinstance(node, Group):
        return _group_single(node)
    return isinstance(node, Word) and node.kind != "exact"


def _rows(node: Node) -> list[tuple[_Element, ...]]:
    """All rows of words that a node stands for."""
    if isinstance(node, Row):
        return [sum(choice, ()) for choice in product(*map(_rows, node.items))]
    if isinstance(node, Option):
        return [tuple((what, False) for what, _ in row) for row in _rows(node.item)] + [()]
    if isinstance(node, Choice):
        return _options(node)
    if isinstance(node, Group):
        return _group_rows(node)
    if isinstance(node, Slot):
        return [((node.name, True),)]
    assert isinstance(node, Word)
    return [((_atom_of(node), True),)]


def _options(node: Choice) -> list[tuple[_Element, ...]]:
    singles = [_rows(option)[0][0][0] for option in node.options if _single(option)]
    atoms = [atom for atom in singles if isinstance(atom, Atom)]
    others = [row for option in node.options if not _single(option) for row in _rows(option)]
    if not atoms:
        return others
    words = sorted({word for atom in atoms for word in atom.words})
    stems = sorted({stem for atom in atoms for stem in atom.stems})
    return [((_atom(tuple(words), tuple(stems)), True),), *others]


def _atom_of(word: Word) -> Atom:
    return _atom(**{_KINDS[word.kind]: (word.text,)})


_KINDS = {"word": "words", "stem": "stems", "exact": "exact"}


def _branches(row: Row) -> tuple[Branch, ...]:
    branches = dict.fromkeys(_branch(elements) for elements in _rows(row))
    if any(not branch.parts for branch in branches):
        raise PhraseError("everything between two gaps may be absent: take the ? away, or the words")
    return tuple(branches)


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

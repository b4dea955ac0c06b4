"""The nine marks of the phrase language, and the small tree that a phrase is read into."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..model import ClausecheckError
from .words import words_of

SLOTS = (
    "licensor",
    "licensee",
    "party",
    "duration",
    "money",
    "percent",
    "date",
    "patent_number",
    "section",
    "blank",
    "redacted",
)
PLAIN_GAP, WIDEST_GAP, SHORTEST_STEM = 8, 25, 4
LONGEST_PHRASE, DEEPEST = 1000, 12
MOST_SHARED = 50_000  # kept for further phrases

_LETTERS = r"[a-z]+(?:-[a-z]+)*"
_OPTION = rf"{_LETTERS}(?: {_LETTERS})*"
_MARK = re.compile(
    r"\s*(?:(?P<gap>\.\.\.\d*)|(?P<slot><[^<>]*>)|(?P<group>\{[^{}]*\})|(?P<exact>\"[^\"]*\")"
    rf"|\((?P<plain>{_OPTION}(?: ?\| ?{_OPTION})+)\)"  # nothing but words in brackets: the most frequent by far
    r"|(?P<open>\()|(?P<close>\))|(?P<bar>\|)|(?P<option>(?<!\s)\?)|(?P<stray>\?)|(?P<start>\^)"
    r"|(?P<word>(?:(?!\.\.\.)[^\s()|?{}<>\"^])+))"
)
Mark = tuple[str, str]  # its kind, and how it is written


class PhraseError(ClausecheckError):
    """A phrase that cannot be read; the message says what to write instead."""


# Phrases share their words. Each is one object however many phrases hold it, so that what was found for it once is
# found again by its identity, at no cost.


@dataclass(frozen=True, slots=True, eq=False)
class Atom:
    """One word of a draft that is any of these; ``exact`` ones keep their case and stand alone."""

    words: tuple[str, ...]
    stems: tuple[str, ...]
    exact: tuple[str, ...]


@lru_cache(maxsize=MOST_SHARED)
def atom(words: tuple[str, ...] = (), stems: tuple[str, ...] = (), exact: tuple[str, ...] = ()) -> Atom:
    """The one atom of these words."""
    return Atom(words, stems, exact)


@dataclass(frozen=True, slots=True)
class Slot:
    """A value that the language stage found: a party, a duration, an amount …"""

    name: str


@dataclass(frozen=True, slots=True)
class Gap:
    """Up to ``limit`` words between."""

    limit: int


# There are thousands of these in a rulebook; frozen ones would be made at half the speed.


@dataclass(slots=True, eq=False)
class Row:
    """Things that stand one behind the other."""

    items: tuple[Node, ...]


@dataclass(slots=True, eq=False)
class Choice:
    """Things of which one stands."""

    options: tuple[Row, ...]


@dataclass(slots=True, eq=False)
class Option:
    """A thing that may be absent."""

    item: Node


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """What a word group stands for; one object however often phrases name the group."""

    row: Row


Node = Atom | Slot | Gap | Row | Choice | Option | Group


@dataclass(slots=True, eq=False)
class Phrase:
    """A phrase as read: its words in order, and whether it stands at the start of a paragraph."""

    text: str
    items: tuple[Node, ...]
    start: bool = False


def near(name: str, known: Sequence[str]) -> str:
    """`` (did you mean …?)`` where a known name is close, else nothing."""
    import difflib  # only on the way to an error

    close = difflib.get_close_matches(name, known, n=1, cutoff=0.6)
    return f" (did you mean {close[0]}?)" if close else ""


def marks(text: str) -> list[Mark]:
    """The marks of a folded phrase in order, behind them one of kind ``end``; a ``stray`` is a ? behind a blank.

    Raises:
        PhraseError: a bracket or quotation mark is not closed, or a gap runs into a word.
    """
    found: list[Mark] = []
    text, at = text.strip(), 0
    while at < len(text):
        mark = _MARK.match(text, at)
        if mark is None:
            left = text[at:].lstrip()[0]
            raise PhraseError(f"a {left} is not closed: {_CLOSE.get(left, 'write its other half')}")
        kind, at = str(mark.lastgroup), mark.end()
        found.append((kind, mark[kind]))
        if kind == "gap" and at < len(text) and not text[at].isspace():
            raise PhraseError(f"the gap {mark[kind]} runs into {text[at]}: put a blank behind it")
    return [*found, ("end", "")]


_CLOSE = {
    "<": "a slot is written <licensee>",
    ">": "a slot is written <licensee>",
    "{": "a word group is written {sublicense}",
    "}": "a word group is written {sublicense}",
    '"': 'words in exact case are written "AS IS"',
}


@lru_cache(maxsize=100)
def read_gap(text: str) -> Gap:
    """The gap that is written ``...`` or ``...6``.

    Raises:
        PhraseError: it is too wide.
    """
    limit = int(text[3:8]) if text[3:] else PLAIN_GAP
    if limit > WIDEST_GAP:
        raise PhraseError(f"the gap {text} is too wide: at most ...{WIDEST_GAP}")
    return Gap(limit)


def _slot(text: str) -> Slot:
    name = text[1:-1].strip().replace(" ", "_")
    if name not in SLOTS:
        raise PhraseError(f"there is no slot <{name}>{near(name, SLOTS)}")
    return Slot(name)


def _exact(text: str) -> Node:
    return _literal(text[1:-1], "exact", text)


@lru_cache(maxsize=10_000)
def _word(text: str) -> Node:
    stem = text.endswith("*")
    literal = text[:-1] if stem else text
    if "*" in literal:
        raise PhraseError(f"{text}: a star stands only at the end of a word")
    if stem and literal and not literal[-1].isalnum():
        raise PhraseError(f"{text}: a star stands directly behind a letter")
    return _literal(literal, "stems" if stem else "words", text)


def _literal(text: str, kind: str, shown: str) -> Node:
    words = words_of(text)
    if not words:
        raise PhraseError(f"{shown} holds no letter or digit: punctuation neither counts nor blocks, so leave it out")
    if kind == "stems" and sum(map(str.isalnum, words[-1])) < SHORTEST_STEM:
        raise PhraseError(f"the stem {shown} is too short: at least {SHORTEST_STEM} letters before the star")
    if kind == "exact":
        return row([atom(exact=(word,)) for word in words])
    *before, last = (word.lower() for word in words)
    return row([*(atom((word,)) for word in before), atom(**{kind: (last,)})])


@lru_cache(maxsize=10_000)
def _plain(text: str) -> Node:
    options = [option.split() for option in text.split("|")]
    words = sorted({option[0] for option in options if len(option) == 1})
    rows = [Row(tuple(atom((word,)) for word in option)) for option in options if len(option) > 1]
    return _merged(atom(tuple(words)), rows) if words else Choice(tuple(rows))


def row(items: Sequence[Node]) -> Node:
    """Things one behind the other; a single one stands for itself."""
    return items[0] if len(items) == 1 else Row(tuple(items))


def single_word(items: Sequence[Node]) -> Atom | None:
    """The plain word or stem that these items are, where they are no more: it may share an atom with others."""
    first = items[0]
    return first if len(items) == 1 and isinstance(first, Atom) and not first.exact else None


def either(options: Sequence[tuple[Node, ...]]) -> Node:
    """One of several rows; those of one plain word or stem become one atom."""
    single, others = [], []
    for option in options:
        one = single_word(option)
        if one:
            single.append(one)
        else:
            others.append(Row(option))
    if not single:
        return Choice(tuple(others))
    words = sorted({word for one in single for word in one.words})
    stems = sorted({stem for one in single for stem in one.stems})
    merged = atom(tuple(words), tuple(stems))
    return _merged(merged, others)


def _merged(single: Atom, others: list[Row]) -> Node:
    return Choice((Row((single,)), *others)) if others else single


LEAF: dict[str, Callable[[str], Node]] = {
    "gap": read_gap,
    "slot": _slot,
    "exact": _exact,
    "word": _word,
    "plain": _plain,
}

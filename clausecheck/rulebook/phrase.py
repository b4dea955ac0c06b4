"""The phrase language: its nine marks, read into a small tree."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ..model import ClausecheckError
from .words import fold, words_of

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

_MARK = re.compile(
    r"(?P<space>\s+)|(?P<gap>\.\.\.\d*)|(?P<slot><[^<>]*>)|(?P<group>\{[^{}]*\})|(?P<exact>\"[^\"]*\")"
    r"|(?P<open>\()|(?P<close>\))|(?P<bar>\|)|(?P<option>\?)|(?P<start>\^)|(?P<word>(?:(?!\.\.\.)[^\s()|?{}<>\"^])+)"
)


class PhraseError(ClausecheckError):
    """A phrase that cannot be read; the message says what to write instead."""


@dataclass(frozen=True, slots=True)
class Word:
    """A literal word, a stem, or a word in its exact case."""

    text: str
    kind: str = "word"  # word, stem, exact


@dataclass(frozen=True, slots=True)
class Slot:
    """A value that the language stage found: a party, a duration, an amount …"""

    name: str


@dataclass(frozen=True, slots=True)
class Gap:
    """Up to ``limit`` words between."""

    limit: int


@dataclass(frozen=True, slots=True)
class Row:
    """Things that stand one behind the other."""

    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """Things of which one stands."""

    options: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Option:
    """A thing that may be absent."""

    item: Node


Node = Word | Slot | Gap | Row | Choice | Option


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase as read: its words in order, and whether it stands at the start of a paragraph."""

    text: str
    items: tuple[Node, ...]
    start: bool = False


@dataclass(slots=True)
class Groups:
    """Word groups by name, each read when first asked for; local ones stand before shared ones."""

    texts: Mapping[str, str]
    shared: Groups | None = None
    _read: dict[str, Row] = field(default_factory=dict)
    _open: list[str] = field(default_factory=list)

    def names(self) -> list[str]:
        """All names that a phrase may use."""
        return sorted({*self.texts, *(self.shared.names() if self.shared else ())})

    def read(self, name: str) -> Row:
        """The group of that name.

        Raises:
            PhraseError: no such group, a group that contains itself, a gap in a group.
        """
        if name not in self.texts:
            if self.shared and name in self.shared.names():
                return self.shared.read(name)
            raise PhraseError(f"there is no word group {{{name}}}{near(name, self.names())}")
        if name not in self._read:
            self._read[name] = self._parse(name)
        return self._read[name]

    def _parse(self, name: str) -> Row:
        if name in self._open:
            raise PhraseError(f"the word group {{{name}}} contains itself: take it out of its own words")
        self._open.append(name)
        try:
            phrase = parse(self.texts[name], self)
        except PhraseError as error:
            within = "" if "word group" in str(error) else f"in the word group {{{name}}}: "
            raise PhraseError(f"{within}{error}") from None
        finally:
            self._open.pop()
        if phrase.start or any(isinstance(item, Gap) for item in phrase.items):
            raise PhraseError(f"the word group {{{name}}} holds a gap or ^: write those in the phrases that use it")
        return Row(phrase.items)


NO_GROUPS = Groups({})


def near(name: str, known: Sequence[str]) -> str:
    """`` (did you mean …?)`` where a known name is close, else nothing."""
    import difflib  # only on the way to an error

    close = difflib.get_close_matches(name, known, n=1, cutoff=0.6)
    return f" (did you mean {close[0]}?)" if close else ""


def parse(text: str, groups: Groups = NO_GROUPS) -> Phrase:
    """A phrase, read.

    Raises:
        PhraseError: it is not one of the nine marks, or they stand where they mean nothing.
    """
    if len(text) > LONGEST_PHRASE:
        raise PhraseError(f"the phrase is longer than {LONGEST_PHRASE} characters: split it into several")
    reader = _Reader(_marks(fold(text)), groups)
    start = reader.take("start") is not None
    items = reader.row(0)
    if reader.peek() is not None:
        raise PhraseError(_LEFT_OVER.get(reader.kind(), "the phrase goes on where it should end"))
    _check_gaps(items)
    return Phrase(text, items, start)


_LEFT_OVER = {
    "bar": "a | stands outside brackets: put the alternatives in round brackets, as in (consent|approval)",
    "close": "a closing bracket has no opening one: take it away or open it",
    "option": "a ? stands behind nothing: it belongs directly behind the word or bracket that may be absent",
    "start": "a ^ stands inside the phrase: it belongs at its very beginning",
}


def _marks(text: str) -> list[tuple[str, str]]:
    marks, at = [], 0
    while at < len(text):
        found = _MARK.match(text, at)
        if found is None:
            raise PhraseError(f"a {text[at]} is not closed: {_CLOSE.get(text[at], 'write its other half')}")
        marks.append((str(found.lastgroup), found.group()))
        at = found.end()
    return marks


_CLOSE = {
    "<": "a slot is written <licensee>",
    ">": "a slot is written <licensee>",
    "{": "a word group is written {sublicense}",
    "}": "a word group is written {sublicense}",
    '"': 'words in exact case are written "AS IS"',
}


class _Reader:
    """Walks over the marks of one phrase."""

    def __init__(self, marks: list[tuple[str, str]], groups: Groups) -> None:
        self.marks, self.groups, self.at = marks, groups, 0

    def peek(self) -> tuple[str, str] | None:
        while self.at < len(self.marks) and self.marks[self.at][0] == "space":
            self.at += 1
        return self.marks[self.at] if self.at < len(self.marks) else None

    def kind(self) -> str:
        mark = self.peek()
        return mark[0] if mark else ""

    def take(self, kind: str) -> str | None:
        mark = self.peek()
        if mark is None or mark[0] != kind:
            return None
        self.at += 1
        return mark[1]

    def row(self, depth: int) -> tuple[Node, ...]:
        """Items up to a bar, a closing bracket or the end."""
        items: list[Node] = []
        while self.kind() in ("word", "exact", "slot", "group", "open", "gap"):
            item = self.item(depth)
            if isinstance(item, Gap) and depth:
                raise PhraseError("a gap stands inside brackets: write one phrase for each alternative")
            # directly behind, no space between
            if self.at < len(self.marks) and self.marks[self.at][0] == "option":
                if isinstance(item, Gap):
                    raise PhraseError("a gap needs no ?: it may be empty anyway")
                self.at += 1
                item = Option(item)
            items.append(item)
        if not items:
            raise PhraseError("it is empty, or an alternative in it is: write at least one word" + self.stray())
        return tuple(items)

    def stray(self) -> str:
        return " (a ? must follow its word without a space)" if self.kind() == "option" else ""

    def item(self, depth: int) -> Node:
        kind, text = self.peek() or ("", "")
        self.at += 1
        if kind == "open":
            return self.choice(depth + 1)
        if kind == "group":
            return self.groups.read(text[1:-1].strip())
        return _LEAF[kind](text)

    def choice(self, depth: int) -> Choice:
        if depth > DEEPEST:
            raise PhraseError(f"brackets stand in each other more than {DEEPEST} deep: use word groups")
        options = [Row(self.row(depth))]
        while self.take("bar"):
            options.append(Row(self.row(depth)))
        if self.take("close") is None:
            raise PhraseError(_LEFT_OVER["option"] if self.kind() == "option" else "a bracket is not closed: add a )")
        return Choice(tuple(options))


def _gap(text: str) -> Gap:
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


def _word(text: str) -> Node:
    stem = text.endswith("*")
    literal = text[:-1] if stem else text
    if "*" in literal:
        raise PhraseError(f"{text}: a star stands only at the end of a word")
    if stem and literal and not literal[-1].isalnum():
        raise PhraseError(f"{text}: a star stands directly behind a letter")
    return _literal(literal, "stem" if stem else "word", text)


def _literal(text: str, kind: str, shown: str) -> Node:
    words = words_of(text)
    if not words:
        raise PhraseError(f"{shown} holds no letter or digit: punctuation neither counts nor blocks, so leave it out")
    if kind == "stem" and sum(map(str.isalnum, words[-1])) < SHORTEST_STEM:
        raise PhraseError(f"the stem {shown} is too short: at least {SHORTEST_STEM} letters before the star")
    folded = words if kind == "exact" else [word.lower() for word in words]
    last = Word(folded[-1], kind)
    before = [Word(word, "exact" if kind == "exact" else "word") for word in folded[:-1]]
    return Row((*before, last)) if before else last


_LEAF = {"gap": _gap, "slot": _slot, "exact": _exact, "word": _word}


def _check_gaps(items: tuple[Node, ...]) -> None:
    gaps = [isinstance(item, Gap) for item in items]
    if gaps[0] or gaps[-1]:
        raise PhraseError("a gap stands at an end of the phrase: it means nothing there, take it away")
    if any(a and b for a, b in pairwise(gaps)):
        raise PhraseError("two gaps follow each other: write one with the sum of both")

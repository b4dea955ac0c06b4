"""The phrase language: a phrase of the nine marks, read with the word groups that it names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from .marks import (
    DEEPEST,
    LEAF,
    LONGEST_PHRASE,
    Gap,
    Group,
    Mark,
    Node,
    Option,
    Phrase,
    PhraseError,
    Row,
    either,
    marks,
    near,
    single_word,
)
from .words import fold


@dataclass(slots=True, eq=False)
class Groups:
    """Word groups by name, each read when first asked for; local ones stand before shared ones."""

    texts: Mapping[str, str]
    shared: Groups | None = None
    _read: dict[str, Group] = field(default_factory=dict)
    _open: list[str] = field(default_factory=list)

    def names(self) -> list[str]:
        """All names that a phrase may use."""
        return sorted({*self.texts, *(self.shared.names() if self.shared else ())})

    def home(self, text: str) -> Groups:
        """The groups on which the meaning of these words depends: shared ones, or none, where no local one is named."""
        if "{" not in text:
            return NO_GROUPS
        named = any(name.strip() in self.texts for name in _NAMED.findall(text))
        return self if named or self.shared is None else self.shared

    def read(self, name: str) -> Group:
        """The group of that name.

        Raises:
            PhraseError: no such group, a group that contains itself, a gap in a group.
        """
        if name not in self.texts:
            if self.shared and name in self.shared.texts:
                return self.shared.read(name)
            raise PhraseError(f"there is no word group {{{name}}}{near(name, self.names())}")
        if name not in self._read:
            self._read[name] = self._parse(name)
        return self._read[name]

    def _parse(self, name: str) -> Group:
        if name in self._open:
            raise PhraseError(f"the word group {{{name}}} contains itself: take it out of its own words")
        if len(self._open) > DEEPEST:
            raise PhraseError(f"word groups stand in each other more than {DEEPEST} deep: use fewer")
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
        return Group(Row(phrase.items))


NO_GROUPS = Groups({})
_NAMED = re.compile(r"\{([^{}]*)\}")


def parse(text: str, groups: Groups = NO_GROUPS) -> Phrase:
    """A phrase, read.

    Raises:
        PhraseError: it is not one of the nine marks, or they stand where they mean nothing.
    """
    if len(text) > LONGEST_PHRASE:
        raise PhraseError(f"the phrase is longer than {LONGEST_PHRASE} characters: split it into several")
    reader = _Reader(marks(fold(text)), groups)
    start = reader.take("start")
    items = reader.row(0)
    if reader.kind != "end":
        raise PhraseError(_LEFT_OVER[reader.kind])
    _check_gaps(items)
    return Phrase(text, items, start)


_LEFT_OVER = {
    "bar": "a | stands outside brackets: put the alternatives in round brackets, as in (consent|approval)",
    "close": "a closing bracket has no opening one: take it away or open it",
    "stray": "a ? stands behind nothing: it belongs directly behind the word or bracket that may be absent",
    "start": "a ^ stands inside the phrase: it belongs at its very beginning",
}


class _Reader:
    """Walks over the marks of one phrase."""

    def __init__(self, marks: list[Mark], groups: Groups) -> None:
        self.marks, self.groups, self.at = marks, groups, 0

    @property
    def kind(self) -> str:
        """Of what kind the next mark is."""
        return self.marks[self.at][0]

    def take(self, kind: str) -> bool:
        """Go on behind the next mark if it is of that kind."""
        if self.kind != kind:
            return False
        self.at += 1
        return True

    def row(self, depth: int) -> tuple[Node, ...]:
        """Items up to a bar, a closing bracket or the end."""
        items: list[Node] = []
        marks = self.marks
        while marks[self.at][0] in _BEGINS_ITEM:
            item = self.item(depth)
            if depth and isinstance(item, Gap):
                raise PhraseError("a gap stands inside brackets: write one phrase for each alternative")
            if marks[self.at][0] == "option":
                item = Option(item)
                self.at += 1
            items.append(item)
        if self.kind in ("stray", "option"):
            raise PhraseError(_LEFT_OVER["stray"])
        if not items:
            raise PhraseError("it is empty, or an alternative in it is: write at least one word")
        return tuple(items)

    def item(self, depth: int) -> Node:
        kind, text = self.marks[self.at]
        self.at += 1
        if kind == "open":
            return self.choice(depth + 1)
        if kind == "group":
            group = self.groups.read(text[1:-1].strip())
            return single_word(group.row.items) or group
        return LEAF[kind](text)

    def choice(self, depth: int) -> Node:
        if depth > DEEPEST:
            raise PhraseError(f"brackets stand in each other more than {DEEPEST} deep: use word groups")
        options = [self.row(depth)]
        while self.take("bar"):
            options.append(self.row(depth))
        if not self.take("close"):
            raise PhraseError(_LEFT_OVER.get(self.kind, "a bracket is not closed: add a )"))
        return either(options)


_BEGINS_ITEM = frozenset(("word", "exact", "slot", "group", "open", "plain", "gap"))


def _check_gaps(items: tuple[Node, ...]) -> None:
    gaps = [isinstance(item, Gap) for item in items]
    if not any(gaps):
        return
    if gaps[0] or gaps[-1]:
        raise PhraseError("a gap stands at an end of the phrase: it means nothing there, take it away")
    if any(a and b for a, b in pairwise(gaps)):
        raise PhraseError("two gaps follow each other: write one with the sum of both")

"""A draft with comments and missing clauses: edited in a copy, proved against the original, then saved in one step."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from pathlib import Path

from lxml import etree

from ..model import ClausecheckError, Draft
from . import xml
from .blocks import PARAGRAPH
from .comment_parts import Note, comment_styles, free_ids, with_notes
from .comments import Anchor, anchor
from .insertions import Stamp, comment_on, insert, outermost, paragraph
from .lists import Lists
from .package import Package, open_package
from .places import Line, NewClause
from .stories import body_words
from .text import Words
from .verify import faults


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment on ``text[start:end]`` of a body paragraph; its first line is its title."""

    paragraph: int
    start: int
    end: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Insertion:
    """A missing clause to insert, and the comment on it, whose first line is its title."""

    clause: NewClause
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Marked:
    """What was changed, and what proves it: the parts, the ids of our marks, the paragraphs inserted."""

    parts: dict[str, bytes]
    comments: list[int]
    changes: list[int]
    clauses: list[str]


def write_marked(
    package: Package,
    draft: Draft,
    comments: Sequence[Comment],
    insertions: Sequence[Insertion],
    date: str,
    target: Path,
) -> None:
    """Write the draft with our marks to ``target``, which carry ``date`` ("2026-11-23T00:00:00Z").

    Raises:
        ClausecheckError: ``target`` is the draft itself, or the outcome would not be as promised; then nothing is
            written.
        OSError: ``target`` cannot be written.
    """
    if target.exists() and hashlib.sha256(target.read_bytes()).hexdigest() == package.sha256:
        raise ClausecheckError(f"{target} is the draft itself, which is never written over: choose another name.")
    done = _Edit(package, draft, date).marked(comments, insertions)
    temporary = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        temporary.write_bytes(package.with_parts(done.parts))
        written = open_package(temporary)
        wrong = faults(package, written, done.parts, done.comments, done.changes, done.clauses)
        if wrong:
            raise ClausecheckError(
                f"{target.name} was not written, because the draft would not have come through unharmed ({wrong[0]}): "
                "use another report, and tell us."
            )
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


class _Edit:
    """One draft being marked, in a copy of its main part: the package keeps the tree that it has read."""

    def __init__(self, package: Package, draft: Draft, date: str) -> None:
        original = package.tree(package.main)
        self._package, self._body = package, draft.body
        self._words = body_words(package)
        self._root = deepcopy(original)
        self._copies = dict(zip(original.iter(PARAGRAPH), self._root.iter(PARAGRAPH), strict=True))
        self._lists = Lists(package)
        self._styles = comment_styles(package)
        self._stamp = Stamp(date, free_ids(package))
        self._notes: list[Note] = []
        self._clauses: list[str] = []
        self._behind: dict[etree._Element, etree._Element] = {}  # a place → the last of what was put there

    def marked(self, comments: Sequence[Comment], insertions: Sequence[Insertion]) -> _Marked:
        """Place all marks in the order of the draft, clauses behind the words of their paragraph."""
        by_place: dict[int, tuple[list[Comment], list[Insertion]]] = {}
        for comment in sorted(comments, key=lambda one: (one.paragraph, one.start)):
            by_place.setdefault(comment.paragraph, ([], []))[0].append(comment)
        for insertion in sorted(insertions, key=lambda one: -one.clause.depth):  # sub-clauses before the next clause
            by_place.setdefault(insertion.clause.after, ([], []))[1].append(insertion)
        for index, (remarks, clauses) in sorted(by_place.items()):
            anchors = [Anchor(self._note(one.lines), one.start, one.end) for one in remarks]
            words = self._mirrored(self._words[index]) if anchors else None
            if clauses:  # while the paragraph before is still as it was
                self._insert(index, clauses)
            if words:
                anchor(words, anchors, self._stamp.ids, self._styles.reference)
        return self._outcome()

    def _insert(self, index: int, insertions: Iterable[Insertion]) -> None:
        new: list[etree._Element] = []
        for insertion in insertions:
            lines = insertion.clause.lines
            made = [self._paragraph(line) for line in lines]
            comment_on(made[0], self._note(insertion.lines), self._styles.reference)
            new += made
            self._clauses += [line.words for line in lines]
        place = outermost(self._copies[self._words[index].elements[-1]])
        self._behind[place] = insert(self._behind.get(place, place), new)

    def _paragraph(self, line: Line) -> etree._Element:
        indent = self._lists.indent(line.like) if line.silent else {}
        return paragraph(line, self._body[line.like], self._words[line.like], self._stamp, indent)

    def _note(self, lines: tuple[str, ...]) -> int:
        self._notes.append(Note(next(self._stamp.ids), lines))
        return self._notes[-1].id

    def _mirrored(self, words: Words) -> Words:
        """The same map over the copy."""
        pairs = ((one, self._copies[one]) for one in words.elements)
        copies = {old: new for one, other in pairs for old, new in zip(one.iter(), other.iter(), strict=True)}
        segments = (replace(s, run=copies[s.run], child=copies[s.child]) for s in words.segments)
        return replace(words, elements=tuple(copies[one] for one in words.elements), segments=tuple(segments))

    def _outcome(self) -> _Marked:
        package = self._package
        if not self._notes:
            return _Marked({}, [], [], [])
        parts = {package.main: xml.serialise(self._root, package.part(package.main))}
        parts |= with_notes(package, self._notes, self._styles, self._stamp.date)
        return _Marked(parts, [note.id for note in self._notes], self._stamp.used, self._clauses)

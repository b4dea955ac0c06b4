"""A draft with comments and missing clauses: edited in a copy, proved against the original, then saved in one step."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace
from pathlib import Path

from lxml import etree

from ..model import ClausecheckError, Draft
from . import xml
from .blocks import PARAGRAPH
from .comment_parts import Note, comment_styles, free_ids, with_notes
from .comments import Anchor, anchor
from .cuts import split
from .differences import applied
from .insertions import Stamp, comment_on, paragraph
from .joints import contents_ends, insert, outermost
from .lists import Lists
from .package import Package, open_package
from .places import Line, NewClause
from .replacements import Rewording, refusal, reword, rewording
from .stories import body_words
from .text import Words
from .verify import Marks, faults


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment on ``text[start:end]`` of a body paragraph; its first line is its title."""

    paragraph: int
    start: int
    end: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Insertion:
    """A missing clause to insert, and the comment on it, whose first line is its title; no lines, no comment."""

    clause: NewClause
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Replacement:
    """``text[start:end]`` of a body paragraph becomes ``text``: an insertion where nothing stands, or a deletion.

    ``lines`` are the comment on it, whose first is its title; empty for none. Where words cannot be changed unharmed
    (``replacements.refusal``), or another replacement has changed them, the comment is all that is made: it must say
    what to write.
    """

    paragraph: int
    start: int
    end: int
    text: str
    lines: tuple[str, ...]


def write_marked(
    package: Package,
    draft: Draft,
    comments: Sequence[Comment],
    insertions: Sequence[Insertion],
    date: str,
    target: Path,
    replacements: Sequence[Replacement] = (),
) -> None:
    """Write the draft with our marks to ``target``, which carry ``date`` ("2026-11-23T00:00:00Z").

    Raises:
        ClausecheckError: ``target`` is the draft itself, or the outcome would not be as promised; then nothing is
            written.
        OSError: ``target`` cannot be written.
    """
    done, parts = _Edit(package, draft, date).marked(comments, insertions, replacements)
    raw = package.with_parts(parts)
    if target.exists() and _is_draft(target.read_bytes(), package, raw):
        raise ClausecheckError(f"{target} is the draft itself, which is never written over: choose another name.")
    temporary = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        temporary.write_bytes(raw)
        written = open_package(temporary)
        wrong = faults(package, written, parts, done)
        if wrong:
            raise ClausecheckError(
                f"{target.name} was not written, because the draft would not have come through unharmed ({wrong[0]}): "
                "use another report, and tell us."
            )
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


def _is_draft(there: bytes, package: Package, new: bytes) -> bool:
    """Whether a file is the draft that was given; a second review of our own output gives just the same file again."""
    return there != new and hashlib.sha256(there).hexdigest() == package.sha256


@dataclass(frozen=True, slots=True)
class _Place:
    """What goes into one paragraph, and behind it."""

    comments: list[Comment] = field(default_factory=list)
    clauses: list[Insertion] = field(default_factory=list)
    replacements: list[Replacement] = field(default_factory=list)


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
        self._words_stamp = Stamp(date, self._stamp.ids)
        self._contents: dict[etree._Element, etree._Element] = {}  # a line of contents → the last of them
        self._notes: list[Note] = []
        self._clauses: list[str] = []
        self._reworded: dict[int, str] = {}  # body paragraph → what it will say
        self._behind: dict[etree._Element, etree._Element] = {}  # a place → the last of what was put there

    def marked(
        self, comments: Sequence[Comment], insertions: Sequence[Insertion], replacements: Sequence[Replacement]
    ) -> tuple[Marks, dict[str, bytes]]:
        """Place all marks in the order of the draft, clauses behind the words of their paragraph.

        What comes back are the marks made, and the parts that they change.
        """
        self._contents = contents_ends(self._package.tree(self._package.main)) if insertions else {}
        places: dict[int, _Place] = {}
        for comment in sorted(comments, key=lambda one: (one.paragraph, one.start)):
            places.setdefault(comment.paragraph, _Place()).comments.append(comment)
        for insertion in sorted(insertions, key=lambda one: -one.clause.depth):  # sub-clauses before the next clause
            places.setdefault(insertion.clause.after, _Place()).clauses.append(insertion)
        for replacement in sorted(replacements, key=lambda one: (one.paragraph, one.start)):
            places.setdefault(replacement.paragraph, _Place()).replacements.append(replacement)
        marked = (index for index, place in places.items() if place.comments or place.replacements)
        copies = {index: self._mirrored(self._words[index]) for index in marked}  # while the copy is one still
        for index in sorted(places):
            place = places[index]
            anchors = [Anchor(self._note(one.lines), one.start, one.end) for one in place.comments]
            rewordings = self._rewordings(index, place.replacements, anchors)
            if place.clauses:  # while the paragraph before is still as it was
                self._insert(index, place.clauses)
            if index in copies:
                self._mark(copies[index], anchors, rewordings)
        return self._outcome()

    def _rewordings(self, index: int, wanted: Iterable[Replacement], anchors: list[Anchor]) -> list[Rewording]:
        """What can be reworded in a paragraph; what cannot is added to ``anchors``."""
        words, reached = self._words[index], 0
        found: list[Rewording] = []
        for one in wanted:
            note = self._note(one.lines) if one.lines else None
            changes = rewording(words, one.start, one.end, one.text)
            if not changes or one.start < reached or refusal(words, changes):
                anchors += [] if note is None else [Anchor(note, one.start, one.end)]
            else:
                found.append(Rewording(note, changes))
                reached = max(one.end, one.start + 1)
        if found:
            self._reworded[index] = applied(words.text, [change for one in found for change in one.changes])
        return found

    def _mark(self, words: Words, anchors: Iterable[Anchor], rewordings: Sequence[Rewording]) -> None:
        """Comments and changes of words in one paragraph."""
        edges = (at for one in rewordings for change in one.changes for at in (change.start, change.end))
        words = split(words, edges, self._stamp.ids)
        words = anchor(words, anchors, self._stamp.ids, self._styles.reference)
        reword(words, rewordings, self._words_stamp, self._styles.reference)

    def _insert(self, index: int, insertions: Iterable[Insertion]) -> None:
        new: list[etree._Element] = []
        for insertion in insertions:
            lines = insertion.clause.lines
            made = [self._made(line) for line in lines]
            if insertion.lines:
                comment_on(made[0], self._note(insertion.lines), self._styles.reference)
            new += made
            self._clauses += [line.words for line in lines]
        paragraph = self._words[index].elements[-1]
        place = outermost(self._copies[self._contents.get(paragraph, paragraph)])
        self._behind[place] = insert(self._behind.get(place, place), new)

    def _made(self, line: Line) -> etree._Element:
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

    def _outcome(self) -> tuple[Marks, dict[str, bytes]]:
        package = self._package
        notes = [note.id for note in self._notes]
        marks = Marks(notes, self._stamp.used, self._clauses, self._words_stamp.used, self._reworded)
        if not (notes or self._clauses or self._reworded):
            return marks, {}
        parts = {package.main: xml.serialise(self._root, package.part(package.main))}
        if notes:
            parts |= with_notes(package, self._notes, self._styles, self._stamp.date)
        return marks, parts

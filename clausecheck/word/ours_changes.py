"""Our tracked changes taken back in a document: whole clauses, pieces inside of paragraphs, deletions.

What carries another person's work stays, and is then pending text like that of anybody.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from .blocks import PARAGRAPH
from .changes import DELETED, INSERTED, MOVED_IN, MOVED_OUT
from .comments import RANGE_START, REFERENCE
from .ours_neighbours import beside, home_of, next_paragraph, whole
from .ours_others import MARKS, Others, author_of
from .ours_seams import Seams
from .ours_threads import is_ours
from .text import RUN, TEXT
from .writing import LOOK
from .xml import W

_ID, _PROPERTIES = W + "id", W + "pPr"
_STRUCK = {W + "delText": TEXT, W + "delInstrText": W + "instrText"}


@dataclass(slots=True)
class Undone:
    """What was taken back, and what stayed because of others."""

    clauses: int = 0
    pieces: int = 0  # insertions and deletions inside of paragraphs
    kept: int = 0  # our changes that stay
    others: list[str] = field(default_factory=list)  # whose work keeps them


def undo(root: etree._Element, gone: Collection[str], bound: Collection[str], seams: Seams) -> Undone:
    """Take back our changes in a document that may be edited.

    ``gone`` are the ids of comments that go, ``bound`` those of threads that stay but may move: where only our words
    held them, they come to stand at the words before.
    """
    return _Undo(root, gone, bound, seams).done()


@dataclass(frozen=True, slots=True)
class _Chain:
    """Neighbouring paragraphs whose marks we inserted, and the paragraph behind them."""

    paragraphs: list[etree._Element]
    end: etree._Element | None


class _Undo:
    def __init__(self, root: etree._Element, gone: Collection[str], bound: Collection[str], seams: Seams) -> None:
        self.root, self.bound, self.seams = root, bound, seams
        self.free = {*gone, *bound}  # comments that do not hold an insertion of ours in its place
        self.others = Others(root, self.free)
        self.found = Undone()
        self.staying: set[etree._Element] = set()

    def done(self) -> Undone:
        for chain in list(self.chains()):
            self.chain(chain)
        changes = [one for one in self.root.iter(INSERTED, DELETED) if is_ours(one)]
        marks = [one for one in changes if one.getparent().tag == LOOK and one.tag == DELETED]
        pieces = [one for one in changes if one.getparent().tag not in (LOOK, W + "trPr", W + "numPr")]
        for piece in pieces:  # judged before any is taken away, for what stands beside counts
            if piece.tag == INSERTED and piece not in self.staying and (by := self.held(piece)):
                self.stay(piece, by)
        for piece in pieces:
            self.piece(piece)
        for mark in marks:
            if mark not in self.staying:
                self.found.pieces += 1
                self.unmark(mark)
        return self.found

    # whole paragraphs

    def chain(self, chain: _Chain) -> None:
        """Neighbouring paragraphs that end with marks of ours, and the one behind them."""
        paragraphs, end = chain.paragraphs, chain.end
        if end is not None and self.others.begins_with_ours(end):
            head = next((n for n, one in enumerate(paragraphs) if self.was_there(one, end)), len(paragraphs))
            self.whole(paragraphs[:head])
            if head < len(paragraphs):
                self.behind_the_end(paragraphs[head], paragraphs[head + 1 :], end)
        else:
            self.whole(paragraphs)

    def was_there(self, paragraph: etree._Element, end: etree._Element) -> bool:
        """Whether a paragraph that ends with our mark was there before: its words, or their absence, are not ours.

        Of a paragraph that was empty and got words of ours, runs and attributes tell it, which we give to none.
        """
        wrote = any(child.tag == INSERTED and is_ours(child) for child in paragraph)
        if not wrote or self.others.others_in(paragraph):
            return True
        empty = any(child.tag == RUN and child.find(REFERENCE) is None for child in paragraph)
        return empty or bool(paragraph.attrib and not end.attrib)

    def whole(self, paragraphs: Sequence[etree._Element]) -> None:
        """Clauses of which each paragraph has its own mark."""
        for clause in self.clauses(paragraphs):
            by = self.holding(clause)
            for paragraph in clause:
                if by:
                    self.keep(paragraph, by)
                else:
                    self.take_away(paragraph)
            self.found.clauses += not by

    def behind_the_end(self, head: etree._Element, rest: list[etree._Element], end: etree._Element) -> None:
        """Clauses behind the last paragraph of a section or a document: they end with that paragraph's own mark."""
        clauses = list(self.clauses([*rest, end]))
        if not any(map(self.holding, clauses)):
            self.give_back(head, rest, end)
            self.found.clauses += len(clauses)
            return
        by = self.holding(clauses[-1]) or "somebody"
        self.whole([one for clause in clauses[:-1] for one in clause])
        for paragraph in (head, *clauses[-1]):
            self.keep(paragraph, by)

    def holding(self, clause: Iterable[etree._Element]) -> str:
        """Who worked in a clause; empty for nobody."""
        return next((by for paragraph in clause if (by := self.others.others_in(paragraph))), "")

    def give_back(self, head: etree._Element, rest: Iterable[etree._Element], end: etree._Element) -> None:
        """The words before our first mark end again with the mark that they had (ECMA-376 17.13.5.20)."""
        for paragraph in rest:
            self.take_away(paragraph)
        self.move_threads(end, head)
        own, theirs = head.find(_PROPERTIES), end.find(_PROPERTIES)
        if own is not None:
            head.remove(own)
        if theirs is not None:
            head.insert(0, theirs)
        self.seams.drop(end)

    def clauses(self, paragraphs: Iterable[etree._Element]) -> Iterator[list[etree._Element]]:
        """The paragraphs of each clause: our comment stands on the first of them."""
        clause: list[etree._Element] = []
        for paragraph in paragraphs:
            if clause and any(one.get(_ID) in self.free for one in paragraph.iter(RANGE_START)):
                yield clause
                clause = []
            clause.append(paragraph)
        if clause:
            yield clause

    def take_away(self, paragraph: etree._Element) -> None:
        self.move_threads(paragraph, home_of(paragraph))
        self.seams.drop(paragraph)

    def move_threads(self, paragraph: etree._Element, home: etree._Element) -> None:
        home.extend([whole(one) for one in paragraph.iter(*MARKS) if one.get(_ID) in self.bound])

    def keep(self, paragraph: etree._Element, by: str) -> None:
        for change in paragraph.iter(INSERTED, DELETED):
            if is_ours(change):
                self.stay(change, by)

    def chains(self) -> Iterator[_Chain]:
        """Each row of neighbouring paragraphs that are ours, one of them at least by its mark."""
        passed: set[etree._Element] = set()
        for paragraph in self.root.iter(PARAGRAPH):
            if paragraph in passed or not self.others.left_whole(paragraph):
                continue
            chain, following = [paragraph], next_paragraph(paragraph)
            while following is not None and self.others.left_whole(following):
                chain.append(following)
                following = next_paragraph(following)
            passed.update(chain)
            if any(map(_our_mark, chain)):
                yield _Chain(chain, following)

    # pieces

    def piece(self, piece: etree._Element) -> None:
        if piece in self.staying:
            return
        if piece.tag == INSERTED:
            for mark in [one for one in piece.iter(*MARKS) if one.get(_ID) in self.bound]:
                piece.addprevious(whole(mark))
            self.seams.drop(piece)
        elif any(near in self.staying for near in beside(piece)):
            self.stay(piece, "")  # the other half of a replacement that stays
            return
        else:
            self.restore(piece)
        self.found.pieces += 1

    def restore(self, deletion: etree._Element) -> None:
        """The words of a deletion as text again, unless somebody else struck them out too."""
        if not any(one.tag in (DELETED, MOVED_OUT) for one in deletion.iterancestors()):
            for part in list(deletion.iter(*_STRUCK)):
                if not any(one.tag in (DELETED, MOVED_OUT) for one in _above(part, deletion)):
                    part.tag = _STRUCK[part.tag]
        self.seams.unwrap(deletion)

    def unmark(self, mark: etree._Element) -> None:
        """Take a change away from a paragraph's mark, and the properties that held nothing else."""
        look = mark.getparent()
        self.seams.drop(mark)
        if not len(look):
            self.seams.drop(look)

    def stay(self, change: etree._Element, by: str) -> None:
        if change not in self.staying:
            self.staying.add(change)
            self.found.kept += 1
        if by and by not in self.found.others:
            self.found.others.append(by)

    def held(self, piece: etree._Element) -> str:
        """Whose work stands inside an insertion of ours, or between it and its other half; empty for nobody's."""
        around = (one for one in piece.iterancestors(DELETED, MOVED_OUT, MOVED_IN) if not is_ours(one))
        if found := self.others.foreign(piece) or next(map(author_of, around), ""):
            return found
        for near in beside(piece):
            if near.tag == INSERTED and not is_ours(near):
                further = [one for one in beside(near) if one is not piece]
                if any(one.tag == INSERTED and is_ours(one) for one in further):
                    return author_of(near)
        return ""


def _our_mark(paragraph: etree._Element) -> bool:
    mark = paragraph.find(f"{_PROPERTIES}/{LOOK}/{INSERTED}")
    return mark is not None and is_ours(mark)


def _above(part: etree._Element, top: etree._Element) -> Iterator[etree._Element]:
    for one in part.iterancestors():
        if one is top:
            return
        yield one

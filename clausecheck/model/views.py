"""The same passage in the other view of a draft: where words stood before the tracked changes, or stand after them.

Both views count the places of paragraphs in the file alike (``Paragraph.source``), and each paragraph holds from its
place to that of the next one. Where both begin a paragraph at one place they go on alike from there; up to the next
such place the characters that no change touched are the same in both, in the same order.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from .draft import Draft, Paragraph


@dataclass(frozen=True, slots=True)
class Passage:
    """``text[start:end]`` of one paragraph."""

    story: str
    index: int
    start: int
    end: int


class OtherView:
    """Finds what stands in one view of a draft in the ``other`` one of the same file."""

    def __init__(self, one: Draft, other: Draft) -> None:
        self._same = one.paragraphs is other.paragraphs
        self._one, self._other = _View(one), _View(other)
        self._common: dict[str, list[int]] = {}

    def paragraphs(self, paragraph: Paragraph) -> tuple[Paragraph, ...]:
        """The paragraphs of the other view that hold something of this one; none where its row or cell is not there.

        A paragraph that only this view has is held by the one that its words join when its mark goes.
        """
        if self._same or self._one.adds(paragraph):
            return (paragraph,) if self._same else ()
        end = self._one.end(paragraph)
        held = self._other.between(paragraph.story, paragraph.source, end)
        return tuple(one for one in held if not self._other.adds(one))

    def passages(self, paragraph: Paragraph, start: int, end: int) -> tuple[Passage, ...]:
        """Where ``text[start:end]`` stands in the other view, one passage for each paragraph that has some of it.

        What only the other view says in between belongs to it. Words that only this view has give a point: where they
        were, or would be. None where the paragraph is not there.
        """
        if self._same:
            return (Passage(paragraph.story, paragraph.index, start, end),)
        held = self.paragraphs(paragraph)
        first, last = self._group(paragraph)
        mine = self._one.between(paragraph.story, first, last)
        theirs = self._other.between(paragraph.story, first, last)
        if not held or sum(map(_size, mine)) != sum(map(_size, theirs)):  # a field may be shown in one view alone
            return tuple(Passage(one.story, one.index, 0, len(one.text)) for one in held)
        before = sum(_size(one) for one in mine if one.index < paragraph.index)
        first, last = (before + _size(paragraph, at) for at in (start, end))
        return tuple(_located(theirs, first, last)) if first < last else (_point(theirs, first),)

    def _group(self, paragraph: Paragraph) -> tuple[int, int | None]:
        """The places before and behind a paragraph at which both views begin one."""
        story, place = paragraph.story, paragraph.source
        if story not in self._common:
            self._common[story] = sorted(self._one.places(story) & self._other.places(story))
        common = self._common[story]
        at = bisect_right(common, place)
        return common[at - 1] if at else 0, common[at] if at < len(common) else None


class _View:
    """The paragraphs of one view by their place in the file."""

    def __init__(self, draft: Draft) -> None:
        self._added = "insertion" if draft.view == "accepted" else "deletion"
        self._stories = {story: list(held) for story, held in groupby(draft.paragraphs, lambda one: one.story)}

    def places(self, story: str) -> set[int]:
        return {one.source for one in self._stories.get(story, ())}

    def end(self, paragraph: Paragraph) -> int | None:
        """The place of the next paragraph; None at the end of the story."""
        held = self._stories[paragraph.story]
        return held[paragraph.index + 1].source if paragraph.index + 1 < len(held) else None

    def between(self, story: str, first: int, last: int | None) -> list[Paragraph]:
        """The paragraphs that hold a place from ``first`` on and before ``last``."""
        held = self._stories.get(story, [])
        start = bisect_right(held, first, key=_place) - 1
        return held[max(start, 0) : len(held) if last is None else bisect_left(held, last, key=_place)]

    def adds(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph stands in a row or a cell that only this view has."""
        changes = (one for one in paragraph.changes if one.of in ("row", "cell") and one.inserted_by is None)
        return any(one.kind == self._added for one in changes)


def _place(paragraph: Paragraph) -> int:
    return paragraph.source


def _kept(paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    """The stretches of text that both views have."""
    at = 0
    for change in paragraph.changes:
        if change.shown and change.end > at:
            if change.start > at:
                yield at, change.start
            at = change.end
    if at < len(paragraph.text):
        yield at, len(paragraph.text)


def _size(paragraph: Paragraph, end: int | None = None) -> int:
    """How many characters before ``end`` both views have."""
    until = len(paragraph.text) if end is None else end
    return sum(min(last, until) - first for first, last in _kept(paragraph) if first < until)


def _located(paragraphs: Sequence[Paragraph], first: int, last: int) -> Iterator[Passage]:
    """From the character ``first`` to before ``last`` of those that both views have."""
    told = 0
    for paragraph in paragraphs:
        found: list[int] = []
        for start, end in _kept(paragraph):
            inside = max(first, told), min(last, told + end - start)
            if inside[0] < inside[1]:
                found += (start + inside[0] - told, start + inside[1] - told)
            told += end - start
        if found:
            yield Passage(paragraph.story, paragraph.index, found[0], found[-1])


def _point(paragraphs: Sequence[Paragraph], at: int) -> Passage:
    """Behind the first ``at`` characters that both views have."""
    before = next(_located(paragraphs, at - 1, at), None) if at else None
    if before is None:
        return Passage(paragraphs[0].story, paragraphs[0].index, 0, 0)
    return Passage(before.story, before.index, before.end, before.end)

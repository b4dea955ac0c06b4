"""What a finder of words hands back, and how character ranges become spans of the Doc."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from spacy.tokens import Doc, Span

from ..model import Place

BLANK = r"[^\S\u2029]"  # white space that is not the end of a paragraph


class Found(NamedTuple):
    """Something in ``text[start:end]`` of the folded text, and its normalised value."""

    start: int
    end: int
    value: str = ""

    def covers(self, other: Found) -> bool:
        """Nothing of the other one stands outside."""
        return self.start <= other.start and other.end <= self.end


def lower(text: str) -> str:
    """Lower case of the same length (the capital I with a dot of Turkish would become two characters)."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c if len(c.lower()) != 1 else c.lower() for c in text)


def widest(found: Iterable[Found]) -> list[Found]:
    """In order of place, without those that lie inside another one or overlap one before them."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda f: (f.start, -f.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


class Spans:
    """Character ranges of one Doc as spans over whole tokens."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self._starts: list[int] = doc.to_array("IDX").astype(int).tolist() if len(doc) else []

    def tokens(self, start: int, end: int) -> tuple[int, int]:
        """The half-open range of the tokens that ``text[start:end]`` touches."""
        return max(0, bisect_right(self._starts, start) - 1), bisect_left(self._starts, end)

    def put(self, name: str, found: Iterable[Found]) -> None:
        """Set ``doc.spans[name]``, sorted, each span with its value; ranges without a token are left out."""
        spans = []
        for one in sorted(found):
            first, last = self.tokens(one.start, one.end)
            if first < last:
                span = Span(self.doc, first, last, label=name)
                span._.value = one.value
                spans.append(span)
        self.doc.spans[name] = spans


class Places:
    """Character ranges of one Doc as places in paragraphs of the draft."""

    def __init__(self, doc: Doc) -> None:
        self._starts: tuple[int, ...] = doc._.starts
        self._lengths = [len(paragraph.text) for paragraph in doc._.draft.paragraphs]

    def paragraph(self, offset: int) -> int:
        """The position in ``Draft.paragraphs`` of the paragraph that holds that offset of ``doc.text``."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def place(self, start: int, end: int) -> Place:
        """Where ``doc.text[start:end]`` stands; cut at the end of the paragraph where it begins."""
        at = self.paragraph(start)
        base = self._starts[at]
        return Place(at, start - base, min(end - base, self._lengths[at]))

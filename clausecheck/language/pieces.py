"""A paragraph cut into pieces: numbers set aside, headings, sentences, and the items counted inside sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from . import breaks, counting, english, furniture
from .counting import Cut
from .marks import Mark


@dataclass(slots=True)
class Piece:
    """A stretch of one paragraph that is read as a whole; the offsets are the paragraph's."""

    paragraph: int
    start: int
    end: int
    mark: Mark | None = None
    mark_start: int = 0  # where the mark before ``start`` begins; ``start`` where there is none
    heading: bool = False  # the Word stage or a number before it shows that it is a heading
    title: bool = False  # it reads like a heading, and nothing else shows that it is one
    inline: bool = False  # an item in the middle of a sentence
    first: bool = False  # the first words of its paragraph after number and heading
    text: str = ""
    role: str = ""
    term: str = ""


_INSIDE = (english.PAGE_INSIDE, english.ASIDE_INSIDE)


class _Stretch(NamedTuple):
    """A sentence or an item before anything is known of it."""

    begin: int
    end: int
    mark: Mark | None
    mark_start: int


def pieces(index: int, owner: Cut) -> Iterator[Piece]:
    """The pieces of paragraph ``index``, in order."""
    paragraph, text = owner.paragraph, owner.text
    if paragraph.heading_end > paragraph.typed:
        whole = _Stretch(paragraph.typed, paragraph.heading_end, owner.number, 0)
        yield _piece(text, index, whole, heading=True)
    first = True
    stretches = _stretches(owner)
    for stretch, following in zip(stretches, [*stretches[1:], None], strict=True):
        title_end = _title_end(text, stretch, following) if stretch.mark or first else stretch.begin
        if title_end > stretch.begin:
            yield _piece(text, index, stretch._replace(end=title_end), heading=True)
            stretch, first = _Stretch(title_end, stretch.end, None, title_end), False
        piece = _piece(text, index, stretch)
        piece.inline = not first and _goes_on_before(text, owner.begin, piece)
        piece.title = _may_be_title(piece, first, following)
        piece.first = first
        if piece.text:
            yield piece
            first = _is_inside(piece.text)  # the sentence before a page's end goes on behind it


def _may_be_title(piece: Piece, first: bool, following: _Stretch | None) -> bool:
    if not breaks.is_title(piece.text) or (piece.text.endswith(".") and not first and piece.mark is None):
        return False
    counted = following is not None and following.mark is not None and not following.mark.clause_level
    return not (counted and piece.text.split()[0].lower() in english.STARTERS)  # "If Licensee (a) …"


def _is_inside(text: str) -> bool:
    """A page's end or a note that may stand inside a sentence."""
    return furniture.is_page_mark(text) or english.ASIDE_INSIDE.fullmatch(text) is not None


def _title_end(text: str, stretch: _Stretch, following: _Stretch | None) -> int:
    """Where a run-in heading ends; a title of its own with a full stop ("Records. Licensee shall …") is one."""
    words = text[stretch.begin : stretch.end].strip()
    if english.ASIDE.match(words.lstrip("(*")):
        return stretch.begin
    followed = following is not None and following.mark is None
    if followed and words.endswith((".", ":")) and breaks.is_title(words):
        return stretch.end
    return breaks.run_in(text, stretch.begin, stretch.end)


def _piece(text: str, index: int, stretch: _Stretch, heading: bool = False) -> Piece:
    inner = text[stretch.begin : stretch.end]
    start = stretch.begin + len(inner) - len(inner.lstrip())
    words = inner.strip()
    mark_start = stretch.mark_start if stretch.mark else start
    return Piece(index, start, start + len(words), stretch.mark, mark_start, heading, text=words)


def _goes_on_before(text: str, begin: int, piece: Piece) -> bool:
    """The sentence before the piece has not ended: an item inside it, or words that go on behind one."""
    before = text[begin : piece.mark_start].rstrip().rstrip("\"')]")
    return bool(piece.mark) and not before.endswith((".", "?", "!"))


def _stretches(owner: Cut) -> list[_Stretch]:
    """The sentences and items of the paragraph, each without its mark."""
    text = owner.text
    kept = counting.splitting(owner)
    begins: dict[int, tuple[Mark | None, int]] = {owner.begin: _own_number(owner)}
    inside = {offset for c in kept for offset in range(c.start + 1, _skip(text, c.end) + 1)}
    edges = [edge for look in _INSIDE for hit in look.finditer(text, owner.begin, owner.end) for edge in hit.span()]
    for offset in (*breaks.starts(text, owner.begin, owner.end), *(_skip(text, edge) for edge in edges)):
        if offset not in inside and owner.begin < offset < owner.end:
            begins[offset] = (None, offset)
    for candidate in kept:
        outer, mark_start = begins.pop(candidate.start, (None, candidate.start))
        mark = replace(candidate.mark, outer=outer) if outer else candidate.mark  # "(b) (i) …"
        begins[_skip(text, candidate.end)] = (mark, mark_start)
    order = sorted(begins)
    ends = [begins[after][1] if begins[after][0] else after for after in order[1:]] + [owner.end]
    return [_Stretch(offset, end, *begins[offset]) for offset, end in zip(order, ends, strict=True)]


def _own_number(owner: Cut) -> tuple[Mark | None, int]:
    """The paragraph's own number stands before its first sentence, unless a heading has taken it."""
    headed = owner.paragraph.heading_end > owner.paragraph.typed
    return (None, owner.begin) if headed or owner.number is None else (owner.number, 0)


def _skip(text: str, offset: int) -> int:
    space = re.compile(r"\s*").match(text, offset)
    return space.end() if space else offset

"""A paragraph cut into pieces: numbers set aside, headings, sentences, and the items counted inside sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ..model import Paragraph
from . import breaks, marks
from .marks import Candidate, Mark

_SHORT_ITEM = 4  # words: "(a) make, (b) have made and (c) sell …" is one sentence, not a list
_LOOKAHEAD = 400  # candidates


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


@dataclass(slots=True)
class Cut:
    """What was found in one paragraph, before it is known which marks count."""

    paragraph: Paragraph
    text: str  # folded
    begin: int  # behind number, heading and running head
    end: int  # before a page number
    number: Mark | None
    candidates: list[Candidate]
    accepted: list[Candidate] = field(default_factory=list)


def cut(paragraph: Paragraph, text: str, own: tuple[int, int]) -> Cut:
    """Look for marks in a paragraph whose folded text is ``text``, of which ``own`` is not the page's."""
    begin = max(paragraph.typed, paragraph.heading_end, own[0])
    number = marks.read(paragraph.number) if paragraph.number else None
    found = [] if paragraph.is_heading or paragraph.contents else marks.candidates(text, begin)
    return Cut(paragraph, text, begin, max(begin, own[1]), number, found)


def accept(cuts: Sequence[Cut]) -> None:
    """Decide which candidates count items: those that go on a series, or begin one that goes on further down."""
    stream = [(cut, candidate) for cut in cuts for candidate in [_number(cut), *cut.candidates] if candidate]
    last: dict[str, int] = {}
    for i, (owner, candidate) in enumerate(stream):
        if candidate.kind == "number":
            last |= dict(candidate.mark.readings)
        elif _counts(candidate, last, stream[i + 1 : i + _LOOKAHEAD]):
            owner.accepted.append(candidate)
            last |= _reading(candidate.mark, last)


def _number(owner: Cut) -> Candidate | None:
    return Candidate(0, 0, "number", owner.number, "start") if owner.number else None


def _reading(mark: Mark, last: dict[str, int]) -> dict[str, int]:
    """The reading that goes on a series, else all of them."""
    going_on = {series: n for series, n in mark.readings if n == last.get(series, -1) + 1}
    return going_on or dict(mark.readings)


def _counts(candidate: Candidate, last: dict[str, int], later: Sequence[tuple[Cut, Candidate]]) -> bool:
    if candidate.kind == "bullet" or (candidate.kind == "decimal" and candidate.place != "middle"):
        return True
    if candidate.place == "start" and candidate.kind in ("paren", "half"):
        return True
    if candidate.place == "start" and candidate.mark.text[0].isdigit():
        return True
    if any(n > 1 and last.get(series) == n - 1 for series, n in candidate.mark.readings):
        return True
    return candidate.kind != "decimal" and any(
        n == 1 and _goes_on(series, later) for series, n in candidate.mark.readings
    )


def _goes_on(series: str, later: Sequence[tuple[Cut, Candidate]]) -> bool:
    """The next mark of the series is its second."""
    for _, candidate in later:
        ordinals = [n for name, n in candidate.mark.readings if name == series]
        if ordinals:
            return ordinals[0] == 2
    return False


def pieces(index: int, owner: Cut) -> Iterator[Piece]:
    """The pieces of paragraph ``index``, in order."""
    paragraph, text = owner.paragraph, owner.text
    if paragraph.heading_end > paragraph.typed:
        yield _piece(text, index, paragraph.typed, paragraph.heading_end, owner.number, 0, heading=True)
    first = True
    stretches = _stretches(owner)
    for i, (begin, end, mark, mark_start) in enumerate(stretches):
        followed = i + 1 < len(stretches) and stretches[i + 1][2] is None
        title_end = _title_end(text, begin, end, followed) if mark or first else begin
        if title_end > begin:
            yield _piece(text, index, begin, title_end, mark, mark_start, heading=True)
            mark, mark_start, begin = None, title_end, title_end
            first = False
        piece = _piece(text, index, begin, end, mark, mark_start)
        piece.inline = not first and _goes_on_before(text, owner.begin, piece)
        piece.title = (first or piece.mark is not None or piece.text[-1:] != ".") and breaks.is_title(piece.text)
        piece.first = first and title_end == begin
        if piece.text:
            yield piece
            first = False


def _title_end(text: str, begin: int, end: int, followed: bool) -> int:
    """Where a run-in heading ends; a title of its own with a full stop ("Records. Licensee shall …") is one."""
    words = text[begin:end].strip()
    if followed and words.endswith((".", ":")) and breaks.is_title(words):
        return end
    return breaks.run_in(text, begin, end)


def _piece(
    text: str, index: int, begin: int, end: int, mark: Mark | None, mark_start: int, heading: bool = False
) -> Piece:
    inner = text[begin:end]
    start = begin + len(inner) - len(inner.lstrip())
    words = inner.strip()
    return Piece(index, start, start + len(words), mark, mark_start if mark else start, heading, text=words)


def _goes_on_before(text: str, begin: int, piece: Piece) -> bool:
    """The sentence before the piece has not ended: an item inside it, or words that go on behind one."""
    before = text[begin : piece.mark_start].rstrip().rstrip("\"')]")
    return bool(piece.mark) and not before.endswith((".", "?", "!"))


def _stretches(owner: Cut) -> list[tuple[int, int, Mark | None, int]]:
    """(begin, end, mark, where the mark begins) of each sentence and item."""
    text, size = owner.text, owner.end
    kept = _drop_running(owner)
    begins: dict[int, tuple[Mark | None, int]] = {owner.begin: _own_number(owner)}
    inside = {offset for c in kept for offset in range(c.start + 1, _skip(text, c.end) + 1)}
    begins |= {offset: (None, offset) for offset in breaks.starts(text, owner.begin, size) if offset not in inside}
    for candidate in kept:
        begins.pop(candidate.start, None)
        begins[_skip(text, candidate.end)] = (candidate.mark, candidate.start)
    order = sorted(begins)
    ends = [min(begins[nxt][1], nxt) if begins[nxt][0] else nxt for nxt in order[1:]] + [size]
    return [(offset, end, *begins[offset]) for offset, end in zip(order, ends, strict=True)]


def _own_number(owner: Cut) -> tuple[Mark | None, int]:
    """The paragraph's own number stands before its first sentence, unless a heading has taken it."""
    headed = owner.paragraph.heading_end > owner.paragraph.typed
    return (None, owner.begin) if headed or owner.number is None else (owner.number, 0)


def _skip(text: str, offset: int) -> int:
    space = re.compile(r"\s*").match(text, offset)
    return space.end() if space else offset


def _drop_running(owner: Cut) -> list[Candidate]:
    """Without the marks that count short parts of one running sentence: what follows the last belongs to all."""
    series: dict[str, list[Candidate]] = {}
    for candidate in owner.accepted:
        if candidate.kind == "paren":
            series.setdefault(candidate.mark.readings[-1][0], []).append(candidate)
    running = {
        c.start for group in series.values() for run in _runs(group) if _is_running(owner.text, run) for c in run
    }
    return [candidate for candidate in owner.accepted if candidate.start not in running]


def _runs(group: list[Candidate]) -> Iterator[list[Candidate]]:
    """The group parted before each first ordinal."""
    run: list[Candidate] = []
    for candidate in group:
        if run and any(n == 1 for _, n in candidate.mark.readings):
            yield run
            run = []
        run.append(candidate)
    yield run


def _is_running(text: str, run: list[Candidate]) -> bool:
    if len(run) < 2 or run[0].place != "middle":
        return False
    gaps = [text[before.end : after.start] for before, after in pairwise(run)]
    return all(len(gap.split()) <= _SHORT_ITEM + 1 and not re.search("[;:.]", gap) for gap in gaps)

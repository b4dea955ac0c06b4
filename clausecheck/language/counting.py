"""Which possible marks count items: a series that begins and goes on, read over the whole draft."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ..model import Paragraph
from . import marks
from .marks import Candidate, Mark

_SHORT_ITEM = 4  # words: "(a) make, (b) have made and (c) sell …" is one sentence, not a list
_LOOKAHEAD = 400  # candidates


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
    number = marks.read(paragraph.number) if paragraph.number and own[0] <= paragraph.typed else None
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
    inside = candidate.kind == "dot" and candidate.mark.text[0].isdigit()  # a series may begin in a lost line
    readings = [(series, n) for series, n in candidate.mark.readings if n == 1 or inside]
    return candidate.kind != "decimal" and any(_goes_on(series, n, later) for series, n in readings)


def _goes_on(series: str, n: int, later: Sequence[tuple[Cut, Candidate]]) -> bool:
    """The next mark of the series is the one behind ``n``."""
    for _, candidate in later:
        ordinals = [n for name, n in candidate.mark.readings if name == series]
        if ordinals:
            return ordinals[0] == n + 1
    return False


def splitting(owner: Cut) -> list[Candidate]:
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

"""Where a new clause belongs among those that are open: as a sibling of one of them, or below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .captions import is_recital
from .numerals import Numeral

PARTS = frozenset({"part", "chapter", "title", "book"})


@dataclass(frozen=True, slots=True)
class Entry:
    """A paragraph that opens a clause: numbered, a heading, or both."""

    number: str
    numeral: Numeral
    heading: str
    rank: int | None  # how strong its heading looks, 0 strongest; None without a heading
    outline: int | None = None  # outline level of its style
    list: str = ""  # the list definition that counts it automatically, and its level there
    depth: int = 0
    format: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One figure of a number: "2.1(a)" opens 2.1, where that is not open, and (a) below it."""

    entry: Entry
    full: tuple[int | str, ...]  # its whole number as far as it is known: (2, 1, "a")
    absolute: bool  # the number says the whole of it
    counts: dict[str, int]  # what the figure may count: style → value
    written: tuple[str, str, int] = ("", "", 0)  # its word, how it is set off, how many levels it spells out

    @property
    def headed(self) -> bool:
        return self.entry.rank is not None

    @property
    def numbered(self) -> bool:
        return bool(self.entry.number)


Open = Sequence[Step]


def place(open_steps: Open, step: Step, coming: tuple[int, ...]) -> int:
    """How many of the open clauses stay open above a new one; ``coming`` is the next whole number of the draft."""
    word = step.entry.numeral.word
    if step.entry.numeral.is_schedule:
        return 0
    floor = 1 if open_steps and open_steps[0].entry.numeral.is_schedule else 0
    if not step.numbered:
        return _unnumbered(open_steps, floor, step, coming)
    if word in PARTS:
        return floor
    while floor < len(open_steps) and open_steps[floor].entry.numeral.word in PARTS:
        floor += 1
    if word == "article":
        return floor
    if step.absolute and len(step.full) > 1:
        return _by_path(open_steps, floor, step)
    return _by_count(open_steps, floor, step)


def follows(before: Step, step: Step) -> bool:
    """Whether the figure of ``step`` is the next one after that of ``before``, in some way of counting."""
    return any(step.counts[style] == value + 1 for style, value in before.counts.items() if style in step.counts)


def alike(one: Step, other: Step) -> bool:
    """Whether two figures are written alike, so that they may be siblings."""
    return one.written == other.written and not one.counts.keys().isdisjoint(other.counts)


def _by_path(open_steps: Open, floor: int, step: Step) -> int:
    """ "2.1" belongs below an open 2, else beside an open 1.1."""
    depths = range(floor, len(open_steps))
    above = [d for d in depths if _is_above(open_steps[d].full, step.full)]
    if above:
        return above[-1] + 1
    for depth in depths:
        if open_steps[depth].absolute and len(open_steps[depth].full) >= len(step.full):
            return depth
    return _below_whole_numbers(open_steps, floor)


def _by_count(open_steps: Open, floor: int, step: Step) -> int:
    """ "(b)" belongs beside an open "(a)"; a first figure below what stands above it."""
    listed = _by_list(open_steps, floor, step) if step.entry.list else None
    if listed is not None:
        return listed
    similar = [depth for depth in reversed(range(floor, len(open_steps))) if alike(open_steps[depth], step)]
    exact = [depth for depth in similar if open_steps[depth].headed == step.headed]
    for depth in (*exact, *similar):
        if follows(open_steps[depth], step):
            return floor if step.headed and _is_implied(open_steps[depth]) else depth
    first = 1 in step.counts.values()
    if not first and (exact or similar):
        return (exact or similar)[0]
    return _below(open_steps, floor, step, first)


def _is_implied(step: Step) -> bool:
    """A clause known from the numbers below it alone says nothing of its own depth."""
    return not step.headed and step.full == step.entry.numeral.path and step.entry.number.isdecimal()


def _below(open_steps: Open, floor: int, step: Step, first: bool) -> int:
    """Below what is open: "(a)" below the innermost clause, the first of the main clauses at the top."""
    above = open_steps[floor:]
    if any(other.absolute for other in above):
        return len(open_steps) if first or not step.absolute else _below_whole_numbers(open_steps, floor, step)
    opens_main = step.headed and (step.absolute or "upper roman" in step.counts)
    if opens_main or (step.absolute and any(is_recital(other.entry.heading) for other in above)):
        return floor
    inside = not step.absolute or any(other.numbered and other.headed for other in above)
    return len(open_steps) if inside else _below_whole_numbers(open_steps, floor, step)


def _by_list(open_steps: Open, floor: int, step: Step) -> int | None:
    """The levels of one automatic list say how its clauses nest."""
    same = [d for d in range(floor, len(open_steps)) if open_steps[d].entry.list == step.entry.list]
    for depth in same:
        if open_steps[depth].entry.depth >= step.entry.depth:
            return depth
    return same[-1] + 1 if same else None


def _below_whole_numbers(open_steps: Open, floor: int, step: Step | None = None) -> int:
    """Below the innermost clause that has a whole number or a heading alone.

    The first of the main clauses ("1. Definitions") ends the headings that stand before it ("AGREED TERMS").
    """
    depths = range(floor, len(open_steps))
    whole = [depth for depth in depths if open_steps[depth].absolute]
    if whole:
        return whole[-1] + 1
    headings = [depth for depth in depths if not open_steps[depth].numbered]
    if step is not None and step.headed:
        return floor
    return headings[-1] + 1 if headings else floor


def _unnumbered(open_steps: Open, floor: int, step: Step, coming: tuple[int, ...]) -> int:
    """A heading without a number: inside a clause whose numbers go on behind it, else by its outline level or look."""
    if floor < len(open_steps) and _goes_on(open_steps[floor], coming):
        above = [d for d in range(floor, len(open_steps)) if _is_above(open_steps[d].full, coming)]
        return above[-1] + 1 if above else floor + 1
    if step.entry.outline is not None:
        return _by_outline(open_steps, floor, step.entry.outline)
    rank = step.entry.rank or 0
    for depth in range(floor, len(open_steps)):
        other = open_steps[depth].entry
        if not open_steps[depth].numbered and other.outline is None and (other.rank or 0) >= rank:
            return depth
    top = open_steps[floor] if floor < len(open_steps) else None
    return floor + 1 if top is not None and rank > 0 and top.headed else floor


def _by_outline(open_steps: Open, floor: int, level: int) -> int:
    depths = range(floor, len(open_steps))
    above = [d for d in depths if (own := open_steps[d].entry.outline) is not None and own < level]
    return above[-1] + 1 if above else floor


def _goes_on(top: Step, coming: tuple[int, ...]) -> bool:
    """Whether the next whole number is a later one inside the clause, or that of its next sibling."""
    if not coming or not top.absolute:
        return False
    if _is_above(top.full, coming):
        return coming[-1] > 1
    return len(top.full) == 1 == len(coming) and coming[0] == _last_figure(top.full) + 1


def _is_above(above: tuple[int | str, ...], full: tuple[int | str, ...]) -> bool:
    return 0 < len(above) < len(full) and full[: len(above)] == above


def _last_figure(full: tuple[int | str, ...]) -> int:
    return full[-1] if full and isinstance(full[-1], int) else -1

"""The clause tree: numbers say the depth first, the level of headings second."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..model import Clause
from .captions import is_divider
from .numerals import SCHEDULES, Numeral, readings
from .placement import PARTS, Entry, Step, alike, place

_STYLES = {
    "decimal": "decimal", "decimalZero": "decimal", "lowerLetter": "lower letter", "upperLetter": "upper letter",
    "lowerRoman": "lower roman", "upperRoman": "upper roman",
}  # fmt: skip
_DEEPEST = 12
_AHEAD = 40  # how many paragraphs to look ahead for the figure after "(i)"


@dataclass(frozen=True, slots=True)
class Outline:
    """The clauses of the body; for each paragraph the innermost clause that holds it, and the level it opens."""

    clauses: tuple[Clause, ...]
    clause_at: tuple[int | None, ...]
    levels: tuple[int | None, ...]


@dataclass(slots=True)
class _Node:
    step: Step
    position: int  # in the list of clauses
    first: int
    label: str
    cited: str  # its label, or that of the next clause above that has one
    parent: int | None
    level: int
    schedule: bool
    last: int = 0

    def clause(self) -> Clause:
        heading = self.step.entry.heading
        return Clause(self.label, heading, self.first, self.last, self.level, self.parent, self.schedule)


def outline(entries: Sequence[Entry | None]) -> Outline:
    """Build the tree from one entry for each body paragraph, None for plain text."""
    nodes: list[_Node] = []
    stack: list[_Node] = []
    at: list[int | None] = []
    levels: list[int | None] = []
    coming = _coming_numbers(entries)
    for index, entry in enumerate(entries):
        for step in _steps(entry, entries[index + 1 : index + _AHEAD], stack) if entry else ():
            keep = min(place([node.step for node in stack], step, coming[index]), _DEEPEST)
            sibling = stack[keep].step if keep < len(stack) else None
            _close(stack, keep, index)
            nodes.append(_opened(step, sibling, stack, index, len(nodes)))
            stack.append(nodes[-1])
        at.append(stack[-1].position if stack else None)
        levels.append(stack[-1].level if entry else None)
    _close(stack, 0, len(entries))
    return Outline(tuple(node.clause() for node in nodes), tuple(at), tuple(levels))


def _close(stack: list[_Node], keep: int, index: int) -> None:
    """End all but ``keep`` open clauses before paragraph ``index``, or with it where they begin there."""
    for node in stack[keep:]:
        node.last = max(node.first, index - 1)
    del stack[keep:]


def _opened(step: Step, sibling: Step | None, stack: Sequence[_Node], index: int, position: int) -> _Node:
    parent = stack[-1] if stack else None
    counts = step.counts
    if sibling is not None and alike(sibling, step):  # "(i)" behind "(h)" is a letter from now on
        counts = {style: n for style, n in counts.items() if sibling.counts.get(style, -1) + 1 == n} or counts
    full = step.full
    if full and parent is not None and (not step.absolute or _is_item(step, parent)):
        full = (*parent.step.full, *full)
    step = replace(step, full=full, counts=counts)
    label = _label(step, parent, stack)
    cited = label or (parent.cited if parent else "")
    schedule = step.entry.numeral.is_schedule or (parent is not None and parent.schedule)
    return _Node(step, position, index, label, cited, parent.position if parent else None, len(stack), schedule)


def _is_item(step: Step, parent: _Node) -> bool:
    """ "1." inside of Article 2 or of clause 3 is no main clause."""
    above, word = parent.step.full, parent.step.entry.numeral.word
    return step.written == ("", "", 1) and bool(above) and word not in PARTS and word not in SCHEDULES


def _steps(entry: Entry, following: Sequence[Entry | None], stack: Sequence[_Node]) -> Iterator[Step]:
    """The figures of a number of which each opens a clause, but for those that are open already."""
    number = entry.numeral
    if not entry.number:
        yield Step(entry, (), False, {})
    if len(number.path) > 1 and not any(node.step.full == number.path[:1] for node in stack):
        yield from _implied(number.path[0], stack)
    if number.path and not (number.tail and any(node.step.full == number.path for node in stack)):
        yield Step(entry, number.path, True, {"decimal": number.path[-1]}, (number.word, "", len(number.path)))
    for figure in number.tail:
        counts = _counts(figure, entry.format if figure is number.tail[-1] else "", following)
        word, form = ("", "()") if number.path else (number.word, number.form)
        yield Step(entry, (figure,), bool(word), counts, (word, form, 0))


def _implied(figure: int, stack: Sequence[_Node]) -> Iterator[Step]:
    """ "2.1" with no 2 above it: the heading without a number right above is clause 2, else it has no words."""
    written = ("", "", 1)
    top = stack[-1] if stack and not is_divider(stack[-1].step.entry.heading) else None
    if top is not None and not top.step.numbered and not top.step.full and not top.step.entry.numeral.is_schedule:
        top.step = replace(top.step, full=(figure,), absolute=True, counts={"decimal": figure}, written=written)
        top.label = top.cited = _in_schedule(str(figure), stack)
        return
    entry = Entry(str(figure), Numeral(path=(figure,)), "", None)
    yield Step(entry, (figure,), True, {"decimal": figure}, written)


def _counts(figure: str, format: str, following: Sequence[Entry | None]) -> dict[str, int]:
    """What a figure may count; for "(i)" the next such figure tells whether it is a letter or roman."""
    found = readings(figure)
    style = _STYLES.get(format, format)
    if style in found:
        return {style: found[style]}
    for entry in following if figure in ("i", "I") else ():
        tail = entry.numeral.tail if entry else ()
        if tail and tail[-1].lower() in ("ii", "j"):
            is_roman = tail[-1].lower() == "ii"
            return {style: n for style, n in found.items() if style.endswith("roman") == is_roman}
    return found


def _coming_numbers(entries: Sequence[Entry | None]) -> list[tuple[int, ...]]:
    """For each paragraph the next whole number behind it; () where none comes before the next schedule."""
    coming: list[tuple[int, ...]] = []
    near: tuple[int, ...] = ()
    for entry in reversed(entries):
        coming.append(near)
        if entry is not None and entry.numeral.is_schedule:
            near = ()
        elif entry is not None and entry.numeral.path:
            near = entry.numeral.path
    coming.reverse()
    return coming


def _label(step: Step, parent: _Node | None, stack: Sequence[_Node]) -> str:
    """The way counsel cites a clause: "2.3(a)", "Article 3", "Schedule 1", "Schedule 1, 2.1"."""
    above, number = parent.cited if parent else "", step.entry.numeral
    if not step.numbered:
        return number.word.capitalize()  # "Annex" alone
    if not step.absolute:
        return f"{above}({step.full[-1]})" if above or number.form == "()" else str(step.full[-1])
    written = step.entry.number.split("(")[0].strip(" .:)–—-")
    if parent is not None and _is_item(step, parent):
        if above.startswith("第"):
            return f"{above}第{step.full[-1]}項"
        return f"{above}.{written}" if parent.step.entry.numeral.word else f"{above}({written})"
    if number.word and written.isascii():
        written = number.word.capitalize() + written[len(number.word) :]
    return written if number.is_schedule else _in_schedule(written, stack)


def _in_schedule(label: str, stack: Sequence[_Node]) -> str:
    outermost = stack[0] if stack else None
    return f"{outermost.label}, {label}" if outermost is not None and outermost.schedule else label

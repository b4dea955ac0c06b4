"""A missing clause in its place: behind which paragraph, with which number and heading, like which paragraphs."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ..model import Draft, Paragraph, Suggestion
from .labels import core, following, numbered_below
from .siblings import Siblings

_ITEM = re.compile(r"\(([a-z])\) ")
_ENDS = " \t\n.:;\u2013\u2014-"


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph to insert: what it says, and the paragraph of the draft that it looks like."""

    like: int
    text: str
    label: str = ""  # a number to type, with the white space behind it; empty where Word numbers, or nothing does
    heading: str = ""  # stands before the text in the look of the sibling's heading, with its end punctuation
    silent: bool = False  # the number that Word would give it, like its sibling, is switched off

    @property
    def words(self) -> str:
        """All that the paragraph says."""
        return self.label + self.heading + self.text


@dataclass(frozen=True, slots=True)
class NewClause:
    """A missing clause in its place: behind body paragraph ``after``."""

    after: int
    lines: tuple[Line, ...]
    depth: int = 0  # 0 = a clause of its own; deeper = one more under the clause that it belongs to
    moves_numbers: bool = False  # Word will give the clauses behind it the next number


class Places:
    """Finds places in one draft, and goes on counting behind the numbers that it has given.

    ``together`` says of two body paragraphs that Word numbers whether one list counts both, so that the second starts
    again below a new clause like the first.
    """

    def __init__(self, draft: Draft, together: Callable[[int, int], bool] = lambda one, other: True) -> None:
        self._tree = Siblings(draft)
        self._together = together
        self._ours: dict[int | None, set[str]] = {}

    def place(self, suggestion: Suggestion) -> NewClause:
        """Where the clause goes and how it is set; ``suggestion.after_paragraph`` must be given.

        It joins the clauses at ``suggestion.level``: at the top level as a clause behind the one that holds the
        paragraph, below it as the last sub-clause of that one, so that no other clause gets a new number.
        """
        index = min(suggestion.after_paragraph or 0, len(self._tree.body) - 1)
        texts = [line.strip() for line in suggestion.text.split("\n") if line.strip()]
        path = self._tree.path(index)
        if not path:
            return self._plain(index, texts, suggestion.heading)
        node = next((one for one in path if self._tree.level(one) == suggestion.level), path[0])
        while self._tree.is_enumerated(node) and node != path[0]:
            node = path[path.index(node) - 1]
        if node == path[0]:
            return self._clause(node, node, texts, suggestion.heading, 0)
        return self._clause(self._tree.series(node)[-1], path[path.index(node) - 1], texts, suggestion.heading, 1)

    def _clause(self, sibling: int, within: int, texts: list[str], heading: str, depth: int) -> NewClause:
        """A clause set like ``sibling``, behind all that stands in the clause ``within``."""
        first, label = self._tree.first(sibling), self._label(sibling)
        if first.is_heading:
            head = [Line(first.index, "", label, _as_heading(heading, first))] if heading else []
            lines = [*head, *self._below(sibling, texts, label)]
        elif first.heading_end and heading:
            begun = Line(first.index, texts[0], label, _as_heading(heading, first))
            lines = [begun, *self._going_on(sibling, texts[1:])]
        else:
            lines = self._numbered(first, label, texts)
        moves = _is_automatic(first) and self._tree.series(sibling)[-1] != sibling
        return NewClause(self._tree.end(within), tuple(lines), depth, moves)

    def _below(self, node: int, texts: list[str], label: str) -> list[Line]:
        """What stands under a new heading: numbered paragraphs where the siblings have such, else plain ones."""
        like = self._with_terms(node)
        if like is None:
            return self._going_on(node, texts)
        first, above = self._tree.first(self._tree.terms(like)[0]), self._tree.first(like)
        number = label or following(self._tree.first(node).number, self._used(node))
        if first.typed:
            return self._numbered(first, numbered_below(first.text[: first.typed], above.number, number), texts)
        if self._together(above.index, first.index):
            return self._numbered(first, "", texts)
        typed = self._numbered(first, numbered_below(first.number, above.number, number) + "\t", texts)
        return [Line(line.like, line.text, line.label, silent=True) for line in typed]

    def _with_terms(self, node: int) -> int | None:
        """The nearest sibling with numbered sub-clauses, the clause itself first."""
        series = self._tree.series(node)
        near = sorted(series, key=lambda one: abs(series.index(one) - series.index(node)))
        return next((one for one in near if self._tree.first(one).is_heading and self._tree.terms(one)), None)

    def _numbered(self, like: Paragraph, label: str, texts: list[str]) -> list[Line]:
        """Each text with the next number; items behind a lead-in keep their letters."""
        items = any(text.endswith(":") for text in texts if not _ITEM.match(text))
        lines = []
        for text in texts:
            if items and _ITEM.match(text):
                lines.append(_without_number(like, text))
                continue
            lines.append(Line(like.index, _ITEM.sub("", text, count=1) if _ITEM.match(text) else text, label))
            label = label and following(label, ())
        return lines

    def _going_on(self, node: int, texts: Sequence[str]) -> list[Line]:
        """Paragraphs without a number, like one that the sibling has, or like the sibling's first."""
        like = self._tree.running(node) or self._tree.first(node)
        return [_without_number(like, text) for text in texts]

    def _plain(self, index: int, texts: list[str], heading: str) -> NewClause:
        """A draft without clauses, or a place before the first: like the nearest paragraph of running text."""
        near = sorted(self._tree.body, key=lambda p: abs(p.index - index))
        running = (p for p in near if p.text.strip() and not (p.is_heading or p.contents or p.cell))
        like = next(running, self._tree.body[index])
        told = [heading, *texts] if heading and len(texts) > 1 else texts
        return NewClause(self._tree.out_of_table(index), tuple(_without_number(like, text) for text in told))

    def _label(self, sibling: int) -> str:
        """The number to type for a clause behind ``sibling``; empty where Word numbers, or where nothing does."""
        first = self._tree.first(sibling)
        if not first.typed:
            return ""
        series = self._tree.series(sibling)
        place = series.index(sibling)
        before = self._tree.first(series[place - 1]).number if place else ""
        ours = self._ours.setdefault(self._tree.parent(sibling), set())
        label = following(first.text[: first.typed], self._used(sibling), ours, before)
        ours.add(core(label))
        return label

    def _used(self, sibling: int) -> set[str]:
        return {core(self._tree.first(node).number) for node in self._tree.series(sibling)}


def _without_number(like: Paragraph, text: str) -> Line:
    return Line(like.index, text, silent=_is_automatic(like))


def _is_automatic(paragraph: Paragraph) -> bool:
    """Whether Word counts it: its number is not in its text."""
    return bool(paragraph.number) and not paragraph.typed


def _as_heading(heading: str, sibling: Paragraph) -> str:
    """A heading as the sibling sets its own: capitals, brackets, end punctuation and the space behind it."""
    shown, behind = sibling.text[sibling.typed : sibling.heading_end], sibling.text[sibling.heading_end :]
    words = heading.upper() if shown.isupper() else heading
    if sibling.heading.startswith("(") and sibling.heading.endswith(")"):
        words = f"({words})"
    ending = shown[len(shown.rstrip(_ENDS)) :]
    if sibling.is_heading:
        return words + ending.rstrip()
    ending += behind[: len(behind) - len(behind.lstrip(_ENDS))]
    return words + (ending if ending[-1:].isspace() else f"{ending or '.'} ")

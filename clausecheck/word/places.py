"""A missing clause in its place: behind which paragraph, with which number and heading, like which paragraphs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import repeat

from ..model import Draft, Paragraph, Suggestion
from .labels import belongs_below, core, following, numbered_below
from .siblings import Siblings

_ITEM = re.compile(r"\A\([a-z]\) ")
_LONGEST_ENDING = 4
_LONGEST_PARTICLE = 3  # letters of "of", "and", "the"
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
        within = node if node == path[0] else path[path.index(node) - 1]
        node = self._tree.deepest(node)
        depth = int(node != within)
        lines = self._lines(self._tree.series(node)[-1] if depth else node, texts, suggestion.heading)
        after = self._tree.out_of_table(index) if suggestion.before_signature else self._tree.end(within)
        return NewClause(after, tuple(lines), depth, not depth and self._moves_numbers(node))

    def _lines(self, sibling: int, texts: list[str], heading: str) -> list[Line]:
        """The paragraphs of a clause set like ``sibling``."""
        first = self._tree.first(sibling)
        if first.is_heading and heading:
            label = next(self._labels(sibling))
            head = Line(first.index, "", label, self._heading(heading, sibling))
            return [head, *self._below(sibling, texts, label)]
        if first.is_heading:
            return self._going_on(sibling, texts)
        if first.heading_end and heading:
            begun = Line(first.index, texts[0], next(self._labels(sibling)), self._heading(heading, sibling))
            return [begun, *self._going_on(sibling, texts[1:])]
        return _numbered(first, texts, self._labels(sibling))

    def _moves_numbers(self, node: int) -> bool:
        return _is_automatic(self._tree.first(node)) and self._tree.series(node)[-1] != node

    def _heading(self, heading: str, sibling: int) -> str:
        """A heading as the siblings set theirs, with capital words where those have them."""
        others = [self._tree.first(one).heading for one in self._tree.series(sibling)]
        return _as_heading(_capitalised(heading, others), self._tree.first(sibling))

    def _below(self, node: int, texts: list[str], label: str) -> list[Line]:
        """What stands under a new heading: numbered paragraphs where the siblings have such, else plain ones."""
        pattern = self._pattern(node)
        if pattern is None:
            return self._going_on(node, texts)
        above, first = pattern
        number = label or following(self._tree.first(node).number, self._used(node))
        if first.typed:
            return _numbered(first, texts, _counted(numbered_below(first.text[: first.typed], above.number, number)))
        if self._together(above.index, first.index):
            return _numbered(first, texts, repeat(""))
        typed = _numbered(first, texts, _counted(numbered_below(first.number, above.number, number) + "\t"))
        return [Line(line.like, line.text, line.label, silent=True) for line in typed]

    def _pattern(self, node: int) -> tuple[Paragraph, Paragraph] | None:
        """The heading of the nearest sibling with numbered sub-clauses, and the first of these."""
        for one in sorted(self._tree.series(node), key=lambda one: abs(one - node)):
            above = self._tree.first(one)
            for term in self._tree.terms(one)[: 1 if above.is_heading else 0]:
                if belongs_below(self._tree.first(term).number, above.number):
                    return above, self._tree.first(term)
        return None

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

    def _labels(self, sibling: int) -> Iterator[str]:
        """The numbers to type for clauses behind ``sibling``; empty where Word numbers, or where nothing does."""
        first = self._tree.first(sibling)
        if not first.typed:
            yield from repeat("")
        series = self._tree.series(sibling)
        place = series.index(sibling)
        before = self._tree.first(series[place - 1]).number if place else ""
        used, ours = self._used(sibling), self._ours.setdefault(self._tree.parent(sibling), set())
        while True:
            label = following(first.text[: first.typed], used, ours, before)
            ours.add(core(label))
            yield label

    def _used(self, sibling: int) -> set[str]:
        return {core(self._tree.first(node).number) for node in self._tree.series(sibling)}


def _numbered(like: Paragraph, texts: list[str], labels: Iterator[str]) -> list[Line]:
    """Each text with the next number; items behind a lead-in keep their letters."""
    lead_in = any(text.endswith(":") for text in texts if not _ITEM.match(text))
    lines = []
    for text in texts:
        if lead_in and _ITEM.match(text):
            lines.append(_without_number(like, text))
        else:
            lines.append(Line(like.index, _ITEM.sub("", text, count=1), next(labels)))
    return lines


def _counted(label: str) -> Iterator[str]:
    while True:
        yield label
        label = label and following(label, ())


def _without_number(like: Paragraph, text: str) -> Line:
    return Line(like.index, text, silent=_is_automatic(like))


def _is_automatic(paragraph: Paragraph) -> bool:
    """Whether Word counts it: its number is not in its text."""
    return bool(paragraph.number) and not paragraph.typed


def _capitalised(heading: str, others: Sequence[str]) -> str:
    """Each Word of Weight with a Capital, if the other headings have it so."""
    words = [word for other in others for word in other.split()[1:] if len(word) > _LONGEST_PARTICLE]
    if not words or sum(word[0].isupper() for word in words) < len(words) * 0.8:
        return heading
    return " ".join(word[0].upper() + word[1:] if len(word) > _LONGEST_PARTICLE else word for word in heading.split())


def _as_heading(heading: str, sibling: Paragraph) -> str:
    """A heading as the sibling sets its own: capitals, brackets, end punctuation and the space behind it."""
    shown, behind = sibling.text[sibling.typed : sibling.heading_end], sibling.text[sibling.heading_end :]
    words = heading.upper() if shown.isupper() else heading
    if sibling.heading.startswith("(") and sibling.heading.endswith(")"):
        words = f"({words})"
    ending = shown[len(shown.rstrip(_ENDS)) :]
    if not sibling.is_heading:
        ending += behind[: len(behind) - len(behind.lstrip(_ENDS))]
    if len(ending) > _LONGEST_ENDING:  # a rule of dashes, or text set with spaces
        ending = ending.strip()[:1] + " "
    if sibling.is_heading:
        return words + ending.rstrip()
    return words + (ending if ending[-1:].isspace() else f"{ending or '.'} ")

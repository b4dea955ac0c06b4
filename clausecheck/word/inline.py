"""The runs of one paragraph: their text, where it stands, how it looks, and whose change it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from lxml import etree

from ..model import Change, Stretch
from .blocks import ALTERNATE, WRAPPERS, chosen
from .changes import COMING, GOING, Mark, mark_of, merged, struck
from .equations import equation
from .fields import FIELD_MARK, Fields
from .prompts import BLANK
from .styles import Styles
from .symbols import in_symbols, symbol
from .text import RUN, TEXT, Segment
from .xml import M, R, W

_LOOK_THROUGH = WRAPPERS | {W + "fldSimple", W + "bdo", W + "dir"}
_LINK, _CONTROL, _SIMPLE_FIELD = W + "hyperlink", W + "sdt", W + "fldSimple"
_EQUATIONS = frozenset({M + "oMath", M + "oMathPara"})
_FIXED = {
    W + "tab": "\t", W + "ptab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "\u2011",
}  # fmt: skip
_NOTES = {W + "footnoteReference": "footnote", W + "endnoteReference": "endnote"}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BLANKS = " \t\r\n"  # what XML calls white space: a no-break space stays


class Shape(NamedTuple):
    """A drawing or an embedded object inside a run, and the paragraph text before it."""

    element: etree._Element
    offset: int


class Around(NamedTuple):
    """What encloses a run: a tracked change, a link, the instructions of simple fields."""

    mark: Mark | None = None
    link: str | None = None
    instructions: tuple[str, ...] = ()


class Inline:
    """Reads the paragraphs of one story one after the other: fields may run on from one to the next."""

    def __init__(
        self,
        styles: Styles,
        fields: Fields,
        prompts: Mapping[etree._Element, str],
        symbols: Mapping[etree._Element | None, str],
        link_target: Callable[[etree._Element], str],
    ) -> None:
        self._styles = styles
        self._fields = fields
        self._prompts = prompts
        self._symbols = symbols
        self._link_target = link_target
        self._told = 0  # characters of the story
        self.shapes: list[Shape] = []
        self._begin("")

    def _begin(self, style: str) -> None:
        self._style = style
        self._size = 0
        self._pieces: list[str] = []
        self._segments: list[Segment] = []
        self._spans: list[Stretch] = []
        self._changes: list[Change] = []

    def read(self, elements: Iterable[etree._Element], style: str) -> None:
        """Read one paragraph that stands in ``elements``; its outcome is in the properties until the next is read."""
        self._begin(style)
        for element in elements:
            self._children(element, Around())

    @property
    def text(self) -> str:
        return "".join(self._pieces)

    @property
    def segments(self) -> tuple[Segment, ...]:
        return tuple(self._segments)

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        return joined(self._spans)

    @property
    def changes(self) -> tuple[Change, ...]:
        return merged(self._changes)

    def _children(self, parent: etree._Element, around: Around) -> None:
        for child in parent:
            tag = child.tag
            if tag == RUN:
                self._run(child, around)
            elif tag in GOING:
                self._gone(child)
            elif tag in COMING:
                self._children(child, around._replace(mark=mark_of(child)))
            elif tag == _LINK:
                self._children(child, around._replace(link=self._link_target(child)))
            elif tag == _SIMPLE_FIELD:
                instruction = " ".join(child.get(W + "instr", "").split())
                self._children(child, around._replace(instructions=(*around.instructions, instruction)))
            elif tag == _CONTROL or tag in _LOOK_THROUGH:
                self._children(child, around)
            elif tag == ALTERNATE:
                branch = chosen(child)
                if branch is not None:
                    self._children(branch, around)
            elif tag in _EQUATIONS:
                self._put(equation(child), child, child, around)

    def _gone(self, element: etree._Element) -> None:
        words = struck(element)
        if words:
            self._changes.append(Change(self._size, self._size, *mark_of(element), words))

    def _run(self, run: etree._Element, around: Around) -> None:
        start = self._size
        if run in self._prompts:
            self._prompt(run, around)
        else:
            for child in run:
                self._run_child(run, child, child, around)
        if self._size > start:
            self._spans += [Stretch(start, self._size, kind) for kind in self._styles.looks(run, self._style)]

    def _prompt(self, run: etree._Element, around: Around) -> None:
        words = self._prompts[run]
        text = next(run.iterchildren(TEXT), None)
        if words and text is not None:
            start = self._size
            self._put(BLANK, run, text, around, whole=True)
            self._spans.append(Stretch(start, self._size, "prompt", words))

    def _run_child(self, run: etree._Element, child: etree._Element, part: etree._Element, around: Around) -> None:
        """Read ``part`` of a run, which is its ``child`` or stands inside it."""
        tag = part.tag
        if tag == TEXT:
            self._text(run, child, part, around)
        elif tag in _FIXED:
            self._put(_FIXED[tag], run, child, around)
        elif tag == FIELD_MARK:
            words, instruction = self._fields.meet(part, self._told)
            self._put(words, run, child, around._replace(instructions=(*around.instructions, instruction)))
        elif tag == W + "instrText":
            self._fields.instruct(part.text or "")
        elif tag == W + "sym":
            self._put(symbol(part.get(W + "font", ""), part.get(W + "char", "")), run, child, around)
        elif tag in _NOTES:
            story = f"{_NOTES[tag]}:{part.get(W + 'id', '')}"
            self._spans.append(Stretch(self._size, self._size, "note", story))
        elif tag == W + "ruby":
            base = part.find(W + "rubyBase")
            self._put("" if base is None else "".join(t.text or "" for t in base.iter(TEXT)), run, child, around)
        elif tag == ALTERNATE:
            branch = chosen(part)
            for inner in () if branch is None else branch:
                self._run_child(run, child, inner, around)
        elif tag in _SHAPES and not self._fields.hiding:
            self.shapes.append(Shape(part, self._size))

    def _text(self, run: etree._Element, child: etree._Element, part: etree._Element, around: Around) -> None:
        words = part.text or "" if not len(part) else "".join(part.itertext())
        offset = 0
        if words and part.get(_SPACE) != "preserve" and (words[0] in _BLANKS or words[-1] in _BLANKS):
            kept = words.lstrip(_BLANKS)
            offset, words = len(words) - len(kept), kept.rstrip(_BLANKS)
        if run in self._symbols:
            words = in_symbols(words, self._symbols[run])
        elif not words.strip() and self._fields.empty_form:
            words = "_" * len(words)
        self._put(words.replace("\n", " "), run, child, around, offset)

    def _put(
        self,
        words: str,
        run: etree._Element,
        child: etree._Element,
        around: Around,
        offset: int = 0,
        whole: bool = False,
    ) -> None:
        if not words or self._fields.hiding:
            return
        start, end = self._size, self._size + len(words)
        self._pieces.append(words)
        self._segments.append(Segment(start, end, run, child, offset, whole))
        self._size = end
        self._told += len(words)
        if around.mark:
            self._changes.append(Change(start, end, *around.mark))
        if around.link is not None:
            self._spans.append(Stretch(start, end, "link", around.link))
        for instruction in (*self._fields.instructions, *around.instructions):
            self._spans.append(Stretch(start, end, "field", instruction))


_SHAPES = frozenset({W + "drawing", W + "pict", W + "object"})


def joined(spans: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Stretches of one kind and value that touch, as one; in order of their place."""
    last: dict[tuple[str, str], Stretch] = {}
    done: list[Stretch] = []
    for span in spans:
        key = (span.kind, span.value)
        before = last.get(key)
        if before and before.end == span.start:
            span = Stretch(before.start, span.end, *key)
        elif before:
            done.append(before)
        last[key] = span
    return tuple(sorted((*done, *last.values()), key=lambda span: (span.start, span.end, span.kind, span.value)))


def link_target(element: etree._Element, external: Callable[[str], str]) -> str:
    """Where a ``w:hyperlink`` leads: an address, or "#bookmark"."""
    identifier, anchor = element.get(R + "id"), element.get(W + "anchor")
    address = external(identifier) if identifier else ""
    return address + (f"#{anchor}" if anchor else "")

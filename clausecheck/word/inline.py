"""The runs of one paragraph: their text, where it stands, how it looks, and whose change it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from lxml import etree

from ..model import Change, Stretch
from .blocks import ALTERNATE, PARAGRAPH, WRAPPERS, Block, chosen
from .changes import CELL_PROPERTIES, COMING, GOING, ROW_PROPERTIES, Mark, ending, mark_of, merged
from .characters import FIXED, NOTES, words_of
from .equations import equation
from .fields import FIELD_MARK, Fields
from .lost import lost
from .prompts import BLANK
from .stretches import joined
from .styles import Styles
from .symbols import in_symbols, symbol
from .text import RUN, TEXT, Segment
from .xml import M, W

_LOOK_THROUGH = WRAPPERS | {W + "fldSimple", W + "bdo", W + "dir"}
_LINK, _CONTROL, _SIMPLE_FIELD = W + "hyperlink", W + "sdt", W + "fldSimple"
_EQUATIONS = frozenset({M + "oMath", M + "oMathPara"})
_SHAPES = frozenset({W + "drawing", W + "pict", W + "object"})
_WHOLE = {ROW_PROPERTIES: "row", CELL_PROPERTIES: "cell"}


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
        looks_changed: Mapping[etree._Element, Mark] | None,
        link_target: Callable[[etree._Element], str],
    ) -> None:
        self._styles = styles
        self._fields = fields
        self._prompts = prompts
        self._symbols = symbols
        self._tracked = looks_changed is not None
        self._looks_changed = looks_changed or {}
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
        self._into: Mark | None = None  # what brought in the whole paragraph

    def read(self, block: Block, style: str) -> None:
        """Read one paragraph; its outcome is in the properties until the next is read."""
        self._begin(style)
        if self._tracked:
            self._read_tracked(block)
        else:
            for element in block.elements:
                self._children(element, Around())

    def _read_tracked(self, block: Block) -> None:
        whole = [(mark_of(change), _WHOLE.get(change.getparent().tag, "words")) for change in block.around]
        self._into = next((mark for mark, _ in reversed(whole) if mark.kind != "formatting"), None)
        for element in (*block.before, *block.elements, *block.behind):
            start = self._size
            if element.tag == PARAGRAPH:
                self._children(element, Around())
                self._changes += ending(element, start, self._size)
            else:
                self._gone(element, Around())
        self._changes += [mark.change(0, self._size, of=of) for mark, of in whole]

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
                self._gone(child, around)
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
                self._equation(child, around)

    def _gone(self, element: etree._Element, around: Around) -> None:
        self._changes += [words.change(self._size) for words in lost(element, around.mark or self._into)]

    def _equation(self, element: etree._Element, around: Around) -> None:
        """An equation that somebody changed inside counts as changed in whole."""
        start = self._size
        self._put(equation(element), element, element, around)
        marks = {mark_of(change): None for change in element.iter(*COMING, *GOING)} if self._tracked else ()
        self._changes += [mark.change(start, self._size) for mark in marks]

    def _run(self, run: etree._Element, around: Around) -> None:
        start = self._size
        if run in self._prompts:
            self._prompt(run, around)
        else:
            for child in run:
                self._run_child(run, child, child, around)
        if self._size > start:
            self._spans += [Stretch(start, self._size, kind) for kind in self._styles.looks(run, self._style)]
            if self._looks_changed and run in self._looks_changed:
                self._changes.append(self._looks_changed[run].change(start, self._size))

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
        elif tag in FIXED:
            self._put(FIXED[tag], run, child, around)
        elif tag == FIELD_MARK:
            words, instruction = self._fields.meet(part, self._told)
            self._put(words, run, child, around._replace(instructions=(*around.instructions, instruction)))
        elif tag == W + "instrText":
            self._fields.instruct(part.text or "")
        elif tag == W + "sym":
            self._put(symbol(part.get(W + "font", ""), part.get(W + "char", "")), run, child, around)
        elif tag in NOTES:
            self._note(f"{NOTES[tag]}:{part.get(W + 'id', '')}", around)
        elif tag == W + "ruby":
            base = part.find(W + "rubyBase")
            self._put("" if base is None else "".join(t.text or "" for t in base.iter(TEXT)), run, child, around)
        elif tag == ALTERNATE:
            branch = chosen(part)
            for inner in () if branch is None else branch:
                self._run_child(run, child, inner, around)
        elif tag in _SHAPES and not self._fields.hiding:
            self.shapes.append(Shape(part, self._size))

    def _note(self, story: str, around: Around) -> None:
        self._spans.append(Stretch(self._size, self._size, "note", story))
        if around.mark:
            self._changes.append(around.mark.change(self._size, self._size, story, "note"))

    def _text(self, run: etree._Element, child: etree._Element, part: etree._Element, around: Around) -> None:
        offset, words = words_of(part)
        if run in self._symbols:
            words = in_symbols(words, self._symbols[run])
        elif not words.strip() and self._fields.empty_form:
            words = "_" * len(words)
        self._put(words, run, child, around, offset)

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
            self._changes.append(around.mark.change(start, end))
        if around.link is not None:
            self._spans.append(Stretch(start, end, "link", around.link))
        for instruction in (*self._fields.instructions, *around.instructions):
            self._spans.append(Stretch(start, end, "field", instruction))

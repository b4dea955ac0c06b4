"""Fields: their results are text, their instructions are not; they nest and run over paragraphs (ECMA-376 17.16.18)."""

from __future__ import annotations

from lxml import etree

from .changes import GOING
from .drawn_fields import drawn
from .xml import W

FIELD_MARK = W + "fldChar"
_DEEPEST = 12


class Fields:
    """The fields that are open at one point of a story."""

    def __init__(self, story: etree._Element) -> None:
        self._open: list[_Field] = []
        self._ignored = _ignored(story)

    @property
    def hiding(self) -> bool:
        """Whether text at this point belongs to an instruction and is not shown."""
        return any(not field.showing for field in self._open)

    @property
    def empty_form(self) -> bool:
        """Whether this point is in a text form field: white space there is what Word shows of an empty one."""
        return bool(self._open) and self._open[-1].instruction.upper().startswith("FORMTEXT")

    @property
    def instructions(self) -> tuple[str, ...]:
        """The instructions whose results are shown at this point, the outermost first."""
        return tuple(field.instruction for field in self._open) if self._open else ()

    def meet(self, mark: etree._Element, told: int) -> tuple[str, str]:
        """Pass a ``w:fldChar``, ``told`` characters of the story being read by now.

        At the end of a field that stores no result and that Word draws: its words and its instruction, else nothing.
        """
        kind = None if mark in self._ignored else mark.get(W + "fldCharType")
        if kind == "begin":
            self._open.append(_Field(mark))
        elif kind == "separate" and self._open:
            self._open[-1].shown_from = told
        elif kind == "end" and self._open:
            field = self._open.pop()
            if field.shown_from in (None, told):
                return drawn(field.instruction, field.begin), field.instruction
        return "", ""

    def instruct(self, words: str) -> None:
        """Pass a ``w:instrText``."""
        if self._open and not self._open[-1].showing:
            self._open[-1].words.append(words)


class _Field:
    __slots__ = ("begin", "shown_from", "words")

    def __init__(self, begin: etree._Element) -> None:
        self.begin = begin
        self.words: list[str] = []
        self.shown_from: int | None = None  # how much of the story was read where its result begins

    @property
    def showing(self) -> bool:
        return self.shown_from is not None

    @property
    def instruction(self) -> str:
        return " ".join("".join(self.words).split())


def is_contents(instruction: str) -> bool:
    """Whether a field is a table of contents, of figures or of authorities."""
    return instruction[:4].strip().upper() in ("TOC", "TOA")


def _ignored(story: etree._Element) -> set[etree._Element]:
    """Marks to pass over: of fields that never end, so that what stands behind them is shown, or nested too deeply."""
    begun: list[etree._Element] = []
    ignored: set[etree._Element] = set()
    for mark in story.iter(FIELD_MARK):
        if any(above.tag in GOING for above in mark.iterancestors()):
            continue
        kind = mark.get(W + "fldCharType")
        if len(begun) > _DEEPEST or (kind == "begin" and len(begun) == _DEEPEST):
            ignored.add(mark)
        if kind == "begin":
            begun.append(mark)
        elif kind == "end" and begun:
            begun.pop()
    return ignored.union(begun)

"""Enumerations over pieces: which items belong together, and the words that lead in to them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from . import english
from .marks import Mark
from .pieces import Piece

Range = tuple[int, int]

_CLOSED = re.compile(r"(?:[.;?!]|[;,]\s*(?:and|or|and/or|nor)\s*)[\"')\]]*$")
_LEADS_ON = re.compile(r"\b(?:following|not|to|that|shall|may|if|by)\)?;$")  # a semicolon for a colon
_OVER = re.compile(r"(?:[.;?!]|;\s*(?:and|or|and/or|nor))[\"')\]]*$")
_PAUSED = re.compile(r"(?:[;,.]|[;,]?\s*(?:and|or|and/or|nor))[\"')\]]*$")
_RUNS_ON = re.compile(
    r"\b(?:the|a|an|of|and|or|to|by|in|for|with|from|any|such|its|their|shall|will|that|which|this|as|be)$",
    re.IGNORECASE,
)
_ROW = 20  # words
_LABEL = 3  # words of a title in capitals
_LONG = 60  # characters of a text in capitals that is no title
_ENDING = 80  # characters
_DEEPEST = 8  # enumerations inside one another
_LOWER = re.compile(r"(?!\(\w{1,6}\))[\"'(\[]*[a-z]")


@dataclass(slots=True)
class Drafted:
    """A unit in the making."""

    piece: Piece
    own: Range
    lead_ins: tuple[Range, ...] = ()
    after: list[Range] = field(default_factory=list)  # the sentence goes on there, behind a page break; or a tail
    role: str = ""
    term: str = ""
    ending: str = ""  # its last words, also behind a page break
    leads: bool = False  # items have taken it as their lead-in: it is read with each of them

    def __post_init__(self) -> None:
        self.ending = self.piece.text[-_ENDING:]

    def go_on(self, piece: Piece, own: Range) -> None:
        """The sentence goes on with another piece, behind a page break or a hard wrap."""
        self.after.append(own)
        self.ending = f"{self.ending} {piece.text}"[-_ENDING:]

    @property
    def words(self) -> tuple[Range, ...]:
        """Everything that it says, for those that it leads in to."""
        return (*self.lead_ins, self.own, *self.after)


@dataclass(slots=True)
class Frame:
    """An enumeration that is being read."""

    series: str
    ordinal: int
    lead_ins: tuple[Range, ...] = ()
    role: str = ""
    term: str = ""
    lead: Drafted | None = None
    members: list[Drafted] = field(default_factory=list)


@dataclass(slots=True)
class Lists:
    """The enumerations that are open where the reader stands, the innermost last."""

    frames: list[Frame] = field(default_factory=list)
    done: list[Frame] = field(default_factory=list)  # every enumeration with a lead-in, for tails

    def close(self) -> None:
        """Nothing that follows goes on what was counted so far."""
        self.frames.clear()

    def enter(self, piece: Piece, previous: Drafted | None) -> Frame | None:
        """The enumeration that the piece is an item of; None where it is none."""
        if previous is not None and "recital" in (previous.role, piece.role) and previous.role != piece.role:
            previous = None  # words of agreement lead in to the whole agreement, not to its first clause
        if piece.mark is not None and piece.mark.outer is not None:  # "(b)(i)": an item that begins with its first item
            outer = self._marked(piece.mark.outer, previous)
            series, ordinal = piece.mark.last
            return self._push(replace(outer, series=series, ordinal=ordinal, members=[]))
        if piece.mark is not None:
            return self._marked(piece.mark, previous)
        return self._plain(piece, previous)

    def is_plain_item(self, previous: Drafted) -> bool:
        """The paragraph before is an item without a mark, and has paused: what follows is the next item."""
        top = self.frames[-1] if self.frames else None
        return (
            top is not None
            and top.series == "plain"
            and previous in top.members[-1:]
            and bool(_PAUSED.search(previous.ending))
        )

    def _marked(self, mark: Mark, previous: Drafted | None) -> Frame:
        first = next((series for series, n in mark.readings if n in (0, 1)), "")
        going_on = self._going_on(mark)
        if (
            first
            and previous is not None
            and is_open(previous)
            and not (going_on and self._is_member(previous, going_on))
        ):
            return self._open(first, next(n for s, n in mark.readings if s == first), previous)
        if going_on:
            return going_on
        if mark.clause_level or not first:
            self.frames.clear()
        series, ordinal = next(((s, n) for s, n in mark.readings if n == 1), mark.last)
        return self._push(Frame(series, ordinal))

    def _is_member(self, previous: Drafted, frame: Frame) -> bool:
        return frame.ordinal == 0 and bool(frame.members) and frame.members[-1] is previous

    def _going_on(self, mark: Mark) -> Frame | None:
        """The innermost enumeration of which the mark is the next, or a later one where some are left out."""
        for step in (1, 3):
            for depth in range(len(self.frames) - 1, -1, -1):
                frame = self.frames[depth]
                for series, n in mark.readings:
                    if series == frame.series and (n == 0 or 0 < n - frame.ordinal <= step):
                        del self.frames[depth + 1 :]
                        frame.ordinal = n
                        return frame
        return None

    def _open(self, series: str, ordinal: int, lead: Drafted) -> Frame:
        frame = Frame(series, ordinal, lead.words[-_DEEPEST:], lead.role, lead.term, lead)
        self.done.append(frame)
        return self._push(frame)

    def _push(self, frame: Frame) -> Frame:
        self.frames.append(frame)
        del self.frames[:-_DEEPEST]
        return frame

    def _plain(self, piece: Piece, previous: Drafted | None) -> Frame | None:
        """A paragraph without a mark behind "…:", and those after it as long as each ends in a semicolon or comma."""
        if previous is None or not piece.first or previous.piece.paragraph == piece.paragraph:
            return None
        top = self.frames[-1] if self.frames else None
        if top is not None and top.series == "plain" and top.members and top.members[-1] is previous:
            paused = _PAUSED.search(previous.ending) and not previous.ending.endswith(".")
            if paused or (_is_row(previous.piece.text) and _is_row(piece.text)):
                return top
            self.frames.pop()
        if previous.ending.endswith((":", ":-")):
            return self._open("plain", 0, previous)
        return None


def _is_row(text: str) -> bool:
    """A line of a table that was written without one."""
    return len(text.split()) <= _ROW and text[-1:] not in ".;:" and not english.VERB.search(text)


def is_open(unit: Drafted) -> bool:
    """Its words lead in to what follows: no sentence end, no end of an item."""
    text = unit.ending
    return bool(text) and (not _CLOSED.search(text) or bool(_LEADS_ON.search(text)))


def runs_on(piece: Piece, previous: Drafted) -> bool:
    """The piece goes on with the sentence of the paragraph before: a page break, a hard wrap."""
    before = previous.ending
    if piece.mark is not None or not piece.first or before.endswith(":") or _OVER.search(before):
        return False
    return bool(_LOWER.match(piece.text) or _RUNS_ON.search(before)) or _runs_on_in_capitals(piece, previous)


def _runs_on_in_capitals(piece: Piece, previous: Drafted) -> bool:
    """Both are capitals and the first is a sentence that has not ended: a disclaimer cut by a page or into lines."""
    if not (piece.text.isupper() and previous.piece.text.isupper() and len(previous.piece.text) > _LONG):
        return False
    short = piece.title and len(piece.text.split()) <= _LABEL
    return not short and bool(english.VERB_IN_CAPITALS.search(previous.piece.text))


def tailed(piece: Piece, previous: Drafted, frames: list[Frame]) -> Frame | None:
    """The enumeration with all of whose marked items a paragraph in lower case behind them goes on."""
    if piece.mark is not None or not piece.first or not _LOWER.match(piece.text):
        return None
    if previous.piece.paragraph == piece.paragraph or not frames or frames[-1].series == "plain":
        return None
    frame = next((frame for frame in frames if frame.lead_ins), None)
    return frame if frame is not None and len(frame.members) > 1 and _PAUSED.search(previous.ending) else None


def inline_tail(frame: Frame) -> int:
    """Where in the last item's text a tail begins that speaks of all items; -1 where there is none."""
    if len(frame.members) < 2 or not frame.members[-1].piece.mark:
        return -1
    found = english.TAIL.search(frame.members[-1].piece.text)
    return found.end() if found else -1

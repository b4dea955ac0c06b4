"""What each piece of a draft is: operative text, or one of the many things that count as evidence of nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..model import Draft, Paragraph
from ..model.reading import OPERATIVE
from . import definitions, english, furniture
from .pieces import Piece
from .zones import AHEAD, Zones

_PAGE = re.compile(r"\s*[\divxl]{1,4}\s*$")
_LEADER = re.compile(r"(?<!\.)\.{6,}\s*\d{1,3}\b")
_NOTE = 3  # paragraphs that a note in brackets may go on for
_NON_BODY = {"header": "furniture", "footer": "furniture", "footnote": "note", "endnote": "note"}


@dataclass(slots=True)
class _Going:
    """What goes on from one piece to the next."""

    definition: tuple[int, str] = (-1, "")  # paragraph and term of the definition that is being read
    label: str = ""  # a term that stands alone in its line, its meaning in the next
    aside: int = -1  # paragraph where the last note to the draftsman begins
    bracketed: bool = False  # the note stands in brackets
    brackets: int = 0  # how many of them are open


def assign(draft: Draft, pieces: Sequence[Piece]) -> None:
    """Give every piece its role; pieces that only look like headings are left to the reading of lists."""
    often = furniture.repeated([piece.text for piece in pieces if draft.paragraphs[piece.paragraph].cell is None])
    zones, going = Zones(), _Going()
    for i, piece in enumerate(pieces):
        paragraph = draft.paragraphs[piece.paragraph]
        piece.role = _fixed(paragraph, piece, often) or _aside(going, paragraph, piece)
        piece.role = piece.role or zones.role(pieces, i) or OPERATIVE
        if piece.role == OPERATIVE and paragraph.cell is None:
            _definition(going, piece)
        _follow(zones, going, piece)
    _set_aside_cover(pieces)


def _fixed(paragraph: Paragraph, piece: Piece, often: set[str]) -> str:
    """The roles that a piece has by itself, wherever it stands."""
    story = _NON_BODY.get(paragraph.story.split(":")[0], "")
    if story:
        return story
    if paragraph.contents or (_has_leader(piece.text) and not english.VERB.search(piece.text)):
        return "contents"
    if _struck(paragraph, piece):
        return "struck"
    if paragraph.cell is None and (furniture.is_page_mark(piece.text) or _is_repeated(piece, often)):
        return "furniture"
    return ""


def _has_leader(text: str) -> bool:
    """Dots or a tab lead to a page number."""
    page = _PAGE.search(text, max(0, len(text) - 12))
    before = text[: page.start()] if page else ""
    led = before.rstrip(" ").endswith(("....", ". . . .")) or (page is not None and "\t" in page.group())
    return (led and bool(before.strip(". "))) or _LEADER.search(text) is not None


def _is_repeated(piece: Piece, often: set[str]) -> bool:
    numbered = piece.mark is not None or re.match(english.CLAUSE_WORD, piece.text) or english.SCHEDULE.match(piece.text)
    return not numbered and furniture.key(piece.text) in often


def _struck(paragraph: Paragraph, piece: Piece) -> bool:
    """Struck through, or hidden, so that Word does not print it."""
    looks = [look for look in paragraph.stretches if look.kind in ("strike", "hidden")]
    covered = sum(max(0, min(look.end, piece.end) - max(look.start, piece.start)) for look in looks)
    return covered * 2 > piece.end - piece.start


def _aside(going: _Going, paragraph: Paragraph, piece: Piece) -> str:
    """A note to the draftsman goes on to its closing bracket, without one to the end of its paragraph."""
    if english.ASIDE_STYLE.search(paragraph.style):
        return "aside"
    if going.brackets and piece.paragraph > going.aside + _NOTE:
        going.brackets = 0  # a bracket that nobody closed must not swallow the agreement
    if not going.brackets and (going.bracketed or going.aside != piece.paragraph):
        going.bracketed = english.BRACKETED_ASIDE.match(piece.text) is not None
        says_so = (piece.first or piece.heading) and english.ASIDE.match(piece.text.lstrip("(*"))
        if not (going.bracketed or says_so):
            return ""
        going.aside = piece.paragraph
    going.brackets = max(0, going.brackets + piece.text.count("[") - piece.text.count("]"))
    return "aside"


def _definition(going: _Going, piece: Piece) -> None:
    """A sentence that defines a term, and those behind it in the same paragraph up to the next number."""
    label = definitions.label(piece.text)
    if label:
        going.label, piece.role = label, "heading"
        return
    term = definitions.defined_term(piece.text)
    if not term and going.label and definitions.is_meaning(piece.text):
        term = going.label
    going.label = ""
    if term:
        going.definition = (piece.paragraph, term)
    elif piece.mark is not None or piece.title or piece.paragraph != going.definition[0]:
        going.definition = (-1, "")
    if going.definition[1]:
        piece.role, piece.term = "definition", going.definition[1]


def _follow(zones: Zones, going: _Going, piece: Piece) -> None:
    numbered = piece.mark is not None
    zones.begun = zones.begun or piece.role == "definition" or (numbered and piece.role in (OPERATIVE, "heading"))
    if piece.role == "heading":
        going.definition = (-1, "")


def _set_aside_cover(pieces: Sequence[Piece]) -> None:
    """The lines of a cover page, before the sentence that names the parties, are titles."""
    preamble = next((i for i, piece in enumerate(pieces[:AHEAD]) if piece.role == "recital"), 0)
    for piece in pieces[:preamble]:
        if piece.role == OPERATIVE and not english.VERB.search(piece.text):
            piece.role = "heading"

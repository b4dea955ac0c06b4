"""What each piece of a draft is: operative text, or one of the many things that count as evidence of nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..model import Draft, Paragraph
from ..model.reading import OPERATIVE
from . import definitions, english, furniture
from .marks import Mark
from .pieces import Piece

_LINE = 120  # characters
_AHEAD = 80  # pieces: how far the words of agreement may stand behind a preamble
_LEADER = re.compile(r"(?:\.{4,}|(?:\. ){4,}|\t)\s*[\divxl]{1,4}\s*$|\.{6,}\s*\d{1,3}\b")
_MODAL = re.compile(r"\b(?:shall|will|may|must|agrees?|hereby)\b", re.IGNORECASE)
_NON_BODY = {"header": "furniture", "footer": "furniture", "footnote": "note", "endnote": "note"}


@dataclass(slots=True)
class _State:
    """Where in the draft the reader stands."""

    zone: str = ""  # contents, recital, signature
    begun: bool = False  # the first clause has been reached
    schedule: bool = False
    definition: tuple[int, str] = (-1, "")  # paragraph and term of the definition that is being read
    first_entry: str = ""  # the first line of the contents
    label: str = ""  # a term that stands alone in its line, its meaning in the next
    series: str = ""  # of the number over the recitals, where they are a clause of their own


def assign(draft: Draft, pieces: Sequence[Piece]) -> None:
    """Give every piece its role; pieces that only look like headings are left to the reading of lists."""
    often = furniture.repeated([piece.text for piece in pieces if draft.paragraphs[piece.paragraph].cell is None])
    state = _State()
    for i, piece in enumerate(pieces):
        paragraph = draft.paragraphs[piece.paragraph]
        piece.role = _fixed(paragraph, piece, often) or _in_zone(state, pieces, i) or OPERATIVE
        if piece.role == OPERATIVE and paragraph.cell is None:
            _definition(state, piece)
        _follow(state, piece)
    _set_aside_cover(pieces)


def _set_aside_cover(pieces: Sequence[Piece]) -> None:
    """The lines of a cover page, before the sentence that names the parties, are titles."""
    preamble = next((i for i, piece in enumerate(pieces[:_AHEAD]) if piece.role == "recital"), 0)
    for piece in pieces[:preamble]:
        if piece.role == OPERATIVE and not english.VERB.search(piece.text):
            piece.role = "heading"


def _fixed(paragraph: Paragraph, piece: Piece, often: set[str]) -> str:
    """The roles that a piece has by itself, wherever it stands."""
    story = _NON_BODY.get(paragraph.story.split(":")[0], "")
    if story:
        return story
    if paragraph.contents or (_LEADER.search(piece.text) and not english.VERB.search(piece.text)):
        return "contents"
    if _struck(paragraph, piece):
        return "struck"
    if paragraph.cell is None and (furniture.is_page_mark(piece.text) or _is_repeated(piece, often)):
        return "furniture"
    return "aside" if _is_aside(paragraph, piece) else ""


def _is_repeated(piece: Piece, often: set[str]) -> bool:
    numbered = piece.mark is not None or re.match(english.CLAUSE_WORD, piece.text) or english.SCHEDULE.match(piece.text)
    return not numbered and furniture.key(piece.text) in often


def _struck(paragraph: Paragraph, piece: Piece) -> bool:
    covered = sum(
        max(0, min(look.end, piece.end) - max(look.start, piece.start))
        for look in paragraph.stretches
        if look.kind == "strike"
    )
    return covered * 2 > piece.end - piece.start


def _is_aside(paragraph: Paragraph, piece: Piece) -> bool:
    bare = piece.text.lstrip("[({*")
    bracketed = len(bare) < len(piece.text)
    if english.ASIDE_STYLE.search(paragraph.style):
        return True
    return bool(english.ASIDE.match(bare)) and (bracketed or piece.first or piece.heading)


def _in_zone(state: _State, pieces: Sequence[Piece], i: int) -> str:
    """The role that follows from what came before, or that opens a zone of its own."""
    piece = pieces[i]
    bare = piece.text.strip(" \t\n.:;-\u2013\u2014*_[]()")
    if "TABLE OF CONTENTS" in piece.text[:_LINE] or (piece.title and english.CONTENTS_TITLE.fullmatch(bare)):
        state.zone = "contents"
        return "contents"
    if (piece.heading or piece.title) and (role := _title(state, pieces, i, bare)):
        return role
    if english.SIGNATURE_START.match(bare) or _is_signature_line(piece.text):
        state.zone = "signature" if english.SIGNATURE_START.match(bare) else state.zone
        return "signature"
    if english.RECITAL.match(piece.text):
        state.zone = "recital"
        return "recital"
    if state.zone:
        return {"contents": _contents, "recital": _recital, "signature": _signature}[state.zone](state, pieces, i)
    if not state.begun and _is_preamble(piece.text):
        state.zone = "recital" if _agreement_ahead(pieces, i) else ""
        return "recital"
    if english.AGREEMENT_WORDS.search(piece.text) and (not state.begun or piece.text.upper().startswith("NOW")):
        return _recital(state, pieces, i)
    return "heading" if piece.heading else ""


def _is_preamble(text: str) -> bool:
    """ "This Agreement is made between …"; a sentence with a duty before that is a clause."""
    found = english.PREAMBLE.match(text)
    return found is not None and not _MODAL.search(found.group())


def _is_signature_line(text: str) -> bool:
    signed = "/s/" in text and not _MODAL.search(text)
    return signed or (len(text) < _LINE and bool(english.SIGNATURE_LINE.match(text.lstrip("*_ "))))


def _title(state: _State, pieces: Sequence[Piece], i: int, bare: str) -> str:
    """Titles that open or close a zone."""
    piece = pieces[i]
    if english.RECITAL_TITLE.fullmatch(bare):
        state.zone = "recital"
        state.series = piece.mark.readings[-1][0] if piece.mark else ""
        return "heading"
    if english.SCHEDULE.match(bare) and state.zone != "contents":
        state.zone, state.schedule = "", state.begun
        return "heading"
    closes = state.zone == "recital" or (state.zone == "signature" and piece.heading)
    if closes and (piece.heading or piece.mark) and piece.paragraph != pieces[i - 1].paragraph:
        state.zone = ""
    return ""


def _contents(state: _State, pieces: Sequence[Piece], i: int) -> str:
    text, words = pieces[i].text, pieces[i].text.split()
    entry = furniture.key(text)
    again = bool(state.first_entry) and entry == state.first_entry
    lower = sum(word[0].islower() for word in words)
    if (
        again
        or english.PREAMBLE.match(text)
        or (len(words) > 11 and english.VERB.search(text) and lower * 2 > len(words))
    ):
        state.zone = ""
        return "" if not again else "heading" if pieces[i].heading or pieces[i].title else ""
    state.first_entry = state.first_entry or entry
    return "contents"


def _recital(state: _State, pieces: Sequence[Piece], i: int) -> str:
    piece = pieces[i]
    if english.RECITALS_COUNT.search(piece.text):
        state.zone = ""
        return ""
    if english.AGREEMENT_WORDS.search(piece.text):
        state.zone, state.begun = "", True
        whole = re.search(r"as\s+follows|[:]\s*$", piece.text, re.IGNORECASE) or not _MODAL.search(piece.text)
        return "recital" if whole or len(piece.text.split()) < 12 else ""
    if _is_clause(piece.mark, state.series) and not _agreement_ahead(pieces, i - 1):
        state.zone = ""
        return "heading" if piece.heading else ""
    return "heading" if piece.heading else "recital"


def _is_clause(mark: Mark | None, series: str) -> bool:
    """The number of a clause; ``series`` is that of a clause that the recitals make up themselves."""
    if mark is None or not (mark.clause_level or mark.text[0].isdigit()):
        return False
    return not series or any(name == series for name, _ in mark.readings)


def _signature(state: _State, pieces: Sequence[Piece], i: int) -> str:
    piece = pieces[i]
    if _MODAL.search(piece.text) and len(piece.text.split()) > 9:
        state.zone = ""
        return "heading" if piece.heading else ""
    return "signature"


def _agreement_ahead(pieces: Sequence[Piece], i: int) -> bool:
    """The words of agreement stand further down, before any numbered heading."""
    for piece in pieces[i : i + _AHEAD]:
        if english.AGREEMENT_WORDS.search(piece.text):
            return True
        if piece.heading and piece.mark is not None and not english.RECITAL_TITLE.fullmatch(piece.text.strip(" .:")):
            return False
    return False


def _definition(state: _State, piece: Piece) -> None:
    """A sentence that defines a term, and those behind it in the same paragraph up to the next number."""
    label = definitions.label(piece.text)
    if label:
        state.label, piece.role = label, "heading"
        return
    term = definitions.defined_term(piece.text) or (state.label if definitions.is_meaning(piece.text) else "")
    state.label = ""
    if term:
        state.definition = (piece.paragraph, term)
    elif piece.mark is not None or piece.title or piece.paragraph != state.definition[0]:
        state.definition = (-1, "")
    if state.definition[1]:
        piece.role, piece.term = "definition", state.definition[1]


def _follow(state: _State, piece: Piece) -> None:
    if piece.role in (OPERATIVE, "definition") and (piece.mark is not None or piece.role == "definition"):
        state.begun = True
    if piece.role == "heading":
        state.definition = (-1, "")
        state.begun = state.begun or piece.mark is not None

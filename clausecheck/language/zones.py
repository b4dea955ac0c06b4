"""Stretches of a draft that are no operative text as a whole: contents, recitals, signature blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from . import english, furniture
from .marks import Mark
from .pieces import Piece

AHEAD = 80  # pieces: how far the words of agreement may stand behind a preamble
_LINE = 120  # characters
_DUTIES = 3  # sentences with "shall" that parties and recitals may hold
_DUTY = re.compile(r"\b(?:shall|must)\b(?!\s+(?:be\s+)?(?:referred|called|known|mean))")
_MODAL = re.compile(r"\b(?:shall|will|may|must|agrees?|hereby)\b", re.IGNORECASE)


@dataclass(slots=True)
class Zones:
    """Where in the draft the reader stands."""

    zone: str = ""  # contents, recital, signature
    begun: bool = False  # the first clause has been reached
    before: str = ""  # the zone that contents interrupt
    first_entry: str = ""  # the first line of the contents
    series: str = ""  # of the number over the recitals, where they are a clause of their own

    def role(self, pieces: Sequence[Piece], i: int) -> str:
        """The role that follows from what came before, or that opens a zone; empty where none does."""
        piece = pieces[i]
        bare = piece.text.strip(" \t\n.:;-\u2013\u2014*_[]()")
        role = self._opens(piece, bare) or self._title(pieces, i, bare)
        zone = None
        while not role and zone != self.zone:  # a zone that ends here leaves the piece to the one before it
            zone = self.zone
            role = self._in(zone, pieces, i)
        return role or ("heading" if piece.heading else "")

    def _in(self, zone: str, pieces: Sequence[Piece], i: int) -> str:
        reading = {"contents": self._contents, "recital": self._recital, "signature": self._signature}
        return reading.get(zone, self._front)(pieces, i)

    def _opens(self, piece: Piece, bare: str) -> str:
        """Words that open a zone wherever they stand."""
        if "TABLE OF CONTENTS" in piece.text[:_LINE] or (piece.title and english.CONTENTS_TITLE.fullmatch(bare)):
            role = "contents"
        elif english.RECITAL.match(piece.text):
            if not self.begun and english.AGREEMENT_WORDS.search(piece.text[-_LINE:]):
                self.zone, self.begun = "", True  # "WHEREAS …, the parties agree as follows:"
                return "recital"
            role = "recital"
        elif english.SIGNATURE_START.match(bare) and not _DUTY.search(bare):
            self.zone = "signature"
            return "signature"
        else:
            return "signature" if _is_signature_line(piece.text) else ""
        if not self.begun and self.zone != role:  # behind the first clause it is a running head, a quotation, a form
            self.before, self.zone = self.zone, role
        return role

    def _title(self, pieces: Sequence[Piece], i: int, bare: str) -> str:
        """Titles that open or close a zone."""
        piece = pieces[i]
        if not (piece.heading or piece.title):
            return ""
        if english.RECITAL_TITLE.fullmatch(bare) and not (self.begun and bare.lower().startswith("background")):
            self.zone, self.series = "recital", piece.mark.readings[-1][0] if piece.mark else ""
            return "heading"
        if english.SCHEDULE.match(bare) and self.zone != "contents":
            self.zone = ""
            return "heading"
        closes = self.zone == "recital" or (self.zone == "signature" and piece.heading)
        if closes and (piece.heading or piece.mark) and piece.paragraph != pieces[i - 1].paragraph:
            self.zone = ""
        return ""

    def _front(self, pieces: Sequence[Piece], i: int) -> str:
        """The sentence that names the parties, and the words of agreement."""
        text = pieces[i].text
        if not self.begun and _is_preamble(text):
            self.zone = "recital" if _agreement_ahead(pieces, i) else ""
            return "recital"
        if (not self.begun or text[:3].upper() == "NOW") and english.AGREEMENT_WORDS.search(text):
            return self._recital(pieces, i)
        return ""

    def _contents(self, pieces: Sequence[Piece], i: int) -> str:
        text, words = pieces[i].text, pieces[i].text.split()
        entry = furniture.key(text)
        again = bool(self.first_entry) and entry == self.first_entry
        lower = sum(word[0].islower() for word in words)
        modal = bool(_MODAL.search(text)) and len(words) > 7
        sentence = len(words) > 7 and bool(english.VERB.search(text)) and lower * 2 > len(words)
        if again or modal or sentence or _is_preamble(text):
            self.zone = self.before if self.before == "recital" else ""
            return "heading" if again and pieces[i].title else ""
        self.first_entry = self.first_entry or entry
        return "contents"

    def _recital(self, pieces: Sequence[Piece], i: int) -> str:
        piece = pieces[i]
        if english.RECITALS_COUNT.search(piece.text):
            self.zone = ""
            return ""
        if english.AGREEMENT_WORDS.search(piece.text):
            self.zone, self.begun = "", True
            whole = re.search(r"as\s+follows|[:]\s*$", piece.text, re.IGNORECASE) or not _MODAL.search(piece.text)
            return "recital" if whole or len(piece.text.split()) < 12 else ""
        if _is_clause(piece.mark, self.series) and not _agreement_ahead(pieces, i - 1):
            self.zone = ""
            return ""
        return "heading" if piece.heading else "recital"

    def _signature(self, pieces: Sequence[Piece], i: int) -> str:
        text = pieces[i].text
        if _MODAL.search(text) and len(text.split()) > 9:
            self.zone = ""
            return ""
        return "signature"


def _is_clause(mark: Mark | None, series: str) -> bool:
    """The number of a clause; ``series`` is that of a clause that the recitals make up themselves."""
    if mark is None or not (mark.clause_level or mark.text[0].isdigit()):
        return False
    return not series or any(name == series for name, _ in mark.readings)


def _is_preamble(text: str) -> bool:
    """ "This Agreement is made between …"; a sentence with a duty before that is a clause."""
    found = english.PREAMBLE.match(text)
    return found is not None and not _MODAL.search(found.group())


def _is_signature_line(text: str) -> bool:
    signed = "/s/" in text and not _MODAL.search(text)
    return signed or (len(text) < _LINE and bool(english.SIGNATURE_LINE.match(text.lstrip("*_ "))))


def _agreement_ahead(pieces: Sequence[Piece], i: int) -> bool:
    """The words of agreement stand further down, before any numbered heading and before many duties."""
    duties = 0
    for piece in pieces[max(i, 0) : i + AHEAD]:
        if english.AGREEMENT_WORDS.search(piece.text):
            return True
        duties += bool(_DUTY.search(piece.text)) and not english.RECITAL.match(piece.text)
        if duties > _DUTIES:
            return False
        if piece.heading and piece.mark is not None and not english.RECITAL_TITLE.fullmatch(piece.text.strip(" .:")):
            return False
    return False

"""The draft's defined terms as the checks need them: folded to singular and small letters, and found in the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ..model import Look, Reading, Term

_WORD = re.compile(r"[A-Za-z\u00c0-\u024f\d]+(?:['.&][A-Za-z\u00c0-\u024f\d]+)*")
_MOST_BLANKS = 40  # between two words of one term: justified text of a PDF has many
_POSSESSIVE = re.compile(r"'s?$")
# What points to a definition that stands elsewhere, in this draft or another paper.
_POINTER = re.compile(
    r"(?i)\b(?:ha(?:s|ve)|with|bears?) (?:the )?(?:same )?(?:respective )?meanings?\b"
    r"|\b(?:as|is|are) (?:so )?(?:further )?(?:defined|set forth|set out|described|specified)\b[^.;]{0,20}"
    r"\b(?:in|by|above|below|at)\b"
    r"|\b(?:means?|is|are)\b[^.;]{0,50}\b(?:defined|described|specified|set out|set forth|referred to|given|provided"
    r"|listed|identified|established)\b[^.;]{0,20}"
    r"\b(?:in|on|under|at|above|below|by|hereto|pursuant)\b"
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the Doc, a hyphenated one in parts: "Know-How" is two."""

    start: int
    end: int
    text: str
    folded: str


@lru_cache(maxsize=20_000)  # a draft has few words, each many times
def folded(word: str) -> str:
    """A word in small letters and the singular: "Patents'" and "Patent" are one, so are "Entities" and "Entity"."""
    low = _POSSESSIVE.sub("", word.lower())
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("sses", "xes", "ches", "shes")):
        return low[:-2]
    if low.endswith("s") and not low.endswith(("ss", "us", "is")) and len(low) > 3:
        return low[:-1]
    return low


def key(name: str) -> tuple[str, ...]:
    """What two spellings of one term share; of "Detail(s)" and "Daily Quantity (DQ)" the words before the bracket."""
    before = name.partition("(")[0] or name
    found = tuple(folded(match[0]) for match in _WORD.finditer(before))
    return (*found, "$") if "$" in before else found


def words(reading: Reading) -> tuple[Word, ...]:
    """Every word of the draft, in order."""
    return _words(reading.doc)


@lru_cache(maxsize=2)  # the draft that is being checked, in both its views
def _words(doc: Any) -> tuple[Word, ...]:
    return spelled(doc._.text)


def spelled(text: str) -> tuple[Word, ...]:
    """The words of a text, in order."""
    return tuple(Word(m.start(), m.end(), m[0], folded(m[0])) for m in _WORD.finditer(text))


def is_pointer(term: Term, reading: Reading) -> bool:
    """The words only say where the term is defined."""
    where = term.definition
    return bool(_POINTER.search(reading.draft.paragraphs[where.paragraph].text[where.start : where.end][:400]))


class Finder:
    """Finds terms in the text, the longest at each place, in time linear in the text."""

    def __init__(self, keys: Iterable[tuple[str, ...]]) -> None:
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        for one in sorted(set(filter(None, keys)), key=len, reverse=True):
            self._by_first.setdefault(one[0], []).append(one)

    def find(self, text: tuple[Word, ...]) -> Iterator[tuple[tuple[str, ...], int, int]]:
        """Each key with the half-open range of its words."""
        at = 0
        while at < len(text):
            found = self._at(text, at)
            if found is None:
                at += 1
                continue
            yield found, at, at + len(found)
            at += len(found)

    def _at(self, text: tuple[Word, ...], at: int) -> tuple[str, ...] | None:
        for one in self._by_first.get(text[at].folded, ()):
            if len(one) <= len(text) - at and all(
                text[at + n].folded == word and (n == 0 or text[at + n].start - text[at + n - 1].end <= _MOST_BLANKS)
                for n, word in enumerate(one)
            ):
                return one
        return None


def party_keys(look: Look) -> frozenset[tuple[str, ...]]:
    """What the parties are called."""
    names = [name for party in look.reading.parties for name in (party.name, *party.names)]
    return frozenset(map(key, (*names, "Party", "Parties", "Licensor", "Licensee", "Agreement")))


def is_capital(word: Word) -> bool:
    """It begins with a capital letter or a digit."""
    return word.text[0].isupper() or word.text[0].isdigit()

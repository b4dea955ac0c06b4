"""What belongs to the page and not to the text: page numbers, running heads, source lines, also inside paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from . import english

_PAGE_AT_START = re.compile(r"\s*(?:[-\u2013]\s?\d[\d ]{0,3}\s?[-\u2013]|\d{1,3}(?=\s{6,}))\s*")
_PAGE_ALONE = re.compile(r"\s*(?:Page\s)?[-\u2013]?\s?\d{1,3}\s?[-\u2013]?\s*")
_PAGE_BARE = re.compile(r"(\d{1,3})\s+(?=[A-Za-z\d(\"'])")
_PAGE_AT_END = re.compile(r"(?<!\s)\s{2,}(?P<dash>[-\u2013])?\s?\d{1,3}\s?[-\u2013]?\s*$")
_LINE = re.compile(r"\s*\S.{0,88}?\S(?=\s{2,}|\n|$)")
_MODAL = re.compile(r"\b(?:shall|may|must|agrees?)\b", re.IGNORECASE)
_HEAD = 100  # characters
_OFTEN = 3
_LONG = 300  # characters: only a paragraph that holds a whole page ends in its page number


def key(text: str) -> str:
    """The text without what changes from page to page."""
    return re.sub(r"[\d\W]+", " ", text).strip().casefold()


def edges(texts: Sequence[str]) -> list[tuple[int, int]]:
    """For each paragraph where its own words begin and end, running heads and page numbers left out."""
    begins = _head_ends(texts, _head_ends(texts, _page_ends(texts)))
    found = []
    for text, begin in zip(texts, begins, strict=True):
        tail = _PAGE_AT_END.search(text, begin)
        kept = tail is None or (len(text) <= _LONG and not tail["dash"])
        found.append((begin, len(text) if kept or tail is None else tail.start()))
    return found


def _head_ends(texts: Sequence[str], begins: Sequence[int]) -> list[int]:
    """Where the running head behind ``begins`` ends: the first line, where many paragraphs begin with it."""
    lines = [_LINE.match(text, begin) for text, begin in zip(texts, begins, strict=True)]
    heads = [key(line.group()) if line and line.end() < len(line.string.rstrip()) else "" for line in lines]
    often = {word for word, n in Counter(heads).items() if n > _OFTEN and len(word) > 5}
    return [
        line.end() if line and head in often else begin for line, head, begin in zip(lines, heads, begins, strict=True)
    ]


def _page_ends(texts: Sequence[str]) -> list[int]:
    """Where the page number at each paragraph's beginning ends; a bare one must be the next after the last."""
    ends, last = [], 0
    for text in texts:
        alone = _PAGE_ALONE.fullmatch(text)
        bare = _PAGE_BARE.match(text)
        page = _PAGE_AT_START.match(text)
        if bare and last and int(bare[1]) == last + 1:
            page = bare
        number = alone or page
        last = int(re.sub(r"\D", "", number.group()) or last) if number else last
        ends.append(page.end() if page and page.end() < len(text) else 0)
    return ends


def repeated(texts: Sequence[str]) -> set[str]:
    """The keys of short texts without a verb that stand again and again: running heads, stamps."""
    heads = (text for text in texts if len(text) < _HEAD and english.RUNNING_HEAD.search(text))
    counts = Counter(key(text) for text in heads if not english.VERB.search(text))
    return {word for word, n in counts.items() if n >= _OFTEN and len(word) > 5}


def is_page_mark(text: str) -> bool:
    """A page number, a source line, a rule of dashes, a regulator's note about what a filed copy leaves out."""
    return bool(english.FURNITURE.fullmatch(text.strip()) or _is_filing_note(text))


def _is_filing_note(text: str) -> bool:
    return len(text) < 900 and not _MODAL.search(text) and bool(english.FILING_NOTE.match(text))

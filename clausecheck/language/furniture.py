"""What belongs to the page and not to the text: page numbers, running heads, source lines, also inside paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from . import english

_PAGE_AT_START = re.compile(r"\s*(?:[-\u2013]\s?\d[\d ]{0,3}\s?[-\u2013]|\d{1,3}(?=\s{6,}))\s*")
_PAGE_AT_END = re.compile(r"\s{2,}[-\u2013]?\s?\d{1,3}\s?[-\u2013]?\s*$")
_LINE = re.compile(r"\S.{0,58}?\S(?=\s{2,}|\n|$)")
_MODAL = re.compile(r"\b(?:shall|will|may|must|agrees?)\b", re.IGNORECASE)
_OFTEN = 3
_LONG = 300  # characters: only a paragraph that holds a whole page ends in its page number


def key(text: str) -> str:
    """The text without what changes from page to page."""
    return re.sub(r"[\d\W]+", " ", text).strip().casefold()


def edges(texts: Sequence[str]) -> list[tuple[int, int]]:
    """For each paragraph where its own words begin and end, a running head and page numbers left out."""
    heads = [_head(text) for text in texts]
    often = {
        word for word, n in Counter(key(line) for _, line in heads if line).items() if n > _OFTEN and len(word) > 5
    }
    found = []
    for text, (page_end, line) in zip(texts, heads, strict=True):
        begin = text.index(line, page_end) + len(line) if line and key(line) in often else page_end
        tail = _PAGE_AT_END.search(text) if len(text) > _LONG else None
        end = tail.start() if tail else len(text)
        found.append((begin, end) if begin < end else (0, len(text)))
    return found


def _head(text: str) -> tuple[int, str]:
    page = _PAGE_AT_START.match(text)
    begin = page.end() if page and page.end() < len(text) else 0
    line = _LINE.match(text, begin)
    return begin, line.group() if line and line.end() < len(text) else ""


def repeated(texts: Sequence[str]) -> set[str]:
    """The keys of short texts without a duty that stand again and again: running heads, notices at each page's end."""
    counts = Counter(key(text) for text in texts if len(text) < 400 and not _MODAL.search(text))
    return {word for word, n in counts.items() if n >= _OFTEN and len(word) > 5}


def is_page_mark(text: str) -> bool:
    """A page number, a source line, a rule of dashes, a regulator's note about what a filed copy leaves out."""
    return bool(english.FURNITURE.fullmatch(text.strip()) or (len(text) < 900 and english.FILING_NOTE.search(text)))

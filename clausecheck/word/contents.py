"""Lines of a table of contents that no field marks: typed ones, and those of agreements that came as plain text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from .captions import is_caption

_TITLE = re.compile(r"\s*(?:table of\s+)?contents\b.{0,20}$|\s*目\s*次\s*$", re.IGNORECASE)
_GLUED_TITLE = re.compile(r"\s*table of contents\b", re.IGNORECASE)
_LEADERS = re.compile(r"(?:\.{5,}|(?:\. ){4,}|…{2,})\s*(?:\d{1,3}|[ivxl]{1,5})?\s*$")
_PAGED = re.compile(r"\S.*(?:\t|\s{2,})(?:\d{1,3}|[ivxl]{1,5})\s*$")
_LOOSELY_PAGED = re.compile(r"\S.*\s(?:\d{1,3}|[ivxl]{1,5})\s*$")
_FURNITURE = re.compile(
    r"\s*(?:(?:page\s*)?[-–]?\s*(?:\d{1,3}|[ivxl]{1,5})\s*[-–]?|page(?:\s+no\.?)?|source:.*|clause\s+page)?\s*$",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[^\W\d_]+")
_PAGE_WITHIN = re.compile(r"(?<![\d.$§])\b(?:\d{1,3}|[ivxl]{1,5})\b(?![.,]?\d|[%)])")
_LONGEST = 160
_WORDS_AN_ENTRY = 25  # lines of a table of contents glued into one paragraph hold a page number at least this often


def contents_lines(texts: Sequence[str], marked: Sequence[bool]) -> list[bool]:
    """Which paragraphs are lines of a table of contents; ``marked`` are those that a field or a style marks."""
    found = [mark or bool(_LEADERS.search(text[-200:])) for text, mark in zip(texts, marked, strict=True)]
    captions = [_caption(text) for text in texts]
    later = Counter(captions)
    run: list[int] = []
    below_title = False
    for position, text in enumerate(texts):
        later[captions[position]] -= 1
        if _TITLE.match(text) or (_GLUED_TITLE.match(text) and _is_entry(text, False)):
            found[position] = below_title = True
        elif _FURNITURE.match(text.strip()):
            found[position] = found[position] or (below_title and bool(text.strip()))
        elif below_title:
            below_title = found[position] = found[position] or _is_entry(text, later[captions[position]] > 0)
        elif len(text) < _LONGEST and _PAGED.match(text) and is_caption(text):
            run.append(position)
            continue
        _settle(run, found)
    _settle(run, found)
    return found


def _settle(run: list[int], found: list[bool]) -> None:
    """Three lines with page numbers, one below the other, are a table of contents without a title."""
    if len(run) >= 3:
        for position in run:
            found[position] = True
    run.clear()


def _is_entry(text: str, comes_again: bool) -> bool:
    if comes_again and len(text) < _LONGEST:
        return True
    if not _LOOSELY_PAGED.match(text) or text.rstrip().endswith((".", ";")):
        return False
    return len(text) < _LONGEST or _is_glued(text)


def _is_glued(text: str) -> bool:
    """A long paragraph lists pages all along; one that only ends with the number of its page is text."""
    return len(_PAGE_WITHIN.findall(text)) * _WORDS_AN_ENTRY >= len(text.split())


def _caption(text: str) -> str:
    """The words alone, as far as a caption may be long, for finding it again below."""
    return " ".join(_LETTERS.findall(text[:_LONGEST])).casefold() if len(text) < _LONGEST else ""

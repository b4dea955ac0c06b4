"""Headings that run into their text: "**2.1 Grant.** Licensor …", "Term. This Agreement …"."""

from __future__ import annotations

import re

from .captions import (
    begins_with_a_word,
    ends_in_abbreviation,
    in_capitals,
    in_title_case,
    is_caption,
    is_furniture,
    is_plain_caption,
)
from .lines import LOOKS, Heading, Line, look_end

ENDS_SENTENCE = re.compile(r"[.;:!?)\]”\"’*_]\s*$")
_TERMINATORS = re.compile(r"[.:](?=\s|$)|\s[–—-]+(?=\s)|[.:]?[–—](?=\S)|\.-+(?=\s)")
_AFTER_LOOK = re.compile(r"[.:]?\s?[–—-]*")
_SENTENCE_START = re.compile(r"\s*[“\"‘(\[*]?(?:[A-Z0-9]|[\u3040-\u9fff])")
_ASIDES = re.compile(r"(?:drafting )?notes?$|examples?$|provided(?:,? however)?$", re.IGNORECASE)
_NEXT_NUMBER = re.compile(r"\s+(?=\d{1,2}\.\d{1,2}\b)")
_REFERS = re.compile(
    r"\b(?:(?:sub-?)?(?:sections?|articles?|clauses?|paragraphs?)|paras?|schedules?|exhibits?|annex(?:es)?|parts?|items?|rules?"
    r"|version|and|or|to)$",
    re.IGNORECASE,
)
_OPENS = re.compile(r"(?:the|each|this|these|that|our|your)\b", re.IGNORECASE)
_LONGEST = 100


def run_in_heading(line: Line, before: str) -> Heading | None:
    """The heading at the start of a paragraph; ``before`` is the text of the paragraph above it."""
    for look in LOOKS:
        end = look_end(line, look)
        if end is not None and (found := _by_look(line, look, end)):
            return found
    if line.numbered or line.outline is not None:
        return _by_words(line)
    settled = not before or bool(ENDS_SENTENCE.search(before)) or is_caption(before)
    settled = settled and begins_with_a_word(line.words)
    return _by_words(line) if settled and not line.number and not line.in_table else None


def _by_look(line: Line, look: str, end: int) -> Heading | None:
    lead, rest = line.text[line.typed : end], line.text[end:]
    if not is_caption(lead) or _ASIDES.match(lead.strip(" .:")):
        return None
    closed = lead.rstrip().endswith((".", ":", "–", "—", "-"))
    if not closed:
        mark = _AFTER_LOOK.match(rest)
        size = len(mark.group().rstrip()) if mark else 0
        closed, end, rest = size > 0, end + size, rest[size:]
    if not (closed or line.numbered) or not _SENTENCE_START.match(rest) or not (closed or rest[0].isspace()):
        return None
    if not line.numbered and (len(rest.split()) < 6 or is_furniture(lead)):
        return None  # a label: "Address: 1 Mill Lane"
    return Heading(end, f"run-in, {look}", 3)


def _by_words(line: Line) -> Heading | None:
    """A run-in caption by its words alone: a few words that end before a sentence."""
    text = line.text[line.typed : line.typed + _LONGEST]
    glued = _NEXT_NUMBER.search(text)
    if glued and line.numbered and _is_caption_before_number(text[: glued.start()]):
        return Heading(line.typed + glued.start(), "run-in, plain", 3)
    for mark in _TERMINATORS.finditer(text):
        lead, rest = text[: mark.start()], line.text[line.typed + mark.end() :]
        if mark.group().startswith(".") and ends_in_abbreviation(lead):
            continue
        exact = in_title_case(lead) or in_capitals(lead)
        sentence = not exact and bool(_OPENS.match(lead.strip()))  # "The University owns all improvements."
        fits = is_plain_caption(lead, numbered=line.numbered) and ((line.numbered and exact) or mark.group() == ".")
        fits = fits and not sentence
        label = not line.numbered and is_furniture(lead)
        if not fits or label or len(rest.split()) < 3 or not _SENTENCE_START.match(rest):
            return None
        return Heading(line.typed + mark.end(), "run-in, plain", 3)
    return None


def _is_caption_before_number(lead: str) -> bool:
    """ "Grant 2.1 …", and not "Clauses 22.3 and 22.4 do not apply"."""
    return not _REFERS.search(lead) and is_plain_caption(lead, numbered=True)

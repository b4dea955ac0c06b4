"""Headings, by style or by look: which part of a paragraph is its heading, and why it is taken for one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..model import Stretch
from .captions import (
    ends_in_abbreviation,
    in_capitals,
    in_title_case,
    is_caption,
    is_plain_caption,
    names_a_company,
    opens_a_sentence,
)
from .numerals import numeral

_TERMINATORS = re.compile(r"[.:](?=\s|$)|\s[–—-]+(?=\s)|[.:]?[–—](?=\S)|\.-+(?=\s)")
_AFTER_LOOK = re.compile(r"[.:]?\s?[–—-]*")
_SENTENCE_START = re.compile(r"\s*[“\"‘(\[*]?[A-Z0-9\u3040-\u9fff]")
_ENDS_SENTENCE = re.compile(r"[.;:!?)\]”\"’*_]\s*$")
_ASIDES = re.compile(r"(?:drafting )?notes?$|examples?$|provided(?:,? however)?$", re.IGNORECASE)
_LOOKS = ("bold", "underline", "caps", "italic")
_LEAD_LENGTH = 100


@dataclass(frozen=True, slots=True)
class Line:
    """What is known of a paragraph before its heading is sought."""

    text: str
    number: str
    typed: int
    stretches: tuple[Stretch, ...]
    style: str  # its name
    outline: int | None  # outline level from 0; None for body text
    in_table: bool

    @property
    def numbered(self) -> bool:
        return self.number not in ("", "•")


@dataclass(frozen=True, slots=True)
class Heading:
    """``end`` is behind the heading in the paragraph's text; ``why`` tells counsel, ``rank`` how strong it looks."""

    end: int
    why: str
    rank: int = 0  # 0 capitals, 1 bold, 2 underlined or plain, 3 run-in


def headings(lines: Sequence[Line | None]) -> list[Heading | None]:
    """The heading of each paragraph; None for none, and for a line of a table of contents (given as None)."""
    found: list[Heading | None] = []
    before = ""
    for position, line in enumerate(lines):
        if line is None or not line.text.strip():
            found.append(None)
            continue
        following = next(
            (other.text for other in lines[position + 1 : position + 4] if other and other.text.strip()), ""
        )
        found.append(_heading(line, before, following) if line.text[line.typed :].strip() else _bare(line))
        before = line.text
    return found


def _heading(line: Line, before: str, following: str) -> Heading | None:
    return _by_style(line) or _whole(line, before, following) or _run_in(line, before)


def _bare(line: Line) -> Heading | None:
    """ "ARTICLE 1" alone: its caption is the next paragraph."""
    named = line.typed and numeral(line.number).word
    return Heading(len(line.text), f"{numeral(line.number).word} number alone") if named else None


def _by_style(line: Line) -> Heading | None:
    titled = line.style.casefold() in ("title", "subtitle")
    words = line.text[line.typed :].strip()
    if (line.outline is None and not titled) or not is_caption(words, most=20):
        return None
    return Heading(len(line.text), f"style {line.style}")


def _whole(line: Line, before: str, following: str) -> Heading | None:
    """The whole paragraph is a heading by its look."""
    words = line.text[line.typed :].strip()
    if "\n" in words.rstrip(".:") and not line.numbered:
        return None
    if not is_caption(words) or words.endswith((";", ",")):
        return None
    looks = _looks_throughout(line)
    return (
        _numbered_caption(line, words, looks) if line.numbered else _free_caption(line, words, looks, before, following)
    )


def _numbered_caption(line: Line, words: str, looks: list[str]) -> Heading | None:
    parsed = numeral(line.number)
    if looks:
        return Heading(len(line.text), f"short, {looks[0]}, numbered", _rank(looks))
    relative = (
        not parsed.path
        and not parsed.word
        and not (parsed.form == "." and parsed.tail[:1] and parsed.tail[0].isupper())
    )
    if relative or len(parsed.path) > 2 or line.in_table:
        return None
    if words.endswith(":") or not is_plain_caption(words, numbered=True):
        return None
    if parsed.word or not words.endswith(".") or in_title_case(words) or in_capitals(words):
        return Heading(len(line.text), "short, numbered", 2)
    return None


def _free_caption(line: Line, words: str, looks: list[str], before: str, following: str) -> Heading | None:
    """A heading without a number needs a look, and must not be a name, a label, or a line of a text in capitals."""
    if line.number or line.in_table or words.endswith((".", ":")) or names_a_company(words) or opens_a_sentence(words):
        return None
    if looks in ([], ["italic"]) or (looks == ["caps"] and _within_capitals(before, following)):
        return None
    return Heading(len(line.text), f"short, {looks[0]}", _rank(looks))


def _within_capitals(before: str, following: str) -> bool:
    """The lines around are capitals that run on: a warranty disclaimer cut into lines."""
    above = before.isupper() and len(before) > 40 and not _ENDS_SENTENCE.search(before)
    return above or (following.isupper() and (len(following) > 60 or following.rstrip().endswith((".", ",", ";"))))


def _run_in(line: Line, before: str) -> Heading | None:
    """A caption before a sentence in the same paragraph: "**2.1 Grant.** Licensor …", "Term. This Agreement …"."""
    for look in _LOOKS:
        end = _look_end(line, look)
        if end is not None and (found := _formatted_lead(line, look, end)):
            return found
    if line.numbered or line.outline is not None:
        return _plain_lead(line)
    settled = not before or bool(_ENDS_SENTENCE.search(before)) or is_caption(before)
    return _plain_lead(line) if settled and not line.in_table else None


def _formatted_lead(line: Line, look: str, end: int) -> Heading | None:
    lead, rest = line.text[line.typed : end], line.text[end:]
    if not is_caption(lead) or _ASIDES.match(lead.strip(" .:")):
        return None
    closed = lead.rstrip().endswith((".", ":", "–", "—", "-"))
    behind = _AFTER_LOOK.match(rest)
    mark = behind.group().strip() if behind else ""
    rest = rest[behind.end() :] if behind and not closed else rest
    if (
        not (closed or mark or line.numbered)
        or not _SENTENCE_START.match(rest)
        or (not rest[:1].isspace() and not closed)
    ):
        return None
    if not line.numbered and len(rest.split()) < 6:
        return None  # a label: "Address: 1 Mill Lane"
    size = len(lead.rstrip()) if closed else end - line.typed + (behind.end() if behind and mark else 0)
    return Heading(line.typed + size, f"run-in, {look}", 3)


def _plain_lead(line: Line) -> Heading | None:
    """A run-in caption by its words alone."""
    text = line.text[line.typed : line.typed + _LEAD_LENGTH]
    for mark in _TERMINATORS.finditer(text):
        lead, rest = text[: mark.start()], line.text[line.typed + mark.end() :]
        if mark.group().startswith(".") and ends_in_abbreviation(lead):
            continue
        exact = in_title_case(lead) or in_capitals(lead)
        fits = is_plain_caption(lead, numbered=line.numbered) and (exact or mark.group() == ".")
        if not fits or len(rest.split()) < 4 or not _SENTENCE_START.match(rest):
            return None
        return Heading(line.typed + mark.end(), "run-in, plain", 3)
    return None


def _looks_throughout(line: Line) -> list[str]:
    """The looks that the whole paragraph behind its typed number has."""
    size = len(line.text.rstrip())
    looks = [look for look in _LOOKS if (end := _look_end(line, look)) is not None and end >= size]
    if in_capitals(line.text[line.typed :]) and "caps" not in looks:
        looks.append("caps")
    return sorted(looks, key=("caps", "bold", "underline", "italic").index)


def _look_end(line: Line, look: str) -> int | None:
    """Where a look that the first character behind the typed number has comes to its end; None where it has not."""
    start = line.typed
    for stretch in line.stretches:
        if stretch.kind == look and stretch.start <= start < stretch.end:
            start = stretch.end
            while start < len(line.text) and line.text[start].isspace():
                start += 1  # a space between two bold runs is often not bold
    return _without_space(line.text, start) if start > line.typed else None


def _without_space(text: str, end: int) -> int:
    return len(text[:end].rstrip())


def _rank(looks: Sequence[str]) -> int:
    return {"caps": 0, "bold": 1}.get(looks[0], 2)

"""The forms of typed numbers, and the figures that look like them but belong to the sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from .numerals import IN_WORDS, folded, numeral, readings

_WORDS = (
    "Article|Section|Clause|Part|Chapter|Schedule|Exhibit|Annex|Annexure|Appendix|Attachment|Addendum|Art\\.|Sec\\."
)
_EITHER_CASE = "|".join(word + "|" + word.upper() for word in _WORDS.split("|"))
_COUNTED = "|".join(sorted((f"{w.capitalize()}|{w.upper()}" for w in IN_WORDS), key=len, reverse=True))
_ROMAN = r"(?=[ivxIVX])(?:x{0,3}(?:ix|iv|v?i{0,3})|X{0,3}(?:IX|IV|V?I{0,3}))"
_PARENS = r"(?:\s?\((?:\d{1,2}|[a-zA-Z]|(?:" + _ROMAN + r"))\))"

_WORDED = re.compile(
    rf"(?:(?:{_EITHER_CASE})(?:\s{{1,3}}|(?=\d))|§\s{{0,3}})(?:[Nn]o\.? ?)?"
    rf"(?:\d{{1,3}}(?:\.\d{{1,3}}){{0,4}}{_PARENS}{{0,3}}|[IVXLC]{{1,7}}|[A-Z](?:[-.]?\d{{1,2}})?|{_COUNTED}|[\"“][A-Z](?:-\d)?[\"”])(?![\w%])"
)
_DECIMALS = re.compile(rf"[1-9]\d?(?:\.\d{{1,3}}){{1,5}}\.?{_PARENS}{{0,3}}(?!\d)")
_FIGURE_DOT = re.compile(rf"[1-9]\d{{0,2}}\.{_PARENS}{{0,3}}(?![\d.])")
_LETTER_DOT = re.compile(rf"(?:[A-Za-z]|(?!\d){_ROMAN})\.(?=\s)")
_LETTERED = re.compile(r"[A-Z]\.\d{1,2}(?:\.\d{1,2}){0,3}\.?(?=\s)")
_KANA = r"[ア-ンｱ-ﾝ]|[一二三四五六七八九十]{1,3}"
_ENCLOSED = re.compile(rf"\((?:\d{{1,3}}|[a-z]|[A-Z]|([a-zA-Z])\1|{_ROMAN}|{_KANA})\){_PARENS}{{0,3}}")
_HALF_ENCLOSED = re.compile(rf"(?:\d{{1,3}}|[a-zA-Z]|{_ROMAN})\)(?=\s)")
_BARE = re.compile(r"[1-9]\d{0,2}(?=\s)")
_JAPANESE = re.compile(
    r"第\s?[0-9〇一二三四五六七八九十百]+\s?[編章節条項](?:の[0-9一二三四五六七八九十]+)?(?![0-9のにはをがでとや第各又及、。])|[①-⑳㉑-㉟㊱-㊿⑴-⒇⒈-⒛㈠-㈩]"
)
_BARE_KANA = re.compile(rf"(?:{_KANA})(?:[.)、](?=\s*\S)|(?=\s))")
_BULLET = re.compile(r"[•·▪■◦●○□–—*‣⁃-](?=[\s])|[•▪●](?=\S)")

_MONTHS = re.compile(
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mär|Mai|Dez|Okt)[a-z]*\.?,?\s+\d{1,4}\b", re.IGNORECASE
)
_UNITS = re.compile(
    r"(?:million|billion|percent|per cent|times|(?:[GMk]Hz|GB|MB|TB|mm|cm|km|kg|kW|MW)\b)", re.IGNORECASE
)
_COUNTED_THINGS = re.compile(
    r"(?:(?:calendar|business|working|full|consecutive) )?(?:days?|weeks?|months?|years?|quarters?|hours?|minutes?|"
    r"times|copies|units?|per ?cent|instal?lments?)\b",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(r"(?:copyright\b|(?:19|20)\d\d\b)", re.IGNORECASE)
_REFERRING = re.compile(r"(?:(?:and|or|to|through|,) ?\(|above\b|below\b|of this\b|hereof\b)")
_TITLE_OF_SCHEDULE = re.compile(r"(?:to|of)\s")
_BLANKS = " \t\r\n\u3000\u00a0"


@dataclass(frozen=True, slots=True)
class Typed:
    """A number at the start of a paragraph: as printed, and how much of the text it takes with the space behind it."""

    number: str
    length: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """A figure at the start of a paragraph; ``sure`` where its form alone says that it is a number."""

    typed: Typed
    series: tuple[object, ...]  # what its neighbours have in common with it
    values: frozenset[tuple[str, int]]  # in each way of counting that its figure allows
    sure: bool


def number_candidate(text: str) -> Candidate | None:
    """What may be a number at the start of a paragraph; None where its form says that it is none."""
    plain = folded(text[:200])
    start = len(plain) - len(plain.lstrip(_BLANKS))
    first = plain[start : start + 1]
    for pattern, read in _PATTERNS.get(_kind_of(first), ()):
        found = pattern.match(plain, start)
        if found:
            candidate = read(plain, found)
            return candidate and _as_written(candidate, text, start)
    return None


def _as_written(candidate: Candidate, text: str, start: int) -> Candidate:
    """The number in the draft's own characters, full-width ones included."""
    typed = candidate.typed
    if typed.number == "•" or text.isascii():
        return candidate
    return replace(candidate, typed=Typed(text[start : start + len(typed.number)], typed.length))


def _kind_of(first: str) -> str:
    if first.isdecimal():
        return "figure"
    if first.isascii() and first.isalpha():
        return "letter"
    return first if first in "(§" else "sign"


def _made(plain: str, found: re.Match[str], sure: bool, form: str) -> Candidate | None:
    """A candidate with the space and the separating mark behind it."""
    number = found.group().strip()
    rest = plain[found.end() :]
    gap = re.match(r"[\s.:)]*(?:[–—-]+\s+)?\s*", rest) if form == "worded" else re.match(r"\s*(?:[–—]\s+)?", rest)
    end = found.end() + (gap.end() if gap else 0)
    if form == "worded" and rest[:1] in (".", ")"):
        number += rest[:1]
    parsed = numeral(number)
    figures = [*map(str, parsed.path), *parsed.tail]
    values = frozenset(readings(figures[-1]).items()) if figures else frozenset()
    return Candidate(Typed(number, end), (form, parsed.word, tuple(figures[:-1])), values, sure)


def _read_worded(plain: str, found: re.Match[str]) -> Candidate | None:
    """ "Section 4.2 Payment" is a number, "Section 4.2 applies" a reference."""
    rest = plain[found.end() :]
    after = rest.lstrip(" .:)–—-\t\n")
    if not after or rest[:1] in (".", ":", "\t", "\n") or re.match(r"\s*[–—-]+\s|\s{2,}|\s*\n", rest):
        return _made(plain, found, True, "worded")
    if rest[:1] in (",", ";"):
        return None
    behind = after.partition(")")[2].lstrip() if after[:1] == "(" else after
    referring = behind[:1].islower() and not (numeral(found.group()).is_schedule and _is_title(plain, after))
    return None if referring else _made(plain, found, True, "worded")


def _is_title(plain: str, after: str) -> bool:
    """ "Exhibit A to Licence Agreement" and no more."""
    short = len(plain.split()) < 12 and not plain.rstrip().endswith((".", ";", ","))
    return short and bool(_TITLE_OF_SCHEDULE.match(after))


def _read_decimals(plain: str, found: re.Match[str]) -> Candidate | None:
    """ "2.1 Grant" is a number, "2.5 million" and "3.5%" are amounts."""
    rest = plain[found.end() :]
    after = rest.lstrip()
    if rest[:1] and not rest[:1].isspace():  # glued to its words: "2.1Grant"
        return _made(plain, found, rest[1:2].islower(), "decimals") if rest[0].isupper() or rest[0] in '“"[(' else None
    if _UNITS.match(after) or after[:1] in ("/", "-", "+", "%", "×"):
        return None
    sure = bool(after) and not after[0].isdecimal() and (not after[0].islower() or found.group().endswith(")"))
    return _made(plain, found, sure, "decimals")


def _read_figure_dot(plain: str, found: re.Match[str]) -> Candidate | None:
    """ "5. Term" is a number, "1. January 2027" a date."""
    rest = plain[found.end() :]
    after = rest.lstrip()
    if _MONTHS.match(after):
        return None
    if rest[:1] and not rest[:1].isspace():
        return _made(plain, found, rest[1:2].islower(), "figure.") if rest[0].isupper() or rest[0] in '“"[' else None
    return _made(plain, found, bool(after), "figure.")


def _read_letter_dot(plain: str, found: re.Match[str]) -> Candidate | None:
    """ "A. Grant" is a number beside "B. Payment", but "A. Smith" is a name."""
    rest = plain[found.end() :].strip()
    capitals = found.group()[0] in "IVX" and rest.isupper() and 3 < len(rest) < 80  # "I. DEFINITIONS"
    return _made(plain, found, len(found.group()) > 2 or capitals, "letter.")


def _read_lettered(plain: str, found: re.Match[str]) -> Candidate | None:
    return _made(plain, found, True, "lettered")


def _read_enclosed(plain: str, found: re.Match[str]) -> Candidate | None:
    """ "(b) pay" is a number, "(c) 2024 Hokuto", "(30) days" and "(i) and (ii) above" are not."""
    figure, after = found.group()[1:-1], plain[found.end() :].lstrip()
    if _REFERRING.match(after):
        return None
    doubtful = _COUNTED_THINGS.match(after) if figure.isdecimal() else figure in "cC" and _COPYRIGHT.match(after)
    return _made(plain, found, bool(after) and not doubtful, "enclosed")


def _read_half_enclosed(plain: str, found: re.Match[str]) -> Candidate | None:
    after = plain[found.end() :].lstrip()
    doubtful = found.group()[0].isdecimal() and _COUNTED_THINGS.match(after)
    return _made(plain, found, not doubtful, "half enclosed")


def _read_bare(plain: str, found: re.Match[str]) -> Candidate | None:
    """ "7 TERM AND TERMINATION" is a number; "12 Months after" only beside 11 or 13."""
    rest = plain[found.end() :]
    after = rest.strip()
    caption = (
        len(after) > 3 and after.isupper() and not any(mark.isdecimal() for mark in after) and len(after.split()) < 9
    )
    japanese = rest[:1] == " " and after[:1] > "\u3000"
    possible = after and not after[0].islower() and not _MONTHS.match(after)
    return _made(plain, found, caption or japanese, "bare") if possible else None


def _read_sign(plain: str, found: re.Match[str]) -> Candidate | None:
    return _made(plain, found, True, "sign")


def _read_bare_kana(plain: str, found: re.Match[str]) -> Candidate | None:
    """ "ア" and "一、" count only beside "イ" and "二、"."""
    return _made(plain, found, False, "kana")


def _read_bullet(plain: str, found: re.Match[str]) -> Candidate | None:
    gap = re.match(r"\s*", plain[found.end() :])
    end = found.end() + (gap.end() if gap else 0)
    return Candidate(Typed("•", end), ("bullet",), frozenset(), True) if plain[end:].strip() else None


_PATTERNS = {
    "figure": (
        (_DECIMALS, _read_decimals),
        (_FIGURE_DOT, _read_figure_dot),
        (_HALF_ENCLOSED, _read_half_enclosed),
        (_BARE, _read_bare),
    ),
    "letter": (
        (_WORDED, _read_worded),
        (_LETTERED, _read_lettered),
        (_LETTER_DOT, _read_letter_dot),
        (_HALF_ENCLOSED, _read_half_enclosed),
    ),
    "(": ((_ENCLOSED, _read_enclosed),),
    "§": ((_WORDED, _read_worded),),
    "sign": ((_JAPANESE, _read_sign), (_BARE_KANA, _read_bare_kana), (_BULLET, _read_bullet)),
}

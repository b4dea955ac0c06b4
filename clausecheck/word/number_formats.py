"""Counters as text in the formats of ST_NumberFormat (ECMA-376 17.18.59); what Word does otherwise is in MS-OI29500.

Formats of other scripts (Arabic, Hebrew, Hindi and Thai letters, Thai and Vietnamese words) are printed as decimals.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from .east_asian_numbers import COUNTED, DIGITS, ENDING, ROUND, korean_native, sexagenary

BULLET, CUSTOM = "bullet", "custom"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ODD_ORDINALS = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth",
                 "nine": "ninth", "twelve": "twelfth"}  # fmt: skip
_REPEATED = {  # beyond its end a sign is written twice, then three times
    "lowerLetter": "abcdefghijklmnopqrstuvwxyz",
    "upperLetter": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "russianLower": "абвгдежзиклмнопрстуфхцчшщыэюя",
    "russianUpper": "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ",
    "chicago": "*†‡§",
}
SERIES = {**ROUND, **ENDING, **{kind: signs for kind, signs in _REPEATED.items() if "Letter" not in kind}}
_MOST_REPEATED = 30  # Word writes a letter no more often and begins again with one
_LARGEST = 32767  # Word counts no further
_PADDED = re.compile(r"0*1")


@lru_cache(maxsize=4096)
def formatted(number: int, kind: str) -> str:
    """``number`` in a format of Word; decimal where the format is not known.

    ``kind`` is a value of ST_NumberFormat, or "001", "0001" … for decimals of at least so many figures.
    """
    if kind in ("none", BULLET):
        return ""
    if not 0 < number <= _LARGEST:
        return f"{number:02}" if kind == "decimalZero" else str(number)
    if kind in ROUND:
        return ROUND[kind][(number - 1) % len(ROUND[kind])]
    if kind in ENDING:
        return ENDING[kind][number - 1] if number <= len(ENDING[kind]) else str(number)
    if kind in _REPEATED:
        return _repeated(number, _REPEATED[kind])
    if kind in DIGITS:
        return "".join(DIGITS[kind][int(figure)] for figure in str(number))
    if kind in COUNTED:
        return COUNTED[kind].write(number)
    if _PADDED.fullmatch(kind):
        return str(number).zfill(len(kind))
    return _WRITERS.get(kind, str)(number)


@lru_cache(maxsize=64)
def custom(pattern: str) -> str:
    """The kind of a custom format, which tells its first numbers: "001, 002, 003, ..." (MS-DOCX 2.4).

    Decimal where it is none of those that Word offers, as 17.9.17 leaves that to the program.
    """
    first = [item.strip() for item in pattern.split(",")][:3]
    if _PADDED.fullmatch(first[0]):
        return first[0] if len(first[0]) > 2 else ("decimalZero" if len(first[0]) == 2 else "decimal")
    kinds = (*_REPEATED, *ROUND, *ENDING, *DIGITS, *COUNTED, *_WRITERS)
    return next((kind for kind in kinds if [formatted(n, kind) for n in (1, 2, 3)] == first), "decimal")


def _repeated(number: int, signs: str) -> str:
    """a … z, then aa, bb … zz, aaa (17.18.59, lowerLetter)."""
    times, sign = divmod(number - 1, len(signs))
    return signs[sign] * (times % _MOST_REPEATED + 1)


def letters(number: int) -> str:
    """a … z, aa, bb … zz, aaa."""
    return formatted(number, "lowerLetter")


def roman(number: int) -> str:
    """Lower-case roman numerals."""
    written = ""
    for size, letters in _ROMAN:
        written += letters * (number // size)
        number %= size
    return written


def in_words(number: int) -> str:
    """English words: twenty-one."""
    if number < 20:
        return _UNITS[number]
    if number < 100:
        return _TENS[number // 10] + (f"-{_UNITS[number % 10]}" if number % 10 else "")
    size, name = (100, "hundred") if number < 1000 else (1000, "thousand")
    rest = number % size
    return f"{in_words(number // size)} {name}" + (f" {in_words(rest)}" if rest else "")


def _ordinal(number: int) -> str:
    tail = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{tail}"


def _ordinal_words(number: int) -> str:
    words = in_words(number)
    cut = max(words.rfind(" "), words.rfind("-")) + 1
    last = words[cut:]
    if last in _ODD_ORDINALS:
        return words[:cut] + _ODD_ORDINALS[last]
    return words[:-1] + "ieth" if last.endswith("y") else words + "th"


_WRITERS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02}",
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "ordinal": _ordinal,
    "cardinalText": lambda number: in_words(number).capitalize(),
    "ordinalText": lambda number: _ordinal_words(number).capitalize(),
    "hex": lambda number: f"{number:X}",
    "numberInDash": lambda number: f"- {number} -",
    "koreanLegal": korean_native,
    "ideographZodiacTraditional": sexagenary,
}

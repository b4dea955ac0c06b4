"""Clause numbers as counsel reads them: "2.1(a)", "ARTICLE III", "(iv)", "Schedule 1", "第3条"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from .number_formats import SERIES

SCHEDULES = frozenset({"schedule", "exhibit", "annex", "annexure", "appendix", "attachment", "addendum"})
_CITED = {"art.": "article", "sec.": "section", "cl.": "clause"}
_NAMED = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
_ORDERED = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
IN_WORDS = {
    word: number for names in (_NAMED, _ORDERED) for number, word in enumerate(names.split(), 1)
}  # "ARTICLE ONE", "Article First"
_KANJI = {figure: number for number, figure in enumerate("〇一二三四五六七八九")}
_KANJI_FIGURES = "".join(_KANJI) + "十百"
_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ROMAN = re.compile(r"c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_FULL_WIDTH = str.maketrans({i + 0xFEE0: chr(i) for i in range(0x21, 0x7F)} | {0x3000: " "})

_DECIMALS = re.compile(r"(\d{1,4})((?:\.\d{1,4})*)\.?")
_TAIL = re.compile(r"\s?\(([A-Za-z]{1,6}|\d{1,3}|[ァ-ヺｦ-ﾝ가-힣]|[一-龥]{1,3})\)")
_WORD = re.compile(r"(§|[A-Z][A-Za-z]{2,}\.?(?=\s))\s*(?:[Nn]o\.?\s+)?(\S.*)", re.DOTALL)
_JAPANESE = re.compile(r"第\s?([0-9〇一二三四五六七八九十百]+)\s?([編章節条項])(?:の([0-9一二三四五六七八九十]+))?")
_RANKS = {"編": "part", "章": "chapter", "節": "section", "条": "article", "項": "clause"}
_LETTERED = re.compile(r"([A-Z])[.-]?((?:\d{1,2})(?:\.\d{1,2})*)\b")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A printed number taken apart.

    ``path`` holds the decimal levels it spells out ("2.1" → 2, 1; "ARTICLE III" → 3), ``tail`` the figures behind them
    ("2.1(a)" → "a") or, without a path, those that count below whatever stands above ("(iv)" → "iv").
    """

    word: str = ""  # article, section, schedule …: in lower case, empty where there is none
    path: tuple[int, ...] = ()
    tail: tuple[str, ...] = ()
    form: str = ""  # how a relative figure is set off: "()", ")", "."

    @property
    def is_schedule(self) -> bool:
        """It numbers a schedule, exhibit, annex …"""
        return self.word in SCHEDULES


def folded(text: str) -> str:
    """Full-width letters, figures and marks as their plain forms, one character for each."""
    return text if text.isascii() else text.translate(_FULL_WIDTH)


@lru_cache(maxsize=4096)
def numeral(number: str) -> Numeral:
    """A printed number taken apart; a number of no known form is a relative figure of its own."""
    text = folded(number).strip()
    japanese = _JAPANESE.match(text)
    if japanese:
        path = (kanji_number(japanese[1]), *((kanji_number(japanese[3]),) if japanese[3] else ()))
        return Numeral(_RANKS[japanese[2]], path)
    word = _WORD.fullmatch(text)
    if word:
        name = word[1].lower()
        return _worded(_CITED.get(name, name.rstrip(".")), word[2])
    decimals = _DECIMALS.match(text)
    if decimals:
        return _decimal("", text, decimals)
    return _relative(text)


def readings(figure: str) -> dict[str, int]:
    """What a figure may count: style → value; "i" is the first roman and the ninth letter."""
    figure = folded(figure)
    if figure.isdecimal():
        return {"decimal": int(figure)}
    found = {
        style: series.index(figure) + 1 for style, series in SERIES.items() if len(figure) == 1 and figure in series
    }
    if figure and not figure.strip(_KANJI_FIGURES):
        found["kanji"] = kanji_number(figure)
    lower, case = figure.lower(), "upper" if figure.isupper() else "lower"
    if not (lower.isascii() and lower.isalpha()):
        return found
    if _ROMAN.fullmatch(lower):
        found[f"{case} roman"] = _roman_value(lower)
    if lower == lower[0] * len(lower):
        found[f"{case} letter"] = ord(lower[0]) - ord("a") + 1 + 26 * (len(lower) - 1)
    return found


def kanji_number(figures: str) -> int:
    """一, 十一, 二十三, 百, 12 as a number."""
    if figures.isdecimal():
        return int(figures)
    total, digit = 0, 0
    for figure in figures:
        if figure in "十百":
            total += max(digit, 1) * (10 if figure == "十" else 100)
            digit = 0
        else:
            digit = digit * 10 + _KANJI.get(figure, int(figure) if figure.isdecimal() else 0)
    return total + digit


def _worded(word: str, label: str) -> Numeral:
    decimals = _DECIMALS.match(label)
    if decimals:
        return _decimal(word, label, decimals)
    figure = re.split(r"[\s.:)–—-]", label, maxsplit=1)[0]
    if figure.lower() in IN_WORDS:
        return Numeral(word, (IN_WORDS[figure.lower()],))
    if word not in SCHEDULES and _ROMAN.fullmatch(figure.lower()) and figure:
        return Numeral(word, (_roman_value(figure.lower()),))
    return Numeral(word, (), (label.strip(' .:–—-"“”'),))


def _decimal(word: str, text: str, decimals: re.Match[str]) -> Numeral:
    path = (int(decimals[1]), *(int(figure) for figure in decimals[2].split(".")[1:]))
    if len(path) == 2 and path[1] == 0:  # "2.0 LICENSE" stands above 2.1
        path = path[:1]
    rest = text[decimals.end() :]
    if not word and rest.startswith(")") and len(path) == 1:
        return Numeral("", (), (decimals[1],), ")")
    return Numeral(word, path, tuple(_TAIL.findall(rest)))


def _relative(text: str) -> Numeral:
    enclosed = tuple(_TAIL.findall(text)) if text.startswith("(") else ()
    if enclosed:
        return Numeral("", (), enclosed, "()")
    lettered = _LETTERED.match(text)
    if lettered:
        return Numeral("", (), (lettered[1], *lettered[2].split(".")), ".")
    figure = text.rstrip(".):、")
    return Numeral("", (), (figure,) if figure else (), text[len(figure) : len(figure) + 1])


def _roman_value(figure: str) -> int:
    total = 0
    for digit, following in zip(figure, [*figure[1:], ""], strict=True):
        size = _ROMAN_DIGITS[digit]
        total += -size if size < _ROMAN_DIGITS.get(following, 0) else size
    return total

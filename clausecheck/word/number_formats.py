"""Counters as text in the formats of ST_NumberFormat (ECMA-376 17.18.59), as far as drafts use them."""

from __future__ import annotations

from collections.abc import Callable

BULLET = "bullet"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ODD_ORDINALS = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth",
                 "nine": "ninth", "twelve": "twelfth"}  # fmt: skip
_KANJI = "〇一二三四五六七八九"
_LEGAL_KANJI = "零壱弐参四五六七八九"
SERIES = {
    "aiueo": "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン",
    "iroha": "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス",
    "ideographTraditional": "甲乙丙丁戊己庚辛壬癸",
    "ideographZodiac": "子丑寅卯辰巳午未申酉戌亥",
    "chicago": "*†‡§",
    "decimalEnclosedCircle": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "decimalEnclosedParen": "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
    "decimalEnclosedFullstop": "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛",
    "ganada": "가나다라마바사아자차카타파하",
    "russianLower": "абвгдежзиклмнопрстуфхцчшщыэюя",
    "russianUpper": "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ",
}
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_LARGEST = 32767  # Word counts no further


def formatted(number: int, kind: str) -> str:
    """``number`` in a format of Word; decimal where the format is not known."""
    if kind in ("none", BULLET):
        return ""
    if kind in SERIES:
        return _from_series(number, SERIES[kind])
    write = _WRITERS.get(kind, str)
    return write(number) if 0 < number <= _LARGEST else str(number)


def roman(number: int) -> str:
    """Lower-case roman numerals."""
    written = ""
    for size, letters in _ROMAN:
        written += letters * (number // size)
        number %= size
    return written


def letters(number: int) -> str:
    """a … z, then aa, bb … zz, aaa: Word repeats the letter (ECMA-376 17.18.59, lowerLetter)."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


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


def _counting(number: int) -> str:
    """一, 十一, 二十三, 百一: a leading one is left out."""
    written = ""
    for size, unit in ((10000, "万"), (1000, "千"), (100, "百"), (10, "十")):
        count, number = divmod(number, size)
        if count:
            written += ("" if count == 1 and size < 10000 else _counting(count)) + unit
    return written + (_KANJI[number] if number else "")


def _legal(number: int) -> str:
    """壱, 壱拾弐: the numerals of deeds, with every one written."""
    written = ""
    for size, unit in ((10000, "萬"), (1000, "阡"), (100, "百"), (10, "拾")):
        count, number = divmod(number, size)
        if count:
            written += _legal(count) + unit
    return written + (_LEGAL_KANJI[number] if number else "")


def _from_series(number: int, series: str) -> str:
    """The n-th of a series; beyond its end circled and similar figures go on in decimals, letters begin again."""
    if (series[0] in "①⑴⒈" and number > len(series)) or number < 1:
        return str(number)
    return series[(number - 1) % len(series)]


_WRITERS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02}",
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "lowerLetter": letters,
    "upperLetter": lambda number: letters(number).upper(),
    "ordinal": _ordinal,
    "cardinalText": lambda number: in_words(number).capitalize(),
    "ordinalText": lambda number: _ordinal_words(number).capitalize(),
    "hex": lambda number: f"{number:X}",
    "numberInDash": lambda number: f"- {number} -",
    "decimalFullWidth": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda number: str(number).translate(_FULL_WIDTH),
    "japaneseCounting": _counting,
    "chineseCounting": _counting,
    "chineseCountingThousand": _counting,
    "taiwaneseCountingThousand": _counting,
    "japaneseLegal": _legal,
    "ideographDigital": lambda number: "".join(_KANJI[int(figure)] for figure in str(number)),
    "japaneseDigitalTenThousand": lambda number: "".join(_KANJI[int(figure)] for figure in str(number)),
    "aiueoFullWidth": lambda number: _from_series(number, SERIES["aiueo"]),
    "irohaFullWidth": lambda number: _from_series(number, SERIES["iroha"]),
}

"""Numbers in words and figures: "thirty (30)", "10 (ten)", "one point eight", "two and one-half"."""

from __future__ import annotations

import re

from .found import BLANK

_UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_SMALL = {word: value for value, word in enumerate(_UNITS)}
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_IRREGULAR = {"first": 1, "second": 2, "third": 3, "fifth": 5, "eighth": 8, "ninth": 9, "twelfth": 12}

NUMBER_WORDS = tuple(sorted((*_SMALL, *_TENS, *_SCALES, "half", "quarter", "point"), key=len, reverse=True))
_WORD = f"(?:{'|'.join(NUMBER_WORDS)})"
# Bounded, so that a long run of number words costs no more than a short one.
WORDS = rf"{_WORD}(?:(?:,?{BLANK}{{1,12}}(?:and{BLANK}{{1,12}})?|-{BLANK}{{0,12}}){_WORD}){{0,11}}"
FIGURE = r"(?:\d{1,3}(?:,\d{3}){1,5}|\d{1,13})(?:\.\d{1,6})?"
_ORDINAL = re.compile(r"^(?:(\w+)-)?(\w+?)$")


def figure(text: str) -> float | None:
    """The value of a figure such as "1,250,000" or "2.5"."""
    try:
        return float(text.replace(",", ""))
    except ValueError:
        return None


def words(text: str) -> float | None:
    """The value of a number in (lower-case) words; None where the words make no number."""
    parts = [part for part in re.split(r"[^a-z]+", text) if part and part not in ("and", "a")]
    if "point" in parts:
        return _decimal(parts)
    if parts[-1:] == ["half"]:
        parts = parts[: -2 if parts[-2:-1] == ["one"] else -1]  # "two and one-half", "one and half"
        return (_whole(parts) or 0) + 0.5 if parts else 0.5
    return _whole(parts)


def _decimal(parts: list[str]) -> float | None:
    at = parts.index("point")
    whole, digits = _whole(parts[:at]) if at else 0, [_SMALL.get(part) for part in parts[at + 1 :]]
    if whole is None or not digits or any(digit is None or digit > 9 for digit in digits):
        return None
    return whole + float("0." + "".join(map(str, digits)))


def _whole(parts: list[str]) -> float | None:
    total = current = 0
    for part in parts:
        if part in _SCALES:
            scale = _SCALES[part]
            current = max(current, 1) * scale
            if scale > 100:
                total, current = total + current, 0
        elif part in _SMALL or part in _TENS:
            current += _SMALL.get(part, _TENS.get(part, 0))
        else:
            return None
    return float(total + current) if parts else None


def ordinal(text: str) -> int | None:
    """The value of "fifth", "twenty-first" or "5th"."""
    if match := re.match(r"\d{1,3}", text):
        return int(match[0])
    match = _ORDINAL.match(text)
    if not match:
        return None
    tens, last = _TENS.get(match[1] or "", 0), match[2]
    if last in _IRREGULAR:
        return tens + _IRREGULAR[last]
    stem = last[:-4] + "y" if last.endswith("ieth") else last.removesuffix("th")
    value = _TENS.get(stem) or _SMALL.get(stem)
    return tens + value if value and last.endswith("th") else None


def plain(value: float) -> str:
    """The shortest way to write it: 5, 2.5, 1250000."""
    return str(int(value)) if value == int(value) else f"{value:.6f}".rstrip("0")


def both(in_words: float | None, in_figures: float | None) -> str:
    """One value; "45≠30" where words and figures differ; empty where there is neither."""
    if in_words is None or in_figures is None or in_words == in_figures:
        value = in_figures if in_figures is not None else in_words
        return "" if value is None else plain(value)
    return f"{plain(in_words)}≠{plain(in_figures)}"

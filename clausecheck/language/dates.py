"""Calendar dates as ISO values: "2026-04-01"; "2028-03" where only the month is said, "2027" beside a blank."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .found import BLANK, Found, widest

_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_NUMBER = (
    {name: i for i, name in enumerate(_MONTHS, 1)} | {name[:3]: i for i, name in enumerate(_MONTHS, 1)} | {"sept": 9}
)
_MONTH = "(?=[jfmasond][aepuco][bcglnprtvy])(?P<month>" + "|".join(sorted(_NUMBER, key=len, reverse=True)) + r")\b\.?"
_S, _GAP = rf"{BLANK}{{1,4}}", rf"{BLANK}{{0,4}}"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?![\d,]\d)(?!\w)"
_HOLE = r"(?:_{2,60}|\[[^\[\]\u2029]{0,24}\]|\u25cf|\*{3})"
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth",
    "twenty-first", "twenty-second", "twenty-third", "twenty-fourth", "twenty-fifth", "twenty-sixth", "twenty-seventh",
    "twenty-eighth", "twenty-ninth", "thirtieth", "thirty-first",
)  # fmt: skip
_DAYS = {name: i for i, name in enumerate(_ORDINALS, 1)}
_DAY = rf"(?P<day>\d{{1,2}}|{'|'.join(sorted(_ORDINALS, key=len, reverse=True))}|{_HOLE}){_GAP}(?:st|nd|rd|t{BLANK}?h)?"

_YEARS = re.compile(r"(?:19|20)\d\d")
_BEFORE, _BEHIND = 250, 20  # characters of a date before its year, and behind it
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        # December 17, 2019; February ____, 2017; March 5 2019
        rf"\b{_MONTH}{_GAP}{_DAY}{_GAP},?{_GAP}{_YEAR}",
        # 17 December 2019; the 1st day of May, 2020; this ___ day of _______, 2027
        rf"(?<![\w,./-])(?:{_DAY})(?:{_S}day{_S}of|{_S}of)?{_GAP}(?:-{_GAP})?(?:{_MONTH}"
        rf"|{_HOLE}){_GAP}[,-]?{_GAP}(?:in{_S}the{_S}year{_S})?{_YEAR}",
        r"(?<![\d/.-])(?P<year>(?:19|20)\d\d)(?P<sep>[-/.])(?P<m>0?[1-9]|1[0-2])(?P=sep)(?P<day>0?[1-9]|[12]\d"
        r"|3[01])(?![\d/-])",
        r"(?P<year>(?:19|20)\d\d)年 ?(?P<m>1[0-2]|0?[1-9])月 ?(?P<day>3[01]|[12]\d|0?[1-9])日",
        rf"\b{_MONTH}(?:{_GAP},)?{_S}(?:of{_S})?{_YEAR}",
    )
)
# What may not stand before them is looked at behind the first digit: a search for digits is fast.
_SHORT = re.compile(
    r"(?P<a>\d(?<![\d/.-].)\d?)(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)(?P<year>(?:19|20)?\d\d)(?![\d/-]|\.\d)"
)
_SHORT_YEAR = re.compile(r"(?P<day>\d(?<![\w-].)\d?)-(?P<month>[a-z]{3})-(?P<yy>\d\d)(?![\w-])")


def dates(low: str) -> Iterator[Found]:
    """Dates with a year, in English order, ISO or Japanese (text in lower case); a day as written, even June 31."""
    windows = list(_windows(low))
    found = [_found(match) for pattern in _PATTERNS for window in windows for match in pattern.finditer(low, *window)]
    yield from widest([*filter(None, found), *_numeric(low)])


def _windows(low: str) -> Iterator[tuple[int, int]]:
    """The stretches round years, outside which no date with its year in full can stand."""
    begin = end = 0
    for year in _YEARS.finditer(low):
        if year.start() - _BEFORE > end:
            if end:
                yield begin, end
            begin = year.start() - _BEFORE
        end = year.end() + _BEHIND
    if end:
        yield begin, end


def _found(match: re.Match[str]) -> Found | None:
    groups = match.groupdict()
    month = _NUMBER.get(groups.get("month") or "") or int(groups.get("m") or 0)
    text = groups.get("day") or ""
    day = _DAYS.get(text) or (int(text) if text.isdigit() else 0)
    if day > 31:
        return None
    value = groups["year"] + (f"-{month:02}" if month else "") + (f"-{day:02}" if month and day else "")
    return Found(match.start(), match.end(), value)


def _numeric(low: str) -> Iterator[Found]:
    """12/31/2019, 31.12.2019, 12-Jun-03. Where day and month could be either, the month stands first, as in the US."""
    for match in _SHORT.finditer(low):
        if match["sep"] == "." and len(match["year"]) == 2:
            continue  # "4.2.11" is a clause
        first, second = int(match["a"]), int(match["b"])
        month, day = (second, first) if first > 12 or match["sep"] == "." else (first, second)
        if 1 <= month <= 12 and 1 <= day <= 31:
            yield Found(match.start(), match.end(), f"{_century(match['year'])}-{month:02}-{day:02}")
    for match in _SHORT_YEAR.finditer(low):
        if named := _NUMBER.get(match["month"]):
            yield Found(match.start(), match.end(), f"{_century(match['yy'])}-{named:02}-{int(match['day']):02}")


def _century(year: str) -> str:
    return year if len(year) == 4 else ("19" if int(year) > 50 else "20") + year

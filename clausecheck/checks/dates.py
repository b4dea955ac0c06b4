"""DRF-11: days that do not exist, weekdays and eras that do not fit, ends before beginnings, days gone by."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise

from ..model import Fault, Look, Place
from .prose import Sentence, place, sentences

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTH = "|".join(_MONTHS)
_DATE = re.compile(
    rf"\b(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?: day)?(?: of)? (?P<m1>{_MONTH}),? (?P<y1>(?:19|20)\d\d)"
    rf"|(?P<m2>{_MONTH}) (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y2>(?:19|20)\d\d)"
    r"|(?P<y3>(?:19|20)\d\d)-(?P<m3>\d\d)-(?P<d3>\d\d))\b",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(rf"\b(?P<day>{'|'.join(_DAYS)}),? (?:the )?\Z")
_REIWA = re.compile(r"\b(?P<fiscal>fiscal year |FY ?)?Reiwa (?P<n>\d{1,2})\b(?P<behind>[^.;]{0,60})")
_YEAR = re.compile(r"\b(?:(?P<month>" + _MONTH + r") )?(?P<year>20\d\d)\b", re.IGNORECASE)
_FIRST_REIWA, _FISCAL_START = 2019, 4
_SPAN = re.compile(r"(?i)\b(?:(?P<between>between)|from|commenc\w+ on|begin\w* on|start\w* on)\s*\Z")
_UNTIL = re.compile(
    r"(?i)\A[^.;]{0,60}?\b(?:(?P<and>and)|to|until|through|and end\w*(?: on)?|and expir\w*(?: on)?)\s*\Z"
)
_DUE = re.compile(
    r"(?i)\b(?:shall|must|will|agrees? to|undertakes? to)\b[^.;]{0,120}"
    r"\b(?:by|before|on or before|not? later than|until)\s*\Z"
)


def check(look: Look) -> Iterable[Fault]:
    """What no calendar holds first, then what does not fit together."""
    for sentence in sentences(look):
        if sentence.unit.role in ("contents", "furniture", "struck"):
            continue
        found = list(_dates(sentence))
        for start, end, day in found:
            if day is None:
                said = sentence.text[start:end]
                yield _fault(look, sentence, start, end, f"There is no {said}. Put in the day that is meant.")
            elif (weekday := _WEEKDAY.search(sentence.text[:start])) and _DAYS[day.weekday()] != weekday["day"].title():
                said = f"{sentence.text[start:end]} is a {_DAYS[day.weekday()]}, not a {weekday['day']}"
                yield _fault(look, sentence, weekday.start(), end, f"{said}. Say which of the two is meant.")
        yield from _spans(look, sentence, found)
        yield from _eras(look, sentence)
        if sentence.unit.operative:
            yield from _past(look, sentence, found)


def _dates(sentence: Sentence) -> Iterator[tuple[int, int, date | None]]:
    for found in _DATE.finditer(sentence.text):
        day = int(found["d1"] or found["d2"] or found["d3"])
        named = found["m1"] or found["m2"]
        month = _MONTHS.index(named.lower()) + 1 if named else int(found["m3"])
        year = int(found["y1"] or found["y2"] or found["y3"])
        known = 1 <= month <= len(_MONTHS) and 1 <= day <= monthrange(year, month)[1]
        yield found.start(), found.end(), date(year, month, day) if known else None


def _spans(look: Look, sentence: Sentence, found: list[tuple[int, int, date | None]]) -> Iterator[Fault]:
    """ "from 1 May 2027 to 30 April 2027"."""
    for (start, end, one), (next_start, next_end, other) in pairwise(found):
        if one is None or other is None or other >= one:
            continue
        begins, ends = _SPAN.search(sentence.text[:start]), _UNTIL.match(sentence.text[end:next_start])
        if begins and ends and bool(begins["between"]) == bool(ends["and"]):
            message = "The end lies before the beginning. Put in the days that are meant."
            yield _fault(look, sentence, start, next_end, message)


def _eras(look: Look, sentence: Sentence) -> Iterator[Fault]:
    """ "Reiwa 8 (2026)"; a Japanese fiscal year begins in April of its year."""
    for era in _REIWA.finditer(sentence.text):
        western = _YEAR.search(era["behind"])
        if western is None:
            continue
        year = int(western["year"])
        month = _MONTHS.index(western["month"].lower()) + 1 if western["month"] else 0
        fiscal = bool(era["fiscal"]) and 0 < month < _FISCAL_START
        reiwa = year - _FIRST_REIWA + 1 - fiscal
        if reiwa != int(era["n"]):
            end = era.start("behind") + western.end()
            close = sentence.text.find(")", end)
            end = close + 1 if 0 <= close < end + 40 else end
            told = f"{western[0]} lies in Reiwa {reiwa}, not Reiwa {era['n']}. Say which year is meant."
            yield _fault(look, sentence, era.start(), end, told)


def _past(look: Look, sentence: Sentence, found: list[tuple[int, int, date | None]]) -> Iterator[Fault]:
    """ "shall deliver by 1 March 2020", read later."""
    try:
        today = date.fromisoformat(look.settings.today)
    except ValueError:
        return
    for start, end, day in found:
        due = _DUE.search(sentence.text[:start])
        if day is not None and day < today and due is not None:
            message = "The day by which this must be done is gone by. Put in a day to come."
            yield Fault(
                message, (place(look.reading, sentence.start + start, sentence.start + end),), severity="warning"
            )


def _fault(look: Look, sentence: Sentence, start: int, end: int, message: str) -> Fault:
    where: Place = place(look.reading, sentence.start + start, sentence.start + end)
    return Fault(message, (where,))

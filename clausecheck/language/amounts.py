"""Durations, money and percentages, in figures, words or both.

Each is found by its unit ("days", "%", "yen"), and the number is sought in a short window before it, so that the time
taken grows with the text alone. Where words and figures differ the value says so: "45≠30 days".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from . import numbers
from .found import BLANK, Found, widest

_WINDOW = 110  # characters before a unit in which its number begins
_S = rf"{BLANK}{{0,3}}"
_HOLE = r"(?:\[[^\[\]\u2029]{0,24}\]|_{2,40}|\*{3}|\u25cf)"  # a blank or a redaction in the place of the number
_COUNT = (
    rf"(?:(?P<words>{numbers.WORDS}){_S}[(\[]{_S}(?P<fig>{numbers.FIGURE}){_S}(?P<pct>%?){_S}[)\]]"
    rf"|(?P<fig2>(?<![\d.,/]){numbers.FIGURE}){_S}(?:[(\[]{_S}(?P<words2>{numbers.WORDS}){_S}[)\]])?"
    rf"|(?P<words3>{numbers.WORDS})"
    rf"|(?P<hole>{_HOLE})(?:{_S}\({_S}{_HOLE}{_S}\))?)"
)


def _before(tail: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.]){_COUNT}\]?{tail}$")


def _value(match: re.Match[str]) -> str:
    if hole := match["hole"]:
        inside = re.search(numbers.FIGURE, hole)
        return numbers.both(None, numbers.figure(inside[0])) if inside else ""
    in_words = next((numbers.words(match[g]) for g in ("words", "words2", "words3") if match[g]), None)
    in_figures = next((numbers.figure(match[g]) for g in ("fig", "fig2") if match[g]), None)
    return numbers.both(in_words, in_figures)


# Durations -----------------------------------------------------------------------------------------------------------

_BEHIND = r"(?<=[\s\d)\]_●*-].)"  # what may stand before a unit; it is looked at behind the first letter, since a
# search for one of a few letters is many times faster than a look behind every character
_UNIT = re.compile(
    rf"(h{_BEHIND}our|d{_BEHIND}ay|w{_BEHIND}eek|m{_BEHIND}onth|q{_BEHIND}uarter|y{_BEHIND}ear)s?(?![\w])"
)
_ADJECTIVES = (
    "calendar", "business", "working", "banking", "trading", "full", "whole", "clear", "consecutive", "successive",
    "continuous", "additional", "further", "more", "contract", "contractual", "fiscal",
)  # fmt: skip
_ADJECTIVE = rf"(?:(?:{'|'.join(_ADJECTIVES)}){BLANK}{{1,3}}){{0,2}}"
_COUNTING = (*numbers.NUMBER_WORDS, *_ADJECTIVES)
_COUNT_OF_UNITS = _before(rf"(?:{_S}-{_S}|{_S})(?P<adj>{_ADJECTIVE})")
_WORKING = re.compile(r"business|working|banking|trading")
_ANNIVERSARY = re.compile(r"anniversary\b")
_COUNT_OF_ANNIVERSARIES = re.compile(
    rf"([a-z]{{3,9}}(?:-[a-z]{{3,7}})?|\d{{1,2}}(?:st|nd|rd|th)){_S}(?:\([^()]{{1,6}}\))?{_S}$"
)


def durations(low: str) -> Iterator[Found]:
    """ "thirty (30) days", "five-year", "[●] months": values "30 days", "5 years", "months" (text in lower case)."""
    for unit in _UNIT.finditer(low):
        count = _may_count(low, unit.start()) and _COUNT_OF_UNITS.search(
            low, max(0, unit.start() - _WINDOW), unit.start()
        )
        if count and not _is_calendar_year(count, unit[0]):
            name = unit[1] + "s"
            if _WORKING.search(count["adj"]):
                name = f"business {name}"
            yield Found(count.start(), unit.end(), f"{_value(count)} {name}".strip())
    for unit in _ANNIVERSARY.finditer(low):
        count = _COUNT_OF_ANNIVERSARIES.search(low, max(0, unit.start() - _WINDOW), unit.start())
        if count and (value := numbers.ordinal(count[1])):
            yield Found(count.start(), unit.end(), f"{value} years")


def _may_count(low: str, end: int) -> bool:
    """A quick look at the last word before a unit: "each day" needs no closer one."""
    before = low[max(0, end - _WINDOW) : end].rstrip().removesuffix("-").rstrip()
    return not before[-1:].isalpha() or before.endswith(_COUNTING)


def _is_calendar_year(count: re.Match[str], unit: str) -> bool:
    """ "the 2019 year" is a year, not a length of time."""
    return unit in ("year", "quarter") and bool(re.fullmatch(r"(?:19|20)\d\d", count["fig2"] or ""))


# Percentages ---------------------------------------------------------------------------------------------------------

_PERCENT = re.compile(r"%|(?:per[ ]?cent(?:um)?|percentage points?)(?![a-z])")
_COUNT_OF_PERCENT = _before(_S)
_FRACTION = re.compile(r"(?:half|quarter|third|th|ths)\s+of\s+$")  # "one half of one percent"
_REPEATED = re.compile(rf"{_S}\({_S}(?P<fig>{numbers.FIGURE}){_S}(?:%|per[ ]?cent){_S}\)")


def percentages(low: str) -> Iterator[Found]:
    """ "five percent (5 %)", "2.5 per cent", "[●]%": values "5%", "2.5%", "%" (text in lower case)."""
    yield from widest(_percentages(low))


def _percentages(low: str) -> Iterator[Found]:
    for unit in _PERCENT.finditer(low):
        count = _COUNT_OF_PERCENT.search(low, max(0, unit.start() - _WINDOW), unit.start())
        if count:
            end = unit.end()
            value = "" if _FRACTION.search(low, max(0, count.start() - 24), count.start()) else _value(count)
            if again := _REPEATED.match(low, end):
                end = again.end()
                value = numbers.both(
                    numbers.figure(value) if value and "≠" not in value else None, numbers.figure(again["fig"])
                )
            yield Found(count.start(), end, f"{value}%")


# Money ---------------------------------------------------------------------------------------------------------------

_CODES = "usd|eur|gbp|jpy|cny|rmb|chf|krw|hkd|aud|cad|sgd|twd|inr|sek|dkk|nok|thb|brl|ils|nzd|mxn|zar"
_SIGNS = {
    "us$": "USD", "u.s.$": "USD", "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "\\": "JPY", "rmb": "CNY", "₩": "KRW",
    "hk$": "HKD", "a$": "AUD", "au$": "AUD", "c$": "CAD", "ca$": "CAD", "cdn$": "CAD", "s$": "SGD", "nt$": "TWD",
    "nz$": "NZD", "r$": "BRL", "₹": "INR", "rs.": "INR", "rs": "INR", "rmb¥": "CNY", "yen": "JPY", "euro": "EUR",
}  # fmt: skip
_SIGN = (
    rf"(?:(?:us|hk|au|a|ca|cdn|c|s|nt|nz|r){BLANK}?\$|u\.{BLANK}?s\.{BLANK}?\$|rmb{BLANK}?¥|rs\.?|[$€£¥₩₹]"
    rf"|\b(?:{_CODES})|\b(?:yen|euro))"
)
_SCALE = r"(?:million|billion|thousand|mio|bn|[mk](?![a-z]))"
_SIGN_FIRST = re.compile(
    rf"(?<![a-z$])(?P<sign>{_SIGN}){BLANK}{{0,2}}"
    rf"(?:(?P<fig>\d{{1,3}}(?:\.\d{{3}}){{1,5}},\d\d(?!\d)|(?:\d{{1,3}}(?:[,']\d{{3}}){{1,5}}"
    rf"|\d{{1,3}}(?:\.\d{{3}}){{2,5}}|\d{{1,15}})(?:\.\d{{1,4}})?)"
    rf"(?:{BLANK}?-?(?P<scale>{_SCALE}))?|(?P<hole>{_HOLE}))"
    rf"(?:{_S}\({_S}(?P<words>{numbers.WORDS}){_S}(?:u\.s\.|us|united states)?{_S}"
    rf"(?:dollars?|yen|euros?|renminbi|yuan|pounds?)?(?: only)?{_S}\))?"
)
_NAMES = {"dollar": "USD", "yen": "JPY", "euro": "EUR", "renminbi": "CNY", "yuan": "CNY", "franc": "CHF", "won": "KRW"}
_NAMED = re.compile(
    rf"(?<=[\s\d)\]_●])(?:(?:u\.s\.|us|united states|canadian|australian|hong kong|singapore|new taiwan|swiss|japanese"
    rf"|korean|chinese){BLANK}{{1,3}})?"
    rf"(?:(?P<name>dollar|yen|euro|renminbi|yuan|franc|won|pound)s?(?P<sterling>{BLANK}sterling)?"
    rf"|(?P<code>{_CODES}))(?![\w'-])"
)
_COUNT_OF_MONEY = _before(rf"{_S}(?P<scale>{_SCALE})?{_S}(?:of )?")
_FOREIGN = {"canadian": "CAD", "australian": "AUD", "hong kong": "HKD", "singapore": "SGD", "new taiwan": "TWD"}
_FIGURE_AFTER = re.compile(
    rf"{_S}[(\[]{_S}(?:{_SIGN}){_S}(?P<fig>{numbers.FIGURE})(?:{BLANK}?(?P<scale>{_SCALE}))?[^()\u2029]{{0,12}}[)\]]"
)
_FACTOR = {"million": 1e6, "mio": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9, "thousand": 1e3, "k": 1e3, None: 1.0}


def money(low: str) -> Iterator[Found]:
    """ "US$1.5 million", "five million yen", "Ten Dollars ($10)", "EUR ____": values "USD 1500000", … "EUR"."""
    yield from widest([*_named(low), *_sign_first(low)])


def _sign_first(low: str) -> Iterator[Found]:
    for match in _SIGN_FIRST.finditer(low):
        in_words = numbers.words(match["words"]) if match["words"] else None
        value = numbers.both(in_words, _scaled(match))
        yield Found(match.start(), match.end(), f"{_currency(match['sign'])} {value}".strip())


def _scaled(match: re.Match[str]) -> float | None:
    digits = (match["fig"] or "").replace("'", "")
    if digits.count(".") > 1 or re.search(r"\.\d{3},\d\d$", digits):  # 1.200.000,00 as on the Continent
        digits = digits.replace(".", "").replace(",", ".")
    value = numbers.figure(digits) if digits else None
    return None if value is None else value * _FACTOR[match["scale"]]


def _currency(sign: str) -> str:
    bare = re.sub(r"\s", "", sign)
    return _SIGNS.get(bare, bare.upper())


def _named(low: str) -> Iterator[Found]:
    for unit in _NAMED.finditer(low):
        count = _COUNT_OF_MONEY.search(low, max(0, unit.start() - _WINDOW), unit.start())
        currency = _named_currency(unit)
        if not count or not currency:
            continue
        value, end = _value(count), unit.end()
        if value and "≠" not in value:
            value = numbers.plain(float(value) * _FACTOR[count["scale"]])
        if after := _FIGURE_AFTER.match(low, end):
            end = after.end()
            in_words = numbers.figure(value) if value and "≠" not in value else None
            value = numbers.both(in_words, _scaled(after))
        yield Found(count.start(), end, f"{currency} {value}".strip())


def _named_currency(unit: re.Match[str]) -> str:
    if unit["code"]:
        return "CNY" if unit["code"] == "rmb" else unit["code"].upper()
    if unit["name"] == "pound":
        return "GBP" if unit["sterling"] else ""
    return next((code for name, code in _FOREIGN.items() if unit[0].startswith(name)), _NAMES[unit["name"]])

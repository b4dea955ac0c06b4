"""DRF-12: sums payable in two currencies without a rule to convert them, and signs that leave the currency open."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..model import Fault, Look, Place
from .prose import Units, place
from .prose import words as said
from .tables import Tables

_CONVERTED = re.compile(
    r"(?i)\b(?:convert\w*|conversion|exchange rates?|rates? of exchange|foreign exchange (?:rate|market)\w*|spot rate"
    r"|parity rate|telegraphic transfer (?:middle|selling|buying|rate)\w*|TT[MSB]|equivalent (?:amount )?in)\b"
)
_PAYABLE = re.compile(
    r"(?i)\b(?:pay\w*|fees?|royalt\w+|prices?|charg\w+|instal\w+|reimburs\w+|remunerat\w+|per line|per day|per unit)\b"
)
# Sums that nobody pays the other: limits, insurance, thresholds, what a company is worth.
_NOT_PAID = re.compile(
    r"(?i)\b(?:insur\w+|coverage|liabilit\w+|damages|exceed\w*|threshold|capital|turnover|shares?|stock|fines?|penalt\w+"
    r"|arbitra\w+|court|guarant\w+|up to)\b"
)
_BARE_DOLLAR = re.compile(r"(?<![A-Za-z.])\$")
_DOLLAR_TOLD = re.compile(
    r"(?i)\bUS ?\$|\bU\.S\. ?\$|\b(?:U\.S\.|US|United States|Canadian|Australian|Singapore|Hong Kong|New Zealand"
    r"|New Taiwan) dollars?\b|\b(?:USD|CAD|AUD|SGD|HKD|NZD|TWD)\b|\bdollars? (?:of|in) (?:the )?(?:lawful|United|U\.S)"
    r"|\blawful (?:money|currency)\b"
)
_DOLLAR_COUNTRIES = frozenset({"ca", "au", "sg", "hk", "nz", "tw"})
_YEN_TOLD = re.compile(r"(?i)\b(?:JPY|yen|RMB|CNY|renminbi|yuan)\b")


@dataclass(frozen=True, slots=True)
class _Sum:
    currency: str
    where: Place


def check(look: Look) -> Iterable[Fault]:
    """One fault for the sums in the less used currencies; one for each sign that may mean two currencies."""
    text = look.reading.doc._.text
    if not _CONVERTED.search(text):
        yield from _mixed(look)
    homes = {party.country for party in look.reading.parties if party.country}
    dollar = _BARE_DOLLAR.search(text)
    if dollar and homes & _DOLLAR_COUNTRIES and not _DOLLAR_TOLD.search(text):
        yield _open(look, dollar, "$", "which dollar is meant")
    yen = re.search("¥", text)
    if yen and {"cn", "jp"} <= homes and not _YEN_TOLD.search(text):
        yield _open(look, yen, "¥", "whether yen or renminbi is meant")


def _open(look: Look, sign: re.Match[str], mark: str, what: str) -> Fault:
    where = place(look.reading, sign.start(), sign.end())
    return Fault(f"“{mark}” leaves open {what}. Write the currency's code, once at least.", (where,), key=mark)


def _mixed(look: Look) -> Iterator[Fault]:
    sums = list(_sums(look))
    by_use = Counter(one.currency for one in sums).most_common()
    if len(by_use) < 2:
        return
    main = by_use[0][0]
    others = tuple(one.where for one in sums if one.currency != main)
    told = ", ".join(f"“{said(look.reading, where)}”" for where in others[:3])
    names = " and ".join(currency for currency, _ in by_use[1:])
    yield Fault(
        f"Sums are payable in {names} ({told}) and others in {main}, and no rule converts them. "
        "Ask finance: use one currency, or add the rate, its source and its day.",
        others,
        key=" ".join(currency for currency, _ in by_use),
    )


def _sums(look: Look) -> Iterator[_Sum]:
    """The sums that one party pays another."""
    text, units, tables = look.reading.doc._.text, Units(look), Tables(look.draft)
    for span in look.reading.doc.spans.get("money", ()):
        currency = span._.value.split()[0]
        where = place(look.reading, span.start_char, span.end_char)
        unit = units.of(span.start_char)
        if len(currency) != 3 or unit is None or unit.role not in ("operative", "definition"):
            continue
        before = text[max(0, span.start_char - 200) : span.start_char].rpartition("\u2029")[2].rpartition(". ")[2]
        round_it = f"{before} {text[span.end_char : span.end_char + 40].partition(chr(0x2029))[0]}"
        head = tables.head(where.paragraph)
        if (_PAYABLE.search(head) if head else _PAYABLE.search(round_it)) and not _NOT_PAID.search(before[-80:]):
            yield _Sum(currency, where)

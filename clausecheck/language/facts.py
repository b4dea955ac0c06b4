"""The facts of the deal that the draft states, each with the words that say so; what it does not state is absent."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ..model import Located, Place, Reading
from . import facts_scope, laws
from .facts_reader import Reader

Facts = dict[str, tuple[Located, ...]]

_EFFECTIVE = re.compile(r"\(?(?:the )?\"Effective Date\"|\"Effective Date\" (?:shall )?(?:means?|is)|takes effect on")
_MADE = re.compile(r"\b(?:made|entered|dated|executed|effective)\b[^.]{0,60}$", re.IGNORECASE)
_OPENING = 3_000  # characters in which the date of the opening words stands
_RUNS = re.compile(
    r"\b(?:this (?:agreement|licen[cs]e)|the (?:initial )?(?:term|licen[cs]e)(?: of this agreement"
    r"| period)?)\b[^.;]{0,160}?"
    r"\b(?:continues?|remains?|runs?|is|shall be|lasts?|expires?|ends?|extends?|terminates?|in (?:full )?(?:force"
    r"|effect))\b"
    r"[^.;]{0,120}?\b(?P<how>for|until|through|on the (?:later|earlier|expir\w+|\w+ anniversary))\b"
)
_PAID = re.compile(
    r"(?:licen[cs]e|annual|initial|up-?front|implementation|maintenance|support|access|signing|milestone|minimum"
    r"|running|renewal)?"
    r"[ -]?(?:licen[cs]e )?(?:fees?|royalt(?:y|ies)|payments?)\b"
)
_LEAST = re.compile(r"\broyalt(?:y|ies)\b[^.;\u2029]{0,80}?\b(?:not be less than|be at least|amount to at least)\b")
_OF_ELSE = re.compile(
    r"\b(?:more than|less than|exceeds?|interest|by|tax|than)\b[^.;]{0,12}$"
)  # no rate of the royalty
_PAY = re.compile(r"\bpa(?:y|id|yable)\b")
_LONG = re.compile(r"\d[\d.]* (?:weeks|months|quarters|years)")
_SUPPORT = re.compile(
    r"\b(?:technical (?:support|assistance|guidance)|support|training|maintenance services|assistance)\b"
)
_GIVES = re.compile(r"\b(?:giv|provid|render|offer|furnish|suppl)\w*\b[^.;]{0,120}$")
_LASTING = re.compile(r"\b(?:for|during|ends?|within|until|through)\b[^.;]{0,60}$")


def facts(reading: Reading) -> Facts:
    """licensor, licensee, effective_date, exclusivity, field, territory, patents, term, payment, support_term,
    governing_law, forum: only those that are stated, each value with its evidence."""
    reader = Reader(reading)
    found = {name: tuple(read(reader)) for name, read in _READERS.items()}
    return {name: values for name, values in found.items() if values}


def _party(role: str) -> Callable[[Reader], Iterator[Located]]:
    def read(reader: Reader) -> Iterator[Located]:
        for party in reader.reading.parties:
            if party.role in (role, "both"):
                yield Located(party.name, (party.evidence,) if party.evidence else ())

    return read


def _effective_date(reader: Reader) -> Iterator[Located]:
    """The date that is called the Effective Date, else the date of the opening words."""
    dates = [s for s in reader.doc.spans["date"] if len(s._.value) == 10]
    for match in _EFFECTIVE.finditer(reader.text):
        for span in dates:
            before, behind = match.start() - span.end_char, span.start_char - match.end()
            if 0 <= before <= 12 or 0 <= behind <= 24:
                yield Located(span._.value, (reader.place(span.start_char, span.end_char),))
                return
    for span in dates[:3]:
        before = reader.text[max(0, span.start_char - 80) : span.start_char]
        if span.start_char < _OPENING and _MADE.search(before) and "\u2029" not in before[-60:]:
            yield Located(span._.value, (reader.place(span.start_char, span.end_char),))
            return


def _patents(reader: Reader) -> Iterator[Located]:
    by_value: dict[str, list[Place]] = {}
    for span in reader.doc.spans["patent_number"]:
        by_value.setdefault(span._.value, []).append(reader.place(span.start_char, span.end_char))
    yield from (Located(value, tuple(places)) for value, places in by_value.items())


def _term(reader: Reader) -> Iterator[Located]:
    """How long the agreement or the licence runs: the words from "for" or "until" on."""
    for start, end in reader.operative():
        for match in _RUNS.finditer(reader.low, start, end):
            near = reader.spans("duration", match.end(), min(end, match.end() + 40))
            if near or not match["how"].startswith(("for", "through")):
                words = re.split(
                    r";|\.\s|,? unless|,? and (?:may|shall)|\(the \"", reader.text[match.start("how") : end]
                )[0]
                value = " ".join(words.split()).strip(" .,")
                yield Located(value if "(" in value else value.strip("()"), (reader.place(start, end),))
                return


def _payment(reader: Reader) -> Iterator[Located]:
    """Fees and royalties: what is paid, and the first amount or the rates behind it in the sentence."""
    by_value: dict[str, Place] = {}
    for start, end in reader.operative():
        for what, sums in _paid(reader, start, end):
            said = ", ".join(" ".join(reader.text[first:last].split()) for first, last, _ in sums)
            by_value.setdefault(f"{what[0].strip()}: {said}", reader.place(what.start(), sums[-1][1]))
        if least := _LEAST.search(reader.low, start, end):
            for first, last, _ in reader.spans("money", least.end(), min(end, least.end() + 30))[:1]:
                value = f"minimum royalty: {reader.text[first:last]}"
                by_value.setdefault(value, reader.place(least.start(), last))
    longer = tuple(by_value)
    for value, place in by_value.items():
        if not any(other.startswith(f"{value}, ") for other in longer):  # an item read behind its lead-in says all
            yield Located(value, (place,))


def _paid(reader: Reader, start: int, end: int) -> Iterator[tuple[re.Match[str], list[tuple[int, int, str]]]]:
    """The fees and royalties of a sentence that speaks of paying, each with its amount, or its rates by steps."""
    if not _PAY.search(reader.low, start, end):
        return
    amounts = sorted(reader.spans("money", start, end) + reader.spans("percent", start, end))
    named = list(_PAID.finditer(reader.low, start, end))
    until = [*(match.start() for match in named[1:]), end]
    for match, stop in zip(named, until, strict=False):
        own = [amount for amount in amounts if match.end() <= amount[0] < stop]
        if own and own[0][0] - match.end() <= 60:
            steps = own[1:] if own[0][2].endswith("%") and "royalt" in match[0] else []
            yield (
                match,
                [own[0], *(a for a in steps if a[2].endswith("%") and not _OF_ELSE.search(reader.low, *_near(a)))],
            )


def _near(amount: tuple[int, int, str]) -> tuple[int, int]:
    return max(0, amount[0] - 30), amount[0]


def _support_term(reader: Reader) -> Iterator[Located]:
    """The first period of months or years that a sentence on support gives."""
    for start, end in reader.operative():
        if match := _SUPPORT.search(reader.low, start, end):
            for first, last, value in reader.spans("duration", start, end):
                behind = first >= match.end() and _LASTING.search(reader.low, match.start(), first)
                before = (
                    last <= match.start()
                    and _GIVES.search(reader.low, last, match.start())
                    and _LASTING.search(reader.low, start, first)
                )
                if _LONG.match(value) and (behind or before):
                    yield Located(value, (reader.place(start, end),))
                    return


def _governing_law(reader: Reader) -> Iterator[Located]:
    seen: set[str] = set()
    for law in laws.governing_laws(reader.text):
        if law.code not in seen:
            seen.add(law.code)
            yield Located(law.written, (reader.place(law.found.start, law.found.end),))


def _forum(reader: Reader) -> Iterator[Located]:
    """Courts and arbitral institutions; one that is named with its seat is not named again without."""
    by_value: dict[str, list[Place]] = {}
    for found in laws.forums(reader.text):
        by_value.setdefault(found.value, []).append(reader.place(found.start, found.end))
    seated = {value.partition(",")[0] for value in by_value if "," in value}
    for value, places in by_value.items():
        if value not in seated:
            yield Located(value, tuple(places))


_READERS: dict[str, Callable[[Reader], Iterator[Located]]] = {
    "licensor": _party("licensor"),
    "licensee": _party("licensee"),
    "effective_date": _effective_date,
    "exclusivity": facts_scope.exclusivity,
    "field": facts_scope.field,
    "territory": facts_scope.territory,
    "patents": _patents,
    "term": _term,
    "payment": _payment,
    "support_term": _support_term,
    "governing_law": _governing_law,
    "forum": _forum,
}

"""Which law governs the draft, and where disputes go."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from . import countries
from .found import BLANK, Found

_BEFORE, _REACH = 240, 140  # characters before and behind the word "law" that are looked at
_LAW = re.compile(r"\b(?:[Ll]aws?|LAWS?)\b")
_CHOOSES = re.compile(
    r"(?i)govern|constru|interpret|enforced|controlled|determined|proper law|laws?\b[^.;]{0,120}\bappl(?:y|ies)"
    r"|controls"
)
_GOVERNED = (
    r"\b(?:[Gg]overn(?:ed|ing|s)?|GOVERNED|[Cc]onstru(?:ed|ction)|CONSTRUED|[Ii]nterpret(?:ed|ation)|INTERPRETED"
    r"|[Ee]nforced|ENFORCED|[Cc]ontrolled|CONTROLLED|[Dd]etermined|[Pp]roper [Ll]aw)\b"
)
_OF = rf"(?: and [a-z ]{{3,30}})?,?{BLANK}{{1,20}}(?:of|OF|in(?: force in)?|IN|applicable in|in effect in)\b"
_LAWS_OF = re.compile(rf"{_GOVERNED}[^.;\u2029]{{0,200}}?\b(?:[Ll]aws?|LAWS?)\b{_OF}")
_LAWS_GOVERN = re.compile(
    rf"\b(?:[Ll]aws?|LAWS?)\b{_OF}(?P<place>[^.;\u2029]{{2,160}}?)\b(?:shall |will )?(?:govern|appl(?:y|ies)"
    rf"|control)s?\b"
)
_OTHER_LAW = re.compile(
    r"(?:export|tax|privacy|securities|copyright|trademark|patent|competition|antitrust|customs"
    r"|data protection)[a-z ]{0,20} laws?\b[^.;]{0,20}$"
)
_STOP = re.compile(
    r"[;\u2029]|\.(?=\s|$)(?<!U\.S\.)|\b(?:without|excluding|except|regardless|irrespective|and not|applicable to"
    r"|as (?:applied|such|they|if)"
    r"|notwithstanding|other than|outside|whose|which|where|in which|but)\b"
)
_BY_LAW = re.compile(
    rf"{_GOVERNED}[^.;\u2029]{{0,120}}?\b(?:by|under|with|to)\b (?:the )?(?P<law>[A-Z][\w.]*(?: [A-Z][\w.]*)?)"
    r" (?:substantive |internal |federal |domestic )?[Ll]aws?\b"
)
_LAW_GOVERNS = re.compile(
    r"\b(?P<law>[A-Z][\w.]*(?: [A-Z][\w.]*)?) (?:substantive |internal )?laws?\b[^.;\u2029]{0,30}?\b(?:governs?"
    r"|appl(?:y|ies)|controls?)\b"
)
_TITLE = re.compile(
    rf"\b(?:Governing|GOVERNING|Applicable) (?:Law|LAW){BLANK}{{0,3}}[:\u2013\u2014-]{BLANK}{{0,3}}(?:the "
    rf"|The )?(?:[Ll]aws? of )?(?:the )?"
)

_INSTITUTION = (
    r"Japan Commercial Arbitration Association|International Chamber of Commerce|American Arbitration Association"
    r"|JCAA|ICC|AAA"
    r"|LCIA|London Court of International Arbitration|SIAC|Singapore International Arbitration Cent(?:re|er)|HKIAC"
    r"|Hong Kong International Arbitration Centre|CIETAC|JAMS|UNCITRAL|WIPO|KCAB|Korean Commercial Arbitration Board"
    r"|German (?:Institution of Arbitration|Arbitration Institute)|DIS|Stockholm Chamber of Commerce"
)
_SHORT = {
    "JCAA": "Japan Commercial Arbitration Association", "ICC": "International Chamber of Commerce",
    "AAA": "American Arbitration Association", "LCIA": "London Court of International Arbitration",
    "HKIAC": "Hong Kong International Arbitration Centre", "KCAB": "Korean Commercial Arbitration Board",
}  # fmt: skip
_WHO = re.compile(rf"\b(?:{_INSTITUTION})\b")
_ARBITRATION = re.compile(r"\b[Aa]rbitra(?:tion|ted|tors?)\b")
_SEAT = re.compile(
    r"\b(?:in|at|seat[^.;]{0,30}?(?:is|be|of)|place[^.;]{0,30}?is|held in"
    r"|take place in) (?P<city>[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?=[\s,.;])"
)
_COURT = re.compile(r"\b(?:[Cc]ourts?|COURTS?)\b")
_COURT_NAME = re.compile(r"(?:U\.S\.|[A-Z]\w+)(?: (?:U\.S\.|[A-Z]\w+|of|the|for)){0,5} $")
_COURT_PLACE = re.compile(
    r" (?:of|in|for|located in|situated in|sitting in)(?: the)? [A-Z]\w+(?:,? (?:U\.S\.|[A-Z]\w+|of|and|the"
    r"|for)(?![\w.])){0,9}"
)
_TAIL = re.compile(r"(?:,? (?:and|of|the|for|The))+$")
_JURISDICTION = re.compile(r"(?i)\b(?:jurisdiction|venue|submit)")


@dataclass(frozen=True, slots=True)
class Law:
    """A law that the draft chooses: the country's code, its place as written, and the words that choose it."""

    code: str
    written: str
    found: Found


def governing_laws(text: str) -> list[Law]:
    """Every choice of law, in order; the law of a patent's own country is none."""
    found = {law.found: law for start, end in _around(text) for law in _in_window(text, start, end)}
    return [found[key] for key in sorted(found)]


def _around(text: str) -> Iterator[tuple[int, int]]:
    """What stands round the words "law", each stretch within its paragraph; stretches that touch are one."""
    begin = end = 0
    for word in _LAW.finditer(text):
        start = max(text.rfind("\u2029", max(0, word.start() - _BEFORE), word.start()) + 1, word.start() - _BEFORE, 0)
        if start > end:
            yield from _choosing(text, begin, end)
            begin = start
        cut = text.find("\u2029", word.end(), word.end() + _REACH)
        end = cut if cut >= 0 else min(len(text), word.end() + _REACH)
    yield from _choosing(text, begin, end)


def _choosing(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    if _CHOOSES.search(text, start, end):
        yield start, end


def _in_window(text: str, start: int, end: int) -> Iterator[Law]:
    for match in _LAWS_GOVERN.finditer(text, start, end):
        for country in countries.countries(match["place"]):
            yield Law(country.value, match["place"][country.start : country.end], Found(*match.span(), country.value))
    for match in (*_LAWS_OF.finditer(text, start, end), *_TITLE.finditer(text, start, end)):
        if _OTHER_LAW.search(text[match.start() : match.end()].lower()):
            continue
        stop = _STOP.search(text, match.end(), min(end, match.end() + _REACH))
        close = stop.start() if stop else min(end, match.end() + _REACH)
        for country in countries.countries(text[match.end() : close]):
            first, last = match.end() + country.start, match.end() + country.end
            first -= len("State of ") if text.endswith("State of ", 0, first) else 0
            yield Law(country.value, text[first:last], Found(match.start(), last, country.value))
    for match in (*_BY_LAW.finditer(text, start, end), *_LAW_GOVERNS.finditer(text, start, end)):
        code = countries.code(match["law"]) or countries.code(match["law"].split()[-1])
        if code:
            yield Law(code, f"{match['law']} law", Found(match.start(), match.end(), code))


def institutions(text: str) -> Iterator[Found]:
    """Arbitral institutions by their full names, whatever is said of them."""
    for who in _WHO.finditer(text):
        yield Found(who.start(), who.end(), _SHORT.get(who[0], who[0]))


def forums(text: str) -> Iterator[Found]:
    """Arbitral institutions with their seat, and courts that are given jurisdiction; the value is what is named."""
    for who in _WHO.finditer(text):
        start, end = max(0, who.start() - 260), who.end() + 160
        start = max(start, text.rfind("\u2029", start, who.start()) + 1)
        end = next((cut for cut in [text.find("\u2029", who.end(), end)] if cut >= 0), min(len(text), end))
        if _ARBITRATION.search(text, start, who.start()) or _ARBITRATION.search(text, who.end(), end):
            seat, name = _SEAT.search(text, start, end), _SHORT.get(who[0], who[0])
            yield Found(who.start(), who.end(), f"{name}, {seat['city']}" if seat else name)
    for court in _COURT.finditer(text):
        if _JURISDICTION.search(text, max(0, court.start() - 200), court.end() + 200):
            before = _COURT_NAME.search(text, max(0, court.start() - 80), court.start()) if court[0][0] == "C" else None
            behind = _COURT_PLACE.match(text, court.end(), court.end() + 120)
            if before or behind:
                start, end = before.start() if before else court.start(), behind.end() if behind else court.end()
                yield Found(start, end, _TAIL.sub("", " ".join(text[start:end].split())).removeprefix("The "))

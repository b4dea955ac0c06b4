"""The facts of the deal that the draft states, each with the words that say so; what it does not state is absent."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator

from ..model import Located, Place, Reading
from . import laws, sides
from .found import Places

Facts = dict[str, tuple[Located, ...]]

_EFFECTIVE = re.compile(r"\(?(?:the )?\"Effective Date\"|\"Effective Date\" (?:shall )?(?:means?|is)|takes effect on")
_MADE = re.compile(r"\b(?:made|entered|dated|executed|effective)\b[^.]{0,60}$", re.IGNORECASE)
_OPENING = 3_000  # characters in which the date of the opening words stands
_FIELD = re.compile(r"(?i)^(?:licensed |exclusive )?field(?:s)?(?: of use)?$")
_TERRITORY = re.compile(r"(?i)^(?:licensed |exclusive |contract )?territor(?:y|ies)$")
_MEANS = re.compile(r"^[^.]{0,90}?\b(?:shall mean|means?|is defined as|refers to|shall be)[,:]?\s+")
_WORLD = re.compile(
    r"(?i)\b(?:worldwide|world-wide|throughout the (?:world|universe)|(?:all|every) countr(?:y|ies) (?:of"
    r"|in) the world)\b"
)
_EXCLUSIVE = (
    ("non-exclusive", re.compile(r"\bnon-? ?exclusive\b")),
    ("co-exclusive", re.compile(r"\bco-exclusive\b")),
    ("sole", re.compile(r"\bsole\b(?! and exclusive| discretion| expense| property)")),
    ("exclusive", re.compile(r"(?<!non-)(?<!non )(?<!non- )(?<!non)(?<!co-)\bexclusive\b")),
)
_IS_EXCLUSIVE = re.compile(
    r"\b(?:the|this) licen[cs]es?\b(?: (?:granted|under|in|for)\b[^.;\u2029]{0,40})? (?:is|are|shall be) (?:\w+ ){0,2}?"
    r"(?P<what>non-exclusive|co-exclusive|sole|exclusive)\b"
)
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
_PAY = re.compile(r"\bpa(?:y|id|yable)\b")
_LONG = re.compile(r"\d[\d.]* (?:weeks|months|quarters|years)")
_SUPPORT = re.compile(
    r"\b(?:technical (?:support|assistance|guidance)|support|training|maintenance services|assistance)\b"
)
_LASTING = re.compile(r"\b(?:for|during|ends?|within|until|through)\b[^.;]{0,60}$")


def facts(reading: Reading) -> Facts:
    """licensor, licensee, effective_date, exclusivity, field, territory, patents, term, payment, support_term,
    governing_law, forum: only those that are stated, each value with its evidence."""
    reader = _Reader(reading)
    found = {name: tuple(read(reader)) for name, read in _READERS.items()}
    return {name: values for name, values in found.items() if values}


class _Reader:
    """The draft's text with what the pipeline found in it."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.doc = reading.doc
        self.text: str = reading.doc._.text
        self.low = self.text.lower() if len(self.text.lower()) == len(self.text) else self.text
        self._places = Places(reading.doc)
        self._spans: dict[str, list[tuple[int, int, str]]] = {}
        self.main = sides.main(reading.doc._.grants, len(reading.parties))

    def place(self, start: int, end: int) -> Place:
        return self._places.place(start, end)

    def words(self, place: Place) -> str:
        start = self.reading.starts[place.paragraph]
        return self.text[start + place.start : start + place.end]

    def operative(self) -> Iterator[tuple[int, int]]:
        """The character ranges of operative sentences, with a lead-in where it stands before them in the paragraph."""
        for unit in self.reading.units:
            if unit.role == "operative" and unit.operative:
                first, last = unit.ranges[unit.own]
                lead = unit.ranges[0][0]
                begin = self.reading.tokens[unit.paragraph][0]
                if first < last:
                    first = lead if begin <= lead < first else first
                    yield self.doc[first].idx, self.doc[last - 1].idx + len(self.doc[last - 1])

    def spans(self, name: str, start: int, end: int) -> list[tuple[int, int, str]]:
        if name not in self._spans:  # one look at each, however many sentences ask
            self._spans[name] = sorted((s.start_char, s.end_char, s._.value) for s in self.doc.spans[name])
        found = self._spans[name]
        near = found[bisect_left(found, start, key=_begin) : bisect_left(found, end, key=_begin)]
        return [span for span in near if span[1] <= end]


def _begin(span: tuple[int, int, str]) -> int:
    return span[0]


def _party(role: str) -> Callable[[_Reader], Iterator[Located]]:
    def read(reader: _Reader) -> Iterator[Located]:
        for party in reader.reading.parties:
            if party.role in (role, "both"):
                yield Located(party.name, (party.evidence,) if party.evidence else ())

    return read


def _effective_date(reader: _Reader) -> Iterator[Located]:
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


def _exclusivity(reader: _Reader) -> Iterator[Located]:
    """What the main grants say, or where they do not the words "the licence is …"."""
    by_value: dict[str, list[Place]] = {}
    for grant in reader.main:
        for value, words in _EXCLUSIVE if grant.clear else ():
            if match := words.search(reader.low, grant.at, min(grant.end, grant.at + 300)):
                by_value.setdefault(value, []).append(reader.place(match.start(), match.end()))
                break
    for match in () if by_value else _IS_EXCLUSIVE.finditer(reader.low):
        by_value.setdefault(match["what"], []).append(reader.place(*match.span("what")))
    yield from (Located(value, tuple(places)) for value, places in by_value.items())


def _defined(name: re.Pattern[str]) -> Callable[[_Reader], Iterator[Located]]:
    def read(reader: _Reader) -> Iterator[Located]:
        for term in reader.reading.terms:
            if name.match(term.name) and term.how != "parenthesis":
                words = reader.words(term.definition)
                means = _MEANS.match(words)
                start = term.definition.start + (means.end() if means else 0)
                value = " ".join(words[means.end() if means else 0 :].split()).strip(" .;")
                yield Located(value, (Place(term.definition.paragraph, start, term.definition.end),))
                return

    return read


def _territory(reader: _Reader) -> Iterator[Located]:
    defined = list(_defined(_TERRITORY)(reader))
    yield from defined
    for grant in () if defined else reader.main:
        if match := _WORLD.search(reader.text, grant.at, grant.end):
            yield Located("worldwide", (reader.place(match.start(), match.end()),))
            return


def _patents(reader: _Reader) -> Iterator[Located]:
    by_value: dict[str, list[Place]] = {}
    for span in reader.doc.spans["patent_number"]:
        by_value.setdefault(span._.value, []).append(reader.place(span.start_char, span.end_char))
    yield from (Located(value, tuple(places)) for value, places in by_value.items())


def _term(reader: _Reader) -> Iterator[Located]:
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


def _payment(reader: _Reader) -> Iterator[Located]:
    """Fees and royalties: what is paid, and the first amount or rate behind it in the sentence."""
    by_value: dict[str, Place] = {}
    for start, end in reader.operative():
        if not _PAY.search(reader.low, start, end):
            continue
        amounts = sorted(reader.spans("money", start, end) + reader.spans("percent", start, end))
        for match in _PAID.finditer(reader.low, start, end):
            amount = next((a for a in amounts if 0 <= a[0] - match.end() <= 60), None)
            if amount:
                value = f"{match[0].strip()}: {' '.join(reader.text[amount[0] : amount[1]].split())}"
                by_value.setdefault(value, reader.place(match.start(), amount[1]))
                amounts = [a for a in amounts if a[0] > amount[0]]
    yield from (Located(value, (place,)) for value, place in by_value.items())


def _support_term(reader: _Reader) -> Iterator[Located]:
    """The first period of months or years that a sentence on support gives."""
    for start, end in reader.operative():
        if match := _SUPPORT.search(reader.low, start, end):
            for first, _, value in reader.spans("duration", match.end(), end):
                if _LONG.match(value) and _LASTING.search(reader.low, match.start(), first):
                    yield Located(value, (reader.place(start, end),))
                    return


def _governing_law(reader: _Reader) -> Iterator[Located]:
    seen: set[str] = set()
    for law in laws.governing_laws(reader.text):
        if law.code not in seen:
            seen.add(law.code)
            yield Located(law.written, (reader.place(law.found.start, law.found.end),))


def _forum(reader: _Reader) -> Iterator[Located]:
    """Courts and arbitral institutions; one that is named with its seat is not named again without."""
    by_value: dict[str, list[Place]] = {}
    for found in laws.forums(reader.text):
        by_value.setdefault(found.value, []).append(reader.place(found.start, found.end))
    seated = {value.partition(",")[0] for value in by_value if "," in value}
    for value, places in by_value.items():
        if value not in seated:
            yield Located(value, tuple(places))


_READERS: dict[str, Callable[[_Reader], Iterator[Located]]] = {
    "licensor": _party("licensor"),
    "licensee": _party("licensee"),
    "effective_date": _effective_date,
    "exclusivity": _exclusivity,
    "field": _defined(_FIELD),
    "territory": _territory,
    "patents": _patents,
    "term": _term,
    "payment": _payment,
    "support_term": _support_term,
    "governing_law": _governing_law,
    "forum": _forum,
}

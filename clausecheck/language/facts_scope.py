"""How far the licence goes, as the draft states it: exclusivity, field, territory."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Located, Place
from .facts_reader import Reader

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
_PURPOSE = re.compile(  # what a grant says in the place of a defined field
    r"\b(?:(?:solely|only|exclusively) for|for (?!no |any )(?=[^,.;\u2029]{4,90}? (?:purposes?|only)\b)"
    r"|for use in|in the field of)"
    r" ?(?P<what>[^,.;\u2029]{4,120}?)(?= only\b|,|\.\s|\.$|;|\u2029| and for no other| during the )"
)


def exclusivity(reader: Reader) -> Iterator[Located]:
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


def _defined(name: re.Pattern[str], reader: Reader) -> Iterator[Located]:
    """The words that a definition gives to the first term of that name."""
    for term in reader.reading.terms:
        if name.match(term.name) and term.how != "parenthesis":
            words = reader.words(term.definition)
            means = _MEANS.match(words)
            start = term.definition.start + (means.end() if means else 0)
            value = " ".join(words[means.end() if means else 0 :].split()).strip(" .;")
            yield Located(value, (Place(term.definition.paragraph, start, term.definition.end),))
            return


def field(reader: Reader) -> Iterator[Located]:
    """The field that is defined, else the purpose that the main grants name."""
    defined = list(_defined(_FIELD, reader))
    yield from defined
    for grant in () if defined else reader.main:
        if match := _PURPOSE.search(reader.text, grant.at, grant.end):
            yield Located(" ".join(match["what"].split()), (reader.place(*match.span("what")),))
            return


def territory(reader: Reader) -> Iterator[Located]:
    """The territory that is defined, else the world or the countries that the main grants name."""
    defined = list(_defined(_TERRITORY, reader))
    yield from defined
    for grant in () if defined else reader.main:
        if match := _WORLD.search(reader.text, grant.at, grant.end):
            yield Located("worldwide", (reader.place(match.start(), match.end()),))
            return
    market = () if defined else reader.reading.places.get("market", ())
    if market:
        named = [located.evidence[0] for located in market]
        yield Located(", ".join(map(reader.words, named)), tuple(named))

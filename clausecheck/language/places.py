"""The component that reads where a deal plays: whose law, who pays from where, whose patents, which market.

``doc._.places``: place → values in order of first mention, each with the words that say so. law; licensor_home,
licensee_home; payer and payee; exporter (who discloses technology); patents (offices of the numbers listed); market.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from ..model import Located, Party, Place
from . import countries, grants, laws, sides, style
from .found import Places
from .subjects import subjects

_DISCLOSED = {"know_how", "software", "data"}  # a bare patent licence hands nothing over
_EXCEPT = re.compile(r"(?i)\b(?:excluding|except(?:ing)?|other than|but not|not including|outside)\b[^.;)]*")
_MARKET = re.compile(r"\b(?:in|within|throughout|into)\s+(?:the\s+)?$")
_TERRITORY = re.compile(r"(?i)^(?:licensed |exclusive |contract )?territor(?:y|ies)$")


@Language.component("clausecheck_places")
def places(doc: Doc) -> Doc:
    """Set ``doc._.places``, ``doc._.subjects``, ``doc._.modal`` and ``doc._.spelling``."""
    text, where = doc._.text, Places(doc)
    meanings = {term.name: _words(text, doc, term.definition) for term in reversed(doc._.terms)}
    doc._.subjects = subjects(text, doc._.grants, meanings) or (("patents",) if doc.spans["patent_number"] else ())
    givers, takers = _homes(doc._.parties, "licensor"), _homes(doc._.parties, "licensee")
    found = {
        "law": [(law.code, where.place(law.found.start, law.found.end)) for law in laws.governing_laws(text)],
        "licensor_home": givers,
        "licensee_home": takers,
        "payer": takers,
        "payee": givers,
        "exporter": givers if _DISCLOSED & set(doc._.subjects) else [],
        "patents": list(_patents(doc, where)),
        "market": [*_territory(text, doc), *_granted(text, doc, where)],
    }
    doc._.places = {name: _located(values) for name, values in found.items() if values}
    doc._.modal, doc._.spelling = style.modal(text), style.spelling(text)
    return doc


def _words(text: str, doc: Doc, place: Place) -> str:
    start = doc._.starts[place.paragraph]
    return text[start + place.start : start + place.end]


def _located(values: Iterable[tuple[str, Place]]) -> tuple[Located, ...]:
    by_value: dict[str, list[Place]] = {}
    for value, place in values:
        by_value.setdefault(value, []).append(place)
    return tuple(Located(value, tuple(dict.fromkeys(found))) for value, found in by_value.items())


def _homes(parties: Iterable[Party], role: str) -> list[tuple[str, Place]]:
    return [(p.country, p.evidence) for p in parties if p.role in (role, "both") and p.country and p.evidence]


def _patents(doc: Doc, where: Places) -> Iterator[tuple[str, Place]]:
    for span in doc.spans["patent_number"]:
        office = span._.value.split()[0] if " " in span._.value else ""
        code = countries.code(office)
        if code:
            yield code, where.place(span.start_char, span.end_char)


def _territory(text: str, doc: Doc) -> Iterator[tuple[str, Place]]:
    """The countries that the definition of the Territory names, without those that it excludes."""
    for term in doc._.terms:
        if not _TERRITORY.match(term.name):
            continue
        words = _words(text, doc, term.definition)
        taken_out = {i for match in _EXCEPT.finditer(words) for i in range(match.start(), match.end())}
        for found in countries.countries(words):
            if found.start not in taken_out:
                start = term.definition.start
                yield found.value, Place(term.definition.paragraph, start + found.start, start + found.end)


def _granted(text: str, doc: Doc, where: Places) -> Iterator[tuple[str, Place]]:
    """The countries in which the main grants run: "… to use the Software in Japan"."""
    for grant in sides.main(doc._.grants, len(doc._.parties)):
        words = text[grant.at : grant.end]
        for found in countries.countries(words if grant.kind != grants.USE else ""):
            if _MARKET.search(words, max(0, found.start - 16), found.start):
                yield found.value, where.place(grant.at + found.start, grant.at + found.end)

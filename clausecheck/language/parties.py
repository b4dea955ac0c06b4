"""The component that says who the parties are, which of them licenses to which, and where each is named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from ..model import Party
from . import countries, grants, mentions, named_companies, names, preamble, sides
from .found import Found, Places, Spans, widest
from .names import Named

Doc.set_extension("grants", default=(), force=True)  # what grants.py found, for subjects and facts

_GENERIC = {  # to look for a letter and then at what stands before it is quicker than to look for a word's beginning
    "licensor": re.compile(r"L(?<=\bL)(?:icensor|ICENSOR)s?\b"),
    "licensee": re.compile(r"L(?<=\bL)(?:icensee|ICENSEE)s?\b"),
}
_LETTER = re.compile(r"(?m)(?:^|\u2029\n)\s*(?:Dear\b|Ladies and Gentlemen|To whom)")
_ADDRESS = 200  # characters of an address over a letter
_WE = re.compile(r"\b(?:[Ww]e|[Oo]ur|[Yy]ou|[Yy]our)\b")
_TO = re.compile(r"(?:\u2029\n)\s*To:?\s+(?:the |The )?(?P<name>[A-Z][^\u2029\n(]{2,80})")


@Language.component("clausecheck_parties")
def parties(doc: Doc) -> Doc:
    """Set ``doc._.parties``, ``doc._.grants`` and ``doc.spans`` for licensor, licensee and party."""
    text = doc._.text
    found = _introduced(text)
    found = _addressed(text, found)
    called = [mentions.names(named, text) for named in found]
    called = _with_pronouns(text, found, called)
    places = mentions.mentions(text, found, called)
    doc._.grants = tuple(grants.grants(text, places))
    roles = sides.roles(called, doc._.grants, text.lower().count("licen") > 3)
    where = Places(doc)
    doc._.parties = tuple(
        Party(named.name, own, role, named.country, where.place(named.start, named.end))
        for named, own, role in zip(found, called, roles, strict=True)
    )
    _put(doc, text, places, roles)
    return doc


def _introduced(text: str) -> list[Named]:
    """The parties of the opening words; what lacks of two is made up from names with a company's form."""
    found = list(preamble.parties(text))
    for named in preamble.companies(text) if len(found) < 2 else ():
        if len(found) < 2 and not any(_same(named.name, other.name) for other in found):
            found.append(named)
    return found


def _same(name: str, other: str) -> bool:
    one, two = names.stem(name).lower(), names.stem(other).lower()
    return one.startswith(two) or two.startswith(one)


def _addressed(text: str, found: list[Named]) -> list[Named]:
    """A letter gives its parties' countries in the addresses over "Dear …"."""
    letter = _LETTER.search(text, 0, 8_000)
    if letter is None:
        return found
    return [replace(one, country=one.country or _in_address(text[: letter.start()], one)) for one in found]


def _in_address(head: str, named: Named) -> str:
    at = head.find(named.name)
    address = head[at + len(named.name) : at + len(named.name) + _ADDRESS] if at >= 0 else ""
    return next((country.value for country in countries.countries(address)), "")


def _with_pronouns(text: str, found: Sequence[Named], called: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """In a letter "we" is who writes and "you" who is addressed."""
    letter = _LETTER.search(text, 0, 8_000)
    if not letter or len(found) != 2 or len(_WE.findall(text, letter.end())) < 3:
        return called
    addressed = _TO.search(text, 0, letter.start())
    second = bool(addressed) and found[1].name.lower() in addressed["name"].lower() if addressed else True
    reader = 1 if second else 0
    return [(*own, "you" if i == reader else "we") for i, own in enumerate(called)]


def _put(doc: Doc, text: str, places: Sequence[mentions.Mention], roles: Sequence[str]) -> None:
    """Mentions of each role; a name that the draft uses for both sides is in both groups."""
    spans = Spans(doc)
    everybody = [Found(m.start, m.end, roles[m.parties[0]]) for m in places]
    for role, generic in _GENERIC.items():
        own = [Found(m.start, m.end, role) for m in places if any(roles[i] in (role, "both") for i in m.parties)]
        called = [Found(*m.span(), role) for m in generic.finditer(text)]
        spans.put(role, widest([*own, *called]))
        everybody += called
    everybody += [Found(*one) for one in mentions.any_party(text)]
    spans.put("party", widest(everybody))
    spans.put("company", named_companies.companies(text))

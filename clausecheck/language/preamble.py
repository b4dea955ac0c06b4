"""Who the parties are and what the draft calls them: from its opening words, party lists, cover and signatures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from . import countries
from .aliases import Alias, aliases
from .names import COMPANY, CONNECTOR, NAME_END, Named, has_form, is_company, is_name, name_before, stem, tidy

_OPENING = 60_000  # characters in which the opening words are sought: a long table of contents may stand before them
_WINDOW = 4_000  # characters from "between" to the end of the last party's description
_MOST = 80  # "between"s that are tried

_ANCHOR = re.compile(
    r"\b(?:(?:[Bb]y and )?(?:[Bb]etween|[Aa]mong(?:st)?)|(?:BY AND )?(?:BETWEEN|AMONG(?:ST)?)"
    r"|(?:entered into|made|executed) by(?!\s+and)|the parties below|[Pp]arties(?: are)?:|PARTIES:?(?! [A-Z]{2}))\b"
)
_STOP = re.compile(
    r"\b(?:WHEREAS|Whereas|W\s?I\s?T\s?N\s?E\s?S\s?S\s?E\s?T\s?H|WITNESSETH|Witnesseth|RECITALS?|R E C I T A L S"
    r"|Recitals?\b(?=[:.\s]*(?:\u2029|[A1]\.|\([A1a]\)))|BACKGROUND|Background\b[:.]?|PREAMBLE|INTRODUCTION"
    r"|NOW,? ?THEREFORE|Now,? ?[Tt]herefore|IT IS (?:HEREBY )?AGREED|It is (?:hereby )?agreed"
    r"|(?:hereby |mutually |therefore )?agrees? (?:as follows|to be bound|that)|desires? to|DEFINITIONS|Definitions"
    r"|TABLE OF CONTENTS)\b"
)
_LABEL = re.compile(
    r"(?:^|\u2029\n|\n)[ \t]*(?:\(?\d\)|\d\.|\([a-z]\))?[ \t]*(?P<label>Party[ ][A-D\d]|PARTY[ ][A-D\d]|Licensor"
    r"|LICENSOR"
    r"|Licensee|LICENSEE|Owner|Company|COMPANY|Customer|CUSTOMER|Client|Supplier|Vendor|Provider|Distributor|Reseller"
    r"|Manufacturer|University"
    r"|Developer)[ \t]*(?:\([^()\u2029]{0,40}\))?[ \t]*[:：][ \t]*(?P<name>[A-Z][^\u2029\n;:]{2,120})"
)
_DESCRIPTION = 500  # characters of a party's description behind its bracket
_NEW_PARAGRAPH = re.compile(r"\u2029\n\s*[A-Z\d(\"]")
_DESCRIBED = re.compile(
    r"(?i)\b(?:corporation|company|partnership|address|located|organi[sz]ed|incorporated|principal|individual"
    r"|resid(?:ing|ent)|office|laws)\b"
)
_LAWS = re.compile(r"\blaws? of\b")
_CORPORATE = re.compile(
    r"\b(?:an?|the) ([A-Z][\w.]+(?: [A-Z][\w.]+){0,3})(?: [a-z-]+){0,4}? ?"
    r"(?:corporation|company|Corporation|Company|LLC|limited|partnership|institution|entity)\b"
)
_MARKED = re.compile(r"(?:\d[\d.]*|\([a-z\d]{1,3}\))\s+")  # "1. The University grants …"
_ALIAS_BEHIND = re.compile(r"\s*\((?:the |hereinafter )?\"([A-Z][\w -]{1,40})\"\)")
_SIGNED = re.compile(r"(?i)in witness whereof|(?:\u2029\n)\s*by: ?_{3}|yours (?:sincerely|faithfully|truly)")


def parties(text: str) -> tuple[Named, ...]:
    """The parties in the order of the opening words or of a list of parties; empty where neither is found."""
    best: tuple[Named, ...] = ()
    for anchor in islice(_ANCHOR.finditer(text, 0, _OPENING), _MOST):
        found = _after(text, anchor.end())
        if len(found) > len(best) and any(_sure(text, one, one.end + 160) for one in found):
            best = found
        if len(best) >= 2:
            break
    labelled = _labelled(text)
    if len(best) < 2 and len(labelled) >= 2:
        return labelled
    return tuple(_filled(one, labelled) for one in best)


def companies(text: str) -> tuple[Named, ...]:
    """Two names with a company's form: behind a "between" without aliases, on the cover, or over the signatures."""
    ranges = [(anchor.end(), _end(text, anchor.end())) for anchor in islice(_ANCHOR.finditer(text, 0, 8_000), 3)]
    ranges.append((0, min(len(text), 4_000)))
    if signed := _SIGNED.search(text):
        ranges.append((signed.start(), min(len(text), signed.start() + 3_000)))
    for start, end in ranges:
        found = {stem(named.name).lower(): named for named in reversed(list(_companies(text, start, end)))}
        if len(found) >= 2:
            return tuple(sorted(found.values(), key=lambda named: named.start)[:2])
    return ()


def _companies(text: str, start: int, end: int) -> Iterator[Named]:
    for match in COMPANY.finditer(text, start, end):
        number = _MARKED.match(match[0])
        begin = match.start() + (number.end() if number else 0)
        name = tidy(text[begin : match.end()])
        if is_company(name) and countries.adjective(stem(name))[0] != stem(name):  # no "Delaware Company"
            alias = _ALIAS_BEHIND.match(text, match.end())
            yield Named(name, (alias[1],) if alias else (), countries.of_form(name), begin, match.end())


def _after(text: str, at: int) -> tuple[Named, ...]:
    """The parties introduced behind a "between"; none where another "between" comes before the first alias."""
    end = _end(text, at)
    found: list[Named] = []
    closes: list[int] = []  # where the last bracket of each party ends
    before = at
    for alias in aliases(text, at, end):
        if not found and _ANCHOR.search(text, at, alias.start):
            return ()
        names = tuple(name for name in alias.names if not any(name in one.aliases for one in found))
        named = name_before(text, before, alias.start, not found) if names else None
        if named and (len(found) < 2 or _sure(text, named, alias.start)):
            found.append(replace(named, name=named.name or names[0], aliases=names))
            closes.append(alias.end)
        elif named is None and found and names and _goes_on(text[before : alias.start]):
            found[-1] = replace(found[-1], aliases=found[-1].aliases + names)
            closes[-1] = alias.end
        found = _shared(found, alias)
        before = alias.end
    ends = [*(one.start for one in found[1:]), end][: len(found)]
    return tuple(
        replace(one, country=_country(text[one.start : _description_end(text, close, stop)], one.name))
        for one, close, stop in zip(found, closes, ends, strict=True)
    )


def _description_end(text: str, close: int, stop: int) -> int:
    """A party's description goes on behind its bracket, but not into a paragraph that begins a new sentence."""
    new = _NEW_PARAGRAPH.search(text, close, stop)
    return min(new.start() if new else stop, close + _DESCRIPTION)


def _end(text: str, at: int) -> int:
    stop = _STOP.search(text, at, at + _WINDOW)
    return stop.start() if stop else min(len(text), at + _WINDOW)


def _sure(text: str, named: Named, until: int) -> bool:
    """A party by its company's form, or described as one; else its bracket may be any other."""
    return has_form(named.name) or bool(_DESCRIBED.search(text, named.end, until))


def _goes_on(between: str) -> bool:
    """What stands between a party's first bracket and a second one that is its own too."""
    return len(between) < 40 or (bool(_DESCRIBED.search(between)) and not CONNECTOR.search(between))


def _shared(found: list[Named], alias: Alias) -> list[Named]:
    """A joint name belongs to every party that its bracket names."""
    if not alias.joint:
        return found
    joint = alias.names[-1]
    return [
        replace(one, aliases=(*one.aliases, joint))
        if joint not in one.aliases and any(re.search(rf"\b{re.escape(a)}\b", alias.joint) for a in one.aliases)
        else one
        for one in found
    ]


def _country(description: str, name: str) -> str:
    """By the law it was set up under, its kind ("a Delaware corporation"), its address, or its form alone."""
    rest = description[len(name) :]
    if laws := _LAWS.search(rest):
        for found in countries.countries(rest[laws.end() : laws.end() + 90]):
            return found.value
    if (kind := _CORPORATE.search(rest)) and (code := countries.adjective(kind[1])[1]):
        return code
    named = list(countries.countries(rest))
    return named[-1].value if named else countries.of_form(name)


def _labelled(text: str) -> tuple[Named, ...]:
    """ "Party A: X Co., Ltd." and its like near the front of the draft."""
    found: dict[str, Named] = {}
    for match in _LABEL.finditer(text, 0, 12_000):
        stop = NAME_END.search(match["name"])
        name = tidy(match["name"][: stop.start()] if stop else match["name"])
        label = match["label"].title() if match["label"].isupper() else match["label"]
        if len(name) > max(2, len(found[label].name) if label in found else 0) and is_name(name):
            start = match.start("name")
            description = text[start : start + len(name) + 300].partition("\u2029\nParty")[0]
            found[label] = Named(name, (label,), _country(description, name), start, start + len(name))
    return tuple(found.values())


def _filled(one: Named, labelled: tuple[Named, ...]) -> Named:
    """ "the company set forth below ("Company")" takes its name from the line "Company: X, Inc."."""
    if re.search(r"(?i)set forth|below|named", one.name):
        line = next((other for other in labelled if set(other.aliases) & set(one.aliases)), None)
        return replace(line, aliases=one.aliases) if line else replace(one, name=one.aliases[0])
    return one

"""What brackets call a party: "(the "Company")", "(hereinafter referred to as Licensor)", "(A and B together, "C")"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from .found import BLANK
from .names import NO_ALIAS, has_form

_MOST = 40  # brackets that are looked at behind one "between"
_BRACKET = re.compile(r"\((?P<inside>[^()\u2029]{1,260}(?:\([^()\u2029]{0,60}\)[^()\u2029]{0,80})?)\)?")
_QUOTED = re.compile(
    r"\"[ ]{0,2}(?P<name>[^\"\u2029]{1,60}?)[ ,.]{0,2}\"|(?<![\w.])'(?P<single>[A-Z][\w .&-]{1,40})[,.]?'(?!\w)"
)
_HEREINAFTER = re.compile(
    r"\b(?:hereinafter|hereafter|herein|henceforth)[ ,]{0,3}(?:\(?[ ]?)(?:collectively |also |individually |jointly )?"
    r"(?:referred to(?: herein)?[ ,]{1,3}(?:collectively )?as|called|known as|designated(?: as)?|as|sometimes called)?"
    rf"[ :,]{{0,3}}(?:the |\"){{0,2}}[ ]?(?P<name>\"?[A-Z][\w&.'-]*(?:{BLANK}[A-Z][\w&.'-]*){{0,3}})"
)
_PLAIN = re.compile(r"(?:the )?(?P<name>[A-Z][\w&.'-]{1,24}(?: [A-Z][\w&.'-]{1,24}){0,2})$")
_ABOUT_PAPER = re.compile(r"(?i)\"[^\"]{0,40}(?:agreement|contract|effective date|deed|letter|date)\"")
_TOGETHER = re.compile(r"(?i)\b(?:collectively|together|jointly|each)\b")
_ROLE_NAME = re.compile(
    r"(?i)(?:licens(?:or|ee)|company|customer|supplier|client|vendor|owner|provider|distributor|reseller)$"
)


@dataclass(frozen=True, slots=True)
class Alias:
    """Names that one bracket gives; ``joint``: the words in it that name the others who share its last name."""

    names: tuple[str, ...]
    joint: str
    start: int
    end: int


def aliases(text: str, start: int, end: int) -> Iterator[Alias]:
    """Every bracket or "hereinafter" in ``text[start:end]`` that gives a party a name, in order."""
    return islice(_all(text, start, end), _MOST)


def _all(text: str, start: int, end: int) -> Iterator[Alias]:
    at = start
    after = _HEREINAFTER.search(text, at, end)
    while at < end:
        bracket = _BRACKET.search(text, at, end)
        if after and after.start() < at:
            after = _HEREINAFTER.search(text, at, end)
        if after and (not bracket or after.start() < bracket.start()):
            name = after["name"].strip("\"' .,")
            if not NO_ALIAS.match(name):
                yield Alias((name,), "", after.start(), after.end())
            at = after.end()
        elif bracket:
            yield from _of_bracket(bracket, text[at : bracket.start()])
            at = bracket.end()
        else:
            return


def _of_bracket(bracket: re.Match[str], before: str) -> Iterator[Alias]:
    inside = bracket["inside"]
    if _ABOUT_PAPER.search(inside):
        return
    marked = list(_QUOTED.finditer(inside))
    quoted = [match for match in marked if not NO_ALIAS.match(_words(match))]
    names = tuple(map(_words, quoted)) if marked else _unquoted(inside, before)
    if names:
        together = _TOGETHER.search(inside)
        joint = inside if together and (not quoted or quoted[-1].start() > together.start()) else ""
        yield Alias(names, joint, bracket.start(), bracket.end())


def _words(match: re.Match[str]) -> str:
    return (match["name"] or match["single"]).strip()


def _unquoted(inside: str, before: str) -> tuple[str, ...]:
    """ "(hereinafter referred to as the Licensor)", "(the Company)", "(Foo)" behind "Foo Inc."."""
    called = _HEREINAFTER.search(inside)
    plain = called or _PLAIN.match(inside.strip())
    name = plain["name"].strip("\"' .") if plain else ""
    if not name or NO_ALIAS.match(name) or has_form(name):
        return ()
    own = called or _ROLE_NAME.match(name) or inside.strip().startswith("the ")
    return (name,) if own or re.search(rf"(?i)\b{re.escape(name)}\b", before) else ()

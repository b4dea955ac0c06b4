"""Sentences that define a term, and whether operative text uses it."""

from __future__ import annotations

import re

from . import english

_OPENING = 150  # characters
_QUOTED = r"(?:\"{1,2}|'{1,2})(?P<term>[A-Za-z0-9][^\"\n]{0,80}?)[,.;]?(?:\"{1,2}|'{1,2}(?![a-z]))"
_LEAD = (
    r"(?:[^\".;:]{0,100}\b(?:terms?|expressions?|words?|phrases?|purposes?|used|hereof|herein|Agreement|context)\b"
    r"[^\".;:]{0,40})?"
)
_AT_START = re.compile(rf"{_LEAD}\s*{_QUOTED}")
_BARE = re.compile(
    r"(?:The\s+(?:term|expression)\s+)?(?P<term>[A-Z][\w/&'-]*(?:\s+(?:[A-Z(][\w)/&'-]*|of|and|or|the|to|for)){0,6})\s*,?\s+"
    r"(?:(?:shall|will)\s+)?(?:means?\b|refers?\s+to\b|(?:have|has)\s+the\s+(?:same\s+)?(?:respective\s+)?meanings?\b)"
)
_ALONE = re.compile(rf"{_QUOTED}\s*[:.-]?")
_LISTED = re.compile(r"\s*(?:\([^)]{0,60}\)\s*)?(?::|[-\u2013\u2014]{1,2}|=|\t)\s*\S")


def defined_term(text: str) -> str:
    """The term that a sentence defines; empty where it defines none."""
    quoted = _AT_START.match(text)
    if quoted:
        rest = text[quoted.end() : quoted.end() + 200]
        if _LISTED.match(rest) or _defines(rest):
            return quoted["term"].strip()
        return ""
    bare = _BARE.match(text)
    return bare["term"].strip() if bare and not _is_prose(bare["term"]) else ""


def label(text: str) -> str:
    """The term of a line that holds nothing else, between quotation marks: its meaning stands in the next."""
    alone = _ALONE.fullmatch(text)
    return alone["term"].strip() if alone else ""


def is_meaning(text: str) -> bool:
    """What stands below such a line reads as its meaning."""
    return text[:1].islower() or bool(english.DEFINES.search(text[:_OPENING]))


def _defines(rest: str) -> bool:
    """A word that defines stands behind the term, before the clause of it ends."""
    verb = english.DEFINES.search(re.split(r"[.;:](?:\s|$)", rest)[0])
    if verb is None:
        return False
    between = re.sub(r"\([^)]*\)|\"[^\"]*\"", "", rest[: verb.start()])
    return len(between.split()) <= 12 and not english.VERB.search(between)


def _is_prose(term: str) -> bool:
    """A single function word is no term, nor is a verb that begins the meaning of a term in the line before."""
    first = term.split()[0].lower()
    return first in ("shall", "will") or (first in english.STARTERS and len(term.split()) == 1)

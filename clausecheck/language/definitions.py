"""Sentences that define a term, and whether operative text uses it."""

from __future__ import annotations

import re

from . import english

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


def _defines(rest: str) -> bool:
    """A word that defines stands behind the term, before the clause of it ends."""
    verb = english.DEFINES.search(re.split(r"[.;:](?:\s|$)", rest)[0])
    if verb is None:
        return False
    between = re.sub(r"\([^)]*\)|\"[^\"]*\"", "", rest[: verb.start()])
    return len(between.split()) <= 12 and not english.VERB.search(between)


def _is_prose(term: str) -> bool:
    """ "This Section means" and the like are no definitions by form, a single article is no term."""
    return term.split()[0].lower() in english.STARTERS and len(term.split()) == 1

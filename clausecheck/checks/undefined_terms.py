"""DRF-01: a term that is written with capitals like a defined one, and that nothing defines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..model import Fault, Look
from .capitals import COMMON, HEADS, NO_TERM, is_name
from .defined import Finder, Word, key, party_keys, spelled, words
from .prose import Sentence, place, sentences

_MOST_WORDS = 5
_MOST_PLACES = 5  # that a finding quotes
_JOINS = frozenset({"of"})  # small words inside a term: "Start of Production"
_LINKS = frozenset({"of", "in", "for", "on"})
_ARTICLES = frozenset({"The", "A", "An", "Each", "Any", "All", "No", "Such", "Every"})
_TERM = r"(?P<term>[A-Z][\w'-]*(?:\s+[A-Z][\w'-]*){0,4})"
_DEFINED_AS = re.compile(
    rf"{_TERM}(?i:,?\s+\(?(?:as\s+(?:(?:such|that)\s+term\s+is\s+)?defined|within\s+the\s+meaning|shall\s+mean|means)\b)"
)
_HEREINAFTER = re.compile(
    r"(?i:\b(?:hereinafter|hereafter|herein|below)\s+(?:collectively\s+)?(?:called|referred\s+to\s+as)\s+(?:the\s+)?"
    r"|\b(?:form|establish|appoint|set\s+up|create|constitute)\w*\b[^.;\u2029]{0,80}?\ban?\s+)"
    rf"{_TERM}"
)
_IS_ONE_IF = re.compile(rf"\b(?:is|are) (?:an?|the) {_TERM}\b[^.;\u2029]{{0,40}}\b(?:if|where|when)\b")
# The sentence says where it stands, or what it is: then it is told, if badly.
_ATTACHED = re.compile(r"(?i)\b(?:schedule|exhibit|annex|appendix|attachment|attached)\b")
_SET_OUT = re.compile(r"(?i)\b(?:set\s+(?:forth|out)|listed|agreed)\b")
_CAPTION = re.compile(r"(?i)\b(?:section|article|clause|schedule|exhibit|annex)s?\s+[\w.()-]+\s*\([^)]*$")
_KEY_CLAUSE = re.compile(
    r"(?i)\b(?:grants?|licen[cs]e[sd]?|royalt(?:y|ies)|fees?|pays?|paid|payable|payments?|price|liab\w+|indemnif\w+"
    r"|territory|field|terminat\w+|expir\w+)\b"
)
# Terms of another paper are taken over whole: nothing can be said of any.
_TAKEN_OVER = re.compile(
    r"(?i)\bcapitali[sz]ed (?:terms?|words?|expressions?)\b[^.]{0,120}\b(?:not|otherwise)\b[^.]{0,60}\bdefined\b"
    r"[^.]{0,200}\b(?:meanings?|defined)\b"
)
_QUOTED = re.compile(r"[\"'](?P<term>[^\"'\u2029]{2,80}?)[,.;]?[\"']")
_LABEL = re.compile(
    r"(?:^|\u2029\n?)[ \t]*(?:\(?[\da-zA-Z.]{1,5}[.)][ \t]+)?"
    r"(?P<term>[A-Z][\w'/&-]*(?:[ ][\w'/&-]+){0,5})[ \t]*(?::|\t|[ ]-{1,2}[ ]|\u2029|$)"
)


@dataclass(frozen=True, slots=True)
class _Use:
    """A run of capital words in the middle of a sentence."""

    name: str
    start: int  # in doc.text
    end: int
    sentence: Sentence


def check(look: Look) -> Iterable[Fault]:
    """One fault a term, at its uses: an error where it carries the grant, money, term or liability."""
    text = look.reading.doc._.text
    if _TAKEN_OVER.search(text):
        return
    known = _known(look, text)
    uses: dict[tuple[str, ...], list[_Use]] = {}
    for use in _uses(look, known):
        uses.setdefault(key(use.name), []).append(use)
    small = _small(look, uses)
    plain = {word.folded for word in words(look.reading) if word.text.islower()} | COMMON | _JOINS
    for name, found in uses.items():
        if not plain.issuperset(name):
            continue  # a name: one of its words stands nowhere in small letters
        if (
            len(found) >= (2 if len(name) > 1 else 3)
            and not any(_is_caption(text, use) for use in found)
            and small.get(name, 0) * 2 <= len(found)
        ):
            yield _fault(look, found)


def _is_caption(text: str, use: _Use) -> bool:
    """It is the caption of a clause: "Section 9 (Term)"."""
    return bool(_CAPTION.search(text, max(0, use.start - 80), use.start))


def _fault(look: Look, found: list[_Use]) -> Fault:
    name = " ".join(min((use.name for use in found), key=len).split())
    places = tuple(place(look.reading, use.start, use.end) for use in found)
    sentences_of = [use.sentence.text for use in found]
    weighty = len(key(name)) > 1 and any(map(_KEY_CLAUSE.search, sentences_of))
    severity = "note" if any(map(_ATTACHED.search, sentences_of)) else "warning"
    if severity == "warning" and weighty and not any(map(_SET_OUT.search, sentences_of)):
        severity = "error"
    return Fault(
        f"“{name}” is written like a defined term ({len(found)} times), but nothing defines it. "
        "Define it, or write it in small letters.",
        places[:_MOST_PLACES],
        severity,
        f"“{name}” means [FILL: what “{name}” means].",
        name,
    )


def _known(look: Look, text: str) -> Finder:
    """Finds what is defined, quoted, named a party, or stands before a colon or alone in a line like a caption."""
    names = set(party_keys(look))
    names.update(key(term.name) for term in look.reading.terms)
    names.update(key(match["term"]) for match in _QUOTED.finditer(text))
    names.update(key(match["term"]) for match in _LABEL.finditer(text))
    for pattern in (_HEREINAFTER, _DEFINED_AS, _IS_ONE_IF):
        names.update(key(match["term"]) for match in pattern.finditer(text))
    names.update(key(clause.heading) for clause in look.draft.clauses)
    return Finder(names)


def _uses(look: Look, known: Finder) -> Iterator[_Use]:
    for sentence in sentences(look, "operative", "definition"):
        found = spelled(sentence.text)
        if sum(word.text.isupper() for word in found) * 3 > len(found):
            continue  # all in capitals
        taken = {at for _, first, last in known.find(found) for at in range(first, last)}
        for first, last in _runs(sentence.text, found, taken):
            name = sentence.text[found[first].start : found[last - 1].end]
            start = sentence.start + found[first].start
            yield _Use(name, start, start + len(name), sentence)


def _runs(text: str, found: tuple[Word, ...], taken: set[int]) -> Iterator[tuple[int, int]]:
    """Half-open ranges of capital words that read like a term, none of them first in the sentence or known."""
    at = 1
    while at < len(found):
        if not _may_begin(text, found, at):
            at += 1
            continue
        end = _end(text, found, at)
        inside = range(at, end)
        if end - at <= _MOST_WORDS and not taken & set(inside) and _is_term(text, found, at, end):
            yield at, end
        at = end


def _may_begin(text: str, found: tuple[Word, ...], at: int) -> bool:
    """A capital word behind a small one, or behind the article that begins the sentence."""
    before, word = found[at - 1], found[at]
    if not word.text[0].isupper() or text[before.end : word.start].strip():
        return False
    if before.text in _LINKS and at > 1 and found[at - 2].text[0].isupper():
        return False  # "Rights in Lieu of Termination": a title
    if before.text == "and" and at > 1 and found[at - 2].text[0].isupper() and found[at - 2].folded not in HEADS:
        return False  # "Time and Material Rates", "Health and Human Services": one name
    return before.text.islower() or (at == 1 and before.text in _ARTICLES)


def _end(text: str, found: tuple[Word, ...], at: int) -> int:
    end = at + 1
    while end < len(found):
        between, word = text[found[end - 1].end : found[end].start], found[end]
        joined = word.text in _JOINS and end + 1 < len(found) and found[end + 1].text[0].isupper()
        if between.strip(" \n-") or not (word.text[0].isupper() or word.text[0].isdigit() or joined):
            break
        end += 1
    return end


def _is_term(text: str, found: tuple[Word, ...], at: int, end: int) -> bool:
    """It ends with a noun that terms of licences end with, and no word makes it a name, a title or a statute."""
    run = found[at:end]
    if run[-1].folded not in HEADS or any(word.folded in NO_TERM or word.text[0].isdigit() for word in run):
        return False
    return not is_name(run, text[run[-1].end :], found[at - 1].text)


def _small(look: Look, uses: dict[tuple[str, ...], list[_Use]]) -> dict[tuple[str, ...], int]:
    """How often each is written in small letters."""
    text = words(look.reading)
    counted: dict[tuple[str, ...], int] = {}
    for name, first, last in Finder(uses).find(text):
        if all(word.text.islower() for word in text[first:last]):
            counted[name] = counted.get(name, 0) + 1
    return counted

"""DRF-03: a term with two definitions, a definition that uses its own term, a term written in small letters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..model import Fault, Look, Place, Term
from .defined import Finder, is_capital, is_pointer, key, party_keys, spelled, words
from .papers import Papers
from .prose import Units, cited, in_schedule, place
from .prose import words as said

_LOCAL = re.compile(
    r"(?i)\bfor (?:the )?purposes? of th(?:is|e (?:present|foregoing|preceding))\b|\bas used (?:in|herein)\b.{0,12}"
    r"\b(?:section|clause|article|paragraph)\b|\bin this (?:section|clause|article|paragraph)\b"
)
_CONVENIENCE = re.compile(r"(?i)\bfor (?:ease of reference|convenience)\b|\breproduced\b|\brepeated\b")
_ASIDE = re.compile(r"(?i)\bas an? (?:verb|noun|adjective)\b|\bcorrelative meaning\b|\bdefinition of [\"'\u201c]?$")
_INCLUDES = re.compile(r"(?i)[\"'\u201d]?\s*(?:(?:shall|will) )?(?P<also>also )?(?:means? and )?includes?\b")
_SPOKEN_OF = re.compile(r"[\"'\u201d]?\s+definition\b")  # (“Workflow” definition)
_NAMED = re.compile(
    r"(?i)^,? (?:dated|of (?:the|\d{4})|adopted|for|as (?:in|amended)|between|by and)\b|^[^.;]{0,20}\b\d{4}\b"
)
_MEANS = re.compile(r"(?i)[\"'\u201d]?\s*(?:(?:shall|will) )?means?:?\s+(?:any|an?|each|every|all)?\s*")
_THE = re.compile(r"(?i)\b(?:the|each|any|such|all|every|said)\s$")
_MOST_SMALL = 6  # terms that the note on small letters names
_Name = tuple[str, ...]


def check(look: Look) -> Iterable[Fault]:
    """Doubled terms at their second definition, circles at the definition, small letters in one note."""
    parties = party_keys(look)
    by_name: dict[_Name, list[Term]] = {}
    for term in look.reading.terms:
        name = key(term.name)
        if term.name[:1].isupper() and name and name not in parties:
            by_name.setdefault(name, []).append(term)
    papers = Papers(look)
    told: set[tuple[Place, ...]] = set()  # "X" or "Y" means …: one sentence defines both
    for terms in by_name.values():
        for fault in _doubled(look, terms, papers):
            if fault.evidence not in told:
                told.add(fault.evidence)
                yield fault
    yield from _circles(look, by_name)
    yield from _small(look, by_name)


def _doubled(look: Look, terms: list[Term], papers: Papers) -> Iterator[Fault]:
    """All definitions of one term: an error where they differ, milder where one says for which clause it is."""
    meant: list[Term] = []
    for term in terms:
        elsewhere = is_pointer(term, look.reading) or papers.is_own(term.evidence) or _is_repetition(look, term)
        if not elsewhere and not any(_is_same(look, one, term) for one in meant):
            meant.append(term)
    if len(meant) < 2:
        return
    alike = len({_meaning(look, term) for term in meant}) == 1
    numbers = dict.fromkeys(filter(None, (cited(look, one.evidence) for one in meant)))
    where = f" (in {' and '.join(numbers)})" if len(numbers) == len(meant) else ""
    told = "in the same words" if alike else "with two meanings" if len(meant) == 2 else "with several meanings"
    todo = "Keep one of them." if alike else "Keep one meaning, or give the other another name."
    yield Fault(
        f"“{meant[0].name}” is defined {'twice' if len(meant) == 2 else 'again and again'} {told}{where}. {todo}",
        (*(term.definition for term in meant[1:]), meant[0].definition),
        _severity(look, meant, alike, papers),
        key=meant[0].name,
    )


def _severity(look: Look, meant: list[Term], alike: bool, papers: Papers) -> str | None:
    inline = [term.how == "parenthesis" for term in meant]
    parts = {papers.part(term.evidence) for term in meant}
    local = all(in_schedule(look, term.evidence) for term in meant)
    if papers.several or local or (all(inline) and len(parts) > 1):
        return "note"
    if alike or any(inline) or any(_LOCAL.search(said(look.reading, term.definition)) for term in meant):
        return "warning"
    return None


def _is_repetition(look: Look, term: Term) -> bool:
    """The sentence repeats a definition, gives another part of speech, or defines a word inside a definition."""
    text = said(look.reading, term.definition)
    same = term.evidence.paragraph == term.definition.paragraph
    before = text[: max(0, term.evidence.start - term.definition.start)] if same else ""
    return bool(_CONVENIENCE.search(text) or _ASIDE.search(before) or _ASIDE.match(text))


def _is_same(look: Look, one: Term, other: Term) -> bool:
    """One sentence holds both, or the second goes on with the first in the same clause: "X also includes"."""
    first, second = one.definition, other.definition
    if first.paragraph == second.paragraph and first.start < second.end and second.start < first.end:
        return True
    text = look.draft.paragraphs[other.evidence.paragraph].text
    if _SPOKEN_OF.match(text, other.evidence.end):
        return True
    going_on = _INCLUDES.match(text, other.evidence.end)
    return going_on is not None and (going_on["also"] is not None or _top(look, first) == _top(look, second))


def _top(look: Look, where: Place) -> int | None:
    """The outermost clause that holds a place."""
    paragraph = look.draft.paragraphs[where.paragraph]
    at = look.draft.clause_at[paragraph.index] if paragraph.index < len(look.draft.clause_at) else None
    while at is not None and (above := look.draft.clauses[at].parent) is not None:
        at = above
    return at


def _meaning(look: Look, term: Term) -> str:
    """The words that define, without quotation marks and blanks."""
    return " ".join(re.findall(r"\w+", said(look.reading, term.definition).lower()))


def _circles(look: Look, by_name: dict[_Name, list[Term]]) -> Iterator[Fault]:
    """A term whose meaning begins with the term itself, or with one whose meaning begins with it."""
    finder, heads = Finder(by_name), {}
    for name, terms in by_name.items():
        for term in terms:
            head = _head(look, term, finder)
            if head is not None:
                heads[name] = head
    for name, head in heads.items():
        if name == head or (heads.get(head) == name and name < head):
            term, other = by_name[name][0], by_name[head][0]
            circle = "itself" if name == head else f"“{other.name}”, which is defined as “{term.name}”"
            yield Fault(
                f"“{term.name}” is defined as {circle}, so nothing says what it means. Define it in other words.",
                tuple(dict.fromkeys((term.definition, other.definition))),
                "warning",
                key=f"circle {term.name}",
            )


def _head(look: Look, term: Term, finder: Finder) -> _Name | None:
    """The defined term with which the meaning begins, in capitals and with no capital word behind it."""
    where, text = term.definition, look.reading.draft.paragraphs[term.definition.paragraph].text
    if term.how == "parenthesis" or term.evidence.paragraph != where.paragraph:
        return None
    found = _MEANS.match(text, term.evidence.end)
    if found is None:
        return None
    following = spelled(text[found.end() : min(where.end, found.end() + 100)])
    first = next(finder.find(following[:8]), None)
    if first is None or first[1] != 0 or not is_capital(following[0]):
        return None
    if _NAMED.search(text[found.end() + following[first[2] - 1].end :]):
        return None  # "means the Rights Agreement dated …": the name of a paper
    behind = following[first[2]] if first[2] < len(following) else None
    return first[0] if behind is None or not is_capital(behind) else None


def _small(look: Look, by_name: dict[_Name, list[Term]]) -> Iterator[Fault]:
    """One note for the terms of several words that operative text also writes in small letters behind "the"."""
    text, whole = words(look.reading), look.reading.doc._.text
    names = {name: terms[0].name for name, terms in by_name.items() if terms[0].name.istitle() and " " in terms[0].name}
    own = {(name, term.definition.paragraph) for name, terms in by_name.items() for term in terms}
    units = Units(look)
    small: dict[_Name, Place] = {}
    for name, first, last in Finder(names).find(text):
        start = text[first].start
        if name in small or not all(word.text.islower() for word in text[first:last]):
            continue
        where, unit = place(look.reading, start, text[last - 1].end), units.of(start)
        meant = _THE.search(whole, max(0, start - 8), start) and (name, where.paragraph) not in own
        if meant and unit is not None and unit.role == "operative":
            small[name] = where
    if small:
        told = ", ".join(f"“{names[name]}”" for name in list(small)[:_MOST_SMALL])
        yield Fault(
            f"Defined terms are also written in small letters: {told}. Where they are meant, write them as defined.",
            tuple(small.values()),
            "note",
            key="small letters",
        )

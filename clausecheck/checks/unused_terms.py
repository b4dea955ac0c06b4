"""DRF-02: a term that is defined and never used. Use in a schedule or in another definition that is used counts."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from itertools import groupby

from ..model import Fault, Look, Place, Term
from .defined import Finder, key, party_keys, words

# Terms that carry the licence: where nothing uses one, a clause was probably lost.
_WEIGHTY = frozenset(map(key, ("Field", "Field of Use", "Net Sales", "Improvement", "Affiliate")))


def check(look: Look) -> Iterable[Fault]:
    """One fault a term, at its definition."""
    terms = _terms(look)
    uses = _uses(look, terms)
    alive, reached = set(uses[None]), list(uses[None])
    while reached:  # what a used definition uses is used
        new = uses[reached.pop()] - alive
        alive |= new
        reached.extend(new)
    known = {term.definition for name in alive for term in terms[name]}
    for name, (term, *_) in terms.items():
        if name not in alive and term.definition not in known:  # "Area Network" or "AN" means …: one of them is used
            yield _fault(term, name)


def _fault(term: Term, name: tuple[str, ...]) -> Fault:
    places = [term.evidence]
    if term.definition.paragraph != term.evidence.paragraph:
        places.append(term.definition)
    return Fault(
        f"“{term.name}” is defined but not used. "
        "Take the definition out, or ask whether the clause that used it was deleted by mistake.",
        tuple(places),
        "warning" if name in _WEIGHTY else "note",
        key=term.name,
    )


def _terms(look: Look) -> dict[tuple[str, ...], list[Term]]:
    """The defined terms by their folded names, without what the parties are called and words in small letters."""
    parties = party_keys(look)
    named = [(key(term.name), term) for term in look.reading.terms if term.name[:1].isupper()]
    known = sorted(((name, term) for name, term in named if name and name not in parties), key=lambda pair: pair[0])
    return {name: [term for _, term in group] for name, group in groupby(known, key=lambda pair: pair[0])}


def _uses(
    look: Look, terms: dict[tuple[str, ...], list[Term]]
) -> defaultdict[tuple[str, ...] | None, set[tuple[str, ...]]]:
    """The terms that each term's definition uses; under None those that any other text uses."""
    reading, text = look.reading, words(look.reading)
    own: dict[int, list[tuple[int, int, tuple[str, ...]]]] = {}
    for name, found in terms.items():
        for place in (place for term in found for place in _defining(term)):
            base = reading.starts[place.paragraph]
            own.setdefault(place.paragraph, []).append((base + place.start, base + place.end, name))
    uses: defaultdict[tuple[str, ...] | None, set[tuple[str, ...]]] = defaultdict(set)
    for name, first, _ in Finder(terms).find(text):
        at = text[first].start
        paragraph = max(0, bisect_right(reading.starts, at) - 1)
        holders = [one for start, end, one in own.get(paragraph, ()) if start <= at < end]
        if name not in holders:
            for holder in holders:
                uses[holder].add(name)
            if not holders:
                uses[None].add(name)
    return uses


def _defining(term: Term) -> set[Place]:
    """The words that only define: of a term in brackets its own name, for the sentence round it is operative."""
    return {term.evidence} if term.how == "parenthesis" else {term.evidence, term.definition}

"""DRF-05: schedules that are referred to and not there, there and empty, doubled, or never referred to."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from ..model import Clause, Fault, Look, Place, Reference
from .labels import schedule
from .prose import cited, words

_LATER = re.compile(
    r"(?i)\(?\[?\s*(?:to be (?:attached|provided|agreed|completed|inserted|added|supplied|determined|prepared)"
    r"|tbd|tba|tbc|t\.b\.d\.|intentionally (?:left )?blank|see attached|to follow|none yet|insert|●)"
)
_OF_ANOTHER = re.compile(
    r"\A\"?,?\s*(?:of|to|in|from)\s+(?:(?:the|that|such|said|its|our|a)\s+)?[\"\u201c]?(?!Agreement\b|Contract\b|Licen[cs]e\b|Schedule"
    r"|Exhibit|Annex|Appendix|Attachment|Section|Article)[A-Z]\w+"
)
_RANGE = re.compile(r"\A\s*(?:to|through|\u2013|-)\s*\Z")
_SHORT = 160  # characters of a schedule that may still be a mere promise of one
_QUOTED = 300
_Key = tuple[str, str]


def check(look: Look) -> Iterable[Fault]:
    """Missing ones first, since something in the body relies on them."""
    present = _present(look)
    named = _named(look)
    yield from _missing(look, present, named)
    for key, clauses in present.items():
        if len(clauses) > 1 and not any(_is_slip(look, clause) for clause in clauses):
            places = tuple(_heading(look, clause) for clause in clauses)
            yield Fault(f"Two schedules are called {_name(key)}. Give one of them another name.", places)
        yield from _empty(look, clauses[0], _name(key))
        if key not in named and named:
            told = "is attached, but nothing refers to it. Refer to it where it is meant to bind, or take it out."
            yield Fault(f"{_name(key)} {told}", _shown(look, clauses[0]), severity="note", key=_name(key))


def _present(look: Look) -> dict[_Key, list[Clause]]:
    """The schedules of the draft, by kind and letter."""
    found: dict[_Key, list[Clause]] = defaultdict(list)
    clauses = look.draft.clauses
    for clause in clauses:
        nested = clause.parent is not None and clauses[clause.parent].schedule
        key = _key(look, clause)
        if clause.schedule and not nested and key[1]:
            found[key].append(clause)
    return found


def _of_another(look: Look, reference: Reference) -> bool:
    """ "Exhibit J of the Correspondence" is attached to another paper."""
    text = look.draft.paragraphs[reference.evidence.paragraph].text
    return _OF_ANOTHER.match(text[reference.evidence.end :]) is not None


def _is_slip(look: Look, clause: Clause) -> bool:
    """A page that only announces the schedule."""
    return not any(p.text.strip() for p in look.draft.body[clause.first + 1 : clause.last + 1])


def _key(look: Look, clause: Clause) -> _Key:
    """Kind and letter, by its label or by the words of its heading."""
    first = look.draft.body[clause.first]
    return next((key for said in (clause.label, first.number, first.text) if (key := schedule(said))[1]), ("", ""))


def _name(key: _Key) -> str:
    return f"{key[0].capitalize()} {key[1]}"


def _named(look: Look) -> dict[_Key, list[Reference]]:
    """The references to schedules of this draft, ranges filled: "Schedules 1 to 3" names the second too."""
    found: dict[_Key, list[Reference]] = defaultdict(list)
    before: Reference | None = None
    titles = {clause.first for clause in look.draft.clauses if clause.schedule}
    for reference in look.reading.references:
        kind, letter = schedule(reference.target)
        title = reference.evidence.start == 0 and reference.evidence.paragraph in titles
        if reference.foreign or title or not letter or _of_another(look, reference):
            before = None
            continue
        letter = re.split(r"[.(]", letter)[0]
        for one in _between(look, before, reference, letter):
            found[kind, one].append(reference)
        found[kind, letter].append(reference)
        before = reference
    return found


def _between(look: Look, before: Reference | None, reference: Reference, letter: str) -> Iterator[str]:
    if before is None or before.evidence.paragraph != reference.evidence.paragraph:
        return
    text = look.draft.paragraphs[reference.evidence.paragraph].text
    first = schedule(before.target)[1]
    if not _RANGE.match(text[before.evidence.end : reference.evidence.start]):
        return
    if first.isdigit() and letter.isdigit():
        yield from map(str, range(int(first) + 1, int(letter)))
    elif len(first) == len(letter) == 1:
        yield from map(chr, range(ord(first) + 1, ord(letter)))


def _missing(look: Look, present: dict[_Key, list[Clause]], named: dict[_Key, list[Reference]]) -> Iterator[Fault]:
    by_letter = {key[1]: _name(key) for key in present}
    for (kind, letter), references in named.items():
        if (kind, letter) in present:
            continue
        said = words(look.reading, references[0].evidence)
        places = tuple(_around(look, one.evidence) for one in references)[:5]
        other = by_letter.get(letter)
        if other is not None:
            yield Fault(f"{said} is called {other} where it stands. Call it the same everywhere.", places, key=said)
            continue
        where = cited(look, references[0].evidence)
        relies = f"Clause {where} relies on it" if where else "The draft relies on it"
        yield Fault(f"{said} is not in the draft. {relies}: attach it, or take the reference out.", places, key=said)


def _empty(look: Look, clause: Clause, name: str) -> Iterator[Fault]:
    """A schedule with nothing under its heading, or with a promise only."""
    paragraphs = look.draft.body[clause.first : clause.last + 1]
    said = [p for p in paragraphs[1:] if p.text.strip() and not p.is_heading]
    rest = paragraphs[0].text[paragraphs[0].heading_end :].strip()
    if rest and not paragraphs[0].is_heading:
        said.insert(0, paragraphs[0])
    promise = next((p for p in said if _LATER.search(p.text)), None)
    if promise is not None and sum(len(p.text) for p in said) < _SHORT + len(promise.text):
        place = _whole(look, promise.index)
        yield Fault(f"{name} is empty: it only promises to come. Attach it before signing.", (place,))
    elif not said and not any(p.cell for p in paragraphs):
        yield Fault(f"{name} has a heading and no content. Attach it before signing.", (_heading(look, clause),))


def _heading(look: Look, clause: Clause) -> Place:
    return _whole(look, clause.first)


def _shown(look: Look, clause: Clause) -> tuple[Place, ...]:
    """The heading and the first words below it."""
    below = [p.index for p in look.draft.body[clause.first + 1 : clause.last + 1] if p.text.strip()][:2]
    return tuple(_whole(look, index) for index in (clause.first, *below))


def _whole(look: Look, index: int) -> Place:
    return Place(index, 0, min(len(look.draft.body[index].text.rstrip()), _QUOTED))


def _around(look: Look, place: Place) -> Place:
    """The reference with some words before it, as one finds it again."""
    lead = look.draft.paragraphs[place.paragraph].text[: place.start].split()[-4:]
    width = len(" ".join(lead)) + 1 if lead else 0
    return Place(place.paragraph, max(0, place.start - width), place.end)

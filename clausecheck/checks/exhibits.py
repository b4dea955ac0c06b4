"""DRF-05: schedules that are referred to and not there, there and empty, doubled, or never referred to."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from ..model import Clause, Fault, Look, Place, Reference
from .labels import schedule
from .prose import cited, words

_LATER = re.compile(
    r"(?i)\(?\[?\s*(?:to be (?:attached|provided|agreed|completed|inserted|added|supplied|determined|prepared)"
    r"|tbd|tba|tbc|t\.b\.d\.|intentionally (?:left )?blank|see attached|to follow|none yet|insert|●)"
)
_OF_ANOTHER = re.compile(
    r"\A\"?,?\s*(?:of|to|in|from)\s+(?:(?:the|that|such|said|its|our|a)\s+)?[\"\u201c]?(?!Agreement\b|Contract\b"
    r"|Licen[cs]e\b|Schedule|Exhibit|Annex|Appendix|Attachment|Section|Article)[A-Z]\w+"
    r"|\A\"?,?\s*(?:of|to|in|from)\s+(?:the\s+)?[\"\u201c][^\"\u201d]*\bAgreement"
    r"|\A\"?,?\s*(?:of|to) (?:this )?(?:Schedule|Exhibit|Annex|Appendix|SCHEDULE|EXHIBIT)"
)
_RANGE = re.compile(r"\A\s*(?:to|through|\u2013|-)\s*\Z")
_POSSESSED = re.compile(r"(?:['\u2019]s|s['\u2019]|\b(?:[Ii]ts|[Tt]heir|[Hh]is|such))\s*$")
_STATUTE = re.compile(r"\b(?:replaces|supersedes|Directive|Regulation|Guidelines?|GMA|Act|Code|CFR|Treaty)\b[^.;]*$")
_FILED = re.compile(r"\b(?:13[DGE]|14[ACDN]|TO|K-\d)\b|\b(?:OR|AND|TO|OF|IS|IN|AS|BY|NO|IF)$")
_GLUED = re.compile(r"\.?\w|-[A-Z\d]")
_AT_HEAD = re.compile(
    r"(?:^|\n|\s{2,}|\b[Tt]his )\s*(?P<kind>(?i:schedule|exhibit|annex(?:ure)?|appendix|attachment|addendum))\s+"
    r"[\"\u201c]?(?P<label>[A-Z\d][\w.-]{0,7})[\"\u201d]?"
    r"(?!\s+(?:hereto|of|and|attached|shall|will|is|sets|or|which|that|in|for|by|as|with)\b)"
)
_IN_CAPITALS = re.compile(
    r"\b(?P<kind>SCHEDULE|EXHIBIT|ANNEX(?:URE)?|APPENDIX|ATTACHMENT)\s+[\"\u201c]?(?P<label>[A-Z\d][\w.-]{0,7})[\"\u201d]?"
    r"[:.\s-]*(?:\Z|\n|T[Oo]\s|[A-Z]{3})"
)
_LISTED = re.compile(r"\A\s*[\"\u201c\u201d]?\s*(?:[-\u2013\u2014:]|\Z|[A-Z])")  # behind the name in its title
_COMING = re.compile(
    r"(?i)\b(?:(?:will|shall|to|may|when|once|hereafter|later|upon \w+) (?:\w+ ){0,3}?(?:be )?(?:agreed|attached"
    r"|appended|added|prepared|developed|determined|provided|executed)|to be mutually|upon completion)\b"
)
_NAME = re.compile(r"(?i)\b(?:schedule|exhibit|annex|appendix|attachment)\s+[\"\u201c]?[A-Z\d]{1,3}\b")
_PAGES = re.compile(r"\b\d{1,3}\s+\d{1,2}\.\d{1,2}\s*[A-Z]")
_MANY_PAGES = 3
_SAID = re.compile(r"[A-Za-z]{5,}\s?[\"\u201c]?\d")
_MANY = 9
_LINK = 80  # characters in which a page is named where it can be read
_FRONT = 5  # paragraphs in which an amendment calls itself so
_WHOLE_SET = 3  # schedules that lack, with none there: they are kept in other files
_TITLE = 45  # characters of a title; a longer one says something already
_SHORT = 160  # characters of a schedule that may still be a mere promise of one
_QUOTED = 300
_Key = tuple[str, str]


def check(look: Look) -> Iterable[Fault]:
    """Missing ones first, since something in the body relies on them."""
    present = _present(look)
    named = _named(look)
    yield from _missing(look, present, named)
    empty = [fault for key, clauses in present.items() for fault in _empty(look, clauses[0], _name(key))]
    if len(empty) < _WHOLE_SET or any("promises" in fault.message for fault in empty):
        yield from empty
    for key, clauses in present.items():
        if len(clauses) > 1 and not any(_is_slip(look, clause) for clause in clauses):
            places = tuple(_heading(look, clause) for clause in clauses)
            yield Fault(f"Two schedules are called {_name(key)}. Give one of them another name.", places, "note")
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
        if clause.schedule and not nested and key[1] and key[1] not in ("TO", "OF"):
            found[key].append(clause)
    return found


def _of_another(look: Look, reference: Reference) -> bool:
    """ "Exhibit J of the Correspondence", "its Schedule 13D", a directive's Annex I are attached to another paper."""
    text = look.draft.paragraphs[reference.evidence.paragraph].text
    before, behind = text[: reference.evidence.start], text[reference.evidence.end :]
    if (
        _OF_ANOTHER.match(behind)
        or _GLUED.match(behind)
        or "available at" in behind[:_LINK]
        or _FILED.search(words(look.reading, reference.evidence))
    ):
        return True
    return bool(_POSSESSED.search(before[-40:]) or _STATUTE.search(before[-120:]))


def _is_slip(look: Look, clause: Clause) -> bool:
    """A page that only announces the schedule."""
    below = look.draft.body[clause.first + 1 : clause.last + 1]
    named = _NAME.findall(look.draft.body[clause.first].text)
    return len(named) > 1 or not any(p.text.strip() for p in below)


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
        title = title or _is_title(look, reference)
        if reference.foreign or title or not letter or _of_another(look, reference):
            before = None
            continue
        if letter.isdigit() and int(letter) > _MANY and not _SAID.match(words(look.reading, reference.evidence)):
            continue  # the number of a page behind it
        if len(_PAGES.findall(look.draft.paragraphs[reference.evidence.paragraph].text)) >= _MANY_PAGES:
            continue  # a table of contents that stands in one paragraph
        letter = letter.partition("(")[0]
        for one in _between(look, before, reference, letter):
            found[kind, one].append(reference)
        found[kind, letter].append(reference)
        before = reference
    return found


def _is_title(look: Look, reference: Reference) -> bool:
    """It stands at the head of a paragraph, as a title does that was not read as one."""
    text = look.draft.paragraphs[reference.evidence.paragraph].text
    before, behind = text[: reference.evidence.start], text[reference.evidence.end :]
    return not before.strip(' \t"\u201c') and _LISTED.match(behind) is not None


def _titles(look: Look) -> set[_Key]:
    """Names at the head of a line, as of a schedule that was not read as one, or "this Exhibit F is attached to"."""
    lines = [f"{p.number} {p.text}" for p in look.draft.body]
    found = (match for line in lines for head in (_AT_HEAD, _IN_CAPITALS) for match in head.finditer(line))
    return {schedule(f"{match['kind'].lower().removesuffix('ure')} {match['label']}") for match in found}


def _in_schedule(look: Look, place: Place) -> bool:
    at = look.draft.clause_at[place.paragraph] if place.paragraph < len(look.draft.clause_at) else None
    return at is not None and look.draft.clauses[at].schedule


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
    titles = _titles(look) | {schedule(one.target) for one in look.reading.references if _of_another(look, one)}
    lacking = {key: found for key, found in named.items() if not _is_there(key, present, titles)}
    if not present and len(lacking) >= _WHOLE_SET:
        yield _whole_set(look, lacking)
        return
    if "amendment" in f"{look.draft.title} {' '.join(p.text for p in look.draft.body[:_FRONT])}".lower():
        return  # the schedules are those of the agreement that it amends
    for (_, letter), references in lacking.items():
        said = words(look.reading, references[0].evidence)
        places = tuple(_around(look, one.evidence) for one in references)[:5]
        if all(_in_schedule(look, one.evidence) or _is_coming(look, one) for one in references):
            continue
        other = by_letter.get(letter)
        if other is not None:
            yield Fault(
                f"{said} is called {other} where it stands. Call it the same everywhere.", places, "note", key=said
            )
            continue
        where = cited(look, references[0].evidence)
        relies = f"Clause {where} relies on it" if where else "The draft relies on it"
        yield Fault(
            f"{said} is not in the draft. {relies}: attach it, or take the reference out.",
            places,
            "warning",  # no error: it may well be kept in another file
            key=said,
        )


def _is_there(key: _Key, present: Collection[_Key], titles: Collection[_Key]) -> bool:
    """ "Schedule 1.1(b)" may be a part of Schedule 1.1, and Exhibit A-1 one of Exhibit A."""
    kind, letter = key
    names = (letter, letter.partition("(")[0], re.split(r"[.(-]", letter)[0])
    if any((kind, name) in present for name in names):
        return True
    return key in titles


def _is_coming(look: Look, reference: Reference) -> bool:
    """The sentence says that it is made later."""
    text = look.draft.paragraphs[reference.evidence.paragraph].text
    start = max(text.rfind(". ", 0, reference.evidence.start), text.rfind(";", 0, reference.evidence.start))
    behind = text[reference.evidence.end :].partition(". ")[0]
    return bool(_COMING.search(text[start + 1 : reference.evidence.start] + behind[:60]))


def _whole_set(look: Look, lacking: dict[_Key, list[Reference]]) -> Fault:
    """None of the schedules is in the file: one fault for all."""
    firsts = [references[0] for references in lacking.values()]
    told = ", ".join(words(look.reading, one.evidence) for one in firsts)
    return Fault(
        f"None of the schedules is in the file: {told}. Review them too, and attach each before signing.",
        tuple(_around(look, one.evidence) for one in firsts),
        "warning",
        key="schedules",
    )


def _empty(look: Look, clause: Clause, name: str) -> Iterator[Fault]:
    """A schedule with nothing under its heading, or with a promise only."""
    paragraphs = look.draft.body[clause.first : clause.last + 1]
    said = [p for p in paragraphs[1:] if p.text.strip() and not p.is_heading]
    rest = paragraphs[0].text[paragraphs[0].heading_end :].strip()
    if rest and not paragraphs[0].is_heading:
        said.insert(0, paragraphs[0])
    promise = next((p for p in said if _LATER.search(p.text)), None)
    if (
        promise is not None
        and len(promise.text) < _SHORT
        and sum(len(p.text) for p in said) < _SHORT + len(promise.text)
    ):
        place = _whole(look, promise.index)
        yield Fault(f"{name} is empty: it only promises to come. Attach it before signing.", (place,), "note")
    elif not said and not any(p.cell for p in paragraphs) and _is_bare(paragraphs[0].text):
        yield Fault(
            f"{name} has a heading and no content. Attach it before signing.", (_heading(look, clause),), "note"
        )


def _is_bare(title: str) -> bool:
    """It names the schedule and no more; nothing was blacked out."""
    return len(title.strip()) < _TITLE and "*" not in title


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

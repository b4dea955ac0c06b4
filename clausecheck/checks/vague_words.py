"""DRF-14: vague words where they cost: scope, price, support and term. Elsewhere "reasonable" is good drafting."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..model import Fault, Look
from .prose import Sentence, place, sentences

_AGREED_LATER = (
    r"\bto be (?:mutually |further |separately |later )?(?:agreed|negotiated|discussed)(?: (?:up)?on)?\b"
    r"(?! (?:by|in) writing)"
    r"|\bas (?:may be |shall be |are )?(?:mutually )?agreed (?:up)?on? ?from time to time\b"
    r"|\b(?:shall|will) (?:be )?(?:mutually )?(?:agreed?|negotiated?)(?: (?:up)?on)?"
    r" (?:later|in (?:the )?future|at a later)\b"
)


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of clause in which vague words cost something."""

    clause: re.Pattern[str]  # in the sentence
    heading: re.Pattern[str]  # or in the heading over it
    words: re.Pattern[str]
    todo: str


def _kind(clause: str, heading: str, words: str, todo: str) -> _Kind:
    return _Kind(re.compile(f"(?i){clause}"), re.compile(f"(?i){heading}"), re.compile(f"(?i){words}"), todo)


_KINDS = (
    _kind(
        r"\b(?:hereby grants?|grants? to|(?:technical |licensed )?(?:field|products?|territory|technology|know-how"
        r"|software|process)\"? (?:shall )?(?:means?|includes?|cover))\b",
        r"\b(?:field|scope)\b",
        r"\betc\b\.?"
        r"|\band (?:other )?(?:similar|comparable|relevant) (?!terms|rights|laws|proceedings|items)\w+"
        r"|\b(?:and|or) the like\b"
        r"|\band so (?:on|forth)\b|\bor something similar\b"
        r"|\b(?:and|or) (?:other )?related (?:products?|technolog\w+|fields?|applications?|goods)\b",
        "List what is covered, and say that nothing else is.",
    ),
    _kind(
        r"\b(?:(?:technical|engineering) (?:support|assistance|help|training)|provide that support"
        r"|answer [\w ]{0,20}questions|(?:training|maintenance|support|commissioning)"
        r" (?:services?|of (?:the )?operators|as described)|gives? [\w ]{0,30}training|updates? of)\b",
        r"\b(?:technical support|support|technical assistance|training|maintenance|transfer of)\b",
        r"\breasonable (?:technical |engineering )?(?:support|assistance|training|help)\b"
        r"(?![^.;]{0,40}\bup to\b)(?:[^.;]{0,60}\bas appropriate\b)?"
        r"|(?<!receive )\bappropriate (?:technical )?(?:training|support|assistance|help)\b"
        r"|\bas soon as (?:it|they|he) can\b"
        r"|\bfor a reasonable (?:period|time)\b|\b(?:from time to time )?as (?:it|they) (?:see|think|deem)s? fit\b"
        rf"|\bas appropriate\b|{_AGREED_LATER}",
        "Say what is given, for how many man-days, until when and how fast.",
    ),
    _kind(
        r"\b(?:pay\w*|fees?|prices?|royalt\w+|compensation|remuneration)\b",
        r"\b(?:fees?|royalt\w+|payments?|prices?|consideration|remuneration)\b",
        r"\b(?:at|for|against|of|pay|charge) (?:a|an) (?:reasonable|appropriate|fair) (?:price|fee|remuneration|charge"
        r"|compensation|consideration|royalty)\b"
        r"|\b(?:fees?|prices?|royalt(?:y|ies)|rates?|compensation|remuneration|charges?|terms) (?:\w+ ){0,3}?"
        r"(?:to be (?:mutually |separately )?(?:agreed|negotiated)"
        r"|as (?:may be |shall be )?(?:mutually )?agreed (?:up)?on? ?from time to time"
        r"|(?:shall|will) be (?:mutually |separately )?(?:agreed|negotiated))\b",
        "Put the price, or the formula by which anybody can work it out.",
    ),
    _kind(
        r"\b(?:term of|this (?:agreement|licen[cs]e)|the licen[cs]e) [^.]{0,40}\b(?:continues?|remains?|lasts?|runs?"
        r"|expires?|terminates?)\b",
        r"\bterm\b",
        r"\bfor (?:a|such) reasonable (?:period|time|term)\b|\bfor (?:a )?(?:period|term|time) to be agreed\b"
        r"|\buntil no longer (?:needed|required)\b",
        "Put a date, or a period with its first day.",
    ),
)
# Words that are vague too, but that a fair draft may hold: a note, in a promise of support alone.
_MILD = re.compile(
    r"(?i)\b(?:within a reasonable time|in a timely manner|to a reasonable extent|as (?:and when )?(?:needed|necessary"
    r"|required)(?! (?:by|under|to)\b)|(?:sufficient|adequate|necessary) (?:technical )?"
    r"(?:support|assistance|training))\b"
)
_SUPPORT = re.compile(
    r"(?i)\b(?:shall|will) (?:provide|give|render|supply|offer)\b[^.;]{0,60}"
    r"\b(?:support|training|technical assistance)\b"
)
# Words round it that make the vague word a known standard, or a matter that no figure could settle.
_STANDARD = re.compile(
    r"(?i)\b(?:commercially reasonable|reasonable (?:royalty as|costs?|efforts?|endeavou?rs)|withheld|infring\w+"
    r"|lawsuit|litigation|proceedings?|prosecut\w+|defen[cds]\w+|audit\w*|court|damages"
    r"|nothing|no licen[cs]e)\b"
)


def check(look: Look) -> Iterable[Fault]:
    """Each vague word once, in the sentence of a clause in which it costs something."""
    headings = _headings(look)
    for sentence in sentences(look, "operative", "definition"):
        yield from _in_sentence(look, sentence, headings.get(sentence.unit.clause or 0, ""))


def _in_sentence(look: Look, sentence: Sentence, heading: str) -> Iterator[Fault]:
    if _STANDARD.search(sentence.text):
        return
    end = 0
    for kind in _KINDS:
        if not (kind.clause.search(sentence.text) or (heading and kind.heading.search(heading))):
            continue
        for match in kind.words.finditer(sentence.text):
            if match.start() < end:
                continue
            end = match.end()
            where = place(look.reading, sentence.start + match.start(), sentence.start + match.end())
            yield Fault(f"“{' '.join(match[0].split())}” leaves open what is owed. {kind.todo}", (where,))
    mild = _MILD.search(sentence.text) if not end and _SUPPORT.search(sentence.text) else None
    if mild:
        where = place(look.reading, sentence.start + mild.start(), sentence.start + mild.end())
        yield Fault(f"“{mild[0]}” leaves open what is owed. {_KINDS[1].todo}", (where,), "note")


def _headings(look: Look) -> dict[int, str]:
    """Of each clause its own heading, else that of the clause above it."""
    found: dict[int, str] = {}
    for position, clause in enumerate(look.draft.clauses):
        above = found.get(clause.parent, "") if clause.parent is not None else ""
        found[position] = clause.heading or above
    return found

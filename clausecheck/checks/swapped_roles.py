"""Licensor and Licensee swapped: the licensor is to pay the royalty, or to report its sales."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Fault, Look
from .prose import Sentence, place, sentences

_DUTY = r"\s+(?:shall|will|must|agrees? to|undertakes? to|is obliged to)\s+(?!not\b)"
_ROYALTY = (
    r"(?:royalt(?:y|ies)\b|licen[cs]e fees?\b|upfront (?:fee|payment)\b|milestone payments?\b|initial payment\b"
    r"|minimum (?:annual )?(?:royalt|payment))"
)
_SOME = r"(?:(?:\w|-)+\s+){0,4}?"
_REST = r"(?:[^.;,]|\.(?=\d)){0,80}"
# A payment that the licensor makes, or hands on, and may well owe.
_RIGHTLY = re.compile(
    r"(?i)\b(?:refund\w*|reimburs\w*|rebate\w*|return\w*|repay\w*|credit\w*|share of|portion of"
    r"|percent of (?:all|any|the)|under its|its (?:non-)?exclusive"
    r"|licen[cs]e[- ]?back|improvements?|third part\w+|overpa\w+|set[- ]?off|deduct\w*|respective|each party|tax\w*"
    r"|withh\w+|damages|indemnif\w*|cross[- ]licen\w+|grant[- ]?back|for the use of the improvements?"
    r"|licensed by (?:the )?licensee|licensee(?:'s)? (?:technology|patents?|improvements?|know-how))\b"
)


def swapped(look: Look) -> Iterator[Fault]:
    """Sentences in which the two parties stand in each other's place."""
    if {party.role for party in look.reading.parties} & {"both"} or not _is_licence(look):
        return
    giver, taker = _called(look, "licensor"), _called(look, "licensee")
    wrong, right = _Pays(giver, taker), _Pays(taker, giver)
    said = [one for one in sentences(look) if one.unit.operative]
    found = [(one, match) for one in said if (match := wrong.match(one))]
    rightly = sum(bool(right.match(one)) for one in said)
    named = "Licensor" in giver and "Licensee" in taker and any(right.any(one) for one in said)
    if not found or len(found) > (2 if named else rightly // 2):
        return
    for sentence, match in found:
        where = place(look.reading, sentence.start + match.start(), sentence.start + match.end())
        yield Fault(
            "The roles seem to be swapped: here the licensor owes what the licensee has to pay. "
            "Ask who is meant, and exchange the two names.",
            (where,),
        )


def _is_licence(look: Look) -> bool:
    roles = [party.role for party in look.reading.parties]
    return roles.count("licensor") == 1 and roles.count("licensee") == 1


def _called(look: Look, role: str) -> str:
    """What the draft calls that party, as alternatives."""
    names = dict.fromkeys((*look.reading.names(role), role.capitalize()))
    names.pop("we", None)
    names.pop("you", None)
    return "|".join(re.escape(name) for name in names)


class _Pays:
    """ "A shall pay B a royalty", "royalties payable by A to B"."""

    def __init__(self, payer: str, payee: str) -> None:
        one, two = rf"(?:the\s+)?\b(?i:{payer})\b", rf"(?:the\s+)?\b(?i:{payee})\b"
        self._whole = re.compile(
            rf"(?:[Tt]he\s+)?\b(?i:{payer})\b{_DUTY}(?:\w+\s+){{0,3}}?pay\s+(?:to\s+)?{two}\s+{_SOME}(?i:{_ROYALTY}){_REST}"
            rf"|(?:[Tt]he\s+)?\b(?i:{payer})\b{_DUTY}(?:\w+\s+){{0,3}}?pay\s+{_SOME}(?i:{_ROYALTY})[^.;]{{0,40}}?\s+to\s+{two}"
            rf"|\b(?i:{_ROYALTY})[^.;]{{0,40}}?\b(?:payable|paid|due|owed)\s+by\s+{one}\s+to\s+{two}"
        )
        self._any = re.compile(rf"{one}{_DUTY}(?:\w+\s+){{0,3}}?pay\b|(?:payable|paid|due)\s+by\s+{one}")

    def match(self, sentence: Sentence) -> re.Match[str] | None:
        """The words by which one pays the other a royalty, unless there may be a reason for it."""
        found = self._whole.search(sentence.text)
        return found if found and not _RIGHTLY.search(sentence.text) else None

    def any(self, sentence: Sentence) -> bool:
        """It says that this party pays."""
        return self._any.search(sentence.text) is not None

"""A clause that is not there: whether that means something, and which passage comes nearest."""

from __future__ import annotations

from ..model import Evidence, Matches, Reading, Rule
from .evidence import evidence
from .passages import Passage, counts

ROLES = {
    "recital": "it is a recital",
    "aside": "it is a drafting note",
    "struck": "it is struck out",
    "note": "it is a note",
}
WHY = {  # why what stands in operative text is not the clause
    "near": "it speaks of something else",
    "mention": "it only names another paper",
    "by-reference": "",
    "find": "",
}


def absent_message(rule: Rule) -> str:
    """What the draft does not say, in the words of the rule's question."""
    asked = rule.question or rule.title
    if asked.endswith("?"):
        return f"The draft does not say: {asked[0].lower()}{asked[1:]}"
    return f"The draft has no clause on {asked}."


def unsure_message(rule: Rule) -> str:
    """What a person must decide."""
    asked = rule.question or rule.title
    if asked.endswith("?"):
        return f"A passage may answer this, and a person must decide: {asked[0].lower()}{asked[1:]}"
    return f"A passage may be the clause on {asked}: a person must decide."


def by_reference_message(rule: Rule) -> str:
    """What counsel must fetch and read before she can rely on the clause."""
    return f"{rule.title}: left to another paper, terms not seen. Read that paper before you rely on it."


def by_reference(rule: Rule, reading: Reading, matches: Matches) -> tuple[Passage, ...]:
    """Operative passages that leave the clause to another paper."""
    return _operative("by-reference", rule, reading, matches)


def doubtful(rule: Rule, reading: Reading, matches: Matches) -> tuple[Passage, ...]:
    """Operative passages that may be the clause, although no wording of it stands there."""
    return _operative("maybe", rule, reading, matches)


def _operative(part: str, rule: Rule, reading: Reading, matches: Matches) -> tuple[Passage, ...]:
    hits = [hit for hit in matches.of(rule.id, part) if counts(rule, reading.units[hit.unit])]
    return tuple(Passage(hit.unit, (hit,), "", (), 0) for hit in hits)


def nearest(rule: Rule, reading: Reading, matches: Matches) -> str:
    """The passage that comes nearest and why it is not the clause: quoted, so that counsel can disagree."""
    for part, otherwise in WHY.items():
        for hit in matches.of(rule.id, part):
            unit = reading.units[hit.unit]
            why = otherwise if unit.operative else ROLES.get(unit.role, "") * (part != "near")
            quoted = evidence([Passage(hit.unit, (hit,), "", (), 0)], reading) if why else ()
            if quoted:
                where = f"{quoted[0].number}: " if quoted[0].number else ""
                return f"The nearest passage does not count, since {why}: {where}“{_brief(quoted[0])}”."
    return ""


def _brief(quoted: Evidence, most: int = 25) -> str:
    words = quoted.text.split()
    return " ".join(words[:most]) + (" …" if len(words) > most else "")

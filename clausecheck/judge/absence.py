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
ELSEWHERE = "it speaks of something else"


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


def doubtful(rule: Rule, reading: Reading, matches: Matches) -> tuple[Passage, ...]:
    """Operative passages that may be the clause, although no wording of it stands there."""
    return tuple(
        Passage(hit.unit, (hit,), "", (), 0)
        for hit in matches.of(rule.id, "maybe")
        if counts(rule, reading.units[hit.unit])
    )


def nearest(rule: Rule, reading: Reading, matches: Matches) -> str:
    """The passage that comes nearest and why it is not the clause: quoted, so that counsel can disagree."""
    for part in ("find", "near"):
        for hit in matches.of(rule.id, part):
            unit = reading.units[hit.unit]
            why = ROLES.get(unit.role, "") if part == "find" else ELSEWHERE * unit.operative
            quoted = evidence([Passage(hit.unit, (hit,), "", (), 0)], reading) if why else ()
            if quoted:
                where = f"{quoted[0].number}: " if quoted[0].number else ""
                return f"The nearest passage does not count, since {why}: {where}“{_brief(quoted[0])}”."
    return ""


def _brief(quoted: Evidence, most: int = 25) -> str:
    words = quoted.text.split()
    return " ".join(words[:most]) + (" …" if len(words) > most else "")

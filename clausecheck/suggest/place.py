"""Where a missing clause belongs: behind the clause that it goes with, else before signatures and schedules."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..model import Clause, ClauseVerdict, Draft, Evidence, Reading, Rule, Rulebook

STANDS = ("present", "weak")
CLOSING = re.compile(
    r"(in witness (whereof|of which)|as witness the hands|(signed|executed|agreed to) (by|for|as|on behalf)"
    r"|this (agreement|deed|letter) has been (signed|executed) (by|on|as)"
    r"|(the|both) parties (hereto )?have (caused|signed)|yours (sincerely|faithfully|truly))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place between two paragraphs of the body."""

    after: int | None  # index of the paragraph in front of it; None where the draft has no text
    level: int | None  # depth in the clause tree that the new clause joins
    before_signature: bool


def spot(rule: Rule, rulebook: Rulebook, reading: Reading, clauses: Sequence[ClauseVerdict]) -> Spot:
    """Behind the first of ``rule.after`` that stands in the draft, else behind its last operative paragraph."""
    end = last_paragraph(reading)
    for name in rule.after:
        neighbour, held = _standing(name, rulebook, clauses, reading.draft)
        if held is None:
            continue
        same_group = neighbour is not None and neighbour.code.split("-")[0] == rule.code.split("-")[0]
        found = _behind(held, reading.draft, same_group)
        if found.after is not None and (end is None or found.after <= end):
            return found
    return Spot(end, _top_level(reading.draft), True)


def cites(reading: Reading, clauses: Sequence[ClauseVerdict], word: str, before: int | None) -> Mapping[str, str]:
    """How to cite the clauses that stand, by type: only those in front of the first insertion keep their numbers."""
    found = {}
    for verdict in clauses:
        held = _first_evidence(verdict, reading.draft)
        if verdict.type and held is not None and before is not None and held.paragraph <= before:
            label = _label(reading.draft, held.paragraph)
            if label:
                found[verdict.type] = label if label[0].isalpha() else f"{word} {label}"
    return found


def last_paragraph(reading: Reading) -> int | None:
    """The last operative paragraph in front of signatures and schedules."""
    body = reading.draft.body
    operative = [unit.paragraph for unit in reading.units if unit.operative and unit.paragraph < len(body)]
    stop = _closing(reading, min(operative, default=0))
    inside = [paragraph for paragraph in operative if paragraph < stop]
    inside = inside or [paragraph.index for paragraph in body[:stop] if paragraph.text.strip()]
    return max(inside, default=len(body) - 1 if body else None)


def _closing(reading: Reading, start: int) -> int:
    """The first paragraph, behind the first operative one, of signatures or schedules; the body's length if none."""
    body = reading.draft.body
    closings = [
        *(unit.paragraph for unit in reading.units if unit.role == "signature"),
        *(clause.first for clause in reading.draft.clauses if clause.schedule),
        *(paragraph.index for paragraph in body if CLOSING.match(paragraph.text.lstrip())),
    ]
    return min((paragraph for paragraph in closings if start < paragraph < len(body)), default=len(body))


def _standing(
    name: str, rulebook: Rulebook, clauses: Sequence[ClauseVerdict], draft: Draft
) -> tuple[Rule | None, Evidence | None]:
    """The rule of that id or type, and the first evidence of its clause if it stands in the draft."""
    rule = rulebook.rule(name) or next((rule for rule in rulebook.rules if rule.type == name), None)
    for verdict in clauses:
        if verdict.type == name or (rule is not None and rule.code in verdict.codes):
            held = _first_evidence(verdict, draft)
            if held is not None:
                return rule, held
    return rule, None


def _first_evidence(verdict: ClauseVerdict, draft: Draft) -> Evidence | None:
    if verdict.status not in STANDS:
        return None
    return next((e for e in verdict.evidence if e.story == "body" and not _in_schedule(draft, e.paragraph)), None)


def _in_schedule(draft: Draft, paragraph: int) -> bool:
    return any(clause.schedule for clause in _holding(draft, paragraph))


def _behind(held: Evidence, draft: Draft, same_group: bool) -> Spot:
    """Behind the top-level clause that holds the evidence; as its last sub-clause where the two belong together."""
    chain = _holding(draft, held.paragraph)
    if not chain:
        return Spot(held.paragraph, None, False)
    top = next((clause for clause in chain if clause.label), chain[0])
    inner = chain[chain.index(top) + 1 :]
    level = inner[0].level if same_group and inner else top.level
    return Spot(top.last, level, False)


def _holding(draft: Draft, paragraph: int) -> list[Clause]:
    """The clauses that hold the paragraph, outermost first."""
    at = draft.clause_at[paragraph] if paragraph < len(draft.clause_at) else None
    chain = []
    while at is not None:
        chain.append(draft.clauses[at])
        at = draft.clauses[at].parent
    return chain[::-1]


def _label(draft: Draft, paragraph: int) -> str:
    chain = _holding(draft, paragraph)
    return chain[-1].label if chain else ""


def _top_level(draft: Draft) -> int | None:
    return min((clause.level for clause in draft.clauses if clause.label and not clause.schedule), default=None)

"""Small drafts for tests of drafting checks."""

from __future__ import annotations

from collections.abc import Sequence

from clausecheck import checks, rulebook
from clausecheck.model import Fault, Look, Settings
from tests.judge.small import read

RULES = rulebook.load()
PREAMBLE = (
    'This Agreement is made between Alder Ltd, a company of England ("Licensor"), and Birch Ltd, a company of Japan '
    '("Licensee").'
)


def look_at(lines: Sequence[str], **settings: str) -> Look:
    """What a check is given for a draft of these paragraphs."""
    reading = read("\n".join(lines))
    return Look(reading.draft, reading, Settings(today="2026-11-25", **settings))


def faults(check: str, *lines: str, **settings: str) -> list[Fault]:
    """What the check finds in a draft of these paragraphs behind the usual opening words."""
    look = look_at((PREAMBLE, *lines), **settings)
    rule = next(rule for rule in RULES.rules if rule.check == check)
    return list(checks.faults(rule, look))


def quoted(check: str, *lines: str, **settings: str) -> list[str]:
    """The words at the first place of every fault that the check finds."""
    found = faults(check, *lines, **settings)
    look = look_at((PREAMBLE, *lines), **settings)
    return [words_at(look, fault) for fault in found]


def words_at(look: Look, fault: Fault) -> str:
    """The draft's words at the first place of a fault."""
    place = fault.evidence[0]
    return look.draft.paragraphs[place.paragraph].text[place.start : place.end]

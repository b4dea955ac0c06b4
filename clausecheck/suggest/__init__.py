"""Clause text for what a draft lacks, in its own terms, and the place where it belongs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from ..model import ClauseVerdict, Finding, Reading, Rule, Rulebook, Settings, Suggestion
from ..model.findings import MISSING, WEAK
from .place import Spot, cites, spot
from .write import Writer, stances

__all__ = ["Writer", "stances", "suggest"]


def suggest(
    findings: Sequence[Finding],
    rulebook: Rulebook,
    reading: Reading,
    clauses: Sequence[ClauseVerdict],
    settings: Settings,
    given: Mapping[str, Any],
) -> tuple[Finding, ...]:
    """The findings, each missing or weak clause with its text where its rule has a template.

    A missing clause is told its place; the text for a weak one is for the comment alone. ``given`` holds the facts of
    the deal, nested or under dotted keys.

    Raises:
        ClausecheckError: a template cannot be used.
    """
    writer = Writer.for_draft(reading, settings, given)
    rules = {finding.id: rule for finding in findings if (rule := _served(finding, rulebook, writer))}
    spots = {
        finding.id: spot(rules[finding.id], rulebook, reading, clauses)
        for finding in findings
        if finding.id in rules and finding.verdict == MISSING
    }
    first = min((place.after for place in spots.values() if place.after is not None), default=None)
    cited = cites(reading, clauses, writer.usage.clause, first)
    made = {name: _placed(writer.write(rule, cites=cited).suggestion, spots.get(name)) for name, rule in rules.items()}
    return tuple(replace(finding, suggestion=made.get(finding.id, finding.suggestion)) for finding in findings)


def _served(finding: Finding, rulebook: Rulebook, writer: Writer) -> Rule | None:
    """The finding's rule, if clause text can be written for it."""
    if finding.kind != "clause" or finding.verdict not in (MISSING, WEAK):
        return None
    rule = rulebook.rule(finding.id)
    return rule if rule is not None and writer.stances(rule) else None


def _placed(suggestion: Suggestion, place: Spot | None) -> Suggestion:
    if place is None:
        return suggestion
    return replace(suggestion, after_paragraph=place.after, before_signature=place.before_signature, level=place.level)

"""Clause text for what a draft lacks, in its own terms, and the place where it belongs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from ..model import ClauseVerdict, Finding, Reading, Rule, Rulebook, Settings, Suggestion
from ..model.findings import MISSING, WEAK
from .place import Spot, cites, spot
from .write import Writer, stances

NO_CURE = "To reject the tracked change is not enough: the text before it fell short too."

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

    A missing clause is told its place; the text for a weak one is for the comment alone, and so is that for one which
    comes back when a tracked change is rejected. ``given`` holds the facts of the deal, nested or under dotted keys.

    Raises:
        ClausecheckError: a template cannot be used.
    """
    writer = Writer.for_draft(reading, settings, given)
    rules = {finding.id: rule for finding in findings if (rule := _served(finding, rulebook, writer))}
    spots = {
        finding.id: spot(rules[finding.id], rulebook, reading, clauses)
        for finding in findings
        if finding.id in rules and finding.verdict == MISSING and not finding.caused_by
    }
    first = min((place.after for place in spots.values() if place.after is not None), default=None)
    cited = cites(reading, clauses, writer.usage.clause, first)
    made = {name: _placed(writer.write(rule, cites=cited).suggestion, spots.get(name)) for name, rule in rules.items()}
    return tuple(_with_words(finding, made.get(finding.id)) for finding in findings)


def _with_words(finding: Finding, made: Suggestion | None) -> Finding:
    """The finding with its text, which says so where it is wanted beside the rejection of a tracked change."""
    if made is None:
        return finding
    beside = (NO_CURE,) if finding.caused_by else ()
    return replace(finding, suggestion=replace(made, assumptions=(*beside, *made.assumptions)))


def _served(finding: Finding, rulebook: Rulebook, writer: Writer) -> Rule | None:
    """The finding's rule, if clause text can be written for it."""
    if finding.kind != "clause" or finding.verdict not in (MISSING, WEAK) or finding.cured_by_rejecting:
        return None
    rule = rulebook.rule(finding.id)
    return rule if rule is not None and writer.stances(rule) else None


def _placed(suggestion: Suggestion, place: Spot | None) -> Suggestion:
    if place is None:
        return suggestion
    return replace(suggestion, after_paragraph=place.after, before_signature=place.before_signature, level=place.level)

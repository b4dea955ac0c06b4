"""What a side makes of a rule: its own position, or for neither side the milder of the two."""

from __future__ import annotations

from ..model import SEVERITIES, Element, Position, Rule


def milder(*severities: str) -> str:
    """The mildest of these severities."""
    return max(severities, key=SEVERITIES.index)


def worst(*severities: str) -> str:
    """The worst of these severities."""
    return min(severities, key=SEVERITIES.index)


def one_step_below(severity: str) -> str:
    """The next milder severity that is still told."""
    return {"error": "warning", "warning": "note"}.get(severity, severity)


def position(rule: Rule, side: str) -> Position:
    """The side's position; ``neutral`` takes what either side accepts and the milder severities unless given."""
    if side in rule.sides:
        return rule.sides[side]
    ours, theirs = rule.sides.get("licensor", Position()), rule.sides.get("licensee", Position())
    return Position(
        accept=tuple(dict.fromkeys(s for p in (ours, theirs) for s in (p.prefer, *p.accept) if s)),
        otherwise=milder(ours.otherwise, theirs.otherwise),
        absent=milder(ours.absent, theirs.absent),
        found=milder(ours.found, theirs.found),
    )


def element_severity(element: Element, side: str) -> str:
    """How bad it is for that side where the element lacks."""
    if side in element.severity:
        return element.severity[side]
    return milder(element.severity.get("licensor", "off"), element.severity.get("licensee", "off"))

"""From the faults of the drafting checks to findings: each fault is one, at the exact words."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Mapping

from ..model import Fault, Finding, Reading, Rule, Rulebook, Suggestion
from .evidence import Quoter
from .positions import milder, position


def defects(
    rulebook: Rulebook, faults: Mapping[str, tuple[Fault, ...]], reading: Reading, side: str
) -> tuple[Finding, ...]:
    """The findings of all rules of kind ``defect``; ``faults`` holds what each found, by the rule's id."""
    quoter = Quoter(reading)
    found = []
    for rule in rulebook.rules:
        seen: Counter[str] = Counter()
        for fault in faults.get(rule.id, ()):
            finding = _finding(rule, fault, quoter, side, seen)
            if finding.severity != "off":
                found.append(finding)
    return tuple(found)


def _finding(rule: Rule, fault: Fault, quoter: Quoter, side: str, seen: Counter[str]) -> Finding:
    severity = position(rule, side).found
    quoted = tuple(map(quoter.at, fault.evidence))
    about = _folded(fault.key or (quoted[0].quote if quoted else fault.message))
    seen[about] += 1
    return Finding(
        code=rule.code,
        id=rule.id,
        kind=rule.kind,
        verdict="found",
        severity=milder(severity, fault.severity) if fault.severity else severity,
        title=rule.title,
        message=fault.message,
        why=rule.why,
        sources=rule.sources,
        evidence=quoted,
        fingerprint=_fingerprint(rule.code, about, seen[about]),
        suggestion=_suggestion(fault),
    )


def _suggestion(fault: Fault) -> Suggestion | None:
    if fault.suggestion is None:
        return None
    place = fault.replaces
    return Suggestion(fault.suggestion, replaces=(place.paragraph, place.start, place.end) if place else None)


def _fingerprint(code: str, about: str, nth: int) -> str:
    """Survives edits elsewhere: hashes the code, what the fault is about, and its count among those alike."""
    return hashlib.sha256(f"{code}\n{about}\n{nth}".encode()).hexdigest()[:16]


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower())) or text

"""Rule by rule: is the clause there, what does it say, and what does our side make of it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from ..model import (
    SEVERITIES,
    ClauseVerdict,
    Evidence,
    Finding,
    Matches,
    NotApplicable,
    Reading,
    Rule,
    Rulebook,
    Settings,
)
from ..model.findings import MISSING, NOT_APPLICABLE, PRESENT, UNSURE, WEAK
from .absence import absent_message, by_reference, by_reference_message, doubtful, nearest, unsure_message
from .applies import LICENCE_GRANT, Known, fitted, not_applicable, with_home
from .evidence import evidence
from .passages import Passage, passages
from .positions import milder, one_step_below, position, worst
from .standing import lacking, weaknesses

RANK = (PRESENT, WEAK, UNSURE, MISSING, NOT_APPLICABLE)  # of several rules with one type, the best status counts


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the rulebook makes of a draft."""

    clauses: tuple[ClauseVerdict, ...]
    findings: tuple[Finding, ...]
    not_applicable: tuple[NotApplicable, ...]


@dataclass(frozen=True, slots=True)
class _Judged:
    rule: Rule
    verdict: ClauseVerdict
    finding: Finding | None


def judge(rulebook: Rulebook, reading: Reading, matches: Matches, settings: Settings) -> Judgement:
    """One verdict for each clause type and further clause rule, and one finding for each rule that has one."""
    rules = [rule for rule in rulebook.rules if rule.kind == "clause"]
    found = {rule.id: passages(rule, reading, matches) for rule in rules}
    stances = _stances_by_type(rules, found, reading, matches)
    known = Known(reading.subjects, with_home(settings.places), stances)
    judged = []
    for rule in (fitted(rule, known, matches) for rule in rules):
        if found[rule.id]:
            judged.append(_standing(rule, found[rule.id], reading, matches, settings.side))
        else:
            judged.append(_absent(rule, reading, matches, known, settings.side))
    risks = (fitted(rule, known, matches) for rule in rulebook.rules if rule.kind == "term")
    terms = [_term(rule, reading, matches, settings.side) for rule in risks]
    findings = [item.finding for item in judged if item.finding] + [finding for finding in terms if finding]
    if LICENCE_GRANT in {rule.type for rule in rules} and LICENCE_GRANT not in stances:
        findings = [_not_a_licence(finding, rulebook) for finding in findings]
    skipped = [
        NotApplicable(item.rule.code, item.verdict.reason) for item in judged if item.verdict.status == NOT_APPLICABLE
    ]
    return Judgement(_by_type(judged), worst_first(findings), tuple(skipped))


def _stances_by_type(
    rules: list[Rule], found: dict[str, tuple[Passage, ...]], reading: Reading, matches: Matches
) -> dict[str, tuple[str, ...]]:
    stances: dict[str, tuple[str, ...]] = {}
    for rule in rules:
        if rule.type and (found[rule.id] or by_reference(rule, reading, matches)):
            stances[rule.type] = (*stances.get(rule.type, ()), *_stances(rule, found[rule.id]))
    return stances


def _stances(rule: Rule, found: tuple[Passage, ...]) -> tuple[str, ...]:
    """The union over all passages, in the rule's own order: stances, then facets; a name that is both comes once."""
    said = {name for passage in found for name in (passage.stance, *passage.facets)}
    return tuple(name for name in dict.fromkeys((*rule.stances, *rule.facets)) if name in said)


def _standing(rule: Rule, found: tuple[Passage, ...], reading: Reading, matches: Matches, side: str) -> _Judged:
    stances = _stances(rule, found)
    weak = weaknesses(rule, stances, found, reading, matches, side)
    verdict = ClauseVerdict(
        rule.type,
        (rule.code,),
        WEAK if weak else PRESENT,
        stances,
        tuple(element.name for element in lacking(rule, stances, found, reading, matches)),
        " ".join(one.message for one in weak),
        evidence(found, reading),
        rule.title,
    )
    if not weak:
        return _Judged(rule, verdict, None)
    shown = [passage for one in weak for passage in one.shown]
    quoted = evidence((*shown, *found), reading)
    return _Judged(rule, verdict, _finding(rule, "weak", [(one.severity, one.message) for one in weak], quoted))


def _absent(rule: Rule, reading: Reading, matches: Matches, known: Known, side: str) -> _Judged:
    elsewhere = by_reference(rule, reading, matches)
    if elsewhere:
        return _by_reference(rule, elsewhere, reading)
    why = not_applicable(rule, known, matches)
    if why:
        return _Judged(rule, ClauseVerdict(rule.type, (rule.code,), NOT_APPLICABLE, reason=why, title=rule.title), None)
    perhaps = doubtful(rule, reading, matches)
    if perhaps:
        return _unsure(rule, perhaps, reading, side)
    message, close = absent_message(rule), nearest(rule, reading, matches)
    verdict = ClauseVerdict(
        rule.type, (rule.code,), MISSING, reason=" ".join(filter(None, (message, close))), title=rule.title
    )
    severity = position(rule, side).absent
    if severity == "off":
        return _Judged(rule, verdict, None)
    finding = _finding(rule, "missing", [(severity, message)], ())
    return _Judged(rule, verdict, replace(finding, reasons=(*finding.reasons, close) if close else finding.reasons))


def _by_reference(rule: Rule, elsewhere: tuple[Passage, ...], reading: Reading) -> _Judged:
    """The clause is there, in another paper: a note, since a person must fetch and read that."""
    message, quoted = by_reference_message(rule), evidence(elsewhere, reading)
    verdict = ClauseVerdict(rule.type, (rule.code,), PRESENT, reason=message, evidence=quoted, title=rule.title)
    return _Judged(rule, verdict, _finding(rule, "unsure", [("note", message)], quoted))


def _unsure(rule: Rule, perhaps: tuple[Passage, ...], reading: Reading, side: str) -> _Judged:
    """Something stands there that a person must look at: one step below absent."""
    message, quoted = unsure_message(rule), evidence(perhaps, reading)
    verdict = ClauseVerdict(rule.type, (rule.code,), UNSURE, reason=message, evidence=quoted, title=rule.title)
    severity = position(rule, side).absent
    if severity == "off":
        return _Judged(rule, verdict, None)
    return _Judged(rule, verdict, _finding(rule, "unsure", [(one_step_below(severity), message)], quoted))


def _term(rule: Rule, reading: Reading, matches: Matches, side: str) -> Finding | None:
    severity = position(rule, side).found
    found = passages(rule, reading, matches)
    if severity == "off" or not found:
        return None
    message = rule.question or f"{rule.title}."  # of a term, the question is the sentence that says who bears it
    return _finding(rule, "found", [(severity, message)], evidence(found, reading))


def _finding(rule: Rule, verdict: str, reasons: list[tuple[str, str]], quoted: tuple[Evidence, ...]) -> Finding:
    return Finding(
        code=rule.code,
        id=rule.id,
        kind=rule.kind,
        verdict=verdict,
        severity=worst(*(severity for severity, _ in reasons)),
        title=rule.title,
        message=reasons[0][1],
        reasons=tuple(text for _, text in reasons[1:]),
        why=rule.why,
        sources=rule.sources,
        evidence=quoted,
        fingerprint=_fingerprint(rule.code, quoted),
    )


def _fingerprint(code: str, quoted: tuple[Evidence, ...]) -> str:
    """Survives edits elsewhere: hashes the code and the quoted words, never a position."""
    said = " ".join(re.findall(r"\w+", quoted[0].quote.lower())) if quoted else "missing"
    return hashlib.sha256(f"{code}\n{said}".encode()).hexdigest()[:16]


def _not_a_licence(finding: Finding, rulebook: Rulebook) -> Finding:
    """A paper that grants nothing: one leading finding says so, and other absences are notes."""
    rule = rulebook.rule(finding.id)
    if rule is not None and rule.type == LICENCE_GRANT:
        message = "This does not read as a licence: no operative words grant a right to use anything."
        return replace(finding, message=message, reasons=(finding.message, *finding.reasons))
    return replace(finding, severity=milder(finding.severity, "note")) if finding.verdict == "missing" else finding


def _by_type(judged: list[_Judged]) -> tuple[ClauseVerdict, ...]:
    """One verdict for each clause type, rules of one type united, then one for each further clause rule."""
    typed: dict[str, list[ClauseVerdict]] = {}
    for item in judged:
        if item.rule.type:
            typed.setdefault(item.rule.type, []).append(item.verdict)
    return (*map(_united, typed.values()), *(item.verdict for item in judged if not item.rule.type))


def _united(verdicts: list[ClauseVerdict]) -> ClauseVerdict:
    best = min(verdicts, key=lambda v: RANK.index(v.status))
    rounds = zip(*([*v.evidence, None, None, None, None, None][:5] for v in verdicts), strict=True)
    quoted = dict.fromkeys(item for turn in rounds for item in turn if item)
    return ClauseVerdict(
        best.type,
        tuple(dict.fromkeys(code for v in verdicts for code in v.codes)),
        best.status,
        tuple(dict.fromkeys(name for v in verdicts for name in v.stance)),
        tuple(dict.fromkeys(name for v in verdicts for name in v.lacks)),
        " ".join(dict.fromkeys(v.reason for v in verdicts if v.reason and v.status == best.status)),
        tuple(quoted)[:5],
        best.title,
    )


def worst_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """By severity; of one severity what is missing before what stands; then in the rulebook's order."""
    return tuple(sorted(findings, key=lambda f: (SEVERITIES.index(f.severity), f.verdict != "missing")))

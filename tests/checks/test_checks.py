"""Every drafting rule names a check that there is, and its fault becomes a finding at the exact words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clausecheck import checks, judge
from clausecheck.model import ClausecheckError, Fault, Place, Position, Rule, Rulebook

from .drafts import PREAMBLE, RULES, look_at

DEFECTS = [rule for rule in RULES.rules if rule.kind == "defect"]
RULE = Rule("late", "DRF-99", "defect", "Late", sides={"licensor": Position(found="warning")}, why="So.", check="late")


@pytest.mark.parametrize("rule", DEFECTS, ids=lambda rule: rule.code)
def test_a_drafting_rule_names_a_check_and_shows_what_it_finds_and_what_not(rule: Rule) -> None:
    assert rule.check in checks.CHECKS
    assert {example.found for example in rule.examples} == {True, False}


def test_a_rule_that_names_no_check_is_refused() -> None:
    with pytest.raises(ClausecheckError, match="no check late"):
        checks.run(Rulebook((RULE,)), look_at((PREAMBLE,)))


def test_a_fault_is_a_finding_at_its_words() -> None:
    look = look_at((PREAMBLE, "First. It is late today, too late."))
    fault = Fault("It is late. Hurry.", (Place(1, 13, 17),), suggestion="It is early.")
    (found,) = judge.defects(Rulebook((RULE,)), {"late": (fault,)}, look.reading, "licensor")
    assert (found.kind, found.verdict, found.severity, found.code) == ("defect", "found", "warning", "DRF-99")
    assert (found.evidence[0].quote, found.evidence[0].text) == ("late", "It is late today, too late.")
    assert found.suggestion is not None
    assert found.suggestion.text == "It is early."


@pytest.mark.parametrize(
    ("own", "severity"), [(None, "warning"), ("note", "note"), ("error", "warning"), ("warning", "warning")]
)
def test_a_fault_softens_its_rule_and_never_worsens_it(own: str | None, severity: str) -> None:
    look = look_at((PREAMBLE, "It is late."))
    fault = Fault("It is late.", (Place(1, 6, 10),), own)
    assert [f.severity for f in judge.defects(Rulebook((RULE,)), {"late": (fault,)}, look.reading, "licensor")] == [
        severity
    ]


def test_a_rule_that_is_off_for_a_side_finds_nothing_for_it() -> None:
    look = look_at((PREAMBLE, "It is late."))
    rule = replace(RULE, sides={"licensor": Position(found="off"), "licensee": Position(found="note")})
    faults = {"late": (Fault("It is late.", (Place(1, 6, 10),)),)}
    assert judge.defects(Rulebook((rule,)), faults, look.reading, "licensor") == ()
    assert len(judge.defects(Rulebook((rule,)), faults, look.reading, "licensee")) == 1


def test_fingerprints_tell_alike_faults_apart_and_survive_edits_elsewhere() -> None:
    look, later = look_at((PREAMBLE, "It is late.")), look_at((PREAMBLE, "New words.", "It is late."))
    one, other = Fault("Late.", (Place(1, 6, 10),)), Fault("Late.", (Place(2, 6, 10),))
    first = judge.defects(Rulebook((RULE,)), {"late": (one, one)}, look.reading, "licensor")
    moved = judge.defects(Rulebook((RULE,)), {"late": (other,)}, later.reading, "licensor")
    assert first[0].fingerprint != first[1].fingerprint
    assert first[0].fingerprint == moved[0].fingerprint

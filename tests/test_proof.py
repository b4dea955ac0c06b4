"""A rule's examples are its tests: every shipped one holds, and one that does not is told precisely."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from clausecheck import rulebook
from clausecheck.model import Element, Example, Position, Rule, Rulebook, Wording
from clausecheck.proof import Outcome, draft_of, prove, template_faults

SHIPPED = rulebook.load()
RULE = Rule(
    "cake",
    "TST-01",
    "clause",
    "Cake",
    find=("cake",),
    near_miss=("cake tin",),
    stances={"lemon": Wording(("lemon ...2 cake",)), "plain": Wording(("cake",))},
    facets={"iced": Wording(("iced",))},
    elements=(Element("candles", Wording(("candles",), scope="clause"), ("lemon",), {"licensor": "note"}, "None."),),
    sides={"licensor": Position(prefer="lemon")},
)


def outcome(
    text: str, stance: tuple[str, ...] | None = None, lacks: tuple[str, ...] | None = None, found: bool = True
) -> Outcome:
    """What the rule makes of one example."""
    example = Example(text, stance, lacks, found)
    rule = replace(RULE, examples=(example,))
    return next(iter(prove(Rulebook((rule,)), [rule])))


@pytest.mark.parametrize("rule", SHIPPED.rules, ids=lambda rule: rule.id)
def test_shipped_examples_hold(rule: Rule) -> None:
    failed = [f"{o.example.text}: {o.got} {o.told}" for o in prove(SHIPPED, [rule]) if not o.holds]
    assert failed == []


@pytest.mark.parametrize("rule", SHIPPED.rules, ids=lambda rule: rule.id)
def test_shipped_templates_keep_what_they_claim(rule: Rule) -> None:
    assert template_faults(rule) == []


LEMON = "Licensee shall bring an iced lemon cake."


@pytest.mark.parametrize(
    ("text", "expected", "holds"),
    [
        (LEMON, {"stance": ("lemon", "iced")}, True),
        (LEMON, {"stance": ("iced", "lemon"), "lacks": ("candles",)}, True),
        (LEMON, {"stance": ("lemon",)}, False),
        (LEMON, {"stance": ("lemon", "iced"), "lacks": ()}, False),
        (LEMON, {}, True),
        (LEMON, {"found": False}, False),
        (LEMON + "\nThe cake shall have candles.", {"stance": ("lemon", "plain", "iced"), "lacks": ()}, True),
        ("Licensee shall bring a cake.", {"stance": ("plain",), "lacks": ()}, True),
        ("Licensee shall bring a cake tin.", {"found": False}, True),
        ("Licensee shall bring a cake tin.", {"stance": ("plain",)}, False),
    ],
)
def test_an_example_holds_or_not(text: str, expected: dict[str, Any], holds: bool) -> None:
    assert outcome(text, **expected).holds is holds


def test_a_failure_says_what_was_expected_and_what_came() -> None:
    failed = outcome(LEMON, stance=("plain",), lacks=())
    assert failed.expected == "found, stance plain; lacks nothing"
    assert failed.got == "found, stance lemon, iced; lacks candles"
    assert "stance:lemon: lemon ...2 cake" in failed.told
    assert outcome(LEMON, found=False).got == "found"
    assert outcome("No.", stance=()).got == "nothing found"


def test_an_example_is_read_as_word_would_show_it() -> None:
    draft = draft_of("2.1 Cakes. Licensee shall bring:\n(a) a cake; and\n(b) a knife.")
    assert [paragraph.number for paragraph in draft.paragraphs] == ["2.1", "(a)", "(b)"]
    assert draft.paragraphs[0].heading == "Cakes"
    assert draft.clause_at == (0, 0, 0)


def test_a_template_that_is_not_there() -> None:
    assert template_faults(replace(RULE, template="cake.j2"))[0].startswith("there is no template cake.j2")
    assert template_faults(RULE) == []

from __future__ import annotations

import pytest

from clausecheck.model import Position, Settings
from clausecheck.suggest.stance import choose

from .drafts import SUBLICENSING, rule

ALL = ("prohibited", "consent_required", "permitted_conditional", "permitted")


@pytest.mark.parametrize(
    ("side", "paper", "stance"),
    [
        ("licensor", "theirs", "consent_required"),
        ("licensee", "theirs", "consent_required"),
        ("neutral", "theirs", "consent_required"),
        ("neutral", "ours", "consent_required"),
        ("licensor", "ours", "prohibited"),
        ("licensee", "ours", "permitted"),
    ],
)
def test_stance_by_side_and_paper(side, paper, stance):
    choice = choose(SUBLICENSING, ALL, Settings(side=side, paper=paper))
    assert choice.stance == stance
    assert stance.replace("_", " ") in choice.why
    assert ("both sides can accept" in choice.why) == (stance == "consent_required")


def test_best_shared_stance_is_the_best_for_our_side():
    shared = rule(
        "x",
        sides={
            "licensor": Position(prefer="a", accept=("b", "c")),
            "licensee": Position(prefer="c", accept=("b",)),
        },
    )
    assert choose(shared, ("a", "b", "c"), Settings(side="licensor")).stance == "b"
    assert choose(shared, ("a", "b", "c"), Settings(side="licensee")).stance == "c"


def test_wording_that_the_template_lacks_gives_way_to_the_next():
    assert choose(SUBLICENSING, ("permitted_conditional",), Settings(side="licensee")).stance == "permitted_conditional"
    assert choose(SUBLICENSING, ("other",), Settings(side="licensor")).stance == "other"


def test_rule_without_positions_takes_the_first_stance():
    choice = choose(rule("x", sides={"licensor": Position(absent="error")}), ALL, Settings(side="licensor"))
    assert choice.stance == "prohibited"
    assert choice.why == "Written for Licensor; one wording serves both sides."

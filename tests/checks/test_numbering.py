from __future__ import annotations

import pytest

from .drafts import faults, quoted

CHECK = "numbering"


def clauses(*numbers: str) -> list[str]:
    return [f"{number} Licensee shall keep promise {number} for ever and ever." for number in numbers]


def test_a_jump_is_quoted_where_it_lands() -> None:
    found = faults(CHECK, *clauses("1.", "2.", "3.", "5.", "6."))
    assert len(found) == 1
    assert "jump from 3 to 5: 4 is missing" in found[0].message.replace("3.", "3").replace("5.", "5")


def test_a_number_that_comes_twice_is_quoted_at_both_places() -> None:
    found = faults(CHECK, *clauses("1.", "2.", "2.", "3.", "4."))
    assert len(found) == 1 and len(found[0].evidence) == 2


def test_a_clause_that_is_reserved_is_no_gap() -> None:
    lines = clauses("1.", "2.")
    assert quoted(CHECK, *lines, "3. [Reserved]", *clauses("4.", "5.")) == []


def test_a_lost_item_is_quoted_from_the_one_before_it() -> None:
    words = quoted(
        CHECK, "The licence ends if Licensee (a) is late, (b) is insolvent or (d) breaches the duty of secrecy."
    )
    assert words == ["(b) is insolvent or (d) breaches the duty of secrecy."]


@pytest.mark.parametrize(
    "sentence",
    [
        "The licence ends if Licensee (a) is late, (b) is insolvent or (c) breaches the duty of secrecy.",
        "Sections 2(a), 2(b) and 2(d) survive.",
        "Items (a), (b) and (d) of Schedule 1 apply.",
        "The term (i) begins now, (ii) runs on and (iv) ends.",
    ],
)
def test_items_in_order_and_references_to_items_are_left_alone(sentence: str) -> None:
    assert quoted(CHECK, sentence) == []

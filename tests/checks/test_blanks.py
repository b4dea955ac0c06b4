from __future__ import annotations

import pytest

from .drafts import faults, quoted

CHECK = "blanks"


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Availability of the portal is [●]% in each month.", "[●]"),
        ("This is made as of the ____ day of ____________, 2027.", "____ day of ____________"),
        ("The licence covers [insert field of use] alone.", "[insert field of use]"),
        ("Licensee shall pay [USD 500/EUR 500] for each unit.", "[USD 500/EUR 500]"),
        ("The office of [Party A] gives the notice.", "[Party A]"),
        ("The fee is TBD.", "TBD"),
        ("The fee for {{ product }} is due now.", "{{ product }}"),
        ("The fee of <amount of the fee> is due now.", "<amount of the fee>"),
    ],
)
def test_what_is_left_to_fill_is_an_error_at_signing(sentence: str, words: str) -> None:
    assert quoted(CHECK, sentence, stage="signing") == [words]


@pytest.mark.parametrize(
    "sentence",
    [
        "Payment goes to account No. [***] at the bank.",
        "5. [Reserved]",
        "[Remainder of page intentionally left blank]",
        "[ ] Yes, the Licensee wants training.",
        "The rule was stated in that case [2019] and again later.",
        "The list has [a] one part and [b] another.",
        "Under Section 4.2 [Confidentiality] the duty goes on.",
        "By: ______________________",
        "______________________ Seiji Kuramoto",
        "Name: ____________ Title: ____________",
    ],
)
def test_marks_that_ask_for_nothing_are_left_alone(sentence: str) -> None:
    assert quoted(CHECK, sentence, stage="signing") == []


def test_until_signing_there_is_one_note_for_all() -> None:
    (found,) = faults(CHECK, "The fee is EUR ____ and 5% more.", "It ends on [date].", stage="round")
    assert found.severity == "note"
    assert len(found.evidence) == 2
    assert "an amount (finance)" in found.message
    assert "a date (legal)" in found.message


def test_a_placeholder_that_comes_again_is_one_fault_at_signing() -> None:
    (found,) = faults(CHECK, "[Party A] sells.", "[Party A] buys.", stage="signing")
    assert len(found.evidence) == 2


def test_nothing_open_is_nothing_said() -> None:
    assert faults(CHECK, "All of it is filled in.") == []


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("The withholding tax rate is ____ percent.", "Ask tax"),
        ("The fee is EUR ____.", "Ask finance"),
        ("The specification of the software is [●].", "Ask R&D"),
        ("Patent No. ____ is licensed.", "Ask the patent department"),
    ],
)
def test_who_knows_the_value_is_said(sentence: str, who: str) -> None:
    assert who in faults(CHECK, sentence, stage="signing")[0].message

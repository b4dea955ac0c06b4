from __future__ import annotations

import pytest

from .drafts import faults

CHECK = "doubled_definitions"
PLANT = '"Plant" means the works at Hamano.'


def test_two_meanings_are_an_error_with_both_texts() -> None:
    (found,) = faults(CHECK, PLANT, "Licensee runs it.", '"Plant" means every works of the City.')
    assert found.severity is None
    assert [place.paragraph for place in found.evidence] == [3, 1]


@pytest.mark.parametrize(
    "second",
    [
        PLANT,
        'For the purposes of this Section, "Plant" means all works.',
        'The works at Kobe (the "Plant") are old.',
        '"Plants" means the works at Hamano.',
    ],
)
def test_the_same_words_a_local_meaning_and_a_bracket_are_milder(second: str) -> None:
    assert [fault.severity for fault in faults(CHECK, PLANT, "Licensee runs it.", second)] in (["warning"], [None])
    assert len(faults(CHECK, PLANT, "Licensee runs it.", second)) == 1


@pytest.mark.parametrize(
    "second",
    [
        '"Plant" has the meaning given in clause 1.4.',
        '"Plant" is as defined in clause 1.4.',
        '"Plant" means the works described in Schedule 1.',
        'For convenience: "Plant" means all works.',
        '"Plant" also includes the works at Kobe.',
    ],
)
def test_pointers_repetitions_and_what_goes_on_are_no_second_definition(second: str) -> None:
    assert faults(CHECK, PLANT, "Licensee runs it.", second) == []


def test_one_definition_that_comes_after_its_use_is_one() -> None:
    lines = ("Licensee shall pay an initial payment.", 'It pays EUR 5 (hereinafter the "Initial Payment") at once.')
    assert faults(CHECK, *lines) == []


@pytest.mark.parametrize(
    "lines",
    [
        ('"Widget" means any Widget that is sold.',),
        ('"Widget" means a Gadget.', '"Gadget" means a Widget.'),
    ],
)
def test_a_circle_defines_nothing(lines: tuple[str, ...]) -> None:
    (found,) = faults(CHECK, *lines)
    assert "nothing says what it means" in found.message


def test_the_name_of_a_paper_is_no_circle() -> None:
    assert faults(CHECK, '"Rights Agreement" means the Rights Agreement dated 1 May 2026.') == []


def test_terms_in_small_letters_are_one_note() -> None:
    lines = ('"Net Sales" means all sales.', '"Licensed Product" means a pump.')
    (found,) = faults(CHECK, *lines, "Licensee counts the net sales.", "It sells each licensed product.")
    assert found.severity == "note"
    assert len(found.evidence) == 2


def test_a_schedule_that_is_a_paper_of_its_own_has_its_own_definitions() -> None:
    form = 'This Order is made between Alder Ltd ("Licensor") and Birch Ltd ("Licensee").'
    signed = ("IN WITNESS WHEREOF the parties sign.", "By: ____________", "SCHEDULE 1", "ORDER FORM")
    assert faults(CHECK, PLANT, "It is run.", *signed, form, '"Plant" means the works at Kobe.') == []

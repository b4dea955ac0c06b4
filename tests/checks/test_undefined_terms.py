from __future__ import annotations

import pytest

from .drafts import faults

CHECK = "undefined_terms"
PARTS = ("A royalty is payable on Service Parts.", "Licensee shall report Service Parts each month.")


def test_a_term_without_definition_is_told_at_its_uses_with_a_stub() -> None:
    (found,) = faults(CHECK, *PARTS)
    assert found.key == "Service Parts"
    assert found.severity == "error"  # money hangs on it
    assert len(found.evidence) == 2
    assert found.suggestion == "“Service Parts” means [FILL: what “Service Parts” means]."


def test_away_from_grant_and_money_it_is_milder() -> None:
    (found,) = faults(CHECK, "Licensee cleans the Storage Sites.", "Licensor may see the Storage Sites.")
    assert found.severity == "warning"


@pytest.mark.parametrize(
    "definition",
    [
        '"Service Parts" means spare parts.',
        'Licensee may sell spare parts ("Service Parts").',
        'Licensee sells spare parts (hereinafter referred to as the "Service Parts").',
        '"Service Part" has the meaning given in the Supply Contract dated 1 May 2026.',
        "Service Parts: those of list A.",
        "Service Parts, as defined in the Supply Contract, are listed.",
        "Capitalised terms not otherwise defined in this Agreement have the meanings of the Supply Contract.",
    ],
)
def test_a_term_that_is_defined_somewhere_is_left_alone(definition: str) -> None:
    assert faults(CHECK, *PARTS, definition) == []


@pytest.mark.parametrize(
    "lines",
    [
        ("Here the Patent Act of Japan applies.", "As to this the Patent Act of Japan decides."),
        ("It is for the Ministry of Trade.", "He writes to the Ministry of Trade."),
        ("He is the Chief Executive Officer now.", "Then the Chief Executive Officer decides."),
        ("It ends in December each year.", "It begins in December each year."),
        ("THE REFUND OF THE LINE FEE ENDS IT.", "NO REFUND OF THE LINE FEE IS DUE."),
        ("See Schedule Part A and Section 4.", "Look at Schedule Part A and Section 5."),
        ("We write to Alder Ltd of London.", "We heard from Alder Ltd of London."),
        ("The Geschäftsführer signs for Birch Ltd.", "Later the Geschäftsführer pays."),
        ("He sells the Blue Line 500 product.", "He bought the Blue Line 500 product."),
        ("This is named in Section 9 (Renewal Term) too.", "It says so in Section 9 (Renewal Term) too."),
        ("It hands over the Licensor's Product list.", "It keeps the Licensor's Product list."),
        ("Service Parts are sold.", "Licensee reports them."),
        ("A Storage Site is used once.", "It is used again."),
    ],
)
def test_names_titles_statutes_and_headings_are_no_terms(lines: tuple[str, ...]) -> None:
    assert faults(CHECK, *lines) == []


def test_plural_possessive_and_longer_terms_are_the_defined_one() -> None:
    lines = ('"Licensed Product" means a pump.', "The Licensed Products' price is paid.", "He sells Licensed Products.")
    assert faults(CHECK, *lines) == []


def test_a_word_that_is_mostly_written_small_is_not_meant_as_a_term() -> None:
    small = ["He sends the sales report."] * 3
    assert faults(CHECK, "He sends the Sales Report.", "He keeps the Sales Report.", *small) == []

"""Facts of the deal where no term is defined for them, and where the length of support stands in front of it."""

from __future__ import annotations

import pytest

from clausecheck.language import facts
from clausecheck.model import Reading

from .drafts import reading

PARTIES = (
    'This Agreement is made between Norvane KK of Tokyo, Japan ("Licensor") and Tessaly Foods Ltd of Leeds, England '
    '("Licensee").'
)
GRANT = "Licensor hereby grants to Licensee a non-exclusive licence under the Patents to use the Process"


def stated(*paragraphs: str) -> dict[str, list[str]]:
    found: Reading = reading(PARTIES, *paragraphs)
    return {name: [one.value for one in values] for name, values in facts(found).items()}


@pytest.mark.parametrize(
    ("words", "field"),
    [
        (" at the Plant, for the treatment of wastewater only, for ten years.", "the treatment of wastewater"),
        (" for Licensee's internal business purposes.", "Licensee's internal business purposes"),
        (" solely for the drying of fruit.", "the drying of fruit"),
        (" and for no other purpose.", None),
        (" for ten years.", None),
    ],
)  # fmt: skip
def test_the_purpose_that_a_grant_names_is_its_field(words, field):
    assert stated(GRANT + words).get("field") == ([field] if field else None)


def test_a_defined_field_stands_over_the_purpose_of_the_grant():
    found = stated('"Field" means the cleaning of ships.', f"{GRANT} solely for the drying of fruit.")
    assert found["field"] == ["the cleaning of ships"]


def test_countries_of_the_grant_are_its_territory():
    found = stated(f"{GRANT} in Japan and in Thailand.")
    assert found["territory"] == ["Japan, Thailand"]


def test_address_behind_a_companys_form_is_no_part_of_its_name():
    assert stated(GRANT + ".")["licensee"] == ["Tessaly Foods Ltd"]


@pytest.mark.parametrize(
    ("words", "term"),
    [
        ("Licensor shall, for five (5) years from delivery, give Licensee reasonable technical support.", ["5 years"]),
        ("Licensor shall provide technical support for two years.", ["2 years"]),
        ("Licensee shall for three years keep records, and Licensor has no duty of support.", None),
    ],
)
def test_length_of_support_before_or_behind_it(words, term):
    assert stated(GRANT + ".", words).get("support_term") == term


@pytest.mark.parametrize(
    ("words", "payment"),
    [
        (
            "Licensee shall pay royalties of 7.0% of Net Sales up to US$100,000,000, 8.5% from there and 10.0% above.",
            ["royalties: 7.0%, 8.5%, 10.0%"],
        ),
        ("Licensee shall pay a royalty of 3% of Net Sales, and interest at 5% on late sums.", ["royalty: 3%"]),
        (
            "Licensee shall pay a licence fee of EUR 900 and an annual fee of EUR 70.",
            ["licence fee: EUR 900", "annual fee: EUR 70"],
        ),
        ("The royalty of each calendar year shall not be less than EUR 2,000.", ["minimum royalty: EUR 2,000"]),
        ("The fee of EUR 900 is a joke.", None),
    ],
)  # fmt: skip
def test_what_is_paid_with_each_step_of_a_rate(words, payment):
    assert stated(GRANT + ".", words).get("payment") == payment

"""Sentences end where sentences of agreements end."""

from __future__ import annotations

import pytest

from clausecheck.language.breaks import is_title

from .drafts import units

WHOLE = [
    "Licensee shall comply with Section 2.1(a) of this Agreement.",
    "Hokuto Inc. and Toyo Co., Ltd. agree to it.",
    "Licensor owns U.S. Patent No. 6,123,456 and Pat. App. Ser. No. 10/123,456.",
    "Products, e.g. pumps, i.e. water pumps, are made in the U.S. by Licensee.",
    "Dr. Aiko J. Smith and Mr. Stone sign for Acme Corp. in this matter.",
    "The rule in Smith v. Jones et al. is not followed.",
    "The duty under Art. 5 and Sec. 7 ends at 5 p.m. on that day.",
    "Licensee pays US$ 5.50 per unit, approx. 3.5 per cent. of the price.",
    "See www.acme.example/terms.Html and ip@acme.example for it.",
    "The licence in clause 3. 9 is limited.",
]


@pytest.mark.parametrize("text", WHOLE)
def test_no_sentence_ends_inside(text: str) -> None:
    assert units(text) == [text]


PARTED = [
    ("Licensor may end this Agreement.Licensee shall then stop.", "Licensee shall then stop."),
    ("It is governed by the law of Delaware, U.S.A. The courts of Delaware decide.", "The courts of Delaware decide."),
    ("Licensee is Acme Inc. Licensee shall pay.", "Licensee shall pay."),
    ("The plant stands in Exhibit A. The list may change.", "The list may change."),
    ("The Licensor keeps what is the Licensor’s. Neither party shall object.", "Neither party shall object."),
    ("Is it so? It is.", "It is."),
    ("Each is a “Party.” The Parties shall meet.", "The Parties shall meet."),
    ("It ends (as agreed.) The rest stands.", "The rest stands."),
    ("It lists the fees in Section 10.5. 1.12 Licensor shall report.", "Licensor shall report."),
    ("No fee is due. 30 days later one is.", "30 days later one is."),
]


@pytest.mark.parametrize(("text", "last"), PARTED)
def test_a_sentence_ends_there(text: str, last: str) -> None:
    found = units(text)
    assert len(found) == 2
    assert found[-1] == last.replace("“", '"').replace("”", '"').replace("’", "'")


def test_a_soft_line_break_ends_nothing_by_itself() -> None:
    assert len(units("Licensee shall keep the Know-How\nsecret for ten years.")) == 1


def test_a_soft_line_break_before_a_new_clause_ends_the_sentence() -> None:
    assert units("Licensee shall pay the fee\n2.2 Licensor shall report it.") == [
        "Licensee shall pay the fee",
        "Licensor shall report it.",
    ]


def test_a_page_break_ends_no_sentence() -> None:
    found = units("Licensee shall keep the", "Source: ACME INC., 8-K, 1/2/2020", "- 12 -", "Know-How secret.")
    assert "Licensee shall keep the | Know-How secret." in found


def test_a_paragraph_end_is_a_sentence_end() -> None:
    assert units("Licensee shall pay", "Licensor shall report") == ["Licensee shall pay", "Licensor shall report"]


@pytest.mark.parametrize(
    "text",
    [
        "Governing Law",
        "LICENSE GRANT AND RESTRICTIONS",
        "Records and Audit.",
        "ARTICLE 5 - TERM",
        "Schedule 2",
        "No Waiver",
    ],
)
def test_titles(text: str) -> None:
    assert is_title(text)


@pytest.mark.parametrize(
    "text",
    [
        "Licensor grants a licence",
        "US 7,123,456",
        "THE SOFTWARE IS PROVIDED AS IS",
        "royalty",
        "The",
        "Each Licensee:",
        "USD $5",
        "Products,",
    ],
)
def test_no_titles(text: str) -> None:
    assert not is_title(text)

"""Where a missing clause goes."""

from __future__ import annotations

import dataclasses

import pytest

from clausecheck.model import Clause, Rulebook
from clausecheck.suggest.place import Spot, cites, last_paragraph, spot

from .drafts import GRANT, SUBLICENSING, draft, reading, rule, standing

LINES = (
    "1. Definitions",  # 0
    "2. Licence",
    "2.1 Licensor grants a licence.",
    "2.2 Licensor reserves its rights.",
    "3. Improvements",  # 4
    "Each party owns its Improvements.",
    "4. General",
    "Notices are in writing.",
    "IN WITNESS WHEREOF, the parties have signed.",  # 8
    "Schedule 1",
    "Licensor grants more in a schedule.",
)
CLAUSES = (
    Clause("1", "Definitions", 0, 0, 0, None),
    Clause("2", "Licence", 1, 3, 0, None),
    Clause("2.1", "", 2, 2, 1, 1),
    Clause("2.2", "", 3, 3, 1, 1),
    Clause("3", "Improvements", 4, 5, 0, None),
    Clause("4", "General", 6, 7, 0, None),
    Clause("Schedule 1", "", 9, 10, 0, None, schedule=True),
)
DRAFT = draft(*LINES, clauses=CLAUSES)
READ = reading(DRAFT, operative=(2, 3, 5, 7, 10))
IMPROVEMENTS = rule("improvement_ownership", "IMP-02", type="improvement_ownership")
SECRECY = rule("confidentiality", "CNF-01", after=("improvement_ownership", "licence_grant"))
BOOK = Rulebook((GRANT, SUBLICENSING, IMPROVEMENTS, SECRECY))
GRANTED = standing("licence_grant", 2, "GRT-01")


def test_rule_of_the_same_group_becomes_the_last_sub_clause():
    assert spot(SUBLICENSING, BOOK, READ, [GRANTED]) == Spot(3, 1, False)


def test_rule_of_another_group_becomes_a_clause_of_its_own():
    assert spot(SECRECY, BOOK, READ, [GRANTED]) == Spot(3, 0, False)


def test_first_neighbour_that_stands_wins():
    improved = standing("improvement_ownership", 5, "IMP-02")
    assert spot(SECRECY, BOOK, READ, [GRANTED, improved]) == Spot(5, 0, False)


def test_neighbour_may_be_named_by_id():
    by_id = dataclasses.replace(SUBLICENSING, after=("grant",))
    book = Rulebook((dataclasses.replace(GRANT, id="grant"), by_id))
    assert spot(by_id, book, READ, [GRANTED]) == Spot(3, 1, False)


def test_without_a_neighbour_it_stands_before_the_signatures():
    assert spot(SECRECY, BOOK, READ, []) == Spot(7, 0, True)
    missing = dataclasses.replace(GRANTED, status="missing")
    assert spot(SECRECY, BOOK, READ, [missing]) == Spot(7, 0, True)


def test_neighbour_in_a_schedule_or_behind_the_signatures_does_not_count():
    assert spot(SUBLICENSING, BOOK, READ, [standing("licence_grant", 10, "GRT-01")]) == Spot(7, 0, True)


def test_signature_block_by_role_of_its_unit():
    text = draft("The parties agree.", "Licensor grants a licence.", "ACME", "By: ____")
    assert last_paragraph(reading(text, operative=(0, 1), signature=2)) == 1


@pytest.mark.parametrize(
    "closing",
    [
        "Yours sincerely,",
        "Signed for Acme Limited",
        "This Agreement has been signed by the parties.",
        "The Parties have caused this Agreement to be executed.",
    ],
)
def test_closing_words_end_the_operative_text(closing):
    assert last_paragraph(reading(draft("Dear Ms Sato,", "We grant a licence.", closing, "K. Mori"))) == 1


def test_a_clause_about_signing_is_not_the_end():
    text = draft(
        "Licensor grants a licence.", "This Agreement is signed in English.", "Swiss law governs.", "Signed by"
    )
    assert last_paragraph(reading(text, operative=(0, 1, 2))) == 2


def test_draft_without_clauses_or_text():
    plain = reading(draft("Licensor grants a licence.", "", "Licensee pays."), operative=(0, 2))
    assert spot(SUBLICENSING, BOOK, plain, [standing("licence_grant", 0, "GRT-01")]) == Spot(0, None, False)
    assert spot(SUBLICENSING, BOOK, plain, []) == Spot(2, None, True)
    assert spot(SUBLICENSING, BOOK, reading(), []) == Spot(None, None, True)


def test_draft_of_definitions_only():
    only = reading(draft("1. Definitions", "“Field” means toys.", clauses=(Clause("1", "Definitions", 0, 1, 0, None),)))
    assert spot(SUBLICENSING, BOOK, only, []) == Spot(1, 0, True)


def test_only_clauses_that_keep_their_number_are_cited():
    improved = standing("improvement_ownership", 5, "IMP-02")
    assert cites(READ, [GRANTED, improved], "Section", 3) == {"licence_grant": "Section 2.1"}
    assert cites(READ, [GRANTED, improved], "clause", 7) == {
        "licence_grant": "clause 2.1",
        "improvement_ownership": "clause 3",
    }
    assert cites(READ, [GRANTED], "Section", None) == {}

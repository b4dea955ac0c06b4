"""Items are read behind their lead-ins, in one paragraph and over several."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clausecheck.language import read
from clausecheck.model import Clause, Paragraph

from .drafts import draft, heading, numbered, reading, units, words


def test_items_in_one_sentence() -> None:
    assert units(
        "Licensee shall not: (a) sublicense the Patents; (b) assign this Agreement. Licensor shall report."
    ) == [
        "Licensee shall not: | sublicense the Patents;",
        "Licensee shall not: | assign this Agreement.",
        "Licensor shall report.",
    ]


def test_items_without_a_colon() -> None:
    found = units(
        "Licensor grants (i) a licence under the Patents to make Products in Japan, "
        "and (ii) a licence under the Know-How."
    )
    assert found == [
        "Licensor grants | a licence under the Patents to make Products in Japan, and",
        "Licensor grants | a licence under the Know-How.",
    ]


@pytest.mark.parametrize("marks", [("(1)", "(2)"), ("A.", "B."), ("1.", "2."), ("i.", "ii."), ("a)", "b)"), ("•", "•")])
def test_marks_of_every_kind(marks: tuple[str, str]) -> None:
    first, second = marks
    assert units(f"Licensee shall: {first} Pay the royalty; {second} Report the sales.") == [
        "Licensee shall: | Pay the royalty;",
        "Licensee shall: | Report the sales.",
    ]


def test_short_parts_of_a_running_sentence_are_no_items() -> None:
    text = "Licensor grants a licence to (a) make, (b) use and (c) sell Products in the Field."
    assert units(text) == [text]


@pytest.mark.parametrize("end", [":", " -", ",", ""])
def test_items_in_paragraphs_of_their_own(end: str) -> None:
    found = units(
        numbered(f"Licensee shall not{end}", "2.1"),
        numbered("sublicense the Patents;", "(a)", 2),
        numbered("assign this Agreement.", "(b)", 2),
        numbered("Licensor shall report.", "2.2"),
    )
    assert found == [
        f"Licensee shall not{end} | sublicense the Patents;",
        f"Licensee shall not{end} | assign this Agreement.",
        "Licensor shall report.",
    ]


def test_nested_items_have_all_lead_ins() -> None:
    found = units(
        "Licensee shall:",
        "(a) pay to Licensor:",
        "(i) the royalty; and",
        "(ii) interest; and",
        "(b) keep records.",
    )
    assert found == [
        "Licensee shall: | pay to Licensor: | the royalty; and",
        "Licensee shall: | pay to Licensor: | interest; and",
        "Licensee shall: | keep records.",
    ]


def test_an_item_that_begins_with_its_first_item() -> None:
    found = units("Licensee warrants that:", "(a) it exists;", "(b) (i) it may sign; and (ii) it is solvent.")
    assert [text.split(" | ")[0] for text in found] == ["Licensee warrants that:"] * 3


def test_the_letter_i_behind_h() -> None:
    items = [f"({letter}) it shall do deed {letter};" for letter in "abcdefghij"]
    found = units("Licensee agrees that:", *items)
    assert all(text.startswith("Licensee agrees that: | it shall do deed") for text in found)
    assert len(found) == len(items)


def test_items_without_marks() -> None:
    found = units(
        "The duty does not apply to information which is:", "public;", "known before; or", "independently made."
    )
    assert found[0] == "The duty does not apply to information which is: | public;"
    assert found[-1] == "The duty does not apply to information which is: | independently made."


def test_a_complete_sentence_leads_in_to_nothing() -> None:
    found = units("2.1 The rights are limited.", "(a) Licensee may make Products.", "(b) Licensee may sell Products.")
    assert found == ["The rights are limited.", "Licensee may make Products.", "Licensee may sell Products."]


def test_words_of_agreement_lead_in_to_no_clause() -> None:
    found = units("The parties agree as follows:", "1. Licensor grants a licence.", "2. Licensee shall pay for it.")
    assert found[1:] == ["Licensor grants a licence.", "Licensee shall pay for it."]


def test_a_flush_tail_is_read_behind_each_item() -> None:
    found = units(
        "Licensee shall not:",
        "(a) sublicense the Patents;",
        "(b) assign this Agreement;",
        "in each case without the prior written consent of Licensor.",
    )
    tail = "in each case without the prior written consent of Licensor."
    assert found == [
        f"Licensee shall not: | sublicense the Patents; | {tail}",
        f"Licensee shall not: | assign this Agreement; | {tail}",
    ]


def test_a_tail_in_the_last_item_only_where_it_says_so() -> None:
    lead = "Licensee may: (a) make Products in its own plants; and (b) have them made by others"
    shared = units(f"{lead}, in each case in the Field.")
    assert [text.endswith("| in each case in the Field.") for text in shared] == [True, True]
    alone = units(f"{lead}, provided that they are bound by secrecy.")
    assert "provided" not in alone[0] and "provided" in alone[1]


def test_own_says_which_range_is_the_item() -> None:
    found = reading("Licensee shall not:", "(a) sublicense;", "(b) assign;", "without consent of Licensor.")
    for unit in found.units:
        begin, end = unit.ranges[unit.own]
        assert found.doc[begin:end].text in ("sublicense;", "assign;")
        assert unit.paragraph in (1, 2)


def test_the_label_of_a_row_leads_in_to_its_cells() -> None:
    cells = [("Territory", 0, 0), ("Japan and Korea", 0, 1), ("Term", 1, 0), ("ten years", 1, 1)]
    found = reading(*(Paragraph("body", 0, text, cell=(0, row, column)) for text, row, column in cells))
    operative = [words(found, unit) for unit in found.units if unit.operative]
    assert operative == ["Territory | Japan and Korea", "Term | ten years"]


def test_a_lead_in_without_items_is_read_alone() -> None:
    assert units("Licensee shall pay:", "Licensor shall report each year.")[0].startswith("Licensee shall pay:")


def test_a_value_is_read_behind_its_run_in_heading() -> None:
    territory = Paragraph("body", 0, "Territory: Japan and Korea.", number="3.", heading_end=10)
    found = reading(territory)
    assert [words(found, unit) for unit in found.units if unit.operative] == ["Territory: | Japan and Korea."]


def test_an_item_with_a_heading_is_read_behind_the_lead_in() -> None:
    found = reading(
        "Licensee shall not do the following:",
        Paragraph("body", 0, "Transfer. Assign this Agreement;", number="(a)", heading_end=9),
        Paragraph("body", 0, "Sublicence. Sublicense the Patents.", number="(b)", heading_end=11),
    )
    lead = "Licensee shall not do the following:"
    assert [words(found, unit) for unit in found.units if unit.operative] == [
        f"{lead} | Assign this Agreement;",
        f"{lead} | Sublicense the Patents.",
    ]


def test_what_a_schedule_lists_is_no_heading() -> None:
    clauses = (Clause("Schedule 1", "Field", 0, 1, 0, None, schedule=True),)
    found = read(replace(draft(heading("Field", "Schedule 1"), "Battery Packs"), clauses=clauses, clause_at=(0, 0)))
    assert [unit.role for unit in found.units] == ["heading", "operative"]


@pytest.mark.parametrize("filler", ["[See attached.]", "[\u25cf]", "To be agreed by the parties.", "[***]"])
def test_what_stands_for_a_schedule_is_read_behind_its_title(filler: str) -> None:
    clauses = (Clause("Schedule 1", "Patents", 0, 1, 0, None, schedule=True),)
    found = read(replace(draft(heading("Patents", "Schedule 1"), filler), clauses=clauses, clause_at=(0, 0)))
    assert words(found, found.units[1]) == f"Patents | {filler}"


def test_a_filler_elsewhere_is_read_by_itself() -> None:
    assert units(heading("Fees", "4."), "[\u25cf]") == ["Fees", "[\u25cf]"]


def test_the_abbreviation_of_number_ends_no_heading() -> None:
    assert units("Schedule of rights", "Japanese Patent No. 4,123,456") == [
        "Schedule of rights",
        "Japanese Patent No. 4,123,456",
    ]

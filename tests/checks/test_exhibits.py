from __future__ import annotations

import pytest

from .drafts import faults, quoted

CHECK = "exhibits"
BODY = (
    "1. Patents",
    "1.1 The patents are listed in Schedule 1, and the training plan in Schedule 2.",
)
FIRST = ("SCHEDULE 1", "The patents are JP 6712345 and JP 7034118, as granted.")
SECOND = ("SCHEDULE 2", "Ten engineers are trained at Nagoya for four weeks in May.")


def test_all_that_is_named_and_there_is_left_alone() -> None:
    assert quoted(CHECK, *BODY, *FIRST, *SECOND) == []


def test_a_schedule_that_is_missing_is_quoted_where_the_body_relies_on_it() -> None:
    fault = faults(CHECK, *BODY, *FIRST)[0]
    assert "Schedule 2 is not in the draft. Clause 1.1 relies on it" in fault.message
    assert quoted(CHECK, *BODY, *FIRST) == ["the training plan in Schedule 2"]


def test_a_schedule_that_only_promises_to_come_is_empty() -> None:
    assert quoted(CHECK, *BODY, *FIRST, "SCHEDULE 2", "[to be attached by Licensor]") == [
        "[to be attached by Licensor]"
    ]


def test_a_schedule_that_nothing_names_is_a_note() -> None:
    found = faults(CHECK, *BODY, *FIRST, *SECOND, "SCHEDULE 3", "The design freeze is on 30 June 2027 at the latest.")
    assert [(f.severity, f.key) for f in found] == [("note", "Schedule 3")]


def test_another_kind_of_the_same_letter_is_asked_for() -> None:
    fault = faults(CHECK, "1. Patents", "1.1 The patents are listed in Annex 1.", *FIRST)[0]
    assert "Annex 1 is called Schedule 1" in fault.message


def test_a_range_names_what_lies_between() -> None:
    body = ("1. Documents", "1.1 Schedules 1 to 3 form part of this Agreement.")
    third = ("SCHEDULE 3", "The design freeze is on 30 June 2027 at the latest.")
    assert quoted(CHECK, *body, *FIRST, *SECOND, *third) == []


def test_schedules_of_other_papers_are_left_alone() -> None:
    assert quoted(CHECK, "1. Lease", "1.1 Exhibit A to the Lease Agreement dated 2 May 2024 shows the site.") == []


def test_where_none_of_the_schedules_is_in_the_file_one_fault_names_all() -> None:
    (found,) = faults(
        CHECK, "1. Goods", *(f"1.{n} Licensee sells the goods of Exhibit {x}." for n, x in enumerate("ABC", 1))
    )
    assert "Exhibit A, Exhibit B, Exhibit C" in found.message
    assert len(found.evidence) == 3


@pytest.mark.parametrize(
    "sentence",
    [
        "The plan will be agreed and attached as Exhibit A.",
        "Licensee amends its Schedule 13D.",
        "Licensee complies with the Directive 2001/83/EC and Annex I.",
        "The goods are listed in Supplier's Appendix B.",
    ],
)
def test_schedules_of_other_papers_and_of_later_days_are_left_alone(sentence: str) -> None:
    assert faults(CHECK, "1. A", sentence) == []


def test_a_title_with_dashes_is_the_schedule_that_is_meant() -> None:
    assert faults(CHECK, "1. Goods", "1.1 Licensee sells the goods of Annex A.", "ANNEX A-- GOODS", "Valves.") == []

from __future__ import annotations

import pytest

from clausecheck.checks import counted

from .drafts import faults, look_at, quoted, words_at

CHECK = "contradictions"
ALLOWED = "Licensee may grant sublicenses to its Affiliates."


def test_what_one_clause_allows_and_another_bans_is_a_pair() -> None:
    (found,) = faults(CHECK, ALLOWED, "The rights are personal, and Licensee shall not sublicense them.")
    assert [place.paragraph for place in found.evidence] == [2, 1]


@pytest.mark.parametrize(
    "ban",
    [
        "Licensee shall not sublicense to others without the consent of Licensor.",
        "Licensee shall not sublicense the Trademarks.",
        "Licensor shall not sublicense the Improvements.",
        "Except under Section 2, Licensee shall not sublicense.",
        "Licensee shall not assign this Agreement.",
    ],
)
def test_a_ban_with_an_exception_or_of_another_act_is_none(ban: str) -> None:
    assert faults(CHECK, ALLOWED, ban) == []


def test_two_terms_are_told() -> None:
    lines = (
        "This Agreement shall remain in force for ten (10) years from its date.",
        "The term of this Agreement shall be for seven (7) years.",
    )
    assert quoted(CHECK, *lines) == ["ten (10) years"]
    assert "“seven (7) years”" in faults(CHECK, *lines)[0].message


@pytest.mark.parametrize(
    "other",
    [
        "The duty of secrecy under this Agreement remains in force for five (5) years.",
        "This Agreement continues for ten (10) years from its date.",
        "The term of this Agreement shall be extended for further two (2) years.",
        "This Agreement remains in effect for sixty (60) days after the notice.",
    ],
)
def test_one_term_and_other_periods_agree(other: str) -> None:
    assert faults(CHECK, "This Agreement shall remain in force for ten (10) years from its date.", other) == []


def test_an_order_of_precedence_that_runs_in_a_circle_is_told() -> None:
    lines = (
        "1. Scope\n1.1 Notwithstanding Section 2.1, Licensee may stop.",
        "2. End\n2.1 Notwithstanding Section 1.1, Licensee must go on.",
    )
    found = [fault for fault in faults(CHECK, *"\n".join(lines).split("\n")) if "notwithstanding" in fault.message]
    assert len(found) == 1


def test_counts_without_a_table_contradict_nothing() -> None:
    look = look_at(("Licensee may run twenty-four (24) Licensed Lines.", "Licensed Lines are in Kobe."))
    assert list(counted.counts_against_tables(look)) == []


def test_the_words_of_the_ban_are_quoted() -> None:
    look = look_at((ALLOWED,))
    (found,) = faults(CHECK, ALLOWED, "Licensee shall not sublicense them.")
    assert (
        words_at(look_at(("x", ALLOWED, "Licensee shall not sublicense them.")), found) == "shall not sublicense them"
    )
    assert look.draft.paragraphs

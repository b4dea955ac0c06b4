"""Typed numbers go on in their own pattern."""

from __future__ import annotations

import pytest

from clausecheck.word.labels import following, numbered_below


@pytest.mark.parametrize(
    ("label", "before", "expected"),
    [
        ("2.4\t", "2.3", "2.5\t"),
        ("Section 2.09. ", "", "Section 2.10. "),
        ("ARTICLE IX", "ARTICLE VIII", "ARTICLE X"),
        ("Article Three\n", "Article Two", "Article Four\n"),
        ("(c) ", "(b)", "(d) "),
        ("(z)", "(y)", "(aa)"),
        ("(i) ", "(h)", "(j) "),
        ("(i) ", "", "(ii) "),
        ("(v)", "(iv)", "(vi)"),
        ("第3条\u3000", "", "第4条\u3000"),
        ("•\t", "•", "•\t"),
        ("Recital", "", ""),
    ],
)
def test_the_next_number(label, before, expected):
    assert following(label, (), before=before) == expected


def test_a_number_that_the_draft_has_already_makes_the_clause_go_between():
    assert following("5.\t", {"4", "5", "6"}) == "5A.\t"
    assert following("5.\t", {"4", "5", "6"}, ours={"5a"}) == "5B.\t"


def test_the_count_goes_on_behind_our_own_numbers():
    assert following("2.4 ", {"2.3", "2.4"}, ours={"2.5"}) == "2.6 "


@pytest.mark.parametrize(
    ("label", "parent", "number", "expected"),
    [
        ("5.1\t", "5.", "6.", "6.1\t"),
        ("5.1", "5.", "5A.", "5A.1"),
        ("9.01 ", "ARTICLE IX", "ARTICLE X", "10.01 "),
        ("1.2.1", "1.2", "1.3", "1.3.1"),
        ("(c) ", "5.", "6.", "(a) "),
        ("5.02 ", "5", "6", "6.01 "),
        ("15.1", "5.", "6.", "15.1"),
        ("5.1(b)", "5.", "6.", "6.1(a)"),
    ],
)
def test_the_first_number_below_a_new_clause(label, parent, number, expected):
    assert numbered_below(label, parent, number) == expected

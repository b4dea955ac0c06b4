"""Enumeration marks are told from references and from mere brackets."""

from __future__ import annotations

import pytest

from clausecheck.language.marks import candidates, read


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("(a)", (("letter lower()", 1),)),
        ("(i)", (("letter lower()", 9), ("roman lower()", 1))),
        ("(iv)", (("roman lower()", 4),)),
        ("(xlvii)", (("roman lower()", 47),)),
        ("B.", (("letter upper.", 2),)),
        ("a)", (("letter lower)", 1),)),
        ("(aa)", (("double lower()", 1),)),
        ("3.", (("number .", 3),)),
        ("2.1", (("decimal 2", 1),)),
        ("2. 3. 4.", (("decimal 2.3", 4),)),
        ("Article 3", (("word article", 3),)),
        ("•", (("bullet •", 0),)),
    ],
)
def test_marks_are_read(text: str, readings: tuple[tuple[str, int], ...]) -> None:
    mark = read(text)
    assert mark is not None
    assert mark.readings == readings


def test_a_mark_of_two_parts_keeps_both() -> None:
    mark = read("(b)(i)")
    assert mark is not None and mark.outer is not None
    assert mark.readings[-1] == ("roman lower()", 1)
    assert mark.outer.readings == (("letter lower()", 2),)


@pytest.mark.parametrize(
    "text",
    [
        "as stated in Section 2.1(a) and paragraph (b) above",
        "clauses (a) and (b) apply",
        "under items (i) through (iii)",
        "either (a) or (b) of the foregoing",
        "thirty (30) days or one (1) year",
        "the Product(s) and Licensee(s)",
        "Part A (1) lists it",
        "§ 5(c) of the Act",
        "(see Schedule 2)",
    ],
)
def test_references_and_figures_are_no_marks(text: str) -> None:
    assert [c.mark.text for c in candidates(text)] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("shall not: (a) sublicense; (b) assign", ["(a)", "(b)"]),
        ("a Party (i) that is insolvent", ["(i)"]),
        ("a) pay; b) report", ["a)", "b)"]),
        ("RIGHTS. (a). Except as stated", ["(a)"]),
        ("to: • make Products", ["•"]),
        ("is due. 5.2 Licensor shall", ["5.2"]),
        ("PROJECT 5.1 Support. During", ["5.1"]),
        ("it says: 2. 2. 1.      any gender", ["2.2.1."]),
    ],
)
def test_marks_are_found(text: str, found: list[str]) -> None:
    assert [c.mark.text for c in candidates(text)] == found


def test_letters_that_count_in_no_known_way_stand_for_themselves() -> None:
    mark = read("cxc.")
    assert mark is not None and mark.last == ("word", 0)

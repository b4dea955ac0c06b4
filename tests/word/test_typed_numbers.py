"""Typed numbers are told from figures that belong to the sentence."""

from __future__ import annotations

import pytest

from clausecheck.word.numerals import Numeral, numeral, readings
from clausecheck.word.typed_numbers import typed_numbers


def alone(text: str) -> tuple[str, int] | None:
    (typed,) = typed_numbers([text])
    return None if typed is None else (typed.number, typed.length)


@pytest.mark.parametrize(
    ("text", "number", "length"),
    [
        ("2.1 Grant", "2.1", 4),
        ("2.1.\tGrant", "2.1.", 5),
        ("2.1Grant of rights", "2.1", 3),
        ("2.1(a) Products", "2.1(a)", 7),
        ("12. Term", "12.", 4),
        ("3.Term", "3.", 2),
        ("  (a)  pay", "(a)", 7),
        ("(iv) the fee", "(iv)", 5),
        ("(a)(i) the fee", "(a)(i)", 7),
        ("1) pay", "1)", 3),
        ("(1) at once", "(1)", 4),
        ("2.1 (a) in Japan", "2.1 (a)", 8),
        ("1) Payment", "1)", 3),
        ("iv) pay", "iv)", 4),
        ("IV. Term", "IV.", 4),
        ("I. DEFINITIONS", "I.", 3),
        ("A.1 Scope", "A.1", 4),
        ("Article 3", "Article 3", 9),
        ("ARTICLE III - GRANT", "ARTICLE III", 14),
        ("ARTICLE ONE", "ARTICLE ONE", 11),
        ("Section 4.2 Payment", "Section 4.2", 12),
        ("Section 5. Confidentiality.", "Section 5.", 11),
        ("Article 2 (Grant of Right)", "Article 2", 10),
        ("§ 3 Term", "§ 3", 4),
        ("Schedule 1", "Schedule 1", 10),
        ("Schedule 2: Prices", "Schedule 2", 12),
        ("EXHIBIT A TO LICENSE AGREEMENT", "EXHIBIT A", 10),
        ("EXHIBIT “B”", "EXHIBIT “B”", 11),
        ("Exhibit A-1", "Exhibit A-1", 11),
        ("7 TERM AND TERMINATION", "7", 2),
        ("• support", "•", 2),
        ("- support", "•", 2),
        ("第3条（実施許諾）", "第3条", 3),
        ("（１）甲は", "（１）", 3),
        ("（ア）甲は", "（ア）", 3),
        ("（一）　甲は", "（一）", 4),
        ("⑵ 乙は", "⑵", 2),
        ("㈢　乙は", "㈢", 2),
    ],
)
def test_numbers(text, number, length):
    assert alone(text) == (number, length)


@pytest.mark.parametrize(
    "text",
    [
        "1999 was the first year",
        "2.5 million yen",
        "2.5% of Net Sales",
        "10 days after delivery",
        "10 Business Days after delivery",
        "$3.5 for each unit",
        "1. January 2027",
        "8 June 2028",
        "A. Smith shall sign",
        "(30) days after receipt",
        "(c) 2024 Hokuto",
        "(i) and (ii) above",
        "(a) above shall not apply",
        "Section 4.2 applies to both",
        "Sections 2 and 3 survive",
        "Clause 5, as amended",
        "Schedule 1 (Licensed Patents) sets out the patents",
        "Exhibit A to the Agreement lists the patents.",
        "EXHIBITS",
        "Part of the fee",
        "4.2.1 / October 30, 2026",
        "16.1 3.7 4.5(b)",
        "I agree",
        "3",
        "第3条に定める",
        "ア　甲は",
        "一、甲は",
        "一 定の期間",
        "（甲）株式会社北斗",
    ],
)
def test_figures_of_a_sentence(text):
    assert alone(text) is None


def numbers(*texts: str | None) -> list[str]:
    return [typed.number if typed else "" for typed in typed_numbers(texts)]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["A. Grant", "text", "B. Payment"], ["A.", "", "B."]),
        (["11 Foreign Taxes", "12 Months"], ["11", "12"]),
        (["2.1 licences", "2.2 fees"], ["2.1", "2.2"]),
        (["1.", "text", "2.", "text"], ["1.", "", "2.", ""]),
        (["I. Grant", "A. Field", "B. Term", "C. Fees", "II. Payment"], ["I.", "A.", "B.", "C.", "II."]),
        (["(c) 2024 Hokuto", "(d) other"], ["(c)", "(d)"]),
        (["ア　甲は", "イ　乙は", "ウ　双方は"], ["ア", "イ", "ウ"]),
        (["一、甲は", "二、乙は"], ["一、", "二、"]),
        (["イ．甲は", "ロ．乙は"], ["イ．", "ロ．"]),
    ],
)
def test_neighbours_prove_a_doubtful_number(texts, expected):
    assert numbers(*texts) == expected


def test_a_line_that_goes_on_with_a_figure_is_not_numbered():
    broken = "The Licensee shall pay the fee stated in the first sentence of Section"
    assert numbers(broken, "5. The Licensor shall issue an invoice.") == ["", ""]
    assert numbers("4. Fees", broken, "5. Term") == ["4.", "", "5."]


def test_paragraphs_with_another_number_are_left_alone():
    assert numbers(None, "(b) pay") == ["", "(b)"]


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("2.1(a)(i)", Numeral("", (2, 1), ("a", "i"))),
        ("2.", Numeral("", (2,))),
        ("2.0", Numeral("", (2,))),
        ("(iv)", Numeral("", (), ("iv",), "()")),
        ("a)", Numeral("", (), ("a",), ")")),
        ("XII.", Numeral("", (), ("XII",), ".")),
        ("ARTICLE III", Numeral("article", (3,))),
        ("Section 2.01", Numeral("section", (2, 1))),
        ("Exhibit A-1", Numeral("exhibit", (), ("A-1",))),
        ("§ 3", Numeral("§", (3,))),
        ("Article First", Numeral("article", (1,))),
        ("第十二条", Numeral("article", (12,))),
        ("第２１条", Numeral("article", (21,))),
        ("（ア）", Numeral("", (), ("ア",), "()")),
        ("(二十一)", Numeral("", (), ("二十一",), "()")),
        ("(1)(イ)", Numeral("", (), ("1", "イ"), "()")),
        ("一、", Numeral("", (), ("一",), "、")),
    ],
)
def test_numerals_are_taken_apart(number, expected):
    assert numeral(number) == expected


def test_a_figure_may_be_read_in_two_ways():
    assert readings("i") == {"lower roman": 1, "lower letter": 9}
    assert readings("BB") == {"upper letter": 28}
    assert readings("12") == {"decimal": 12}
    assert readings("•") == {}
    assert readings("ニ") == {"aiueoFullWidth": 22, "irohaFullWidth": 4}
    assert readings("二十三") == {"kanji": 23}


def test_long_lines_take_linear_time():
    assert numbers("1" * 100_000, "(" * 100_000, "Section " * 20_000, " " * 100_000 + "2.1 x") == ["", "", "", ""]

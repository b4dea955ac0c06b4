"""What durations, money, percentages, dates, section references and gaps look like, and what only looks like them."""

from __future__ import annotations

import time

import pytest

from clausecheck.language import numbers
from clausecheck.language.found import lower
from clausecheck.language.patent_numbers import patent_numbers
from clausecheck.language.slots import find

from .drafts import reading


def found(name: str, text: str) -> list[tuple[str, str]]:
    return [(text[one.start : one.end], one.value) for one in find(text, lower(text))[name]]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("within thirty (30) days after notice", "thirty (30) days", "30 days"),
        ("a term of five years", "five years", "5 years"),
        ("the 5-year term", "5-year", "5 years"),
        ("for a period of 10 (ten) years", "10 (ten) years", "10 years"),
        ("a twelve-month period", "twelve-month", "12 months"),
        ("within thirty(30)days", "thirty(30)days", "30 days"),
        ("on ninety (90)-day terms", "ninety (90)-day", "90 days"),
        ("for one hundred and eighty (180) days", "one hundred and eighty (180) days", "180 days"),
        ("one hundred          twenty (120) days", "one hundred          twenty (120) days", "120 days"),
        ("for five (5) Contract Years", "five (5) Contract Years", "5 years"),
        ("within 20 Business Days", "20 Business Days", "20 business days"),
        ("a leak is notified within 48 hours", "48 hours", "48 hours"),
        ("eighteen (18) months' notice", "eighteen (18) months", "18 months"),
        ("between 3 and 5 years", "5 years", "5 years"),
        ("until the fifth (5th) anniversary of launch", "fifth (5th) anniversary", "5 years"),
        ("for [\u25cf] months", "[\u25cf] months", "months"),
        ("for ____ years", "____ years", "years"),
        ("after [***] days", "[***] days", "days"),
        ("within [30] days", "[30] days", "30 days"),
        ("paid within forty-five (30) days", "forty-five (30) days", "45≠30 days"),
        ("for two and one-half years", "two and one-half years", "2.5 years"),
    ],
)
def test_a_duration_is_its_number_and_its_unit(text: str, words: str, value: str) -> None:
    assert found("duration", text) == [(words, value)]


@pytest.mark.parametrize(
    "text",
    ["on the 1st day of May", "not more than once a year", "in the 2019 year", "at the end of each month", "day-to-day",
     "Contract Year 2", "daily yearly monthly", "the thirtieth day"],
)  # fmt: skip
def test_no_duration(text: str) -> None:
    assert found("duration", text) == []


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("a rate of 5%", "5%", "5%"),
        ("five percent (5%) of sales", "five percent (5%)", "5%"),
        ("five percent (5 %)", "five percent (5 %)", "5%"),
        ("at 2.5 per cent", "2.5 per cent", "2.5%"),
        ("one point eight percent (1.8%)", "one point eight percent (1.8%)", "1.8%"),
        ("twenty-five (25%) percent", "twenty-five (25%) percent", "25%"),
        ("5 (five) per cent", "5 (five) per cent", "5%"),
        ("[***] percent", "[***] percent", "%"),
        ("availability of [\u25cf]%", "[\u25cf]%", "%"),
        ("0.5 percentage points", "0.5 percentage points", "0.5%"),
        ("ten percent (12%)", "ten percent (12%)", "10≠12%"),
        ("less than one half of one percent (0.5%)", "one percent (0.5%)", "0.5%"),
    ],
)
def test_a_percentage(text: str, words: str, value: str) -> None:
    assert found("percent", text) == [(words, value)]


def test_a_bare_percentage_is_none() -> None:
    assert found("percent", "a percentage of the percent that per cent of them have") == []


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("a fee of US$ 1,000,000", "US$ 1,000,000", "USD 1000000"),
        ("JPY 480,000,000 in three parts", "JPY 480,000,000", "JPY 480000000"),
        ("¥24,000,000 a year", "¥24,000,000", "JPY 24000000"),
        ("EUR 1.200.000,00", "EUR 1.200.000,00", "EUR 1200000"),
        ("five million yen", "five million yen", "JPY 5000000"),
        ("480,000 yen", "480,000 yen", "JPY 480000"),
        ("$1.5 million", "$1.5 million", "USD 1500000"),
        ("Ten Thousand Dollars ($10,000)", "Ten Thousand Dollars ($10,000)", "USD 10000"),
        ("Ten Thousand Dollars ($12,000)", "Ten Thousand Dollars ($12,000)", "USD 10000≠12000"),
        ("US$500 (Five Hundred U.S. Dollars)", "US$500 (Five Hundred U.S. Dollars)", "USD 500"),
        ("EUR ____", "EUR ____", "EUR"),
        ("[\u25cf] dollars", "[\u25cf] dollars", "USD"),
        ("US$[***]", "US$[***]", "USD"),
        ("fifty pounds sterling", "fifty pounds sterling", "GBP 50"),
        ("RMB 640", "RMB 640", "CNY 640"),
        ("$0.55 per unit", "$0.55", "USD 0.55"),
    ],
)
def test_money(text: str, words: str, value: str) -> None:
    assert found("money", text) == [(words, value)]


@pytest.mark.parametrize(
    "text", ["a weight of fifty pounds", "he won the case", "euro zone", "the dollar", "a US company"]
)
def test_no_money(text: str) -> None:
    assert found("money", text) == []


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("as of December 17, 2019", "December 17, 2019", "2019-12-17"),
        ("on 1 April 2026", "1 April 2026", "2026-04-01"),
        ("by 2026-04-01", "2026-04-01", "2026-04-01"),
        ("the 1st day of May, 2020", "1st day of May, 2020", "2020-05-01"),
        ("the First day of January, 2001", "First day of January, 2001", "2001-01-01"),
        ("the ____ day of __________, 2027", "____ day of __________, 2027", "2027"),
        ("June 2004", "June 2004", "2004-06"),
        ("31.12.2019", "31.12.2019", "2019-12-31"),
        ("dated 7/1/98", "7/1/98", "1998-07-01"),
        ("12-Jun-03", "12-Jun-03", "2003-06-12"),
        ("30 February 2028", "30 February 2028", "2028-02-30"),
        ("2026年4月1日", "2026年4月1日", "2026-04-01"),
    ],
)
def test_a_date(text: str, words: str, value: str) -> None:
    assert found("date", text) == [(words, value)]


@pytest.mark.parametrize(
    "text",
    ["4.2.11 The Licensee", "Section 12.3.2019", "the parties may 2 times", "March 31 and June 30", "in the year 2019"],
)
def test_no_date(text: str) -> None:
    assert found("date", text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("under Section 2.1(a)", ["2.1(a)"]),
        ("clause 9", ["9"]),
        ("Article III", ["III"]),
        ("under paragraph (b)", ["(b)"]),
        ("Sections 2.1 to 2.4 and 9(a)(ii)", ["2.1", "2.4", "9(a)(ii)"]),
        ("clauses 6, 12, 13.4, 18 and this clause 14", ["6", "12", "13.4", "18", "14"]),
        ("Article 12, Paragraph 1", ["12.1"]),
        ("Section 4(a), (b) and (c)", ["4(a)", "4(b)", "4(c)"]),
        ("Section 9(a)(i) and (ii)", ["9(a)(i)", "9(a)(ii)"]),
        ("Section 5 and 30 days later", ["5"]),
        ("Article III and I shall", ["III"]),
        ("Section2.1 and SECTION 10.01", ["2.1", "10.01"]),
        ("Section 5, Section 6", ["5", "6"]),
        ("dissection 4, Section 1,000", []),
    ],
)
def test_section_references(text: str, values: list[str]) -> None:
    assert [value for _, value in found("section", text)] == values


@pytest.mark.parametrize(
    "text",
    [
        "[\u25cf]",
        "____",
        "[insert name]",
        "[date]",
        "TBD",
        "[     ]",
        "[FILL: licence fee]",
        "[name of bank]",
        "[XX]",
        "[\u2026]",
        "\u25cf\u25cf\u25cf",
        "\u25cb\u25cb",
        "(      )",
    ],
)
def test_a_blank(text: str) -> None:
    assert found("blank", f"the fee {text} falls due") == [(text, "blank")]


def test_a_number_of_crosses_is_a_blank() -> None:
    assert found("blank", "Japanese Patent No. XXXXXXX and an XXX film") == [("XXXXXXX", "blank")]


@pytest.mark.parametrize(
    "text",
    ["[Reserved]", "[Intentionally omitted.]", "1 Definitions ........ 12", "\u25cf First item",
     "[Signature page to Agreement]", "[Note: to discuss]", "[***]", "snake_case"],
)  # fmt: skip
def test_no_blank(text: str) -> None:
    assert found("blank", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "[***]",
        "[*]",
        "[**]",
        "[* * *]",
        "[REDACTED]",
        "{***}",
        "[Confidential Treatment Requested]",
        "* * *",
        "[...***...]",
        "***",
    ],
)
def test_a_redaction(text: str) -> None:
    assert found("redacted", f"a royalty of {text} is due") == [(text, "redacted")]


@pytest.mark.parametrize(
    "text", ["parts marked with [***] are left out", "* * *", "a footnote* here", "5*4", "[\u25cf]"]
)
def test_no_redaction(text: str) -> None:
    assert found("redacted", text) == []


def test_a_redacted_amount_is_money_and_a_redaction() -> None:
    doc = reading("Licensee shall pay US$[***] within [\u25cf] days.").doc
    assert [span.text for span in doc.spans["money"]] == ["US$[***]"]
    assert [span.text for span in doc.spans["redacted"]] == ["[***]"]
    assert [span.text for span in doc.spans["duration"]] == ["[\u25cf] days"]
    assert [span.text for span in doc.spans["blank"]] == ["[\u25cf]"]


def test_spans_are_sorted_and_carry_their_values() -> None:
    doc = reading("A fee of EUR 10 falls due in 5 days.", "A fee of EUR 20 falls due in one year.").doc
    assert [(span.text, span._.value) for span in doc.spans["money"]] == [("EUR 10", "EUR 10"), ("EUR 20", "EUR 20")]
    assert [span._.value for span in doc.spans["duration"]] == ["5 days", "1 years"]


def test_nothing_runs_from_one_paragraph_into_the_next() -> None:
    doc = reading("The fee is thirty", "days after 30", "April", "2027").doc
    assert not doc.spans["duration"] and not doc.spans["date"]


@pytest.mark.parametrize(
    ("text", "value"),
    [("one million two hundred thousand", 1_200_000), ("two and one-half", 2.5), ("one half", 0.5), ("forty-five", 45),
     ("one hundred and eighty", 180), ("one point eight", 1.8), ("apples", None), ("three hundred thousand", 300_000)],
)  # fmt: skip
def test_numbers_in_words(text: str, value: float | None) -> None:
    assert numbers.words(text) == value


@pytest.mark.parametrize(
    "text", ["[" * 60_000, "_" * 60_000, "1" * 60_000, "one " * 15_000, "[*" * 30_000, "(" * 60_000, "1,000," * 10_000,
             "Section 1(a)" * 5_000, "US" * 30_000, "$" * 60_000, ". " * 30_000, "* " * 30_000, "Patent No. " * 6_000],
)  # fmt: skip
def test_hostile_text_takes_no_longer_than_its_length(text: str) -> None:
    start = time.perf_counter()
    find(text, lower(text))
    list(patent_numbers(text))
    assert time.perf_counter() - start < 2

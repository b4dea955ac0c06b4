"""What falls due in the first sixty days is drawn from the clauses, with its day, its bearer and its number."""

from __future__ import annotations

import pytest

from clausecheck import judge

from .small import PREAMBLE, read

DRAFT = PREAMBLE + "1. Payment\n1.1 "


def steps(*lines: str, effective: str = "2027-01-15") -> list[tuple[str, str, int | None, str]]:
    reading = read(DRAFT + "\n".join(lines))
    found = judge.after_signing(reading, effective)
    return [(step.kind, step.bearer, step.days, step.due) for step in found]


@pytest.mark.parametrize(
    ("line", "step"),
    [
        (
            "Licensee shall pay EUR 900 within thirty (30) days after the Effective Date.",
            ("Payment", "licensee", 30, "2027-02-14"),
        ),
        (
            "Within six weeks of the date of this Agreement Licensor shall deliver the drawings.",
            ("Delivery", "licensor", 42, "2027-02-26"),
        ),
        ("Upon signing, Licensee shall pay EUR 900.", ("Payment", "licensee", 0, "2027-01-15")),
        ("Licensor shall deliver the drawings by 1 February 2027.", ("Delivery", "licensor", 17, "2027-02-01")),
        (
            "Licensor shall submit the application form for the income tax convention before each payment.",
            ("Treaty form", "licensor", None, ""),
        ),
        (
            "Licensee shall register the licence with the Japan Patent Office.",
            ("Recordal or filing", "licensee", None, ""),
        ),
    ],
)
def test_a_step_is_drawn_with_its_day(line: str, step: tuple[str, str, int | None, str]) -> None:
    assert steps(line) == [step]


@pytest.mark.parametrize(
    "line",
    [
        "Licensee shall pay EUR 900 within ninety (90) days after the Effective Date.",
        "Licensee shall pay within thirty (30) days after receipt of an invoice.",
        "The term shall commence on the Effective Date.",
        "Licensor shall not deliver anything within thirty (30) days after the Effective Date.",
        "The patents subsisting at the Effective Date are licensed and shall be kept.",
        "Licensor shall deliver the drawings by 1 September 2027.",
        "Licensee shall send Licensor a copy within 20 days after signature of each sublicence.",
    ],
)
def test_other_days_are_none(line: str) -> None:
    assert steps(line) == []


def test_the_earliest_comes_first_and_without_an_effective_date_there_are_days_alone() -> None:
    late = "Licensee shall pay EUR 900 within sixty (60) days after the Effective Date."
    early = "1.2 Licensor shall deliver the drawings within ten days after the Effective Date."
    found = steps(late, early, effective="")
    assert [(days, due) for _, _, days, due in found] == [(10, ""), (60, "")]


def test_the_words_and_the_number_of_the_clause_are_quoted() -> None:
    reading = read(DRAFT + "Licensee shall pay EUR 900 within thirty (30) days after the Effective Date.")
    (step,) = judge.after_signing(reading)
    assert (step.evidence.number, step.evidence.quote) == ("1.1", "thirty (30) days after the Effective Date")

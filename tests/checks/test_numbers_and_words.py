from __future__ import annotations

import pytest

from .drafts import faults, quoted

CHECK = "numbers_and_words"


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The report is due within forty-five (30) days after that Quarter.", "forty-five (30) days"),
        ("The rate is five percent (7%) of Net Sales.", "five percent (7%)"),
        ("Licensee shall use it on twenty-four (20) machines.", "twenty-four (20)"),
        ("It ends on the third (4th) anniversary.", "third (4th)"),
        (
            "The fee is US$1,250,000 (One Million Two Hundred Thousand U.S. Dollars).",
            "US$1,250,000 (One Million Two Hundred Thousand U.S. Dollars)",
        ),
    ],
)
def test_words_and_figures_that_differ_are_quoted(sentence: str, words: str) -> None:
    assert quoted(CHECK, sentence) == [words]


@pytest.mark.parametrize(
    "sentence",
    [
        "Licensee shall pay within sixty (60) days.",
        "The rate is one point eight percent (1.8%).",
        "It was made in that year (2024) and one (1) copy was kept.",
        "The work has (1) phase one (2) phase two and (3) phase three.",
        "The fee is thirty thousand (30.000) euro.",
        "The fee is one thousand two hundred dollars and 50/100 ($1,200.50).",
        "The fee of Year One (1998) and of Year Two (1999) is 80 percent (1.5%) higher.",
        "See note five [1] and Section two (b).",
        "The rate is one and half percent (1.5%).",
        "The fifth (5th) payment and one and one-half percent (1.5%) interest.",
    ],
)
def test_what_agrees_or_is_no_pair_is_left_alone(sentence: str) -> None:
    assert quoted(CHECK, sentence) == []


def test_the_question_is_left_open() -> None:
    found = faults(CHECK, "The report is due within forty-five (30) days.")[0]
    assert found.suggestion is None
    assert "Confirm" in found.message

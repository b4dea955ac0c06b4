from __future__ import annotations

import pytest

from .drafts import faults, quoted

CHECK = "dates"


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The milestone falls on June 31, 2031 at the latest.", "June 31, 2031"),
        ("The stage ends on 30 February 2028.", "30 February 2028"),
        ("The report is due on 2027-13-01.", "2027-13-01"),
        ("The parties meet on Tuesday, 1 March 2027 in Osaka.", "Tuesday, 1 March 2027"),
        ("It is paid in Reiwa 7 (2026) at once.", "Reiwa 7 (2026)"),
        ("The term runs from 1 May 2027 until 30 April 2027.", "1 May 2027 until 30 April 2027"),
        ("Licensee shall pay the fee by 1 March 2020.", "1 March 2020"),
    ],
)
def test_what_cannot_be_is_quoted(sentence: str, words: str) -> None:
    assert quoted(CHECK, sentence) == [words]


@pytest.mark.parametrize(
    "sentence",
    [
        "The option ends on 29 February 2028.",
        "The parties meet on Monday, 1 March 2027 in Osaka.",
        "It is paid in Reiwa 8 (2026) and in fiscal year Reiwa 9 (April 2027 to March 2028).",
        "It is paid in fiscal year Reiwa 8 (ending March 2027).",
        "The term runs from 1 May 2027 until 30 April 2032.",
        "The parties signed a letter on 1 March 2020.",
        "The patent of 3 May 2027 has priority of 3 May 2026.",
        "Licensee shall pay the fee by 1 March 2030.",
    ],
)
def test_what_fits_is_left_alone(sentence: str) -> None:
    assert quoted(CHECK, sentence) == []


def test_a_day_gone_by_is_a_thing_to_decide() -> None:
    assert faults(CHECK, "Licensee shall pay the fee by 1 March 2020.")[0].severity == "warning"

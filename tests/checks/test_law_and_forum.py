from __future__ import annotations

import pytest

from .drafts import faults

CHECK = "law_and_forum"
JAPAN = "8.1 This Agreement is governed by the laws of Japan."
ARBITRATION = "8.2 All disputes shall be finally settled by arbitration in Osaka under the JCAA rules."


@pytest.mark.parametrize(
    "lines",
    [
        (JAPAN, "9.1 Orders and this Agreement are governed by the laws of France."),
        (ARBITRATION, "9.1 The Tokyo District Court shall have exclusive jurisdiction over all disputes."),
        (
            "8.1 The Tokyo District Court shall have exclusive jurisdiction over all disputes.",
            "9.1 The courts of Paris have sole jurisdiction.",
        ),
    ],
)
def test_two_of_a_kind_are_both_quoted(lines: tuple[str, ...]) -> None:
    found = faults(CHECK, "8. Law", *lines)
    assert len(found) == 1 and len(found[0].evidence) == 2


@pytest.mark.parametrize(
    "lines",
    [
        (JAPAN, ARBITRATION),
        (JAPAN, "9.1 The validity of a patent is decided under the law of the country that granted it."),
        (ARBITRATION, "9.1 A court of competent jurisdiction may grant interim relief."),
        (ARBITRATION, "9.1 The Tokyo District Court has exclusive jurisdiction to enforce an award."),
        ("8.1 This Agreement is governed by the laws of the State of New York and of the United States of America.",),
        (
            "8.1 The arbitration is held in Tokyo if Licensor is the respondent, and in Paris if Licensee is the "
            "respondent, and is settled by arbitration finally.",
            ARBITRATION,
        ),
    ],
)
def test_what_does_not_conflict_is_left_alone(lines: tuple[str, ...]) -> None:
    assert faults(CHECK, "8. Law", *lines) == []

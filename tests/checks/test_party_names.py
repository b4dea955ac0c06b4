from __future__ import annotations

import pytest

from clausecheck import checks

from .drafts import RULES, faults, look_at, words_at

PREAMBLE = (
    'This Agreement is made between Kitano Cell Systems Co., Ltd., a company of Japan ("Licensor"), and Birchwood '
    'Motors Inc., a company of Ohio ("Licensee").'
)
RULE = next(rule for rule in RULES.rules if rule.check == "party_names")


def quoted(*lines: str) -> list[str]:
    look = look_at((PREAMBLE, *lines))
    return [words_at(look, fault) for fault in checks.faults(RULE, look)]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("The goods go to Kitano Cell Systems K.K. by sea.", "Kitano Cell Systems K.K."),
        ("The goods go to Birchwood Motors Ltd. by sea.", "Birchwood Motors Ltd."),
        ("The goods go to Birchwood Mottors Inc. by sea.", "Birchwood Mottors Inc."),
        ("The goods go to Birchwod Motors Inc. by sea.", "Birchwod Motors Inc."),
    ],
)
def test_a_name_written_otherwise_is_quoted(line: str, words: str) -> None:
    assert quoted("1. Delivery", line) == [words]


@pytest.mark.parametrize(
    "line",
    [
        "KITANO CELL SYSTEMS CO., LTD. delivers the goods.",
        "The goods go to Kitano Cell Systems Company Limited by sea.",
        "The goods go to Birchwood Motors Incorporated by sea.",
        "Kitano Cell Systems Co., Ltd. (formerly Kitano Cell Systems K.K.) delivers the goods.",
        "The Licensee's subsidiary Birchwood Motors Ltd. may use the goods.",
        'The goods go to Birchwood Motors Ltd. ("BML") by sea.',
        "The escrow is held by Oakley Escrow LLC.",
        "The sum goes to an account with Pine Bank Corp. in Osaka.",
        "The Master Agreement between Elm Corp. and Fir Ltd. stays as it is.",
    ],
)
def test_other_companies_and_the_same_name_are_left_alone(line: str) -> None:
    assert quoted("1. Delivery", line) == []


def test_a_name_left_in_the_notices_is_quoted() -> None:
    line = (
        "9.1 Notices go by courier to: (for the Licensor) Legal Department, Kitano Battery Works K.K., 4-1 Sakae, "
        "Nagoya, legal@kitano.example; (for the Licensee) at the address above."
    )
    assert quoted("9. Notices", line) == ["Kitano Battery Works K.K."]


def test_a_copy_of_notices_goes_to_whom_one_likes() -> None:
    line = "9.1 Notices go to the address above, with a copy to Kitano Holdings K.K., 4-1 Sakae, Nagoya."
    assert quoted("9. Notices", line) == []


def test_a_stranger_over_a_signature_is_quoted() -> None:
    lines = ("IN WITNESS WHEREOF the parties have signed.", "Kitano Cell Systems Co., Ltd.", "By: ____________")
    assert quoted(*lines, "Ashford Tools LLC", "By: ____________") == ["Ashford Tools LLC"]
    assert quoted(*lines, "Birchwood Motors Inc.", "By: ____________") == []


def test_a_licensor_that_pays_the_royalty_is_asked_about() -> None:
    rightly = "2.1 The Licensee shall pay to the Licensor an initial payment of EUR 900."
    wrongly = "2.2 The Licensor shall pay to the Licensee a running royalty of 1.8% of Net Sales."
    assert quoted("2. Payment", rightly, wrongly) == [
        "The Licensor shall pay to the Licensee a running royalty of 1.8% of Net Sales"
    ]


@pytest.mark.parametrize(
    "line",
    [
        "2.2 The Licensor shall pay to the Licensee a royalty for the use of the Improvements.",
        "2.2 The Licensor shall refund royalties that were paid in excess.",
        "2.2 The Licensor shall pay royalties to third parties.",
        "2.2 The Licensor shall pay the Licensee's damages and royalties.",
    ],
)
def test_what_a_licensor_may_owe_is_left_alone(line: str) -> None:
    assert quoted("2. Payment", "2.1 The Licensee shall pay to the Licensor a royalty of 2% of Net Sales.", line) == []


def test_the_same_fault_at_two_places_is_one() -> None:
    look = look_at((PREAMBLE, "1. A", "It goes to Kitano Cell Systems K.K. now.", "Kitano Cell Systems K.K. gets it."))
    (found,) = checks.faults(RULE, look)
    assert len(found.evidence) == 2
    assert faults("party_names", "1. A", "Nothing is said.") == []

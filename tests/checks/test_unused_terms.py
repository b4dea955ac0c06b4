from __future__ import annotations

import pytest

from .drafts import faults

CHECK = "unused_terms"
DEFINED = '"Pilot Line" means the line in Kobe.'


def test_a_term_that_nothing_uses_is_a_note_at_its_definition() -> None:
    (found,) = faults(CHECK, DEFINED, "The Licensee makes pumps.")
    assert found.severity == "note"
    assert found.evidence[0].paragraph == 1


def test_a_weighty_term_that_nothing_uses_is_to_decide() -> None:
    (found,) = faults(CHECK, '"Net Sales" means what was invoiced.', "The Licensee makes pumps.")
    assert found.severity == "warning"


@pytest.mark.parametrize(
    "use",
    [
        "The Licensee runs the Pilot Line.",
        "All pilot lines are cleaned.",
        'The pumps of the Pilot Line are sold ("Pumps").',
        "SCHEDULE 1 PILOT LINE",
    ],
)
def test_use_in_any_text_counts(use: str) -> None:
    assert [fault.key for fault in faults(CHECK, DEFINED, use, "Pumps are red.")] == []


def test_use_in_a_definition_counts_where_that_one_is_used() -> None:
    chained = (DEFINED, '"Pump" means what the Pilot Line makes.')
    assert faults(CHECK, *chained, "The Licensee sells each Pump.") == []
    assert {fault.key for fault in faults(CHECK, *chained, "The Licensee rests.")} == {"Pilot Line", "Pump"}


def test_one_of_two_names_is_enough() -> None:
    both = '"Storage Area Network" or "SAN" means a network of disks.'
    assert faults(CHECK, both, "The Licensee runs the SAN.") == []


def test_party_names_are_no_terms_to_use() -> None:
    assert faults(CHECK, 'Cedar Ltd ("Guarantor") is no party.', "The Guarantor pays.") == []

from __future__ import annotations

import pytest

from .drafts import faults, quoted

CHECK = "currencies"
EUROS = (
    "Licensee shall pay an initial payment of EUR 900,000.",
    "Licensee shall pay EUR 1,450 per day for further man-days.",
)


def test_the_less_used_currency_is_quoted() -> None:
    assert quoted(CHECK, *EUROS, "The royalty of each year shall not be less than ¥24,000,000.") == ["¥24,000,000"]


@pytest.mark.parametrize(
    "other",
    [
        "The royalty shall not be less than JPY 5,000; it is converted at the rate of the last day.",
        "Licensee shall carry insurance of not less than JPY 500,000,000.",
        "Disputes above JPY 300,000,000 go to three arbitrators.",
        "Alder Ltd has a capital of JPY 42,000,000.",
        "The liability for fees shall not exceed JPY 4,000,000.",
    ],
)
def test_a_rule_to_convert_and_sums_that_nobody_pays_are_left_alone(other: str) -> None:
    assert faults(CHECK, *EUROS, other) == []


def test_foreign_exchange_law_and_wire_transfers_are_no_rule_to_convert() -> None:
    lines = ("The Foreign Exchange and Foreign Trade Act applies.", "Payment is by telegraphic transfer to the bank.")
    assert len(faults(CHECK, *EUROS, *lines, "Licensee shall pay a fee of JPY 5,000.")) == 1

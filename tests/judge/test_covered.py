"""A country of the deal that no rule speaks of is named."""

from __future__ import annotations

import pytest

from clausecheck.judge import law_not_checked
from clausecheck.model import Applies, Case, Rule, Rulebook, Source


def rule(number: int, **parts) -> Rule:
    return Rule(f"rule{number}", f"TST-{number:02}", "clause", "Title", **parts)


BOOK = Rulebook((
    rule(1, applies=Applies(places={"law": ("jp",)})),
    rule(2, cases=(Case(Applies(places={"market": ("eu", "de")})),)),
    rule(3, sources=(Source("Patent Act", places={"patents": ("us",)}),)),
    rule(4, applies=Applies(places={"home": ("kr",)})),
    rule(5, applies=Applies(places={"licensor_home": ("jp",), "licensee_home": ("cn",)})),
))  # fmt: skip


@pytest.mark.parametrize(
    ("places", "unknown"),
    [
        ({}, ()),
        ({"law": ("jp",), "market": ("de",), "patents": ("us",)}, ()),
        ({"law": ("jp", "cn"), "payer": ("cn",)}, ("cn",)),
        ({"law": ("us",)}, ("us",)),  # rules on its patents say nothing of its contract law
        ({"law": ("us",), "patents": ("us",)}, ()),
        ({"payer": ("kr",), "licensee_home": ("kr",)}, ()),
        ({"licensor_home": ("jp",), "licensee_home": ("cn",)}, ("jp", "cn")),  # a rule on both is about neither alone
        ({"market": ("th", "vn"), "payer": ("th",)}, ("th", "vn")),
    ],
)
def test_countries_without_rules(places, unknown):
    assert law_not_checked(BOOK, places) == unknown

"""docs/concerns.md says which rule holds which concern: the codes exist, the page is up to date, the checks bite."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from clausecheck import rulebook
from clausecheck.model import Rulebook

DOCS = Path(__file__).resolve().parents[1] / "docs"


@pytest.fixture(scope="module")
def table() -> Iterator[ModuleType]:
    sys.path.insert(0, str(DOCS))
    try:
        import make_concerns

        yield make_concerns
    finally:
        sys.path.remove(str(DOCS))


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return rulebook.load()


def test_every_concern_is_held_by_a_rule_or_says_why_not(table: ModuleType, book: Rulebook) -> None:
    rows, planned = table.concerns()
    assert len(rows) == 80
    assert list(table.faults(rows, planned, book)) == []


def test_page_is_what_table_and_rulebook_say(table: ModuleType) -> None:
    assert (DOCS / "concerns.md").read_text(encoding="utf-8") == table.page(), "run make docs"


@pytest.mark.parametrize(
    ("rules", "planned", "told"),
    [
        ([], [], "has no rule and no reason"),
        (["GRT-01", "XYZ-01"], [], "there is no rule XYZ-01"),
        (["GRT-01.no_such_part"], [], "GRT-01 has no no_such_part"),
        (["GRT-01"], ["GRT-01"], "in the rulebook now: GRT-01"),
        (["GRT-01"], ["XYZ-01"], "named by no concern: XYZ-01"),
        (["GRT-01", "GRT-05.affiliates", "XYZ-01.part"], ["XYZ-01"], ""),
    ],
)
def test_what_is_wrong_is_told(
    table: ModuleType, book: Rulebook, rules: list[str], planned: list[str], told: str
) -> None:
    found = list(table.faults([table.Concern(1, "A concern.", tuple(rules), "")], frozenset(planned), book))
    assert [told in one for one in found] == ([True] if told else [])

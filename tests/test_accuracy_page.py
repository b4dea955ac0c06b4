"""docs/accuracy.md names what the benchmark measures, no more and no less."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def benchmark() -> Iterator[ModuleType]:
    sys.path.insert(0, str(ROOT / "benchmarks"))
    try:
        import accuracy

        yield accuracy
    finally:
        sys.path.remove(str(ROOT / "benchmarks"))


@pytest.fixture(scope="module")
def page() -> str:
    return (ROOT / "docs" / "accuracy.md").read_text(encoding="utf-8")


def section(page: str, title: str) -> str:
    return page.split(f"## {title}\n", 1)[1].split("\n## ", 1)[0]


def test_page_has_a_row_for_each_category_in_the_order_of_the_benchmark(page: str, benchmark: ModuleType) -> None:
    rows = re.findall(r"^\| ([A-Z][^|]*?) \|", section(page, "Lawyers' labels of other agreements"), re.MULTILINE)
    assert rows == [category.name for category in benchmark.CATEGORIES]


def test_page_has_a_section_for_each_part(page: str, benchmark: ModuleType) -> None:
    told = re.findall(r"^\| `([a-z]+)` \|", page, re.MULTILINE)
    assert tuple(told) == benchmark.PARTS
    assert set(re.findall(r"--part ([a-z]+)", page)) == set(benchmark.PARTS)

"""Files changed at random end in a review or in one sentence; a failure names the seed that makes its file again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from clausecheck import rulebook
from clausecheck.model import ClausecheckError, Rulebook
from clausecheck.reports import html, json_report
from clausecheck.review import Order, examine
from clausecheck.word import open_package

from .fuzz import marked, mutated, sources

SEED = 20261123


def failures(seeds: Iterable[int], files: Sequence[bytes], folder: Path) -> tuple[list[str], int]:
    """What went wrong, by seed, and how many files were read and marked."""
    wrong, read = [], 0
    path = folder / "draft.docx"
    for seed in seeds:
        path.write_bytes(mutated(seed, files))
        try:
            read += marked(path, seed)
        except Exception as error:
            wrong.append(f"seed {seed}: {type(error).__name__}: {str(error)[:200]}")
    return wrong, read


def test_a_sample_of_changed_files_ends_without_a_traceback(tmp_path: Path) -> None:
    wrong, read = failures(range(SEED, SEED + 150), sources(), tmp_path)
    assert wrong == []
    assert read > 75  # most changes leave a file that can be read: else this would test the refusals alone


@pytest.mark.proof
def test_two_thousand_changed_files_end_without_a_traceback(tmp_path: Path) -> None:
    wrong, read = failures(range(SEED, SEED + 2000), sources(), tmp_path)
    assert wrong == []
    assert read > 1000


@pytest.mark.proof
def test_changed_files_of_others_end_without_a_traceback(tmp_path: Path, shared: Path) -> None:
    wrong, _ = failures(range(SEED, SEED + 500), sources(shared / "docx" / "wild"), tmp_path)
    assert wrong == []


@pytest.fixture(scope="module")
def rules() -> Rulebook:
    return rulebook.load(("licence",))


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(SEED, SEED + 24))
def test_changed_files_are_reviewed_or_refused(seed: int, tmp_path: Path, rules: Rulebook) -> None:
    path = tmp_path / "draft.docx"
    path.write_bytes(mutated(seed, sources()))
    try:
        review = examine(open_package(path), Order(rules=rules, today="2026-11-23"))
    except ClausecheckError as error:
        assert str(error).endswith(".") and "\n" not in str(error)
        return
    assert json_report.render(review) and html.render(review)


def test_the_same_seed_gives_the_same_file() -> None:
    files = sources()
    assert [mutated(seed, files) for seed in range(9)] == [mutated(seed, files) for seed in range(9)]

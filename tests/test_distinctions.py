"""Fine distinctions that a careful lawyer draws: what is operative, what clauses really say, what a paper is at all."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from distinctions.cases import SIDES, STATUS, Case, cases, save, wrong

from clausecheck.cli.main import main

OPERATIVE, CLAUSES, PAPERS = cases("operative"), cases("clauses"), cases("papers")
ALL = [*OPERATIVE, *CLAUSES, *PAPERS]
BY_COMMAND = (
    "a recital is no grant",
    "items over paragraphs",
    "secrecy under another agreement",
    "a letter to you",
    "a supply agreement",
)


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("case", ALL, ids=lambda case: case.name)
def test_a_draft_is_read_as_a_careful_lawyer_reads_it(case: Case, side: str) -> None:
    assert wrong(case, side) == []


def test_there_are_cases_enough_and_each_has_its_own_name() -> None:
    assert len({case.name for case in ALL}) == len(ALL) >= 60


@pytest.mark.parametrize("case", [case for case in ALL if case.name in BY_COMMAND], ids=lambda case: case.name)
def test_the_command_says_the_same(case: Case, tmp_path: Path) -> None:
    save(case, draft := tmp_path / "draft.docx")
    call = ["review", str(draft), "--side", "licensee", "--format", "json", "--output", str(tmp_path / "out.json")]
    done = CliRunner().invoke(main, call)
    assert done.exit_code in (0, 1), done.output
    told = {clause["type"]: clause for clause in json.loads((tmp_path / "out.json").read_text("utf-8"))["clauses"]}
    for kind, words in {**case.expect, **case.sides.get("licensee", {})}.items():
        status, *stances = words.split()
        assert told[kind]["status"] in STATUS.get(status, (status,))
        assert stances == ["*"] or set(told[kind]["stance"]) == set(stances)

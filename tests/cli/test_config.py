"""`clausecheck config show`, and a review under the deal's own file."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from clausecheck.cli.main import main

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
DEAL = """\
side: licensee
people: [A. Sato, K. Mori]
disable: [GRT-05]
waive:
  - {code: SUP-02, reason: agreed on the phone, by: A. Sato, until: "2099-12-31"}
"""


@pytest.fixture
def draft(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return Path(shutil.copy(SAMPLES / "faulty.docx", tmp_path / "draft.docx"))


def run(*call: str | Path):
    return CliRunner().invoke(main, [*map(str, call)])


def test_without_a_file_all_is_default(draft):
    said = run("config", "show", draft).stdout
    assert said.startswith("file     no clausecheck.yaml beside the draft or above it\n")
    lines = ("side     neutral", "paper    theirs", "stage    round", "rules    licence")
    assert "".join(f"{line}  [default]\n" for line in lines) in said
    assert run("config", "show").stdout == said


def test_what_is_in_force_and_from_where(draft):
    Path("clausecheck.yaml").write_text(DEAL, encoding="utf-8")
    assert run("config", "show", draft).stdout.splitlines() == [
        "file     clausecheck.yaml",
        "side     licensee  [clausecheck.yaml]",
        "paper    theirs  [default]",
        "stage    round  [default]",
        "rules    licence, this deal's changes  [clausecheck.yaml]",
        "people   A. Sato, K. Mori  [clausecheck.yaml]",
        "waive    SUP-02: agreed on the phone, A. Sato, until 2099-12-31  [clausecheck.yaml]",
    ]


def test_the_file_counts_and_the_command_line_stands_over_it(draft):
    Path("clausecheck.yaml").write_text(DEAL, encoding="utf-8")

    def reviewed(*options: str):
        return json.loads(run("review", draft, "--format", "json", "--output", "-", *options).stdout)

    plain, other = reviewed(), reviewed("--side", "licensor", "--paper", "ours")
    assert (plain["settings"]["side"], plain["settings"]["paper"]) == ("licensee", "theirs")
    assert (other["settings"]["side"], other["settings"]["paper"]) == ("licensor", "ours")
    assert [book["name"] for book in plain["settings"]["rulebook"]] == ["licence", "clausecheck"]
    assert "GRT-05" not in {one["code"] for one in plain["findings"]}
    waived = {one["code"]: one["waived"] for one in plain["findings"] if one["waived"]}
    assert waived == {"SUP-02": "agreed on the phone (A. Sato, until 2099-12-31)"}
    assert sum(plain["summary"].values()) == len(plain["findings"]) - 1


def test_a_fault_in_the_file_is_one_sentence(draft):
    Path("clausecheck.yaml").write_text("side: licensee\nwho: me\n", encoding="utf-8")
    for call in (("config", "show", draft), ("review", draft)):
        done = run(*call)
        assert done.exit_code == 2
        assert done.stderr.strip() == "Error: clausecheck.yaml:2: there is no key who here"
    assert run("config", "show", "no.docx").exit_code == 2

"""`clausecheck rules`: list, explain, check, test, schema."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from clausecheck.cli.main import main

RULE = """\
id: cake
code: TST-01
kind: term
title: Cake
find: ["cake"]
near-miss: ["cake tin"]
sides: {licensor: note, licensee: "off"}
why: A cake is not a licence.
sources:
  - {title: "Book of cakes", url: "https://example.org/cakes", places: {law: [jp]}}
  - {title: "Law of cakes", verified: true}
examples:
  - {text: Licensee shall bring a cake., expect: found}
  - {text: Licensee shall bring a cake tin., expect: none}
"""


def run(*args: str | Path) -> Result:
    return CliRunner().invoke(main, ["rules", *map(str, args)])


@pytest.fixture
def cake(tmp_path: Path) -> Path:
    (tmp_path / "cake.yaml").write_text(RULE, encoding="utf-8")
    return tmp_path


def test_list_names_every_rule(cake: Path) -> None:
    result = run("list", "--rules", "licence", "--rules", cake)
    assert result.exit_code == 0
    lines = [line.split() for line in result.stdout.splitlines()]
    assert lines[0] == ["CODE", "ID", "KIND", "TYPE", "LICENSOR", "LICENSEE", "TITLE"]
    assert ["GRT-05", "sublicensing", "clause", "sublicensing", "warning", "warning", "Sublicensing"] in lines
    assert ["TST-01", "cake", "term", "-", "note", "off", "Cake"] in lines


@pytest.mark.parametrize("name", ["sublicensing", "GRT-05", "grt-05"])
def test_explain_says_all_that_counsel_asks(name: str) -> None:
    result = run("explain", name)
    assert result.exit_code == 0
    for said in (
        "GRT-05  Sublicensing",
        "May the Licensee sublicense",
        "Why: ",
        "consent_required",
        "such as: ",
        "A good clause also has flow_down",
        "Not counted within:",
        "not this: ",
        "Wording: sublicensing.j2",
    ):
        assert said in result.stdout


def test_explain_marks_what_nobody_verified(cake: Path) -> None:
    result = run("explain", "cake", "--rules", cake)
    assert "Book of cakes <https://example.org/cakes> [law: jp] (not verified)" in result.stdout
    assert "Law of cakes\n" in result.stdout


def test_explain_an_unknown_rule() -> None:
    result = run("explain", "sublicencing")
    assert result.exit_code == 2
    assert "did you mean sublicensing?" in result.stderr


def test_check_is_silent_where_all_is_well(cake: Path) -> None:
    result = run("check", "--rules", cake)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "Rules checked: 1. Faults: 0." in result.stderr


def test_check_tells_every_fault_and_exits_with_one(cake: Path) -> None:
    text = RULE.replace("cake tin", "ca*").replace("off", "of")
    (cake / "cake.yaml").write_text(text, encoding="utf-8")
    result = run("check", "--rules", cake)
    assert result.exit_code == 1
    assert "cake.yaml:7: licensee: of is none of" in result.stdout
    (cake / "cake.yaml").write_text(text.replace('"of"', "note"), encoding="utf-8")
    assert "cake.yaml:6: in “ca*”: the stem ca* is too short" in run("check", "--rules", cake).stdout


def test_check_asks_for_the_template_that_a_rule_names(cake: Path) -> None:
    (cake / "cake.yaml").write_text(RULE + "milder: cake.j2\n", encoding="utf-8")
    result = run("check", "--rules", cake)
    assert result.exit_code == 1
    assert "cake.yaml:15: there is no template cake.j2" in result.stdout


def test_check_one_rule_by_name_or_file(cake: Path) -> None:
    for name in ("cake", "TST-01", cake / "cake.yaml"):
        assert "Rules checked: 1." in run("check", name, "--rules", "licence", "--rules", cake).stderr
    assert run("check", "pie", "--rules", cake).exit_code == 2


def test_check_refuses_what_cannot_be_read(cake: Path) -> None:
    (cake / "cake.yaml").write_text("id: [", encoding="utf-8")
    result = run("check", "--rules", cake)
    assert result.exit_code == 2
    assert "cake.yaml:" in result.stderr and "not valid YAML" in result.stderr


def test_test_runs_the_examples(cake: Path) -> None:
    result = run("test", "--rules", cake)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "Rules: 1. Examples: 2. Failed: 0." in result.stderr


def test_test_says_what_failed_and_exits_with_one(cake: Path) -> None:
    (cake / "cake.yaml").write_text(RULE.replace('near-miss: ["cake tin"]\n', ""), encoding="utf-8")
    result = run("test", "cake", "--rules", cake)
    assert result.exit_code == 1
    assert "text:     Licensee shall bring a cake tin." in result.stdout
    assert "expected: nothing found" in result.stdout
    assert "got:      found" in result.stdout
    assert "matched:  find: cake" in result.stdout


def test_schema_is_json_for_editors() -> None:
    result = run("schema")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["$schema"].startswith("https://json-schema.org/")


@pytest.mark.parametrize("command", ["list", "explain", "check", "test", "schema"])
def test_help_holds_an_example_to_copy(command: str) -> None:
    assert f"clausecheck rules {command}" in run(command, "--help").stdout

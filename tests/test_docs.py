"""The documents say what the program does: commands, links, and the rule that CONTRIBUTING shows."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from clausecheck.cli.main import COMMANDS, main

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


@pytest.fixture(scope="module")
def reference() -> Iterator[str]:
    sys.path.insert(0, str(ROOT / "docs"))
    try:
        from make_reference import reference

        yield reference()
    finally:
        sys.path.remove(str(ROOT / "docs"))


def test_cli_page_is_what_help_says(reference: str) -> None:
    assert (ROOT / "docs" / "cli.md").read_text(encoding="utf-8") == reference, "run make docs"


def test_every_command_shows_an_example_to_copy(reference: str) -> None:
    for name in COMMANDS:
        section = reference.split(f"## clausecheck {name}\n", 1)[1].split("\n## ", 1)[0]
        assert f"  clausecheck {name}" in section or f"## clausecheck {name} " in reference


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_of_a_page_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if "://" not in link and not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_of_a_page_exist(page: Path) -> None:
    told = re.findall(r"(?:^|`)clausecheck ([a-z]+)", page.read_text(encoding="utf-8"), re.MULTILINE)
    assert set(told) <= set(COMMANDS)


def test_make_targets_of_the_pages_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    told = {name for page in PAGES for name in re.findall(r"(?:^|`)make ([a-z]+)", page.read_text(), re.MULTILINE)}
    assert told <= targets
    helped = set(re.findall(r'@echo "make ([a-z]+)', makefile))
    assert {"demo", "test", "check", "proof"} <= helped <= targets


@pytest.fixture
def folder_of_rules(tmp_path: Path) -> Path:
    """A folder with the rule that CONTRIBUTING shows."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    (tmp_path / "press_releases.yaml").write_text(text.split("```yaml\n", 1)[1].split("```", 1)[0], encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("command", ["check", "test"])
def test_rule_in_contributing_passes_the_commands_beside_it(folder_of_rules: Path, command: str) -> None:
    assert f"clausecheck rules {command} --rules my-rules/" in (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    done = CliRunner().invoke(main, ["rules", command, "--rules", str(folder_of_rules)])
    assert done.exit_code == 0, done.output

"""Imports go down only (DESIGN.md section 2), and only one module calls a spaCy Matcher."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "clausecheck"
STAGES = {"word", "language", "rulebook", "checks", "judge", "suggest"}
TOP = {"cli", "web", "portfolio", "__main__"}
MAY_IMPORT = {
    "model": set(),
    **{stage: {"model"} for stage in STAGES},
    "reports": {"model"},
    "deal": {"model", "rulebook"},
    "termsheet": {"model", "rulebook", "language"},
    "review": {"model", "reports", "deal", "termsheet", *STAGES},
    "proof": {"model", "reports", *STAGES},
    **{name: {"model", "reports", "review", "proof", "deal", "termsheet", *STAGES, *TOP} for name in TOP},
    "shipped": {"model"},
    "__init__": {"model", "review"},
}
ANYWHERE = {"shipped", ""}  # "": the package itself, for its version
MATCHERS = {"Matcher", "PhraseMatcher", "DependencyMatcher"}


def stage(module: str) -> str:
    """The part of the program that a dotted name below clausecheck belongs to."""
    return module.split(".")[0]


def own_name(path: Path) -> str:
    """The dotted name of a source file below clausecheck; a package's own file is named like the package."""
    parts = list(path.relative_to(PACKAGE).with_suffix("").parts)
    return ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts)


def resolved(node: ast.ImportFrom, path: Path) -> Iterator[str]:
    """The names below clausecheck that one ``from … import`` reaches; nothing where it reaches outside."""
    if not node.level:
        base = (node.module or "").split(".")
        if base[0] != "clausecheck":
            return
        base = base[1:]
    else:
        folder = path.relative_to(PACKAGE).parent.parts
        base = [*folder[: len(folder) - node.level + 1], *(node.module.split(".") if node.module else [])]
    if base:
        yield ".".join(base)
        return
    for alias in node.names:
        found = (PACKAGE / alias.name).is_dir() or (PACKAGE / f"{alias.name}.py").is_file()
        yield alias.name if found else ""


def imports(path: Path) -> Iterator[str]:
    """Every name below clausecheck that a source file imports, at its top or inside a function."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            yield from resolved(node, path)
        elif isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name.split(".")[0] == "clausecheck":
                    yield alias.name.partition(".")[2]


def allowed(path: Path, target: str) -> bool:
    """Whether that file may import that name."""
    own = own_name(path)
    here, there = stage(own), stage(target)
    if there in ANYWHERE or here == there or there in MAY_IMPORT[here]:
        return True
    return own == "reports.docx" and there == "word"


FILES = sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: own_name(path))
def test_imports_go_down_only(path: Path) -> None:
    assert [target for target in imports(path) if not allowed(path, target)] == []


def test_every_part_of_the_program_has_its_level() -> None:
    assert {stage(own_name(path)) for path in FILES} <= set(MAY_IMPORT)


@pytest.mark.parametrize("path", FILES, ids=lambda path: own_name(path))
def test_only_the_matching_module_uses_a_matcher(path: Path) -> None:
    names = {
        node.attr if isinstance(node, ast.Attribute) else node.id
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute | ast.Name)
    }
    assert not names & MATCHERS or own_name(path) == "rulebook.match"


@pytest.mark.parametrize("path", FILES, ids=lambda path: own_name(path))
def test_files_fit_in_the_head(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 300
    for mark in ("# TODO", "FIXME", "# noqa", "# type: ignore", "raise NotImplementedError"):
        assert mark not in text


@pytest.mark.parametrize(
    ("source", "target", "may"),
    [
        ("review.py", "word", True),
        ("word/text.py", "model", True),
        ("word/text.py", "language", False),
        ("model/draft.py", "word", False),
        ("reports/html.py", "word", False),
        ("reports/docx.py", "word.comments", True),
        ("suggest/write.py", "shipped", True),
        ("review.py", "cli", False),
    ],
)
def test_the_levels_are_those_of_the_design(source: str, target: str, may: bool) -> None:
    assert allowed(PACKAGE / source, target) is may

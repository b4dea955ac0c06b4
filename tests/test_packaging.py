"""A real wheel and a real source archive: what they must hold, what they must not, and that the wheel works alone."""

from __future__ import annotations

import configparser
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parents[1]
SHIPPED = ["clausecheck", "rules", "templates", "samples", "setup.py", "setup.cfg", "pyproject.toml"]
SHIPPED += ["MANIFEST.in", "README.md", "LICENSE", "CHANGELOG.md"]
JUNK = ("__pycache__", ".pyc", "tests/", ".venv", "shared", ".review.html", ".internal.docx", "clausecheck-demo")


def run(*call: str, folder: Path, path: str = "") -> str:
    """The output of a Python call in ``folder``; fails with its error text."""
    environment = {**os.environ, "PYTHONPATH": path}
    done = subprocess.run(
        [sys.executable, *call], cwd=folder, env=environment, capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder ``dist`` with a wheel and a source archive, built from a copy of the checkout."""
    copy = tmp_path_factory.mktemp("checkout")
    leave = shutil.ignore_patterns("__pycache__", "*.internal.docx", "*.review.html")
    for name in SHIPPED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, copy / name, ignore=leave)
        else:
            shutil.copy(source, copy / name)
    code = "from setuptools import build_meta as b; b.build_sdist('dist'); b.build_wheel('dist')"
    run("-c", code, folder=copy)
    return copy / "dist"


@pytest.fixture(scope="module")
def wheel(built: Path) -> set[str]:
    with zipfile.ZipFile(next(built.glob("*.whl"))) as archive:
        return set(archive.namelist())


def data_files(folder: str, pattern: str) -> set[str]:
    return {f"clausecheck/{path.relative_to(ROOT).as_posix()}" for path in (ROOT / folder).rglob(pattern)}


def test_wheel_carries_rules_templates_and_samples(wheel: set[str]) -> None:
    wanted = data_files("rules", "*.yaml") | data_files("templates", "*.j2") | data_files("samples", "*.docx")
    assert "clausecheck/samples/faulty.docx" in wanted
    assert wanted - wheel == set()


def test_wheel_carries_every_module_and_report_file(wheel: set[str]) -> None:
    package = ROOT / "clausecheck"
    wanted = {
        path.relative_to(ROOT).as_posix()
        for suffix in ("py", "j2", "json", "css", "js")
        for path in package.rglob(f"*.{suffix}")
    }
    assert wanted - wheel == set()


def test_wheel_carries_nothing_else(wheel: set[str]) -> None:
    strangers = {name for name in wheel if not name.startswith(("clausecheck/", "clausecheck-"))}
    scripts = {name for name in wheel if name.startswith("clausecheck/samples/") and not name.endswith(".docx")}
    assert strangers | scripts | {name for name in wheel if any(junk in name for junk in JUNK)} == set()


def test_source_archive_carries_what_it_is_built_from_and_no_junk(built: Path) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    wanted = {"setup.py", "setup.cfg", "pyproject.toml", "LICENSE", "rules/words.yaml", "samples/make.py"}
    assert wanted - names == set()
    assert {name for name in names if any(junk in name for junk in JUNK)} == set()


def test_unpacked_wheel_finds_its_data_from_a_foreign_folder(built: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    with zipfile.ZipFile(next(built.glob("*.whl"))) as archive:
        archive.extractall(site)
    foreign = tmp_path / "elsewhere"
    foreign.mkdir()
    code = "from clausecheck.shipped import shipped; print(*map(shipped, ('rules', 'templates', 'samples')), sep='\\n')"
    found = run("-c", code, folder=foreign, path=str(site)).splitlines()
    assert found == [str(site / "clausecheck" / name) for name in ("rules", "templates", "samples")]
    listed = run("-m", "clausecheck", "--version", folder=foreign, path=str(site))
    assert listed.startswith("clausecheck, version")


def test_every_package_is_listed() -> None:
    config = configparser.ConfigParser()
    config.read(ROOT / "setup.cfg")
    listed = set(config["options"]["packages"].split())
    folders = {path.parent for path in (ROOT / "clausecheck").rglob("__init__.py")}
    assert {".".join(folder.relative_to(ROOT).parts) for folder in folders} <= listed


def test_only_the_build_backend_stands_in_pyproject() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert [line for line in text.splitlines() if line.startswith("[")] == ["[build-system]"]

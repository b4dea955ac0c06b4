"""Hostile and broken files end in one sentence and exit code 2, soon and small; what is merely odd is read."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from clausecheck.model import ClausecheckError
from clausecheck.word import open_package, read
from clausecheck.word.markup import Comment, write_marked

from . import hostile, hostile_values, hostile_xml

ALL = [case for module in (hostile, hostile_xml, hostile_values) for case in module.cases()]
REFUSED, READ = [case for case in ALL if case.words], [case for case in ALL if not case.words]
SMALL = [case for case in REFUSED if not case.large]
SECONDS, MEGABYTES = 2.0, 300.0
ODD_SECONDS = 20.0  # for what is read although nobody writes it: far from what a quadratic step would take

# The reviewer's own parent is small: a process also counts the memory of the one that it was forked from
LAUNCHER = """
import os, sys
child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ)
_, status, used = os.wait4(child, 0)
print("measured", os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, used.ru_maxrss)
"""
posix = pytest.mark.skipif(not hasattr(os, "posix_spawn") or sys.platform == "darwin", reason="measures as Linux does")


@dataclass(frozen=True, slots=True)
class Run:
    """How a review ended; ``seconds`` of both processors, ``megabytes`` at most."""

    code: int
    errors: str
    seconds: float
    megabytes: float


def reviewed(path: Path) -> Run:
    """`clausecheck review --quiet path` in a process of its own: a busy machine would tell its progress."""
    command = [
        sys.executable,
        "-S",
        "-c",
        LAUNCHER,
        sys.executable,
        "-m",
        "clausecheck",
        "review",
        "--quiet",
        str(path),
    ]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    *shown, code, seconds, kilobytes = done.stdout.split()
    assert int(code) != 2 or shown == ["measured"]
    return Run(int(code), done.stderr, float(seconds), float(kilobytes) / 1024)


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> float:
    """Seconds that it takes to start, and to refuse an empty file."""
    path = tmp_path_factory.mktemp("bare") / "draft.docx"
    path.touch()
    return min(reviewed(path).seconds for _ in range(3))


@posix
@pytest.mark.slow
@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case.name)
def test_hostile_files_are_refused_in_one_sentence(case: hostile.Case, tmp_path: Path, bare: float) -> None:
    path = tmp_path / "draft.docx"
    case.write(path)
    run = reviewed(path)
    assert run.code == 2
    assert run.errors.startswith("Error: ") and run.errors.endswith(".\n") and run.errors.count("\n") == 1
    assert case.words in run.errors and "clausecheck failed" not in run.errors
    assert run.seconds - bare < SECONDS and run.megabytes < MEGABYTES
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("case", SMALL, ids=lambda case: case.name)
def test_hostile_files_are_refused_before_any_review(case: hostile.Case, tmp_path: Path) -> None:
    path = tmp_path / "draft.docx"
    case.write(path)
    with pytest.raises(ClausecheckError) as error:
        come_through(path)
    assert case.words in str(error.value)


def come_through(path: Path) -> None:
    """Read a file, and mark its first paragraph."""
    package = open_package(path)
    draft = read(package)
    notes = [Comment(0, 0, 1, ("Title", "What."))] if draft.body else []
    write_marked(package, draft, notes, [], "2026-11-23T00:00:00Z", path.with_name("marked.docx"))


@pytest.mark.parametrize(
    "case",
    [pytest.param(case, id=case.name, marks=[pytest.mark.slow] if case.large else []) for case in READ],
)
def test_odd_files_are_read_and_marked_in_bounded_time(case: hostile.Case, tmp_path: Path) -> None:
    path = tmp_path / "draft.docx"
    case.write(path)
    started = os.times()
    come_through(path)
    assert os.times().user - started.user < ODD_SECONDS


@posix
@pytest.mark.proof
@pytest.mark.parametrize("case", READ, ids=lambda case: case.name)
def test_odd_files_are_reviewed(case: hostile.Case, tmp_path: Path) -> None:
    path = tmp_path / "draft.docx"
    case.write(path)
    run = reviewed(path)
    assert run.code in (0, 1) or ("clausecheck failed" not in run.errors and run.errors.endswith(".\n"))


def test_nothing_outside_of_the_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "draft.docx"
    next(case for case in ALL if case.name == "inclusion of another file").write(path)
    assert [paragraph.text for paragraph in read(open_package(path)).body] == [""]


@pytest.mark.parametrize("path", [Path("/dev/zero"), Path()])
def test_what_is_no_file_is_refused(path: Path) -> None:
    with pytest.raises(ClausecheckError, match="name the Word file"):
        open_package(path)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "draft.docx"
    os.mkfifo(pipe)
    with pytest.raises(ClausecheckError, match="not a file"):
        open_package(pipe)


def names() -> Iterator[str]:
    return (case.name for case in ALL)


def test_every_case_has_a_name_of_its_own() -> None:
    assert len(set(names())) == len(ALL)

"""`clausecheck demo`: a folder, the sample, its review, and what to open."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from clausecheck.cli.main import main
from clausecheck.shipped import shipped


def test_demo_reviews_the_sample_for_the_licensee_and_says_what_to_open(tmp_path: Path) -> None:
    folder = tmp_path / "try" / "it"
    done = CliRunner().invoke(main, ["demo", "--output", str(folder)])
    assert done.exit_code == 0, done.output
    assert {path.name for path in folder.iterdir()} == {"faulty.docx", "faulty.internal.docx", "faulty.review.html"}
    assert (folder / "faulty.docx").read_bytes() == (shipped("samples") / "faulty.docx").read_bytes()
    assert "Not ready to sign for Licensee" in done.output
    assert f"Open {folder / 'faulty.internal.docx'}" in done.output


def test_demo_can_be_run_again_in_the_same_folder(tmp_path: Path) -> None:
    for _ in range(2):
        assert CliRunner().invoke(main, ["demo", "--output", str(tmp_path)]).exit_code == 0


def test_demo_that_cannot_write_says_so_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    done = CliRunner().invoke(main, ["demo", "--output", str(tmp_path / "taken")])
    assert done.exit_code == 2
    assert "Traceback" not in done.output

"""`clausecheck review` as its user meets it: files written, exit codes, one sentence for what cannot be read."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from docx import Document

from clausecheck import rulebook
from clausecheck.cli.main import main
from clausecheck.cli.outputs import target

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
PICTURE = next((SAMPLES.parent / "docs" / "images").glob("*.png"))


@pytest.fixture
def draft(tmp_path):
    return Path(shutil.copy(SAMPLES / "faulty.docx", tmp_path / "draft.docx"))


def _run(*call: str | Path):
    return CliRunner().invoke(main, ["review", *map(str, call)])


def test_by_default_a_marked_draft_and_a_page_lie_beside_the_draft(draft):
    before = draft.read_bytes()
    done = _run(draft, "--side", "licensee")
    assert done.exit_code in (0, 1), done.output
    assert sorted(p.name for p in draft.parent.iterdir()) == ["draft.docx", "draft.internal.docx", "draft.review.html"]
    assert draft.read_bytes() == before
    assert "for Licensee" in done.output  # on a busy machine progress on stderr stands before it
    assert "rules checked" in done.output


def test_without_a_side_it_says_so_first(draft):
    assert _run(draft).stdout.startswith("Read for neither party")


def test_the_edition_for_the_other_side_has_its_own_name(draft):
    _run(draft, "--for", "counterparty", "--format", "docx")
    assert (draft.parent / "draft.comments.docx").is_file()


@pytest.mark.parametrize(
    ("stem", "edition", "name"),
    [
        ("draft.internal", "internal", "draft.internal.2.docx"),
        ("draft.internal.2", "internal", "draft.internal.3.docx"),
        ("draft.internal.2", "counterparty", "draft.comments.2.docx"),
        ("draft.comments", "internal", "draft.internal.docx"),
        ("draft.v2", "internal", "draft.v2.internal.docx"),
        (".internal", "internal", ".internal.internal.docx"),
    ],
)
def test_a_file_that_we_marked_before_has_a_successor(tmp_path, stem, edition, name):
    given = tmp_path / f"{stem}.docx"
    assert target(given, "docx", ("docx",), None, edition) == tmp_path / name
    assert target(given, "json", ("json",), None, edition) == tmp_path / f"{stem}.review.json"


def test_a_reviewed_file_is_never_written_over(draft):
    _run(draft, "--format", "docx")
    first = draft.with_name("draft.internal.docx")
    before = first.read_bytes()
    _run(first, "--format", "docx")
    assert first.read_bytes() == before
    assert draft.with_name("draft.internal.2.docx").is_file()


def test_output_is_a_file_for_one_format_and_a_folder_for_several(draft, tmp_path):
    _run(draft, "--format", "json", "--output", tmp_path / "one" / "review.json")
    assert (
        json.loads((tmp_path / "one" / "review.json").read_text(encoding="utf-8"))["schema"] == "clausecheck/review/1"
    )
    _run(draft, "--format", "json,text", "--output", tmp_path / "new")
    assert sorted(p.name for p in (tmp_path / "new").iterdir()) == ["draft.review.json", "draft.review.txt"]


def test_one_report_goes_to_standard_output(draft):
    done = _run(draft, "--format", "json", "--output", "-")
    assert json.loads(done.stdout)["draft"]["file"] == "draft.docx"
    assert _run(draft, "--output", "-").exit_code == 2


def test_the_same_draft_and_day_give_the_same_bytes(draft, tmp_path):
    for name in ("a", "b"):
        _run(draft, "--today", "2026-11-25", "--format", "docx,html,json", "--output", tmp_path / name)
    for first in (tmp_path / "a").iterdir():
        assert first.read_bytes() == (tmp_path / "b" / first.name).read_bytes(), first.name


@pytest.mark.parametrize(("fail_on", "code"), [("never", 0), ("error", 1), ("warning", 1), ("note", 1)])
def test_exit_code_says_whether_something_stands(draft, fail_on, code):
    assert _run(draft, "--side", "licensee", "--fail-on", fail_on, "--format", "json").exit_code == code


def test_quiet_prints_nothing(draft):
    done = _run(draft, "--quiet")
    assert (done.stdout, done.stderr) == ("", "")


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (["nowhere.docx"], "nowhere.docx"),
        (["{draft}", "--format", "pdf"], "There is no format “pdf”"),
        (["{draft}", "--today", "tomorrow"], "“tomorrow” is no date"),
        (["{draft}", "--set", "years"], "--set"),
        (["{draft}", "--rules", "nobody"], "nobody"),
        (["{draft}", "--format", "docx", "--output", "{draft}"], "never written over"),
        (["{folder}"], "is a folder"),
    ],
)
def test_bad_calls_end_in_one_sentence_and_exit_code_2(draft, call, said):
    before = draft.read_bytes()
    filled = [part.format(draft=draft, folder=draft.parent) for part in call]
    done = _run(*filled)
    assert done.exit_code == 2, done.output
    assert said in done.stderr
    assert "Traceback" not in done.output
    assert draft.read_bytes() == before
    assert [p.name for p in draft.parent.iterdir()] == ["draft.docx"]


def test_a_draft_in_japanese_is_refused_in_one_sentence(tmp_path):
    document = Document()
    for _ in range(30):
        document.add_paragraph(
            "甲は、乙に対し、本特許権について通常実施権を許諾する。乙は、第三者に再実施権を許諾してはならない。"
        )
    document.save(str(tmp_path / "ja.docx"))
    done = _run(tmp_path / "ja.docx")
    assert done.exit_code == 2
    assert "Japanese" in done.stderr


@pytest.mark.parametrize("text", ["", "- 1 -\n2026"])
def test_a_draft_without_words_is_refused_in_one_sentence(tmp_path, text):
    document = Document()
    document.add_paragraph(text).add_run().add_picture(str(PICTURE))
    document.sections[0].header.paragraphs[0].text = "Confidential"
    document.save(str(tmp_path / "scan.docx"))
    done = _run(tmp_path / "scan.docx")
    assert done.exit_code == 2
    assert "scan.docx holds no words, only what cannot be read here" in done.stderr
    assert done.stderr.count("\n") == 1
    assert [p.name for p in tmp_path.iterdir()] == ["scan.docx"]


def test_an_error_of_the_program_itself_is_no_traceback(draft, monkeypatch):
    def broken(*_: object) -> None:
        raise KeyError("clause")

    monkeypatch.setattr("clausecheck.review.examine", broken)
    done = _run(draft)
    assert done.exit_code == 2
    assert "nothing was changed" in done.stderr


def test_several_drafts_are_read_one_after_the_other(draft, tmp_path):
    second = Path(shutil.copy(SAMPLES / "balanced.docx", tmp_path / "second.docx"))
    _run(draft, second, "--format", "json")
    assert {p.name for p in tmp_path.glob("*.json")} == {"draft.review.json", "second.review.json"}


def test_several_drafts_share_one_rulebook(draft, monkeypatch):
    loaded, load = [], rulebook.load
    monkeypatch.setattr(rulebook, "load", lambda layers: loaded.append(layers) or load(layers))
    _run(draft, draft, draft, "--format", "json")
    assert loaded == [("licence",)]


def test_at_signing_blanks_are_errors_and_the_first_sixty_days_are_listed(tmp_path):
    document = Document()
    for line in (
        'This Agreement is made on 1 March 2027 (the "Effective Date") between Alder Ltd, a company of England '
        '("Licensor"), and Birch Ltd, a company of Japan ("Licensee").',
        "1. Grant",
        "1.1 Licensor grants Licensee an exclusive licence under JP 6712345 to make valves in [field].",
        "1.2 Licensee shall pay EUR 900 within thirty (30) days after the Effective Date.",
    ):
        document.add_paragraph(line)
    document.save(str(draft := tmp_path / "draft.docx"))

    def blanks(*options: str):
        done = _run(draft, "--format", "json,html", "--output", tmp_path, "--side", "licensee", *options)
        said = json.loads((tmp_path / "draft.review.json").read_text(encoding="utf-8"))
        return done.stdout, said, {f["severity"] for f in said["findings"] if f["code"] == "DRF-06"}

    text, said, severities = blanks()
    assert (severities, "after_signing" in said, "First 60 days" in text) == ({"note"}, False, False)
    text, said, severities = blanks("--stage", "signing")
    assert (severities, said["settings"]["stage"]) == ({"error"}, "signing")
    (step,) = said["after_signing"]
    assert (step["kind"], step["days"], step["due"], step["evidence"][0]["number"]) == (
        "Payment", 30, "2027-03-31", "1.2",
    )  # fmt: skip
    assert "First 60 days after signing:\n  31 March 2027" in text
    assert "First 60 days after signing" in (tmp_path / "draft.review.html").read_text(encoding="utf-8")
    (tmp_path / "clausecheck.yaml").write_text("stage: signing\n", encoding="utf-8")
    assert blanks()[2] == {"error"}

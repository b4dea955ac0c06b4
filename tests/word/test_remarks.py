"""Comments of people are in the Draft with their words, their place, and whether they are settled."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from clausecheck import word
from clausecheck.model import Draft

DRAFTS = Path(__file__).resolve().parents[3] / "shared" / "drafts"


def drafted(path: Path, author: str) -> Draft:
    document = Document()
    paragraph = document.add_paragraph("The fee is ")
    run = paragraph.add_run("EUR 900")
    paragraph.add_run(" a year.")
    document.add_comment([run], text="We could live with 700.\nAsk finance.", author=author)
    document.save(str(path))
    return word.read(word.open_package(path))


def test_a_comment_is_read_with_its_words_and_its_place(tmp_path: Path) -> None:
    draft = drafted(tmp_path / "a.docx", "M. Ito")
    (remark,) = draft.remarks
    assert (remark.author, remark.text, remark.resolved) == ("M. Ito", "We could live with 700.\nAsk finance.", False)
    assert remark.paragraph is not None
    assert draft.body[remark.paragraph].text[remark.start : remark.end] == "EUR 900"
    assert remark.date


def test_a_comment_of_ours_is_none(tmp_path: Path) -> None:
    assert drafted(tmp_path / "a.docx", "clausecheck").remarks == ()


def test_a_draft_without_comments_has_none(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("The fee is EUR 900.")
    document.save(str(tmp_path / "a.docx"))
    assert word.read(word.open_package(tmp_path / "a.docx")).remarks == ()


@pytest.mark.skipif(not DRAFTS.is_dir(), reason="the shared drafts are not here")
@pytest.mark.parametrize("view", ["accepted", "rejected"])
def test_both_views_show_the_words_that_a_comment_is_about(view: str) -> None:
    draft = word.read(word.open_package(DRAFTS / "dev-01-bms-licence.docx"), view)
    (remark,) = draft.remarks
    assert remark.paragraph is not None
    assert draft.body[remark.paragraph].text[remark.start : remark.end] == "and similar vehicles"

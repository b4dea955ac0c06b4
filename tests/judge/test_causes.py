"""Whose change: what only the accepted text has carries the tracked changes that brought it in, through the command."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner
from docx import Document

from clausecheck.cli.main import main
from clausecheck.suggest import NO_CURE

from .tracked import written

HEAD = (
    'This Agreement is made on 1 December 2026 between Alder Ltd of London, England ("Licensor") and Birch Ltd of '
    'Leeds, England ("Licensee").'
)
GRANT = "1. Licensor hereby grants to Licensee a non-exclusive licence under the Licensed Patents to make Products."
OWN = "2. Each party shall own the Improvements that it makes."
LAW = "9. This Agreement is governed by the laws of England and Wales."
CAP = (
    "The total liability of either party under this Agreement shall not exceed the royalties paid in the twelve months "
    "before the claim, and neither party is liable for loss of profit or any indirect loss."
)


@pytest.fixture
def reviewed(tmp_path):
    """The findings of a draft of these paragraphs, by code."""

    def review(*paragraphs, side="licensee", options=()):
        path = written(tmp_path / "draft.docx", *paragraphs)
        call = ["review", str(path), "--side", side, "--format", "json", "--output", "-", *options]
        done = CliRunner().invoke(main, call)
        assert done.exit_code in (0, 1), done.output
        return {one["code"]: one for one in json.loads(done.stdout)["findings"]}

    return review


def who(finding) -> list[tuple[str, str]]:
    return [(by["author"], by["change"]) for by in finding["caused_by"]]


def test_a_risky_term_that_somebody_inserted_is_theirs(reviewed):
    barred = "Licensee shall not challenge the validity of any Licensed Patent."
    found = reviewed(HEAD, GRANT, OWN, [("ins", "K. Mori", barred)], LAW)["RSK-02"]
    assert found["caused_by"] == [{"author": "K. Mori", "date": "2026-11-15T08:00:00Z", "change": "insertion"}]
    assert reviewed(HEAD, GRANT, OWN, barred, LAW)["RSK-02"]["caused_by"] == []


def test_words_that_were_replaced_are_named_with_what_they_replaced(reviewed):
    changed = [
        "2. Licensee shall ",
        ("del", "K. Mori", "own the Improvements that it makes"),
        ("ins", "K. Mori", "assign to Licensor without charge all Improvements that it makes"),
        ".",
    ]
    found = reviewed(HEAD, GRANT, changed, LAW)["RSK-01"]
    assert who(found) == [("K. Mori", "insertion"), ("K. Mori", "deletion")]


def test_a_clause_that_was_struck_out_is_missed_with_who_struck_it(reviewed):
    found = reviewed(HEAD, GRANT, OWN, [("del", "T. Ogawa", f"3. {CAP}")], LAW)["LIA-04"]
    assert (found["verdict"], who(found)) == ("missing", [("T. Ogawa", "deletion")])
    assert found["suggestion"]["assumptions"][0] == NO_CURE  # nobody named what the cap leaves out
    assert found["suggestion"]["place"]["after_paragraph"] is None  # to reject the change brings the clause back
    assert reviewed(HEAD, GRANT, OWN, LAW)["LIA-04"]["caused_by"] == []


def test_where_rejecting_cures_nothing_else_is_written(reviewed):
    grant = [GRANT.partition(" a non-")[0], " a", ("del", "T. Ogawa", " non-exclusive"), " licence under the Patents."]
    found = reviewed(HEAD, grant, OWN, LAW, side="licensor")["GRT-02"]
    assert (found["verdict"], who(found)) == ("missing", [("T. Ogawa", "deletion")])
    assert found["suggestion"] is None


def test_what_the_text_before_lacked_too_is_nobodys_doing(reviewed):
    also = ["3. Licensee ", ("del", "T. Ogawa", "shall"), ("ins", "T. Ogawa", "will"), " pay on time."]
    found = reviewed(HEAD, GRANT, OWN, also, LAW)
    assert [code for code, one in found.items() if one["caused_by"]] == []


def test_a_condition_that_was_struck_out_of_a_sentence(reviewed):
    grant = [
        "1. Licensor ",
        ("del", "T. Ogawa", "hereby grants"),
        ("ins", "T. Ogawa", "will grant"),
        " to Licensee a non-exclusive licence under the Licensed Patents to make Products.",
    ]
    found = reviewed(HEAD, grant, OWN, LAW)["GRT-01"]
    assert set(who(found)) == {("T. Ogawa", "insertion"), ("T. Ogawa", "deletion")}


def test_our_own_marks_of_an_earlier_review_are_no_changes(tmp_path):
    path = written(tmp_path / "draft.docx", HEAD, GRANT, OWN, LAW)
    run = CliRunner().invoke
    run(main, ["review", str(path), "--format", "docx", "--redline", "missing"])
    marked = tmp_path / "draft.internal.docx"
    assert len(Document(str(marked)).element.xpath("//w:ins"))
    done = run(main, ["review", str(marked), "--format", "json", "--output", "-"])
    assert all(one["caused_by"] == [] for one in json.loads(done.stdout)["findings"])


def test_a_draft_that_somebody_inserted_whole_is_not_to_be_rejected(reviewed):
    found = reviewed(*[[("ins", "K. Mori", text)] for text in (HEAD, GRANT, OWN, LAW)])
    assert [code for code, one in found.items() if one["caused_by"]] == []


def test_the_comment_says_whose_change_it_is_to_either_side(tmp_path):
    barred = "3. Licensee shall not challenge the validity of any Licensed Patent."
    path = written(tmp_path / "draft.docx", HEAD, GRANT, OWN, [("ins", "K. Mori", barred)], LAW)
    for edition, name, said in (
        ("internal", "draft.internal.docx", "to reject it is the first remedy."),
        ("counterparty", "draft.comments.docx", "please take it back."),
    ):
        CliRunner().invoke(main, ["review", str(path), "--side", "licensee", "--for", edition, "--format", "docx"])
        comments = [comment.text for comment in Document(str(tmp_path / name)).comments]
        (one,) = [text for text in comments if "RSK-02" in text]
        assert f"This comes from the insertion by K. Mori, 15 November 2026: {said}" in one


def test_the_comment_on_a_struck_clause_stands_where_it_was(tmp_path):
    struck = [("del", "T. Ogawa", f"3. {CAP}"), ("ins", "T. Ogawa", "3. Reserved.")]
    path = written(tmp_path / "draft.docx", HEAD, GRANT, OWN, struck, LAW)
    CliRunner().invoke(main, ["review", str(path), "--side", "licensor", "--format", "docx"])
    document = Document(str(tmp_path / "draft.internal.docx"))
    (comment,) = [one for one in document.comments if one.text.startswith("LIA-04")]
    (anchor,) = document.element.xpath(f'//w:commentRangeStart[@w:id="{comment.comment_id}"]')
    assert "Reserved." in "".join(anchor.getparent().itertext())
    assert "to reject them is the first remedy" in comment.text


def test_whose_change_took_the_draft_from_what_was_agreed(reviewed, tmp_path):
    (tmp_path / "terms.yaml").write_text("support_term: 24 months\nterm: 10 years\n", encoding="utf-8")
    support = [
        "3. Licensor shall provide technical support for ",
        ("del", "K. Mori", "twenty-four (24) months from delivery"),
        ("ins", "K. Mori", "a reasonable period"),
        ".",
    ]
    term = [
        "4. This Agreement continues for ",
        ("del", "T. Ogawa", "ten"),
        ("ins", "T. Ogawa", "fifteen"),
        " years.",
    ]
    found = reviewed(HEAD, GRANT, OWN, support, term, LAW, options=("--facts", str(tmp_path / "terms.yaml")))
    assert who(found["FCT-10"]) == [("K. Mori", "deletion"), ("K. Mori", "insertion")]
    assert who(found["FCT-08"]) == [("T. Ogawa", "insertion"), ("T. Ogawa", "deletion")]


def test_a_definition_and_a_clause_that_were_struck_out(reviewed):
    use = "4. Licensee shall keep the Secret Process safe, and the Secret Process is as clause 3 says."
    defined = ("del", "T. Ogawa", "“Secret Process” means the way in which pumps are cast.")
    found = reviewed(HEAD, GRANT, OWN, [defined], use, use.replace("4.", "5."), LAW)
    assert who(found["DRF-01"]) == [("T. Ogawa", "deletion")]

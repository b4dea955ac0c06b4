"""The terminal summary: counsel reads it in ten seconds."""

from __future__ import annotations

import dataclasses
import io

import pytest

from clausecheck.model import CausedBy, Evidence, Review
from clausecheck.reports import text, wording

from .sample import sample, waived


def test_summary_of_a_poor_draft(review: Review):
    assert text.render(review, files=["out/draft.internal.docx", "out/draft.review.html"], width=96) == (
        """\
Not ready to sign for Licensee. 6 must-fix, 4 to decide, 1 note.

  Must fix  missing  The draft promises an exclusive licence of a Japanese patent and does not
                     say whether it is registered.
                     → Add after 2.1: “The licence in clause 2.1 is an exclusive licence to be…”
  Must fix  4.1      Every Improvement of Licensee goes to Licensor free of charge.
                     → Reject the insertion by K. Mori, 15 November 2026.
  Must fix  7.1      Licensee’s liability has no limit, and Licensor’s is not mentioned.
                     → Strike it, or agree a limit.
  Must fix  5.1      Only Licensee is bound; Licensee’s own plant figures are not protected.
                     → Complete the clause.
  Must fix  3.1      Words and figure differ: thirty (45).
                     → Confirm with the deal sheet, and write both alike.
  and 6 more

Read:        kisaragi-northmere.docx, 1,432 words. 12 of 84 rules checked.
In the file: a template from outside
Not read:    image (after 2.2, Schedule 1); embedded workbook (3.1)
Not checked: law of the United Kingdom
Waived:      1 (listed in the reports)
Written:     out/draft.internal.docx
             out/draft.review.html
"""
    )


def test_summary_without_a_side_says_so_first():
    lines = text.render(sample("neutral")).splitlines()
    assert lines[0] == "Read for neither party (say --side licensor or --side licensee)."
    assert lines[1] == "Not ready to sign. 6 must-fix, 4 to decide, 1 note."


def test_summary_of_a_review_without_findings(clean: Review):
    assert text.render(clean) == (
        "Nothing that must be fixed for Licensor. 0 to decide, 0 notes.\n\n"
        "Read:        empty.docx, 0 words. 12 of 84 rules checked.\n"
    )


def test_waived_findings_do_not_count(review: Review):
    said = text.render(waived(review))
    assert said.startswith("Nothing that must be fixed for Licensee. 0 to decide, 0 notes.")
    assert "Waived:      12" in said


@pytest.mark.parametrize("width", [20, 80, 88, 100, 400])
def test_no_line_is_wider_than_it_may_be(review: Review, width: int):
    found = Evidence(0, "Schedule 12(a)(iv), part B", "", "body", 0, 1, "x", "x")
    long = dataclasses.replace(
        review.findings[-2],
        severity="error",
        message="専用実施権の設定登録を定めていない。" * 12 + " " + "antidisestablishment" * 9,
        evidence=(found,),
    )
    wide = dataclasses.replace(review, findings=(long, *review.findings))
    lines = text.render(wide, width=width).splitlines()
    assert max(map(text.columns, lines)) <= max(80, min(width, 100))


def test_draft_cannot_command_the_terminal(review: Review):
    evil = dataclasses.replace(
        review.findings[0],
        message="Clear\x1b[2J\u202e the\r screen\x07\nnow.",
        caused_by=(CausedBy("\x1b]0;title\x07Mori", "2026-11-15", "deletion"),),
    )
    said = text.render(dataclasses.replace(review, findings=(evil,)))
    assert not any(ord(char) < 32 and char != "\n" for char in said)
    assert "Clear[2J the screen now." in said and "the deletion by ]0;titleMori" in said


def test_pipe_gets_plain_text_and_a_terminal_the_same_words(review: Review):
    pipe = io.StringIO()
    text.show(review, stream=pipe)
    assert pipe.getvalue() == text.render(review)

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    terminal = Terminal()
    text.show(review, stream=terminal)
    assert "Not ready to sign for Licensee." in terminal.getvalue()


@pytest.mark.parametrize(
    ("story", "number", "heading", "cited"),
    [
        ("body", "2.", "Grant", "2"),
        ("body", "", "Grant", "Grant"),
        ("body", "", "", "paragraph 8"),
        ("footnote:3", "", "", "footnote 3"),
        ("header:1", "", "", "header 1"),
    ],
)
def test_place_is_cited_as_counsel_does(story: str, number: str, heading: str, cited: str):
    assert wording.place(Evidence(7, number, heading, story, 0, 1, "x", "x")) == cited


def test_abbreviations_end_no_sentence():
    message = "The report of K. Mori of Northmere Co. Ltd. is due. Confirm it with Patent No. A1. Write both alike."
    assert wording.sentences(message) == [
        "The report of K. Mori of Northmere Co. Ltd. is due.",
        "Confirm it with Patent No. A1.",
        "Write both alike.",
    ]


def test_dates_are_written_so_that_nobody_misreads_them():
    assert wording.day("2026-03-04T10:00:00Z") == "4 March 2026"
    assert wording.day("soon") == "soon"


def test_a_line_ends_with_its_comma_and_none_begins_with_it():
    told = text.folded("Licensee must give up its improvements, by assignment or by licence", 40)
    assert told == ["Licensee must give up its improvements,", "by assignment or by licence"]

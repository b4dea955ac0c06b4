"""Checks that read tables, over drafts that hold one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from docx import Document

from clausecheck import language, word
from clausecheck.checks import blanks, contradictions, currencies, schedules_against_body
from clausecheck.model import Look, Settings

LINES = [["Works", "Licensed Lines", "Price"], ["Kobe", "9", "JPY 5"], ["Kure", "11", "JPY 6"], ["Total", "20", ""]]


def look(tmp_path: Path, before: str, table: Sequence[Sequence[str]], stage: str = "round") -> Look:
    """A draft of one sentence and a schedule with a table."""
    document = Document()
    document.add_heading("1. Payment", 1)
    document.add_paragraph(before)
    document.add_heading("2. General", 1)
    document.add_paragraph("The schedule is a part of this Agreement.")
    document.add_heading("Schedule 1", 1)
    made = document.add_table(rows=len(table), cols=len(table[0]))
    for row, texts in zip(made.rows, table, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.save(str(tmp_path / "draft.docx"))
    reading = language.read(word.read(word.open_package(tmp_path / "draft.docx")), "en")
    return Look(reading.draft, reading, Settings(stage=stage))


def test_a_count_and_the_total_of_a_table_that_differ_are_told(tmp_path: Path) -> None:
    (found,) = contradictions.check(look(tmp_path, "Licensee runs twenty-four (24) Licensed Lines.", LINES))
    assert "20 in the table" in found.message


def test_a_count_that_is_the_total_is_left_alone(tmp_path: Path) -> None:
    assert list(contradictions.check(look(tmp_path, "Licensee runs twenty (20) Licensed Lines.", LINES))) == []


def test_prices_of_a_table_are_sums_to_pay(tmp_path: Path) -> None:
    before = "Licensee shall pay a fee of USD 10, a charge of USD 20 and a price of USD 30."
    (found,) = currencies.check(look(tmp_path, before, LINES))
    assert len(found.evidence) == 2


def test_an_empty_cell_under_a_heading_that_wants_a_value_is_told_but_no_total(tmp_path: Path) -> None:
    table = [["Stage", "Amount"], ["1", "EUR 5"], ["2", ""], ["Total", ""]]
    (found,) = blanks.check(look(tmp_path, "Licensee pays in stages.", table, "signing"))
    assert "“Amount” is empty" in found.message


def test_a_rate_that_the_schedule_states_otherwise_is_told(tmp_path: Path) -> None:
    before = "Licensee shall pay a royalty of 2.8% of Net Sales."
    found = list(schedules_against_body.check(look(tmp_path, before, [["Royalty rate", "3.0% of Net Sales"]])))
    assert [fault.key for fault in found] == ["royalty rate"]

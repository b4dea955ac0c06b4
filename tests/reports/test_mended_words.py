"""A fault that a few words put right, and only one way, is mended as the smallest tracked change."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from clausecheck.reports import docx
from clausecheck.review import Order, examine
from clausecheck.word import Package, open_package
from clausecheck.word.xml import W

LINES = (
    'This Agreement is made between Alder Ltd ("Licensor") and Birch Ltd ("Licensee").',
    "1. Grant",
    "1.1 Licensor hereby grants Licensee a non-exclusive licence to make pumps.",
    "2. Payment",
    "2.1 Licensee shall pay a fee of EUR 5,000.",
    "3. Confidentiality",
    "3.1 Each party shall keep the other's information confidential.",
    "4. Term",
    "4.1 This Agreement ends on 31 March 2031. Section 2 (Confidentiality) survives, and so does Section 1.1.",
)


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    document = Document()
    for line in LINES:
        document.add_paragraph(line)
    document.save(str(path := tmp_path / "draft.docx"))
    return path


def marked(draft: Path, **how: str) -> Package:
    package = open_package(draft)
    review = examine(package, Order(side="licensee", today="2026-11-25"))
    docx.write(package, review, target := draft.with_name("marked.docx"), **how)
    return open_package(target)


def changed(package: Package) -> list[tuple[str, str]]:
    """What is struck out and put in, paragraphs that were inserted whole apart."""
    root = package.tree(package.main)
    struck = ["".join(t.text for t in one.iter(W + "delText")) for one in root.iter(W + "del")]
    put_in = ["".join(t.text for t in one.iter(W + "t")) for one in root.iter(W + "ins") if one.getnext() is not None]
    return list(zip(struck, put_in, strict=False))


def test_a_wrong_number_is_changed_and_nothing_else(draft: Path) -> None:
    assert ("2", "3") in changed(marked(draft))


def test_the_comment_says_what_to_write(draft: Path) -> None:
    package = marked(draft)
    comments = "".join(package.tree(package.related(package.main, "comments")[0]).itertext())
    assert "Write “Section 3 (Confidentiality)” instead of “Section 2 (Confidentiality)”." in comments


def test_no_word_is_changed_where_no_redline_is_wanted(draft: Path) -> None:
    assert changed(marked(draft, redline="none")) == []

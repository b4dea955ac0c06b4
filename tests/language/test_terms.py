"""Defined terms: where they stand, how they are defined, and the words that say what they mean."""

from __future__ import annotations

import pytest

from clausecheck.model import Paragraph, Stretch

from .drafts import heading, reading


def terms(*paragraphs: str | Paragraph) -> list[tuple[str, str]]:
    return [(term.name, term.how) for term in reading(*paragraphs).terms]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\u201cField\u201d means the cleaning of ships.", [("Field", "quoted")]),
        ('"Net Sales" shall mean the sums invoiced.', [("Net Sales", "quoted")]),
        ('"Term" has the meaning given in clause 14.1.', [("Term", "quoted")]),
        ('"Cover" or "Covered" means falling under a claim.', [("Cover", "quoted"), ("Covered", "quoted")]),
        ('"Parties" shall mean A and B, and "Party" shall mean either.', [("Parties", "quoted"), ("Party", "quoted")]),
        ('As used herein, the term "control" means ownership.', [("control", "quoted")]),
        ("Licensed Patents means all patents in Schedule 1.", [("Licensed Patents", "plain")]),
        ('Licensee shall pay a yearly fee (the "Annual Fee").', [("Annual Fee", "parenthesis")]),
        ('It pays the sums due (collectively, the "Fees").', [("Fees", "parenthesis")]),
        ('A committee ("JSC" or "Committee") meets.', [("JSC", "parenthesis"), ("Committee", "parenthesis")]),
        ('A sum of EUR 10 (hereinafter referred to as the "Initial Payment").', [("Initial Payment", "parenthesis")]),
    ],
)
def test_a_term(text: str, expected: list[tuple[str, str]]) -> None:
    assert terms(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        'The pump known as "Flowstar 3" is sold.',
        'It is marked "Secret" and kept locked.',
        'The words "including" and "include" mean without limitation.',
        "The Licensee means well.",
        'a company (see the notice headed "Prices")',
    ],
)
def test_no_term(text: str) -> None:
    assert [name for name, _ in terms(text) if name not in ("Licensee", "The Licensee")] == []


def test_the_evidence_is_the_term_and_the_definition_its_sentence() -> None:
    found = reading("1.1 First. \u201cPlant\u201d means the works at Elm. It has two lines.")
    (term,) = found.terms
    text = found.draft.paragraphs[0].text
    assert text[term.evidence.start : term.evidence.end] == "Plant"
    assert text[term.definition.start : term.definition.end] == "\u201cPlant\u201d means the works at Elm."


def test_a_bold_term_at_the_front_of_a_paragraph() -> None:
    bold = Paragraph("body", 0, "Licensed Site means the works at Elm.", stretches=(Stretch(0, 13, "bold"),))
    assert terms(bold) == [("Licensed Site", "bold")]
    plain = Paragraph("body", 0, "Payment falls due at once.", stretches=(Stretch(0, 7, "bold"),))
    assert terms(plain) == []


def test_a_table_of_definitions() -> None:
    rows = [
        ("Term", "Meaning"),
        ("\u201cBase Model\u201d", "The model as delivered."),
        ("Machine Data", "Logs of the lines."),
    ]
    cells = [Paragraph("body", 0, text, cell=(0, r, c)) for r, row in enumerate(rows) for c, text in enumerate(row)]
    found = reading(heading("Exhibit A Definitions"), *cells)
    assert [(term.name, term.how) for term in found.terms] == [("Base Model", "table"), ("Machine Data", "table")]
    meaning = found.terms[0].definition
    assert found.draft.paragraphs[meaning.paragraph].text == "The model as delivered."


def test_a_term_that_is_defined_twice_stands_twice() -> None:
    assert terms('"Plant" means A.', '"Plant" means B.') == [("Plant", "quoted"), ("Plant", "quoted")]

"""The made-up draft behind the sample review: invented parties, a licence of ten clauses, hostile words in it."""

from __future__ import annotations

import hashlib

from clausecheck.model import Clause, Draft, Evidence, FileFact, NotRead, Paragraph

# (number, heading, text): what Word prints; level 0 where there is a heading alone
BODY = (
    ("", "", "TECHNOLOGY LICENCE AGREEMENT"),
    (
        "",
        "",
        "Kisaragi Sensor Works K.K. (“Licensor”) and Northmere Pumps Limited (“Licensee”) agree on 1 October 2026:",
    ),
    ("1.", "Definitions", ""),
    ("1.1", "", "“Licensed Patents” means Japanese Patent No. 6812345 and the applications listed in Schedule 1."),
    (
        "1.2",
        "",
        "“Improvement” means any change to the Technology (以下「改良技術」という。) made during the Term.",
    ),
    ("2.", "Grant", ""),
    ("2.1", "", "Licensor hereby grants to Licensee an exclusive licence under the Licensed Patents in the Field."),
    ("2.2", "", "Licensee shall use the Know-how only for condition monitoring of centrifugal pumps of up to 400 kW."),
    ("3.", "Royalties", ""),
    (
        "3.1",
        "",
        "Licensee shall pay three percent (2 %) of Net Sales within thirty (45) days of the end of each quarter.",
    ),
    ("3.2", "", "Royalties remain due for fifteen years even after every Licensed Patent has expired."),
    ("4.", "Improvements", ""),
    ("4.1", "", "Licensee assigns to Licensor, free of charge, every Improvement that it makes."),
    ("5.", "Confidentiality", ""),
    ("5.1", "", "Licensee shall keep the Know-how secret<script>alert('draft')</script> and tell nobody."),
    ("6.", "Technical support", ""),
    (
        "6.1",
        "",
        "Licensor shall give such training as it\u200b considers reasonable \u202egnitirw ni\u202c at times.",
    ),
    ("7.", "Liability", ""),
    ("7.1", "", "Licensee is liable without limit for every loss, however caused, of Licensor and its Affiliates."),
    ("8.", "Term", ""),
    ("8.1", "", "This Agreement ends when the last Licensed Patent expires, unless ended under clause 11.4."),
    ("9.", "Law and disputes", ""),
    ("9.1", "", "Japanese law governs. The parties shall submit disputes to the Tokyo District Court."),
    ("10.", "General", ""),
    ("10.1", "", "Licensee may give notice to [●] at the address above."),
)
TITLE = "Technology Licence Agreement"


def draft() -> Draft:
    """The sample as a draft: automatic numbers, one clause to each heading and each numbered paragraph."""
    paragraphs = tuple(
        Paragraph("body", i, heading or text, number, 0, len(heading), level=0 if heading else None)
        for i, (number, heading, text) in enumerate(BODY)
    )
    note = Paragraph("footnote:1", 0, "Net Sales excludes spare parts.")
    clauses, clause_at, top = [], [], None
    for i, (number, heading, _) in enumerate(BODY):
        if number:
            parent = None if heading else top
            last = i + (heading != "")
            clauses.append(Clause(number.rstrip("."), heading, i, last, 0 if heading else 1, parent))
            top = len(clauses) - 1 if heading else top
        clause_at.append(len(clauses) - 1 if number else None)
    return Draft(
        file="kisaragi-northmere.docx",
        sha256=hashlib.sha256(b"sample").hexdigest(),
        title=TITLE,
        paragraphs=(*paragraphs, note),
        clauses=tuple(clauses),
        facts=(
            FileFact("properties", "The author of the file is “Kisaragi Legal <k.mori@kisaragi.example>”."),
            FileFact("template", "A template is linked from https://files.kisaragi.example/base.dotx."),
        ),
        not_read=(NotRead("image", "after 2.2"), NotRead("image", "Schedule 1"), NotRead("embedded workbook", "3.1")),
        clause_at=tuple(clause_at),
    )


def words(number: str, quote: str) -> Evidence:
    """Evidence at these words of that clause."""
    index = next(i for i, row in enumerate(BODY) if row[0] == number)
    text = BODY[index][2]
    heading = next(row[1] for row in reversed(BODY[:index]) if row[1])
    start = text.index(quote)
    return Evidence(index, number, heading, "body", start, start + len(quote), quote, text)

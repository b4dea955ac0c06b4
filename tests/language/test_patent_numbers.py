"""Which numbers are patents and applications, and which only look like them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clausecheck.language import read
from clausecheck.language.patent_numbers import patent_numbers
from clausecheck.model import Clause, Paragraph

from .drafts import draft, heading, reading


def values(text: str) -> list[str]:
    return [one.value for one in patent_numbers(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("U.S. Patent No. 6,123,456", ["US 6123456"]),
        ("U.S. Patent Nos. 6,123,456; 7,123,457 and 8,123,458", ["US 6123456", "US 7123457", "US 8123458"]),
        ("U. S. Patent Numbers 7,111,222 and 8,111,222 together", ["US 7111222", "US 8111222"]),
        ("US 11,604,218 B2", ["US 11604218"]),
        ("US 2019/0123456 A1", ["US 2019/0123456"]),
        ("US20190123456A1", ["US 20190123456"]),
        ("patent application Serial No. 08/123,456", ["US 08/123456"]),
        ("U.S. Provisional Application No. 62/142,611", ["US 62/142611"]),
        ("Patent No. 5123456", ["5123456"]),
        ("EP 1 234 567 B1", ["EP 1234567"]),
        ("EP1234567B1", ["EP 1234567"]),
        ("European Patent Application No. 05123456.7", ["EP 05123456.7"]),
        ("JP 6712345", ["JP 6712345"]),
        ("JP 2023-551204 A", ["JP 2023-551204"]),
        (
            "Japanese Patent No. 6945120 (reactor, filed 7 May 2017) and Japanese Patent No. 7288316",
            ["JP 6945120", "JP 7288316"],
        ),
        ("Japanese Patent Application No. 2023-551204", ["JP 2023-551204"]),
        ("特許第6712345号及び特願2024-118834", ["JP 6712345", "JP 2024-118834"]),
        ("WO 2010/123456 and WO2010123457A1", ["WO 2010/123456", "WO 2010123457"]),
        ("International Application No. PCT/US2024/041877", ["PCT/US2024/041877"]),
        ("CN 109765231 B", ["CN 109765231"]),
        ("ZL201810583221.4", ["CN 201810583221.4"]),
        ("KR 10-2655104", ["KR 10-2655104"]),
        ("DE 10 2010 012 345", ["DE 102010012345"]),
        ("DE102010012345A1", ["DE 102010012345"]),
        ("GB 2571184 B", ["GB 2571184"]),
        ("AU 2009241803", ["AU 2009241803"]),
        ("CA 2,345,678", ["CA 2345678"]),
        ("TW I791042", ["TW I791042"]),
        ("ES 1638938 Spain", ["ES 1638938"]),
        ("patents Nos. US 7,123,456 B2, EP 1234567 and JP 7034118", ["US 7123456", "EP 1234567", "JP 7034118"]),
        ("US | 8,357,752 | Floor panel", ["US 8357752"]),
        ("Patent Nos: 6,123,456; and 6,345,678", ["US 6123456", "US 6345678"]),
        ("the patents numbered 6,123,456 and 7,123,456", ["US 6123456", "US 7123456"]),
        ("patents bearing registration numbers 6123456 and 6123457", ["6123456", "6123457"]),
        ("U.S. Patent No. Re. 38,123 and U.S. Design Patent No. D512,345", ["US RE38123", "US D512345"]),
        ("U.S.S.N. 10/123,456, a patent application", ["US 10/123456"]),
        ("Application Number 15/123,456 for a patent", ["US 15/123456"]),
        ("EP-A-0 123 456 and JP-A-2010-123456", ["EP 0123456", "JP 2010-123456"]),
        ("Japanese Unexamined Patent Publication (Kokai) No. 2010-123456", ["JP 2010-123456"]),
        ("Tokkai Hei 8-123456 and Japanese Patent Application No. Sho 60-123456", ["JP H8-123456", "JP S60-123456"]),
        ("Japanese Utility Model Registration No. 3123456", ["JP 3123456"]),
        ("Chinese Patent No. ZL 2010 1 0123456.7", ["CN 201010123456.7"]),
        ("Indian Patent Application No. 1234/DEL/2010", ["IN 1234/DEL/2010"]),
    ],
)
def test_a_patent_number(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Tel: +1 800 555 1234",
        "Telephone US 18005551234",
        "Trademark Registration No. 2,345,678",
        "U.S. Trademark Reg. No. 4,524,637",
        "Serial No. 75/123,456 for the mark",
        "San Jose, CA 94089-1304",
        "VAT No. DE 123456789",
        "IBAN DE89 3704 0044 0532 0130 00",
        "payments of US 6,000,000 in all",
        "salary of USD370,000",
        "SIC Code 3674",
        "Commission File No. 000-12345678",
        "Docket No. 10-1234567",
        "Section 365(n) of the Code, 35 U.S.C. 287",
        "RCS Lyon 832 551 904",
        "unified social credit code 91330108MA2XK7Q41B",
        "HRB 774120",
        "document BC-D-01",
        "Patent Nos. [***]",
        "the patents granted in 2019",
        "Patent fees of 1,250,000",
        "Bhopal, IN 462023 India",
        "Loan Application No. 12345678",
        "Patents 2010-2015",
        "U.S. Serial No. 77/123,456 for a mark; patents are licensed too",
    ],
)
def test_no_patent_number(text: str) -> None:
    assert values(text) == []


def table(*rows: tuple[str, ...]) -> list[Paragraph]:
    return [Paragraph("body", 0, text, cell=(0, r, c)) for r, row in enumerate(rows) for c, text in enumerate(row)]


def in_draft(*paragraphs: str | Paragraph) -> list[str]:
    doc = reading(*paragraphs).doc
    return [span._.value for span in doc.spans["patent_number"]]


def test_a_table_gives_a_bare_number_its_country() -> None:
    rows = table(
        ("No.", "Country", "Number", "Title", "Filed"),
        ("1", "Japan", "7301122", "Pump head", "4 May 2019"),
        ("2", "China", "ZL201910000001.2", "Pump head", "5 May 2019"),
        ("3", "Japan", "Application 2024-000123", "Valve", "1 May 2024"),
    )
    assert in_draft(heading("Schedule 1 Licensed Patents"), *rows) == [
        "JP 7301122",
        "CN 201910000001.2",
        "JP 2024-000123",
    ]


def test_a_table_of_marks_or_documents_has_no_patents() -> None:
    marks = table(("Country", "Mark", "Registration No."), ("US", "FLOWSTAR", "4524637"))
    papers = table(("Document No.", "Title"), ("10234567", "Manual"))
    assert in_draft(heading("Schedule 2 Trademarks"), *marks) == []
    assert in_draft(heading("Schedule 3 Documents"), *papers) == []


def test_rows_in_running_text_under_a_line_of_heads() -> None:
    text = (
        "Country App. Status App. Number Filing Date Patent Number US Granted 10/111,222 12-Jun-03 7333444 "
        "AU Granted 2004300001 1-Nov-04"
    )
    assert in_draft(heading("Schedule 4 Assigned Patents"), text) == ["US 10/111222", "US 7333444", "AU 2004300001"]


def test_rows_of_marks_in_running_text_are_left_alone() -> None:
    text = "Country Trademark Status App. Number Reg. Number US FLOWSTAR Registered 85111222 4481771"
    assert in_draft(heading("Schedule 5 Marks"), text) == []


def test_bare_numbers_count_under_a_heading_of_patents_only() -> None:
    assert in_draft(heading("Licensed Patents"), "7,123,456 Pump; 12/345,678 Valve") == ["US 7123456", "US 12/345678"]
    assert in_draft(heading("Fees"), "7,123,456 units; 12/345,678") == []


def test_a_bare_number_counts_behind_its_country_in_a_schedule_of_patents() -> None:
    listed = ("Japan: 4123456", "Republic of Korea - Patent No. 10-1234567", "Germany\t60 2009 024 610")
    assert in_draft(heading("Schedule 1 Licensed Patents"), *listed) == [
        "JP 4123456",
        "KR 10-1234567",
        "DE 602009024610",
    ]
    assert in_draft(heading("Schedule 2 Prices"), *listed[:1]) == []
    assert in_draft(heading("Schedule 1 Licensed Patents"), "Japan: 5,000,000 yen") == []


def test_an_entry_of_a_schedule_with_a_run_in_heading_ends_no_list() -> None:
    clauses = (Clause("Schedule 1", "Licensed Patents", 0, 2, 0, None, schedule=True),)
    paragraphs = draft(
        heading("Licensed Patents", "Schedule 1"),
        Paragraph("body", 0, "Pump - Japan 4123456", number="1.", heading_end=7),
        Paragraph("body", 0, "Valve - Japan 4123457", number="2.", heading_end=8),
    )
    doc = read(replace(paragraphs, clauses=clauses, clause_at=(0, 0, 0))).doc
    assert [span._.value for span in doc.spans["patent_number"]] == ["JP 4123456", "JP 4123457"]

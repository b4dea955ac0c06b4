"""References to clauses and schedules, and which of them point outside the draft."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clausecheck.language import read
from clausecheck.model import Clause, Paragraph

from .drafts import draft, heading, reading


def targets(*paragraphs: str | Paragraph) -> list[tuple[str, bool]]:
    return [(one.target, one.foreign) for one in reading(*paragraphs).references]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("as set out in Section 2.1(a).", [("2.1(a)", False)]),
        ("Clauses 6, 12 and 13.4 survive.", [("6", False), ("12", False), ("13.4", False)]),
        ("Section 5 of this Agreement applies.", [("5", False)]),
        ("Section 5 of the Agreement applies.", [("5", False)]),
        ("the right under Article 2, Paragraph 1 ends.", [("2.1", False)]),
        ("It escalates under Section 2.10 and (ii) falls away.", [("2.10", False)]),
        ("the patents in Schedule 1 and the plan in Exhibit C.", [("Schedule 1", False), ("Exhibit C", False)]),
        ("Schedules 2 and 3 apply.", [("Schedule 2", False), ("Schedule 3", False)]),
        ("with Annexes A and B.", [("Annex A", False), ("Annex B", False)]),
        ("listed in Part A of Schedule 2", [("Schedule 2", False)]),
        ("Section 3 of Exhibit B governs.", [("Exhibit B", False)]),
        ("for Section 365(n) of the Bankruptcy Code.", [("365(n)", True)]),
        ("Articles 27 and 28 of the Copyright Act of Japan.", [("27", True), ("28", True)]),
        ("section 23 of the Patents Act 1977 applies.", [("23", True)]),
        ("under Article 101 TFEU.", [("101", True)]),
        ("Article 101 of the Treaty on the Functioning of the European Union", [("101", True)]),
        ("marked under 35 U.S.C. § 287(a).", [("287(a)", True)]),
        ("under 21 U.S.C. §355(b)(2) or 21 U.S.C. §355(j)(2)", [("355(b)(2)", True), ("355(j)(2)", True)]),
        ("Section 5 of the Master Agreement applies.", [("5", True)]),
        ("Sections 10.5 and 10.14 of the Stock Purchase Agreement", [("10.5", True), ("10.14", True)]),
        ("filed as Exhibit 10.1", [("Exhibit 10.1", True)]),
    ],
)  # fmt: skip
def test_targets(text: str, expected: list[tuple[str, bool]]) -> None:
    assert targets(f"The parties act {text}") == expected


def test_headings_and_contents_refer_to_nothing() -> None:
    line = Paragraph("body", 0, "Schedule 1 Patents 14", contents=True)
    assert targets(line, heading("Section 365(n)"), heading("SCHEDULE 1"), "Schedule 1 lists them.") == [
        ("Schedule 1", False)
    ]


def test_the_evidence_is_the_reference_itself() -> None:
    found = reading("Subject to Clause 9(a)(ii), it ends.")
    place = found.references[0].evidence
    assert found.draft.paragraphs[0].text[place.start : place.end] == "Clause 9(a)(ii)"


def test_a_statute_s_number_is_foreign_where_it_stands_alone_too() -> None:
    made = draft("Section 365(n) applies.", "It means Section 365(n) of the Bankruptcy Code, as Section 2 says.")
    made = replace(made, clauses=(Clause("1", "", 0, 0, 0, None), Clause("2", "", 1, 1, 0, None)))
    found = [(one.target, one.foreign) for one in read(made, "en").references]
    assert found == [("365(n)", True), ("365(n)", True), ("2", False)]

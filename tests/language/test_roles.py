"""What counts as evidence and what does not."""

from __future__ import annotations

import pytest

from clausecheck.model import Paragraph, Stretch

from .drafts import heading, numbered, reading, roles, words

GRANT = "Licensor grants to Licensee a licence under the Patents."


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("[Note to Draft: Licensor shall confirm the scope.]", "aside"),
        ("Drafting note: Licensor grants more than it should.", "aside"),
        ("[NTD: Licensee may sublicense?]", "aside"),
        ("WHEREAS, Licensor shall own the Patents;", "recital"),
        ("IN WITNESS WHEREOF, the parties have signed this Agreement.", "signature"),
        ("By: ____________________", "signature"),
        ("Name: Aiko Tanabe", "signature"),
        ("Page 3 of 31", "furniture"),
        ("- 12 -", "furniture"),
        ("Source: ACME INC., 8-K, 1/2/2020", "furniture"),
        ("Certain information in this exhibit has been omitted and filed separately.", "furniture"),
        ("5 Confidentiality ........ 12", "contents"),
        ("“Field” means the automotive sector.", "definition"),
        ("2.4 “Affiliate”, as used herein, shall mean a company under common control.", "definition"),
        ("The term “Net Sales” has the meaning given in Section 5.", "definition"),
        ("Licensed Patents means the patents in Schedule 1.", "definition"),
        ("Licensor grants a licence in the field of pumps (the “Field”).", "operative"),
        ("ALL WARRANTIES ARE DISCLAIMED TO THE EXTENT THAT THE LAW ALLOWS.", "operative"),
        ("Patent No. 7,123,456", "operative"),
        ("We grant you the right to use the process.", "operative"),
    ],
)
def test_the_role_of_a_paragraph(text: str, role: str) -> None:
    assert roles(GRANT, text)[-1][0] == role


def test_stories_beside_the_body() -> None:
    stories = ["header:1", "footer:1", "footnote:1", "endnote:1", "textbox:1"]
    found = reading(GRANT, *(Paragraph(story, 0, "Licensee shall pay a royalty.") for story in stories))
    assert [unit.role for unit in found.units] == ["operative", "furniture", "furniture", "note", "note", "operative"]


def test_struck_words_and_contents_lines() -> None:
    text = "Licensee may sublicense."
    struck = Paragraph("body", 0, text, stretches=(Stretch(0, len(text), "strike"),))
    assert [role for role, _ in roles(struck, Paragraph("body", 0, "Grant\t3", contents=True))] == [
        "struck",
        "contents",
    ]


def test_headings_and_run_in_headings() -> None:
    run_in = Paragraph("body", 0, "Grant. Licensor grants a licence.", number="2.1", heading_end=6)
    assert roles(heading("Licence", "2."), run_in) == [
        ("heading", "Licence"),
        ("heading", "Grant."),
        ("operative", "Licensor grants a licence."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "5.1 Confidentiality. Licensee shall keep the Know-How secret.",
        "5.1 Governing Law This Agreement shall be governed by the law of Japan.",
        "5.1 No Waiver - If a party waives a right, it shall say so.",
        "5.1 Term: The term shall be five years.",
    ],
)
def test_run_in_headings_of_plain_text(text: str) -> None:
    assert [role for role, _ in roles(text)] == ["heading", "operative"]


def test_from_the_parties_to_the_words_of_agreement() -> None:
    found = roles(
        "PATENT LICENCE AGREEMENT",
        "THIS AGREEMENT is made on 1 May 2027 between Hokuto K.K. and Volt Ltd.",
        "RECITALS",
        "A. Hokuto owns patents on batteries.",
        "B. Volt wishes to use them and Hokuto will grant a licence.",
        "NOW, THEREFORE, the parties agree as follows:",
        heading("Grant", "1."),
        numbered(GRANT, "1.1"),
    )
    assert [role for role, _ in found] == [
        "heading", "recital", "heading", "recital", "recital", "recital", "heading", "operative",
    ]  # fmt: skip


def test_recitals_end_with_the_first_clause_where_no_words_of_agreement_stand() -> None:
    found = roles("BACKGROUND", "Hokuto owns patents on batteries.", "1. " + GRANT, "2. Licensee shall pay a fee.")
    assert [role for role, _ in found] == ["heading", "recital", "operative", "operative"]


def test_recitals_that_the_agreement_makes_its_own() -> None:
    found = reading(
        "WHEREAS, Hokuto owns Patent No. 7,123,456;",
        "The parties agree as follows:",
        "1. The recitals form part of this Agreement.",
    )
    assert found.units[0].role == "recital" and found.units[0].operative


def test_a_whole_agreement_in_one_paragraph() -> None:
    found = roles(
        "LICENCE AGREEMENT   This Agreement is made between Hokuto K.K. and Volt Ltd. WHEREAS, Hokuto owns patents; "
        "NOW, THEREFORE, the parties agree as follows: ARTICLE ONE GRANT 1.1 Licence. Hokuto grants Volt a licence. "
        "1.2 Volt shall not: (a) sublicense it; or (b) assign it. IN WITNESS WHEREOF, the parties have signed."
    )
    assert [text for role, text in found if role == "operative"] == [
        "Hokuto grants Volt a licence.",
        "Volt shall not: | sublicense it; or",
        "Volt shall not: | assign it.",
    ]
    assert found[-1][0] == "signature"


def test_contents_of_plain_text() -> None:
    found = roles(
        "TABLE OF CONTENTS", "1. Grant 3", "2. Confidentiality 4", "Schedule 1 Patents 9",
        "THIS AGREEMENT is made between Hokuto K.K. and Volt Ltd.", "1. Grant", GRANT,
    )  # fmt: skip
    assert [role for role, _ in found] == ["contents"] * 4 + ["recital", "heading", "operative"]


def test_a_running_head_that_names_the_contents_opens_none() -> None:
    found = roles(
        "1. Grant. " + GRANT, "Table of Contents", "Licensee shall pay a royalty.", "Table of Contents", GRANT
    )
    assert [role for role, _ in found] == ["heading", "operative", "contents", "operative", "contents", "operative"]


def test_a_recital_behind_the_first_clause_stands_alone() -> None:
    found = roles("1. Grant. " + GRANT, "WHEREAS, Hokuto owns patents.", "Licensee shall pay a royalty.")
    assert [role for role, _ in found][-2:] == ["recital", "operative"]


def test_a_clause_about_signing_opens_no_signature_block() -> None:
    found = roles(GRANT, "Signed by both parties, a change shall be valid.", "Licensee shall pay a royalty.")
    assert {role for role, _ in found} == {"operative"}


def test_running_heads_and_page_numbers_inside_paragraphs() -> None:
    pages = [
        f"- {i} -   ACME CONTRACT No. 7   Licensee shall pay fee {name} in full." for i, name in enumerate("ABCDE", 1)
    ]
    found = [text for role, text in roles(*pages) if role == "operative"]
    assert found == [f"Licensee shall pay fee {name} in full." for name in "ABCDE"]


def test_a_note_inside_a_sentence_does_not_count() -> None:
    found = reading("Licensee shall pay a royalty of 5%. [Note to Draft: Licensor grants what?] Interest is due.")
    assert [unit.operative for unit in found.units] == [True, False, True]


def test_a_note_over_several_sentences_ends_with_its_bracket() -> None:
    found = roles("[Drafting note: Select one option. Licensee may pay 5%.] Licensee shall pay 3%.", GRANT)
    assert [role for role, _ in found] == ["aside", "aside", "operative", "operative"]


def test_a_note_that_nobody_closes_swallows_no_agreement() -> None:
    found = roles("[Drafting note: Select one option.", *[GRANT] * 6)
    assert [role for role, _ in found][-2:] == ["operative", "operative"]


def test_definitions_count_where_operative_text_uses_them() -> None:
    found = reading(
        "“Field” means the sector of the Vehicles.",
        "“Vehicles” means cars.",
        "“Boats” means ships.",
        "“Patent(s)” means those in Schedule 1.",
        "Licensor grants a licence under the Patents in the Field.",
    )
    assert {unit.term: unit.operative for unit in found.units if unit.term} == {
        "Field": True, "Vehicles": True, "Boats": False, "Patent(s)": True,
    }  # fmt: skip


def test_a_term_in_its_own_line() -> None:
    found = reading("“Field”", "Means the automotive sector.", "Licensor grants a licence in the Field.")
    assert [(unit.role, unit.term) for unit in found.units] == [
        ("heading", ""),
        ("definition", "Field"),
        ("operative", ""),
    ]


def test_a_table_of_definitions() -> None:
    rows = [("Term", "Meaning"), ("Field", "the automotive sector"), ("Dogs", "hounds")]
    cells = [Paragraph("body", 0, text, cell=(0, r, c)) for r, row in enumerate(rows) for c, text in enumerate(row)]
    found = reading(*cells, "Licensor grants a licence in the Field.")
    defined = {unit.term: (words(found, unit), unit.operative) for unit in found.units if unit.role == "definition"}
    assert defined == {"Field": ("Field | the automotive sector", True), "Dogs": ("Dogs | hounds", False)}


def test_items_of_a_definition_define_the_same_term() -> None:
    found = reading(
        "“Know-How” means: (a) drawings of the pump; and (b) test reports.", "Licensor delivers the Know-How."
    )
    assert [(unit.role, unit.term, unit.operative) for unit in found.units[:2]] == [
        ("definition", "Know-How", True)
    ] * 2

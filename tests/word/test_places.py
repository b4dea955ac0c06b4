"""A missing clause joins the clauses round it: behind all of one, with the next number, set as they are."""

from __future__ import annotations

from clausecheck.model import Clause, Draft, Paragraph, Suggestion
from clausecheck.word.places import Line, Places


def opens(level: int, number: str, heading: str = "", text: str = "", *, typed: bool = False):
    """A paragraph that opens a clause: its heading is followed by a full stop where text follows it."""
    label = f"{number} " if typed else ""
    caption = f"{heading}." if heading and text else heading
    words = label + caption + (f" {text}" if caption and text else text)
    return {
        "level": level,
        "number": number,
        "text": words,
        "typed": len(label),
        "heading_end": len(label + caption) if heading else 0,
    }


def plain(text: str, cell: tuple[int, int, int] | None = None):
    return {"text": text, "cell": cell}


def draft(*rows) -> Draft:
    """A draft of these paragraphs, its clause tree by their levels."""
    body, nodes, at, opened = [], [], [], []
    for index, row in enumerate(rows):
        body.append(Paragraph("body", index, **row))
        level = row.get("level")
        if level is not None:
            opened = opened[:level]
            nodes.append([row["number"], body[-1].heading, index, index, level, opened[-1] if opened else None])
            opened.append(len(nodes) - 1)
        for node in opened:
            nodes[node][3] = index
        at.append(opened[-1] if opened else None)
    return Draft("x.docx", "", "", tuple(body), tuple(Clause(*node) for node in nodes), clause_at=tuple(at))


AUTOMATIC = draft(
    plain("LICENCE"),
    opens(0, "1.", "Grant"),
    opens(1, "1.1", text="Licensor grants a licence."),
    opens(1, "1.2", text="Licensee shall not:"),
    opens(2, "(a)", text="sublicense; or"),
    opens(2, "(b)", text="export."),
    opens(0, "2.", "Fees"),
    opens(1, "2.1", text="Licensee pays."),
    plain("Signed by Licensor"),
)
TYPED = draft(
    opens(0, "1.", "GRANT", typed=True),
    opens(1, "1.1", text="Licensor grants a licence.", typed=True),
    opens(0, "2.", "FEES", typed=True),
    opens(1, "2.1", text="Licensee pays.", typed=True),
)
RUN_IN = draft(
    opens(0, "1.", "Grant", "Licensor grants a licence.", typed=True),
    opens(0, "2.", "Fees", "Licensee pays.", typed=True),
    plain("Fees are due in euro."),
)


def test_a_clause_of_its_own_has_heading_and_sub_clauses_as_its_siblings_have():
    made = Places(AUTOMATIC).place(Suggestion("(a) Keep secret.\n(b) Return all.", 5, level=0, heading="Secrecy"))
    assert made.after == 5
    assert made.lines == (Line(1, "", "", "Secrecy"), Line(2, "Keep secret."), Line(2, "Return all."))
    assert made.moves_numbers


def test_one_more_sub_clause_goes_behind_the_last_and_moves_no_number():
    made = Places(AUTOMATIC).place(Suggestion("Licensee may sublicense.", 2, level=1, heading="Sublicensing"))
    assert (made.after, made.depth, made.moves_numbers) == (5, 1, False)
    assert made.lines == (Line(3, "Licensee may sublicense."),)


def test_no_clause_goes_into_the_middle_of_an_enumeration():
    made = Places(AUTOMATIC).place(Suggestion("Licensee may sublicense.", 4, level=2))
    assert (made.after, made.lines[0].like) == (5, 3)


def test_signatures_stay_behind_the_last_clause():
    made = Places(AUTOMATIC).place(Suggestion("(a) One.", 7, before_signature=True, level=0, heading="Law"))
    assert made.after == 7
    assert not made.moves_numbers


def test_typed_numbers_go_on_and_several_clauses_at_one_place_count_on():
    places = Places(TYPED)
    first = places.place(Suggestion("A.", 1, level=1))
    second = places.place(Suggestion("B.", 1, level=1))
    assert [made.lines[0].words for made in (first, second)] == ["1.2 A.", "1.3 B."]


def test_a_typed_number_that_is_taken_goes_between():
    made = Places(TYPED).place(Suggestion("(a) One.\n(b) Two.", 1, level=0, heading="Secrecy"))
    assert [line.words for line in made.lines] == ["1A. SECRECY", "1A.1 One.", "1A.2 Two."]


def test_a_typed_clause_at_the_end_gets_the_next_number():
    made = Places(TYPED).place(Suggestion("One.", 3, before_signature=True, level=0, heading="Secrecy"))
    assert [line.words for line in made.lines] == ["3. SECRECY", "3.1 One."]


def test_a_run_in_heading_is_set_as_the_siblings_set_it():
    made = Places(RUN_IN).place(Suggestion("(a) One.\n(b) Two.", 1, level=0, heading="Secrecy"))
    assert [line.words for line in made.lines] == ["3. Secrecy. (a) One.", "(b) Two."]
    assert made.after == 2
    assert made.lines[1].like == 2


def test_sub_clauses_without_headings_take_no_heading_and_each_text_a_number():
    made = Places(TYPED).place(Suggestion("(a) One.\n(b) Two.", 1, level=1, heading="Secrecy"))
    assert [line.words for line in made.lines] == ["1.2 One.", "1.3 Two."]


def test_items_behind_a_lead_in_keep_their_letters():
    made = Places(AUTOMATIC).place(Suggestion("Licensee shall:\n(a) report;\n(b) pay.", 2, level=1))
    assert [line.words for line in made.lines] == ["Licensee shall:", "(a) report;", "(b) pay."]
    assert [line.silent for line in made.lines] == [False, True, True]


def test_a_clause_goes_behind_a_table_and_behind_all_of_its_cells():
    rows = (
        opens(0, "1.", "Fees"),
        opens(1, "1.1", text="As follows."),
        *(plain("x", (0, row, 0)) for row in range(3)),
        opens(0, "2.", "Term"),
    )
    assert Places(draft(*rows)).place(Suggestion("One.", 3, level=1)).after == 4


def test_brackets_and_capitals_of_headings_are_kept():
    bracketed = draft(opens(0, "Article 1", "(Grant)"), plain("Licensor grants."))
    made = Places(bracketed).place(Suggestion("One.", 1, level=0, heading="Secrecy"))
    assert made.lines == (Line(0, "", "", "(Secrecy)"), Line(1, "One."))


def test_a_draft_without_clauses_gets_plain_paragraphs():
    made = Places(draft(plain("Dear Sirs,"), plain("We grant you a licence."), plain(""))).place(
        Suggestion("(a) One.\n(b) Two.", 1, heading="Secrecy")
    )
    assert [(line.words, line.like) for line in made.lines] == [("Secrecy", 1), ("(a) One.", 1), ("(b) Two.", 1)]


def test_sub_clauses_of_a_list_of_their_own_get_typed_numbers():
    lettered = draft(
        opens(0, "1.", "Grant"), opens(1, "(a)", text="Licensor grants."), opens(1, "(b)", text="Licensee pays."),
    )  # fmt: skip
    made = Places(lettered, lambda one, other: False).place(
        Suggestion("(a) One.\n(b) Two.", 2, level=0, heading="Secrecy")
    )
    assert [(line.words, line.silent) for line in made.lines[1:]] == [("(a)\tOne.", True), ("(b)\tTwo.", True)]


def test_a_clause_without_a_paragraph_of_its_own_gets_one_more_sub_clause():
    rows = (
        opens(0, "3.", "Fees", typed=True),
        opens(1, "4.1", text="Term.", typed=True),
        opens(1, "4.2", text="End.", typed=True),
    )
    made = draft(*rows)
    clauses = (Clause("3", "Fees", 0, 0, 0, None), Clause("4", "", 1, 2, 0, None), Clause("4.1", "", 1, 1, 1, 1),
               Clause("4.2", "", 2, 2, 1, 1))  # fmt: skip
    made = Draft("x.docx", "", "", made.paragraphs, clauses, clause_at=(0, 2, 3))
    assert Places(made).place(Suggestion("New.", 2, level=0)).lines == (Line(2, "New.", "4.3 "),)


def test_a_long_rule_behind_a_heading_is_not_copied():
    ruled = draft(
        opens(0, "1.", "Grant", "- - - - Licensor grants.", typed=True), opens(0, "2.", "Fees", "Pay.", typed=True)
    )
    assert Places(ruled).place(Suggestion("New.", 0, level=0, heading="Term")).lines[0].words == "1A. Term. New."


def test_words_of_a_heading_have_capitals_where_its_siblings_have_them():
    made = Places(draft(opens(0, "1.", "Grant of licence"))).place(
        Suggestion("New.", 0, level=0, heading="Technical support")
    )
    assert made.lines[0].words == "Technical support"
    made = Places(draft(opens(0, "1.", "Grant of Licence"), opens(0, "2.", "Terms of Payment"))).place(
        Suggestion("New.", 0, level=0, heading="Technical support and term")
    )
    assert made.lines[0].words == "Technical Support and Term"

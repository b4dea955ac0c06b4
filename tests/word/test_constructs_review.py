"""A clause that Word shows is found by the review, however the file keeps its words."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausecheck import language
from clausecheck.model import ClauseVerdict, Rulebook
from clausecheck.review import Order, review
from clausecheck.rulebook import load
from clausecheck.word import read

from .conftest import members, save
from .test_constructs import PROMPT, cell, control, form, old, one, row, table
from .test_stories import GONE, changed, field, paragraph, run, struck

FRONT = (
    one("PATENT LICENCE AGREEMENT")
    + one("This Agreement is made between Hokuto K.K. (“Licensor”) and Ridge Ltd. (“Licensee”).")
    + one("1. Grant. Licensor grants to Licensee a licence under the Licensed Patents to make and sell the Products.")
)
DUTY, REST = "2. Licensee shall not grant", " without the prior written consent of Licensor."
CLAUSE = f"{DUTY} sublicences{REST}"
BREAK = "<w:r><w:br/></w:r>"
FOUND = {
    "soft line breaks": paragraph(run(DUTY) + BREAK + run("sublicences") + BREAK + run(REST)),
    "a page break in the middle": paragraph(run(DUTY) + "<w:r><w:br w:type='page'/></w:r>" + run("sublicences" + REST)),
    "tabs": paragraph(run(DUTY) + "<w:r><w:tab/><w:ptab/></w:r>" + run("sublicences" + REST)),
    "optional hyphens": paragraph(run(DUTY + " sub") + "<w:r><w:softHyphen/></w:r>" + run("licences" + REST)),
    "a hyphen that does not break": paragraph(
        run(DUTY + " sub") + "<w:r><w:noBreakHyphen/></w:r>" + run("licences" + REST)
    ),
    "spaces that do not break": one(CLAUSE.replace(" ", "\u00a0")),
    "marks of direction": one(CLAUSE.replace("Licensee", "\u2068Licensee\u2069").replace("grant", "\u200egrant\u200f")),
    "a joined paragraph": paragraph(run(DUTY + " "), GONE) + one("sublicences" + REST),
    "a drop cap": paragraph(run("L"), "<w:framePr w:dropCap='drop'/>") + one(CLAUSE[4:]),
    "a content control": paragraph(run(DUTY + " ") + control(run("sublicences")) + run(REST)),
    "an insertion beside a deletion": paragraph(
        run(DUTY + " ") + changed("del", struck("licences")) + changed("ins", run("sublicences")) + run(REST)
    ),
    "a field's result": paragraph(run(DUTY + " ") + field("DOCPROPERTY Right", run("sublicences")) + run(REST)),
    "a table beside its number": table(row(cell(one("2.")), cell(one(CLAUSE[3:])))),
    "a text box": paragraph(f"<w:r>{old(f'<w:txbxContent>{one(CLAUSE)}</w:txbxContent>')}</w:r>"),
}  # fmt: skip
NOT_THERE = {
    "hidden words": paragraph(run(CLAUSE, "<w:vanish/>")),
    "words struck through": paragraph(run(CLAUSE, "<w:strike/>")),
    "a prompt": paragraph(run("2. Rights. ") + control(run(f"[{CLAUSE}]"), "<w:showingPlcHdr/>")),
    "a deletion": paragraph(run("2. Rights. ") + changed("del", struck(CLAUSE))),
}


@pytest.fixture(scope="module")
def rules() -> Rulebook:
    return load(("licence",))


def sublicensing(folder: Path, body: str, rules: Rulebook) -> ClauseVerdict:
    path = save(folder / "draft.docx", members(FRONT + body))
    made = review(path, Order(side="licensee", rules=rules, today="2026-11-23"))
    return next(clause for clause in made.clauses if clause.type == "sublicensing")


@pytest.mark.parametrize("name", FOUND)
def test_a_clause_that_is_shown_is_found(tmp_path, rules, name):
    clause = sublicensing(tmp_path, FOUND[name], rules)
    assert clause.stance == ("consent_required",) and "Licensee" in clause.evidence[0].text


@pytest.mark.parametrize("name", NOT_THERE)
def test_words_that_are_not_shown_are_no_clause(tmp_path, rules, name):
    assert sublicensing(tmp_path, NOT_THERE[name], rules).status == "missing"


def test_a_heading_before_a_style_separator_numbers_the_words_behind_it(tmp_path, rules):
    """Word prints both as one paragraph; they stay two, the second cited by the first one's number."""
    joint = "<w:rPr><w:vanish/><w:specVanish/></w:rPr>"
    clause = sublicensing(tmp_path, paragraph(run("2. Sublicences."), joint) + one(CLAUSE[3:]), rules)
    assert (clause.evidence[0].number, clause.evidence[0].heading) == ("2", "Sublicences")


def test_prompts_and_empty_form_fields_are_blanks(build):
    empty = form("FORMTEXT", "<w:textInput/>", run("\u2002" * 5))
    body = FRONT + paragraph(run("2. Licensee pays ") + PROMPT + run(" yen within ") + empty + run(" days."))
    reading = language.read(read(build(body)), "en")
    assert [span.text for span in reading.doc.spans["blank"]] == ["[…]", "_____"]

"""Findings in, findings with their clause text out."""

from __future__ import annotations

import dataclasses

import pytest

from clausecheck.model import ClausecheckError, Place, Rulebook, Settings, Term
from clausecheck.suggest import Writer, suggest
from clausecheck.suggest.usage import usage

from .drafts import GRANT, SUBLICENSING, draft, missing, party, reading, rule, standing
from .test_place import DRAFT, READ

BARE = dataclasses.replace(GRANT, id="bare", code="GRT-09", template="")
BOOK = Rulebook((GRANT, SUBLICENSING, BARE))
GRANTED = (standing("licence_grant", 2, "GRT-01"),)


def one(finding, read=READ, given=None, clauses=GRANTED):
    return suggest([finding], BOOK, read, clauses, Settings(side="licensor"), given or {})[0].suggestion


def test_missing_clause_gets_text_heading_place_and_reasons():
    made = one(missing(SUBLICENSING))
    assert made.heading == "Sublicensing"
    assert made.text.startswith("(a) Licensee shall not grant any sublicense of its rights under this Agreement")
    assert "\n(b) " in made.text
    assert (made.after_paragraph, made.level, made.before_signature) == (3, 1, False)
    assert made.blanks == ("number, for example thirty",)
    assert made.assumptions == (
        "Written for Licensor: consent required, a stance that both sides can accept.",
        "The draft names no Licensor: “Licensor” stands for it.",
        "The draft names no Licensee: “Licensee” stands for it.",
        "The governing law is not considered.",
    )


def test_weak_clause_gets_wording_without_a_place():
    made = one(missing(SUBLICENSING, verdict="weak"))
    assert made.text
    assert made.after_paragraph is None
    assert not made.before_signature


@pytest.mark.parametrize(
    "finding",
    [
        missing(SUBLICENSING, verdict="unsure"),
        dataclasses.replace(missing(SUBLICENSING), kind="term", verdict="found"),
        missing(BARE),
        missing(rule("nowhere")),
    ],
    ids=["unsure", "term", "no template", "no rule"],
)
def test_other_findings_stay_as_they_are(finding):
    assert suggest([finding], BOOK, READ, GRANTED, Settings(), {}) == (finding,)


def test_order_of_findings_stays():
    findings = [missing(BARE), missing(SUBLICENSING), missing(GRANT)]
    assert [finding.id for finding in suggest(findings, BOOK, READ, (), Settings(), {})] == [f.id for f in findings]


def test_empty_draft_gets_text_and_no_place():
    made = one(missing(SUBLICENSING), reading(), clauses=())
    assert made.text
    assert made.after_paragraph is None
    assert made.before_signature


def test_names_and_manner_of_the_draft():
    text = draft(
        "The Company and the University make this Licence Agreement.",
        "Under this Licence Agreement the Company pays the University. See Clause 3 and clause 4.",
        "Each Party shall act.",
        'Quotes are "straight".',
    )
    read = reading(
        text, parties=(party("licensor", "University"), party("licensee", "Company")), spelling="gb", modal="will"
    )
    made = one(missing(SUBLICENSING), read, clauses=())
    assert made.text.startswith(
        "(a) The Company will not grant any sublicence of its rights under this Licence Agreement"
    )
    assert "prior written consent of the University." in made.text
    assert made.assumptions[1:] == ("The governing law is not considered.",)
    secret = Writer.for_draft(read, Settings(), {}).write(rule("confidentiality"), "mutual").suggestion.text
    assert 'In this Clause "Recipient" means the Party' in secret
    assert "any third party without" in secret


def test_umbrella_term_stands_for_what_its_definition_names():
    text = draft("“Technology” means the Know-How and all drawings.", "“Software” means the code.")
    read = dataclasses.replace(
        reading(text, subjects=("know_how", "software")),
        terms=tuple(
            Term(name, "quoted", Place(at, 1, 5), Place(at, 0, len(text.body[at].text)))
            for name, at in (("Technology", 0), ("Know-How", 0), ("Software", 1))
        ),
    )
    made = Writer.for_draft(read, Settings(), {}).write(rule("field_of_use"), "generic").suggestion
    assert "may use the Technology and the Software for its own" in made.text


def test_letter_in_the_first_person_uses_names():
    letter = draft(
        "We, Aquelis, license you, the City.", "This letter binds us. The City pays. Under this letter the City acts."
    )
    read = reading(letter, parties=(party("licensor", "we", "Aquelis"), party("licensee", "you", "City")))
    assert one(missing(SUBLICENSING), read, clauses=()).text.startswith(
        "(a) The City shall not grant any sublicense of its rights under this letter"
    )


def test_headings_do_not_say_how_the_draft_cites():
    text = draft("Article 1 Definitions", "Article 2 Grant", "ARTICLE 3", "As section 2.1 says.")
    assert usage(reading(text)).clause == "section"


def test_terms_in_capitals_keep_them():
    made = Writer.for_draft(reading(terms=("AFFILIATES", "IMPROVEMENT")), Settings(), {})
    assert "to its AFFILIATES only" in made.write(SUBLICENSING, "permitted_conditional").suggestion.text
    assert "owns the IMPROVEMENTS that" in made.write(rule("improvement_ownership"), "grant_back").suggestion.text


def test_cross_licence_names_two_parties_and_says_one_direction():
    read = reading(parties=(party("both", "Alpha"), party("both", "Beta")))
    made = one(missing(SUBLICENSING), read, clauses=())
    assert made.text.startswith("(a) Beta shall not grant any sublicense")
    assert "consent of Alpha" in made.text
    assert "Each party licenses: written with Alpha as licensor, for one direction." in made.assumptions


def test_given_names_stand_in_only_where_the_draft_has_none():
    given = {"licensor": "Hokuto", "licensee": "Voltra"}
    made = one(missing(SUBLICENSING), reading(parties=(party("licensor", "Company"),)), given=given, clauses=())
    assert made.text.startswith("(a) Voltra shall not")
    assert "consent of Company" in made.text


def test_given_values_fill_nested_or_dotted():
    for given in ({"sublicensing": {"copy_days": 30}}, {"sublicensing.copy_days": "30"}):
        made = one(missing(SUBLICENSING), given=given)
        assert "within 30 days" in made.text
        assert made.blanks == ()


def test_existing_grant_is_cited_by_its_number():
    field = rule("field_of_use", "GRT-03", after=("licence_grant",))
    book = Rulebook((GRANT, field))
    made = suggest([missing(field)], book, READ, GRANTED, Settings(), {})[0].suggestion
    assert "The license granted in Section 2.1 covers" in made.text
    made = suggest([missing(field)], book, READ, (), Settings(), {})[0].suggestion
    assert "The license covers" in made.text


def test_stance_that_is_not_offered_is_refused():
    writer = Writer.for_draft(reading(DRAFT), Settings(), {})
    with pytest.raises(ClausecheckError, match="no wording for “free for all”: choose prohibited"):
        writer.write(SUBLICENSING, "free_for_all")
    with pytest.raises(ClausecheckError, match="no clause text for rule bare"):
        writer.write(BARE)

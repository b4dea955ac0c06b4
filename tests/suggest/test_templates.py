"""Every shipped template, in every stance, spelling and verb, for drafts that say little and much."""

from __future__ import annotations

import re

import pytest

from clausecheck.model import Settings
from clausecheck.shipped import shipped
from clausecheck.suggest import Writer, stances

from .drafts import draft, party, reading, rule

TEMPLATES = sorted(path.stem for path in (shipped("templates") / "clauses" / "en").glob("*.j2"))
STANCES = {
    "breach_remedies": {"damages"},
    "confidentiality": {"mutual", "one_way"},
    "field_of_use": {"specific", "generic", "all_fields"},
    "improvement_ownership": {"each_owns_own", "grant_back", "joint", "licensee_owns", "licensor_owns"},
    "infringement_indemnity": {"assistance", "indemnity"},
    "liability_cap": {"mutual"},
    "licence_grant": {"exclusive", "sole", "non_exclusive"},
    "liquidated_damages": {"liquidated_damages"},
    "patent_numbers": {"listed"},
    "sublicensing": {"prohibited", "consent_required", "permitted_conditional", "permitted"},
    "technical_support": {"term_stated"},
}
TERMS = ("Licensed Patents", "Know-How", "Licensed Product", "Field of Use", "Territory", "Term", "Improvement",
         "Confidential Information", "Receiving Party", "Disclosing Party", "Affiliate")  # fmt: skip
DRAFTS = {
    "bare": {},
    "patents": {"subjects": ("patents", "know_how")},
    "software": {"subjects": ("software",)},
    "full": {
        "text": draft("In this Agreement either Party may act. The Supplier and the Buyer agree under Article 3."),
        "parties": (party("licensor", "Supplier"), party("licensee", "Buyer")),
        "terms": TERMS,
        "subjects": ("patents", "know_how"),
    },
}
CASES = [
    pytest.param(name, stance, {**kind, "spelling": spelling, "modal": modal}, id=f"{name}-{stance}-{label}-{spelling}")
    for name in TEMPLATES
    for stance in stances(rule(name), "en")
    for label, kind in DRAFTS.items()
    for spelling, modal in (("us", "shall"), ("gb", "will"))
]
OWN_NAMES = {"Licensor", "Licensee", "Supplier", "Buyer", "Agreement", "Section", "Article", "Party", "Parties", "I"}
BRITISH = re.compile(
    r"\b(sub)?licence|\w+(?:isation|ise[ds]?|yse[ds]?)\b|\b(defence|wilful|favour|honour)\b", re.IGNORECASE
)
AMERICAN = re.compile(r"\ba(n)? \w* ?(sub)?license\b|defense|willful|analyze|unauthorized", re.IGNORECASE)
NOT_BRITISH = {"otherwise", "precise", "premises", "exercise", "arises"}


def written(name: str, stance: str, kind: dict[str, object]):
    return Writer.for_draft(reading(**kind), Settings(), {}).write(rule(name), stance)


def test_templates_offer_every_stance():
    assert {name: set(stances(rule(name), "en")) for name in TEMPLATES} == STANCES


@pytest.mark.parametrize(("name", "stance", "kind"), CASES)
def test_clause_is_complete_in_itself(name, stance, kind):
    made = written(name, stance, kind).suggestion
    assert made.heading
    assert made.text
    assert tuple(dict.fromkeys(re.findall(r"\[FILL: ([^\]]+)\]", made.text))) == made.blanks
    for opening, closing in ("()", "[]", "“”"):
        assert made.text.count(opening) == made.text.count(closing)
    assert not re.search(r"\s[.,;:]|\.\.|  |[{}]", made.text)
    for line in made.text.split("\n"):
        assert re.search(r"[.:;]$|; and$", line), line
        assert re.match(r"\([a-z]\) |[A-Z“]", line), line


@pytest.mark.parametrize(("name", "stance", "kind"), CASES)
def test_clause_defines_every_capitalised_term(name, stance, kind):
    made = written(name, stance, kind).suggestion
    terms = [*kind.get("terms", ()), *re.findall(r"“([^”]+)”(?: means|\))", made.text)]
    words = set(" ".join(terms).split())
    known = OWN_NAMES | words | {f"{word}s" for word in words}
    text = re.sub(r"\[FILL: [^\]]+\]", "x", made.text)
    inside = re.findall(r"(?<![.:] )(?<!\) )(?<![\n“-])\b(?!^)[A-Z][\w-]*", text)
    assert set(inside) <= known


@pytest.mark.parametrize(("name", "stance", "kind"), CASES)
def test_clause_follows_spelling_and_verb(name, stance, kind):
    written_here = written(name, stance, kind)
    text = f"{written_here.suggestion.heading}\n{written_here.suggestion.text}"
    if kind["spelling"] == "us":
        assert {match[0] for match in BRITISH.finditer(text)} <= NOT_BRITISH
    else:
        assert not AMERICAN.search(text)
    assert not re.search(r"\bwill\b" if kind["modal"] == "shall" else r"\bshall\b", text)
    assert not re.search(r"\b(he|she|his|her|man-days?)\b", text)


@pytest.mark.parametrize("name", TEMPLATES)
def test_keys_do_not_depend_on_spelling(name):
    for stance in stances(rule(name), "en"):
        us, gb = (list(written(name, stance, {"spelling": spelling}).open) for spelling in ("us", "gb"))
        assert us == gb


def test_given_values_leave_no_blank():
    for name in TEMPLATES:
        for stance in stances(rule(name), "en"):
            keys = written(name, stance, {}).open
            writer = Writer.for_draft(reading(), Settings(), dict.fromkeys(keys, "five"))
            made = writer.write(rule(name), stance)
            assert not made.open
            assert "FILL" not in made.suggestion.text


def test_own_terms_of_the_draft_are_used_and_not_defined_again():
    made = written("confidentiality", "mutual", DRAFTS["full"]).suggestion
    assert "the Receiving Party shall" in made.text
    assert "” means" not in made.text
    assert made.text.startswith("(a) The Receiving Party shall keep the Confidential Information")


def test_patents_of_the_facts_are_listed():
    given = {"patents": [{"country": "Japan", "number": "No. 6712345", "owner": None}, "US 9,123,456"]}
    made = Writer.for_draft(reading(), Settings(), given).write(rule("patent_numbers")).suggestion
    assert made.text.split("\n")[:3] == [
        "The patents and patent applications licensed under this Agreement (the “Licensed Patents”) are the following:",
        "(a) Japan, No. 6712345;",
        "(b) US 9,123,456;",
    ]
    assert not made.blanks

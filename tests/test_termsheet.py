"""The term sheet: read strictly, and held against what the draft states."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from clausecheck import judge, language, termsheet, word
from clausecheck.model import ClausecheckError
from clausecheck.rulebook.deal_schema import TermSheet

DRAFT = """\
This Agreement is made on 1 December 2026 ("Effective Date") between Alder Ltd of London, England ("Licensor") and \
Birch Ltd of Leeds, England ("Licensee").
1. "Territory" means Japan and the Republic of Korea.
2. Licensor hereby grants to Licensee a non-exclusive licence under JP 6712345 and JP 7034118 to sell pumps there.
3. Licensee shall pay a licence fee of JPY 5,000,000 and a royalty of 2.8% of Net Sales.
4. This Agreement remains in force for ten (10) years.
5. This Agreement is governed by the laws of Japan.
"""
ALL = {
    "licensor": "Alder Limited",
    "licensee": ("Birch Ltd", "Cedar Inc."),
    "effective_date": "1 Dec 2026",
    "exclusivity": "non-exclusive",
    "territory": ("Japan", "Korea"),
    "patents": ("JP 6712345", "JP 7034118"),
    "term": "10 years",
    "payment": ("licence fee ¥5 million", "royalty 2.8%"),
    "governing_law": "Japanese law",
}


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    """The deviations of the draft from what was agreed: code, verdict, severity, message, quoted words."""
    document, path = Document(), tmp_path_factory.mktemp("terms") / "draft.docx"
    for line in DRAFT.splitlines():
        document.add_paragraph(line)
    document.save(str(path))
    reading = language.read(word.read(word.open_package(path)))
    stated = {name: judge.facts(facts, reading) for name, facts in language.facts(reading).items()}

    def deviations(agreed):
        told = termsheet.deviations(agreed, reading, stated)
        return [(f.code, f.verdict, f.severity, f.message, [e.quote for e in f.evidence]) for f in told]

    return deviations


def test_what_is_agreed_in_other_words_raises_nothing(found):
    assert found(ALL) == []
    assert found({}) == []


@pytest.mark.parametrize(
    ("name", "agreed", "code", "said", "quote"),
    [
        ("licensee", "Cedar Inc.", "FCT-02", "“Birch Ltd”", "Birch Ltd"),
        ("effective_date", "2027-01-01", "FCT-03", "“2026-12-01”", "1 December 2026"),
        ("exclusivity", "exclusive", "FCT-04", "“non-exclusive”", "non-exclusive"),
        ("territory", "worldwide", "FCT-06", "Japan and the Republic of Korea", "Japan and the Republic of Korea"),
        ("term", "5 years", "FCT-08", "“for ten (10) years”", "ten (10) years"),
        ("payment", "royalty 3.5%", "FCT-09", "royalty: 2.8%", "royalty of 2.8%"),
        ("governing_law", "California", "FCT-11", "“Japan”", "Japan"),
    ],
)
def test_a_deviation_says_both_values_and_quotes_the_draft(found, name, agreed, code, said, quote):
    ((which, verdict, severity, message, quotes),) = found({name: agreed})
    assert (which, verdict, severity) == (code, "found", "warning")
    assert said in message and f"agreed is “{agreed}”" in message
    assert quote in quotes[0]


def test_what_the_draft_does_not_state_is_a_note(found):
    ((code, verdict, severity, message, quotes),) = found({"support_term": "24 months"})
    assert (code, verdict, severity, quotes) == ("FCT-10", "missing", "note", [])
    assert message == "Agreed is “24 months”, and no such statement was found in the draft. Check that it says so."
    assert [one[:3] for one in found({"payment": "milestones of EUR 1 million"})] == [("FCT-09", "missing", "note")]


def test_patents_one_by_one(found):
    lacking, more = found({"patents": ("JP 6712345", "US 9,111,222")})
    assert lacking[2:4] == ("warning", "The draft does not list US 9,111,222, which was agreed. Add it to the list.")
    assert more[2] == "note" and "also names JP 7034118" in more[3] and more[4] == ["JP 7034118"]


def test_keys_of_the_schema_are_the_facts():
    assert list(TermSheet.model_fields) == list(termsheet.TITLES)


def written(folder: Path, text: str) -> Path:
    (folder / "terms.yaml").write_text(text, encoding="utf-8")
    return folder / "terms.yaml"


def test_a_term_sheet_is_read(tmp_path):
    text = 'licensor: Alder Ltd\neffective_date: "2026-12-01"\npatents: [JP 1234567, JP 7654321]\n'
    assert termsheet.load(written(tmp_path, text)) == {
        "licensor": "Alder Ltd",
        "effective_date": "2026-12-01",
        "patents": ("JP 1234567", "JP 7654321"),
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("licencor: Alder Ltd\n", "terms.yaml:1: there is no key licencor here (did you mean licensor?)"),
        ("term: 10\n", "terms.yaml:1: term: text is meant here"),
        ("field: x\nterm: [ten years, true]\n", "terms.yaml:2: term: text is meant here"),
        ("effective_date: 2026-12-01\n", 'terms.yaml:1: YAML reads 2026-12-01 as a timestamp: write "2026-12-01"'),
        ("patents: []\n", "terms.yaml:1: patents: it is empty"),
        ("licensor: {name: Alder Ltd}\n", "terms.yaml:1: licensor: "),
        ("licensor: &a Alder\nlicensee: *a\n", "anchors"),
    ],
)
def test_a_faulty_term_sheet_is_refused_with_file_and_line(tmp_path, monkeypatch, text, said):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ClausecheckError) as refused:
        termsheet.load(written(tmp_path, text).relative_to(tmp_path).absolute())
    assert said in str(refused.value)


def test_a_term_sheet_that_is_not_there(tmp_path):
    with pytest.raises(ClausecheckError, match="is not there"):
        termsheet.load(tmp_path / "no.yaml")

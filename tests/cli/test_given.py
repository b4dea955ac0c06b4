"""What the command line adds to a draft: the term sheet, and the countries that the draft does not show."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from clausecheck.cli.given import places_given
from clausecheck.cli.main import main
from clausecheck.model import ClausecheckError

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
DEVIATIONS = "FCT-"


@pytest.fixture
def review(tmp_path, monkeypatch):
    """Reviews a sample; the report, or the finished call where it is refused."""
    monkeypatch.chdir(tmp_path)
    shutil.copy(SAMPLES / "balanced.docx", "draft.docx")

    def reviewed(*options: str, form: str = "json"):
        done = CliRunner().invoke(main, ["review", "draft.docx", "--format", form, "--output", "-", *options])
        if done.exit_code == 2:
            return done.stderr
        return json.loads(done.stdout) if form == "json" else done.stdout

    return reviewed


def deviations(report) -> dict[str, tuple[str, str]]:
    return {
        one["code"]: (one["severity"], one["message"]) for one in report["findings"] if one["code"][:4] == DEVIATIONS
    }


def test_what_the_draft_states_agrees_with_itself(review):
    plain = review()
    assert deviations(plain) == {}
    stated = {name: fact for name, fact in plain["facts"].items() if fact}
    lines = []
    for name, fact in stated.items():
        values = [one["value"] for one in fact] if isinstance(fact, list) else [fact["value"]]
        lines += [f"{name}:", *(f"  - {json.dumps(value, ensure_ascii=False)}" for value in values)]
    Path("terms.yaml").write_text("\n".join(lines), encoding="utf-8")
    assert len(stated) > 8
    assert deviations(review("--facts", "terms.yaml")) == {}


def test_a_deviation_counts_and_is_quoted(review):
    Path("terms.yaml").write_text("governing_law: Brazil\n", encoding="utf-8")
    report = review("--facts", "terms.yaml")
    severity, message = deviations(report)["FCT-11"]
    assert severity == "warning" and "agreed is “Brazil”" in message
    (one,) = [one for one in report["findings"] if one["code"] == "FCT-11"]
    assert one["kind"] == "defect" and one["evidence"][0]["quote"] in one["evidence"][0]["text"]
    assert "Not as agreed: governing law" in review("--facts", "terms.yaml", form="html")


def test_the_deals_own_file_may_hold_the_facts_and_the_term_sheet_stands_over_it(review):
    Path("clausecheck.yaml").write_text("facts: {governing_law: Brazil, cap: two million euros}\n", encoding="utf-8")
    assert list(deviations(review())) == ["FCT-11"]
    stated = review()["facts"]["governing_law"]["value"]
    Path("terms.yaml").write_text(f"governing_law: {stated}\n", encoding="utf-8")
    assert deviations(review("--facts", "terms.yaml")) == {}
    Path("clausecheck.yaml").write_text(
        "facts: {governing_law: Brazil}\nwaive:\n  - {code: FCT-11, reason: moved on the phone}\n", encoding="utf-8"
    )
    (one,) = [one for one in review()["findings"] if one["code"] == "FCT-11"]
    assert one["waived"] == "moved on the phone"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("licencor: x\n", "terms.yaml:1: there is no key licencor here"),
        (None, "The term sheet terms.yaml is not there"),
    ],
)
def test_a_faulty_term_sheet_ends_in_one_sentence(review, text, said):
    if text:
        Path("terms.yaml").write_text(text, encoding="utf-8")
    assert said in review("--facts", "terms.yaml")


def test_countries_are_added_to_those_that_the_draft_shows(review):
    before = review()["settings"]["places"]
    places = review("--jurisdiction", "payer=br", "--jurisdiction", "TH", "--jurisdiction", "gb")["settings"]["places"]
    assert places["payer"] == [*before["payer"], "br"]
    assert places["law"] == [*before["law"], *(code for code in ("th", "uk") if code not in before["law"])]
    assert {"th", "uk"} <= set(places["market"])
    assert {name: places[name] for name in ("exporter", "patents")} == {n: before[n] for n in ("exporter", "patents")}


def test_a_country_without_rules_is_named_in_every_report(review):
    call = ("--jurisdiction", "payer=br", "--jurisdiction", "vn")
    before, after = (set(review(*options)["coverage"]["law_not_checked"]) for options in ((), call))
    assert after - before == {"br", "vn"}
    assert "Brazil" in review(*call, form="text").partition("Not checked:")[2]
    page = review(*call, form="html")
    assert "The law of Brazil was not checked" in page and "The law of Vietnam was not checked" in page


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("jpn", "there is no country “jpn”"),
        ("payer=", "there is no country “”"),
        ("zz", "there is no country “zz”"),
        ("buyer=jp", "there is no place “buyer”: use law, payer"),
        ("=jp", "there is no place “”"),
    ],
)
def test_an_unknown_place_or_country_is_refused_in_one_sentence(value, said):
    with pytest.raises(ClausecheckError) as refused:
        places_given([value])
    assert said in str(refused.value) and "\n" not in str(refused.value)


def test_places_of_several_calls():
    assert places_given(["payer=jp", "payer=JP", "eu", "Patents = gb"]) == {
        "payer": ("jp",),
        "law": ("eu",),
        "market": ("eu",),
        "patents": ("uk",),
    }

"""review/1 is a promise to other programs: its keys, their order and their meaning."""

from __future__ import annotations

import dataclasses
import json
from importlib.resources import files

import jsonschema
import pytest

from clausecheck.model import Review
from clausecheck.reports import json_report

from .sample import nothing_found, sample, waived

SCHEMA = json.loads(files("clausecheck.reports").joinpath("review.schema.json").read_text(encoding="utf-8"))


def keys(value: dict) -> str:
    """The keys in their order, as one string that is easy to compare."""
    return " ".join(value)


@pytest.mark.parametrize("made", [sample(), sample("neutral", "counterparty"), nothing_found(), waived(sample())])
def test_report_keeps_to_the_committed_schema(made: Review):
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(json.loads(json_report.render(made)), SCHEMA)


def test_schema_lets_no_unknown_key_pass(review: Review):
    document = json_report.document(review)
    for part in (document, document["draft"], document["settings"]["places"], document["findings"][0]["sources"][0]):
        part["extra"] = 1
        with pytest.raises(jsonschema.ValidationError, match="extra"):
            jsonschema.validate(document, SCHEMA)
        del part["extra"]


def test_keys_stand_in_the_order_of_the_specification(review: Review, clean: Review):
    for made in (review, clean):
        report = json.loads(json_report.render(made))
        assert keys(report) == "schema tool draft settings facts clauses findings coverage summary"
        assert keys(report["draft"]) == "file sha256 language title words subjects file_facts"
        assert keys(report["settings"]) == "side paper stage for today rulebook places"
        assert keys(report["settings"]["places"]).startswith(
            "law payer exporter patents market licensor_home licensee_home"
        )
        assert keys(report["facts"]) == (
            "licensor licensee effective_date exclusivity field territory patents term payment support_term"
            " governing_law forum"
        )
        assert keys(report["coverage"]) == "rules_run not_applicable not_read law_not_checked"
        assert keys(report["summary"]) == "error warning note"


def test_findings_and_evidence_hold_what_the_specification_names(review: Review):
    report = json.loads(json_report.render(review))
    for finding in report["findings"]:
        assert keys(finding) == (
            "code id kind verdict severity message reasons why sources evidence fingerprint waived caused_by suggestion"
        )
    assert keys(report["clauses"][0]) == "type codes status stance lacks reason evidence"
    evidence = report["clauses"][0]["evidence"][0]
    assert keys(evidence) == "paragraph number heading story start end quote text"
    assert evidence["number"] == "2.1"
    paragraph = review.draft.paragraphs[evidence["paragraph"]].text
    assert paragraph[evidence["start"] : evidence["end"]] == evidence["quote"]


def test_what_is_not_there_is_null_or_empty(review: Review, clean: Review):
    report = json_report.document(review)
    assert report["facts"]["territory"] is None
    assert json_report.document(clean)["facts"]["patents"] == []
    found = {finding["fingerprint"]: finding for finding in report["findings"]}
    assert found["b1"]["suggestion"] is None and found["b1"]["waived"] is None
    assert found["a1"]["suggestion"]["place"] == {"after_paragraph": 6}
    assert found["c1"]["suggestion"]["place"] == {"after_paragraph": None}
    assert [clause["type"] for clause in report["clauses"]][-1] is None


def test_two_answers_of_the_draft_to_one_question_both_stand(review: Review):
    assert json_report.document(review)["facts"]["governing_law"]["value"] == "Japan; England"


def test_waived_findings_are_listed_and_not_counted(review: Review):
    report = json_report.document(review)
    assert len(report["findings"]) == len(review.findings)
    assert report["summary"] == {"error": 6, "warning": 4, "note": 1}
    assert json_report.document(waived(review))["summary"] == {"error": 0, "warning": 0, "note": 0}


def test_same_review_gives_the_same_text(review: Review):
    assert json_report.render(review) == json_report.render(sample())
    assert "専用実施権" in json_report.render(review)


def test_file_name_that_is_no_text_can_still_be_written(review: Review):
    draft = dataclasses.replace(review.draft, file="\udcffdraft.docx")
    text = json_report.render(dataclasses.replace(review, draft=draft))
    assert json.loads(text.encode("utf-8"))["draft"]["file"] == "\udcffdraft.docx"

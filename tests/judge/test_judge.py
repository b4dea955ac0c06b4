"""From matches to verdicts and findings: what stands, what lacks, what a side makes of it."""

from __future__ import annotations

import pytest

from clausecheck.model import Applies, Case, Element, Wording

from .small import GRANT, LICENCE, PREAMBLE, SECRECY, changed, judged, rules

SECRET = LICENCE + "2. Secrecy\n2.1 Licensee shall keep the Know-how secret for five years.\n"


@pytest.fixture
def book(tmp_path):
    return rules(tmp_path, GRANT, SECRECY)


def _secrecy(judgement):
    return next(verdict for verdict in judgement.clauses if verdict.codes == ("TST-01",))


def _finding(judgement):
    return next((finding for finding in judgement.findings if finding.code == "TST-01"), None)


def test_a_clause_says_its_stance_facets_and_where_it_stands(book):
    verdict = _secrecy(judged(book, SECRET, "licensee"))
    assert (verdict.status, verdict.stance, verdict.lacks) == ("weak", ("plain", "term"), ("return", "flow_down"))
    first = verdict.evidence[0]
    assert first.text == "Licensee shall keep the Know-how secret for five years."
    assert (first.number, first.heading, first.story) == ("2.1", "Secrecy", "body")
    assert first.text.count(first.quote) == 1 and first.quote.startswith("keep")


def test_what_lacks_is_as_bad_as_the_side_finds_it_and_off_is_silent(book):
    for side, severity in (("licensor", "error"), ("licensee", "note"), ("neutral", "note")):
        finding = _finding(judged(book, SECRET, side))
        assert (finding.verdict, finding.severity, finding.message) == (
            "weak",
            severity,
            "Nobody must return the papers.",
        )
        assert "Employees are not bound." not in finding.reasons


def test_a_clause_with_all_that_is_wanted_is_present_and_no_finding(book):
    text = SECRET + "2.2 Licensee shall return all papers. Its employees are bound alike.\n"
    judgement = judged(book, text, "licensee")
    assert _secrecy(judgement).status == "present"
    assert _finding(judgement) is None


def test_an_element_in_another_clause_does_not_count(book):
    text = SECRET + "3. Other\n3.1 Licensee shall return all papers to the employees.\n"
    assert _secrecy(judged(book, text)).lacks == ("return", "flow_down")


def test_a_facet_may_bear_the_name_of_a_stance_and_is_said_once(tmp_path):
    book = rules(tmp_path, GRANT, SECRECY.replace("  survives:", "  plain: [five years]\n  survives:"))
    assert _secrecy(judged(book, SECRET)).stance == ("plain", "term")


def test_a_facet_with_the_scope_of_its_clause_is_read_there_and_no_further(book):
    assert "survives" in _secrecy(judged(book, SECRET + "2.2 This duty survives.\n")).stance
    assert "survives" not in _secrecy(judged(book, SECRET + "3. Other\n3.1 Clause 1 survives.\n")).stance


def test_a_stance_that_the_side_does_not_accept_is_the_first_reason(book):
    text = LICENCE + "2. Secrecy\n2.1 Licensee shall keep the Know-how strictly secret. It shall return all papers.\n"
    finding = _finding(judged(book, text, "licensee"))
    assert (finding.verdict, finding.severity) == ("weak", "warning")
    assert finding.message == "The draft says “strict”; the rulebook accepts “plain”."
    assert _finding(judged(book, text, "licensor")) is None
    assert _finding(judged(book, text, "neutral")) is None, "what either side accepts is acceptable to neither party"


def test_a_missing_clause_quotes_the_nearest_passage_and_says_why_it_does_not_count(book):
    text = LICENCE + "2. Other\n2.1 Licensee shall keep each trade secret safe and secret.\n"
    finding = _finding(judged(book, text))
    assert (finding.verdict, finding.severity, finding.evidence) == ("missing", "error", ())
    assert finding.message == "The draft does not say: who must keep what secret?"
    assert "2.1: “Licensee shall keep each trade secret safe and secret.”" in " ".join(finding.reasons)


def test_a_recital_is_no_evidence(book):
    text = PREAMBLE + "WHEREAS Licensee shall keep the Know-how secret;\nNOW, THEREFORE, the parties agree:\n1. Grant\n"
    assert _secrecy(judged(book, text)).status == "missing"


def test_a_rule_that_does_not_apply_says_why_but_a_clause_that_stands_is_always_reported(book):
    asked = changed(book, "secrecy", applies=Applies(mentions=("zeppelin",)))
    judgement = judged(asked, LICENCE)
    assert _secrecy(judgement).status == "not_applicable" and _finding(judgement) is None
    assert [skipped.code for skipped in judgement.not_applicable] == ["TST-01"]
    assert _secrecy(judged(asked, SECRET)).status == "weak"


def test_a_paper_that_grants_nothing_says_so_first_and_its_other_absences_are_notes(book):
    judgement = judged(book, PREAMBLE + "1. Supply\n1.1 Licensee shall buy ten pumps.\n")
    assert [(f.code, f.severity) for f in judgement.findings] == [("GRT-01", "error"), ("TST-01", "note")]
    assert judgement.findings[0].message.startswith("This does not read as a licence")


def test_findings_stand_worst_first_and_keep_their_fingerprint_when_text_moves(book):
    first = judged(book, SECRET)
    moved = judged(book, SECRET.replace("2. Secrecy", "2. Notices\n2.1 Notices are in writing.\n3. Secrecy"))
    assert _finding(first).fingerprint == _finding(moved).fingerprint != ""
    severities = [finding.severity for finding in first.findings]
    assert severities == sorted(severities, key=("error", "warning", "note").index)


def test_the_bearer_must_be_named_where_only_the_other_party_is(book):
    borne = changed(book, "secrecy", bearer="licensor")
    assert _secrecy(judged(borne, SECRET)).status == "missing"
    assert _secrecy(judged(borne, SECRET.replace("Licensee shall keep", "Each party shall keep"))).status == "weak"


def test_rules_of_one_type_give_one_verdict_with_the_best_status(tmp_path):
    more = GRANT.replace("id: licence_grant", "id: use").replace("GRT-01", "TST-02").replace("grants ...12", "lends")
    judgement = judged(rules(tmp_path, GRANT, more), LICENCE)
    assert [(v.type, v.codes, v.status) for v in judgement.clauses] == [
        ("licence_grant", ("GRT-01", "TST-02"), "present"),
    ]


def test_a_party_in_a_phrase_stands_with_its_article(book):
    asked = changed(book, "secrecy", find=("assigns to <licensor>",))
    with_article = LICENCE + "2. Work\n2.1 Licensee hereby assigns to the Licensor all papers.\n"
    assert _secrecy(judged(asked, with_article)).status == "present"
    assert _secrecy(judged(asked, with_article.replace("the Licensor", "Licensor"))).status == "present"


def test_a_case_adds_its_reason_and_changes_a_side_only_where_the_draft_is_known_to_be_of_that_kind(book):
    japan = Case(Applies(places={"market": ("jp",)}), "In Japan it weighs more.", {"licensor": {"absent": "warning"}})
    asked = changed(book, "secrecy", cases=(japan,))
    assert _finding(judged(asked, LICENCE)).severity == "error"
    at_home = _finding(judged(asked, LICENCE, places={"market": ("jp",)}))
    assert (at_home.severity, at_home.why) == ("warning", "What is not kept secret is lost. In Japan it weighs more.")
    assert _finding(judged(asked, LICENCE, places={"market": ("cn",)})).severity == "error"


def test_a_rule_for_one_country_asks_nothing_of_a_deal_whose_place_the_draft_does_not_show(book):
    asked = changed(book, "secrecy", applies=Applies(places={"law": ("jp",)}))
    verdict = _secrecy(judged(asked, LICENCE))
    assert (verdict.status, verdict.reason) == ("not_applicable", "law: the draft does not show it")
    assert _secrecy(judged(asked, LICENCE, places={"law": ("jp",)})).status == "missing"


def test_stances_that_contradict_each_other_are_both_quoted(book):
    asked = changed(book, "secrecy", conflicts=(("strict", "plain"),), elements=())
    text = SECRET + "3. Other\n3.1 Licensee shall keep the Patents strictly secret.\n"
    finding = _finding(judged(asked, text))
    assert finding.message.startswith("The draft says both “strict” and “plain”")
    assert [one.number for one in finding.evidence] == ["3.1", "2.1"]


def test_a_passage_that_may_be_the_clause_is_unsure_and_one_step_milder(book):
    asked = changed(book, "secrecy", maybe=("in confidence",))
    finding = _finding(judged(asked, LICENCE + "2. Other\n2.1 Licensee receives the Know-how in confidence.\n"))
    assert (finding.verdict, finding.severity, finding.evidence[0].quote) == ("unsure", "warning", "in confidence")
    assert _secrecy(judged(asked, LICENCE)).status == "missing"


def test_what_a_clause_must_not_say_makes_it_weak_and_is_quoted_first(book):
    wide = Element(
        "wide", Wording(("any person",), scope="clause"), (), {"licensor": "error", "licensee": "off"}, "Bad."
    )
    asked = changed(book, "secrecy", bad=(wide,), elements=())
    text = SECRET + "2.2 Licensee may tell any person.\n3. Other\n3.1 Any person may call.\n"
    finding = _finding(judged(asked, text))
    assert (finding.severity, finding.message) == ("error", "Bad.")
    assert [one.number for one in finding.evidence] == ["2.2", "2.1"]
    assert _finding(judged(asked, text, "licensee")) is None
    assert _finding(judged(asked, SECRET + "3. Other\n3.1 Any person may call.\n")) is None

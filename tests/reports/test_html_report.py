"""What a partner, a screen reader and a browser rely on in the HTML report."""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import re
from itertools import pairwise

import pytest

from clausecheck.model import Evidence, Review, Suggestion
from clausecheck.reports import html
from clausecheck.reports.quoting import excerpt, marked, shown

from .page import Page
from .sample import nothing_found, sample, waived

EVERY = {
    "internal": sample(),
    "neutral": sample("neutral"),
    "other side": sample("licensee", "counterparty"),
    "nothing": nothing_found(),
    "nothing for the other side": dataclasses.replace(
        nothing_found(), settings=dataclasses.replace(nothing_found().settings, audience="counterparty")
    ),
    "all waived": waived(sample()),
}


@pytest.fixture(scope="module")
def page(review: Review) -> Page:
    return Page(html.render(review))


@pytest.fixture(params=EVERY.values(), ids=EVERY.keys())
def any_page(request: pytest.FixtureRequest) -> Page:
    return Page(html.render(request.param))


def words(text: str) -> str:
    return " ".join(text.split())


def test_verdict_stands_first(page: Page):
    assert page.one("h1").text == "Not ready to sign for Licensee."
    assert page.one("p", "counts").text == "6 must-fix, 4 to decide, 1 note."
    headings = [words(e.text) for e in page.all("h2")]
    assert headings == [
        "The deal, as the draft states it",
        "Clauses",
        "Findings",
        "What was not checked",
        "The file, and how it was read",
    ]


def test_reading_for_neither_party_is_said_before_the_verdict():
    neutral = Page(html.render(sample("neutral")))
    assert neutral.one("p", "neither").text.startswith("Read for neither party")
    assert neutral.one("h1").text == "Not ready to sign."


def test_every_finding_is_shown_once_and_worst_first(page: Page, review: Review):
    articles = page.all("article")
    assert len(articles) == len(review.findings)
    assert len({e.attributes["id"] for e in articles}) == len(review.findings)
    assert [e.attributes["id"] for e in articles] == [
        "f-registered-licence-1",  # must fix: what is missing, risky terms, weak clauses, drafting
        "f-assign-back-1",
        "f-unlimited-liability-1",
        "f-confidentiality-1",
        "f-words-and-figures-1",
        "f-words-and-figures-2",
        "f-sublicensing-1",
        "f-signatures-1",
        "f-support-term-1",
        "f-improvement-ownership-1",
        "f-blanks-1",
        "f-references-1",  # waived
    ]


def test_anchor_of_a_finding_stays_when_another_is_waived(review: Review):
    first = next(i for i, finding in enumerate(review.findings) if finding.id == "words-and-figures")
    given = list(review.findings)
    given[first] = dataclasses.replace(given[first], waived="agreed")
    changed = Page(html.render(dataclasses.replace(review, findings=tuple(given))))
    by_anchor = {e.attributes["id"]: e.text for e in changed.all("article")}
    assert "three percent (2 %)." in by_anchor["f-words-and-figures-2"]
    assert "Waived." in by_anchor["f-words-and-figures-1"]


def test_finding_says_where_what_why_and_what_to_write(page: Page):
    article = next(e for e in page.all("article") if e.attributes["id"] == "f-assign-back-1")
    text = words(article.text)
    for part in (
        "Must fix RSK-01 4.1 Improvements: Assignment of improvements for nothing",
        "Every Improvement of Licensee goes to Licensor free of charge.",
        "This comes from the insertion by K. Mori, 15 November 2026 (tracked). First remedy: reject that change.",
        "match: assigns to Licensor, free of charge, every Improvement",
        "Nothing lets Licensee use its own Improvements.",
        "Such a duty is in principle an unfair trade practice",
        "Licensee shall own the Improvements that it makes",
        "Source JFTC IP Guidelines, part 4-5(8)",
    ):
        assert part in text
    missing = next(e for e in page.all("article") if e.attributes["id"] == "f-registered-licence-1")
    assert "What to write, after 2.1" in words(missing.text)


def test_only_verified_sources_that_fit_the_deal_are_cited(page: Page):
    cited = [words(e.text) for e in page.all("div", "sources")]
    assert "Source Patent Act (Japan) art. 77(4)" in cited
    assert "Not verified: confirm before you rely on it A practitioner’s note on pump licences" in cited
    assert not any("another market" in text for text in cited)


def test_table_shows_status_stance_place_and_words(page: Page):
    rows = [words(e.text) for e in page.all("tr")]
    assert rows[0] == "ClauseStatusWhat it saysWhereWords of the draft"
    assert any(
        re.match(r"Licence grant ✓ Present exclusive 2\.1 .*match: hereby grants to Licensee", row) for row in rows
    )
    assert any(row.startswith("Sublicensing ✕ Missing Decide: Sublicensing") for row in rows)
    assert any("◐ Weak Must fix" in row and "one waylacks compelled disclosure, term" in row for row in rows)
    assert not any("Export control" in row for row in rows)


def test_deal_states_what_the_draft_says_and_what_was_not_found(page: Page):
    sheet = words(page.all("dl")[0].text)
    assert "Effective date 1 October 2026" in sheet and "Exclusivity exclusive 2.1" in sheet
    assert "Territory not found" in sheet


def test_what_was_not_checked_is_said(page: Page):
    said = words(page.one("section", "coverage").text)
    for part in ("12 of 84 rules checked.", "The other 72", "law of the United Kingdom was not checked"):
        assert part in said
    for part in ("Not read: embedded workbook, 3.1.", "2 rules do not apply to this draft", "LAW-01payer: jp"):
        assert part in said


def test_draft_text_cannot_become_markup(any_page: Page):
    assert [e.tag for e in any_page.elements if e.tag == "script"] == ["script"]
    assert not any(name.startswith("on") or name == "style" for e in any_page.elements for name in e.attributes)


def test_hidden_characters_are_shown_by_their_code(review: Review):
    rendered = html.render(review)
    assert not re.search("[\u200b\u202e\u202c]", rendered)
    assert "U+202E" in rendered and "U+200B" in rendered


def test_policy_names_the_script_and_the_style_of_the_page(any_page: Page):
    policy = next(e for e in any_page.all("meta") if "http-equiv" in e.attributes).attributes["content"]
    for directive, tag in (("script-src", "script"), ("style-src", "style")):
        digest = base64.b64encode(hashlib.sha256(any_page.one(tag).text.encode()).digest()).decode()
        assert f"{directive} 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none';")


def test_nothing_is_loaded_from_anywhere(any_page: Page):
    for element in any_page.elements:
        assert element.tag not in {"link", "img", "iframe", "object", "embed", "form", "base", "audio", "video"}
        assert not {"src", "srcset", "ping", "action", "background"} & set(element.attributes)
        if address := element.attributes.get("href"):
            assert address.startswith("#") or (address.startswith("https://") and element.tag == "a")
    assert not re.search(r"url\(|@import", any_page.one("style").text)


def test_landmarks_headings_and_references_are_in_order(any_page: Page):
    assert any_page.one("html").attributes["lang"] == "en"
    for landmark in ("h1", "main", "footer"):
        any_page.one(landmark)
    levels = [int(e.tag[1]) for e in any_page.elements if re.fullmatch(r"h[1-6]", e.tag)]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    ids = [e.attributes["id"] for e in any_page.elements if "id" in e.attributes]
    assert len(ids) == len(set(ids))
    for element in any_page.elements:
        for name in ("aria-labelledby", "data-copy"):
            assert element.attributes.get(name, ids[0]) in ids
        if element.attributes.get("href", "").startswith("#"):
            assert element.attributes["href"][1:] in ids
    assert all(e.attributes.get("scope") for e in any_page.all("th"))


def test_filters_are_labelled_and_wait_for_the_script(page: Page):
    assert "hidden" in page.one("div", "filters").attributes
    labels = [words(e.text) for e in page.all("label")]
    assert labels == ["Must fix", "Decide", "Note", "Clauses", "Terms", "Drafting"]
    assert next(e for e in page.all("p", "count")).attributes["aria-live"] == "polite"


def test_japanese_words_are_marked_as_japanese(page: Page):
    spoken = [e.text for e in page.elements if e.attributes.get("lang") == "ja"]
    assert "改良技術" in spoken and "専用実施権" in spoken


def test_review_without_findings_says_so_and_what_it_leaves_open(clean: Review):
    page = Page(html.render(clean))
    assert page.one("h1").text == "Nothing that must be fixed for Licensor."
    assert "The rules that ran found nothing in this draft." in page.one("section", "findings").text
    assert "12 of 84 rules checked" in page.one("section", "coverage").text


def test_other_side_gets_comments_and_nothing_internal():
    review = EVERY["other side"]
    page = Page(html.render(review))
    text = page.one("html").text
    assert words(page.one("h1").text) == "Comments on Technology Licence Agreement"
    for internal in (
        *("Not ready", "Must fix", "must-fix", "Decide", "Internal", "Waived", "A. Sato", "rules checked", "RSK-01"),
        *("Assumes", "Not verified", "practitioner", "DRF-06", "A blank is left", "whether it gives Licensee a right"),
    ):
        assert internal not in text.replace(page.one("script").text, "").replace(page.one("style").text, "")
    assert not any(e.attributes.get("data-severity") for e in page.elements)
    assert not any({"error", "warning", "note"} & e.classes for e in page.elements)
    places = [words(e.text) for e in page.all("span", "place")]
    assert [p for p in places if p != "Missing"] == [
        *("3.1 Royalties", "3.1 Royalties", "4.1 Improvements", "5.1 Confidentiality", "6.1 Technical support"),
        "7.1 Liability",
    ]


def test_quotation_marks_the_words_that_matched():
    found = Evidence(0, "1", "", "body", 0, 3, "b <c", "a b <c d")
    assert marked(found) == 'a <mark><span class="aside">match: </span>b &lt;c</mark> d'
    elsewhere = dataclasses.replace(found, quote="z")
    assert marked(elsewhere) == '<mark><span class="aside">match: </span>z</mark>'
    assert marked(dataclasses.replace(found, quote="")) == "a b &lt;c d"


def test_excerpt_keeps_the_match_in_a_long_sentence():
    found = Evidence(0, "1", "", "body", 0, 3, "the match", "before " * 40 + "the match" + " after" * 40)
    short = excerpt(found)
    assert "the match</mark>" in short and len(short) < 300
    assert short.startswith("… before") and short.endswith("after …")


def test_blanks_to_fill_stand_out():
    assert shown("within [FILL: days] days") == 'within <span class="fill">[FILL: days]</span> days'


def test_suggestion_of_hostile_words_stays_text(review: Review):
    evil = Suggestion('"><img src=x onerror=alert(1)>\n\u202e</script>', 6, assumptions=("<b>",), heading="<i>")
    first = dataclasses.replace(review.findings[0], suggestion=evil, title='"><svg onload=x>', id='"><x')
    page = Page(html.render(dataclasses.replace(review, findings=(first,))))
    assert not {"img", "svg", "b", "i", "x"} & {e.tag for e in page.elements}
    assert page.one("article").attributes["id"] == "f-x-1"

"""Clause text put into a draft and read again says what it claims, lacks nothing, and disturbs nothing else.

The draft is an agreement whose clauses are all ours: one is left out, found missing, written, put in its place and
judged again, for every rule that is there, every stance of its template and every side that accepts that stance.
"""

from __future__ import annotations

from bisect import bisect
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from docx import Document

from clausecheck import language, rulebook, word
from clausecheck.judge import Judgement, judge
from clausecheck.model import SIDES, Draft, Matches, Position, Reading, Rule, Rulebook, Settings, Suggestion
from clausecheck.shipped import shipped
from clausecheck.suggest import Writer, stances
from clausecheck.suggest.place import Spot, spot

RULES = rulebook.load()
SERVED = [rule for rule in RULES.rules if rule.kind == "clause" and stances(rule, "en")]
ALSO = {"grant_back": {"each_owns_own"}}  # stances that the wording states beside its own
GIVEN = {
    "patents": ["JP 6712345", "US 9,123,456"],
    "know_how": "the drawings and process sheets in folder A-12 of 1 March 2026",
    "field": "battery packs for passenger cars",
    "field_excluded": "stationary storage",
    "products": "battery packs of types P-1 and P-2",
    "territory": "Japan and Germany",
    "grant.conversion": "the minimum royalty stays unpaid for sixty days",
    "improvements.notice_days": "sixty",
    "improvements.payment": "EUR 10,000 for each Improvement",
    "confidentiality.term_years": "five",
    "confidentiality.return_days": "thirty",
    "sublicensing.copy_days": "thirty",
    "support.services": "training and help with start-up",
    "support.days": "forty",
    "support.place": "the plant in Nagoya",
    "support.language": "English",
    "support.start": "delivery of the technical documents",
    "support.months": "twelve",
    "support.response_days": "five",
    "support.price": "included in the licence fee",
    "support.daily_rate": "EUR 1,500",
    "liability.cap": "EUR 1,000,000",
    "indemnity.cap": "EUR 500,000",
    "damages.event": "Licensee sells a product outside the field of use",
    "damages.sum": "EUR 20,000 for each case",
    "damages.maximum": "EUR 200,000",
    "damages.interest": "three percent",
}
Lines = tuple[str, ...]
OPENING = (
    "LICENCE AGREEMENT",
    'This Licence Agreement (this "Agreement") is made on 1 March 2027 between Hokuto Cells Co., Ltd., a company in '
    'Tokyo, Japan ("Licensor"), and Voltra Motors GmbH, a company in Munich, Germany ("Licensee").',
    "1. Payment",
    "For the rights under its patents and know-how Licensee shall pay to Licensor a royalty of three percent of the "
    "net sales of battery packs, within thirty days after the end of each quarter.",
)
PLAIN_GRANT = Suggestion(  # without a field, patents and whatever else a full grant says
    "Licensor hereby grants to Licensee a non-exclusive licence under its patents and know-how to make and sell "
    "battery packs in Japan for ten years.",
    heading="Grant",
)
CLOSING = (
    "General",
    "This Agreement is governed by the laws of Japan. Notices are given in writing, in the English language.",
)
SIGNATURE = ("IN WITNESS WHEREOF, the parties have signed this Agreement.", "Hokuto Cells Co., Ltd.", "By: ________")


def test_every_template_has_its_rule() -> None:
    """The rules that name a template, and the templates, are the same: none is left unproved."""
    templates = {path.name for path in (shipped("templates") / "clauses" / "en").glob("*.j2")}
    assert {rule.template for rule in SERVED} == templates


@pytest.mark.parametrize("claim", [f"{rule.id}:{stance}" for rule in SERVED for stance in stances(rule, "en")])
def test_text_read_again_is_the_clause_it_claims(claim: str) -> None:
    name, stance = claim.split(":")
    rule = next(rule for rule in SERVED if rule.id == name)
    before, _, place = without(name)
    again = put_in(before, Writer.for_draft(read(before), Settings(), GIVEN).write(rule, stance).suggestion, place)
    for side in SIDES:
        own = judged(again, side, replace(RULES, rules=(rule,)))
        assert own.clauses[0].status in ("present", "weak")
        assert not own.clauses[0].lacks
        said = set(own.clauses[0].stance)
        assert stance in said or stance not in {*rule.stances, *rule.facets}
        assert (said & set(rule.stances)) - {stance} <= ALSO.get(stance, set())
        assert new_faults(before, again, side) <= ({rule.code} if unwelcome(rule, stance, side) else set())


@pytest.mark.parametrize("rule", SERVED, ids=lambda rule: rule.id)
def test_text_with_its_blanks_open_is_still_the_clause(rule: Rule) -> None:
    before, text, place = without(rule.id)
    again = judged(put_in(before, text, place), "neutral", replace(RULES, rules=(rule,)))
    assert again.clauses[0].status in ("present", "weak")


@cache
def without(name: str) -> tuple[Lines, Suggestion, Spot]:
    """An agreement of our other clauses, those left out that hold this one too; its text with blanks, and its place."""
    rule = next(rule for rule in SERVED if rule.id == name)
    rest = [other for other in SERVED if other is not rule]
    while True:
        lines, starts = agreement(rest)
        own = judged(lines, "neutral", replace(RULES, rules=(rule,))).clauses[0]
        if own.status not in ("present", "weak"):
            text = Writer.for_draft(read(lines), Settings(), {}).write(rule).suggestion
            return lines, text, spot(rule, RULES, read(lines), judged(lines, "neutral").clauses)
        rest.pop(bisect(starts, own.evidence[0].paragraph) - 1)


def agreement(clauses: list[Rule]) -> tuple[Lines, list[int]]:
    """The lines of an agreement of these clauses, and where each begins."""
    empty = Reading(Draft("", "", "", ()), "en", None, (), (), (), subjects=("patents", "know_how"), spelling="gb")
    writer = Writer.for_draft(empty, Settings(), GIVEN)
    lines, starts = [*OPENING], []
    for number, clause in enumerate(clauses, start=2):
        made = PLAIN_GRANT if clause.id == "licence_grant" else writer.write(clause).suggestion
        starts.append(len(lines))
        lines += [f"{number}. {made.heading}", *made.text.split("\n")]
    return (*lines, f"{len(clauses) + 2}. {CLOSING[0]}", CLOSING[1], *SIGNATURE), starts


def put_in(before: Lines, text: Suggestion, place: Spot) -> Lines:
    """The lines of the agreement with the clause in its place, as the last one of its kind would be numbered."""
    clause = [f"{len(SERVED) + 2}. {text.heading}", *text.text.split("\n")]
    assert place.after is not None
    return (*before[: place.after + 1], *clause, *before[place.after + 1 :])


@cache
def read(lines: Lines) -> Reading:
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "agreement.docx"
        document.save(str(path))
        return language.read(word.read(word.open_package(path)))


@cache
def found(lines: Lines) -> Matches:
    return rulebook.search(RULES, read(lines))


def judged(lines: Lines, side: str, book: Rulebook = RULES) -> Judgement:
    return judge(book, read(lines), found(lines), Settings(side=side))


def new_faults(before: Lines, after: Lines, side: str) -> set[str]:
    """Codes of warnings and errors that were not there; absences are notes while nothing is granted, so not new."""
    known = {(f.code, f.verdict) for f in judged(before, side).findings if f.verdict == "missing"}
    known |= {(f.code, f.verdict) for f in judged(before, side).findings if f.severity in ("error", "warning")}
    now = [f for f in judged(after, side).findings if f.severity in ("error", "warning")]
    return {f.code for f in now if (f.code, f.verdict) not in known}


def unwelcome(rule: Rule, stance: str, side: str) -> bool:
    """Whether a side would not accept that stance: the review says so, and is right."""
    sides = ("licensor", "licensee") if side == "neutral" else (side,)
    positions = [rule.sides.get(name, Position()) for name in sides]
    return all(stance not in (position.prefer, *position.accept) for position in positions)

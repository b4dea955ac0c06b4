"""Promise 5: a second review of our own output replaces our marks, and hears what people answered."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from word.again import MORI, answered, edited
from word.marked import comments, paragraphs

from clausecheck import rulebook
from clausecheck.model import ClausecheckError, Deal, Review, Rulebook, Waiver
from clausecheck.reports import docx, html, json_report, text
from clausecheck.review import Order, examine
from clausecheck.word import Package, lift, open_package

SAMPLES = sorted((Path(__file__).resolve().parents[1] / "samples").glob("*.docx"))
OURS = '<w:ins [^>]*w:author="clausecheck"[^>]*[^/]>'
ALL = {"comments": "all", "redline": "missing"}


@pytest.fixture(scope="module")
def rules() -> Rulebook:
    return rulebook.load()


@pytest.fixture
def read(rules) -> Callable[..., Review]:
    def reading(package: Package, **order: object) -> Review:
        return examine(package, replace(Order(side="licensee", rules=rules, today="2026-11-25"), **order))

    return reading


@pytest.fixture
def marked(read, tmp_path) -> Callable[..., Package]:
    def marking(package: Package, name: str = "once.docx", **order: object) -> Package:
        docx.write(package, read(package, **order), tmp_path / name, **ALL)
        return open_package(tmp_path / name)

    return marking


@pytest.fixture
def once(marked) -> Package:
    """The sample that is full of faults, reviewed once."""
    return marked(open_package(next(path for path in SAMPLES if path.stem == "faulty")))


def told(package: Package, code: str) -> str:
    """The id of our comment that leads with a code."""
    return next(one for one, lines in comments(package).items() if lines[0].startswith(f"{code} "))


def inserted(package: Package) -> str:
    """A code whose missing clause was inserted."""
    return next(
        lines[0].split()[0] for lines in comments(package).values() if any("Inserted here" in line for line in lines)
    )


def commented(package: Package) -> str:
    """A code whose comment stands on words of the draft, of a rule that has one finding and not several."""
    found = (
        remark for remark in lift(package).earlier if remark.leads[:3] not in ("", "DRF") and len(remark.words) < 200
    )
    return next(remark.leads for remark in found if remark.words and len(remark.codes) == 1)


def finding(review: Review, code: str):
    return next(one for one in review.findings if one.code == code)


def same_parts(one: Package, other: Package) -> list[str]:
    """The parts that differ."""
    assert one.names == other.names
    return [name for name in one.names if one.part(name) != other.part(name)]


# ---- nothing happened in between -------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_second_review_writes_the_same_file(path, read, marked):
    first = marked(open_package(path))
    second = marked(first, "twice.docx")
    assert same_parts(first, second) == []
    before, after = read(open_package(path)), read(first)
    assert after.findings == before.findings
    assert after.draft.sha256 == first.sha256


@pytest.mark.slow
def test_a_second_review_of_real_drafts_writes_the_same_file(shared, marked):
    for path in sorted((shared / "drafts").glob("*.docx")):
        first = marked(open_package(path), f"{path.stem}-1.docx")
        assert same_parts(first, marked(first, f"{path.stem}-2.docx")) == [], path.name


# ---- accepted, rejected, changed -------------------------------------------------------------------------------------


def test_a_clause_that_was_accepted_is_present(once, read, tmp_path):
    code = inserted(once)
    assert finding(read(once), code).verdict == "missing"

    def accept(xml: str) -> str:
        return re.sub(r'<w:ins [^>]*w:author="clausecheck"[^>]*/>', "", re.sub(r"<w:ins [^>]*[^/]>|</w:ins>", "", xml))

    after = read(edited(once, tmp_path / "accepted.docx", accept))
    assert not any(one.code == code and one.verdict == "missing" for one in after.findings)
    assert next(one for one in after.clauses if code in one.codes).status in ("present", "weak")


def test_a_clause_in_which_somebody_works_is_text(once, read, marked, tmp_path):
    words = re.search(
        rf"{OURS}(?:<w:comm[^>]*>)?<w:r>(?:(?!</w:r>).)*?<w:t[^>]*>(\w+ \w+)", once.part(once.main).decode()
    )[1]
    first, second = words.split()
    theirs = (
        f"{first} </w:t></w:r><w:del {MORI} w:id='9900'><w:r><w:delText>X</w:delText></w:r></w:del><w:r><w:t>{second}"
    )
    place = re.compile(rf"({OURS}(?:(?!</w:ins>).)*?){words}")
    changed = edited(once, tmp_path / "work.docx", lambda xml: place.sub(rf"\1{theirs}", xml, count=1))
    assert lift(changed).changes.others == ["K. Mori"]
    gone = {one.code for one in read(once).findings} - {one.code for one in read(changed).findings}
    clauses = [lines for lines in comments(once).values() if any("Inserted here" in line for line in lines)]
    assert len(gone) == 1 and gone <= {lines[0].split()[0] for lines in clauses}
    second_round = marked(changed, "second.docx")
    assert "".join(paragraphs(second_round)).count(words) >= "".join(paragraphs(once)).count(words)


# ---- replies ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("which", [commented, inserted], ids=["on words", "on a clause"])
def test_our_people_waive_by_a_reply(once, read, marked, tmp_path, which):
    code, reply = which(once), "Accepted - we can live with it"
    replied = answered(once, tmp_path / "replied.docx", told(once, code), reply)
    after = read(replied, deal=Deal(people=("A. Sato", "k.  mori")))
    assert finding(after, code).waived == "we can live with it (K. Mori, 2026-11-24)"
    second = marked(replied, "second.docx", deal=Deal(people=("K. Mori",)))
    assert [lines[0] for lines in comments(second).values()].count(comments(once)[told(once, code)][0]) == 1
    assert [reply] in comments(second).values()
    assert '"waived": "we can live with it (K. Mori, 2026-11-24)"' in json_report.render(after)
    assert "Waived.</strong> we can live with it" in html.render(after)


def test_a_waived_finding_does_not_count(once, read, tmp_path):
    before, code = read(once), commented(once)
    replied = answered(once, tmp_path / "replied.docx", told(once, code), "accepted: fine")
    after = read(replied, deal=Deal(people=("K. Mori",)))
    severity = finding(before, code).severity
    assert after.count(severity) == before.count(severity) - 1
    assert len(after.findings) == len(before.findings)


@pytest.mark.parametrize(
    ("people", "reply", "said"),
    [
        (("A. Sato",), "accepted: fine", "A reply by K. Mori says accepted; K. Mori is not named among our people."),
        ((), "accepted: fine", "A reply by K. Mori says accepted; K. Mori is not named among our people."),
        (("K. Mori",), "Accepted", "A reply by K. Mori says accepted, but gives no reason: write “accepted: reason”."),
        (("K. Mori",), "not accepted: no", ""),
        (("K. Mori",), "acceptedly: no", ""),
    ],
)
def test_any_other_reply_waives_nothing(once, read, marked, tmp_path, people, reply, said):
    code = commented(once)
    replied = answered(once, tmp_path / "replied.docx", told(once, code), reply)
    after = read(replied, deal=Deal(people=people))
    assert finding(after, code).waived is None
    assert finding(after, code).history == said
    assert said in json_report.render(after) and said in html.render(after)


def test_a_thread_that_stays_is_not_doubled(once, marked, tmp_path):
    code = commented(once)
    replied = answered(once, tmp_path / "replied.docx", told(once, code), "Why so?")
    second = marked(replied, "second.docx")
    assert [lines[0].split()[0] for lines in comments(second).values()].count(code) == 1
    assert len(comments(second)) == len(comments(once)) + 1
    assert same_parts(second, marked(second, "third.docx")) == []


def test_the_clause_of_a_thread_that_stays_comes_once_and_without_a_second_comment(once, marked, tmp_path):
    code = inserted(once)
    replied = answered(once, tmp_path / "replied.docx", told(once, code), "Must we?")
    second = marked(replied, "second.docx")
    assert sorted(paragraphs(second)) == sorted(paragraphs(once))
    assert len(comments(second)) == len(comments(once)) + 1


def test_a_comment_that_was_merely_resolved_stays_open_and_says_so(once, read, marked, tmp_path):
    code, said = commented(once), "Its comment was resolved in Word, but the finding stands: it stays open."
    done = answered(once, tmp_path / "done.docx", told(once, code), done=True)
    after = read(done)
    assert (finding(after, code).waived, finding(after, code).history) == (None, said)
    second = marked(done, "second.docx")
    assert said in comments(second)[told(second, code)]
    assert said in html.render(after) and said in json_report.render(after)
    outward = marked(done, "out.docx", audience="counterparty")
    assert said not in str(comments(outward))


def test_the_summary_tells_the_history(once, read):
    review = read(once)
    first = replace(next(one for one in review.findings if one.severity == "error"), history="It was waived once.")
    assert "It was waived once." in text.render(replace(review, findings=(first,)))


def test_internal_advice_in_a_thread_never_goes_to_the_other_side(once, marked, tmp_path):
    replied = answered(once, tmp_path / "replied.docx", told(once, commented(once)), "Why so?")
    with pytest.raises(ClausecheckError, match="Mori answered: delete these threads"):
        marked(replied, "out.docx", audience="counterparty")
    assert not (tmp_path / "out.docx").exists()


# ---- the deal's file -------------------------------------------------------------------------------------------------


def test_waivers_of_the_deal_count_until_their_day(once, read):
    code = commented(once)
    known = finding(read(once), code)
    good = Waiver("agreed on the phone", code=code, by="A. Sato", until="2026-11-25")
    assert finding(read(once, deal=Deal(waivers=(good,))), code).waived == (
        "agreed on the phone (A. Sato, until 2026-11-25)"
    )
    mark = Waiver("agreed", fingerprint=known.fingerprint)
    assert finding(read(once, deal=Deal(waivers=(mark,))), code).waived == "agreed"
    late = finding(read(once, deal=Deal(waivers=(replace(good, until="2026-11-24"),))), code)
    assert (late.waived, late.history) == (
        None, "The waiver by A. Sato (“agreed on the phone”) ended on 2026-11-24.",
    )  # fmt: skip

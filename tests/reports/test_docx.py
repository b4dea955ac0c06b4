"""The annotated Word file: what its comments say, where they stand, what is inserted, and for whom."""

from __future__ import annotations

import dataclasses
import re
import shutil
import subprocess
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from word.conftest import members, save
from word.marked import anchored, comments, paragraphs, root_of

from clausecheck.model import Evidence, Finding, Review, Suggestion
from clausecheck.reports import docx
from clausecheck.word import Package, open_package, read

from .sample import sample, waived
from .sample_draft import BODY, words

LEVELS = "".join(
    f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="{text}"/></w:lvl>'
    for depth, text in enumerate(("%1.", "%1.%2"))
)
NUMBERING = (
    f"<w:abstractNum w:abstractNumId='0'>{LEVELS}</w:abstractNum>"
    "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
)
NOTE = "<w:footnote w:id='1'><w:p><w:r><w:t>Net Sales excludes spare parts.</w:t></w:r></w:p></w:footnote>"


def body() -> str:
    """The sample draft as Word holds it, and a footnote on its first line of text."""
    rows = []
    for index, (number, heading, text) in enumerate(BODY):
        depth = "" if not number else f'<w:numPr><w:ilvl w:val="{0 if heading else 1}"/><w:numId w:val="1"/></w:numPr>'
        look = f"<w:pPr>{depth}</w:pPr>" if depth else ""
        note = "<w:r><w:footnoteReference w:id='1'/></w:r>" if index == 1 else ""
        rows.append(f"<w:p>{look}<w:r><w:t xml:space='preserve'>{escape(heading or text)}</w:t></w:r>{note}</w:p>")
    return "".join(rows) + "<w:sectPr/>"


@pytest.fixture
def package(tmp_path: Path) -> Package:
    return open_package(save(tmp_path / "draft.docx", members(body(), numbering=NUMBERING, footnotes=NOTE)))


def written(package: Package, review: Review, target: Path, **how) -> Package:
    docx.write(package, dataclasses.replace(review, draft=read(package)), target, **how)
    return open_package(target)


def with_findings(*findings: Finding, **settings) -> Review:
    whole = sample(**settings)
    return dataclasses.replace(whole, findings=findings)


def finding(code: str, severity: str = "error", verdict: str = "found", **more) -> Finding:
    return Finding(code, code.lower(), "term", verdict, severity, f"Title {code}", f"Message {code}.", **more)


def by_anchor(file: Package) -> dict[str, list[str]]:
    return {anchored(root_of(file), one): lines for one, lines in comments(file).items()}


def test_the_sample_is_the_draft_that_word_shows(package):
    assert [p.text for p in read(package).body] == [p.text for p in sample().draft.body]
    assert [p.number for p in read(package).body] == [p.number for p in sample().draft.body]


def test_each_comment_stands_at_the_quoted_words_and_the_first_says_internal(package, tmp_path):
    found = by_anchor(written(package, sample(), tmp_path / "out.docx"))
    first, *others = found.items()
    assert first[0] == "TECHNOLOGY LICENCE AGREEMENT"
    assert first[1][0] == "Internal: do not send to the other side."
    assert first[1][1].startswith("Not ready to sign for Licensee.")
    quotes = {anchor: lines[0] for anchor, lines in others}
    assert quotes["thirty (45) days"] == "DRF-07 Words and figures differ: Must fix"
    assert quotes["as it\u200b considers reasonable \u202egnitirw ni\u202c"] == "SUP-02 Term of support: Decide"


def test_notes_are_comments_only_where_all_are_asked_for_and_waived_findings_never(package, tmp_path):
    problems = written(package, sample(), tmp_path / "problems.docx")
    whole = written(package, sample(), tmp_path / "all.docx", comments="all")
    assert "[●]" not in by_anchor(problems)
    assert by_anchor(whole)["[●]"][0] == "DRF-06 Blanks: Note"
    assert "clause 11.4" not in by_anchor(whole)
    nothing = written(package, waived(sample()), tmp_path / "waived.docx")
    assert len(comments(nothing)) == 1


def test_a_comment_says_what_why_with_read_sources_that_fit_and_what_to_write(package, tmp_path):
    lines = by_anchor(written(package, sample(), tmp_path / "out.docx"))[
        "assigns to Licensor, free of charge, every Improvement"
    ]
    assert lines[0] == "RSK-01 Assignment of improvements for nothing: Must fix"
    assert lines[1].startswith("Every Improvement of Licensee goes to Licensor free of charge. Nothing lets")
    assert lines[2] == "This comes from the insertion by K. Mori, 15 November 2026: to reject it is the first remedy."
    assert lines[3].endswith("(JFTC IP Guidelines, part 4-5(8))")
    assert lines[4] == "Suggested wording:"


def test_what_must_be_fixed_is_inserted_and_what_is_to_decide_stays_a_comment(package, tmp_path):
    file = written(package, sample(), tmp_path / "out.docx")
    said = paragraphs(file)
    at = said.index("Registration")
    assert said[at - 1] == BODY[7][2]
    assert said[at + 1].startswith("The licence in clause 2.1 is an exclusive licence to be registered")
    assert by_anchor(file)["Registration"] == [
        "PAT-02 Kind of Japanese licence: Must fix",
        "The draft promises an exclusive licence of a Japanese patent and does not say whether it is registered.",
        "A registered exclusive licence lets Licensee sue on its own; a contractual one does not."
        " (Patent Act (Japan) art. 77(4))",
        "Inserted here as a tracked change. Accept it or reject it.",
        "The clauses behind it get the next number: check what refers to them.",
        "To fill in: number of days.",
        "Assumed: Licensor owns the patent alone.",
    ]
    assert [p.number for p in read(file).body if p.text in ("Registration", "Royalties")] == ["3.", "4."]
    assert "Please add after 2.2, under the heading “Sublicences”:" in by_anchor(file)["kW."]


@pytest.mark.parametrize(
    ("paper", "redline", "headings"),
    [
        ("theirs", None, ["Registration"]),
        ("ours", None, ["Registration", "Sublicences"]),
        ("theirs", "missing", ["Registration", "Sublicences"]),
        ("ours", "none", []),
    ],
)
def test_paper_and_redline_say_what_is_inserted(package, tmp_path, paper, redline, headings):
    review = sample()
    review = dataclasses.replace(review, settings=dataclasses.replace(review.settings, paper=paper))
    said = paragraphs(written(package, review, tmp_path / "out.docx", redline=redline))
    assert [one for one in said if one in ("Registration", "Sublicences")] == headings


def test_the_edition_for_the_other_side_holds_nothing_internal(package, tmp_path):
    review = sample(audience="counterparty")
    poor = finding(
        "GRT-05", verdict="weak", reasons=("Our fallback is consent.",), evidence=(words("2.1", "hereby grants"),)
    )
    poor = dataclasses.replace(
        poor, message="The draft says “permitted”; the licensor's rulebook accepts “prohibited”. It names no affiliate."
    )
    review = dataclasses.replace(review, findings=(poor, *review.findings))
    file = written(package, review, tmp_path / "out.docx", comments="all")
    told = "\n".join(line for lines in comments(file).values() for line in lines)
    assert "It names no affiliate." in told
    inward = re.compile(
        r"internal|must fix|decide|\bnote\b|rulebook|fallback|our side|not ready|assumed", re.IGNORECASE
    )
    assert not inward.search(told)
    assert "please take it back" in told


def test_findings_at_overlapping_words_share_one_comment_that_the_worst_leads(package, tmp_path):
    review = with_findings(
        finding("DRF-02", "warning", evidence=(words("3.1", "within thirty (45) days of the end"),)),
        finding("DRF-07", "error", evidence=(words("3.1", "thirty (45)"),)),
        finding("PAY-01", "warning", evidence=(words("3.1", "three percent"),)),
    )
    found = by_anchor(written(package, review, tmp_path / "out.docx"))
    lines = found["within thirty (45) days of the end"]
    assert lines[0] == "DRF-07 Title DRF-07: Must fix"
    assert any(line.startswith("Also DRF-02 Title DRF-02: Decide. Message DRF-02.") for line in lines)
    assert found["three percent"][0] == "PAY-01 Title PAY-01: Decide"


def test_a_finding_in_a_note_goes_to_the_words_that_carry_the_note(package, tmp_path):
    quote = Evidence(0, "", "", "footnote:1", 10, 31, "excludes spare parts", "Net Sales excludes spare parts.")
    file = written(package, with_findings(finding("PAY-02", evidence=(quote,))), tmp_path / "out.docx")
    assert by_anchor(file)["2026:"][1] == "In footnote 1: “excludes spare parts”"


def test_a_finding_in_a_header_goes_to_the_title_and_names_the_place(package, tmp_path):
    quote = Evidence(0, "", "", "header:1", 0, 5, "DRAFT", "DRAFT")
    file = written(package, with_findings(finding("DRF-16", evidence=(quote,))), tmp_path / "out.docx")
    _, second = comments(file).items()
    assert anchored(root_of(file), second[0]) == "TECHNOLOGY LICENCE AGREEMENT"
    assert second[1][1] == "In the header 1: “DRAFT”"


def test_the_words_of_further_passages_are_named(package, tmp_path):
    both = (words("9.1", "Japanese law governs"), words("7.1", "liable without limit for every loss"))
    file = written(package, with_findings(finding("DRF-02", evidence=both)), tmp_path / "out.docx")
    assert "See also 7.1: “liable without limit for every loss”" in by_anchor(file)["Japanese law governs"]


def test_a_finding_on_the_whole_draft_goes_to_its_title(package, tmp_path):
    file = written(package, with_findings(finding("GEN-02", verdict="missing")), tmp_path / "out.docx")
    first, second = comments(file)
    assert anchored(root_of(file), first) == anchored(root_of(file), second) == "TECHNOLOGY LICENCE AGREEMENT"
    assert comments(file)[second][-1] == "Ask for the clause."


def test_a_suggestion_behind_the_last_paragraph_finds_its_place(package, tmp_path):
    late = finding(
        "LAW-01", verdict="missing", suggestion=Suggestion("(a) One.\n(b) Two.", 99, True, 0, heading="Export control")
    )
    file = written(package, with_findings(late), tmp_path / "out.docx")
    assert paragraphs(file)[-3:] == ["Export control", "One.", "Two."]
    assert [p.number for p in read(file).body][-3:] == ["11.", "11.1", "11.2"]


def test_the_same_review_gives_the_same_bytes(package, tmp_path):
    for name in ("one.docx", "two.docx"):
        docx.write(package, sample(), tmp_path / name)
    assert (tmp_path / "one.docx").read_bytes() == (tmp_path / "two.docx").read_bytes()


def test_libreoffice_shows_every_comment_and_every_inserted_paragraph(package, tmp_path):
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice (soffice) is not on this machine")
    file = written(package, sample(), tmp_path / "out.docx")
    command = [office, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "fodt"]
    subprocess.run([*command, "--outdir", str(tmp_path), str(tmp_path / "out.docx")], check=True, timeout=120)
    shown = (tmp_path / "out.fodt").read_text(encoding="utf-8")
    assert shown.count("<office:annotation ") == len(comments(file))
    assert "Internal: do not send to the other side." in shown
    assert shown.count("<text:insertion>") >= 1

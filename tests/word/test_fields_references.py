"""Fields that repeat what stands elsewhere: what they show, and what they would show now."""

from __future__ import annotations

import pytest

from clausecheck.word import open_package, read

from .test_stories import GONE, changed, field, paragraph, run, struck

LEVELS = (("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "(%3)"), ("lowerRoman", "(%4)"))
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0">'
    + "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for level, (kind, text) in enumerate(LEVELS)
    )
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


def marked(name: str, content: str, identifier: int = 1) -> str:
    start = f'<w:bookmarkStart w:id="{identifier}" w:name="{name}"/>'
    return f'{start}{content}<w:bookmarkEnd w:id="{identifier}"/>'


def numbered(level: int, content: str) -> str:
    return paragraph(content, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>')


CLAUSES = (
    numbered(0, run("Grant"))
    + numbered(1, marked("_Ref1", run("Licence")))
    + numbered(2, marked("_Ref2", run("patents"), 2))
    + numbered(3, marked("_Ref3", run("abroad"), 3))
    + numbered(2, run("see ") + "{}")
    + numbered(1, run("Term"))
    + paragraph(marked("_Ref4", run("Plain ") + run("words"), 4))
)


def only(package):
    (found,) = read(package).cross_references
    return found


@pytest.mark.parametrize(
    ("instruction", "shown", "now"),
    [
        ("REF _Ref1 \\r \\h", "1.1", "1.1"),
        ("REF _ref1 \\r \\h", "1.2", "1.1"),  # Word does not tell cases of names apart
        ("REF _Ref2 \\n \\h", "(b)", "(a)"),
        ("REF _Ref2 \\w \\h", "1.1(b)", "1.1(a)"),
        ("REF _Ref3 \\w \\h", "x", "1.1(a)(i)"),
        ("REF _Ref3 \\r \\h", "x", "(a)(i)"),  # seen from 1.1(b)
        ("REF _Ref3 \\r \\h", "1.1(a)(i)", "1.1(a)(i)"),
        ("REF _Ref4 \\r \\h", "4", "0"),  # no number: this is what Word shows
        ("REF _Ref4 \\h", "Plain word", "Plain words"),
        ('REF "_Ref4" \\* Upper \\* MERGEFORMAT', "x", "PLAIN WORDS"),
        ("REF _Ref4 \\p \\h", "below", None),
        ("PAGEREF _Ref1 \\h", "3", None),
        ("NOTEREF _Ref1 \\h", "3", None),
    ],
)
def test_what_a_field_would_show_now(build, instruction, shown, now):
    reference = only(build(CLAUSES.format(field(instruction, run(shown))), numbering=NUMBERING))
    assert (reference.shown, reference.now, reference.exists) == (shown, now, True)
    assert reference.stale == (now is not None and now != shown)


def test_a_field_and_its_target_are_found_by_their_paragraphs(build):
    draft = read(build(CLAUSES.format(field("REF _Ref2 \\r", run("(a)"))), numbering=NUMBERING))
    (reference,) = draft.cross_references
    assert draft.paragraphs[reference.paragraph].text[reference.start : reference.end] == "(a)"
    assert reference.target == 2 and (reference.kind, reference.bookmark) == ("REF", "_Ref2")


def test_a_field_to_nothing_is_told(build):
    words = "Error! Reference source not found."
    reference = only(build(paragraph(f"<w:fldSimple w:instr=' REF _Ref9 \\r \\h '>{run(words)}</w:fldSimple>")))
    assert (reference.shown, reference.exists, reference.target, reference.now) == (words, False, None, None)


def test_a_number_lost_to_a_deletion_is_stale(build):
    gone = "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>" + GONE
    body = (
        paragraph(changed("del", struck("Old clause")), gone)
        + numbered(0, run("Grant"))
        + numbered(0, marked("_Ref1", run("Term")))
        + paragraph(run("see ") + field("REF _Ref1 \\r", run("3")))
    )
    reference = only(build(body, numbering=NUMBERING))
    assert (reference.shown, reference.now, reference.stale) == ("3", "2", True)


@pytest.mark.parametrize(
    "target",
    [
        paragraph(marked("_Ref1", changed("del", struck("words")))),
        "<w:tbl><w:tr><w:trPr><w:del w:id='8'/></w:trPr><w:tc>"
        + paragraph(marked("_Ref1", run("a")))
        + "</w:tc></w:tr></w:tbl>",
    ],
)
def test_a_range_that_is_struck_out_exists_no_longer(build, target):
    assert not only(build(target + paragraph(field("REF _Ref1", run("words"))))).exists


def test_ranges_between_and_over_paragraphs(build):
    start, end = '<w:bookmarkStart w:id="1" w:name="a"/>', '<w:bookmarkEnd w:id="1"/>'
    reading = paragraph(field("REF a", run("One.")))
    draft = read(build(start + paragraph(run("One.")) + end + reading))
    assert [(r.target, r.now) for r in draft.cross_references] == [(0, "One.")]
    draft = read(build(start + paragraph(run("One.")) + paragraph(run("Two.") + end) + reading))
    assert [(r.target, r.now) for r in draft.cross_references] == [(0, None)]


def test_a_bookmark_that_a_field_makes_exists(build):
    made = "<w:r><w:fldChar w:fldCharType='begin'/><w:instrText> SET Fee \"100\" </w:instrText>"
    body = paragraph(f"{made}<w:fldChar w:fldCharType='end'/></w:r>") + paragraph(field("REF Fee", run("100")))
    reference = only(build(body))
    assert reference.exists and reference.now is None


def test_many_references_to_many_bookmarks_of_one_paragraph_are_read_fast(build):
    marks = "".join(marked(f"_Ref{n}", run("x"), n) for n in range(3000))
    fields = "".join(field(f"REF _Ref{n}", run("y")) + run(" ") for n in range(3000))
    found = read(build(paragraph(marks) + paragraph(fields))).cross_references
    assert len(found) == 3000 and all(reference.stale for reference in found)


def test_real_drafts_show_what_their_fields_would_show_now(shared):
    count = 0
    for path in sorted((shared / "drafts").glob("*.docx")):
        for reference in read(open_package(path)).cross_references:
            count += 1
            assert not reference.stale, (path.name, reference)
            assert reference.exists or reference.shown.startswith("Error!")
    assert count > 100

"""New paragraphs beside everything that a draft may hold: rejected they leave nothing, accepted they stand alone."""

from __future__ import annotations

from itertools import count

import pytest

from clausecheck.word.joints import contents_ends
from clausecheck.word.markup import Insertion
from clausecheck.word.places import Line, NewClause
from clausecheck.word.stories import body_words
from clausecheck.word.verify import rejected, same
from clausecheck.word.xml import W

from .generated import in_memory_marked
from .marked import lines, root_of

SECTION = "<w:sectPr><w:type w:val='nextPage'/></w:sectPr>"
IDS = count(100)


def p(text: str = "", properties: str = "") -> str:
    run = f"<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>" if text else ""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{run}</w:p>"


def marked(kind: str) -> str:
    """Properties of a paragraph whose mark somebody else has changed."""
    return f"<w:rPr><w:{kind} w:id='{next(IDS)}' w:author='K. Mori' w:date='2026-11-15T00:00:00Z'/></w:rPr>"


def change(kind: str, content: str) -> str:
    return f"<w:{kind} w:id='{next(IDS)}' w:author='K. Mori' w:date='2026-11-15T00:00:00Z'>{content}</w:{kind}>"


def table(*cells: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr></w:tbl>"


def control(content: str, properties: str = "<w:sdtPr/>") -> str:
    return f"<w:sdt>{properties}<w:sdtContent>{content}</w:sdtContent></w:sdt>"


def field(instruction: str, *paragraphs: str) -> str:
    begin = (
        f"<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>{instruction}</w:instrText></w:r>"
        "<w:r><w:fldChar w:fldCharType='separate'/></w:r>"
    )
    whole = "".join(paragraphs)
    return f"<w:p>{begin}{whole.removeprefix('<w:p>')}<w:p><w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>"


MOVED = (
    "<w:moveFromRangeStart w:id='7' w:name='m' w:author='K. Mori'/>"
    "<w:p><w:pPr><w:rPr><w:moveFrom w:id='8' w:author='K. Mori'/></w:rPr></w:pPr>"
    "<w:moveFrom w:id='9' w:author='K. Mori'><w:r><w:t>Moved.</w:t></w:r></w:moveFrom></w:p>"
    "<w:moveFromRangeEnd w:id='7'/>" + p("Between.") + "<w:moveToRangeStart w:id='10' w:name='m' w:author='K. Mori'/>"
    "<w:p><w:pPr><w:rPr><w:moveTo w:id='11' w:author='K. Mori'/></w:rPr></w:pPr>"
    "<w:moveTo w:id='12' w:author='K. Mori'><w:r><w:t>Moved.</w:t></w:r></w:moveTo></w:p><w:moveToRangeEnd w:id='10'/>"
)
LOCKED = "<w:sdtPr><w:lock w:val='contentLocked'/></w:sdtPr>"
LISTED = "<w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr>"

PLACES = {
    "between two paragraphs": (p("A.") + p("B."), 0, ["A.", "+", "B."]),
    "at the end": (p("A.") + p("B."), 1, ["A.", "B.", "+"]),
    "before an empty last paragraph": (p("A.") + p(), 1, ["A.", "+", ""]),
    "before a section's empty last paragraph": (p("A.") + p("", SECTION) + p("B."), 1, ["A.", "+", "", "B."]),
    "at a section's end": (p("A.", SECTION) + p("B."), 0, ["A.", "+", "B."]),
    "behind a deleted mark": (p("A ", marked("del")) + p("B.") + p("C."), 0, ["A B.", "+", "C."]),
    "behind a deleted mark before a table": (p("A ", marked("del")) + table(p("T")) + p(), 0, ["A ", "+", "T", ""]),
    "behind a deleted mark at the end": (p("A ", marked("del")), 0, ["A ", "+"]),
    "behind a deleted mark and an empty end": (p("A ", marked("del")) + p(), 0, ["A ", "+"]),
    "behind a deleted mark at a control's end": (
        control(p("A ", marked("del"))) + table(p("T")) + p(), 0, ["A ", "+", "T", ""],
    ),
    "behind a deleted mark in a control and an empty end": (control(p("A ", marked("del"))) + p(), 0, ["A ", "+"]),
    "behind a deleted mark and an empty end in a control": (p("A ", marked("del")) + control(p()), 0, ["A ", "+"]),
    "in a locked control whose end joins what follows": (
        control(p("A.") + p("B ", marked("del")), LOCKED) + p("C.") + p("D."), 0, ["A.", "B C.", "+", "D."],
    ),
    "behind an inserted mark": (p("A.", marked("ins")) + p("B."), 0, ["A.", "+", "B."]),
    "behind an inserted paragraph": (
        f"<w:p><w:pPr>{marked('ins')}</w:pPr>{change('ins', '<w:r><w:t>A.</w:t></w:r>')}</w:p>" + p("B."),
        0,
        ["A.", "+", "B."],
    ),
    "behind an inserted last paragraph": (p("A.") + p("B.", marked("ins")), 1, ["A.", "B.", "+"]),
    "before a moved block": (p("A.") + MOVED + p("C."), 0, ["A.", "+", "Between.", "Moved.", "C."]),
    "behind what moved away": (p("A.") + MOVED + p("C."), 1, ["A.", "Between.", "+", "Moved.", "C."]),
    "inside a moved block": (p("A.") + MOVED + p("C."), 2, ["A.", "Between.", "Moved.", "+", "C."]),
    "before a table": (p("A.") + table(p("T")) + p("B."), 0, ["A.", "+", "T", "B."]),
    "behind a table": (table(p("T")) + p("B."), 0, ["T", "+", "B."]),
    "behind a cell that is not the last": (table(p("T"), p("U")) + p("B."), 0, ["T", "U", "+", "B."]),
    "between two tables": (table(p("T")) + table(p("U")) + p("B."), 0, ["T", "+", "U", "B."]),
    "in the last paragraph of a cell": (table(p("T") + p("U")) + p(), 1, ["T", "U", "+", ""]),
    "behind a nested table": (table(table(p("T")) + p()) + p("B."), 0, ["T", "", "+", "B."]),
    "in a control": (control(p("A.") + p("B.")) + p("C."), 0, ["A.", "+", "B.", "C."]),
    "at a control's end": (control(p("A.")) + p("B."), 0, ["A.", "+", "B."]),
    "at a control's end at the document's end": (p("A.") + control(p("B.")), 1, ["A.", "B.", "+"]),
    "in two controls at the document's end": (control(control(p("A.") + p("B."))), 1, ["A.", "B.", "+"]),
    "in a locked control": (control(p("A.") + p("B."), LOCKED) + p("C."), 0, ["A.", "B.", "+", "C."]),
    "in a control that Word refills": (control(p("A.") + p("B."), LISTED) + p("C."), 0, ["A.", "B.", "+", "C."]),
    "in a locked control at the document's end": (p("A.") + control(p("B."), LOCKED), 1, ["A.", "+", "B."]),
    "in a table without a paragraph behind it": (p("A.") + table(p("T")), 1, ["A.", "+", "T"]),
    "in somebody's change of blocks": (change("moveTo", p("A.") + p("B.")) + p("C."), 0, ["A.", "B.", "+", "C."]),
    "in a table of contents": (field("TOC \\o", p("A. 1"), p("B. 2")) + p("C."), 0, ["A. 1", "B. 2", "", "+", "C."]),
    "in another field": (field("IF 1", p("A."), p("B.")) + p("C."), 0, ["A.", "+", "B.", "", "C."]),
    "before a foreign document": (p("A.") + "<w:altChunk r:id='rId9'/>" + p("B."), 0, ["A.", "+", "B."]),
    "behind a cell at the end without a paragraph": (p("A.") + table(p("T")), 0, ["A.", "+", "T"]),
}  # fmt: skip


@pytest.mark.parametrize("texts", [("+",), ("+", "+")], ids=("one", "two"))
@pytest.mark.parametrize(("body", "after", "shown"), PLACES.values(), ids=PLACES)
def test_new_paragraphs_stand_alone_and_leave_nothing(build, body, after, shown, texts):
    package = build(body + "<w:sectPr/>")
    clause = Insertion(NewClause(after, tuple(Line(after, text) for text in texts)), ("T",))
    written = in_memory_marked(package, [], [clause])
    at = shown.index("+")
    expected = [*shown[:at], *texts, *shown[at + 1 :]]
    assert lines(root_of(written)) == expected
    assert [w.text for w in body_words(written)] == expected
    assert lines(root_of(written), rejecting=True) == lines(root_of(package))
    ours = [one.get(W + "id") for one in root_of(written).iter(W + "ins") if one.get(W + "author") == "clausecheck"]
    assert same(root_of(package), rejected(root_of(written), range(200, 300), ours))


@pytest.mark.parametrize(("body", "after", "shown"), PLACES.values(), ids=PLACES)
def test_clauses_at_one_place_follow_each_other(build, body, after, shown):
    package = build(body + "<w:sectPr/>")
    clauses = [Insertion(NewClause(after, (Line(after, text),)), ("T",)) for text in ("One.", "Two.")]
    written = in_memory_marked(package, [], clauses)
    at = shown.index("+")
    assert lines(root_of(written)) == [*shown[:at], "One.", "Two.", *shown[at + 1 :]]
    assert lines(root_of(written), rejecting=True) == lines(root_of(package))


def test_contents_that_never_end_hold_nothing_up(build):
    endless = field("TOC", p("A."), p("B.")).replace("'end'", "'separate'")
    assert contents_ends(root_of(build(endless + p("C.")))) == {}

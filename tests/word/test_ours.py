"""Our marks come off again and leave the file that we were given; what carries others' work stays."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from clausecheck.model import ClausecheckError
from clausecheck.word import lift, open_package
from clausecheck.word.markup import Insertion, Replacement, write_marked
from clausecheck.word.places import Line, NewClause
from clausecheck.word.stories import body_words
from clausecheck.word.verify import same
from clausecheck.word.xml import W

from .again import MORI, answered, edited
from .conftest import link
from .marked import anchored, comments, root_of
from .test_markup import BODY, DATE, marked, model

CLAUSE = (0, 1, ["Licensee may sublicense.", "It pays for that."])


def texts(package) -> list[str]:
    return [words.text for words in body_words(package)]


def lifted_is(package, original) -> None:
    """The file is the one that we were given, byte by byte outside of the main part."""
    assert package.names == original.names
    assert [n for n in original.names if n != original.main and package.part(n) != original.part(n)] == []
    assert same(root_of(original), root_of(package))
    assert b"clausecheck" not in b"".join(package.part(name) for name in package.names)


# ---- nothing happened to the file ------------------------------------------------------------------------------------


def test_a_file_without_marks_of_ours_is_handed_back_as_it_is(build):
    package = build(f"<w:p><w:ins {MORI} w:id='1'><w:r><w:t>clausecheck was here.</w:t></w:r></w:ins></w:p>")
    found = lift(package)
    assert found.package is package
    assert not found.found and not found.earlier


@pytest.mark.parametrize("last", [BODY, BODY.replace("<w:sectPr/>", ""), "<w:p><w:r><w:t>Only this.</w:t></w:r></w:p>"])
def test_all_marks_come_off(build, tmp_path, last):
    package = build(last, styles="")
    end = len(texts(package)) - 1
    written = marked(
        package, tmp_path / "out.docx", [(0, 2, 6), (0, 5, 9)], [(end, 0, ["One.", "Two."]), (0, 0, ["X"])]
    )
    found = lift(written)
    lifted_is(found.package, package)
    assert (found.comments, found.changes.clauses, found.removed) == (4, 2, True)
    assert found.package.sha256 == written.sha256 != package.sha256


def test_a_clause_behind_the_end_of_a_section_gives_its_mark_back(build, tmp_path):
    package = build("<w:p><w:pPr><w:jc w:val='left'/><w:sectPr/></w:pPr><w:r><w:t>A.</w:t></w:r></w:p><w:p/>")
    written = marked(package, tmp_path / "out.docx", [], [(0, 0, ["One.", "Two."])])
    lifted_is(lift(written).package, package)


def test_parts_that_were_there_stay_as_they_were(build, tmp_path):
    there = (
        "<w:comment w:id='4' w:author='K. Mori'><w:p><w:r><w:t>Why?</w:t></w:r></w:p></w:comment>\n  "
        "<w:comment w:id='6' w:author='A. Sato' ><w:p/></w:comment >\n"
    )
    package = build(BODY.replace("<w:r>", "<w:r ><w:rPr><w:b/></w:rPr>"), comments=there)
    written = marked(package, tmp_path / "out.docx", [(0, 2, 6)], [CLAUSE])
    lifted_is(lift(written).package, package)


def test_an_empty_part_for_comments_stays(build, tmp_path):
    package = build(BODY, comments="")
    lifted_is(lift(marked(package, tmp_path / "out.docx", [(0, 2, 6)])).package, package)


def test_words_that_we_replaced_stand_again(build, tmp_path):
    package = build("<w:p><w:r><w:t>Licensor may at any time</w:t></w:r><w:r><w:tab/><w:t> audit.</w:t></w:r></w:p>")
    change = Replacement(0, 9, 24, "shall once a year", ("GRT-05 Title", "what"))
    write_marked(package, model(package), [], [], DATE, tmp_path / "out.docx", [change])
    written = open_package(tmp_path / "out.docx")
    assert root_of(written).find(f".//{W}del") is not None
    found = lift(written)
    lifted_is(found.package, package)
    assert found.changes.pieces == len(root_of(written).findall(f".//{W}ins") + root_of(written).findall(f".//{W}del"))


def test_a_change_of_look_that_we_cut_is_one_again(build, tmp_path):
    look = f"<w:rPr><w:b/><w:rPrChange w:id='7' {MORI}><w:rPr/></w:rPrChange></w:rPr>"
    package = build(f"<w:p><w:r>{look}<w:t xml:space='preserve'>one two three</w:t></w:r></w:p>")
    written = marked(package, tmp_path / "out.docx", [(0, 4, 7)])
    assert len(root_of(written).findall(f".//{W}rPrChange")) == 3
    found = lift(written).package
    assert etree.tostring(root_of(found)) == etree.tostring(root_of(package))


# ---- what our comments said, and what people answered ----------------------------------------------------------------


def test_earlier_comments_are_told_with_their_words(build, tmp_path):
    package = build(BODY)
    written = marked(package, tmp_path / "out.docx", [(1, 0, 8), (0, 9, 15)], [CLAUSE])
    first, second, inserted = lift(written).earlier
    assert (first.codes, first.paragraph, first.start, first.end, first.words) == (("GRT-05",), 0, 9, 15, "grants")
    assert (second.paragraph, second.words, second.lines) == (1, "Licensee", ("GRT-05 Title", "what"))
    assert (inserted.paragraph, inserted.words, inserted.codes) == (None, "", ())
    assert not any(one.kept or one.resolved or one.replies for one in (first, second, inserted))


def test_a_comment_that_somebody_answered_stays_with_its_thread(build, tmp_path):
    package = build(BODY)
    written = marked(package, tmp_path / "out.docx", [(0, 9, 15), (1, 0, 8)])
    replied = answered(written, tmp_path / "replied.docx", "0", "accepted: we can live with it")
    found = lift(replied)
    told = found.earlier[0]
    assert (told.kept, told.resolved, told.leads) == (True, False, "GRT-05")
    assert [(reply.author, reply.date[:10], reply.text) for reply in told.replies] == [
        ("K. Mori", "2026-11-24", "accepted: we can live with it")
    ]
    assert list(comments(found.package)) == ["0", "9001"]
    assert [anchored(root_of(found.package), one) for one in ("0", "9001")] == ["grants", "grants"]
    assert (found.comments, found.answered) == (1, ("K. Mori",))
    rows = found.package.part("word/commentsExtended.xml").count(b"commentEx ")
    assert (rows, found.package.part("word/people.xml").count(b"person")) == (2, 2)


def test_a_comment_that_was_merely_resolved_goes_and_is_told(build, tmp_path):
    package = build(BODY)
    written = marked(package, tmp_path / "out.docx", [(0, 9, 15)])
    found = lift(answered(written, tmp_path / "done.docx", "0", done=True))
    assert (found.earlier[0].resolved, found.earlier[0].kept) == (True, False)
    assert found.package.names == (*package.names, "word/people.xml")  # where K. Mori is left
    assert b"clausecheck" not in b"".join(map(found.package.part, found.package.names))


def test_an_answer_to_an_inserted_clause_stands_where_the_clause_was(build, tmp_path):
    written = marked(build(BODY), tmp_path / "out.docx", [], [CLAUSE])
    found = lift(answered(written, tmp_path / "replied.docx", "4", "accepted: not needed"))
    assert texts(found.package) == ["Licensor grants a licence.", "Licensee pays."]
    told = found.earlier[0]
    assert (told.kept, told.paragraph, told.words) == (True, 0, "")
    marks = [one for one in root_of(found.package).iter() if one.get(f"{W}id") in ("4", "9001")]
    assert len(marks) == 6 and {one.getparent().getparent().tag for one in marks} <= {f"{W}body", f"{W}p"}


# ---- what people changed ---------------------------------------------------------------------------------------------


def inserted(package) -> list[str]:
    return [one.get(f"{W}author") for one in root_of(package).iter(f"{W}ins")]


@pytest.mark.parametrize(
    ("pattern", "instead"),
    [
        ("may sublicense", f"may </w:t></w:r></w:ins><w:ins w:id='70' {MORI}><w:r><w:t>not</w:t></w:r></w:ins>"
         f"<w:ins w:id='71' w:author='clausecheck'><w:r><w:t> sublicense"),
        ("may sublicense", f"may</w:t></w:r><w:del w:id='70' {MORI}><w:r><w:delText>X</w:delText></w:r></w:del>"
         "<w:r><w:t> sublicense"),
        ("may sublicense", "may</w:t></w:r><w:commentRangeStart w:id='99'/><w:r><w:t> sublicense"),
        ("may sublicense", "may</w:t></w:r><w:bookmarkStart w:id='99' w:name='_Ref1'/><w:r><w:t> sublicense"),
        ("may sublicense", "may</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r><w:r><w:t> sublicense"),
        ("may sublicense", "may</w:t></w:r></w:ins><w:r><w:t> not</w:t></w:r><w:ins w:id='71' w:author='clausecheck'>"
         "<w:r><w:t> sublicense"),
        ("may sublicense", "may</w:t></w:r></w:ins></w:p><w:p><w:pPr><w:rPr><w:ins w:id='72' w:author='clausecheck'/>"
         "</w:rPr></w:pPr><w:ins w:id='71' w:author='clausecheck'><w:r><w:t> sublicense"),
    ],
    ids=["insertion", "deletion", "comment", "bookmark", "footnote", "plain words", "new line"],
)  # fmt: skip
def test_a_clause_in_which_somebody_worked_stays_whole(build, tmp_path, pattern, instead):
    written = marked(build(BODY), tmp_path / "out.docx", [(1, 0, 8)], [CLAUSE])

    def work(text: str) -> str:
        if "</w:p><w:p>" in instead:  # the line that somebody began ends with a mark of his
            text = re.sub(
                r'<w:ins w:id="\d+" w:author="clausecheck" [^>]*/>', f"<w:ins w:id='70' {MORI}/>", text, count=1
            )
        return text.replace(pattern, instead)

    changed = edited(written, tmp_path / "changed.docx", work)
    found = lift(changed)
    assert texts(found.package) == texts(changed)
    assert inserted(found.package) == inserted(changed)
    assert (found.changes.clauses, found.comments) == (0, 2)
    assert found.changes.kept >= 2 and found.changes.others


def test_another_clause_at_the_same_place_goes(build, tmp_path):
    written = marked(build(BODY), tmp_path / "out.docx", [], [CLAUSE, (0, 1, ["Licensee reports."])])
    work = f"may </w:t></w:r><w:del w:id='70' {MORI}><w:r><w:delText>X</w:delText></w:r></w:del><w:r><w:t>sublicense"
    found = lift(edited(written, tmp_path / "changed.docx", lambda text: text.replace("may sublicense", work)))
    assert texts(found.package) == [
        "Licensor grants a licence.", "Licensee may sublicense.", "It pays for that.", "Licensee pays.",
    ]  # fmt: skip
    assert (found.changes.clauses, found.changes.others) == (1, ["K. Mori"])


def test_a_clause_that_was_accepted_is_text(build, tmp_path):
    package = build(BODY)
    written = marked(package, tmp_path / "out.docx", [], [CLAUSE])

    def accept(text: str) -> str:
        text = re.sub(r"<w:rPr><w:ins [^>]*/></w:rPr>", "", text)
        return re.sub(r"<w:ins [^>]*>|</w:ins>", "", text)

    found = lift(edited(written, tmp_path / "accepted.docx", accept))
    assert texts(found.package) == [
        "Licensor grants a licence.", "Licensee may sublicense.", "It pays for that.", "Licensee pays.",
    ]  # fmt: skip
    assert (found.comments, found.changes.clauses, found.changes.kept) == (1, 0, 0)


def test_a_clause_that_was_rejected_leaves_nothing(build, tmp_path):
    package = build(BODY)
    written = marked(package, tmp_path / "out.docx", [], [CLAUSE])
    rejected = edited(
        written, tmp_path / "no.docx", lambda text: re.sub(r"<w:p>(?:(?!</w:p>).)*<w:ins.*?</w:p>", "", text)
    )
    lifted_is(lift(rejected).package, package)


def test_work_elsewhere_stays_and_our_marks_go(build, tmp_path):
    package = build(BODY)
    written = marked(package, tmp_path / "out.docx", [(1, 0, 8)], [CLAUSE])
    theirs = f"<w:p><w:ins w:id='70' {MORI}><w:r><w:t>New.</w:t></w:r></w:ins></w:p><w:sectPr/>"
    found = lift(edited(written, tmp_path / "more.docx", lambda text: text.replace("<w:sectPr/>", theirs)))
    assert texts(found.package) == ["Licensor grants a licence.", "Licensee pays.", "New."]
    assert inserted(found.package) == ["K. Mori"]
    assert found.package.names == package.names


def test_our_deletion_of_somebodys_insertion_is_undone(build):
    package = build(
        f"<w:p><w:ins w:id='1' {MORI}><w:del w:id='2' w:author='clausecheck (licensor)'><w:r>"
        "<w:delText>theirs</w:delText></w:r></w:del></w:ins></w:p>"
        f"<w:p><w:del w:id='3' {MORI}><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>"
    )
    found = lift(package)
    assert texts(found.package) == ["theirs", ""]
    assert [one.get(f"{W}author") for one in root_of(found.package).iter(f"{W}del")] == ["K. Mori"]


def test_a_replacement_that_somebody_changed_stays_with_both_halves(build):
    ours = "w:author='clausecheck'"
    package = build(
        f"<w:p><w:del w:id='1' {ours}><w:r><w:delText>all</w:delText></w:r></w:del><w:ins w:id='2' {ours}><w:r>"
        f"<w:t>so</w:t></w:r><w:del w:id='3' {MORI}><w:r><w:delText>me</w:delText></w:r></w:del></w:ins></w:p>"
    )
    found = lift(package)
    assert texts(found.package) == ["so"]
    assert (found.changes.kept, found.changes.others, found.removed) == (2, ["K. Mori"], False)


def test_newer_parts_lose_our_rows_and_keep_all_others(build, tmp_path):
    w14 = "xmlns:w14='http://schemas.microsoft.com/office/word/2010/wordml'"
    there = f"<w:comment w:id='4' w:author='K. Mori'><w:p {w14} w14:paraId='00000A01'/></w:comment>"
    package = build(BODY, comments=there, links=link("rIdX", "hyperlink", "https://x.example/", external=True))
    written = marked(package, tmp_path / "out.docx", [(0, 9, 15)])
    lifted_is(lift(written).package, package)


def test_a_second_review_may_write_the_same_file_again(build, tmp_path):
    package = build(BODY)
    once = marked(package, tmp_path / "once.docx", [(0, 9, 15)], [CLAUSE])
    for _ in range(2):
        again = marked(lift(once).package, tmp_path / "again.docx", [(0, 9, 15)], [CLAUSE])
        assert (tmp_path / "again.docx").read_bytes() == (tmp_path / "once.docx").read_bytes()
    with pytest.raises(ClausecheckError, match="draft itself"):
        marked(lift(once).package, tmp_path / "once.docx", [(0, 0, 8)])
    assert comments(again)


def test_a_clause_may_come_without_a_comment(build, tmp_path):
    insertion = Insertion(NewClause(0, (Line(1, "New."),)), ())
    package = build(BODY)
    write_marked(package, model(package), [], [insertion], DATE, tmp_path / "out.docx")
    assert texts(open_package(tmp_path / "out.docx")) == ["Licensor grants a licence.", "New.", "Licensee pays."]


def test_words_put_into_an_empty_last_paragraph_come_out_of_it(build, tmp_path):
    package = build("<w:p><w:r><w:t>A.</w:t></w:r></w:p><w:p w:rsidR='00AA0001'/><w:sectPr/>")
    change = Replacement(1, 0, 0, "new words", ("GRT-05 Title", "what"))
    insertion = Insertion(NewClause(1, (Line(0, "One."), Line(0, "Two."))), ("GRT-06 Title", "why"))
    write_marked(package, model(package), [], [insertion], DATE, tmp_path / "out.docx", [change])
    lifted_is(lift(open_package(tmp_path / "out.docx")).package, package)

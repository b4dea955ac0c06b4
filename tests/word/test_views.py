"""The rejected view beside the accepted one: the draft as it was, and in both views whose change is where."""

from __future__ import annotations

import pytest

from clausecheck.model import OtherView, Paragraph, Passage
from clausecheck.word import open_package, read
from clausecheck.word.stories import read_stories

from .test_numbering import ONE
from .test_stories import changed, field, paragraph, run, struck

BOTH = ("accepted", "rejected")


def marked(tag: str, author: str = "K. Mori") -> str:
    return f"<w:rPr>{changed(tag, '', author)}</w:rPr>"


def texts(package, view: str) -> list[str]:
    return [one.text for one in read(package, view).body]


def changes(one: Paragraph) -> list[tuple[int, int, str, str, str, str]]:
    return [(c.start, c.end, c.kind, c.of, c.author, c.text) for c in one.changes]


def row(*cells: str, change: str = "") -> str:
    properties = f"<w:trPr>{changed(change, '')}</w:trPr>" if change else ""
    return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


def cell(words: str, change: str = "") -> str:
    return f"<w:tc>{f'<w:tcPr>{change}</w:tcPr>' if change else ''}{paragraph(run(words))}</w:tc>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def test_words_in_both_views(build):
    package = build(
        paragraph(
            run("May ")
            + changed("del", struck("not "))
            + changed("ins", run("freely "), "L. Zhang")
            + changed("moveFrom", run("here "))
            + run("go")
            + changed("moveTo", run(" here"))
        )
    )
    (accepted,), (rejected,) = (read(package, view).body for view in BOTH)
    assert (accepted.text, rejected.text) == ("May freely go here", "May not here go")
    assert changes(accepted) == [
        (4, 4, "deletion", "words", "K. Mori", "not "), (4, 11, "insertion", "words", "L. Zhang", ""),
        (11, 11, "move", "words", "K. Mori", "here "), (13, 18, "move", "words", "K. Mori", ""),
    ]  # fmt: skip
    assert changes(rejected) == [
        (4, 8, "deletion", "words", "K. Mori", ""), (8, 8, "insertion", "words", "L. Zhang", "freely "),
        (8, 13, "move", "words", "K. Mori", ""), (15, 15, "move", "words", "K. Mori", " here"),
    ]  # fmt: skip
    assert {change.date for one in (accepted, rejected) for change in one.changes} == {"2026-03-01T00:00:00Z"}
    assert [read(package, view).view for view in BOTH] == list(BOTH)


def test_words_struck_out_of_an_insertion_are_in_neither_view(build):
    package = build(paragraph(run("x") + changed("ins", run("a") + changed("del", struck("b"), "L. Zhang"))))
    for view, text in zip(BOTH, ("xa", "x"), strict=True):
        (one,) = read(package, view).body
        (deletion,) = (change for change in one.changes if change.kind == "deletion")
        assert one.text == text
        assert (deletion.text, deletion.author, deletion.inserted_by) == ("b", "L. Zhang", "K. Mori")


def test_marks_say_who_joined_and_who_split_paragraphs(build):
    package = build(
        paragraph(run("one"), marked("del")) + paragraph(run("two"), marked("ins", "L. Zhang")) + paragraph(run("end"))
    )
    assert texts(package, "accepted") == ["onetwo", "end"]
    assert texts(package, "rejected") == ["one", "twoend"]
    assert changes(read(package).body[0]) == [
        (3, 3, "deletion", "mark", "K. Mori", ""), (6, 6, "insertion", "mark", "L. Zhang", ""),
    ]  # fmt: skip
    first, second = read(package, "rejected").body
    assert changes(first) == [(3, 3, "deletion", "mark", "K. Mori", "")]
    assert changes(second) == [(3, 3, "insertion", "mark", "L. Zhang", "")]


def test_paragraph_that_vanishes_is_a_change_of_the_next_one(build):
    gone = paragraph(changed("del", struck("Licensee pays.")), marked("del"))
    come = paragraph(changed("ins", run("Licensor pays."), "L. Zhang"), marked("ins", "L. Zhang"))
    package = build(paragraph(run("A")) + gone + come + paragraph(run("B")))
    accepted, rejected = (read(package, view).body for view in BOTH)
    assert [one.text for one in accepted] == ["A", "Licensor pays.", "B"]
    assert [one.text for one in rejected] == ["A", "Licensee pays.", "B"]
    assert changes(accepted[1])[:2] == [
        (0, 0, "deletion", "words", "K. Mori", "Licensee pays."), (0, 0, "deletion", "mark", "K. Mori", ""),
    ]  # fmt: skip
    assert changes(rejected[2]) == [
        (0, 0, "insertion", "words", "L. Zhang", "Licensor pays."), (0, 0, "insertion", "mark", "L. Zhang", ""),
    ]  # fmt: skip


def test_paragraph_that_vanishes_before_a_table_leaves_nothing(build):
    gone = paragraph(changed("ins", run("new")), marked("ins"))
    package = build(paragraph(run("a")) + gone + table(row(cell("c"))) + paragraph(run("z")))
    assert texts(package, "accepted") == ["a", "new", "c", "z"]
    assert texts(package, "rejected") == ["a", "c", "z"]
    assert changes(read(package, "rejected").body[1])[0] == (0, 0, "insertion", "words", "K. Mori", "new")


def test_rows_and_cells(build):
    package = build(
        table(
            row(cell("a"), cell("new", changed("cellIns", ""))),
            row(cell("out 1"), cell("out 2"), change="del"),
            row(cell("in"), change="ins"),
            row(cell("last"), cell("old", changed("cellDel", ""))),
        )
    )
    assert texts(package, "accepted") == ["a", "new", "in", "last"]
    assert texts(package, "rejected") == ["a", "out 1", "out 2", "last", "old"]
    _, new, come, last = read(package).body
    assert changes(new) == [(0, 3, "insertion", "cell", "K. Mori", "")]
    assert changes(come) == [
        (0, 0, "deletion", "row", "K. Mori", "out 1\nout 2"), (0, 2, "insertion", "row", "K. Mori", ""),
    ]  # fmt: skip
    assert changes(last) == [(4, 4, "deletion", "cell", "K. Mori", "old")]  # the last: nothing follows
    first, *_, before, old = read(package, "rejected").body

    assert changes(old) == [(0, 3, "deletion", "cell", "K. Mori", "")]
    assert changes(before) == [(0, 0, "insertion", "row", "K. Mori", "in")]
    assert [one.cell for one in (first, before, old)] == [(0, 0, 0), (0, 2, 0), (0, 2, 1)]
    assert OtherView(read(package), read(package, "rejected")).paragraphs(come) == ()


def test_merged_cells_come_apart(build):
    merged = "<w:cellMerge w:id='1' w:author='K. Mori' w:vMerge='{}'/>".format
    package = build(table(row(cell("a", merged("rest"))), row(cell("b", merged("cont")))))
    assert [texts(package, view) for view in BOTH] == [["a"], ["a", "b"]]
    assert changes(read(package).body[0]) == [(0, 1, "formatting", "cell", "K. Mori", "")]


def test_numbers_and_styles_are_those_of_the_time(build):
    def numbered(words: str, extra: str = "", change: str = "") -> str:
        return paragraph(run(words), f"<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/>{change}</w:numPr>{extra}")

    former = changed("pPrChange", "<w:pPr><w:pStyle w:val='Old'/></w:pPr>")
    inserted = paragraph(
        changed("ins", run("New")), f"<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>{marked('ins')}"
    )
    body = numbered("One") + inserted + numbered("Was plain", change=changed("ins", "")) + numbered("Old", former)
    package = build(body + numbered("End"), numbering=ONE)
    accepted, rejected = (read(package, view).body for view in BOTH)
    assert [one.number for one in accepted] == ["1.", "2.", "3.", "4.", "5."]
    assert [(one.text, one.number) for one in rejected] == [
        ("One", "1."), ("Was plain", ""), ("Old", ""), ("End", "2."),
    ]  # fmt: skip
    assert [one.style for one in (accepted[3], rejected[2])] == ["", "Old"]
    for held in (accepted[2:4], rejected[1:3]):
        assert [c.of for one in held for c in one.changes if c.kind == "formatting"] == ["paragraph", "paragraph"]


def test_looks_are_those_of_the_time(build):
    look = f"<w:b/>{changed('rPrChange', '<w:rPr><w:vanish/></w:rPr>')}"
    package = build(paragraph(run("a ") + run("Fee", look)))
    kinds = [[(s.start, s.end, s.kind) for s in read(package, view).body[0].stretches] for view in BOTH]
    assert kinds == [[(2, 5, "bold")], [(2, 5, "hidden")]]
    for view in BOTH:
        assert changes(read(package, view).body[0]) == [(2, 5, "formatting", "words", "K. Mori", "")]


def test_fields_and_equations_that_somebody_struck_out(build):
    cited = field("REF _Ref1", run("2.1")).replace("w:instrText", "w:delInstrText")
    equation = f"<m:oMath><m:r><m:t>a</m:t></m:r>{changed('ins', '<m:r><m:t>+b</m:t></m:r>')}</m:oMath>"
    package = build(paragraph(run("See ") + changed("del", cited) + changed("ins", run("3")) + equation))
    assert [texts(package, view) for view in BOTH] == [["See 3a+b"], ["See 2.1a"]]
    (rejected,) = read(package, "rejected").body
    assert [(s.start, s.end, s.value) for s in rejected.stretches if s.kind == "field"] == [(4, 7, "REF _Ref1")]
    assert (7, 8, "insertion", "words", "K. Mori", "") in changes(rejected)


def test_notes_whose_reference_goes_are_not_in_the_view(build):
    reference = "<w:r><w:footnoteReference w:id='{}'/></w:r>".format
    notes = "".join(f"<w:footnote w:id='{n}'>{paragraph(run(f'Note {n}'))}</w:footnote>" for n in (2, 3))
    body = paragraph(run("a") + changed("del", reference(2)) + run("b") + changed("ins", reference(3)))
    package = build(body, footnotes=notes)
    for view, kept in zip(BOTH, ("footnote:3", "footnote:2"), strict=True):
        assert [story.name for story in read_stories(package, view)] == ["body", kept]
        assert changes(read(package, view).body[0]) == [
            (1, 1, "deletion", "note", "K. Mori", "footnote:2"), (2, 2, "insertion", "note", "K. Mori", "footnote:3"),
        ]  # fmt: skip


def test_text_boxes_keep_their_name(build):
    def box(words: str) -> str:
        return (
            f"<w:r><w:pict><v:textbox><w:txbxContent>{paragraph(run(words))}</w:txbxContent></v:textbox></w:pict></w:r>"
        )

    package = build(paragraph(changed("del", box("old")) + box("kept") + changed("ins", box("new"))))
    found = [{s.name: s.words[0].text for s in read_stories(package, view)[1:]} for view in BOTH]
    assert found == [{"textbox:1": "kept", "textbox:2": "new"}, {"textbox:3": "old", "textbox:1": "kept"}]


def test_without_tracked_changes_both_views_are_the_same_objects(build):
    package = build(paragraph(run("a")) + table(row(cell("b"))))
    assert read_stories(package, "rejected") is read_stories(package)
    assert read(package, "rejected").paragraphs is read(package).paragraphs


def test_reading_the_rejected_view_leaves_the_file_alone(build):
    package = build(paragraph(changed("ins", run("a")) + changed("del", struck("b"))))
    before = package.serialise(package.main)
    read(package, "rejected")
    assert package.serialise(package.main) == before
    assert texts(package, "accepted") == ["a"]


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        (0, 8, [(0, 0, 8)]),  # "Licensee"
        (0, 17, [(0, 0, 21)]),  # "Licensee may sell": what was struck out belongs to it
        (17, 25, [(0, 21, 21)]),  # " abroad." is new: the place where it would be
        (13, 28, [(0, 17, 21), (1, 0, 3)]),  # "sell abroad.All" stands in two paragraphs there
    ],
)
def test_a_passage_is_found_in_the_other_view(build, start, end, found):
    first = run("Licensee may ") + changed("del", struck("not ")) + run("sell") + changed("ins", run(" abroad."))
    package = build(paragraph(run("Heading")) + paragraph(first, marked("del")) + paragraph(run("All rights")))
    accepted, rejected = (read(package, view) for view in BOTH)
    passages = OtherView(accepted, rejected).passages(accepted.body[1], start, end)
    assert passages == tuple(Passage("body", index + 1, first, last) for index, first, last in found)


def test_hidden_text_is_text_with_a_stretch(build):
    styles = (
        "<w:style w:type='paragraph' w:styleId='H'><w:rPr><w:vanish/></w:rPr></w:style>"
        "<w:style w:type='character' w:styleId='C'><w:rPr><w:vanish/></w:rPr></w:style>"
    )
    package = build(
        paragraph(run("a") + run("b", "<w:vanish/>") + run("c", "<w:rStyle w:val='C'/>") + run("d", "<w:specVanish/>"))
        + paragraph(run("all") + run("shown", "<w:vanish w:val='0'/>"), "<w:pStyle w:val='H'/>"),
        styles=styles,
    )
    hidden = [[(s.start, s.end) for s in p.stretches if s.kind == "hidden"] for p in read(package).body]
    assert texts(package, "accepted") == ["abcd", "allshown"]
    assert hidden == [[(1, 4)], [(0, 3)]]


def test_real_drafts_are_read_in_both_views_and_found_again(shared):
    tracked = 0
    for path in sorted((shared / "drafts").rglob("*.docx")):
        package = open_package(path)
        accepted, rejected = (read(package, view) for view in BOTH)
        tracked += accepted.paragraphs is not rejected.paragraphs
        finder = OtherView(accepted, rejected)
        for one in accepted.body:
            shown = any(change.shown for change in one.changes)
            for passage in () if shown else finder.passages(one, 0, len(one.text)):
                gone = sum(c.end - c.start for c in rejected.body[passage.index].changes if c.shown)
                assert passage.end - passage.start <= len(one.text) + gone
            assert shown or one.changes or [p.text for p in finder.paragraphs(one)] == [one.text]
    assert tracked >= 4

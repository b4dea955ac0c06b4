"""Every construct that a Word draft may hold, one small body each, and the words that counsel sees of it."""

from __future__ import annotations

import pytest

from clausecheck.word import read
from clausecheck.word.stories import read_stories

from .conftest import members, save
from .test_real_files import come_through
from .test_stories import GONE, changed, field, paragraph, run, struck

DRAWING = "xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'"
GROUP = "xmlns:wpg='http://schemas.microsoft.com/office/word/2010/wordprocessingGroup'"
BEGIN, SEPARATE, END = (f"<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>" for kind in ("begin", "separate", "end"))


def told(package) -> dict[str, list[str]]:
    return {story.name: [words.text for words in story.words] for story in read_stories(package)}


def code(instruction: str) -> str:
    return f"<w:r><w:instrText xml:space='preserve'> {instruction} </w:instrText></w:r>"


def box(*paragraphs: str) -> str:
    return f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"


def shape(content: str) -> str:
    return f"<wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp>"


def drawn(content: str) -> str:
    return f"<w:drawing><wp:inline>{content}</wp:inline></w:drawing>"


def old(content: str) -> str:
    return f"<w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict>"


def either(choice: str, fallback: str, needs: str = "wps") -> str:
    return (
        f"<mc:AlternateContent><mc:Choice Requires='{needs}'>{choice}</mc:Choice>"
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"
    )


def control(content: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def cell(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def one(text: str) -> str:
    return paragraph(run(text))


def form(kind: str, data: str, result: str = "") -> str:
    return (
        f"<w:r><w:fldChar w:fldCharType='begin'><w:ffData>{data}</w:ffData></w:fldChar></w:r>"
        f"{code(kind)}{SEPARATE}{result}{END}"
    )


PROMPT = control(run("Click or tap here to enter text."), "<w:showingPlcHdr/>")
CHOICES = "<w:listEntry w:val='exclusive'/><w:listEntry w:val='non-exclusive'/>"

BODIES = {
    "custom XML and smart tags around blocks and runs": (
        "<w:customXml>"
        + paragraph(f"<w:customXml>{run('a')}<w:smartTag>{run('b')}</w:smartTag></w:customXml>")
        + "</w:customXml>",
        ["ab"],
    ),
    "directions": (
        paragraph(f"<w:bdo w:val='rtl'>{run('a')}</w:bdo><w:dir w:val='rtl'>{run('b', '<w:rtl/>')}</w:dir>"),
        ["ab"],
    ),
    "marks that hold no words": (
        paragraph(
            "<w:proofErr w:type='spellStart'/><w:permStart w:id='1'/><w:bookmarkStart w:id='0' w:name='a'/>"
            + run("a", "<w:fitText w:val='800'/>")
            + "<w:commentRangeStart w:id='1'/><w:r><w:lastRenderedPageBreak/><w:t>b</w:t><w:annotationRef/></w:r>"
            + "<w:permEnd w:id='1'/><w:commentRangeEnd w:id='1'/><w:r><w:commentReference w:id='1'/></w:r>"
        )
        + paragraph(run("c") + "<w:bookmarkEnd w:id='0'/>"),
        ["ab", "c"],
    ),
    "tracked formatting changes no words": (
        paragraph(
            run("a", "<w:b/><w:rPrChange w:id='1' w:author='K. Mori'><w:rPr/></w:rPrChange>"),
            "<w:pPrChange w:id='2' w:author='K. Mori'><w:pPr><w:framePr w:dropCap='drop'/></w:pPr></w:pPrChange>",
        ),
        ["a"],
    ),
    "breaks": (
        paragraph(
            "<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:br w:type='page'/><w:t>c</w:t>"
            "<w:br w:type='column'/><w:t>d</w:t></w:r>"
        ),
        ["a\nb\nc\nd"],
    ),
    "a drop cap stands in the paragraph that it opens": (
        paragraph(run("T"), "<w:framePr w:dropCap='drop' w:lines='3'/>") + one("his Agreement"),
        ["This Agreement"],
    ),
    "a framed paragraph that is no drop cap stands alone": (
        paragraph(run("Draft"), "<w:framePr w:w='2000'/>") + one("his"),
        ["Draft", "his"],
    ),
    "controls in all five places, and nested": (
        control(paragraph(run("a") + control(run("b") + control(run("c")))))
        + table(control(row(control(cell(control(one("d"))))))),
        ["abc", "d"],
    ),
    "a prompt in a line is a blank": (paragraph(run("pays ") + PROMPT + run(" yen")), ["pays […] yen"]),
    "a prompt of several runs is one blank": (
        paragraph(control(run("Click ") + run("here"), "<w:showingPlcHdr/>")),
        ["[…]"],
    ),
    "prompts around paragraphs, rows and cells": (
        control(one("[Name]"), "<w:showingPlcHdr/>")
        + table(
            control(row(cell(one("Enter a date"))), "<w:showingPlcHdr/>"),
            row(control(cell(paragraph(run("Field", "<w:rStyle w:val='PlaceholderText'/>"))), "<w:showingPlcHdr/>")),
        ),
        ["[…]", "[…]", "Field"],  # no style of that name: nothing but the mark says that it is a prompt
    ),
    "words that somebody filled in under the mark of a prompt": (
        paragraph(control(run("Tokyo"), "<w:showingPlcHdr/>"))
        + paragraph(control(run("Choose the venue."), "<w:lock w:val='sdtContentLocked'/><w:showingPlcHdr/>"))
        + paragraph(control(run("Select Parts are those " + "in the list " * 20), "<w:showingPlcHdr/>")),
        ["Tokyo", "Choose the venue.", "Select Parts are those " + "in the list " * 20],
    ),
    "a control whose prompt flag is off": (
        paragraph(control(run("Tokyo"), "<w:showingPlcHdr w:val='0'/>")),
        ["Tokyo"],
    ),
    "a checkbox control": (paragraph(control(run("\u2612"), "<w14:checkbox/>") + run(" yes")), ["\u2612 yes"]),
    "nested tables in order": (
        table(row(cell(one("a") + table(row(cell(one("b")), cell(one("c")))) + one("d")), cell(one("e")))),
        ["a", "b", "c", "d", "e"],
    ),
    "cells merged sideways in the old way": (
        table(row(cell(one("a"), "<w:hMerge w:val='restart'/>"), cell(one("x"), "<w:hMerge/>"), cell(one("b")))),
        ["a", "b"],
    ),
    "a merged cell that continues nothing is shown": (
        table(row(cell(one("a"), "<w:vMerge/>"), cell(one("b"))), row(cell(one("x"), "<w:vMerge/>"), cell(one("c")))),
        ["a", "b", "c"],
    ),
    "a field in alternate content, locked and dirty": (
        paragraph(
            "<w:r><w:fldChar w:fldCharType='begin' w:fldLock='1' w:dirty='true'/></w:r>"
            + code("DATE")
            + SEPARATE
            + run("1 May")
            + END
            + f"<w:fldSimple w:instr='DATE' w:dirty='1'>{run(' 2026')}</w:fldSimple>"
        ),
        ["1 May 2026"],
    ),
    "REF inside the result of IF": (
        paragraph(BEGIN + code("IF 1 = 1") + SEPARATE + run("see ") + field("REF _Ref1", run("2.1")) + END),
        ["see 2.1"],
    ),
    "REF inside the instruction of IF": (
        paragraph(BEGIN + code("IF") + field("REF _Ref1", run("2.1")) + code("= 2") + SEPARATE + run("yes") + END),
        ["yes"],
    ),
    "a field over paragraphs": (
        paragraph(run("a") + BEGIN + code("INCLUDETEXT x") + SEPARATE + run("b"))
        + one("c")
        + paragraph(END + run("d")),
        ["ab", "c", "d"],
    ),
    "a field without a result": (paragraph(run("a") + BEGIN + code("HYPERLINK x") + END + run("b")), ["ab"]),
    "deleted instructions and results": (
        paragraph(
            run("a")
            + BEGIN
            + code("REF x")
            + changed("del", "<w:r><w:delInstrText> old</w:delInstrText></w:r>")
            + SEPARATE
            + changed("del", struck("2.1"))
            + changed("ins", run("2.2"))
            + END
        ),
        ["a2.2"],
    ),
    "a field deleted whole": (
        paragraph(
            run("a")
            + changed("del", BEGIN + "<w:r><w:delInstrText>PAGE</w:delInstrText></w:r>" + SEPARATE + struck("3") + END)
            + run("b")
        ),
        ["ab"],
    ),
    "a text form field": (paragraph(form("FORMTEXT", "<w:textInput/>", run("Tokyo"))), ["Tokyo"]),
    "an empty text form field is a blank": (
        paragraph(
            run("pays ") + form("FORMTEXT", "<w:textInput/>", run("\u2002" * 3) + run("\u2002" * 2)) + run(" yen")
        ),
        ["pays _____ yen"],
    ),
    "a drop-down form field": (
        paragraph(
            run("an ") + form("FORMDROPDOWN", f"<w:ddList><w:result w:val='1'/>{CHOICES}</w:ddList>") + run(" licence")
        ),
        ["an non-exclusive licence"],
    ),
    "a drop-down form field at its default": (
        paragraph(form("FORMDROPDOWN", f"<w:ddList>{CHOICES}</w:ddList>")),
        ["exclusive"],
    ),
    "check boxes": (
        paragraph(
            form("FORMCHECKBOX", "<w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox>")
            + run(" yes ")
            + form("FORMCHECKBOX", "<w:checkBox><w:default w:val='1'/><w:checked w:val='0'/></w:checkBox>")
            + form("FORMCHECKBOX", "<w:checkBox><w:default w:val='1'/></w:checkBox>")
        ),
        ["☒ yes ☐☒"],
    ),
    "a prompt that is a macro button": (
        paragraph(run("by ") + BEGIN + code("MACROBUTTON NoMacro [Insert name]") + END + run(".")),
        ["by [Insert name]."],
    ),
    "a mail merge field": (
        paragraph(f"<w:fldSimple w:instr=' MERGEFIELD Name '>{run('«Name»')}</w:fldSimple>"),
        ["«Name»"],
    ),
    "a symbol field": (
        paragraph(
            BEGIN
            + code('SYMBOL 254 \\f "Wingdings" \\s 10')
            + END
            + BEGIN
            + code("SYMBOL 0x61 \\f Symbol")
            + END
            + BEGIN
            + code("SYMBOL 167 \\u")
            + END
        ),
        ["☑α§"],
    ),
    "a symbol field with its result": (
        paragraph(
            field('SYMBOL 168 \\f "Wingdings"', run("\u00a8", "<w:rFonts w:ascii='Wingdings' w:hAnsi='Wingdings'/>"))
        ),
        ["☐"],
    ),
    "words in a symbol font": (
        paragraph(
            run("þ ", "<w:rFonts w:ascii='Wingdings' w:hAnsi='Wingdings'/>")
            + run("\uf0b0C", "<w:rFonts w:ascii='Symbol' w:hAnsi='Symbol'/>")
            + run("þ", "<w:rFonts w:ascii='Arial'/>")
        ),
        ["☑ °Χþ"],
    ),
    "characters overprinted by an equation field": (
        paragraph(
            BEGIN + code("eq \\o\\ac(○,印)") + END + BEGIN + code("EQ \\* jc2 \\o\\ad(\\s\\up 9(こう),甲)") + END
        ),
        ["印甲"],
    ),
    "a link field": (paragraph(field('HYPERLINK "https://example.com/"', run("our site"))), ["our site"]),
    "deleted paragraph marks join": (
        paragraph(run("a "), GONE) + paragraph(run("b "), GONE) + one("c"),
        ["a b c"],
    ),
    "moved paragraphs": (
        paragraph(changed("moveFrom", run("gone")), "<w:rPr><w:moveFrom w:id='1'/></w:rPr>")
        + one("a")
        + paragraph(changed("moveTo", run("here")), "<w:rPr><w:moveTo w:id='2'/></w:rPr>"),
        ["a", "here"],
    ),
    "ruby": (
        paragraph(
            "<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>こう</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>甲</w:t></w:r></w:rubyBase>"
            "</w:ruby></w:r>"
        ),
        ["甲"],
    ),
    "equations": (
        paragraph(
            run("Royalty = ")
            + "<m:oMathPara><m:oMath><m:r><m:t>NS×</m:t></m:r><m:f><m:num><m:r><m:t>A</m:t></m:r></m:num>"
            "<m:den><m:r><m:t>B</m:t></m:r></m:den></m:f><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r>"
            "</m:sup></m:sSup></m:oMath></m:oMathPara>"
        ),
        ["Royalty = NS×A/Bx^2"],
    ),
    "brackets, roots and sums": (
        paragraph(
            "<m:oMath><m:d><m:e><m:r><m:t>A+B</m:t></m:r></m:e></m:d><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num>"
            "<m:den><m:rad><m:e><m:r><m:t>c</m:t></m:r></m:e></m:rad></m:den></m:f><m:nary><m:naryPr>"
            "<m:chr m:val='∑'/></m:naryPr><m:sub><m:r><m:t>i</m:t></m:r></m:sub><m:e>"
            + changed("del", "<m:r><m:t>y</m:t></m:r>")
            + "<m:r><m:t>x</m:t></m:r></m:e></m:nary></m:oMath>"
        ),
        ["(A+B)(a+b)/(√c)∑_ix"],
    ),
    "equations nested beyond reason": (
        paragraph("<m:oMath>" + "<m:d><m:e>" * 100 + "<m:r><m:t>x</m:t></m:r>" + "</m:e></m:d>" * 100 + "</m:oMath>"),
        ["(" * 21 + "x" + ")" * 21],
    ),
    "comments inside of words": (paragraph("<w:r><w:t>a<!-- no -->b</w:t></w:r>"), ["ab"]),
    "alternate content around blocks": (either(one("a"), one("b")), ["a"]),
    "pictures are no words": (
        paragraph(
            run("a")
            + "<w:r><w:drawing><wp:inline><wp:docPr id='1' name='P' descr='A signature'/></wp:inline></w:drawing></w:r>"
        ),
        ["a"],
    ),
    "foreign documents are no words": ("<w:altChunk r:id='x'/>" + paragraph(run("a") + "<w:subDoc r:id='y'/>"), ["a"]),
}


@pytest.mark.parametrize("name", BODIES)
def test_body(build, name):
    body, expected = BODIES[name]
    assert told(build(body))["body"] == expected


def test_a_prompt_is_told_by_its_style_in_every_language(build):
    styles = "<w:style w:type='character' w:styleId='a3'><w:name w:val='Placeholder Text'/></w:style>"
    body = paragraph(control(run("Feltet", "<w:rStyle w:val='a3'/>"), "<w:showingPlcHdr/>"))
    (story,) = read_stories(build(body, styles=styles))
    assert [(words.text, [(s.kind, s.value) for s in words.stretches]) for words in story.words] == [
        ("[…]", [("prompt", "Feltet")])
    ]


BOXED = box(one("boxed"))
BOXES = {
    "once and not twice": (run("a") + f"<w:r>{either(drawn(shape(BOXED)), old(BOXED))}</w:r>", [["boxed"]]),
    "old": (f"<w:r>{old(BOXED)}</w:r>", [["boxed"]]),
    "choice that is not understood": (f"<w:r>{either('<w:drawing/>', old(BOXED), 'v')}</w:r>", [["boxed"]]),
    "several shapes in a group": (
        f"<w:r>{drawn(f'<wpg:wgp {GROUP}>' + shape(box(one('1'))) + shape(box(one('2'))) + '</wpg:wgp>')}</w:r>",
        [["1"], ["2"]],
    ),
    "nested": (
        "<w:r>"
        + drawn(shape(box(paragraph(run("outer") + f"<w:r>{either(drawn(shape(box(one('in')))), old(BOXED))}</w:r>"))))
        + "</w:r>",
        [["outer"], ["in"]],
    ),
    "tables and controls in it": (
        f"<w:r>{drawn(shape(box(table(row(cell(one('a')))), control(one('b')), one('c'))))}</w:r>",
        [["a", "b", "c"]],
    ),
    "deleted": (changed("del", f"<w:r>{old(BOXED)}</w:r>"), []),
    "in a field's instruction": (BEGIN + f"<w:r>{old(BOXED)}</w:r>" + SEPARATE + END, []),
}


@pytest.mark.parametrize("name", BOXES)
def test_text_boxes(build, name):
    content, expected = BOXES[name]
    found = told(build(paragraph(content)))
    assert [texts for story, texts in found.items() if story.startswith("textbox:")] == expected


def test_headers_and_footers_are_read_once_though_sections_inherit_them(build):
    named = "<w:{}Reference w:type='{}' r:id='rId-{}'/>".format
    first = (
        named("header", "default", "header1") + named("header", "first", "header2") + named("header", "even", "header3")
    )
    body = (
        paragraph(run("a"), f"<w:sectPr>{first}{named('footer', 'default', 'footer1')}<w:titlePg/></w:sectPr>")
        + paragraph(run("b"), f"<w:sectPr>{named('header', 'default', 'header1')}</w:sectPr>")
        + one("c")
        + "<w:sectPr/>"  # goes on with those above
    )
    parts = {"header1": one("all"), "header2": one("first"), "header3": one("even"), "footer1": one("foot")}
    assert told(build(body, **parts, footer2=one("no section names it"))) == {
        "body": ["a", "b", "c"], "header:1": ["all"], "header:2": ["first"], "header:3": ["even"], "footer:1": ["foot"],
    }  # fmt: skip


def test_text_box_in_a_header(build):
    section = "<w:sectPr><w:headerReference w:type='default' r:id='rId-header1'/></w:sectPr>"
    found = told(build(one("a") + section, header1=paragraph(run("head") + f"<w:r>{old(BOXED)}</w:r>")))
    assert found == {"body": ["a"], "header:1": ["head"], "textbox:1": ["boxed"]}


def test_cells_tell_where_they_stand(build):
    wide = "<w:gridSpan w:val='2'/>"
    body = table(row(cell(one("a"), wide), cell(one("b"))), row(cell(one("c")), cell(one("d")), cell(one("e"))))
    inner = table(row(cell(table(row(cell(one("x")), cell(one("y")))) + one("z"))))
    (story,) = read_stories(build(body + inner))
    assert [(words.text, words.cell) for words in story.words] == [
        ("a", (0, 0, 0)), ("b", (0, 0, 2)), ("c", (0, 1, 0)), ("d", (0, 1, 1)), ("e", (0, 1, 2)),
        ("x", (1, 0, 0)), ("y", (1, 0, 0)), ("z", (1, 0, 0)),
    ]  # fmt: skip


def test_notes_are_read_where_something_refers_to_them(build):
    notes = "".join(f"<w:footnote w:id='{n}'>{one(f'note {n}')}</w:footnote>" for n in (1, 2, 3))
    refers = "<w:r><w:footnoteReference w:id='{}'/></w:r>".format
    body = paragraph(run("a") + refers(1) + changed("del", refers(2)))
    assert told(build(body, footnotes=notes)) == {"body": ["a"], "footnote:1": ["note 1"]}


def test_a_note_whose_reference_is_deleted_stands_in_the_rejected_view_alone(build):
    refers = "<w:r><w:footnoteReference w:id='{}'/></w:r>".format
    notes = "".join(f"<w:footnote w:id='{n}'>{one(f'note {n}')}</w:footnote>" for n in (1, 2))
    package = build(paragraph(run("a") + changed("ins", refers(1)) + changed("del", refers(2))), footnotes=notes)
    shown = [[p.text for p in read(package, view).paragraphs] for view in ("accepted", "rejected")]
    assert shown == [["a", "note 1"], ["a", "note 2"]]


def test_comments_are_no_text(build):
    body = paragraph(run("a") + "<w:r><w:commentReference w:id='1'/></w:r>")
    assert told(build(body, comments=f"<w:comment w:id='1'>{one('why?')}</w:comment>")) == {"body": ["a"]}


@pytest.mark.parametrize("name", [*BODIES, *BOXES])
def test_constructs_come_through_marking(tmp_path, name):
    body = BODIES[name][0] if name in BODIES else paragraph(run("a") + BOXES[name][0])
    source = save(tmp_path / "draft.docx", members(one("1. Grant.") + body + one("2. Term.")))
    come_through(source, tmp_path / "marked.docx")

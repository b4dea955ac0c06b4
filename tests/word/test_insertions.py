"""Tracked paragraphs look and count like their siblings, and a rejection leaves nothing of them."""

from __future__ import annotations

from itertools import count

import pytest
from lxml import etree

from clausecheck.model import Paragraph
from clausecheck.word.insertions import Stamp, comment_on, paragraph
from clausecheck.word.joints import insert, outermost
from clausecheck.word.lists import Lists
from clausecheck.word.places import Line
from clausecheck.word.stories import body_words
from clausecheck.word.xml import W

from .marked import root_of, said

SECTION = "<w:sectPr><w:type w:val='nextPage'/></w:sectPr>"


def made(build, properties: str, runs: str, line: Line, **model) -> etree._Element:
    """A paragraph that says ``line``, set like one with these properties and runs."""
    package = build(f"<w:p>{properties}{runs}</w:p><w:p/>")
    (like, _) = body_words(package)
    return paragraph(line, Paragraph("body", 0, like.text, **model), like, Stamp("2026-11-23T00:00:00Z", count(7)))


def run(text: str, look: str = "") -> str:
    return f"<w:r><w:rPr>{look}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"


def names(element: etree._Element) -> list[str]:
    return [child.tag.rpartition("}")[2] for child in element]


def new(text: str, stamp: Stamp | None = None) -> etree._Element:
    one = etree.Element(W + "p")
    properties = etree.SubElement(one, W + "pPr")
    change = (stamp or Stamp("2026-11-23T00:00:00Z", count(50))).insertion()
    etree.SubElement(properties, W + "rPr").append(change)
    etree.SubElement(etree.SubElement(one, W + "r"), W + "t").text = text
    return one


def test_the_paragraph_mark_is_inserted_first_and_once(build):
    properties = (
        "<w:pPr><w:pStyle w:val='L2'/><w:rPr><w:ins w:id='1' w:author='K. Mori'/><w:b/>"
        "<w:rPrChange w:id='2' w:author='K. Mori'><w:rPr/></w:rPrChange></w:rPr>" + SECTION + "</w:pPr>"
    )
    one = made(build, properties, run("x"), Line(0, "New."))
    mark = one[0].find(W + "rPr")
    assert names(one[0]) == ["pStyle", "rPr"]
    assert names(mark) == ["ins", "b"]
    assert mark[0].get(W + "author") == "clausecheck"
    assert names(one) == ["pPr", "ins"]


def test_number_and_indents_are_copied_without_their_history(build):
    properties = (
        "<w:pPr><w:pageBreakBefore/><w:numPr><w:ilvl w:val='1'/><w:numId w:val='3'/>"
        "<w:ins w:id='1' w:author='x'/></w:numPr><w:ind w:left='720'/>"
        "<w:pPrChange w:id='2' w:author='x'><w:pPr/></w:pPrChange></w:pPr>"
    )
    one = made(build, properties, run("x"), Line(0, "New."))
    assert names(one[0]) == ["numPr", "ind", "rPr"]
    assert names(one[0][0]) == ["ilvl", "numId"]


def test_a_silent_line_switches_the_number_off_in_the_right_place(build):
    properties = "<w:pPr><w:pStyle w:val='L2'/><w:keepNext/><w:jc w:val='both'/></w:pPr>"
    one = made(build, properties, run("x"), Line(0, "(a) New.", silent=True))
    assert names(one[0]) == ["pStyle", "keepNext", "numPr", "jc", "rPr"]
    assert one[0].find(f"{W}numPr/{W}numId").get(W + "val") == "0"


def test_a_silent_line_keeps_the_indent_that_went_with_the_number(build):
    numbering = (
        "<w:abstractNum w:abstractNumId='4'><w:lvl w:ilvl='1'><w:pPr><w:ind w:left='709' w:hanging='709'/></w:pPr>"
        "</w:lvl></w:abstractNum><w:num w:numId='3'><w:abstractNumId w:val='4'/></w:num>"
    )
    properties = "<w:pPr><w:numPr><w:ilvl w:val='1'/><w:numId w:val='3'/></w:numPr><w:jc w:val='both'/></w:pPr>"
    package = build(f"<w:p>{properties}{run('x')}</w:p>", numbering=numbering)
    (like,) = body_words(package)
    stamp, model = Stamp("2026-11-23T00:00:00Z", count(7)), Paragraph("body", 0, like.text, "1.1")
    one = paragraph(Line(0, "(b) New.", silent=True), model, like, stamp, Lists(package).indent(0))
    assert names(one[0]) == ["numPr", "ind", "jc", "rPr"]
    assert dict(one[0][1].attrib) == {W + "left": "709"}


def test_each_part_takes_the_look_that_it_has_in_the_sibling(build):
    runs = (
        run("2.1\t", "<w:i/>")
        + run("Grant. ", "<w:b/><w:sz w:val='21'/>")
        + run("Licensor grants a licence.", "<w:sz w:val='21'/>")
    )
    line = Line(0, "Licensee may sublicense.", "2.2\t", "Sublicensing. ")
    one = made(build, "", runs, line, typed=4, heading_end=10)
    label, heading, text = one[1]
    assert said(one) == "2.2\tSublicensing. Licensee may sublicense."
    assert [names(part[0]) for part in (label, heading, text)] == [["i"], ["b", "sz"], ["sz"]]
    assert names(label) == ["rPr", "t", "tab"]


def test_plain_text_takes_the_look_of_most_of_the_text_without_emphasis(build):
    runs = run("“Field”", "<w:b/><w:color w:val='FF0000'/>") + run(
        " means the making of electro-adhesive grippers.", "<w:rFonts w:ascii='Garamond'/><w:highlight w:val='yellow'/>"
    )
    one = made(build, "", runs, Line(0, "New."))
    assert names(one[1][0][0]) == ["rFonts"]


def test_an_emphasis_that_the_sibling_switches_off_stays_off(build):
    one = made(build, "", run("plain text", "<w:b w:val='0'/><w:u w:val='none'/>"), Line(0, "New."))
    assert names(one[1][0][0]) == ["b", "u"]


def test_characters_that_xml_cannot_hold_are_left_out(build):
    assert said(made(build, "", run("x"), Line(0, "a\x00b\x1f\ud800c\nd"))) == "abc\nd"


def test_the_comment_stands_inside_the_insertion(build):
    one = made(build, "", run("x"), Line(0, "New."))
    comment_on(one, 3)
    assert names(one) == ["pPr", "ins"]
    assert names(one[1]) == ["commentRangeStart", "r", "commentRangeEnd", "r"]


@pytest.mark.parametrize(
    ("body", "behind", "expected"),
    [
        ("<w:p/><w:p/>" + SECTION, 0, ["p", "p", "p", "sectPr"]),
        ("<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p/>", 0, ["tbl", "p", "p"]),
        ("<w:sdt><w:sdtContent><w:p/></w:sdtContent></w:sdt><w:p/>", 0, ["sdt", "p", "p"]),
        ("<w:sdt><w:sdtContent><w:p/><w:p/></w:sdtContent></w:sdt><w:p/>", 0, ["sdt", "p"]),
    ],
)
def test_new_paragraphs_stand_outside_tables_and_behind_controls_that_end_there(build, body, behind, expected):
    package = build(body)
    insert(outermost(body_words(package)[behind].elements[-1]), [new("New.")])
    assert names(root_of(package)[0]) == expected


def test_behind_the_last_paragraph_its_mark_passes_to_the_new_one(build):
    package = build(f"<w:p/><w:p><w:pPr><w:jc w:val='both'/></w:pPr>{run('End.')}</w:p>{SECTION}")
    stamp = Stamp("2026-11-23T00:00:00Z", count(50))
    insert(outermost(body_words(package)[1].elements[-1]), [new("One.", stamp), new("Two.", stamp)])
    _, before, one, two, _ = root_of(package)[0]
    marks = [p.find(f"{W}pPr/{W}rPr/{W}ins") is not None for p in (before, one, two)]
    assert marks == [True, True, False]
    assert names(two[0]) == ["jc"]
    assert names(before[0]) == ["jc", "rPr"]


def test_behind_the_last_paragraph_of_a_section_the_section_ends_with_the_new_one(build):
    package = build(f"<w:p><w:pPr>{SECTION}</w:pPr>{run('End.')}</w:p><w:p/>")
    insert(outermost(body_words(package)[0].elements[-1]), [new("New.")])
    before, one, _ = root_of(package)[0]
    assert before.find(f"{W}pPr/{W}sectPr") is None
    assert one.find(f"{W}pPr/{W}sectPr") is not None


def test_an_empty_paragraph_that_ends_a_section_stays_the_last_of_it(build):
    package = build(f"<w:p>{run('End.')}</w:p><w:p><w:pPr>{SECTION}</w:pPr></w:p><w:p/>")
    insert(outermost(body_words(package)[1].elements[-1]), [new("New.")])
    assert [said(p) for p in root_of(package)[0]] == ["End.", "New.", "", ""]

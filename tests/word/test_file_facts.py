"""What counsel should know about the file itself: one calm sentence each."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausecheck.word import open_package
from clausecheck.word.file_facts import file_facts
from clausecheck.word.gaps import not_read
from clausecheck.word.properties import properties
from clausecheck.word.stories import read_stories
from clausecheck.word.title import title_of

from .conftest import link, members, part, relationships, save
from .test_constructs import PROMPT, box, cell, drawn, old, one, row, shape, table
from .test_stories import changed, field, paragraph, run

SETTINGS = link("rId-s", "settings", "settings.xml")
PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"


def facts(package) -> list[tuple[str, str]]:
    return [(fact.kind, fact.text) for fact in file_facts(package, read_stories(package))]


def opened(folder: Path, body: str = "", links: str = "", **changes: str | bytes):
    return open_package(save(folder / "draft.docx", members(body or one("Text."), links=links) | changes))


def settings(folder: Path, content: str):
    return facts(opened(folder, links=SETTINGS, **{"word/settings.xml": part("settings", content)}))


@pytest.mark.parametrize(
    ("kind", "target", "fact"),
    [
        ("image", "http://example.com/x.png", ("external", "a picture")),
        ("oleObject", "file:///server/prices.xlsx", ("external", "a linked object")),
        ("subDocument", "part2.docx", ("external", "a subdocument")),
        ("aFChunk", "http://example.com/a.html", ("external", "a text")),
        ("attachedTemplate", "http://example.com/firm.dotm", ("template", "its template")),
        ("mailMergeSource", "people.csv", ("external", "its mail-merge data")),
        ("anything", "http://example.com/", ("external", "something")),
    ],
)
def test_what_is_outside_is_named_and_not_fetched(tmp_path, kind, target, fact):
    package = opened(tmp_path, links=link("a", kind, target, external=True))
    name, what = fact
    told = f"The file loads {what} from {target} when Word opens or renews it; it was not fetched."
    assert facts(package) == [(name, told)]


@pytest.mark.parametrize(
    ("instruction", "what"),
    [
        ('INCLUDEPICTURE "http://example.com/logo.png" \\d', "a picture from http://example.com/logo.png"),
        ('INCLUDETEXT "C:\\\\deals\\\\terms.docx"', "a text from C:\\deals\\terms.docx"),
        (
            "LINK Excel.Sheet.12 prices.xlsx Sheet1!R1C1 \\a",
            "a linked object from Excel.Sheet.12 prices.xlsx Sheet1!R1C1",
        ),
        ("DDEAUTO excel book.xls", "data of another program from excel book.xls"),
    ],
)
def test_fields_that_load_something_are_told(build, instruction, what):
    told = f"The file loads {what} when Word opens or renews it; it was not fetched."
    assert facts(build(paragraph(field(instruction, run("x"))))) == [("external", told)]


def test_hyperlinks_are_counted(tmp_path):
    links = "".join(link(f"h{n}", "hyperlink", f"http://example.com/{n}", external=True) for n in range(3))
    assert facts(opened(tmp_path, links=links)) == [
        ("hyperlinks", "The draft holds 3 hyperlinks to places outside; none was followed.")
    ]


@pytest.mark.parametrize(
    ("content", "fact"),
    [
        ("<w:documentProtection w:edit='forms' w:enforcement='1'/>",
         ("protection", "The document is protected: Word allows filling in forms only, in an annotated copy too.")),
        ("<w:documentProtection w:edit='readOnly' w:enforcement='0'/>", None),
        ("<w:writeProtection w:recommended='1'/>", ("protection", "The document asks to be opened for reading only.")),
        ("<w:writeProtection w:hash='abc='/>",
         ("protection", "The document asks for a password before anybody may change it.")),
        ("<w:trackRevisions/>", ("tracking",
         "Word tracks changes in this file: what you edit will be marked as yours.")),
        ("<w:trackRevisions w:val='0'/>", None),
        ("<w:mailMerge/>",
         ("mail merge", "The draft is set up for a mail merge: Word asks for the data when it opens it.")),
    ],
)  # fmt: skip
def test_settings(tmp_path, content, fact):
    assert settings(tmp_path, content) == ([fact] if fact else [])


def test_programs_signatures_and_embedded_files(tmp_path):
    package = opened(
        tmp_path,
        links=link("p", "package", "embeddings/a.xlsx") + link("o", "oleObject", "embeddings/b.bin"),
        **{
            "word/vbaProject.bin": b"x",
            "word/webextensions/webextension1.xml": "<w/>",
            "_xmlsignatures/sig1.xml": "<s/>",
            "word/embeddings/a.xlsx": b"x",
            "word/embeddings/b.bin": b"x",
        },
    )
    assert facts(package) == [
        ("macros", "The file holds macros; they were not run, and an annotated copy keeps them."),
        ("add-in", "The file asks Word to load an add-in; it was not loaded."),
        ("embedded", "The file holds 2 embedded files (a.xlsx, b.bin); what they say was not read."),
        ("signature", "The file is digitally signed; marking it breaks the signature in the copy."),
    ]


def test_what_is_easily_overlooked(build):
    binding = "<w:sdt><w:sdtPr><w:dataBinding w:xpath='/a'/></w:sdtPr><w:sdtContent/></w:sdt>"
    body = paragraph(run("seen ") + run("not seen", "<w:vanish/>") + PROMPT + binding)
    assert facts(build(body)) == [
        ("data", "A content control takes its words from data inside the file, which Word fills in again on opening."),
        ("hidden", "2 words are hidden: Word does not print them, so they do not count as words of the agreement."),
        ("prompts", "1 content control still shows its prompt: it was read as a blank, to be filled in."),
    ]  # fmt: skip


def with_properties(folder: Path, core: str, app: str = "<p/>"):
    kinds = ("officeDocument", "word/document.xml"), ("core-properties", "core.xml"), ("extended-properties", "app.xml")
    top = "".join(link(f"rId{n}", *kind) for n, kind in enumerate(kinds))
    return opened(folder, **{"_rels/.rels": relationships(top), "core.xml": core, "app.xml": app})


def test_properties_say_who_wrote_and_saved_the_file(tmp_path):
    package = with_properties(
        tmp_path,
        "<p xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:creator>K. Mori</dc:creator><dc:title>Licence</dc:title>"
        "<lastModifiedBy>L.  Zhang</lastModifiedBy><dc:subject/></p>",
        "<p><Company>Hokuto K.K.</Company><Pages>3</Pages></p>",
    )
    assert properties(package) == {
        "author": "K. Mori", "title": "Licence", "last_modified_by": "L. Zhang", "company": "Hokuto K.K.",
    }  # fmt: skip
    told = "Whoever gets the file sees in its properties: author K. Mori; last saved by L. Zhang; company Hokuto K.K."
    assert facts(package) == [("properties", told + ".")]


def test_damaged_properties_are_passed_over(tmp_path):
    package = with_properties(tmp_path, "<p", "<!DOCTYPE p><p/>")
    assert properties(package) == {} and title_of(package, [], []) == ("", None)


def graphic(kind: str, inner: str = "", extent: str = "") -> str:
    data = f"<a:graphicData uri='{kind}'>{inner}</a:graphicData>"
    content = drawn(f"{extent}<a:graphic xmlns:a='{DRAWING}'>{data}</a:graphic>")
    return f"<w:r>{content}</w:r>"


PAGE = "<wp:extent cx='6000000' cy='9000000'/>"
MANY = one("word " * 60)
GAPS = {
    "grouped pictures": (
        MANY + paragraph(graphic("x/wordprocessingGroup", f"<p:pic xmlns:p='{PICTURE}'/><p:pic xmlns:p='{PICTURE}'/>")),
        [("image", "paragraph 2")] * 2,
    ),
    "a picture in a text box is told once": (
        MANY + paragraph(graphic("x/wordprocessingShape", shape(box(paragraph(graphic(PICTURE)))))),
        [("image", "text box 1")],
    ),
    "an old picture in an old text box": (
        MANY + paragraph(f"<w:r>{old(box(paragraph('<w:r><w:pict><v:imagedata/></w:pict></w:r>')))}</w:r>"),
        [("image", "text box 1")],
    ),
    "ink": (MANY + paragraph("<w:r><w:contentPart/></w:r>"), [("ink drawing", "paragraph 2")]),
    "what is not known is a drawing": (MANY + paragraph(graphic("x/lockedCanvas")), [("drawing", "paragraph 2")]),
    "numbers that only Word counts": (
        MANY + paragraph(field("LISTNUM Legal \\l 2", "")),
        [("number that Word counts within the text (LISTNUM)", "paragraph 2")],
    ),
    "deleted pictures are gone": (
        MANY + paragraph(changed("del", graphic(PICTURE)))
        + table("<w:tr><w:trPr><w:del/></w:trPr>" + cell(paragraph(graphic(PICTURE))) + "</w:tr>", row(cell(one("a")))),
        [],
    ),
    "foreign text at the beginning": (
        "<w:altChunk r:id='a'/>" + one("a"), [("text from another format (altChunk)", "the beginning")],
    ),
    "a page that was scanned": (
        MANY + paragraph(graphic(PICTURE, extent=PAGE)), [("image as large as a page", "paragraph 2")],
    ),
    "a draft that was scanned": (
        paragraph(graphic(PICTURE, extent=PAGE)) * 2 + one("page 2"),
        [("text in pictures: this draft is mostly pictures (2 pictures, 2 words), like a scan", "whole draft"),
         ("image as large as a page", "paragraph 1"), ("image as large as a page", "paragraph 2")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", GAPS)
def test_what_cannot_be_read_is_told_once_with_its_place(build, name):
    body, expected = GAPS[name]
    package = build(body)
    stories = read_stories(package)
    gaps = not_read(package, stories, [""] * len(stories[0].words))
    assert [(gap.what, gap.where) for gap in gaps] == expected

"""The draft as a whole: title, stories, facts of the file, what was not read."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from clausecheck.model import ClausecheckError, Draft
from clausecheck.word import open_package, read
from clausecheck.word.stories import body_words

from .conftest import link, members, part, relationships, save

TEXT = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>".format


def opened(path: Path, **changes: str | bytes) -> Draft:
    return read(open_package(save(path / "draft.docx", members(TEXT("Text.")) | changes)))


def facts(draft: Draft) -> list[tuple[str, str]]:
    return [(fact.kind, fact.text) for fact in draft.facts]


def test_paragraphs_carry_number_heading_level_and_style(build):
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    styles = (
        '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    heading = '<w:p><w:pPr><w:pStyle w:val="H"/></w:pPr><w:r><w:t>Grant</w:t></w:r></w:p>'
    draft = read(build(heading + TEXT("(a) use"), numbering=numbering, styles=styles))
    first, second = draft.body
    assert (first.number, first.typed, first.heading, first.is_heading, first.level) == ("1.", 0, "Grant", True, 0)
    assert (first.style, first.heading_why) == ("heading 1", "style heading 1")
    assert (second.number, second.typed, second.level, draft.clauses[1].label) == ("(a)", 4, 1, "1(a)")


def test_body_stands_first_and_indices_count_within_a_story(build):
    section = "<w:sectPr><w:footerReference w:type='default' r:id='rId-footer1'/></w:sectPr>"
    draft = read(build(TEXT("One.") + TEXT("Two.") + section, footer1=TEXT("Page") + TEXT("Draft")))
    assert [(p.story, p.index, p.text) for p in draft.paragraphs] == [
        ("body", 0, "One."), ("body", 1, "Two."), ("footer:1", 0, "Page"), ("footer:1", 1, "Draft"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("stated", "texts", "title"),
    [
        ("Patent Licence", ["LICENCE AGREEMENT"], "Patent Licence"),
        ("Microsoft Word - draft3.doc", ["LICENCE AGREEMENT"], "LICENCE AGREEMENT"),
        ("", ["between", "PATENT LICENCE AGREEMENT", "1. GRANT"], "PATENT LICENCE AGREEMENT"),
        ("", ["LICENCE AGREEMENT This Agreement is made between the parties."], "LICENCE AGREEMENT"),
        ("", ["This Agreement is made between the parties."], ""),
    ],
)
def test_title(tmp_path, stated, texts, title):
    core = f'<p xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{stated}</dc:title></p>'
    links = link("rId1", "officeDocument", "word/document.xml") + link("rId2", "core-properties", "core.xml")
    content = members("".join(map(TEXT, texts))) | {"core.xml": core, "_rels/.rels": relationships(links)}
    draft = read(open_package(save(tmp_path / "draft.docx", content)))
    assert draft.title == title
    assert "LICENCE AGREEMENT" not in [clause.heading for clause in draft.clauses]


def test_facts_of_the_file(tmp_path):
    links = (
        link("a", "image", "http://example.com/x.png", external=True)
        + link("b", "hyperlink", "http://example.com/", external=True)
        + link("c", "package", "embeddings/prices.xlsx")
        + link("d", "settings", "settings.xml")
        + link("e", "comments", "comments.xml")
    )
    draft = opened(
        tmp_path,
        **{
            "word/_rels/document.xml.rels": relationships(links),
            "word/_rels/settings.xml.rels": relationships(
                link("t", "attachedTemplate", "file:///server/firm.dotx", external=True)
            ),
            "word/settings.xml": part("settings", "<w:documentProtection w:edit='readOnly' w:enforcement='1'/>"),
            "word/comments.xml": part("comments", "<w:comment w:author='K. Mori'/><w:comment w:author='K. Mori'/>"),
            "word/embeddings/prices.xlsx": b"x",
            "word/vbaProject.bin": b"x",
            "_xmlsignatures/sig1.xml": "<s/>",
        },
    )
    not_fetched = "when Word opens or renews it; it was not fetched."
    assert facts(draft) == [
        ("macros", "The file holds macros; they were not run, and an annotated copy keeps them."),
        ("external", f"The file loads a picture from http://example.com/x.png {not_fetched}"),
        ("template", f"The file loads its template from file:///server/firm.dotx {not_fetched}"),
        ("hyperlinks", "The draft holds a hyperlink to places outside; none was followed."),
        ("embedded", "The file holds an embedded file (prices.xlsx); what it says was not read."),
        ("protection", "The document is protected: Word allows reading only, in an annotated copy too."),
        ("signature", "The file is digitally signed; marking it breaks the signature in the copy."),
        ("comments", "2 comments by K. Mori."),
    ]


def test_tracked_changes_are_counted_by_author(build):
    body = (
        "<w:p><w:ins w:author='K. Mori'><w:r><w:t>a</w:t></w:r></w:ins><w:r><w:t>b</w:t></w:r>"
        "<w:del w:author='K. Mori'><w:r><w:delText>c</w:delText></w:r></w:del>"
        "<w:ins w:author='L. Zhang'><w:r><w:t>d</w:t></w:r></w:ins></w:p>"
    )
    assert facts(read(build(body))) == [
        ("changes", "Tracked changes by K. Mori: 1 deletion, 1 insertion."),
        ("changes", "Tracked changes by L. Zhang: 1 insertion."),
    ]


def test_what_cannot_be_read_is_listed_with_its_place(build):
    graphic = (
        "<w:r><w:drawing><a:graphic xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'>"
        "<a:graphicData uri='http://schemas.openxmlformats.org/drawingml/2006/{}'/></a:graphic></w:drawing></w:r>"
    ).format
    office = "xmlns:o='urn:schemas-microsoft-com:office:office'"
    draft = read(
        build(
            TEXT("1. GRANT " + "word " * 60)
            + f"<w:p>{graphic('picture')}{graphic('chart')}{graphic('diagram')}</w:p>"
            + f"<w:p><w:r><w:object {office}><v:imagedata/><o:OLEObject ProgID='Excel.Sheet.12'/></w:object></w:r>"
            + "</w:p>"
            + "<w:p><w:r><w:pict><v:textpath string='DRAFT'/></w:pict></w:r></w:p>"
            + "<w:altChunk r:id='x'/>"
        )
    )
    assert [(gap.what, gap.where) for gap in draft.not_read] == [
        ("image", "paragraph 2, in 1"),
        ("chart", "paragraph 2, in 1"),
        ("SmartArt diagram", "paragraph 2, in 1"),
        ("embedded object (Excel.Sheet.12)", "paragraph 3, in 1"),
        ("word art “DRAFT”", "paragraph 4, in 1"),
        ("text from another format (altChunk)", "behind paragraph 4, in 1"),
    ]


def drafts(shared: Path) -> list[Path]:
    return sorted((shared / "drafts").rglob("*.docx")) + sorted((shared / "docx" / "agreements").glob("*.docx"))


def test_real_drafts_keep_the_promises_of_the_model(shared):
    for path in drafts(shared):
        package = open_package(path)
        draft = read(package)
        words = body_words(package)
        assert [p.index for p in draft.body] == list(range(len(draft.body))) == [w.index for w in words]
        assert len(draft.clause_at) == len(draft.body)
        for paragraph, mapped in zip(draft.body, words, strict=True):
            assert paragraph.text == mapped.text == "".join(mapped.text[s.start : s.end] for s in mapped.segments)
            assert paragraph.typed <= len(paragraph.text) >= paragraph.heading_end
        for clause in draft.clauses:
            parent = draft.clauses[clause.parent] if clause.parent is not None else None
            assert parent is None or (parent.first <= clause.first <= clause.last <= parent.last)
        for at, paragraph in zip(draft.clause_at, draft.body, strict=True):
            assert at is None or draft.clauses[at].first <= paragraph.index <= draft.clauses[at].last


def test_wild_files_are_read_or_refused_in_one_sentence(shared):
    for path in sorted((shared / "docx" / "wild").glob("*.docx")):
        try:
            assert read(open_package(path)).sha256
        except ClausecheckError as error:
            assert str(error).endswith(".") and "\n" not in str(error)


def test_a_long_draft_reads_fast(build):
    clause = (
        "<w:p><w:r><w:t>{}. </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>Fees.</w:t></w:r>"
        + "<w:r><w:t>{}</w:t></w:r></w:p>"
    )
    package = build("".join(clause.format(number % 99 + 1, "Licensee pays the fee. " * 20) for number in range(190)))
    started = time.process_time()
    assert len(read(package).body) == 190  # 15,000 words
    assert time.process_time() - started < 0.35

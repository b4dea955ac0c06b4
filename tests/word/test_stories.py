"""The text of every story as Word shows it, and the map from its characters to the runs."""

from __future__ import annotations

import pytest

from clausecheck.model import ClausecheckError
from clausecheck.word import extent
from clausecheck.word.stories import body_words, read_stories
from clausecheck.word.text import Words

from .conftest import link


def run(text: str, look: str = "") -> str:
    return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}<w:t xml:space='preserve'>{text}</w:t></w:r>"


def paragraph(content: str, properties: str = "") -> str:
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{content}</w:p>"


def field(instruction: str, result: str) -> str:
    return (
        "<w:r><w:fldChar w:fldCharType='begin'/></w:r>"
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        f"<w:r><w:fldChar w:fldCharType='separate'/></w:r>{result}<w:r><w:fldChar w:fldCharType='end'/></w:r>"
    )


def changed(tag: str, content: str, author: str = "K. Mori") -> str:
    return f"<w:{tag} w:id='1' w:author='{author}' w:date='2026-03-01T00:00:00Z'>{content}</w:{tag}>"


def struck(text: str) -> str:
    return f"<w:r><w:delText xml:space='preserve'>{text}</w:delText></w:r>"


GONE = "<w:rPr><w:del w:id='9' w:author='K. Mori'/></w:rPr>"


def texts(package) -> list[str]:
    return [words.text for words in body_words(package)]


def kinds(words: Words, kind: str) -> list[tuple[int, int, str]]:
    return [(s.start, s.end, s.value) for s in words.stretches if s.kind == kind]


def test_segments_cover_the_text_without_gap(build):
    (words,) = body_words(build("<w:p><w:r><w:t>Licen</w:t><w:tab/><w:t xml:space='preserve'>see  </w:t></w:r></w:p>"))
    assert words.text == "Licen\tsee  "
    assert [(s.start, s.end, s.splittable) for s in words.segments] == [(0, 5, True), (5, 6, False), (6, 11, True)]
    assert words.segment_at(7).child.text[7 - words.segment_at(7).start] == "e"
    assert [s.start for s in words.between(4, 6)] == [0, 5]


def test_space_at_the_ends_counts_only_where_it_is_preserved(build):
    (words,) = body_words(
        build("<w:p><w:r><w:t>  a b\n</w:t></w:r><w:r><w:t xml:space='preserve'> c</w:t></w:r></w:p>")
    )
    assert words.text == "a b c"
    first = words.segments[0]
    assert first.child.text[first.offset : first.offset + 3] == "a b"


def test_characters_that_are_no_text_elements(build):
    body = (
        "<w:p><w:r><w:t>non</w:t><w:noBreakHyphen/><w:t>ex</w:t><w:softHyphen/><w:t>clusive</w:t><w:br/><w:cr/>"
        "<w:ptab/><w:sym w:font='Wingdings' w:char='F0FC'/><w:sym w:font='Symbol' w:char='F061'/>"
        "<w:sym w:font='Odd' w:char='F020'/></w:r></w:p>"
    )
    (words,) = body_words(build(body))
    assert words.text == "non\u2011exclusive\n\n\t✓α\ufffd"
    assert "".join(words.text[s.start : s.end] for s in words.segments) == words.text


def test_insertions_and_moves_in_are_text_and_deletions_and_moves_out_are_points(build):
    body = paragraph(
        run("Licensee may ")
        + changed("del", struck("not "))
        + changed("ins", run("fre", "<w:b/>") + run("ely"))
        + changed("moveFrom", run(" there"))
        + changed("moveTo", run(" here"), "L. Zhang")
    )
    (words,) = body_words(build(body))
    assert words.text == "Licensee may freely here"
    assert [(c.kind, c.start, c.end, c.author, c.text) for c in words.changes] == [
        ("deletion", 13, 13, "K. Mori", "not "),
        ("insertion", 13, 19, "K. Mori", ""),
        ("move", 19, 19, "K. Mori", " there"),
        ("move", 19, 24, "L. Zhang", ""),
    ]


def test_insertion_deleted_again_is_out(build):
    (words,) = body_words(build(paragraph(changed("ins", run("a") + changed("del", struck("b"), "L. Zhang")))))
    assert words.text == "a"
    assert [(c.kind, c.author) for c in words.changes] == [("insertion", "K. Mori"), ("deletion", "L. Zhang")]


def test_deleted_paragraph_mark_joins_the_following_paragraph(build):
    package = build(paragraph(run("Licensor "), GONE) + paragraph(run("grants."), "<w:pStyle w:val='B'/>"))
    (words,) = body_words(package)
    assert words.text == "Licensor grants."
    assert len(words.elements) == 2 and words.segments[1].run.getparent() is words.elements[1]


def test_deleted_mark_before_a_table_or_at_the_end_joins_nothing(build):
    cell = f"<w:tbl><w:tr><w:tc>{paragraph(run('cell'), GONE)}</w:tc></w:tr></w:tbl>"
    assert texts(build(paragraph(run("a"), GONE) + cell + paragraph(run("z"), GONE))) == ["a", "cell", "z"]


def test_block_walk_goes_through_controls_tables_and_custom_xml(build):
    control = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>".format
    cell = "<w:tc>{}</w:tc>".format
    row = "<w:tr>{}</w:tr>".format
    table = "<w:tbl>{}</w:tbl>".format
    body = (
        control(paragraph(run("1") + control(run("2"))))
        + f"<w:customXml>{paragraph('<w:smartTag>' + run('3') + '</w:smartTag>')}</w:customXml>"
        + table(
            control(row(control(cell(control(paragraph(run("4")))))))
            + row(cell(table(row(cell(paragraph(run("5"))))) + paragraph(run("6"))))
        )
    )
    package = build(body)
    assert texts(package) == ["12", "3", "4", "5", "6"]
    assert [words.cell for words in body_words(package)] == [None, None, (0, 0, 0), (0, 1, 0), (0, 1, 0)]


def test_deleted_rows_and_hidden_halves_of_merged_cells_are_left_out(build):
    def cell(text: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(run(text))}</w:tc>"

    wide, merged = "<w:gridSpan w:val='2'/>", "<w:vMerge w:val='restart'/>"
    body = (
        f"<w:tbl><w:tr>{cell('a', wide)}{cell('b', merged)}</w:tr>"
        f"<w:tr><w:trPr><w:del w:author='K. Mori'/></w:trPr>{cell('x')}</w:tr>"
        f"<w:tr>{cell('c')}{cell('d')}{cell('y', '<w:vMerge/>')}</w:tr></w:tbl>"
        f"<w:tbl><w:tr>{cell('e')}</w:tr></w:tbl>"
    )
    package = build(body)
    assert texts(package) == ["a", "b", "c", "d", "e"]
    assert [words.cell for words in body_words(package)] == [(0, 0, 0), (0, 0, 2), (0, 1, 0), (0, 1, 1), (1, 0, 0)]


def test_links_and_simple_fields_are_looked_through(build):
    body = paragraph(
        f"<w:hyperlink r:id='rIdX'>{run('site')}</w:hyperlink>"
        f"<w:fldSimple w:instr=' REF _Ref1  \\h '>{run('2.1')}</w:fldSimple>"
        f"<w:hyperlink w:anchor='top'>{run('up')}</w:hyperlink>"
    )
    (words,) = body_words(build(body, links=link("rIdX", "hyperlink", "https://example.com/", external=True)))
    assert words.text == "site2.1up"
    assert kinds(words, "link") == [(0, 4, "https://example.com/"), (7, 9, "#top")]
    assert kinds(words, "field") == [(4, 7, "REF _Ref1 \\h")]


def test_fields_nest_and_their_instructions_are_no_text(build):
    inner = field("MERGEFIELD Name", run("hidden"))
    outer = (
        "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>IF </w:instrText></w:r>"
        + inner
        + "<w:r><w:fldChar w:fldCharType='separate'/></w:r>"
        + field("PAGEREF _Toc1", run("7"))
        + "<w:r><w:fldChar w:fldCharType='end'/></w:r>"
    )
    (words,) = body_words(build(paragraph(run("p. ") + outer + run("."))))
    assert words.text == "p. 7."
    assert kinds(words, "field") == [(3, 4, "IF"), (3, 4, "PAGEREF _Toc1")]


def test_field_over_paragraphs_marks_a_table_of_contents(build):
    begin = (
        "<w:r><w:fldChar w:fldCharType='begin'/><w:instrText> TOC \\o </w:instrText>"
        "<w:fldChar w:fldCharType='separate'/></w:r>"
    )
    body = (
        paragraph(begin + run("1\tGrant\t2"))
        + paragraph(run("2\tTerm\t3"))
        + paragraph("<w:r><w:fldChar w:fldCharType='end'/></w:r>" + run("1. Grant"))
    )
    assert [words.contents for words in body_words(build(body))] == [True, True, False]


def test_field_that_never_ends_hides_nothing(build):
    body = paragraph("<w:r><w:fldChar w:fldCharType='begin'/></w:r>" + run("shown")) + paragraph(run("too"))
    assert texts(build(body)) == ["shown", "too"]


def test_field_begun_inside_a_deletion_is_no_field(build):
    body = paragraph(changed("del", "<w:r><w:fldChar w:fldCharType='begin'/></w:r>") + run("shown"))
    assert texts(build(body)) == ["shown"]


def test_alternate_content_is_read_once(build):
    alternate = (
        "<mc:AlternateContent><mc:Choice Requires='{}'>{}</mc:Choice>"
        "<mc:Fallback>{}</mc:Fallback></mc:AlternateContent>"
    ).format
    body = paragraph(alternate("w14", run("choice"), run("fallback"))) + paragraph(
        f"<w:r>{alternate('v', '<w:t>unknown</w:t>', '<w:t>known</w:t>')}</w:r>"
    )
    package = build(body)
    assert texts(package) == ["choice", "known"]
    (segment,) = body_words(package)[1].segments
    assert not segment.splittable and segment.child.tag.endswith("AlternateContent")


def test_text_box_is_a_story_read_once(build):
    box = f"<w:txbxContent>{paragraph(run('boxed'))}</w:txbxContent>"
    body = paragraph(
        run("before") + "<w:r><mc:AlternateContent><mc:Choice Requires='wps'>"
        f"<w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    found = {story.name: [words.text for words in story.words] for story in read_stories(build(body))}
    assert found == {"body": ["before"], "textbox:1": ["boxed"]}


def test_headers_and_notes_are_stories_and_reserved_notes_are_not(build):
    section = "<w:sectPr><w:headerReference w:type='default' r:id='rId-header1'/></w:sectPr>"
    notes = (
        f"<w:footnote w:type='separator' w:id='-1'>{paragraph(run('-'))}</w:footnote>"
        f"<w:footnote w:id='2'>{paragraph(run('See Annex.'))}</w:footnote>"
    )
    body = paragraph(run("Term") + "<w:r><w:footnoteReference w:id='2'/></w:r>" + run(".")) + section
    package = build(body, header1=paragraph(run("DRAFT")), footnotes=notes)
    found = {story.name: [words.text for words in story.words] for story in read_stories(package)}
    assert found == {"body": ["Term."], "header:1": ["DRAFT"], "footnote:2": ["See Annex."]}
    assert kinds(body_words(package)[0], "note") == [(4, 4, "footnote:2")]


def test_looks_come_from_runs_and_styles(build):
    styles = (
        "<w:style w:type='paragraph' w:default='1' w:styleId='N'><w:rPr><w:i/></w:rPr></w:style>"
        "<w:style w:type='character' w:styleId='S'><w:rPr><w:b/><w:i/></w:rPr></w:style>"
    )
    body = paragraph(
        run("a") + run("b", "<w:rStyle w:val='S'/>") + run("c", "<w:i w:val='0'/><w:u w:val='single'/><w:smallCaps/>")
        + run("d", "<w:strike/><w:highlight w:val='yellow'/><w:vanish/>")
    )  # fmt: skip
    (words,) = body_words(build(body, styles=styles))
    assert words.text == "abcd"  # hidden and struck-out words are text with a stretch over them
    looks = {kind: [(s, e) for s, e, _ in kinds(words, kind)] for kind in ("italic", "bold", "underline", "caps")}
    assert looks == {"italic": [(0, 1), (3, 4)], "bold": [(1, 2)], "underline": [(2, 3)], "caps": [(2, 3)]}
    assert [kinds(words, kind) for kind in ("strike", "highlight", "hidden")] == [[(3, 4, "")]] * 3


def test_equations_and_ruby_are_kept_whole(build):
    ruby = (
        "<w:r><w:ruby><w:rt><w:r><w:t>kō</w:t></w:r></w:rt>"
        "<w:rubyBase><w:r><w:t>甲</w:t></w:r></w:rubyBase></w:ruby></w:r>"
    )
    body = paragraph(run("r = ") + "<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>" + ruby)
    (words,) = body_words(build(body))
    assert words.text == "r = a+b甲"
    assert [s.splittable for s in words.segments] == [True, False, False]


def test_stories_are_read_once(build):
    package = build(paragraph(run("a")))
    assert read_stories(package) is read_stories(package)


def test_too_many_paragraphs_are_refused(build, monkeypatch):
    monkeypatch.setattr(extent, "MAX_PARAGRAPHS", 2)
    with pytest.raises(ClausecheckError, match="split it"):
        read_stories(build("<w:p/>" * 3))

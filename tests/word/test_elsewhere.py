"""What stands outside the body is shown somewhere in it, or nowhere."""

from __future__ import annotations

from clausecheck.word.elsewhere import place_in_body
from clausecheck.word.stories import body_words

BOX = (
    "<w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>Inside.</w:t></w:r></w:p></w:txbxContent>"
    "</v:textbox></v:shape></w:pict></w:r>"
)
MARK = "<w:r><w:footnoteReference w:id='2'/></w:r>"


def run(text: str) -> str:
    return f"<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>"


def test_a_note_hangs_at_the_word_before_its_mark(build):
    body = f"<w:p>{run('First.')}</w:p><w:p>{run('Net Sales ')}{MARK}{run('count.')}</w:p>"
    package = build(body, footnotes="<w:footnote w:id='2'><w:p/></w:footnote>")
    index, start, end = place_in_body(package, "footnote:2", 0)
    assert body_words(package)[index].text[start:end] == "Sales"


def test_a_note_before_all_words_hangs_at_the_first_character(build):
    package = build(f"<w:p>{MARK}{run('Net Sales')}</w:p>")
    assert place_in_body(package, "footnote:2", 0) == (0, 0, 1)


def test_a_text_box_hangs_at_its_paragraph(build):
    package = build(f"<w:p/><w:p>{run('Around')}{BOX}</w:p>")
    assert place_in_body(package, "textbox:1", 0) == (1, 0, 6)


def test_a_note_in_a_text_box_hangs_where_the_box_does(build):
    box = BOX.replace("</w:p>", f"{MARK}</w:p>")
    package = build(f"<w:p/><w:p>{run('Around')}{box}</w:p>", footnotes="<w:footnote w:id='2'><w:p/></w:footnote>")
    assert place_in_body(package, "footnote:2", 0) == (1, 0, 6)
    assert place_in_body(package, "footnote:3", 0) is None


def section(*references: str) -> str:
    return f"<w:sectPr>{''.join(references)}</w:sectPr>"


def test_a_header_hangs_at_the_first_words_of_the_section_that_shows_it(build):
    shown = section("<w:headerReference w:type='default' r:id='rId-header1'/>")
    first = f"<w:p>{run('First.')}</w:p><w:p><w:pPr>{section()}</w:pPr></w:p>"
    second = f"<w:p/><w:p>{run('Second. ')}</w:p><w:p><w:pPr>{shown}</w:pPr></w:p>"
    header = f"<w:p>{run('Confidential')}{BOX}</w:p>"
    package = build(first + second + section(), header1=header)
    assert place_in_body(package, "header:1", 0) == (3, 0, 7)
    assert place_in_body(package, "textbox:1", 0) == (3, 0, 7)
    package = build(first + f"<w:p>{run('Last.')}</w:p>" + shown, header1=header)
    assert place_in_body(package, "header:1", 0) == (2, 0, 5)


def test_what_is_shown_nowhere_hangs_nowhere(build):
    package = build(f"<w:p>{run('Body')}</w:p>", header1=f"<w:p>{run('Confidential')}</w:p>")
    assert place_in_body(package, "header:1", 0) is None
    assert place_in_body(package, "textbox:9", 0) is None
    assert place_in_body(build(f"<w:p>{MARK}</w:p>"), "footnote:2", 0) == (0, 0, 0)

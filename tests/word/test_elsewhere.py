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


def test_a_header_hangs_nowhere(build):
    package = build(f"<w:p>{run('Body')}</w:p>", header1=f"<w:p>{run('Confidential')}</w:p>")
    assert place_in_body(package, "header:1", 0) is None
    assert place_in_body(package, "textbox:9", 0) is None

"""The character map: every character of a paragraph is found in the file."""

from __future__ import annotations

from clausecheck.word.stories import body_words


def test_segments_cover_the_text_without_gap(build):
    package = build("<w:p><w:r><w:t>Licen</w:t><w:tab/><w:t xml:space='preserve'>see  </w:t></w:r></w:p>")
    (words,) = body_words(package)
    assert words.text == "Licen\tsee  "
    assert [(s.start, s.end, s.splittable) for s in words.segments] == [(0, 5, True), (5, 6, False), (6, 11, True)]
    assert words.segment_at(7).child.text[7 - words.segment_at(7).start] == "e"


def test_insertions_are_text_and_deletions_are_changes(build):
    package = build(
        "<w:p><w:r><w:t xml:space='preserve'>Licensee may </w:t></w:r>"
        "<w:del w:id='1' w:author='K. Mori'><w:r><w:delText>not </w:delText></w:r></w:del>"
        "<w:ins w:id='2' w:author='K. Mori'><w:r><w:t>freely</w:t></w:r></w:ins></w:p>"
    )
    (words,) = body_words(package)
    assert words.text == "Licensee may freely"
    assert [(c.kind, c.start, c.end, c.text) for c in words.changes] == [
        ("deletion", 13, 13, "not "),
        ("insertion", 13, 19, ""),
    ]

"""Words are found where agreements glue them together, and counted as the phrase language counts them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausecheck.language.normalise import SEPARATOR, fold
from clausecheck.language.tokens import split

from .drafts import draft, reading

TRAPS = [
    ("a)sublicense", "a ) sublicense"),
    ("“Field”means", '" Field " means'),
    ("thirty(30)days", "thirty ( 30 ) days"),
    ("within 30days", "within 30 days"),
    ("7,123,456;7,123,457", "7,123,456 ; 7,123,457"),
    ("and/or", "and / or"),
    ("non-exclusive", "non - exclusive"),
    ("non‑exclusive", "non - exclusive"),
    ("Licensee’s", "Licensee 's"),
    ("Licensor’sPatents", "Licensor 's Patents"),
    ("LICENSEE’S", "LICENSEE 'S"),
    ("‘secret’", "' secret '"),
    ("‘SECRET’", "' SECRET '"),
    ("Section2.1(a)(i)", "Section 2.1 ( a ) ( i )"),
    ("2.1Licensor shall", "2.1 Licensor shall"),
    ("2Licensor shall", "2 Licensor shall"),
    ("JP2019-123456A", "JP2019 - 123456A"),
    ("US$5,000.50", "US $ 5,000.50"),
    ("7.5%", "7.5 %"),
    ("[●]% of [***]", "[ ● ] % of [ *** ]"),
    ("______ days", "______ days"),
    ("in the U.S. or U.K.", "in the U.S. or U.K."),
    ("e.g. 5 p.m.", "e.g. 5 p.m."),
    ("Acme Inc. and Co., Ltd.", "Acme Inc . and Co . , Ltd ."),
    ("Agreement.Licensee", "Agreement . Licensee"),
    ("ip@acme.example, www.acme.example/a", "ip@acme.example , www.acme.example/a"),
    ("ＡＢＣ　株式会社", "ABC 株式会社"),
]


@pytest.mark.parametrize(("text", "expected"), TRAPS)
def test_glued_words_come_apart(text: str, expected: str) -> None:
    assert [token for token in split(fold(text)) if token.strip()] == expected.split()


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("a non-exclusive, non-transferable licence", 4),
        ("Licensee’s rights", 2),
        ("and/or", 2),
        ("[●] per cent. (5%)", 3),
        ("20 - 30", 2),
    ],
)
def test_words_are_counted_as_a_reader_counts_them(text: str, count: int) -> None:
    assert reading(text).doc._.words[-1] == count


def test_enumeration_marks_and_typed_numbers_are_no_words() -> None:
    doc = reading("Licensee shall not (a) assign this Agreement; or (b) pledge it.").doc
    texts = [token.text for token in doc]
    first, last = texts.index("not"), texts.index("assign")
    assert doc._.words[last] - doc._.words[first + 1] == 0


@given(st.text())
def test_folding_keeps_every_offset(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert SEPARATOR not in folded
    assert fold(folded) == folded


@given(
    st.lists(
        st.text(alphabet=st.sampled_from("ab Z.,;:()\n\t\u2029\u00a0“”’-–1290●*_$%é株\u3000"), max_size=40), max_size=8
    )
)
def test_offsets_of_the_doc_lead_back_to_the_paragraphs(texts: list[str]) -> None:
    found = reading(*texts)
    text = found.doc.text
    assert found.doc._.draft == draft(*texts)
    for paragraph, start, (first, end) in zip(found.draft.paragraphs, found.starts, found.tokens, strict=True):
        assert text[start : start + len(paragraph.text)] == fold(paragraph.text)
        assert found.doc[first:end].text_with_ws.rstrip("\u2029\n") == fold(paragraph.text).rstrip(
            "\n"
        ) or "\n" in fold(paragraph.text)
        assert all(start <= found.doc[i].idx < start + len(paragraph.text) for i in range(first, end))
    assert len(found.doc._.words) == len(found.doc) + 1

"""Evidence is verbatim, short, of one paragraph, and lands on the words."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from clausecheck import rulebook
from clausecheck.judge import passages
from clausecheck.judge.evidence import MOST_ITEMS, MOST_WORDS, evidence

from .small import LICENCE, SECRECY, read, rules


def _quoted(tmp_path, text):
    book = rules(tmp_path, SECRECY)
    reading = read(text)
    found = passages(book.rules[0], reading, rulebook.search(book, reading))
    return reading, evidence(found, reading)


def test_an_item_comes_before_the_lead_in_that_carries_part_of_the_words(tmp_path):
    _, quoted = _quoted(
        tmp_path, LICENCE + "2. Duties\n2.1 Licensee shall:\n(a) keep the Know-how secret; and\n(b) pay.\n"
    )
    assert [item.text for item in quoted] == ["keep the Know-how secret; and", "Licensee shall:"]
    assert quoted[0].number == "2.1(a)"


def test_at_most_five_items(tmp_path):
    lines = "".join(f"2.{n} Licensee shall keep paper {n} secret.\n" for n in range(1, 10))
    _, quoted = _quoted(tmp_path, LICENCE + "2. Duties\n" + lines)
    assert len(quoted) == MOST_ITEMS


def test_a_long_sentence_is_cut_round_the_words_that_matched(tmp_path):
    tail = " and every other thing that the parties may wish to name" * 40
    reading, quoted = _quoted(
        tmp_path, f"{LICENCE}2. Duties\n2.1 In all cases{tail}, Licensee shall keep it secret{tail}.\n"
    )
    assert "keep it secret" in quoted[0].text
    assert len(quoted[0].text.split()) <= MOST_WORDS
    assert quoted[0].text in reading.draft.paragraphs[-1].text


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(["“the Plan”", "Koban GmbH", "and", "ﬁles", "特許", "(a)", "№ 7", "\u00a0", "e.g."]),
        max_size=12,
    )
)
def test_offsets_land_on_the_quoted_words(tmp_path_factory, words):
    line = f"Licensee shall keep {' '.join(words[:6])} secret {' '.join(words)}."
    reading, quoted = _quoted(tmp_path_factory.mktemp("rules"), f"{LICENCE}2. Duties\n2.1 {line}\n")
    for item in quoted:
        source = reading.draft.paragraphs[item.paragraph].text
        assert source[item.start : item.end] == item.quote
        assert item.text in source

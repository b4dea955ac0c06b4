"""The smallest change that says it: whole words, others untouched, white space kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausecheck.word.differences import applied, edits, tokens

from .generated import FIXED

WORDS = st.lists(st.sampled_from(["pay", "not", "fee", "a", ".", ",", "漢", " ", "  ", "\n", "\t"]), max_size=14)


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        ("Licensee shall not pay.", "Licensee shall pay.", [("not ", "")]),
        ("Licensee shall pay.", "Licensee shall not pay.", [("", "not ")]),
        ("Licensee may sublicense.", "Licensee shall not sublicense.", [("may", "shall not")]),
        ("the Licensed Patents", "the Licensed Products", [("Patents", "Products")]),
        ("within 30 days", "within 1,000.50 days", [("30", "1,000.50")]),
        ("a non-exclusive licence", "an exclusive licence", [("a non-exclusive", "an exclusive")]),
        ("the Licensee's fee", "the Licensor's fee", [("Licensee's", "Licensor's")]),
        ("a  b", "a b", [(" ", "")]),
        ("fees ;", "fees;", [(" ", "")]),
        ("第三条", "第四条", [("三", "四")]),
        ("same", "same", []),
        ("", "All of it.", [("", "All of it.")]),
        ("All of it.", "", [("All of it.", "")]),
    ],
)
def test_only_what_differs_is_changed(old, new, changes):
    assert [(old[one.start : one.end], one.text) for one in edits(old, new)] == changes


def longest_common(one: list[str], other: list[str]) -> int:
    """The plain textbook table."""
    row = [0] * (len(other) + 1)
    for a in one:
        before = row[:]
        for n, b in enumerate(other):
            row[n + 1] = before[n] + 1 if a == b else max(before[n + 1], row[n])
    return row[-1]


@FIXED
@given(old=WORDS.map("".join), new=WORDS.map("".join))
def test_the_change_reads_as_wanted_and_no_smaller_one_does(old, new):
    found = edits(old, new)
    assert applied(old, found) == new
    changed = sum(len(tokens(old[one.start : one.end])) + len(tokens(one.text)) for one in found)
    before, after = tokens(old), tokens(new)
    assert changed == len(before) + len(after) - 2 * longest_common(before, after)

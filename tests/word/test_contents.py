"""Tables of contents without a field: their lines are no clauses, and no clause is taken for one of their lines."""

from __future__ import annotations

from clausecheck.word.contents import contents_lines

SENTENCE = (
    "The Licensee shall keep the drawings in a locked room and show them to nobody without the Licensor's consent. "
)


def _listed(*texts: str) -> list[bool]:
    return contents_lines(texts, [False] * len(texts))


def test_lines_below_a_title_are_contents():
    assert _listed("Table of Contents", "1. Definitions 1", "2. Grant 3", "1. Definitions", "In this Agreement …") == [
        *(True, True, True),
        *(False, False),
    ]


def test_glued_lines_with_many_pages_are_contents():
    glued = " ".join(f"{n}.{m} Some Caption Or Other {n * 3 + m}" for n in range(1, 9) for m in range(1, 6))
    assert _listed("TABLE OF CONTENTS", glued, SENTENCE) == [True, True, False]
    assert _listed("TABLE OF CONTENTS " + glued, SENTENCE) == [True, False]


def test_a_page_of_text_that_ends_with_its_page_number_is_text():
    page = SENTENCE * 12 + "5"
    assert _listed("Contents", "1. Definitions 1", page, page) == [True, True, False, False]


def test_a_running_head_does_not_make_its_page_contents():
    assert _listed("Table of Contents " + SENTENCE * 12 + "17") == [False]

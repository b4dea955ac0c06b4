"""The clause tree of agreements of many makes, and the way counsel cites its clauses."""

from __future__ import annotations

import pytest

from clausecheck.model import Draft
from clausecheck.word import read


@pytest.fixture
def draft(build):
    """A draft of plain paragraphs, numbers typed."""

    def made(*texts: str) -> Draft:
        return read(build("".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in texts)))

    return made


def tree(draft: Draft) -> list[str]:
    """The labels, or headings where there is none, indented by level."""
    return ["  " * clause.level + (clause.label or clause.heading) for clause in draft.clauses]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            "1. GRANT|1.1 The licence runs.|(a) in Japan;|(b) in Korea.|1.2 It ends.|2. FEES|2.1 Fees fall due.",
            "1|  1.1|    1.1(a)|    1.1(b)|  1.2|2|  2.1",
        ),
        (
            "ARTICLE I GRANT|Section 1.01 Licence. It runs.|(a) in Japan;|ARTICLE II FEES|Section 2.01 Fees fall due.",
            "Article I|  Section 1.01|    Section 1.01(a)|Article II|  Section 2.01",
        ),
        (
            "Article 1 (Grant)|1. The licence runs.|2. It ends.|(1) at once;|Article 2 (Fees)|1. Fees fall due.",
            "Article 1|  Article 1.1|  Article 1.2|    Article 1.2(1)|Article 2|  Article 2.1",
        ),
        (
            "I. GRANT|A. The licence runs.|B. It ends.|1. at once;|2. later.|II. FEES|A. Fees fall due.|B. At once.",
            "I|  I(A)|  I(B)|    I(B)(1)|    I(B)(2)|II|  II(A)|  II(B)",
        ),
        (
            "BACKGROUND|(A) Licensor owns patents.|(B) It has plans.|AGREED TERMS|1. Definitions|1.1 It says.|2. Grant",
            "BACKGROUND|  (A)|  (B)|AGREED TERMS|1|  1.1|2",
        ),
        (
            "RECITALS|A. Licensor owns patents.|B. It has plans.|1. Licensor grants it.|2. Fees follow.",
            "RECITALS|  A|  B|1|2",
        ),
        ("CONFIDENTIALITY|Each party keeps it secret.|PAYMENT|Licensee pays.", "CONFIDENTIALITY|PAYMENT"),
        ("PART A GENERAL|1. Terms|1.1 Terms follow.|PART B FEES|2. Fees", "Part A|  1|    1.1|Part B|  2"),
    ],
)
def test_trees(draft, texts, expected):
    assert tree(draft(*texts.split("|"))) == expected.split("|")


def test_single_letter_i_is_read_by_its_neighbours(draft):
    letters = [f"({figure}) item;" for figure in "abcdefghij"]
    assert tree(draft("1. LIST", *letters))[-2:] == ["  1(i)", "  1(j)"]
    nested = ["(a) one;", "(i) first;", "(ii) second;", "(b) two."]
    assert tree(draft("1. LIST", *nested)) == ["1", "  1(a)", "    1(a)(i)", "    1(a)(ii)", "  1(b)"]
    behind_h = [f"({figure}) item;" for figure in "abcdefgh"] + ["(i) first;", "(ii) second;"]
    assert tree(draft("1. LIST", *behind_h))[-2:] == ["    1(h)(i)", "    1(h)(ii)"]


def test_a_number_of_two_figures_opens_two_clauses(draft):
    assert tree(draft("1. GRANT", "1.1 (a) in Japan;", "(b) in Korea.")) == ["1", "  1.1", "    1.1(a)", "    1.1(b)"]


def test_missing_main_numbers_are_implied(draft):
    found = draft("DEFINITIONS", "1.1 Terms follow.", "2.1 The licence runs.", "2.2 It ends.")
    assert tree(found) == ["1", "  1.1", "2", "  2.1", "  2.2"]
    assert [clause.heading for clause in found.clauses] == ["DEFINITIONS", "", "", "", ""]


def test_schedules_hold_all_that_follows(draft):
    found = draft(
        "1. GRANT", "1.1 It runs.", "SCHEDULE 1", "Licensed Patents", "1. Japan", "1.1 JP 1.", "ANNEX", "Text."
    )
    assert tree(found) == ["1", "  1.1", "Schedule 1", "  Schedule 1, 1", "    Schedule 1, 1.1", "Annex"]
    assert [clause.schedule for clause in found.clauses] == [False, False, True, True, True, True]
    assert found.clauses[2].heading == "Licensed Patents"
    assert (found.clauses[2].first, found.clauses[2].last) == (2, 5)


def test_exhibit_number_of_a_filing_and_lists_of_schedules_open_nothing(draft):
    listed = ["Schedule 1: Patents", "Schedule 2: Fees"]
    found = draft("EXHIBIT 10.5", "1. GRANT", *listed, "2. FEES", "Schedule 1", "x", "Schedule 2", "y")
    assert tree(found) == ["1", "2", "Schedule 1", "Schedule 2"]


def test_heading_inside_a_clause_does_not_end_it(draft):
    found = draft("5. FEES", "5.1 Fees fall due.", "ROYALTIES", "5.2 Royalties follow.", "6. TERM")
    assert tree(found) == ["5", "  5.1", "  ROYALTIES", "  5.2", "6"]


def test_article_number_takes_the_caption_below_it(draft):
    found = draft("ARTICLE 1", "DEFINITIONS", "1.1 Terms follow.")
    assert [(c.label, c.heading) for c in found.clauses] == [("Article 1", "DEFINITIONS"), ("1.1", "")]


def test_every_paragraph_belongs_to_the_innermost_clause_above_it(draft):
    found = draft("Preface.", "1. GRANT", "Text.", "1.1 It runs.", "More text.", "2. FEES")
    assert found.clause_at == (None, 0, 0, 1, 1, 2)
    assert [p.level for p in found.body] == [None, 0, None, 1, None, 0]
    assert [(c.first, c.last, c.parent) for c in found.clauses] == [(1, 4, None), (3, 4, 0), (5, 5, None)]


def test_contents_lines_are_never_clauses(draft):
    found = draft(
        "TABLE OF CONTENTS", "1. Grant 2", "2. Fees 3", "4", "1. Grant", "1.1 It runs.", "2. Fees", "2.1 They fall due."
    )
    assert [p.contents for p in found.body] == [True, True, True, True, False, False, False, False]
    assert tree(found) == ["1", "  1.1", "2", "  2.1"]


def test_dot_leaders_mark_contents_without_a_title(draft):
    assert draft("1. Grant ........ 2", "1. Grant").body[0].contents


def test_nesting_without_end_is_cut(draft):
    found = draft(*(f"({'abc'[i % 3]}) one" if i % 2 else f"({i}) two" for i in range(200)))
    assert max(clause.level for clause in found.clauses) <= 12

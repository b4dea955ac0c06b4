"""Promises that hold for any document: see generated.py for what one may hold."""

from __future__ import annotations

import re
from collections import Counter
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from clausecheck.word import Package
from clausecheck.word.cuts import split
from clausecheck.word.markup import Comment, Insertion, Replacement
from clausecheck.word.places import Line, NewClause
from clausecheck.word.replacements import refusal, rewording
from clausecheck.word.stories import body_words
from clausecheck.word.verify import rejected, same
from clausecheck.word.xml import W

from .generated import BODIES, FIXED, MANY, PARTS, PLAIN, in_memory, in_memory_marked
from .marked import comments, lines, root_of

CHANGES = frozenset(
    W + name for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange")
)
TOUCHED = {"word/document.xml", "word/comments.xml"}


def proved(test):
    """A test of a sample in every run, and of very many documents in the long proof."""
    slow = settings(FIXED, suppress_health_check=[HealthCheck.too_slow])
    many = settings(MANY, suppress_health_check=[HealthCheck.too_slow])
    return slow(given(st.data())(test)), pytest.mark.proof(many(given(st.data())(test)))


def document(choose) -> Package:
    return in_memory(choose.draw(BODIES), **PARTS)


def spans(choose, words, most: int) -> list[tuple[int, int, int]]:
    """Stretches of paragraphs: (paragraph, start, end)."""
    found = []
    for index in choose.draw(st.lists(st.integers(0, len(words) - 1), max_size=most)):
        size = len(words[index].text)
        found.append((index, *sorted(choose.draw(st.tuples(st.integers(0, size), st.integers(0, size))))))
    return found


def splitting_never_changes_text(choose):
    package = document(choose)
    words = body_words(package)
    before = [one.text for one in words]
    raw = "".join(root_of(package).itertext())
    for one in words:
        pieces = split(one, choose.draw(st.lists(st.integers(0, 12), max_size=4)), count(80_000))
        assert "".join(one.text[s.start : s.end] for s in pieces.segments) == one.text
        assert all(
            s.child.text[s.offset :].startswith(one.text[s.start : s.end])
            for s in pieces.segments
            if s.splittable and "\n" not in s.child.text
        )
    assert "".join(root_of(package).itertext()) == raw
    again = in_memory("".join(etree.tostring(one, encoding="unicode") for one in root_of(package)[0][:-1]))
    assert [one.text for one in body_words(again)] == before


def annotated(choose, package: Package):
    """A file marked at random, with the clauses and the replacements that were asked for."""
    words = body_words(package)
    notes = [Comment(*span, lines=("T", "what")) for span in spans(choose, words, 4)]
    wanted = [
        Replacement(*span, choose.draw(st.text("ab漢 .\n\t\U0001f600", max_size=6)), ("R",))
        for span in spans(choose, words, 3)
    ]
    clauses = [
        Insertion(NewClause(after, (Line(like, f"Clause {n}."), Line(like, f"Below {n}."))), ("C",))
        for n, (after, like, _) in enumerate(spans(choose, words, 2))
        for like in [min(like, len(words) - 1)]
    ]
    return in_memory_marked(package, notes, clauses, wanted), clauses, wanted


def every_promise_is_kept(choose):
    package = document(choose)
    written, clauses, wanted = annotated(choose, package)
    rejecting_gives_the_original(package, written)
    accepting_gives_the_original_with_what_was_suggested(package, written, clauses, wanted)
    ids_are_unique_and_other_parts_the_same(package, written)


def rejecting_gives_the_original(package, written):
    ours = [one.get(W + "id") for one in root_of(written).iter(*CHANGES) if one.get(W + "author") == "clausecheck"]
    new = comments(written).keys() - comments(package).keys()
    assert same(root_of(package), rejected(root_of(written), new, ours))
    assert lines(root_of(written), rejecting=True) == lines(root_of(package))


def accepting_gives_the_original_with_what_was_suggested(package, written, clauses, wanted):
    expected = [one.text for one in body_words(package)]
    reached = {}
    for one in sorted(wanted, key=lambda one: (one.paragraph, one.start)):
        words = body_words(package)[one.paragraph]
        changes = rewording(words, one.start, one.end, one.text)
        start, shift = reached.get(one.paragraph, (0, 0))
        if changes and one.start >= start and not refusal(words, changes):
            text = expected[one.paragraph]
            expected[one.paragraph] = text[: one.start + shift] + one.text + text[one.end + shift :]
            shift += len(one.text) - (one.end - one.start)
            reached[one.paragraph] = (max(one.end, one.start + 1), shift)
    shown = [one.text for one in body_words(written)]
    new = [text for text in shown if re.fullmatch(r"(?:Clause|Below) \d\.", text)]
    assert [text for text in shown if text not in new] == expected
    assert sorted(new) == sorted(line.text for one in clauses for line in one.clause.lines)


def ids_are_unique_and_other_parts_the_same(package, written):
    root = root_of(written)
    header = written.tree("word/header1.xml")
    changes = Counter(one.get(W + "id") for tree in (root, header) for one in tree.iter(*CHANGES))
    assert [one for one, times in changes.items() if times > 1] == []
    noted = Counter(one.get(W + "id") for one in written.tree("word/comments.xml").iter(W + "comment"))
    assert [one for one, times in noted.items() if times > 1] == []
    assert not noted.keys() & changes.keys()
    assert not changes.keys() & {one.get(W + "id") for one in root.iter(W + "bookmarkStart")}
    for name in package.names:
        assert name in TOUCHED or written.part(name) == package.part(name)
    for mark in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert Counter(one.get(W + "id") for one in root.iter(W + mark)) == Counter(noted.keys() - {"90002"})


def anchors_cover_the_quoted_words(choose):
    package = document(choose)
    words = body_words(package)
    asked = [span for span in spans(choose, words, 4) if words[span[0]].text]
    written = in_memory_marked(package, [Comment(*span, lines=("T",)) for span in asked], [])
    new = [one for one in comments(written) if one != "90002"]
    for (index, start, end), identifier in zip(sorted(asked), new, strict=True):
        covered = between(written, identifier)
        assert words[index].text[start:end] in covered
        assert covered in words[index].text


def plain_anchors_cover_exactly_the_quoted_words(choose):
    package = in_memory(f"<w:p>{choose.draw(PLAIN)}</w:p>".replace("'@'", "'7'"))
    (words,) = body_words(package)
    asked = sorted((start, end) for _, start, end in spans(choose, [words], 4) if start < end)
    written = in_memory_marked(package, [Comment(0, *span, lines=("T",)) for span in asked], [])
    assert [between(written, one) for one in comments(written)] == [words.text[start:end] for start, end in asked]


def between(package: Package, identifier: str) -> str:
    """The words between the marks of a comment, as our own map reads the marked file."""
    inside, runs = False, set()
    for element in root_of(package).iter():
        if element.get(W + "id") == identifier and element.tag in (W + "commentRangeStart", W + "commentRangeEnd"):
            inside = element.tag == W + "commentRangeStart"
        elif inside:
            runs.add(element)
    return "".join(
        words.text[s.start : s.end] for words in body_words(package) for s in words.segments if s.run in runs
    )


test_splitting_never_changes_text, test_many_splits = proved(splitting_never_changes_text)
test_promises, test_many_promises = proved(every_promise_is_kept)
test_anchors, test_many_anchors = proved(anchors_cover_the_quoted_words)
test_plain_anchors, test_many_plain_anchors = proved(plain_anchors_cover_exactly_the_quoted_words)

"""Proof that a marked file lost nothing: what rejecting and accepting our marks leaves, held against the original."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from .blocks import PARAGRAPH
from .changes import DELETED, INSERTED
from .comment_parts import COMMENT
from .comments import RANGE_END, RANGE_START, REFERENCE
from .cuts import BLANKS, SPACE
from .package import Package
from .replacements import STRUCK_TEXT
from .stories import body_words
from .text import RUN, TEXT
from .writing import LOOK
from .xml import W

_ID, _PROPERTIES, _LOOK_CHANGE = W + "id", W + "pPr", W + "rPrChange"
_SIGNS = {W + "tab": "\t", W + "br": "\n", W + "cr": "\n"}
_WORDS = frozenset({TEXT, STRUCK_TEXT, W + "instrText"})
_HIDDEN = re.compile(rf"\A[{BLANKS}]+|[{BLANKS}]+\Z")
_PRIVATE = {ord(blank): 0xE000 + ord(blank) for blank in BLANKS}
_CONTAINERS = frozenset(W + name for name in ("document", "body", "tbl", "tr", "tc", "sdt", "sdtContent"))


@dataclass(frozen=True, slots=True)
class Marks:
    """What was put into a draft, by the ids of the marks, and what it should then say."""

    comments: Sequence[int]
    changes: Sequence[int]  # that insert paragraphs
    clauses: Sequence[str]  # the inserted paragraphs, in their order
    rewordings: Sequence[int] = ()  # insertions and deletions inside of paragraphs
    reworded: Mapping[int, str] = field(default_factory=dict)  # what such a body paragraph says when they are accepted


def faults(original: Package, written: Package, changed: Iterable[str], marks: Marks) -> list[str]:
    """What is wrong with a marked file, of which these parts were ``changed``; empty where it is as promised."""
    root = written.tree(written.main)
    changes = [*marks.changes, *marks.rewordings]
    found = _lost_parts(original, written, set(changed))
    found += _loose_marks(root, marks.comments, changes)
    found += _lost_comments(original, written, marks.comments)
    if inserted(root, marks.changes) != list(marks.clauses):
        found.append("an inserted clause does not read as suggested")
    if marks.reworded and accepted(written, marks.changes) != _expected(original, marks.reworded):
        found.append("accepting the changes would not give the suggested words")
    if not same(original.tree(original.main), rejected(root, marks.comments, changes)):
        found.append("rejecting the changes would not give the original text")
    return found


def accepted(written: Package, changes: Iterable[int]) -> list[str]:
    """The body's paragraphs with all changes accepted, without those that ``changes`` insert."""
    ours = {str(one) for one in changes}
    marks = (one for one in written.tree(written.main).iter(INSERTED) if one.get(_ID) in ours)
    new = {one.getparent() for one in marks if one.getparent().tag == PARAGRAPH}
    return [words.text for words in body_words(written) if new.isdisjoint(words.elements)]


def _expected(original: Package, reworded: Mapping[int, str]) -> list[str]:
    return [reworded.get(words.index, words.text) for words in body_words(original)]


def inserted(root: etree._Element, changes: Iterable[int]) -> list[str]:
    """The text of the paragraphs that ``changes`` insert, in the order of the document."""
    ours = {str(one) for one in changes}
    marks = (one for one in root.iter(INSERTED) if one.get(_ID) in ours and one.getparent().tag == PARAGRAPH)
    return ["".join(_SIGNS.get(part.tag) or part.text or "" for part in one.iter(TEXT, *_SIGNS)) for one in marks]


def rejected(root: etree._Element, comments: Iterable[int], changes: Iterable[int]) -> etree._Element:
    """A copy of a document without those comments, and with those insertions rejected as Word rejects them."""
    root = deepcopy(root)
    noted, ours = {str(one) for one in comments}, {str(one) for one in changes}
    for mark in list(root.iter(RANGE_START, RANGE_END, REFERENCE)):
        if mark.get(_ID) in noted:
            drop(mark.getparent() if mark.tag == REFERENCE else mark)
    joining = []
    for change in [one for one in root.iter(INSERTED, DELETED) if one.get(_ID) in ours]:
        if change.tag == DELETED:
            _bring_back(change)
        elif change.getparent().tag == LOOK:
            joining.append(change.getparent().getparent().getparent())
        else:
            drop(change)
    for paragraph in reversed(joining):
        _join_next(paragraph)
    return root


def same(one: etree._Element, other: etree._Element) -> bool:
    """Whether two elements are equal under exclusive C14N, once runs that were cut are put together again."""
    if _written(one) == _written(other):
        return True
    if one.tag == other.tag and one.tag in _CONTAINERS and one.attrib == other.attrib and len(one) == len(other):
        return all(map(same, one, other))
    return _canonical(_normalised(one)) == _canonical(_normalised(other))


def _join_next(paragraph: etree._Element) -> None:
    """Take away a paragraph's mark: what is left of it becomes part of the next, whose properties stay (17.13.5.20)."""
    if all(child.tag == _PROPERTIES for child in paragraph):
        drop(paragraph)
        return
    following = paragraph.getnext()
    paragraph.remove(paragraph[0])
    for child in list(following):
        if child.tag == _PROPERTIES:
            paragraph.insert(0, child)
        else:
            paragraph.append(child)
    drop(following)


def _bring_back(deletion: etree._Element) -> None:
    for text in list(deletion.iter(STRUCK_TEXT)):
        text.tag = TEXT
    for run in list(deletion):
        deletion.addprevious(run)
    drop(deletion)


def drop(element: etree._Element) -> None:
    """Remove an element, and keep what text stands behind it."""
    before, parent = element.getprevious(), element.getparent()
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def _normalised(element: etree._Element) -> etree._Element:
    """A copy in which neighbouring runs of one look are one run; white space that Word does not show is told apart."""
    copy = deepcopy(element)
    for text in copy.iter(*_WORDS):
        if text.attrib.pop(SPACE, None) != "preserve" and text.text:
            text.text = _HIDDEN.sub(lambda found: found[0].translate(_PRIVATE), text.text)
    for run in list(copy.iter(RUN)):
        before = run.getprevious()
        if before is not None and before.tag == RUN and _face(before) == _face(run):
            before.extend([child for child in run if child.tag != LOOK])
            drop(run)
    for text in list(copy.iter(*_WORDS)):
        before = text.getprevious()
        if before is not None and before.tag == text.tag:
            before.text = (before.text or "") + (text.text or "")
            drop(text)
    return copy


def _face(run: etree._Element) -> tuple[dict[str, str], bytes]:
    """What two runs must have alike to be one; a change of look that was cut in two goes on under another id."""
    look = run.find(LOOK)
    if look is not None and look.find(_LOOK_CHANGE) is not None:
        look = deepcopy(look)
        look.find(_LOOK_CHANGE).attrib.pop(_ID, None)
    return dict(run.attrib), b"" if look is None else _canonical(look)


def _canonical(element: etree._Element) -> bytes:
    return etree.tostring(element, method="c14n", exclusive=True, with_tail=False)


def _written(element: etree._Element) -> bytes:
    return etree.tostring(element, with_tail=False)


def _lost_parts(original: Package, written: Package, changed: set[str]) -> list[str]:
    if written.names[: len(original.names)] != original.names:
        return ["parts of the file are missing"]
    untouched = (name for name in original.names if name not in changed)
    return [f"{name} is not as it was" for name in untouched if not original.holds_same(name, written)]


def _loose_marks(root: etree._Element, comments: Sequence[int], changes: Sequence[int]) -> list[str]:
    """Each comment has a start, an end and a reference, in that order; no two changes bear one id."""
    marks: dict[str, list[str]] = {}
    for mark in root.iter(RANGE_START, RANGE_END, REFERENCE):
        marks.setdefault(mark.get(_ID, ""), []).append(mark.tag)
    loose = [one for one in comments if marks.get(str(one)) != [RANGE_START, RANGE_END, REFERENCE]]
    ids = [one.get(_ID) for one in root.iter(INSERTED, DELETED, W + "moveFrom", W + "moveTo")]
    twice = [one for one in changes if ids.count(str(one)) != 1]
    return [f"comment {one} is not anchored" for one in loose] + [f"change {one} is not unique" for one in twice]


def _lost_comments(original: Package, written: Package, comments: Sequence[int]) -> list[str]:
    before, after = _comments(original), _comments(written)
    if [_canonical(one) for one in before] != [_canonical(one) for one in after[: len(before)]]:
        return ["a comment that was there is not as it was"]
    ours = [one.get(_ID) for one in after[len(before) :]]
    return [] if ours == [str(one) for one in comments] else ["the new comments are not all there"]


def _comments(package: Package) -> list[etree._Element]:
    return [one for part in package.related(package.main, "comments") for one in package.tree(part).iter(COMMENT)]

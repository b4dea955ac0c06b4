"""The threads that our comments opened: what people answered, and whether they resolved them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from .blocks import PARAGRAPH
from .comment_parts import AUTHOR, COMMENT
from .package import Package
from .text import TEXT
from .xml import W

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_ID, _AUTHOR, _DATE, _PARA = W + "id", W + "author", W + "date", _W14 + "paraId"
_ON = ("1", "true", "on")
_SIGNS = {W + "tab": " ", W + "br": " ", W + "cr": " ", W + "noBreakHyphen": "-"}


def is_ours(element: etree._Element) -> bool:
    """Whether a comment or a tracked change names us as its author."""
    return element.get(_AUTHOR, "").startswith(AUTHOR)


@dataclass(slots=True)
class Thread:
    """A comment that opens a thread, and the comments that answer it, each by the id that the text refers to."""

    first: etree._Element
    resolved: bool = False
    answers: list[etree._Element] = field(default_factory=list)

    @property
    def ours(self) -> bool:
        """Whether we opened it."""
        return is_ours(self.first)

    @property
    def comments(self) -> list[etree._Element]:
        """All comments of the thread."""
        return [self.first, *self.answers]

    @property
    def replies(self) -> list[etree._Element]:
        """What others answered."""
        return [one for one in self.answers if not is_ours(one)]


@dataclass(frozen=True, slots=True)
class Threads:
    """All threads of a file, and which of its comments go when our marks are taken away."""

    ours: tuple[Thread, ...]
    gone: frozenset[str]  # ids of our comments that nobody answered
    bound: frozenset[str]  # ids of the comments in our threads that stay, those of others too


def read_threads(package: Package) -> Threads:
    """Our threads, in the order of the comments part."""
    every = all_threads(package)
    ours = tuple(thread for thread in every if thread.ours)
    gone = {_id(one) for thread in ours if not thread.replies for one in thread.comments}
    for thread in every:  # what we answered in somebody's thread
        gone |= {_id(one) for one in thread.answers if not thread.ours and is_ours(one)}
    bound = {_id(one) for thread in ours if thread.replies for one in thread.comments}
    return Threads(ours, frozenset(gone), frozenset(bound))


def said(comment: etree._Element) -> tuple[str, ...]:
    """The lines of a comment."""
    lines = (_line(paragraph) for paragraph in comment.iter(PARAGRAPH))
    return tuple(line for line in lines if line)


def paragraph_ids(comment: etree._Element) -> Iterator[str]:
    """The ids by which newer parts of the file may know a comment: that of its last paragraph, before all."""
    for paragraph in comment.iter(PARAGRAPH):
        if para := paragraph.get(_PARA):
            yield para.upper()


def _line(paragraph: etree._Element) -> str:
    words = (_SIGNS.get(part.tag) or part.text or "" for part in paragraph.iter(TEXT, *_SIGNS))
    return " ".join("".join(words).split())


def _id(comment: etree._Element) -> str:
    return comment.get(_ID, "")


def all_threads(package: Package) -> list[Thread]:
    """Every thread of the file, whoever opened it, in the order of the comments part."""
    comments = [one for part in package.related(package.main, "comments") for one in package.tree(part).iter(COMMENT)]
    by_para = {para: comment for comment in comments for para in paragraph_ids(comment)}
    parents, resolved = _links(package, by_para)
    threads = {comment: Thread(comment, comment in resolved) for comment in comments if comment not in parents}
    firsts: dict[etree._Element, etree._Element] = {}
    for comment in comments:
        if comment in parents:
            first = _first(comment, parents, firsts)
            threads.setdefault(first, Thread(first)).answers.append(comment)
    return list(threads.values())


def _links(
    package: Package, by_para: dict[str, etree._Element]
) -> tuple[dict[etree._Element, etree._Element], set[etree._Element]]:
    """Which comment answers which, and which are marked as resolved (MS-DOCX 2.5.1.1)."""
    parents, resolved = {}, set()
    for part in package.related(package.main, "commentsExtended"):
        for row in package.tree(part).iter(_W15 + "commentEx"):
            comment = by_para.get(row.get(_W15 + "paraId", "").upper())
            parent = by_para.get(row.get(_W15 + "paraIdParent", "").upper())
            if comment is not None and parent is not None and parent is not comment:
                parents[comment] = parent
            if comment is not None and row.get(_W15 + "done", "").lower() in _ON:
                resolved.add(comment)
    return parents, resolved


def _first(
    comment: etree._Element,
    parents: dict[etree._Element, etree._Element],
    known: dict[etree._Element, etree._Element],
) -> etree._Element:
    """The comment that opened the thread; a circle of answers ends where it began."""
    passed = [comment]
    walked = {comment}
    while comment in parents and comment not in known and parents[comment] not in walked:
        comment = parents[comment]
        passed.append(comment)
        walked.add(comment)
    first = known.get(comment, comment)
    known.update(dict.fromkeys(passed, first))
    return first

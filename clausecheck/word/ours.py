"""Our own marks in a file that we marked before, recognised by their author and taken away: a second review begins
where the first one began, and nothing of ours goes out by mistake."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace
from functools import lru_cache
from io import BytesIO
from typing import NamedTuple
from zipfile import ZipFile

from lxml import etree

from ..model import EarlierRemark, Reply
from . import xml
from .anchors import MARKS, Point, points
from .changes import DELETED, INSERTED
from .comment_parts import AUTHOR
from .comments import RANGE_END, RANGE_START, REFERENCE
from .ours_changes import Undone, undo
from .ours_parts import Parts
from .ours_seams import Seams
from .ours_threads import Thread, Threads, is_ours, read_threads, said
from .package import Package
from .stories import body_words
from .text import RUN, Words
from .writing import LOOK
from .xml import W

_ID, _AUTHOR, _DATE = W + "id", W + "author", W + "date"


class _Place(NamedTuple):
    """Where a comment is anchored."""

    paragraph: int
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Lifted:
    """A file without our marks, and what was there.

    ``package`` is the file that was given where it holds no mark of ours; else the same file in memory, under its name
    and its hash. ``earlier`` holds our comments in the order of the draft.
    """

    package: Package
    earlier: tuple[EarlierRemark, ...] = ()
    comments: int = 0  # of ours that were taken away
    changes: Undone = field(default_factory=Undone)
    answered: tuple[str, ...] = ()  # who answered to comments that stay

    @property
    def found(self) -> bool:
        """Whether the file holds a mark of ours."""
        changes = self.changes
        return bool(self.comments or changes.clauses or changes.pieces or changes.kept or self.answered)

    @property
    def removed(self) -> bool:
        """Whether anything was taken away."""
        return bool(self.comments or self.changes.clauses or self.changes.pieces)


@lru_cache(maxsize=1)  # the reports of a draft ask again
def lift(package: Package) -> Lifted:
    """Take away our comments and take back our tracked changes; whatever carries others' work stays.

    Raises:
        ClausecheckError: a part of the file is damaged.
    """
    if not _may_hold_marks(package):
        return Lifted(package)
    threads, seams = read_threads(package), Seams()
    root = deepcopy(package.tree(package.main))
    changes = undo(root, threads.gone, threads.bound, seams)
    places = _places(package, root, threads)
    _drop_marks(root, threads.gone, seams)
    seams.close()
    lifted = _rebuilt(package, root, threads, changed=bool(threads.gone or changes.clauses or changes.pieces))
    earlier = [_remark(thread, places.get(_id(thread.first))) for thread in threads.ours]
    ordered = sorted(earlier, key=lambda one: (one.paragraph is None, one.paragraph or 0, one.start))
    answered = dict.fromkeys(reply.author for one in earlier for reply in one.replies)
    return Lifted(lifted, tuple(ordered), len(threads.gone), changes, tuple(answered))


def _may_hold_marks(package: Package) -> bool:
    """A quick look at the parts in which our name would stand."""
    parts = (package.main, *(one for kind in ("comments", "people") for one in package.related(package.main, kind)))
    names = (AUTHOR.encode(), AUTHOR.encode("utf-16-le"), AUTHOR.encode("utf-16-be"))
    return any(name in package.part(part) for part in parts for name in names)


def _rebuilt(package: Package, root: etree._Element, threads: Threads, changed: bool) -> Package:
    """The file in memory with that main part, and without what the parts of comments hold of ours."""
    parts = Parts(package, threads.gone, _authors(root, threads))
    if not (changed or parts.changed or parts.without):
        return package
    return _with(
        package, {package.main: xml.serialise(root, package.part(package.main)), **parts.changed}, parts.without
    )


def _with(package: Package, changed: Mapping[str, bytes], without: Collection[str] = ()) -> Package:
    raw = package.with_parts(changed, without)
    made = Package(package.file, raw, ZipFile(BytesIO(raw)))
    made.sha256 = package.sha256
    return made


def _authors(root: etree._Element, threads: Threads) -> set[str]:
    """The names of ours that something in the file bears still."""
    staying = [one for thread in threads.ours if thread.replies for one in thread.comments]
    marks = (*staying, *root.iter(INSERTED, DELETED))
    return {one.get(_AUTHOR, "") for one in marks if is_ours(one)}


def _drop_marks(root: etree._Element, gone: Collection[str], seams: Seams) -> None:
    """Take away the anchors of comments that go; a reference goes with its run, which holds nothing else."""
    for mark in [one for one in root.iter(*MARKS) if one.get(_ID) in gone]:
        run = mark.getparent()
        alone = mark.tag == REFERENCE and run.tag == RUN and all(one is mark or one.tag == LOOK for one in run)
        seams.drop(run if alone else mark)


def _places(package: Package, root: etree._Element, threads: Threads) -> dict[str, _Place]:
    """Where our comments are anchored, by their ids, in the text without our changes."""
    wanted = {_id(thread.first) for thread in threads.ours}
    if not wanted:
        return {}
    marked = _with(package, {package.main: xml.serialise(root, package.part(package.main))})
    body = body_words(marked)
    starts: dict[str, Point] = {}
    places = {}
    for mark, point in points(marked.tree(marked.main), body):
        identifier = mark.get(_ID, "")
        if identifier in wanted and mark.tag == RANGE_START:
            starts[identifier] = point
        elif mark.tag == RANGE_END and identifier in starts:
            places[identifier] = _place(starts.pop(identifier), point, body)
    return places


def _place(start: Point, end: Point, body: Sequence[Words]) -> _Place:
    """The anchored words of the first paragraph."""
    paragraph, begin = start
    text = body[paragraph].text if body else ""
    stop = end[1] if end[0] == paragraph else len(text)
    return _Place(paragraph, begin, stop, text[begin:stop])


def _remark(thread: Thread, place: _Place | None) -> EarlierRemark:
    replies = tuple(Reply(one.get(_AUTHOR, ""), one.get(_DATE, ""), "\n".join(said(one))) for one in thread.replies)
    told = EarlierRemark(said(thread.first), resolved=thread.resolved, replies=replies, kept=bool(replies))
    if place is None:
        return told
    return replace(told, paragraph=place.paragraph, start=place.start, end=place.end, words=place.words)


def _id(comment: etree._Element) -> str:
    return comment.get(_ID, "")

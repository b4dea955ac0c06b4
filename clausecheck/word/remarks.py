"""The comments that people wrote, where each is anchored, and whether its thread is resolved."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Remark
from .anchors import Point, points
from .comments import RANGE_START
from .ours_threads import Thread, all_threads, is_ours, said
from .package import Package
from .stories import body_words
from .xml import W

_ID, _AUTHOR, _DATE = W + "id", W + "author", W + "date"
_Range = tuple[Point, Point]


def remarks(package: Package) -> tuple[Remark, ...]:
    """Every comment of a thread that somebody else opened, in the order of the draft; comments of ours are none."""
    threads = [thread for thread in all_threads(package) if not thread.ours]
    if not threads:
        return ()
    ranges = _ranges(package)
    found = [one for thread in threads for one in _of_thread(thread, ranges, package)]
    return tuple(sorted(found, key=lambda one: (one.paragraph is None, one.paragraph or 0, one.start)))


def _of_thread(thread: Thread, ranges: dict[str, _Range], package: Package) -> Iterator[Remark]:
    at: tuple[int | None, int, int] = (None, 0, 0)
    if found := ranges.get(thread.first.get(_ID, "")):
        (paragraph, start), (last, end) = found
        at = (paragraph, start, end if last == paragraph else len(body_words(package)[paragraph].text))
    for comment in thread.comments:
        if not is_ours(comment):
            text = "\n".join(said(comment))
            yield Remark(comment.get(_AUTHOR, ""), comment.get(_DATE, ""), text, *at, resolved=thread.resolved)


def _ranges(package: Package) -> dict[str, _Range]:
    """The first and the last point of each comment's marks, by its id; one without a range has its reference alone."""
    body = body_words(package)
    opened: dict[str, Point] = {}
    ranges: dict[str, _Range] = {}
    for mark, point in points(package.tree(package.main), body) if body else ():
        identifier = mark.get(_ID, "")
        if mark.tag == RANGE_START:
            opened[identifier] = point
        elif identifier not in ranges:
            ranges[identifier] = (opened.get(identifier, point), point)
    return ranges

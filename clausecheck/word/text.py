"""The text of a draft, and the only map from its characters to the runs of the file.

Every paragraph of every story is read in the accepted view: insertions and moved-in text are text, deletions and
moved-out text are not, field results are, field instructions are not. The rejected view is read in the same way, from a
copy of the file whose changes are turned round: there the runs are those of the copy.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from ..model import Change, Stretch
from .xml import W

TEXT, RUN = W + "t", W + "r"


@dataclass(frozen=True, slots=True)
class Segment:
    """``text[start:end]`` of a paragraph, all from one child of one run.

    ``run`` is always an element beside which comment marks may stand: a ``w:r``, or a whole ``m:oMath``. ``child`` is
    one of its children (an equation itself). In a ``splittable`` segment the character at ``i`` is
    ``child.text[offset + i - start]``; any other (a tab, a break, a symbol, ruby, an equation, a prompt, which is text
    that is read as a blank) is kept ``whole``.
    """

    start: int
    end: int
    run: etree._Element
    child: etree._Element
    offset: int = 0
    whole: bool = False

    @property
    def splittable(self) -> bool:
        """Whether the run may be cut in two inside this segment."""
        return self.child.tag == TEXT and self.run.tag == RUN and not self.whole


@dataclass(frozen=True, slots=True)
class Words:
    """One paragraph as it is read from the file, before numbers and headings.

    ``elements`` are its ``w:p``, of which the last gives style and number; several where a tracked-deleted paragraph
    mark joins them. ``segments`` cover ``text`` without gap or overlap.
    """

    story: str
    index: int  # from 0 within the story: that of the model's Paragraph
    elements: tuple[etree._Element, ...]
    text: str
    segments: tuple[Segment, ...]
    cell: tuple[int, int, int] | None = None
    contents: bool = False
    stretches: tuple[Stretch, ...] = ()
    changes: tuple[Change, ...] = ()
    source: int = 0  # where the first of its elements stands among all ``w:p`` of the story

    def segment_at(self, offset: int) -> Segment:
        """The segment that holds the character at ``offset`` (0 ≤ offset < len(text))."""
        return self.segments[bisect_right(self.segments, offset, key=lambda segment: segment.start) - 1]

    def between(self, start: int, end: int) -> Iterator[Segment]:
        """The segments that share a character with ``text[start:end]``, in order."""
        return (segment for segment in self.segments if segment.start < end and segment.end > start)

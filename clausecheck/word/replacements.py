"""Words of a paragraph in place of others, as tracked changes of no more words than need be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from lxml import etree

from ..model import Stretch
from .blocks import PARAGRAPH
from .comments import CONTROL, Field, beside, enclose, fields_of, is_closed, may_hold, shared_wrappers
from .cuts import cut, run_of
from .differences import Edit, edits
from .insertions import Stamp
from .text import RUN, TEXT, Segment, Words
from .writing import LOOK, clean, run, same_look
from .xml import W

STRUCK_TEXT = W + "delText"
# What may stand in a deletion and come back as it was; an equation or ruby cannot
_STRUCK = frozenset({TEXT, *(W + name for name in ("tab", "ptab", "br", "cr", "noBreakHyphen", "sym"))})

Fields = Mapping[etree._Element, Field]


@dataclass(frozen=True, slots=True)
class Rewording:
    """Changes of one paragraph's text, in order, and the id of the comment on them; None for no comment."""

    id: int | None
    changes: tuple[Edit, ...]


def rewording(words: Words, start: int, end: int, text: str) -> tuple[Edit, ...]:
    """What to change so that ``text`` stands in place of the paragraph's ``text[start:end]``."""
    found = edits(words.text[start:end], clean(text))
    return tuple(Edit(start + one.start, start + one.end, one.text) for one in found)


def refusal(words: Words, changes: Sequence[Edit]) -> str:
    """Why a paragraph of the body must not be changed so; empty where it may be.

    A change may not touch a tracked change of somebody, nor fall into a field, a prompt, a content control that is
    locked or that Word refills, or something that cannot be divided, such as an equation.
    """
    above = (one for one in words.elements[-1].iterancestors(CONTROL) if is_closed(one))
    if next(above, None) is not None:
        return "the paragraph stands in a content control that is locked or refilled"
    return next((why for one in changes if (why := _refusal(words, one))), "")


def reword(words: Words, rewordings: Sequence[Rewording], stamp: Stamp, style: str = "") -> None:
    """Track changes in a paragraph, each with its comment.

    The runs of ``words`` are cut already at both ends of each change; nothing speaks against the changes
    (``refusal``), and no two of them overlap.
    """
    fields = fields_of(words.elements)
    for one in reversed(rewordings):
        made = [_changed(words, change, fields, stamp) for change in reversed(one.changes)]
        if one.id is not None:
            enclose(made[-1][0], made[0][-1], one.id, style)


def _refusal(words: Words, change: Edit) -> str:
    others = (one for one in words.changes if one.of == "words" and one.kind != "formatting")
    if any(one.start <= change.end and one.end >= change.start for one in others):
        return "somebody's tracked change stands there"
    for kind in ("field", "prompt"):
        if any(one.kind == kind and _overlap(one, change) for one in words.stretches):
            return f"a {kind} stands there"
    gone = list(words.between(change.start, change.end))
    if not all(map(_may_be_struck, gone)):
        return "something stands there that cannot be divided"
    within = [set(_wrappers(one)) for one in gone] or [set.intersection(*_wrappers_at(words, change.start))]
    if not all(may_hold(wrapper) for wrappers in within for wrapper in wrappers):
        return "a content control stands there that is locked or refilled"
    return ""


def _overlap(stretch: Stretch, change: Edit) -> bool:
    if change.start == change.end:
        return stretch.start < change.start < stretch.end
    return stretch.start < change.end and stretch.end > change.start


def _may_be_struck(segment: Segment) -> bool:
    return segment.run.tag == RUN and segment.child.tag in _STRUCK and not len(segment.child)


def _wrappers(segment: Segment) -> Iterator[etree._Element]:
    return takewhile(lambda above: above.tag != PARAGRAPH, segment.run.iterancestors())


def _wrappers_at(words: Words, offset: int) -> list[set[etree._Element]]:
    """What holds the character before a point of the text, and what holds the one behind it."""
    return [set() if one is None else set(_wrappers(one)) for one in _neighbours(words, offset)]


def _neighbours(words: Words, offset: int) -> tuple[Segment | None, Segment | None]:
    before = words.segment_at(offset - 1) if offset else None
    return before, words.segment_at(offset) if offset < len(words.text) else None


def _changed(words: Words, change: Edit, fields: Fields, stamp: Stamp) -> list[etree._Element]:
    """Make one change; its ``w:del`` and ``w:ins`` in the order in which they stand."""
    gone = list(words.between(change.start, change.end))
    look = _look(words, change)
    made = [_struck(runs, stamp) for runs in _isolated(gone, stamp.ids)]
    if not change.text:
        return made
    come = stamp.insertion()
    come.append(run(change.text, same_look(look)))
    if not made:
        _put(come, words, change.start, fields, stamp.ids)
        return [come]
    place = next((one for one in reversed(made) if one.getparent().tag == PARAGRAPH), made[-1])
    place.addnext(come)
    made.insert(made.index(place) + 1, come)
    return made


def _look(words: Words, change: Edit) -> etree._Element | None:
    """The ``w:rPr`` of the first word that goes, else of what stands before the new ones, as Word does it."""
    if change.start < change.end:
        size = len(words.text[change.start : change.end]) - len(words.text[change.start : change.end].lstrip())
        return run_of(words.segment_at(min(change.start + size, change.end - 1))).find(LOOK)
    beside_it = [one for one in _neighbours(words, change.start) if one is not None]
    if not beside_it:
        return words.elements[-1].find(f"{W}pPr/{LOOK}")
    plain = (one for one in beside_it if run_of(one).getparent().tag == PARAGRAPH)
    return run_of(next(plain, beside_it[0])).find(LOOK)


def _isolated(segments: Sequence[Segment], ids: Iterator[int]) -> Iterator[list[etree._Element]]:
    """Runs that hold the segments and nothing else: those that stand side by side together."""
    together: list[etree._Element] = []
    for segment in segments:
        own = cut(run_of(segment), segment.child, 0, ids)
        cut(own, segment.child.getnext(), 0, ids)
        if together and together[-1].getnext() is not own:
            yield together
            together = []
        together.append(own)
    if together:
        yield together


def _struck(runs: Sequence[etree._Element], stamp: Stamp) -> etree._Element:
    going = stamp.deletion()
    runs[0].addprevious(going)
    going.extend(runs)
    for text in list(going.iter(TEXT)):
        text.tag = STRUCK_TEXT
    return going


def _put(come: etree._Element, words: Words, offset: int, fields: Fields, ids: Iterator[int]) -> None:
    """Put an insertion between two characters: behind the first, outside of what ends or begins there."""
    before, behind = _neighbours(words, offset)
    if before is None and behind is None:
        words.elements[-1].append(come)
    elif before is None and behind is not None:
        own = run_of(behind)
        place = beside(fields[own][0].getparent() if own in fields else own, frozenset(), crossing=False)
        (cut(own, behind.child, 0, ids) if place is own else place).addprevious(come)
    elif before is not None:
        own = run_of(before)
        inside = frozenset() if behind is None else shared_wrappers(own, run_of(behind))
        place = beside(fields[own][1].getparent() if own in fields else own, inside, crossing=False)
        if place is own:
            cut(own, before.child.getnext(), 0, ids)
        place.addnext(come)

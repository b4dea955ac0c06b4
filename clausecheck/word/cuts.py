"""Runs cut in two at a character, so that marks and tracked changes begin and end there and no text changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import replace

from lxml import etree

from .text import RUN, TEXT, Segment, Words
from .xml import W

SPACE = "{http://www.w3.org/XML/1998/namespace}space"
BLANKS = " \t\r\n"  # what XML calls white space

_LOOK = W + "rPr"


def cut(run: etree._Element, child: etree._Element | None, offset: int, ids: Iterator[int]) -> etree._Element:
    """The run that begins with ``child.text[offset:]``, or with ``child`` itself at 0: a new one where need be.

    What stands before keeps its run and its elements. ``None`` for a child is the end of the run. A tracked change of
    the run's look goes on in the new run, under an id from ``ids``.
    """
    if child is None or run.tag != RUN or (not offset and _leads(child)):
        return run
    behind = run.makeelement(RUN, dict(run.attrib), run.nsmap)
    look = run.find(_LOOK)
    if look is not None:
        behind.append(deepcopy(look))
        for change in behind.iter(W + "rPrChange"):
            change.set(W + "id", str(next(ids)))
    following = list(child.itersiblings())
    behind.extend(_cut_text(child, offset) if offset else [child])
    behind.extend(following)
    run.addnext(behind)
    return behind


def split(words: Words, offsets: Iterable[int], ids: Iterator[int]) -> Words:
    """The map over a paragraph whose runs are cut at each of ``offsets``; nothing that is kept whole is cut."""
    waiting = sorted({one for one in offsets if 0 < one < len(words.text)}, reverse=True)
    segments: list[Segment] = []
    for segment in reversed(words.segments):
        pieces = [segment]
        while waiting and waiting[0] > segment.start:
            at = waiting.pop(0)
            number = next((n for n, one in enumerate(pieces) if one.start < at < one.end), None)
            if number is not None and segment.splittable and not len(segment.child):  # instructions inside of w:t
                pieces[number : number + 1] = _split(pieces[number], at, ids)
        segments += reversed(pieces)
    return replace(words, segments=tuple(replace(one, run=run_of(one)) for one in reversed(segments)))


def run_of(segment: Segment) -> etree._Element:
    """The run that holds a segment's child by now."""
    return segment.child if segment.child is segment.run else segment.child.getparent()


def _split(segment: Segment, at: int, ids: Iterator[int]) -> list[Segment]:
    run, child = run_of(segment), segment.child
    following = child.getnext()
    behind = cut(run, child, segment.offset + at - segment.start, ids)
    heads = [child, *child.itersiblings()]
    tails = [one for one in behind if one.tag != _LOOK]
    if following is not None:
        tails = tails[: tails.index(following)]
    return [*_mapped(heads, segment.start, segment.offset), *_mapped(tails, at, 0, segment.end)]


def _mapped(texts: list[etree._Element], start: int, offset: int, end: int | None = None) -> Iterator[Segment]:
    """Neighbouring ``w:t`` of one run as segments; the first shows its text from ``offset`` on."""
    for text in texts:
        behind = start + len(text.text or "") - offset
        yield Segment(start, behind if end is None else min(behind, end), text.getparent(), text, offset)
        start, offset = behind, 0


def _cut_text(text: etree._Element, offset: int) -> list[etree._Element]:
    """Shorten a ``w:t`` to its first ``offset`` characters and give what stood behind them.

    Without ``xml:space`` Word drops white space at either end: what it shows must be kept at the cut, and what it does
    not show must stay hidden, so that white space that a cut lays bare gets an element of its own.
    """
    words = text.text or ""
    if text.get(SPACE) == "preserve":
        text.text = words[:offset]
        return [_text(text, words[offset:])]
    head, tail = words[:offset], words[offset:]
    text.text = head.rstrip(BLANKS)
    if text.text != head:
        text.addnext(_text(text, head[len(text.text) :]))
    bare = len(tail) - len(tail.lstrip(BLANKS))
    rest = _text(text, tail[bare:])
    del rest.attrib[SPACE]
    return [*([_text(text, tail[:bare])] if bare else []), rest]


def _text(like: etree._Element, words: str) -> etree._Element:
    made = like.makeelement(TEXT, {SPACE: "preserve"}, like.nsmap)
    made.text = words
    return made


def _leads(child: etree._Element) -> bool:
    before = child.getprevious()
    return before is None or before.tag == _LOOK

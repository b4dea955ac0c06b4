"""Where new paragraphs go in, so that all of them come out again when they are rejected."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy

from lxml import etree

from .blocks import ALTERNATE, CELL, PARAGRAPH, TABLE
from .changes import COMING, INSERTED, ends_gone
from .comments import CONTROL, is_closed
from .fields import FIELD_MARK
from .insertions import PROPERTIES, SECTION, mark_inserted
from .writing import LOOK
from .xml import W

_BODY, _INSTRUCTION = W + "body", W + "instrText"
_BLOCKS = frozenset({PARAGRAPH, TABLE, CONTROL, W + "customXml", ALTERNATE, *COMING})
# Word builds what these show anew, and drops what else stands between their ends (ECMA-376 17.16.5)
_CONTENTS = (["TOC"], ["TOA"], ["INDEX"], ["BIBLIOGRAPHY"])


def outermost(paragraph: etree._Element) -> etree._Element:
    """The paragraph, or what a new paragraph behind it must not be inside of.

    That is a table; a control that is locked, that Word refills, or that ends with the paragraph; somebody's change of
    whole paragraphs; one of several alternatives. A control that ends the document is entered all the same: nobody can
    reject the mark of the last paragraph.
    """
    entered = paragraph
    for above in paragraph.iterancestors():
        if above.tag in (TABLE, ALTERNATE, *COMING) or (above.tag == CONTROL and is_closed(above)):
            entered = above
    if entered.tag == PARAGRAPH and ends_gone(entered):  # what joins it must not be new
        return entered
    place = entered
    while _is_last(place) and not _holds_all(place.getparent()):
        place = place.getparent()
    if _is_last(place) and entered.tag == PARAGRAPH:
        return entered
    joined = _joined_behind(place)
    return place if joined is None else outermost(joined)


def _joined_behind(place: etree._Element) -> etree._Element | None:
    """The paragraph behind a control that its last one, whose mark is deleted, joins: nothing new goes between."""
    following = next((one for one in place.itersiblings() if one.tag in _BLOCKS), None)
    if place.tag in (PARAGRAPH, TABLE) or following is None or following.tag != PARAGRAPH:
        return None
    inside = list(place.iter(PARAGRAPH))
    return following if inside and ends_gone(inside[-1]) else None


def insert(place: etree._Element, new: Sequence[etree._Element]) -> etree._Element:
    """Put tracked paragraphs behind ``place``, an ``outermost`` element; behind what is returned, the next ones go."""
    if place.tag == PARAGRAPH and (_ends_something(place) or (_meets_table(place) and _is_alike(place, new[-1]))):
        if _is_blank(place) and not _is_joined(place):
            for made in new:
                place.addprevious(made)
            return place
        _take_over_end(place, new[-1])
    elif place.tag != PARAGRAPH and _is_last(place):  # nobody can reject the mark of the last paragraph
        for made in new:
            place.addprevious(made)
        return place
    for made in reversed(new):
        place.addnext(made)
    return new[-1]


def contents_ends(root: etree._Element) -> dict[etree._Element, etree._Element]:
    """For each paragraph at whose end a table of contents, an index or the like goes on, the one in which it ends."""
    found: dict[etree._Element, etree._Element] = {}
    opened: list[list[str]] = []  # what the fields say that are open, the outermost first
    reached, waiting = 0, []  # at which depth one builds contents, and which paragraphs it has passed
    paragraph = root
    for element in root.iter(PARAGRAPH, FIELD_MARK, _INSTRUCTION):
        kind = element.get(W + "fldCharType")
        if element.tag == PARAGRAPH:
            waiting += [paragraph] if reached else []
            paragraph = element
        elif kind == "begin":
            opened.append([])
        elif kind == "separate" and opened and not reached and _builds_contents(opened[-1]):
            reached = len(opened)
        elif kind == "end" and opened:
            opened.pop()
            if len(opened) < reached:
                found.update(dict.fromkeys(waiting, paragraph))
                reached, waiting = 0, []
        elif element.tag == _INSTRUCTION and opened:
            opened[-1].append(element.text or "")
    return found


def _builds_contents(instruction: Sequence[str]) -> bool:
    return "".join(instruction).split()[:1] in _CONTENTS


def _holds_all(above: etree._Element) -> bool:
    """The body; broken files have paragraphs beside it."""
    return above.tag == _BODY or above.getparent() is None


def _is_last(place: etree._Element) -> bool:
    return not any(sibling.tag in _BLOCKS for sibling in place.itersiblings())


def _ends_something(paragraph: etree._Element) -> bool:
    """Whether its mark is more than the end of a paragraph, or is deleted and would join what is put behind it."""
    section = paragraph.find(f"{PROPERTIES}/{SECTION}") is not None
    return section or _is_last(paragraph) or ends_gone(paragraph)


def _meets_table(paragraph: etree._Element) -> bool:
    """Whether a table follows, with which no paragraph can be joined, so that some programs leave an empty one."""
    return next((one.tag for one in paragraph.itersiblings() if one.tag in _BLOCKS), None) == TABLE


def _is_alike(paragraph: etree._Element, new: etree._Element) -> bool:
    """Whether both have the same properties, so that either may be the one that stays."""
    return _look(paragraph.find(PROPERTIES)) == _look(new.find(PROPERTIES))


def _look(properties: etree._Element | None) -> bytes:
    said = () if properties is None else (one for one in properties if one.tag != LOOK)
    return b"".join(etree.tostring(one, method="c14n", exclusive=True, with_tail=False) for one in said)


def _is_blank(paragraph: etree._Element) -> bool:
    return all(child.tag == PROPERTIES for child in paragraph)


def _is_joined(paragraph: etree._Element) -> bool:
    """Whether the mark of the paragraph before it is deleted, so that both are one."""
    place = paragraph
    while place is not None and place.tag not in (_BODY, CELL):
        for before in place.itersiblings(preceding=True):
            inside = [] if before.tag == TABLE else list(before.iter(PARAGRAPH))
            if inside or before.tag == TABLE:
                return bool(inside) and ends_gone(inside[-1])
        place = place.getparent()
    return False


def _take_over_end(paragraph: etree._Element, last: etree._Element) -> None:
    """Let ``last`` end what the paragraph ended: the section, or the document, whose last mark nobody can reject.

    As when somebody types behind it in Word, the paragraph's own mark passes to ``last``, with all its properties, and
    the mark between the two is the inserted one.
    """
    own = paragraph.find(PROPERTIES)
    insertion = last[0].find(f"{LOOK}/{INSERTED}")
    last.remove(last[0])
    if own is None:
        own = etree.Element(PROPERTIES, nsmap={"w": W[1:-1]})
        paragraph.insert(0, own)
    else:
        last.insert(0, deepcopy(own))
    for tag in (SECTION, W + "pPrChange"):
        for child in own.findall(tag):
            own.remove(child)
    mark_inserted(own, insertion)

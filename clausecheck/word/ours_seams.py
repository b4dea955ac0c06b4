"""Where our marks stood: what was cut for them is put together again."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from .cuts import BLANKS, SPACE
from .text import RUN, TEXT
from .writing import LOOK
from .xml import W

_LOOK_CHANGE = W + "rPrChange"


class Seams:
    """Takes elements away and remembers the runs before them, whose other half may stand behind."""

    def __init__(self) -> None:
        self._before: dict[etree._Element, None] = {}

    def drop(self, element: etree._Element) -> None:
        """Remove an element, and keep what text stands behind it."""
        self._note(element)
        before, parent = element.getprevious(), element.getparent()
        if element.tail and before is not None:
            before.tail = (before.tail or "") + element.tail
        elif element.tail:
            parent.text = (parent.text or "") + element.tail
        parent.remove(element)

    def unwrap(self, element: etree._Element) -> None:
        """Put what an element holds in its place."""
        self._note(element)
        for child in list(element):
            element.addprevious(child)
        self.drop(element)

    def _note(self, element: etree._Element) -> None:
        before = element.getprevious()
        if before is not None and before.tag == RUN:
            self._before[before] = None

    def close(self) -> None:
        """Put the halves of runs that were cut together again, where nothing stands between them now."""
        for run in self._before:
            seam = True
            while seam and (behind := run.getnext()) is not None and _may_join(run, behind):
                texts = _cut(run, behind)
                seam = bool(texts) and behind in self._before
                if texts:
                    _join(run, behind, texts)


def _may_join(run: etree._Element, behind: etree._Element) -> bool:
    """Whether two elements are runs of one look and history with nothing between."""
    alike = behind.tag == RUN and not run.tail and dict(run.attrib) == dict(behind.attrib)
    return alike and _look(run.find(LOOK)) == _look(behind.find(LOOK))


def _look(look: etree._Element | None) -> bytes:
    """A look's properties; a change of look that was cut in two goes on under another id."""
    if look is None:
        return b""
    copy = deepcopy(look)
    for change in copy.iter(_LOOK_CHANGE):
        change.attrib.pop(W + "id", None)
    return etree.tostring(copy, method="c14n", exclusive=True, with_tail=False)


def _join(run: etree._Element, behind: etree._Element, texts: list[etree._Element]) -> None:
    run.extend(_content(behind))
    texts[0].text = "".join(one.text or "" for one in texts)
    for text in texts[1:]:
        run.remove(text)
    tail = behind.tail
    behind.getparent().remove(behind)
    run.tail = tail


def _cut(run: etree._Element, behind: etree._Element) -> list[etree._Element]:
    """The texts round a seam that were one before it was cut (``cuts.cut``); empty where nothing shows that they were.

    Of a text that keeps its white space, both halves keep it. Of another one, white space that the cut lays bare has a
    text of its own.
    """
    before, after = _content(run)[-2:], _content(behind)[:2]
    if not before or not after:
        return []
    if _keeps(before[-1]) and _keeps(after[0]):
        return [before[-1], after[0]]
    found = before if _is_bare(before[-1]) else before[-1:]
    found = [*found, *(after if _is_bare(after[0]) else after[:1])]
    ends = found[0], found[-1]
    if all(one.tag == TEXT and SPACE not in one.attrib and one.text for one in ends) and len(found) < 4:
        hidden = ends[0].text[-1:] in BLANKS or ends[1].text[:1] in BLANKS
        return [] if hidden else found
    return []


def _keeps(text: etree._Element) -> bool:
    return text.tag == TEXT and text.get(SPACE) == "preserve"


def _is_bare(text: etree._Element) -> bool:
    return _keeps(text) and not (text.text or "").strip(BLANKS)


def _content(run: etree._Element) -> list[etree._Element]:
    return [child for child in run if child.tag != LOOK]

"""What stands in words of ours and is not ours: somebody's change, comment, bookmark or note."""

from __future__ import annotations

from collections.abc import Collection

from lxml import etree

from .changes import INSERTED
from .comments import RANGE_END, RANGE_START, REFERENCE
from .ours_threads import is_ours
from .text import RUN
from .writing import LOOK
from .xml import W

MARKS = (RANGE_START, RANGE_END, REFERENCE)
SILENT = frozenset(W + name for name in ("proofErr", "lastRenderedPageBreak", "permStart", "permEnd"))
BOOKMARKS = (W + "bookmarkStart", W + "bookmarkEnd")

_ID, _AUTHOR, _PROPERTIES, _SECTION = W + "id", W + "author", W + "pPr", W + "sectPr"
_LAST_EDIT = "_GoBack"  # Word's own bookmark of where somebody typed last
# What we never write, so that somebody else put it there
_BROUGHT = frozenset(
    W + name for name in ("footnoteReference", "endnoteReference", "drawing", "object", "pict", "sdt", "fldSimple")
)


class Others:
    """Looks for other people's work; comments with the ids in ``free`` go, or may stand elsewhere."""

    def __init__(self, root: etree._Element, free: Collection[str]) -> None:
        self._free = free
        starts = root.iter(BOOKMARKS[0])
        self._last_edit = {one.get(_ID) for one in starts if one.get(W + "name") == _LAST_EDIT}

    def others_in(self, paragraph: etree._Element) -> str:
        """Who has something in a paragraph beside our insertions and their comments; empty for nobody."""
        for child in paragraph:
            if child.tag == _PROPERTIES:
                found = self._others_at_mark(child)
            elif (child.tag == INSERTED and is_ours(child)) or self.means_nothing(child):
                found = self.foreign(child)
            else:
                found = author_of(child)
            if found:
                return found
        return ""

    def _others_at_mark(self, properties: etree._Element) -> str:
        """Who changed the properties of a paragraph whose mark is an insertion; any other mark is not ours anyway."""
        if properties.find(f"{LOOK}/{INSERTED}") is None:
            return ""
        return "somebody" if properties.find(_SECTION) is not None else self.foreign(properties)

    def means_nothing(self, child: etree._Element) -> bool:
        """Whether what stands in a paragraph has no words: marks, and runs that hold nothing else."""
        if child.tag == RUN:
            return all(one.tag == LOOK or one.tag in SILENT or self._is_free(one) for one in child)
        return child.tag in SILENT or child.tag in BOOKMARKS or child.tag in MARKS or not isinstance(child.tag, str)

    def _is_free(self, mark: etree._Element) -> bool:
        return mark.tag in MARKS and mark.get(_ID) in self._free

    def foreign(self, element: etree._Element) -> str:
        """Who made a change, a comment, a bookmark or a note inside of an element; empty for nobody."""
        for one in element.iter():
            if one.get(_AUTHOR) is not None and not is_ours(one):
                return author_of(one)
            if one.tag in MARKS and not self._is_free(one):
                return "somebody"
            if one.tag in _BROUGHT or (one.tag in BOOKMARKS and one.get(_ID) not in self._last_edit):
                return "somebody"
        return ""

    def begins_with_ours(self, paragraph: etree._Element) -> bool:
        """Whether the first words of a paragraph are an insertion of ours."""
        words = (one for one in paragraph if one.tag != _PROPERTIES and not self.means_nothing(one))
        first = next(words, None)
        return first is not None and first.tag == INSERTED and is_ours(first)

    def left_whole(self, paragraph: etree._Element) -> bool:
        """Its mark is our insertion, or it is cut off from one by somebody who began a new line in our words."""
        mark = paragraph.find(f"{_PROPERTIES}/{LOOK}/{INSERTED}")
        if mark is None or is_ours(mark):
            return mark is not None
        words = [one for one in paragraph if one.tag != _PROPERTIES and not self.means_nothing(one)]
        return bool(words) and all(one.tag == INSERTED and is_ours(one) for one in words)


def author_of(element: etree._Element) -> str:
    """Who made a change; "somebody" where the file does not say."""
    return ("" if is_ours(element) else " ".join(element.get(_AUTHOR, "").split())) or "somebody"

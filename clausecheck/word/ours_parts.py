"""The parts that hold comments, without ours: rows go one by one, and what we alone filled goes with its links."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Collection

from lxml import etree

from .comment_parts import AUTHOR, COMMENT
from .ours_threads import paragraph_ids
from .package import Package
from .splices import without_children
from .xml import W

_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_W16CID = "{http://schemas.microsoft.com/office/word/2016/wordml/cid}"
_W16CEX = "{http://schemas.microsoft.com/office/word/2018/wordml/cex}"
_NEWER = ("commentsExtended", "commentsIds", "commentsExtensible", "people")
_WRITTEN = frozenset(  # all that stands in a comment of ours
    W + name
    for name in ("comment", "p", "pPr", "pStyle", "r", "rPr", "rStyle", "b", "sz", "annotationRef", "t", "tab", "br")
)
_Row = Callable[[etree._Element], bool]


class Parts:
    """What changes in the parts of comments when some comments go."""

    def __init__(self, package: Package, gone: Collection[str], authors: Collection[str]) -> None:
        self._package, self._gone = package, gone
        self._authors = authors  # of our marks that stay
        self.changed: dict[str, bytes] = {}
        self.without: set[str] = set()
        self._paragraphs: set[str] = set()  # ids of those in comments that go
        self._durable: set[str] = set()
        if self._comments():
            self._rows()
        self._unlink()

    def _comments(self) -> bool:
        """Whether a comments part goes: then newer parts that are empty go too."""
        for part in self._package.related(self._package.main, "comments"):
            for comment in self._package.tree(part).iter(COMMENT):
                if comment.get(W + "id") in self._gone:
                    self._paragraphs.update(paragraph_ids(comment))
            self._take(part, self._is_gone, self._was_made_by_us(part))
        return bool(self._paragraphs) or bool(self.changed) or bool(self.without)

    def _rows(self) -> None:
        alone = bool(self.without)
        tests: tuple[_Row, ...] = (self._is_extended, self._is_identified, self._is_extensible, self._is_person)
        for kind, test in zip(_NEWER, tests, strict=True):
            for part in self._package.related(self._package.main, kind):
                self._take(part, test, alone)

    def _take(self, part: str, goes: _Row, may_vanish: bool) -> None:
        """Take rows away from a part; the part itself where nothing is left and it was ours."""
        rows = list(self._package.tree(part).iterchildren(etree.Element))
        going = [place for place, row in enumerate(rows) if goes(row)]
        if going and may_vanish and len(going) == len(rows):
            self.without.add(part)
        elif going:
            self.changed[part] = without_children(self._package.part(part), part, going)

    def _was_made_by_us(self, part: str) -> bool:
        """A part that holds our comments alone, unless we found it there empty.

        Then it declares more than we declare, and no program that saved our comments since has written them its way.
        """
        root = self._package.tree(part)
        if set(root.nsmap.values()) == {W[1:-1]}:
            return True
        comments = list(root.iter(COMMENT))
        within = {element.tag for comment in comments for element in comment.iter(etree.Element)}
        return not within <= _WRITTEN or any(True for comment in comments for _ in paragraph_ids(comment))

    def _is_gone(self, row: etree._Element) -> bool:
        return row.tag == COMMENT and row.get(W + "id") in self._gone

    def _is_extended(self, row: etree._Element) -> bool:
        return row.get(_W15 + "paraId", "").upper() in self._paragraphs

    def _is_identified(self, row: etree._Element) -> bool:
        if row.get(_W16CID + "paraId", "").upper() not in self._paragraphs:
            return False
        self._durable.add(row.get(_W16CID + "durableId", "").upper())
        return True

    def _is_extensible(self, row: etree._Element) -> bool:
        return row.get(_W16CEX + "durableId", "").upper() in self._durable

    def _is_person(self, row: etree._Element) -> bool:
        author = row.get(_W15 + "author", "")
        return author.startswith(AUTHOR) and author not in self._authors

    def _unlink(self) -> None:
        """Take away what speaks of parts that go: relationships, content types, relationships of their own."""
        package = self._package
        if not self.without:
            return
        links = [link.id for link in package.relationships(package.main) if link.target in self.without]
        rels, types = _rels_of(package, package.main), _named(package, "[Content_Types].xml")
        names = {f"/{part}".casefold() for part in self.without}
        own = {one for part in self.without if (one := _rels_of(package, part))}
        self._take(rels, lambda row: row.get("Id") in links, self._is_last(rels))
        self._take(types, lambda row: row.get("PartName", "").casefold() in names, False)
        self.without |= own

    def _is_last(self, name: str) -> bool:
        """Whether it stands behind a part that goes, where new parts are put."""
        names = self._package.names
        return any(names.index(part) < names.index(name) for part in self.without)


def _rels_of(package: Package, part: str) -> str:
    """The name of the part that holds another's relationships; empty where there is none."""
    folder, base = posixpath.split(part)
    return _named(package, posixpath.join(folder, "_rels", f"{base}.rels"))


def _named(package: Package, name: str) -> str:
    return next((one for one in package.names if one.casefold() == name.casefold()), "")

"""What must hold of a marked file beside equality: nothing of others is less or more, ids, names, prefixes, order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from lxml import etree
from word_equal import RANGE_MARKS, REFERENCE, W, canonical, inserted, is_ours

KINDS = {  # what is counted: the elements that make it
    "insertions": ("ins",),
    "deletions": ("del",),
    "moves": ("moveFrom", "moveTo"),
    "changes of look": ("pPrChange", "sectPrChange", "tblPrChange", "tcPrChange", "trPrChange", "numberingChange"),
    "comments": ("commentReference",),
    "fields": ("fldChar", "fldSimple"),
    "notes": ("footnoteReference", "endnoteReference"),
    "drawings": ("drawing", "pict", "object"),
    "bookmarks": ("bookmarkStart", "bookmarkEnd"),
    "content controls": ("sdt",),
    "hyperlinks": ("hyperlink",),
    "tables": ("tbl",),
    "rows and cells": ("tr", "tc"),
    "sections": ("sectPr",),
    "numbering": ("numPr",),
    "paragraph styles": ("pStyle",),
    "other marks": ("sym", "tab", "br", "smartTag", "permStart", "permEnd", "altChunk", "subDoc"),
    "paragraphs": ("p",),
}
REVISIONS = tuple(
    W + name
    for name in (
        "ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblGridChange",
        "trPrChange", "tcPrChange", "tblPrExChange", "numberingChange", "cellIns", "cellDel", "cellMerge",
    )
)  # fmt: skip
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_HOLDERS = frozenset(
    W + name
    for name in (
        "p", "ins", "del", "moveFrom", "moveTo", "hyperlink", "smartTag", "customXml", "sdtContent", "bdo", "dir",
        "fldSimple", "body", "tc", "tr", "tbl",
    )
)  # fmt: skip
_BLOCKS = frozenset(
    W + name for name in ("p", "tbl", "sdt", "customXml", "altChunk", "moveFrom", "moveTo", "ins", "del")
)
_P, _T, _STRUCK, _INS, _DEL = (W + name for name in ("p", "t", "delText", "ins", "del"))


def constructs(root: etree._Element, comments: set[str]) -> Counter[str]:
    """How many of each kind others have in the main part; what stands in our marks is not counted."""
    found: Counter[str] = Counter()
    kind_of = {W + tag: kind for kind, tags in KINDS.items() for tag in tags}
    ours = set(inserted(root))
    for element in root.iter(*kind_of):
        if not _is_part_of_ours(element, ours, comments):
            found[kind_of[element.tag]] += 1
    return found


def _is_part_of_ours(element: etree._Element, ours: set[etree._Element], comments: set[str]) -> bool:
    if element.tag == W + "sectPr":  # where a clause ends a section now, the section is still that of others
        return False
    if element.tag == REFERENCE and element.get(W + "id") in comments:
        return True
    if is_ours(element) or element in ours:
        return True
    return any(above in ours or (above.tag == W + "ins" and is_ours(above)) for above in element.iterancestors())


def doubled_ids(before: etree._Element, after: etree._Element, ours: set[str]) -> Iterator[str]:
    """Ids of tracked changes that more elements bear than before, or that we share with anyone."""
    old, new = _revision_ids(before), _revision_ids(after)
    for identifier, times in new.items():
        if times > max(1, old[identifier]):
            yield f"revision id {identifier} stands {times} times"
    yield from (f"revision id {one} is ours and another's" for one in sorted(ours) if one in old)


def _revision_ids(root: etree._Element) -> Counter[str]:
    return Counter(mark.get(W + "id", "") for mark in root.iter(*REVISIONS))


def unnamed(before: etree._Element, after: etree._Element) -> Iterator[str]:
    """Tracked changes that are new and do not bear our name."""
    known = {(mark.tag, mark.get(W + "author"), mark.get(W + "date")) for mark in before.iter(*REVISIONS)}
    for mark in after.iter(*REVISIONS):
        signed = (mark.tag, mark.get(W + "author"), mark.get(W + "date"))
        if not is_ours(mark) and signed not in known:
            yield f"a {_name(mark)} by {mark.get(W + 'author')} that was not there"


def ends_for_good(paragraph: etree._Element) -> bool:
    """Whether a paragraph whose mark is our insertion is the last of what holds it: its mark cannot be rejected."""
    mark = paragraph.find(f"{W}pPr/{W}rPr/{W}ins")
    if mark is None or not is_ours(mark):
        return False
    return not any(one.tag in _BLOCKS for one in paragraph.itersiblings())


def loose(root: etree._Element, comments: Iterable[str]) -> Iterator[str]:
    """Comments without exactly one start, end and reference in this order, or with a mark where none may stand."""
    marks: dict[str, list[etree._Element]] = {}
    for mark in root.iter(*RANGE_MARKS, REFERENCE):
        marks.setdefault(mark.get(W + "id", ""), []).append(mark)
    for identifier in comments:
        found = marks.get(identifier, [])
        if [mark.tag for mark in found] != [*RANGE_MARKS, REFERENCE]:
            yield f"comment {identifier} has {len(found)} marks"
        elif not all(mark.getparent().tag in _HOLDERS for mark in found[:2]):
            yield f"comment {identifier} is anchored in {_name(found[0].getparent())}"
        elif any(mark.tag == W + "txbxContent" for one in found for mark in one.iterancestors()):
            yield f"comment {identifier} is anchored in a text box"


def anchored(root: etree._Element, identifier: str) -> str:
    """The words between the marks of a comment as they were before our changes, those that others struck out aside."""
    words, inside = [], False
    for element in root.iter(*RANGE_MARKS, _T, _STRUCK):
        if element.tag in RANGE_MARKS:
            inside = element.tag == RANGE_MARKS[0] if element.get(W + "id") == identifier else inside
        elif inside and _is_of_others(element):
            words.append(element.text or "")
    return "".join(words)


def _is_of_others(words: etree._Element) -> bool:
    kind = _DEL if words.tag == _STRUCK else _INS
    return any(map(is_ours, words.iterancestors(kind))) == (words.tag == _STRUCK)


def undeclared(root: etree._Element) -> Iterator[str]:
    """Prefixes that mc:Ignorable and its like name, and that nobody declares: Word refuses such a part."""
    for element in root.iter(etree.Element):
        for name in ("Ignorable", "MustUnderstand", "ProcessContent"):
            for prefix in (element.get(_MC + name) or "").split():
                if prefix.partition(":")[0] not in element.nsmap:
                    yield f"the prefix {prefix} is not declared"


def long_ids(before: etree._Element, after: etree._Element) -> Iterator[str]:
    """Paragraph ids that are doubled anew, 0, or too high (MS-DOCX 2.2.4)."""
    old, new = _paragraph_ids(before), _paragraph_ids(after)
    for identifier, times in new.items():
        if times > max(1, old[identifier]):
            yield f"paragraph id {identifier} stands {times} times"
        if identifier not in old and not 0 < int(identifier, 16) < 0x80000000:
            yield f"paragraph id {identifier} is out of range"


def _paragraph_ids(root: etree._Element) -> Counter[str]:
    name = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"
    return Counter(found for p in root.iter(_P) if (found := p.get(name)))


def only_gained(before: etree._Element, after: etree._Element) -> bool:
    """Whether a part holds all its old children, unchanged and first, and the same attributes but for mc:Ignorable."""
    ignorable = _MC + "Ignorable"
    kept = {key: value for key, value in before.attrib.items() if key != ignorable}
    if {key: value for key, value in after.attrib.items() if key != ignorable} != kept or before.tag != after.tag:
        return False
    if not set((before.get(ignorable) or "").split()) <= set((after.get(ignorable) or "").split()):
        return False
    return [canonical(child) for child in before] == [canonical(child) for child in after[: len(before)]]


def _name(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]

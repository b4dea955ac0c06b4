"""What rejecting and accepting our marks leaves of a Word file, worked out without any code of the writers.

"Equal" means: equal bytes under exclusive C14N (W3C), once both sides are normalised alike. Neighbouring runs of equal
properties are one run, so are neighbouring insertions or deletions of one author and date, so are neighbouring texts;
``xml:space`` is applied and then left out; namespaces that are declared and not used do not count (C14N).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy

from lxml import etree

OURS = "clausecheck"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
RANGE_MARKS = (W + "commentRangeStart", W + "commentRangeEnd")
REFERENCE = W + "commentReference"

_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_P, _PPR, _R, _RPR, _INS, _DEL = (W + name for name in ("p", "pPr", "r", "rPr", "ins", "del"))
_WORDS = (W + "t", W + "delText", W + "instrText", W + "delInstrText")
_BACK = {W + "delText": W + "t", W + "delInstrText": W + "instrText"}
_SIGNS = {W + "tab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "\u2011", W + "sym": "\ufffd"}


def parsed(raw: bytes) -> etree._Element:
    """The root of an XML part; strict Open XML under the names of the transitional one."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(raw.replace(_STRICT, W[1:-1].encode()), parser)


def is_ours(mark: etree._Element) -> bool:
    """Whether a tracked change or a comment bears our name."""
    return (mark.get(W + "author") or "").startswith(OURS)


def rejected(root: etree._Element, comments: set[str]) -> etree._Element:
    """A copy without the comments of these ids, and with our tracked changes rejected."""
    copy = deepcopy(root)
    _take_comments(copy, comments)
    joining = [p for p in copy.iter(_P) if _marks_end(p, _INS)]
    for mark in list(_inside(copy, _DEL)):
        _unwrap(mark)
    for mark in list(_inside(copy, _INS)):
        _drop(mark)
    for paragraph in reversed(joining):
        _join_next(paragraph)
    return copy


def accepted(root: etree._Element, comments: set[str]) -> etree._Element:
    """A copy without the comments of these ids, and with our tracked changes accepted."""
    copy = deepcopy(root)
    _take_comments(copy, comments)
    for mark in list(_inside(copy, _DEL)):
        _drop(mark)
    for mark in list(_inside(copy, _INS)):
        _unwrap(mark)
    for mark in list(copy.iter(_INS)):
        if is_ours(mark):  # what is left stands in paragraph marks
            _drop(mark)
    return copy


def inserted(root: etree._Element) -> list[etree._Element]:
    """The paragraphs that are ours: all their runs stand in our insertions."""
    return [p for p in root.iter(_P) if any(map(is_ours, p.findall(_INS))) and not _has_others(p)]


def said(paragraph: etree._Element) -> str:
    """What the runs of one paragraph say, struck-out words of others too, text boxes in it left aside."""
    found = []
    for part in paragraph.iter(*_WORDS[:2], *_SIGNS):
        run = part.getparent()
        if run.tag == _R and next(run.iterancestors(_P), None) is paragraph:
            found.append(_SIGNS.get(part.tag) or part.text or "")
    return "".join(found)


def equal(one: etree._Element, other: etree._Element) -> bool:
    """Whether two parts are equal once both are normalised."""
    return canonical(normalised(one)) == canonical(normalised(other))


def difference(one: etree._Element, other: etree._Element) -> str:
    """Where two normalised elements first differ: the path to the innermost one, for the person who looks for it."""
    if len(one) != len(other) or one.tag != other.tag:
        return f"{_name(one)}[{len(one)}] against {_name(other)}[{len(other)}]"
    for index, (left, right) in enumerate(zip(one, other, strict=True)):
        if canonical(left) != canonical(right):
            return f"{_name(one)}/{index}/{difference(left, right)}"
    return f"{_name(one)} itself"


def normalised(root: etree._Element) -> etree._Element:
    """A copy in which what was cut in two is one again."""
    copy = deepcopy(root)
    for words in copy.iter(*_WORDS):
        if words.attrib.pop(SPACE, None) != "preserve" and words.text:
            words.text = words.text.strip(" \t\r\n")
    _merge(copy, (_INS, _DEL), _whose)
    _merge(copy, (_R,), _look)
    _merge(copy, _WORDS, lambda words: words.tag)
    return copy


def canonical(element: etree._Element) -> bytes:
    """Exclusive C14N, comments left out."""
    return etree.tostring(element, method="c14n", exclusive=True, with_comments=False, with_tail=False)


def _merge(root: etree._Element, tags: tuple[str, ...], alike: Callable[[etree._Element], object]) -> None:
    """Join neighbours that are alike; the first keeps its properties, the content of the second goes behind its own."""
    for element in list(root.iter(*tags)):
        before = element.getprevious()
        if before is None or before.tag != element.tag or element.getparent().tag == _RPR:
            continue
        if alike(before) == alike(element):
            if len(before):
                before[-1].tail = (before[-1].tail or "") + (element.text or "") or None
            else:
                before.text = (before.text or "") + (element.text or "")
            before.extend([child for child in element if child.tag != _RPR])
            element[:] = []
            _drop(element)


def _whose(mark: etree._Element) -> dict[str, str]:
    return {key: value for key, value in mark.attrib.items() if key != W + "id"}


def _look(run: etree._Element) -> tuple[dict[str, str], bytes]:
    """The run's own attributes and its properties; a change of look that was cut in two goes on under another id."""
    look = deepcopy(run.find(_RPR))
    for change in () if look is None else look.iter(W + "rPrChange"):
        change.attrib.pop(W + "id", None)
    return dict(run.attrib), b"" if look is None else canonical(look)


def _inside(root: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Our insertions or deletions of runs, those of paragraph marks and rows left aside."""
    return (mark for mark in root.iter(tag) if is_ours(mark) and mark.getparent().tag not in (_RPR, W + "trPr"))


def _marks_end(paragraph: etree._Element, tag: str) -> bool:
    mark = paragraph.find(f"{_PPR}/{_RPR}/{tag}")
    return mark is not None and is_ours(mark)


def _has_others(paragraph: etree._Element) -> bool:
    runs = (run for run in paragraph.iter(_R) if next(run.iterancestors(_P)) is paragraph)
    return any(not any(map(is_ours, run.iterancestors(_INS))) for run in runs)


def _take_comments(root: etree._Element, comments: set[str]) -> None:
    for mark in list(root.iter(*RANGE_MARKS, REFERENCE)):
        if mark.get(W + "id") in comments:
            run = mark.getparent()
            alone = mark.tag == REFERENCE and all(child is mark or child.tag == _RPR for child in run)
            _drop(run if alone else mark)


def _join_next(paragraph: etree._Element) -> None:
    """Take a paragraph's mark away: its content and that of the next are one, under the properties of the next.

    That is how Word rejects an inserted mark (ECMA-376 17.13.5.20). The element that was there before stays, since its
    ids are no part of what was inserted.
    """
    if all(child.tag == _PPR for child in paragraph):
        _drop(paragraph)
        return
    following = paragraph.getnext()
    for own in paragraph.findall(_PPR):
        paragraph.remove(own)
    properties = following.findall(_PPR)
    paragraph[0:0] = properties
    paragraph.extend(list(following))
    _drop(following)


def _unwrap(mark: etree._Element) -> None:
    for words in list(mark.iter(*_BACK)):
        words.tag = _BACK[words.tag]
    for child in list(mark):
        mark.addprevious(child)
    _drop(mark)


def _drop(element: etree._Element) -> None:
    """Remove an element; the white space behind it stays."""
    before, parent, tail = element.getprevious(), element.getparent(), element.tail or ""
    parent.remove(element)
    if before is not None:
        before.tail = (before.tail or "") + tail or None
    else:
        parent.text = (parent.text or "") + tail or None


def _name(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]

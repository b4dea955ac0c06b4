"""An XML part with children of its root taken out or added, and every other byte as it was."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from xml.parsers import expat

from lxml import etree

from ..model import ClausecheckError
from . import xml


def without_children(raw: bytes, part: str, going: Collection[int]) -> bytes:
    """A part without those of its root's child elements, by their places from 0."""
    root = xml.parse(raw, part)
    for place, child in enumerate(list(root.iterchildren(etree.Element))):
        if place in going:
            _drop(child)
    spans = _children(raw)
    if max(going, default=0) >= len(spans):
        return xml.serialise(root, raw)
    gone = sorted(spans[place] for place in going)
    kept = zip([0, *(end for _, end in gone)], [*(begin for begin, _ in gone), len(raw)], strict=True)
    spliced = b"".join(raw[begin:end] for begin, end in kept)
    return spliced if _says(spliced, part, root) else xml.serialise(root, raw)


def with_children(raw: bytes, part: str, children: Iterable[etree._Element]) -> bytes:
    """A part with more child elements behind those that its root has."""
    root = xml.parse(raw, part)
    root.text = root.text or ""  # so that an empty root is written with both of its tags
    before = xml.serialise(root, raw)
    root.extend(children)
    after = xml.serialise(root, raw)
    closing, end = before[before.rfind(b"</") :], raw.rfind(b"</")
    if not before.startswith(closing) and before.endswith(closing) and xml.encoding_of(raw) == "utf-8":
        added = after[len(before) - len(closing) : len(after) - len(closing)]
        spliced = raw[:end] + added + raw[end:]
        return spliced if _says(spliced, part, root) else after
    return after


def _drop(child: etree._Element) -> None:
    before, parent = child.getprevious(), child.getparent()
    if child.tail and before is not None:
        before.tail = (before.tail or "") + child.tail
    elif child.tail:
        parent.text = (parent.text or "") + child.tail
    parent.remove(child)


def _says(raw: bytes, part: str, root: etree._Element) -> bool:
    """Whether the bytes say the same as the tree."""
    try:
        return _canonical(xml.parse(raw, part)) == _canonical(root)
    except ClausecheckError:
        return False


def _canonical(root: etree._Element) -> bytes:
    return etree.tostring(root, method="c14n", with_tail=False)


def _children(raw: bytes) -> list[tuple[int, int]]:
    """Where each child element of the root begins and ends, in bytes."""
    spans: list[tuple[int, int]] = []
    depth, begin = 0, 0
    parser = expat.ParserCreate()

    def opened(*_: object) -> None:
        nonlocal depth, begin
        depth += 1
        if depth == 2:
            begin = parser.CurrentByteIndex

    def closed(name: str) -> None:
        nonlocal depth
        depth -= 1
        if depth == 1:
            at = parser.CurrentByteIndex  # of an empty element it is the end already
            closing = raw[at : raw.index(b">", at) + 1] if raw.startswith(b"</" + name.encode(), at) else b""
            own = closing[2:-1].strip() == name.encode()  # not that of the root behind it
            spans.append((begin, at + len(closing) if own else at))

    parser.StartElementHandler, parser.EndElementHandler = opened, closed
    try:
        parser.Parse(raw, True)
    except (expat.ExpatError, ValueError):  # an encoding that only the other parser knows
        return []
    return spans

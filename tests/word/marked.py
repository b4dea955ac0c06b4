"""What a marked file says, read without any code of the writers."""

from __future__ import annotations

from lxml import etree

from clausecheck.word import Package
from clausecheck.word.xml import W

_SIGNS = {"tab": "\t", "br": "\n", "noBreakHyphen": "\u2011"}


def root_of(package: Package) -> etree._Element:
    return package.tree(package.main)


def anchored(root: etree._Element, identifier: int | str) -> str:
    """The words between the range marks of a comment, as the accepted view shows them."""
    said, inside = [], False
    for element in root.iter():
        if element.tag in (W + "commentRangeStart", W + "commentRangeEnd") and element.get(W + "id") == str(identifier):
            inside = element.tag == W + "commentRangeStart"
        elif inside:
            said.append(_word(element))
    return "".join(said)


def said(element: etree._Element) -> str:
    """The words of an element in the accepted view."""
    return "".join(map(_word, element.iter()))


def struck(element: etree._Element) -> str:
    """The words of a deletion."""
    children = (child for run in element.iter(W + "r") for child in run)
    return "".join(child.text or "" if child.tag == W + "delText" else _sign(child) for child in children)


def comments(package: Package) -> dict[str, list[str]]:
    """The lines of each comment, by its id."""
    parts = package.related(package.main, "comments")
    found = [comment for part in parts for comment in package.tree(part).iter(W + "comment")]
    return {comment.get(W + "id"): [said(line) for line in comment.iter(W + "p")] for comment in found}


def lines(root: etree._Element, *, rejecting: bool = False) -> list[str]:
    """The paragraphs as Word shows them with the changes of others accepted, and ours accepted or rejected.

    A paragraph whose mark is gone joins the next one beside it; where there is none, an empty one goes, unless it is
    the last of all or of its cell, which Word cannot take away.
    """
    told, begun = [], ""
    for paragraph in root.iter(W + "p"):
        begun += "".join(_word(child, rejecting) for child in paragraph.iter())
        if not _mark_is_gone(paragraph, rejecting):
            told.append(begun)
            begun = ""
            continue
        following = _next_block(paragraph)
        if following is None or (following.tag != W + "p" and begun):
            told.append(begun)
        if following is None or following.tag != W + "p":
            begun = ""
    return told


def _next_block(paragraph: etree._Element) -> etree._Element | None:
    """The paragraph or table that follows in the same cell, whatever controls hold it."""
    place = paragraph
    while place.tag not in (W + "body", W + "tc"):
        inside = (one for following in place.itersiblings() for one in following.iter(W + "p", W + "tbl"))
        found = next(inside, None)
        if found is not None:
            return found
        place = place.getparent()
    return None


def _mark_is_gone(paragraph: etree._Element, rejecting: bool) -> bool:
    marks = paragraph.find(f"{W}pPr/{W}rPr")
    return any(_is_gone(mark, rejecting) for mark in (() if marks is None else marks))


def _is_gone(change: etree._Element, rejecting: bool) -> bool:
    """Whether what a change encloses is not shown."""
    if rejecting and change.get(W + "author") == "clausecheck":
        return change.tag == W + "ins"
    return change.tag in (W + "del", W + "moveFrom")


def paragraphs(package: Package) -> list[str]:
    """The words of all paragraphs of the main part, inserted ones included."""
    return [said(paragraph) for paragraph in root_of(package).iter(W + "p")]


def _word(element: etree._Element, rejecting: bool = False) -> str:
    if not isinstance(element.tag, str) or any(_is_gone(above, rejecting) for above in element.iterancestors()):
        return ""
    if element.getparent() is None or element.getparent().tag != W + "r":  # a tab stop, say
        return ""
    return element.text or "" if element.tag in (W + "t", W + "delText") else _sign(element)


def _sign(element: etree._Element) -> str:
    return _SIGNS.get(element.tag.rpartition("}")[2], "")

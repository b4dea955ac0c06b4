"""Equations in one line, as somebody would type them: a royalty formula is text of the draft (ECMA-376 22.1)."""

from __future__ import annotations

from lxml import etree

from .changes import GOING
from .text import TEXT
from .xml import M

_WORDS = frozenset({M + "t", TEXT})
_BEFORE = {M + "den": "/", M + "sup": "^", M + "sub": "_", M + "rad": "√"}
_GROUPED = frozenset({M + "num", *_BEFORE} - {M + "rad"})
_DEEPEST = 40
_BRACKETS, _SERIES = M + "d", M + "nary"


def equation(element: etree._Element, depth: int = 0) -> str:
    """The words of ``m:oMath``: "(A+B)/C", "x^2"; what is struck out is left out.

    ``depth`` is how deep the element lies in its equation: below what anybody writes, the words stand without signs.
    """
    if depth > _DEEPEST:
        return "".join(words.text or "" for words in element.iter(M + "t"))
    return "".join([_part(child, depth + 1) for child in element if child.tag not in GOING])


def _part(element: etree._Element, depth: int) -> str:
    if element.tag in _WORDS:
        return element.text or ""
    if element.tag == _BRACKETS:
        return f"{_sign(element, 'begChr', '(')}{_listed(element, depth)}{_sign(element, 'endChr', ')')}"
    inner = equation(element, depth)
    if element.tag == _SERIES:
        return _sign(element, "chr", "∫") + inner
    if element.tag in _GROUPED and not inner.isalnum():
        inner = inner and f"({inner})"
    return _BEFORE.get(element.tag, "") + inner if inner else ""


def _listed(brackets: etree._Element, depth: int) -> str:
    return _sign(brackets, "sepChr", "|").join([equation(one, depth + 1) for one in brackets.iterchildren(M + "e")])


def _sign(element: etree._Element, name: str, otherwise: str) -> str:
    """A sign that the properties of an element name; an empty one is shown as none."""
    for properties in element:
        found = properties.find(M + name)
        if found is not None:
            return str(found.get(M + "val", ""))
    return otherwise

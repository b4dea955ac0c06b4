"""Characters of a run: elements that stand for one, and the white space that Word shows of a ``w:t``."""

from __future__ import annotations

from lxml import etree

from .xml import W

FIXED = {
    W + "tab": "\t", W + "ptab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "\u2011",
}  # fmt: skip
NOTES = {W + "footnoteReference": "footnote", W + "endnoteReference": "endnote"}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BLANKS = " \t\r\n"  # what XML calls white space: a no-break space stays


def words_of(text: etree._Element) -> tuple[int, str]:
    """Where the words of a ``w:t`` begin in it, and the words: white space at the ends counts only where preserved."""
    words, offset = text.text or "" if not len(text) else "".join(text.itertext()), 0
    if words and text.get(_SPACE) != "preserve" and (words[0] in _BLANKS or words[-1] in _BLANKS):
        kept = words.lstrip(_BLANKS)
        offset, words = len(words) - len(kept), kept.rstrip(_BLANKS)
    return offset, words.replace("\n", " ")

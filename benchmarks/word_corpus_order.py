"""The order in which the standard wants properties, checked where no validator is at hand (ECMA-376 17.3.1, 17.3.2)."""

from __future__ import annotations

from collections import Counter

from lxml import etree
from word_equal import W

_OF_MARK = ("ins", "del", "moveFrom", "moveTo")  # first in the properties of a paragraph mark
_OF_RUN = (
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow", "emboss",
    "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern", "position", "sz",
    "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang",
    "eastAsianLayout", "specVanish", "oMath",
)  # fmt: skip
_OF_PARAGRAPH = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "suppressLineNumbers",
    "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct", "autoSpaceDE",
    "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents",
    "suppressOverlap", "jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle",
    "rPr", "sectPr", "pPrChange",
)  # fmt: skip
_RANKS = {
    W + "rPr": {W + name: rank for rank, name in enumerate((*_OF_MARK, *_OF_RUN, "rPrChange"))},
    W + "pPr": {W + name: rank for rank, name in enumerate(_OF_PARAGRAPH)},
}
_FIRST = {W + "pPr": W + "p", W + "rPr": W + "r"}  # properties stand first in what they belong to


def disorder(root: etree._Element) -> Counter[str]:
    """How often the properties of paragraphs and runs stand out of order, by what is wrong."""
    found: Counter[str] = Counter()
    for properties in root.iter(*_RANKS):
        ranks = _RANKS[properties.tag]
        kind = properties.tag.rpartition("}")[2]
        known = [ranks[child.tag] for child in properties if child.tag in ranks]
        if known != sorted(known):
            found[f"{kind} out of order"] += 1
        if len(known) != len(set(known)):
            found[f"{kind} says one thing twice"] += 1
        if properties.getparent().tag == _FIRST[properties.tag] and properties.getprevious() is not None:
            found[f"{kind} is not first"] += 1
    found["an insertion in an insertion"] = sum(
        1 for mark in root.iter(W + "ins") if len(mark) and next(mark.iterancestors(W + "ins"), None) is not None
    )
    return +found

"""Prompts: words that a content control shows until somebody fills it in (``w:showingPlcHdr``, ECMA-376 17.5.2.39).

They are not the draft's words ("Click or tap here to enter text."), and where they stand something is still to be
filled in: they are read as a blank.
"""

from __future__ import annotations

from lxml import etree

from .changes import GOING
from .text import RUN, TEXT
from .xml import W, is_on

BLANK = "[…]"
_CONTROL, _PARAGRAPH = W + "sdt", W + "p"


def prompts(story: etree._Element) -> dict[etree._Element, str]:
    """The runs of a story that say a prompt; the first one of each paragraph with the whole of its words."""
    found: dict[etree._Element, str] = {}
    for control in story.iter(_CONTROL):
        content = control.find(W + "sdtContent")
        if content is not None and is_on(control.find(f"{W}sdtPr/{W}showingPlcHdr")):
            _gather(content, found)
    return found


def _gather(content: etree._Element, found: dict[etree._Element, str]) -> None:
    first: etree._Element | None = None
    paragraph: etree._Element | None = None
    for run in content.iter(RUN):
        words = "".join(text.text or "" for text in run.iterchildren(TEXT))
        if run in found or not words or any(above.tag in GOING for above in run.iterancestors()):
            continue
        above = next(run.iterancestors(_PARAGRAPH), None)
        if first is None or above is not paragraph:
            first, paragraph = run, above
            found[run] = ""
        found.setdefault(run, "")
        found[first] += words

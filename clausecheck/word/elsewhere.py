"""Where the body shows what stands elsewhere: headers, notes and text boxes take no comments of their own."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from .blocks import PARAGRAPH
from .package import Package
from .stories import BODY, body_words, read_stories
from .text import Words
from .xml import R, W

NOTES = ("footnote", "endnote")
_SECTION = W + "sectPr"


def place_in_body(package: Package, story: str, paragraph: int) -> tuple[int, int, int] | None:
    """The body paragraph, and the stretch of its text, at which words of another story can be spoken of.

    That is the word before a note's reference, the paragraph that holds a text box, and for a header or footer, or
    what stands in it, the first paragraph with words of the first section that shows it; None where there is none.
    """
    body = body_words(package)
    if story.partition(":")[0] in NOTES:
        return _place_of_note(package, story)
    told = next((one for one in read_stories(package) if one.name == story), None)
    if told is None or paragraph >= len(told.words):
        return None
    holders = {element: words for words in body for element in words.elements}
    for above in told.words[paragraph].elements[0].iterancestors(PARAGRAPH):
        if above in holders:
            return holders[above].index, 0, len(holders[above].text)
    start = _section_start(package, told.part)
    return None if start is None else _first_words(body[start:])


def _place_of_note(package: Package, note: str) -> tuple[int, int, int] | None:
    for story in read_stories(package):
        for words in () if story.family in NOTES else story.words:
            for stretch in words.stretches:
                if stretch.kind == "note" and stretch.value == note:
                    if story.name != BODY:
                        return place_in_body(package, story.name, words.index)
                    return (words.index, *_word_before(words, stretch.start))
    return None


def _section_start(package: Package, part: str) -> int | None:
    """Where the first section begins that shows a header or footer; the last one's properties end the body."""
    start = 0
    for words in body_words(package):
        for section in (one.find(f"{W}pPr/{_SECTION}") for one in words.elements):
            if section is not None:
                if _shows(package, section, part):
                    return start
                start = words.index + 1
    last = package.tree(package.main).find(f"{W}body/{_SECTION}")
    return start if last is not None and _shows(package, last, part) else None


def _shows(package: Package, section: etree._Element, part: str) -> bool:
    return any(_leads_to(package, child, part) for child in section)


def _leads_to(package: Package, reference: etree._Element, part: str) -> bool:
    link = package.target(package.main, reference.get(R + "id", ""))
    return link is not None and link.target == part


def _first_words(words: Sequence[Words]) -> tuple[int, int, int] | None:
    said = next((one for one in words if one.text.strip()), None)
    return None if said is None else (said.index, 0, len(said.text.rstrip()))


def _word_before(words: Words, offset: int) -> tuple[int, int]:
    """The word to which a note's reference is attached."""
    told = words.text[:offset].rstrip()
    return len(told) - len(told.split()[-1]) if told else 0, len(told) or min(1, len(words.text))

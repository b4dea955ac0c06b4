"""Where the body shows what stands elsewhere: headers, notes and text boxes take no comments of their own."""

from __future__ import annotations

from .blocks import PARAGRAPH
from .package import Package
from .stories import body_words, read_stories
from .text import Words


def place_in_body(package: Package, story: str, paragraph: int) -> tuple[int, int, int] | None:
    """The body paragraph, and the stretch of its text, at which a note or a text box hangs.

    None for what hangs at no words of the body: headers, footers, and what stands in them.
    """
    for words in body_words(package):
        for stretch in words.stretches:
            if stretch.kind == "note" and stretch.value == story:
                return (words.index, *_word_before(words, stretch.start))
    box = next(
        (s.words[paragraph] for s in read_stories(package) if s.name == story and paragraph < len(s.words)), None
    )
    holders = {} if box is None else {element: words for words in body_words(package) for element in words.elements}
    for above in () if box is None else box.elements[0].iterancestors(PARAGRAPH):
        if above in holders:
            return holders[above].index, 0, len(holders[above].text)
    return None


def _word_before(words: Words, offset: int) -> tuple[int, int]:
    """The word to which a note's reference is attached."""
    told = words.text[:offset].rstrip()
    return len(told) - len(told.split()[-1]) if told else 0, len(told) or min(1, len(words.text))

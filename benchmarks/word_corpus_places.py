"""Whether each inserted clause stands where it was asked for."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from typing import Any

from lxml import etree
from word_equal import W, inserted, said

from clausecheck.word.markup import Insertion
from clausecheck.word.stories import body_words

_P = W + "p"
_WRAPS = (W + "tbl", W + "sdt", W + "customXml")


def misplaced(package: Any, after: etree._Element, insertions: Sequence[Insertion]) -> Iterator[str]:
    """The clauses that do not stand, whole, behind the paragraph named or behind the table or control that it ends."""
    root = package.tree(package.main)
    old = list(root.iter(_P))
    number_of = {p: number for number, p in enumerate(old)}
    words = body_words(package)
    contents = {element for one in words if one.contents for element in one.elements}
    blocks = _blocks(after)
    for insertion in insertions:
        named = words[insertion.clause.after].elements[-1]
        lines = [line.words for line in insertion.clause.lines]
        found = [before for texts, before in blocks if _holds(texts, lines)]
        if not found:
            yield f"a clause asked for behind paragraph {insertion.clause.after} is not there in one piece"
        elif not any(_stands(old, number_of[named], before, contents) for before in found):
            yield f"a clause asked for behind paragraph {insertion.clause.after} stands elsewhere"


def _blocks(after: etree._Element) -> list[tuple[list[str], int]]:
    """Neighbouring paragraphs of ours, and how many paragraphs of others stand before them."""
    ours = set(inserted(after))
    blocks: list[tuple[list[str], int]] = []
    others, open_block = 0, False
    for paragraph in after.iter(_P):
        if paragraph not in ours:
            others, open_block = others + 1, False
            continue
        if not open_block:
            blocks.append(([], others))
        blocks[-1][0].append(said(paragraph))
        open_block = True
    return blocks


def _holds(texts: list[str], lines: list[str]) -> bool:
    return any(texts[at : at + len(lines)] == lines for at in range(len(texts) - len(lines) + 1))


def _stands(old: Sequence[etree._Element], named: int, before: int, contents: Container[etree._Element]) -> bool:
    """Whether a place with so many paragraphs before it follows paragraph ``named``, or the contents that hold it."""
    if before == named and not said(old[named]):  # a blank last paragraph stays the last
        return True
    if before <= named:
        return _ends_all(old, named, before)
    passed = [one for one in old[named + 1 : before] if not (one in contents and old[named] in contents)]
    return all(_is_within(one, old[named]) for one in passed)


def _ends_all(old: Sequence[etree._Element], named: int, before: int) -> bool:
    """Whether a table or control that ends the document holds all from the place on: its last mark stays the last."""
    tops = {_top(one) for one in (old[before], old[named], old[-1])}
    return len(tops) == 1 and None not in tops and (not before or _top(old[before - 1]) not in tops)


def _top(paragraph: etree._Element) -> etree._Element | None:
    return next(reversed(list(paragraph.iterancestors(*_WRAPS))), None)


def _is_within(paragraph: etree._Element, named: etree._Element) -> bool:
    """Whether a paragraph that the clause passes over hangs at the named one, or shares its table or control."""
    shared = set(named.iterancestors(*_WRAPS))
    return any(above is named or above in shared for above in paragraph.iterancestors(_P, *_WRAPS))

"""Drafts made of plain paragraphs, as the tests of the language stage want them."""

from __future__ import annotations

from dataclasses import replace

from clausecheck.language import read
from clausecheck.model import Draft, Paragraph, Reading, Unit


def draft(*paragraphs: str | Paragraph) -> Draft:
    """A draft whose body holds these paragraphs; a text stands for a paragraph without number or heading."""
    made = [Paragraph("body", 0, p) if isinstance(p, str) else p for p in paragraphs]
    return Draft("draft.docx", "", "", tuple(replace(p, index=i) for i, p in enumerate(made)))


def numbered(text: str, number: str, level: int = 1) -> Paragraph:
    """A paragraph with an automatic number."""
    return Paragraph("body", 0, text, number=number, level=level)


def heading(text: str, number: str = "") -> Paragraph:
    """A paragraph that is a heading."""
    return Paragraph("body", 0, text, number=number, heading_end=len(text), heading_why="style Heading 1", level=0)


def reading(*paragraphs: str | Paragraph) -> Reading:
    """Those paragraphs, read."""
    return read(draft(*paragraphs), "en")


def words(found: Reading, unit: Unit) -> str:
    """What a unit says, its ranges parted by " | "."""
    return " | ".join(found.doc[begin:end].text for begin, end in unit.ranges)


def units(*paragraphs: str | Paragraph) -> list[str]:
    """What each unit of those paragraphs says."""
    found = reading(*paragraphs)
    return [words(found, unit) for unit in found.units]


def roles(*paragraphs: str | Paragraph) -> list[tuple[str, str]]:
    """The role of each unit, and what it says."""
    found = reading(*paragraphs)
    return [(unit.role, words(found, unit)) for unit in found.units]

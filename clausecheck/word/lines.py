"""What is known of a paragraph when headings are sought, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Stretch

LOOKS = ("bold", "underline", "caps", "italic")


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of the body with its number, before its heading is known."""

    text: str
    number: str
    typed: int
    stretches: tuple[Stretch, ...]
    style: str  # its name
    outline: int | None  # outline level from 0; None for body text
    in_table: bool

    @property
    def numbered(self) -> bool:
        """It has a number that counts: a bullet does not."""
        return self.number not in ("", "•")

    @property
    def words(self) -> str:
        """Its text behind a typed number."""
        return self.text[self.typed :].strip()


@dataclass(frozen=True, slots=True)
class Heading:
    """``end`` is behind the heading in the paragraph's text; ``why`` tells counsel, ``rank`` how strong it looks."""

    end: int
    why: str
    rank: int = 0  # 0 capitals, 1 bold, 2 underlined or plain, 3 run-in


def look_end(line: Line, look: str) -> int | None:
    """Where a look that the first character behind the typed number has comes to its end; None where it has not."""
    end = line.typed
    for stretch in line.stretches:
        if stretch.kind == look and stretch.start <= end < stretch.end:
            end = stretch.end
            while end < len(line.text) and line.text[end].isspace():
                end += 1  # a space between two bold runs is often not bold
    return len(line.text[:end].rstrip()) if end > line.typed else None

"""What the Word stage hands on: the draft as Word shows it, with every tracked change accepted."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Stretch:
    """A look or a construct over ``text[start:end]`` of one paragraph (code points).

    ``kind`` is one of bold, italic, underline, caps, strike, highlight, hidden, field, link, note;
    ``value`` holds a field's instruction, a link's target or a note's story name.
    """

    start: int
    end: int
    kind: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """Someone's tracked change in one paragraph.

    ``start`` and ``end`` are code points of the accepted text; a deletion is a point there
    (``start == end``) and ``text`` holds the words that were struck out.
    """

    start: int
    end: int
    kind: str  # insertion, deletion, move
    author: str
    date: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of one story, in the accepted view.

    ``text`` holds what the paragraph itself says: a number that Word prints is in ``number`` alone; a number that
    somebody typed is in ``number`` and stands at ``text[:typed]`` with the white space behind it.
    ``text[typed:heading_end]`` is the heading (the whole paragraph, or a run-in heading); 0 where there is none.
    """

    story: str  # body, header:…, footer:…, footnote:…, endnote:…, textbox:…
    index: int  # from 0 within the story, in document order, table cells included
    text: str
    number: str = ""  # as printed: "2.", "2.1", "(a)", "Article 3", "Schedule 1"
    typed: int = 0
    heading_end: int = 0
    heading_why: str = ""  # why it is taken for a heading: "style Heading 2", "short, bold, numbered"
    level: int | None = None  # depth in the clause tree, 0 = top; None for plain text
    style: str = ""
    contents: bool = False  # a line of a table of contents
    cell: tuple[int, int, int] | None = None  # table, row, column, each from 0, of the outermost table
    stretches: tuple[Stretch, ...] = ()
    changes: tuple[Change, ...] = ()

    @property
    def heading(self) -> str:
        """The heading's words, without number and end punctuation; empty where there is none."""
        return self.text[self.typed : self.heading_end].strip(" \t\n.:;\u2013\u2014-")

    @property
    def is_heading(self) -> bool:
        """The whole paragraph is a heading (a run-in heading does not make it one)."""
        return bool(self.heading_end) and self.heading_end >= len(self.text.rstrip())


@dataclass(frozen=True, slots=True)
class Clause:
    """A node of the clause tree over the body: its own paragraph and all that stands below it."""

    label: str  # the way counsel cites it: "2.3(a)", "Schedule 1"; empty where unnumbered
    heading: str
    first: int  # index of its first body paragraph
    last: int  # index of its last body paragraph, inclusive
    level: int
    parent: int | None  # position in Draft.clauses
    schedule: bool = False  # a schedule, annex, exhibit or appendix, or below one


@dataclass(frozen=True, slots=True)
class FileFact:
    """Something about the file that counsel should know: macros, protection, external links, a signature …"""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class NotRead:
    """Something in the file that was seen and could not be read."""

    what: str
    where: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A Word draft as it is printed: all stories, body first, and the clause tree of the body."""

    file: str  # name without folders
    sha256: str
    title: str
    paragraphs: tuple[Paragraph, ...]
    clauses: tuple[Clause, ...] = ()
    facts: tuple[FileFact, ...] = ()
    not_read: tuple[NotRead, ...] = ()
    # position in ``clauses`` of the innermost clause that holds each body paragraph
    clause_at: tuple[int | None, ...] = field(default=(), repr=False)

    @property
    def body(self) -> tuple[Paragraph, ...]:
        """The paragraphs of the main story; they stand first, so ``body[i].index == i``."""
        return tuple(p for p in self.paragraphs if p.story == "body")

"""What the Word stage hands on: the draft as Word shows it, with every tracked change accepted (or rejected)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Stretch:
    """A look or a construct over ``text[start:end]`` of one paragraph (code points).

    ``kind`` is one of bold, italic, underline, caps, strike, highlight, hidden, field, link, note;
    ``value`` holds a field's instruction, a link's target or a note's story name. Hidden text is text: whoever must not
    quote it looks for the stretches ``hidden``.
    """

    start: int
    end: int
    kind: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """Someone's tracked change in one paragraph, as it stands in one view.

    What the view shows is a stretch of its text, ``start`` to ``end`` in code points: what was inserted in the accepted
    view, what was deleted in the rejected one. What only the other view shows is a point (``start == end``), and
    ``text`` holds its words: those that were struck out, or would have come in.

    ``of`` tells what was changed:

    - ``words``; as ``formatting``, their look;
    - ``paragraph``: its style, number or other ``formatting``;
    - ``mark``: the end of a paragraph, at which the two beside it are split (the point is the end of the text) or
      joined (the point is where they meet);
    - ``row``, ``cell``: all of the paragraph stands in it; at a point, in front of the paragraph (behind it where the
      story ends), ``text`` holds the words of the whole row or cell, one line a paragraph;
    - ``note``: the reference to a note, whose story ``text`` names.
    """

    start: int
    end: int
    kind: str  # insertion, deletion, move, formatting
    author: str
    date: str
    text: str = ""
    of: str = "words"
    inserted_by: str | None = None  # of a deletion inside somebody's insertion, in neither view text: who had inserted

    @property
    def shown(self) -> bool:
        """Whether this view has text here that the other has not."""
        return self.start < self.end and self.kind != "formatting"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of one story, in one view.

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
    source: int = 0  # where it begins in the file: among all paragraphs of the story, whichever view shows them

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
class CrossReference:
    """A field that repeats what stands elsewhere in the draft: what Word stored as its result, and what it is now.

    ``now`` is None where only Word's layout tells (a page, a note's number, "above") or where there is no bookmark.
    """

    paragraph: int  # position in Draft.paragraphs
    start: int  # of the result, in the paragraph's text
    end: int
    kind: str  # REF, PAGEREF, NOTEREF
    bookmark: str  # the name of the range that the field repeats
    exists: bool  # the draft has that range, or a field makes it
    target: int | None  # position in Draft.paragraphs of the paragraph where the range begins
    shown: str
    now: str | None

    @property
    def stale(self) -> bool:
        """The draft shows something else than a renewed field would; spaces and their kinds aside."""
        return self.now is not None and self.now.split() != self.shown.split()


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment that somebody wrote in Word, on ``text[start:end]`` of a paragraph of the body."""

    author: str
    date: str  # as Word writes it; empty where it gives none
    text: str  # one line a paragraph
    paragraph: int | None  # index in the body; None where its words are not there in this view, or not in the body
    start: int
    end: int
    resolved: bool = False


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
    cross_references: tuple[CrossReference, ...] = ()
    remarks: tuple[Remark, ...] = ()  # of people, in the order of the draft
    # of the file: title, author, last_modified_by, company, manager, template, …, and custom:NAME for added ones
    properties: Mapping[str, str] = field(default_factory=dict, repr=False)
    # position in ``clauses`` of the innermost clause that holds each body paragraph
    clause_at: tuple[int | None, ...] = field(default=(), repr=False)
    view: str = "accepted"  # with every tracked change accepted, or "rejected"
    # the paragraphs of the main story; they stand first, so ``body[i].index == i``
    body: tuple[Paragraph, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "body", tuple(p for p in self.paragraphs if p.story == "body"))

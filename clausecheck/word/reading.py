"""From the package to the model's Draft: words, numbers, headings and the clause tree put together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from weakref import WeakKeyDictionary

from lxml import etree

from ..model import Draft, Paragraph
from .contents import contents_lines
from .entries import clause_entries
from .file_facts import file_facts
from .gaps import not_read
from .headings import headings
from .lines import Heading, Line
from .list_context import ListContext
from .numbering import Counters, Printed, read_numbering
from .outline import outline
from .package import Package
from .properties import properties
from .references import cross_references
from .remarks import remarks
from .stories import ACCEPTED, Story, in_view, read_stories
from .styles import Styles, read_styles, style_of
from .text import Words
from .title import title_of
from .typed_numbers import Typed, typed_numbers
from .xml import W

_CONTENTS_STYLE = re.compile(r"toc \d|toc heading|contents heading|table of (?:figures|authorities)", re.IGNORECASE)
_HEADING_STYLE = re.compile(r"heading ([1-9])\b", re.IGNORECASE)


_drafts: WeakKeyDictionary[Package, Draft] = WeakKeyDictionary()


def read(package: Package, view: str = ACCEPTED) -> Draft:
    """The draft as Word shows it: every story, numbers, headings, clause tree, facts.

    ``view`` is "accepted", with all tracked changes accepted, or "rejected", as it was before them. Where nothing is
    tracked both have the same paragraphs.

    Raises:
        ClausecheckError: a part that must be read is damaged.
    """
    package = in_view(package, view)
    if package not in _drafts:
        _drafts[package] = _read(package)
    return replace(_drafts[package], view=view)


def _read(package: Package) -> Draft:
    stories = read_stories(package)
    styles = read_styles(package)
    numbering = read_numbering(package, styles)
    counters: dict[str, Counters] = {}  # Word counts the lists of notes, of headers and of text boxes apart
    printed = [[counters.setdefault(s.family, Counters(numbering)).printed(w) for w in s.words] for s in stories]
    lines, contents = _lines(stories[0], printed[0], styles)
    found = headings([None if listed else line for line, listed in zip(lines, contents, strict=True)])
    title, title_at = title_of(package, lines, contents)
    tree = outline(clause_entries(lines, found, printed[0], title_at))
    body = map(_paragraph, stories[0].words, lines, found, tree.levels, contents)
    others = chain.from_iterable(_aside(*pair, styles) for pair in zip(stories[1:], printed[1:], strict=True))
    contexts = [ListContext(numbering, s.words, p) for s, p in zip(stories, printed, strict=True)]
    cited = ["" if at is None else tree.clauses[at].label for at in tree.clause_at]
    return Draft(
        file=package.file,
        sha256=package.sha256,
        title=title,
        paragraphs=(*body, *others),
        clauses=tree.clauses,
        facts=file_facts(package, stories),
        not_read=not_read(package, stories, cited),
        properties=properties(package),
        cross_references=cross_references(package, stories, contexts),
        remarks=remarks(package),
        clause_at=tree.clause_at,
    )


def _lines(body: Story, printed: Sequence[Printed], styles: Styles) -> tuple[list[Line], list[bool]]:
    """The paragraphs of the body with their numbers, and which of them are lines of a table of contents."""
    ids = [style_of(words.elements[-1]) or styles.default for words in body.words]
    names = {identifier: styles.name(identifier) for identifier in set(ids)}
    marked = [w.contents or bool(_CONTENTS_STYLE.match(names[i])) for w, i in zip(body.words, ids, strict=True)]
    contents = contents_lines([words.text for words in body.words], marked)
    sought = [
        None if number.number or listed else words.text
        for words, number, listed in zip(body.words, printed, contents, strict=True)
    ]
    typed = typed_numbers(sought)
    outlines = _Outlines(styles)
    return [
        _line(words, number, own, names[identifier], outlines.level(words.elements[-1], identifier))
        for words, number, own, identifier in zip(body.words, printed, typed, ids, strict=True)
    ], contents


def _line(words: Words, printed: Printed, typed: Typed | None, style: str, level: int | None) -> Line:
    number, size = (typed.number, typed.length) if typed else (printed.number, 0)
    return Line(words.text, number, size, words.stretches, style, level, words.cell is not None)


class _Outlines:
    """Outline levels, of the paragraph itself or through the chain of its style (ECMA-376 17.3.1.20)."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._of_style: dict[str, int | None] = {}

    def level(self, paragraph: etree._Element, style: str) -> int | None:
        own = paragraph.find(f"{W}pPr/{W}outlineLvl")
        if own is not None:
            return _outline_level(own)
        if style not in self._of_style:
            self._of_style[style] = self._through(style)
        return self._of_style[style]

    def _through(self, style: str) -> int | None:
        found = self._styles.paragraph_property(style, W + "outlineLvl")
        if found is not None:
            return _outline_level(found)
        for link in self._styles.chain(style):
            named = _HEADING_STYLE.match(link.name)
            if named:
                return int(named[1]) - 1
        return None


def _outline_level(element: etree._Element) -> int | None:
    value = element.get(W + "val", "")
    return int(value) if value.isdecimal() and len(value) < 3 and int(value) < 9 else None  # 9 is body text


def _paragraph(words: Words, line: Line, heading: Heading | None, level: int | None, contents: bool) -> Paragraph:
    return Paragraph(
        story=words.story,
        index=words.index,
        text=words.text,
        number=line.number,
        typed=line.typed,
        heading_end=heading.end if heading else 0,
        heading_why=heading.why if heading else "",
        level=level,
        style=line.style,
        contents=contents,
        cell=words.cell,
        stretches=words.stretches,
        changes=words.changes,
        source=words.source,
    )


def _aside(story: Story, printed: Sequence[Printed], styles: Styles) -> Iterator[Paragraph]:
    """The paragraphs of a header, a note or a text box, which have no place in the clause tree."""
    for words, number in zip(story.words, printed, strict=True):
        style = styles.name(style_of(words.elements[-1]))
        yield _paragraph(words, _line(words, number, None, style, None), None, None, words.contents)

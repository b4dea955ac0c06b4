"""The component that finds defined terms: between quotation marks, in brackets, in bold, and in tables."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from ..model import Paragraph, Place, Term
from . import definitions, english
from .pieces import Piece

_QUOTED = re.compile(r"\"[ ]?(?P<term>[^\"\u2029]{1,80}?)[ ,.;]{0,2}\"")
_MEANS = re.compile(r"\s+(?:(?:shall|will) )?(?:means?|meaning|ha(?:ve|s) the)\b")
_NO_TERM = re.compile(
    r"(?i)(?:includ(?:e|es|ing)|or|and|herein|hereof|hereunder|such as|for example|without limitation)\b"
)
_OR = re.compile(r"\s*(?:,|/|or|and|,\s*(?:or|and))\s*(?:the\s+|a\s+|an\s+)?$")
_BRACKET = re.compile(
    r"\((?P<lead>[^()\"\u2029]{0,100})(?P<quoted>\"[^()\u2029]{1,160}?)\)"
    r"|\bhereinafter[^()\".\u2029]{0,40}(?P<after>\"[^\"\u2029]{1,60}\")"
)
_LEAD = re.compile(
    r"(?i)\s*(?:(?:the|this|an?|each|any|such|all|these|individually|collectively|together|jointly|hereinafter"
    r"|hereafter"
    r"|herein|below|also|such \w+|referred to|defined|as|called|known|or|and|with|both|being|in this agreement"
    r"|for short)[\s,:]*)*"
)
_JOINT = re.compile(r"(?i)\b(?:collectively|together|hereinafter|each|individually|jointly|referred to)\b")
_NAME = re.compile(r"[A-Z\d][\w/&.,'()-]*(?: [\w/&.,'()-]+){0,8}$")
_PLAIN = re.compile(
    r"(?:The\s+(?:term|expression)\s+)?(?P<term>[A-Z][\w/&'-]*(?: (?:[A-Z][\w/&'-]*|of|and|or|the|to"
    r"|for)){0,6})\s*,?\s+"
    r"(?=(?:shall |will )?(?:means?\b|(?:have|has) the (?:same )?(?:respective )?meanings?\b))"
)
_HEADS = re.compile(r"(?i)\s*(?:defined )?(?:terms?|expressions?|definitions?|words?)\s*$")
_BOLD_REACH = 100  # characters behind a bold term in which the word that defines must stand


@Language.component("clausecheck_terms")
def terms(doc: Doc) -> Doc:
    """Set ``doc._.terms``: every term where it is defined, in the draft's order."""
    text, starts = doc._.text, doc._.starts
    sentences = _Sentences(doc._.pieces)
    found = [
        *_bold(text, starts, doc._.draft.paragraphs, sentences),
        *_leading(text, starts, doc._.pieces),
        *_bracketed(text, starts, sentences),
        *_tables(text, starts, doc._.draft.paragraphs),
    ]
    found.sort(key=lambda term: (term.evidence.paragraph, term.evidence.start))
    doc._.terms = tuple({(t.evidence.paragraph, t.evidence.start): t for t in reversed(found)}.values())[::-1]
    return doc


class _Sentences:
    """Finds the sentence round a place."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._begins: dict[int, list[tuple[int, int]]] = {}
        for piece in pieces:
            self._begins.setdefault(piece.paragraph, []).append((piece.start, piece.end))

    def round(self, place: Place, length: int) -> Place:
        """The piece that holds the place, or the rest of the paragraph where none does."""
        ranges = self._begins.get(place.paragraph, [])
        at = bisect_right(ranges, (place.start, 1 << 30)) - 1
        if at >= 0 and ranges[at][1] >= place.end:
            return Place(place.paragraph, *ranges[at])
        return Place(place.paragraph, place.start, length)


def _leading(text: str, starts: tuple[int, ...], pieces: Sequence[Piece]) -> Iterator[Term]:
    """ "X" means …; "X" or "Y" shall mean …; The term "X" has the meaning …; X means …"""
    for piece in pieces:
        base = starts[piece.paragraph]
        sentence = text[base + piece.start : base + piece.end]
        if not definitions.defined_term(sentence):
            continue
        whole = Place(piece.paragraph, piece.start, piece.end)
        for how, start, end in _defined(sentence):
            place = Place(piece.paragraph, piece.start + start, piece.start + end)
            yield Term(sentence[start:end], how, place, whole)


def _defined(sentence: str) -> Iterator[tuple[str, int, int]]:
    """The terms of a sentence that defines: the first, those that "or" joins to it, those with their own "means"."""
    before, chain = -1, True
    for match in _QUOTED.finditer(sentence, 0, 900):
        chain = chain and (before < 0 or bool(_OR.match(sentence[before : match.start()])))
        if (chain or _MEANS.match(sentence, match.end())) and not _NO_TERM.match(match["term"]):
            yield "quoted", match.start("term"), match.end("term")
        before = match.end()
    plain = _PLAIN.match(sentence) if before < 0 else None
    if plain:
        yield "plain", plain.start("term"), plain.end("term")


def _bracketed(text: str, starts: tuple[int, ...], sentences: _Sentences) -> Iterator[Term]:
    """(the "X"), (collectively, the "X"), ("X" or "Y"), hereinafter "X"."""
    for match in _BRACKET.finditer(text):
        lead = match["lead"] or ""
        if match["after"] is None and not (_LEAD.fullmatch(lead) or _JOINT.search(lead)):
            continue
        at = bisect_right(starts, match.start()) - 1
        group = "quoted" if match["after"] is None else "after"
        for quoted in _QUOTED.finditer(text, match.start(group), match.end(group)):
            name = quoted["term"]
            if _NAME.match(name):
                place = Place(at, quoted.start("term") - starts[at], quoted.end("term") - starts[at])
                end = (starts[at + 1] - 2 if at + 1 < len(starts) else len(text)) - starts[at]
                yield Term(name, "parenthesis", place, sentences.round(place, end))


def _bold(text: str, starts: tuple[int, ...], paragraphs: Sequence[Paragraph], sentences: _Sentences) -> Iterator[Term]:
    """Bold or italic words at the front of a paragraph, with a word that defines behind them."""
    for i, paragraph in enumerate(paragraphs):
        for stretch in paragraph.stretches[:3]:
            if stretch.kind != "bold" or paragraph.text[paragraph.typed : stretch.start].strip():
                continue
            start, end = _trimmed(text, starts[i] + stretch.start, starts[i] + stretch.end)
            name, behind = text[start:end], text[end : min(end + _BOLD_REACH, starts[i] + len(paragraph.text))]
            if _NAME.match(name) and len(name) < 80 and english.DEFINES.match(behind.lstrip(" \"':\t")):
                place = Place(i, start - starts[i], end - starts[i])
                yield Term(name, "bold", place, sentences.round(place, len(paragraph.text)))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " \"'\t(":
        start += 1
    while end > start and text[end - 1] in " \"'\t:.,)":
        end -= 1
    return start, end


def _tables(text: str, starts: tuple[int, ...], paragraphs: Sequence[Paragraph]) -> Iterator[Term]:
    """A table whose first column holds terms, by its head or by their quotation marks, and whose second explains."""
    rows: dict[tuple[int, int], dict[int, list[int]]] = {}
    for i, paragraph in enumerate(paragraphs):
        if paragraph.cell and paragraph.text.strip():
            table, row, column = paragraph.cell
            rows.setdefault((table, row), {}).setdefault(column, []).append(i)
    glossaries = {table for (table, row), cells in rows.items() if row == 0 and _is_head(paragraphs, cells)}
    for (table, _), cells in rows.items():
        columns = sorted(cells)
        if len(columns) != 2 or len(cells[columns[0]]) != 1 or (table in glossaries and _is_head(paragraphs, cells)):
            continue
        cell, meaning = cells[columns[0]][0], cells[columns[1]][0]
        start, end = _trimmed(text, starts[cell], starts[cell] + len(paragraphs[cell].text))
        quoted = start > starts[cell] and text[start - 1] in "\"'"
        if (table in glossaries or quoted) and _NAME.match(text[start:end]) and end - start < 80:
            place = Place(cell, start - starts[cell], end - starts[cell])
            yield Term(text[start:end], "table", place, Place(meaning, 0, len(paragraphs[meaning].text)))


def _is_head(paragraphs: Sequence[Paragraph], cells: dict[int, list[int]]) -> bool:
    first = min(cells)
    return len(cells) == 2 and bool(_HEADS.match(paragraphs[cells[first][0]].text))

"""The component that makes units: sentences and items behind their lead-ins, each with its role."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from spacy.language import Language
from spacy.tokens import Doc

from ..model import Draft, Unit
from ..model.reading import OPERATIVE
from . import english, lists, roles, usage
from .lists import Drafted, Frame, Lists, Range
from .pieces import Piece

_BETWEEN = ("furniture", "note", "aside", "struck")  # what may stand inside a sentence without ending it
_LABEL = 8  # words


@dataclass(slots=True)
class Tables:
    """What the first cells of rows say of the others."""

    labels: dict[tuple[int, int], Drafted] = field(default_factory=dict)
    glossaries: set[int] = field(default_factory=set)  # tables that define terms


@Language.component("clausecheck_units")
def units(doc: Doc) -> Doc:
    """Give each piece its role, read items behind their lead-ins, and say which units count as evidence."""
    draft = doc._.draft
    roles.assign(draft, doc._.pieces)
    drafted = _read(draft, doc)
    doc._.units = usage.with_operative(doc, [_unit(draft, unit) for unit in drafted if not unit.leads])
    return doc


def _read(draft: Draft, doc: Doc) -> list[Drafted]:
    """All units in the draft's order."""
    spans = _token_spans(doc)
    open_lists, made = Lists(draft), list[Drafted]()
    previous: Drafted | None = None
    story = ""
    tables = Tables()
    for piece, own in zip(doc._.pieces, spans, strict=True):
        paragraph = draft.paragraphs[piece.paragraph]
        if paragraph.story != story:
            story, previous = paragraph.story, None
            open_lists.close()
        unit = Drafted(piece, own, role=piece.role, term=piece.term)
        if piece.role in _BETWEEN:
            made.append(unit)
        elif paragraph.cell is not None:
            made.append(_cell(unit, paragraph.cell, tables))
        elif not _joined(unit, previous, open_lists):
            previous = _place(unit, previous, open_lists)
            made.append(unit)
    _share_tails(open_lists, doc)
    return made


def _token_spans(doc: Doc) -> list[Range]:
    """The tokens of each piece; a piece inside a token, where a heading ends in mid-word, has that token."""
    offsets, starts = doc._.offsets, doc._.starts
    spans = []
    for piece in doc._.pieces:
        end = bisect_left(offsets, starts[piece.paragraph] + piece.end)
        spans.append((min(bisect_left(offsets, starts[piece.paragraph] + piece.start), end - 1), end))
    return spans


def _joined(unit: Drafted, previous: Drafted | None, open_lists: Lists) -> bool:
    """The piece belongs to a sentence that stands before it; then it is no unit of its own."""
    if previous is None or unit.role not in (OPERATIVE, "recital", previous.role):
        return False
    if lists.is_flush_tail(unit.piece, previous, open_lists.frames):
        frame = next(frame for frame in open_lists.frames if frame.lead_ins)
        for member in frame.members:
            member.after.append(unit.own)
        open_lists.close()
        return True
    if lists.runs_on(unit.piece, previous) and not open_lists.is_plain_item(previous):
        previous.go_on(unit.piece, unit.own)
        return True
    return False


def _place(unit: Drafted, previous: Drafted | None, open_lists: Lists) -> Drafted | None:
    """Set the unit into the enumeration that it goes on or opens; what the next piece may go on with."""
    piece = unit.piece
    if piece.role in ("heading", "contents", "signature") and piece.mark is None:
        open_lists.close()
        return None
    frame = open_lists.enter(piece, previous)
    led = frame is not None and bool(frame.lead_ins)
    if piece.title and piece.role == OPERATIVE and not led:
        unit.role = "heading"
    if unit.role in ("heading", "contents", "signature"):
        return None
    if frame is not None and led and piece.role != "definition":
        _lead_in(unit, frame)
    for outer in open_lists.frames:
        outer.members.append(unit)
    return unit


def _lead_in(unit: Drafted, frame: Frame) -> None:
    unit.lead_ins = frame.lead_ins
    if unit.role == OPERATIVE:
        unit.role, unit.term = frame.role, frame.term
    if frame.lead is not None:
        frame.lead.leads = True


def _cell(unit: Drafted, cell: tuple[int, int, int], tables: Tables) -> Drafted:
    """A table's cells are units of their own; a short first cell is the label of the others in its row."""
    table, row, column = cell
    label = tables.labels.get((table, row))
    if column == 0:
        if label is None and len(unit.piece.text.split()) <= _LABEL and not unit.piece.text.endswith("."):
            tables.labels[table, row] = unit
        return unit
    if row == 0 and english.MEANING.fullmatch(unit.piece.text):
        tables.glossaries.add(table)
    if label is not None and unit.role == OPERATIVE:
        unit.lead_ins = (label.own,)
        label.role = "heading" if label.role == OPERATIVE and label.piece.title else label.role
        if row and (table in tables.glossaries or label.piece.text[0] in "\"'"):
            unit.role, unit.term = "definition", label.piece.text.strip(" \"':.")
    return unit


def _share_tails(open_lists: Lists, doc: Doc) -> None:
    """A tail inside the last item that speaks of all of them is read behind each."""
    offsets = doc._.offsets
    for frame in open_lists.done:
        begin = lists.inline_tail(frame)
        if begin < 0:
            continue
        last = frame.members[-1]
        cut = bisect_left(offsets, doc._.starts[last.piece.paragraph] + last.piece.start + begin)
        if not last.own[0] < cut < last.own[1]:
            continue
        tail, last.own = (cut, last.own[1]), (last.own[0], cut)
        for member in frame.members:
            member.after.append(tail)


def _unit(draft: Draft, made: Drafted) -> Unit:
    piece: Piece = made.piece
    paragraph = draft.paragraphs[piece.paragraph]
    in_body = paragraph.story == "body" and paragraph.index < len(draft.clause_at)
    return Unit(
        ranges=made.words,
        own=len(made.lead_ins),
        paragraph=piece.paragraph,
        clause=draft.clause_at[paragraph.index] if in_body else None,
        role=made.role,
        operative=made.role == OPERATIVE,
        term=made.term,
    )

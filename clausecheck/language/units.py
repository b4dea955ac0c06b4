"""The component that makes units: sentences and items behind their lead-ins, each with its role.

Ranges in reading order: lead-ins from the outermost in, the unit's own words, then what goes on with them elsewhere:
the rest of a sentence behind a page break, a tail that several items share. A lead-in that items have taken is no unit
of its own; it is read with each of them. Numbers and marks are in no range.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from spacy.language import Language
from spacy.tokens import Doc

from ..model import Draft, Unit
from ..model.reading import OPERATIVE
from . import english, lists, roles, usage
from .lists import Drafted, Frame, Lists, Range
from .tables import Tables

_BETWEEN = ("furniture", "note", "aside", "struck")  # what may stand inside a sentence without ending it
_NO_SENTENCE = ("heading", "contents", "signature")
_VALUE = 20  # words: "Territory: Japan and Korea" says what only its heading explains


@Language.component("clausecheck_units")
def units(doc: Doc) -> Doc:
    """Give each piece its role, read items behind their lead-ins, and say which units count as evidence."""
    draft = doc._.draft
    roles.assign(draft, doc._.pieces)
    reader = _Reader(draft)
    for piece, own in zip(doc._.pieces, _token_spans(doc), strict=True):
        reader.read(Drafted(piece, own, role=piece.role, term=piece.term))
    _share_tails(reader.lists, doc)
    doc._.units = usage.with_operative(doc, [_unit(draft, made) for made in reader.made if not made.leads])
    return doc


def _token_spans(doc: Doc) -> list[Range]:
    """The tokens of each piece; a piece inside a token, where a heading ends in mid-word, has that token."""
    offsets, starts = doc._.offsets, doc._.starts
    spans = []
    for piece in doc._.pieces:
        end = bisect_left(offsets, starts[piece.paragraph] + piece.end)
        spans.append((min(bisect_left(offsets, starts[piece.paragraph] + piece.start), end - 1), end))
    return spans


@dataclass(slots=True)
class _Reader:
    """Reads piece after piece, and knows what the next one may go on with."""

    draft: Draft
    made: list[Drafted] = field(default_factory=list)
    lists: Lists = field(default_factory=Lists)
    tables: Tables = field(default_factory=Tables)
    story: str = ""
    previous: Drafted | None = None  # the sentence before, in running text
    headed: tuple[Drafted, Frame | None] | None = (
        None  # the run-in heading before, and the enumeration it is an item of
    )

    def read(self, unit: Drafted) -> None:
        """Make a unit of the piece, or add it to one that it goes on with."""
        paragraph = self.draft.paragraphs[unit.piece.paragraph]
        if paragraph.story != self.story:
            self.story, self.previous, self.headed = paragraph.story, None, None
            self.lists.close()
        if unit.role in _BETWEEN:
            self.made.append(unit)
        elif paragraph.cell is not None:
            self.made.append(self.tables.place(unit, paragraph.cell))
        elif not self._joined(unit):
            self.previous = self._place(unit)
            self.made.append(unit)

    def _joined(self, unit: Drafted) -> bool:
        """The piece belongs to a sentence that stands before it; then it is no unit of its own."""
        previous = self.previous
        if previous is None or unit.role not in (OPERATIVE, "recital", previous.role):
            return False
        frame = lists.tailed(unit.piece, previous, self.lists.frames)
        if frame is not None:
            for member in frame.members:
                member.after.append(unit.own)
            self.lists.close()
        elif lists.runs_on(unit.piece, previous) and not self.lists.is_plain_item(previous):
            previous.go_on(unit.piece, unit.own)
        else:
            return False
        return True

    def _place(self, unit: Drafted) -> Drafted | None:
        """Set the unit into the enumeration that it goes on or opens; what the next piece may go on with."""
        headed, self.headed = self._heading_of(unit), None
        if unit.role in _NO_SENTENCE and unit.piece.mark is None:
            self.lists.close()
            frame = None
        else:
            frame = self.lists.enter(unit.piece, self.previous)
        if headed is None and unit.role == OPERATIVE and self._is_heading(unit, frame):
            unit.role = "heading"
        if unit.role in _NO_SENTENCE:
            self.headed = (unit, frame)
            return None
        if headed is not None:
            frame = frame or headed[1]
        if frame is not None and frame.lead_ins and unit.role != "definition":
            _lead_in(unit, frame)
        elif headed is not None and unit.role == OPERATIVE and _is_value(unit):
            unit.lead_ins = (headed[0].own,)
        for outer in self.lists.frames:
            outer.members.append(unit)
        return unit

    def _heading_of(self, unit: Drafted) -> tuple[Drafted, Frame | None] | None:
        """The run-in heading before the unit in its paragraph; the title of a schedule that holds but a filler."""
        before = self.headed
        if before is None or before[0].piece.paragraph == unit.piece.paragraph:
            return before
        titled = before[0].role == "heading" and self._in_schedule(unit)
        return (before[0], None) if titled and english.FILLER.fullmatch(unit.piece.text) else None

    def _is_heading(self, unit: Drafted, frame: Frame | None) -> bool:
        """It reads like a heading, and is neither an item behind a lead-in nor what a schedule lists."""
        if not unit.piece.title or (frame is not None and frame.lead_ins):
            return False
        listed = self._in_schedule(unit)
        return not listed or unit.piece.text.isupper() or bool(english.SCHEDULE.match(unit.piece.text))

    def _in_schedule(self, unit: Drafted) -> bool:
        clause = _clause(self.draft, unit.piece.paragraph)
        return clause is not None and self.draft.clauses[clause].schedule


def _is_value(unit: Drafted) -> bool:
    words = unit.piece.text
    return english.FILLER.fullmatch(words) is not None or (
        len(words.split()) <= _VALUE and not english.VERB.search(words)
    )


def _lead_in(unit: Drafted, frame: Frame) -> None:
    unit.lead_ins = frame.lead_ins
    if unit.role == OPERATIVE:
        unit.role, unit.term = frame.role, frame.term
    if frame.lead is not None:
        frame.lead.leads = True


def _share_tails(open_lists: Lists, doc: Doc) -> None:
    """A tail inside the last item that speaks of all of them is read behind each."""
    for frame in open_lists.done:
        begin = lists.inline_tail(frame)
        if begin < 0:
            continue
        last = frame.members[-1]
        cut = bisect_left(doc._.offsets, doc._.starts[last.piece.paragraph] + last.piece.start + begin)
        if not last.own[0] < cut < last.own[1]:
            continue
        tail, last.own = (cut, last.own[1]), (last.own[0], cut)
        for member in frame.members:
            member.after.append(tail)


def _clause(draft: Draft, position: int) -> int | None:
    """The innermost clause that holds the paragraph, in the body."""
    paragraph = draft.paragraphs[position]
    in_body = paragraph.story == "body" and paragraph.index < len(draft.clause_at)
    return draft.clause_at[paragraph.index] if in_body else None


def _unit(draft: Draft, made: Drafted) -> Unit:
    return Unit(
        ranges=made.words,
        own=len(made.lead_ins),
        paragraph=made.piece.paragraph,
        clause=_clause(draft, made.piece.paragraph),
        role=made.role,
        operative=made.role == OPERATIVE,
        term=made.term,
    )

"""The component that finds sentences: ``doc.sents``, and the pieces from which units are made."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

import numpy
from spacy.language import Language
from spacy.tokens import Doc

from . import counting, furniture
from .counting import Cut
from .pieces import Piece, pieces


@Language.component("clausecheck_sentences")
def sentences(doc: Doc) -> Doc:
    """Cut every paragraph into pieces, begin sentences at those not inside one, leave marks out of word counts."""
    draft, text = doc._.draft, doc._.text
    texts = [text[start : start + len(p.text)] for start, p in zip(doc._.starts, draft.paragraphs, strict=True)]
    bounds = furniture.edges(texts)
    cuts = [counting.cut(p, t, b) for p, t, b in zip(draft.paragraphs, texts, bounds, strict=True)]
    counting.accept(cuts)
    doc._.pieces = tuple(piece for i, owner in enumerate(cuts) for piece in pieces(i, owner))
    _begin_sentences(doc, doc._.pieces)
    _leave_out_marks(doc, cuts)
    return doc


def _begin_sentences(doc: Doc, found: Sequence[Piece]) -> None:
    offsets = doc._.offsets
    begins = {bisect_left(offsets, doc._.starts[p.paragraph] + p.mark_start) for p in found if not p.inline}
    begins.update(start for start, end in doc._.paragraph_tokens if end > start)
    column: Any = numpy.array([1 if i in begins else -1 for i in range(len(doc))], dtype="int64")
    doc.from_array(["SENT_START"], column.astype("uint64"))  # spaCy wants -1 for "no", as an unsigned number


def _leave_out_marks(doc: Doc, cuts: Sequence[Cut]) -> None:
    """Numbers and enumeration marks are no words: "not (a) sublicense" has nothing between its words."""
    offsets = doc._.offsets
    silent: set[int] = set()
    for start, owner in zip(doc._.starts, cuts, strict=True):
        spans = [(0, owner.paragraph.typed), *((c.start, c.end) for c in owner.accepted)]
        for begin, end in spans:
            silent.update(range(bisect_left(offsets, start + begin), bisect_left(offsets, start + end)))
    counts, less = [0], 0
    for i, (before, after) in enumerate(zip(doc._.words, doc._.words[1:], strict=False)):
        less += after - before if i in silent else 0
        counts.append(after - less)
    doc._.words = tuple(counts)

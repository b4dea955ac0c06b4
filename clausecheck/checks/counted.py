"""A number of things in a sentence, and the total of the same things in a table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Fault, Look
from .defined import key
from .prose import place
from .prose import words as said
from .tables import Cell, Tables, rows

_TOTAL = re.compile(r"(?i)(?:grand )?totals?\b|sum\b|in all\b")
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})*|\d+")
_NOUN = re.compile(r"\s+((?:[A-Z][\w-]*\s*){1,4})")


def counts_against_tables(look: Look) -> Iterator[Fault]:
    """ "twenty-four (24) Licensed Lines" where the column "Licensed Lines" of a table adds up to 20."""
    totals = dict(_totals(look))
    text = look.reading.doc._.text
    for span in look.reading.doc.spans.get("count", ()):
        noun = _NOUN.match(text, span.end_char)
        cell = totals.get(key(noun[1])) if noun else None
        value = span._.value
        if noun is None or cell is None or "≠" in value or float(value) == _figure(cell.text):
            continue
        where = place(look.reading, span.start_char, noun.end(1))
        paragraph = cell.paragraphs[0]
        whole = look.draft.paragraphs[paragraph].text
        start = look.reading.starts[paragraph]
        yield Fault(
            f"“{' '.join(said(look.reading, where).split())}” here, but {cell.text} in the table. "
            "Confirm the number and write it alike.",
            (where, place(look.reading, start, start + len(whole))),
            key=noun[1],
        )


def _totals(look: Look) -> Iterator[tuple[tuple[str, ...], Cell]]:
    """What each column of a table adds up to by its last row, by the column's heading."""
    for cells in Tables(look.draft).all():
        by_row = rows(cells)
        head = {cell.column: key(cell.text) for cell in by_row.get(0, ())}
        last = by_row[max(by_row)]
        if last and _TOTAL.match(last[0].text):
            for cell in last[1:]:
                if head.get(cell.column) and _NUMBER.fullmatch(cell.text):
                    yield head[cell.column], cell


def _figure(text: str) -> float:
    return float(text.replace(",", ""))

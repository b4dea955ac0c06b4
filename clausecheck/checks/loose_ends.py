"""What a hurried edit leaves in the words: half a pair of brackets, a list of one, a duty that nobody bears."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator

from ..model import Look, Paragraph, Place
from .file_traces import Trace
from .labels import number
from .prose import place, sentences

_PAIRS = {")": "(", "]": "[", "\u201d": "\u201c"}
_LIST_MARK = re.compile(r"(?:^|[\s\u2013-])(?:[A-Za-z]|[ivxlIVXL]{1,5}|\d{1,3})$")
_NEAR = 4  # paragraphs in which the other half of a pair may stand
_QUOTED = 70
_FIRST = re.compile(r"\((?:a|i|1)\)$")
_DUTY = re.compile(
    r"(?i)\b(?P<what>royalt(?:y|ies)|fees?|instal\w*|payments?|invoices?|reports?|statements?|records|accounts|training"
    r"|documents?|documentation|insurance|taxes|costs|expenses|samples?|materials?|confidential information)\b"
    r"[^.;,]{0,60}?\b(?:shall|must|will)\s+(?:\w+\s+)?be\s+(?:promptly\s+|timely\s+)?"
    r"(?P<done>paid|delivered|submitted|provided|furnished|kept|maintained|sent|reported|reimbursed|returned|supplied"
    r"|remitted|rendered|obtained|taken out|borne)\b"
)
_BY = re.compile(r"(?i)\bby\s+(?:the\s+|a\s+|an\s+|each\s+|either\s+|such\s+|its?\s+|whoever|that\s+|any\s+)?[a-z]")
_NO_DUTY = re.compile(
    r"(?i)\b(?:if|unless|where|when|provided that|deemed|that|no (?:royalt|fee|payment)\w*|once|only)\b"
)


def unbalanced(look: Look) -> Iterator[Trace]:
    """Halves of pairs in the body, unless the other half stands in a paragraph near by."""
    body = look.draft.body
    halves = [_halves(paragraph) for paragraph in body]
    for position, own in enumerate(halves):
        near = Counter(sign for other in halves[max(0, position - _NEAR) : position + _NEAR + 1] for _, sign in other)
        for at, sign in own:
            other = _PAIRS.get(sign) or next(close for close, opens in _PAIRS.items() if opens == sign)
            if near[sign] > near[other]:
                start, end = _around(body[position].text, at)
                yield Trace(f"“{sign}” stands without its other half.", Place(position, start, end))
                break


def _halves(paragraph: Paragraph) -> list[tuple[int, str]]:
    """Places of signs whose other half is not in the paragraph; marks of lists such as "a)" are none."""
    if paragraph.contents or paragraph.cell is not None:
        return []
    opened: list[tuple[int, str]] = []
    alone: list[tuple[int, str]] = []
    text = paragraph.text
    for found in re.finditer("[()\\[\\]\u201c\u201d]", text):
        sign, at = found[0], found.start()
        if sign not in _PAIRS:
            opened.append((at, sign))
        elif opened and opened[-1][1] == _PAIRS[sign]:
            opened.pop()
        elif sign != ")" or not (_LIST_MARK.search(text[max(0, at - 6) : at]) or _ruled(text, at)):
            alone.append((at, sign))
    return [*alone, *opened]


def _ruled(text: str, at: int) -> bool:
    """A column of ")" in a signature block."""
    before = text[max(0, at - 2) : at]
    return not before.strip() or before.strip() == ")"


def _around(text: str, at: int) -> tuple[int, int]:
    """The words about a sign."""
    start = text.rfind(" ", 0, max(0, at - _QUOTED // 2)) + 1
    end = text.find(" ", min(len(text), at + _QUOTED // 2))
    return start, end if end > 0 else len(text)


def lone_items(look: Look) -> Iterator[Trace]:
    """Clauses with an item (a) and no other item."""
    children: dict[int, list[int]] = {}
    for at, clause in enumerate(look.draft.clauses):
        if clause.parent is not None:
            children.setdefault(clause.parent, []).append(at)
    for below in children.values():
        clause = look.draft.clauses[below[0]]
        if len(below) > 1 or clause.schedule or not _FIRST.search(number(clause.label)):
            continue
        paragraph = look.draft.body[clause.first]
        above = look.draft.clauses[clause.parent].label if clause.parent is not None else ""
        if paragraph.number.startswith("(") and not (above.endswith("(h)") and clause.label.endswith("(i)")):
            where = Place(clause.first, 0, min(len(paragraph.text), _QUOTED))
            yield Trace(f"{clause.label} is the only item of its list.", where)


def without_bearer(look: Look) -> Iterator[Trace]:
    """ "Royalties shall be paid within 30 days": no party in the sentence or in what leads to it."""
    reading = look.reading
    named = sorted(span.start for span in reading.doc.spans.get("party", ()))
    for sentence in sentences(look):
        unit = sentence.unit
        found = _DUTY.search(sentence.text) if unit.operative and unit.role == "operative" else None
        if found is None or _BY.search(sentence.text) or _NO_DUTY.search(sentence.text[: found.end()]):
            continue
        if any(bisect_left(named, first) < bisect_left(named, last) for first, last in unit.ranges):
            continue
        where = place(reading, sentence.start + found.start(), sentence.start + found.end())
        yield Trace(f"Nobody is named who owes it: “{' '.join(found[0].split())}”.", where)

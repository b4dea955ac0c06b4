"""DRF-06: what somebody must still fill in or decide: blanks, brackets, alternatives, drafting notes, empty cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ..model import Fault, Look, Unit
from .empty_cells import empty_cells
from .open_points import OpenPoint, asked
from .prose import Units, place, sentences, words

SIGNING = "signing"
_UNREAD = ("contents", "furniture", "struck", "note")
_MOST_LISTED = 6  # points that a grouped note spells out

_BRACKET = re.compile(r"(?<![\w\]])\[(?P<inside>[^\[\]\u2029]{1,400})\](?!\w)")
_ANGLE = re.compile(r"<(?P<inside>[A-Za-z][^<>@/\u2029]{1,60})>|\{\{[^{}\u2029]{1,60}\}\}")
_TO_COME = re.compile(
    r"(?i)\(to be (?:confirmed|completed|inserted|agreed|determined|advised|supplied|filled)[^()\u2029]{0,40}\)"
)
_XX = re.compile(r"(?<![\w.-])X{2,6}(?=\s?(?:%|per ?cent|days|months|years|yen|euro)|\))|(?<=[$€£¥] )X{2,6}\b")
# Brackets that ask for nothing: marks of lists, years and notes, words that a filing took out, words about the page.
_QUIET_BRACKET = re.compile(
    r"(?i)\s*(?:[a-z]{1,2}|[ivxl]{1,6}|\d{1,4}|.*(?:\*|\u2588).*|x|\u2713|\u2611|\u2610|sic|logo|seal|stamp"
    r"|(?:this )?(?:page|section|article|clause|space|schedule|exhibit)?\s*(?:is )?(?:intentionally|reserved|deleted"
    r"|omitted|not used|left blank|void)\b.*"
    r"|.*\b(?:signatures?|signatory|(?:remainder|rest|balance) of|page|follows|following|intentionally|redacted"
    r"|confidential|omitted|translation|end of|seal|logo|letterhead)\b.*"
    r"|(?:exhibit|schedule|annex|appendix|attachment|section|article|clause)s? [\w.()-]+"
    r"|emphasis added|as amended|english|illegible|missing|https?:.*|[a-z]=\d+|(?:[a-z]\.){1,3} ?\d+)\s*"
)
_CAPTION = re.compile(
    r"(?i)(?:\b(?:sub)?(?:section|article|clause|paragraph)s?|\band|,)\s+(?:\d[\w.()-]{0,12}|[IVX]{1,6})\s*$"
)
_FORM = re.compile(r"(?i)\b(?:forms?|template|specimen|sample)\b")
_CHECKBOX = re.compile(r"(?i)\s*\[\s*x?\s*\]\s*[A-Za-z]")
_SIGNATURE_LINE = re.compile(
    r"(?i)(?:\b(?:by|name|printed? name|title|its|dated?|signature|signed|signatory|place|witness|seal|attest|position"
    r"|print|per)\s*[:.]?\s*(?:/s/)?\s*|^\s*|\b(?:mr|ms|dr)\.?\s*)$"
)
_BETWEEN = re.compile(
    r"[ \t]*(?:(?:st|nd|rd|th)\b)?[ \t]*(?:(?:day|of|and|/|-|,)[ \t]*){0,2}"
)  # of two blanks in one value
_LONG_LINE = 8  # underscores in a row at the start of a line are there to be signed on


def check(look: Look) -> Iterable[Fault]:
    """Until signing one note for all of them; at signing each is a fault of its own at its place."""
    points = sorted(_points(look), key=lambda point: (point.where.paragraph, point.where.start))
    if look.settings.stage == SIGNING:
        yield from _each(look, points)
    elif points:
        yield _grouped(points)


def _each(look: Look, points: Iterable[OpenPoint]) -> Iterator[Fault]:
    """A fault for each; a placeholder that comes again and again, such as "[Party A]", is one at all its places."""
    together: dict[object, list[OpenPoint]] = {}
    for point in points:
        said = words(look.reading, point.where)
        together.setdefault(said if _is_placeholder(said) else point.where, []).append(point)
    for alike in together.values():
        yield Fault(f"{alike[0].what} {alike[0].todo}", tuple(point.where for point in alike))


def _grouped(points: Sequence[OpenPoint]) -> Fault:
    told = list(dict.fromkeys(f"{point.short} ({point.who})" for point in points))
    more = f", and {len(told) - _MOST_LISTED} more kinds" if len(told) > _MOST_LISTED else ""
    count = "One point is" if len(points) == 1 else f"{len(points)} points are"
    return Fault(
        f"{count} still open: {', '.join(told[:_MOST_LISTED])}{more}. Fill or decide each before signing.",
        tuple(point.where for point in points),
        "note",
        key="open points",
    )


def _points(look: Look) -> Iterator[OpenPoint]:
    text, units = look.reading.doc._.text, Units(look)
    taken: list[tuple[int, int]] = []
    for start, end in _joined(text, [*_brackets(text), *_blanks(look, text)]):
        unit = units.of(start)
        role = unit.role if unit else ""
        if role in _UNREAD or (role == "signature" and not _is_placeholder(text[start:end])):
            continue
        if unit is not None and _in_form(look, unit):
            continue
        taken.append((start, end))
        where = place(look.reading, start, end)
        yield OpenPoint.note(where) if role == "aside" else asked(text, start, end, where)
    inside = {start for start, _ in taken}
    for sentence in sentences(look, "aside"):
        if not inside.intersection(range(sentence.start - 1, sentence.start + len(sentence.text))):
            yield OpenPoint.note(place(look.reading, sentence.start, sentence.start + len(sentence.text)))
    yield from empty_cells(look)


def _joined(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """In order; what overlaps is one, and blanks a word or two apart: "the ____ day of ____"."""
    joined: tuple[int, int] | None = None
    for start, end in sorted(spans):
        if joined is not None and (start < joined[1] or _BETWEEN.fullmatch(text, joined[1], start)):
            joined = (joined[0], max(joined[1], end))
            continue
        if joined is not None:
            yield joined
        joined = (start, end)
    if joined is not None:
        yield joined


def _in_form(look: Look, unit: Unit) -> bool:
    """It stands in a form that the schedule attaches to be filled in later."""
    at = unit.clause
    while at is not None:
        clause = look.draft.clauses[at]
        if clause.schedule and _FORM.search(clause.heading):
            return True
        at = clause.parent
    return False


def _brackets(text: str) -> Iterator[tuple[int, int]]:
    for match in _BRACKET.finditer(text):
        if _asks(text, match):
            yield match.span()
    for pattern in (_ANGLE, _TO_COME, _XX):
        for match in pattern.finditer(text):
            yield match.span()


def _asks(text: str, bracket: re.Match[str]) -> bool:
    """It is no mark of another kind, and no caption behind a reference: "Section 4.2 [Confidentiality]"."""
    inside = bracket["inside"]
    if not re.search(r"[A-Za-z]", inside) or _QUIET_BRACKET.fullmatch(inside):
        return False
    return not _CAPTION.search(text, max(0, bracket.start() - 40), bracket.start())


def _blanks(look: Look, text: str) -> Iterator[tuple[int, int]]:
    for span in look.reading.doc.spans.get("blank", ()):
        start, end = span.start_char, span.end_char
        bracket = _BRACKET.match(text, start)
        if bracket and re.search(r"[A-Za-z]{2}", bracket["inside"]):
            continue  # seen among the brackets
        line = text.rfind("\u2029", 0, start) + 1
        before = text[max(line, start - 40) : start].lstrip("\n")
        if _CHECKBOX.match(text[start : end + 3]) and not re.search(r"[\w,(]\s?$", before):
            continue
        to_sign = _SIGNATURE_LINE.search(before) and (before.strip() or end - start >= _LONG_LINE)
        if not to_sign or _is_placeholder(text[start:end]):
            yield start, end


def _is_placeholder(words: str) -> bool:
    """It says what belongs there: no line to sign on."""
    return bool(re.search(r"[a-z]{3}", words.lower())) and words[:1] in "[<{"

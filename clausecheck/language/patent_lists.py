"""Patent numbers in tables and in schedules of patents, where the column or the heading says what a bare number is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Draft, Paragraph
from . import countries
from .found import Found
from .patent_numbers import ANY, KIND, NUMBERED, SERIAL, value

_PATENT = re.compile(r"(?i)\bpatents?\b|\bPCT\b")
_NOT_PATENT = re.compile(
    r"(?i)trade-?mark|service mark|\bmarks?\b|domain|copyright|document|plant variet|software|equipment"
)
_NUMBER_COLUMN = re.compile(
    r"(?i)^(?:(?:patent|application|app(?:l?n)?\.?|publication|pub\.?|grant|issue|serial|registration|reg\.?|pct"
    r"|filing)"
    r"[ /.\w]{0,40}(?:no\b|nos\b|number|#)|number|patent|patents?[ /]application|patent or application|no\.?)"
)
_COUNTRY_COLUMN = re.compile(r"(?i)^(?:country|jurisdiction|territory|office|state|ctry)\b")
_CELL = re.compile(
    rf"(?:(?:(?:[Pp]atent|[Aa]pplication|[Aa]pp(?:ln)?\.?|[Ss]erial|[Pp]ublication)[ ]?){{0,3}}(?:[Nn]os?\.?[ ]?)?)?"
    rf"(?P<number>{NUMBERED}|(?:[A-Z]{{2}}[ ])?{ANY}{KIND})(?![\w])"
)
_HEADER_LINE = re.compile(
    r"(?i)(?:country|jurisdiction)\b[^\u2029\d]{0,80}?\b(?:app|patent|serial|publication|pub"
    r"|reg)[a-z.]{0,12}[ /]{0,2}(?:no\b|number|#)"
    r"[^\u2029\d]{0,80}"
)
_OFFICES = (
    "US|EP|JP|CN|KR|DE|GB|UK|FR|AU|CA|TW|WO|AT|BE|BR|CH|DK|EA|ES|FI|HK|IE|IL|IN|IT|MX|MY|NL|NO|NZ|PL|RU|SE|SG|TR|ZA"
)
_ROW = re.compile(
    rf"(?<![\w.,/-])(?:(?P<office>{_OFFICES})(?=[ \t|:](?!\d{{1,2}}-[A-Z]))"
    rf"|(?P<date>\d{{1,2}}-[A-Z][a-z]{{2}}-\d{{2,4}}|\d{{1,2}}/\d{{1,2}}/\d{{2,4}})"
    rf"|(?P<number>{NUMBERED}|{ANY}{KIND}))(?![\w]|[,/]\d|-\d)"
)
_PLACED = re.compile(  # "Japan: 4123456", "Republic of Korea - Patent No. 10-1234567"
    rf"(?<![\w.])(?P<country>(?:[A-Z][A-Za-z.]+|[A-Z]{{2}})(?: (?:of |and )?[A-Z][a-z]+){{0,2}})[ \t:|\u2013-]{{1,4}}"
    rf"(?:(?:[Pp]atents?|[Aa]pplications?|[Ss]erial)[ ])?(?:[Nn]os?\.?[ ]?)?(?P<number>{ANY}{KIND})(?![\w]|[,/.]\d|-\d)"
)
_BARE = re.compile(rf"(?<![\w.,/$€£¥-])(?P<number>\d{{1,2}},\d{{3}},\d{{3}}|{SERIAL}){KIND}(?![\w]|[,/.]\d|-\d)")


def listed_patents(text: str, draft: Draft, starts: tuple[int, ...]) -> Iterator[Found]:
    """Numbers in the tables and lists of the draft's body; ``text`` and ``starts`` as in its Doc."""
    yield from _in_tables(text, draft, starts)
    yield from _in_lists(text, draft, starts)


def _in_tables(text: str, draft: Draft, starts: tuple[int, ...]) -> Iterator[Found]:
    caption = ""
    tables: dict[int, list[tuple[int, Paragraph]]] = {}
    captions: dict[int, str] = {}
    for i, paragraph in enumerate(draft.body):
        if paragraph.cell is None:
            caption = _caption(caption, paragraph)
            continue
        table = paragraph.cell[0]
        captions.setdefault(table, caption)
        tables.setdefault(table, []).append((i, paragraph))
    for table, cells in tables.items():
        yield from _in_table(text, captions[table], cells, starts)


def _caption(before: str, paragraph: Paragraph) -> str:
    """What a table stands under: the last heading or short line, and what follows it."""
    words = paragraph.text.strip()
    if not words:
        return before
    return words if paragraph.heading_end or len(words) < 80 else f"{before[-160:]} {words[-160:]}"


def _in_table(text: str, caption: str, cells: list[tuple[int, Paragraph]], starts: tuple[int, ...]) -> Iterator[Found]:
    top = min(p.cell[1] for _, p in cells if p.cell)
    header = {p.cell[2]: p.text.strip() for _, p in reversed(cells) if p.cell and p.cell[1] == top}
    heads = " | ".join(header.values())
    if _NOT_PATENT.search(heads) or not _PATENT.search(f"{heads} {caption}"):
        return
    if _NOT_PATENT.search(caption) and not _PATENT.search(heads):
        return
    numbers = {column for column, words in header.items() if _NUMBER_COLUMN.match(words)}
    country_of = {
        p.cell[1]: countries.code(p.text)
        for _, p in cells
        if p.cell and _COUNTRY_COLUMN.match(header.get(p.cell[2], ""))
    }
    for i, paragraph in cells:
        if paragraph.cell and paragraph.cell[1] > top and paragraph.cell[2] in numbers:
            start, end = starts[i], starts[i] + len(paragraph.text)
            for match in _CELL.finditer(text, start, end):
                if len(re.sub(r"\D", "", match["number"])) >= 6:
                    office = country_of.get(paragraph.cell[1], "").upper()
                    yield Found(match.start("number"), match.end("number"), value(match["number"], _office(office)))


def _office(code: str) -> str:
    return {"UK": "GB", "EU": "EP"}.get(code, code)


def _in_lists(text: str, draft: Draft, starts: tuple[int, ...]) -> Iterator[Found]:
    """Under a heading that speaks of patents: bare numbers; under a line of column heads: rows "US 12/432,845 …"."""
    patents = rows = False
    for i, paragraph in enumerate(draft.body):
        if paragraph.cell is not None or paragraph.contents:
            continue
        start, end = starts[i], starts[i] + len(paragraph.text)
        words = text[start:end]
        heads = _HEADER_LINE.search(words)
        if heads or _opens(draft, paragraph) or _is_title(words):
            about = heads[0] + words[: heads.start()][-120:] if heads else words[:160]
            patents = bool(_PATENT.search(about)) and not _NOT_PATENT.search(heads[0] if heads else about)
            rows = bool(heads) and patents
        if rows and len(words) > 12:
            yield from _rows(text, start + (heads.start() if heads else 0), end)
            yield from _placed(text, start, end)
        elif patents:
            for match in _BARE.finditer(text, start, end):
                if not match["number"].endswith(",000"):  # more likely an amount
                    yield Found(match.start(), match.end(), value(match[0]))
            yield from _placed(text, start, end)


def _opens(draft: Draft, paragraph: Paragraph) -> bool:
    """It opens a section; the first words of what a schedule lists ("1. Pump - Japan 4123456") do not."""
    clause = draft.clause_at[paragraph.index] if paragraph.index < len(draft.clause_at) else None
    listed = clause is not None and draft.clauses[clause].schedule
    return paragraph.is_heading or bool(paragraph.heading_end and not listed)


def _placed(text: str, start: int, end: int) -> Iterator[Found]:
    """Bare numbers behind the name of their country."""
    for match in _PLACED.finditer(text, start, end):
        words = match["country"]
        office = countries.code(words) or countries.code(words.rpartition(" ")[2])
        amount = match["number"].endswith(",000")
        if office and not amount and len(re.sub(r"\D", "", match["number"])) >= 6:
            yield Found(match.start("number"), match.end("number"), value(match["number"], _office(office.upper())))


def _is_title(words: str) -> bool:
    """A short line that may name what follows: "Schedule 1.1(e) - Assigned Patents"."""
    return len(words) < 90 and bool(re.match(r"(?i)\s*(?:schedule|exhibit|annex|appendix|attachment|part)\b", words))


def _rows(text: str, start: int, end: int) -> Iterator[Found]:
    office = ""
    for match in _ROW.finditer(text, start, end):
        if match["office"]:
            office = match["office"]
        elif match["number"] and office and len(re.sub(r"\D", "", match["number"])) >= 6:
            yield Found(match.start("number"), match.end("number"), value(match["number"], _office(office)))

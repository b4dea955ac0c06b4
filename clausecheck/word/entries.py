"""Which paragraphs of the body open a clause: the numbered ones and the headings, but not every line that looks so."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from .lines import Heading, Line
from .numbering import Printed
from .numerals import SCHEDULES, Numeral, numeral
from .placement import Entry

_SCHEDULE = re.compile(r"(?:the )?(" + "|".join(SCHEDULES) + r")s?\b", re.IGNORECASE)
_NUMBERLESS = Numeral()
_TITLE_STYLES = ("title", "subtitle")


def clause_entries(
    lines: Sequence[Line], found: Sequence[Heading | None], printed: Sequence[Printed], title: int | None
) -> list[Entry | None]:
    """One entry for each paragraph that opens a clause, None for plain text, bullets and the draft's title."""
    entries = [_entry(*known) for known in zip(lines, found, printed, strict=True)]
    for position in range(0 if title is None else title + 1):  # names and headings on the cover, and the title itself
        entry = entries[position]
        entries[position] = entry if entry and entry.number and position != title else None
    _take_captions(entries, lines)
    _drop_false_schedules(entries, lines)
    return entries


def _entry(line: Line, heading: Heading | None, printed: Printed) -> Entry | None:
    if line.style.casefold() in _TITLE_STYLES or (not line.numbered and heading is None):
        return None
    parsed = numeral(line.number) if line.numbered else _NUMBERLESS
    words = _caption(line.text[line.typed : heading.end]) if heading else ""
    whole = heading is not None and heading.end >= len(line.text.rstrip())
    if parsed.is_schedule and not whole and line.text.strip():
        return None  # "Exhibit A Licensed Patents are …" says something about the exhibit
    if not line.numbered and whole and (named := _SCHEDULE.match(words)):
        parsed = Numeral(named[1].lower())
    return Entry(
        number=line.number if line.numbered else "",
        numeral=parsed,
        heading=words,
        rank=heading.rank if heading else None,
        outline=line.outline if heading else None,
        list=printed.list if printed.number == line.number else "",
        depth=printed.depth,
        format=printed.format if printed.list else "",
    )


def _caption(text: str) -> str:
    words = text.strip(" \t\n.:;–—-")
    return words[1:-1].strip() if words[:1] + words[-1:] in ("()", "（）", "【】") else words


def _take_captions(entries: list[Entry | None], lines: Sequence[Line]) -> None:
    """ "ARTICLE 1" alone takes the heading below it as its own: they are one clause."""
    above: int | None = None
    for position, entry in enumerate(entries):
        if not lines[position].text.strip() and entry is None:
            continue
        waiting = entries[above] if above is not None else None
        if above is not None and waiting and entry and not entry.number and not entry.numeral.word and entry.rank != 3:
            entries[above], entries[position] = replace(waiting, heading=entry.heading, rank=waiting.rank or 0), None
        above = position if entry and entry.numeral.word and not entry.heading else None


def _drop_false_schedules(entries: list[Entry | None], lines: Sequence[Line]) -> None:
    """A schedule named before any clause ("EXHIBIT 10.5" of a filing), or in a list of them, opens none."""
    shown = [position for position, line in enumerate(lines) if line.text.strip() or entries[position]]
    schedules = {p for p in shown if (entry := entries[p]) is not None and entry.numeral.is_schedule}
    ahead = Counter(entry.numeral for p in schedules if (entry := entries[p]) is not None)
    begun = False
    for place, position in enumerate(shown):
        entry = entries[position]
        if entry is None or position not in schedules:
            begun = begun or (entry is not None and bool(entry.number))
            continue
        ahead[entry.numeral] -= 1
        beside = {*shown[max(place - 1, 0) : place], *shown[place + 1 : place + 2]}
        if not begun or (ahead[entry.numeral] > 0 and beside & schedules):
            entries[position] = None

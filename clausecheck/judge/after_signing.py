"""What falls due in the first sixty days after signing, drawn from the operative clauses with their numbers."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date, timedelta

from ..model import Place, Reading, Step, Unit
from .evidence import Quoter

REACH = 60  # days after signing
_DAYS = {"business days": 7 / 5, "days": 1, "weeks": 7, "months": 30, "years": 365}

_SIGNING = (
    r"(?:effective date|date (?:of )?(?:this agreement|hereof)|date of (?:its |the )?(?:signature|execution|signing)"
    r"(?! of (?:the|a|each|any|such))|(?:signature|signing|execution|conclusion) (?:hereof|of (?:this|the) agreement)"
    r"|(?:execution|signing(?: date)?)(?! of)|entry into force)"
)
_AFTER = re.compile(
    rf"(?i)\s*(?:\(\w+\)\s*)?(?:of|after|from|following|as of|counted from)\s+(?:the\s+|its\s+)?{_SIGNING}\b"
)
_AT_ONCE = re.compile(
    rf"(?i)\b(?:up)?on\s+(?:the\s+)?(?:{_SIGNING}|signature(?! of))\b"
    rf"|\b(?:at|simultaneously with|concurrently with|promptly after)\s+(?:the\s+)?{_SIGNING}\b"
)
_BY = re.compile(r"(?i)\b(?:by|on|before|on or before|not? later than|until)\s+(?:\w+,?\s+)?$")
_DUTY = re.compile(
    r"(?i)\b(?:shall|will|must|agrees? to|undertakes? to|is to|are to|(?:is|are|falls?) (?:due|payable))\b"
)
_NO_DUTY = re.compile(
    r"(?i)\b(?:shall|will|must) (?:not\b|commence|come into|become effective|take effect|continue|remain|be deemed"
    r"|terminate|expire|begin|survive)|\b(?:effective|beginning|commencing|subsisting|existing)"
    r"\s+(?:up)?(?:on|at|as of)\b|^\W*if\b|\bshall have\b|\bterminat\w+\b|\bexpir\w+\b|\bmeans\b"
    r"|\bas (?:it exists |amended )?(?:on|of) the effective date"
)
_MUST = r"\b(?:shall|will|must|agrees? to|undertakes? to)\b"
# (what the words say, what kind of step it is): the first that fits; with True the step needs no day of its own
_KINDS: tuple[tuple[re.Pattern[str], str, bool], ...] = tuple(
    (re.compile(words, re.IGNORECASE), kind, alone)
    for words, kind, alone in (
        (
            rf"{_MUST}[^.;]{{0,60}}\b(?:submit|provide|furnish|give|obtain|file|deliver|complete|send)\b"
            r"[^.;]{0,120}\b(?:tax treaty|(?:income )?tax convention|residen(?:ce|cy) certificate"
            r"|certificate of (?:tax )?residen\w+|treaty (?:form|relief|application))\b",
            "Treaty form",
            True,
        ),
        (
            rf"{_MUST}[^.;]{{0,80}}\b(?:record|register|file|recordal|recordation|registration|filing)\b"
            r"(?:[^.;]{0,60}\b(?:patent office|jpo|cnipa|uspto|ministry|bureau of commerce|trade mark office)\b"
            r"| (?:of )?(?:this agreement|the licen[cs]es?)\b)(?![^.]*\b(?:cancell?\w*|ends?)\b)",
            "Recordal or filing",
            True,
        ),
        (
            r"\b(?:export|government(?:al)?|import) (?:licen[cs]e|permit|approval|permission)s?\b",
            "Licence or approval",
            False,
        ),
        (r"\b(?:pay|payable|instal\w*|paid|invoice|fee)\b", "Payment", False),
        (r"\b(?:insurance|certificate of insurance)\b", "Insurance", False),
        (r"\b(?:reports?|plan|schedule|forecast|budget|statement)\b", "Report or plan", False),
        (r"\b(?:appoint|designate|nominate|name)\b", "Appointment", False),
        (
            r"\b(?:deliver\w*|suppl(?:y|ies)|provide|furnish|disclose|make available|hand over|transfer|send)\b",
            "Delivery",
            False,
        ),
    )
)
_OTHER = "Other"


def after_signing(reading: Reading, effective: str = "") -> tuple[Step, ...]:
    """The steps of the first sixty days, the earliest first; those without a day of their own behind.

    ``effective`` is the ISO date of the Effective Date where the draft states one; days count from it.
    """
    found = list(_Finder(reading, effective).steps())
    return tuple(sorted(found, key=lambda step: (step.days is None, step.days or 0)))


class _Finder:
    """Looks through the sentences that bind."""

    def __init__(self, reading: Reading, effective: str) -> None:
        self._reading = reading
        self._quoter = Quoter(reading)
        self._start = date.fromisoformat(effective) if re.fullmatch(r"\d{4}-\d\d-\d\d", effective) else None
        doc = reading.doc
        self._durations = [(s.start_char, s.end_char, s._.value) for s in doc.spans.get("duration", ())]
        self._dates = [(s.start_char, s.end_char, s._.value) for s in doc.spans.get("date", ())]
        self._bearers = sorted(
            (span.start_char, role) for role in ("licensor", "licensee") for span in doc.spans.get(role, ())
        )

    def steps(self) -> Iterator[Step]:
        """One for each sentence that asks for something in these days."""
        for unit in self._reading.units:
            if unit.operative and unit.role == "operative" and (step := self._step(unit)):
                yield step

    def _step(self, unit: Unit) -> Step | None:
        doc, (first, last) = self._reading.doc, unit.ranges[unit.own]
        start, end = doc._.offsets[first], doc._.offsets[last - 1] + len(doc._.texts[last - 1])
        text = doc._.text[start:end]
        in_table = self._reading.draft.paragraphs[unit.paragraph].cell is not None
        duty = _DUTY.search(text)
        if _NO_DUTY.search(text) or not (duty or in_table):
            return None
        kind, alone = next(((kind, alone) for words, kind, alone in _KINDS if words.search(text)), (_OTHER, False))
        when = self._when(text, start, end)
        if when is None and not alone:
            return None
        days, said = when or (None, "")
        told = start + text.find(said) if said else start
        evidence = self._quoter.at(self._place(told, told + len(said) if said else end))
        due = (self._start + timedelta(days=days)).isoformat() if self._start and days is not None else ""
        return Step(kind, self._bearer(start, start + duty.start() if duty else end), said, days, due, evidence)

    def _when(self, text: str, start: int, end: int) -> tuple[int, str] | None:
        """Days after signing, and the words that say so; None where no such day is named."""
        folded = self._reading.doc._.text
        for low, high, value in self._within(self._durations, start, end):
            behind = _AFTER.match(folded, high, end)
            days = _days(value)
            if behind and days is not None and days <= REACH:
                return days, folded[low : behind.end()]
        if self._start is not None:
            for low, high, value in self._within(self._dates, start, end):
                if len(value) == 10 and _BY.search(folded[max(start, low - 30) : low]):
                    days = (date.fromisoformat(value) - self._start).days
                    if 0 <= days <= REACH:
                        return days, folded[low:high]
        found = _AT_ONCE.search(text)
        return (0, found[0]) if found else None

    @staticmethod
    def _within(spans: list[tuple[int, int, str]], start: int, end: int) -> list[tuple[int, int, str]]:
        return spans[bisect_left(spans, (start,)) : bisect_left(spans, (end,))]

    def _bearer(self, start: int, until: int) -> str:
        """The party that stands before the duty; empty where none or both do."""
        roles = {role for at, role in self._bearers[bisect_left(self._bearers, (start, "")) :] if at < until}
        return roles.pop() if len(roles) == 1 else ""

    def _place(self, start: int, end: int) -> Place:
        at = max(0, bisect_left(self._reading.starts, start + 1) - 1)
        base = self._reading.starts[at]
        return Place(at, start - base, min(end - base, len(self._reading.draft.paragraphs[at].text)))


def _days(value: str) -> int | None:
    """The length of a period in days; None where its words and figure differ or it has no number."""
    found = re.fullmatch(r"([\d.]+) ([a-z ]+)", value)
    unit = next((days for name, days in _DAYS.items() if found and found[2].strip() in (name, name[:-1])), None)
    return None if found is None or unit is None else round(float(found[1]) * unit)

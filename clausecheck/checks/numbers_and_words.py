"""DRF-07: a number whose words and figures differ. A question, never a silent mend."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..model import Fault, Look, Place
from .prose import place, words

_SLOTS = ("duration", "money", "percent", "count")
_ENUMERATED = 240  # characters before "(2)" in which "(1)" makes both marks of a list
_NUMBER_WORD = re.compile(
    r"(?i)(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twel|teen|twent|thir|fort|fift|eight|hundred"
    r"|thousand|million|first|second|half|quarter)"
)


def check(look: Look) -> Iterable[Fault]:
    """Every number in words whose figure says another value; each place once, the widest wording of it."""
    reading, text = look.reading, look.reading.doc._.text
    found = [span for name in _SLOTS for span in reading.doc.spans.get(name, ()) if "≠" in span._.value]
    end = 0
    for span in sorted(found, key=lambda one: (one.start_char, -one.end_char)):
        if (
            span.start_char >= end
            and _differ(span._.value, span.text)
            and not _is_mark(text, span.start_char, span.end_char)
        ):
            end = span.end_char
            yield _fault(look, place(reading, span.start_char, span.end_char))


def _fault(look: Look, where: Place) -> Fault:
    said = " ".join(words(look.reading, where).split())
    return Fault(
        f"Words and figures differ: “{said}”. "
        "Confirm with the deal sheet which of them was meant, and write both alike.",
        (where,),
    )


def _differ(value: str, text: str) -> bool:
    """The values differ by more than the way of writing: "1.000" may be a thousand, cents may be figures alone."""
    said, written = (float(part) for part in re.findall(r"[\d.]+", value)[:2])
    if not _NUMBER_WORD.search(text) or (
        1900 <= written < 2100 and said < 100
    ):  # "80 percent (1.5%)", "year one (1998)"
        return False
    if re.search(r"(?i)\bhal(?:f|ves)\b|\bquarters?\b|\n", text):  # fractions, and numbers that a line end tore
        return False
    if re.search(r"\d\.\d{3}(?!\d)", text) and said == written * 1000:
        return False
    return not (said == int(written) and re.search(r"\.\d\d(?!\d)", text))


def _is_mark(text: str, start: int, end: int) -> bool:
    """The figure in brackets numbers the next item of a list: "(1) phase one (2) phase two"."""
    figure = re.search(r"\((\d{1,2})\)$", text[start:end])
    if figure is None or int(figure[1]) < 2:
        return False
    return f"({int(figure[1]) - 1})" in text[max(0, start - _ENUMERATED) : start].rpartition("\u2029")[2]

"""The numbers of clauses in one spelling, so that "Section 2.01", "2.1." and "Article II" can be compared."""

from __future__ import annotations

import re

from ..model import Clause, Draft

_KIND = re.compile(r"(?i)^(?:sections?|articles?|clauses?|paragraphs?|§+|no\.?)\s*")
_ROMAN = re.compile(r"[IVXLC]+\b")
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_SCHEDULE = re.compile(r"(?i)^(schedule|exhibit|annex|appendix|attachment|addendum)e?s?\s+\"?([\w.-]+)\"?")


def number(label: str) -> str:
    """The bare number of a clause: "Section 2.01(a)" is "2.1(a)", "Article XIV" is "14"; empty where there is none."""
    bare = _KIND.sub("", label.strip()).rstrip(" .:")
    roman = _ROMAN.match(bare)
    if roman:
        bare = f"{_roman(roman[0])}{bare[roman.end() :]}"
    bare = re.sub(r"(?<=\.)0+(?=\d)|^0+(?=\d)|(?<=\d)\.0$", "", bare)
    return re.sub(r"\s", "", bare) if re.match(r"\d", bare) else ""


def stands(text: str, bare: str) -> bool:
    """Whether a number stands at the head of a line or a sentence, though no clause was read there."""
    mark, page = (r"\.?", r"|\b\d+\s") if "." in bare else (r"[.):]", "")
    head = rf"(?:^|[.;:)\]\u201d\"]\s+|\s{{2,}}{page})"
    named = rf"{head}(?i:section|article|clause)\s+{re.escape(bare)}\.?\s{{2,}}[A-Z]"
    return re.search(rf"(?m){head}{re.escape(bare)}{mark}\s+[\"\u201c(\[]?[A-Z]|{named}", text) is not None


def base(bare: str) -> str:
    """A number without its items in brackets: "9.2(a)(ii)" is "9.2"."""
    return bare.partition("(")[0]


def schedule(label: str) -> tuple[str, str]:
    """Kind and letter of a schedule: "Exhibit A" is ("exhibit", "A"); empty where the label is of no schedule."""
    found = _SCHEDULE.match(label.strip())
    return (found[1].lower(), found[2].upper().rstrip(".-")) if found else ("", "")


def body_clauses(draft: Draft) -> list[tuple[str, Clause]]:
    """The numbered clauses of the body with their bare numbers, schedules left out."""
    return [(bare, clause) for clause in draft.clauses if not clause.schedule and (bare := number(clause.label))]


def _roman(text: str) -> int:
    total = 0
    for digit, following in zip(text, [*text[1:], ""], strict=True):
        value = _VALUES[digit]
        total += -value if following and _VALUES[following] > value else value
    return total

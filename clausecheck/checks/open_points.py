"""What belongs in a blank, and who knows it, told from the words round it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..model import Place

_REACH = 60  # characters round a blank that tell what belongs in it
_ALTERNATIVES = re.compile(r"\[(?=(?:\W*\w+){1,10}\W*\])[^\]]+(?:/| or )[^\]]+\]")


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """Something to fill in or to decide."""

    where: Place
    what: str  # sentence: what stands open
    todo: str  # sentence: what to do, and who knows
    short: str  # for a list: "a date"
    who: str  # who knows it: "finance"

    @classmethod
    def note(cls, where: Place) -> OpenPoint:
        """A note of the draftsman that is still in the text."""
        return cls(
            where, "A drafting note is still in the text.", "Settle it and take it out.", "a drafting note", "legal"
        )


# (what the words round the blank say, what belongs there, who knows it): the first that fits
_KINDS = (
    (r"\b(?:withh|tax|vat|treaty|consumption)\w*", "a tax figure", "tax"),
    (
        r"(?:[$€£¥]|\b(?:usd|eur|gbp|jpy|cny|rmb|dollars?|yen|euros?|amount|sum|fee|fees|price)\b)",
        "an amount",
        "finance",
    ),
    (r"(?:%|\bper ?cent|\bpercent|\brate\b|royalt)", "a percentage", "finance"),
    (
        r"\b(?:day of|dated|date|as of|january|february|march|april|june|july|august|september|october|november"
        r"|december)\b",
        "a date",
        "legal",
    ),
    (
        r"\b(?:patents?|applications? no|registration no|publication no|serial no)\b",
        "a patent number",
        "the patent department",
    ),
    (r"\b(?:days?|months?|years?|hours?|weeks?|period)\b", "a period", "the business owner"),
    (
        r"\b(?:specif\w+|drawings?|software|version|model|products?|technical|know-how|man-days|engineers?)\b",
        "technical details",
        "R&D",
    ),
    (
        r"\b(?:address|e-?mail|attention|attn|telephone|fax|phone|registered)\b",
        "contact details",
        "the business owner",
    ),
    (
        r"\b(?:names?|company|corporation|representative|party|licensor|licensee|title|ltd|inc)\b",
        "a name",
        "legal",
    ),
    (r"\b(?:laws?|court|courts|arbitration|seat|state of|jurisdiction)\b", "a law or forum", "legal"),
)
_COMPILED = tuple((re.compile(pattern, re.IGNORECASE), what, who) for pattern, what, who in _KINDS)


def asked(text: str, start: int, end: int, where: Place) -> OpenPoint:
    """The open point at ``text[start:end]`` of the folded text."""
    words = " ".join(text[start:end].split())
    if _ALTERNATIVES.fullmatch(words):
        said = "Alternatives are left in the text"
        return OpenPoint(where, f"{said}: “{_cut(words)}”.", "Choose one.", "alternatives to choose from", "legal")
    kind, who = _kind(text, start, end)
    if words[:1] == "[" and len(re.findall(r"[A-Za-z]{2,}", words)) > 6:
        return OpenPoint(
            where,
            f"Words stand in brackets as if undecided: “{_cut(words)}”.",
            "Decide whether they stay.",
            "words in brackets",
            "legal",
        )
    return OpenPoint(
        where, f"A blank is left to fill: “{_cut(words)}”, which wants {kind}.", f"Ask {who} for it.", kind, who
    )


def _kind(text: str, start: int, end: int) -> tuple[str, str]:
    inside = text[start:end]
    line_start = text.rfind("\u2029", 0, start) + 1
    line_end = text.find("\u2029", end)
    before = text[max(line_start, start - _REACH) : start]
    after = text[end : min(end + _REACH, line_end if line_end >= 0 else len(text))]
    for words in (inside, f"{before[-12:]} {after[:12]}", f"{before} {after}"):
        for pattern, what, who in _COMPILED:
            if pattern.search(words):
                return what, who
    return "a value", "the business owner"


def _cut(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:57]}…"

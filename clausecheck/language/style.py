"""How a draft writes: its verb of duty, and whether its spelling is British or American."""

from __future__ import annotations

import re

_MODAL = re.compile(r"(?:s(?<!\w.)hall|w(?<!\w.)ill)\b")
_BRITISH = re.compile(
    r"\b(?:(?:sub-?)?licence[sd]?|organis\w+|authoris\w+|recognis\w+|favour\w*|colour\w*|honour\w*|labour|programme"
    r"|centre|defence"
    r"|offence|fulfil|judgement|whilst|behaviour|utilis\w+|realis\w+|cheque|analys(?:e|ed|ing)|ageing|endeavour\w*)\b"
)
_AMERICAN = re.compile(
    r"\b(?:(?:sub-?)?licens(?:e|es) (?!to\b)|organiz\w+|authoriz\w+|recogniz\w+|favor\w*|color\w*|honor\w*|labor"
    r"|program|center"
    r"|defense|offense|fulfill\w*|behavior|utiliz\w+|realiz\w+|analyz\w+|endeavor\w*)\b"
)


def modal(text: str) -> str:
    """ "will" where the draft says it clearly more often than "shall"."""
    said = _MODAL.findall(text.lower())
    return "will" if said.count("will") > 2 * said.count("shall") else "shall"


def spelling(text: str) -> str:
    """ "gb" where British spellings prevail, else "us"; "licence" is British, "license" as a verb is either."""
    low = text.lower()
    return "gb" if len(_BRITISH.findall(low)) > len(_AMERICAN.findall(low)) else "us"

"""Gaps in a draft: blanks that somebody must still fill, and words that were taken out on purpose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .found import Found

# A legend explains the mark ("portions marked [***] have been omitted"): nothing is hidden there.
_LEGEND = re.compile(
    r"(?:marked|designated|indicated|identified|denoted|replaced|represented|symbol|asterisks?)\b[^.]{0,30}$"
)
_MARKS = re.compile(
    r"""
    (?= [\[{*(<\u2588\u2587] ) (?:                                       # few characters are one of these: quick
      \[ [^\[\]\u2029]{0,40}? (?:\*|\u2588) [^\[\]\u2029]{0,40} \]      # [***], [*], [...***...]
    | \{ [ ]? \*{1,8} [ ]? \}                                          # {***}
    | (?<![*\w]) \*{3,12} (?![*\w])                                     # ***
    | (?<![*\w]) \*[ ]\*[ ]\* (?:[ ]\*){0,5} (?![*\w])                  # * * *
    | [\u2588\u2587]{2,20}
    | [\[(<{] [ ]? (?:redacted|confidential[ ]treatment[ ]requested|confidential[ ]information[ ](?:omitted|redacted)
                     |omitted|text[ ]omitted|information[ ]redacted) \b [^\[\](){}<>\u2029]{0,60} [\])>}]
    )
    """,
    re.VERBOSE,
)
_NOUNS = (
    "date|day|month|year|name|names|address|amount|sum|number|percentage|percent|rate|currency|country|state|place|city"
    "|jurisdiction|court|title|period|duration|term|product|products|territory|field|party|company|licensor|licensee"
    "|registered|legal|relevant|applicable|email|e-mail|telephone|signature"
)
_BLANKS = re.compile(
    rf"""
    (?= [_\[(x.\u25cf\u25cb\u3007\u2026] | tb ) (?:                     # few characters are one of these: quick
      (?<!_) _{{2,}}
    | \[ [ \t\n]{{0,40}} \]                                             # [     ]
    | \[ [ ]? (?:_{{1,60}}|[\u25cf\u2022\u00b7\u25cb\u25a0\u2219.\u2026]{{1,10}}|x{{1,6}}|-{{1,10}}|\?{{1,5}}) [ ]? \]
    | \[ [ ]? (?:insert|enter|fill|specify|state|describe|add|complete|choose|select|to[ ]be|tbd|tba|tbc|please) \b
         [^\[\]\u2029]{{0,160}} \]
    | \[ [ ]? (?:the[ ])? (?:{_NOUNS}) (?:[ ]?[\w'/,.-]{{1,20}}){{0,4}} [ ]? \]
    | \b (?:tbd|tba|tbc) \b
    | (?<![\w\u25cf\u25cb\u3007]) [\u25cf\u25cb\u3007]{{2,20}}            # a number or a name in drafts from Japan
    | (?<!\w) [\u25cf] (?!\w)
    | \( [ \t\u3000]{{3,40}} \)
    | (?:(?<=\bno\.[ ])|(?<=\bnos\.[ ])) x{{3,12}} \b
    | \u2026{{3,}} | (?<!\.) \.{{6,}}
    )
    """,
    re.VERBOSE,
)
_LEADER = re.compile(r"[ \t]*(?:\d|[ivxl]{1,6}\b|\u2029|$)")  # dots that lead to a page number
_LINE_START = re.compile(r"(?:^|\u2029\n)[ \t]*$")
_WANTS_VALUE = re.compile(r"(?:[$€£¥]|\b(?:of|for|by|to|within|than|at|on|dated|the|is|or|usd|eur|gbp|jpy|yen)[ ])$")
_ORNAMENT = re.compile(r"[ \t]*(?:\u2029|$)")


def redacted(low: str) -> Iterator[Found]:
    """Words taken out as confidential: "[***]", "[redacted]", "* * *" (text in lower case)."""
    for match in _MARKS.finditer(low):
        before = max(0, match.start() - 60)
        ornament = (
            match[0][0] == "*" and _LINE_START.search(low, before, match.start()) and _ORNAMENT.match(low, match.end())
        )
        if not ornament and not _LEGEND.search(low, before, match.start()):
            yield Found(match.start(), match.end(), "redacted")


def blanks(low: str) -> Iterator[Found]:
    """Places left to fill: "[●]", "____", "[insert …]", "[date]", "TBD" (text in lower case)."""
    for match in _BLANKS.finditer(low):
        words = match[0]
        if words[0] in ".\u2026" and _LEADER.match(low, match.end()):
            continue
        if words == "\u25cf" and not _WANTS_VALUE.search(low, max(0, match.start() - 8), match.start()):
            continue  # a bullet
        if "signature page" in words:
            continue
        yield Found(match.start(), match.end(), "blank")

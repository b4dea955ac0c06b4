"""References to clauses: "Section 2.1(a)", "clauses 6, 12 and 13.4", "Article 12, Paragraph 1", "§ 5"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .found import BLANK, Found

_S = rf"{BLANK}{{0,4}}"
_KIND = (
    r"(?:(?:[Ss]ub-?)?(?:[Ss]ection|[Cc]lause|[Aa]rticle|[Pp]aragraph)s?|(?:SUB-?)?(?:SECTION|CLAUSE|ARTICLE"
    r"|PARAGRAPH)S?"
    r"|[Ss]ecs?\.|[Aa]rts?\.|[Pp]aras?\.?|§§?)"
)
_NUMBER = (
    r"(?:\d{1,3}(?:\.\d{1,3}){0,5}(?:[A-Za-z](?![A-Za-z]))?|[IVXLC]{1,7}(?:\.\d{1,3}){0,4}(?![A-Za-z])"
    r"|(?=\([a-zA-Z0-9]{1,5}\)))"
    rf"(?:{BLANK}?\((?:[a-z]{{1,5}}|[A-Z]|[IVX]{{1,4}}|\d{{1,2}})\)){{0,5}}"
)
_JOIN = rf"(?:{_S}(?:,{_S}(?:and|or)?|and/or|and|or|to|through|inclusive of|-|&){_S})"
_REFERENCE = re.compile(rf"(?<![A-Za-z])(?P<kind>{_KIND}){_S}(?P<first>{_NUMBER})(?![A-Za-z%]|,\d{{3}}|\d)")
_MORE = re.compile(rf"(?P<join>{_JOIN})(?P<kind>{_KIND}{_S})?(?P<number>{_NUMBER})(?![A-Za-z%]|\.?\d|,\d{{3}})")
_PARAGRAPH = re.compile(
    rf"{_S},?{_S}(?:[Pp]aragraph|[Ii]tem|[Pp]ara\.){_S}\(?(?P<number>\d{{1,2}}|[a-z])\)?(?![\w.]\d)"
)
_UNIT = re.compile(
    rf"{_S}-?(?:{BLANK}\(\d{{1,4}}\){BLANK})?(?:days?|months?|years?|hours?|percent|per cent|%|U\.?S\.?C|C\.?F\.?R)\b"
)


@dataclass(frozen=True, slots=True)
class Cited:
    """One number of a reference; ``kind`` in the singular and in lower case: section, clause, article, paragraph."""

    found: Found
    kind: str
    end: int  # where the whole list of numbers ends


def cited(text: str) -> Iterator[Cited]:
    """Every number that a reference names; the first one's range begins at the word "Section"."""
    at = 0
    while match := _REFERENCE.search(text, at):
        parts = [Found(match.start(), match.end("first"), _joined(match["first"]))]
        at, kind = match.end(), _singular(match["kind"])
        if kind == "article" and (inner := _PARAGRAPH.match(text, at)):
            parts[0] = Found(match.start(), inner.end(), f"{parts[0].value}.{inner['number']}")
            at = inner.end()
        while (more := _MORE.match(text, at)) and _goes_on(text, more, parts[0].value, parts[-1].value):
            begin = more.start("kind") if more["kind"] else more.start("number")
            parts.append(Found(begin, more.end(), _beside(parts[-1].value, _joined(more["number"]))))
            at = more.end()
        for part in parts:
            yield Cited(part, kind, at)


def sections(text: str) -> Iterator[Found]:
    """The same as ranges with the number as value: "2.1(a)", "III", "(b)"."""
    return (one.found for one in cited(text))


def _goes_on(text: str, more: re.Match[str], first: str, last: str) -> bool:
    """The number belongs to the list: no period of time ("Section 5 and 30 days"), no stray capital ("and I").

    A bare "(b)" goes on with "4(a)" but not with "4", behind which it counts the items of the sentence.
    """
    number = more["number"]
    if _UNIT.match(text, more.end()) or (number[0] == "(" and "(" not in last and not more["kind"]):
        return False
    return bool(more["kind"]) or not number[0].isalpha() or (first[0].isalpha() and len(number) > 1)


def _joined(number: str) -> str:
    return re.sub(r"\s", "", number)


def _beside(before: str, number: str) -> str:
    """ "(b)" behind "4(a)" is 4(b); "(ii)" behind "4(a)" is 4(a)(ii)."""
    if number[0] != "(" or before[0] == "(":
        return number
    stem, _, last = before.rpartition("(")
    same = last and (len(number) == len(last) + 1 or set(number + last) <= set("()ivx"))
    return f"{stem if same else before}{number}"


def _singular(kind: str) -> str:
    word = kind.lower().removeprefix("sub").lstrip("-")
    return {"cl": "clause", "ar": "article", "pa": "paragraph"}.get(word[:2], "section")

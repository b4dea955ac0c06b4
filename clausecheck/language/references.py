"""The component that finds references to clauses and schedules, of this draft or of a statute or another agreement."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from ..model import Draft, Reference
from .found import BLANK, Found, Places
from .pieces import Piece
from .sections import Cited, cited

_S = rf"{BLANK}{{1,4}}"
_PAPER = (
    r"(?:Act|Code|Law|Laws|Treaty|Directive|Regulations?|Convention|Rules?|Ordinance|Statutes?|Constitution|Order"
    r"|Decree"
    r"|Guidelines|Principles|Contract|Lease|Plan|Deed|Licen[cs]e|Terms|Letter|Memorandum|Form|Statement|Indenture"
    r"|Charter"
    r"|Bylaws|Agreements?|Lisbon|TFEU|TEU|GDPR|UCC|U\.S\.C|C\.F\.R|CFR|USC|ERISA|FDCA|HIPAA|EPC|PCT)"
)
_OTHER_BEHIND = re.compile(
    rf"(?:,?{_S}(?:of|in|under|to|from){_S}(?:(?:the|that|said|such|any|our|its|a){_S})?(?:certain{_S})?"
    rf"(?!this\b|these\b|Agreement\b)(?:[A-Z\d][\w.&'()/-]*{_S}(?:(?:of|and|on|for|the|with|as"
    rf"|to){_S}){{0,2}}){{0,9}}{_PAPER}\b"
    rf"|{_S}(?:TFEU|TEU|GDPR|EPC|U\.S\.C|of{_S}the{_S}(?:same|Act|Code|Treaty|Convention))\b|{_S}thereof\b)"
)
_THIS = re.compile(
    rf"{_S}(?:of|in|to|under){_S}(?:this\b|these\b|the{_S}(?:present{_S})?Agreement\b(?!{_S}(?:dated|between|on\b)))"
)
_OTHER_BEFORE = re.compile(
    r"(?:U\.?[ ]?S\.?[ ]?C\.?(?:[ ]?A\.?)?|C\.?[ ]?F\.?[ ]?R\.?|\b(?:Code|Reg(?:ulation)?s?\.?|Rules?|GDPR|TFEU"
    r"|UCC)|\bAct,)"
    r"(?: of \d{4})?,?\s*(?:the )?$"
)
_INSIDE_SCHEDULE = re.compile(
    rf",?{_S}(?:of|in|to){_S}(?:Schedule|Exhibit|Annex|Appendix|Attachment|Addendum)\b", re.IGNORECASE
)

_SCHEDULE = re.compile(
    rf"\b(?P<kind>(?:[Ss]chedule|SCHEDULE|[Ee]xhibit|EXHIBIT|[Aa]ttachment|ATTACHMENT|[Aa]ppendi(?:x|ce)|APPENDIX"
    rf"|[Aa]nnex(?:ure)?"
    rf"|ANNEX(?:URE)?|[Aa]ddendum|ADDENDUM)(?:s|es|S)?){_S}\"?(?P<label>{{label}})\"?".replace(
        "{label}",
        r"(?:\d{1,2}(?:\.\d{1,2}){0,2}(?:\([a-z]{1,2}\))?[A-Z]?|[A-Z]{1,2}(?:[-.]?\d{1,2}){0,2}|[IVX]{1,5})(?![\w])",
    )
)
_NEXT_LABEL = re.compile(
    rf"{BLANK}{{0,2}}(?:,|,?{BLANK}(?:and|or|to|through)|&){BLANK}{{1,3}}\"?"
    r"(?P<label>(?:\d{1,2}(?:\.\d{1,2}){0,2}|[A-Z](?:[-.]?\d{1,2})?)(?:\([a-z]{1,2}\))?)(?![\w'])\"?"
)
_KINDS = {"annexure": "Annex", "appendice": "Appendix", "appendix": "Appendix", "annexe": "Annex"}
_SILENT = ("heading", "contents", "furniture", "signature")


@Language.component("clausecheck_references")
def references(doc: Doc) -> Doc:
    """Set ``doc._.references``, in the draft's order; none where it is a heading or a line of contents that is read."""
    text, draft = doc._.text, doc._.draft
    where, silent = Places(doc), _Silent(doc._.pieces)
    found = [*_clauses(text), *_schedules(text)]
    made = []
    for one, foreign in sorted(found, key=lambda pair: pair[0]):
        place = where.place(one.start, one.end)
        if not silent.covers(place.paragraph, place.start) and not draft.paragraphs[place.paragraph].contents:
            made.append(Reference(place, one.value, foreign))
    doc._.references = _with_strangers(made, draft)
    return doc


class _Silent:
    """Where words refer to nothing: headings, contents, page furniture."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._ranges: dict[int, list[tuple[int, int]]] = {}
        for piece in pieces:
            if piece.role in _SILENT or piece.heading:
                self._ranges.setdefault(piece.paragraph, []).append((piece.mark_start, piece.end))

    def covers(self, paragraph: int, offset: int) -> bool:
        ranges = self._ranges.get(paragraph, [])
        at = bisect_right(ranges, (offset, 1 << 30)) - 1
        return at >= 0 and offset < ranges[at][1]


def _clauses(text: str) -> Iterator[tuple[Found, bool]]:
    for one in cited(text):
        if not _INSIDE_SCHEDULE.match(text, one.end):
            yield one.found, _is_foreign(text, one)


def _is_foreign(text: str, one: Cited) -> bool:
    """The words behind the list of numbers, or before it, name a statute or another agreement."""
    if _THIS.match(text, one.end):
        return False
    before = text[max(0, one.found.start - 40) : one.found.start]
    return bool(_OTHER_BEHIND.match(text, one.end) or _OTHER_BEFORE.search(before))


def _schedules(text: str) -> Iterator[tuple[Found, bool]]:
    for match in _SCHEDULE.finditer(text):
        kind = match["kind"].lower().removesuffix("s")
        kind = _KINDS.get(kind, kind.capitalize())
        parts, at = [Found(match.start(), match.end(), f"{kind} {match['label']}")], match.end()
        while more := _NEXT_LABEL.match(text, at):
            if more["label"][0].isalpha() != match["label"][0].isalpha() or more["label"] in ("I", "A"):
                break
            parts.append(Found(more.start("label"), more.end("label"), f"{kind} {more['label']}"))
            at = more.end()
        filed = kind == "Exhibit" and "." in match["label"]  # "Exhibit 10.1": a number of a public filing
        foreign = filed or (not _THIS.match(text, at) and bool(_OTHER_BEHIND.match(text, at)))
        yield from ((part, foreign) for part in parts)


def _with_strangers(found: Sequence[Reference], draft: Draft) -> tuple[Reference, ...]:
    """A number that is foreign once, and counts higher than any clause of the draft, is foreign wherever it stands."""
    own = {_top(clause.label) for clause in draft.clauses if clause.label}
    strangers = {_top(one.target) for one in found if one.foreign} - own if own else set[str]()
    return tuple(replace(one, foreign=one.foreign or _top(one.target) in strangers) for one in found)


def _top(number: str) -> str:
    """The first part of a clause's number: 365 of "365(n)", 2 of "Article 2.1"."""
    last = number.split()[-1] if number.split() else ""
    return number if " " in number and not last[0].isdigit() else re.split(r"[.(]", last)[0]

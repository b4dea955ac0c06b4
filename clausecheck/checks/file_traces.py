"""What people left in the file: comments, tracked changes, hidden or highlighted words, draft marks, properties."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..model import Look, Paragraph, Place
from .company_names import Likeness, Name, likeness


@dataclass(frozen=True, slots=True)
class Trace:
    """One thing left: the sentence that tells it, and its words where it has any."""

    told: str
    where: Place | None = None
    who: str = ""
    grave: bool = False  # it leads: what the other side should never read


# What a comment says when it was written for our own people.
_OURS_ALONE = re.compile(
    r"(?i)\b(?:fall[- ]?backs?|walk[- ]?away|bottom line|worst case|live with"
    r"|we (?:would|could|can|may) (?:accept"
    r"|agree|settle|go)|concede|concession|give (?:in|way|up)|(?:do not|don't|never|must not)"
    r" (?:tell|show|send|share)"
    r"|internal(?:ly)?|privileged|work product|not for (?:the )?(?:other|counter|licens)\w*|other side|counterparty"
    r"|our (?:client|strategy|position|limit|target|budget)|leverage|bluff|at (?:most|least|worst)|max(?:imum)? we"
    r"|min(?:imum)? we|sales (?:agreed|wants?|say)|business dep\w*|management (?:wants?|approved)|off the record"
    r"|board approv\w+|nice to have|must[- ]have|trade (?:this|it) (?:for|against))\b"
)
_DRAFT = re.compile(
    r"\bDRAFT\b|(?i:\bdrafts? ?(?:v\.?\d|ver|version|no\.?|#|\(\d+\)|\d|of \d|dated|for (?:discussion|review|comment))"
    r"|\b(?:first|second|third|final|working|rough) draft\b|\bsubject to contract\b|\bfor discussion purposes?\b"
    r"|\bnot for (?:execution|signature)\b)"
)
_MARKED = ("header", "footer", "textbox")
_COMPANY = re.compile(
    r"(?:[A-Z][\w&'-]+[ ,]+){1,5}(?:Inc|Ltd|Limited|LLC|Corp|Corporation|GmbH|AG|SAS?|K\.?K|B\.?V|PLC|plc)\b\.?"
)
_TELLING = ("title", "subject", "keywords", "category", "comments", "company")
_QUOTED = 120


def comments(look: Look) -> Iterator[Trace]:
    """Comments of people, the open ones; resolved ones too, since they go out with the file."""
    for remark in look.draft.remarks:
        said = _cut(" ".join(remark.text.split())).rstrip(".")
        grave = _OURS_ALONE.search(remark.text) is not None
        where = None
        if remark.paragraph is not None:
            where = _place(look.draft.paragraphs[remark.paragraph], remark.paragraph, remark.start, remark.end)
        state = "resolved comment" if remark.resolved else "comment"
        warned = " The other side should not read it." if grave else ""
        yield Trace(f"A {state} of {remark.author or 'somebody'} says: “{said}”.{warned}", where, remark.author, grave)


def changes(look: Look) -> Iterator[Trace]:
    """Tracked changes, those of one author in one paragraph as one."""
    for position, paragraph in enumerate(look.draft.paragraphs):
        for author in dict.fromkeys(change.author for change in paragraph.changes if change.kind != "formatting"):
            own = [one for one in paragraph.changes if one.author == author and one.kind != "formatting"]
            kinds = " and ".join(dict.fromkeys(_KINDS[one.kind] for one in own))
            where = _place(paragraph, position, own[0].start, own[-1].end)
            yield Trace(f"{author or 'Somebody'} {kinds} words here; the change is still open.", where, author)


_KINDS = {"insertion": "put in", "deletion": "struck out", "move": "moved"}


def looks(look: Look) -> Iterator[Trace]:
    """Hidden and highlighted words, those of one paragraph as one."""
    for position, paragraph in enumerate(look.draft.paragraphs):
        for kind in ("hidden", "highlight"):
            own = [
                one for one in paragraph.stretches if one.kind == kind and paragraph.text[one.start : one.end].strip()
            ]
            if own and not paragraph.contents:
                where = _place(paragraph, position, own[0].start, own[-1].end)
                said = _cut(" ".join(paragraph.text[where.start : where.end].split()))
                is_ = "Hidden words stand here" if kind == "hidden" else "Words are highlighted"
                yield Trace(f"{is_}: “{said}”.", where, grave=kind == "hidden")


def draft_marks(look: Look) -> Iterator[Trace]:
    """ "DRAFT v7" and its like in headers, footers and text boxes; the same words once."""
    seen: set[str] = set()
    for position, paragraph in enumerate(look.draft.paragraphs):
        if paragraph.story.startswith(_MARKED) and (found := _DRAFT.search(paragraph.text)) and found[0] not in seen:
            seen.add(found[0])
            kind = "footer" if paragraph.story.startswith("footer") else "header"
            where = Place(position, 0, len(paragraph.text.rstrip()))
            yield Trace(f"The {kind} still says “{found[0]}”.", where)


def metadata(look: Look) -> Iterator[Trace]:
    """Properties that name a company with no part in this deal, as they do in a file made from another client's."""
    parties = [Name.of(party.name) for party in look.reading.parties]
    for key, value in look.draft.properties.items():
        if not parties or not (key in _TELLING or key.startswith("custom:")):
            continue
        for found in _COMPANY.finditer(value):
            like, _ = likeness(Name.of(found[0]), parties)
            if like is Likeness.NONE and found[0].lower() not in look.reading.doc._.text.lower():
                name = key.removeprefix("custom:").replace("_", " ")
                yield Trace(f"The property “{name}” names “{found[0]}”, which has no part in this draft.")


def _place(paragraph: Paragraph, position: int, start: int, end: int) -> Place:
    """The words; at a mere point the word beside it, so that a comment can stand there."""
    length = len(paragraph.text)
    if end > start:
        return Place(position, start, min(end, length))
    begin = paragraph.text.rfind(" ", 0, max(0, min(start, length) - 1)) + 1
    close = paragraph.text.find(" ", min(start + 1, length))
    return Place(position, begin, close if close > begin else length)


def _cut(words: str) -> str:
    words = words.replace("\u201c", "\u2018").replace("\u201d", "\u2019")  # it will stand in quotation marks
    return words if len(words) <= _QUOTED else f"{words[: _QUOTED - 3]}…"

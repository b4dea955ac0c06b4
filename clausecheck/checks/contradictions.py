"""DRF-13: one sentence allows what another bans, two terms, two counts, precedence that runs in a circle."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..model import Fault, Look, Place
from .counted import counts_against_tables
from .permissions import bans_against_permissions
from .prose import Sentence, cited, place, sentences
from .prose import words as said

_TERM = re.compile(
    r"(?i)\b(?:this agreement|the (?:initial )?term(?: of this agreement)?|the licen[cs]e)\b[^.;]{0,120}?\b"
    r"(?:continues?|remains? in (?:full )?(?:force|effect)|is valid|in effect|runs?|lasts?|is effective"
    r"|(?:shall|will) be)\b"
    r"[^.;]{0,60}?\bfor\b[^.;]{0,40}$"
)
_NOT_THE_TERM = re.compile(
    r"(?i)\b(?:renew\w*|exten\w+|additional|further|surviv\w+|thereafter|confiden\w+|secre\w+|notice|after (?:the )?"
    r"(?:termination|expir\w+|end)|unless|period of|trial|support|warrant\w+|suspend\w*|force majeure|minimum"
    r"|exclusiv\w+)\b"
)
_NOTWITHSTANDING = re.compile(r"(?i)\bnotwithstanding (?:anything [\w ]{0,40})?(?:the provisions of )?$")


def check(look: Look) -> Iterable[Fault]:
    """Each pair once, both passages quoted."""
    yield from bans_against_permissions(look)
    yield from counts_against_tables(look)
    yield from _terms(look)
    yield from _precedence(look)


def _terms(look: Look) -> Iterator[Fault]:
    """The agreement runs for one period in one clause and for another elsewhere."""
    found: dict[str, Place] = {}
    spans = iter(look.reading.doc.spans.get("duration", ()))
    span = next(spans, None)
    for sentence in sorted(sentences(look, "operative"), key=lambda one: one.start):
        end = sentence.start + len(sentence.text)
        while span is not None and span.start_char < end:
            if span.start_char >= sentence.start and _is_term(sentence, span.start_char, span.end_char):
                found.setdefault(span._.value, place(look.reading, span.start_char, span.end_char))
            span = next(spans, None)
    places = list(found.values())
    if len({look.draft.paragraphs[where.paragraph].index for where in places}) > 1:
        told = " and ".join(f"“{said(look.reading, where)}”{_at(look, where)}" for where in places)
        yield Fault(f"The agreement runs for {told}. Keep one period.", tuple(places), key="term")


def _is_term(sentence: Sentence, start: int, end: int) -> bool:
    before = sentence.text[: start - sentence.start]
    behind = sentence.text[end - sentence.start :]
    if not re.search(r"\b(?:month|year)s?\b", sentence.text[start - sentence.start : end - sentence.start]):
        return False
    return bool(_TERM.search(before)) and not _NOT_THE_TERM.search(before) and not behind.lstrip().startswith("after")


def _precedence(look: Look) -> Iterator[Fault]:
    """Clause A goes before clause B, and clause B before clause A."""
    text, starts = look.reading.doc._.text, look.reading.starts
    above: dict[tuple[str, str], Place] = {}
    for reference in look.reading.references:
        where = reference.evidence
        at = starts[where.paragraph] + where.start
        if reference.foreign or not _NOTWITHSTANDING.search(text, max(0, at - 80), at):
            continue
        here = cited(look, where)
        if here and here != reference.target:
            above.setdefault((here, reference.target), where)
    for (one, other), where in above.items():
        back = above.get((other, one))
        if back is not None and one < other:
            yield Fault(
                f"{one} applies notwithstanding {other}, and {other} notwithstanding {one}. "
                "Say which of them goes first.",
                (where, back),
                key=f"{one} {other}",
            )


def _at(look: Look, where: Place) -> str:
    number = cited(look, where)
    return f" in {number}" if number else ""

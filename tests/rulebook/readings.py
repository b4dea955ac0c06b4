"""Readings made by hand: one paragraph a line, one unit a sentence, parties and blanks by their look."""

from __future__ import annotations

import re

from spacy.tokens import Doc
from spacy.vocab import Vocab

from clausecheck.model import Draft, Paragraph, Reading, Rule, Rulebook, Unit, Wording
from clausecheck.rulebook import search

VOCAB = Vocab()
_TOKEN = re.compile(r"((?<=\w)'s\b|\d+(?:[.,]\d+)+|\w+|\n|[^\w\s])( ?)")
SLOTS = {
    "licensor": r"Licensor",
    "licensee": r"Licensee",
    "duration": r"(?:sixty )?\d+ (?:days|months|years)",
    "blank": r"_{3,}|\[●\]",
}


def reading(*lines: str, ranges: tuple[tuple[str, ...], ...] = ()) -> Reading:
    """A reading of these paragraphs. ``ranges`` names units by the words of their ranges instead of by sentences."""
    text = "\n".join(lines).replace("_", "﹍")  # \w would take blanks for words
    pairs = _TOKEN.findall(text)
    doc = Doc(VOCAB, words=[t.replace("﹍", "_") for t, _ in pairs], spaces=[bool(b) for _, b in pairs])
    for name, form in SLOTS.items():
        found = re.finditer(form, doc.text)
        spans = (doc.char_span(*match.span(), alignment_mode="expand") for match in found)
        doc.spans[name] = [span for span in spans if span]
    tokens, starts = _paragraphs(doc)
    paragraphs = tuple(Paragraph("body", i, doc[a:b].text) for i, (a, b) in enumerate(tokens))
    units = _named(doc, ranges) if ranges else _sentences(doc, tokens)
    return Reading(Draft("x", "", "", paragraphs), "en", doc, starts, tokens, units)


def _paragraphs(doc: Doc) -> tuple[tuple[tuple[int, int], ...], tuple[int, ...]]:
    ends = [token.i for token in doc if token.text == "\n"] + [len(doc)]
    firsts = [0] + [end + 1 for end in ends[:-1]]
    starts = tuple(doc[first].idx if first < len(doc) else len(doc.text) for first in firsts)
    return tuple(zip(firsts, ends, strict=True)), starts


def _unit(*ranges: tuple[int, int], paragraph: int = 0) -> Unit:
    return Unit(ranges, len(ranges) - 1, paragraph, None, "operative", True)


def _sentences(doc: Doc, tokens: tuple[tuple[int, int], ...]) -> tuple[Unit, ...]:
    units = []
    for paragraph, (first, end) in enumerate(tokens):
        for token in range(first, end):
            if doc[token].text == "." or token == end - 1:
                units.append(_unit((first, token + 1), paragraph=paragraph))
                first = token + 1
    return tuple(units)


def _named(doc: Doc, named: tuple[tuple[str, ...], ...]) -> tuple[Unit, ...]:
    units = []
    for words in named:
        spans = [doc.char_span(at, at + len(w)) for w in words if (at := doc.text.index(w)) >= 0]
        units.append(_unit(*((span.start, span.end) for span in spans)))
    return tuple(units)


def rule(*find: str, near_miss: tuple[str, ...] = (), words: dict[str, str] | None = None, **stances: Wording) -> Rule:
    """A clause rule with these wordings."""
    return Rule("r", "TST-01", "clause", "Test", find=find, near_miss=near_miss, stances=stances, words=words or {})


def quotes(found: Reading, part: str, *rules: Rule) -> list[str]:
    """What the first rule's part matches: the words of each hit's pieces, parted by a bar."""
    matches = search(Rulebook(rules), found)
    return [" | ".join(found.doc[a:b].text for a, b in hit.spans) for hit in matches.of("r", part)]


def found_by(phrase: str, *lines: str) -> list[str]:
    """What a phrase matches in a text."""
    return quotes(reading(*lines), "find", rule(phrase))

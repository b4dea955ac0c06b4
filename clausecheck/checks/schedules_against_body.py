"""DRF-17: the body says one rate, sum, number of man-days or patent, and a schedule another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from rapidfuzz.distance import DamerauLevenshtein

from ..model import Fault, Look, Place
from .prose import Sentence, cited, in_schedule, place, sentences
from .prose import words as said
from .tables import Tables

# What a sum or rate is called; the words before it and behind it must be the same in body and schedule.
_LABEL = re.compile(
    r"(?i)\b(?P<label>(?:initial|upfront|up-front|lump[- ]sum|down|annual|yearly|minimum(?: annual)?|implementation"
    r"|maintenance|support|milestone|running|option|renewal|licen[cs]e|technical assistance|signing)"
    r"(?: (?:annual|licen[cs]e|running|minimum))? (?:payment|fee|royalt(?:y|ies)|rate)s?|royalt(?:y|ies)(?: rate)?"
    r"|advance)\b"
)
_DAYS = re.compile(r"(?i)\b(?P<number>\d[\d,]*)\)? (?P<unit>(?:man|person|engineer)[- ]days)\b")
_TOTAL = re.compile(r"(?i)\b(?:total|in all|up to|maximum|not more than|not exceed\w*|altogether|included)\b")
_STEPS = re.compile(
    r"(?i)\b(?:instal\w+|thereafter|above|exceed\w*|portion|up to|between|from|first|second|next|half|late|interest)\b"
)
_PRECEDENCE = re.compile(
    r"(?i)\b(?:body|agreement|clauses?|articles?|sections?|schedules?|exhibits?|annex(?:es)?|appendi(?:x|ces))\b[^.]{0,120}"
    r"\b(?:prevails?|controls?|takes? precedence|governs?|supersedes?)\b"
)
_NEAR = 2  # characters in which two numbers of one patent may differ by a slip


@dataclass(frozen=True, slots=True)
class _Value:
    """A labelled value in one place."""

    label: str
    value: str
    where: Place
    schedule: bool


def check(look: Look) -> Iterable[Fault]:
    """Each pair once: the body's passage first, then the schedule's."""
    severity = "warning" if _PRECEDENCE.search(look.reading.doc._.text) else None
    by_label: dict[str, list[_Value]] = {}
    for value in (*_labelled(look), *_days(look)):
        by_label.setdefault(value.label, []).append(value)
    for label, values in by_label.items():
        yield from _differing(look, label, values, severity)
    yield from _patents(look, severity)


def _differing(look: Look, label: str, values: list[_Value], severity: str | None) -> Iterator[Fault]:
    """The body has one value and the schedules have one, and they are not the same."""
    body = {value.value: value.where for value in reversed(values) if not value.schedule}
    schedule = {value.value: value.where for value in reversed(values) if value.schedule}
    if len(body) == 1 and len(schedule) == 1 and body.keys() != schedule.keys():
        yield _fault(look, label, next(iter(body.values())), next(iter(schedule.values())), severity)


def _fault(look: Look, label: str, body: Place, schedule: Place, severity: str | None) -> Fault:
    one, other = (f"“{said(look.reading, where)}”" for where in (body, schedule))
    there = cited(look, schedule) or "the schedule"
    return Fault(
        f"{label[:1].upper()}{label[1:]}: {one} here, {other} in {there}. "
        "Confirm with the deal sheet which is meant, and write both alike.",
        (body, schedule),
        severity,
        key=label,
    )


def _labelled(look: Look) -> Iterator[_Value]:
    """Sums and rates with their names, where a sentence or a row gives but one of a kind."""
    spans = sorted(
        (span for name in ("money", "percent") for span in look.reading.doc.spans.get(name, ())),
        key=lambda span: span.start_char,
    )
    tables = Tables(look.draft)
    for sentence, inside in _within(sorted(sentences(look, "operative", "heading"), key=lambda one: one.start), spans):
        where = place(look.reading, inside[0].start_char, inside[0].end_char)
        row = tables.row(where.paragraph)
        said_of_it = f"{tables.head(where.paragraph)} {row}" if row else sentence.text
        labels = {_plain(match["label"].lower()) for match in _LABEL.finditer(said_of_it)}
        kinds = {span.label_ for span in inside}
        value = inside[0]._.value
        told = bool(re.search(r"\d", value)) and "≠" not in value and not _STEPS.search(said_of_it)
        if told and len(labels) == 1 and len(inside) == len(kinds) == 1:
            yield _Value(f"{labels.pop()}{_kind(inside[0])}", value, where, in_schedule(look, where))


def _kind(span: Any) -> str:
    return " rate" if span.label_ == "percent" else ""


def _plain(label: str) -> str:
    return label.replace("license", "licence").replace("royalties", "royalty").removesuffix("s").removesuffix(" rate")


def _days(look: Look) -> Iterator[_Value]:
    """The most man-days that are promised, where a sentence says that they are all."""
    for sentence in sentences(look, "operative"):
        for match in _DAYS.finditer(sentence.text):
            if _TOTAL.search(sentence.text[max(0, match.start() - 60) : match.end() + 40]):
                start = sentence.start + match.start()
                where = place(look.reading, start, sentence.start + match.end())
                yield _Value("man-days", match["number"].replace(",", ""), where, in_schedule(look, where))


def _within(found: list[Sentence], spans: list[Any]) -> Iterator[tuple[Sentence, list[Any]]]:
    """Each sentence with the spans that stand in it; both in the order of the text."""
    at = 0
    for sentence in found:
        end = sentence.start + len(sentence.text)
        while at < len(spans) and spans[at].start_char < sentence.start:
            at += 1
        inside = []
        while at < len(spans) and spans[at].start_char < end:
            inside.append(spans[at])
            at += 1
        if inside:
            yield sentence, inside


def _patents(look: Look, severity: str | None) -> Iterator[Fault]:
    """A patent of the body that no schedule lists, but one with nearly the same number."""
    found: dict[bool, dict[str, Place]] = {False: {}, True: {}}
    for span in look.reading.doc.spans.get("patent_number", ()):
        where = place(look.reading, span.start_char, span.end_char)
        found[in_schedule(look, where)].setdefault(span._.value, where)
    listed = found[True]
    for number, where in found[False].items():
        near = next((one for one in listed if number not in listed and _is_slip(number, one)), None)
        if near is not None and near not in found[False]:
            yield _fault(look, "patent number", where, listed[near], severity)


def _is_slip(one: str, other: str) -> bool:
    same_office = one[:2] == other[:2] and len(one) == len(other)
    return same_office and 0 < DamerauLevenshtein.distance(one, other, score_cutoff=_NEAR) <= _NEAR

"""DRF-10: two laws, or two final forums, for one agreement."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..model import Fault, Look, Place
from .prose import Sentence, place, sentences, words

_COURTS = re.compile(
    r"(?i)\b(?:exclusive|sole)\s+(?:\w+\s+){0,3}jurisdiction\b|\bjurisdiction\s+(?:\w+\s+){0,4}(?:is|be)\s+exclusive\b"
    r"|\b(?:courts?|tribunal)\b[^.;]{0,60}\b(?:have|has)\s+(?:the\s+)?(?:exclusive|sole)\s+(?:\w+\s+){0,2}jurisdiction"
)
_ARBITRATION = re.compile(
    r"(?i)\b(?:finally\s+(?:settled|resolved|decided|determined)|settled|resolved|decided|referred|submitted)\b[^.;]{0,140}\barbitrat"
    r"|\bbinding\s+arbitration\b"
)
_BESIDE = re.compile(
    r"(?i)\b(?:interim|provisional|injunct\w*|equitable|urgent|preliminary|enforce\w*|confirm\w*|judge?ment|award"
    r"|aid of|validity of (?:a|any|the) (?:\w+ )?patent|whether (?:a|any) (?:\w+ )?patent|respondent|defendant"
    r"|against which|other than|except"
    r"|subject to (?:the )?(?:provisions|foregoing|arbitration|sections?|articles?|clauses?)|registered office"
    r"|jury|disputes? that (?:is|are) not"
    r"|located outside|may elect|option|appeal|small claims|third[- ]party|either)\b"
)
_BY_PLACE = re.compile(r"(?i)\bif\b[^.;]{0,120}\b(?:located|resident|established|incorporated|domiciled|office)\b")
_COURT_PLACE = re.compile(
    r"\b(?:(?P<before>[A-Z][\w.]+(?:\s+[A-Z][\w.]+){0,3})\s+(?:District|High|Supreme|Superior|Federal|Commercial)?\s*Courts?\b"
    r"|(?:[Cc]ourts?|Tribunal[\w\s\u00c0-\u00ff]{0,40}?)\s+(?:located\s+)?(?:of|in|at|de)\s+(?:the\s+)?(?P<behind>[A-Z][\w.]+(?:\s+[A-Z][\w.]+){0,2}))"
)


def check(look: Look) -> Iterable[Fault]:
    """Two laws first."""
    yield from _laws(look)
    yield from _forums(look)


def _laws(look: Look) -> Iterator[Fault]:
    """More than one country's law is named as the law of the agreement."""
    named = [(one.value, one.evidence) for one in look.reading.places.get("law", ()) if one.evidence]
    if any(_BY_PLACE.search(words(look.reading, _sentence_at(look, evidence[0]))) for _, evidence in named):
        return
    apart = _apart(look, [evidence[0] for _, evidence in named])
    if len(named) > 1 and apart:
        places = tuple(_sentence_at(look, evidence[0]) for _, evidence in named)
        yield Fault(
            "Two laws are named for one agreement. Say which of them governs, or what each is for.",
            tuple(reversed(places)),
        )


def _apart(look: Look, places: list[Place]) -> bool:
    """They stand in different paragraphs: "New York and federal law" in one sentence is one choice."""
    return len({one.paragraph for one in places}) > 1


def _forums(look: Look) -> Iterator[Fault]:
    """Exclusive courts beside final arbitration, or the exclusive courts of two places."""
    courts: list[tuple[Sentence, str]] = []
    tribunals: list[Sentence] = []
    for sentence in sentences(look):
        if not sentence.unit.operative or _BESIDE.search(sentence.text):
            continue
        if _COURTS.search(sentence.text):
            courts.append((sentence, _court(sentence.text)))
        elif _ARBITRATION.search(sentence.text):
            tribunals.append(sentence)
    if courts and tribunals:
        later = max(courts[0][0], tribunals[0], key=lambda one: one.start)
        other = tribunals[0] if later is courts[0][0] else courts[0][0]
        yield _conflict(look, later, other, "Exclusive courts stand beside final arbitration. Choose one of them.")
        return
    cities = [(sentence, city) for sentence, city in courts if city]
    for sentence, city in cities[1:]:
        if city not in cities[0][1] and cities[0][1] not in city:
            yield _conflict(
                look, sentence, cities[0][0], "The exclusive courts of two places are named. Choose one of them."
            )
            return


def _court(text: str) -> str:
    found = _COURT_PLACE.search(text)
    return (found["before"] or found["behind"] or "").lower() if found else ""


def _conflict(look: Look, one: Sentence, other: Sentence, message: str) -> Fault:
    return Fault(message, (_whole(look, one), _whole(look, other)))


def _whole(look: Look, sentence: Sentence) -> Place:
    return place(look.reading, sentence.start, sentence.start + len(sentence.text))


def _sentence_at(look: Look, where: Place) -> Place:
    """The sentence that holds a place."""
    at = look.reading.starts[where.paragraph] + where.start
    for sentence in sentences(look):
        if sentence.start <= at < sentence.start + len(sentence.text):
            return _whole(look, sentence)
    return where

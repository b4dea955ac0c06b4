"""From a passage to evidence: verbatim words of single paragraphs, the own words of the unit first."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..model import Evidence, Fact, Hit, Located, Place, Reading
from .passages import Passage

MOST_ITEMS = 5
MOST_WORDS = 150


def evidence(found: Iterable[Passage], reading: Reading) -> tuple[Evidence, ...]:
    """At most five items, the most telling first; an item of an enumeration comes before its lead-in."""
    items: list[Evidence] = []
    for passage in found:
        for item in of_unit(passage.unit, passage.hits, reading):
            if all((item.story, item.paragraph, item.text) != (one.story, one.paragraph, one.text) for one in items):
                items.append(item)
        if len(items) >= MOST_ITEMS:
            break
    return tuple(items[:MOST_ITEMS])


def of_unit(unit: int, hits: tuple[Hit, ...], reading: Reading) -> list[Evidence]:
    """The unit's own words, and behind them each lead-in or tail in which a hit stands."""
    found = reading.units[unit]
    hits = tuple(hit for hit in hits if hit.unit == unit)
    own = found.ranges[found.own]
    around = [r for r in reversed(found.ranges) if r != own and _pieces(hits, r)]
    made = [_item(r, hits, reading) for r in (own, *around)]
    return [item for item in made if item]


def facts(found: Iterable[Located], reading: Reading) -> tuple[Fact, ...]:
    """Facts of the deal with the words that state them."""
    quoter = Quoter(reading)
    return tuple(Fact(located.value, tuple(map(quoter.at, located.evidence))) for located in found)


class Quoter:
    """Makes evidence of places of a draft, each within the sentence that holds it."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._own: dict[int, list[tuple[int, int]]] = {}  # token ranges of the units of each paragraph
        for unit in reading.units:
            self._own.setdefault(unit.paragraph, []).append(unit.ranges[unit.own])

    def at(self, place: Place) -> Evidence:
        """The words at a place, and the sentence round them."""
        words = (place.start, place.end)
        first, last = self._reading.tokens[place.paragraph]
        for start, end in self._own.get(place.paragraph, ()):
            if max(start, first) >= min(end, last):
                continue
            sentence = _offsets(max(start, first), min(end, last), place.paragraph, self._reading)
            if sentence[0] <= words[0] and words[1] <= sentence[1]:
                return _evidence(place.paragraph, sentence, words, self._reading)
        return _evidence(place.paragraph, words, words, self._reading)


def _pieces(hits: Iterable[Hit], tokens: tuple[int, int]) -> list[tuple[int, int]]:
    return [span for hit in hits for span in hit.spans if tokens[0] <= span[0] < tokens[1]]


def _item(tokens: tuple[int, int], hits: tuple[Hit, ...], reading: Reading) -> Evidence | None:
    """Evidence for one token range; of a sentence that runs over paragraphs, the part with the hit."""
    pieces = next((found for hit in hits if (found := _pieces((hit,), tokens))), [])
    anchor = pieces[0][0] if pieces else tokens[0]
    where = _paragraph_of(anchor, reading)
    if where is None:
        return None
    paragraph, (first, last) = where
    start, end = _offsets(max(tokens[0], first), min(tokens[1], last), paragraph, reading)
    inside = [span for span in pieces if first <= span[0] and span[1] <= last]
    if inside:
        quote = _offsets(min(s for s, _ in inside), max(e for _, e in inside), paragraph, reading)
    else:
        quote = (start, end)
    return _evidence(paragraph, (start, end), quote, reading)


def _paragraph_of(token: int, reading: Reading) -> tuple[int, tuple[int, int]] | None:
    low, high = 0, len(reading.tokens)
    while low < high:  # the last paragraph that begins at or before the token
        middle = (low + high) // 2
        if reading.tokens[middle][0] <= token:
            low = middle + 1
        else:
            high = middle
    for position in range(low - 1, -1, -1):
        first, last = reading.tokens[position]
        if first <= token < last:
            return position, (first, last)
        if last <= token and first != last:
            return None
    return None


def _offsets(first: int, last: int, paragraph: int, reading: Reading) -> tuple[int, int]:
    """Code points of a half-open token range within its paragraph."""
    begin = reading.doc[first].idx
    tail = reading.doc[last - 1]
    return begin - reading.starts[paragraph], tail.idx + len(tail) - reading.starts[paragraph]


def _evidence(paragraph: int, sentence: tuple[int, int], quote: tuple[int, int], reading: Reading) -> Evidence:
    source = reading.draft.paragraphs[paragraph]
    start, end = _shortened(source.text, sentence, quote)
    number, heading = _citation(paragraph, reading)
    quote = (max(quote[0], start), min(quote[1], end))
    return Evidence(
        paragraph=source.index,
        number=number,
        heading=heading,
        story=source.story,
        start=quote[0],
        end=quote[1],
        quote=source.text[quote[0] : quote[1]],
        text=source.text[start:end],
    )


def _shortened(text: str, sentence: tuple[int, int], quote: tuple[int, int]) -> tuple[int, int]:
    """The sentence, or at most 150 words of it round the quote."""
    words = [match.span() for match in re.finditer(r"\w+", text[sentence[0] : sentence[1]])]
    if len(words) <= MOST_WORDS:
        return sentence
    middle = next((i for i, (_, end) in enumerate(words) if end + sentence[0] > quote[0]), 0)
    first = max(0, min(middle - MOST_WORDS // 3, len(words) - MOST_WORDS))
    return sentence[0] + words[first][0], sentence[0] + words[first + MOST_WORDS - 1][1]


def _citation(paragraph: int, reading: Reading) -> tuple[str, str]:
    """The number by which counsel cites the paragraph, and the nearest heading above it."""
    draft = reading.draft
    source = draft.paragraphs[paragraph]
    at = draft.clause_at[source.index] if source.story == "body" and source.index < len(draft.clause_at) else None
    if at is None:
        return source.number, source.heading
    number = heading = ""
    node: int | None = at
    while node is not None and not (number and heading):
        clause = draft.clauses[node]
        number, heading, node = number or clause.label, heading or clause.heading, clause.parent
    return number, heading

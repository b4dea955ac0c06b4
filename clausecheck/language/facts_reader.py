"""What the readers of facts look at: a draft's text with what the pipeline found in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from ..model import Place, Reading
from . import sides
from .found import Places


class Reader:
    """The draft's text with what the pipeline found in it."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.doc = reading.doc
        self.text: str = reading.doc._.text
        self.low = self.text.lower() if len(self.text.lower()) == len(self.text) else self.text
        self._places = Places(reading.doc)
        self._spans: dict[str, list[tuple[int, int, str]]] = {}
        self.main = sides.main(reading.doc._.grants, len(reading.parties))

    def place(self, start: int, end: int) -> Place:
        return self._places.place(start, end)

    def words(self, place: Place) -> str:
        start = self.reading.starts[place.paragraph]
        return self.text[start + place.start : start + place.end]

    def operative(self) -> Iterator[tuple[int, int]]:
        """The character ranges of operative sentences, with a lead-in where it stands before them in the paragraph."""
        for unit in self.reading.units:
            if unit.role == "operative" and unit.operative:
                first, last = unit.ranges[unit.own]
                lead = unit.ranges[0][0]
                begin = self.reading.tokens[unit.paragraph][0]
                if first < last:
                    first = lead if begin <= lead < first else first
                    yield self.doc[first].idx, self.doc[last - 1].idx + len(self.doc[last - 1])

    def spans(self, name: str, start: int, end: int) -> list[tuple[int, int, str]]:
        if name not in self._spans:  # one look at each, however many sentences ask
            self._spans[name] = sorted((s.start_char, s.end_char, s._.value) for s in self.doc.spans[name])
        found = self._spans[name]
        near = found[bisect_left(found, start, key=_begin) : bisect_left(found, end, key=_begin)]
        return [span for span in near if span[1] <= end]


def _begin(span: tuple[int, int, str]) -> int:
    return span[0]

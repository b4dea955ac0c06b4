"""Numbers in words with their figure in brackets, whatever they count: "twenty-four (24)", "third (3rd)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from . import numbers
from .found import BLANK, Found

_S = rf"{BLANK}{{0,3}}"
_PAIR = re.compile(rf"\({_S}(?P<fig>{numbers.FIGURE}){_S}\)")
_ORDINAL_PAIR = re.compile(rf"\({_S}(?P<fig>\d{{1,3}}){_S}(?:st|nd|rd|th){_S}\)")
_WORDS_BEFORE = re.compile(rf"(?<![\w.-]){numbers.WORDS}{_S}$")
_ORDINAL_BEFORE = re.compile(rf"(?<![\w-])(?P<words>(?:[a-z]{{5,7}}-)?[a-z]{{5,12}}){_S}$")
_WINDOW = 120


def counts(low: str) -> Iterator[Found]:
    """Values "24", "24≠20" (text in lower case)."""
    for match in _PAIR.finditer(low):
        before = _WORDS_BEFORE.search(low, max(0, match.start() - _WINDOW), match.start())
        if before and (value := numbers.both(numbers.words(before[0]), numbers.figure(match["fig"]))):
            yield Found(before.start(), match.end(), value)
    for match in _ORDINAL_PAIR.finditer(low):
        before = _ORDINAL_BEFORE.search(low, max(0, match.start() - 24), match.start())
        if before and (said := numbers.ordinal(before["words"])):
            yield Found(before.start(), match.end(), numbers.both(said, float(match["fig"])))

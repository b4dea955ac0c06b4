"""Numbers that somebody typed at the start of a paragraph: "2.1 ", "(iv)", "ARTICLE III -", "Schedule 1".

A figure that belongs to the sentence ("2.5 million", "10 days after", "1. January", "A. Smith") is none. Where the form
alone does not tell, the neighbours do: a number is believed when the one before or after it stands near.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from .number_forms import Candidate, Typed, number_candidate

_HANGING = re.compile(r"(?:[a-z,]|\b(?:Sections?|Articles?|Clauses?|Schedules?|Exhibits?)(?: [\w.]+)?)\s*$")
_NEAR = 200  # paragraphs between one number of a series and the next


def typed_numbers(texts: Sequence[str | None]) -> list[Typed | None]:
    """The typed number of each paragraph; None for none, and for a paragraph given as None (it has another number)."""
    candidates = [None if text is None else number_candidate(text) for text in texts]
    hanging = _hanging(texts)
    before, after = _supported(candidates, -1), _supported(reversed(candidates), 1)
    after.reverse()
    kept: list[Typed | None] = []
    for position, candidate in enumerate(candidates):
        believed = candidate is not None and (
            before[position] or after[position] or (candidate.sure and not hanging[position])
        )
        kept.append(candidate.typed if candidate is not None and believed else None)
    return kept


def _hanging(texts: Sequence[str | None]) -> list[bool]:
    """Whether the paragraph before breaks off within a sentence, so that a figure may be the rest of it."""
    result, last = [], ""
    for text in texts:
        result.append(len(last) > 60 and bool(_HANGING.search(last[-40:])))
        if text is not None and text.strip():
            last = text
    return result


def _supported(candidates: Iterable[Candidate | None], step: int) -> list[bool]:
    """Whether a candidate of the same series not far off on one side has the value next to each one's own."""
    seen: dict[tuple[object, str, int], int] = {}
    result = []
    for place, candidate in enumerate(candidates):
        values = candidate.values if candidate else frozenset()
        series = candidate.series if candidate else ()
        near = (seen.get((series, style, value + step)) for style, value in values)
        result.append(any(other is not None and place - other <= _NEAR for other in near))
        seen.update({(series, style, value): place for style, value in values})
    return result

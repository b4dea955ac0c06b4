"""What a clause template may say: the one place that lists its variables and functions.

==============  ========================================================================================================
``licensor``    the party as the draft names it within a sentence: "Licensor", "the Company"; ``licensee`` likewise
``agreement``   "this Agreement", or what else the draft calls itself
``clause``      the draft's word for a clause: Section, Article, clause
``subject``     what is licensed, in the draft's terms: "the Licensed Patents and the Know-How"
``subjects``    of what kind that is: patents, know_how, software, trademarks, content, data, technology
``licensed``    the same as defined terms, for a grant: a list of "the Licensed Patents"
``undefined``   those of them that the draft does not define: ``name``, ``given`` (a ``fill`` key), ``hint``
``terms``       the draft's own defined term for each concept of ``terms.py``, empty where it has none
``patents``     the patents and applications by number, from the facts or else from the draft
``fill``        ``fill("key", "what")``: the value given for the key, else a visible [FILL: what]
``known``       ``known("key")``: whether a value was given
``cite``        ``cite("licence_grant")``: "Section 2.1" where that clause stands and keeps its number, else empty
==============  ========================================================================================================

Filters: ``cap`` (capital first letter), ``singular`` (of a defined term), ``joined`` (a, b and c).
Text is written in British spelling with "shall" and "party"; wording.py fits it to the draft.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..model import Reading
from .grammar import joined
from .terms import NEW, defined, licensed, subject
from .usage import Usage


@dataclass(slots=True)
class Values:
    """The values of the deal; remembers what a text asked for and nobody gave."""

    given: Mapping[str, Any]
    blanks: dict[str, str] = field(default_factory=dict)  # key → what it asks for, in the order of the text

    def known(self, key: str) -> bool:
        """Whether a value was given for the key."""
        return bool(self.given.get(key))

    def fill(self, key: str, what: str) -> str:
        """The value given for the key, else a visible blank that says what belongs there."""
        if self.known(key):
            value = self.given[key]
            return value if isinstance(value, str) else joined(value)
        return f"[FILL: {self.blanks.setdefault(key, what)}]"


def context(reading: Reading, usage: Usage, values: Values, cites: Mapping[str, str]) -> dict[str, Any]:
    """The variables and functions of a template, as this module's docstring lists them."""
    terms = defined(reading)
    concepts = licensed(reading, terms)
    return {
        "licensor": usage.licensor,
        "licensee": usage.licensee,
        "agreement": usage.agreement,
        "clause": usage.clause,
        "subject": subject(concepts, terms, usage.agreement),
        "subjects": concepts,
        "licensed": [f"the {terms[concept] or NEW[concept].name}" for concept in concepts],
        "undefined": [
            {"name": NEW[concept].name, "given": concept, "hint": NEW[concept].hint}
            for concept in concepts
            if not terms[concept]
        ],
        "terms": terms,
        "patents": _listed(values.given.get("patents", ())),
        "fill": values.fill,
        "known": values.known,
        "cite": lambda type_: cites.get(type_, ""),
    }


def facts(reading: Reading) -> dict[str, Any]:
    """What the draft itself says of the deal and clause text can use: its patent numbers."""
    if reading.doc is None:
        return {}
    spans = reading.doc.spans.get("patent_number", ())
    numbers = dict.fromkeys(" ".join(str(span._.value or span.text).split()) for span in spans)
    return {"patents": list(numbers)} if numbers else {}


def flat(given: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    """Given values under dotted keys ("support.months"), as text or a list of texts."""
    values: dict[str, Any] = {}
    for key, value in given.items():
        if isinstance(value, Mapping):
            values |= flat(value, f"{prefix}{key}.")
        elif isinstance(value, Sequence) and not isinstance(value, str):
            values[prefix + key] = [_plain(part) for part in value]
        elif value is not None:
            values[prefix + key] = _plain(value)
    return values


def _plain(value: Any) -> str:
    """One line of text; the parts of a patent's entry joined by commas."""
    parts = value.values() if isinstance(value, Mapping) else [value]
    return ", ".join(" ".join(str(part).split()) for part in parts if part is not None)


def _listed(patents: str | Sequence[str]) -> list[str]:
    return [part for part in re.split(r"\s*;\s*", patents) if part] if isinstance(patents, str) else list(patents)

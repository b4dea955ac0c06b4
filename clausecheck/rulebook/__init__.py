"""The rulebook stage: rules from files, and where their wordings stand in a draft."""

from __future__ import annotations

from ..model import Matches, Reading, Rulebook
from .load import load

__all__ = ["load", "search"]


def search(rulebook: Rulebook, reading: Reading) -> Matches:
    """Which wording of which rule stands where in a reading.

    Every unit is searched, whatever its role. Stances, facets and elements are sought only for a rule that finds
    something: those with scope ``unit`` in the units of its finds, others everywhere.

    Raises:
        ClausecheckError: a phrase of the rulebook cannot be read.
    """
    from .seek import seek  # spaCy takes half a second to import: `rules list` does not wait for it

    return seek(rulebook, reading)

"""The rulebook stage: rules from files, and where their wordings stand in a draft."""

from __future__ import annotations

from ..model import Matches, Reading, Rulebook
from .load import load

__all__ = ["load", "search"]


def search(rulebook: Rulebook, reading: Reading) -> Matches:
    """Which wording of which rule stands where in a reading.

    Finds are sought in every unit, whatever its role. Stances, facets and elements are sought only for a rule that
    finds something, and only where they are evidence: with scope ``unit`` in the units of its finds, with scope
    ``clause`` in the top-level clauses that hold those and in definitions, with scope ``draft`` everywhere.

    Raises:
        ClausecheckError: a phrase of the rulebook cannot be read.
    """
    from .seek import seek  # spaCy takes half a second to import: `rules list` does not wait for it

    return seek(rulebook, reading)

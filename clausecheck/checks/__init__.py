"""Drafting checks, one module each: what a proofreader would mark. No law, no XML; each runs in linear time.

A module ``NAME`` holds ``check(look: Look) -> Iterable[Fault]``; a rule of kind ``defect`` names it (``check: NAME``)
and gives code, severity and reason. A module is imported when a rule that is on asks for it.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Mapping

from ..model import ClausecheckError, Fault, Look, Rule, Rulebook

CHECKS = (
    "undefined_terms",
    "unused_terms",
    "doubled_definitions",
    "cross_references",
    "exhibits",
    "blanks",
    "numbers_and_words",
    "party_names",
    "numbering",
    "law_and_forum",
    "dates",
    "currencies",
    "contradictions",
    "vague_words",
    "leftovers",
    "schedules_against_body",
)


def run(rulebook: Rulebook, look: Look) -> Mapping[str, tuple[Fault, ...]]:
    """The faults that each rule of kind ``defect`` finds, by the rule's id.

    Raises:
        ClausecheckError: a rule names a check that there is none of.
    """
    return {rule.id: tuple(faults(rule, look)) for rule in rulebook.rules if rule.kind == "defect"}


def faults(rule: Rule, look: Look) -> Iterator[Fault]:
    """What the check of one rule finds.

    Raises:
        ClausecheckError: there is no such check.
    """
    if rule.check not in CHECKS:
        raise ClausecheckError(f"{rule.code}: there is no check {rule.check}; there are {', '.join(CHECKS)}.")
    yield from importlib.import_module(f".{rule.check}", __package__).check(look)

"""What is wrong with a rule, seen without running it: every fault with its file, line and mend."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..model import Rule
from .nodes import Node, RuleFileError, refuse
from .phrase import Groups, PhraseError
from .pieces import compiled

MOST_PHRASES = 2000
_PHRASE_KEYS = ("find", "near-miss", "not-in", "any")


def phrase_faults(node: Node, rule: Rule, shared: Mapping[str, str]) -> Iterator[RuleFileError]:
    """The phrases and word groups of a rule that cannot be read."""
    groups = Groups(rule.words, Groups(shared))
    phrases = list(phrase_nodes(node))
    if len(phrases) > MOST_PHRASES:
        yield refuse(node, f"the rule holds more than {MOST_PHRASES} phrases: split it into several rules")
        return
    for name, at in node.at("words").items() if node.has("words") else ():
        try:
            groups.read(name)
        except PhraseError as error:
            yield refuse(at, str(error))
            return
    for at in phrases:
        try:
            compiled(str(at.value), groups)
        except PhraseError as error:
            yield refuse(at, f"in “{at.value}”: {error}")


def phrase_nodes(node: Node) -> Iterator[Node]:
    """Every phrase of a rule file, where it stands."""
    for key, part in node.items():
        if key in _PHRASE_KEYS:
            yield from part.each()
        elif key in ("stances", "facets", "elements"):
            for _, wording in part.items():
                for part_of_it in wording.each():
                    yield from phrase_nodes(part_of_it) if part_of_it.items() else (part_of_it,)
        elif key == "applies" and part.has("mentions"):
            yield from part.at("mentions").each()

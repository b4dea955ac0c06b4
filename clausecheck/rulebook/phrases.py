"""The phrases and word groups of a rule file, each where it stands, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..model import Rule
from .marks import PhraseError
from .nodes import Node, RuleFileError, refuse
from .phrase import Groups
from .pieces import compiled

MOST_PHRASES, LONGEST_SHOWN = 2000, 120
PHRASE_KEYS = ("find", "near-miss", "not-in", "by-reference", "mention", "maybe", "any")


def phrase_faults(node: Node, rule: Rule, shared: Mapping[str, str]) -> Iterator[RuleFileError]:
    """The phrases and word groups of a rule that cannot be read."""
    groups = Groups(rule.words, Groups(shared))
    phrases = list(phrase_nodes(node))
    if len(phrases) > MOST_PHRASES:
        yield refuse(node, f"the rule holds more than {MOST_PHRASES} phrases: split it into several rules")
        return
    unreadable = list(word_faults(node.at("words"), groups) if node.has("words") else ())
    yield from unreadable
    for at in phrases if not unreadable else ():
        text = str(at.value)
        try:
            compiled(text, groups)
        except PhraseError as error:
            shown = text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]} …"
            yield refuse(at, f"in “{shown}”: {error}")


def word_faults(node: Node, groups: Groups) -> Iterator[RuleFileError]:
    """The word groups of a file that cannot be read."""
    for name, at in node.items():
        try:
            groups.read(name)
        except PhraseError as error:
            yield refuse(at, str(error))


def phrase_nodes(node: Node) -> Iterator[Node]:
    """Every phrase of a rule file, where it stands."""
    for key, part in node.items():
        if key in PHRASE_KEYS:
            yield from part.each()
        elif key in ("stances", "facets", "elements", "bad"):
            for _, wording in part.items():
                for item in wording.each():
                    yield from phrase_nodes(item) if item.items() else (item,)
        elif key in ("applies", "when") and part.has("mentions"):
            yield from part.at("mentions").each()
        elif key == "cases":
            for case in part.each():
                yield from phrase_nodes(case)


def phrase_lists(node: Node) -> Iterator[Node]:
    """The lists of phrases of a rule file."""
    for key, part in node.items():
        if key in PHRASE_KEYS:
            yield part
        elif key in ("stances", "facets", "elements", "bad"):
            for _, wording in part.items():
                nested = [item for item in wording.each() if item.items()]
                yield from (part for item in nested for part in phrase_lists(item))
                if not nested:
                    yield wording

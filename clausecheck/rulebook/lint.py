"""What is wrong with a rule, seen without running it: every fault with its file, line and mend."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from ..model import Applies, Rule, Wording
from . import convert, guide
from .load import Layers, Source
from .marks import near
from .nodes import Node, RuleFileError, refuse
from .phrase import Groups
from .phrases import phrase_faults, phrase_lists, phrase_nodes, word_faults
from .pieces import compiled
from .validate import faults as schema_faults


@dataclass(frozen=True, slots=True)
class Linted:
    """A rule, its file, and what it may refer to."""

    rule: Rule
    node: Node
    words: Mapping[str, str]  # shared word groups
    known: Sequence[str]  # ids of all rules of the rulebook


Faults = Iterator[RuleFileError]


def check(layers: Layers, sources: Iterable[Source]) -> list[RuleFileError]:
    """Everything that is wrong with these rules of a rulebook and with its shared word groups, file by file."""
    words = layers.shared_words()
    found = list(_shared(layers))
    for source in sources:
        faults = schema_faults(source.node)
        if not faults:
            rule = convert.rule(source.node.plain(), source.node.path)
            faults = rule_faults(Linted(rule, source.node, words, tuple(layers.rules)))
        found += faults
    return found


def _shared(layers: Layers) -> Faults:
    for name, node in layers.words.items():
        if not isinstance(node.value, str):
            yield refuse(node, f'the word group {name} is no text: write it in quotes, as in "(consent|approval)"')
    groups = Groups(layers.shared_words())
    yield from word_faults(Node(dict(layers.words), "", 0), groups)


def rule_faults(linted: Linted) -> list[RuleFileError]:
    """Everything that is wrong with a rule which the schema accepts."""
    unreadable = list(phrase_faults(linted.node, linted.rule, linted.words))
    if linted.rule.kind == "defect":
        return unreadable
    looks: list[Callable[[Linted], Faults]] = [_examples, _type, _names, _applies, _place, _unused_words]
    if not unreadable:
        looks += [_twice, _never_wins]
    return unreadable + [fault for look in looks for fault in look(linted)]


def _unused_words(linted: Linted) -> Faults:
    texts = [str(at.value) for at in phrase_nodes(linted.node)] + list(linted.rule.words.values())
    for name in linted.rule.words:
        if not any(f"{{{name}}}" in text for text in texts):
            yield refuse(linted.node.at("words", name), f"no phrase uses the word group {name}: use it or remove it")


# what the rule's parts say of one another


def _examples(linted: Linted) -> Faults:
    rule, node = linted.rule, linted.node.at("examples")
    if not any(example.found for example in rule.examples):
        yield refuse(node, "no example finds anything: add a text that the rule must find")
    if all(example.found for example in rule.examples):
        yield refuse(node, "no example is a near-miss: add a text that looks alike with “expect: none”")
    shown = {name for example in rule.examples for name in (*(example.stance or ()), *(example.bad or ()))}
    bad = {element.name: element for element in rule.bad}
    for kind, names in (("stances", rule.stances), ("facets", rule.facets), ("bad", bad)):
        for name in names:
            if name not in shown:
                at = linted.node.at(kind, name)
                yield refuse(at, f"no example shows {name}: add one that expects it, as proof that it can win")


def _type(linted: Linted) -> Faults:
    rule, node = linted.rule, linted.node
    if rule.type is None:
        return
    if rule.type not in guide.TYPES:
        yield refuse(node.at("type"), f"there is no clause type {rule.type}{near(rule.type, list(guide.TYPES))}")
        return
    for kind, names in (("stances", rule.stances), ("facets", rule.facets)):
        for name in names:
            if not guide.knows(rule.type, name):
                known = ", ".join(guide.TYPES[rule.type])
                yield refuse(node.at(kind, name), f"{rule.type} has no stance {name}: it knows {known}")


def _names(linted: Linted) -> Faults:
    """Stances and elements that are named somewhere and defined nowhere."""
    rule, node = linted.rule, linted.node
    stances, elements = [*rule.stances, *rule.facets], [element.name for element in rule.elements]
    for side, position in rule.sides.items():
        at = node.at("sides", side)
        yield from _unknown(filter(None, (position.prefer, *position.accept)), stances, "stance", at)
    for pair in rule.conflicts:
        yield from _unknown(pair, list(rule.stances), "stance", node.at("conflicts"))
    for number, case in enumerate(rule.cases):
        named = [name for part in case.sides.values() for name in (part.get("prefer") or "", *part.get("accept", ()))]
        yield from _unknown(filter(None, named), stances, "stance", node.at("cases", number, "sides"))
    for kind, parts in (("elements", rule.elements), ("bad", rule.bad)):
        for part in parts:
            yield from _unknown(part.when, stances, "stance", node.at(kind, part.name, "when"))
    for number, example in enumerate(rule.examples):
        at = node.at("examples", number, "expect")
        yield from _unknown(example.stance or (), stances, "stance", at)
        yield from _unknown(example.lacks or (), elements, "element", at)
        yield from _unknown(example.bad or (), [part.name for part in rule.bad], "bad wording", at)


def _unknown(names: Iterable[str], known: Sequence[str], what: str, at: Node) -> Faults:
    for name in names:
        if name not in known:
            has = f"it has {', '.join(known)}" if known else "it has none"
            yield refuse(at, f"the rule has no {what} {name}: {has}")


def _applies(linted: Linted) -> Faults:
    yield from _condition(linted.rule.applies, linted.node.at("applies"))
    for number, case in enumerate(linted.rule.cases):
        yield from _condition(case.when, linted.node.at("cases", number, "when"))


def _condition(applies: Applies, at: Node) -> Faults:
    yield from _unknown_value(applies.present, list(guide.TYPES), "clause type", at)
    yield from _unknown_value(applies.exclusivity, guide.TYPES["licence_grant"], "exclusivity", at)
    yield from _unknown_value(applies.payment, guide.TYPES["payment"], "kind of payment", at)
    yield from _unknown_value(applies.places, guide.PLACES, "place", at)


def _place(linted: Linted) -> Faults:
    known = [*linted.known, *guide.TYPES]
    yield from _unknown_value(linted.rule.after, known, "rule or clause type", linted.node.at("place", "after"))


def _unknown_value(names: Iterable[str], known: Sequence[str], what: str, at: Node) -> Faults:
    for name in names:
        if name not in known:
            yield refuse(at, f"there is no {what} {name}{near(name, list(known))}")


# wordings that do nothing


def _twice(linted: Linted) -> Faults:
    groups = Groups(linted.rule.words, Groups(linted.words))
    for at in phrase_lists(linted.node):
        seen: dict[Hashable, Node] = {}
        for phrase in at.each():
            first = seen.setdefault(_meaning(groups, str(phrase.value)), phrase)
            if first is not phrase:
                yield refuse(phrase, f"“{phrase.value}” says what line {first.line} says already: remove one")


def _never_wins(linted: Linted) -> Faults:
    """A stance whose every wording already stands, without exceptions, in stances above it."""
    groups = Groups(linted.rule.words, Groups(linted.words))
    meaning = partial(_meaning, groups)
    above: set[Hashable] = set()
    for name, wording in linted.rule.stances.items():
        said = {meaning(phrase) for phrase in wording.any}
        if said <= above:
            yield refuse(
                linted.node.at("stances", name), f"{name} can never win: stances above it say all that it says"
            )
        if _plain(wording):
            above |= said


def _plain(wording: Wording) -> bool:
    return not wording.not_in and wording.scope == "unit"


def _meaning(groups: Groups, phrase: str) -> Hashable:
    read = compiled(phrase, groups)
    return tuple(tuple(piece.branches()) for piece in read.pieces), read.gaps, read.start

"""Seeks every wording of a rulebook in a reading: finds first, then what tells their stance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..model import Hit, Matches, Reading, Rule, Rulebook, Wording
from .chains import Found, anchor
from .marks import PhraseError
from .match import Patterns, Seeker
from .phrase import Groups
from .pieces import Compiled, compiled
from .wording import UnitWords


@dataclass(frozen=True, slots=True)
class Sought:
    """A wording, compiled."""

    any: tuple[Compiled, ...]
    not_in: tuple[Compiled, ...]
    scope: str


@dataclass(frozen=True, slots=True)
class RulePlan:
    """A rule's wordings, compiled; ``told`` are those that matter only where the rule finds something."""

    rule: str
    find: tuple[Compiled, ...]
    near: tuple[Compiled, ...]
    not_in: tuple[Compiled, ...]
    told: tuple[tuple[str, Sought], ...]
    mentions: tuple[Compiled, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """A rulebook, compiled."""

    rules: tuple[RulePlan, ...]
    patterns: Patterns


_last: list[tuple[Rulebook, Plan]] = []  # the rulebook used last: many drafts are read with one


def plan_of(rulebook: Rulebook) -> Plan:
    """The rulebook compiled, once for as long as it is used.

    Raises:
        ClausecheckError: a phrase cannot be read.
    """
    if not _last or _last[0][0] is not rulebook:
        shared = Groups(rulebook.words)
        plan = Plan(tuple(compile_rule(rule, shared) for rule in rulebook.rules), Patterns())
        _last[:] = [(rulebook, plan)]
    return _last[0][1]


def compile_rule(rule: Rule, shared: Groups) -> RulePlan:
    """A rule's wordings, compiled with its own word groups before the shared ones."""
    groups = Groups(rule.words, shared) if rule.words else shared
    return RulePlan(
        rule.id,
        _compiled(rule.find, groups),
        _compiled(rule.near_miss, groups),
        _compiled(rule.not_in, groups),
        tuple((part, _sought(wording, groups)) for part, wording in told_parts(rule)),
        _compiled(rule.applies.mentions, groups),
    )


def told_parts(rule: Rule) -> Iterator[tuple[str, Wording]]:
    """The parts of a rule that are sought where it finds something, with their wordings."""
    for name, wording in rule.stances.items():
        yield f"stance:{name}", wording
    for name, wording in rule.facets.items():
        yield f"facet:{name}", wording
    for element in rule.elements:
        yield f"element:{element.name}", element.wording


def _compiled(phrases: Iterable[str], groups: Groups) -> tuple[Compiled, ...]:
    return tuple(_read(phrase, groups) for phrase in phrases)


def _read(phrase: str, groups: Groups) -> Compiled:
    try:
        return compiled(phrase, groups)
    except PhraseError as error:
        where = "clausecheck rules check says where it stands"
        raise PhraseError(f"In the phrase “{phrase}”: {error}; {where}.") from None


def _sought(wording: Wording, groups: Groups) -> Sought:
    return Sought(_compiled(wording.any, groups), _compiled(wording.not_in, groups), wording.scope)


def seek(rulebook: Rulebook, reading: Reading) -> Matches:
    """What ``clausecheck.rulebook.search`` promises."""
    plan = plan_of(rulebook)
    seeker = Seeker(plan.patterns, UnitWords(reading))
    hits: dict[tuple[str, str], tuple[Hit, ...]] = {}
    for rule in plan.rules:
        for part, found in _seek_rule(rule, seeker):
            if found:
                hits[rule.rule, part] = _sorted(found, seeker.text)
    return Matches(hits)


def _seek_rule(rule: RulePlan, seeker: Seeker) -> Iterator[tuple[str, list[Found]]]:
    yield "mentions", _all(rule.mentions, seeker, None)
    finds = _all(rule.find, seeker, None)
    found, near = _parted(finds, rule.near, seeker)
    found, _ = _parted(found, rule.not_in, seeker)
    yield "find", found
    yield "near", near
    units = frozenset(item.unit for item in found)
    for part, sought in rule.told if units else ():
        told = _all(sought.any, seeker, units if sought.scope == "unit" else None)
        yield part, _parted(told, sought.not_in, seeker)[0]


def _all(phrases: Iterable[Compiled], seeker: Seeker, allowed: frozenset[int] | None) -> list[Found]:
    return [found for phrase in phrases for found in seeker.hits(phrase, allowed)]


def _parted(found: list[Found], rejecting: tuple[Compiled, ...], seeker: Seeker) -> tuple[list[Found], list[Found]]:
    """What stands, and what is rejected because its first fixed word lies inside a rejecting wording."""
    if not found or not rejecting:
        return found, []
    cover = seeker.cover(rejecting, frozenset(item.unit for item in found))
    kept: list[Found] = []
    rejected: list[Found] = []
    for item in found:
        (rejected if anchor(item.chain) in cover else kept).append(item)
    return kept, rejected


def _sorted(found: list[Found], text: UnitWords) -> tuple[Hit, ...]:
    """By place; of two wordings that hit the same words the one that the rule names first."""
    first: dict[tuple[int, tuple[tuple[int, int], ...]], Hit] = {}
    for item in found:
        hit = item.hit(text)
        first.setdefault((hit.unit, hit.spans), hit)
    return tuple(sorted(first.values(), key=lambda hit: (hit.unit, hit.spans)))

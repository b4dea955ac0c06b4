"""Seeks every wording of a rulebook in a reading: finds first, then what tells their stance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..model import Hit, Matches, Reading, Rule, Rulebook, Wording
from .chains import Found, anchor
from .index import bits
from .match import Patterns, Seeker
from .phrase import Groups
from .pieces import EVERYWHERE, Compiled, unproven
from .reach import Reach
from .wording import UnitWords


class RulePlan:
    """A rule whose phrases are read when they are first sought: its own word groups stand before the shared ones."""

    def __init__(self, rule: Rule, shared: Groups) -> None:
        self.rule = rule
        self._groups = Groups(rule.words, shared) if rule.words else shared
        self._read: dict[str, Compiled] = {}

    def phrases(self, texts: Iterable[str]) -> Iterator[Compiled]:
        """These phrases of the rule, each as it is needed."""
        for text in texts:
            if text not in self._read:
                self._read[text] = unproven(text, self._groups)
            yield self._read[text]


@dataclass(frozen=True, slots=True)
class Plan:
    """A rulebook, and what was made of its phrases so far."""

    rules: tuple[RulePlan, ...]
    patterns: Patterns


_last: list[tuple[Rulebook, Plan]] = []  # the rulebook used last: many drafts are read with one


def plan_of(rulebook: Rulebook) -> Plan:
    """The rulebook's plan, one for as long as it is used."""
    if not _last or _last[0][0] is not rulebook:
        shared = Groups(rulebook.words)
        plan = Plan(tuple(RulePlan(rule, shared) for rule in rulebook.rules), Patterns())
        _last[:] = [(rulebook, plan)]
    return _last[0][1]


def told_parts(rule: Rule) -> Iterator[tuple[str, Wording]]:
    """The parts of a rule that are sought where it finds something, with their wordings."""
    for name, wording in rule.stances.items():
        yield f"stance:{name}", wording
    for name, wording in rule.facets.items():
        yield f"facet:{name}", wording
    for element in rule.elements:
        yield f"element:{element.name}", element.wording
    for bad in rule.bad:
        yield f"bad:{bad.name}", bad.wording


def seek(rulebook: Rulebook, reading: Reading) -> Matches:
    """What ``clausecheck.rulebook.search`` promises."""
    plan = plan_of(rulebook)
    seeker, reach = Seeker(plan.patterns, UnitWords(reading)), Reach(reading)
    hits: dict[tuple[str, str], tuple[Hit, ...]] = {}
    for rule in plan.rules:
        for part, found in _seek_rule(rule, seeker, reach):
            if found:
                hits[rule.rule.id, part] = _sorted(found, seeker.text)
    return Matches(hits)


def _seek_rule(plan: RulePlan, seeker: Seeker, reach: Reach) -> Iterator[tuple[str, list[Found]]]:
    rule = plan.rule
    yield "mentions", _all(plan.phrases(rule.applies.mentions), seeker)
    for number, case in enumerate(rule.cases):
        yield f"case:{number}", _all(plan.phrases(case.when.mentions), seeker)
    finds = _all(plan.phrases(rule.find), seeker)
    found, near = _parted(finds, plan.phrases(rule.near_miss), seeker)
    found, _ = _parted(found, plan.phrases(rule.not_in), seeker)
    yield "find", found
    yield "near", near
    units = _units(found)
    if not any(seeker.text.reading.units[item.unit].operative for item in found):
        yield "by-reference", _all(plan.phrases(rule.by_reference), seeker)
        yield "mention", _all(plan.phrases(rule.mention), seeker)
        yield "maybe", _parted(_all(plan.phrases(rule.maybe), seeker), plan.phrases(rule.near_miss), seeker)[0]
    for part, wording in told_parts(rule) if units else ():
        told = _all(plan.phrases(wording.any), seeker, reach.of(units, wording.scope, rule.recitals))
        yield part, _parted(told, plan.phrases(wording.not_in), seeker)[0]


def _all(phrases: Iterable[Compiled], seeker: Seeker, allowed: int = EVERYWHERE) -> list[Found]:
    return [found for phrase in phrases for found in seeker.hits(phrase, allowed)]


def _units(found: list[Found]) -> int:
    return bits({item.unit for item in found})


def _parted(found: list[Found], rejecting: Iterable[Compiled], seeker: Seeker) -> tuple[list[Found], list[Found]]:
    """What stands, and what is rejected because its first fixed word lies inside a rejecting wording."""
    if not found:
        return found, []
    cover = seeker.cover(rejecting, _units(found))
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

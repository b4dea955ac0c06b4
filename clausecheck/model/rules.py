"""What the rulebook stage hands on: rules, loaded and checked, in the trade's own terms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

SIDES = ("licensor", "licensee", "neutral")
SEVERITIES = ("error", "warning", "note", "off")  # worst first


@dataclass(frozen=True, slots=True)
class Wording:
    """Alternatives, of which one must stand, and wordings that reject a hit whose first fixed word they cover."""

    any: tuple[str, ...]
    not_in: tuple[str, ...] = ()
    scope: str = "unit"  # where it is sought from the find on: unit, clause (the top-level one), draft


@dataclass(frozen=True, slots=True)
class Element:
    """What a good clause also says, or with ``Rule.bad`` what it must not say."""

    name: str
    wording: Wording
    when: tuple[str, ...]  # stances or facets under which it is wanted; empty = always
    severity: Mapping[str, str]  # side → severity where it lacks (where it stands, for what is bad)
    message: str


@dataclass(frozen=True, slots=True)
class Position:
    """What one side makes of a rule."""

    prefer: str = ""
    accept: tuple[str, ...] = ()  # the preferred stance is acceptable without being named here
    otherwise: str = "off"  # severity of any other stance
    absent: str = "off"  # severity of a clause that is not there
    found: str = "off"  # severity of a term that is there


@dataclass(frozen=True, slots=True)
class Applies:
    """When a rule's absence means something: keys are anded, the values of each ored; empty = always."""

    subjects: tuple[str, ...] = ()
    places: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    exclusivity: tuple[str, ...] = ()
    payment: tuple[str, ...] = ()
    present: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """What a rule says besides, or otherwise, where the draft is known to be of that kind.

    ``sides`` holds, for each side, the fields of Position that differ.
    """

    when: Applies
    why: str = ""
    sides: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule's reason comes from; unverified ones are never printed as law."""

    title: str
    url: str = ""
    verified: bool = False
    places: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Example:
    """A text and what the rule must make of it: ``None`` = nothing is found."""

    text: str
    stance: tuple[str, ...] | None  # stances and facets; None = expect: none
    lacks: tuple[str, ...] | None = None  # None = not examined
    found: bool = True
    bad: tuple[str, ...] | None = None
    by_reference: bool = False  # it leaves the clause to another paper


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the rulebook (DESIGN.md §3)."""

    id: str
    code: str
    kind: str  # clause, term, defect
    title: str
    question: str = ""
    type: str | None = None  # the clause type of the labels' guide that this rule alone decides
    applies: Applies = Applies()
    find: tuple[str, ...] = ()
    near_miss: tuple[str, ...] = ()
    not_in: tuple[str, ...] = ()
    by_reference: tuple[str, ...] = ()  # where nothing is found, words that leave the clause to another paper
    mention: tuple[str, ...] = ()  # … and words that only name such a paper: quoted, and no clause
    maybe: tuple[str, ...] = ()  # where nothing is found, a passage that a person must look at
    stances: Mapping[str, Wording] = field(default_factory=dict)
    facets: Mapping[str, Wording] = field(default_factory=dict)
    elements: tuple[Element, ...] = ()
    bad: tuple[Element, ...] = ()  # wordings that make a clause weak where they stand in it
    recitals: bool = False  # whether the opening words and recitals are evidence too
    bearer: str = ""  # licensor, licensee, both; empty = whoever
    sides: Mapping[str, Position] = field(default_factory=dict)
    conflicts: tuple[tuple[str, str], ...] = ()  # stances that contradict each other where both stand
    cases: tuple[Case, ...] = ()
    template: str = ""
    after: tuple[str, ...] = ()  # ids or types behind which a missing clause belongs, the first present wins
    why: str = ""
    sources: tuple[Source, ...] = ()
    examples: tuple[Example, ...] = ()
    check: str = ""  # kind defect: the module in checks/
    words: Mapping[str, str] = field(default_factory=dict)  # local word groups
    path: str = ""  # the file that it was read from


@dataclass(frozen=True, slots=True)
class RulebookFile:
    """A rulebook that took part, for the record."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All rules that apply to a review, layered and validated."""

    rules: tuple[Rule, ...]
    files: tuple[RulebookFile, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)  # shared word groups of words.yaml
    planned: int = 0  # how many rules the catalogue holds in all

    def rule(self, name: str) -> Rule | None:
        """The rule with that id or code."""
        return next((rule for rule in self.rules if name in (rule.id, rule.code)), None)


@dataclass(frozen=True, slots=True)
class Hit:
    """A wording that stands in a unit."""

    unit: int  # position in Reading.units
    spans: tuple[tuple[int, int], ...]  # half-open token ranges of its pieces, in order
    anchor: int  # token of its first fixed word
    phrase: str  # the wording, for explanation


@dataclass(frozen=True, slots=True)
class Matches:
    """Which wording of which rule stands where.

    Keys are ``(rule id, part)``; parts: ``find``, ``near`` (finds that a near-miss rejected), ``stance:NAME``,
    ``facet:NAME``, ``element:NAME``, ``bad:NAME``, ``by-reference``, ``mention``, ``maybe``, ``mentions``,
    ``case:N`` (what the N-th case mentions). Hits are sorted by place; ``not-in`` and ``near-miss`` are applied.
    """

    hits: Mapping[tuple[str, str], tuple[Hit, ...]]

    def of(self, rule: str, part: str) -> tuple[Hit, ...]:
        """The hits of that part of that rule, in the draft's order."""
        return self.hits.get((rule, part), ())

"""Whether a rule's absence means something in this draft, and which of its cases the draft is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ..model import Applies, Matches, Position, Rule

LICENCE_GRANT, PAYMENT = "licence_grant", "payment"


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a draft: what it licenses, where the deal plays, and the stances of the clauses that stand."""

    subjects: tuple[str, ...]
    places: Mapping[str, tuple[str, ...]]
    stances: Mapping[str, tuple[str, ...]]  # clause type → stances, for each type that is present


def with_home(places: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """The places, and as ``home`` the countries of both parties."""
    homes = (*places.get("licensor_home", ()), *places.get("licensee_home", ()))
    return {**places, "home": tuple(dict.fromkeys(homes))}


def not_applicable(rule: Rule, known: Known, matches: Matches) -> str:
    """Why the rule asks nothing of this draft; empty where it applies.

    A draft whose subjects could not be read is asked every subject's questions; any other condition must be known to
    hold, so that no country's rule is put to another's deal.
    """
    return _why_not(rule.applies, known, bool(matches.of(rule.id, "mentions")))


def fitted(rule: Rule, known: Known, matches: Matches) -> Rule:
    """The rule as its cases change it for this draft: reasons added, positions replaced, the later case last."""
    for number, case in enumerate(rule.cases):
        mentioned = bool(matches.of(rule.id, f"case:{number}"))
        if _why_not(case.when, known, mentioned) or (case.when.subjects and not known.subjects):
            continue
        sides = dict(rule.sides)
        for side, differing in case.sides.items():
            sides[side] = replace(sides.get(side, Position()), **differing)
        rule = replace(rule, sides=sides, why=" ".join(filter(None, (rule.why, case.why))))
    return rule


def _why_not(wanted: Applies, known: Known, mentioned: bool) -> str:
    if wanted.subjects and known.subjects and not set(wanted.subjects) & set(known.subjects):
        return f"the draft licenses {_words(known.subjects)}, not {_words(wanted.subjects)}"
    for place, countries in wanted.places.items():
        if not set(known.places.get(place, ())) & set(countries):
            named = ", ".join(sorted(known.places.get(place, ()))) or "the draft does not show it"
            return f"{place.replace('_', ' ')}: {named}"
    for names, kind in ((wanted.exclusivity, LICENCE_GRANT), (wanted.payment, PAYMENT)):
        if names and not set(names) & set(known.stances.get(kind, ())):
            return f"{kind.replace('_', ' ')}: {_words(known.stances.get(kind, ())) or 'the draft does not say'}"
    if wanted.present and not set(wanted.present) & set(known.stances):
        return f"the draft has no clause on {_words(wanted.present)}"
    if wanted.mentions and not mentioned:
        return "the draft does not speak of it"
    return ""


def _words(names: Sequence[str]) -> str:
    return " or ".join(name.replace("_", " ") for name in names)

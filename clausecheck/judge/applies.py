"""Whether a rule's absence means something in this draft."""

from __future__ import annotations

from collections.abc import Mapping

from ..model import Matches, Reading, Rule

LICENCE_GRANT, PAYMENT = "licence_grant", "payment"


def not_applicable(rule: Rule, reading: Reading, matches: Matches, stances: Mapping[str, tuple[str, ...]]) -> str:
    """Why the rule asks nothing of this draft; empty where it applies.

    ``stances`` holds, for each clause type that is present, its stances. What could not be read from the draft (no
    subject, no place) never makes a rule inapplicable.
    """
    wanted = rule.applies
    if wanted.subjects and reading.subjects and not set(wanted.subjects) & set(reading.subjects):
        return f"the draft licenses {_words(reading.subjects)}, not {_words(wanted.subjects)}"
    for place, countries in wanted.places.items():
        known = {located.value for located in reading.places.get(place, ())}
        if known and not known & set(countries):
            return f"{place.replace('_', ' ')}: {', '.join(sorted(known))}"
    for names, kind in ((wanted.exclusivity, LICENCE_GRANT), (wanted.payment, PAYMENT)):
        if names and stances.get(kind) and not set(names) & set(stances[kind]):
            return f"{kind.replace('_', ' ')}: {_words(stances[kind])}"
    if wanted.present and not set(wanted.present) & set(stances):
        return f"the draft has no clause on {_words(wanted.present)}"
    if wanted.mentions and not matches.of(rule.id, "mentions"):
        return "the draft does not speak of it"
    return ""


def _words(names: tuple[str, ...]) -> str:
    return " or ".join(name.replace("_", " ") for name in names)

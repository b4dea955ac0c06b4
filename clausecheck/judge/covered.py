"""Of which countries in a deal the rulebook knows nothing: their law was not checked, and the report says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..model import Rule, Rulebook

_PARTIES = ("licensor_home", "licensee_home")


def law_not_checked(rulebook: Rulebook, places: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The countries that take part in the deal, and of which no rule speaks in any place that they have in it."""
    known = {named for rule in rulebook.rules for conditions in _conditions(rule) for named in _named(conditions)}
    part: dict[str, set[str]] = {}
    for place, countries in places.items():
        for country in countries:
            part.setdefault(country, set()).update((place, "home") if place in _PARTIES else (place,))
    return tuple(country for country, held in part.items() if not any((place, country) in known for place in held))


def _conditions(rule: Rule) -> Iterator[Mapping[str, tuple[str, ...]]]:
    yield rule.applies.places
    yield from (case.when.places for case in rule.cases)
    yield from (source.places for source in rule.sources)


def _named(conditions: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """Place and country; a condition on two countries together is about neither of them alone."""
    for place, countries in conditions.items():
        for country in countries:
            if all(country in others for others in conditions.values()):
                yield place, country

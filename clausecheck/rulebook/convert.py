"""From a rule file's plain values, which the schema has checked, to a Rule."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..model import Applies, Case, Element, Example, Position, Rule, Source, Wording


def rule(values: Mapping[str, Any], path: str) -> Rule:
    """The rule of a rule file; ``values`` follow schema.RuleFile."""
    get = values.get
    kind = values["kind"]
    return Rule(
        id=values["id"],
        code=values["code"],
        kind=kind,
        title=values["title"],
        question=get("question", ""),
        type=get("type"),
        applies=_applies(get("applies", {})),
        find=tuple(get("find", ())),
        near_miss=tuple(get("near-miss", ())),
        not_in=tuple(get("not-in", ())),
        by_reference=tuple(get("by-reference", ())),
        mention=tuple(get("mention", ())),
        maybe=tuple(get("maybe", ())),
        stances={name: _wording(part, "unit") for name, part in get("stances", {}).items()},
        facets={name: _wording(part, "unit") for name, part in get("facets", {}).items()},
        elements=tuple(_element(name, part) for name, part in get("elements", {}).items()),
        bad=tuple(_element(name, part) for name, part in get("bad", {}).items()),
        recitals=get("recitals", False),
        bearer=get("bearer", ""),
        sides=_SIDES[kind](values),
        conflicts=tuple((one, other) for one, other in get("conflicts", ())),
        cases=tuple(_case(part) for part in get("cases", ())),
        template=get("template", "") or get("milder", ""),
        after=tuple(get("place", {}).get("after", ())),
        why=" ".join(get("why", "").split()),
        sources=tuple(_source(part) for part in get("sources", ())),
        examples=tuple(_example(part) for part in get("examples", ())),
        check=get("check", ""),
        words=dict(get("words", {})),
        path=path,
    )


def _places(part: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    return {place: tuple(countries) for place, countries in part.items()}


def _applies(part: Mapping[str, Any]) -> Applies:
    lists = {key: tuple(value) for key, value in part.items() if key != "places"}
    return Applies(places=_places(part.get("places", {})), **lists)


def _case(part: Mapping[str, Any]) -> Case:
    sides = {side: _differing(given) for side, given in part.get("sides", {}).items()}
    return Case(_applies(part["when"]), " ".join(part.get("why", "").split()), sides)


def _differing(given: Any) -> dict[str, Any]:
    """The fields of a position that a case sets: those of a clause by name, a term's severity alone."""
    if isinstance(given, str):
        return {"found": given}
    return {key: tuple(value) if isinstance(value, list | tuple) else value for key, value in given.items()}


def _wording(part: Any, scope: str) -> Wording:
    if isinstance(part, list) and isinstance(part[0], str):
        return Wording(tuple(part), scope=scope)
    part = part[0] if isinstance(part, list) else part
    return Wording(tuple(part["any"]), tuple(part.get("not-in", ())), part.get("scope", scope))


def _element(name: str, part: Mapping[str, Any]) -> Element:
    when = tuple(part.get("when", ()))
    return Element(name, _wording(part, "clause"), when, dict(part["severity"]), part["message"])


def _source(part: Mapping[str, Any]) -> Source:
    places = _places(part.get("places", {}))
    return Source(part["title"], part.get("url", ""), part.get("verified", False), places)


def _example(part: Mapping[str, Any]) -> Example:
    text, expect = part["text"].strip(), part["expect"]
    if isinstance(expect, str):
        return Example(text, None, found=expect == "found", by_reference=expect == "by-reference")
    lacks, bad = expect.get("lacks"), expect.get("bad")
    return Example(
        text,
        tuple(expect["stance"]),
        None if lacks is None else tuple(lacks),
        bad=None if bad is None else tuple(bad),
    )


def _clause_sides(values: Mapping[str, Any]) -> dict[str, Position]:
    return {
        side: Position(
            prefer=part.get("prefer", ""),
            accept=tuple(part.get("accept", ())),
            otherwise=part.get("otherwise", "off"),
            absent=part.get("absent", "off"),
        )
        for side, part in values["sides"].items()
    }


def _term_sides(values: Mapping[str, Any]) -> dict[str, Position]:
    return {side: Position(found=severity) for side, severity in values["sides"].items()}


def _defect_sides(values: Mapping[str, Any]) -> dict[str, Position]:
    severity = values["severity"]
    each = severity if isinstance(severity, dict) else dict.fromkeys(("licensor", "licensee", "neutral"), severity)
    return {side: Position(found=value) for side, value in each.items()}


_SIDES = {"clause": _clause_sides, "term": _term_sides, "defect": _defect_sides}

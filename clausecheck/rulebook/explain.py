"""A rule in plain text: what it asks, why, what each side makes of it, and by which words it is found."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping

from ..model import Applies, Position, Rule, Source, Wording

WIDTH = 100


def explained(rule: Rule) -> str:
    """The rule as counsel reads it, in lines of at most 100 characters where phrases allow it."""
    parts = (_head, _sides, _cases, _wordings, _elements, _bad, _near_misses, _sources)
    return "\n\n".join(text for part in parts if (text := "\n".join(part(rule)))) + "\n"


def _head(rule: Rule) -> Iterator[str]:
    yield f"{rule.code}  {rule.title}  ({rule.id})"
    kind = {"clause": "a clause that should be there", "term": "a risky term", "defect": "a drafting fault"}[rule.kind]
    yield f"{kind}{f', clause type {rule.type}' if rule.type else ''}; {rule.path}"
    if rule.question:
        yield rule.question
    if rule.why:
        yield _wrapped(f"Why: {rule.why}")
    if rule.template:
        yield f"Wording: {rule.template}"


def _sides(rule: Rule) -> Iterator[str]:
    if not rule.sides:
        return
    columns = ("prefer", "accept", "otherwise", "absent") if rule.kind == "clause" else ("found",)
    table = [("Side", *columns)]
    table += [(side, *(_cell(position, column) for column in columns)) for side, position in rule.sides.items()]
    widths = [max(len(row[i]) for row in table) for i in range(len(table[0]))]
    for row in table:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _cell(position: Position, column: str) -> str:
    value = getattr(position, column)
    return (value if isinstance(value, str) else ", ".join(value)) or "-"


def _cases(rule: Rule) -> Iterator[str]:
    for case in rule.cases:
        yield f"Where {_condition(case.when)}:"
        if case.why:
            yield _wrapped(case.why, "    ")
        for side, differing in case.sides.items():
            told = ", ".join(f"{k} {v if isinstance(v, str) else ', '.join(v)}" for k, v in differing.items())
            yield f"    {side}: {told}"
    for one, other in rule.conflicts:
        yield f"In conflict where both stand: {one}, {other}"


def _condition(when: Applies) -> str:
    told = [f"{place} is {' or '.join(codes)}" for place, codes in when.places.items()]
    for name in ("subjects", "exclusivity", "payment", "present", "mentions"):
        values = getattr(when, name)
        told += [f"{name}: {' or '.join(values)}"] if values else []
    return " and ".join(told)


def _wordings(rule: Rule) -> Iterator[str]:
    if rule.find:
        yield "Found by:"
        yield from _phrases(rule.find)
    if rule.by_reference:
        yield "Left to another paper, where nothing is found but this stands:"
        yield from _phrases(rule.by_reference)
    if rule.mention:
        yield "Only named, and quoted where the clause is missing:"
        yield from _phrases(rule.mention)
    if rule.maybe:
        yield "A person must look where nothing is found but this stands:"
        yield from _phrases(rule.maybe)
    if rule.check:
        yield f"Found by the check {rule.check}:"
        yield from (_wrapped(f"such as: {example.text}", "    ") for example in rule.examples if example.found)
    yield from _named("Stance", rule.stances, rule)
    yield from _named("Facet", rule.facets, rule)


def _named(kind: str, wordings: Mapping[str, Wording], rule: Rule) -> Iterator[str]:
    for name, wording in wordings.items():
        yield f"{kind} {name}, by:"
        yield from _phrases(wording.any)
        if wording.not_in:
            yield "  but not within:"
            yield from _phrases(wording.not_in)
        example = next((e for e in rule.examples if e.stance and name in e.stance), None)
        if example:
            yield _wrapped(f"such as: {example.text}", "    ")


def _elements(rule: Rule) -> Iterator[str]:
    for element in rule.elements:
        when = f" (where {' or '.join(element.when)})" if element.when else ""
        severity = ", ".join(f"{side} {value}" for side, value in element.severity.items())
        yield f"A good clause also has {element.name}{when}; where it lacks: {severity}"
        yield _wrapped(element.message, "    ")
        yield from _phrases(element.wording.any)


def _bad(rule: Rule) -> Iterator[str]:
    for element in rule.bad:
        severity = ", ".join(f"{side} {value}" for side, value in element.severity.items())
        yield f"A clause must not have {element.name}; where it stands: {severity}"
        yield _wrapped(element.message, "    ")
        yield from _phrases(element.wording.any)


def _near_misses(rule: Rule) -> Iterator[str]:
    rejecting = (*rule.near_miss, *rule.not_in)
    if rejecting:
        yield "Not counted within:"
        yield from _phrases(rejecting)
    for example in rule.examples:
        if not example.found:
            yield _wrapped(f"not this: {example.text}", "    ")


def _sources(rule: Rule) -> Iterator[str]:
    if rule.sources:
        yield "Sources:"
    for source in rule.sources:
        yield _wrapped(_source(source), "    ")


def _source(source: Source) -> str:
    places = "; ".join(f"{place}: {', '.join(codes)}" for place, codes in source.places.items())
    return " ".join(
        filter(
            None,
            (
                source.title,
                source.url and f"<{source.url}>",
                places and f"[{places}]",
                "" if source.verified else "(not verified)",
            ),
        )
    )


def _phrases(phrases: tuple[str, ...]) -> Iterator[str]:
    return (f"    {phrase}" for phrase in phrases)


def _wrapped(text: str, indent: str = "") -> str:
    return textwrap.fill(text, WIDTH, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)

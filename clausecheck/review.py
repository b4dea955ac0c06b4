"""The way of a draft, on one page: whoever reads only this file understands the program."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timezone
from pathlib import Path

from . import checks, deal, judge, language, rulebook, suggest, word
from .judge.waivers import settle
from .model import Coverage, Deal, Look, Review, Rulebook, Settings


@dataclass(frozen=True, slots=True)
class Order:
    """What a review is asked for; the defaults are those of the command line."""

    side: str = ""  # empty = as the deal's file says, else neutral
    paper: str = ""  # empty = as the deal's file says, else theirs
    audience: str = "internal"
    rules: Sequence[str | Path] | Rulebook = ()  # layers, by default licence; a loaded rulebook serves many drafts
    language: str = "auto"
    today: str = ""  # ISO date; empty = SOURCE_DATE_EPOCH, else the clock
    given: Mapping[str, str] = field(default_factory=dict)  # facts of the deal that the draft does not hold
    deal: Deal | None = None  # the deal's own file; None = the one beside the draft or above it, if any


def review(path: str | Path, order: Order | None = None) -> Review:
    """Review one Word draft: the one public call.

    Raises:
        ClausecheckError: the draft or the rulebook cannot be used; its message says why and what to do.
    """
    order = order or Order()
    if order.deal is None:
        order = replace(order, deal=deal.of_draft(path))
    return examine(word.open_package(Path(path)), order)


def examine(package: word.Package, order: Order, tell: Callable[[str], None] = lambda _: None) -> Review:
    """Review an opened draft; ``tell`` hears the name of each stage as it begins.

    Of a file that we marked before, the text without our pending marks is judged.
    """
    tell("reading Word")
    lifted, settled = word.lift(package), order.deal or Deal()
    draft = word.read(lifted.package)
    tell("reading the language")
    reading = language.read(draft, order.language)
    tell("loading rules")
    rules = order.rules if isinstance(order.rules, Rulebook) else rulebook.load(deal.layers(order.rules, settled))
    tell("looking for clauses")
    matches = rulebook.search(rules, reading)
    settings = Settings(
        side=order.side or settled.side or "neutral",
        paper=order.paper or settled.paper or "theirs",
        audience=order.audience,
        today=order.today or today(),
        rulebook=rules.files,
        places={place: tuple(located.value for located in found) for place, found in reading.places.items()},
    )
    judged = judge.judge(rules, reading, matches, settings)
    tell("checking the drafting")
    faults = checks.run(rules, Look(draft, reading, settings))
    drafting = judge.defects(rules, faults, reading, settings.side)
    tell("writing clauses")
    given = {**settled.facts, **order.given}
    findings = suggest.suggest(judged.findings, rules, reading, judged.clauses, settings, given)
    coverage = Coverage(
        rules_run=len(rules.rules),
        rules_planned=max(rules.planned, len(rules.rules)),
        not_applicable=judged.not_applicable,
        not_read=draft.not_read,
        law_not_checked=(),
    )
    return Review(
        draft=draft,
        language=reading.language,
        words=sum(len(paragraph.text.split()) for paragraph in draft.paragraphs),
        subjects=reading.subjects,
        settings=settings,
        facts={name: judge.facts(found, reading) for name, found in language.facts(reading).items()},
        clauses=judged.clauses,
        findings=settle(judge.worst_first((*findings, *drafting)), lifted.earlier, settled, settings.today),
        coverage=coverage,
        earlier=lifted.earlier,
    )


def today() -> str:
    """The ISO date that a review carries: SOURCE_DATE_EPOCH (reproducible builds) where it is set, else the clock."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), tz=timezone.utc).date().isoformat()
    return date.today().isoformat()

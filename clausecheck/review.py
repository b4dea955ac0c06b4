"""The way of a draft, on one page: whoever reads only this file understands the program."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timezone
from pathlib import Path

from . import checks, deal, judge, language, rulebook, suggest, termsheet, word
from .judge.waivers import settle
from .model import ClausecheckError, Coverage, Deal, Draft, Fact, Look, Reading, Review, Rulebook, Settings
from .model.findings import ROUND, SIGNING

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Order:
    """What a review is asked for; the defaults are those of the command line."""

    side: str = ""  # empty = as the deal's file says, else neutral
    paper: str = ""  # empty = as the deal's file says, else theirs
    stage: str = ""  # empty = as the deal's file says, else round
    audience: str = "internal"
    rules: Sequence[str | Path] | Rulebook = ()  # layers, by default licence; a loaded rulebook serves many drafts
    language: str = "auto"
    today: str = ""  # ISO date; empty = SOURCE_DATE_EPOCH, else the clock
    places: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # countries that the draft does not show
    facts: termsheet.Agreed = field(default_factory=dict)  # what was agreed: the draft is held against it
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


def examine(package: word.Package, order: Order, tell: Tell = lambda _: None) -> Review:
    """Review an opened draft; ``tell`` hears the name of each stage as it begins.

    Of a file that we marked before, the text without our pending marks is judged.
    """
    tell("reading Word")
    lifted, settled = word.lift(package), order.deal or Deal()
    draft = _with_words(word.read(lifted.package))
    tell("reading the language")
    reading = language.read(draft, order.language)
    tell("loading rules")
    rules = order.rules if isinstance(order.rules, Rulebook) else rulebook.load(deal.layers(order.rules, settled))
    tell("looking for clauses")
    settings = _settings(order, settled, rules, reading)
    agreed, stated = {**termsheet.of_deal(settled.facts), **order.facts}, _facts(reading)
    judged, view = _judged(rules, reading, settings, agreed, stated)
    findings = view.findings
    former = word.read(lifted.package, "rejected") if judge.tracked(draft) else None
    if former is not None and judge.comparable(draft, former):
        tell("looking at the text before the tracked changes")
        before = language.read(former, reading.language)
        known = _facts(before) if agreed else {}
        _, compared = _judged(rules, before, _settings(order, settled, rules, before), agreed, known)
        findings = judge.caused(rules, view, compared)
    tell("writing clauses")
    given = {**settled.facts, **order.facts, **order.given}
    findings = suggest.suggest(findings, rules, reading, judged.clauses, settings, given)
    coverage = Coverage(
        rules_run=len(rules.rules),
        rules_planned=max(rules.planned, len(rules.rules)),
        not_applicable=judged.not_applicable,
        not_read=draft.not_read,
        law_not_checked=judge.law_not_checked(rules, settings.places),
    )
    return Review(
        draft=draft,
        language=reading.language,
        words=_words(draft),
        subjects=reading.subjects,
        settings=settings,
        facts=stated,
        clauses=judged.clauses,
        findings=settle(findings, lifted.earlier, settled, settings.today),
        coverage=coverage,
        after_signing=judge.after_signing(reading, _effective(stated)) if settings.stage == SIGNING else (),
        earlier=lifted.earlier,
    )


def _judged(
    rules: Rulebook, reading: Reading, settings: Settings, agreed: termsheet.Agreed, stated: termsheet.Stated
) -> tuple[judge.Judgement, judge.View]:
    """One view of the draft under the rulebook, and what it states beside what was agreed."""
    matches = rulebook.search(rules, reading)
    judged = judge.judge(rules, reading, matches, settings)
    faults = checks.run(rules, Look(reading.draft, reading, settings))
    drafting = judge.defects(rules, faults, reading, settings.side)
    deviations = termsheet.deviations(agreed, reading, stated)
    findings = judge.worst_first((*judged.findings, *deviations, *drafting))
    return judged, judge.View(reading, matches, judged.clauses, findings, termsheet.stated(stated))


def _settings(order: Order, settled: Deal, rules: Rulebook, reading: Reading) -> Settings:
    """How this draft is read: as asked for, else as the deal's file says; its places as it shows them itself."""
    shown = {place: tuple(located.value for located in found) for place, found in reading.places.items()}
    added = {place: tuple(dict.fromkeys((*shown.get(place, ()), *codes))) for place, codes in order.places.items()}
    return Settings(
        side=order.side or settled.side or "neutral",
        paper=order.paper or settled.paper or "theirs",
        stage=order.stage or settled.stage or ROUND,
        audience=order.audience,
        today=order.today or today(),
        rulebook=rules.files,
        places={**shown, **added},
    )


def _facts(reading: Reading) -> Mapping[str, tuple[Fact, ...]]:
    return {name: judge.facts(found, reading) for name, found in language.facts(reading).items()}


def _effective(stated: termsheet.Stated) -> str:
    """The day that the draft calls the Effective Date, where it gives one."""
    return next((fact.value for fact in stated.get("effective_date", ())), "")


def _with_words(draft: Draft) -> Draft:
    """The draft itself; one of pictures or foreign parts alone is refused, for all would be missing from it."""
    told = dict.fromkeys(part.what for part in draft.not_read)
    if any(character.isalpha() for p in draft.paragraphs if not _is_furniture(p.story) for character in p.text):
        return draft
    held = f", only what cannot be read here ({', '.join(told)})" if told else ""
    raise ClausecheckError(f"{draft.file} holds no words{held}: save the draft as Word text and review that.")


def _is_furniture(story: str) -> bool:
    return story.startswith(("header", "footer"))


def _words(draft: Draft) -> int:
    return sum(len(paragraph.text.split()) for paragraph in draft.paragraphs)


def today() -> str:
    """The ISO date that a review carries: SOURCE_DATE_EPOCH (reproducible builds) where it is set, else the clock."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), tz=timezone.utc).date().isoformat()
    return date.today().isoformat()

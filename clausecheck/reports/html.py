"""The review as one HTML file: nothing is loaded, nothing is sent, and it reads well without its script."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from .. import __version__
from ..model import ClauseVerdict, Evidence, Finding, Review, Source
from ..model.findings import HEADINGS, NOT_APPLICABLE, UNSURE
from . import wording
from .quoting import excerpt, marked, shown

HERE = Path(__file__).parent
STATUS = {  # sign and word: never told by colour alone
    "present": ("✓", "Present"),
    "weak": ("◐", "Weak"),
    "missing": ("✕", "Missing"),
    "unsure": ("?", "Unsure"),
}
SIGNS = {"error": "▲", "warning": "◆", "note": "●"}
KINDS = {"clause": "Clauses", "term": "Terms", "defect": "Drafting"}
LANGUAGES = {"en": "English", "ja": "Japanese"}
LABELS = {
    "field": "Field of use",
    "forum": "Disputes",
    "know_how": "Know-how",
    "licensor_home": "Licensor’s home",
    "licensee_home": "Licensee’s home",
}
STANCES = {
    "yes": "stated",
    "term": "length stated",
    "no_term": "length not stated",
    "each_owns_own": "each owns its own",
}
FACTS = (
    *("licensor", "licensee", "effective_date", "exclusivity", "field", "territory"),
    *("patents", "term", "payment", "support_term", "governing_law", "forum"),
)


@dataclass(frozen=True, slots=True)
class Card:
    """A finding as the page shows it."""

    finding: Finding
    anchor: str
    place: str  # "4.1 Improvements"; "Missing"
    spot: str  # where suggested words belong
    remedy: str  # what to do where no words are suggested
    change: str  # the tracked change that caused it
    law: list[Source]
    unverified: list[Source]


@dataclass(frozen=True, slots=True)
class Row:
    """A clause as the table shows it."""

    title: str
    clause: ClauseVerdict
    places: str
    cards: list[Card]  # what was found about it


def render(review: Review) -> str:
    """The whole page; for the other side the comments alone, without verdict, severities, notes, doubts or method."""
    return _template().render(_page(review))


@cache
def _template() -> Any:
    environment = Environment(
        loader=FileSystemLoader(HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        optimized=False,  # the page is written once a process
    )
    environment.filters |= {
        "shown": shown,
        "marked": marked,
        "excerpt": excerpt,
        "plain": wording.plain,
        "day": wording.day,
        "day_of": wording.day_of,
        "place": wording.place,
        "cited": _cited,
        "law_of": wording.law_of,
        "label": label,
        "stance": lambda name: STANCES.get(name, label(name).lower() if "_" in name else name),
        "safe_link": _safe_link,
    }
    environment.globals |= {name: _asset(f"report.{name}") for name in ("css", "js")}
    return environment.get_template("report.html.j2")


def _asset(name: str) -> Markup:
    """A file to stand inside the page, as it is; the policy names its hash, so nothing else runs or styles."""
    return Markup((HERE / name).read_text(encoding="utf-8"))


def sha256(text: str) -> str:
    """The hash by which a Content-Security-Policy lets an inline script or style pass."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


def _page(review: Review) -> dict[str, Any]:
    cards = _cards(review)
    internal = review.settings.audience == "internal"
    standing = [card for card in cards if card.finding.waived is None]
    return {
        "review": review,
        "internal": internal,
        "version": __version__,
        "hash": sha256,
        "judgement": wording.judgement(review),
        "counts": wording.counts(review),
        "neither": wording.NEITHER if review.settings.side == "neutral" else "",
        "rules_checked": wording.rules_checked(review.coverage),
        "facts": [(name, review.facts.get(name, ())) for name in (*FACTS, *sorted(set(review.facts) - set(FACTS)))],
        "rows": _rows(review, standing),
        "groups": [
            (severity, heading, [card for card in standing if card.finding.severity == severity])
            for severity, heading in HEADINGS.items()
        ],
        "comments": _for_the_other_side(standing),
        "waived": [card for card in cards if card.finding.waived is not None],
        "kinds": [(kind, name) for kind, name in KINDS.items() if any(card.finding.kind == kind for card in standing)],
        "places": _places(review),
        "status": STATUS,
        "headings": HEADINGS,
        "signs": SIGNS,
        "languages": LANGUAGES,
    }


def _cards(review: Review) -> list[Card]:
    """Waived findings too; anchors count in the review's own order and so do not move when one is waived."""
    anchors: dict[int, str] = {}
    taken: Counter[str] = Counter()
    for finding in review.findings:
        slug = re.sub(r"[^a-z0-9]+", "-", finding.id.lower()).strip("-")
        taken[slug] += 1
        anchors[id(finding)] = f"f-{slug}-{taken[slug]}"
    waived = [finding for finding in review.findings if finding.waived is not None]
    return [_card(f, anchors[id(f)], review) for f in (*wording.ordered(review.findings), *waived)]


def _card(finding: Finding, anchor: str, review: Review) -> Card:
    law, unverified = wording.cited(finding, review.settings.places)
    return Card(
        finding=finding,
        anchor=anchor,
        place=_where(finding),
        spot=wording.spot(finding.suggestion, review.draft) if finding.suggestion else "",
        remedy=_remedy(finding, review),
        change=wording.change(finding),
        law=law,
        unverified=unverified,
    )


def _remedy(finding: Finding, review: Review) -> str:
    """A line on what to do, where neither suggested words nor the message itself say it."""
    said = finding.suggestion or finding.caused_by or finding.kind == "defect" or finding.verdict == "weak"
    return "" if said else wording.remedy(finding, review.draft)


def _where(finding: Finding) -> str:
    where = wording.where(finding)
    if where in ("missing", "draft"):
        return {"missing": "Missing", "draft": "The draft as a whole"}[where]
    return _cited(finding.evidence[0])


def _cited(evidence: Evidence) -> str:
    """Number and heading, as counsel cites: "4.1 Improvements"."""
    place, heading = wording.place(evidence), wording.plain(evidence.heading)
    return place if place == heading else f"{place} {heading}".strip()


def _rows(review: Review, cards: Iterable[Card]) -> list[Row]:
    by_code: dict[str, list[Card]] = {}
    for card in cards:
        by_code.setdefault(card.finding.code, []).append(card)
    return [
        Row(
            title=_title(clause, by_code),
            clause=clause,
            places=", ".join(dict.fromkeys(map(wording.place, clause.evidence))),
            cards=[card for code in clause.codes for card in by_code.get(code, ())],
        )
        for clause in review.clauses
        if clause.status != NOT_APPLICABLE
    ]


def _title(clause: ClauseVerdict, by_code: dict[str, list[Card]]) -> str:
    known = next((card.finding.title for code in clause.codes for card in by_code.get(code, ())), "")
    return label(clause.type) if clause.type else clause.title or known or ", ".join(clause.codes)


def _places(review: Review) -> list[tuple[str, str]]:
    """Which country is which to the deal, as it was read or given."""
    places = sorted(review.settings.places.items())
    return [(label(name), ", ".join(map(wording.country, codes))) for name, codes in places if codes]


def _for_the_other_side(cards: Iterable[Card]) -> list[Card]:
    """What we ask of the other side, in the draft's order, so that nobody reads from it what matters most to us."""
    asked = [card for card in cards if card.finding.severity != "note" and card.finding.verdict != UNSURE]
    return sorted(asked, key=_position)


def _position(card: Card) -> tuple[bool, float, int]:
    evidence, suggestion = card.finding.evidence, card.finding.suggestion
    if evidence:
        return evidence[0].story != "body", evidence[0].paragraph, evidence[0].start
    if suggestion and suggestion.after_paragraph is not None:
        return False, suggestion.after_paragraph + 0.5, 0
    return True, float("inf"), 0


def label(name: str) -> str:
    """The name of a fact, a place or a clause type as people write it."""
    return LABELS.get(name, name.replace("_", " ").capitalize())


def _safe_link(url: str) -> str:
    """The address if a browser may be sent there: rulebooks are files from elsewhere."""
    return url if re.match(r"https?://[^\s]+$", url) else ""

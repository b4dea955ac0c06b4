"""review/1: the report that other programs read (DESIGN.md §5; ``review.schema.json`` beside this file)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from .. import __version__
from ..model import ClauseVerdict, Coverage, Evidence, Fact, Finding, Review, Settings, Source, Step, Suggestion
from ..model.findings import SIGNING

SCHEMA = "clausecheck/review/1"
ONE, MANY = "one", "many"
FACTS = {
    "licensor": ONE,
    "licensee": ONE,
    "effective_date": ONE,
    "exclusivity": ONE,
    "field": ONE,
    "territory": ONE,
    "patents": MANY,
    "term": ONE,
    "payment": MANY,
    "support_term": ONE,
    "governing_law": ONE,
    "forum": ONE,
}
PLACES = ("law", "payer", "exporter", "patents", "market", "licensor_home", "licensee_home")

Json = dict[str, Any]


def render(review: Review) -> str:
    """The review as JSON text; the same review gives the same text."""
    text = json.dumps(document(review), ensure_ascii=False, indent=1)
    # a file name may hold bytes that are no text (lone surrogates): JSON can escape them, UTF-8 cannot hold them
    return text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"


def document(review: Review) -> Json:
    """The review as plain values, keys in the order of the specification."""
    return {
        "schema": SCHEMA,
        "tool": {"name": "clausecheck", "version": __version__},
        "draft": _draft(review),
        "settings": _settings(review.settings),
        "facts": {name: _fact(review.facts.get(name, ()), many) for name, many in FACTS.items()},
        "clauses": [_clause(clause) for clause in review.clauses],
        "findings": [_finding(finding) for finding in review.findings],
        "coverage": _coverage(review.coverage),
        **(
            {"after_signing": [_step(step) for step in review.after_signing]}
            if review.settings.stage == SIGNING
            else {}
        ),
        "summary": {severity: review.count(severity) for severity in ("error", "warning", "note")},
    }


def _draft(review: Review) -> Json:
    return {
        "file": review.draft.file,
        "sha256": review.draft.sha256,
        "language": review.language,
        "title": review.draft.title,
        "words": review.words,
        "subjects": list(review.subjects),
        "file_facts": [{"kind": fact.kind, "text": fact.text} for fact in review.draft.facts],
    }


def _settings(settings: Settings) -> Json:
    return {
        "side": settings.side,
        "paper": settings.paper,
        "stage": settings.stage,
        "for": settings.audience,
        "today": settings.today,
        "rulebook": [{"name": file.name, "sha256": file.sha256} for file in settings.rulebook],
        "places": {
            # the payee is the one place that only some reviews name
            name: list(settings.places.get(name, ()))
            for name in (*PLACES, *(["payee"] if settings.places.get("payee") else []))
        },
    }


def _fact(facts: tuple[Fact, ...], many: str) -> Json | list[Json] | None:
    """A list, or one fact; where the draft gives two answers to one question, both stand in its value."""
    stated = [{"value": fact.value, "evidence": _passages(fact.evidence)} for fact in facts]
    if many == MANY:
        return stated
    if not facts:
        return None
    return {
        "value": "; ".join(dict.fromkeys(fact.value for fact in facts)),
        "evidence": _passages(evidence for fact in facts for evidence in fact.evidence),
    }


def _clause(clause: ClauseVerdict) -> Json:
    return {
        "type": clause.type,
        "codes": list(clause.codes),
        "status": clause.status,
        "stance": list(clause.stance),
        "lacks": list(clause.lacks),
        "reason": clause.reason,
        "evidence": _passages(clause.evidence),
    }


def _finding(finding: Finding) -> Json:
    return {
        "code": finding.code,
        "id": finding.id,
        "kind": finding.kind,
        "verdict": finding.verdict,
        "severity": finding.severity,
        "message": finding.message,
        "reasons": list(finding.reasons),
        "why": finding.why,
        "sources": [_source(source) for source in finding.sources],
        "evidence": _passages(finding.evidence),
        "fingerprint": finding.fingerprint,
        "waived": finding.waived,
        "caused_by": [{"author": by.author, "date": by.date, "change": by.change} for by in finding.caused_by],
        "suggestion": _suggestion(finding.suggestion) if finding.suggestion else None,
        **({"history": finding.history} if finding.history else {}),
    }


def _step(step: Step) -> Json:
    return {
        "kind": step.kind,
        "bearer": step.bearer,
        "said": step.said,
        "days": step.days,
        "due": step.due,
        "evidence": _passages((step.evidence,)),
    }


def _source(source: Source) -> Json:
    places = {name: list(codes) for name, codes in source.places.items()}
    return {"title": source.title, "url": source.url, "verified": source.verified, "places": places}


def _suggestion(suggestion: Suggestion) -> Json:
    return {
        "text": suggestion.text,
        "place": {"after_paragraph": suggestion.after_paragraph},
        "assumptions": list(suggestion.assumptions),
        "blanks": list(suggestion.blanks),
    }


def _passages(found: Iterable[Evidence]) -> list[Json]:
    return [
        {
            "paragraph": evidence.paragraph,
            "number": evidence.number,
            "heading": evidence.heading,
            "story": evidence.story,
            "start": evidence.start,
            "end": evidence.end,
            "quote": evidence.quote,
            "text": evidence.text,
        }
        for evidence in found
    ]


def _coverage(coverage: Coverage) -> Json:
    return {
        "rules_run": coverage.rules_run,
        "not_applicable": [{"code": rule.code, "why": rule.why} for rule in coverage.not_applicable],
        "not_read": [{"what": part.what, "where": part.where} for part in coverage.not_read],
        "law_not_checked": list(coverage.law_not_checked),
    }

"""What the reports for people say alike: the verdict sentence, what comes first, where it stands, what to do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date

from ..model import SEVERITIES, Coverage, Draft, Evidence, Finding, Review, Source, Step, Suggestion
from ..model.countries import COUNTRIES
from ..model.findings import MISSING, UNSURE, WEAK

NEITHER = "Read for neither party"
COUNTED = (("error", "must-fix"), ("warning", "to decide"), ("note", "note"))
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WITHOUT_WORDING = {  # what to do where no template has words for it
    MISSING: "Ask for the clause.",
    WEAK: "Complete the clause.",
    "found": "Strike it, or agree a limit.",
    UNSURE: "Read the passage: it may or may not say so.",
}
DUTY = re.compile(r"(?:[Tt]he )?[\w\u2019'-]+ (?:shall|will|must|agrees?)\b")
SENTENCE_END = re.compile(
    r"(?<=[.?!])(?<!\b[A-Z]\.)(?<!Inc\.)(?<!Ltd\.)(?<!Corp\.)(?<!Co\.)(?<!No\.)(?<!Art\.)(?<!Sec\.) (?=[A-Z“])"
)
# Controls, marks of direction, joiners and lone surrogates: nothing that a reader sees, and able to mislead one.
INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)


def judgement(review: Review) -> str:
    """May our side sign? A claim about the rules that ran, and no more than that."""
    side = review.settings.side
    whom = "" if side == "neutral" else f" for {side.capitalize()}"
    return f"Not ready to sign{whom}." if review.count("error") else f"Nothing that must be fixed{whom}."


def counts(review: Review) -> str:
    """How many findings stand: "6 must-fix, 8 to decide, 5 notes."."""
    told = [(review.count(severity), word) for severity, word in COUNTED]
    parts = [f"{n} {word}{'s' if word == 'note' and n != 1 else ''}" for n, word in told if n or word != "must-fix"]
    return ", ".join(parts) + "."


def verdict(review: Review) -> str:
    """The sentence that every report begins with."""
    return f"{judgement(review)} {counts(review)}"


def ordered(findings: Iterable[Finding]) -> list[Finding]:
    """The standing findings as counsel wants them: worst first, and of one severity what is missing first (the other
    side must be asked for it), then risky terms, weak clauses, doubts, and drafting faults last."""
    return sorted((f for f in findings if f.waived is None), key=_urgency)


def _urgency(finding: Finding) -> tuple[int, int]:
    severity = SEVERITIES.index(finding.severity)
    if finding.kind == "defect":
        return severity, 4
    return severity, (MISSING, "found", WEAK, UNSURE).index(finding.verdict)


def place(evidence: Evidence) -> str:
    """How counsel cites the passage: "2.3", "footnote 4", else its heading or its paragraph."""
    story, _, which = evidence.story.partition(":")
    if story != "body":
        return f"{story} {which}".strip()
    return plain(evidence.number).rstrip(".") or plain(evidence.heading) or f"paragraph {evidence.paragraph + 1}"


def where(finding: Finding) -> str:
    """Where a finding stands: the place of its first words, "missing", or the draft as a whole."""
    if finding.verdict == MISSING:
        return "missing"
    return place(finding.evidence[0]) if finding.evidence else "draft"


def spot(suggestion: Suggestion, draft: Draft) -> str:
    """Where suggested words belong: "after 2.4", "before the signatures"; empty for wording without a place."""
    if suggestion.before_signature:
        return "before the signatures"
    if suggestion.after_paragraph is None:
        return ""
    number = _cited(suggestion.after_paragraph, draft)
    return f"after {number}" if number else "at the end"


def _cited(paragraph: int, draft: Draft) -> str:
    """The clause that holds a body paragraph, by its number or its heading."""
    if paragraph >= len(draft.paragraphs):
        return ""
    at = draft.clause_at[paragraph] if paragraph < len(draft.clause_at) else None
    if at is not None and (label := draft.clauses[at].label or draft.clauses[at].heading):
        return plain(label).rstrip(".")
    return plain(draft.paragraphs[paragraph].number).rstrip(".") or f"paragraph {paragraph + 1}"


def remedy(finding: Finding, draft: Draft) -> str:
    """What to do about it, in one line: reject the change that caused it, and write the words suggested."""
    if finding.cured_by_rejecting and finding.kind != "defect":
        return f"Reject {change(finding)}."
    if finding.cured_by_rejecting:
        return f"Reject {change(finding)}; or: {_request(finding)}"
    if finding.caused_by:
        return f"Reject {change(finding)}; then: {_written(finding, draft)}"
    return _written(finding, draft)


def _written(finding: Finding, draft: Draft) -> str:
    if finding.suggestion is None:
        return _request(finding)
    there = spot(finding.suggestion, draft)
    return f"{f'Add {there}' if there else 'Write'}: “{plain(finding.suggestion.text)}”"


def _request(finding: Finding) -> str:
    """What to do where no template has words: a drafting check ends its message with it, others have a stock phrase."""
    if finding.kind == "defect":
        told = sentences(plain(finding.message))
        return told[-1] if len(told) > 1 else "Put it right in the draft."
    return WITHOUT_WORDING[finding.verdict]


def change(finding: Finding) -> str:
    """The tracked changes without which there would be no finding, the author named."""
    each = [
        f"the {by.change} by {plain(by.author) or 'an unnamed author'}" + (f", {day(by.date)}" if by.date else "")
        for by in finding.caused_by
    ]
    return " and ".join(each)


def cited(finding: Finding, places: Mapping[str, tuple[str, ...]]) -> tuple[list[Source], list[Source]]:
    """The sources that fit this deal's places: those verified, and those that nobody has checked yet.

    A source that names places speaks only where the deal is known to have one of each: no country's reason is given
    to another's deal.
    """
    known = {**places, "home": (*places.get("licensor_home", ()), *places.get("licensee_home", ()))}
    fitting = [
        source
        for source in finding.sources
        if all(set(codes) & set(known.get(name, ())) for name, codes in source.places.items())
    ]
    return [s for s in fitting if s.verified], [s for s in fitting if not s.verified]


def rules_checked(coverage: Coverage) -> str:
    """How much of the rulebook looked at the draft."""
    return f"{coverage.rules_run} of {coverage.rules_planned} rules checked"


def country(code: str) -> str:
    """The country's English name; a code that is none stays as it is."""
    return COUNTRIES.get(code, plain(code).upper())


def law_of(code: str) -> str:
    """The law of a country, as it is said: "law of the United Kingdom"."""
    name = country(code)
    return f"law of {'the ' if name.startswith(('United', 'European', 'Netherlands')) else ''}{name}"


def day(iso: str) -> str:
    """A date that nobody can misread: "23 November 2026"; what is no ISO date stays as it is."""
    try:
        read = date.fromisoformat(iso[:10])
    except ValueError:
        return plain(iso)
    return f"{read.day} {MONTHS[read.month - 1]} {read.year}"


def day_of(step: Step) -> str:
    """When a step falls due: "31 December 2026", "within 30 days", "at once"."""
    if step.due:
        return day(step.due)
    if step.days is None:
        return "see clause"
    return f"within {step.days} days" if step.days else "at signing"


def duty(step: Step) -> str:
    """What is to be done, from the words that say who must: without "In consideration of …, "."""
    text = plain(step.evidence.text)
    found = DUTY.search(text)
    return text[found.start() :] if found else text


def sentences(text: str) -> list[str]:
    """The sentences of a message; no initial and no abbreviation of companies or numbers ends one."""
    return SENTENCE_END.split(text)


def plain(text: str) -> str:
    """The text on one line, without characters that nobody sees (a terminal would obey some of them)."""
    return " ".join(INVISIBLE.sub("", text).split())

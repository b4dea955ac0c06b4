"""The words of a comment in Word: what, why, and what to write, so that counsel can leave it in.

The edition for the other side says nothing that is ours alone: no side, no severity, no reasons of the rulebook, no
sentence that speaks of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..model import Evidence, Finding, Review
from ..model.findings import HEADINGS, MISSING, UNSURE, WEAK
from .wording import (
    NEITHER,
    WITHOUT_WORDING,
    change,
    cited,
    place,
    plain,
    rules_checked,
    sentences,
    spot,
    verdict,
)

INTERNAL = "Internal: do not send to the other side."
OURS = re.compile(
    r"\b(?:rulebook|playbook|fall-?back|fall back|must[ -]fix|bottom line|walk-?away|our (?:side|position|client)"
    r"|accepts “|stances?|for internal use)\b",
    re.IGNORECASE,
)
REQUESTS = {  # to the other side, where no template has words
    MISSING: "Please add a clause.",
    WEAK: "Please complete the clause.",
    "found": "Please strike this, or let us agree a limit.",
    UNSURE: "Please say what is meant.",
}
MOST_QUOTED = 14  # words of a further passage
MOST_PASSAGES = 3


def opening(review: Review) -> tuple[str, ...]:
    """The first comment of an internal file: what it is, and the verdict."""
    neither = () if review.settings.side != "neutral" else (f"{NEITHER}.",)
    return (INTERNAL, " ".join((*neither, verdict(review), f"{rules_checked(review.coverage)}.")))


def remark(findings: Sequence[Finding], review: Review) -> tuple[str, ...]:
    """The comment on one passage: the first finding in full, the others as "also"."""
    edition = _edition(review)
    first, *others = findings
    lines = [*edition.told(first), *edition.wording(first)]
    for finding in others:
        lines += edition.further(finding)
    return tuple(lines)


def remark_on_clause(finding: Finding, review: Review, moves_numbers: bool) -> tuple[str, ...]:
    """The comment on the clause that was inserted for a finding; ``moves_numbers``: those behind it are renumbered."""
    edition = _edition(review)
    return (*edition.told(finding), *edition.inserted(finding, moves_numbers))


def remark_on_change(finding: Finding, review: Review) -> tuple[str, ...]:
    """The comment on words that were changed for a finding; it says what to write, should they not be changed."""
    edition = _edition(review)
    return (*edition.told(finding), *edition.changed(finding))


def is_internal(lines: Sequence[str]) -> bool:
    """Whether a comment of ours is one of an internal edition: the first one, or one that tells a severity."""
    title = lines[0] if lines else ""
    return title == INTERNAL or title.endswith(tuple(f": {heading}" for heading in HEADINGS.values()))


def _edition(review: Review) -> _Edition:
    return _Edition(review, review.settings.audience == "counterparty")


@dataclass(frozen=True, slots=True)
class _Edition:
    review: Review
    outward: bool  # for the other side

    def told(self, finding: Finding) -> Iterator[str]:
        """Title, what, why, and the other passages concerned."""
        yield self._title(finding)
        yield from self._what(finding)
        yield from self._why(finding)
        yield from self._passages(finding.evidence)

    def further(self, finding: Finding) -> Iterator[str]:
        """A finding at words that have a comment already."""
        yield " ".join((f"Also {self._title(finding)}.", *self._what(finding)))
        yield from self.wording(finding)

    def _title(self, finding: Finding) -> str:
        name = f"{finding.code} {plain(finding.title)}"
        return name if self.outward else f"{name}: {HEADINGS[finding.severity]}"

    def _what(self, finding: Finding) -> Iterator[str]:
        first = finding.evidence[0] if finding.evidence else None
        if first is not None and first.story != "body":
            yield f"In {_article(place(first))}: {_quoted(first)}"
        told = [finding.message] if self.outward else [finding.message, *finding.reasons]
        message = " ".join(self._fit(map(plain, told)))
        if message:
            yield message
        if finding.caused_by:
            yield f"This comes from {change(finding)}: {self._rejected(finding)}."
        if finding.history and not self.outward:
            yield plain(finding.history)

    def _rejected(self, finding: Finding) -> str:
        them = "it" if len(finding.caused_by) == 1 else "them"
        if self.outward:
            return f"please take {them} back"
        more = "" if finding.cured_by_rejecting else ", but not enough, for the text before fell short too"
        return f"to reject {them} is the first remedy{more}"

    def _why(self, finding: Finding) -> Iterator[str]:
        """The reason, with those sources alone that somebody has read and that fit this deal."""
        why = " ".join(self._fit([plain(finding.why)]))
        sources = "; ".join(plain(source.title) for source in cited(finding, self.review.settings.places)[0])
        if why and sources:
            yield f"{why} ({sources})"
        elif why or sources:
            yield why or f"See {sources}."

    def _passages(self, evidence: Sequence[Evidence]) -> Iterator[str]:
        told = {(one.story, one.paragraph): one for one in reversed(evidence)}
        first = (evidence[0].story, evidence[0].paragraph) if evidence else None
        further = [one for key, one in reversed(told.items()) if key != first][:MOST_PASSAGES]
        if further:
            yield "See also " + "; ".join(f"{place(one)}: {_quoted(one)}" for one in further)

    def wording(self, finding: Finding) -> Iterator[str]:
        """What to write, for words that are not in the draft."""
        suggestion = finding.suggestion
        if suggestion is None:
            # a drafting check ends its message with what to do; a change that does it all is to be rejected
            if finding.kind != "defect" and not finding.cured_by_rejecting:
                yield (REQUESTS if self.outward else WITHOUT_WORDING)[finding.verdict]
            return
        where = spot(suggestion, self.review.draft)
        heading = f", under the heading “{plain(suggestion.heading)}”" if where and suggestion.heading else ""
        yield f"Please add {where}{heading}:" if where else "Suggested wording:"
        yield from (plain(line) for line in suggestion.text.split("\n") if line.strip())
        yield from self._open(finding)

    def inserted(self, finding: Finding, moves_numbers: bool) -> Iterator[str]:
        """What to do with a clause that was inserted."""
        yield "Inserted here as a tracked change." + ("" if self.outward else " Accept it or reject it.")
        if moves_numbers:
            yield "The clauses behind it get the next number: check what refers to them."
        yield from self._open(finding)

    def changed(self, finding: Finding) -> Iterator[str]:
        """What to write instead of a few words."""
        suggestion = finding.suggestion
        if suggestion is not None and suggestion.replaces is not None:
            paragraph, start, end = suggestion.replaces
            said = self.review.draft.body[paragraph].text[start:end]
            yield f"Write “{plain(suggestion.text)}” instead of “{plain(said)}”."

    def _open(self, finding: Finding) -> Iterator[str]:
        suggestion = finding.suggestion
        if suggestion is not None and suggestion.blanks:
            yield f"To fill in: {'; '.join(map(plain, suggestion.blanks))}."
        if suggestion is not None and suggestion.assumptions and not self.outward:
            yield f"Assumed: {' '.join(map(plain, suggestion.assumptions))}"

    def _fit(self, texts: Iterable[str]) -> Iterator[str]:
        """What this edition may say: for the other side, no sentence that speaks of our side's thinking."""
        for text in texts:
            kept = [one for one in sentences(text) if not (self.outward and OURS.search(one))]
            if kept and any(kept):
                yield " ".join(kept)


def _quoted(evidence: Evidence) -> str:
    words = plain(evidence.quote or evidence.text).split(" ")
    return f"“{' '.join(words[:MOST_QUOTED])}{' …' if len(words) > MOST_QUOTED else ''}”"


def _article(cited_place: str) -> str:
    return f"the {cited_place}" if cited_place.startswith(("header", "footer", "text")) else cited_place

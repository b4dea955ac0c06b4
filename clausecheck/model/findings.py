"""What judging and suggesting hand on: verdicts with their evidence, and the review as a whole (DESIGN.md §5)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .draft import Draft, NotRead
from .earlier import EarlierRemark
from .rules import RulebookFile, Source

PRESENT, WEAK, MISSING, UNSURE, NOT_APPLICABLE = "present", "weak", "missing", "unsure", "not_applicable"
STAGES = FIRST, ROUND, SIGNING = ("first", "round", "signing")  # how far the talks are
MUST_FIX, DECIDE, NOTE = "Must fix", "Decide", "Note"
HEADINGS = {"error": MUST_FIX, "warning": DECIDE, "note": NOTE}  # what people read for what machines read


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of the draft that carry a verdict.

    ``text`` is a verbatim stretch of one paragraph, the operative sentence, without the printed number and at most 150
    words; ``quote`` the part that matched, ``start`` and ``end`` its code points in the paragraph's accepted text.
    """

    paragraph: int  # index within its story
    number: str
    heading: str
    story: str
    start: int
    end: int
    quote: str
    text: str


@dataclass(frozen=True, slots=True)
class ClauseVerdict:
    """What became of one clause type, or of one further clause rule."""

    type: str | None
    codes: tuple[str, ...]
    status: str  # present, weak, missing, unsure, not_applicable
    stance: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    reason: str = ""
    evidence: tuple[Evidence, ...] = ()
    title: str = ""  # the rule's own title, for reports that people read


@dataclass(frozen=True, slots=True)
class CausedBy:
    """A tracked change without which there would be no finding."""

    author: str
    date: str
    change: str  # insertion, deletion
    paragraph: int | None = None  # of the body, where it stands or stood; None outside the body


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Words that put a finding right, and where they belong."""

    text: str  # paragraphs are separated by a newline
    after_paragraph: int | None = None  # index in the body; None = wording for a comment, with no place of its own
    before_signature: bool = False
    level: int | None = None  # depth in the clause tree of the siblings that it joins; None = as plain text
    assumptions: tuple[str, ...] = ()
    blanks: tuple[str, ...] = ()  # what each [FILL: …] asks for
    heading: str = ""  # the clause's caption, set as its siblings set theirs
    # words that ``text`` stands for: index of the body paragraph, start and end in its text
    replaces: tuple[int, int, int] | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that counsel must fix, decide or know."""

    code: str
    id: str
    kind: str  # clause, term, defect
    verdict: str  # missing, weak, found, unsure
    severity: str  # error, warning, note
    title: str
    message: str
    reasons: tuple[str, ...] = ()
    why: str = ""
    sources: tuple[Source, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    fingerprint: str = ""
    waived: str | None = None
    caused_by: tuple[CausedBy, ...] = ()
    remains: str = ""  # what is left to put right where the change that caused it is rejected; empty = nothing
    suggestion: Suggestion | None = None
    history: str = ""  # what became of an earlier comment or waiver, where the finding stands nevertheless

    @property
    def cured_by_rejecting(self) -> bool:
        """Whether nothing is left to put right where the tracked changes that caused it are rejected."""
        return bool(self.caused_by) and not self.remains

    def was_told_in(self, remark: EarlierRemark) -> bool:
        """Whether an earlier comment is about this finding: the same code at words that overlap, or nowhere."""
        if self.code not in remark.codes:
            return False
        return not self.evidence or any(_overlap(one, remark) for one in self.evidence)


def _overlap(evidence: Evidence, remark: EarlierRemark) -> bool:
    if evidence.story != "body":  # its comment stands in the body, at the place nearest to it
        return True
    return evidence.paragraph == remark.paragraph and evidence.start < remark.end and remark.start < evidence.end


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of the deal as the draft states it."""

    value: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """Something that a clause asks for in the first sixty days after signing."""

    kind: str  # "Payment", "Treaty form", …
    bearer: str  # licensor, licensee; empty where the sentence names neither or both
    said: str  # the words that name the day: "within thirty (30) days after the Effective Date"; may be empty
    days: int | None  # after signing; None = with no day of its own
    due: str  # ISO date where the Effective Date is known; empty without
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Settings:
    """How a review was asked for; recorded in every report."""

    side: str = "neutral"
    paper: str = "theirs"
    stage: str = "round"
    audience: str = "internal"  # ``--for``: internal, counterparty
    today: str = ""  # ISO date
    rulebook: tuple[RulebookFile, ...] = ()
    places: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NotApplicable:
    """A rule whose absence means nothing in this draft, and why."""

    code: str
    why: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was checked and what was not: a silent "nothing found" is worth nothing without it."""

    rules_run: int
    rules_planned: int
    not_applicable: tuple[NotApplicable, ...] = ()
    not_read: tuple[NotRead, ...] = ()
    law_not_checked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Review:
    """The outcome of ``clausecheck review``: everything that a report may show."""

    draft: Draft
    language: str
    words: int
    subjects: tuple[str, ...]
    settings: Settings
    facts: Mapping[str, tuple[Fact, ...]]
    clauses: tuple[ClauseVerdict, ...]
    findings: tuple[Finding, ...]  # worst first
    coverage: Coverage
    after_signing: tuple[Step, ...] = ()  # at the stage of signing: what then falls due, the earliest first
    earlier: tuple[EarlierRemark, ...] = ()  # what a review before this one had written into the file

    def count(self, severity: str) -> int:
        """How many findings of that severity stand, waived ones not counted."""
        return sum(f.severity == severity and f.waived is None for f in self.findings)

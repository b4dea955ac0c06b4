"""The annotated draft: one comment at each passage concerned, and missing clauses as tracked changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..model import SEVERITIES, ClausecheckError, EarlierRemark, Finding, Paragraph, Review
from ..model.findings import MISSING
from ..word import lift
from ..word.elsewhere import place_in_body
from ..word.lists import Lists
from ..word.markup import Comment, Insertion, Replacement, write_marked
from ..word.package import Package
from ..word.places import Places
from .remarks import is_internal, opening, remark, remark_on_change, remark_on_clause
from .wording import ordered

NO_DATE = "1970-01-01"
_COMMENTED = {"problems": ("error", "warning"), "all": SEVERITIES}


@dataclass(frozen=True, slots=True)
class _Passage:
    """Where findings stand: a stretch of a body paragraph; ``what`` keeps words, places and the whole draft apart."""

    paragraph: int
    start: int
    end: int
    what: str  # words, place, draft
    findings: tuple[Finding, ...]


def write(
    package: Package, review: Review, target: Path, *, comments: str = "problems", redline: str | None = None
) -> None:
    """Write the reviewed draft to ``target``; marks of ours that it had before are replaced.

    ``comments``: "problems" for what must be fixed or decided, "all" for notes too. ``redline``: "none" inserts no
    missing clause, "missing" every one that has a text and a place; by default the paper decides: on theirs those that
    must be fixed, on ours also those to decide.

    Raises:
        ClausecheckError: the draft would not come through unharmed, or would carry internal advice to the other side;
            then nothing is written.
        OSError: the file cannot be written.
    """
    package = lift(package).package
    kept = [one for one in review.earlier if one.kept]
    if review.settings.audience == "counterparty":
        _refuse_advice(kept)
    standing = ordered(review.findings)
    new = [one for one in standing if _is_inserted(one, review, redline)]
    told = [one for one in standing if one.severity in _COMMENTED[comments] and one not in new]
    told = [one for one in told if not any(map(one.was_told_in, kept))]
    mended = [one for one in told if _is_mended(one, redline)]
    told = [one for one in told if one not in mended]
    date = f"{review.settings.today or NO_DATE}T00:00:00Z"
    insertions = list(_insertions(package, review, new, kept))
    remarks, changes = list(_comments(package, review, told)), list(_changes(review, mended))
    write_marked(package, review.draft, remarks, insertions, date, target, changes)


def _insertions(
    package: Package, review: Review, new: Iterable[Finding], kept: Sequence[EarlierRemark]
) -> Iterator[Insertion]:
    """The missing clauses; one whose comment stands in the file already gets no second one."""
    places = Places(review.draft, Lists(package).together)
    for finding in new:
        if finding.suggestion is not None:
            clause = places.place(finding.suggestion)
            told = any(map(finding.was_told_in, kept))
            yield Insertion(clause, () if told else remark_on_clause(finding, review, clause.moves_numbers))


def _changes(review: Review, mended: Iterable[Finding]) -> Iterator[Replacement]:
    """The words to change, each with its comment; where Word must not change them, the comment stands alone."""
    for finding in mended:
        if finding.suggestion is not None and finding.suggestion.replaces is not None:
            yield Replacement(*finding.suggestion.replaces, finding.suggestion.text, remark_on_change(finding, review))


def _refuse_advice(kept: Iterable[EarlierRemark]) -> None:
    """A thread of an internal edition stays because others answered: it must not reach the other side."""
    names = [one.replies[0].author for one in kept if one.replies and is_internal(one.lines)]
    if names:
        raise ClausecheckError(
            f"This file holds {len(names)} of our internal comments, which stay because {names[0]} answered: "
            "delete these threads in Word before you write the edition for the other side."
        )


def _is_inserted(finding: Finding, review: Review, redline: str | None) -> bool:
    placed = finding.suggestion is not None and finding.suggestion.after_paragraph is not None
    if finding.verdict != MISSING or not placed or redline == "none" or not review.draft.body:
        return False
    wanted = ("error", "warning") if review.settings.paper == "ours" else ("error",)
    return redline == "missing" or finding.severity in wanted


def _is_mended(finding: Finding, redline: str | None) -> bool:
    """A few words alone put it right, and only one way."""
    return redline != "none" and finding.suggestion is not None and finding.suggestion.replaces is not None


def _comments(package: Package, review: Review, told: Iterable[Finding]) -> Iterator[Comment]:
    body = review.draft.body
    if not body:
        return
    if review.settings.audience == "internal" and not any(one.kept and not one.codes for one in review.earlier):
        first = _title(body)
        yield Comment(first.paragraph, first.start, first.end, opening(review))
    for passage in _together(_passage(package, body, finding) for finding in told):
        yield Comment(passage.paragraph, passage.start, passage.end, remark(ordered(passage.findings), review))


def _passage(package: Package, body: Sequence[Paragraph], finding: Finding) -> _Passage:
    """The words that a finding quotes, else the place where what is missing belongs, else the draft's title."""
    if finding.evidence:
        first = finding.evidence[0]
        if first.story == "body":
            return _Passage(first.paragraph, first.start, first.end, "words", (finding,))
        found = place_in_body(package, first.story, first.paragraph)
        if found is not None:
            return _Passage(*found, "words", (finding,))
    elif (struck := next((by.paragraph for by in finding.caused_by if by.paragraph is not None), None)) is not None:
        return _last_word(body, struck, finding)
    elif finding.suggestion is not None and finding.suggestion.after_paragraph is not None:
        return _last_word(body, finding.suggestion.after_paragraph, finding)
    return _title(body, finding)


def _last_word(body: Sequence[Paragraph], index: int, finding: Finding) -> _Passage:
    """The end of the paragraph that the clause would follow, or of the nearest before it that says something."""
    said = next((p for p in reversed(body[: index + 1]) if p.text.strip()), body[min(index, len(body) - 1)])
    text = said.text.rstrip()
    start = len(text) - len(text.split()[-1]) if text else 0
    return _Passage(said.index, start, len(text), "place", (finding,))


def _title(body: Sequence[Paragraph], *findings: Finding) -> _Passage:
    said = next((p for p in body if p.text.strip()), body[0])
    return _Passage(said.index, 0, len(said.text.rstrip()), "draft", findings)


def _together(passages: Iterable[_Passage]) -> Iterator[_Passage]:
    """One passage for those that overlap, over all their words."""
    joined: _Passage | None = None
    for one in sorted(passages, key=lambda p: (p.what, p.paragraph, p.start, p.end)):
        if joined is not None and _overlap(joined, one):
            end = max(joined.end, one.end)
            joined = _Passage(one.paragraph, joined.start, end, one.what, joined.findings + one.findings)
            continue
        if joined is not None:
            yield joined
        joined = one
    if joined is not None:
        yield joined


def _overlap(before: _Passage, one: _Passage) -> bool:
    same = (before.what, before.paragraph) == (one.what, one.paragraph)
    return same and (one.start < before.end or one.start == before.start)

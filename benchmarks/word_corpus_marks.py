"""The marks that the benchmark sets: every finding of the review, and some at random places."""

from __future__ import annotations

import inspect
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch

from clausecheck.model import ClausecheckError, Draft, Review, Rulebook, Suggestion
from clausecheck.reports import docx
from clausecheck.review import Order, examine
from clausecheck.rulebook import load
from clausecheck.word import Package
from clausecheck.word.lists import Lists
from clausecheck.word.markup import Comment, Insertion, Replacement, write_marked
from clausecheck.word.places import Line, NewClause, Places

DATE = "2026-11-23"
STAMP = f"{DATE}T00:00:00Z"
CLAUSE = ("Each party shall keep one copy of this page.", "It may throw the copy away after a year.")
SPREAD = 3  # comments at random places, beside one in an empty paragraph where there is one
REWORDED = 3  # paragraphs of which some words are changed
WORDS = ("", "other words", "of the first part, and")


@dataclass
class Marks:
    """What was asked of the writer; ``why_not`` says in a sentence why a file was not reviewed."""

    comments: list[Comment] = field(default_factory=list)
    insertions: list[Insertion] = field(default_factory=list)
    replacements: list[Replacement] = field(default_factory=list)
    findings: int = 0
    why_not: str = ""


@lru_cache(maxsize=1)  # loaded before the first process is forked
def rulebook() -> Rulebook:
    return load()


def review_of(package: Package) -> tuple[Review | None, str]:
    """The review where the draft's language is one that has rules, else the sentence that says why there is none."""
    try:
        return examine(package, Order(side="licensee", paper="ours", rules=rulebook(), today=DATE)), ""
    except ClausecheckError as error:
        return None, str(error)


def write(package: Package, draft: Draft, target: Path, seed: str) -> Marks:
    """Mark a draft as the program does, every finding and every clause, and with the marks at random places added."""
    marks, chance = Marks(), Random(seed)
    comments, insertions = at_random(package, draft, chance)
    replacements = rewordings(draft, chance)

    def widened(*asked: Any, **named: Any) -> None:
        given = inspect.signature(write_marked).bind(*asked, **named)
        given.apply_defaults()
        marks.comments = given.arguments["comments"] = [*given.arguments["comments"], *comments]
        marks.insertions = given.arguments["insertions"] = [*given.arguments["insertions"], *insertions]
        marks.replacements = given.arguments["replacements"] = [*given.arguments["replacements"], *replacements]
        write_marked(*given.args, **given.kwargs)

    review, marks.why_not = review_of(package)
    if review is None:
        widened(package, draft, [], [], STAMP, target)
        return marks
    marks.findings = len(review.findings)
    with patch.object(docx, "write_marked", widened):
        docx.write(package, review, target, comments="all", redline="missing")
    return marks


def at_random(package: Package, draft: Draft, chance: Random) -> tuple[list[Comment], list[Insertion]]:
    """Comments on any stretch of any paragraph, a clause set among its siblings, and one behind any paragraph."""
    body = draft.body
    if not body:
        return [], []
    blank = [p for p in body if not p.text.strip()]
    remarked = [*chance.choices(body, k=SPREAD), *blank[:1]]
    comments = [_comment(p.index, len(p.text), number, chance) for number, p in enumerate(remarked, 1)]
    loose, placed = chance.choice(body).index, chance.choice(body).index
    lines = tuple(Line(loose, text, silent=bool(number)) for number, text in enumerate(CLAUSE))
    sought = Suggestion("\n".join(CLAUSE), placed, level=_level(draft, placed), heading="Copies")
    clauses = [NewClause(loose, lines), Places(draft, Lists(package).together).place(sought)]
    return comments, [Insertion(clause, ("ZZ-02 A clause", "Put here at random.")) for clause in clauses]


def rewordings(draft: Draft, chance: Random) -> list[Replacement]:
    """Some words of a few paragraphs struck out, put in, or changed; at most one change in a paragraph."""
    said = [p for p in draft.body if p.text.strip()]
    chosen = chance.sample(said, min(REWORDED, len(said)))
    return [_rewording(p.index, p.text, chance) for p in chosen]


def _rewording(paragraph: int, text: str, chance: Random) -> Replacement:
    start, end = sorted((chance.randint(0, len(text)), chance.randint(0, len(text))))
    words = chance.choice(WORDS)
    end = end if words else max(end, min(start + 1, len(text)))
    return Replacement(paragraph, start, end, words, ("ZZ-03 Other words", "Put here at random."))


def _comment(paragraph: int, size: int, number: int, chance: Random) -> Comment:
    start, end = sorted((chance.randint(0, size), chance.randint(0, size)))
    return Comment(paragraph, start, end, ("ZZ-01 A comment", f"Number {number}, put here at random."))


def _level(draft: Draft, index: int) -> int | None:
    at = draft.clause_at[index] if index < len(draft.clause_at) else None
    return None if at is None else draft.clauses[at].level

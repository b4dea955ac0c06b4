"""Real agreements and broken files come through marking unharmed (DESIGN.md section 6, promises 1 to 3)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from clausecheck.model import ClausecheckError, Draft
from clausecheck.word import Package, open_package, read
from clausecheck.word.markup import Comment, Insertion, write_marked
from clausecheck.word.places import Line, NewClause
from clausecheck.word.stories import body_words
from clausecheck.word.xml import W

from .marked import comments, paragraphs, root_of

TEXTS = ("First new paragraph.", "Second new paragraph.")


def marks(draft: Draft) -> tuple[list[Comment], list[Insertion]]:
    """Comments in every fifth paragraph, and a clause behind every eleventh and behind the last."""
    body = draft.body
    notes = [
        Comment(p.index, size // 3, 2 * size // 3, ("XX-01 Title", "What."))
        for p in body[::5]
        for size in (len(p.text), len(p.text) // 2)
    ]
    places = dict.fromkeys([*range(0, len(body), 11), *range(len(body) - 1, len(body))] if body else ())
    clauses = [
        Insertion(
            NewClause(at, tuple(Line(at, text, silent=bool(n)) for n, text in enumerate(TEXTS))), ("XX-02", "Why.")
        )
        for at in places
    ]
    return notes, clauses


def held(package: Package) -> Counter[str]:
    """What others put into the main part: tracked changes, fields, notes, images, numbers, bookmarks, controls."""
    kinds = (
        "del", "moveFrom", "moveTo", "fldChar", "fldSimple", "footnoteReference", "endnoteReference", "drawing", "pict",
        "bookmarkStart", "sdt", "hyperlink", "sectPr", "tbl", "pPrChange", "sym",
    )  # fmt: skip
    found = Counter(element.tag for element in root_of(package).iter(*(W + kind for kind in kinds)))
    found["ins"] = sum(one.get(W + "author") != "clausecheck" for one in root_of(package).iter(W + "ins"))
    return found


def doubled(package: Package) -> list[str]:
    """Ids that several tracked changes bear."""
    kinds = ("ins", "del", "rPrChange", "pPrChange", "moveFrom", "moveTo")
    ids = Counter(one.get(W + "id", "") for one in root_of(package).iter(*(W + kind for kind in kinds)))
    return [one for one, times in ids.items() if times > 1]


def come_through(source: Path, target: Path) -> None:
    package = open_package(source)
    draft = read(package)
    notes, clauses = marks(draft)
    write_marked(package, draft, notes, clauses, "2026-11-23T00:00:00Z", target)
    written = open_package(target)
    assert held(written) == held(package)
    assert len(doubled(written)) <= len(doubled(package))
    assert len(comments(written)) == len(comments(package)) + len(notes) + len(clauses)
    new = [text for text in paragraphs(written) if text in TEXTS]
    assert new == [*TEXTS] * len(clauses)
    assert len(body_words(written)) >= len(body_words(package))
    for name in written.names:
        if name.startswith("word/") and name.endswith(".xml"):
            etree.fromstring(written.part(name))


def files(shared: Path, *folders: str) -> Iterator[Path]:
    for folder in folders:
        yield from sorted((shared / folder).glob("*.docx"))


def test_agreements_and_drafts_come_through(shared, tmp_path):
    for source in files(shared, "docx/agreements", "drafts", "drafts/ja"):
        come_through(source, tmp_path / source.name)


def test_samples_come_through(tmp_path):
    for source in (Path(__file__).resolve().parents[2] / "samples").glob("*.docx"):
        come_through(source, tmp_path / source.name)


@pytest.mark.proof
def test_files_from_everywhere_come_through_or_are_refused_in_a_sentence(shared, tmp_path):
    unreadable = 0
    for source in files(shared, "docx/wild"):
        try:
            come_through(source, tmp_path / source.name)
        except ClausecheckError as error:
            unreadable += 1
            assert "unharmed" not in str(error), source.name
    assert unreadable < 15

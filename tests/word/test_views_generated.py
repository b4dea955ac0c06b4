"""Any mixture of tracked changes: each view reads as the file does once all are plainly carried out or undone."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from clausecheck.model import OtherView
from clausecheck.word import open_package, read

from .conftest import W as NAMESPACE
from .conftest import members, save

W = f"{{{NAMESPACE}}}"
GONE = {"accepted": ("del", "moveFrom", "cellDel"), "rejected": ("ins", "moveTo", "cellIns")}


def mark(tag: str, content: str = "") -> str:
    return f"<w:{tag} w:id='1' w:author='{tag}' w:date='2026-03-01T00:00:00Z'>{content}</w:{tag}>"


WORDS = st.text("abc ", min_size=1, max_size=5)
PLAIN = WORDS.map(lambda words: f"<w:r><w:t xml:space='preserve'>{words}</w:t></w:r>")
STRUCK = WORDS.map(lambda words: f"<w:r><w:delText xml:space='preserve'>{words}</w:delText></w:r>")
CHANGED = st.one_of(
    PLAIN,
    STRUCK.map(lambda run: mark("del", run)),
    *(PLAIN.map(lambda run, tag=tag: mark(tag, run)) for tag in ("ins", "moveFrom", "moveTo")),
    st.tuples(PLAIN, STRUCK).map(lambda runs: mark("ins", runs[0] + mark("del", runs[1]))),
    PLAIN.map(lambda run: f"<w:hyperlink w:anchor='a'>{mark('ins', run)}</w:hyperlink>"),
)
MARKS = st.sampled_from(
    ["", "", "", mark("ins"), mark("del"), mark("moveFrom"), mark("moveTo"), mark("ins") + mark("del")]
)
PARAGRAPH = st.builds(
    lambda runs, ends: f"<w:p>{f'<w:pPr><w:rPr>{ends}</w:rPr></w:pPr>' if ends else ''}{''.join(runs)}</w:p>",
    st.lists(CHANGED, max_size=4),
    MARKS,
)
CELL = st.builds(
    lambda paragraphs, change: f"<w:tc><w:tcPr>{mark(change) if change else ''}</w:tcPr>{''.join(paragraphs)}</w:tc>",
    st.lists(PARAGRAPH, min_size=1, max_size=2),
    st.sampled_from(["", "", "cellIns", "cellDel"]),
)
ROW = st.builds(
    lambda cells, change: f"<w:tr><w:trPr>{mark(change) if change else ''}</w:trPr>{''.join(cells)}</w:tr>",
    st.lists(CELL, min_size=1, max_size=2),
    st.sampled_from(["", "", "ins", "del"]),
)
TABLE = st.lists(ROW, min_size=1, max_size=3).map(lambda rows: f"<w:tbl>{''.join(rows)}</w:tbl>")
BODY = st.lists(st.one_of(PARAGRAPH, PARAGRAPH, PARAGRAPH, TABLE), min_size=1, max_size=6).map("".join)


def projected(raw: bytes, view: str) -> list[str]:
    """The paragraphs of a part, all its changes plainly carried out: by taking elements away and joining paragraphs."""
    root = etree.fromstring(raw)
    gone = [W + name for name in GONE[view]]
    ends = {p for p in root.iter(W + "p") if any(p.find(f"{W}pPr/{W}rPr/{tag}") is not None for tag in gone)}
    for change in list(root.iter(*gone)):
        above = change.getparent()
        if above.tag in (W + "trPr", W + "tcPr"):
            above.getparent().getparent().remove(above.getparent())
        elif above.tag != W + "rPr":
            above.remove(change)
    for kind, inner in (("tr", "tc"), ("tbl", "tr")):
        for element in list(root.iter(W + kind)):
            if element.find(W + inner) is None:
                element.getparent().remove(element)
    for paragraph in reversed(list(root.iter(W + "p"))):
        if paragraph in ends:
            join(paragraph)
    return ["".join(text.text for text in p.iter(W + "t", W + "delText")) for p in root.iter(W + "p")]


def join(paragraph: etree._Element) -> None:
    """A paragraph whose mark is gone goes on in the next; before a table it goes where nothing is left of it."""
    following = paragraph.getnext()
    if following is None:
        return
    if following.tag == W + "p":
        words = [child for child in paragraph if child.tag != W + "pPr"]
        for place, child in enumerate(words, following.find(W + "pPr") is not None):
            following.insert(place, child)
        paragraph.getparent().remove(paragraph)
    elif next(paragraph.iter(W + "r"), None) is None:
        paragraph.getparent().remove(paragraph)


def words_of(paragraph) -> Iterator[tuple[int, int]]:
    """The words of a paragraph that no change shows."""
    for found in re.finditer("[abc]+", paragraph.text):
        if not any(c.shown and c.start < found.end() and c.end > found.start() for c in paragraph.changes):
            yield found.span()


any_draft = settings(
    max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@any_draft
@given(body=BODY)
def test_both_views_read_as_the_changes_carried_out(tmp_path, body):
    package = open_package(save(tmp_path / "draft.docx", members(body)))
    for view in GONE:
        draft = read(package, view)
        assert [paragraph.text for paragraph in draft.body] == projected(package.part(package.main), view)
        assert all(0 <= c.start <= c.end <= len(p.text) for p in draft.body for c in p.changes)


def test_both_views_of_real_drafts_say_the_words_of_the_changes_carried_out(shared):
    files = [*sorted((shared / "drafts").rglob("*.docx")), shared / "docx" / "wild" / "poi-delins.docx"]
    packages = [package for package in map(open_package, files) if b"<w:ins " in package.part(package.main)]
    assert len(packages) >= 4
    for package, view in itertools.product(packages, GONE):
        told = ["".join(paragraph.text.split()) for paragraph in read(package, view).body]
        plain = ["".join(words.split()) for words in projected(package.part(package.main), view)]
        assert list(filter(None, told)) == list(filter(None, plain))


@any_draft
@given(body=BODY)
def test_what_is_in_both_views_is_found_from_either(tmp_path, body):
    package = open_package(save(tmp_path / "draft.docx", members(body)))
    views = [read(package, view) for view in GONE]
    for one, other in (views, views[::-1]):
        finder = OtherView(one, other)
        for paragraph in one.body:
            for start, end in words_of(paragraph):
                found = finder.passages(paragraph, start, end)
                kept = "".join(kept_of(other.body[p.index], p.start, p.end) for p in found)
                assert kept == paragraph.text[start:end] or not finder.paragraphs(paragraph)


def kept_of(paragraph, start: int, end: int) -> str:
    shown = {at for change in paragraph.changes if change.shown for at in range(change.start, change.end)}
    return "".join(character for at, character in enumerate(paragraph.text) if start <= at < end and at not in shown)


@any_draft
@given(body=BODY)
def test_each_author_is_named_over_what_only_one_view_shows(tmp_path, body):
    """In the generated drafts the author of a change is called by its kind."""
    package = open_package(save(tmp_path / "draft.docx", members(body)))
    brought, removed = {"ins", "moveTo", "cellIns"}, {"del", "moveFrom", "cellDel"}
    for view, shown, lost in (("accepted", brought, removed), ("rejected", removed, brought)):
        for change in (change for paragraph in read(package, view).body for change in paragraph.changes):
            if change.inserted_by is not None:  # in neither view
                assert not change.shown and change.author in removed and change.inserted_by in brought
            elif change.shown:
                assert change.author in shown and not change.text
            elif change.of == "words":
                assert change.author in lost and change.text

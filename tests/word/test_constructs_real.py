"""No word of a real file is lost and none doubled: held against a reader that shares no code with ours."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest
from lxml import etree

from clausecheck.model import ClausecheckError
from clausecheck.word import Package, open_package
from clausecheck.word.stories import read_stories

LEFT_OUT = ("del", "moveFrom", "instrText", "delText", "rt", "Fallback")
APART = ("tab", "br", "cr", "ptab", "p", "tc")
RESERVED = ("separator", "continuationSeparator", "continuationNotice")


def words(texts: Iterable[str]) -> Counter[str]:
    return Counter(word for text in texts for word in re.findall(r"[^\W_]+", text))


def naive(root: etree._Element) -> Counter[str]:
    """Every ``w:t`` that is not struck out, each alternative once, reserved notes left out."""
    said: list[str] = []

    def walk(element: etree._Element) -> None:
        name = etree.QName(element).localname if isinstance(element.tag, str) else ""
        kinds = [value for key, value in element.attrib.items() if key.endswith("}type")] if "note" in name else []
        if name in LEFT_OUT or set(kinds) & set(RESERVED):
            return
        if name == "t":
            said.append(element.text or "")
        elif name == "noBreakHyphen":
            said.append("-")
        for child in element:
            walk(child)
        if name in APART:
            said.append(" ")

    walk(root)
    return words(["".join(said)])


def differences(package: Package) -> dict[str, tuple[Counter[str], Counter[str]]]:
    """For each part with stories: the words that we lack, and those that we have too many; prompts count as read."""
    ours: dict[str, Counter[str]] = {}
    for story in read_stories(package):
        told = ours.setdefault(story.part, Counter())
        for paragraph in story.words:
            told += words([paragraph.text, *(s.value for s in paragraph.stretches if s.kind == "prompt")])
    theirs = {part: naive(etree.fromstring(package.part(part))) for part in ours}
    found = {part: (theirs[part] - ours[part], ours[part] - theirs[part]) for part in ours}
    return {part: pair for part, pair in found.items() if pair[0] or pair[1]}


def compared(paths: Iterable[Path]) -> int:
    count = 0
    for path in paths:
        try:
            package = open_package(path)
            found = differences(package)
        except ClausecheckError:
            continue
        count += 1
        assert not found, (path.name, found)
    return count


def test_agreements_and_drafts_are_read_whole(shared):
    folders = (shared / "docx" / "agreements", shared / "drafts", shared / "drafts" / "ja")
    assert compared(path for folder in folders for path in sorted(folder.glob("*.docx"))) > 10


@pytest.mark.proof
def test_files_from_everywhere_are_read_whole(shared):
    assert compared(sorted((shared / "docx" / "wild").glob("*.docx"))) > 100

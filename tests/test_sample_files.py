"""The committed samples are what samples/make.py writes, and hold the Word features that they are there to show."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

import pytest

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
NAMES = ["balanced", "faulty", "licensee", "licensor"]
FEATURES = {
    "balanced": ["<w:footnoteReference", "TOC \\o", "REF _Ref", "<w:bookmarkStart", "<w:tblHeader/>", "<w:titlePg/>"],
    "faulty": [
        "<w:ins ",
        "<w:del ",
        'w:author="S. Aebersold"',
        'w:author="T. Hirano"',
        "<w:commentRangeStart",
        "Error! Reference source not found.",
        '<w:highlight w:val="yellow"/>',
        "<w:br/>",
    ],
    "licensee": [">1.1</w:t></w:r><w:r><w:tab/>", "<w:commentReference", "<w:footnoteReference"],
    "licensor": ["<w:sdt>", '<w:numPr><w:ilvl w:val="1"/>', "<w:hyperlink"],
}


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("samples")
    sys.path.insert(0, str(SAMPLES))
    try:
        from make import make

        make(folder)
    finally:
        sys.path.remove(str(SAMPLES))
    return folder


def test_samples_are_the_ones_that_ship(made: Path) -> None:
    assert [path.stem for path in sorted(made.glob("*.docx"))] == NAMES
    assert [path.stem for path in sorted(SAMPLES.glob("*.docx"))] == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_committed_sample_is_up_to_date(made: Path, name: str) -> None:
    assert parts(SAMPLES / f"{name}.docx") == parts(made / f"{name}.docx"), "run python samples/make.py"


@pytest.mark.parametrize("name", NAMES)
def test_sample_carries_no_date_of_the_day(name: str) -> None:
    with zipfile.ZipFile(SAMPLES / f"{name}.docx") as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2026, 11, 2, 9, 0, 0)}


@pytest.mark.parametrize("name", NAMES)
def test_sample_has_its_word_features(name: str) -> None:
    document = parts(SAMPLES / f"{name}.docx")["word/document.xml"].decode()
    assert [feature for feature in FEATURES[name] if feature not in document] == []


@pytest.mark.parametrize("name", NAMES)
def test_ids_of_marks_are_unique(name: str) -> None:
    from lxml import etree

    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    root = etree.fromstring(parts(SAMPLES / f"{name}.docx")["word/document.xml"])
    for tags in (("bookmarkStart",), ("ins", "del"), ("commentRangeStart",)):
        found = [mark.get(w + "id") for mark in root.iter(*(w + tag for tag in tags))]
        assert len(found) == len(set(found))
    names = [mark.get(w + "name") for mark in root.iter(w + "bookmarkStart")]
    assert len(names) == len(set(names))

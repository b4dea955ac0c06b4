"""The numbers that we print are those of LibreOffice's text export; where it is known to err, those of the standard.

``benchmarks/word_numbers.py`` compares.
"""

from __future__ import annotations

import importlib.util
import random
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from .conftest import members, save
from .level_traps import TRAPS
from .list_xml import abstract, level, level_override, num, paragraph, start_override, told_apart
from .test_numbering_formats import VALUES

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.slow

# Paragraphs with tracked marks, counted by hand in the XML: paragraph (from 1) and number.
TRACKED = {
    "dev-01-bms-licence.docx": {68: "4.2", 89: "8.3", 113: "14.4", 122: "17.2"},
    "dev-04-line-automation-knowhow.docx": {19: "1."},
    "dev-ja-01-tokkyo.docx": {33: "２"},  # inserted: it counts
    "faulty.docx": {41: "2.3", 43: "2.5", 66: "6.1", 78: "8.2"},
}
# A draft with isLgl on its second level (17.9.4): how many sections each of its articles has.
LEGAL = ("dev-02-ai-software-licence.docx", (1, 6, 2, 7, 4, 2, 2, 3, 3, 4, 4, 2, 5, 3))
FIGURES = ("decimal", "lowerLetter", "lowerRoman", "upperRoman", "upperLetter", "decimalZero")
# LibreOffice writes these otherwise than the standard describes, or only where the language asks for it.
OWN_WAY = {
    "cardinalText", "ordinalText", "hex", "numberInDash", "russianLower", "russianUpper", "ideographDigital",
    "japaneseDigitalTenThousand", "japaneseCounting", "japaneseLegal", "decimalFullWidth", "decimalFullWidth2",
    "decimalEnclosedCircle", "decimalEnclosedParen", "decimalEnclosedFullstop", "ideographEnclosedCircle",
    "ideographZodiacTraditional", "chineseCounting", "taiwaneseCounting", "taiwaneseDigital", "001",
}  # fmt: skip


@pytest.fixture(scope="module")
def numbers():
    """The program that compares; the test skips where LibreOffice is absent."""
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice (soffice) is not on this machine")
    name = "word_numbers"
    spec = importlib.util.spec_from_file_location(name, ROOT / "benchmarks" / f"{name}.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # dataclasses look for their module there
    spec.loader.exec_module(module)
    yield module
    del sys.modules[name]


def legal() -> Iterator[str]:
    for article, sections in enumerate(LEGAL[1], 1):
        yield from (f"Section {article}.{section:02}" for section in range(1, sections + 1))


def as_libreoffice(compared) -> int:
    """Nothing differs, and what is excepted has the values written by hand; how many numbers are equal."""
    for one in compared:
        assert (one.file, one.refused, one.different) == (one.file, "", [])
        kinds = {pair.line.excepted for pair in one.excepted}
        if one.file == LEGAL[0]:
            assert kinds == {"isLgl"}
            assert [pair.ours for pair in one.excepted] == list(legal())
        else:
            assert kinds <= {"tracked"}
            found = {pair.line.paragraph + 1: pair.ours for pair in one.excepted}
            assert found == TRACKED.get(one.file, {})
    return sum(one.equal for one in compared)


def test_samples(numbers):
    assert as_libreoffice(numbers.compare(sorted((ROOT / "samples").glob("*.docx")))) > 200


def test_agreements_and_drafts(numbers, shared):
    files = [
        file for name in ("docx/agreements", "drafts", "drafts/ja") for file in sorted((shared / name).glob("*.docx"))
    ]
    assert as_libreoffice(numbers.compare(files)) > 900


def apart(xml: str, number: int) -> str:
    """The XML of a trap with ids and words of its own, so that many stand in one file."""
    xml = re.sub(r'(abstractNumId(?: w:val)?=")(\d)', rf"\g<1>{number}0\2", xml)
    xml = re.sub(r'(numId(?: w:val)?=")([1-9])', rf"\g<1>{number}0\2", xml)
    xml = re.sub(r'(w:(?:pStyle|basedOn|styleLink|numStyleLink|name) w:val="|styleId=")([^"]+)', rf"\1\2-{number}", xml)
    return xml.replace(">words ", f">trap {number} words ")


def test_traps(numbers, tmp_path):
    """LibreOffice as a second witness of the values that list_traps.py and level_traps.py give by hand."""
    agreed = [trap for trap in TRAPS.values() if not trap.fault]
    traps = [trap for trap in agreed if not trap.alone]
    body, lists, styles = (
        "".join(apart(xml, number) for number, xml in enumerate(all_of, 1))
        for all_of in zip(*((trap.body, trap.lists, trap.styles) for trap in traps), strict=True)
    )
    files = [save(tmp_path / "traps.docx", members(body, numbering=lists, styles=styles))]
    for number, trap in enumerate(one for one in agreed if one.alone):
        parts = members(trap.body, numbering=trap.lists, styles=trap.styles)
        files.append(save(tmp_path / f"{number}.docx", parts))
    found = numbers.compare(files)
    assert [(pair.line.words, pair.ours, pair.theirs) for one in found for pair in one.different] == []
    assert sum(one.numbered for one in found) == sum(bool(number) for trap in agreed for number in trap.expected)


def drawn(dice: random.Random) -> tuple[str, str]:
    """A body and its lists: definitions with several lists each, own starts, own levels, levels passed over."""
    lists, ids = "", []
    for definition in range(dice.randint(1, 2)):
        texts = [
            dice.choice((f"%{n}.", f"({n}-%{n})", ".".join(f"%{i}" for i in range(1, n + 1)))) for n in range(1, 5)
        ]
        lists += abstract(definition, "".join(level(n, text, dice.choice(FIGURES)) for n, text in enumerate(texts)))
        for number in range(dice.randint(1, 3)):
            own = "".join(start_override(n, 1) for n in dice.choice(((), (0,), (1,), (0, 1, 2, 3)))) if number else ""
            if number and not own:
                own = level_override(1, level(1, "[%2]", dice.choice(FIGURES)))
            ids.append(len(ids) + 1)
            lists += num(ids[-1], definition, own)
    body, depth, current = [], 0, ids[0]
    for _ in range(25):
        current = dice.choice(ids) if dice.random() < 0.25 else current
        depth = min(3, max(0, depth + dice.choice((-2, -1, -1, 0, 0, 0, 1, 1, 2))))
        body.append(paragraph(current, depth))
    return told_apart(body), lists


def test_random_lists(numbers, tmp_path):
    """Sixty drafts that nobody thought out, 1,500 numbers; own starts are 1, as LibreOffice forgets others later on."""
    dice = random.Random(20261125)
    drafts = [drawn(dice) for _ in range(60)]
    body, lists = ("".join(apart(xml, n) for n, xml in enumerate(half, 1)) for half in zip(*drafts, strict=True))
    (found,) = numbers.compare([save(tmp_path / "random.docx", members(body, numbering=lists))])
    assert [(pair.line.words, pair.ours, pair.theirs) for pair in found.different] == []
    assert found.equal == 60 * 25


def test_formats(numbers, tmp_path):
    """LibreOffice as a second witness of the values that test_numbering_formats.py gives by hand, below 800."""
    known = [
        (kind, n) for kind in VALUES for n in VALUES[kind] if kind not in OWN_WAY and VALUES[kind][n] and 0 < n < 780
    ]
    lists = "".join(abstract(i, level(0, "[%1]", kind, start=n)) for i, (kind, n) in enumerate(known, 1))
    lists += "".join(num(i, i) for i in range(1, len(known) + 1))
    body = "".join(paragraph(i, text=f"{kind} of {n}") for i, (kind, n) in enumerate(known, 1))
    (found,) = numbers.compare([save(tmp_path / "formats.docx", members(body, numbering=lists))])
    assert [(pair.line.words, pair.ours, pair.theirs) for pair in found.different] == []
    assert found.equal + found.bullets == len(known) > 80

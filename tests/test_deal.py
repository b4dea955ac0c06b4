"""The deal's own file: found beside the draft or above it, and refused with file and line where it is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausecheck import deal
from clausecheck.model import ClausecheckError, Deal, Waiver

WHOLE = """\
side: licensee
paper: ours
people: [A. Sato, K. Mori]
facts: {cap: two million euros}
waive:
  - {code: GRT-05, reason: agreed on the phone, by: A. Sato, until: "2026-12-31"}
  - fingerprint: 0123456789abcdef
    reason: not for this deal
"""


def written(folder: Path, text: str) -> Path:
    file = folder / "clausecheck.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def test_what_the_file_says(tmp_path):
    found = deal.load(written(tmp_path, WHOLE))
    assert (found.side, found.paper, found.people) == ("licensee", "ours", ("A. Sato", "K. Mori"))
    assert found.facts == {"cap": "two million euros"}
    assert found.waivers == (
        Waiver("agreed on the phone", code="GRT-05", by="A. Sato", until="2026-12-31"),
        Waiver("not for this deal", fingerprint="0123456789abcdef"),
    )
    assert not found.changes_rules


def test_the_nearest_file_above_the_draft_counts(tmp_path):
    inner = tmp_path / "deal" / "round 2"
    inner.mkdir(parents=True)
    assert deal.of_draft(inner / "draft.docx") == Deal()
    above = written(tmp_path, "side: licensor\n")
    assert deal.find(inner / "draft.docx") == above
    nearer = written(tmp_path / "deal", "side: licensee\n")
    assert deal.find(inner / "draft.docx") == deal.find(inner) == nearer
    assert deal.of_draft(inner / "draft.docx").side == "licensee"


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("side: licensee\npeple: [A. Sato]\n", 2, "there is no key peple here (did you mean people?)"),
        ("places: jp\n", 1, "there is no key places here"),
        ("side: ours\n", 1, "side: ours is none of"),
        ("people: A. Sato\n", 1, "people: a list is meant here"),
        ("side: licensor\nside: licensee\n", 2, "the key side stands twice"),
        ("waive:\n  - {code: GRT-05}\n", 2, "the key reason is missing"),
        ("waive:\n  - {reason: why}\n", 2, "names either the code of a rule or the fingerprint"),
        ("waive:\n  - {code: GRT-05, fingerprint: 0123456789abcdef, reason: x}\n", 2, "give one of them"),
        ("waive:\n  - {code: grt5, reason: x}\n", 2, "a code is three capitals"),
        ("waive:\n  - {fingerprint: abc, reason: x}\n", 2, "a fingerprint is the 16 letters and digits"),
        ("waive:\n  - {code: GRT-05, reason: x, until: 2026-12-31}\n", 2, "in quotes"),
        ("waive:\n  - {code: GRT-05, reason: x, until: soon}\n", 2, "a day is written in quotes"),
        ('waive:\n  - code: GRT-05\n    reason: x\n    until: "2026-02-30"\n', 4, "there is no day 2026-02-30"),
        ("side: [\n", 2, "not valid YAML"),
    ],
)
def test_what_is_wrong_is_refused_with_file_and_line(tmp_path, monkeypatch, text, line, what):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ClausecheckError) as refused:
        deal.load(written(tmp_path, text))
    assert str(refused.value).startswith(f"clausecheck.yaml:{line}: ")
    assert what in str(refused.value)


def test_rulebooks_of_a_deal(tmp_path):
    plain = deal.load(written(tmp_path, "side: licensee\n"))
    assert deal.layers((), plain) == ("licence",)
    assert deal.layers(("ours",), plain) == ("ours",)
    file = written(tmp_path, "people: [A. Sato]\ndisable: [GRT-05]\n")
    changed = deal.load(file)
    assert deal.layers((), changed) == ("licence", file)
    assert deal.layers(("ours",), changed) == ("ours", file)
    over = deal.load(written(tmp_path, "extends: licence\ndisable: [GRT-05]\n"))
    assert deal.layers((), over) == (file,)


@pytest.mark.parametrize("text", ["people: [A]\ndisable: [GRT-05]\n", "extends: licence\ndisable: [GRT-05]\n"])
def test_a_deal_takes_a_rule_away(tmp_path, text):
    from clausecheck.rulebook import load

    found = deal.load(written(tmp_path, text))
    codes = {rule.code for rule in load(deal.layers((), found)).rules}
    assert "GRT-05" not in codes and len(codes) > 5

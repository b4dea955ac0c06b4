"""Rulebooks from files: what they say, how layers stand over each other, and what is refused where."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from clausecheck.model import ClausecheckError, Position, Wording
from clausecheck.rulebook import load
from clausecheck.shipped import shipped

from .files import DEFECT, RULE, TERM, changed, write


def test_a_rule_says_what_its_file_says(tmp_path: Path) -> None:
    rulebook = load([write(tmp_path, escrow=RULE, efforts=TERM, blanks=DEFECT)])
    rule = rulebook.rule("escrow")
    assert rule is not None and rule is rulebook.rule("TST-01")
    assert rule.find == ("source code ...8 {deposit}",)
    assert rule.stances["agent"] == Wording(("{deposit} ...8 agent",))
    assert rule.stances["bank"] == Wording(("{deposit} ...8 bank",), ("no ...4 {deposit}",))
    assert rule.elements[0].wording.scope == "clause"
    assert rule.sides["licensee"] == Position("agent", ("bank",), "warning", "warning")
    assert [example.found for example in rule.examples] == [True, True, False]
    assert rulebook.rules[1].sides["licensee"].found == "warning"
    assert rulebook.rules[2].sides["neutral"].found == "warning"


def test_the_shipped_rulebook_is_named_and_hashed() -> None:
    rulebook = load()
    assert [file.name for file in rulebook.files] == ["licence"]
    assert len(rulebook.files[0].sha256) == 64
    assert rulebook.planned == 90
    assert rulebook == load(["licence"])


def test_a_layer_extends_disables_and_overrides(tmp_path: Path) -> None:
    below = tmp_path / "below"
    below.mkdir()
    write(below, escrow=RULE, efforts=TERM)
    override = 'override:\n  TST-01:\n    sides:\n      licensee: {absent: error}\n    find: ["escrow"]\n'
    head = f"name: acme\nextends: ../below\ndisable: [best_efforts]\n{override}"
    above = tmp_path / "above"
    above.mkdir()
    write(above, rulebook=head, blanks=DEFECT)
    rulebook = load([above])
    assert [rule.id for rule in rulebook.rules] == ["escrow", "blanks"]
    rule = rulebook.rules[0]
    assert rule.sides["licensee"] == Position("agent", ("bank",), "warning", "error")
    assert rule.find == ("escrow",)
    assert [file.name for file in rulebook.files] == ["below", "acme"]


def test_a_layer_over_the_shipped_one(tmp_path: Path) -> None:
    own = write(tmp_path, rulebook="name: acme\nextends: licence\n", escrow=RULE)
    assert len(load([own]).rules) == len(load().rules) + 1
    assert load(["licence", own]).rules == load([own]).rules


def test_a_deal_file_leaves_what_other_stages_read(tmp_path: Path) -> None:
    write(tmp_path, clausecheck="name: deal\nside: licensor\nwaive: []\ndisable: [GRT-05]\n")
    rulebook = load(["licence", tmp_path / "clausecheck.yaml"])
    assert rulebook.rule("GRT-05") is None


def test_a_single_rule_file_is_a_layer(tmp_path: Path) -> None:
    write(tmp_path, escrow=RULE)
    assert [rule.id for rule in load([tmp_path / "escrow.yaml"]).rules] == ["escrow"]


def test_shared_words_of_a_layer(tmp_path: Path) -> None:
    write(tmp_path, words='deposit: "deposit*"\n', escrow=changed('words:\n  deposit: "(deposit*|escrow*)"\n', ""))
    assert load([tmp_path]).words == {"deposit": "deposit*"}


def test_a_defect_that_is_off_does_not_take_part(tmp_path: Path) -> None:
    assert load([write(tmp_path, blanks=DEFECT + "on: false\n")]).rules == ()


REFUSED = [
    ("title: Escrow", "title: Escrow\ntitle: Again", ":5: the key title stands twice (first in line 4)"),
    ("title: Escrow", "titel: Escrow", ":4: there is no key titel here (did you mean title?)"),
    ("title: Escrow\n", "", ":1: the key title is missing"),
    ("title: Escrow", "title: no", ':4: YAML reads no as a bool: write "no" in quotes'),
    ("title: Escrow", "title: 2026-01-01", 'write "2026-01-01" in quotes'),
    ("title: Escrow", "title: 1.5", 'write "1.5" in quotes'),
    ("title: Escrow", "title: 12", ":4: title: text is meant here"),
    ("title: Escrow", "title: true", ":4: title: text is meant here"),
    ("title: Escrow", "title:", ":4: a key has no value"),
    ("title: Escrow", "title: &t Escrow", ":4: anchors (&) and aliases (*) are not used"),
    ("title: Escrow", "title: *t", ":4: anchors (&) and aliases (*) are not used"),
    ("title: Escrow", "title: !!str Escrow", ":4: the tag"),
    ("title: Escrow", "? [a]\n: b", ":4: a key is a plain word"),
    ("title: Escrow", "title: a: b", ":4: not valid YAML (mapping values"),
    ("title: Escrow", "title: Escrow\n---\na: b", "a second document begins"),
    ("kind: clause", "kind: claus", ":1: kind is clause"),
    ("code: TST-01", "code: escrow1", ":2: code: a code is three capitals"),
    ("id: escrow", "id: Escrow Rule", ":1: id: names are lower case"),
    ("absent: warning", "absent: off", ':26: YAML reads off as a bool: write "off" in quotes'),
    ("absent: warning", "absent: bad", ":26: absent: bad is none of 'error', 'warning', 'note' or 'off'"),
    ("find:\n  - ", "find: ", ":8: find: a list is meant here"),
    ('{deposit}"\nnear', '{depost}"\nnear', ":9: in “source code ...8 {depost}”: there is no word group {depost} (did"),
    ('"(deposit*|escrow*)"', '"(deposit*|esc*)"', ":7: in the word group {deposit}: the stem esc* is too short"),
    ('{deposit} ...8 bank"', '{deposit} ...80 bank"', ":16: in “{deposit} ...80 bank”: the gap ...80 is too wide"),
    ('"no ...4 {deposit}"', '"no ...4"', ":17: in “no ...4”: a gap stands at an end"),
    ('"{deposit} ...8 agent"', '"{deposit} ...8 <agent>"', "there is no slot <agent>"),
]


@pytest.mark.parametrize(("old", "new", "said"), REFUSED)
def test_refused_with_file_line_and_mend(tmp_path: Path, old: str, new: str, said: str) -> None:
    write(tmp_path, escrow=changed(old, new))
    with pytest.raises(ClausecheckError) as refused:
        load([tmp_path])
    assert "escrow.yaml:" in str(refused.value)
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        ({"a": RULE, "b": RULE}, "escrow is taken ("),
        ({"a": RULE, "rulebook": "name: x\ndisable: [TST-09]\n"}, "there is no rule TST-09 (did you mean TST-01?)"),
        ({"a": RULE, "rulebook": "name: x\noverride: {escro: {title: y}}\n"}, "did you mean escrow?"),
        ({"a": RULE, "rulebook": "name: x\nexcludes: [a]\n"}, "there is no key excludes here"),
        ({"a": RULE, "rulebook": "name: x\nextends: nowhere\n"}, "There is no rulebook nowhere"),
        ({"a": "title: x\n"}, "a rule needs the key id"),
        ({"a": "- b\n"}, "a rule file holds keys and values"),
        ({"a": ""}, "the file is empty"),
        ({"words": "abc: [b]\n"}, "words.yaml:1: abc: text is meant here"),
        ({}, "holds no rule file"),
    ],
)
def test_refused_layers(tmp_path: Path, texts: dict[str, str], said: str) -> None:
    write(tmp_path, **texts)
    with pytest.raises(ClausecheckError) as refused:
        load([tmp_path])
    assert said in str(refused.value)


def test_an_unknown_rulebook() -> None:
    with pytest.raises(ClausecheckError, match="name a shipped one \\(licence"):
        load(["patents-r-us"])


def test_a_rulebook_that_extends_itself_is_read_once(tmp_path: Path) -> None:
    write(tmp_path, escrow=RULE, rulebook="name: x\nextends: .\n")
    assert len(load([tmp_path]).rules) == 1


HOSTILE = {
    "a huge file": "# " + "x" * 1_100_000,
    "not text": "\udcff",
    "deep values": "a: " + "[" * 50_000,
    "deep brackets": changed("source code ...8", "(" * 400 + "a"),
    "doubling": changed("source code ...8", "(a b|c d) " * 60),
    "doubling groups": changed(
        '  deposit: "(deposit*|escrow*)"',
        "\n".join(f'  g{n}: "({{g{n + 1}}} {{g{n + 1}}}|x y)"' for n in range(12))
        + '\n  g12: "(a b|c d)"\n  deposit: "{g0}"',
    ),
    "many phrases": changed('  - "source code', '  - "a b"\n' * 2001 + '  - "source code'),
    "laughs": "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_files_end_in_one_sentence(tmp_path: Path, kind: str) -> None:
    (tmp_path / "bad.yaml").write_bytes(HOSTILE[kind].encode("utf-8", "surrogateescape"))
    started = time.process_time()
    with pytest.raises(ClausecheckError) as refused:
        load([tmp_path])
    assert time.process_time() - started < 2
    assert len(str(refused.value)) < 400
    assert "\n" not in str(refused.value)


def test_messages_name_files_from_where_one_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, bad="title: no\n")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ClausecheckError, match=r"^bad\.yaml:1: "):
        load(["./bad.yaml"])


def test_shipped_rules_are_plain_files() -> None:
    assert (shipped("rules") / "licence" / "rulebook.yaml").is_file()

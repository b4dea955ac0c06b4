"""What `rules check` refuses in a rule that the schema accepts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from clausecheck.rulebook.guide import TYPES
from clausecheck.rulebook.lint import check
from clausecheck.rulebook.load import gather
from clausecheck.rulebook.schema import json_schema
from clausecheck.shipped import shipped

from .files import DEFECT, RULE, TERM, changed, write


def faults(folder: Path, **texts: str) -> list[str]:
    """What is wrong with these files, without folder."""
    layers = gather([write(folder, **texts)])
    return [str(fault).replace(f"{folder}/", "") for fault in check(layers, layers.rules.values())]


def test_sound_rules(tmp_path: Path) -> None:
    assert faults(tmp_path, escrow=RULE, efforts=TERM, blanks=DEFECT) == []


TYPED = changed("title: Escrow", "type: assignment\ntitle: Escrow")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (changed("expect: none", "expect: found"), "a.yaml:29: no example is a near-miss: add a text that looks alike"),
        (
            changed("expect: {stance: [bank], lacks: [release]}", "expect: found"),
            "a.yaml:16: no example shows bank: add one",
        ),
        (TYPED, "assignment has no stance agent: it knows prohibited, consent_required, free, on_change_of_control"),
        (TYPED.replace("assignment", "asignment"), "a.yaml:4: there is no clause type asignment (did you mean"),
        (
            changed("prefer: agent, otherwise", "prefer: agents, otherwise"),
            "the rule has no stance agents: it has agent",
        ),
        (changed("accept: [bank]", "accept: [banks]"), "the rule has no stance banks"),
        (changed("when: [agent, bank]", "when: [agent, banks]"), "a.yaml:20: the rule has no stance banks"),
        (changed("lacks: [release]", "lacks: [releases]"), "the rule has no element releases: it has release"),
        (changed("stance: [bank]", "stance: [banks]"), "the rule has no stance banks"),
        (changed("why:", "applies: {present: [licence_grants]}\nwhy:"), "there is no clause type licence_grants (did"),
        (changed("why:", "applies: {exclusivity: [exklusive]}\nwhy:"), "there is no exclusivity exklusive (did you"),
        (changed("why:", "applies: {payment: [royalties]}\nwhy:"), "there is no kind of payment royalties (did you"),
        (changed("why:", "place: {after: [escrows]}\nwhy:"), "there is no rule or clause type escrows (did you mean"),
        (changed("words:", 'words:\n  spare: "(a|b)"'), "a.yaml:7: no phrase uses the word group spare"),
        (
            changed('  - "escrow (fee|fees)"', '  - "escrow (fee|fees)"\n  - "escrow  (fees|fee)"'),
            "says what line 11 says",
        ),
        (
            changed("    - any:", '    - any: ["{deposit} ...8 agent"]').replace(
                ' ["{deposit} ...8 bank"]\n      not-in', "\n      not-in"
            ),
            "can never win",
        ),
        (
            changed("...8 {deposit}", "...8 {deposits}"),
            "a.yaml:9: in “source code ...8 {deposits}”: there is no word group",
        ),
        (changed("title: Escrow", "titel: Escrow"), "there is no key titel here (did you mean title?)"),
        (TERM.replace("expect: found", "expect: none"), "no example finds anything: add a text"),
        (
            TERM.replace("use its best", "use best").replace('["best', '["<licensee> ... <licensor>", "best'),
            "no fixed word",
        ),
    ],
)
def test_faults(tmp_path: Path, text: str, fault: str) -> None:
    found = faults(tmp_path, a=text)
    assert any(fault in said for said in found), found


def test_every_fault_of_a_file_is_told(tmp_path: Path) -> None:
    text = RULE.replace("otherwise: note", "otherwise: bad").replace("title: Escrow\n", "").replace("none", "nothing")
    assert len(faults(tmp_path, a=text)) == 3


def test_shared_words_are_read_too(tmp_path: Path) -> None:
    found = faults(tmp_path, escrow=RULE, words='abc: "{abd}"\nabd: "{abc}"\n')
    assert found and all("contains itself" in fault for fault in found)


def test_the_guide_names_twenty_types() -> None:
    assert len(TYPES) == 20


def _shipped_files() -> list[Path]:
    return sorted(shipped("rules").glob("*/*/**/*.yaml"))


def test_shipped_rules_have_no_faults() -> None:
    """What lets the program load them without asking the schema again."""
    layers = gather(["licence"])
    assert [str(fault) for fault in check(layers, layers.rules.values())] == []


@pytest.mark.parametrize("text", [RULE, TERM, DEFECT], ids=["clause", "term", "defect"])
def test_the_schema_for_editors_accepts_what_we_accept(text: str) -> None:
    validator = Draft202012Validator(json.loads(json.dumps(json_schema())))
    validator.check_schema(validator.schema)
    assert validator.is_valid(yaml.safe_load(text))
    assert not validator.is_valid(yaml.safe_load(text.replace("title:", "titel:")))


def test_the_schema_for_editors_accepts_shipped_rules() -> None:
    validator = Draft202012Validator(json_schema())
    for file in _shipped_files():
        values = yaml.safe_load(file.read_text(encoding="utf-8"))
        assert [error.message for error in validator.iter_errors(values)] == [], file.name

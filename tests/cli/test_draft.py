"""`clausecheck draft`: clause text on stdout, what it rests on and what is open on stderr."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from clausecheck import rulebook
from clausecheck.cli.main import main
from clausecheck.model import Position, Rule, Rulebook

BOOK = Rulebook(
    (
        Rule(
            "sublicensing",
            "GRT-05",
            "clause",
            "Sublicensing",
            template="sublicensing.j2",
            sides={
                "licensor": Position(prefer="prohibited", accept=("consent_required",)),
                "licensee": Position(prefer="permitted", accept=("consent_required",)),
            },
        ),
        Rule("liability_cap", "LIA-04", "clause", "Limitation of liability", template="liability_cap.j2"),
        Rule("no_challenge", "RSK-02", "term", "No challenge"),
    )
)


@pytest.fixture(autouse=True)
def rules(monkeypatch):
    monkeypatch.setattr(rulebook, "load", lambda: BOOK)


def draft(*words: str):
    return CliRunner().invoke(main, ["draft", *words])


def test_prints_the_text_alone():
    done = draft("sublicensing")
    assert done.exit_code == 0
    heading, first, *_ = done.stdout.splitlines()
    assert heading == "Sublicensing"
    assert first == (
        "(a) Licensee shall not grant any sublicense of its rights under this Agreement to a third party "
        "without the prior written consent of Licensor."
    )
    assert "GRT-05: Written for neither party: consent required, a stance that both sides can accept." in done.stderr
    assert "--set sublicensing.copy_days=…  number, for example thirty" in done.stderr


def test_rules_by_code_stand_apart():
    done = draft("GRT-05", "lia-04")
    assert done.exit_code == 0
    assert "\n\nLimitation of liability\n(a) Neither party is liable" in done.stdout


def test_stance_values_names_and_manner():
    done = draft(
        "sublicensing", "--stance", "permitted", "--set", "sublicensing.copy_days=ten", "--set", "licensee=Voltra",
        "--set", "spelling=gb", "--set", "modal=will",
    )  # fmt: skip
    assert "(a) Voltra may grant sublicences of its rights" in done.stdout
    assert "within ten days" in done.stdout
    assert "Voltra will bind" in done.stdout
    assert "To fill" not in done.stderr


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["nonsense"], "There is no rule “nonsense”"),
        (["no_challenge"], "There is no clause text for rule no_challenge yet"),
        (["sublicensing", "--stance", "none"], "has no wording for “none”: choose prohibited"),
        (["sublicensing", "--set", "years"], "--set years has no value"),
        (["sublicensing", "--set", "spelling=xx"], "spelling=us or spelling=gb"),
        (["sublicensing", "--for-draft", "nowhere.docx"], "nowhere.docx"),
    ],
)
def test_errors_are_one_sentence_and_exit_two(words, message):
    done = draft(*words)
    assert done.exit_code == 2
    assert message in done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr

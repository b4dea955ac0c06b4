"""What a review of each sample must contain, through the command line."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
STANDS, LACKS = ("present", "weak"), ("missing", "unsure")
Report = dict[str, Any]

# sample -> clause type -> allowed states, and the stances that must all be read
CLAUSES: dict[str, dict[str, tuple[tuple[str, ...], set[str]]]] = {
    "balanced": {
        "licence_grant": (("present",), {"exclusive"}),
        "field_of_use": (("present",), {"specific"}),
        "patent_numbers": (("present",), {"listed"}),
        "improvement_ownership": (STANDS, {"each_owns_own", "joint", "grant_back"}),
        "confidentiality": (("present",), {"mutual", "term"}),
        "sublicensing": (STANDS, {"consent_required"}),
        "technical_support": (("present",), {"term_stated"}),
        "breach_liability": (STANDS, {"indemnity", "cap", "consequential_exclusion"}),
    },
    "licensor": {
        "licence_grant": (STANDS, {"non_exclusive"}),
        "field_of_use": (STANDS, {"specific"}),
        "patent_numbers": (STANDS, {"listed"}),
        "improvement_ownership": (STANDS, {"licensor_owns"}),
        "confidentiality": (STANDS, {"one_way", "term"}),
        "sublicensing": (STANDS, {"prohibited"}),
        "technical_support": (STANDS, set()),
        "breach_liability": (STANDS, {"indemnity", "cap", "consequential_exclusion"}),
    },
    "licensee": {
        "licence_grant": (STANDS, {"exclusive"}),
        "field_of_use": (STANDS, {"all_fields"}),
        "patent_numbers": (STANDS, {"listed"}),
        "improvement_ownership": (STANDS, {"licensee_owns"}),
        "confidentiality": (STANDS, {"mutual", "term"}),
        "sublicensing": (STANDS, set()),
        "technical_support": (STANDS, {"term_stated"}),
        "breach_liability": (STANDS, {"indemnity", "cap", "consequential_exclusion"}),
    },
    "faulty": {
        "licence_grant": (STANDS, {"non_exclusive"}),
        "field_of_use": (STANDS, set()),  # a licence limited to its products is one, however wide they are defined
        "patent_numbers": (("weak",), {"placeholder"}),
        "improvement_ownership": (STANDS, {"licensor_owns"}),
        "confidentiality": (STANDS, {"one_way"}),
        "sublicensing": (LACKS, set()),
        "technical_support": (STANDS, set()),
        "breach_liability": (LACKS, set()),
    },
}

# sample, side -> code -> the verdict of its finding, and words that the finding quotes (none for what is not there)
FINDINGS: list[tuple[str, str, str, str, str]] = [
    ("faulty", "licensee", "GRT-05", "missing", ""),
    ("faulty", "licensee", "PAT-01", "weak", "________"),
    ("faulty", "licensee", "IMP-02", "weak", "hereby assigns to the Licensor"),
    ("faulty", "licensee", "CNF-01", "weak", "shall keep the Confidential Information secret"),
    ("faulty", "licensee", "LIA-04", "missing", ""),
    ("licensor", "licensee", "IMP-02", "weak", "hereby assigns to Licensor"),
    ("licensor", "licensee", "CNF-01", "weak", "hold the Confidential Information in strict confidence"),
    ("licensee", "licensor", "GRT-05", "weak", "without the consent of Fenlight"),
    ("licensee", "licensor", "IMP-02", "weak", "belong to Asagiri alone"),
]


@pytest.fixture(scope="module")
def reviewed(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str], Report]:
    """The JSON report of a sample for a side; each is made once."""
    folder, done = tmp_path_factory.mktemp("reviews"), {}

    def review(name: str, side: str) -> Report:
        if (name, side) not in done:
            target = folder / f"{name}.{side}.json"
            call = [
                "review",
                str(SAMPLES / f"{name}.docx"),
                "--side",
                side,
                "--format",
                "json",
                "--output",
                str(target),
            ]
            ran = subprocess.run([sys.executable, "-m", "clausecheck", *call], capture_output=True, text=True)
            assert ran.returncode in (0, 1), ran.stderr
            done[name, side] = json.loads(target.read_text(encoding="utf-8"))
        return done[name, side]

    return review


def standing(report: Report, *severities: str) -> list[str]:
    return [f"{f['code']} {f['message']}" for f in report["findings"] if f["severity"] in severities]


@pytest.mark.parametrize(("name", "kind"), [(name, kind) for name, kinds in CLAUSES.items() for kind in kinds])
def test_clause_stands_as_it_was_written(reviewed: Callable[[str, str], Report], name: str, kind: str) -> None:
    states, stances = CLAUSES[name][kind]
    side = "licensor" if name == "licensee" else "licensee"
    found = next(clause for clause in reviewed(name, side)["clauses"] if clause["type"] == kind)
    assert found["status"] in states, found["reason"]
    assert stances <= set(found["stance"])


@pytest.mark.parametrize(("name", "side", "code", "verdict", "words"), FINDINGS)
def test_fault_is_found_at_its_words(
    reviewed: Callable[[str, str], Report], name: str, side: str, code: str, verdict: str, words: str
) -> None:
    findings = [f for f in reviewed(name, side)["findings"] if f["code"] == code and f["verdict"] == verdict]
    assert findings, f"no finding {code} {verdict}"
    texts = [item["text"] for finding in findings for item in finding["evidence"]]
    assert not words or any(words in text for text in texts), texts


@pytest.mark.parametrize("side", ["licensor", "licensee"])
def test_balanced_draft_is_left_alone(reviewed: Callable[[str, str], Report], side: str) -> None:
    report = reviewed("balanced", side)
    assert standing(report, "error") == []
    assert len(standing(report, "warning")) <= 3, standing(report, "warning")


def test_faulty_draft_is_not_ready_to_sign(reviewed: Callable[[str, str], Report]) -> None:
    assert len(standing(reviewed("faulty", "licensee"), "error")) >= 2


def test_each_side_minds_the_other_sides_paper(reviewed: Callable[[str, str], Report]) -> None:
    for name, other in (("licensor", "licensee"), ("licensee", "licensor")):
        own, against = (standing(reviewed(name, side), "error", "warning") for side in (name, other))
        assert len(against) > len(own)


@pytest.mark.parametrize("name", CLAUSES)
def test_parties_of_a_sample_are_read(reviewed: Callable[[str, str], Report], name: str) -> None:
    names = {
        "balanced": ("KISOGAWA", "WESERTHAL"),
        "faulty": ("Helvora", "Shiranami"),
        "licensee": ("Fenlight", "Asagiri"),
        "licensor": ("Altamira", "Nagisa"),
    }[name]
    facts = reviewed(name, "licensee" if name != "licensee" else "licensor")["facts"]
    assert [facts[role]["value"].split()[0] for role in ("licensor", "licensee")] == list(names)

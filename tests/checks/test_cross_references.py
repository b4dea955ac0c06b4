from __future__ import annotations

from pathlib import Path

import pytest

from clausecheck.review import Order, review

from .drafts import faults, quoted

CHECK = "cross_references"
CLAUSES = (
    "1. Grant",
    "1.1 Licensor grants Licensee a licence: (a) to make; (b) to use; and (c) to sell Products.",
    "1.2 The licence is limited to the Field.",
    "2. Payment",
    "2.1 Licensee shall pay the fee.",
    "2.2 Licensee shall report under Section 2.1.",
    "3. Confidentiality",
    "3.1 Each party keeps the Know-how secret.",
    "4. Term",
)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("4.1 The term ends subject to Section 9.", "subject to Section 9"),
        ("4.1 The fee under Section 2.5 is not refunded.", "fee under Section 2.5"),
        ("4.1 The act in Section 1.1(d) ends with the term.", "act in Section 1.1(d)"),
        ("4.1 The duty of Section 2 (Confidentiality) survives.", "Section 2 (Confidentiality)"),
        ("4.1 Nothing in this Section 3 survives the term.", "in this Section 3"),
        ("4.1 The term ends under Error! Reference source not found.", "ends under Error! Reference source not found."),
        ("4.1 The words of Sections 2.1 and 2.7 survive.", "2.1 and 2.7"),
    ],
)
def test_what_leads_nowhere_or_elsewhere_is_quoted(sentence: str, words: str) -> None:
    assert quoted(CHECK, *CLAUSES, sentence) == [words]


@pytest.mark.parametrize(
    "sentence",
    [
        "4.1 The term ends subject to Sections 1.1(b) and 2.2.",
        "4.1 Sections 1.1 to 2.1 and Section 3.1 survive.",
        "4.1 Section 365(n) of the Bankruptcy Code applies.",
        "4.1 Article 73 of the Patent Act of Japan applies.",
        "4.1 Section 9 of the Supply Agreement applies.",
        "4.1 The duty of Section 3 (Secrecy) survives.",
        "4.1 Nothing in this Section 4 binds the successors.",
        "4.1 The notice is due under clause 2.01.",
    ],
)
def test_what_leads_to_its_clause_or_out_of_the_draft_is_left_alone(sentence: str) -> None:
    assert quoted(CHECK, *CLAUSES, sentence) == []


def test_a_wrong_caption_comes_with_the_clause_that_bears_it() -> None:
    fault = faults(CHECK, *CLAUSES, "4.1 The duty of Section 2 (Confidentiality) survives.")[0]
    assert "headed “Payment”" in fault.message
    assert fault.suggestion == "Section 3 (Confidentiality)"


def test_a_draft_whose_numbers_cannot_be_trusted_is_not_judged() -> None:
    lines = ("Grant", "Licensor grants a licence under Section 3.", "Payment is due under Sections 4 and 5.")
    assert quoted(CHECK, *lines) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The fee is due under Section 101(35A) of the U.S. Bankruptcy Code.",
        "Licensee acts under Section 2.1 (subject to the exceptions in it).",
        "The fee is due under paragraph 2A.",
    ],
)
def test_statutes_spoken_brackets_and_added_letters_are_left_alone(sentence: str) -> None:
    clauses = [f"{n}. Clause{n}\n{n}.1 Licensee does part {n} of it." for n in range(1, 8)]
    assert faults("cross_references", *clauses, f"8. Last\n8.1 {sentence}") == []


def test_a_section_of_a_code_of_rules_is_none_of_the_draft() -> None:
    assert quoted(CHECK, *CLAUSES, "4.1 The Software is commercial as section 2.212 says.") == []


def test_a_typed_number_that_is_not_there_is_no_more_than_a_note() -> None:
    assert faults(CHECK, *CLAUSES, "4.1 The term ends subject to Section 9.")[0].severity == "note"


def test_a_clause_that_word_would_have_counted_is_surely_not_there() -> None:
    sample = Path(__file__).resolve().parents[2] / "samples" / "faulty.docx"
    found = review(sample, Order(side="licensee", today="2026-11-25")).findings
    missing = next(one for one in found if one.code == "DRF-04" and "17.4 does not exist" in one.message)
    assert missing.severity == "error"

from __future__ import annotations

import pytest

from .drafts import quoted

CHECK = "vague_words"


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ('"Field" means systems for passenger cars and similar vehicles.', "and similar vehicles"),
        ('"Licensed Field" shall mean the inspection of relays, connectors, etc.', "etc."),
        ('"Products" means pumps and related products.', "and related products"),
        ("Licensor shall provide that support for a reasonable period.", "for a reasonable period"),
        ("Licensor shall answer technical questions as soon as it can.", "as soon as it can"),
        ("Licensor shall give the operators appropriate training.", "appropriate training"),
        ("Updates of the Know-How will be dealt with on terms to be agreed.", "to be agreed"),
        ("Licensee shall pay for it at a reasonable price.", "at a reasonable price"),
        ("Licensee shall pay a royalty to be agreed.", "royalty to be agreed"),
    ],
)
def test_vague_words_in_key_clauses_are_quoted(sentence: str, words: str) -> None:
    assert quoted(CHECK, sentence) == [words]


@pytest.mark.parametrize(
    "sentence",
    [
        "The consent of Licensor to an assignment shall not be unreasonably withheld.",
        "Licensee shall use Commercially Reasonable Efforts to develop a product.",
        "Each party shall keep the secrets with reasonable care and act in good faith.",
        "Licensor shall give reasonable assistance in the defence of the claim.",
        "If a provision is invalid, the parties agree on a similar one.",
        "Licensee shall promptly tell Licensor of an infringement.",
        "Licensee shall pay the reasonable costs of the audit.",
    ],
)
def test_general_clauses_may_be_vague(sentence: str) -> None:
    assert quoted(CHECK, sentence) == []

"""A draft in a language without rules is refused in one sentence."""

from __future__ import annotations

import pytest

from clausecheck.language import read
from clausecheck.model import ClausecheckError

from .drafts import draft

ENGLISH = (
    "The Licensor grants to the Licensee a licence under the Patents in the Field for the Term of this Agreement. "
)
JAPANESE = "甲は、乙に対し、本契約の期間中、本件特許について通常実施権を許諾する。乙は、これを再許諾してはならない。"


def test_english_is_read() -> None:
    assert read(draft(ENGLISH)).language == "en"


@pytest.mark.parametrize("text", [JAPANESE, JAPANESE + ENGLISH])
def test_japanese_is_refused(text: str) -> None:
    with pytest.raises(ClausecheckError, match=r"^This draft is in Japanese.*no rules are installed yet"):
        read(draft(text))


def test_a_name_in_japanese_makes_no_japanese_draft() -> None:
    assert read(draft(ENGLISH, "北斗電池株式会社")).language == "en"


def test_english_that_is_asked_for_is_read() -> None:
    assert read(draft(JAPANESE), "en").language == "en"


def test_another_language_is_refused() -> None:
    german = (
        "Der Lizenzgeber gewährt dem Lizenznehmer eine einfache Lizenz an den Schutzrechten nach diesem Vertrag. " * 20
    )
    with pytest.raises(ClausecheckError, match="not in English"):
        read(draft(german))


@pytest.mark.parametrize(("language", "says"), [("ja", "Japanese"), ("xx", "no language")])
def test_what_is_asked_for_must_exist(language: str, says: str) -> None:
    with pytest.raises(ClausecheckError, match=says):
        read(draft(ENGLISH), language)

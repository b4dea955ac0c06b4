"""Which language a draft is in, and a plain word where no rules are installed for it."""

from __future__ import annotations

import re

from ..model import ClausecheckError, Draft
from . import english

LANGUAGES = ("auto", "en", "ja")

_KANA = re.compile(r"[\u3040-\u30ff\uff66-\uff9f]")
_CJK = re.compile(r"[\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff66-\uff9f]")
_LATIN = re.compile(r"[A-Za-z]")
_WORD = re.compile(r"[A-Za-z]+")
_LETTERS_A_CHARACTER = 3  # what a Japanese character says takes about three letters in English
_ENOUGH = 150  # words: fewer do not show a language
_ENGLISH = 0.04  # share of the commonest English words; agreements have 0.15 and more, lists of names 0.07


def language_of(draft: Draft, asked: str = "auto") -> str:
    """The code of the draft's language ("en").

    Raises ClausecheckError where the language is unknown, or has no rules.
    """
    if asked not in LANGUAGES:
        raise ClausecheckError(f"There is no language “{asked}”: choose one of {', '.join(LANGUAGES)}.")
    if asked == "en":
        return "en"
    text = "\n".join(paragraph.text for paragraph in draft.paragraphs)
    if asked == "ja":
        raise _without_rules("asked for in Japanese")
    if (characters := len(_CJK.findall(text))) and characters * _LETTERS_A_CHARACTER > len(_LATIN.findall(text)):
        beside = " (with English beside it)" if len(_WORD.findall(text)) >= _ENOUGH else ""
        raise _without_rules(f"in {'Japanese' if _KANA.search(text) else 'Chinese'}{beside}")
    if not _reads_as_english(_WORD.findall(text.lower())):
        raise _without_rules("not in English")
    return "en"


def _without_rules(what: str) -> ClausecheckError:
    return ClausecheckError(f"This draft is {what}, for which no rules are installed yet: review its English version.")


def _reads_as_english(words: list[str]) -> bool:
    return len(words) < _ENOUGH or sum(word in english.FUNCTION_WORDS for word in words) >= _ENGLISH * len(words)

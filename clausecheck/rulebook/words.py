"""The words of a phrase, split as the draft's are: a hyphenated word is one, a possessive ending is none."""

from __future__ import annotations

import re

# U.S., 1,000, 2.1, non-exclusive
_WORD = re.compile(r"(?:[A-Za-z]\.){2,}|\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\w)|\d+(?:\.\d+)+(?!\w)|[^\W_]+(?:-[^\W_]+)*")
# "Licensee's" is the word "Licensee" to a phrase, "we'll" the word "we"
_ENDING = re.compile(r"(?<=\w)'(?:s|re|ve|ll|d)(?![^\W_])", re.IGNORECASE)
# what phrases may spell in two ways; drafts come folded
_FOLD = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "‐": "-", "‑": "-", "\u00a0": " ", "…": "..."})


def fold(text: str) -> str:
    """Curly quotes, special hyphens and spaces as the keyboard has them."""
    return text if text.isascii() else text.translate(_FOLD)


def words_of(text: str) -> list[str]:
    """The words of a folded text in order, case kept."""
    return _WORD.findall(_ENDING.sub("", text))

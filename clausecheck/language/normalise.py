"""One-to-one folding of characters, so that an offset in the folded text is the same offset in the draft's."""

from __future__ import annotations

import unicodedata

# Stands between two paragraphs and in no folded paragraph: the newline stops a "." of a regular expression, the
# paragraph separator tells it from a soft line break.
SEPARATOR = "\u2029\n"

_SINGLE_QUOTES = "\u2018\u2019\u201a\u201b\u2032\u00b4\u0060\u02bc"
_DOUBLE_QUOTES = "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb"
_HYPHENS = "\u2010\u2011\u2012\u2212\ufe63\uff0d"
_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\ufeff\u200b"
_BREAKS = "\u000b\u000c\r\u0085\u2028\u2029"


def _one_to_one() -> dict[int, str]:
    """Full-width and other compatibility forms whose plain form is one character (a ligature's is not: it stays)."""
    forms = (*range(0xFF01, 0xFF5F), 0xFFE0, 0xFFE1, 0xFFE5)
    plain = {code: unicodedata.normalize("NFKC", chr(code)) for code in forms}
    return {code: text for code, text in plain.items() if len(text) == 1}


_TABLE: dict[int, str] = (
    _one_to_one()
    | dict.fromkeys(map(ord, _SINGLE_QUOTES), "'")
    | dict.fromkeys(map(ord, _DOUBLE_QUOTES), '"')
    | dict.fromkeys(map(ord, _HYPHENS), "-")
    | dict.fromkeys(map(ord, _SPACES), " ")
    | dict.fromkeys(map(ord, _BREAKS), "\n")
    | {0xAD: "-"}  # a soft hyphen: Word prints one only at a line's end, files from PDF hold it for a real one
)


def fold(text: str) -> str:
    """The text with curly quotes, odd spaces, hyphens and full-width forms made plain; always of the same length."""
    return text.translate(_TABLE)

"""Names of companies, compared as a reader compares them: "FOO CO., LTD." is "Foo Company Limited"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from rapidfuzz.fuzz import ratio

# Forms in one spelling; words that stand for the same form are the same form.
_FORMS = {
    "inc": "inc", "incorporated": "inc", "ltd": "ltd", "limited": "ltd", "llc": "llc", "llp": "llp", "lp": "lp",
    "corp": "corp", "corporation": "corp", "co": "co", "company": "co", "plc": "plc", "gmbh": "gmbh", "ag": "ag",
    "se": "se", "sas": "sas", "sarl": "sarl", "sa": "sa", "spa": "spa", "srl": "srl", "bv": "bv", "nv": "nv",
    "kk": "kk", "pte": "pte", "pty": "pty", "as": "as", "ab": "ab", "asa": "asa", "oy": "oy", "oyj": "oyj", "kg": "kg",
    "ltda": "ltda", "na": "na", "aktiengesellschaft": "ag",
}  # fmt: skip
_SLIP = 84  # likeness of two spellings of one word, of 100
_SHORT = 4  # letters of a word of which a slip would make another word
_COMMON = frozenset({
    "united", "american", "national", "general", "first", "global", "international", "north", "south", "east", "west",
    "pacific", "atlantic", "great", "advanced", "applied", "digital", "japan", "china", "nippon", "tokyo", "european",
    "universal", "city", "university", "bank", "royal",
})  # fmt: skip


class Likeness(Enum):
    """How one name stands to another one."""

    SAME = "same"
    FORM = "another form of company"
    SLIP = "a word spelt otherwise"
    FAMILY = "of the same family"
    NONE = "another one"


@dataclass(frozen=True, slots=True)
class Name:
    """A company's name, as it is said and as it is compared."""

    said: str
    words: tuple[str, ...]  # in small letters, without accents and without the form
    form: tuple[str, ...]

    @classmethod
    def of(cls, said: str) -> Name:
        """The name read."""
        plain = unicodedata.normalize("NFKD", re.sub(r"(?i)kabushiki kaisha", "KK", said))
        plain = re.sub(r"(?<=\b\w)\.(?=\w\b)|(?<=\b\w)/(?=\w\b)", "", plain).replace("&", " and ")
        words = re.findall(r"[^\W_]+", "".join(c for c in plain if not unicodedata.combining(c)).lower())
        form: list[str] = []
        while len(words) > 1 and words[-1] in _FORMS:
            form.insert(0, _FORMS[words.pop()])
        return cls(said, tuple(words), tuple(form))

    @property
    def key(self) -> str:
        """Equal for names that are the same."""
        return " ".join((*self.words, "/", *self.form))


def likeness(name: Name, parties: Sequence[Name]) -> tuple[Likeness, Name]:
    """How near a name comes to a party, and to which; the nearest counts."""
    order = list(Likeness)
    return min(((_like(name, party), party) for party in parties), key=lambda pair: order.index(pair[0]))


def _like(name: Name, party: Name) -> Likeness:
    own = name.words[-len(party.words) :]  # words of the sentence may stand before the name
    if own == party.words and (name.form == party.form or not party.form):
        return Likeness.SAME
    if name.words == party.words:
        return Likeness.FORM
    if party.words[-len(name.words) :] == name.words or _joined(name) == _joined(party):
        return Likeness.SAME  # a line that broke inside the name, or letters set apart
    if not party.form and name.words[: len(party.words)] == party.words:
        return Likeness.SAME  # the draft's short name, or one of which not all was read
    if len(name.words) == len(party.words) and _is_slip(name.words, party.words):
        return Likeness.SLIP
    first = party.words[0]
    if len(first) >= _SHORT and first not in _COMMON and first in name.words[:2] and name.words.count(first) == 1:
        return Likeness.FAMILY
    return Likeness.NONE


def _joined(name: Name) -> str:
    return "".join(name.words)


def _is_slip(words: Sequence[str], others: Sequence[str]) -> bool:
    """Exactly one word differs, and that by a letter or two."""
    odd = [(one, other) for one, other in zip(words, others, strict=True) if one != other]
    if len(odd) != 1 or min(map(len, odd[0])) <= _SHORT or any(char.isdigit() for word in odd[0] for char in word):
        return False
    return ratio(*odd[0]) >= _SLIP

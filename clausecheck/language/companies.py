"""Whether two names are one company's: its form may be written out or short, and be left out where one says less."""

from __future__ import annotations

import re

# Forms that one company may write either way; a Japanese company is K.K. at home and Co., Ltd. or Inc. in English.
_FORMS = {
    "inc": "inc incorporated corp corporation",
    "ltd": "ltd limited",
    "kk": "kk kabushikikaisha kabushikigaisha",
    "llc": "llc",
    "plc": "plc",
    "gmbh": "gmbh",
    "ag": "ag aktiengesellschaft",
    "sas": "sas",
    "sarl": "sarl",
    "sa": "sa",
    "spa": "spa",
    "srl": "srl",
    "bv": "bv",
    "nv": "nv",
    "ab": "ab aktiebolag",
    "oy": "oy oyj",
    "co": "co company",
}
_FORM = {word: form for form, words in _FORMS.items() for word in words.split()}
_LOOSE = frozenset({"co", "kk"})  # "Co., Ltd.", "Company", "K.K.": said in English in more than one way


def same(agreed: str, stated: str) -> bool:
    """Whether two names can be one company's; another form or a further word in the name makes it another's."""
    (one, first), (other, second) = _parts(agreed), _parts(stated)
    if (
        one != other
        and not (not first and other[: len(one)] == one)
        and not (not second and one[: len(other)] == other)
    ):
        return False
    return not first or not second or bool(first & second) or bool((first | second) & _LOOSE)


def _parts(name: str) -> tuple[list[str], set[str]]:
    """The words of a name, and its form."""
    name = re.sub(r"\([^()]*\)", " ", name).lower()
    name = re.sub(r"\bkabushiki (?=kaisha|gaisha)", "kabushiki", re.sub(r"(?<=\b[a-z])\.(?=[a-z]\b|\s|$|,)", "", name))
    words = re.findall(r"[^\W_]+", name.replace("&", " and "))
    words = words[1:] if words[:1] == ["the"] else words
    forms = set()
    while len(words) > 1 and words[-1] in _FORM:
        forms.add(_FORM[words.pop()])
    return words, forms

"""The smallest change that turns some words into others: whole words, with no more white space than need be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

_CJK = "\u3005\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # no spaces between words
_LETTER = rf"(?:[^\W{_CJK}]|[\u0300-\u036f])"
_TOKEN = re.compile(rf"[{_CJK}]|{_LETTER}+(?:[-\u2011'\u2019.,]{_LETTER}+)*|\S")


@dataclass(frozen=True, slots=True)
class Edit:
    """``text[start:end]`` becomes ``text``: an insertion where nothing stands there, a deletion without ``text``."""

    start: int
    end: int
    text: str


def tokens(text: str) -> list[str]:
    """Words, numbers and signs; a Chinese or Japanese character is a word of its own."""
    return [found[0] for found in _TOKEN.finditer(text)]


def edits(old: str, new: str) -> list[Edit]:
    """What to change in ``old`` to read ``new``, from left to right: as few words as can be, the others untouched."""
    from rapidfuzz.distance import Indel  # only few reviews reword anything

    before, after = list(_TOKEN.finditer(old)), list(_TOKEN.finditer(new))
    numbers: dict[str, int] = {}
    told = [[numbers.setdefault(one[0], len(numbers)) for one in side] for side in (before, after)]
    kept = [(b.start(), b.end(), a.start(), a.end()) for b, a in _kept(Indel.opcodes(*told), before, after)]
    found, at, to = [], 0, 0
    for start, end, new_start, new_end in (*kept, (len(old), len(old), len(new), len(new))):
        found.append(_trimmed(at, old[at:start], new[to:new_start]))
        at, to = end, new_end
    return [edit for edit in found if edit.text or edit.start < edit.end]


def applied(text: str, changes: list[Edit]) -> str:
    """The words with changes, which are in order, made."""
    pieces, at = [], 0
    for one in changes:
        pieces += [text[at : one.start], one.text]
        at = one.end
    return "".join(pieces) + text[at:]


_Token = re.Match[str]


def _kept(opcodes: Iterable[Any], before: list[_Token], after: list[_Token]) -> Iterator[tuple[_Token, _Token]]:
    for kind, start, end, to, until in opcodes:
        if kind == "equal":
            yield from zip(before[start:end], after[to:until], strict=True)


def _trimmed(at: int, old: str, new: str) -> Edit:
    """The change of what stands between two words that stay, without the white space that both have at its ends."""
    size = min(len(old), len(new))
    ahead = next((i for i in range(size) if old[i] != new[i] or not old[i].isspace()), size)
    size -= ahead
    behind = next((i for i in range(size) if old[-1 - i] != new[-1 - i] or not old[-1 - i].isspace()), size)
    return Edit(at + ahead, at + len(old) - behind, new[ahead : len(new) - behind])

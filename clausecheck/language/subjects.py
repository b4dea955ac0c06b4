"""What one party licenses to the other: patents, know_how, software, trademarks, content, data."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from . import grant_words
from .grants import Grant

_KINDS = {
    "patents": re.compile(r"patents?\b|inventor'?s'? certificates"),
    "know_how": re.compile(
        r"know-how|trade secrets?|technical information|technical data|proprietary information|unpatented"
        r"|confidential information"
    ),
    "software": re.compile(
        r"software|source code|object code|computer programs?|firmware|\bapis?\b|machine[- ]readable|executable"
    ),
    "trademarks": re.compile(
        r"trade ?-?marks?|service ?marks?|trade ?names?|logos?\b|\bmarks?\b|brand features|trade dress"
    ),
    "content": re.compile(
        r"\bcontent\b|copyright|\bfilms?\b|recordings|\bimages?\b|photographs?|video|music|articles\b|likeness|literature"
        r"|publications?\b|works of authorship|brochures"
    ),
    "data": re.compile(r"\bdata\b|databases?"),
}
_BESIDE = {"trademarks", "content", "data"}  # what definitions of "Technology" list beside what is meant
_OBJECT = 420  # characters behind the verb in which a grant says what it licenses
_MEANING = 420  # characters of a definition that are looked at
_NEGATIVE = re.compile(r"\b(?:exclud|does not include|other than|except|but not)")
_CONDITION = re.compile(r"\bsubject to\b[^,.;]{0,160}(?:,|$)")
_BUT = re.compile(r"\((?:excluding|other than|except)[^()]{0,200}\)")
_PURPOSE = re.compile(
    r"\b(?:solely|only|provided|in connection with|for the (?:sole )?purpose|pursuant to|in accordance with"
    r"|on the terms"
    r"|for use (?:in|with)|to the extent|which|that is|who)\b"
)


def subjects(text: str, grants: Sequence[Grant], meanings: Mapping[str, str]) -> tuple[str, ...]:
    """The kinds that the grants name, themselves or by a defined term, in a fixed order.

    ``meanings``: each defined term and the words of its definition.
    """
    named = _Terms(meanings)
    found: set[str] = set()
    for grant in grants:
        found |= named.kinds(_object(text, grant)) or named.kinds(text[grant.at : grant.end])
    return tuple(kind for kind in _KINDS if kind in found)


def _object(text: str, grant: Grant) -> str:
    """The words that say what is licensed: without conditions, and up to a purpose behind the word "licence"."""
    words = _CONDITION.sub(" ", text[grant.at : min(grant.end, grant.at + _OBJECT)])
    licence = grant_words.LICENCE.search(words.lower())
    purpose = _PURPOSE.search(words.lower(), (licence.end() if licence else 0) + 20)
    return words[: purpose.start() if purpose else len(words)]


class _Terms:
    """The kinds of what words name, looked up in the definitions where the words themselves do not say."""

    def __init__(self, meanings: Mapping[str, str]) -> None:
        self._meanings = {name.lower(): words for name, words in meanings.items()}
        names = sorted(self._meanings, key=len, reverse=True)
        either = "|".join(map(re.escape, names))
        self._known: dict[tuple[str, int], set[str]] = {}
        self._finder = re.compile(rf"(?<![\w-])(?:{either})s?(?![\w-])") if names else None

    def kinds(self, words: str, depth: int = 3) -> set[str]:
        """What the words name; at most ``depth`` definitions deep."""
        low = words.lower()
        found = {kind for kind, finder in _KINDS.items() if finder.search(low)}
        if depth:
            for name in self._undecided(low):
                found |= self._of_meaning(name, depth)
        return found

    def _undecided(self, low: str) -> Iterator[str]:
        """Defined terms in the words whose names do not say of what kind they are."""
        for match in self._finder.finditer(low) if self._finder else ():
            name = match[0] if match[0] in self._meanings else match[0].removesuffix("s")
            if not any(finder.search(name) for finder in _KINDS.values()):
                yield name

    def _of_meaning(self, name: str, depth: int) -> set[str]:
        if (name, depth) not in self._known:
            meaning = _BUT.sub(" ", self._meanings[name])
            negative = _NEGATIVE.search(meaning.lower())
            found = self.kinds(meaning[: negative.start() if negative else _MEANING][:_MEANING], depth - 1)
            self._known[name, depth] = found - _BESIDE if found & {"patents", "know_how", "software"} else found
        return self._known[name, depth]

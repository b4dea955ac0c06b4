"""Where the parties are named: under the draft's names for each of them, and as "each Party", "the other Party"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .names import Named, stem

_FIRST, _SECOND = ("we", "us", "our", "ours"), ("you", "your", "yours")
_PRONOUNS = dict.fromkeys(_FIRST, _FIRST) | dict.fromkeys(_SECOND, _SECOND)
_WHICH = r"each|either|neither|both|any|all|such|that|other|another|one|a|the|said|no"
_DOING = (
    r"receiving|disclosing|defaulting|non-\w{6,12}|breaching|terminating|indemnif\w{3,5}|requesting|owning|granting"
    r"|licens\w{2,3}|relevant|respective|affected|injured|prosecuting"
)
_PARTY = re.compile(r"\b(?P<party>[Pp]art(?:y|ies)|PART(?:Y|IES))\b(?! [A-D]\b)|\b(?:Recipient|Discloser)s?\b")
_BEFORE = re.compile(rf"\b(?:(?i:{_WHICH})(?: of)? (?:the )?(?:other )?)?(?:(?i:{_DOING}) )?$")
_LONGEST = 60  # characters before "party" that may belong to it
_THIRD = re.compile(r"(?i)\bthird[ -]$|\bthird$")


@dataclass(frozen=True, slots=True)
class Mention:
    """A party's name in the text; ``parties`` are positions in the list of parties (several for a joint name)."""

    start: int
    end: int
    parties: tuple[int, ...]


def names(named: Named, text: str) -> tuple[str, ...]:
    """What the draft calls the party, the most used first; its full name only where there is nothing else."""
    own = [*named.aliases, *_short(named, text)]
    counts = {name: len(re.findall(rf"(?<!\w){re.escape(name)}(?!\w)", text)) for name in dict.fromkeys(own)}
    return tuple(sorted(counts, key=lambda name: -counts[name])) or (named.name,)


def _short(named: Named, text: str) -> Iterable[str]:
    """The name without its company form, where the draft uses it by itself."""
    short = stem(named.name)
    known = {alias.lower() for alias in named.aliases}
    if short != named.name and len(short) > 3 and short.lower() not in known:
        alone = re.compile(rf"(?<!\w){re.escape(short)}(?!\w)(?!,? (?:Inc|Ltd|LLC|Co|Corp|Limited|GmbH|AG)\b)")
        if not named.aliases or len(alone.findall(text)) > 2:
            yield short


def mentions(text: str, parties: Sequence[Named], called: Sequence[tuple[str, ...]]) -> list[Mention]:
    """Every place where a party is named, in order, the longest name first where names overlap."""
    owners: dict[str, list[int]] = {}
    for i, (named, own) in enumerate(zip(parties, called, strict=True)):
        for form in {form for name in (*own, named.name) for form in _forms(name)}:
            owners.setdefault(form, []).append(i)
    if not owners:
        return []
    either = "|".join(re.escape(form) for form in sorted(owners, key=len, reverse=True))
    found = re.finditer(rf"(?<![\w@./-])(?:{either})(?![\w@])(?!\.com\b)", text)
    return [Mention(match.start(), match.end(), tuple(owners[match[0]])) for match in found]


def _forms(name: str) -> Iterable[str]:
    """The name as written, in capitals, and in title case where it is written in capitals."""
    low = name.lower()
    if low in _PRONOUNS:
        for word in _PRONOUNS[low]:
            yield from (word, word.capitalize())
            if word != "us":
                yield word.upper()
        return
    yield name
    yield name.upper()
    if name.isupper() and len(name) > 4:
        yield name.title()


def any_party(text: str) -> list[tuple[int, int, str]]:
    """ "each Party", "the other Party", "the Parties": ranges with the first word as value; never a third party."""
    found = []
    for match in _PARTY.finditer(text):  # with what stands before sought at every word it would take thrice as long
        before = match["party"] and _BEFORE.search(text, max(0, match.start() - _LONGEST), match.start())
        start = before.start() if before else match.start()
        if not _THIRD.search(text, max(0, start - 6), start):
            found.append((start, match.end(), text[start : match.end()].split()[0].lower()))
    return found

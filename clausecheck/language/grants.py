"""Who licenses to whom: the sentences that grant, with the parties on either side of the verb."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from . import grant_words as words
from .found import lower
from .mentions import Mention

EXCLUSIVE, MAIN, MINOR, USE = "exclusive", "main", "minor", "use"
_BEFORE, _BEHIND = 420, 700  # characters of a sentence that are looked at before and behind a verb
_STOP = re.compile(r"(?<=[a-z)\]\"])[.;:]\s+")
_FULL_STOP = re.compile(r"(?<=[a-z)\]\"])\.\s+(?!\d)")
_ABBREVIATION = re.compile(r"\b(?:inc|ltd|co|corp|no|u\.s)$")
_ALSO = re.compile(r"(?:,| and| or| and/or)\s+(?:the\s+)?$")


@dataclass(frozen=True, slots=True)
class Grant:
    """Words that give a licence. Parties are positions in the list of parties; empty where the words do not say who.

    ``kind`` is exclusive, main (a licence of technology or content that is not), or minor: marks alone, improvements
    back, what a service needs, what reverts on termination; or use: somebody may use something, no licence is named.
    ``clear``: the words grant, and do not only speak of a grant.
    """

    start: int
    at: int  # the end of the verb, behind which stands what is licensed
    end: int
    givers: tuple[int, ...]
    takers: tuple[int, ...]
    kind: str
    mutual: bool = False
    clear: bool = False


def grants(text: str, mentions: Sequence[Mention]) -> list[Grant]:
    """The grants of licences in the text, in order."""
    reader = _Reader(lower(text), mentions)
    found = [*reader.active(), *reader.passive(), *reader.granted(), *reader.having(), *reader.using()]
    return sorted(found, key=lambda grant: grant.start)


class _Reader:
    """Looks for parties round the verbs that grant."""

    def __init__(self, low: str, mentions: Sequence[Mention]) -> None:
        self.low = low
        self.mentions = mentions
        self._starts = [mention.start for mention in mentions]
        self._ends = {mention.end: mention for mention in mentions}

    def active(self) -> Iterator[Grant]:
        """ "X hereby grants to Y a licence", "each Party grants to the other", "X licenses Y"."""
        for verb in words.VERB.finditer(self.low):
            begin, end = self._sentence(verb)
            if not self._gives_licence(verb, begin, end):
                continue
            givers, mutual = self._subject(begin, verb.start(), near=not verb[0].endswith(("grant", "grants")))
            takers = self._object(verb.end(), end)
            if mutual or (givers and not takers):
                mutual = self._each_other(verb.end(), end) or (mutual and not takers)
            clear = "hereby" in verb[0] and (givers or takers)
            if mutual or clear or (givers and takers and set(givers) != set(takers)):
                kind = self._kind(begin, verb.end(), end)
                yield Grant(begin, verb.end(), end, givers, () if mutual else takers, kind, mutual, True)

    def passive(self) -> Iterator[Grant]:
        """ "Y is hereby granted a licence"."""
        for verb in words.PASSIVE.finditer(self.low):
            begin, end = self._sentence(verb)
            if self._denied(begin, verb.start(), 80) or not words.LICENCE.search(self.low, verb.start(), end):
                continue
            takers, _ = self._subject(begin, verb.start(), near=True)
            if takers:
                yield Grant(begin, verb.end(), end, (), takers, self._kind(begin, verb.end(), end))

    def granted(self) -> Iterator[Grant]:
        """ "the licence granted to Y", "the licences granted by X to Y"."""
        for verb in words.GRANTED_TO.finditer(self.low):
            begin, end = self._sentence(verb)
            first = self._mention_at(verb.end())
            if first is None or self._denied(begin, verb.start(), 40):
                continue
            other = words.BY_OR_TO.match(self.low, first.end)
            second = self._mention_at(other.end()) if other and other["by"] != verb["by"] else None
            who = {verb["by"]: first.parties, **({other["by"]: second.parties} if other and second else {})}
            kind = self._kind(begin, verb.start(), end)
            yield Grant(begin, verb.start(), end, who.get("by", ()), who.get("to", ()), kind, clear=second is not None)

    def _mention_at(self, start: int) -> Mention | None:
        at = bisect_left(self._starts, start)
        return self.mentions[at] if at < len(self._starts) and self._starts[at] == start else None

    def having(self) -> Iterator[Grant]:
        """ "Y shall have a non-exclusive licence"."""
        for verb in words.HAS.finditer(self.low):
            if not words.LICENCE_HELD.match(self.low, verb.end()):
                continue
            begin, end = self._sentence(verb)
            takers, _ = self._subject(begin, verb.start(), near=True)
            if takers and not self._denied(begin, verb.end(), 60):
                yield Grant(begin, verb.end(), end, (), takers, self._kind(begin, verb.end(), end))

    def using(self) -> Iterator[Grant]:
        """ "Y may use the marks", "the licence includes a licence under the patents" (which names nobody)."""
        for verb in words.MAY_USE.finditer(self.low):
            begin, end = self._sentence(verb)
            takers, _ = self._subject(begin, verb.start(), near=True)
            given = self.low[verb.end() : min(end, verb.end() + 60)]
            named = words.MARKS.search(given) or words.TECHNOLOGY.search(given)
            if takers and named and not self._denied(begin, verb.end(), 60):
                yield Grant(begin, verb.end(), end, (), takers, USE)
        for verb in words.INCLUDES.finditer(self.low):
            begin, end = self._sentence(verb)
            if not self._denied(begin, verb.end(), 60):
                yield Grant(begin, verb.end(), end, (), (), USE)

    def _gives_licence(self, verb: re.Match[str], begin: int, end: int) -> bool:
        """What follows is a licence and no option or consent, what stands before no negation, ability or definition."""
        licence = words.LICENCE.search(self.low, verb.end(), min(end, verb.end() + 420))
        if licence is None and "licen" not in verb[0] and not self._allows_use(verb):
            return False
        if licence and words.OTHER_GIFT.search(self.low, verb.end(), licence.start()):
            return False
        before = (max(begin, verb.start() - 60), verb.start())
        if words.NOT.search(self.low, *before) or words.ONLY_STATED.match(self.low, verb.end()):
            return False
        return not words.ABLE.search(self.low, *before) and not words.DEFINITION.search(self.low, begin, verb.start())

    def _allows_use(self, verb: re.Match[str]) -> bool:
        """ "authorizes Y to use the Marks"."""
        use = words.MAY.match(self.low, verb.end()) if "author" in verb[0] or "permit" in verb[0] else None
        given = self.low[use.end() : use.end() + 60] if use else ""
        return bool(words.MARKS.search(given) or words.TECHNOLOGY.search(given))

    def _denied(self, begin: int, at: int, reach: int) -> bool:
        """A "not" stands shortly before, or it is a recital, which tells of other grants."""
        return bool(words.NOT.search(self.low, max(begin, at - reach), at) or words.RECITAL.match(self.low, begin))

    def _each_other(self, at: int, end: int) -> bool:
        return bool(words.MUTUAL_OBJECT.match(self.low, at) or words.MUTUAL_LATER.search(self.low, at, end))

    def _sentence(self, verb: re.Match[str]) -> tuple[int, int]:
        """Where the sentence round the verb begins and ends, as far as it is looked at."""
        at = verb.start()
        begin = max(self.low.rfind("\u2029", max(0, at - _BEFORE), at) + 2, at - _BEFORE, 0)
        for stop in _STOP.finditer(self.low, begin, at):
            if not _ABBREVIATION.search(self.low, max(begin, stop.start() - 5), stop.start()):
                begin = stop.end()
        cut = self.low.find("\u2029", verb.end(), verb.end() + _BEHIND)
        limit = cut if cut >= 0 else min(len(self.low), verb.end() + _BEHIND)
        full_stop = _FULL_STOP.search(self.low, verb.end(), limit)
        return begin, full_stop.start() + 1 if full_stop else limit

    def _subject(self, begin: int, at: int, near: bool) -> tuple[tuple[int, ...], bool]:
        """The parties named last before the verb, and whether "each party" stands there instead."""
        if words.MUTUAL_SUBJECT.search(self.low, max(begin, at - 90), at):
            return (), True
        last = bisect_right(self._starts, at)
        for mention in reversed(self.mentions[max(0, last - 4) : last]):
            gap = self.low[mention.end : at]
            if mention.start < begin or mention.end > at or gap.startswith("'") or (near and len(gap.strip()) > 30):
                continue
            return self._with_others(mention, begin), False
        return (), False

    def _with_others(self, mention: Mention, begin: int) -> tuple[int, ...]:
        """ "A and B grant", "A and/or B will grant": both."""
        also = _ALSO.search(self.low, max(begin, mention.start - 12), mention.start)
        other = self._ends.get(also.start()) if also else None
        return tuple(sorted({*mention.parties, *(other.parties if other else ())}))

    def _object(self, at: int, end: int) -> tuple[int, ...]:
        """The party to whom it is granted: right behind the verb, or behind a "to"."""
        first = bisect_left(self._starts, at)
        for mention in self.mentions[first : first + 12]:
            lead = self.low[at : mention.start]
            if mention.start >= min(end, at + 460) or words.NEW_CLAUSE.search(lead):
                break
            behind_to = words.STRAIGHT_TO.match(lead) or words.TO.search(lead[-12:])
            if behind_to and not self.low.startswith("'", mention.end):
                return mention.parties
        return ()

    def _kind(self, begin: int, at: int, end: int) -> str:
        sentence = self.low[at : min(end, at + 480)]
        licence = words.LICENCE.search(sentence)
        given = sentence[licence.end() if licence else 0 :]
        marks, technology = words.MARKS.search(given), words.TECHNOLOGY.search(given)
        # "the Wave Technologies Trademarks" are marks of a party of that name
        only_marks = marks and (not technology or marks.start() <= technology.end() + 5)
        reverts = words.AFTER_END.search(self.low, max(0, at - _BEHIND), at)
        allows = licence is None
        back = words.BACK.search(given[:130]) or words.BACK.search(self.low, begin, at)
        if allows or only_marks or reverts or back or words.SERVICE.search(sentence):
            return MINOR
        return EXCLUSIVE if words.EXCLUSIVE.search(sentence[:300]) else MAIN

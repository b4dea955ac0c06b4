"""Fields that repeat what stands elsewhere: which bookmark each names, what it shows, and what it would show now.

Word stores the result of a REF field and renews it only when somebody asks for it, so that it may be out of date
(ECMA-376 17.16.5.45 for PAGEREF, 17.16.5.51 for REF, 17.16.5.36 for NOTEREF).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..model import CrossReference, Stretch
from .bookmarks import Bookmark, bookmarks
from .list_context import ListContext
from .package import Package
from .stories import Story
from .text import Words
from .xml import W

_KINDS = {"REF": "REF", "PAGEREF": "PAGEREF", "NOTEREF": "NOTEREF", "FTNREF": "NOTEREF"}
_TOKEN = re.compile(r'\\\*?\s*[^\s\\"]+|"[^"]*"|\S+')
_SET = re.compile(r"\s*(?:SET|ASK)\s+\"?(\w+)", re.IGNORECASE)
_CASES = {"upper": str.upper, "lower": str.lower, "caps": str.title}
_LONGEST = 400  # characters of an instruction that are looked at


@dataclass(frozen=True, slots=True)
class _Field:
    """An instruction taken apart."""

    kind: str
    name: str
    switches: frozenset[str]  # "r", "h" …
    case: str  # of "\\* Upper"


def cross_references(
    package: Package, stories: Sequence[Story], contexts: Sequence[ListContext]
) -> tuple[CrossReference, ...]:
    """The REF, PAGEREF and NOTEREF fields of all stories, in the draft's order; ``contexts`` number each story."""
    fields = [(at, story, words, s, field) for at, story, words, s, field in _fields(stories)]
    found = bookmarks(package, stories, {field.name.casefold() for *_, field in fields})
    if not fields:
        return ()
    made = set() if all(f.name.casefold() in found for *_, f in fields) else _made_by_fields(package, stories)
    positions = {id(words): n for n, words in enumerate(words for story in stories for words in story.words)}
    numbers = {id(words): context for story, context in zip(stories, contexts, strict=True) for words in story.words}
    told = []
    for position, _, words, stretch, field in fields:
        bookmark = found.get(field.name.casefold())
        shown = words.text[stretch.start : stretch.end]
        now = _now(field, bookmark, words, numbers, shown) if bookmark else None
        target = positions[id(bookmark.first)] if bookmark else None
        exists = bookmark is not None or field.name.casefold() in made
        told.append(
            CrossReference(position, stretch.start, stretch.end, field.kind, field.name, exists, target, shown, now)
        )
    return tuple(told)


def _fields(stories: Sequence[Story]) -> Iterator[tuple[int, Story, Words, Stretch, _Field]]:
    position = 0
    for story in stories:
        for words in story.words:
            for stretch in words.stretches:
                field = _parsed(stretch.value) if stretch.kind == "field" else None
                if field is not None:
                    yield position, story, words, stretch, field
            position += 1


def _parsed(instruction: str) -> _Field | None:
    kind, _, rest = instruction[:_LONGEST].partition(" ")
    if kind.upper() not in _KINDS:
        return None
    tokens = [token.strip('"') for token in _TOKEN.findall(rest)]
    name = next((token for token in tokens if not token.startswith("\\")), "")
    switches = {token[1:].strip().casefold() for token in tokens if token.startswith("\\")}
    formats = {switch[1:].strip() for switch in switches if switch.startswith("*")}
    case = next((one for one in (*_CASES, "firstcap") if one in formats), "")
    return _Field(_KINDS[kind.upper()], name, frozenset(switches), case) if name else None


def _made_by_fields(package: Package, stories: Sequence[Story]) -> set[str]:
    """The bookmarks that SET and ASK fields make, which stand nowhere."""
    made = set()
    for part in dict.fromkeys(story.part for story in stories):
        for words in package.tree(part).iter(W + "instrText"):
            named = _SET.match(words.text or "")
            if named:
                made.add(named[1].casefold())
    return made


def _now(field: _Field, bookmark: Bookmark, words: Words, numbers: dict[int, ListContext], shown: str) -> str | None:
    """What a renewed field would show; None for pages, positions and notes, which only Word's layout tells."""
    if field.kind != "REF" or field.switches & {"p", "f"}:
        return None
    if field.switches & {"n", "r", "w"}:
        return _number(field, bookmark, words, numbers, shown)
    if bookmark.first is not bookmark.last:
        return None
    text = bookmark.first.text[bookmark.start : bookmark.end]
    if field.case == "firstcap":
        return text[:1].upper() + text[1:]
    return _CASES.get(field.case, str)(text)


def _number(field: _Field, bookmark: Bookmark, words: Words, numbers: dict[int, ListContext], shown: str) -> str:
    context, index = numbers[id(bookmark.first)], bookmark.first.index
    own, full = context.own(index), context.full(index)
    if "n" in field.switches:
        expected = [own]
    elif "w" in field.switches:
        expected = [full]
    else:  # where Word counts from is not always told by the paragraph of the field: any of the three is up to date
        near = context.relative(index, words.index) if numbers[id(words)] is context else full
        expected = [near, full, own]
    if "t" in field.switches:
        expected = [_without_words(number) for number in expected]
    return next((number for number in expected if _alike(number, shown)), expected[0])


def _without_words(number: str) -> str:
    """ "Section 1.01" as "1.01": only figures and what divides them."""
    return re.sub(r"^[^\W\d_]{2,}\s+|[第条項号]", "", number)


def _alike(number: str, shown: str) -> bool:
    return number.split() == shown.split()

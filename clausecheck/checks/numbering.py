"""DRF-09: numbers that jump or come twice, among clauses and among the items of a sentence."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from ..model import Clause, Fault, Look, Place
from .labels import number, stands

_MARK = re.compile(r"(?<![\w)(.])\((?P<letter>[a-z])\)(?=\s)")
_REFERS = re.compile(
    r"(?i)(?:clause|section|article|paragraph|item|sub-?clause|sub-?section|subparagraph|and|or|to)\s*$"
)
_RESERVED = re.compile(r"(?i)\breserved\b|\bintentionally (?:left blank|omitted|deleted)\b|\bnot used\b|\bdeleted\b")
_SERIES, _MOST = 3, 2  # clauses that make a series; oddities in one series beyond which it was not read rightly
_QUOTED = 80
_CLOSE = 4  # characters between "(f)" and "(i)" of one item


def check(look: Look) -> Iterable[Fault]:
    """Gaps and doubles, the clauses first."""
    body = "\n".join(paragraph.text for paragraph in look.draft.body if not paragraph.contents)
    for siblings in _families(look):
        yield from _series(look, body, siblings)
    for position, paragraph in enumerate(look.draft.body):
        if not paragraph.contents:
            yield from _items(position, paragraph.text)


def _families(look: Look) -> list[list[Clause]]:
    """Numbered clauses under one heading, in their order, schedules apart."""
    families: dict[tuple[int | None, bool, int], list[Clause]] = defaultdict(list)
    for clause in look.draft.clauses:
        bare = number(clause.label)
        if bare and "(" not in bare:
            families[clause.parent, clause.schedule, bare.count(".")].append(clause)
    return list(families.values())


def _series(look: Look, body: str, siblings: Sequence[Clause]) -> Iterator[Fault]:
    last = [int(number(clause.label).rpartition(".")[2] or 0) for clause in siblings if _last(clause)]
    if len(last) != len(siblings) or len(last) < _SERIES:
        return
    odd = [n for n in range(1, len(last)) if last[n] != last[n - 1] + 1]
    if not odd or len(odd) > _MOST or len(odd) * 2 > len(last) - 1:
        return
    for n in odd:
        fault = _oddity(look, body, siblings[n - 1], siblings[n], last[n - 1], last[n], set(last))
        if fault is not None:
            yield fault


def _last(clause: Clause) -> bool:
    return number(clause.label).rpartition(".")[2].isdigit()


def _oddity(
    look: Look, body: str, before: Clause, clause: Clause, one: int, other: int, all_: set[int]
) -> Fault | None:
    place = _start(look, clause)
    if other == one and look.draft.body[clause.first].text.startswith(f"{clause.label}A"):
        return None  # "12.3A" stands behind 12.3
    if other == one:
        return Fault(
            f"The number {clause.label} comes twice. Number one of the two anew.", (place, _start(look, before))
        )
    lost = [n for n in range(one + 1, other) if n not in all_]
    above = number(clause.label).rpartition(".")[0]
    lost_labels = [f"{above}.{n}" if above else str(n) for n in lost]
    if other < one or not lost or any(stands(body, label) for label in lost_labels):
        return None
    passage = look.draft.body[before.last].text + look.draft.body[clause.first].text
    if _RESERVED.search(passage) or len(lost) > 2:
        return None
    which = " and ".join(lost_labels)
    are = "is" if len(lost) == 1 else "are"
    return Fault(
        f"The numbers jump from {before.label} to {clause.label}: {which} {are} missing. "
        "Check whether a clause was lost, then number on.",
        (place,),
    )


def _start(look: Look, clause: Clause) -> Place:
    """The number and the first words of a clause."""
    paragraph = look.draft.body[clause.first]
    end = max(paragraph.heading_end, paragraph.typed)
    if not end:
        end = min(len(paragraph.text), _QUOTED)
    return Place(clause.first, 0, min(end or _QUOTED, len(paragraph.text)))


def _items(position: int, text: str) -> Iterator[Fault]:
    """ "(a) …, (b) … or (d) …" in one paragraph."""
    marks = [
        m
        for m in _MARK.finditer(text)
        if not _REFERS.search(text[: m.start()].rstrip(" ,")[-14:] + " ") or _is_item(text, m)
    ]
    letters = [m["letter"] for m in marks]
    if letters[:2] != ["a", "b"]:
        return
    for before, here in pairwise(marks[1:]):
        step = ord(here["letter"]) - ord(before["letter"])
        if _nested(text, before, here):
            return
        if step in (2, 3) and here["letter"] not in letters[: marks.index(here)]:
            lost = chr(ord(before["letter"]) + 1)
            end = min(len(text), here.end() + 30)
            yield Fault(
                f"The items jump from ({before['letter']}) to ({here['letter']}): ({lost}) is missing. "
                "Check whether an item was lost.",
                (Place(position, before.start(), text.rfind(" ", here.end(), end) if end < len(text) else end),),
            )
            return
        if step != 1:
            return


def _nested(text: str, before: re.Match[str], here: re.Match[str]) -> bool:
    """ "(f) (i) …, (ii) …": the item has items of its own."""
    return here["letter"] in "iv" and ("(ii)" in text[here.end() :] or here.start() - before.end() < _CLOSE)


def _is_item(text: str, mark: re.Match[str]) -> bool:
    """ "and (b)", "or (d)" between items; "clause 2 and (b)" is none."""
    before = text[: mark.start()].rstrip()
    return before.endswith((" and", " or", ",", ";", ":"))

"""The parties' roles: licensor, licensee, both in a cross-licence, or other where nothing says so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .grants import EXCLUSIVE, MINOR, USE, Grant

_LICENSORS = re.compile(r"(?i)^(?:licensors?|franchisor|grantor)$")
_LICENSEES = re.compile(r"(?i)^(?:licensees?|franchisee|grantee|master licensee)$")
_GIVERS = re.compile(
    r"(?i)^(?:the )?(?:owner|provider|vendor|university|institute|institution|developer|supplier|inventor|author"
    r"|content provider|proprietor)$"
)
_TAKERS = re.compile(
    r"(?i)^(?:the )?(?:customer|client|distributor|reseller|user|end user|subscriber|manufacturer|purchaser|dealer)$"
)
_COUNTERPART = {"licensor": "licensee", "licensee": "licensor", "": ""}


def roles(names: Sequence[tuple[str, ...]], found: Sequence[Grant], licensing: bool) -> list[str]:
    """Each party's role: by being called Licensor or Licensee, else by the grants, else by a telling name.

    ``licensing``: the text speaks of licences often enough for a telling name ("Customer") to say something.
    """
    called = [_called(own, _LICENSORS, _LICENSEES) for own in names]
    given = _by_grants(len(names), found)
    if len(names) == 2 and any(called):
        given = ["", ""]  # "Licensee" names the other one too, whatever is licensed back
    chosen = [name or grant for name, grant in zip(called, given, strict=True)]
    if licensing and not any(chosen):
        chosen = [_called(own, _GIVERS, _TAKERS) for own in names]
    if len(chosen) == 2 and "both" not in chosen:  # where one of two parties gives, the other takes
        first, second = chosen
        chosen = [first or _COUNTERPART[second], second or _COUNTERPART[first]]
    return [role or "other" for role in chosen]


def main(found: Sequence[Grant], parties: int) -> list[Grant]:
    """The grants that say who licenses to whom, the strongest kind that there is.

    Grants that name both sides go before those that name one, those before a mere right of use; a main licence before
    a minor one. Where one way runs an exclusive licence and the other way none, the other way is a licence back.
    """
    whole = [g for g in found if g.clear and (g.mutual or (g.givers and (g.takers or parties == 2)))]
    partial = [grant for grant in found if grant not in whole]
    said, used = [g for g in partial if g.kind != USE], [g for g in partial if g.kind == USE]
    for group in (whole, said, used):
        licences = [grant for grant in group if grant.kind != MINOR]
        exclusive = [grant for grant in licences if grant.kind == EXCLUSIVE]
        if exclusive:
            givers = {giver for grant in exclusive for giver in grant.givers}
            return [grant for grant in licences if grant in exclusive or grant.mutual or givers & set(grant.givers)]
        if licences or group:
            return licences or group
    return []


def _called(own: tuple[str, ...], givers: re.Pattern[str], takers: re.Pattern[str]) -> str:
    if any(givers.match(name) for name in own):
        return "licensor"
    return "licensee" if any(takers.match(name) for name in own) else ""


def _by_grants(count: int, found: Sequence[Grant]) -> list[str]:
    everybody = set(range(count))
    gives, takes = set[int](), set[int]()
    for grant in main([g for g in found if g.mutual or g.givers or g.takers], count):
        givers = everybody if grant.mutual else set(grant.givers)
        takers = everybody if grant.mutual else set(grant.takers)
        if count == 2:
            givers, takers = givers or everybody - takers, takers or everybody - givers
        gives |= givers
        takes |= takers
    return [_role(i in gives, i in takes) for i in range(count)]


def _role(gives: bool, takes: bool) -> str:
    if gives and takes:
        return "both"
    return "licensor" if gives else "licensee" if takes else ""

"""Which stance of a clause to write: our own on our paper, one that both sides can accept on theirs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..model import Position, Rule, Settings

OTHER = {"licensor": "licensee", "licensee": "licensor"}


@dataclass(frozen=True, slots=True)
class Choice:
    """A stance, and why in one line."""

    stance: str
    why: str


def choose(rule: Rule, offered: Sequence[str], settings: Settings) -> Choice:
    """The best of the offered stances for that side and paper; the first offered where no rule helps."""
    ours = ladder(rule, settings.side)
    if settings.side == "neutral":
        shared = _middle(rule)
    else:
        shared = [stance for stance in ours if stance in ladder(rule, OTHER[settings.side])]
    for_whom = "neither party" if settings.side == "neutral" else settings.side.capitalize()
    if not any((position.prefer, *position.accept) != ("",) for position in rule.sides.values()):
        return Choice(offered[0], f"Written for {for_whom}; one wording serves both sides.")
    if settings.paper == "theirs" or settings.side == "neutral":
        stance = _first(shared, offered)
        if stance:
            return Choice(stance, f"Written for {for_whom}: {plain(stance)}, a stance that both sides can accept.")
    stance = _first(ours, offered) or offered[0]
    return Choice(stance, f"Written for {for_whom}: {plain(stance)}.")


def ladder(rule: Rule, side: str) -> list[str]:
    """The stances that a side accepts, the best for it first."""
    if side == "neutral" and side not in rule.sides:
        return _middle(rule)
    position = rule.sides.get(side, Position())
    return list(dict.fromkeys(stance for stance in (position.prefer, *position.accept) if stance))


def plain(stance: str) -> str:
    """The stance in words."""
    return stance.replace("_", " ")


def _middle(rule: Rule) -> list[str]:
    """What both sides accept, the least remote from either's preference first."""
    theirs = ladder(rule, "licensee")
    ranks = {stance: i + theirs.index(stance) for i, stance in enumerate(ladder(rule, "licensor")) if stance in theirs}
    return sorted(ranks, key=lambda stance: ranks[stance])


def _first(wanted: Sequence[str], offered: Sequence[str]) -> str:
    return next((stance for stance in wanted if stance in offered), "")

"""What a party may do in one sentence and must not do in another, neither of them with an exception."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..model import Fault, Look, Place
from .defined import folded
from .prose import Sentence, cited, place, sentences

_MODAL = re.compile(
    r"\b(?P<modal>may|shall|will|must|can)\s+(?P<not>not\s+)?(?:also\s+|at any time\s+|only\s+)?"
    r"(?P<verb>grant sublicen[cs]es?|sublicen[cs]e|[a-z]{3,14})\b(?P<object>[^.;:]{0,80})"
)
_LET = re.compile(
    r"\b(?P<not>no|without the|without any|the)\s+right to (?P<verb>grant sublicen[cs]es?|sublicen[cs]e)\b"
)
# A ban that says for what it does not hold bans nothing that another clause allows.
_QUALIFIED = re.compile(
    r"(?i)\b(?:except|unless|without|other than|save|until|only|subject to|provided|as (?:expressly |otherwise )?"
    r"(?:permitted|provided|set|stated|allowed)|(?:permitted|authori[sz]ed|allowed) (?:by|under|in)|in accordance with"
    r"|pursuant to|to the extent|if|where|when|for any purpose|during|before|after|more than"
    r"|in (?:a|any) (?:manner|way))\b"
)
_SUBLICENSE = "sublicense"
# Objects by which a ban on sublicensing means the licence itself.
_WHOLE = re.compile(
    r"(?i)^\s*(?:,|or\b|and\b|it\b|them\b|the licen[cs]e|the rights?\b|any (?:of (?:its|the) )?rights?\b|this\b"
    r"|its\b|to\b|$)"
)
_STOP = frozenset(["the", "a", "an", "any", "all", "its", "their", "such", "of", "or", "and", "to"])
_COMPARED = 3  # words of the object that must be alike
_VERBS = frozenset(["assign", "transfer", "disclose", "sell", "use", "terminate", "modify", "export", "copy", "pledge"])


@dataclass(frozen=True, slots=True)
class _Act:
    """Who may or must not do what."""

    who: str  # licensor, licensee
    what: tuple[str, ...]  # verb and object
    allowed: bool
    where: Place


def bans_against_permissions(look: Look) -> Iterator[Fault]:
    """Each act that one sentence allows a party and another bans without exception; both quoted, the ban first."""
    allowed: dict[tuple[str, tuple[str, ...]], _Act] = {}
    banned: dict[tuple[str, tuple[str, ...]], _Act] = {}
    for act in _acts(look):
        (allowed if act.allowed else banned).setdefault((act.who, act.what), act)
    for name, ban in banned.items():
        permission = allowed.get(name)
        if permission is not None:
            one, other = cited(look, permission.where), cited(look, ban.where)
            where = f" ({one} allows it, {other} bans it)" if one and other and one != other else ""
            yield Fault(
                f"The {ban.who} may {' '.join(ban.what)} and must not{where}. "
                "Decide which is meant, and make the other an exception.",
                (ban.where, permission.where),
                key=" ".join((ban.who, *ban.what)),
            )


def _acts(look: Look) -> Iterator[_Act]:
    bearers = {name: role for role in ("licensor", "licensee") for name in look.reading.names(role)}
    for sentence in sentences(look, "operative"):
        for match in _MODAL.finditer(sentence.text):
            act = _act(look, sentence, match, bearers)
            if act is not None:
                yield act


def _act(look: Look, sentence: Sentence, match: re.Match[str], bearers: dict[str, str]) -> _Act | None:
    who = _bearer(sentence.text[: match.start()], bearers)
    banned = bool(match["not"])
    if not who or (not banned and match["modal"] not in ("may", "can")):
        return None
    if banned and _QUALIFIED.search(sentence.text):
        return None
    verb = match["verb"].split()
    if verb[-1].startswith("sublicen"):
        if banned and not _WHOLE.match(match["object"]):
            return None
        what: tuple[str, ...] = (_SUBLICENSE,)
    elif verb[0] in _VERBS:
        words = [folded(word) for word in re.findall(r"[A-Za-z-]+", match["object"])]
        head = [word for word in words if word not in _STOP][:_COMPARED]
        if len(head) < _COMPARED:
            return None
        what = (verb[0], *head)
    else:
        return None
    start = sentence.start + match.start("modal")
    end = sentence.start + match.end("verb")
    return _Act(who, what, not banned, place(look.reading, start, end + len(match["object"].rstrip())))


def _bearer(before: str, bearers: dict[str, str]) -> str:
    """The party whose name stands directly before the modal verb."""
    before = before.rstrip()
    return next((role for name, role in bearers.items() if before.endswith(name)), "")

"""What people decided about findings: replies in Word, waivers in the deal's file, comments merely resolved."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from unicodedata import normalize

from ..model import Deal, EarlierRemark, Finding, Reply, Waiver

_ACCEPTED = re.compile(r"\s*(?:accepted\b|承諾|了承)\s*(?:[:：\-‐-―－](.*))?", re.IGNORECASE | re.DOTALL)
_RESOLVED = "Its comment was resolved in Word, but the finding stands: it stays open."


def settle(
    findings: Iterable[Finding], earlier: Sequence[EarlierRemark], deal: Deal, today: str
) -> tuple[Finding, ...]:
    """The findings, each waived or with the history that keeps it open; ``today`` is an ISO date."""
    ours = {_folded(name) for name in deal.people}
    return tuple(_settled(finding, earlier, deal.waivers, ours, today) for finding in findings)


def _settled(
    finding: Finding, earlier: Iterable[EarlierRemark], waivers: Iterable[Waiver], ours: set[str], today: str
) -> Finding:
    history: list[str] = []
    for waiver in waivers:
        if finding.code == waiver.code or finding.fingerprint == waiver.fingerprint:
            if not waiver.until or today <= waiver.until:
                return replace(finding, waived=_by_file(waiver))
            by = f" by {waiver.by}" if waiver.by else ""
            history.append(f"The waiver{by} (“{waiver.reason}”) ended on {waiver.until}.")
    for remark in (one for one in earlier if finding.was_told_in(one)):
        for reply, reason in _acceptances(remark if remark.leads == finding.code else None):
            if reason and _folded(reply.author) in ours:
                return replace(finding, waived=f"{reason} ({_who(reply)})")
            history.append(_why_not(reply, ours))
        if remark.resolved:
            history.append(_RESOLVED)
    return replace(finding, history=" ".join(dict.fromkeys(history))) if history else finding


def _acceptances(remark: EarlierRemark | None) -> Iterator[tuple[Reply, str]]:
    """The replies that say "accepted", each with its reason."""
    for reply in remark.replies if remark else ():
        if found := _ACCEPTED.match(reply.text):
            yield reply, " ".join((found[1] or "").split())


def _why_not(reply: Reply, ours: set[str]) -> str:
    if _folded(reply.author) in ours:
        return f"A reply by {reply.author} says accepted, but gives no reason: write “accepted: reason”."
    name = " ".join(reply.author.split()) or "somebody unnamed"
    return f"A reply by {name} says accepted; {name} is not named among our people."


def _who(reply: Reply) -> str:
    try:
        return f"{reply.author}, {date.fromisoformat(reply.date[:10]).isoformat()}"
    except ValueError:
        return reply.author


def _by_file(waiver: Waiver) -> str:
    known = ", ".join(part for part in (waiver.by, f"until {waiver.until}" if waiver.until else "") if part)
    return f"{waiver.reason} ({known})" if known else waiver.reason


def _folded(name: str) -> str:
    return " ".join(normalize("NFKC", name).casefold().split())

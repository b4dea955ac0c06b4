"""How the draft itself speaks: what it calls the parties and itself, and how it cites."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from ..model import Draft, Party, Reading

PRONOUNS = {"we", "us", "our", "you", "your", "i"}  # of letter licences: no subject for "hereby grants"
PAPER = re.compile(r"\bthis ((?:[A-Z]\w+ )?Agreement|Contract|Deed|License|Licence|[Ll]etter)\b")
CITED = re.compile(r"(?<!\n)\b([Ss]ection|[Cc]lause|[Aa]rticle|[Pp]aragraph)s?[ \u00a0]\d")  # in a line: no heading
PARTY_WORD = re.compile(r"\b(?<!third\s)(?<!third-)(part)(?:y|ies)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Usage:
    """The draft's own way of speaking, for text that is to stand in it."""

    licensor: str  # as it stands within a sentence: "Licensor", "the Licensee", "Hokuto"
    licensee: str
    agreement: str  # "this Agreement"
    clause: str  # Section, clause, Article …
    spelling: str  # us, gb
    modal: str  # shall, will
    capital_party: bool  # "either Party" rather than "either party"
    curly: bool  # “quotes” rather than "quotes"
    unnamed: tuple[str, ...]  # roles for which the draft names nobody
    mutual: bool  # a cross-licence: both parties license


def usage(reading: Reading) -> Usage:
    """Read the usage from the draft; where it shows none, that of an American or British firm."""
    said = _said(reading.draft)
    licensor, licensee = _parties(reading)
    return Usage(
        licensor=_named(licensor, "Licensor", said),
        licensee=_named(licensee, "Licensee", said),
        agreement=f"this {_most(PAPER, said, 'Agreement')}",
        clause=_most(CITED, said, "clause" if reading.spelling == "gb" else "Section"),
        spelling=reading.spelling,
        modal=reading.modal,
        capital_party=_capital_party(said),
        curly=said.count("\u201c") >= said.count('"'),
        unnamed=tuple(
            role for role, party in (("Licensor", licensor), ("Licensee", licensee)) if not (party and party.names)
        ),
        mutual=any(party.role == "both" for party in reading.parties),
    )


def _said(draft: Draft) -> str:
    return "".join(f"\n{paragraph.text}" for paragraph in draft.body)


def _parties(reading: Reading) -> tuple[Party | None, Party | None]:
    """Two different parties, in a cross-licence too."""
    licensor = next((p for p in reading.parties if p.role in ("licensor", "both")), None)
    licensee = next((p for p in reading.parties if p.role in ("licensee", "both") and p is not licensor), None)
    return licensor, licensee


def _named(party: Party | None, role: str, said: str) -> str:
    """The first name that is no pronoun, with "the" where the draft mostly says it."""
    names = [*party.names, party.name] if party else []
    name = next((name for name in names if name and name.lower() not in PRONOUNS), role)
    called = len(re.findall(rf"\b{re.escape(name)}\b", said))
    with_the = len(re.findall(rf"\bthe\s{re.escape(name)}\b", said, re.IGNORECASE))
    return f"the {name}" if with_the * 2 > called else name


def _most(pattern: re.Pattern[str], said: str, default: str) -> str:
    found = Counter(pattern.findall(said)).most_common(1)
    return found[0][0] if found else default


def _capital_party(said: str) -> bool:
    letters = Counter(match[1][0] for match in PARTY_WORD.finditer(said))
    return letters["P"] > letters["p"]

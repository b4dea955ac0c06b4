"""What the language stage hands on: the draft's text as tokens, with what its words are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .draft import Draft

OPERATIVE = "operative"
TopClause = tuple[str, int]  # a top-level clause or a paragraph outside all clauses, and which


@dataclass(frozen=True, slots=True)
class Unit:
    """What a phrase is sought in: a sentence, or an item of an enumeration read behind its lead-in.

    ``ranges`` are half-open token ranges of ``Reading.doc`` in reading order; the last but any tail is the unit's own
    words, those before it the lead-ins. ``own`` says which range that is.
    """

    ranges: tuple[tuple[int, int], ...]
    own: int
    paragraph: int  # position in Draft.paragraphs of the unit's own words
    clause: int | None  # position in Draft.clauses of the innermost clause that holds them
    role: str  # operative, recital, heading, contents, definition, aside, struck, note, furniture, signature
    operative: bool  # counts as evidence: operative text, or a definition that operative text uses
    term: str = ""  # the term that a definition defines

    def counts(self, recitals: bool) -> bool:
        """Whether its words are evidence: operative text, and with ``recitals`` what opens the paper."""
        return self.operative or (recitals and self.role == "recital")


@dataclass(frozen=True, slots=True)
class Place:
    """Words in one paragraph: where something was read. ``start`` and ``end`` are code points of its accepted text."""

    paragraph: int  # position in Draft.paragraphs
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Party:
    """A party to the draft, under the names that the draft gives it."""

    name: str  # "Hokuto Cell Systems Co., Ltd."
    names: tuple[str, ...]  # what the draft calls it, the most used first: "Licensor", "Hokuto", "we"
    role: str  # licensor, licensee, both (cross-licence), other
    country: str  # ISO 3166 alpha-2 in lower case, empty where the draft does not say
    evidence: Place | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """A defined term and where it is defined."""

    name: str
    how: str  # quoted, bold, parenthesis, table
    evidence: Place  # the term's own words
    definition: Place  # the words that say what it means (the sentence)


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference to a clause or schedule of this draft, or ``foreign`` to a statute or another agreement."""

    evidence: Place
    target: str  # "9(a)(ii)", "Schedule 2"
    foreign: bool = False


@dataclass(frozen=True, slots=True)
class Located:
    """A value read from the draft, with the words that say so."""

    value: str
    evidence: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A draft that was read: one spaCy Doc over all stories, its units, and what stands where.

    Slots are ``doc.spans[name]`` (duration, money, percent, date, patent_number, section, blank, redacted, count,
    licensor, licensee, party); each span's ``_.value`` is its normalised value. Every paragraph's text is unchanged in
    length, so that ``doc`` offset - ``starts[i]`` = offset in ``draft.paragraphs[i].text``.
    """

    draft: Draft
    language: str
    doc: Any
    starts: tuple[int, ...]  # offset in doc.text of each of draft.paragraphs
    tokens: tuple[tuple[int, int], ...]  # half-open token range of each of draft.paragraphs
    units: tuple[Unit, ...]
    parties: tuple[Party, ...] = ()
    terms: tuple[Term, ...] = ()
    references: tuple[Reference, ...] = ()
    places: Mapping[str, tuple[Located, ...]] = field(default_factory=dict)  # law, payer, payee, exporter, patents, …
    subjects: tuple[str, ...] = ()  # patents, know_how, software, trademarks, content, data
    modal: str = "shall"  # the verb of duty that the draft uses: shall or will
    spelling: str = "us"  # us: license; gb: licence

    def top_clause(self, unit: int) -> TopClause:
        """The top-level clause that holds a unit; its paragraph where the draft has no clauses there."""
        found, clauses = self.units[unit], self.draft.clauses
        if found.clause is None:
            return ("paragraph", found.paragraph)
        top = found.clause
        while (parent := clauses[top].parent) is not None:
            top = parent
        return ("clause", top)

    def names(self, role: str) -> tuple[str, ...]:
        """What the draft calls the party of that role; the role's own word where the draft has no name for it."""
        found = [name for party in self.parties if party.role in (role, "both") for name in party.names]
        return tuple(found) or (role.capitalize(),)

"""DRF-04: references to a clause that is not there, under a wrong caption, or whose field Word has not renewed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from rapidfuzz.fuzz import token_set_ratio

from ..model import Clause, Fault, Look, Place, Reference
from .labels import base, body_clauses, number, stands
from .prose import words

_CAPTION = re.compile(r"\A\s*\((?P<caption>[A-Z][A-Za-z,&' -]{3,60})\)")
_KIND = re.compile(r"(?i)^(?:section|article|clause|paragraph|§)\s*")
_NUMBER = re.compile(r"\d[\d.]*(?<=\d)|\b[IVXLC]+\b")
_ITEM = re.compile(r"\(([a-z]{1,4}|\d{1,2})\)")
_SPOKEN = re.compile(r"(?i)(?:subject|except|provided|including|other|as|without|if|and|or|the)\b")
_AMENDED = re.compile(r"\A(?:\s*,?\s*and\s+[\w.()]+)?\s+(?:of|to|in)\s+the\s+[\w\s]{0,20}Agreement\b")
_BROKEN = re.compile(r"Error! (?:Reference source|Bookmark|No bookmark)[^.;]{0,40}\.?", re.IGNORECASE)
_STATUTE = re.compile(
    r"\A(?:\(\w+\))*,?\s*(?:of|in|under|to)\s+(?:the\s+)?(?!this\b)(?:[A-Z][A-Z.&]{2,}\b|U\.S\.)|\A\s*-\s*\d"
)
_BEFORE_STATUTE = re.compile(r"(?:C\.?\s?F\.?\s?R\.?|U\.?\s?S\.?\s?C\.?|Reg(?:ulation)?s?\.?)[^.;]{0,30}\Z")
_READABLE = 0.8  # share of references that must lead somewhere; below it, the numbers of the draft were not read
_FEWEST = 5  # numbered clauses
_FRONT = 600  # characters in which an amendment calls itself so
_BEYOND_BELOW = 30  # and a sub-clause above twice those that the clause has and these
_BEYOND = 5  # a number above twice the last clause and these is of a statute
_SAME, _OTHER = 80, 50  # likeness of two captions, of 100


def check(look: Look) -> Iterable[Fault]:
    """Broken fields first, then what refers to nothing or to something else."""
    yield from _broken(look)
    numbered = _Numbered(look)
    if not numbered.readable():
        return
    told: dict[str, Fault] = {}
    for reference in numbered.references:
        fault = numbered.fault(reference)
        if fault is not None:
            first = told.get(fault.message, fault)
            told[fault.message] = replace(first, evidence=tuple(dict.fromkeys((*first.evidence, *fault.evidence))))
    yield from told.values()


def _broken(look: Look) -> Iterator[Fault]:
    """Results of fields that say "Error!", and such that show another number than they would."""
    for position, paragraph in enumerate(look.draft.paragraphs):
        for found in _BROKEN.finditer(paragraph.text):
            before = paragraph.text[: found.start()].split()[-2:]
            start = found.start() - len(" ".join(before)) - 1 if before else found.start()
            yield Fault(
                "A cross-reference is broken: Word found nothing to refer to. Say which clause is meant.",
                (Place(position, max(0, start), found.end()),),
            )
    for field in look.draft.cross_references:
        if field.stale and field.kind == "REF" and field.exists and not _BROKEN.search(field.shown):
            yield Fault(
                f"The reference shows “{field.shown}”, but what it points to is now “{field.now}”. "
                "Update the fields in Word (Ctrl+A, F9) and check each reference.",
                (Place(field.paragraph, field.start, field.end),),
            )


class _Numbered:
    """The numbered clauses of a draft, and the references to them."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._body = "\n".join(paragraph.text for paragraph in look.draft.body if not paragraph.contents)
        self._amends = "amendment" in f"{look.draft.title} {self._body[:_FRONT]}".lower()
        self._known: dict[str, list[Clause]] = defaultdict(list)
        for bare, clause in body_clauses(look.draft):
            self._known[bare].append(clause)
        self._below: dict[str, int] = defaultdict(int)  # numbered sub-clauses of each number
        for bare in self._known:
            above = bare.rpartition(".")[0]
            if above:
                self._below[above] += 1
        self.references = [r for r in look.reading.references if not r.foreign and number(r.target)]

    def readable(self) -> bool:
        """Whether the numbers of this draft can be trusted."""
        if len(self._known) < _FEWEST or not self.references:
            return False
        led = sum(base(number(one.target)) in self._known for one in self.references)
        return led >= _READABLE * len(self.references) or len(self.references) - led <= 2

    def fault(self, reference: Reference) -> Fault | None:
        """What is wrong with a reference, if anything."""
        bare = number(reference.target)
        if self._in_schedule(reference.evidence) or self._in_statute(reference, bare):
            return None
        bare_base = base(bare)
        if bare_base not in self._known and bare_base.rstrip("abcdefghijABCDEFGHIJ") not in self._known:
            return self._missing(reference, bare_base)
        return self._elsewhere(reference, bare) or self._miscaptioned(reference, bare) or self._no_item(reference, bare)

    def _missing(self, reference: Reference, bare: str) -> Fault | None:
        above, top = bare.rpartition(".")[0], bare.partition(".")[0]
        if above and above in self._known and not self._below[above]:
            return None  # sub-clauses that carry no number that we could read
        if top in self._known and above not in self._known:
            return None
        last = bare.rpartition(".")[2]
        if above and last.isdigit() and self._below[above] >= int(last):
            return None  # some of them were read under other numbers
        if stands(self._body, bare) or self._is_of_the_amended(reference):
            return None
        said = words(self._look.reading, reference.evidence)
        return Fault(
            f"{said} does not exist{self._last(above, top)}. Say which clause is meant.{self._like(reference)}",
            (self._around(reference.evidence),),
            severity=None if self._counted_by_word() else "note",  # typed numbers are too often there, unread
            key=said,
        )

    def _counted_by_word(self) -> bool:
        """Nearly all numbers are Word's own, so that no clause can stand there unread."""
        firsts = [self._look.draft.body[c.first] for clauses in self._known.values() for c in clauses]
        return sum(bool(p.number) and not p.typed for p in firsts) >= _READABLE * len(firsts)

    def _is_of_the_amended(self, reference: Reference) -> bool:
        """ "Section 7 of the Agreement", said in an amendment to it."""
        behind = self._text(reference.evidence)[reference.evidence.end :]
        return self._amends and _AMENDED.match(behind) is not None

    def _in_statute(self, reference: Reference, bare: str) -> bool:
        """A number far beyond the draft's own, or one beside the name of a statute, is none of this draft."""
        place, text = reference.evidence, self._text(reference.evidence)
        if _STATUTE.match(text[place.end :]) or _BEFORE_STATUTE.search(text[max(0, place.start - 60) : place.start]):
            return True
        top, tops = base(bare).partition(".")[0], [int(one) for one in self._known if one.isdigit()]
        here = self._before(place).rstrip().lower().endswith("this")
        above, _, last = base(bare).rpartition(".")
        if last.isdigit() and above and int(last) > 2 * self._below.get(above, 0) + _BEYOND_BELOW:
            return True
        return not here and top.isdigit() and int(top) > 2 * max(tops, default=0) + _BEYOND

    def _last(self, above: str, top: str) -> str:
        if above in self._known:
            return f": clause {above} has {self._below[above]} sub-clauses"
        tops = [int(one) for one in self._known if one.isdigit()]
        return f": the last clause is {max(tops)}" if tops and top.isdigit() and int(top) > max(tops) else ""

    def _elsewhere(self, reference: Reference, bare: str) -> Fault | None:
        """ "this Section 7" that stands in another one."""
        before = self._before(reference.evidence).rstrip().lower()
        here = self._number_of(reference.evidence)
        if not before.endswith("this") or not here:
            return None
        if (base(here) + ".").startswith(base(bare) + ".") or here.startswith(bare):
            return None
        if "." in bare and "." not in here:
            return None  # numbered paragraphs below a section whose own number was not read
        said = words(self._look.reading, reference.evidence)
        if said.lower().startswith("article") and not self._is_article(reference.evidence):
            return None
        return Fault(
            f"“this {said}” stands in clause {here}. Say which of the two is meant.",
            (self._around(reference.evidence),),
            severity="note",  # too often the clause is there, unread: see docs/accuracy.md
            key=said,
        )

    def _is_article(self, place: Place) -> bool:
        at = self._clause_at(place)
        while at is not None:
            clause = self._look.draft.clauses[at]
            if clause.label.lower().startswith("article"):
                return True
            at = clause.parent
        return False

    def _miscaptioned(self, reference: Reference, bare: str) -> Fault | None:
        """ "Section 8 (Confidentiality)" where 8 has another heading."""
        behind = self._text(reference.evidence)[reference.evidence.end :]
        named = _CAPTION.match(behind)
        headings = [clause.heading for clause in self._known[base(bare)] if clause.heading]
        if named is None or not headings or bare != base(bare):
            return None
        caption = named["caption"]
        if _SPOKEN.match(caption):
            return None
        if any(token_set_ratio(caption.lower(), heading.lower()) > _OTHER for heading in headings):
            return None
        meant = self._captioned(caption)
        if meant is None:
            return None
        end = reference.evidence.end + named.end()
        return Fault(
            f"{words(self._look.reading, reference.evidence)} is headed “{headings[0]}”, not “{caption}”; "
            f"that is {meant.label}. Say which is meant.",
            (here := Place(reference.evidence.paragraph, reference.evidence.start, end),),
            suggestion=self._renumbered(here, meant),
            replaces=here if self._in_body(here) else None,
        )

    def _renumbered(self, place: Place, meant: Clause) -> str:
        """The reference with the number of the clause that is meant: "Section 3 (Confidentiality)"."""
        written = _KIND.sub("", meant.label).rstrip(". ")
        return _NUMBER.sub(written, words(self._look.reading, place), count=1)

    def _in_body(self, place: Place) -> bool:
        return self._look.draft.paragraphs[place.paragraph].story == "body"

    def _captioned(self, caption: str) -> Clause | None:
        """The only clause under such a heading."""
        like = [
            clause
            for clauses in self._known.values()
            for clause in clauses
            if clause.heading and token_set_ratio(caption.lower(), clause.heading.lower()) >= _SAME
        ]
        return like[0] if len(like) == 1 else None

    def _no_item(self, reference: Reference, bare: str) -> Fault | None:
        """ "2.1(d)" where clause 2.1 has items (a) to (c)."""
        items = _ITEM.findall(bare)
        if not items or len(items) > 1 or not items[0].isalpha() or len(items[0]) > 1:
            return None
        said = {found for clause in self._known[base(bare)] for found in _ITEM.findall(self._whole(clause))}
        if items[0] in said or not {"a", "b"} <= said or f"{base(bare)}({items[0]})" in self._known:
            return None
        cited = words(self._look.reading, reference.evidence)
        if cited.startswith("("):
            return None
        return Fault(
            f"{cited} does not exist: clause {base(bare)} has no item ({items[0]}). Say which item is meant.",
            (self._around(reference.evidence),),
            severity="note",
            key=cited,
        )

    def _whole(self, clause: Clause) -> str:
        paragraphs = self._look.draft.body[clause.first : clause.last + 1]
        return "\n".join(f"{p.number} {p.text}" for p in paragraphs)

    def _like(self, reference: Reference) -> str:
        """A clause under the caption that stands behind the reference."""
        named = _CAPTION.match(self._text(reference.evidence)[reference.evidence.end :])
        meant = self._captioned(named["caption"]) if named else None
        return f" “{meant.heading}” is {meant.label}." if meant else ""

    def _in_schedule(self, place: Place) -> bool:
        at = self._clause_at(place)
        return at is not None and self._look.draft.clauses[at].schedule

    def _number_of(self, place: Place) -> str:
        at = self._clause_at(place)
        while at is not None:
            clause = self._look.draft.clauses[at]
            if bare := number(clause.label):
                return bare
            at = clause.parent
        return ""

    def _clause_at(self, place: Place) -> int | None:
        paragraph = self._look.draft.paragraphs[place.paragraph]
        inside = paragraph.story == "body" and paragraph.index < len(self._look.draft.clause_at)
        return self._look.draft.clause_at[paragraph.index] if inside else None

    def _text(self, place: Place) -> str:
        return self._look.draft.paragraphs[place.paragraph].text

    def _before(self, place: Place) -> str:
        return self._text(place)[max(0, place.start - 20) : place.start]

    def _around(self, place: Place) -> Place:
        """The reference with the two words before it, as one finds it again."""
        lead = self._text(place)[: place.start].split()[-2:]
        width = len(" ".join(lead)) + 1 if lead else 0
        return Place(place.paragraph, max(0, place.start - width), place.end)

"""Which definitions count: those whose term operative text uses, directly or through another that it uses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc

from ..model import Unit
from . import english, tokens

Key = tuple[str, ...]


def with_operative(doc: Doc, units: Sequence[Unit]) -> tuple[Unit, ...]:
    """The units, with definitions that operative text relies on and recitals that it makes its own operative."""
    if english.RECITALS_COUNT.search(doc._.text) and any(unit.operative and _says_so(doc, unit) for unit in units):
        units = [replace(unit, operative=True) if unit.role == "recital" else unit for unit in units]
    waiting = [unit for unit in units if unit.role == "definition"]
    if not waiting:
        return tuple(units)
    keys = {term: _key(term) for term in {unit.term for unit in waiting}}
    finder = _Finder(list(map(_form, doc._.texts)), set(keys.values()))
    used = finder.within([unit for unit in units if unit.operative])
    while ready := [unit for unit in waiting if keys[unit.term] in used]:
        waiting = [unit for unit in waiting if keys[unit.term] not in used]
        used |= finder.within(ready)
    return tuple(_relied_on(unit) if unit.role == "definition" and keys[unit.term] in used else unit for unit in units)


def _says_so(doc: Doc, unit: Unit) -> bool:
    begin, end = unit.ranges[unit.own]
    return bool(english.RECITALS_COUNT.search(doc[begin:end].text))


def _relied_on(unit: Unit) -> Unit:
    return replace(unit, operative=True)


def _key(term: str) -> Key:
    """The term's forms; "Customer(s)" is used as "Customer" or "Customers"."""
    return tuple(_form(word) for word in tokens.split(term.replace("(s)", "").replace("(S)", "")))


@cache
def _form(word: str) -> str:
    """The singular in small letters, with a sign for a capital: "Products" is "PRODUCT" and not "product"."""
    lower = word.casefold()
    if lower.endswith("ies") and len(lower) > 4:
        lower = lower[:-3] + "y"
    elif lower.endswith("sses"):
        lower = lower[:-2]
    elif lower.endswith("s") and not lower.endswith("ss") and len(lower) > 2:
        lower = lower[:-1]
    return f"^{lower}" if word[:1].isupper() and lower not in english.SMALL_WORDS else lower


class _Finder:
    """Finds terms in token ranges through their first words."""

    def __init__(self, forms: list[str], keys: set[Key]) -> None:
        self.forms = forms
        self.by_first: dict[str, list[Key]] = {}
        for key in keys:
            self.by_first.setdefault(key[0] if key else "", []).append(key)

    def within(self, units: Sequence[Unit]) -> set[Key]:
        """The terms that stand in these units."""
        found: set[Key] = set()
        for begin, end in {span for unit in units for span in unit.ranges}:
            for i in range(begin, end):
                for key in self.by_first.get(self.forms[i], ()):
                    if tuple(self.forms[i : i + len(key)]) == key:
                        found.add(key)
        return found

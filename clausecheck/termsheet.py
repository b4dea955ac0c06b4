"""What the parties agreed, from a YAML file, and where the draft says something else (``--facts``).

Each fact has a code of its own, so that a waiver can name it: FCT-01 licensor, FCT-02 licensee, FCT-03 effective date,
FCT-04 exclusivity, FCT-05 field, FCT-06 territory, FCT-07 patents, FCT-08 term, FCT-09 payment, FCT-10 term of support,
FCT-11 governing law, FCT-12 forum.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from .language.alike import alike, same_patent, stated_sums, sums
from .model import ClausecheckError, Evidence, Fact, Finding, Reading
from .rulebook.load import shown
from .rulebook.nodes import read_yaml
from .rulebook.validate import require

Agreed = Mapping[str, str | tuple[str, ...]]  # by the name of the fact, as the draft's own facts are named
Stated = Mapping[str, tuple[Fact, ...]]

TITLES = {
    "licensor": "licensor",
    "licensee": "licensee",
    "effective_date": "effective date",
    "exclusivity": "exclusivity",
    "field": "field of use",
    "territory": "territory",
    "patents": "patents",
    "term": "term",
    "payment": "payment",
    "support_term": "term of support",
    "governing_law": "governing law",
    "forum": "disputes",
}
CODES = {name: f"FCT-{number:02}" for number, name in enumerate(TITLES, 1)}
MOST_PASSAGES = 5
_KINDS = ("minimum", "royalt", "annual", "initial", "upfront", "milestone", "renewal", "maintenance", "implementation")
_PARTIES = ("licensor", "licensee")


def load(path: Path) -> Agreed:
    """The facts of a term sheet: a YAML file of a fact a key, each a text or a list of texts.

    Raises:
        ClausecheckError: with file, line and mend: no such file or fact, a value that is no text, no YAML.
    """
    if not path.is_file():
        raise ClausecheckError(f"The term sheet {path} is not there: check its name and place.")
    node, _ = read_yaml(path, shown(path))
    require(node, "TERMS")
    return {name: tuple(value) if isinstance(value, list) else value for name, value in node.plain().items()}


def of_deal(facts: Agreed) -> Agreed:
    """What a deal's own file says of these facts, beside values for clause text."""
    return {name: value for name, value in facts.items() if name in TITLES}


def deviations(agreed: Agreed, reading: Reading, stated: Stated) -> tuple[Finding, ...]:
    """A finding for each fact that the draft states otherwise than agreed, and a note for each that it does not state.

    What can be said in other words, and what cannot be compared, is no deviation.
    """
    found: list[Finding] = []
    for name in TITLES:
        wanted = _listed(agreed.get(name, ()))
        if wanted and name == "patents":
            found += _patents(wanted, stated.get(name, ()))
        elif wanted and name == "payment":
            found += _payment(wanted, stated.get(name, ()), stated_sums(reading))
        elif wanted:
            found += _one(name, wanted, stated.get(name, ()))
    return tuple(found)


def stated(facts: Stated) -> Mapping[str, tuple[Evidence, ...]]:
    """The words that state each fact, by the id of the finding on it."""
    return {_id(name): _passages(found) for name, found in facts.items() if name in TITLES}


def _id(name: str) -> str:
    return f"agreed_{name}"


def _one(name: str, wanted: Sequence[str], facts: Sequence[Fact]) -> Iterator[Finding]:
    if not facts:
        yield _not_stated(name, wanted)
        return
    choices = wanted if name in _PARTIES else ("; ".join(wanted),)
    other = [fact for fact in facts if not any(alike(name, choice, fact.value) for choice in choices)]
    # of several laws each counts; else one statement that fits is enough, for further ones are often of something else
    if len(other) == len(facts) or (other and name == "governing_law"):
        yield _deviation(name, wanted, other)


def _patents(wanted: Sequence[str], facts: Sequence[Fact]) -> Iterator[Finding]:
    if not facts:
        yield _not_stated("patents", wanted)
        return
    lacking = [number for number in wanted if not any(same_patent(number, fact.value) for fact in facts)]
    if lacking:
        message = f"The draft does not list {', '.join(lacking)}, which was agreed. Add it to the list."
        if len(lacking) > 1:
            message = f"The draft does not list {', '.join(lacking)}, which were agreed. Add them to the list."
        yield _finding("patents", "found", "warning", message, _passages(facts[:1]))
    more = [fact for fact in facts if not any(same_patent(number, fact.value) for number in wanted)]
    if more:
        named = ", ".join(fact.value for fact in more)
        message = f"The draft also names {named}, not among the patents agreed. Check that it belongs there."
        yield _finding("patents", "found", "note", message, _passages(more))


def _payment(wanted: Sequence[str], facts: Sequence[Fact], said: frozenset[str]) -> Iterator[Finding]:
    """Sums and rates that the draft names nowhere: another one for the same payment deviates."""
    for item in wanted:
        absent = sums(item) - said
        if absent:
            rates = {value.endswith("%") for value in absent}
            other = [f for f in facts if _kinds(f.value) == _kinds(item) and _is_rate(f.value) in rates]
            yield _deviation("payment", [item], other[:1]) if other else _not_stated("payment", [item])


def _kinds(text: str) -> set[str]:
    low = text.lower().replace("up-front", "upfront")
    return {kind for kind in _KINDS if kind in low}


def _is_rate(text: str) -> bool:
    return any(value.endswith("%") for value in sums(text))


def _deviation(name: str, wanted: Sequence[str], facts: Sequence[Fact]) -> Finding:
    says = "” and “".join(fact.value for fact in facts)
    message = f"The draft says “{says}”; agreed is “{'; '.join(wanted)}”. Bring the draft into line, or have it agreed."
    return _finding(name, "found", "warning", message, _passages(facts))


def _not_stated(name: str, wanted: Sequence[str]) -> Finding:
    message = f"Agreed is “{'; '.join(wanted)}”, and no such statement was found in the draft. Check that it says so."
    return _finding(name, "missing", "note", message, ())


def _finding(name: str, verdict: str, severity: str, message: str, quoted: tuple[Evidence, ...]) -> Finding:
    return Finding(
        code=CODES[name],
        id=_id(name),
        kind="defect",
        verdict=verdict,
        severity=severity,
        title=f"Not as agreed: {TITLES[name]}" if verdict == "found" else f"Agreed and not found: {TITLES[name]}",
        message=message,
        evidence=quoted,
        fingerprint=hashlib.sha256(f"{CODES[name]}\n{message}".encode()).hexdigest()[:16],
    )


def _passages(facts: Sequence[Fact]) -> tuple[Evidence, ...]:
    return tuple(passage for fact in facts for passage in fact.evidence)[:MOST_PASSAGES]


def _listed(value: str | Sequence[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)

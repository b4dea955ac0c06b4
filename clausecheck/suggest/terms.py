"""The terms that clause text is about, and what this draft calls them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..model import Reading
from .grammar import joined, plural, singular

# what clause text may need, under the names that drafts give it, the most telling first
CONCEPTS = {
    "patents": ("Licensed Patents", "Licensed Patent Rights", "Patent Rights", "Licensor Patents", "Patents"),
    "know_how": ("Licensed Know-How", "Know-How", "Technical Information", "Licensed Information"),
    "software": ("Licensed Software", "Licensed Program", "Software"),
    "trademarks": ("Licensed Marks", "Licensed Trademarks", "Licensed Trade Marks", "Trademarks", "Marks"),
    "content": ("Licensed Content", "Licensed Materials", "Licensed Works", "Content"),
    "data": ("Licensed Data", "Data"),
    "technology": ("Licensed Technology", "Technology", "Licensed Intellectual Property", "Licensed IP",
                   "Licensed Property", "Licensed Rights", "Licensed Process"),
    "products": ("Licensed Products", "Contract Products", "Products"),
    "field": ("Field of Use", "Licensed Field", "Field"),
    "territory": ("Licensed Territory", "Territory"),
    "period": ("License Term", "Licence Term", "License Period", "Licence Period", "Term"),
    "improvements": ("Improvements", "Licensed Improvements"),
    "confidential": ("Confidential Information", "Proprietary Information"),
    "discloser": ("Disclosing Party", "Discloser"),
    "recipient": ("Receiving Party", "Recipient"),
    "affiliates": ("Affiliates", "Affiliated Companies"),
}  # fmt: skip
COUNTED = ("patents", "trademarks", "products", "improvements", "affiliates")  # clause text speaks of several

SUBJECTS = ("patents", "know_how", "software", "trademarks", "content", "data")


@dataclass(frozen=True, slots=True)
class Bringing:
    """How a clause brings in what the draft licenses but has no term for."""

    plain: str  # in running text: "the know-how licensed under this Agreement"
    name: str  # as a new defined term
    hint: str  # what its definition must say


NEW = {
    "technology": Bringing("technology", "Licensed Technology", "what is licensed, so that both sides can check it"),
    "patents": Bringing("patents", "Licensed Patents", "country and number of each patent and application"),
    "know_how": Bringing("know-how", "Know-How", "the technical information, by title and date of the documents"),
    "software": Bringing("software", "Software", "the programs, by name and version"),
    "trademarks": Bringing("trademarks", "Licensed Marks", "each mark, with its number, country and goods"),
    "content": Bringing("works", "Licensed Works", "each work, by title and author"),
    "data": Bringing("data", "Licensed Data", "the data, by source, period and format"),
}


def defined(reading: Reading) -> dict[str, str]:
    """What the draft calls each concept; empty where it defines no term for it."""
    own = {_key(term.name): term.name.strip() for term in reversed(reading.terms)}
    return {concept: _name(concept, names, own) for concept, names in CONCEPTS.items()}


def licensed(reading: Reading, terms: dict[str, str]) -> tuple[str, ...]:
    """The concepts under which the draft licenses: its umbrella term, and its subjects unless that holds them."""
    if not reading.subjects:
        named = [concept for concept in SUBJECTS if terms[concept].startswith("Licensed")]
    else:
        named = [concept for concept in SUBJECTS if concept in reading.subjects]
    if terms["technology"]:
        held = _definition(reading, terms["technology"]).lower()
        return ("technology", *(c for c in named if terms[c] and singular(terms[c].lower()) not in held))
    return tuple(named) or ("technology",)


def subject(concepts: tuple[str, ...], terms: dict[str, str], agreement: str) -> str:
    """What is licensed, in words that need no new definition."""
    own = [f"the {terms[concept]}" for concept in concepts if terms[concept]]
    bare = [NEW[concept].plain for concept in concepts if not terms[concept]]
    return joined([*own, f"the {joined(bare)} licensed under {agreement}"] if bare else own)


def _definition(reading: Reading, name: str) -> str:
    """The words that define a term."""
    term = next(term for term in reading.terms if term.name.strip() == name)
    words = term.definition
    return reading.draft.paragraphs[words.paragraph].text[words.start : words.end]


def _name(concept: str, names: tuple[str, ...], own: dict[str, str]) -> str:
    name = next((own[_key(name)] for name in names if _key(name) in own), "")
    return plural(name) if name and concept in COUNTED else name


def _key(name: str) -> str:
    """Alike for "Know-How" and "Know How", "Licensed Product" and "LICENSED PRODUCTS"."""
    return singular(re.sub(r"[\s\u2010-\u2015-]+", " ", name.strip()).lower())

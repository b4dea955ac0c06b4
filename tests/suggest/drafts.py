"""Small readings and rules for the tests of clause text, made by hand: no stage in front of it takes part."""

from __future__ import annotations

from clausecheck.model import (
    Clause,
    ClauseVerdict,
    Draft,
    Evidence,
    Finding,
    Paragraph,
    Party,
    Place,
    Position,
    Reading,
    Rule,
    Term,
    Unit,
)

NOWHERE = Place(0, 0, 0)


def draft(*lines: str, clauses: tuple[Clause, ...] = ()) -> Draft:
    """A draft of these body paragraphs; each clause holds the paragraphs of its range, the innermost last."""
    paragraphs = tuple(Paragraph("body", index, text) for index, text in enumerate(lines))
    at: list[int | None] = [None] * len(lines)
    for position, clause in enumerate(clauses):
        for index in range(clause.first, clause.last + 1):
            at[index] = position
    return Draft("draft.docx", "", "", paragraphs, clauses, clause_at=tuple(at))


def reading(
    text: Draft | None = None,
    *,
    parties: tuple[Party, ...] = (),
    terms: tuple[str, ...] = (),
    operative: tuple[int, ...] = (),
    signature: int | None = None,
    **other: object,
) -> Reading:
    """A reading of that draft, with these parties, defined terms and operative paragraphs."""
    units = [Unit(((0, 1),), 0, paragraph, None, "operative", True) for paragraph in operative]
    if signature is not None:
        units.append(Unit(((0, 1),), 0, signature, None, "signature", False))
    return Reading(
        text or draft(),
        "en",
        None,
        (),
        (),
        tuple(units),
        parties=parties,
        terms=tuple(Term(name, "quoted", NOWHERE, NOWHERE) for name in terms),
        **other,
    )


def party(role: str, *names: str) -> Party:
    """A party under these names."""
    return Party(names[-1] if names else "", names, role, "")


def rule(name: str, code: str = "GRT-05", **other: object) -> Rule:
    """A clause rule with the template of its own name."""
    return Rule(id=name, code=code, kind="clause", title=name, template=f"{name}.j2", **other)


SUBLICENSING = rule(
    "sublicensing",
    type="sublicensing",
    after=("licence_grant",),
    sides={
        "licensor": Position(prefer="prohibited", accept=("consent_required",)),
        "licensee": Position(prefer="permitted", accept=("permitted_conditional", "consent_required")),
    },
)
GRANT = rule("licence_grant", "GRT-01", type="licence_grant")


def missing(of: Rule, **other: object) -> Finding:
    """The finding that the rule's clause is missing."""
    return Finding(
        of.code, of.id, of.kind, other.pop("verdict", "missing"), "error", of.title, "It is missing.", **other
    )


def standing(type_: str, paragraph: int, *codes: str) -> ClauseVerdict:
    """The verdict that the clause stands in that paragraph."""
    held = Evidence(paragraph, "", "", "body", 0, 1, "words", "words")
    return ClauseVerdict(type_, codes, "present", evidence=(held,))

"""Papers of their own inside a draft: a form, an order or another agreement that a schedule attaches."""

from __future__ import annotations

from ..model import Look, Place
from .defined import key, party_keys

_NAMING = frozenset(map(key, ("Effective Date", "Commencement Date")))
_AGAIN = 3  # terms of the main part that a part defines anew, by which it has definitions of its own
_ANEW = 2  # numbers of clauses that come again, by which a second agreement stands in the file


class Papers:
    """Tells the parts of a draft that name their own parties or date, or define anew what the main part defines.

    Their definitions are not the draft's.
    A part begins behind each signature block, and with each schedule.
    """

    def __init__(self, look: Look) -> None:
        self._draft = look.draft
        signed = {unit.paragraph for unit in look.reading.units if unit.role == "signature"}
        self._blocks: list[int] = []
        blocks, inside = 0, False
        for position in range(len(look.draft.paragraphs)):
            if inside and position not in signed:
                blocks += 1
            inside = position in signed
            self._blocks.append(blocks)
        naming = party_keys(look) | _NAMING
        names: dict[tuple[int, int], set[tuple[str, ...]]] = {}
        own: set[tuple[int, int]] = set()
        for term in look.reading.terms:
            part = self.part(term.evidence)
            names.setdefault(part, set()).add(key(term.name))
            if term.how == "parenthesis" and key(term.name) in naming:
                own.add(part)
        main = max(names, key=lambda part: (len(names[part]), -part[0], -part[1]), default=(0, -1))
        own |= {part for part, held in names.items() if len(held & names[main]) >= _AGAIN}
        self._own = own - {main, min(names, default=main)}

    @property
    def several(self) -> bool:
        """The file holds more than one agreement: the numbers of its clauses begin anew."""
        tops = [clause.label for clause in self._draft.clauses if clause.parent is None and not clause.schedule]
        numbered = [label for label in tops if label]
        return len(numbered) - len(set(numbered)) >= _ANEW

    def is_own(self, where: Place) -> bool:
        """The place stands in a paper of its own."""
        return self.part(where) in self._own

    def part(self, where: Place) -> tuple[int, int]:
        """Which part holds a place: how many signature blocks stand before it, and in which schedule."""
        paragraph = self._draft.paragraphs[where.paragraph]
        in_body = paragraph.story == "body" and paragraph.index < len(self._draft.clause_at)
        at = self._draft.clause_at[paragraph.index] if in_body else None
        top = -1
        while at is not None:
            clause = self._draft.clauses[at]
            top = at if clause.schedule else top
            at = clause.parent
        return self._blocks[where.paragraph], top

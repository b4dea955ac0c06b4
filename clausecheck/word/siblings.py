"""What a new clause finds round its place: the clauses that it joins, what they look like, where they end.

No XML here: clauses are positions in ``Draft.clauses``, paragraphs are indices in the body.
"""

from __future__ import annotations

import re

from ..model import Draft, Paragraph

_OPEN_END = re.compile(r"(?:[;,]|\b(?:and|or))\s*\Z")
_LEAD_IN = re.compile(r"[:\u2013\u2014]\s*\Z")
_CLOSING = re.compile(
    r"\s*(?:in witness\b|as witness\b|executed\b|signed\b|\[?signatures?\b|for and on behalf of\b|by\s*:|name\s*:"
    r"|title\s*:|date\s*:|accepted and agreed\b|agreed and accepted\b|yours (?:faithfully|sincerely|truly)\b|_{4,}"
    r"|the part(?:y|ies) (?:hereto )?(?:has|have) (?:caused|executed|signed)\b)",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"(?:(?:page\s*)?[-–]?\s*\d{0,4}\s*[-–]?|source:.*"
    r"|\[?(?:the )?(?:remainder|rest|balance) of (?:this|the) page\b.*)",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST_FURNITURE = 200  # characters


class Siblings:
    """The clause tree of one draft, asked as a writer asks it."""

    def __init__(self, draft: Draft) -> None:
        self.body = draft.body
        self._clauses = draft.clauses
        self._at = draft.clause_at
        self._below: dict[int | None, list[int]] = {}
        for node, clause in enumerate(draft.clauses):
            self._below.setdefault(clause.parent, []).append(node)

    def first(self, node: int) -> Paragraph:
        """The paragraph that a clause begins with."""
        return self.body[self._clauses[node].first]

    def parent(self, node: int) -> int | None:
        """The clause above; None for one of the top level."""
        return self._clauses[node].parent

    def level(self, node: int) -> int:
        """The depth of a clause in the tree."""
        return self._clauses[node].level

    def deepest(self, node: int) -> int:
        """The clause itself, or the innermost that begins with the same paragraph: "15.1" where no "15." stands."""
        below = next((one for one in self._below.get(node, ()) if self.first(one) is self.first(node)), None)
        return node if below is None else self.deepest(below)

    def path(self, index: int) -> list[int]:
        """The clauses that hold a paragraph, outermost first: the numbered ones, where there are such."""
        node = self._at[index] if index < len(self._at) else None
        path: list[int] = []
        while node is not None:
            path.insert(0, node)
            node = self._clauses[node].parent
        return [one for one in path if self.first(one).number] or path[-1:]

    def series(self, node: int) -> list[int]:
        """The clauses that count on from each other, ``node`` among them."""
        one = self._clauses[node]
        near = (other for other in self._below[one.parent] if self._clauses[other].schedule == one.schedule)
        return [other for other in near if other == node or self.first(other).number]

    def terms(self, node: int) -> list[int]:
        """The numbered sub-clauses of a clause, unless they are items of an enumeration."""
        below = [one for one in self._below.get(node, ()) if self.first(one).number]
        return [] if below and self.is_enumerated(below[0]) else below

    def is_enumerated(self, node: int) -> bool:
        """Whether a clause is an item of a list in the middle of a sentence."""
        if self._clauses[node].parent is None:
            return False
        items = self.series(node)
        first = self.first(items[0])
        lead = self.body[first.index - 1]
        if _LEAD_IN.search(lead.text) and not lead.is_heading:
            return True
        own = first.text[max(first.typed, first.heading_end) :]
        return own[:1].islower() or (len(items) > 1 and bool(_OPEN_END.search(first.text)))

    def running(self, node: int) -> Paragraph | None:
        """The first unnumbered paragraph of running text in a clause; None where it has none."""
        clause = self._clauses[node]
        inside = self.body[clause.first + 1 : clause.last + 1]
        plain = (p for p in inside if not (p.number or p.heading_end or p.cell))
        return next((p for p in plain if not _is_furniture(p.text)), None)

    def end(self, node: int) -> int:
        """The last paragraph of a clause, without the signatures, blank lines and page numbers behind it."""
        clause = self._clauses[node]
        inside = self.body[clause.first : clause.last + 1]
        numbered = max((p.index for p in inside if p.number), default=clause.first)
        last = next((p.index - 1 for p in inside if p.index > numbered and _CLOSING.match(p.text)), clause.last)
        while last > clause.first and _is_furniture(self.body[last].text) and not self.body[last].cell:
            last -= 1
        return self.out_of_table(last)

    def out_of_table(self, index: int) -> int:
        """The paragraph itself, or the last one of the outermost table that holds it."""
        cell = self.body[index].cell
        while cell and index + 1 < len(self.body) and (self.body[index + 1].cell or (None,))[0] == cell[0]:
            index += 1
        return index


def _is_furniture(text: str) -> bool:
    """A blank line, a page number, a line that says where a filing comes from."""
    text = text.strip()
    return len(text) < _LONGEST_FURNITURE and _FURNITURE.fullmatch(text) is not None

"""Write docs/concerns.md from docs/concerns.yaml and the rulebook: ``python docs/make_concerns.py``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from clausecheck import rulebook
from clausecheck.model import Rule, Rulebook

DOCS = Path(__file__).resolve().parent
TABLE, PAGE = DOCS / "concerns.yaml", DOCS / "concerns.md"
HEAD = """# Which rule holds which concern

The rulebook grew from what companies that license technology into and out of Japan worry about. Each concern is named
in our words, with the rules that hold it and, in brackets, the part of the rule that answers it. Where a draft cannot
show something, no rule says it, and the last column tells why. A rule that is *planned* is not in the rulebook yet.

Written by `make docs` from `docs/concerns.yaml` and the rulebook; a test fails when it is out of date.

"""


@dataclass(frozen=True)
class Concern:
    """A concern, the rules that hold it (``CODE`` or ``CODE.part``) and what no draft can show of it."""

    number: int
    says: str
    rules: tuple[str, ...]
    unseen: str

    @property
    def codes(self) -> dict[str, list[str]]:
        """The parts that are named of each rule, by its code."""
        found: dict[str, list[str]] = {}
        for name in self.rules:
            code, _, part = name.partition(".")
            found.setdefault(code, []).extend([part] if part else [])
        return found


def concerns() -> tuple[list[Concern], frozenset[str]]:
    """The table, and the codes that it needs and that no rule has yet."""
    table = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    rows = [
        Concern(number, row["says"], tuple(row["rules"]), row.get("unseen", ""))
        for number, row in enumerate(table["concerns"], 1)
    ]
    return rows, frozenset(table["planned"])


def parts(rule: Rule) -> set[str]:
    """Everything of a rule that a concern may name."""
    return {*rule.stances, *rule.facets, *(element.name for element in (*rule.elements, *rule.bad))}


def faults(rows: list[Concern], planned: frozenset[str], book: Rulebook) -> Iterator[str]:
    """What the table says that is not so, each in a sentence that says what to do."""
    used = {code for row in rows for code in row.codes}
    for row in rows:
        if not row.rules and not row.unseen:
            yield f"concern {row.number} has no rule and no reason: name one in {TABLE.name}"
        for code, named in row.codes.items():
            rule = book.rule(code)
            if rule is None and code not in planned:
                yield f"concern {row.number}: there is no rule {code}, and it is not planned"
            elif lost := [part for part in named if rule is not None and part not in parts(rule)]:
                yield f"concern {row.number}: {code} has no {', '.join(lost)}"
    if come := [code for code in sorted(planned) if book.rule(code)]:
        yield f"in the rulebook now: {', '.join(come)}; take them off `planned` in docs/{TABLE.name}, then make docs"
    if idle := sorted(planned - used):
        yield f"planned, but named by no concern: {', '.join(idle)}"


def holder(code: str, named: list[str], book: Rulebook) -> str:
    """A rule as a cell of the table shows it: code, title, named parts, and the way to its file."""
    rule = book.rule(code)
    if rule is None:
        return f"{code} *(planned)*"
    file = Path(rule.path).resolve().relative_to(DOCS.parent).as_posix()
    told = f" ({', '.join(part.replace('_', ' ') for part in named)})" if named else ""
    return f"[{code}](../{file}) {rule.title}{told}"


def page() -> str:
    """The whole page.

    Raises:
        ValueError: the table and the rulebook do not agree.
    """
    rows, planned = concerns()
    book = rulebook.load()
    if wrong := list(faults(rows, planned, book)):
        raise ValueError("; ".join(wrong))
    lines = ["| | concern | held by | what a draft cannot show |", "|--:|---|---|---|"]
    for row in rows:
        held = "<br>".join(holder(code, named, book) for code, named in row.codes.items()) or "–"
        lines.append(f"| {row.number} | {row.says} | {held} | {row.unseen} |")
    return HEAD + "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")

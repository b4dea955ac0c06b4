"""One writer for one draft: what the draft says of itself is read once, then every clause is written with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from ..model import ClausecheckError, Reading, Rule, Settings, Suggestion
from .context import Values, context, facts, flat
from .sandbox import offered
from .stance import Choice, choose, plain
from .usage import Usage, usage
from .wording import Wording, fitted, source, wording


@dataclass(frozen=True, slots=True)
class Written:
    """A clause, and under which key each value that is still open can be given."""

    suggestion: Suggestion
    open: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes clauses for one draft."""

    reading: Reading
    settings: Settings
    usage: Usage
    given: Mapping[str, Any]  # facts of the deal that somebody gave, under dotted keys
    read: Mapping[str, Any]  # facts that the draft itself states

    @classmethod
    def for_draft(cls, reading: Reading, settings: Settings, given: Mapping[str, Any]) -> Writer:
        """Read from the draft all that clause text will need."""
        values = flat(given)
        return cls(reading, settings, _with_names(usage(reading), values), values, facts(reading))

    def write(self, rule: Rule, stance: str = "", cites: Mapping[str, str] | None = None) -> Written:
        """The clause of a rule, without a place: in that stance, or in the one that suits side and paper.

        Raises:
            ClausecheckError: the rule has no template, or its template cannot be used or lacks the stance.
        """
        found = self.stances(rule)
        if not found:
            raise ClausecheckError(f"There is no clause text for rule {rule.id} yet: write it by hand.")
        if stance and stance not in found:
            raise ClausecheckError(f"Rule {rule.id} has no wording for “{plain(stance)}”: choose {', '.join(found)}.")
        choice = choose(rule, found, self.settings)
        if stance:
            choice = Choice(stance, f"Written as asked: {plain(stance)}.")
        made = self._wording(rule, choice.stance, cites or {})
        suggestion = Suggestion(
            text=made.text,
            heading=made.heading,
            assumptions=(choice.why, *self._assumptions(made.text)),
            blanks=tuple(dict.fromkeys(made.blanks.values())),
        )
        return Written(suggestion, made.blanks)

    def stances(self, rule: Rule) -> tuple[str, ...]:
        """The stances for which the rule's template has wording; empty where it has no template.

        Raises:
            ClausecheckError: the template cannot be used.
        """
        text = self._template(rule)
        return offered(text, rule.template) if text else ()

    def _template(self, rule: Rule) -> str:
        """The rule's template in the draft's own English."""
        return fitted(source(rule.template, self.reading.language) or "", self.usage) if rule.template else ""

    def _wording(self, rule: Rule, stance: str, cites: Mapping[str, str]) -> Wording:
        values = Values({**self.read, **self.given})
        names = context(self.reading, self.usage, values, cites)
        return wording(self._template(rule), rule.template, stance, self.usage, values, names)

    def _assumptions(self, text: str) -> list[str]:
        said = [f"The draft names no {role}: “{role}” stands for it." for role in self.usage.unnamed]
        if self.usage.mutual:
            said.append(f"Each party licenses: written with {self.usage.licensor} as licensor, for one direction.")
        if "patents" not in self.given and any(number in text for number in self.read.get("patents", ())):
            said.append("The patents are those that the draft mentions by number.")
        return [*said, "The governing law is not considered."]


def stances(rule: Rule, language: str) -> tuple[str, ...]:
    """The stances for which the rule's template has wording; empty where it has no template.

    Raises:
        ClausecheckError: the template cannot be used.
    """
    text = source(rule.template, language) if rule.template else None
    return offered(text, rule.template) if text else ()


def _with_names(speech: Usage, given: Mapping[str, Any]) -> Usage:
    """Names that somebody gave, where the draft has none."""
    named = {role: given[role.lower()] for role in speech.unnamed if isinstance(given.get(role.lower()), str)}
    return replace(
        speech,
        licensor=named.get("Licensor") or speech.licensor,
        licensee=named.get("Licensee") or speech.licensee,
        unnamed=tuple(role for role in speech.unnamed if not named.get(role)),
    )

"""What the drafting checks are given, and what they hand on."""

from __future__ import annotations

from dataclasses import dataclass

from .draft import Draft
from .findings import Settings
from .reading import Place, Reading


@dataclass(frozen=True, slots=True)
class Look:
    """Everything that a drafting check may look at: what earlier stages read, and how the review was asked for."""

    draft: Draft  # with its cross references, facts of the file, properties
    reading: Reading
    settings: Settings  # today, stage, side


@dataclass(frozen=True, slots=True)
class Fault:
    """A drafting fault at words of the draft. Its message ends with the sentence that says what to do."""

    message: str
    evidence: tuple[Place, ...] = ()  # the words themselves, the most telling first
    severity: str | None = None  # None = the rule's own; another one softens the rule's and never worsens it
    suggestion: str | None = None  # words that put it right, for the comment
    key: str = ""  # what it is about, such as the term; makes the fingerprint. Empty = the words of the evidence
    replaces: Place | None = None  # the words of the body that ``suggestion`` stands for; None = it is to be read only

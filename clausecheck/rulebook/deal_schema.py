"""The files of one deal as pydantic models: clausecheck.yaml (whom we advise, what was waived) and the term sheet."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, TypeAdapter

from .schema import Code, Side, Text, _Strict

Fingerprint = Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")]
Day = Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]


def _listed(value: Any) -> Any:
    return value if isinstance(value, list | tuple) else [value]


Said = Annotated[tuple[Text, ...], BeforeValidator(_listed), Field(min_length=1)]  # one text, or a list of texts


class TermSheet(_Strict):
    """What the parties agreed: the facts of the deal, each as the draft should state it."""

    licensor: Said | None = None
    licensee: Said | None = None
    effective_date: Said | None = None
    exclusivity: Said | None = None
    field: Said | None = None
    territory: Said | None = None
    patents: Said | None = None
    term: Said | None = None
    payment: Said | None = None
    support_term: Said | None = None
    governing_law: Said | None = None
    forum: Said | None = None


class WaiverPart(_Strict):
    """A finding that somebody of ours lives with, by its rule's code or by its own fingerprint."""

    code: Code | None = None
    fingerprint: Fingerprint | None = None
    reason: Text
    by: str = ""
    until: Day | None = None


class DealFile(_Strict):
    """clausecheck.yaml beside a draft or above it."""

    name: str = ""
    side: Side | None = None
    paper: Literal["ours", "theirs"] | None = None
    stage: Literal["first", "round", "signing"] | None = None
    people: tuple[Text, ...] = ()
    facts: dict[Text, Said] = Field(default_factory=dict)
    waive: tuple[WaiverPart, ...] = ()
    extends: str = ""
    disable: tuple[str, ...] = ()
    override: dict[str, dict[str, Any]] = Field(default_factory=dict)


DEAL: TypeAdapter[DealFile] = TypeAdapter(DealFile)
TERMS: TypeAdapter[TermSheet] = TypeAdapter(TermSheet)

"""A deal's own file, clausecheck.yaml, as pydantic models: whom we advise, who of ours decides, what was waived."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter

from .schema import Code, Side, Text, _Strict

Fingerprint = Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")]
Day = Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]


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
    people: tuple[Text, ...] = ()
    facts: dict[Text, Text] = Field(default_factory=dict)
    waive: tuple[WaiverPart, ...] = ()
    extends: str = ""
    disable: tuple[str, ...] = ()
    override: dict[str, dict[str, Any]] = Field(default_factory=dict)


DEAL: TypeAdapter[DealFile] = TypeAdapter(DealFile)

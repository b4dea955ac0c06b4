"""The rule file as pydantic models: what may stand where. Phrases are read elsewhere; here they are text."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StrictBool, StrictInt, TypeAdapter

Side = Literal["licensor", "licensee", "neutral"]
Severity = Literal["error", "warning", "note", "off"]
Identifier = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{1,60}$")]
Code = Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9]{1,7}-[0-9]{2,3}$")]
Text = Annotated[str, Field(min_length=1)]
PhraseText = Annotated[str, Field(min_length=1, description="A phrase of the phrase language; always in quotes.")]
Phrases = Annotated[tuple[PhraseText, ...], Field(min_length=1)]
Country = Annotated[str, Field(pattern=r"^[a-z]{2}$", description="ISO 3166 alpha-2 in lower case, or eu, uk.")]
Places = dict[str, tuple[Country, ...]]
Subject = Literal["patents", "know_how", "software", "trademarks", "content", "data"]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=False)


class AppliesPart(_Strict):
    """When a rule's absence means something: keys are anded, the values of each ored."""

    subjects: tuple[Subject, ...] = ()
    places: Places = {}
    exclusivity: tuple[Text, ...] = ()
    payment: tuple[Text, ...] = ()
    present: tuple[Text, ...] = ()
    mentions: tuple[PhraseText, ...] = ()


class WordingPart(_Strict):
    """Alternatives of which one must stand, and wordings that reject a hit whose first fixed word they cover."""

    any: Phrases
    not_in: tuple[PhraseText, ...] = Field((), alias="not-in")
    scope: Literal["unit", "clause", "draft"] | None = None


def _wording(value: Any) -> Any:
    """A list of phrases is short for ``any``; a list may also hold the long form as its only item."""
    if not isinstance(value, list | tuple):
        return value
    return value[0] if len(value) == 1 and isinstance(value[0], dict) else {"any": value}


_OnlyWording = Annotated[tuple[WordingPart, ...], Field(min_length=1, max_length=1)]
_WordingForms = Phrases | WordingPart | _OnlyWording
StanceWording = Annotated[WordingPart, BeforeValidator(_wording, json_schema_input_type=_WordingForms)]


class ElementPart(WordingPart):
    """What a good clause also says, or must not say."""

    when: tuple[Identifier, ...] = ()
    severity: dict[Side, Severity] = Field(min_length=1)
    message: Text


class PositionPart(_Strict):
    """What one side makes of a clause."""

    prefer: Identifier | None = None
    accept: tuple[Identifier, ...] = ()
    otherwise: Severity = "off"
    absent: Severity = "off"


class ClauseSides(_Strict):
    """Each side's position on a clause; neutral is the milder of the two unless given."""

    licensor: PositionPart
    licensee: PositionPart
    neutral: PositionPart | None = None


class TermSides(_Strict):
    """How bad a term is for each side; neutral is the milder of the two unless given."""

    licensor: Severity
    licensee: Severity
    neutral: Severity | None = None


class CaseSide(_Strict):
    """What differs in one side's position on a clause."""

    prefer: Identifier | None = None
    accept: tuple[Identifier, ...] | None = None
    otherwise: Severity | None = None
    absent: Severity | None = None


class _Case(_Strict):
    when: AppliesPart
    why: str = ""


class ClauseCase(_Case):
    """What a clause rule says otherwise, or besides, where the draft is known to be of that kind."""

    sides: dict[Side, CaseSide] = {}


class TermCase(_Case):
    """What a term rule says otherwise, or besides, where the draft is known to be of that kind."""

    sides: dict[Side, Severity] = {}


class PlacePart(_Strict):
    """Where a missing clause belongs: behind the first of these that is present, else before signatures."""

    after: tuple[Identifier, ...] = ()
    else_: Literal["end"] = Field("end", alias="else")


class SourcePart(_Strict):
    """Where a rule's reason comes from."""

    title: Text
    url: str = ""
    verified: StrictBool = False
    places: Places = {}


class Expectation(_Strict):
    """What a rule must make of an example."""

    stance: tuple[Identifier, ...]
    lacks: tuple[Identifier, ...] | None = None
    bad: tuple[Identifier, ...] | None = None


class ClauseExample(_Strict):
    """A text, and what the rule must make of it."""

    text: Text
    expect: Expectation | Literal["found", "by-reference", "none"]


class TermExample(_Strict):
    """A text, and whether the rule must find its term there."""

    text: Text
    expect: Literal["found", "none"]


class _Rule(_Strict):
    id: Identifier
    code: Code
    title: Text
    question: str = ""
    applies: AppliesPart = AppliesPart()
    why: Text
    sources: tuple[SourcePart, ...] = ()


class _Sought(_Rule):
    words: dict[Identifier, PhraseText] = {}
    find: Phrases
    near_miss: tuple[PhraseText, ...] = Field((), alias="near-miss")
    not_in: tuple[PhraseText, ...] = Field((), alias="not-in")
    recitals: StrictBool = False
    bearer: Literal["licensor", "licensee", "both"] | None = None


class ClauseRule(_Sought):
    """A clause that should be there, in one of several stances."""

    kind: Literal["clause"]
    type: Identifier | None = None
    by_reference: tuple[PhraseText, ...] = Field((), alias="by-reference")
    mention: tuple[PhraseText, ...] = ()
    maybe: tuple[PhraseText, ...] = ()
    stances: dict[Identifier, StanceWording] = {}
    facets: dict[Identifier, StanceWording] = {}
    elements: dict[Identifier, ElementPart] = {}
    bad: dict[Identifier, ElementPart] = {}
    sides: ClauseSides
    conflicts: tuple[tuple[Identifier, Identifier], ...] = ()
    cases: tuple[ClauseCase, ...] = ()
    template: str = ""
    place: PlacePart | None = None
    examples: tuple[ClauseExample, ...] = Field(min_length=1)


class TermRule(_Sought):
    """A risky or unlawful expression, wherever it stands."""

    kind: Literal["term"]
    sides: TermSides
    cases: tuple[TermCase, ...] = ()
    milder: str = ""
    examples: tuple[TermExample, ...] = Field(min_length=1)


class DefectRule(_Rule):
    """A drafting fault that a coded check finds."""

    kind: Literal["defect"]
    check: Identifier
    severity: Severity | dict[Side, Severity]
    on: StrictBool = True
    examples: tuple[TermExample, ...] = ()


RuleFile = Annotated[ClauseRule | TermRule | DefectRule, Field(discriminator="kind")]


class LayerFile(_Strict):
    """rulebook.yaml: the head of a layer."""

    name: Text
    title: str = ""
    planned: StrictInt = 0
    extends: str = ""
    disable: tuple[str, ...] = ()
    override: dict[str, dict[str, Any]] = {}


RULE: TypeAdapter[ClauseRule | TermRule | DefectRule] = TypeAdapter(RuleFile)
LAYER: TypeAdapter[LayerFile] = TypeAdapter(LayerFile)
WORDS: TypeAdapter[dict[str, str]] = TypeAdapter(dict[Identifier, PhraseText])


def json_schema() -> dict[str, Any]:
    """The JSON Schema of a rule file, for editors that complete and check YAML."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "clausecheck rule",
        **RULE.json_schema(by_alias=True, mode="validation"),
    }

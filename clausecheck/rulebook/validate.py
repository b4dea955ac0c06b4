"""Holds a rule file against the schema and says in one sentence what is wrong, where, and what to write instead."""

from __future__ import annotations

from typing import Any

from .marks import near
from .nodes import Node, RuleFileError, refuse

_KINDS = "kind is clause (should be there), term (a risky expression) or defect (a coded check)"
_UNKNOWN = "there is no key"
_PATTERNS = {
    "^[a-z][a-z0-9_]": "names are lower case letters, digits and _",
    "^[A-Z][A-Z0-9]": "a code is three capitals, a hyphen and two digits, such as GRT-05",
    "^[a-z]{2}$": "a country is two lower case letters, such as jp",
    "^[0-9a-f]{16}$": "a fingerprint is the 16 letters and digits that the JSON report gives for a finding",
    "^[0-9]{4}-": 'a day is written in quotes, such as "2026-11-25"',
}


def faults(node: Node, what: str = "RULE") -> list[RuleFileError]:
    """Everything the schema refuses in a file; ``what`` names the adapter: RULE, LAYER, WORDS, DEAL, TERMS."""
    from pydantic import TypeAdapter, ValidationError

    from . import deal_schema, schema  # the models take a twentieth of a second to build: shipped rules do without

    adapter: TypeAdapter[Any] = getattr(deal_schema if what in ("DEAL", "TERMS") else schema, what)
    try:
        adapter.validate_python(node.plain())
    except ValidationError as error:
        found = [_fault(node, item, what) for item in _telling(error.errors(include_url=False))]
        return sorted({str(fault): fault for fault in found}.values(), key=_order)
    return []


def require(node: Node, what: str = "RULE") -> None:
    """Raises the first fault of a file.

    Raises:
        ClausecheckError: the schema refuses something in it.
    """
    found = faults(node, what)
    if found:
        more = f" ({len(found) - 1} more: clausecheck rules check lists them)" if len(found) > 1 else ""
        raise RuleFileError(found[0].path, found[0].line, f"{found[0].what}{more}")


def _order(fault: RuleFileError) -> tuple[bool, int]:
    """By line; an unknown key first, for a misspelt one makes another one missing."""
    return not fault.what.startswith(_UNKNOWN), fault.line


def _telling(errors: list[Any]) -> list[Any]:
    """Of the errors that one value makes in several alternatives, those of the alternative that was meant."""
    deepest: dict[tuple[Any, ...], int] = {}
    for error in errors:
        top = error["loc"][:3]
        deepest[top] = max(deepest.get(top, 0), len(error["loc"]))
    deep = [error for error in errors if len(error["loc"]) == deepest[error["loc"][:3]]]
    named = {
        error["loc"][:-1] for error in deep if error["type"] == "literal_error" and isinstance(error["input"], str)
    }
    return [error for error in deep if error["loc"][:-1] not in named or error["type"] == "literal_error"]


def _fault(node: Node, error: Any, what: str) -> RuleFileError:
    loc, kind = error["loc"], error["type"]
    if kind == "missing":
        return refuse(node.at(*loc), f"the key {loc[-1]} is missing: add it")
    if kind == "extra_forbidden":
        return refuse(node.at(*loc), f"{_UNKNOWN} {loc[-1]} here{near(str(loc[-1]), _keys(what))}")
    keys = [str(step) for n, step in enumerate(loc) if isinstance(step, str) and node.at(*loc[:n]).has(step)]
    said = _sentence(kind, error)
    return refuse(node.at(*loc), f"{keys[-1]}: {said}" if keys else said)


def _sentence(kind: str, error: Any) -> str:
    if kind.startswith("union_tag"):
        return _KINDS
    if kind == "literal_error":
        return f"{error['input']} is none of {error['ctx']['expected']}"
    if kind == "string_type":
        return 'text is meant here: put it in double quotes, as in "true"'
    if kind in ("too_short", "string_too_short"):
        return "it is empty: write at least one, or take the key away"
    if kind in ("tuple_type", "list_type"):
        return "a list is meant here: write [one, two] or lines that begin with a hyphen"
    if kind in ("dict_type", "model_type", "model_attributes_type"):
        return "keys and values are meant here"
    if kind == "string_pattern_mismatch":
        pattern = error["ctx"]["pattern"]
        return next((text for start, text in _PATTERNS.items() if pattern.startswith(start)), "it is misspelt")
    return str(error["msg"])


def _keys(what: str) -> list[str]:
    """The keys of a rule file, of a deal's file or of a term sheet."""
    from . import deal_schema, schema

    own = {"DEAL": (deal_schema.DealFile, deal_schema.WaiverPart), "TERMS": (deal_schema.TermSheet,)}
    known = own.get(what) or vars(schema).values()
    models = [m for m in known if isinstance(m, type) and hasattr(m, "model_fields")]
    return sorted({field.alias or name for model in models for name, field in model.model_fields.items()})

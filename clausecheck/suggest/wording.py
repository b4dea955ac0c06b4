"""From template to clause text: fitted to the draft's spelling, verbs and capitals, laid out in paragraphs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..model import ClausecheckError
from ..shipped import shipped
from .context import Values
from .sandbox import run
from .usage import Usage

# templates are British; the American form of each word that they use
AMERICAN = {
    "licence": "license",
    "licences": "licenses",
    "sublicence": "sublicense",
    "sublicences": "sublicenses",
    "defence": "defense",
    "wilful": "willful",
    "unauthorised": "unauthorized",
    "analyse": "analyze",
}
SPELLED = re.compile(rf"\b({'|'.join(AMERICAN)})\b", re.IGNORECASE)
PARTY = re.compile(r"\b(?<!third\s)part(?=y\b|ies\b)")
ITEM = re.compile(r"\n\s*\n|\n(?=- )")


@dataclass(frozen=True, slots=True)
class Wording:
    """The text of one clause in one stance."""

    heading: str
    text: str  # paragraphs are separated by a newline
    blanks: Mapping[str, str]  # key → what each [FILL: …] asks for


def source(template: str, language: str) -> str | None:
    """The text of a shipped template; ``None`` where there is none of that name in that language."""
    path = shipped("templates") / "clauses" / language / Path(template).name
    return path.read_text(encoding="utf-8") if path.is_file() else None


def wording(text: str, name: str, stance: str, usage: Usage, values: Values, context: Mapping[str, Any]) -> Wording:
    """Render one stance of a template that was fitted.

    Raises:
        ClausecheckError: the template cannot be used.
    """
    heading, raw = run(text, name, stance, context)
    if not raw.strip():
        raise ClausecheckError(f"Template {name} gives no text for “{stance}”: complete it.")
    return Wording(heading.strip(), _quoted(_laid_out(raw), usage), dict(values.blanks))


def fitted(text: str, usage: Usage) -> str:
    """The template in the draft's own English, before any value of the draft stands in it."""
    if usage.spelling == "us":
        text = SPELLED.sub(_american, text)
    if usage.modal == "will":
        text = re.sub(r"\bshall\b", "will", text)
    return PARTY.sub("Part", text) if usage.capital_party else text


def _american(match: re.Match[str]) -> str:
    word = AMERICAN[match[0].lower()]
    return word.capitalize() if match[0][0].isupper() else word


def _laid_out(raw: str) -> str:
    """Paragraphs end at an empty line; those that begin with "- " become items (a), (b) …"""
    lines, items = [], 0
    for block in ITEM.split(raw.strip()):
        line = re.sub(r" (?=[.,;:])", "", " ".join(block.split()))
        if line.startswith("- "):
            line = f"({chr(ord('a') + items)}) {line[2:]}"
            items += 1
        if line:
            lines.append(line)
    return "\n".join(lines)


def _quoted(text: str, usage: Usage) -> str:
    """Quotation marks and apostrophes of the draft's kind."""
    if not usage.curly:
        return text
    text = re.sub(r'"([^"\n]*)"', "\u201c\\1\u201d", text)
    return text.replace("'", "\u2019")

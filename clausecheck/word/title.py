"""The title of a draft."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .captions import is_caption, is_divider
from .lines import Line
from .package import Package
from .properties import properties

_JUNK = re.compile(r"microsoft word|\.(?:docx?|dotx?|pdf|rtf)\b|^(?:untitled|document ?\d*|title|word document)$", re.I)
_KIND = re.compile(
    r"\b(?:agreement|licen[cs]e|contract|deed|terms|memorandum|addendum|amendment|letter)\b|契約書", re.I
)
_GLUED = re.compile(r"(?!THIS )[A-Z][A-Z ,&/’'()-]{2,100}\b(?:AGREEMENT|LICEN[CS]E|CONTRACT|DEED)\b")
_FIRST = 40  # non-empty paragraphs in which a title is sought


def title_of(package: Package, lines: Sequence[Line], contents: Sequence[bool]) -> tuple[str, int | None]:
    """The draft's title, from the file's properties or as the draft shows it, and the body paragraph that says it."""
    position = _title_paragraph(lines, contents)
    stated = _stated(package)
    if stated or position is None:
        return stated, position
    shown = lines[position].text.strip()
    glued = _GLUED.match(shown)
    return " ".join((glued.group() if glued else shown).split()), position


def _stated(package: Package) -> str:
    title = properties(package).get("title", "")
    return "" if _JUNK.search(title) else title


def _title_paragraph(lines: Sequence[Line], contents: Sequence[bool]) -> int | None:
    shown = [p for p, line in enumerate(lines) if line.text.strip() and not contents[p]][:_FIRST]
    for position in shown:
        if lines[position].style.casefold() == "title":
            return position
    return next((position for position in shown if _says_its_kind(lines[position])), None)


def _says_its_kind(line: Line) -> bool:
    if line.number or line.in_table or is_divider(line.text) or not _KIND.search(line.text[:150]):
        return False
    text = line.text.strip()
    return bool(_GLUED.match(text)) or (is_caption(text) and not text.casefold().startswith("this "))

"""Word documents of every kind, drawn by hypothesis, marked in memory, and read back."""

from __future__ import annotations

import io
import re
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

from hypothesis import settings

from clausecheck.model import Draft, Paragraph
from clausecheck.word import Package, open_package
from clausecheck.word.markup import Comment, Insertion, Replacement, write_marked
from clausecheck.word.stories import body_words

from .conftest import members

DATE = "2026-11-23T00:00:00Z"
# The same examples on every machine, and no clock: a proof that fails must fail again
FIXED = settings(max_examples=100, deadline=None, derandomize=True, database=None)
MANY = settings(FIXED, max_examples=2000)


# ---- files -----------------------------------------------------------------------------------------------------------


def in_memory(body: str, **parts: str) -> Package:
    """A Word file of that body, which ends its only section."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, text in members(body + "<w:sectPr/>", **parts).items():
            archive.writestr(zipfile.ZipInfo(name), text)
    return Package("draft.docx", target.getvalue(), zipfile.ZipFile(target))


def model(package: Package) -> Draft:
    """The body of a draft as the writers need it."""
    words = body_words(package)
    return Draft("draft.docx", "", "", tuple(Paragraph("body", w.index, w.text, cell=w.cell) for w in words))


def in_memory_marked(
    package: Package,
    notes: Sequence[Comment],
    clauses: Sequence[Insertion],
    replacements: Sequence[Replacement] = (),
) -> Package:
    """The marked file, which has proved itself, or raised."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "out.docx"
        write_marked(package, model(package), notes, clauses, DATE, target, replacements)
        return open_package(target)


def written(text: str, look: str = "") -> str:
    """One run that says ``text``."""
    signs = {"\t": "<w:tab/>", "\n": "<w:br/>"}
    pieces = (
        signs.get(one) or f"<w:t xml:space='preserve'>{one}</w:t>" for one in re.findall(r"[\t\n]|[^\t\n]+", text)
    )
    return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{''.join(pieces)}</w:r>"

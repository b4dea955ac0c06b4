"""The language stage: from a draft's paragraphs to sentences, parties, terms, slots and places."""

from __future__ import annotations

from ..model import Draft, Reading
from . import detect, pipeline
from .facts import facts

__all__ = ["facts", "read"]


def read(draft: Draft, language: str = "auto") -> Reading:
    """Read the draft's language.

    ``language`` is ``auto``, ``en`` or ``ja``. Raises ClausecheckError where no rules are installed for it.
    """
    code = detect.language_of(draft, language)
    doc = pipeline.annotate(draft)
    return Reading(
        draft=draft,
        language=code,
        doc=doc,
        starts=doc._.starts,
        tokens=doc._.paragraph_tokens,
        units=doc._.units,
        parties=doc._.parties,
        terms=doc._.terms,
        references=doc._.references,
        places=doc._.places,
        subjects=doc._.subjects,
        modal=doc._.modal,
        spelling=doc._.spelling,
    )

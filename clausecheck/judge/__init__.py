"""Stance × side → verdict and severity; one finding a rule (DESIGN.md §3)."""

from .absence import by_reference
from .after_signing import after_signing
from .causes import View, caused, comparable, tracked
from .covered import law_not_checked
from .defects import defects
from .evidence import facts
from .judge import Judgement, judge, worst_first
from .passages import Passage, passages
from .standing import bad

__all__ = [
    "Judgement",
    "Passage",
    "View",
    "after_signing",
    "bad",
    "by_reference",
    "caused",
    "comparable",
    "defects",
    "facts",
    "judge",
    "law_not_checked",
    "passages",
    "tracked",
    "worst_first",
]

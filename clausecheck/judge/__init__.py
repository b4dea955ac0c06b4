"""Stance × side → verdict and severity; one finding a rule (DESIGN.md §3)."""

from .defects import defects
from .evidence import facts
from .judge import Judgement, judge, worst_first
from .passages import Passage, passages
from .standing import bad

__all__ = ["Judgement", "Passage", "bad", "defects", "facts", "judge", "passages", "worst_first"]

"""Stance × side → verdict and severity; one finding a rule (DESIGN.md §3)."""

from .evidence import facts
from .judge import Judgement, judge
from .passages import Passage, passages
from .standing import bad

__all__ = ["Judgement", "Passage", "bad", "facts", "judge", "passages"]

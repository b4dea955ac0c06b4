"""The rulebook stage: rules from files, and where their wordings stand in a draft."""

from .load import load
from .search import search

__all__ = ["load", "search"]

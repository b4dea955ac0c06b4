"""A whole review to report on, and one with nothing in it."""

from __future__ import annotations

import pytest

from clausecheck.model import Review

from .sample import nothing_found, sample


@pytest.fixture(scope="session")
def review() -> Review:
    """A licensee's review of a poor draft: every kind, verdict and severity, hostile words among them."""
    return sample()


@pytest.fixture(scope="session")
def clean() -> Review:
    """A review without facts, clauses or findings."""
    return nothing_found()

"""What all tests share: the place of the material that only some machines have."""

from __future__ import annotations

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[1].parent / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """Real agreements and labelled drafts beside the checkout; a test that wants them skips where they are absent."""
    if not SHARED.is_dir():
        pytest.skip("../shared (real agreements, labels, drafts) is not on this machine")
    return SHARED

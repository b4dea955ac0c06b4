"""Where the shipped rulebook, clause templates and samples stand: inside an installed wheel, or beside a checkout."""

from __future__ import annotations

from pathlib import Path

from .model import ClausecheckError


def shipped(name: str) -> Path:
    """The folder ``rules``, ``templates`` or ``samples``.

    A wheel carries them as data of the package; a plain editable install does not see mapped folders, so the
    checkout beside the package is looked at next.

    Raises:
        ClausecheckError: the installation lacks the folder.
    """
    package = Path(__file__).resolve().parent
    for place in (package / name, package.parent / name):
        if place.is_dir():
            return place
    raise ClausecheckError(f"This installation of clausecheck lacks its {name}/ folder: install it again.")

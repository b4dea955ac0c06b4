"""Facts of the deal from the command line."""

from __future__ import annotations

from collections.abc import Iterable

from ..model import ClausecheckError


def facts_given(pairs: Iterable[str]) -> dict[str, str]:
    """The values of ``--set key=value``.

    Raises:
        ClausecheckError: a pair has no key or no value.
    """
    values = {}
    for pair in pairs:
        key, sign, value = pair.partition("=")
        if not sign or not key.strip():
            raise ClausecheckError(f"--set {pair} has no value: write it as --set key=value.")
        values[key.strip()] = value.strip()
    return values

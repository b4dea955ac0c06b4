"""Facts and places of the deal from the command line."""

from __future__ import annotations

from collections.abc import Iterable

from ..model import ClausecheckError
from ..model.countries import COUNTRIES, PLACES

WITHOUT_PLACE = ("law", "market")  # where a country takes part whose place nobody names
_ALSO = {"gb": "uk"}


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


def places_given(values: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The countries of ``--jurisdiction [PLACE=]CODE`` by their place in the deal.

    Raises:
        ClausecheckError: there is no such place or country.
    """
    found: dict[str, list[str]] = {}
    for value in values:
        place, sign, code = (part.strip().lower() for part in value.rpartition("="))
        if sign and place not in PLACES:
            raise ClausecheckError(f"--jurisdiction {value}: there is no place “{place}”: use {', '.join(PLACES)}.")
        if code not in COUNTRIES:
            raise ClausecheckError(
                f"--jurisdiction {value}: there is no country “{code}”: use two letters, such as jp, us or eu."
            )
        for name in (place,) if sign else WITHOUT_PLACE:
            found.setdefault(name, []).append(_ALSO.get(code, code))
    return {name: tuple(dict.fromkeys(codes)) for name, codes in found.items()}

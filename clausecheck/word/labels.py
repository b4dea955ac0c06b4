"""Numbers that somebody typed: the next one in the same pattern."""

from __future__ import annotations

import re
from collections.abc import Container

from .number_formats import in_words, letters, roman
from .numerals import IN_WORDS, numeral, readings

_LAST = re.compile(r"([0-9]+|[A-Za-z]+)([^0-9A-Za-z]*)\Z")
_LONGEST = 60  # characters of a number that are looked at
_CORE = re.compile(r"[0-9A-Za-z]+(?:[.\-][0-9A-Za-z]+)*")


def core(label: str) -> str:
    """What identifies a number without its trimmings: "2.4" of "Section 2.4.", "a" of "(a)"; empty where none."""
    found = _CORE.findall(label)
    return found[-1].casefold() if found else ""


def following(label: str, used: Container[str], ours: Container[str] = (), before: str = "") -> str:
    """The next number in the pattern of ``label``, with all that stands round it; a bullet again for a bullet.

    ``used`` and ``ours`` hold the ``core`` of the numbers in the draft and of those that we gave: behind ours the count
    goes on, but where the draft itself has the next number the new clause goes between as "5A". ``before`` is the
    number that precedes ``label``: it tells whether "(i)" is a letter or a Roman one.
    """
    if not core(label):
        return label
    last, candidate = label, _after(label, before)
    while candidate and core(candidate) in ours:
        last, candidate = candidate, _after(candidate, last)
    if candidate and core(candidate) in used:
        return _between(label, used, ours)
    return candidate


def numbered_below(label: str, parent: str, number: str) -> str:
    """The first number below a new clause ``number``, in the pattern of ``label``, the first below ``parent``.

    "5.1" below "5." becomes "6.1" below "6."; "9.01" below "ARTICLE IX" "10.01"; "(c)" becomes "(a)".
    """
    label = _from_one(label)
    above, new = plain(parent), plain(number)
    if not above[:1].isdecimal():
        counted = numeral(parent.strip()).path, numeral(number.strip()).path
        above, new = (str(path[-1]) if path else "" for path in counted)
    at = label.find(f"{above}.") if above and new else -1
    if at < 0 or label[at - 1 : at].isalnum():
        return label
    return label[:at] + new + label[at + len(above) :]


def belongs_below(label: str, parent: str) -> bool:
    """Whether a number can count what stands below another: "5.1" and "(a)" below "5.", but not "Section 3"."""
    own, above = numeral(label.strip()), numeral(parent.strip())
    if len(own.path) > 1:
        return own.path[: len(above.path)] == above.path or own.path[:1] == above.path[-1:]
    return not own.word


def plain(label: str) -> str:
    """``core`` as it is written."""
    found = _CORE.findall(label)
    return found[-1] if found else ""


def _last(label: str) -> re.Match[str] | None:
    return _LAST.search(label, max(0, len(label) - _LONGEST))


def _after(label: str, before: str) -> str:
    found = _last(label)
    numeral = "" if found is None else _next(found[1], core(before))
    return label[: found.start()] + numeral + found[2] if found and numeral else ""


def _between(label: str, used: Container[str], ours: Container[str]) -> str:
    found = _last(label)
    if found is None:
        return ""
    signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZ" if found[1].isdecimal() or found[1].isupper() else "123456789"
    tried = (label[: found.end(1)] + sign + found[2] for sign in signs)
    return next((one for one in tried if core(one) not in used and core(one) not in ours), "")


def _from_one(label: str) -> str:
    """The first number of the series that a number belongs to."""
    found = _last(label)
    style = _style(readings(found[1]), found[1], "") if found else ""
    if found is None or not style:
        return label
    return label[: found.start()] + _written(1, style, len(found[1])) + found[2]


def _next(figure: str, before: str) -> str:
    """The figure behind another: 4, x, d, Three; empty where it is none."""
    count = IN_WORDS.get(figure.lower(), 0)
    if count and in_words(count) == figure.lower():
        word = in_words(count + 1)
        return word.upper() if figure.isupper() else word.capitalize()
    counts = readings(figure) if len(figure) < 7 else {}
    style = _style(counts, figure, before)
    return _written(counts[style] + 1, style, len(figure)) if style else ""


def _written(count: int, style: str, width: int) -> str:
    if style == "decimal":
        return str(count).zfill(width)
    written = (roman if style.endswith("roman") else letters)(count)
    return written.upper() if style.startswith("upper") else written


def _style(counts: dict[str, int], figure: str, before: str) -> str:
    """What a figure counts: of "i", "v" and "x" that stand alone, the figure before tells whether they are letters."""
    if len(counts) < 2:
        return next(iter(counts), "")
    by_letter = next(style for style in counts if style.endswith("letter"))
    by_roman = next(style for style in counts if style.endswith("roman"))
    follows = counts[by_letter] - 1 in readings(before).values() if len(figure) == 1 and before else False
    return by_letter if follows or (len(figure) == 1 and figure.lower() not in "ivx") else by_roman

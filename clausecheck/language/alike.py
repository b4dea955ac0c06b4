"""Whether two texts say the same of a fact of the deal, be it in other words.

Only what can be compared is told apart: a text that holds nothing to hold against the other one contradicts nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from ..model import Reading
from . import amounts, companies, countries, dates, laws, patent_numbers
from .found import lower
from .normalise import fold

_LEFT_OUT = re.compile(
    r"(?i)\b(?:exclud(?:es|ing)|except(?:ing)?|other than|but not|not including|outside|without|save)\b[^.;)]*"
    r"|;\s*not\b[^.;]*"
)
_WORLD = re.compile(r"(?i)\bworld-?wide\b|\bglobal(?:ly)?\b|\b(?:throughout|of|in|over) the (?:whole |entire )?world\b")
_APART = re.compile(r"(?i)\bmanufactur|\bsales?\b|\bsell")  # countries are named for one act or the other
_EXCLUSIVE = re.compile(r"\bnon-? ?exclusive\b|\bco-exclusive\b|\bsole\b(?! and exclusive)|\bexclusive\b")
_MONTHS = {"days": 1 / 30, "weeks": 7 / 30, "months": 1, "quarters": 3, "years": 12}
_SPAN = re.compile(r"([\d.]+)(?:≠([\d.]+))? (?:business )?(\w+)")
_FOR_EVER = re.compile(r"\bperpetual|\bindefinite|\bunlimited in time\b")
_PATENT_LIFE = re.compile(r"\bpatents?\b|\bvalid claim")
_WAYS = re.compile(r"(?i)\b(?:court|arbitra)")
_SEAT = re.compile(r"(?:^|,|\bin|\bat|\bseat(?:ed)?(?: in| of|:)?) ?(?P<city>[A-Z][a-z]+)")
_REGION = re.compile(r"\b(?:England|Wales|Scotland|Northern Ireland|Hong Kong|" + countries.US_STATES + r")\b")
_SMALL = frozenset(
    re.findall(r"\w+", "a an and any as at by for from in is it its of on or other such that the this to with")
)
_LIKE = 70  # of 100: how alike two free texts are that say the same


def alike(name: str, agreed: str, stated: str) -> bool:
    """Whether the draft's value of a fact may pass for the one agreed."""
    return _SAME.get(name, _words)(fold(agreed), fold(stated))


def same_patent(agreed: str, stated: str) -> bool:
    """Whether two numbers are one patent's; an office that one of them leaves out contradicts nothing."""
    one, other = (_patent(fold(text)) for text in (agreed, stated))
    return one[1] == other[1] and (not one[0] or not other[0] or one[0] == other[0])


def sums(text: str) -> frozenset[str]:
    """The amounts of money and the rates in a text, as normal values: "JPY 480000000", "2.8%"."""
    low = lower(fold(text))
    return _each(one.value for one in (*amounts.money(low), *amounts.percentages(low)))


def stated_sums(reading: Reading) -> frozenset[str]:
    """The amounts and rates that a draft names anywhere."""
    return _each(span._.value for name in ("money", "percent") for span in reading.doc.spans[name])


def _each(values: Iterable[str]) -> frozenset[str]:
    """Values with a number; of one whose words and figures differ, either."""
    found = set()
    for value in values:
        currency, _, number = value.rpartition(" ")
        percent = "%" * number.endswith("%")
        found |= {
            f"{currency} {one}{percent}".strip() for one in number.removesuffix("%").split("≠") if one[:1].isdigit()
        }
    return frozenset(found)


def _patent(text: str) -> tuple[str, str]:
    found = next((one.value for one in patent_numbers.patent_numbers(text)), "") or text
    office = re.match(r"(?:PCT/)?([A-Z]{2})(?=[ \d])", found)
    digits = re.sub(r"\D", "", re.sub(r"(?<=\d) ?[A-Z]\d?$", "", found))
    return (office[1] if office else ""), digits


def _disjoint(one: Iterable[object], other: Iterable[object]) -> bool:
    """Both say something, and nothing of it is the same."""
    first, second = set(one), set(other)
    return bool(first and second and not first & second)


def _day(agreed: str, stated: str) -> bool:
    return not _disjoint(_days(agreed), _days(stated))


def _days(text: str) -> set[str]:
    return {one.value for one in dates.dates(lower(text)) if len(one.value) == 10}


def _exclusivity(agreed: str, stated: str) -> bool:
    kinds = [set(_EXCLUSIVE.findall(lower(text).replace("nonexclusive", "non-exclusive"))) for text in (agreed, stated)]
    return not _disjoint(*({kind.replace(" ", "") for kind in found} for found in kinds))


def _time(agreed: str, stated: str) -> bool:
    """Lengths of time, last days, the life of patents, or for ever: one in common is enough."""
    return not _disjoint(_lasting(lower(agreed)), _lasting(lower(stated)))


def _lasting(low: str) -> set[object]:
    found: set[object] = set()
    for one in amounts.durations(low):
        if match := _SPAN.fullmatch(one.value):
            found |= {round(float(n) * _MONTHS[match[3]], 2) for n in match.groups()[:2] if n and match[3] in _MONTHS}
    found |= {one.value for one in dates.dates(low)}
    found |= {word for word, said in (("patents", _PATENT_LIFE), ("for ever", _FOR_EVER)) if said.search(low)}
    return found


def _territory(agreed: str, stated: str) -> bool:
    one, other = (_LEFT_OUT.sub("", text) for text in (agreed, stated))
    lands = [set(_lands(text)) | ({"world"} if _WORLD.search(text) else set()) for text in (one, other)]
    if any(map(_APART.search, (one, other))):
        return not _disjoint(*lands)
    return lands[0] == lands[1] if all(lands) else _words(one, other)


def _law(agreed: str, stated: str) -> bool:
    one, other = set(_lands(agreed)), set(_lands(stated))
    if not one or not other:
        return _words(agreed, stated)
    regions = [set(_REGION.findall(text)) for text in (agreed, stated)]
    return bool(one & other) and not _disjoint(*regions)


def _lands(text: str) -> Iterator[str]:
    yield from (found.value for found in countries.countries(text))
    yield from filter(None, map(countries.code, re.findall(r"[A-Z][\w.]{2,}", text)))


def _forum(agreed: str, stated: str) -> bool:
    """Institutions and their seats; where one of the two names none, courts against arbitration."""
    one, other = ({found.value for found in laws.institutions(text)} for text in (agreed, stated))
    if one and other:
        return bool(one & other) and not _disjoint(_seats(agreed), _seats(stated))
    return not _disjoint(_ways(agreed, one), _ways(stated, other))


def _ways(text: str, institutions: Iterable[str]) -> set[str]:
    said = {match[0].lower() for match in _WAYS.finditer(text)}
    return said | ({"arbitra"} if any(institutions) else set())


def _seats(text: str) -> set[str]:
    """The cities behind the institutions."""
    for found in reversed(list(laws.institutions(text))):
        text = text[: found.start] + text[found.end :]
    return {match["city"] for match in _SEAT.finditer(text)}


def _words(agreed: str, stated: str) -> bool:
    """Free text: the shorter one in the longer, small words and exceptions aside."""
    one, other = (_telling(_LEFT_OUT.sub("", text)) for text in (agreed, stated))
    if not one or not other:
        return True
    from rapidfuzz import fuzz  # only a term sheet needs it

    short, long = sorted((one, other), key=len)
    return max(fuzz.token_set_ratio(short, long), fuzz.partial_ratio(short, long)) >= _LIKE


def _telling(text: str) -> str:
    words = re.findall(r"[\w.%]+", lower(text).replace("license", "licence"))
    return " ".join(word.removesuffix("s") for word in words if word not in _SMALL)


_SAME: dict[str, Callable[[str, str], bool]] = {
    "licensor": companies.same,
    "licensee": companies.same,
    "effective_date": _day,
    "exclusivity": _exclusivity,
    "territory": _territory,
    "term": _time,
    "support_term": _time,
    "governing_law": _law,
    "forum": _forum,
}

"""Enumeration marks: which "(a)", "1.", "2.1" and bullets count items, and which are references or mere brackets."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from . import english

BULLETS = "\u2022\u25cf\u25aa\u2023\u00b7\u25e6\u25a0\u25cb\uf0b7\uf0a7\u2013\u2014\u00ff-*o"
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
_SHAPE = re.compile(
    r"(?P<open>\(?)(?:(?P<number>\d{1,3})|(?P<letters>[A-Za-z]{1,6}))(?P<close>[).:]?)$"
    r"|(?P<decimal>\d{1,3}(?:\.\s?\d{1,3})+)[.):]?$"
)
_CANDIDATE = re.compile(
    r"""(?P<paren>\(\s?(?:[a-z]|[A-Z]|[ivxl]{2,7}|[IVXL]{2,7}|aa|bb|cc|dd|ee|\d{1,2})\s?\)(?:[.:](?=\s))?)
      | (?<![\w(.,'-])(?:
        (?P<half>(?:[a-z]|[ivx]{2,5}|\d{1,2})\))
      | (?P<decimal>(?<![$/])(?:\d{1,2}(?:\.\d{1,2}){1,4}\.?|\d{1,2}(?:\.\s\d{1,2}){1,4}(?:\.|(?=\s\s)))
          (?=\s|["A-Z\[(]))
      | (?P<dot>(?<!\$)(?:[A-Za-z]|[ivx]{2,5}|[IVX]{2,5}|\d{1,2})\.(?=\s|["A-Z])))
      | (?P<bullet>(?<!\[)[\u2022\u25cf\u25aa\u2023\u00b7\u25e6\u25a0\uf0b7\uf0a7\u00ff](?=\s))""",
    re.VERBOSE,
)
_PAUSE = re.compile(r"[.:;?!]\)?[\"')\]]?\s*$|[;,]\s*(?:and|or|and/or)\s+$")
_SENTENCE_OVER = re.compile(r"(?<!\bNo)(?<!\bNos)(?<!\bArt)(?<!\bSec)[.;:][\"')\]]?\s+$")
_CAPITAL_FOLLOWS = re.compile(r"\s*(?:[\"'(\[]*[^\W\d_a-z]|[\"'\[]|\([a-z\d]{1,3}\)|[a-z]\))")
_LISTED_BEFORE = re.compile(r"(?:,|\b(?:and|or|to|through|in|under|of|with|see|per|by))\s*$", re.IGNORECASE)
_TITLE_BEFORE = re.compile(  # "… ARTICLE TWO PROJECT |2.1", "GENERAL |11.1"
    rf"\s*(?:[^a-z]*[A-Z]{{3}}[^a-z]*|{english.CLAUSE_WORD}(?:\s+(?:[^\sa-z]\S*|and|of|the|to|for|or|in|on|by|with|[-\u2013\u2014]))+"
    r"|[A-Z][\w/&-]*(?:\s+(?:[A-Z][\w/&-]*|and|of|the|or|to|for)){0,6})\s+"
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark as it may be read: "(i)" is the ninth letter or the first roman number."""

    text: str
    readings: tuple[tuple[str, int], ...]  # (series, ordinal); bullets have ordinal 0
    outer: Mark | None = None  # "(b)" of "(b)(i)"

    @property
    def clause_level(self) -> bool:
        """A number of clauses ("2.1", "Article 3"), not of items in a sentence."""
        return any(series.startswith(("decimal", "word")) for series, _ in self.readings)

    @property
    def last(self) -> tuple[str, int]:
        """The last of its readings; letters that count in no known way ("ccd") stand for themselves."""
        return self.readings[-1] if self.readings else ("word", 0)


def read(text: str) -> Mark | None:
    """The mark that stands alone in ``text`` ("(a)", "2.1", "Article 3", a bullet); None where it is none."""
    text = text.strip()
    if not text:
        return None
    if text in BULLETS or not any(char.isalnum() for char in text):
        return Mark(text, ((f"bullet {text[0]}", 0),))
    shape = _SHAPE.match(text)
    if shape is None:
        return _compound(text)
    if shape["decimal"]:
        *parents, last = (part.strip() for part in shape["decimal"].split("."))
        return Mark(text, ((f"decimal {'.'.join(parents)}", int(last)),))
    frame = f"{shape['open']}{shape['close']}"
    if shape["number"]:
        return Mark(text, ((f"number {frame}", int(shape["number"])),))
    return Mark(text, tuple(_letters(shape["letters"], frame)))


def _compound(text: str) -> Mark | None:
    """ "Article 3", "Schedule B", "(a)(i)"."""
    nested = re.fullmatch(r"(\(\w{1,4}\))\s?(\(\w{1,4}\))", text)
    if nested:
        inner = read(nested[2])
        return replace(inner, text=text, outer=read(nested[1])) if inner else None
    word, _, rest = text.rstrip(".:").rpartition(" ")
    if word:
        inner = read(rest)
        ordinal = inner.readings[-1][1] if inner and inner.readings else 0
        return Mark(text, ((f"word {word.lower()}", ordinal),))
    last = re.search(r"\([A-Za-z\d]{1,4}\)$", text)
    return read(last.group()) if last and last.start() else Mark(text, (("word", 0),))


def _letters(letters: str, frame: str) -> list[tuple[str, int]]:
    """The readings of letters as a letter and as a roman number."""
    case = "upper" if letters.isupper() else "lower"
    lower = letters.lower()
    readings = []
    if len(lower) == 1:
        readings.append((f"letter {case}{frame}", ord(lower) - 96))
    elif len(set(lower)) == 1 and lower[0] not in _ROMAN:
        readings.append((f"double {case}{frame}", ord(lower[0]) - 96))
    if set(lower) <= set(_ROMAN) and lower != "l":
        readings.append((f"roman {case}{frame}", _roman(lower)))
    return readings


def _roman(letters: str) -> int:
    values = [_ROMAN[letter] for letter in letters]
    return sum(-v if i + 1 < len(values) and v < values[i + 1] else v for i, v in enumerate(values))


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something in running text that may be an enumeration mark."""

    start: int
    end: int
    kind: str  # paren, half, dot, decimal, bullet
    mark: Mark
    place: str  # start (of the text given), break (behind a sentence, a semicolon, a wide gap), middle


def candidates(text: str, begin: int = 0) -> list[Candidate]:
    """The possible marks in ``text[begin:]``, references left out."""
    found: list[Candidate] = []
    reference_end = -1  # where the last mark that is a reference ends
    for hit in _CANDIDATE.finditer(text, begin):
        kind = hit.lastgroup or ""
        mark = read(re.sub(r"\s|(?<=\))[.:]", "", hit.group()))
        place = _place(text, begin, hit.start())
        if mark is None or not mark.readings:
            continue
        if kind == "paren" and _is_reference(text, hit, reference_end):
            reference_end = hit.end()
        elif _fits(text, begin, hit, kind, place):
            found.append(Candidate(hit.start(), hit.end(), kind, mark, place))
    return found


def _place(text: str, begin: int, start: int) -> str:
    before = text[max(begin, start - 12) : start]
    if not before.strip():
        return "start" if start - 12 <= begin or not text[begin:start].strip() else "break"
    if before.endswith(("  ", "\n", "\t")) or _PAUSE.search(before):
        return "break"
    since = re.split(r"[.:;?!]\s", text[max(begin, start - 120) : start])[-1]
    titled = _TITLE_BEFORE.fullmatch(since) and not _LISTED_BEFORE.search(since)  # "SECTIONS 9.4 AND |9.5"
    return "break" if titled else "middle"


def _is_reference(text: str, hit: re.Match[str], reference_end: int) -> bool:
    start, end = hit.span()
    before, after = text[max(0, start - 40) : start], text[end : end + 24]
    glued = before[-1:].isalnum() or start == reference_end
    if glued or english.REFERENCE.search(before):
        return True
    chained = re.fullmatch(r"\s*(?:,?\s*(?:and|or|and/or|through|to|&)|,|-)?\s*", text[reference_end:start])
    if reference_end >= 0 and chained:
        return True
    if re.match(
        r"\s*(?:,\s*)?(?:and|or|and/or|through|to|&)\s+\(\w{1,4}\)|\s*,\s*\(\w{1,4}\)|\s+(?:above|below|hereof)\b",
        after,
    ):
        return True
    word = re.search(r"([A-Za-z]+)[\s-]*$", before)
    return bool(word and word[1].lower() in english.NUMBER_WORDS)


def _fits(text: str, begin: int, hit: re.Match[str], kind: str, place: str) -> bool:
    """Marks other than "(a)" count only where a line or a sentence may begin."""
    if kind == "paren":
        return True
    if kind == "half":
        before = text[max(begin, hit.start() - 200) : hit.start()]
        return before.count("(") <= before.count(")") and not english.REFERENCE.search(before[-40:])
    before = text[max(begin, hit.start() - 40) : hit.start()]
    if place == "middle" and _LISTED_BEFORE.search(before):
        return False
    if (place == "middle" and kind != "decimal") or (
        english.REFERENCE.search(before) and not _SENTENCE_OVER.search(before)
    ):
        return False
    following = text[hit.end() : hit.end() + 12]
    if kind == "bullet" or _CAPITAL_FOLLOWS.match(following):
        return True
    return place == "start" if kind == "dot" else place != "middle" and following.startswith(("  ", "\t"))

"""Where sentences begin in the text of one paragraph, and which stretches of it read as headings."""

from __future__ import annotations

import re
from bisect import bisect_right

from . import english

_LONGEST = 300  # characters of a line that may be a title
_END = re.compile(r"[.?!]+[\"')\]]*(?=\s|[A-Z\"(\[]|$)")
_LAST_WORD = re.compile(r"([A-Za-z]+(?:\.[A-Za-z]+)*)$")
_NUMBER_FOLLOWS = re.compile(
    r"[\d#\[(*_\u25cf\u25cb]|X{2,}|(?:No|Nos|Pat|App|Ser|Reg|Appl)\b|[A-Z]{1,3}[\d-]|[A-Z]\b(?!')"
)
_ADDRESS = 100  # characters
_WIDE = re.compile(r"[^\S\n]*\n\s*|\t\s*|[^\S\n]{2,}")
_OPENING = re.compile(
    rf"{english.CLAUSE_WORD}\s+(?:\d+|[IVXL]+|[A-Z][a-z]+|[A-Z]{{3,}})\b(?!\s+[a-z(])|(?:SCHEDULE|EXHIBIT|ANNEX|ANNEXURE|APPENDIX)"
    r"\s+[A-Z\d]+\b(?!\s+[a-z(])|RECITALS?\b|W\s?I\s?T\s?N\s?E\s?S\s?S\s?E\s?T\s?H|By:|Name:|Title:|/s/|Source:"
)
_ANYWHERE = re.compile(
    r"(?=[AINSTW])(?:"  # what any of it begins with: quick
    r"(?<=\s)(?:WHEREAS\b|NOW,? ?THEREFORE\b|IN WITNESS WHEREOF\b|TABLE OF CONTENTS\b)"
    r"|(?<=[.:;] )(?:ARTICLE|SECTION)\s+(?:\d+|[IVXL]+|[A-Z]{3,})\b(?!\s+[a-z]))"
)
_WORD = re.compile(r"[^\W_]+(?:['/&-][^\W_]+)*")
_KEYWORD = re.compile(rf"(?:{english.CLAUSE_WORD}|{english.SCHEDULE.pattern})\s*", re.IGNORECASE)
_RUN_IN = re.compile(r"\s*(?:[:.]|\s[-\u2013\u2014]|\.\s?[-\u2013\u2014])\s+(?=[\"'(\[A-Z])")


def starts(text: str, begin: int, end: int) -> list[int]:
    """The offsets in ``text[begin:end]`` at which a sentence begins, ``begin`` not among them."""
    found = {_skip_space(text, hit.end()) for hit in _END.finditer(text, begin, end) if _ends(text, begin, hit)}
    found.update(hit.start() for hit in _ANYWHERE.finditer(text, begin, end))
    found.update(_soft(text, begin, end, sorted(found)))
    return sorted(offset for offset in found if begin < offset < end)


def _skip_space(text: str, offset: int) -> int:
    while offset < len(text) and text[offset].isspace():
        offset += 1
    return offset


def _ends(text: str, begin: int, hit: re.Match[str]) -> bool:
    """The full stop, question or exclamation mark at ``hit`` ends a sentence."""
    following = _skip_space(text, hit.end())
    if following >= len(text):
        return False
    if following == hit.end() and not _glued(text, hit):
        return False
    first = text[following]
    if first.islower() or first in ",;.)%" or (first.isdigit() and text[hit.start() - 1 : hit.start()].isdigit()):
        return False  # "clause 3. 9" is a number with a blank in it; a clause's number begins a sentence by itself
    if not hit.group().startswith("."):
        return not text.startswith("Error!", hit.start() - 5)  # Word's own words for a lost reference
    if hit.group().startswith("..."):
        return not hit.group().startswith("....")  # a line of dots leads to a page number, or is a blank
    return _no_abbreviation(text, begin, hit, following)


def _glued(text: str, hit: re.Match[str]) -> bool:
    """ "Agreement.Licensee": a missing blank, not an address or a number."""
    chunk = text[max(0, hit.start() - _ADDRESS) : hit.start()].rsplit(" ", 1)[-1]
    if "@" in chunk or "/" in chunk or chunk.startswith("www"):
        return False
    return bool(
        re.search(r"[a-z]{2}[\"')\]]*$", chunk) and re.match(r"[\"'(]?[A-Z][a-z]|[\"'(]*[A-Z]\s", text[hit.end() :])
    )


def _no_abbreviation(text: str, begin: int, hit: re.Match[str], following: int) -> bool:
    word = _LAST_WORD.search(text, max(begin, hit.start() - 30), hit.start())
    if word is None:
        return True
    lower, rest = word[1].lower(), text[following : following + 24]
    if lower in english.NEVER_END:
        return False
    if lower in english.BEFORE_NUMBER:
        return not _NUMBER_FOLLOWS.match(rest)
    if lower in english.MAY_END or "." in lower:
        return _begins_sentence(rest, parties="." not in lower)
    if len(lower) == 1 and word[1].isupper() and text[word.start() - 1 : word.start()] != "'":
        return _no_initial(text[max(begin, word.start() - 24) : word.start()], rest)
    return True


def _no_initial(before: str, rest: str) -> bool:
    """A single letter with a full stop: "Exhibit A. The …" ends a sentence, "Frank J. Smith" does not."""
    previous = _LAST_WORD.search(before.rstrip())
    lettered = previous is not None and previous[1].lower() in english.LETTERED
    return previous is not None and _begins_sentence(rest, parties=lettered)


def _begins_sentence(rest: str, parties: bool) -> bool:
    word = _WORD.match(rest.lstrip("\"'(["))
    if word is None:
        return False
    lower = word.group().lower()
    return lower in english.STARTERS or (parties and lower in english.PARTY_WORDS)


def _soft(text: str, begin: int, end: int, hard: list[int]) -> set[int]:
    """Sentence starts behind a soft line break or a wide gap, where what follows is clearly something new."""
    found: set[int] = set()
    since = begin
    for gap in _WIDE.finditer(text, begin, end):
        offset = gap.end()
        since = max(since, _last(hard, gap.start()), gap.start() - _LONGEST)
        before = text[since : gap.start()]
        if _OPENING.match(text, offset) or _line_ends(before, gap.group(), text[offset : offset + 2]):
            found.add(offset)
            since = offset
        elif "\n" in gap.group() and before.rstrip().endswith((".", ":", ";")):
            since = offset
    return found


def _last(offsets: list[int], limit: int) -> int:
    """The last of the sorted offsets up to the limit; 0 where there is none."""
    i = bisect_right(offsets, limit)
    return offsets[i - 1] if i else 0


def _line_ends(before: str, gap: str, first: str) -> bool:
    """The line before a gap is whole by itself: a title, a letterhead's line."""
    if not re.match(r"[\"']?[^\W_a-z]", first) or not before.strip() or before.rstrip()[-1] in ",-":
        return False
    return is_title(before.strip()) if "\n" in gap or len(gap) > 2 else False


def is_title(text: str) -> bool:
    """A short run of capitalised words without a verb or a number: what a heading looks like where nothing marks it."""
    bare = text.strip(" \t\n.:;-\u2013\u2014\"'()[]")
    words = _WORD.findall(bare)
    keyword = _KEYWORD.match(bare)
    stops = text.rstrip()[-1:]
    if words and stops == ":" and words[0].lower() in english.STARTERS:  # "Each Licensee:"
        return False
    if (
        not words
        or stops in (",", ";")
        or len(words) > (8 if stops == "." else 20 if keyword or bare.isupper() else 12)
    ):
        return False
    if keyword and len(words) <= 5 and re.fullmatch(r"\S+\s+[\dA-Z][\w.()-]*", bare):
        return True
    if words[-1].lower() in english.SMALL_WORDS or all(word.lower() in english.STARTERS for word in words):
        return False
    if re.search(r"[$%*@]", bare) or (re.search(r"[\d_/\[\]]", bare) and not keyword):
        return False
    if (english.VERB_IN_CAPITALS if bare.isupper() else english.VERB).search(bare):
        return False
    return words[0][0].isupper() and all(not word[0].islower() or word in english.SMALL_WORDS for word in words)


def run_in(text: str, begin: int, end: int) -> int:
    """Where a run-in heading at ``begin`` ends; ``begin`` where there is none.

    "Term: This …", "No Waiver - If …", "Governing Law This Agreement …", "DEFINITIONS In this …".
    """
    words = 0
    position = begin
    if not text[begin : begin + 1].isalnum():
        return begin
    for word in _WORD.finditer(text, begin, min(end, begin + 120)):
        if words and text[position : word.start()].strip(" ,&/;()") and not _RUN_IN.match(text, position):
            return begin
        stop = _RUN_IN.match(text, position) if words else None
        if stop and stop.end() <= word.start():
            return stop.end() if _sentence_follows(text, stop.end(), end) else begin
        lower = word.group().lower()
        if words and word.group()[0].isupper() and lower in english.STARTERS and _bare_heading_ends(text, begin, word):
            return begin if text.startswith("No.", word.start()) else word.start()  # "Japanese Patent No. 4,123,456"
        if (
            words >= 8
            or not (word.group()[0].isupper() or lower in english.SMALL_WORDS)
            or english.VERB.fullmatch(word.group())
        ):
            return begin
        words, position = words + 1, word.end()
    return begin


def _bare_heading_ends(text: str, begin: int, word: re.Match[str]) -> bool:
    """A heading without any mark behind it: the next word only begins sentences, and is written in another case."""
    before = text[begin : word.start()].rstrip()
    if not re.search(r"[A-Za-z)]$", before) or before.split()[0].lower() in english.STARTERS:
        return False
    return word.group()[1:].islower() or len(word.group()) == 1 or not before.isupper()


def _sentence_follows(text: str, begin: int, end: int) -> bool:
    return bool(english.VERB.search(text, begin, min(end, begin + 600))) and len(text[begin:end].split()) > 3

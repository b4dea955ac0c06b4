"""Headings, by style or by look: which part of a paragraph is its heading, and why it is taken for one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from .captions import (
    begins_with_a_word,
    in_capitals,
    in_title_case,
    is_caption,
    is_furniture,
    is_plain_caption,
    names_a_company,
    opens_a_sentence,
)
from .lines import LOOKS, Heading, Line, look_end
from .numerals import numeral
from .run_in import ENDS_SENTENCE, run_in_heading

_COLUMNS = re.compile(r"\s{4,}")
_OFTEN = 3  # a caption that stands so often is a running header


def headings(lines: Sequence[Line | None]) -> list[Heading | None]:
    """The heading of each paragraph; None for none, and for a line of a table of contents (given as None)."""
    found: list[Heading | None] = [None] * len(lines)
    shown = [position for position, line in enumerate(lines) if line is not None and line.text.strip()]
    before, waiting = "", False
    for place, position in enumerate(shown):
        line = lines[position]
        if line is None:
            continue
        following = lines[shown[place + 1]] if place + 1 < len(shown) else None
        bare = not line.words
        heading = _bare(line) if bare else _heading(line, before, following)
        found[position] = heading or _below_bare(line, waiting)
        before, waiting = line.text, bare and heading is not None
    return _without_running_headers(lines, found)


def _heading(line: Line, before: str, following: Line | None) -> Heading | None:
    return _by_style(line) or _whole(line, before, following) or run_in_heading(line, before)


def _bare(line: Line) -> Heading | None:
    """ "ARTICLE 1" alone: its caption is the next paragraph."""
    word = numeral(line.number).word if line.typed else ""
    return Heading(len(line.text), f"{word} number alone") if word else None


def _below_bare(line: Line, waiting: bool) -> Heading | None:
    """ "Licensed Patents" below "SCHEDULE 1"."""
    if not waiting or line.number or line.in_table or line.words.endswith((".", ":", ";")):
        return None
    if is_furniture(line.words) or names_a_company(line.words) or _COLUMNS.search(line.words):
        return None
    return Heading(len(line.text), "short, below a number", 2) if is_plain_caption(line.words, numbered=True) else None


def _by_style(line: Line) -> Heading | None:
    titled = line.style.casefold() in ("title", "subtitle")
    if (line.outline is None and not titled) or not is_caption(line.words, most=20):
        return None
    return Heading(len(line.text), f"style {line.style}")


def _whole(line: Line, before: str, following: Line | None) -> Heading | None:
    """The whole paragraph is a heading by its look."""
    words = line.words
    if words.endswith((";", ",")) or ("\n" in words and not line.numbered):
        return None
    looks = _looks(line)
    asking = looks[:1] in (["bold"], ["underline"]) or (looks[:1] == ["caps"] and _is_above(line, following))
    asking = asking and line.numbered and not words.endswith((".", ":"))  # "What is licensed"
    if not is_caption(words, verbs=asking):
        return None
    return _numbered(line, looks) if line.numbered else _free(line, looks, before, following.text if following else "")


def _is_above(line: Line, following: Line | None) -> bool:
    """The next paragraph is the first below this one: "5.1" behind "5."."""
    return following is not None and following.number.startswith(line.number.rstrip(".") + ".")


def _numbered(line: Line, looks: Sequence[str]) -> Heading | None:
    parsed, words = numeral(line.number), line.words
    if looks:
        return Heading(len(line.text), f"short, {looks[0]}, numbered", _rank(looks))
    lettered = parsed.form == "." and parsed.tail[:1] and parsed.tail[0].isupper()
    if not (parsed.path or parsed.word or lettered) or len(parsed.path) > 2 or line.in_table or words.endswith(":"):
        return None
    settled = parsed.word or not words.endswith(".") or in_title_case(words) or in_capitals(words)
    if not settled or not is_plain_caption(words, numbered=True):
        return None
    return Heading(len(line.text), "short, numbered", 2)


def _free(line: Line, looks: Sequence[str], before: str, following: str) -> Heading | None:
    """A heading without a number needs a look, and must not be a name, a label, or a line of a text in capitals."""
    words = line.words
    if line.number or line.in_table or words[0] == "[" or len(_COLUMNS.findall(words)) > 1:
        return None
    if words.endswith((".", ":")) and not (looks[:1] == ["caps"] and _stands_alone(words, before)):
        return None
    if not begins_with_a_word(words) or names_a_company(words) or opens_a_sentence(words) or is_furniture(words):
        return None
    if looks in ([], ["italic"]) or (looks == ["caps"] and _within_capitals(before, following)):
        return None
    return Heading(len(line.text), f"short, {looks[0]}", _rank(looks))


def _stands_alone(words: str, before: str) -> bool:
    """ "DEFINITIONS." or "WHEREAS:", not the end of a text in capitals."""
    return len(words.split()) <= 4 and not before.isupper() and bool(ENDS_SENTENCE.search(before))


def _within_capitals(before: str, following: str) -> bool:
    """The lines around are capitals that run on: a warranty disclaimer cut into lines."""
    above = before.isupper() and len(before) > 40 and not ENDS_SENTENCE.search(before)
    return above or (following.isupper() and (len(following) > 60 or following.rstrip().endswith((".", ",", ";"))))


def _without_running_headers(lines: Sequence[Line | None], found: list[Heading | None]) -> list[Heading | None]:
    def caption(position: int) -> str:
        line, heading = lines[position], found[position]
        free = line is not None and heading is not None and not line.number and line.outline is None
        return line.words.casefold() if free and line is not None else ""

    captions = [caption(position) for position in range(len(lines))]
    often = {words for words, number in Counter(captions).items() if words and number >= _OFTEN}
    return [None if words in often else heading for words, heading in zip(captions, found, strict=True)]


def _looks(line: Line) -> list[str]:
    """The looks that the whole paragraph behind its typed number has, the strongest first."""
    size = len(line.text.rstrip())
    looks = [look for look in LOOKS if (end := look_end(line, look)) is not None and end >= size]
    if in_capitals(line.words) and "caps" not in looks:
        looks.append("caps")
    return sorted(looks, key=("caps", "bold", "underline", "italic").index)


def _rank(looks: Sequence[str]) -> int:
    return {"caps": 0, "bold": 1}.get(looks[0], 2)

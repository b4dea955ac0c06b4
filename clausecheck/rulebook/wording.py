"""A reading as words alone: the words of every unit in the order in which it is read, with the way back to tokens."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from itertools import pairwise, repeat
from typing import Any

from ..model import Reading

HYPHEN = "-"


class Words:
    """The words of a Doc: text as it stands, and the half-open token range of each.

    A word begins with a letter or digit; what a hyphen joins to it belongs to it; marks and possessive endings are
    no words.
    """

    def __init__(self, doc: Any) -> None:
        self.texts: list[str] = []
        self.firsts: list[int] = []  # token at which each word begins
        self.ends: list[int] = []  # token behind its last
        self._collect(doc)

    def _collect(self, doc: Any) -> None:
        forms: dict[int, str] = {}  # the word that a token is; HYPHEN for a hyphen, nothing for other marks
        strings, texts, firsts, ends = doc.vocab.strings, self.texts, self.firsts, self.ends
        in_word = joined = False  # the token before ends a word; a hyphen joins this one to it
        apart = True  # a blank stands before this token
        pairs = zip(doc.to_array("ORTH").tolist(), doc.to_array("SPACY").tolist(), strict=True)
        for token, (orth, blank) in enumerate(pairs):
            form = forms.get(orth)
            if form is None:
                text = strings[orth]
                form = forms[orth] = text if text[0].isalnum() or text == HYPHEN else ""
            if not form:
                in_word = joined = False
            elif form == HYPHEN:
                in_word, joined = False, in_word and not apart and not blank
            elif joined:
                texts[-1] = f"{texts[-1]}-{form}"
                ends[-1] = token + 1
                in_word, joined = True, False
            else:
                texts.append(form)
                firsts.append(token)
                ends.append(token + 1)
                in_word = True
            apart = bool(blank)

    def within(self, first: int, end: int) -> tuple[int, int]:
        """The words that begin in a token range."""
        return bisect_left(self.firsts, first), bisect_left(self.firsts, end)


class UnitWords:
    """All units of a reading laid end to end: position ``p`` is one word of one unit.

    Lead-ins stand once for every unit that is read behind them, so that adjacency and gaps are plain arithmetic.
    """

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.words = Words(reading.doc)
        self.word_at: list[int] = []  # which word of the Doc stands at each position
        self._unit_at: list[int] = []  # which unit each position is of
        self._breaks: set[int] = set()  # positions at which a token range begins
        self._laid: list[tuple[int, int, int, int, int]] = []  # unit, token range, its first word and first position
        for number, unit in enumerate(reading.units):
            self._lay(number, unit.ranges)
        lower = [text.lower() for text in self.words.texts]
        self.texts = [lower[word] for word in self.word_at]
        self.index: dict[str, list[int]] = defaultdict(list)  # of each word in lower case its positions
        for position, text in enumerate(self.texts):
            self.index[text].append(position)
        self.sorted_words = sorted(self.index)

    def positions(self, word: str) -> dict[int, list[int]]:
        """The positions of a word in lower case, by unit."""
        by_unit: dict[int, list[int]] = {}
        for position in self.index.get(word, ()):
            by_unit.setdefault(self._unit_at[position], []).append(position)
        return by_unit

    def _lay(self, unit: int, ranges: tuple[tuple[int, int], ...]) -> None:
        for first, end in ranges:
            word, last = self.words.within(first, end)
            self._breaks.add(len(self.word_at))
            self._laid.append((unit, first, end, word, len(self.word_at)))
            self.word_at.extend(range(word, last))
            self._unit_at.extend(repeat(unit, last - word))

    def exact(self, start: int, end: int) -> tuple[str, ...]:
        """The words at ``start:end`` in the case in which they stand."""
        texts = self.words.texts
        return tuple([texts[word] for word in self.word_at[start:end]])

    def word(self, position: int) -> tuple[int, int]:
        """The token range of the word at a position."""
        word = self.word_at[position]
        return self.words.firsts[word], self.words.ends[word]

    def spans(self, start: int, end: int) -> list[tuple[int, int]]:
        """The token ranges of the words at ``start:end``, parted where the unit's ranges meet."""
        cuts = [start, *(p for p in range(start + 1, end) if p in self._breaks), end]
        firsts, ends = self.words.firsts, self.words.ends
        return [(firsts[self.word_at[a]], ends[self.word_at[b - 1]]) for a, b in pairwise(cuts) if a < b]

    def placed(self, ranges: list[tuple[int, int]]) -> dict[int, list[tuple[int, int, tuple[int, int]]]]:
        """For each unit, the positions ``start, end`` of the given token ranges that lie in it, with those ranges.

        ``ranges`` are sorted. One without a word, such as a blank, has ``start == end``.
        """
        firsts, ends = self.words.firsts, self.words.ends
        starts = [first for first, _ in ranges]
        placed: dict[int, list[tuple[int, int, tuple[int, int]]]] = {}
        for unit, first, end, word, position in self._laid:
            for span in ranges[bisect_left(starts, first) : bisect_left(starts, end)]:
                if span[1] <= end:
                    shift = position - word
                    a = max(bisect_right(ends, span[0]), word) + shift
                    b = max(bisect_left(firsts, span[1]) + shift, a)
                    placed.setdefault(unit, []).append((a, b, span))
        return placed

    def openers(self) -> set[int]:
        """The words of the Doc that open a paragraph, after its number and run-in heading."""
        reading = self.reading
        found = set()
        for paragraph, start, (first, end) in zip(
            reading.draft.paragraphs, reading.starts, reading.tokens, strict=True
        ):
            skipped = paragraph.typed if paragraph.is_heading else max(paragraph.typed, paragraph.heading_end)
            word, last = self.words.within(first, end)
            while word < last and reading.doc[self.words.firsts[word]].idx < start + skipped:
                word += 1
            found.add(word)
        return found

"""The tokeniser: what a word is in an agreement, even where words are glued to marks, numbers and one another.

Conventions, on which the phrase language builds:

* letters, digits and marks never share a token, except in numbers ("7,123,456", "2.1"), codes of letters and digits
  ("US2019", "B2"), addresses ("x@y.com", "www.x.com") and abbreviations with inner full stops ("U.S.", "e.g.");
* "non-exclusive" is ``non``, ``-``, ``exclusive``; "Licensee's" is ``Licensee``, ``'s``; "and/or" is ``and``, ``/``,
  ``or``; "thirty(30)days" is ``thirty``, ``(``, ``30``, ``)``, ``days``; "Inc." is ``Inc``, ``.``;
* runs of one mark are one token ("____", "***", "..."); white space beyond the one blank behind a token is a token
  (``is_space``), as everywhere in spaCy;
* ``doc._.words`` has ``len(doc) + 1`` entries: ``words[i]`` is the number of *words* that begin before token ``i``. A
  word is a token with a letter or digit; the parts of a hyphenated word and a possessive "'s" continue the word before
  them. So the words between tokens ``a`` (end) and ``b`` (start) are ``words[b] - words[a]``, and token ``i`` begins a
  word where ``words[i + 1] > words[i]``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from spacy.tokens import Doc
from spacy.vocab import Vocab

# One token, and whether one blank follows it.
_TOKEN = re.compile(
    r"""(
      [A-Za-z]+(?=[ ,;)])                                                       # most tokens, so they are tried first
    | \u2029\n                                                                  # between two paragraphs
    | [\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+ | (?:https?://|www\.)[^\s<>"')\]]+      # addresses
    | (?:[A-Za-z]\.){2,} | Ph\.D\.?                                            # U.S., e.g., a.m.
    | \d+(?=(?:days?|months?|years?|hours?|weeks?|percent|st|nd|rd|th)\b)      # 30days
    | \d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\w])                                    # 7,123,456
    | \d+(?:\.\d+)+(?![^\W_A-Z]|[A-Z](?![a-z][a-z]))                          # 2.1.3, also in 2.1Licensor
    | \d+(?=[A-Z][a-z]{2})                                                    # 2Licensor
    | (?<=\w)'(?:s|re|ve|ll|d)(?![a-z]) | (?<=[A-Z])'S(?![A-Za-z])            # Licensee's
    | (?:Sections?|Articles?|Clauses?|Exhibits?|Schedules?)(?=\d)             # Section2.1
    | _+ | \*+ | \.{2,} | -{2,} | ={2,}
    | [^\W_]+
    | [^\s]
    | [^\S\u2029]+                                            # white space beyond the one blank behind a token
    )((?:(?<!\u2029\n)[ ])?)""",
    re.VERBOSE,
)


def split(text: str) -> list[str]:
    """The tokens of a text as the draft's are made: literals of the phrase language are split the same way."""
    return [token for token, _ in _TOKEN.findall(text)]


def _count_words(tokens: list[str], blanks: list[bool]) -> tuple[int, ...]:
    """How many words begin before each token, and before the end."""
    counts, count = [0] * (len(tokens) + 1), 0
    for i, token in enumerate(tokens):
        if token[0].isalnum() and not _continues(tokens, blanks, i):
            count += 1
        counts[i + 1] = count
    return tuple(counts)


def _continues(tokens: list[str], blanks: list[bool], i: int) -> bool:
    """Token ``i`` is joined to a word before it by a hyphen."""
    return i > 1 and tokens[i - 1] == "-" and not (blanks[i - 1] or blanks[i - 2]) and tokens[i - 2][0].isalnum()


class ContractTokenizer:
    """Splits folded text into the tokens described above; put in the place of a spaCy pipeline's own tokeniser."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """A Doc whose text equals ``text``, with ``doc._.words`` set."""
        pairs = _TOKEN.findall(text)
        tokens, blanks = [token for token, _ in pairs], [bool(blank) for _, blank in pairs]
        doc = Doc(self.vocab, words=tokens, spaces=blanks)
        doc._.text, doc._.texts, doc._.offsets = text, tuple(tokens), tuple(doc.to_array("IDX").tolist())
        doc._.words = _count_words(tokens, blanks)
        return doc

    def pipe(self, texts: Iterable[str]) -> Iterable[Doc]:
        """What spaCy calls for many texts."""
        return map(self, texts)

    def to_bytes(self, **_: object) -> bytes:
        """Nothing is learnt, so nothing is kept."""
        return b""

    def from_bytes(self, _: bytes, **__: object) -> ContractTokenizer:
        """Nothing is learnt, so nothing is read."""
        return self

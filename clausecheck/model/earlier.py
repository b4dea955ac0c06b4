"""What an earlier review wrote into the file, and what people made of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

# A comment leads with the code of its finding; those of other findings at the same words follow behind "Also"
_CODE = re.compile(r"(?:Also )?([A-Z][A-Z0-9]{1,7}-[0-9]{2,3})\b")


@dataclass(frozen=True, slots=True)
class Reply:
    """What somebody else answered to one of our comments."""

    author: str
    date: str  # as Word writes it; empty where it gives none
    text: str


@dataclass(frozen=True, slots=True)
class EarlierRemark:
    """One of our comments as it stands in the file.

    ``paragraph``, ``start`` and ``end`` say where it is anchored, in the text without our pending marks; ``paragraph``
    is None where only words of ours were there. ``kept``: it stays in the file, because others answered.
    """

    lines: tuple[str, ...]
    paragraph: int | None = None
    start: int = 0
    end: int = 0
    words: str = ""  # text[start:end]
    resolved: bool = False
    replies: tuple[Reply, ...] = ()
    kept: bool = False
    codes: tuple[str, ...] = field(init=False)  # of all findings that it tells, the leading one first

    def __post_init__(self) -> None:
        codes = dict.fromkeys(found[1] for line in self.lines if (found := _CODE.match(line)))
        object.__setattr__(self, "codes", tuple(codes))

    @property
    def leads(self) -> str:
        """The code that the comment leads with; empty for one on the whole draft."""
        found = _CODE.match(self.lines[0]) if self.lines else None
        return found[1] if found and found.start(1) == 0 else ""

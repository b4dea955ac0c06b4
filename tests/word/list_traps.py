"""Small drafts in which others count wrongly, each with the numbers that Word prints, found by hand from the standard.

LibreOffice is a second witness (test_numbers_as_libreoffice.py); where it prints otherwise, ``fault`` says by what rule
it is wrong. Citations without a name are of ECMA-376 Part 1.
"""

from __future__ import annotations

from dataclasses import dataclass

from .list_xml import (
    DECIMALS,
    LEGAL,
    abstract,
    level,
    level_override,
    num,
    paragraph,
    setting,
    start_override,
    told_apart,
)


@dataclass(frozen=True)
class Trap:
    """A body, its lists and styles, and the number of each paragraph; "" for none."""

    paragraphs: tuple[str, ...]
    lists: str
    numbers: str  # separated by single blanks, "-" for none
    styles: str = ""
    fault: str = ""  # why LibreOffice 7.4 prints other numbers

    @property
    def alone(self) -> bool:
        """It cannot share a file with others: it names the default style."""
        return "w:default" in self.styles

    @property
    def body(self) -> str:
        return told_apart(self.paragraphs)

    @property
    def expected(self) -> list[str]:
        return ["" if number == "-" else number.replace("_", " ") for number in self.numbers.split(" ")]


def depths(*levels: int, of: int = 1) -> tuple[str, ...]:
    return tuple(paragraph(of, one) for one in levels)


def steps(*pairs: tuple[int, int]) -> tuple[str, ...]:
    """Paragraphs of (list, level)."""
    return tuple(paragraph(*pair) for pair in pairs)


ONE = abstract(0, LEGAL) + num(1, 0)
TWO = ONE + num(2, 0)
ALL_LEVELS = start_override(0, 1) + start_override(1, 1) + start_override(2, 1)
RESTARTS = "17.9.10: LibreOffice 7.4 restarts every level after any higher one, whatever lvlRestart says"


COUNTING: dict[str, Trap] = {
    # 17.9.1, 17.9.15: a definition counts, whichever list names it
    "lists of one definition count on": Trap(steps((1, 0), (2, 0), (1, 0)), TWO, "1. 2. 3."),
    "another list at a deeper level counts on": Trap(
        steps((1, 0), (1, 1), (2, 1), (2, 0), (1, 1)), TWO, "1. 1.1 1.2 2. 2.1"
    ),
    "lists of two definitions count apart": Trap(
        steps((1, 0), (2, 0), (1, 0), (2, 0)), ONE + abstract(1, LEGAL) + num(2, 1), "1. 1. 2. 2."
    ),
    "a list that is not defined has no number": Trap(steps((77, 0), (1, 0)), ONE, "- 1."),
    # 17.9.26: its own start counts once, when the list is first used, and whenever it restarts
    "own start": Trap(steps((1, 0), (2, 0), (2, 0), (1, 0)), ONE + num(2, 0, start_override(0, 5)), "1. 5. 6. 7."),
    "own start of zero": Trap(steps((2, 0), (2, 0)), ONE + num(2, 0, start_override(0, 0)), "0. 1."),
    "own start below": Trap(
        steps((1, 0), (1, 1), (1, 1), (2, 1), (2, 1), (1, 1)),
        ONE + num(2, 0, start_override(1, 5)),
        "1. 1.1 1.2 1.5 1.6 1.7",
    ),
    "own start again below a new parent": Trap(
        steps((2, 0), (2, 1), (2, 0), (2, 1)),
        ONE + num(2, 0, start_override(1, 5)),
        "1. 1.5 2. 2.5",
        fault="17.9.26 (first edition: the value is used whenever the level is restarted)",
    ),
    "own starts for every level, as Word writes them": Trap(
        steps((1, 0), (1, 1), (1, 2), (2, 0), (2, 1), (1, 0), (1, 1), (2, 0), (2, 1)),
        ONE + num(2, 0, ALL_LEVELS),
        "1. 1.1 (a) 1. 1.1 2. 2.1 3. 3.1",
    ),
    "a list restarted below does not restart its parent later": Trap(
        steps((1, 0), (2, 1), (2, 1), (2, 0), (2, 1)), ONE + num(2, 0, ALL_LEVELS), "1. 1.1 1.2 2. 2.1"
    ),
    "the start of a level that is not in use does not restart the one that is": Trap(
        steps((1, 0), (1, 1), (2, 1)), ONE + num(2, 0, start_override(0, 7) + start_override(1, 1)), "1. 1.1 1.1"
    ),
    # 17.9.8: a whole level
    "whole level of its own": Trap(
        steps((1, 0), (2, 0), (2, 0), (1, 0)),
        ONE + num(2, 0, level_override(0, level(0, "Art. %1", "upperRoman", start=4))),
        "1. Art._II Art._III 4.",
    ),
    "whole level and start": Trap(
        steps((1, 0), (2, 0), (2, 0), (1, 0)),
        ONE + num(2, 0, level_override(0, setting("startOverride", 9) + level(0, "(%1)", "upperRoman", start=4))),
        "1. (IX) (X) 11.",
    ),
    "whole level of its own in the middle": Trap(
        steps((1, 0), (2, 1), (2, 1), (1, 1)),
        ONE + num(2, 0, level_override(1, level(1, "(%2)", "upperLetter"))),
        "1. (A) (B) 1.3",
    ),
    "restart inside an override is ignored": Trap(
        steps((1, 0), (1, 1), (1, 0), (2, 1)),
        ONE + num(2, 0, level_override(1, level(1, "%1.%2", more=setting("lvlRestart", 0)))),
        "1. 1.1 2. 2.1",
    ),
    # 17.9.10
    "never restarts": Trap(
        depths(0, 1, 0, 1),
        abstract(0, level(0, "%1.") + level(1, "[%2]", more=setting("lvlRestart", 0))) + num(1, 0),
        "1. [1] 2. [2]",
        fault=RESTARTS,
    ),
    "restarts after level one alone": Trap(
        depths(0, 1, 2, 1, 2, 0, 2),
        abstract(0, level(0, "%1.") + level(1, "%1.%2") + level(2, "(%3)", more=setting("lvlRestart", 1))) + num(1, 0),
        "1. 1.1 (1) 1.2 (2) 2. (1)",
        fault=RESTARTS,
    ),
    "restart after itself is ignored": Trap(
        depths(0, 1, 1, 0, 1),
        abstract(0, level(0, "%1.") + level(1, "%1.%2", more=setting("lvlRestart", 2))) + num(1, 0),
        "1. 1.1 1.2 2. 2.1",
    ),
    # a parent that is passed over shows its start, and is used up by that
    "first paragraph on level two": Trap(depths(1, 1, 0, 1), ONE, "1.1 1.2 2. 2.1"),
    "first paragraph on level three": Trap(depths(2, 1, 0), abstract(0, DECIMALS) + num(1, 0), "1.1.1 1.2 2."),
    "level passed over in the middle": Trap(
        depths(0, 1, 0, 2, 1, 2), abstract(0, DECIMALS) + num(1, 0), "1. 1.1 2. 2.1.1 2.2 2.2.1"
    ),
    "own start of a parent that is passed over": Trap(
        steps((2, 1), (2, 0), (2, 0)), ONE + num(2, 0, start_override(0, 7)), "1.1 7. 8."
    ),
}

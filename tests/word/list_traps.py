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
    bare,
    in_list,
    level,
    level_override,
    num,
    paragraph,
    setting,
    start_override,
    style,
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
LINKED = level(0, "%1.", more=setting("pStyle", "H1")) + level(1, "%1.%2", more=setting("pStyle", "H2"))
LINKED += level(2, "(%3)", "lowerLetter")
HEADINGS = style("H1", in_list(1), name="heading 1") + style("H2", in_list(depth=1), based_on="H1", name="heading 2")
ALL_LEVELS = start_override(0, 1) + start_override(1, 1) + start_override(2, 1)
DEFERS = '<w:abstractNum w:abstractNumId="8"><w:numStyleLink w:val="Firm"/></w:abstractNum>'
FIRM = style("Firm", in_list(2), kind="numbering")
RESTARTS = "17.9.10: LibreOffice 7.4 restarts every level after any higher one, whatever lvlRestart says"
ALTERNATIVE = (
    '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/>'
    '</mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
)


def with_start(depth: int, rest: str) -> str:
    return f'<w:lvl w:ilvl="{depth}">{rest}</w:lvl>'


TRAPS: dict[str, Trap] = {
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
    # 17.9.23, 17.3.1.19: styles
    "style linked to a level": Trap(
        (bare(style="H1"), bare(style="H2"), bare(style="H2"), bare(style="H1")),
        abstract(0, LINKED) + num(1, 0),
        "1. 1.1 1.2 2.",
        HEADINGS,
    ),
    "style based on a linked one, with a level of its own": Trap(
        (bare(style="H1"), bare(style="H2"), bare(style="K")),
        abstract(0, LINKED) + num(1, 0),
        "1. 1.1 (a)",
        HEADINGS + style("K", in_list(depth=2), based_on="H2"),
    ),
    "style based on a linked one": Trap(
        (bare(style="H1"), bare(style="K"), bare(style="K")),
        abstract(0, LINKED) + num(1, 0),
        "1. 1.1 1.2",
        HEADINGS + style("K", based_on="H2"),
    ),
    "level of a paragraph in the list of its style": Trap(
        (bare(style="H1"), bare(in_list(depth=1), style="H1")), abstract(0, LINKED) + num(1, 0), "1. 1.1", HEADINGS
    ),
    "list of a paragraph at the level of its style": Trap(
        (bare(style="H1"), bare(style="H2"), bare(in_list(2), style="H2")),
        abstract(0, LINKED) + abstract(1, LEGAL) + num(1, 0) + num(2, 1),
        "1. 1.1 1.1",
        HEADINGS,
    ),
    "level is missing": Trap((bare(in_list(1)), bare(in_list(1))), ONE, "1. 2."),
    "list zero takes the number of a style away": Trap(
        (bare(in_list(0), style="H1"), bare(style="H1")), abstract(0, LINKED) + num(1, 0), "- 1.", HEADINGS
    ),
    "styles based on each other": Trap(
        (bare(style="A"), bare(style="B")),
        ONE,
        "1. 2.",
        style("A", based_on="B") + style("B", in_list(1), based_on="A"),
        fault="17.7.4.3 asks for no circle; we read what the circle holds",
    ),
    # 17.9.21, 17.9.27
    "list style": Trap(
        steps((1, 0), (2, 0), (1, 0)),
        DEFERS + abstract(9, setting("styleLink", "Firm") + level(0, "§%1")) + num(1, 8) + num(2, 9),
        "§1 §2 §3",
        FIRM,
    ),
    "list style that its definition does not name": Trap(
        steps((1, 0), (1, 0)),
        DEFERS + abstract(9, level(0, "§%1")) + num(1, 8) + num(2, 9),
        "§1 §2",
        FIRM,
        fault="17.9.21: the definition is found through the style's own numbering",
    ),
    # 17.9.4
    "legal numbering": Trap(
        depths(0, 0, 1, 2),
        abstract(
            0,
            level(0, "%1.", "upperRoman")
            + level(1, "%1.%2", "lowerLetter", "<w:isLgl/>")
            + level(2, "%1.%2.%3", "lowerLetter"),
        )
        + num(1, 0),
        "I. II. 2.1 II.a.a",
        fault="17.9.4: LibreOffice 7.4 passes over isLgl",
    ),
    "legal numbering keeps a zero": Trap(
        depths(0, 1),
        abstract(0, level(0, "%1", "upperRoman") + level(1, "%1.%2", "decimalZero", "<w:isLgl/>")) + num(1, 0),
        "I 1.01",
        fault="17.9.4: LibreOffice 7.4 passes over isLgl",
    ),
    "legal numbering switched off": Trap(
        depths(0, 1),
        abstract(0, level(0, "%1", "upperRoman") + level(1, "%1.%2", more='<w:isLgl w:val="0"/>')) + num(1, 0),
        "I I.1",
    ),
    # 17.9.11, 17.9.17, 17.9.25, 17.9.28
    "text that names a deeper level": Trap(
        depths(0, 1),
        abstract(0, level(0, "%1.%2") + level(1, "%1.%2")) + num(1, 0),
        "- 1.1",
        fault="MS-OI29500 2.1.283: Word ignores a level text that names a deeper level",
    ),
    "no format is decimal": Trap(
        depths(0, 0), abstract(0, with_start(0, setting("start", 3) + setting("lvlText", "%1."))) + num(1, 0), "3. 4."
    ),
    "no start is zero": Trap(
        depths(0, 0),
        abstract(0, with_start(0, setting("numFmt", "decimal") + setting("lvlText", "%1."))) + num(1, 0),
        "0. 1.",
    ),
    "format none": Trap(
        depths(0, 1, 0, 1),
        abstract(0, level(0, "", "none") + level(1, "(%2)", "lowerLetter")) + num(1, 0),
        "- (a) - (a)",
    ),
    "words alone": Trap(depths(0, 0), abstract(0, level(0, "Recital", "none")) + num(1, 0), "Recital Recital"),
    "custom format in alternate content": Trap(
        depths(0, 0),
        abstract(0, with_start(0, setting("start", 9) + ALTERNATIVE + setting("lvlText", "%1."))) + num(1, 0),
        "009. 010.",
    ),
    "nothing behind the number": Trap(
        depths(0, 0), abstract(0, level(0, "第%1条", more=setting("suff", "nothing"))) + num(1, 0), "第1条 第2条"
    ),
    "bullets": Trap(
        depths(0, 1, 1),
        abstract(0, level(0, "·", "bullet") + level(1, "(%2)")) + num(1, 0),
        "• (1) (2)",
    ),
    # what stands in the file and counts
    "empty paragraphs count": Trap((paragraph(), paragraph(text=""), paragraph()), ONE, "1. 2. 3."),
    "hidden paragraphs count": Trap(
        (paragraph(), paragraph(more="<w:rPr><w:vanish/></w:rPr>"), paragraph()), ONE, "1. 2. 3."
    ),
    "an empty paragraph that holds a section break does not": Trap(
        (paragraph(), paragraph(text="", more="<w:sectPr/>"), paragraph()), ONE, "1. - 2."
    ),
    "cells of a table count": Trap(
        (
            paragraph(),
            f"<w:tbl><w:tr><w:tc>{paragraph(1, 1)}</w:tc><w:tc>{paragraph(1, 1, text='y')}</w:tc></w:tr></w:tbl>",
            paragraph(),
        ),
        ONE,
        "1. 1.1 1.2 2.",
    ),
    "content controls count": Trap(
        (paragraph(), f"<w:sdt><w:sdtContent>{paragraph()}</w:sdtContent></w:sdt>", paragraph()), ONE, "1. 2. 3."
    ),
}

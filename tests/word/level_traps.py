"""More small drafts like those of list_traps.py: styles, looks of levels, and what of a draft counts."""

from __future__ import annotations

from .list_traps import COUNTING, ONE, Trap, depths, steps
from .list_xml import (
    LEGAL,
    abstract,
    bare,
    cell,
    control,
    in_list,
    level,
    num,
    paragraph,
    row,
    setting,
    style,
    table,
)

LINKED = level(0, "%1.", more=setting("pStyle", "H1")) + level(1, "%1.%2", more=setting("pStyle", "H2"))
LINKED += level(2, "(%3)", "lowerLetter")
HEADINGS = style("H1", in_list(1), name="heading 1") + style("H2", in_list(depth=1), based_on="H1", name="heading 2")
DEFERS = '<w:abstractNum w:abstractNumId="8"><w:numStyleLink w:val="Firm"/></w:abstractNum>'
FIRM = style("Firm", in_list(2), kind="numbering")
ALTERNATIVE = (
    '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/>'
    '</mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
)


def with_start(depth: int, rest: str) -> str:
    return f'<w:lvl w:ilvl="{depth}">{rest}</w:lvl>'


SHOWN: dict[str, Trap] = {
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
    "two styles at one level": Trap(
        (bare(style="A"), bare(style="B"), bare(style="A")),
        ONE,
        "1.1 1.2 1.3",
        style("A", in_list(1, 1)) + style("B", in_list(1, 1)),
        fault="of two styles with the same properties LibreOffice 7.4 numbers the first alone",
    ),
    "list zero in a style": Trap(
        (bare(style="A"), bare(style="B")), ONE, "1. -", style("A", in_list(1)) + style("B", in_list(0), based_on="A")
    ),
    "numbered default style": Trap(
        (bare(), bare(style="Gone"), bare(in_list(0))), ONE, "1. 2. -", style("Normal", in_list(1), default=True)
    ),
    "list of a paragraph whose style is not defined": Trap(
        (bare(in_list(1), style="Gone"), bare(style="Gone")),
        ONE,
        "1. -",
        style("Normal", default=True),
        fault="17.3.1.27: a style that is not defined is the default one; it takes nothing of the paragraph's own away",
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
    "hidden number": Trap(
        depths(0, 1, 0, 1),
        abstract(0, level(0, "%1.").replace("</w:lvl>", "<w:rPr><w:vanish/></w:rPr></w:lvl>") + level(1, "%1.%2"))
        + num(1, 0),
        "- 1.1 - 2.1",
        fault="17.9.24: the number has the look of its level, and what is hidden is not printed",
    ),
    "one level twice": Trap(
        depths(0),
        abstract(0, level(0, "%1-%1")) + num(1, 0),
        "1-1",
        fault="17.9.11: every %1 is filled in",
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
            table((cell(paragraph(1, 1, text="a")), cell(paragraph(1, 1, text="b")))),
            paragraph(),
        ),
        ONE,
        "1. 1.1 1.2 2.",
    ),
    "the hidden part of merged cells does not count": Trap(
        (
            paragraph(),
            table(
                (cell(paragraph(text="a"), '<w:vMerge w:val="restart"/>'), cell(paragraph(text="b"))),
                (cell(paragraph(text="c"), "<w:vMerge/>"), cell(paragraph(text="d"))),
            ),
            paragraph(),
        ),
        ONE,
        "1. 2. 3. 4. 5.",
        fault="17.4.84: LibreOffice 7.4 counts what it does not show; later ones do not (its bug 147646)",
    ),
    "cells of a nested table count": Trap(
        (
            paragraph(),
            table((cell(paragraph(text="a") + table((cell(paragraph(text="b")),)) + paragraph(text="c")),)),
            paragraph(),
        ),
        ONE,
        "1. 2. 3. 4. 5.",
    ),
    "content controls round rows and cells count": Trap(
        (
            paragraph(),
            f"<w:tbl>{control(row(cell(paragraph(text='a')) + control(cell(paragraph(text='b')))))}</w:tbl>",
            paragraph(),
        ),
        ONE,
        "1. 2. 3. 4.",
    ),
    "content controls count": Trap((paragraph(), control(paragraph()), paragraph()), ONE, "1. 2. 3."),
}

TRAPS = {**COUNTING, **SHOWN}

"""The parts of a sample beside its body: styles, numbering, settings, header and footer, notes, comments."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import yaml
from build_inline import Sheet, curly, runs

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = f'xmlns:w="{W}" xmlns:r="{R}"'
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def part(name: str, content: str) -> str:
    """A whole part with the root element ``w:name``."""
    return f"{DECLARATION}<w:{name} {SPACES}>{content}</w:{name}>"


STYLES = yaml.safe_load(Path(__file__).with_name("styles.yaml").read_text(encoding="utf-8"))
CHARACTERS = {
    "footnote reference": ("FootnoteReference", '<w:vertAlign w:val="superscript"/>'),
    "annotation reference": ("CommentReference", '<w:sz w:val="16"/>'),
}
BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
MARGINS = '<w:tblCellMar><w:left w:w="100" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar>'


def styles(font: str, size: int, numbered: bool) -> str:
    """styles.xml; ``size`` in points; ``numbered``: the clause styles carry their numbers."""
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="MS Mincho" w:cs="{font}"/>'
    base = f'{fonts}<w:sz w:val="{size * 2}"/><w:szCs w:val="{size * 2}"/><w:lang w:val="en-GB" w:eastAsia="ja-JP"/>'
    out = f"<w:docDefaults><w:rPrDefault><w:rPr>{base}</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    normal = '<w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/><w:jc w:val="both"/></w:pPr>'
    out += f'<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>{normal}</w:style>'
    out += "".join(paragraph_style(style, numbered) for style in STYLES)
    for name, (identity, look) in CHARACTERS.items():
        head = f'<w:style w:type="character" w:styleId="{identity}"><w:name w:val="{name}"/>'
        out += f"{head}<w:rPr>{look}</w:rPr></w:style>"
    for identity, borders in (("TableGrid", f"<w:tblBorders>{BORDERS}</w:tblBorders>"), ("PlainTable", "")):
        out += f'<w:style w:type="table" w:styleId="{identity}"><w:name w:val="{identity}"/>'
        out += f"<w:tblPr>{borders}{MARGINS}</w:tblPr></w:style>"
    return part("styles", out)


def paragraph_style(style: dict[str, Any], numbered: bool) -> str:
    """One paragraph style, with its number where the clause styles carry numbers."""
    level, font = style.get("level"), style.get("font", "")
    place = f'<w:ilvl w:val="{level}"/>' * bool(level)
    number = f'<w:numPr>{place}<w:numId w:val="1"/></w:numPr>' if numbered and level is not None else ""
    outline = '<w:outlineLvl w:val="0"/>' if level == 0 else ""
    look = style.get("lead", "") + number + style.get("look", "") + outline
    head = f'<w:style w:type="paragraph" w:styleId="{style["id"]}"><w:name w:val="{style["name"]}"/>'
    font = f"<w:rPr>{font}</w:rPr>" if font else ""
    return f'{head}<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{look}</w:pPr>{font}</w:style>'


CLAUSES = [
    ("decimal", "%1.", 720),
    ("decimal", "%1.%2", 720),
    ("lowerLetter", "(%3)", 1440),
    ("lowerRoman", "(%4)", 2160),
]
LISTS = [("decimal", "(%1)"), ("upperLetter", "(%1)"), ("decimal", "Schedule %1")]


def numbering(numbered: bool) -> str:
    """numbering.xml: the clauses, and one list each for parties, recitals and schedules."""
    tied = dict(enumerate(("Heading1", "Clause2", "Clause3", "Clause4"))) if numbered else {}
    clauses = "".join(
        level(at, form, text, f'<w:ind w:left="{left}" w:hanging="720"/>', tied.get(at, ""))
        for at, (form, text, left) in enumerate(CLAUSES)
    )
    out = f'<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>{clauses}</w:abstractNum>'
    for identity, (form, text) in enumerate(LISTS, start=2):
        indent = "" if text.startswith("Schedule") else '<w:ind w:left="720" w:hanging="720"/>'
        one = level(0, form, text, indent, "", suffix="" if indent else '<w:suff w:val="space"/>')
        kind = '<w:multiLevelType w:val="singleLevel"/>'
        out += f'<w:abstractNum w:abstractNumId="{identity}">{kind}{one}</w:abstractNum>'
    numbers = range(1, len(LISTS) + 2)
    return part(
        "numbering", out + "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in numbers)
    )


def level(at: int, form: str, text: str, indent: str, style: str, suffix: str = "") -> str:
    tied = f'<w:pStyle w:val="{style}"/>' if style else ""
    place = f"<w:pPr>{indent}</w:pPr>" if indent else ""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{tied}{suffix}'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>{place}</w:lvl>'
    )


def settings(tracked: bool) -> str:
    """settings.xml; ``tracked``: Word goes on recording changes."""
    notes = '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
    office = "http://schemas.microsoft.com/office/word"
    mode = f'<w:compatSetting w:name="compatibilityMode" w:uri="{office}" w:val="15"/>'
    compatible = f"<w:compat><w:doNotExpandShiftReturn/>{mode}</w:compat>"
    return part("settings", "<w:trackRevisions/>" * tracked + '<w:defaultTabStop w:val="720"/>' + notes + compatible)


def edge(sheet: Sheet, name: str, style: str, text: str) -> str:
    """A header (``hdr``) or footer (``ftr``) of one line."""
    tabs = '<w:tabs><w:tab w:val="right" w:pos="9020"/></w:tabs>'
    return part(name, f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{tabs}</w:pPr>{runs(sheet, text)}</w:p>')


def footnotes(sheet: Sheet, texts: dict[str, str]) -> str:
    """footnotes.xml with Word's two separators in front."""
    out = ""
    for identity, kind in ((-1, "separator"), (0, "continuationSeparator")):
        out += f'<w:footnote w:type="{kind}" w:id="{identity}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
    mark = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
    for identity, key in enumerate(sheet.notes, start=1):
        words = runs(sheet, " " + texts[key])
        style = '<w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
        out += f'<w:footnote w:id="{identity}"><w:p>{style}{mark}{words}</w:p></w:footnote>'
    return part("footnotes", out)


def comments(sheet: Sheet, entries: dict[str, Any]) -> str:
    """comments.xml: one entry for each comment in the text."""
    out = ""
    mark = '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>'
    for identity, key in enumerate(sheet.comments):
        entry = entries[key]
        who = sheet.authors[entry["by"]]
        initials = "".join(word[0] for word in who["name"].split())
        words = f'<w:r><w:t xml:space="preserve">{escape(curly(entry["text"]))}</w:t></w:r>'
        by = f'w:author={quoteattr(who["name"])} w:date="{who["date"]}" w:initials="{initials}"'
        out += f'<w:comment w:id="{identity}" {by}>'
        out += f'<w:p><w:pPr><w:pStyle w:val="CommentText"/></w:pPr>{mark}{words}</w:p></w:comment>'
    return part("comments", out)

"""The paragraphs and tables of a sample: numbers, bookmarks, contents, schedules, signatures."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from xml.sax.saxutils import escape

from build_inline import Look, Sheet, bookmark, runs

LEVELS = {"head": 0, "clause": 1, "item": 2, "subitem": 3}
LISTS = {"party": 2, "recital": 3, "part": 4}  # numId of the lists beside the clauses (numId 1)
STYLES = {"head": "Heading1", "clause": "Clause2", "item": "Clause3", "subitem": "Clause4", "part": "ScheduleHeading"}
STYLES |= {
    "title": "Title",
    "centre": "Centred",
    "term": "Definition",
    "lead": "Clause2Text",
    "heading": "PlainHeading",
}
TYPED_STYLES = {"head": "PlainHeading", "part": "PlainHeading"}
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
INDENTS = {"head": 720, "clause": 720, "item": 1440, "subitem": 2160, "party": 720, "recital": 720}
PAGE_BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


@dataclass
class Counter:
    """The numbers that Word will print, counted as it counts them."""

    levels: list[int] = field(default_factory=lambda: [0, 0, 0, 0])
    lists: dict[str, int] = field(default_factory=dict)

    def next(self, kind: str) -> str:
        """The number of the next paragraph of that kind, as printed."""
        if kind in LISTS:
            self.lists[kind] = self.lists.get(kind, 0) + 1
            number = self.lists[kind]
            return {"party": f"({number})", "recital": f"({chr(64 + number)})", "part": f"Schedule {number}"}[kind]
        level = LEVELS[kind]
        self.levels[level] += 1
        self.levels[level + 1 :] = [0] * (3 - level)
        head, clause, item, sub = self.levels
        return (f"{head}.", f"{head}.{clause}", f"({chr(96 + item)})", f"({ROMAN[sub - 1]})")[level]

    def label(self, kind: str, printed: str) -> str:
        """How a reference cites the paragraph just counted: without a closing period, items with their clause."""
        head, clause, item, _ = self.levels
        whole = {"item": f"{head}.{clause}{printed}", "subitem": f"{head}.{clause}({chr(96 + item)}){printed}"}
        return whole.get(kind, printed.rstrip("."))


def kind_of(block: dict[str, Any]) -> str:
    """What a block of the text file is: the key that it begins with."""
    return next(iter(block))


def number(blocks: list[dict[str, Any]], sheet: Sheet) -> list[str]:
    """The printed number of every block (empty where it has none); fills ``sheet.labels``."""
    counter, printed = Counter(), []
    for block in blocks:
        kind = kind_of(block)
        numbered = kind in LEVELS or kind in LISTS
        printed.append(counter.next(kind) if numbered else "")
        if "id" in block:
            sheet.labels[block["id"]] = counter.label(kind, printed[-1])
    return printed


@dataclass
class Body:
    """Writes the blocks of one sample one after the other."""

    sheet: Sheet
    numbering: str  # styles: number by style; direct: number by paragraph; typed: number in the text
    pages: list[int]  # pages of the headings, for the contents

    def write(self, blocks: list[dict[str, Any]]) -> str:
        """The content of ``w:body`` without the section properties."""
        printed = number(blocks, self.sheet)
        heads = [(n, b) for n, b in zip(printed, blocks, strict=True) if kind_of(b) in ("head", "part")]
        out = []
        for label, block in zip(printed, blocks, strict=True):
            match kind_of(block):
                case "contents":
                    out.append(self.contents(heads))
                case "table":
                    out.append(table(self.sheet, block["table"], block["widths"], grid=True))
                case "terms":
                    rows = [[f'"**{term}**"', meaning] for term, meaning in block["terms"].items()]
                    out.append(table(self.sheet, rows, [2700, 6300], grid=False))
                case "signatures":
                    out.append(table(self.sheet, block["signatures"], [4500, 4500], grid=False))
                case "break":
                    out.append(PAGE_BREAK)
                case kind:
                    out.append(self.paragraph(kind, block, label))
        return "".join(out)

    def paragraph(self, kind: str, block: dict[str, Any], label: str) -> str:
        """One paragraph with its number, bookmarks and tracked paragraph mark."""
        text = block[kind]
        typed = f"{label}{{tab}}" if label and self.numbering == "typed" else ""
        content = runs(self.sheet, typed + text, bold=bool(typed) and kind in TYPED_STYLES)
        author = block.get("inserted")
        if author:
            content = self.sheet.change("ins", author) + ">" + content + "</w:ins>"
        return f"<w:p>{self.properties(kind, label, author)}{self.marked(kind, block, content)}</w:p>"

    def properties(self, kind: str, label: str, author: str | None) -> str:
        """``w:pPr``, its children in the order of the schema."""
        inner = ""
        typed = self.numbering == "typed"
        style = TYPED_STYLES.get(kind, "") if typed and label else STYLES.get(kind, "")
        inner += f'<w:pStyle w:val="{style}"/>' if style else ""
        inner += self.number_properties(kind) if label and not typed else ""
        if typed and kind in INDENTS:
            inner += f'<w:ind w:left="{INDENTS[kind]}" w:hanging="720"/>'
        if author:
            inner += "<w:rPr>" + self.sheet.change("ins", author) + "/></w:rPr>"
        return f"<w:pPr>{inner}</w:pPr>" if inner else ""

    def number_properties(self, kind: str) -> str:
        if kind in LEVELS and self.numbering == "styles":
            return ""
        level, list_id = LEVELS.get(kind, 0), LISTS.get(kind, 1)
        return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'

    def marked(self, kind: str, block: dict[str, Any], content: str) -> str:
        """``content`` between the bookmarks that contents and references point at."""
        names = [bookmark(block["id"])] if "id" in block and self.sheet.fields else []
        if kind in ("head", "part") and self.sheet.fields:
            names.append(contents_mark(block))
        for name in names:
            number = self.sheet.next_id()
            start = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
            content = f'{start}{content}<w:bookmarkEnd w:id="{number}"/>'
        return content

    def contents(self, heads: list[tuple[str, dict[str, Any]]]) -> str:
        """A table of contents field over all headings, with the lines that Word stored in it."""
        look, lines = Look(), []
        for at, (label, block) in enumerate(heads):
            title = block[kind_of(block)].replace("{br}", " ")
            words = look.words(label.rstrip(".")) + look.run("<w:tab/>") + look.words(title) + look.run("<w:tab/>")
            words += look.words(str(self.pages[at]))
            link = f'<w:hyperlink w:anchor="{contents_mark(block)}" w:history="1">{words}</w:hyperlink>'
            lines.append(contents_start(look) * (at == 0) + link)
        lines[-1] += look.run('<w:fldChar w:fldCharType="end"/>')
        return "".join(f'<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr>{line}</w:p>' for line in lines)


def contents_mark(block: dict[str, Any]) -> str:
    return bookmark(block[kind_of(block)]).replace("_Ref", "_Toc")


def contents_start(look: Look) -> str:
    """The start of the contents field, up to its stored result."""
    instruction = ' TOC \\o "1-1" \\t "Schedule Heading,1" \\h \\z \\u '
    parts = [
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve">{escape(instruction)}</w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
    ]
    return "".join(look.run(part) for part in parts)


def table(sheet: Sheet, rows: list[list[str]], widths: list[int], grid: bool) -> str:
    """A table; ``grid`` draws its lines and sets the first row bold, repeated on every page."""
    style = "TableGrid" if grid else "PlainTable"
    head = f'<w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
    head += '<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>'
    head += "".join(f'<w:gridCol w:w="{width}"/>' for width in widths) + "</w:tblGrid>"
    lines = [table_row(sheet, row, widths, title=grid and at == 0) for at, row in enumerate(rows)]
    return f"<w:tbl>{head}{''.join(lines)}</w:tbl><w:p/>"


def table_row(sheet: Sheet, row: list[str], widths: list[int], title: bool) -> str:
    cells = ""
    for words, width in zip(row, widths, strict=True):
        paragraphs = "".join(
            f'<w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr>{runs(sheet, line, bold=title)}</w:p>'
            for line in str(words).split("\n")
        )
        cells += f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{paragraphs}</w:tc>'
    return f"<w:tr>{'<w:trPr><w:tblHeader/></w:trPr>' * title}{cells}</w:tr>"

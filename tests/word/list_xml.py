"""Lists and numbered paragraphs as lines of XML."""

from __future__ import annotations

from collections.abc import Iterable


def level(depth: int, text: str, fmt: str = "decimal", more: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{fmt}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


LEGAL = level(0, "%1.") + level(1, "%1.%2") + level(2, "(%3)", "lowerLetter") + level(3, "(%4)", "lowerRoman")
DECIMALS = level(0, "%1.") + level(1, "%1.%2") + level(2, "%1.%2.%3")


def abstract(identifier: int, levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{identifier}">{levels}</w:abstractNum>'


def num(identifier: int, of: int, overrides: str = "") -> str:
    return f'<w:num w:numId="{identifier}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def start_override(depth: int, start: int) -> str:
    return f'<w:lvlOverride w:ilvl="{depth}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def level_override(depth: int, levels: str) -> str:
    return f'<w:lvlOverride w:ilvl="{depth}">{levels}</w:lvlOverride>'


def setting(name: str, value: str | int) -> str:
    return f'<w:{name} w:val="{value}"/>'


def in_list(list_id: int | None = None, depth: int | None = None, more: str = "") -> str:
    """``w:numPr`` with what is given."""
    parts = ("" if depth is None else setting("ilvl", depth)) + ("" if list_id is None else setting("numId", list_id))
    return f"<w:numPr>{parts}{more}</w:numPr>"


def paragraph(list_id: int | None = 1, depth: int = 0, *, style: str = "", text: str = "x", more: str = "") -> str:
    return bare(in_list(list_id, depth) if list_id is not None else "", style=style, text=text, more=more)


def bare(properties: str = "", *, style: str = "", text: str = "x", more: str = "") -> str:
    """A paragraph with these properties behind its style."""
    run = f"<w:r><w:t>{text}</w:t></w:r>" if text else ""
    return f"<w:p><w:pPr>{setting('pStyle', style) if style else ''}{properties}{more}</w:pPr>{run}</w:p>"


def cell(content: str, properties: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>{properties}</w:tcPr>{content}</w:tc>'


def row(cells: str) -> str:
    return f"<w:tr>{cells}</w:tr>"


def table(*rows: tuple[str, ...]) -> str:
    grid = "<w:tblGrid>" + '<w:gridCol w:w="2000"/>' * len(rows[0]) + "</w:tblGrid>"
    return f"<w:tbl>{grid}{''.join(row(''.join(cells)) for cells in rows)}</w:tbl>"


def control(content: str) -> str:
    return f"<w:sdt><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def style(
    identifier: str,
    properties: str = "",
    *,
    based_on: str = "",
    kind: str = "paragraph",
    name: str = "",
    default: bool = False,
) -> str:
    base = setting("basedOn", based_on) if based_on else ""
    return (
        f'<w:style w:type="{kind}" {"w:default=^1^ " if default else ""}w:styleId="{identifier}">'.replace("^", '"')
        + f"{setting('name', name or identifier)}{base}<w:pPr>{properties}</w:pPr></w:style>"
    )


def told_apart(paragraphs: Iterable[str]) -> str:
    """A body of these paragraphs, each with words of its own."""
    return "".join(one.replace(">x<", f">words {n} <") for n, one in enumerate(paragraphs, 1))

"""A sample as a .docx package: its parts, how they are tied together, and the same bytes every time."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import build_parts as parts
from build_body import Body
from build_inline import Sheet, curly

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PACKAGE = "application/vnd.openxmlformats-package"
PROPERTIES = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
CORE_TIE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
ZIP_DATE = (2026, 11, 2, 9, 0, 0)
MARGINS = 'w:top="1440" w:right="1440" w:bottom="1300" w:left="1440" w:header="700" w:footer="600" w:gutter="0"'
PAGE = f'<w:pgSz w:w="11906" w:h="16838"/><w:pgMar {MARGINS}/>'


def package(sample: dict[str, Any]) -> dict[str, str]:
    """The parts of a sample by their names in the package."""
    look = sample["look"]
    sheet = Sheet(authors=sample.get("authors", {}), fields=look["numbering"] != "typed")
    body = Body(sheet, look["numbering"], sample.get("pages", [])).write(sample["body"])
    numbered = look["numbering"] == "styles"
    found = {
        "word/document.xml": parts.part("document", f"<w:body>{body}{section(look)}</w:body>"),
        "word/styles.xml": parts.styles(look["font"], look["size"], numbered),
        "word/numbering.xml": parts.numbering(numbered),
        "word/settings.xml": parts.settings(tracked=bool(sheet.authors)),
        "word/header1.xml": parts.edge(sheet, "hdr", "Header", sample["header"]),
        "word/footer1.xml": parts.edge(sheet, "ftr", "Footer", sample["footer"]),
        "word/footnotes.xml": parts.footnotes(sheet, sample.get("notes", {})),
    }
    if sheet.comments:
        found["word/comments.xml"] = parts.comments(sheet, sample["comments"])
    return {**ties(found), **found, "docProps/core.xml": core(sample)}


def section(look: dict[str, Any]) -> str:
    """The section properties: header and footer on every page but a cover."""
    cover = "<w:titlePg/>" if look.get("cover") else ""
    edges = '<w:headerReference w:type="default" r:id="rId5"/><w:footerReference w:type="default" r:id="rId6"/>'
    return f"<w:sectPr>{edges}{PAGE}{cover}</w:sectPr>"


def kind(name: str) -> str:
    """The last word of a part's content type and relationship type."""
    return Path(name).stem.rstrip("1")


def content_types(found: dict[str, str]) -> str:
    """[Content_Types].xml for the parts found and the file's properties."""
    types = {f"/{name}": f"{WORD}.{kind(name).replace('document', 'document.main')}+xml" for name in found}
    types["/docProps/core.xml"] = f"{PACKAGE}.core-properties+xml"
    defaults = f'<Default Extension="rels" ContentType="{PACKAGE}.relationships+xml"/>'
    defaults += '<Default Extension="xml" ContentType="application/xml"/>'
    overrides = "".join(f'<Override PartName="{name}" ContentType="{form}"/>' for name, form in types.items())
    space = "http://schemas.openxmlformats.org/package/2006/content-types"
    return f'{parts.DECLARATION}<Types xmlns="{space}">{defaults}{overrides}</Types>'


def ties(found: dict[str, str]) -> dict[str, str]:
    """Content types and relationships; rId5 and rId6 are header and footer, as ``section`` says."""
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    inner = [(f"rId{at}", f"{office}/{kind(name)}", Path(name).name) for at, name in enumerate(found, start=1)][1:]
    outer = [("rId1", f"{office}/officeDocument", "word/document.xml"), ("rId2", CORE_TIE, "docProps/core.xml")]
    return {
        "[Content_Types].xml": content_types(found),
        "_rels/.rels": relationships(outer),
        "word/_rels/document.xml.rels": relationships(inner),
    }


def relationships(entries: list[tuple[str, str, str]]) -> str:
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    lines = "".join(f'<Relationship Id="{i}" Type="{t}" Target="{target}"/>' for i, t, target in entries)
    return f'{parts.DECLARATION}<Relationships xmlns="{space}">{lines}</Relationships>'


def core(sample: dict[str, Any]) -> str:
    """Title, author and dates as the file's properties show them."""
    spaces = (
        f'xmlns:cp="{PROPERTIES}" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    )
    spaces += ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    inner = f"<dc:title>{escape(curly(sample['title']))}</dc:title><dc:creator>{escape(sample['author'])}</dc:creator>"
    for name in ("created", "modified"):
        inner += f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{sample["date"]}T09:00:00Z</dcterms:{name}>'
    return f"{parts.DECLARATION}<cp:coreProperties {spaces}>{inner}</cp:coreProperties>"


def save(found: dict[str, str], target: Path) -> None:
    """Write the package; the same parts give the same bytes."""
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in found.items():
            entry = zipfile.ZipInfo(name, ZIP_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, content.encode())

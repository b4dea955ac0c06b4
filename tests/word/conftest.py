"""Word files built in the test from a few lines of XML."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from clausecheck.word import Package, open_package

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        "w": W,
        "r": R,
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "v": "urn:schemas-microsoft-com:vml",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    }.items()
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"

Build = Callable[..., Package]


def part(kind: str, content: str) -> str:
    """An XML part with root element ``w:kind`` and all prefixes declared."""
    return f"{DECLARATION}<w:{kind} {NAMESPACES}>{content}</w:{kind}>"


def relationships(links: str) -> str:
    return f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>'


def link(identifier: str, kind: str, target: str, *, external: bool = False) -> str:
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="{identifier}" Type="{R}/{kind}" Target="{target}"{mode}/>'


def members(body: str, *, links: str = "", **parts: str) -> dict[str, str]:
    """The members of a small Word file; ``parts`` are the contents of word/styles.xml, word/numbering.xml …"""
    roots = {"header1": "hdr", "footer1": "ftr"}
    named = "".join(link(f"rId-{name}", name.rstrip("1"), f"{name}.xml") for name in parts)
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{WORD_TYPE.format(kind)}"/>'
        for name, kind in [("document", "document.main"), *((name, name.rstrip("1")) for name in parts)]
    )
    return {
        "[Content_Types].xml": f'{DECLARATION}<Types xmlns="{PACKAGE}/content-types">'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>',
        "_rels/.rels": relationships(link("rId1", "officeDocument", "word/document.xml")),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": relationships(named + links),
        **{f"word/{name}.xml": part(roots.get(name, name), content) for name, content in parts.items()},
    }


def save(path: Path, content: Mapping[str, str | bytes]) -> Path:
    """Write a zip of these members."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in content.items():
            archive.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)
    return path


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """``build(body_xml, styles=…, numbering=…, footnotes=…, links=…)`` opens such a file."""

    def built(body: str, **parts: str) -> Package:
        return open_package(save(tmp_path / "draft.docx", members(body, **parts)))

    return built

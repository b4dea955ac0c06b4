"""Word drafts with tracked changes of several authors, for tests of whose change brought what in."""

from __future__ import annotations

from pathlib import Path

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

Piece = str | tuple[str, str, str]  # words, or ("ins" or "del", author, words)
DAY = "2026-11-15T08:00:00Z"


def written(path: Path, *paragraphs: Piece | tuple[Piece, ...] | list[Piece]) -> Path:
    """A Word file of these paragraphs, each of one piece or a list of pieces."""
    document = Document()
    for pieces in paragraphs:
        paragraph = document.add_paragraph()
        for number, piece in enumerate(pieces if isinstance(pieces, list) else [pieces]):
            paragraph._p.append(parse_xml(_xml(piece, f"{len(document.paragraphs)}{number}")))
    document.save(str(path))
    return path


def _xml(piece: Piece, identifier: str) -> str:
    tag, author, words = ("", "", piece) if isinstance(piece, str) else piece
    text = "delText" if tag == "del" else "t"
    run = f'<w:r {nsdecls("w")}><w:{text} xml:space="preserve">{words}</w:{text}></w:r>'
    if not tag:
        return run
    return f'<w:{tag} {nsdecls("w")} w:id="{identifier}" w:author="{author}" w:date="{DAY}">{run}</w:{tag}>'

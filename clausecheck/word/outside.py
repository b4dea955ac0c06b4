"""What a file would load from outside of it, if somebody let it; nothing is ever fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from ..model import FileFact
from .fields import FIELD_MARK
from .package import Package, Relationship
from .stories import Story
from .xml import W

_LOADED = {
    "image": "a picture",
    "oleObject": "a linked object",
    "aFChunk": "a text",
    "subDocument": "a subdocument",
    "frame": "a frame",
    "attachedTemplate": "its template",
    "mailMergeSource": "its mail-merge data",
    "mailMergeHeaderSource": "the headings of its mail-merge data",
    "recipientData": "a list of recipients",
    "video": "a video",
}
_FIELDS = {
    "INCLUDEPICTURE": "a picture",
    "INCLUDETEXT": "a text",
    "INCLUDE": "a text",
    "IMPORT": "a picture",
    "LINK": "a linked object",
    "DDE": "data of another program",
    "DDEAUTO": "data of another program",
    "DATABASE": "a database",
    "RD": "another document",
}
_ARGUMENT = re.compile(r"\"([^\"]*)\"|([^\s\\\"]+(?:\\[^\s\"]*)*)")
_SIMPLE, _INSTRUCTION = W + "fldSimple", W + "instrText"
_LONGEST = 300  # characters of an instruction, and of an address in a sentence


def links(package: Package) -> Iterator[Relationship]:
    """The relationships of all parts."""
    for name in package.names:
        folder, slash, base = name.rpartition("_rels/")
        if slash and base.endswith(".rels"):
            yield from package.relationships(folder + base.removesuffix(".rels"))


def outside(package: Package, stories: Sequence[Story]) -> tuple[FileFact, ...]:
    """One fact for each thing that the file loads from elsewhere, and one that counts its hyperlinks."""
    found: dict[tuple[str, str], FileFact] = {}
    hyperlinks = 0
    for link in links(package):
        if link.external and link.type == "hyperlink":
            hyperlinks += 1
        elif link.external:
            found.setdefault((link.type, link.target), _fact(_LOADED.get(link.type, "something"), link.target))
    for kind, address in _loading_fields(package, stories):
        found.setdefault((kind, address), _fact(_FIELDS[kind], address))
    if hyperlinks:
        counted = "a hyperlink" if hyperlinks == 1 else f"{hyperlinks} hyperlinks"
        found["", ""] = FileFact("hyperlinks", f"The draft holds {counted} to places outside; none was followed.")
    return tuple(found.values())


def _fact(what: str, address: str) -> FileFact:
    kind = "template" if what == "its template" else "external"
    source = f" from {address[:_LONGEST]}" if address else ""
    return FileFact(kind, f"The file loads {what}{source} when Word opens or renews it; it was not fetched.")


def _loading_fields(package: Package, stories: Sequence[Story]) -> Iterator[tuple[str, str]]:
    """The kind and the address of fields that bring in something from elsewhere."""
    for part in dict.fromkeys(story.part for story in stories):
        for instruction in _instructions(package.tree(part)):
            kind, _, rest = instruction.strip()[:_LONGEST].partition(" ")
            if kind.upper() in _FIELDS:
                arguments = [quoted or plain for quoted, plain in _ARGUMENT.findall(rest.partition(" \\")[0])]
                yield kind.upper(), " ".join(arguments).replace("\\\\", "\\")


def _instructions(root: etree._Element) -> list[str]:
    told: list[str] = []
    opened: list[int] = []
    for element in root.iter(FIELD_MARK, _SIMPLE, _INSTRUCTION):
        if element.tag == _SIMPLE:
            told.append(element.get(W + "instr", ""))
        elif element.tag == _INSTRUCTION:
            if opened and len(told[opened[-1]]) < _LONGEST:
                told[opened[-1]] += element.text or ""
        elif element.get(W + "fldCharType") == "begin":
            opened.append(len(told))
            told.append("")
        elif element.get(W + "fldCharType") == "end" and opened:
            opened.pop()
    return told

"""The parts that hold the words of comments: comments.xml, and what newer Word keeps beside it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import count

from lxml import etree

from . import xml
from .package import Package
from .splices import with_children
from .writing import LOOK, run
from .xml import MC, W

COMMENT, ANNOTATION = W + "comment", W + "annotationRef"
AUTHOR, INITIALS = "clausecheck", "cc"

_HIGHEST = 0x7FFFFFF0  # of w:id; paragraph and durable ids must be below 0x80000000 and not 0 (MS-DOCX 2.2.4)
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_MODERN = {  # kind of part: element, namespace
    "commentsExtended": ("commentEx", "http://schemas.microsoft.com/office/word/2012/wordml"),
    "commentsIds": ("commentId", "http://schemas.microsoft.com/office/word/2016/wordml/cid"),
    "commentsExtensible": ("commentExtensible", "http://schemas.microsoft.com/office/word/2018/wordml/cex"),
    "people": ("person", "http://schemas.microsoft.com/office/word/2012/wordml"),
}
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_RELATED_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_EMPTY_RELATIONS = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="%s"/>'
_ID = re.compile(rb""":id\s?=\s?["'](\d{1,10})["']""")
_LONG_ID = re.compile(rb"""(?:paraId|durableId)\s?=\s?["']([0-9A-Fa-f]{1,8})["']""")


@dataclass(frozen=True, slots=True)
class Note:
    """One comment: its id and its lines, of which the first is set as its title."""

    id: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Styles:
    """The ids that this file gives to Word's own styles for comments; empty where it does not define them."""

    text: str = ""
    reference: str = ""


def free_ids(package: Package) -> Iterator[int]:
    """Numbers that no comment, change or bookmark of the file bears, from the highest one on."""
    used = {int(found) for name in _xml_parts(package) for found in _ID.findall(_plain(package.part(name)))}
    first = max(used, default=-1) + 1
    return (number for number in count(first if first < _HIGHEST - 100_000 else 1) if number not in used)


def _plain(raw: bytes) -> bytes:
    """A part in which ASCII can be sought as it is."""
    return raw if xml.encoding_of(raw) == "utf-8" else raw.replace(b"\0", b"")


def comment_styles(package: Package) -> Styles:
    """Word's styles for comments, by their names, which are the same in every language of Word."""
    found = {"annotation text": "", "annotation reference": ""}
    for part in package.related(package.main, "styles"):
        for style in package.tree(part).iterchildren(W + "style"):
            name = (xml.value(style, "name") or "").lower()
            if name in found:
                found[name] = style.get(W + "styleId", "")
    return Styles(*found.values())


def with_notes(package: Package, notes: Sequence[Note], styles: Styles, date: str) -> dict[str, bytes]:
    """The parts that change when ``notes`` are added behind the comments that are there, by their names."""
    modern = {kind: part for kind in _MODERN for part in package.related(package.main, kind)[:1]}
    if "commentsIds" not in modern:  # which alone says to which comment a durable id belongs
        modern.pop("commentsExtensible", None)
    threaded = bool(modern.keys() - {"people"})
    threads = _thread_ids(package, len(notes)) if threaded else [("", "")] * len(notes)
    made = [_comment(note, styles, date, para) for note, (para, _) in zip(notes, threads, strict=True)]
    changed = _comments_part(package, made, threaded)
    for kind, part in modern.items():
        changed[part] = _extended(package, part, _registered(kind, package.tree(part), threads, date))
    return changed


def _comment(note: Note, styles: Styles, date: str, para: str) -> etree._Element:
    marks = {W + "id": str(note.id), W + "author": AUTHOR, W + "date": date, W + "initials": INITIALS}
    comment = etree.Element(COMMENT, marks, nsmap={"w": W[1:-1]})
    for line in note.lines:
        paragraph = etree.SubElement(comment, W + "p")
        if styles.text:
            etree.SubElement(etree.SubElement(paragraph, W + "pPr"), W + "pStyle").set(W + "val", styles.text)
        if line is note.lines[0]:
            paragraph.append(_annotation(styles))
        paragraph.append(run(line, _look(bold=line is note.lines[0], small=not styles.text)))
    if para:  # a comment is known by its last paragraph
        comment[-1].set(f"{{{_W14}}}paraId", para)
    return comment


def _annotation(styles: Styles) -> etree._Element:
    reference = run("", _named(styles.reference))
    etree.SubElement(reference, ANNOTATION)
    return reference


def _named(style: str) -> etree._Element:
    look = etree.Element(LOOK, nsmap={"w": W[1:-1]})
    if style:
        etree.SubElement(look, W + "rStyle").set(W + "val", style)
    return look


def _look(bold: bool, small: bool) -> etree._Element:
    look = _named("")
    if bold:
        etree.SubElement(look, W + "b")
    if small:  # half points: the size that Word's own style for comments has
        etree.SubElement(look, W + "sz").set(W + "val", "20")
    return look


def _comments_part(package: Package, made: list[etree._Element], threaded: bool) -> dict[str, bytes]:
    """comments.xml with the new comments; where the file has none, also its relationship and its content type."""
    there = package.related(package.main, "comments")
    name = there[0] if there else _free_name(package)
    if there:
        root, original = package.tree(name), package.part(name)
    else:
        root, original = etree.Element(W + "comments", nsmap={"w": W[1:-1]}), package.part(package.main)
    if there and (not threaded or _declares(root, _W14)):
        return {name: with_children(original, name, made)}
    root = _declaring(deepcopy(root), "w14", _W14) if threaded else deepcopy(root)
    root.extend(made)
    changed = {name: xml.serialise(root, original)}
    return changed if there else changed | _announced(package, name)


def _declaring(root: etree._Element, prefix: str, namespace: str) -> etree._Element:
    """The element with a namespace that older readers may ignore (ECMA-376-3 10.1) declared."""
    prefix = next((known for known, name in root.nsmap.items() if name == namespace and known), prefix)
    if root.nsmap.get(prefix) != namespace:
        wider = etree.Element(root.tag, dict(root.attrib), nsmap={**root.nsmap, prefix: namespace, "mc": MC[1:-1]})
        wider.text = root.text
        wider.extend(root)
        root = wider
    ignorable = root.get(MC + "Ignorable", "").split()
    if prefix not in ignorable:
        root.set(MC + "Ignorable", " ".join([*ignorable, prefix]))
    return root


def _declares(root: etree._Element, namespace: str) -> bool:
    """Whether the element declares a namespace as one that older readers may ignore."""
    ignorable = root.get(MC + "Ignorable", "").split()
    return any(prefix in ignorable for prefix, name in root.nsmap.items() if name == namespace)


def _free_name(package: Package) -> str:
    folder = posixpath.dirname(package.main)
    names = (posixpath.join(folder, f"comments{number or ''}.xml") for number in count())
    taken = {name.casefold() for name in package.names}
    return next(name for name in names if name not in taken)


def _announced(package: Package, name: str) -> dict[str, bytes]:
    types = next(one for one in package.names if one.casefold() == "[content_types].xml")
    space = etree.QName(package.tree(types)).namespace
    declared = etree.Element(f"{{{space}}}Override", PartName=f"/{name}", ContentType=_KIND)
    folder, base = posixpath.split(package.main)
    rels = posixpath.join(folder, "_rels", f"{base}.rels")
    rels = next((one for one in package.names if one.casefold() == rels.casefold()), rels)
    taken = {link.id for link in package.relationships(package.main)}
    identifier = next(one for one in (f"rId{number}" for number in count(len(taken) + 1)) if one not in taken)
    kind = _RELATED_STRICT if _RELATED_STRICT[:27].encode() in package.part(package.main)[:4096] else _RELATED
    link = etree.Element(f"{{{_RELATIONS}}}Relationship", Id=identifier, Type=kind, Target=f"/{name}")
    return {types: _extended(package, types, [declared]), rels: _extended(package, rels, [link])}


def _extended(package: Package, name: str, children: Iterable[etree._Element]) -> bytes:
    """A part with more children behind those that it has."""
    original = package.part(name) if name in package else _EMPTY_RELATIONS % _RELATIONS.encode()
    return with_children(original, name, children)


def _registered(
    kind: str, root: etree._Element, threads: Sequence[tuple[str, str]], date: str
) -> Iterator[etree._Element]:
    """What one of the newer parts must say of each comment."""
    name, namespace = _MODERN[kind]
    space = f"{{{namespace}}}"
    if kind == "people":
        if not any(person.get(space + "author") == AUTHOR for person in root):
            person = etree.Element(space + name, {space + "author": AUTHOR}, nsmap={"w15": namespace})
            presence = {space + "providerId": "None", space + "userId": AUTHOR}
            etree.SubElement(person, space + "presenceInfo", presence)
            yield person
        return
    prefix = {"commentsExtended": "w15", "commentsIds": "w16cid", "commentsExtensible": "w16cex"}[kind]
    for para, durable in threads:
        says = {
            "commentsExtended": {"paraId": para, "done": "0"},
            "commentsIds": {"paraId": para, "durableId": durable},
            "commentsExtensible": {"durableId": durable, "dateUtc": date},
        }[kind]
        yield etree.Element(space + name, {space + key: said for key, said in says.items()}, nsmap={prefix: namespace})


def _thread_ids(package: Package, number: int) -> list[tuple[str, str]]:
    """A paragraph id and a durable id for each comment, which nothing else in the file bears."""
    used = {int(found, 16) for name in _xml_parts(package) for found in _LONG_ID.findall(_plain(package.part(name)))}
    free = (number for number in count(0x4CC00001) if number not in used)
    return [(f"{next(free):08X}", f"{next(free):08X}") for _ in range(number)]


def _xml_parts(package: Package) -> list[str]:
    return [name for name in package.names if name.casefold().endswith(".xml")]

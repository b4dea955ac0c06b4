"""A Word file as a package of parts: opened with every check, and written back with every untouched byte."""

from __future__ import annotations

import hashlib
import io
import posixpath
import struct
import zipfile
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from ..model import ClausecheckError
from . import xml
from .extent import Extent
from .xml import W
from .zip_checks import check_container, check_members
from .zip_members import Archive, Members

_PACKAGE = "{http://schemas.openxmlformats.org/package/2006/%s}"
_TYPES, _RELATIONSHIPS = _PACKAGE % "content-types", _PACKAGE % "relationships"

MAX_LINKS = 20_000  # of one part

_OTHER_KINDS = {
    "spreadsheetml": "an Excel workbook",
    "ms-excel": "an Excel workbook",
    "presentationml": "a PowerPoint presentation",
    "ms-powerpoint": "a PowerPoint presentation",
    "visio": "a Visio drawing",
}


@dataclass(frozen=True, slots=True)
class Relationship:
    """A link from one part to another, or ``external`` to something outside the file (never fetched)."""

    id: str
    type: str  # the last segment of its type: "comments", "footnotes", "hyperlink", "attachedTemplate" …
    target: str  # the name of the part, or the address outside
    external: bool = False


class Package:
    """The members of a Word file by name ("word/document.xml"), each read at most once.

    ``main`` is the document part, found through the package's relationships; ``sha256`` is that of the whole file.
    """

    def __init__(self, file: str, raw: bytes, archive: zipfile.ZipFile) -> None:
        self.file = file
        self.sha256 = hashlib.sha256(raw).hexdigest()
        self._comment = archive.comment
        self._infos = {info.filename: info for info in archive.infolist()}
        self._members = Members(raw, archive.infolist())
        self._spelling = {name.casefold(): name for name in self._infos}
        self._parts: dict[str, bytes] = {}
        self._trees: dict[str, etree._Element] = {}
        self._links: dict[str, tuple[Relationship, ...]] = {}
        self._by_id: dict[str, dict[str, Relationship]] = {}
        self._extent = Extent()
        self._defaults, self._overrides = self._read_content_types()
        self.main = self._find_main()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all members, in the order of the file."""
        return tuple(self._infos)

    def __contains__(self, name: object) -> bool:
        return name in self._infos

    def part(self, name: str) -> bytes:
        """The bytes of a member.

        Raises:
            ClausecheckError: there is no such member, or it is damaged.
        """
        if name not in self._parts:
            if name not in self._infos:
                raise ClausecheckError(
                    f"The part {name} is missing from this file: open the draft in Word and save it."
                )
            self._parts[name] = self._members.unpacked(name)
        return self._parts[name]

    def holds_same(self, name: str, other: Package) -> bool:
        """Whether a member has the same bytes in both files; they are not unpacked where they are packed alike."""
        packed = self._members.packed(name) == other._members.packed(name)
        return (packed and self._infos[name].CRC == other._infos[name].CRC) or self.part(name) == other.part(name)

    def tree(self, name: str) -> etree._Element:
        """The root element of an XML part: always the same object, which a writer may edit and then ``serialise``.

        Raises:
            ClausecheckError: the part is missing, damaged, or must not be opened.
        """
        if name not in self._trees:
            tree = xml.parse(self.part(name), name)
            self._extent.add(tree, self.part(name))
            self._trees[name] = tree
        return self._trees[name]

    def serialise(self, name: str) -> bytes:
        """The edited tree of a part as bytes, behind the part's original prolog."""
        return xml.serialise(self.tree(name), self.part(name))

    def relationships(self, name: str) -> tuple[Relationship, ...]:
        """Where a part points to; ``""`` stands for the package itself."""
        if name not in self._links:
            self._links[name] = self._read_relationships(name)
        return self._links[name]

    def related(self, name: str, kind: str) -> tuple[str, ...]:
        """The parts of one type ("comments", "styles" …) that a part points to and the file has, each once."""
        links = (link for link in self.relationships(name) if link.type == kind and not link.external)
        return tuple(dict.fromkeys(link.target for link in links if link.target in self._infos))

    def target(self, name: str, identifier: str) -> Relationship | None:
        """The relationship of a part with that id; None where there is none."""
        if name not in self._by_id:
            self._by_id[name] = {link.id: link for link in reversed(self.relationships(name))}
        return self._by_id[name].get(identifier)

    def content_type(self, name: str) -> str:
        """The content type that the package declares for a part; empty where it declares none."""
        extension = name.rpartition(".")[2].casefold()
        return self._overrides.get(name.casefold()) or self._defaults.get(extension, "")

    def with_parts(self, changed: Mapping[str, bytes], without: Collection[str] = ()) -> bytes:
        """The file with some parts replaced in their place and new ones at its end; all others keep their bytes.

        The members named in ``without`` are left out.
        """
        archive = Archive(self._comment)
        for name, info in self._infos.items():
            if name in without:
                continue
            if name in changed:
                archive.put(info, changed[name])
            else:
                archive.copy(info, self._members.packed(name))
        for name in changed:
            if name not in self._infos:
                archive.put(self._new_member(name), changed[name])
        return archive.close()

    def _new_member(self, name: str) -> zipfile.ZipInfo:
        """A new member carries the main part's date, so that the same input gives the same bytes."""
        info = zipfile.ZipInfo(name, date_time=self._infos[self.main].date_time)
        info.compress_type = zipfile.ZIP_DEFLATED
        return info

    def _read_content_types(self) -> tuple[dict[str, str], dict[str, str]]:
        name = self._spelling.get("[content_types].xml")
        if name is None:
            raise ClausecheckError(
                "This zip file is not a Word file (it declares no content types): name the draft, saved as .docx."
            )
        root = self.tree(name)
        defaults = {e.get("Extension", "").casefold(): e.get("ContentType", "") for e in root.iter(_TYPES + "Default")}
        overrides = {
            e.get("PartName", "").lstrip("/").casefold(): e.get("ContentType", "")
            for e in root.iter(_TYPES + "Override")
        }
        return defaults, overrides

    def _find_main(self) -> str:
        for name in self.related("", "officeDocument"):
            kind = self.content_type(name)
            for mark, what in _OTHER_KINDS.items():
                if mark in kind:
                    raise ClausecheckError(f"This file is {what}, not a Word draft: save the draft as .docx.")
            return name
        raise ClausecheckError("This file has no main document part: open the draft in Word and save it as .docx.")

    def _read_relationships(self, name: str) -> tuple[Relationship, ...]:
        folder, base = posixpath.split(name)
        rels = self._spelling.get(posixpath.join(folder, "_rels", base + ".rels").casefold())
        if rels is None:
            return ()
        links = list(self.tree(rels).iter(_RELATIONSHIPS + "Relationship"))
        if len(links) > MAX_LINKS:
            raise ClausecheckError(f"The part {rels} of this file holds more than 20,000 links: it is not opened.")
        return tuple(self._relationship(folder, link) for link in links)

    def _relationship(self, folder: str, link: etree._Element) -> Relationship:
        target, external = link.get("Target", ""), link.get("TargetMode") == "External"
        kind = link.get("Type", "").rpartition("/")[2]
        return Relationship(link.get("Id", ""), kind, target if external else self._resolve(folder, target), external)

    def _resolve(self, folder: str, target: str) -> str:
        path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        for name in (path, unquote(path)):
            if name.casefold() in self._spelling:
                return self._spelling[name.casefold()]
        return path


def open_package(path: Path) -> Package:
    """Open a Word file (.docx, .docm, .dotx, .dotm) after every check of its container.

    Raises:
        ClausecheckError: one sentence that says why this file is not opened, and what to do.
    """
    if path.is_dir():
        raise ClausecheckError(f"{path.name} is a folder: name the Word file in it.")
    try:
        size = path.stat().st_size
        if not path.is_file():  # a pipe or a device may never end
            raise ClausecheckError(f"{path.name} is not a file: name the Word file itself.")
        raw = check_container(path.name, size, path.read_bytes)
        archive = zipfile.ZipFile(io.BytesIO(raw))
    except OSError as error:
        reason = error.strerror or error
        raise ClausecheckError(f"{path.name} cannot be read ({reason}): check its name and place.") from None
    except (zipfile.BadZipFile, ValueError, NotImplementedError, struct.error):
        raise ClausecheckError(
            f"{path.name} is damaged or cut short: ask for the file again, or repair it in Word."
        ) from None
    check_members(archive.infolist())
    package = Package(path.name, raw, archive)
    if package.tree(package.main).tag != W + "document":
        raise ClausecheckError("The main part of this file is no Word document: open the draft in Word and save it.")
    return package

"""A Word file as a package of parts: opened with every check, and written back with every untouched byte."""

from __future__ import annotations

import hashlib
import io
import posixpath
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from ..model import ClausecheckError
from . import xml
from .zip_checks import check_container, check_members

_PACKAGE = "{http://schemas.openxmlformats.org/package/2006/%s}"
_TYPES, _RELATIONSHIPS = _PACKAGE % "content-types", _PACKAGE % "relationships"

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
        self._archive = archive
        self._infos = {info.filename: info for info in archive.infolist()}
        self._spelling = {name.casefold(): name for name in self._infos}
        self._parts: dict[str, bytes] = {}
        self._trees: dict[str, etree._Element] = {}
        self._links: dict[str, tuple[Relationship, ...]] = {}
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
            self._parts[name] = self._read(name)
        return self._parts[name]

    def tree(self, name: str) -> etree._Element:
        """The root element of an XML part: always the same object, which a writer may edit and then ``serialise``.

        Raises:
            ClausecheckError: the part is missing, damaged, or must not be opened.
        """
        if name not in self._trees:
            self._trees[name] = xml.parse(self.part(name), name)
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
        """The parts of one type ("comments", "styles", "header" …) that a part points to and the file holds."""
        links = (link for link in self.relationships(name) if link.type == kind and not link.external)
        return tuple(link.target for link in links if link.target in self._infos)

    def target(self, name: str, identifier: str) -> Relationship | None:
        """The relationship of a part with that id; None where there is none."""
        return next((link for link in self.relationships(name) if link.id == identifier), None)

    def content_type(self, name: str) -> str:
        """The content type that the package declares for a part; empty where it declares none."""
        extension = name.rpartition(".")[2].casefold()
        return self._overrides.get(name.casefold()) or self._defaults.get(extension, "")

    def with_parts(self, changed: Mapping[str, bytes]) -> bytes:
        """The file with some parts replaced in their place and new ones at its end; all others keep their bytes."""
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w") as archive:
            for name, info in self._infos.items():
                archive.writestr(_copied(info), changed[name] if name in changed else self._read(name))
            for name in changed:
                if name not in self._infos:
                    archive.writestr(self._new_member(name), changed[name])
        return target.getvalue()

    def _new_member(self, name: str) -> zipfile.ZipInfo:
        """A new member carries the main part's date, so that the same input gives the same bytes."""
        info = zipfile.ZipInfo(name, date_time=self._infos[self.main].date_time)
        info.compress_type = zipfile.ZIP_DEFLATED
        return info

    def _read(self, name: str) -> bytes:
        info = self._infos.get(name)
        if info is None:
            raise ClausecheckError(f"The part {name} is missing from this file: open the draft in Word and save it.")
        try:
            with self._archive.open(info) as stream:
                return stream.read(info.file_size + 1)
        except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, zlib.error) as error:
            raise ClausecheckError(
                f"The part {name} of this file is damaged: open the draft in Word, repair it and save it again."
            ) from error

    def _read_content_types(self) -> tuple[dict[str, str], dict[str, str]]:
        name = self._spelling.get("[content_types].xml")
        if name is None:
            raise ClausecheckError("This zip file is not a Word file: it declares no content types.")
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
        links = self.tree(rels).iter(_RELATIONSHIPS + "Relationship")
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
        raw = check_container(path.name, size, path.read_bytes)
        archive = zipfile.ZipFile(io.BytesIO(raw))
    except OSError as error:
        reason = error.strerror or error
        raise ClausecheckError(f"{path.name} cannot be read ({reason}): check its name and place.") from None
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise ClausecheckError(
            f"{path.name} is damaged or cut short: ask for the file again, or repair it in Word."
        ) from None
    check_members(archive.infolist())
    return Package(path.name, raw, archive)


def _copied(info: zipfile.ZipInfo) -> zipfile.ZipInfo:
    """The same entry for another archive: name, date, attributes and method, without the sizes of the old one."""
    copy = zipfile.ZipInfo(info.filename, info.date_time)
    for field in ("compress_type", "comment", "extra", "create_system", "external_attr", "internal_attr"):
        setattr(copy, field, getattr(info, field))
    return copy

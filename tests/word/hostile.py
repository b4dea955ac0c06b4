"""Files that mean harm or are broken, made when they are asked for: what is wrong with their zip or their package.

``hostile_xml`` holds those whose parts are the trouble. Each case names the words that its refusal must say, or
nothing where the file is to be read all the same.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from .conftest import DECLARATION, PACKAGE, link, members, relationships, save

BODY = "<w:p><w:r><w:t>Licensor grants Licensee a non-exclusive licence under the Licensed Patents.</w:t></w:r></w:p>"
SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "balanced.docx"
MEGABYTE = 1 << 20
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)

Content = Mapping[str, "str | bytes"]


@dataclass(frozen=True, slots=True)
class Case:
    """A file to write, and what its refusal must say; no words for what is read."""

    name: str
    words: str
    write: Callable[[Path], object]

    @property
    def large(self) -> bool:
        """It takes a second or more to write, or to read."""
        return ",000" in self.name or "MB" in self.name


@dataclass(frozen=True, slots=True)
class Entry:
    """One member as its two headers tell of it; what is None is told truly."""

    name: str
    packed: bytes
    size: int
    crc: int
    method: int = 8
    local_name: str | None = None
    local_size: int | None = None
    flags: int = 0
    inside: int | None = None  # it lies inside of the entry before, so many bytes behind its start


def packed(name: str, content: bytes, **told: object) -> Entry:
    """A deflated member that tells the truth, but for what is ``told``."""
    deflater = zlib.compressobj(1, zlib.DEFLATED, -15)
    known = {"packed": deflater.compress(content) + deflater.flush(), "size": len(content), "crc": zlib.crc32(content)}
    return Entry(name, **(known | told))


def local(entry: Entry) -> bytes:
    """The local header and the packed bytes."""
    name = (entry.local_name or entry.name).encode()
    size = entry.size if entry.local_size is None else entry.local_size
    head = (b"PK\3\4", 20, entry.flags, entry.method, 0, 33, entry.crc, len(entry.packed), size, len(name), 0)
    return struct.pack("<4s5H3L2H", *head) + name + entry.packed


def zipped(entries: list[Entry], before: bytes = b"", comment: bytes = b"") -> bytes:
    """A zip of these entries, true or not."""
    body, directory, start = bytearray(before), bytearray(), 0
    for entry in entries:
        if entry.inside is None:
            start = len(body)
            body += local(entry)
        name, at = entry.name.encode(), start + (entry.inside or 0)
        told = (20, 20, entry.flags, entry.method, 0, 33, entry.crc, len(entry.packed), entry.size, len(name))
        directory += struct.pack("<4s6H3L5H2L", b"PK\1\2", *told, 0, 0, 0, 0, 0, at) + name
    count = len(entries)
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, count, count, len(directory), len(body), len(comment))
    return bytes(body + directory) + end + comment


def draft(path: Path, changed: Content | None = None, without: str = "") -> Path:
    """A small draft with some members changed or added, and one left out."""
    content: dict[str, str | bytes] = {**members(BODY), **(changed or {})}
    content.pop(without, None)
    return save(path, content)


def true_entries(changed: Content | None = None) -> list[Entry]:
    """The members of a small draft as entries."""
    content: dict[str, str | bytes] = {**members(BODY), **(changed or {})}
    return [packed(name, text.encode() if isinstance(text, str) else text) for name, text in content.items()]


def _raw(name: str, words: str, raw: bytes) -> Case:
    return Case(name, words, lambda path: path.write_bytes(raw))


def _draft(name: str, words: str, changed: Content | None = None, without: str = "") -> Case:
    return Case(name, words, lambda path: draft(path, changed, without))


def _entries(name: str, words: str, make: Callable[[], list[Entry]]) -> Case:
    return Case(name, words, lambda path: path.write_bytes(zipped(true_entries() + make())))


def _other_kinds() -> Iterator[Case]:
    yield _raw("old .doc", "old Word .doc", _COMPOUND + "WordDocument".encode("utf-16-le"))
    yield _raw("old .xls", "old Excel workbook", _COMPOUND + "Workbook".encode("utf-16-le"))
    yield _raw("e-mail", "an e-mail", _COMPOUND + "__substg1.0_001A001E".encode("utf-16-le"))
    yield _raw("encrypted .docx", "protected by a password", _COMPOUND + "EncryptedPackage".encode("utf-16-le"))
    yield _raw("no bytes", "is empty", b"")
    yield _raw("plain text", "not a Word file", b"THIS LICENCE AGREEMENT is made on 1 March 2027\n")
    yield _raw("PDF", "is a PDF", b"%PDF-1.7\n")
    yield _raw("RTF", "is an RTF file", b"{\\rtf1\\ansi}")
    yield _raw("flat XML", "is an XML file", b"\xef\xbb\xbf<?xml version='1.0'?><pkg:package/>")
    yield _raw("gzip", "not a Word file", b"\x1f\x8b\x08" + bytes(99))
    mime = b"application/vnd.oasis.opendocument.text"
    odt = zipped([packed("mimetype", mime, packed=mime, method=0)])
    yield _raw("OpenDocument", "OpenDocument file", odt)
    yield Case("zip of anything", "no content types", lambda path: save(path, {"draft.txt": "text"}))


def _truncated() -> Iterator[Case]:
    whole = SAMPLE.read_bytes()
    for tenth in range(1, 10):
        yield _raw(f"cut at {tenth}/10", "damaged or cut short", whole[: len(whole) * tenth // 10])


def _bombs() -> Iterator[Case]:
    def repeated(size: int) -> bytes:  # packs some 150 times, below the limit of 200
        return (bytes(range(256)) * 2 + bytes(4000)) * (size // 4512)

    def four_large() -> list[Entry]:
        one = packed("word/media/1.bmp", repeated(80 * MEGABYTE))
        return [Entry(f"word/media/{n}.bmp", one.packed, one.size, one.crc) for n in range(4)]

    def inner() -> list[Entry]:
        bomb = zipped([packed("zeros", bytes(100 * MEGABYTE))])
        return [packed("word/embeddings/1.zip", zipped([packed(f"{n}.zip", bomb) for n in range(9)]))]

    yield _entries("one member of 99 MB in 100 KB", "200 times", lambda: [packed("a.bin", bytes(99 * MEGABYTE))])
    yield _entries("a part of 101 MB", "more than 100 MB", lambda: [packed("a.bin", repeated(101 * MEGABYTE))])
    yield _entries("four of 80 MB", "more than 300 MB", four_large)
    yield _entries("6,000 members", "5,000 members", lambda: [packed(f"a/{n}", b"") for n in range(6000)])
    yield _entries("60,000 members", "5,000 members", lambda: [packed(f"a/{n}", b"") for n in range(60_000)])
    yield _entries("zips in zips", "", inner)
    yield Case("a file of 51 MB", "larger than 50 MB", lambda path: path.write_bytes(b"PK\3\4" + bytes(51 * MEGABYTE)))


def _lies() -> Iterator[Case]:
    text = b"<a>" + b" " * 500_000 + b"</a>"
    short = {"size": 3, "crc": zlib.crc32(text[:3])}

    def past_its_size() -> bytes:
        kept = [entry for entry in true_entries() if entry.name != "word/document.xml"]
        return zipped([*kept, packed("word/document.xml", text, **short)])

    def over_each_other() -> list[Entry]:
        hidden = packed("word/media/b.png", b"b" * 50)
        outer = packed("word/media/a.png", b"", packed=local(hidden), size=len(local(hidden)), method=0)
        return [outer, Entry(hidden.name, hidden.packed, hidden.size, hidden.crc, inside=30 + len(outer.name))]

    yield Case("inflates past its size", "word/document.xml", lambda path: path.write_bytes(past_its_size()))
    yield _entries("two sizes", "contradicts itself", lambda: [packed("a.xml", text, local_size=9)])
    yield _entries(
        "two names for one", "contradicts itself", lambda: [packed("a.xml", text, local_name="word/document.xml")]
    )
    yield _entries(
        "name of another in its local header",
        "contradicts itself",
        lambda: [packed("a.xml", text, local_name="_rels/.rels")],
    )
    yield _entries("members over each other", "lie over each other", over_each_other)
    yield _entries(
        "one place, two names", "contradicts itself", lambda: [packed("a.png", b"x"), packed("b.png", b"x", inside=0)]
    )
    yield _entries("same name twice", "two members of the same name", lambda: true_entries()[2:3])
    yield _entries("same name in capitals", "two members of the same name", lambda: [packed("WORD/DOCUMENT.XML", b"x")])
    yield _entries("a password of the zip", "encrypted zip", lambda: [packed("a.bin", b"x", flags=1)])
    yield _entries("bzip2", "packed in a way", lambda: [packed("a.bin", b"x", method=zipfile.ZIP_BZIP2)])


def _paths() -> Iterator[Case]:
    for name in (
        "../../up.xml", "word/../../up.xml", "/etc/cron.d/root", "\\\\server\\share\\x", "C:\\up.xml", "c:up.xml",
        "word\\..\\..\\up.xml", "word/%2e%2e/%2e%2e/up.xml", "word/%2E%2E%5Cup.xml", "word/．．／up.xml",
        "word/\uff0e\uff0e/up",
    ):  # fmt: skip
        yield _draft(f"member {name}", "points outside", {name: "x"})
    yield _entries("member with NUL", "points outside", lambda: [packed("word/a.xml\0.png", b"x")])


def _packages() -> Iterator[Case]:
    kinds = members(BODY)["[Content_Types].xml"]
    main = "openxmlformats-officedocument.wordprocessingml.document.main"
    for what, kind in {
        "an Excel workbook": "openxmlformats-officedocument.spreadsheetml.sheet.main",
        "a PowerPoint presentation": "openxmlformats-officedocument.presentationml.presentation.main",
        "a Visio drawing": "ms-visio.drawing.main",
    }.items():
        yield _draft(what, what, {"[Content_Types].xml": kinds.replace(main, kind)})
    yield _draft("no content types", "no content types", without="[Content_Types].xml")
    yield _draft("no relationships", "no main document part", without="_rels/.rels")
    yield _draft("no main part", "no main document part", without="word/document.xml")
    yield _draft("empty main part", "word/document.xml", {"word/document.xml": ""})
    yield _draft("main part of another kind", "no Word document", {"word/document.xml": "<html/>"})
    outside = relationships(link("rId1", "officeDocument", "../../../etc/passwd"))
    yield _draft("main part outside", "no main document part", {"_rels/.rels": outside})
    remote = relationships(link("rId1", "officeDocument", "http://127.0.0.1:9/draft.xml", external=True))
    yield _draft("main part elsewhere", "no main document part", {"_rels/.rels": remote})
    circle = "".join(link(f"r{n}", kind, "document.xml") for n, kind in enumerate(("header", "footnotes", "styles")))
    own = relationships(link("r1", "comments", "document.xml"))
    yield _draft("its own comments part", "was not written", {"word/_rels/document.xml.rels": own})
    yield _draft("relationships in a circle", "", {"word/_rels/document.xml.rels": relationships(circle)})
    bare = f'{DECLARATION}<Types xmlns="{PACKAGE}/content-types"/>'
    yield _draft("content types that name nothing", "", {"[Content_Types].xml": bare})


def cases() -> list[Case]:
    """All cases of this file."""
    return [*_other_kinds(), *_truncated(), *_bombs(), *_lies(), *_paths(), *_packages()]

"""The checks that a file passes before any part of it is parsed (limits: many times what a real draft needs)."""

from __future__ import annotations

import re
import unicodedata
import zipfile
from collections.abc import Callable, Sequence
from urllib.parse import unquote

from ..model import ClausecheckError

MEGABYTE = 1024 * 1024
MAX_FILE, MAX_TOTAL, MAX_PART = 50 * MEGABYTE, 300 * MEGABYTE, 100 * MEGABYTE
MAX_XML = 100 * MEGABYTE  # all XML parts together
MAX_MEMBERS, MAX_RATIO = 5_000, 200

_COMPOUND = b"\xd0\xcf\x11\xe0"  # the container of an old .doc, and of an encrypted .docx
_STREAMS = {  # by which a compound file tells what it is, the first that it holds
    "EncryptedPackage": "protected by a password: remove it in Word (File, Info, Protect Document) and try again",
    "WordDocument": "an old Word .doc file: open it in Word and save it as .docx",
    "Workbook": "an old Excel workbook, not a Word draft: name the draft",
    "PowerPoint Document": "an old PowerPoint presentation, not a Word draft: name the draft",
    "__substg1.0_": "an e-mail, not a Word draft: save the draft that is attached to it",
    "": "an old Word .doc file: open it in Word and save it as .docx",
}
_OTHER_FILES = {b"%PDF": "a PDF", b"{\\rtf": "an RTF file", b"<?xml": "an XML file", b"<html": "a web page"}
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument"
_ENTRY = b"PK\x01\x02"
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # of which Word knows no other (ECMA-376-2, annex B)
_UNSAFE = re.compile(r"(^|[/\\])\.\.([/\\]|$)|^[/\\]|^[A-Za-z]:|\x00")


def check_container(name: str, size: int, read: Callable[[], bytes]) -> bytes:
    """The bytes of a file that has the size and the outward form of a .docx.

    Raises:
        ClausecheckError: too large, empty, an old .doc, encrypted, or no zip at all.
    """
    if size > MAX_FILE:
        raise ClausecheckError(f"{name} is larger than 50 MB: take out its pictures and save it again.")
    raw = read()
    if raw[:4] == _COMPOUND:
        raise ClausecheckError(_compound(name, raw))
    if raw[:2] != b"PK" and _ENTRY not in raw:  # a zip may stand behind the program that unpacks it
        raise ClausecheckError(_no_zip(name, raw))
    if raw[30 : 30 + len(_OPEN_DOCUMENT)] == _OPEN_DOCUMENT:
        raise ClausecheckError(f"{name} is an OpenDocument file: open it where it was written and save it as .docx.")
    if raw.count(_ENTRY) > 2 * MAX_MEMBERS:  # before zipfile makes an object of each
        raise ClausecheckError(f"{name} holds more than 5,000 members: it is not opened.")
    return raw


def check_members(members: Sequence[zipfile.ZipInfo]) -> None:
    """Refuse an archive whose entries no Word file has.

    Raises:
        ClausecheckError: too many or too large members, encrypted ones, or names that are unsafe or doubled.
    """
    if len(members) > MAX_MEMBERS:
        raise ClausecheckError("This file holds more than 5,000 members: it is not opened.")
    if sum(info.file_size for info in members) > MAX_TOTAL:
        raise ClausecheckError("This file unpacks to more than 300 MB: it is not opened.")
    if sum(info.file_size for info in members if info.filename.casefold().endswith((".xml", ".rels"))) > MAX_XML:
        raise ClausecheckError("This file holds more than 100 MB of XML, too much for one draft: it is not opened.")
    if len({info.filename.casefold() for info in members}) < len(members):
        raise ClausecheckError("This file holds two members of the same name: open the draft in Word and save it.")
    for info in members:
        _check_member(info)


def _check_member(info: zipfile.ZipInfo) -> None:
    if info.flag_bits & 1:
        raise ClausecheckError("This file is an encrypted zip: save the draft without a password.")
    if info.compress_type not in _METHODS:
        raise ClausecheckError(
            "This file is packed in a way that Word does not use: open the draft in Word and save it."
        )
    if _is_unsafe(info.orig_filename):
        raise ClausecheckError("This file holds a member whose name points outside of it: it is not opened.")
    if info.file_size > MAX_PART:
        raise ClausecheckError("This file holds a part of more than 100 MB: it is not opened.")
    if info.file_size > MEGABYTE and info.file_size > MAX_RATIO * max(1, info.compress_size):
        raise ClausecheckError("This file holds a part that unpacks to over 200 times its size: it is not opened.")


def _is_unsafe(name: str) -> bool:
    """Whether a name leads out of the file, also under percent signs or in letters that only look like others."""
    if _UNSAFE.search(name):
        return True
    plain = unicodedata.normalize("NFKC", unquote(name)) if "%" in name or not name.isascii() else name
    return plain != name and _UNSAFE.search(plain) is not None


def _compound(name: str, raw: bytes) -> str:
    return next(f"{name} is {what}." for stream, what in _STREAMS.items() if stream.encode("utf-16-le") in raw)


def _no_zip(name: str, raw: bytes) -> str:
    if not raw:
        return f"{name} is empty: ask for the file again."
    start = raw[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for mark, what in _OTHER_FILES.items():
        if start.startswith(mark.lower()):
            return f"{name} is {what}, not a Word file: open it in Word and save it as .docx."
    return f"{name} is not a Word file: open the draft in Word and save it as .docx."

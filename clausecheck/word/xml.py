"""XML parts: parsed without any reach outside the file, and written back behind their original prolog."""

from __future__ import annotations

import re

from lxml import etree

from ..model import ClausecheckError

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

MAX_MARKS = 1_600_000  # tags, and attributes counted twice, of one part: a tree of more would not fit into 300 MB

_STRICT = b"http://purl.oclc.org/ooxml/"
_TRANSITIONAL = b"http://schemas.openxmlformats.org/"
_STRICT_NAME = re.compile(rb"(?<==[\"'])" + re.escape(_STRICT) + rb"([A-Za-z]+)/([A-Za-z]+)(?=[\"'])")
_PROLOG = re.compile(r"\ufeff?(?:\s+|<\?.*?\?>|<!--.*?-->)*", re.DOTALL)


def parse(raw: bytes, part: str) -> etree._Element:
    """The root element of an XML part; a strict Open XML part is read under the namespaces of a transitional one.

    Raises:
        ClausecheckError: the part declares a document type, is nested too deeply, is too large, or is not XML.
    """
    if raw.count(b"<") + 2 * raw.count(b"=") > MAX_MARKS:
        raise ClausecheckError(f"The part {part} of this file is too large to be a draft: save it anew from Word.")
    _, body = split_prolog(raw)
    if body[:20].decode(encoding_of(raw), "replace").lstrip().startswith("<!DOCTYPE"):
        raise _document_type(part)
    try:
        root = etree.fromstring(_as_transitional(raw), _parser())
    except etree.XMLSyntaxError as error:
        raise ClausecheckError(_why_unreadable(str(error), part)) from None
    if root is None or root.getroottree().docinfo.doctype:
        raise _document_type(part)
    return root


def serialise(root: etree._Element, original: bytes) -> bytes:
    """``root`` as bytes, behind the prolog and in the encoding and namespaces of the part that it was read from."""
    encoding = encoding_of(original)
    written = etree.tostring(root, encoding="unicode", with_tail=False).encode(encoding)
    for family, name in set(_STRICT_NAME.findall(original)):
        written = written.replace(
            b'="' + _transitional(family, name) + b'"', b'="' + _STRICT + family + b"/" + name + b'"'
        )
    return split_prolog(original)[0] + written


def split_prolog(raw: bytes) -> tuple[bytes, bytes]:
    """What stands before the root element (declaration, comments, byte order mark), and the rest."""
    encoding = encoding_of(raw)
    head = raw[:65536].decode(encoding, "ignore")
    found = _PROLOG.match(head)
    size = len(head[: found.end()].encode(encoding)) if found else 0
    return raw[:size], raw[size:]


def encoding_of(raw: bytes) -> str:
    """The encoding of an XML part: UTF-16 where it begins with its byte order mark, else UTF-8."""
    if raw[:2] == b"\xff\xfe":
        return "utf-16-le"
    return "utf-16-be" if raw[:2] == b"\xfe\xff" else "utf-8"


def is_on(flag: etree._Element | None) -> bool:
    """Whether an ST_OnOff property such as ``w:b`` is there and not switched off (ECMA-376 17.17.4)."""
    return flag is not None and flag.get(W + "val", "1") not in ("0", "false", "off")


def value(parent: etree._Element | None, name: str) -> str | None:
    """``w:val`` of the child ``w:name``; None where there is no such child or no value."""
    child = None if parent is None else parent.find(W + name)
    return None if child is None else child.get(W + "val")


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, strip_cdata=False, recover=False
    )


def _as_transitional(raw: bytes) -> bytes:
    return _STRICT_NAME.sub(lambda found: _transitional(found[1], found[2]), raw) if _STRICT in raw else raw


def _transitional(family: bytes, name: bytes) -> bytes:
    return _TRANSITIONAL + family + b"/2006/" + name


def _document_type(part: str) -> ClausecheckError:
    return ClausecheckError(f"The part {part} declares a document type, which no Word file does: it is not opened.")


def _why_unreadable(error: str, part: str) -> str:
    if "depth" in error:
        return f"The part {part} is nested too deeply to be read: save the draft anew from Word."
    return f"The part {part} of this file is damaged: open the draft in Word, repair it and save it again."

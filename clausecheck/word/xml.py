"""XML parts: parsed without any reach outside the file, and written back behind their original prolog."""

from __future__ import annotations

import re

from lxml import etree

from ..model import ClausecheckError

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

MAX_BYTES = 40 * 1024 * 1024  # of one part; more than MAX_MARKS allows, unless nearly all of it is text
MAX_MARKS = 1_600_000  # elements and attributes of one part, each counted twice: more would not fit into 300 MB
MAX_NAMESPACES = 500  # declared at once; each look at them costs as many steps

_UTF16 = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be", b"<\0": "utf-16-le", b"\0<": "utf-16-be"}
_DECLARED = re.compile(rb"(?:\xef\xbb\xbf)?<\?xml[^>]{1,99}?encoding\s*=\s*[\"']([^\"'>]{1,40})")
_READ = (b"utf-8", b"utf8", b"us-ascii", b"ascii")
_DECLARATION = re.compile(r"\ufeff?<\?xml\s.*?\?>", re.DOTALL)
_PROLOG = re.compile(r"\ufeff?(?:\s+|<\?.*?\?>|<!--.*?-->)*", re.DOTALL)
_HEAD = 4096  # bytes that hold nearly every prolog

_STRICT = "http://purl.oclc.org/ooxml/"
_TRANSITIONAL = "http://schemas.openxmlformats.org/"
_STRICT_NAME = re.compile(rb"(?<=[\"'])" + re.escape(_STRICT.encode()) + rb"[A-Za-z]+/[A-Za-z]+(?=[\"'])")
_ATTRIBUTE = re.compile(rb"([A-Za-z_][A-Za-z0-9_:.-]*)\s*=\s*[\"']\Z")


def parse(raw: bytes, part: str) -> etree._Element:
    """The root element of an XML part; a strict Open XML part is read under the namespaces of a transitional one.

    Raises:
        ClausecheckError: the part declares a document type, is nested too deeply, is too large, or is not XML.
    """
    plain = _as_utf8(raw, part) if len(raw) <= MAX_BYTES else b""
    if len(raw) > MAX_BYTES or marks(plain) > MAX_MARKS:
        raise ClausecheckError(f"The part {part} of this file is too large to be a draft: save it anew from Word.")
    if b"<!DOCTYPE" in plain:  # nothing of it may be parsed: entities grow while they are read
        raise ClausecheckError(f"The part {part} declares a document type, which no Word file does: it is not opened.")
    try:
        root = etree.fromstring(_as_transitional(plain), _parser())
    except etree.XMLSyntaxError as error:
        raise ClausecheckError(_why_unreadable(str(error), part)) from None
    if plain.count(b"xmlns") > MAX_NAMESPACES and _most_namespaces(root) > MAX_NAMESPACES:
        raise ClausecheckError(
            f"The part {part} of this file declares more namespaces than any draft: it is not opened."
        )
    return root


def marks(raw: bytes) -> int:
    """How much there is to build of an XML part: its elements and attributes, each counted twice."""
    return 2 * (raw.count(b"<") - raw.count(b"</") + raw.count(b"="))


def serialise(root: etree._Element, original: bytes) -> bytes:
    """``root`` as bytes, behind the prolog and in the encoding and namespaces of the part that it was read from."""
    encoding = encoding_of(original)
    written = etree.tostring(root, encoding="unicode", with_tail=False)
    for attribute, strict in _strict_names(
        original if encoding == "utf-8" else original.decode(encoding, "ignore").encode()
    ):
        written = written.replace(f' {attribute}="{_transitional(strict)}"', f' {attribute}="{strict}"')
    return split_prolog(original)[0] + written.encode(encoding)


def split_prolog(raw: bytes) -> tuple[bytes, bytes]:
    """What stands before the root element (declaration, comments, byte order mark), and the rest."""
    encoding = encoding_of(raw)
    end = 0
    for size in (_HEAD, len(raw)):
        head = raw[:size].decode(encoding, "ignore")
        found = _PROLOG.match(head)
        end = found.end() if found else 0
        if end + 1 < len(head) and head[end] == "<" and head[end + 1] not in "!?":
            break
    before = len(head[:end].encode(encoding))
    return raw[:before], raw[before:]


def encoding_of(raw: bytes) -> str:
    """The encoding of an XML part: UTF-16 or UTF-8, as it begins (XML 1.0, appendix F)."""
    return _UTF16.get(raw[:2], "utf-8")


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


def _as_utf8(raw: bytes, part: str) -> bytes:
    """The part in UTF-8; Open Packaging (ECMA-376-2 8.3.2) knows UTF-8 and UTF-16 alone."""
    encoding = encoding_of(raw)
    if encoding == "utf-8":
        declared = _DECLARED.match(raw)
        if declared and declared[1].lower() not in _READ:
            raise ClausecheckError(
                f"The part {part} is not written in UTF-8 or UTF-16, as in a Word file: save the draft anew from Word."
            )
        return raw
    try:
        return _DECLARATION.sub("", raw.decode(encoding).removeprefix("\ufeff"), count=1).encode()
    except UnicodeError:
        raise ClausecheckError(_why_unreadable("", part)) from None


def _as_transitional(plain: bytes) -> bytes:
    if _STRICT.encode() not in plain:
        return plain
    return _STRICT_NAME.sub(lambda found: _transitional(found[0].decode()).encode(), plain)


def _transitional(strict: str) -> str:
    family, _, name = strict.removeprefix(_STRICT).partition("/")
    return f"{_TRANSITIONAL}{family}/2006/{name}"


def _strict_names(plain: bytes) -> set[tuple[str, str]]:
    """The attributes that name a strict namespace, and which: a part may hold both kinds under other prefixes."""
    found = set()
    for name in _STRICT_NAME.finditer(plain) if _STRICT.encode() in plain else ():
        attribute = _ATTRIBUTE.search(plain[max(0, name.start() - 100) : name.start()])
        if attribute is not None:
            found.add((attribute[1].decode(), name[0].decode()))
    return found


def _most_namespaces(root: etree._Element) -> int:
    """The largest number of namespace declarations that any element of a tree stands under."""
    most = now = 0
    for event, _ in etree.iterwalk(root, events=("start-ns", "end-ns")):
        now += 1 if event == "start-ns" else -1
        most = max(most, now)
    return most


def _why_unreadable(error: str, part: str) -> str:
    if "depth" in error:
        return f"The part {part} is nested too deeply to be read: save the draft anew from Word."
    if "limit" in error or "too long" in error:
        return f"The part {part} holds a text or a name that is too long for a draft: save the draft anew from Word."
    return f"The part {part} of this file is damaged: open the draft in Word, repair it and save it again."

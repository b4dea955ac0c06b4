"""Files that mean harm or are broken: what is wrong with, or too much in, their XML parts."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

from .conftest import NAMESPACES, link, members, part, relationships, save
from .hostile import BODY, Case, Content, Entry, draft, zipped

_DOCUMENT = "word/document.xml"
_LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
_TYPES = {
    "laughing entities": f'<!DOCTYPE a [<!ENTITY a0 "ha">{_LAUGHS}]>',
    "one long entity": f'<!DOCTYPE a [<!ENTITY a9 "{"x" * 50_000}">]>',
    "external entity": '<!DOCTYPE a [<!ENTITY a9 SYSTEM "file:///etc/hostname">]>',
    "remote entity": '<!DOCTYPE a [<!ENTITY a9 SYSTEM "http://127.0.0.1:9/a">]>',
    "parameter entity": '<!DOCTYPE a [<!ENTITY % p SYSTEM "file:///etc/hostname"> %p;]>',
    "remote type": '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd">',
}


def _text(words: str) -> str:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def _body(name: str, words: str, body: Callable[[], str], **parts: Callable[[], str]) -> Case:
    def write(path: Path) -> None:
        content = members(body(), **{kind: made() for kind, made in parts.items()})
        path.write_bytes(stored(content))

    return Case(name, words, write)


def stored(content: Content) -> bytes:
    """A zip of members that are not packed, so that no ratio gives them away."""
    raw = {name: text.encode() if isinstance(text, str) else text for name, text in content.items()}
    return zipped([Entry(name, text, len(text), zlib.crc32(text), method=0) for name, text in raw.items()])


def _part(name: str, words: str, raw: Callable[[], bytes], where: str = _DOCUMENT) -> Case:
    return Case(name, words, lambda path: draft(path, {where: raw()}))


def _typed(kind: str) -> str:
    uses = "" if "parameter" in kind or "type" in kind else "&a9;"
    return f'<?xml version="1.0"?>{_TYPES[kind]}<w:document {NAMESPACES}><w:body>{_text(uses)}</w:body></w:document>'


def _document_types() -> Iterator[Case]:
    told = "declares a document type"
    for kind in _TYPES:
        yield _part(kind, told, _typed(kind).encode)
    laughing = _typed("laughing entities")
    in_attribute = laughing.replace("<w:p>", '<w:p w:rsidR="&a9;">')
    for name, raw in {
        "UTF-8 with mark": laughing.encode("utf-8-sig"),
        "UTF-16": laughing.encode("utf-16"),
        "UTF-16, other end first": b"\xfe\xff" + laughing.encode("utf-16-be"),
        "UTF-16 without mark": laughing.encode("utf-16-le"),
        "in an attribute": in_attribute.encode(),
        "in an attribute, UTF-16 without mark": in_attribute.encode("utf-16-be"),
        "behind a long comment": laughing.replace("<!DOC", f"<!--{'-x' * 70_000}--><!DOC", 1).encode(),
    }.items():
        yield _part(f"laughing entities: {name}", told, lambda raw=raw: raw)
    for where in ("[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels"):
        yield _part(f"laughing entities in {where}", told, laughing.encode, where)
    for kind in ("styles", "numbering", "footnotes", "settings", "comments"):
        yield Case(f"laughing entities in {kind}", told, lambda path, kind=kind: _with_part(path, kind, laughing))
    yield _part("laughing entities in a part that is not read", "", laughing.encode, "customXml/item1.xml")


def _with_part(path: Path, kind: str, raw: str) -> Path:
    return save(path, members(BODY, **{kind: ""}) | {f"word/{kind}.xml": raw})


def _encodings() -> Iterator[Case]:
    whole = members(BODY)[_DOCUMENT]
    for kind in ("utf-7", "cp037", "iso-8859-1", "utf-32"):
        declared = whole.replace("UTF-8", kind)
        yield _part(f"written in {kind}", _DOCUMENT, lambda text=declared, kind=kind: text.encode(kind))
    yield _part("no UTF-8", "damaged", lambda: whole.encode().replace(b"Licensor", b"Licens\xc3\x28r"))
    yield _part("half a UTF-16", "damaged", lambda: whole.encode("utf-16")[:-1])
    yield _part("names that XML forbids", "damaged", lambda: whole.replace("w:p>", "w:1p>").encode())
    yield _part("prefix nobody declared", "damaged", lambda: f"<w:document>{BODY}</w:document>".encode())
    yield _part("characters that XML forbids", "damaged", lambda: whole.replace("grants", "&#1;&#0;").encode())
    yield _part("no end", "damaged", lambda: whole[:-30].encode())
    xi = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/hostname" parse="text"/>'
    yield _body("inclusion of another file", "", lambda: _text(xi))


def _nested() -> Iterator[Case]:
    deep = "nested too deeply"
    yield _body("tables 1,000 deep", deep, lambda: _around("w:tbl><w:tr><w:tc", 1000, "<w:p/>"))
    for tag in ("sdt><w:sdtContent", "ins", "smartTag", "hyperlink", "fldSimple", "customXml"):
        name = tag.partition(">")[0]
        yield _body(f"w:{name} 5,000 deep", deep, lambda tag=tag: f"<w:p>{_around('w:' + tag, 5000, '<w:r/>')}</w:p>")
        deepest = 120 if ">" in tag else 245
        yield _body(
            f"w:{name} {deepest} deep",
            "",
            lambda tag=tag, n=deepest: f"<w:p>{_around('w:' + tag, n, '<w:r/>')}</w:p>{BODY}",
        )
    yield _body("tables 80 deep", "", lambda: _around("w:tbl><w:tr><w:tc", 80, BODY) + BODY)
    yield _body("fields 5,000 deep", "", lambda: f"<w:p>{_FIELD * 5000}{'<w:r><w:t>x</w:t></w:r>' * 5000}</w:p>{BODY}")


_FIELD = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF a</w:instrText></w:r>' + (
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)


def _around(tags: str, times: int, inner: str) -> str:
    closing = "".join(f"</{tag.strip('<>')}>" for tag in reversed(tags.split("><")))
    return f"<{tags}>" * times + inner + closing * times


def _many() -> Iterator[Case]:
    large = "too large to be a draft"
    yield _body("100,000 paragraphs", "30,000 paragraphs", lambda: _text("x") * 100_000)
    yield _body("500,000 runs in one paragraph", large, lambda: f"<w:p>{'<w:r><w:t>x</w:t></w:r>' * 500_000}</w:p>")
    yield _body(
        "60,000 runs in one paragraph", "50,000 runs", lambda: f"<w:p>{'<w:r><w:t>x</w:t></w:r>' * 60_000}</w:p>"
    )
    yield _body("1,000,000 empty elements", large, lambda: "<w:p/>" * 1_000_000)
    attributes = (f'w:a{n}="1"' for n in range(1_000_000))
    yield _part("1,000,000 attributes", large, lambda: _root(" ".join(attributes)).encode())
    yield _body("20 MB of text in one run", "too long", lambda: _text("word " * 4_000_000))
    yield _body("9 MB of text in one run", "6,000,000 characters", lambda: _text("word " * 1_800_000))
    yield _body("45 MB of text", large, lambda: _text("word " * 900_000) * 10)
    marks = (f'<w:bookmarkStart w:id="{n}" w:name="b{n}"/>' for n in range(300_000))
    yield _body("300,000 bookmarks", large, lambda: BODY + "".join(marks))
    notes = (f'<w:comment w:id="{n}"><w:p/></w:comment>' for n in range(200_000))
    yield _body("200,000 comments", "30,000 paragraphs", lambda: BODY, comments=lambda: "".join(notes))
    spaces = (f'xmlns:n{n}="urn:{n}"' for n in range(100_000))
    yield _part("100,000 namespaces", "more namespaces", lambda: _root(" ".join(spaces)).encode())
    yield Case("ten large headers", "too much markup", _headers)
    links = (link(f"r{n}", "hyperlink", "a") for n in range(60_000))
    yield _body("60,000 links", "20,000 links", lambda: BODY, links=lambda: "".join(links))
    few = (link(f"r{n}", "hyperlink", "a") for n in range(15_000))
    uses = (f'<w:hyperlink r:id="r{n}"><w:r><w:t>x</w:t></w:r></w:hyperlink>' for n in range(15_000))
    yield _body("15,000 links, all used", "", lambda: f"<w:p>{''.join(uses)}</w:p>", links=lambda: "".join(few))


def _root(attributes: str) -> str:
    return f"<w:document {NAMESPACES} {attributes}><w:body>{BODY}</w:body></w:document>"


def _headers(path: Path) -> None:
    names = [f"header{n}.xml" for n in range(2, 12)]
    used = "".join(f'<w:headerReference r:id="{name}"/>' for name in names)
    content: dict[str, str] = dict(members(f"{BODY}<w:sectPr>{used}</w:sectPr>"))
    content["word/_rels/document.xml.rels"] = relationships("".join(link(name, "header", name) for name in names))
    large = part("hdr", f"<w:p>{'<w:r/>' * 45_000}</w:p>" * 2)
    path.write_bytes(stored(content | {f"word/{name}": large for name in names}))


def cases() -> list[Case]:
    """All cases of this file."""
    return [*_document_types(), *_encodings(), *_nested(), *_many()]

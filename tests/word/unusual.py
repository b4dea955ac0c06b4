"""Good files that look unlike those that Word writes today: other kinds, other programs, other zips, other XML."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

from .conftest import DECLARATION, PACKAGE, R, W, link, members, relationships
from .hostile import packed, zipped

SAYS = "Licensor grants Licensee a non-exclusive licence under the Licensed Patents."
_TRANSITIONAL, _STRICT = "http://schemas.openxmlformats.org/", "http://purl.oclc.org/ooxml/"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_KINDS = {
    "a macro document": "application/vnd.ms-word.document.macroEnabled.main+xml",
    "a template": "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    "a macro template": "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
}
Made = Iterator[tuple[str, bytes]]
Content = dict[str, str]


def _run(words: str) -> str:
    return f"<w:r><w:t>{words}</w:t></w:r>"


_BODY = (
    f"<w:p>{_run('LICENCE AGREEMENT')}</w:p><w:p>{_run('1. Grant')}</w:p><w:p>{_run(SAYS)}</w:p>"
    f"<w:p>{_run('2. Term')}</w:p><w:p>{_run('This Agreement lasts ten years.')}</w:p><w:sectPr/>"
)
_STYLES = '<w:style w:type="paragraph" w:default="1" w:styleId="n"><w:name w:val="Normal"/></w:style>'


def written(content: dict[str, str | bytes] | Content, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A plain zip of these members."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, text in content.items():
            archive.writestr(zipfile.ZipInfo(name), text, method)
    return target.getvalue()


def _usual() -> Content:
    return members(_BODY, styles=_STYLES)


def _changed(change: Callable[[str], str], *names: str) -> bytes:
    return written({name: change(text) if not names or name in names else text for name, text in _usual().items()})


def _kinds() -> Made:
    for name, kind in _KINDS.items():
        yield name, _changed(lambda text, kind=kind: text.replace(_MAIN, kind))
    macro = {"word/vbaProject.bin": "\0macro"}
    yield "a macro document with its macros", written(_usual() | macro)


def _strict(text: str) -> str:
    for family in ("wordprocessingml", "officeDocument", "drawingml"):
        text = text.replace(f"{_TRANSITIONAL}{family}/2006/", f"{_STRICT}{family}/")
    return text


def _xml() -> Made:
    main = "word/document.xml"
    yield "strict Open XML", _changed(_strict)
    yield "strict Open XML in UTF-16", _encoded(_strict, "utf-16")
    yield "UTF-16", _encoded(str, "utf-16")
    yield "UTF-16, big end first", _encoded(str, "utf-16-be", b"\xfe\xff")
    yield "a byte order mark", _encoded(str, "utf-8-sig")
    yield "no declaration", _changed(lambda text: text.removeprefix(DECLARATION))
    yield (
        "a comment and an instruction first",
        _changed(lambda text: text.replace("?>\n", "?><!-- a -->\n<?b c?>\r\n", 1)),
    )
    yield "a default namespace", _changed(_unprefixed, main, "word/styles.xml")
    yield "other prefixes", _changed(_reprefixed, main)
    yield "pretty-printed", _changed(_pretty, main)
    yield "carriage returns", _changed(lambda text: text.replace("><", ">\r\n<").replace("<w:t>\r\n", "<w:t>"), main)
    yield "quotes of the other kind", _changed(lambda text: text.replace('"', "'"))
    yield "sections of characters", _changed(lambda text: text.replace(SAYS, f"<![CDATA[{SAYS}]]>"), main)
    yield "characters as numbers", _changed(lambda text: text.replace("Licensor", "&#76;&#x69;censor"), main)


def _encoded(change: Callable[[str], str], encoding: str, mark: bytes = b"") -> bytes:
    declared = "UTF-16" if "16" in encoding else "UTF-8"
    return written(
        {name: mark + change(text).replace("UTF-8", declared).encode(encoding) for name, text in _usual().items()}
    )


def _unprefixed(text: str) -> str:
    """Elements of WordprocessingML without a prefix; its attributes must keep one."""
    for tag in ("document", "body", "styles", "style", "name", "sectPr", "p", "r", "t"):
        text = (
            text.replace(f"<w:{tag}>", f"<{tag}>").replace(f"<w:{tag} ", f"<{tag} ").replace(f"</w:{tag}>", f"</{tag}>")
        )
        text = text.replace(f"<w:{tag}/>", f"<{tag}/>")
    return text.replace(f'xmlns:w="{W}"', f'xmlns="{W}" xmlns:w="{W}"', 1)


def _reprefixed(text: str) -> str:
    return text.replace("xmlns:w=", "xmlns:word0=").replace("<w:", "<word0:").replace("</w:", "</word0:")


def _pretty(text: str) -> str:
    for tag in ("w:body", "w:p", "w:r", "w:sectPr/"):
        text = text.replace(f"<{tag}>", f"\n  <{tag}>\n    ").replace(f"</{tag}>", f"\n  </{tag}>\n")
    return text


def _parts() -> Made:
    def moved(place: str, target: str) -> bytes:
        content = _usual()
        content[place] = content.pop("word/document.xml")
        folder, _, base = place.rpartition("/")
        content[f"{folder}/_rels/{base}.rels"] = content.pop("word/_rels/document.xml.rels").replace(
            "styles.xml", "/word/styles.xml"
        )
        content["_rels/.rels"] = relationships(link("rId1", "officeDocument", target))
        content["[Content_Types].xml"] = content["[Content_Types].xml"].replace("/word/document.xml", f"/{place}")
        return written(content)

    yield "a main part of another name", moved("word/document2.xml", "word/document2.xml")
    yield "a main part elsewhere", moved("text/main.xml", "/text/main.xml")
    yield "a name with percent signs", moved("word/licence%20draft.xml", "word/licence%20draft.xml")
    yield "a name that its link writes with percent signs", moved("word/licence draft.xml", "word/licence%20draft.xml")
    yield "a name in other letters", moved("word/契約書.xml", "word/契約書.xml")
    yield "names in capitals", moved("WORD/DOCUMENT.XML", "word/document.xml")
    yield "a dotted way to a part", moved("word/document.xml", "./word/../word/document.xml")
    bare = {name: text for name, text in _usual().items() if "styles" not in name}
    bare["word/_rels/document.xml.rels"] = relationships("")
    yield "no styles", written(bare)
    del bare["word/_rels/document.xml.rels"]
    yield "nothing but the main part", written(bare)


def _zips() -> Made:
    entries = [packed(name, text.encode()) for name, text in _usual().items()]
    yield "stored members", written(_usual(), zipfile.ZIP_STORED)
    yield "a comment of the zip", zipped(entries, comment=b"made by hand")
    yield "a program before the zip", _behind(b"MZ" + bytes(3000), zipped(entries))
    yield "bytes before the zip, counted", zipped(entries, before=b"#!/bin/sh\n" * 9)
    yield "folders as members", written({"word/": "", "_rels/": "", **_usual()})
    yield "sizes behind the data", _streamed()
    yield "a large zip's headers", _wide()
    yield "extra fields", _with_extra(struct.pack("<HHL", 0x5455, 5, 1) + b"\0")


def _behind(program: bytes, raw: bytes) -> bytes:
    return program + raw


class _Pipe(BytesIO):
    """A target that cannot go back: sizes must stand behind the data."""

    def seekable(self) -> bool:
        return False

    def tell(self) -> int:
        raise OSError("a pipe")


def _streamed() -> bytes:
    target = _Pipe()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in _usual().items():
            archive.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def _wide() -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in _usual().items():
            with archive.open(zipfile.ZipInfo(name), "w", force_zip64=True) as member:
                member.write(text.encode())
    return target.getvalue()


def _with_extra(extra: bytes) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in _usual().items():
            info = zipfile.ZipInfo(name, (2026, 2, 3, 4, 5, 6))
            info.extra, info.comment = extra, b"a member"
            archive.writestr(info, text, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def _programs() -> Made:
    yield "as Google Docs exports", _google()
    yield "as a small editor writes", _small()
    yield "as Pages exports", _pages()


def _google() -> bytes:
    """No properties of the document, no heading styles: each clause is an item of a list of its own kind."""
    level = (
        '<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="{}"/>'
        '<w:lvlJc w:val="left"/></w:lvl>'
    )
    levels = level.format(0, "%1.") + level.format(1, "%1.%2.")
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    item = (
        '<w:p w:rsidR="00000000" w:rsidDel="00000000" w:rsidP="00000000" w:rsidRDefault="00000000">'
        '<w:pPr><w:pageBreakBefore w:val="0"/><w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr>'
        '<w:ind w:left="720" w:hanging="360"/></w:pPr>'
        '<w:r w:rsidDel="00000000" w:rsidR="00000000" w:rsidRPr="00000000"><w:rPr><w:rtl w:val="0"/></w:rPr>'
        '<w:t xml:space="preserve">{}</w:t></w:r></w:p>'
    )
    body = "".join(
        item.format(depth, words) for depth, words in ((0, "Grant"), (1, SAYS), (0, "Term"), (1, "Ten years."))
    )
    body += '<w:sectPr><w:pgSz w:h="15840" w:w="12240" w:orient="portrait"/><w:pgNumType w:start="1"/></w:sectPr>'
    content = members(body, numbering=numbering, styles=_STYLES, settings="", fontTable="")
    content["word/theme/theme1.xml"] = '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/>'
    return written({name: text.removesuffix("\n") for name, text in content.items()})


def _small() -> bytes:
    """Two parts and two lists of them."""
    types = (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="{_MAIN}"/><Default '
        'Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>'
    )
    main = f'<Relationship Type="{R}/officeDocument" Target="/word/document.xml" Id="R1"/>'
    rels = f'<Relationships xmlns="{PACKAGE}/relationships">{main}</Relationships>'
    return written(
        {"word/document.xml": _usual()["word/document.xml"], "_rels/.rels": rels, "[Content_Types].xml": types}
    )


def _pages() -> bytes:
    """Every prefix that there is, runs cut at each word, borders and language in each, headers that say nothing."""
    look = (
        '<w:rPr><w:rFonts w:ascii="Helvetica"/><w:u w:color="000000"/><w:rtl w:val="0"/><w:lang w:val="en-US"/></w:rPr>'
    )
    runs = "".join(f'<w:r>{look}<w:t xml:space="preserve">{word} </w:t></w:r>' for word in SAYS.split())
    body = (
        f'<w:p><w:pPr><w:pStyle w:val="Body"/><w:bidi w:val="0"/></w:pPr>{runs}</w:p>'
        f'<w:sectPr><w:headerReference w:type="default" r:id="rId-header1"/><w:bidi w:val="0"/></w:sectPr>'
    )
    return written(
        members(body, styles=_STYLES, header1="<w:p><w:r/></w:p>", settings="<w:defaultTabStop w:val='720'/>")
    )


def files() -> dict[str, bytes]:
    """Each file under the name of what is unusual in it."""
    return {name: raw for made in (_kinds, _xml, _parts, _zips, _programs) for name, raw in made()}


def saved(folder: Path, raw: bytes) -> Path:
    """The file in a folder."""
    path = folder / "draft.docx"
    path.write_bytes(raw)
    return path

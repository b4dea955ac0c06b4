"""Word files changed at random: bytes and members of the zip, elements, attributes and texts of its XML parts.

The same seed gives the same file. What comes of it is a review or a ``ClausecheckError``, never anything else.
"""

from __future__ import annotations

import random
import zipfile
from collections.abc import Callable, Sequence
from copy import deepcopy
from io import BytesIO
from pathlib import Path

from lxml import etree

from clausecheck.model import ClausecheckError
from clausecheck.word import open_package, read
from clausecheck.word.markup import Comment, Insertion, write_marked
from clausecheck.word.places import Line, NewClause
from clausecheck.word.xml import W

from .conftest import link, members

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
DATE = "2026-11-23T00:00:00Z"
_NASTY = (
    "", "0", "-1", "--1", "1e9", "2147483648", "9" * 30, "9" * 5000, "x", "²", "٣", "on", "false", "%1%2%9", "../../x",
    "\u202e\u0301", "a" * 3000, "_Ref1", "REF _Ref1", "begin", "end", "http://127.0.0.1:9/", "rId1", "&#10;", "\t",
    "😀",
)  # fmt: skip
_WORDS = (
    "", " ", "(a)", "1.1", "2.1(b)(iv) ", "ARTICLE IX", "第3条", "“", "Licensee shall", "[●]", "(" * 400, "\u00a0" * 50,
    "\u2028", "x" * 4000, "US 1,234,567", "1 March 2027", "USD 5,000,000", "\u0301\u202e", "9" * 5000,
    "Error! Reference source not found.", "cxcviii. ",
)  # fmt: skip
_TAGS = (
    "p", "r", "t", "tbl", "tr", "tc", "sdt", "sdtContent", "ins", "del", "moveFrom", "moveTo", "hyperlink", "fldChar",
    "instrText", "pPr", "rPr", "numPr", "sectPr", "tab", "br", "sym", "footnoteReference", "commentRangeStart", "body",
    "bookmarkStart", "smartTag", "customXml", "fldSimple", "ruby", "txbxContent", "pict", "object", "lvl", "style",
    "vMerge",
)  # fmt: skip
Content = dict[str, bytes]


def generated() -> bytes:
    """A small draft that holds a little of everything."""
    run = "<w:r><w:t>{}</w:t></w:r>".format
    number = '<w:pPr><w:pStyle w:val="h"/><w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr></w:pPr>'.format
    field = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    body = (
        f"<w:p>{run('LICENCE AGREEMENT')}</w:p><w:p>{number(0)}{run('Grant')}</w:p>"
        f'<w:p>{number(1)}<w:bookmarkStart w:id="1" w:name="_Ref1"/>{run("Licensor grants Licensee a licence.")}'
        f'<w:bookmarkEnd w:id="1"/><w:ins w:id="2" w:author="A" w:date="{DATE}">{run(" It is exclusive.")}</w:ins>'
        f'<w:del w:id="3" w:author="B" w:date="{DATE}"><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>'
        f"<w:p>{run('See clause ')}{field('begin')}<w:r><w:instrText> REF _Ref1 \\r </w:instrText></w:r>"
        f'{field("separate")}{run("1.1")}{field("end")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
        f'<w:sdt><w:sdtContent><w:p><w:hyperlink r:id="rId9">{run("a link")}</w:hyperlink></w:p></w:sdtContent></w:sdt>'
        f"<w:tbl><w:tr><w:tc><w:p>{run('Royalty')}</w:p></w:tc><w:tc><w:p>{run('5 %')}</w:p></w:tc></w:tr></w:tbl>"
        '<w:p><w:commentRangeStart w:id="0"/><w:r><w:t xml:space="preserve"> said </w:t><w:tab/><w:br/></w:r>'
        '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
        '<w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r><w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p>'
        f"{run('in a box')}</w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
        '<w:p><w:pPr><w:rPr><w:del w:id="5" w:author="B"/></w:rPr></w:pPr></w:p><w:p/>'
        '<w:sectPr><w:headerReference w:type="default" r:id="rId-header1"/></w:sectPr>'
    )
    level = '<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'.format
    parts = {
        "numbering": f'<w:abstractNum w:abstractNumId="7">{level(0, "decimal", "%1.")}{level(1, "lowerRoman", "%1.%2")}'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="3"/></w:lvlOverride></w:num>',
        "styles": '<w:style w:type="paragraph" w:default="1" w:styleId="n"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="h"><w:name w:val="heading 1"/><w:basedOn w:val="n"/>'
        '<w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>',
        "footnotes": f'<w:footnote w:id="2"><w:p>{run("A note.")}</w:p></w:footnote>',
        "comments": f'<w:comment w:id="0" w:author="C"><w:p>{run("A comment.")}</w:p></w:comment>',
        "settings": '<w:documentProtection w:edit="readOnly" w:enforcement="1"/>',
        "header1": f"<w:p>{run('Draft of 1 March 2027')}</w:p>",
    }
    links = link("rId9", "hyperlink", "http://example.com/", external=True)
    return _zipped({name: text.encode() for name, text in members(body, links=links, **parts).items()})


def sources(*folders: Path) -> list[bytes]:
    """What is changed: the generated draft, twice as often as others, the samples, and the files of ``folders``."""
    found = [path for folder in (SAMPLES, *folders) for path in sorted(folder.glob("*.docx"))]
    return [generated()] * (2 * len(found)) + [path.read_bytes() for path in found if path.stat().st_size < 150_000]


def mutated(seed: int, files: Sequence[bytes]) -> bytes:
    """One file with a few changes: to its XML in most cases, to its members or its bytes in others."""
    chance = random.Random(seed)
    raw = chance.choice(files)
    kind = chance.random()
    if kind < 0.15:
        return _bytes_changed(raw, chance)
    try:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            content = {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError):
        return _bytes_changed(raw, chance)
    if kind < 0.3:
        return _members_changed(content, chance)
    for _ in range(chance.randint(1, 3)):
        _part_changed(content, chance)
    return _zipped(content)


def _zipped(content: Content) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in content.items():
            archive.writestr(zipfile.ZipInfo(name), raw, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def _bytes_changed(raw: bytes, chance: random.Random) -> bytes:
    changed = bytearray(raw)
    if chance.random() < 0.2:
        return raw[: chance.randrange(len(raw))]
    near = max(0, len(raw) - 3000) if chance.random() < 0.5 else 0  # the central directory stands at the end
    for _ in range(chance.choice((1, 2, 8, 64))):
        changed[chance.randrange(near, len(changed))] = chance.choice((0, 1, 0x7F, 0xFF, chance.randrange(256)))
    return bytes(changed)


def _members_changed(content: Content, chance: random.Random) -> bytes:
    name, other = chance.choice(list(content)), chance.choice(list(content))
    deed = chance.randrange(6)
    if deed == 0:
        del content[name]
    elif deed == 1:
        content[chance.choice((name.upper(), name + "x", "word/" + name, "é" + name))] = content.pop(name)
    elif deed == 2:
        content[name + " copy.xml"] = content[name]
    elif deed == 3:
        content[name] = b""
    elif deed == 4:
        content[name], content[other] = content[other], content[name]
    else:
        content[name] = content[name][: len(content[name]) // 2]
    return _zipped(content)


def _part_changed(content: Content, chance: random.Random) -> None:
    """A few changes to the tree of one part, the main part in every second case."""
    parts = [name for name in content if name.endswith((".xml", ".rels"))]
    main = [name for name in parts if name.endswith("document.xml")]
    name = chance.choice(main if main and chance.random() < 0.5 else parts)
    try:
        root = etree.fromstring(content[name], etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return
    for _ in range(chance.choice((1, 1, 3, 10))):
        elements = [element for element in root.iter() if isinstance(element.tag, str)]
        chance.choice(_DEEDS)(chance.choice(elements), elements, chance)
    content[name] = etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _remove(element: etree._Element, _: Sequence[etree._Element], chance: random.Random) -> None:
    if element.getparent() is not None:
        element.getparent().remove(element)


def _double(element: etree._Element, _: Sequence[etree._Element], chance: random.Random) -> None:
    if element.getparent() is not None:
        for _copy in range(chance.choice((1, 2, 30))):
            element.addnext(deepcopy(element))


def _move(element: etree._Element, elements: Sequence[etree._Element], chance: random.Random) -> None:
    target = chance.choice(elements)
    if element.getparent() is not None and element not in (target, *target.iterancestors()):
        target.insert(chance.randrange(len(target) + 1), element)


def _rename(element: etree._Element, _: Sequence[etree._Element], chance: random.Random) -> None:
    element.tag = W + chance.choice(_TAGS)


def _set(element: etree._Element, _: Sequence[etree._Element], chance: random.Random) -> None:
    names = [*element.attrib, W + "val", W + "id", W + "ilvl"]
    element.set(chance.choice(names), chance.choice(_NASTY))


def _unset(element: etree._Element, _: Sequence[etree._Element], chance: random.Random) -> None:
    if element.attrib:
        del element.attrib[chance.choice(list(element.attrib))]


def _say(element: etree._Element, elements: Sequence[etree._Element], chance: random.Random) -> None:
    texts = [one for one in elements if one.text] or [element]
    chance.choice(texts).text = chance.choice(_WORDS)


def _wrap(element: etree._Element, _: Sequence[etree._Element], chance: random.Random) -> None:
    parent = element.getparent()
    if parent is None:
        return
    outer = inner = etree.Element(W + chance.choice(_TAGS))
    for _level in range(chance.choice((0, 1, 3, 60))):
        inner = etree.SubElement(inner, W + chance.choice(_TAGS))
    parent.replace(element, outer)
    inner.append(element)


def _add(element: etree._Element, _: Sequence[etree._Element], chance: random.Random) -> None:
    made = etree.SubElement(element, W + chance.choice(_TAGS), {W + "val": chance.choice(_NASTY)})
    made.tail = chance.choice((None, "stray"))


_Deed = Callable[[etree._Element, Sequence[etree._Element], random.Random], None]
_DEEDS: tuple[_Deed, ...] = (_remove, _double, _move, _rename, _set, _set, _unset, _say, _wrap, _add)


def marked(path: Path, seed: int) -> bool:
    """Read the file, mark it with a comment and an insertion, and read what was written; False where it is refused."""
    chance = random.Random(seed)
    try:
        package = open_package(path)
        draft = read(package)
        comments, insertions = [], []
        if draft.body:
            said, after = chance.choice(draft.body), chance.choice(draft.body).index
            start = chance.randrange(len(said.text) + 1)
            comments.append(Comment(said.index, start, start + chance.randrange(40), ("XX-01 Title", "What.")))
            clause = NewClause(after, (Line(after, "Licensee shall keep records."),))
            insertions.append(Insertion(clause, ("XX-02 Title", "Why.")))
        target = path.with_name("marked.docx")
        write_marked(package, draft, comments, insertions, DATE, target)
        read(open_package(target))
    except ClausecheckError as error:
        told = str(error)
        assert told.endswith(".") and "\n" not in told, told
        return False
    return True

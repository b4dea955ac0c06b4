"""Files with values that nobody writes by hand: they are read, in bounded time, or refused in a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from .conftest import members
from .hostile import BODY, Case
from .hostile_xml import stored

_LONG = "9" * 5000  # more figures than Python turns into a number
_IDS = ("-1", "--5", "", "x", "1e9", "99999999999999999999", _LONG, "²", "٣", " 7 ")
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"


def _read(name: str, body: Callable[[], str], **parts: Callable[[], str]) -> Case:
    def write(path: Path) -> None:
        path.write_bytes(stored(members(body(), **{kind: made() for kind, made in parts.items()})))

    return Case(name, "", write)


def _numbered(number: str = "1", words: str = "The parties agree.") -> str:
    look = f'<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr></w:pPr>'
    return f"<w:p>{look}<w:r><w:t>{words}</w:t></w:r></w:p>"


def _list(start: str, kind: str, text: str) -> str:
    level = f'<w:start w:val="{start}"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/>'
    return (
        f'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">{level}</w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )


def _style(identifier: str, based_on: str, name: str = "") -> str:
    base = f'<w:basedOn w:val="{based_on}"/>'
    return (
        f'<w:style w:type="paragraph" w:styleId="{identifier}"><w:name w:val="{name or identifier}"/>{base}</w:style>'
    )


def _styled(style: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>Licensor grants.</w:t></w:r></w:p>'


def _numbers() -> Iterator[Case]:
    for start in ("1000000000", "32767", "-3", _LONG):
        for kind in ("lowerRoman", "lowerLetter", "cardinalText"):
            yield _read(
                f"a list from {start[:12]} in {kind}",
                lambda: _numbered() * 200,
                numbering=lambda s=start, k=kind: _list(s, k, "%1."),
            )
    endless = "%1" * 5000
    yield _read(
        "a number of 5,000 figures",
        lambda: _numbered() * 3000,
        numbering=lambda: _list("32000", "lowerLetter", endless),
    )
    yield _read("a number that is text", lambda: _numbered() * 20, numbering=lambda: _list("1", "decimal", _LONG))
    lists = (
        f'<w:abstractNum w:abstractNumId="{n}"><w:numStyleLink w:val="s{n}"/></w:abstractNum>' for n in range(20_000)
    )
    nums = (f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(20_000))
    yield _read(
        "20,000 list definitions",
        lambda: "".join(_numbered(str(n)) for n in range(500)),
        numbering=lambda: "".join(lists) + "".join(nums),
    )


def _styles() -> Iterator[Case]:
    chain = (_style(f"s{n}", f"s{n + 1}") for n in range(10_000))
    yield _read(
        "styles 10,000 deep", lambda: "".join(_styled(f"s{n}") for n in range(2000)), styles=lambda: "".join(chain)
    )
    circle = _style("a", "b") + _style("b", "a") + _style("c", "c")
    yield _read("styles in a circle", lambda: _styled("a") + _styled("b") + _styled("c"), styles=lambda: circle)
    named = _style("h", "", "heading 1" + "x" * 100_000)
    yield _read("a style with a long name", lambda: _styled("h"), styles=lambda: named)


def _marks() -> Iterator[Case]:
    note = '<w:footnote w:id="{0}"><w:p><w:r><w:t>Note.</w:t></w:r></w:p></w:footnote>'
    use = '<w:p><w:r><w:t>Licensor grants.</w:t></w:r><w:r><w:footnoteReference w:id="{0}"/></w:r></w:p>'
    yield _read(
        "odd ids of notes", lambda: "".join(map(use.format, _IDS)), footnotes=lambda: "".join(map(note.format, _IDS))
    )
    change = (
        '<w:p><w:ins w:id="{0}" w:author="A" w:date="{0}"><w:r><w:t>Licensor grants.</w:t></w:r></w:ins>'
        '<w:del w:id="{0}"><w:r><w:delText>x</w:delText></w:r></w:del></w:p>'
    )
    yield _read("odd ids of changes", lambda: "".join(map(change.format, _IDS)))
    look = (
        '<w:p><w:pPr><w:outlineLvl w:val="{0}"/><w:numPr><w:ilvl w:val="{0}"/><w:numId w:val="{0}"/></w:numPr></w:pPr>'
        '<w:r><w:t>Grant</w:t><w:sym w:font="Symbol" w:char="{0}"/></w:r></w:p>'
    )
    yield _read("odd levels and symbols", lambda: "".join(map(look.format, _IDS)))
    cell = (
        '<w:tbl><w:tr><w:trPr><w:gridBefore w:val="{0}"/></w:trPr><w:tc>'
        '<w:tcPr><w:gridSpan w:val="{0}"/><w:vMerge w:val="{0}"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>'
    )
    yield _read("odd spans of cells", lambda: "".join(map(cell.format, _IDS)) + BODY)
    marks = (f'<w:bookmarkStart w:id="{n}" w:name="_Ref{n}"/><w:bookmarkEnd w:id="{n}"/>' for n in range(60_000))
    yield _read("60,000 bookmarks", lambda: f"<w:p>{''.join(marks)}</w:p>{BODY}")
    pieces = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + "<w:r><w:instrText>REF a </w:instrText></w:r>" * 24_000
    shown = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + "<w:r><w:t>a</w:t></w:r>" * 24_000
    yield _read("an instruction of 24,000 pieces", lambda: f"<w:p>{pieces}{shown}</w:p>{BODY}")
    open_ended = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 40_000
    yield _read("40,000 fields that never end", lambda: f"<w:p>{open_ended}</w:p>{BODY}")
    authors = (f'<w:ins w:id="{n}" w:author="Author {n}"><w:r><w:t>a </w:t></w:r></w:ins>' for n in range(30_000))
    yield _read("30,000 authors of changes", lambda: f"<w:p>{''.join(authors)}</w:p>{BODY}")


def _texts() -> Iterator[Case]:
    for name, text in {
        "a figure of 5,000 places": _LONG,
        "a word of 500,000 letters": "x" * 500_000,
        "300,000 brackets": "(" * 150_000 + ")" * 150_000,
        "300,000 spaces": "a" + "\u00a0" * 300_000 + "b",
        "20,000 clause numbers": "1.1 (a) the Licensee shall pay and (ii) the Licensor may " * 10_000,
        "20,000 dates and amounts": "On 1 March 2027 the Licensee shall pay USD 5,000,000 to the Licensor. " * 10_000,
        "100,000 quotation marks": '"“' * 50_000,
        "300,000 marks that combine": "e" + "\u0301" * 300_000,
    }.items():
        yield _read(name, lambda text=text: f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>{BODY}")


def _mixed() -> Iterator[Case]:
    other = f'<x:p xmlns:x="{_STRICT}"><x:r><x:t>Strict words.</x:t></x:r></x:p>'
    yield _read("strict and transitional mixed", lambda: BODY + other)
    turned = f'<w:p xmlns:w="urn:other" xmlns:z="urn:z"><w:r/></w:p>{BODY}'
    yield _read("a prefix bound anew", lambda: turned)
    yield _read("no paragraph at all", lambda: "")
    yield _read("29,000 paragraphs of an honest draft", lambda: "".join(_honest(n) for n in range(29_000)))


def _honest(number: int) -> str:
    rsid = f'w:rsidR="00A{number % 4096:05X}" w:rsidRDefault="00B{number % 4096:05X}"'
    look = '<w:pPr><w:spacing w:after="120"/><w:jc w:val="both"/></w:pPr>'
    words = (
        f"{number // 20 + 1}.{number % 20 + 1} Licensee shall keep records of item {number} for three years after sale."
    )
    return f"<w:p {rsid}>{look}<w:r><w:t>{words}</w:t></w:r></w:p>"


def cases() -> list[Case]:
    """All cases of this file."""
    return [*_numbers(), *_styles(), *_marks(), *_texts(), *_mixed()]

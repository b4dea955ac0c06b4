"""What people do to a file that we marked, done to its XML."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from clausecheck.word import Package, open_package

from .conftest import WORD_TYPE

W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
MORI = "w:author='K. Mori' w:date='2026-11-24T09:00:00Z'"
RELATED = "http://schemas.microsoft.com/office/2011/relationships/{}"


def saved(package: Package, target: Path, changed: dict[str, str]) -> Package:
    """The file with other text in some parts, or with parts more."""
    target.write_bytes(package.with_parts({name: text.encode() for name, text in changed.items()}))
    return open_package(target)


def edited(package: Package, target: Path, change: Callable[[str], str]) -> Package:
    """The file with its document changed by somebody."""
    text = package.part(package.main).decode()
    after = change(text)
    assert after != text, "the change found nothing to change"
    return saved(package, target, {package.main: after})


def answered(
    package: Package, target: Path, comment: str, reply: str = "", author: str = "K. Mori", done: bool = False
) -> Package:
    """The file as Word saves it when somebody replies to a comment, or only resolves it: threads in newer parts."""
    part = package.related(package.main, "comments")[0]
    text, main = package.part(part).decode(), package.part(package.main).decode()
    numbers = iter(range(0x10000001, 0x20000000))
    text = re.sub(r"<w:p>", lambda _: f"<w:p w14:paraId='{next(numbers):08X}'>", text)
    text = text.replace("<w:comments ", f"<w:comments xmlns:w14='{W14}' ", 1)
    of = re.search(rf'<w:comment [^>]*w:id="{comment}".*?</w:comment>', text, re.DOTALL)
    assert of is not None
    para = re.findall(r"paraId='(\w+)'", of[0])[-1]
    rows = f"<w15:commentEx w15:paraId='{para}' w15:done='{int(done)}'/>"
    if reply:
        text = text.replace("</w:comments>", _comment(9001, author, reply) + "</w:comments>")
        rows += f"<w15:commentEx w15:paraId='0F00FF01' w15:paraIdParent='{para}' w15:done='{int(done)}'/>"
        main = _beside(main, comment, 9001)
    changed = {part: text, package.main: main}
    changed |= _new_part(package, "commentsExtended", f"<w15:commentsEx xmlns:w15='{W15}'>{rows}</w15:commentsEx>")
    people = "".join(f"<w15:person w15:author='{name}'/>" for name in ("clausecheck", author))
    types = _new_part(package, "people", f"<w15:people xmlns:w15='{W15}'>{people}</w15:people>", changed)
    return saved(package, target, changed | types)


def _comment(identifier: int, author: str, text: str) -> str:
    return (
        f"<w:comment w:id='{identifier}' w:author='{author}' w:date='2026-11-24T09:00:00Z'>"
        f"<w:p w14:paraId='0F00FF01'><w:r><w:t>{text}</w:t></w:r></w:p></w:comment>"
    )


def _beside(main: str, comment: str, reply: int) -> str:
    """A reply has the range of the comment that it answers."""
    for tag in ("commentRangeStart", "commentRangeEnd"):
        main = re.sub(rf'(<w:{tag} w:id="{comment}"/>)', rf'\1<w:{tag} w:id="{reply}"/>', main)
    reference = rf'(<w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:commentReference w:id="{comment}"/></w:r>)'
    return re.sub(reference, rf'\1<w:r><w:commentReference w:id="{reply}"/></w:r>', main)


def _new_part(package: Package, kind: str, text: str, so_far: dict[str, str] | None = None) -> dict[str, str]:
    known = so_far or {}
    types, rels = "[Content_Types].xml", "word/_rels/document.xml.rels"
    declared = f'<Override PartName="/word/{kind}.xml" ContentType="{WORD_TYPE.format(kind)}"/></Types>'
    link = f'<Relationship Id="rId-{kind}" Type="{RELATED.format(kind)}" Target="{kind}.xml"/></Relationships>'
    return {
        types: known.get(types, package.part(types).decode()).replace("</Types>", declared),
        rels: known.get(rels, package.part(rels).decode()).replace("</Relationships>", link),
        f"word/{kind}.xml": text,
    }

"""Word documents of every kind, drawn by hypothesis, marked in memory, and read back."""

from __future__ import annotations

import io
import re
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st

from clausecheck.model import Draft, Paragraph
from clausecheck.word import Package, open_package
from clausecheck.word.markup import Comment, Insertion, Replacement, write_marked
from clausecheck.word.stories import body_words

from .conftest import members

DATE = "2026-11-23T00:00:00Z"
# The same examples on every machine, and no clock: a proof that fails must fail again
FIXED = settings(max_examples=40, deadline=None, derandomize=True, database=None)
MANY = settings(FIXED, max_examples=2000)


# ---- files -----------------------------------------------------------------------------------------------------------


def in_memory(body: str, **parts: str) -> Package:
    """A Word file of that body, which ends its only section."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, text in members(body + "<w:sectPr/>", **parts).items():
            archive.writestr(zipfile.ZipInfo(name), text)
    return Package("draft.docx", target.getvalue(), zipfile.ZipFile(target))


def model(package: Package) -> Draft:
    """The body of a draft as the writers need it."""
    words = body_words(package)
    return Draft("draft.docx", "", "", tuple(Paragraph("body", w.index, w.text, cell=w.cell) for w in words))


def in_memory_marked(
    package: Package,
    notes: Sequence[Comment],
    clauses: Sequence[Insertion],
    replacements: Sequence[Replacement] = (),
) -> Package:
    """The marked file, which has proved itself, or raised."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "out.docx"
        write_marked(package, model(package), notes, clauses, DATE, target, replacements)
        return open_package(target)


def written(text: str, look: str = "") -> str:
    """One run that says ``text``."""
    signs = {"\t": "<w:tab/>", "\n": "<w:br/>"}
    pieces = (
        signs.get(one) or f"<w:t xml:space='preserve'>{one}</w:t>" for one in re.findall(r"[\t\n]|[^\t\n]+", text)
    )
    return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{''.join(pieces)}</w:r>"


# ---- what a paragraph may hold; "@" stands for an id that nothing else bears ----------------------------------------

_BY = "w:author='K. Mori' w:date='2026-11-15T00:00:00Z'"
TEXTS = st.text("ab .;-\u00a0\u2011é漢ש\U0001f600", min_size=1, max_size=8)
LOOKS = st.sampled_from(
    [
        "",
        "",
        "<w:rPr><w:b/></w:rPr>",
        "<w:rPr><w:i/><w:rtl/></w:rPr>",
        f"<w:rPr><w:b/><w:rPrChange w:id='@' {_BY}><w:rPr/></w:rPrChange></w:rPr>",
    ]
)
SIGNS = st.sampled_from(
    [
        "<w:tab/>",
        "<w:br/>",
        "<w:sym w:font='Symbol' w:char='F0B7'/>",
        "<w:noBreakHyphen/>",
        "<w:softHyphen/>",
        "<w:lastRenderedPageBreak/>",
        "<w:footnoteReference w:id='2'/>",
        "<w:ruby><w:rt><w:r><w:t>k</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>漢</w:t></w:r></w:rubyBase></w:ruby>",
        "<mc:AlternateContent><mc:Choice Requires='w14'><w:t>new</w:t></mc:Choice>"
        "<mc:Fallback><w:t>old</w:t></mc:Fallback></mc:AlternateContent>",
    ]
)
EQUATION = "<m:oMath><m:r><m:t>x=y</m:t></m:r></m:oMath>"
BOOKMARK = "<w:bookmarkStart w:id='@@' w:name='b'/><w:bookmarkEnd w:id='@@'/>"
_FIELD = (
    "<w:r><w:fldChar w:fldCharType='begin'/><w:instrText>REF a</w:instrText><w:fldChar w:fldCharType='separate'/></w:r>"
    "{}<w:r><w:fldChar w:fldCharType='end'/></w:r>"
)
_PLAIN_FRAMES = [f"<w:ins w:id='@' {_BY}>{{}}</w:ins>", "<w:smartTag w:element='a'>{}</w:smartTag>"]
_FRAMES = [
    *_PLAIN_FRAMES,
    f"<w:moveTo w:id='@' {_BY}>{{}}</w:moveTo>",
    "<w:bdo w:val='rtl'>{}</w:bdo>",
    "<w:hyperlink w:anchor='a'>{}</w:hyperlink>",
    "<w:fldSimple w:instr='REF a'>{}</w:fldSimple>",
    "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
    "<w:sdt><w:sdtPr><w:date/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
    "<w:sdt><w:sdtPr><w:lock w:val='sdtContentLocked'/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
    _FIELD,
]


@st.composite
def _runs(draw: st.DrawFn, signs: st.SearchStrategy[str]) -> str:
    parts = draw(st.lists(st.one_of(TEXTS, TEXTS, signs), min_size=1, max_size=3))
    space = draw(st.sampled_from(["", " xml:space='preserve'", " xml:space='preserve'"]))
    children = "".join(part if part.startswith("<") else f"<w:t{space}>{part}</w:t>" for part in parts)
    return f"<w:r>{draw(LOOKS)}{children}</w:r>"


def _gone(content: str) -> str:
    """The same content as somebody's deletion."""
    struck = content.replace("<w:t>", "<w:delText>").replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
    return f"<w:del w:id='@' {_BY}>{struck}</w:del>"


def _several(one: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(one, min_size=1, max_size=3).map("".join)


RUNS = _runs(SIGNS)
PLAIN = st.recursive(
    _runs(st.sampled_from(["<w:tab/>", "<w:br/>", "<w:noBreakHyphen/>", "<w:softHyphen/>"])),
    lambda inner: st.builds(str.format, st.sampled_from(_PLAIN_FRAMES), _several(inner)),
    max_leaves=6,
)
INLINE = st.recursive(
    st.one_of(RUNS, RUNS, RUNS.map(_gone), st.sampled_from([EQUATION, BOOKMARK])),
    lambda inner: st.builds(str.format, st.sampled_from(_FRAMES), _several(inner)),
    max_leaves=8,
)
PROPERTIES = st.sampled_from(
    [
        "",
        "",
        "<w:pStyle w:val='L2'/>",
        "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>",
        f"<w:rPr><w:del w:id='@' {_BY}/></w:rPr>",
        f"<w:rPr><w:ins w:id='@' {_BY}/><w:b/></w:rPr>",
        "<w:sectPr><w:type w:val='nextPage'/></w:sectPr>",
        f"<w:jc w:val='both'/><w:pPrChange w:id='@' {_BY}><w:pPr/></w:pPrChange>",
    ]
)
PARAGRAPHS = st.builds(
    "<w:p><w:pPr>{}</w:pPr>{}</w:p>".format, PROPERTIES, st.lists(INLINE, max_size=4).map("".join)
).map(lambda one: one.replace("<w:pPr></w:pPr>", ""))
_CELL = PARAGRAPHS.map("<w:tc>{}</w:tc>".format)
_TABLE = "<w:tbl><w:tblPr/><w:tr>{}</w:tr></w:tbl><w:p/>"
_BLOCK_FRAMES = [
    "<w:tbl><w:tblPr/><w:tr><w:tc>{}<w:p/></w:tc></w:tr></w:tbl><w:p/>",
    "<w:tbl><w:tblPr/><w:tr><w:sdt><w:sdtContent><w:tc>{}<w:p/></w:tc></w:sdtContent></w:sdt></w:tr></w:tbl><w:p/>",
    "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
    "<w:sdt><w:sdtPr><w:lock w:val='contentLocked'/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt><w:p/>",
    "<w:p><w:r><w:fldChar w:fldCharType='begin'/><w:instrText>TOC</w:instrText><w:fldChar w:fldCharType='separate'/>"
    "</w:r></w:p>{}<w:p><w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>",
]
BLOCKS = st.recursive(
    PARAGRAPHS,
    lambda inner: st.one_of(
        st.builds(str.format, st.sampled_from(_BLOCK_FRAMES), _several(inner)),
        st.lists(_CELL, min_size=1, max_size=2).map("".join).map(_TABLE.format),
    ),
    max_leaves=5,
)


def _numbered(body: str) -> str:
    """Each "@" an id of its own, "@@" the one before it."""
    numbers = iter(range(1, 100_000))
    pairs = re.sub("(?s)'@@'(.*?)'@@'", lambda found: (n := next(numbers)) and f"'{n}'{found[1]}'{n}'", body)
    return re.sub("'@'", lambda _: f"'{next(numbers)}'", pairs)


BODIES = st.lists(BLOCKS, min_size=1, max_size=4).map("".join).map(_numbered)
PARTS = {
    "styles": "<w:style w:type='paragraph' w:styleId='L2'><w:name w:val='L2'/></w:style>",
    "numbering": "<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:numFmt w:val='decimal'/>"
    "<w:lvlText w:val='%1.'/></w:lvl></w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>",
    "footnotes": "<w:footnote w:id='2'><w:p><w:r><w:t>Note.</w:t></w:r></w:p></w:footnote>",
    "header1": f"<w:p><w:ins w:id='90001' {_BY}><w:r><w:t>Confidential</w:t></w:r></w:ins></w:p>",
    "comments": "<w:comment w:id='90002' w:author='K. Mori'><w:p><w:r><w:t>Really?</w:t></w:r></w:p></w:comment>",
}

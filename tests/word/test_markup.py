"""A marked file loses nothing: rejected it is the original, accepted it is the original and the new clauses."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from clausecheck.model import ClausecheckError, Draft, Paragraph
from clausecheck.word import Package, open_package
from clausecheck.word.markup import Comment, Insertion, write_marked
from clausecheck.word.places import Line, NewClause
from clausecheck.word.stories import body_words
from clausecheck.word.verify import rejected, same
from clausecheck.word.xml import W, serialise

from .conftest import link, members, save
from .marked import anchored, comments, paragraphs, root_of

OURS = f"{W}ins[@{W}author='clausecheck']"
DATE = "2026-11-23T00:00:00Z"
BODY = (
    "<w:p><w:r><w:t>Licensor grants a licence.</w:t></w:r></w:p>"
    "<w:p><w:r><w:t>Licensee pays.</w:t></w:r></w:p><w:sectPr/>"
)


def model(package: Package) -> Draft:
    words = body_words(package)
    return Draft("draft.docx", "", "", tuple(Paragraph("body", w.index, w.text, cell=w.cell) for w in words))


def marked(package: Package, target: Path, notes=(), clauses=()) -> Package:
    insertions = [
        Insertion(NewClause(after, tuple(Line(like, text) for text in texts)), ("T", "why"))
        for after, like, texts in clauses
    ]
    found = [Comment(*span, lines=("GRT-05 Title", "what")) for span in notes]
    write_marked(package, model(package), found, insertions, DATE, target)
    return open_package(target)


# ---- whole files ---------------------------------------------------------------------------------------------------


def test_comments_and_clauses_are_there_and_all_else_is_as_it_was(build, tmp_path):
    package = build(BODY, styles="<w:style w:type='paragraph' w:styleId='A'/>")
    written = marked(package, tmp_path / "out.docx", [(0, 9, 15)], [(0, 1, ["Licensee may sublicense."])])
    assert paragraphs(written) == ["Licensor grants a licence.", "Licensee may sublicense.", "Licensee pays."]
    assert list(comments(written).values()) == [["GRT-05 Title", "what"], ["T", "why"]]
    assert [anchored(root_of(written), i) for i in comments(written)] == ["grants", "Licensee may sublicense."]
    assert written.part("word/styles.xml") == package.part("word/styles.xml")
    assert written.names == (*package.names, "word/comments.xml")
    assert written.content_type("word/comments.xml").endswith("comments+xml")


def test_the_same_input_gives_the_same_bytes(build, tmp_path):
    package = build(BODY)
    for name in ("one.docx", "two.docx"):
        marked(package, tmp_path / name, [(0, 0, 8)], [(1, 1, ["New."])])
    assert (tmp_path / "one.docx").read_bytes() == (tmp_path / "two.docx").read_bytes()


def test_the_package_is_as_it_was_after_a_file_was_written(build, tmp_path):
    package = build(BODY)
    before = etree.tostring(root_of(package))
    marked(package, tmp_path / "out.docx", [(0, 9, 15)], [(0, 1, ["New."])])
    assert etree.tostring(root_of(package)) == before


def test_the_prolog_of_the_main_part_stays(build, tmp_path):
    content = members(BODY)
    prolog = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<!-- kept -->\r\n'
    content["word/document.xml"] = prolog + content["word/document.xml"].partition("\n")[2]
    package = open_package(save(tmp_path / "draft.docx", content))
    written = marked(package, tmp_path / "out.docx", [(0, 0, 8)])
    assert written.part("word/document.xml").startswith(prolog.encode())


def test_comments_that_were_there_stay_and_ids_go_on(build, tmp_path):
    old = "<w:comment w:id='4' w:author='K. Mori'><w:p><w:r><w:t>ours</w:t></w:r></w:p></w:comment>"
    body = "<w:p><w:bookmarkStart w:id='7' w:name='a'/><w:bookmarkEnd w:id='7'/><w:r><w:t>Licensor</w:t></w:r></w:p>"
    written = marked(build(body, comments=old), tmp_path / "out.docx", [(0, 0, 8)])
    assert comments(written) == {"4": ["ours"], "8": ["GRT-05 Title", "what"]}


def test_comments_take_the_styles_that_the_file_has_for_them(build, tmp_path):
    styles = (
        "<w:style w:type='paragraph' w:styleId='Kommentartext'><w:name w:val='annotation text'/></w:style>"
        "<w:style w:type='character' w:styleId='Kommentarzeichen'><w:name w:val='annotation reference'/></w:style>"
    )
    written = marked(build(BODY, styles=styles), tmp_path / "out.docx", [(0, 0, 8)])
    comment = written.tree("word/comments.xml")[0]
    assert {p.get(W + "val") for p in comment.iter(W + "pStyle")} == {"Kommentartext"}
    assert next(root_of(written).iter(W + "rStyle")).get(W + "val") == "Kommentarzeichen"


MODERN = {
    "commentsExtended": "http://schemas.microsoft.com/office/word/2012/wordml",
    "commentsIds": "http://schemas.microsoft.com/office/word/2016/wordml/cid",
    "commentsExtensible": "http://schemas.microsoft.com/office/word/2018/wordml/cex",
    "people": "http://schemas.microsoft.com/office/word/2012/wordml",
}


def test_newer_comment_parts_that_exist_are_told_of_ours(tmp_path):
    links = "".join(link(f"m-{kind}", kind, f"{kind}.xml") for kind in MODERN)
    content = members(BODY, links=links, comments="")
    for kind, namespace in MODERN.items():
        content[f"word/{kind}.xml"] = f'<x:{kind} xmlns:x="{namespace}"/>'
    package = open_package(save(tmp_path / "draft.docx", content))
    written = marked(package, tmp_path / "out.docx", [(0, 0, 8), (1, 0, 8)])
    word14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
    root = written.tree("word/comments.xml")
    ids = [comment[-1].get(word14 + "paraId") for comment in root]
    extended, numbers, extensible, people = (written.tree(f"word/{kind}.xml") for kind in MODERN)
    assert len(set(ids)) == 2
    assert all(0 < int(one, 16) < 0x80000000 for one in ids)
    assert [one.get(f"{{{MODERN['commentsExtended']}}}paraId") for one in extended] == ids
    space = f"{{{MODERN['commentsIds']}}}"
    assert [one.get(space + "paraId") for one in numbers] == ids
    durable = [one.get(space + "durableId") for one in numbers]
    assert [one.get(f"{{{MODERN['commentsExtensible']}}}durableId") for one in extensible] == durable
    assert [one.get(f"{{{MODERN['people']}}}author") for one in people] == ["clausecheck"]
    assert "w14" in root.get("{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable").split()


def test_durable_ids_are_not_given_where_nothing_says_whose_they_are(tmp_path):
    links = link("m", "commentsExtensible", "commentsExtensible.xml")
    content = members(BODY, links=links)
    empty = f'<x:commentsExtensible xmlns:x="{MODERN["commentsExtensible"]}"/>'
    content["word/commentsExtensible.xml"] = empty
    written = marked(open_package(save(tmp_path / "draft.docx", content)), tmp_path / "out.docx", [(0, 0, 8)])
    assert written.part("word/commentsExtensible.xml") == empty.encode()
    assert b"paraId" not in written.part("word/comments.xml")


def test_without_newer_parts_none_is_made(build, tmp_path):
    written = marked(build(BODY), tmp_path / "out.docx", [(0, 0, 8)])
    assert b"paraId" not in written.part("word/comments.xml")
    assert not [name for name in written.names if "Extended" in name or "people" in name]


def test_strict_open_xml_stays_strict(tmp_path):
    content = {
        name: text.replace("http://schemas.openxmlformats.org/wordprocessingml/2006/", "http://purl.oclc.org/ooxml/wordprocessingml/")
        .replace("http://schemas.openxmlformats.org/officeDocument/2006/", "http://purl.oclc.org/ooxml/officeDocument/")
        for name, text in members(BODY).items()
    }  # fmt: skip
    package = open_package(save(tmp_path / "draft.docx", content))
    written = marked(package, tmp_path / "out.docx", [(0, 9, 15)], [(1, 1, ["New."])])
    for name in ("word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels"):
        assert b"schemas.openxmlformats.org/wordprocessingml" not in written.part(name)
        assert b"schemas.openxmlformats.org/officeDocument" not in written.part(name)
    assert anchored(root_of(written), next(iter(comments(written)))) == "grants"


def test_sub_clauses_come_before_a_clause_of_its_own_and_each_kind_keeps_its_order(build, tmp_path):
    package = build(BODY)
    clauses = [
        Insertion(NewClause(0, (Line(1, text),), depth), ("T",))
        for text, depth in (("own 1", 0), ("sub 1", 1), ("own 2", 0), ("sub 2", 1))
    ]
    write_marked(package, model(package), [], clauses, DATE, tmp_path / "out.docx")
    assert paragraphs(open_package(tmp_path / "out.docx"))[1:5] == ["sub 1", "sub 2", "own 1", "own 2"]


def test_clauses_behind_two_cells_of_one_table_keep_their_order(build, tmp_path):
    package = build("<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>" + BODY)
    written = marked(package, tmp_path / "out.docx", [], [(0, 2, ["One."]), (1, 2, ["Two."]), (3, 3, ["Three."])])
    assert paragraphs(written) == ["", "", "One.", "Two.", "Licensor grants a licence.", "Licensee pays.", "Three."]


def test_clauses_behind_the_end_keep_their_order(build, tmp_path):
    package = build("<w:sdt><w:sdtContent>" + BODY.replace("<w:sectPr/>", "</w:sdtContent></w:sdt><w:sectPr/>"))
    written = marked(package, tmp_path / "out.docx", [], [(1, 0, ["One.", "Two."]), (1, 0, ["Three."])])
    assert paragraphs(written)[1:] == ["Licensee pays.", "One.", "Two.", "Three."]


# ---- nothing is written that would do harm -------------------------------------------------------------------------


def test_the_draft_itself_is_never_written_over(build, tmp_path):
    package = build(BODY)
    before = (tmp_path / "draft.docx").read_bytes()
    with pytest.raises(ClausecheckError, match="never written over"):
        marked(package, tmp_path / "draft.docx", [(0, 0, 8)])
    assert (tmp_path / "draft.docx").read_bytes() == before


@pytest.mark.parametrize(
    ("harm", "reason"),
    [
        (lambda root: root.find(f".//{W}t").__setattr__("text", "Licensor sells"), "original text"),
        (lambda root: root.find(f".//{OURS}/{W}r/{W}t").__setattr__("text", "Other."), "does not read as suggested"),
        (lambda root: (e := root.find(f".//{W}commentRangeEnd")).getparent().remove(e), "not anchored"),
        (lambda root: root.find(f".//{W}p/{OURS}").set(W + "id", "1"), "not unique"),
    ],
)
def test_a_harmed_file_is_not_written(build, tmp_path, monkeypatch, harm, reason):
    package = build("<w:p><w:ins w:id='1' w:author='x'><w:r><w:t>Old.</w:t></w:r></w:ins></w:p>" + BODY)

    def harming(root, original):
        if root.tag == W + "document":
            harm(root)
        return serialise(root, original)

    monkeypatch.setattr("clausecheck.word.markup.xml.serialise", harming)
    with pytest.raises(ClausecheckError, match=reason):
        marked(package, tmp_path / "out.docx", [(1, 0, 8)], [(2, 2, ["New."])])
    assert [path.name for path in tmp_path.iterdir()] == ["draft.docx"]


# ---- any small document --------------------------------------------------------------------------------------------

TEXTS = st.text("ab .;\u00a0é漢\U0001f600", min_size=1, max_size=6)
SIGNS = st.sampled_from(["<w:tab/>", "<w:br/>", "<w:sym w:font='Symbol' w:char='F0B7'/>"])
LOOKS = st.sampled_from(["", "<w:rPr><w:b/></w:rPr>", "<w:rPr><w:i/></w:rPr>"])


@st.composite
def runs(draw):
    parts = draw(st.lists(st.one_of(TEXTS, SIGNS), min_size=1, max_size=3))
    space = draw(st.sampled_from(["", " xml:space='preserve'"]))
    children = "".join(part if part.startswith("<") else f"<w:t{space}>{part}</w:t>" for part in parts)
    return f"<w:r>{draw(LOOKS)}{children}</w:r>"


def wrapped(inner):
    some = st.lists(inner, min_size=1, max_size=3).map("".join)
    field = (
        "<w:r><w:fldChar w:fldCharType='begin'/><w:instrText>REF a</w:instrText>"
        "<w:fldChar w:fldCharType='separate'/></w:r>{}<w:r><w:fldChar w:fldCharType='end'/></w:r>"
    )
    frames = st.sampled_from([
        "<w:ins w:id='1' w:author='K. Mori'>{}</w:ins>", "<w:hyperlink w:anchor='a'>{}</w:hyperlink>", field,
        "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>", "<w:smartTag w:element='a'>{}</w:smartTag>",
        "<w:fldSimple w:instr='REF a'>{}</w:fldSimple>", "<w:del w:id='2' w:author='K. Mori'>{}</w:del>",
    ])  # fmt: skip
    return st.builds(str.format, frames, some)


INLINE = st.recursive(runs(), wrapped, max_leaves=6)
PARAGRAPHS = st.builds(
    "<w:p><w:pPr>{}</w:pPr>{}</w:p>".format,
    st.sampled_from(["", "<w:pStyle w:val='L2'/>", "<w:rPr><w:del w:id='3' w:author='x'/></w:rPr>"]),
    st.lists(INLINE, max_size=4).map("".join),
)  # fmt: skip
BLOCKS = st.lists(
    st.one_of(
        PARAGRAPHS,
        PARAGRAPHS.map("<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl><w:p/>".format),
        PARAGRAPHS.map("<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>".format),
    ),
    min_size=1,
    max_size=4,
).map("".join)


def in_memory(body: str) -> Package:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, text in members(body + "<w:sectPr/>").items():
            archive.writestr(zipfile.ZipInfo(name), text)
    return Package("draft.docx", target.getvalue(), zipfile.ZipFile(target))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=BLOCKS, choose=st.data())
def test_rejected_it_is_the_draft_and_accepted_the_draft_and_the_clauses(tmp_path, body, choose):
    package = in_memory(body)
    words = body_words(package)
    places = st.integers(0, len(words) - 1)
    offsets = st.integers(0, 12)
    notes = choose.draw(st.lists(st.tuples(places, offsets, offsets), max_size=4))
    clauses = choose.draw(st.lists(st.tuples(places, places, st.just(["One.", "Two."])), max_size=2))
    target = tmp_path / "out.docx"
    target.unlink(missing_ok=True)
    written = marked(package, target, notes, clauses)  # proves itself, or raises
    ours = [one.get(W + "id") for one in root_of(written).iter(W + "ins") if one.get(W + "author") == "clausecheck"]
    assert same(root_of(package), rejected(root_of(written), list(comments(written)), ours))
    accepted = [w.text for w in body_words(written)]
    for text in ("One.", "Two."):
        assert sum(text in one for one in accepted) == len(clauses)
    assert "".join(w.text for w in words) == "".join(accepted).replace("One.Two.", "")


PLAIN = st.lists(runs(), min_size=1, max_size=4).map("".join)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=PLAIN, choose=st.data())
def test_anchors_cover_exactly_the_quoted_words(tmp_path, content, choose):
    package = in_memory(f"<w:p>{content}</w:p>")
    text = body_words(package)[0].text
    spans = choose.draw(st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))), max_size=4))
    spans = sorted((start, end) for start, end in spans if start < end)
    target = tmp_path / "out.docx"
    target.unlink(missing_ok=True)
    written = marked(package, target, [(0, *span) for span in spans])
    found = [
        "".join(
            words.text[s.start : s.end] for words in body_words(written) for s in words.segments if s.run in between
        )
        for between in (_between(root_of(written), one) for one in comments(written))
    ]
    assert found == [text[start:end] for start, end in spans]


def _between(root: etree._Element, identifier: str) -> set[etree._Element]:
    inside, found = False, set()
    for element in root.iter():
        if element.get(W + "id") == identifier and element.tag in (W + "commentRangeStart", W + "commentRangeEnd"):
            inside = element.tag == W + "commentRangeStart"
        elif inside and element.tag == W + "r":
            found.add(element)
    return found

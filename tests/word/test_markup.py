"""A marked file loses nothing: rejected it is the original, accepted it is the original and the new clauses."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from clausecheck.model import ClausecheckError
from clausecheck.word import Package, open_package
from clausecheck.word.markup import Comment, Insertion, Replacement, write_marked
from clausecheck.word.places import Line, NewClause
from clausecheck.word.xml import W, serialise

from .conftest import link, members, save
from .generated import DATE, model
from .marked import anchored, comments, lines, paragraphs, root_of

OURS = f"{W}ins[@{W}author='clausecheck']"
BODY = (
    "<w:p><w:r><w:t>Licensor grants a licence.</w:t></w:r></w:p>"
    "<w:p><w:r><w:t>Licensee pays.</w:t></w:r></w:p><w:sectPr/>"
)


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


def renamed(prefix: str, *, taken: bool = False):
    """A main part whose words stand under another prefix, while "w" may mean something else."""

    def turned(text: str) -> str:
        text = re.sub(r"(</?| )w:", rf"\1{prefix}:", text).replace("xmlns:w=", f"xmlns:{prefix}=")
        return text.replace(" xmlns:r=", ' xmlns:w="urn:other" xmlns:r=', 1) if taken else text

    return turned


def by_default(text: str) -> str:
    """A main part whose words stand under no prefix, as some programs write them."""
    return re.sub(r"(</?)w:", r"\1", text).replace("xmlns:w=", "xmlns=")


@pytest.mark.parametrize("turned", [renamed("x"), renamed("x", taken=True), by_default])
def test_a_main_part_keeps_its_own_prefixes(tmp_path, turned):
    content = members(BODY)
    content["word/document.xml"] = turned(content["word/document.xml"])
    package = open_package(save(tmp_path / "draft.docx", content))
    wanted = [Replacement(0, 9, 15, "sells", ("R",))]
    clause = Insertion(NewClause(1, (Line(1, "New."),)), ("C",))
    notes = [Comment(0, 0, 8, ("T",))]
    write_marked(package, model(package), notes, [clause], DATE, tmp_path / "out.docx", wanted)
    written = open_package(tmp_path / "out.docx")
    assert lines(root_of(written)) == ["Licensor sells a licence.", "Licensee pays.", "New."]
    assert lines(root_of(written), rejecting=True) == lines(root_of(package))
    assert len(comments(written)) == 3


def test_ids_of_a_part_in_utf_16_are_not_given_again(tmp_path):
    content = members("<w:p><w:bookmarkStart w:id='7' w:name='a'/><w:r><w:t>Licensor</w:t></w:r></w:p>")
    text = content["word/document.xml"].replace("UTF-8", "UTF-16")
    package = open_package(save(tmp_path / "draft.docx", {**content, "word/document.xml": text.encode("utf-16")}))
    assert list(comments(marked(package, tmp_path / "out.docx", [(0, 0, 8)]))) == ["8"]


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

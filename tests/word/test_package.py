"""What is refused, in one sentence, and what comes back byte for byte."""

from __future__ import annotations

import struct
import zipfile
from pathlib import Path

import pytest

from clausecheck.model import ClausecheckError
from clausecheck.word import open_package
from clausecheck.word import zip_checks as limits

from .conftest import DECLARATION, link, members, part, relationships, save

BODY = "<w:p><w:r><w:t>Licensor grants a licence.</w:t></w:r></w:p>"


def refusal(path: Path) -> str:
    with pytest.raises(ClausecheckError) as error:
        package = open_package(path)
        package.tree(package.main)
    message = str(error.value)
    assert message.endswith(".") and "\n" not in message
    return message


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "is empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old Word .doc"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
        (b"%PDF-1.7", "is a PDF"),
        (b"{\\rtf1", "an RTF file"),
        (b"hello", "not a Word file"),
        (b"PK\x03\x04 and no end", "damaged or cut short"),
    ],
)
def test_files_that_are_no_docx(tmp_path, raw, words):
    path = tmp_path / "draft.docx"
    path.write_bytes(raw)
    assert words in refusal(path)


def test_missing_file(tmp_path):
    assert "cannot be read" in refusal(tmp_path / "nowhere.docx")


def test_truncated_file(tmp_path):
    path = save(tmp_path / "draft.docx", members(BODY))
    path.write_bytes(path.read_bytes()[:-40])
    assert "damaged or cut short" in refusal(path)


def test_damaged_member(tmp_path):
    path = save(tmp_path / "draft.docx", members(BODY))
    raw = bytearray(path.read_bytes())
    at = raw.index(b"word/document.xml") + 60
    raw[at : at + 40] = bytes(40)
    path.write_bytes(bytes(raw))
    assert "word/document.xml" in refusal(path)


@pytest.mark.parametrize("name", ["../evil.xml", "/etc/evil", "C:evil", "word/..\\..\\evil"])
def test_names_that_point_outside(tmp_path, name):
    assert "points outside" in refusal(save(tmp_path / "draft.docx", members(BODY) | {name: "x"}))


def test_doubled_names(tmp_path):
    path = save(tmp_path / "draft.docx", members(BODY) | {"word/Document.xml": "x"})
    assert "two members of the same name" in refusal(path)


def test_encrypted_member(tmp_path):
    path = save(tmp_path / "draft.docx", members(BODY))
    raw = bytearray(path.read_bytes())
    at = raw.index(b"PK\x01\x02") + 8
    raw[at : at + 2] = struct.pack("<H", 1)
    path.write_bytes(bytes(raw))
    assert "encrypted" in refusal(path)


def test_bomb_is_refused_by_its_ratio(tmp_path):
    assert "200 times" in refusal(save(tmp_path / "draft.docx", members(BODY) | {"word/media/a": bytes(3_000_000)}))


def test_limits_of_size_and_number(tmp_path, monkeypatch):
    path = save(tmp_path / "draft.docx", members(BODY))
    monkeypatch.setattr(limits, "MAX_PART", 100)
    assert "more than 100 MB" in refusal(path)
    monkeypatch.setattr(limits, "MAX_TOTAL", 100)
    assert "more than 300 MB" in refusal(path)
    monkeypatch.setattr(limits, "MAX_MEMBERS", 1)
    assert "5,000 members" in refusal(path)
    monkeypatch.setattr(limits, "MAX_FILE", 100)
    assert "50 MB" in refusal(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_document_type_is_refused_before_it_is_parsed(tmp_path, encoding):
    bomb = '<?xml version="1.0"?><!-- x --><!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]><a>&d;</a>'
    content = members(BODY) | {"word/document.xml": bomb.encode(encoding)}
    assert "document type" in refusal(save(tmp_path / "draft.docx", content))


def test_deep_nesting_is_refused(tmp_path):
    deep = "<w:tbl><w:tr><w:tc>" * 1000 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 1000
    assert "nested too deeply" in refusal(save(tmp_path / "draft.docx", members(deep)))


def test_no_main_part(tmp_path):
    content = members(BODY) | {"_rels/.rels": relationships("")}
    assert "no main document part" in refusal(save(tmp_path / "draft.docx", content))


def test_workbook_is_named(tmp_path):
    content = members(BODY)
    content["[Content_Types].xml"] = content["[Content_Types].xml"].replace(
        "wordprocessingml.document", "spreadsheetml.sheet"
    )
    assert "Excel workbook" in refusal(save(tmp_path / "draft.docx", content))


def test_main_part_is_found_through_relationships(tmp_path):
    content = members(BODY)
    content["text/a b.xml"] = content.pop("word/document.xml")
    content["_rels/.rels"] = relationships(link("rId1", "officeDocument", "/text/a%20b.xml"))
    assert open_package(save(tmp_path / "draft.docx", content)).main == "text/a b.xml"


@pytest.mark.parametrize(
    "kind", ["ms-word.document.macroEnabled", "openxmlformats-officedocument.wordprocessingml.template"]
)
def test_macro_files_and_templates_are_read(tmp_path, kind):
    content = members(BODY)
    content["[Content_Types].xml"] = content["[Content_Types].xml"].replace(
        "openxmlformats-officedocument.wordprocessingml.document", kind
    )
    assert open_package(save(tmp_path / "draft.docm", content)).main == "word/document.xml"


def test_strict_open_xml_is_read_and_written_back_as_it_was(tmp_path):
    transitional, strict = "http://schemas.openxmlformats.org/", "http://purl.oclc.org/ooxml/"
    content = {
        name: text.replace(f"{transitional}wordprocessingml/2006/", f"{strict}wordprocessingml/").replace(
            f"{transitional}officeDocument/2006/", f"{strict}officeDocument/"
        )
        for name, text in members(BODY).items()
    }
    package = open_package(save(tmp_path / "draft.docx", content))
    assert package.tree(package.main).tag == "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}document"
    assert package.serialise(package.main) == package.part(package.main)


def test_untouched_members_keep_bytes_order_and_dates(tmp_path):
    path = tmp_path / "draft.docx"
    with zipfile.ZipFile(path, "w") as archive:
        for number, (name, text) in enumerate(members(BODY).items()):
            info = zipfile.ZipInfo(name, (2020 + number, 1, 2, 3, 4, 6))
            info.compress_type = zipfile.ZIP_DEFLATED if number % 2 else zipfile.ZIP_STORED
            info.external_attr = 0o600 << 16
            archive.writestr(info, text)
    written = tmp_path / "new.docx"
    written.write_bytes(open_package(path).with_parts({"word/document.xml": b"<new/>", "word/comments.xml": b"<c/>"}))
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(written) as new:
        before, after = old.infolist(), new.infolist()
        assert [i.filename for i in after] == [*(i.filename for i in before), "word/comments.xml"]
        for one, other in zip(before, after, strict=False):
            assert (one.date_time, one.compress_type, one.external_attr) == (
                other.date_time, other.compress_type, other.external_attr
            )  # fmt: skip
            assert new.read(other) == (b"<new/>" if one.filename == "word/document.xml" else old.read(one))


def test_serialising_keeps_the_prolog(tmp_path):
    prolog = "<?xml version='1.0'  encoding='UTF-8'?>\r\n<!-- made by hand -->\n"
    content = members(BODY)
    content["word/document.xml"] = part("document", f"<w:body>{BODY}</w:body>").replace(DECLARATION, prolog)
    package = open_package(save(tmp_path / "draft.docx", content))
    assert package.serialise(package.main).startswith(prolog.encode())
    assert package.serialise(package.main) == package.part(package.main)


def test_a_large_part_that_nothing_needs_is_copied_without_unpacking_it(tmp_path, monkeypatch):
    noise = bytes(range(256)) * 400
    path = save(tmp_path / "draft.docx", members(BODY) | {"word/media/a.bin": noise})
    package = open_package(path)
    monkeypatch.setattr("clausecheck.word.zip_members._inflated", lambda packed, size: None)
    written = tmp_path / "new.docx"
    written.write_bytes(package.with_parts({}))
    with zipfile.ZipFile(written) as archive:
        assert archive.read("word/media/a.bin") == noise


def test_the_same_bytes_are_the_same_however_they_are_packed(tmp_path):
    path = save(tmp_path / "draft.docx", members(BODY) | {"a.bin": b"a" * 999, "b.bin": b"b"})
    with zipfile.ZipFile(tmp_path / "stored.docx", "w", zipfile.ZIP_STORED) as archive:
        for name, text in (members(BODY) | {"a.bin": b"a" * 999, "b.bin": b"c"}).items():
            archive.writestr(name, text)
    one, other = open_package(path), open_package(tmp_path / "stored.docx")
    assert [one.holds_same(name, other) for name in ("a.bin", "b.bin", "word/document.xml")] == [True, False, True]


def test_strict_and_transitional_names_in_one_part_stay_apart(tmp_path):
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    mixed = f'<x:p xmlns:x = "{strict}"><x:r><x:t>Strict words.</x:t></x:r></x:p>'
    package = open_package(save(tmp_path / "draft.docx", members(BODY + mixed)))
    assert len(package.tree(package.main).findall(".//{*}body/{*}p")) == 2
    written = package.serialise(package.main)
    assert written == package.part(package.main).replace(b"xmlns:x = ", b"xmlns:x=")


@pytest.mark.parametrize("size", [100, 5_000, 200_000])
def test_a_prolog_of_any_length_stands_before_what_is_written(tmp_path, size):
    prolog = f"<?xml version='1.0' encoding='UTF-8'?><!--{'x' * size}--><?a b?>\n"
    content = members(BODY)
    content["word/document.xml"] = content["word/document.xml"].replace(DECLARATION, prolog)
    package = open_package(save(tmp_path / "draft.docx", content))
    assert package.serialise(package.main) == package.part(package.main)


def test_a_part_that_several_links_name_counts_once(tmp_path):
    content = members(BODY, comments="", links=link("again", "comments", "comments.xml"))
    package = open_package(save(tmp_path / "draft.docx", content))
    assert package.related(package.main, "comments") == ("word/comments.xml",)

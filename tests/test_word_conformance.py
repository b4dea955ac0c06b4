"""The benchmark over Word files keeps its promises on what is here, and it would see a promise that is broken."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest
from lxml import etree
from word.conftest import NAMESPACES, link, members, save

ROOT = Path(__file__).resolve().parents[1]
BENCHMARK = ROOT / "benchmarks" / "word_corpus.py"
sys.path.insert(0, str(BENCHMARK.parent))
proof, checks, order = map(import_module, ("word_equal", "word_corpus_checks", "word_corpus_order"))

OURS, THEIRS = 'w:author="clausecheck"', 'w:author="K. Mori" w:date="2026-10-01T00:00:00Z"'
PLAIN = "<w:p><w:r><w:t>The Licensee pays the fee.</w:t></w:r></w:p>"
CLAUSE = f'<w:ins w:id="9" {OURS}><w:r><w:t>New words.</w:t></w:r></w:ins>'
NEW = f'<w:p><w:pPr><w:rPr><w:ins w:id="8" {OURS}/></w:rPr></w:pPr>{CLAUSE}</w:p>'
TRACKED = (
    f'<w:p><w:pPr><w:rPr><w:del w:id="1" {THEIRS}/></w:rPr></w:pPr><w:r><w:t>The Licensor </w:t></w:r></w:p>'
    f'<w:p><w:ins w:id="2" {THEIRS}><w:r><w:t>and its friends </w:t></w:r></w:ins>'
    f'<w:del w:id="3" {THEIRS}><w:r><w:delText xml:space="preserve">never </w:delText></w:r></w:del>'
    "<w:r><w:rPr><w:b/></w:rPr><w:t>grants a licence.</w:t></w:r></w:p>"
)
NESTED = (
    "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Fee</w:t></w:r></w:p>"
    f"<w:tbl><w:tr><w:tc>{PLAIN}</w:tc></w:tr></w:tbl><w:p/></w:tc></w:tr></w:tbl><w:p/>"
)
WRAPPED = (
    '<w:sdt><w:sdtContent><w:p><w:hyperlink w:anchor="a"><w:r><w:t>Clause one</w:t></w:r></w:hyperlink></w:p>'
    '</w:sdtContent></w:sdt><w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF a</w:instrText>'
    '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>one</w:t></w:r><w:r>'
    '<w:fldChar w:fldCharType="end"/></w:r></w:p><w:p><w:pPr><w:sectPr/></w:pPr></w:p>'
    "<w:p><w:r><w:t>End</w:t></w:r></w:p>"
)
FILES = {"tracked": TRACKED * 3, "nested": NESTED * 2 + PLAIN, "wrapped": WRAPPED, "empty": "<w:p/><w:sectPr/>"}


def body(content: str) -> etree._Element:
    return proof.parsed(f"<w:document {NAMESPACES}><w:body>{content}</w:body></w:document>".encode())


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    call = [sys.executable, str(BENCHMARK), *map(str, arguments)]
    return subprocess.run(call, capture_output=True, text=True, check=False, cwd=ROOT)


@pytest.mark.slow
def test_samples_and_awkward_files_come_through(tmp_path: Path) -> None:
    for name, content in FILES.items():
        save(tmp_path / f"{name}.docx", members(content))
    save(
        tmp_path / "template.dotx", members(PLAIN, links=link("rId9", "attachedTemplate", "//far/away", external=True))
    )
    (tmp_path / "broken.docx").write_bytes((tmp_path / "nested.docx").read_bytes()[:300])
    done = run(ROOT / "samples", tmp_path, "--no-libreoffice", "--jobs", "2")
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    assert "9 files" in done.stdout
    assert "broken.docx is damaged or cut short" in done.stdout
    assert re.search(r"all as promised +10\b", done.stdout)


def test_nothing_to_try_is_told_by_the_exit_code(tmp_path: Path) -> None:
    assert run(tmp_path).returncode == 2


@pytest.mark.proof
def test_every_file_of_others_comes_through(shared: Path) -> None:
    done = run(shared / "docx", shared / "drafts")
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(PLAIN, NEW + PLAIN, id="a clause before"),
        pytest.param(
            PLAIN,
            PLAIN.replace("<w:p>", f'<w:p><w:pPr><w:rPr><w:ins w:id="8" {OURS}/></w:rPr></w:pPr>')
            + f"<w:p>{CLAUSE}</w:p>",
            id="a clause behind the last mark",
        ),
        pytest.param(
            PLAIN,
            PLAIN.replace(
                "Licensee pays the fee.</w:t></w:r>",
                '</w:t></w:r><w:r><w:t xml:space="preserve">Licensee pays</w:t></w:r><w:r><w:t> the fee.</w:t></w:r>',
            ).replace("<w:t>", '<w:t xml:space="preserve">'),
            id="cut runs",
        ),
        pytest.param(
            PLAIN,
            PLAIN.replace(
                "pays the fee.</w:t></w:r>",
                f'</w:t></w:r><w:del w:id="7" {OURS}><w:r><w:delText>pays</w:delText></w:r></w:del>'
                f'<w:ins w:id="8" {OURS}><w:r><w:t>bears</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> the fee.'
                "</w:t></w:r>",
            ).replace("<w:t>The", '<w:t xml:space="preserve">The'),
            id="a replacement",
        ),
    ],
)
def test_our_marks_rejected_leave_the_original(before: str, after: str) -> None:
    assert proof.equal(body(before), proof.rejected(body(after), set()))


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda text: text.replace("fee", "feee", 1), id="a letter"),
        pytest.param(lambda text: text.replace("grants a", "grants  a", 1), id="a blank"),
        pytest.param(lambda text: text.replace("<w:b/>", ""), id="a look"),
        pytest.param(lambda text: text.replace("K. Mori", "K. Mory", 1), id="an author"),
        pytest.param(lambda text: text.replace('w:del w:id="3"', 'w:moveFrom w:id="3"').replace(
            "</w:delText></w:r></w:del>", "</w:delText></w:r></w:moveFrom>"), id="a kind of change"),
        pytest.param(lambda text: text.replace("<w:p>", "<w:p/><w:p>", 1), id="an empty paragraph more"),
        pytest.param(lambda text: text.replace(' xml:space="preserve"', ""), id="white space that is shown"),
    ],
)  # fmt: skip
def test_whatever_else_is_changed_is_seen(spoil: Callable[[str], str]) -> None:
    text = TRACKED + PLAIN
    assert spoil(text) != text
    assert not proof.equal(body(text), proof.rejected(body(spoil(NEW + text)), set()))


def test_our_marks_accepted_are_text_and_those_of_others_stay() -> None:
    root = proof.accepted(body(NEW + TRACKED), set())
    words = [proof.said(paragraph) for paragraph in root.iter(proof.W + "p")]
    assert words == ["New words.", "The Licensor ", "and its friends never grants a licence."]
    assert len(list(root.iter(proof.W + "ins"))) == 1


def test_what_others_have_is_counted_without_ours() -> None:
    before, after = (checks.constructs(body(text), set()) for text in (TRACKED, NEW + TRACKED))
    assert before == after
    assert (before["insertions"], before["deletions"]) == (1, 2)


def test_ids_and_names_are_looked_at() -> None:
    before, after = body(TRACKED), body(TRACKED + NEW.replace('w:id="9"', 'w:id="3"'))
    assert list(checks.doubled_ids(before, after, {"3", "8"})) == [
        "revision id 3 stands 2 times",
        "revision id 3 is ours and another's",
    ]
    assert list(checks.unnamed(before, body(TRACKED + NEW.replace(OURS, 'w:author="a"')))) == [
        "a ins by a that was not there",
        "a ins by a that was not there",
    ]


@pytest.mark.parametrize(
    ("content", "wrong"),
    [
        ("<w:p><w:pPr><w:jc/><w:ind/></w:pPr></w:p>", "pPr out of order"),
        ("<w:p><w:pPr><w:rPr><w:b/><w:ins/></w:rPr></w:pPr></w:p>", "rPr out of order"),
        ("<w:p><w:r><w:t>a</w:t><w:rPr/></w:r></w:p>", "rPr is not first"),
        (f'<w:p><w:ins w:id="1">{CLAUSE}</w:ins></w:p>', "an insertion in an insertion"),
        ("<w:p><w:r><w:rPr><w:b/><w:b/></w:rPr></w:r></w:p>", "rPr says one thing twice"),
    ],
)
def test_the_order_of_the_standard_is_held(content: str, wrong: str) -> None:
    assert order.disorder(body(content)) == {wrong: 1}
    assert not order.disorder(body(NEW + TRACKED))

"""Good files that look unlike those of today's Word are read, reviewed and marked like any other."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from clausecheck import rulebook
from clausecheck.model import Rulebook
from clausecheck.reports import docx, json_report
from clausecheck.review import Order, examine
from clausecheck.word import open_package, read
from clausecheck.word.markup import Comment, Insertion, write_marked
from clausecheck.word.places import Line, NewClause

from .marked import anchored, comments, paragraphs, root_of
from .unusual import SAYS, files, saved

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
FILES = files()
NEW = "Licensee shall keep complete records."
DATE = "2026-11-23T00:00:00Z"


def marked(path: Path) -> Path:
    """The file with a comment on the grant and a clause behind it."""
    package = open_package(path)
    draft = read(package)
    grant = next(paragraph for paragraph in draft.body if SAYS in paragraph.text)
    start = grant.text.index("non-exclusive")
    note = Comment(grant.index, start, start + len("non-exclusive"), ("XX-01 Title", "What."))
    clause = Insertion(NewClause(grant.index, (Line(grant.index, NEW),)), ("XX-02 Title", "Why."))
    target = path.with_name("marked.docx")
    write_marked(package, draft, [note], [clause], DATE, target)
    return target


@pytest.mark.parametrize("name", FILES)
def test_unusual_files_are_marked_without_harm(name: str, tmp_path: Path) -> None:
    path = saved(tmp_path, FILES[name])
    written = open_package(marked(path))
    assert NEW in paragraphs(written)
    noted = [identifier for identifier, lines in comments(written).items() if lines[0] == "XX-01 Title"]
    assert [anchored(root_of(written), identifier) for identifier in noted] == ["non-exclusive"]
    before, after = (read(one).body for one in (open_package(path), written))
    assert [p.text for p in after if p.text != NEW] == [p.text for p in before]


@pytest.mark.parametrize("name", FILES)
def test_the_marked_file_is_a_plain_sound_zip(name: str, tmp_path: Path) -> None:
    path = saved(tmp_path, FILES[name])
    before, after = open_package(path), open_package(marked(path))
    touched = {before.main, "[Content_Types].xml", *(n for n in after.names if n.casefold().endswith(".rels"))}
    assert all(before.part(one) == after.part(one) for one in before.names if one not in touched)
    with zipfile.ZipFile(path.with_name("marked.docx")) as archive:
        assert archive.testzip() is None


@pytest.fixture(scope="module")
def rules() -> Rulebook:
    return rulebook.load(("licence",))


@pytest.mark.slow
@pytest.mark.parametrize("name", FILES)
def test_unusual_files_are_reviewed(name: str, tmp_path: Path, rules: Rulebook) -> None:
    package = open_package(saved(tmp_path, FILES[name]))
    review = examine(package, Order(rules=rules, today="2026-11-23"))
    assert any(one.type == "licence_grant" and one.status in ("present", "weak") for one in review.clauses)
    docx.write(package, review, tmp_path / "marked.docx", redline="missing")
    assert json_report.render(review)


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The samples as LibreOffice writes them: as .docx, and as .docx made of .odt."""
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice (soffice) is not on this machine")
    folder = tmp_path_factory.mktemp("converted")
    _convert(folder / "direct", "docx", sorted(SAMPLES.glob("*.docx")))
    _convert(folder / "odt", "odt", sorted(SAMPLES.glob("*.docx")))
    _convert(folder / "from-odt", "docx", sorted((folder / "odt").glob("*.odt")))
    return folder


def _convert(folder: Path, kind: str, sources: list[Path]) -> None:
    profile = f"-env:UserInstallation=file://{folder.parent}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(folder), *map(str, sources)]
    subprocess.run(command, check=True, capture_output=True, timeout=240)


@pytest.mark.slow
@pytest.mark.parametrize("folder", ["direct", "from-odt"])
def test_files_of_libreoffice_are_read_like_those_of_word(folder: str, converted: Path, tmp_path: Path) -> None:
    for path in sorted((converted / folder).glob("*.docx")):
        original, draft = read(open_package(SAMPLES / path.name)), read(package := open_package(path))
        said = [paragraph.text.strip() for paragraph in original.body if paragraph.text.strip()]
        assert len(set(said) & {paragraph.text.strip() for paragraph in draft.body}) > 0.9 * len(set(said)), path.name
        notes = [Comment(p.index, 0, len(p.text), ("XX-01 Title", "What.")) for p in draft.body if p.text][::7]
        write_marked(package, draft, notes, [], DATE, tmp_path / path.name)

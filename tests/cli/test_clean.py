"""`clausecheck clean`: what we put into a file comes out of it, and nothing else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from word.again import MORI, answered, edited
from word.marked import comments, root_of

from clausecheck.cli.main import main
from clausecheck.model import ClausecheckError
from clausecheck.word import Package, lift, open_package
from clausecheck.word.verify import same
from clausecheck.word.xml import W

SAMPLES = sorted((Path(__file__).resolve().parents[2] / "samples").glob("*.docx"))


def run(*call: str | Path):
    return CliRunner().invoke(main, [*map(str, call)])


def reviewed(path: Path, folder: Path) -> Path:
    """The internal edition of a draft with every comment and clause that there is."""
    draft, marked = folder / path.name, folder / f"{path.stem}.internal.docx"
    shutil.copy(path, draft)
    run(
        "review",
        draft,
        "--side",
        "licensee",
        "--comments",
        "all",
        "--redline",
        "missing",
        "--format",
        "docx",
        "--quiet",
    )
    return marked


def cleaned(path: Path) -> tuple[Package, str]:
    done = run("clean", path)
    assert done.exit_code == 0, done.output
    return open_package(path.with_suffix(".clean.docx")), done.stdout


def words_of_ours(marked: Package) -> set[str]:
    """Every line of every comment that we wrote, long enough to be told from the draft's own words."""
    return {line for one in lift(marked).earlier for line in one.lines if len(line) > 40}


def assert_as_it_was(clean: Package, original: Package) -> None:
    """Promise 1, the stronger half: all parts but the main one are byte for byte those of the draft."""
    assert clean.names == original.names
    assert [n for n in original.names if n != original.main and clean.part(n) != original.part(n)] == []
    assert same(root_of(original), root_of(clean))


@pytest.fixture
def marked(tmp_path) -> Path:
    return reviewed(next(path for path in SAMPLES if path.stem == "faulty"), tmp_path)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_cleaned_file_is_the_draft(path, tmp_path):
    marked = reviewed(path, tmp_path)
    clean, said = cleaned(marked)
    assert_as_it_was(clean, open_package(path))
    assert said.startswith(f"{marked.with_suffix('.clean.docx')}: removed ") and said.count("\n") == 1


@pytest.mark.slow
def test_real_drafts_and_agreements_come_back(shared, tmp_path):
    files = [*sorted((shared / "drafts").glob("*.docx")), *sorted((shared / "docx" / "agreements").glob("*.docx"))]
    for path in files:
        marked = reviewed(path, tmp_path)
        if marked.exists():  # a draft in Japanese is refused so far
            assert_as_it_was(cleaned(marked)[0], open_package(path))


def test_no_word_of_ours_is_left_in_any_part(marked):
    ours = words_of_ours(open_package(marked))
    clean, _ = cleaned(marked)
    everything = b"".join(clean.part(name) for name in clean.names)
    assert len(ours) > 20 and b"clausecheck" not in everything
    assert not [line for line in ours if line.encode() in everything]


def test_a_file_without_marks_of_ours_is_left_alone(tmp_path):
    draft = Path(shutil.copy(SAMPLES[0], tmp_path / "draft.docx"))
    done = run("clean", draft)
    assert (done.exit_code, done.stdout) == (0, "draft.docx: no marks of clausecheck. Nothing to write.\n")
    assert list(tmp_path.iterdir()) == [draft]


def test_the_file_itself_is_never_written_over(marked):
    before = marked.read_bytes()
    done = run("clean", marked, "--output", marked)
    assert done.exit_code == 2 and "never written over" in done.stderr
    assert marked.read_bytes() == before


def test_the_file_to_write_may_be_named(marked, tmp_path):
    target = tmp_path / "new" / "to-send.docx"
    assert str(target) in run("clean", marked, "--output", target).stdout
    assert not lift(open_package(target)).found


def test_what_others_did_stays_and_is_told(marked, tmp_path):
    package = open_package(marked)
    first = next(one for one, lines in comments(package).items() if "Must fix" in lines[0])
    replied = answered(package, tmp_path / "replied.docx", first, "We need this.")
    theirs = f"<w:p><w:ins w:id='9900' {MORI}><w:r><w:t>Ours too.</w:t></w:r></w:ins></w:p><w:sectPr"
    worked = edited(replied, tmp_path / "worked.docx", lambda xml: xml.replace("<w:sectPr", theirs, 1))
    before, (clean, said) = others(worked), cleaned(tmp_path / "worked.docx")
    assert others(clean) == before
    assert "kept 1 comment that K. Mori answered; delete these threads in Word before" in said
    assert len(comments(clean)) == len([one for one in comments(package) if one not in _ours(package)]) + 2


def others(package: Package) -> list[tuple[str, str]]:
    parts = (package.main, *package.related(package.main, "comments"))
    found = (one for part in parts for one in package.tree(part).iter(f"{W}ins", f"{W}del", f"{W}comment"))
    authors = ((one.tag, one.get(f"{W}author", "")) for one in found)
    return sorted(pair for pair in authors if not pair[1].startswith("clausecheck"))


def _ours(package: Package) -> set[str]:
    part = package.related(package.main, "comments")[0]
    made = package.tree(part).iter(f"{W}comment")
    return {one.get(f"{W}id") for one in made if one.get(f"{W}author") == "clausecheck"}


def test_what_is_no_word_file_is_one_sentence(tmp_path):
    (tmp_path / "x.docx").write_text("no zip", encoding="utf-8")
    done = run("clean", tmp_path / "x.docx")
    assert done.exit_code == 2 and done.stderr.startswith("Error: ")
    with pytest.raises(ClausecheckError):
        open_package(tmp_path / "x.docx")

"""LibreOffice rejects what we marked and has the draft, accepts it and has the draft with the suggestions."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from clausecheck.word import open_package, read
from clausecheck.word.markup import Insertion, Replacement, write_marked
from clausecheck.word.places import Line, NewClause
from clausecheck.word.replacements import refusal, rewording
from clausecheck.word.stories import body_words

from .conftest import members, save
from .generated import DATE, model
from .office import Office, office
from .test_joints import PLACES
from .test_real_files import TEXTS, marks

__all__ = ["office"]
BEFORE = "<w:p><w:r><w:t>Before all.</w:t></w:r></w:p>"  # LibreOffice puts one before a table that begins a draft
SAMPLES = Path(__file__).resolve().parents[2] / "samples"
ANOTHER = "otherwise agreed"
LONGEST_NUMBER = 4  # letters: "viii", "第条"
_NUMBER = re.compile(r"^\s*(?=\S{1,8}\s)(?:\S*\d\S*|\(?\w{1,4}[.)]|[^\w\s\"“”(\[{]|\w)\s+")


def replacements(package) -> list[Replacement]:
    """Every seventh paragraph has its third word replaced, where nothing speaks against it."""
    found = []
    for words in body_words(package)[3::7]:
        third = next(iter(list(re.finditer(r"\w+", words.text))[2:3]), None)
        if third and not refusal(words, rewording(words, *third.span(), ANOTHER)):
            found.append(Replacement(words.index, *third.span(), ANOTHER, ("XX-03 Words", "Why.")))
    return found


def unnumbered(lines: list[str]) -> list[str]:
    """What the lines say without their numbers; an empty one may have a number that changes."""
    said = (_NUMBER.sub("", f"{line} ").strip() for line in lines)
    return [one for one in said if one]


def letters(lines: list[str]) -> list[str]:
    """What the lines say without figures and signs; short ones may be numbers alone."""
    said = ("".join(filter(str.isalpha, line)) for line in lines)
    return [one for one in said if len(one) > LONGEST_NUMBER]


def alike(one: str, other: str) -> bool:
    """Whether two lines differ in the letters of their numbers alone."""
    behind = [{line[size:] for size in range(LONGEST_NUMBER + 1)} for line in (one, other)]
    return not behind[0].isdisjoint(behind[1])


def decided(office: Office, sources: list[Path], folder: Path):
    """Each draft with what was reworded, and LibreOffice's two views of it and of the marked file."""
    told = {}
    for source in sources:
        package = open_package(source)
        draft = read(package)
        told[source.name] = replacements(package)
        write_marked(package, draft, *marks(draft), DATE, folder / f"marked-{source.name}", told[source.name])
        (folder / source.name).write_bytes(source.read_bytes())
    files = sorted(folder.glob("*.docx"))
    views = {file.name: view for file, view in zip(files, office.decide(files), strict=True)}
    return [(name, told[name], views[name], views[f"marked-{name}"]) for name in told]


def come_through(outcome) -> None:
    name, reworded, (accepted, rejected), (ours_accepted, ours_rejected) = outcome
    # LibreOffice shows what a reference meant when the file was opened, with the new clauses counted; and it gives the
    # paragraph behind a rejected one the level of that one, where Word keeps its own (ECMA-376 17.13.5.20)
    pairs = list(zip(letters(ours_rejected), letters(rejected), strict=True))
    assert [pair for pair in pairs if not alike(*pair)] == [], name
    shown = unnumbered(ours_accepted)
    assert shown.count(TEXTS[0]) == shown.count(TEXTS[1]) > 0
    assert sum(line.count(ANOTHER) for line in shown) == len(reworded)
    before = unnumbered(accepted)
    kept = [line for line in shown if line not in TEXTS and ANOTHER not in line]
    rest = iter(before)
    assert [line for line in kept if line not in rest] == [], name
    assert len(before) - len(kept) <= len(reworded), name


@pytest.mark.slow
def test_a_sample_is_the_draft_again_when_libreoffice_rejects_all(office, tmp_path):
    for outcome in decided(office, sorted(SAMPLES.glob("*.docx"))[:2], tmp_path):
        come_through(outcome)


@pytest.mark.proof
def test_samples_and_drafts_come_through_libreoffice(office, shared, tmp_path):
    sources = [
        *SAMPLES.glob("*.docx"),
        *(shared / "drafts").glob("*.docx"),
        *(shared / "docx/agreements").glob("*.docx"),
    ]
    for outcome in decided(office, sorted(sources), tmp_path):
        come_through(outcome)


# LibreOffice leaves an empty paragraph before a table, and reads no field that runs over paragraphs
OTHERWISE = {"between two tables", "in a table without a paragraph behind it", "in another field"}


@pytest.mark.proof
def test_every_joint_comes_apart_in_libreoffice(office, tmp_path):
    names = {}
    for number, (name, (body, after, shown)) in enumerate(PLACES.items()):
        file = save(tmp_path / f"{number:02}-draft.docx", members(f"{BEFORE}{body}<w:sectPr/>"))
        package = open_package(file)
        clause = Insertion(NewClause(after + 1, (Line(after + 1, "+"),)), ("T",))
        write_marked(package, model(package), [], [clause], DATE, tmp_path / f"{number:02}-marked.docx")
        names[number] = (name, shown)
    files = sorted(tmp_path.glob("*.docx"))
    views = office.decide(files)
    wrong = {}
    for number, (name, shown) in names.items():
        (accepted, rejected), (ours_accepted, ours_rejected) = views[2 * number : 2 * number + 2]
        if ours_rejected != rejected or [one for one in ours_accepted if one != "+"] != accepted:
            wrong[name] = (shown, accepted, ours_accepted, rejected, ours_rejected)
    assert wrong.keys() <= OTHERWISE, wrong

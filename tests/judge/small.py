"""A rulebook of two rules and drafts of a few lines, for tests of judging."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from docx import Document

from clausecheck import judge, language, rulebook, word
from clausecheck.model import Reading, Rule, Rulebook, Settings

GRANT = """
id: licence_grant
code: GRT-01
kind: clause
type: licence_grant
title: Grant of licence
question: What is licensed?
find: ["hereby grants ...12 licence"]
stances:
  exclusive: ["exclusive licence"]
sides:
  licensor: {absent: error}
  licensee: {absent: error}
why: Without it nothing is licensed.
examples: [{text: Licensor hereby grants an exclusive licence., expect: {stance: [exclusive]}}]
"""
SECRECY = """
id: secrecy
code: TST-01
kind: clause
title: Secrecy
question: Who must keep what secret?
find: ["(shall|will) keep ...8 secret"]
near-miss: ["(shall|will) keep ...4 trade secret"]
stances:
  strict: ["strictly secret"]
  plain: ["keep ...8 secret"]
facets:
  term: ["for <duration>"]
  survives: {any: ["survives"], scope: clause}
elements:
  return:
    when: [plain]
    any: ["return* ...6 papers"]
    severity: {licensor: error, licensee: note}
    message: Nobody must return the papers.
  flow_down:
    any: ["employees"]
    severity: {licensor: "off", licensee: "off"}
    message: Employees are not bound.
sides:
  licensor: {prefer: strict, accept: [plain], otherwise: error, absent: error}
  licensee: {prefer: plain, otherwise: warning, absent: warning}
why: What is not kept secret is lost.
examples: [{text: Licensee shall keep it secret., expect: {stance: [plain]}}]
"""
PREAMBLE = 'This Agreement is made between Alder Ltd ("Licensor") and Birch Ltd ("Licensee").\n'
LICENCE = PREAMBLE + "1. Grant\n1.1 Licensor hereby grants to Licensee an exclusive licence under the Patents.\n"


def rules(tmp_path: Path, *texts: str) -> Rulebook:
    """A rulebook of these rule files beside the shipped word groups."""
    folder = tmp_path / "small"
    folder.mkdir(exist_ok=True)
    (folder / "rulebook.yaml").write_text("name: small\ntitle: Small\n", encoding="utf-8")
    for number, text in enumerate(texts):
        (folder / f"rule{number}.yaml").write_text(text, encoding="utf-8")
    return rulebook.load([folder])


def read(text: str) -> Reading:
    """The reading of a Word draft with these lines as its paragraphs."""
    document = Document()
    for line in text.splitlines():
        document.add_paragraph(line)
    with TemporaryDirectory() as folder:
        document.save(path := str(Path(folder) / "draft.docx"))
        return language.read(word.read(word.open_package(Path(path))))


def judged(
    book: Rulebook, text: str, side: str = "licensor", places: Mapping[str, tuple[str, ...]] | None = None
) -> judge.Judgement:
    """What the rulebook makes of a draft for one side, where the deal plays at ``places``."""
    reading = read(text)
    return judge.judge(book, reading, rulebook.search(book, reading), Settings(side=side, places=places or {}))


def changed(book: Rulebook, name: str, **parts: object) -> Rulebook:
    """The rulebook with parts of one rule replaced."""
    swapped: list[Rule] = [replace(r, **parts) if r.id == name else r for r in book.rules]
    return replace(book, rules=tuple(swapped))

"""A case: a draft of a few lines, set in Word, and what a review must say of its clauses for either side."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml
from docx import Document

from clausecheck import rulebook
from clausecheck.model import ClauseVerdict, Review, Rulebook
from clausecheck.review import Order, review

SIDES = ("licensor", "licensee")
_MARKED = re.compile(r"(~~.+?~~|%%.+?%%|\*\*.+?\*\*)")
_LOOKS = {"~~": "strike", "%%": "hidden", "**": "bold"}

OPENINGS = {
    "us": """= PATENT LICENSE AGREEMENT
This Patent License Agreement (this "Agreement") is entered into as of March 3, 2025 (the "Effective Date") by and \
between Corvid Sensors, Inc., a Delaware corporation ("Licensor"), and Tallow Devices LLC, a Nevada limited liability \
company ("Licensee").""",
    "uk": """= LICENCE AGREEMENT
THIS AGREEMENT is dated 3 March 2025.
**PARTIES**
(1) HALDON OPTICS LIMITED, a company incorporated in England and Wales whose registered office is at 1 Mill Lane, \
Exeter (the "Licensor"); and
(2) BRACKEN LENS PLC, a company incorporated in Scotland whose registered office is at 9 Quay Street, Leith (the \
"Licensee").
**BACKGROUND**
(A) The Licensor owns technology for coating lenses.
(B) The Licensee wishes to use it.
**AGREED TERMS**""",
    "jp": """= TECHNICAL LICENSE AGREEMENT
THIS AGREEMENT, made and entered into this 1st day of April, 2025 by and between Kisaragi Seiki Co., Ltd., a \
corporation organized and existing under the laws of Japan (hereinafter referred to as "LICENSOR"), and Borneo Pumps \
Sdn. Bhd., a corporation organized and existing under the laws of Malaysia (hereinafter referred to as "LICENSEE"),
WITNESSETH:
WHEREAS, LICENSOR possesses technical information on centrifugal pumps; and
WHEREAS, LICENSEE desires to manufacture such pumps;
NOW, THEREFORE, the parties hereto agree as follows:""",
    "letter": """University of Wexcombe, Technology Transfer Office, 12 College Road, Wexcombe
4 May 2025
Dear Dr Aldous,
Licence of the sorbent method""",
    "": "",
}
CLOSINGS = {
    "us": "IN WITNESS WHEREOF, the parties have executed this Agreement.\nBy: ____________\nName:\nTitle:",
    "uk": "This agreement has been entered into on the date stated at the beginning of it.\n"
    "Signed by for and on behalf of HALDON OPTICS LIMITED",
    "jp": "IN WITNESS WHEREOF, the parties hereto have caused this Agreement to be executed by their duly authorized "
    "representatives.\nBy: ____________",
    "letter": "Yours sincerely,\nProfessor R. Okafor, University of Wexcombe\nAgreed and accepted:\n____________",
    "": "",
}


@dataclass(frozen=True, slots=True)
class Case:
    """What each clause type must read as: its status, then its stances.

    A status is present, weak, missing, unsure or not_applicable; "there" is present or weak, "absent" missing or
    not_applicable. "there *" leaves the stances open. ``sides`` holds what differs for one side.
    """

    name: str
    text: str
    expect: Mapping[str, str]
    style: str = ""  # the key of an opening and closing
    sides: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    says: str = ""  # words that some finding's or verdict's reasons must hold


def cases(name: str) -> list[Case]:
    """The cases of a file beside this one."""
    text = (Path(__file__).parent / f"{name}.yaml").read_text(encoding="utf-8")
    return [Case(**values) for values in yaml.safe_load(text)]


def draft(case: Case) -> str:
    """The whole text: opening, the case's own lines, closing."""
    return "\n".join(filter(None, (OPENINGS[case.style], case.text.strip(), CLOSINGS[case.style])))


def save(case: Case, path: Path) -> None:
    """Set the draft in Word: "= title", "# heading", "* item with Word's number", "| table | row", marks for looks."""
    document = Document()
    rows: list[list[str]] = []
    for line in [*draft(case).split("\n"), ""]:
        if line.startswith("| "):
            rows.append(line[2:].split(" | "))
            continue
        if rows:
            table = document.add_table(rows=0, cols=len(rows[0]))
            for row in rows:
                for cell, words in zip(table.add_row().cells, row, strict=True):
                    cell.text = words
            rows = []
        style = {"= ": "Title", "# ": "Heading 1", "* ": "List Number"}.get(line[:2])
        _runs(document.add_paragraph(style=style), line[2:] if style else line)
    document.save(str(path))


def _runs(paragraph: Any, words: str) -> None:
    for part in filter(None, _MARKED.split(words)):
        look = _LOOKS.get(part[:2]) if len(part) > 4 and part[:2] == part[-2:] else None
        run = paragraph.add_run(part[2:-2] if look else part)
        if look:
            setattr(run.font, look, True)


@lru_cache(maxsize=1)
def rules() -> Rulebook:
    """The shipped rulebook, loaded once."""
    return rulebook.load(["licence"])


def reviewed(case: Case, side: str) -> Review:
    """What a review of the draft says for that side."""
    with TemporaryDirectory() as folder:
        save(case, path := Path(folder) / "draft.docx")
        return review(path, Order(side=side, rules=rules(), today="2025-06-01"))


def wrong(case: Case, side: str) -> list[str]:
    """Everything in which a review differs from what the case expects."""
    found = reviewed(case, side)
    by_type = {verdict.type: verdict for verdict in found.clauses if verdict.type}
    expected = {**case.expect, **case.sides.get(side, {})}
    faults = [_fault(by_type[kind], words) for kind, words in expected.items()]
    said = [verdict.reason for verdict in found.clauses]
    said += [text for finding in found.findings for text in (finding.message, *finding.reasons)]
    if case.says and not any(case.says in text for text in said):
        faults.append(f"nothing says “{case.says}”")
    return [fault for fault in faults if fault]


STATUS = {"there": ("present", "weak"), "absent": ("missing", "not_applicable")}


def _fault(verdict: ClauseVerdict, words: str) -> str:
    status, *stances = words.split()
    right = verdict.status in STATUS.get(status, (status,))
    if right and stances != ["*"]:
        right = set(verdict.stance) == set(stances)
    if right:
        return ""
    quoted = " / ".join(item.text[:90] for item in verdict.evidence)
    return f"{verdict.type}: wanted {words}, got {verdict.status} {sorted(verdict.stance)}: {quoted or verdict.reason}"

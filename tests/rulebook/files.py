"""Rule files for tests: a sound one, and the way to change it."""

from __future__ import annotations

from pathlib import Path

RULE = """\
id: escrow
code: TST-01
kind: clause
title: Escrow
question: Is the source code held in escrow?
words:
  deposit: "(deposit*|escrow*)"
find:
  - "source code ...8 {deposit}"
near-miss:
  - "escrow (fee|fees)"
stances:
  agent:
    - "{deposit} ...8 agent"
  bank:
    - any: ["{deposit} ...8 bank"]
      not-in: ["no ...4 {deposit}"]
elements:
  release:
    when: [agent, bank]
    any: ["release* ...8 insolven*"]
    severity: {licensor: note, licensee: warning}
    message: Nothing says when the code is released.
sides:
  licensor: {prefer: agent, otherwise: note}
  licensee: {prefer: agent, accept: [bank], otherwise: warning, absent: warning}
why: Without escrow the Licensee cannot maintain the software alone.
examples:
  - text: The source code shall be deposited with an agent and released on insolvency.
    expect: {stance: [agent], lacks: []}
  - text: The source code shall be put in escrow with a bank.
    expect: {stance: [bank], lacks: [release]}
  - text: Licensee pays the escrow fee.
    expect: none
"""
TERM = """\
id: best_efforts
code: TST-02
kind: term
title: Best efforts
find: ["best efforts"]
sides: {licensor: note, licensee: warning}
why: Courts read it in different ways.
examples:
  - {text: Licensee shall use its best efforts., expect: found}
  - {text: Licensee shall make an effort., expect: none}
"""
DEFECT = """\
id: blanks
code: TST-03
kind: defect
title: Blanks left open
check: blanks
severity: warning
why: A blank is not yet agreed.
"""


def write(folder: Path, **texts: str) -> Path:
    """Files of a rulebook by name without suffix; the folder."""
    for name, text in texts.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def changed(old: str, new: str, text: str = RULE) -> str:
    """A rule file with one change."""
    assert text.count(old) >= 1
    return text.replace(old, new, 1)

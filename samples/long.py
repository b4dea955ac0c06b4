"""Write a long draft for measuring: ``python samples/long.py WORDS FILE.docx`` puts the samples' articles in a row."""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from build_package import package, save

TEXTS = Path(__file__).resolve().parent / "text"
Block = dict[str, Any]
MARKS = re.compile(r"\{-\w+\}.*?\{/-\}|\{(?!ref:)[^{}]+\}")
CLAUSES = ("head", "clause", "item", "lead", "term")


def bare(text: str) -> str:
    """The words of a sample's text: tracked changes settled, references typed."""
    return re.sub(r"\{ref:[^{}]+\}", "2.1", MARKS.sub("", text))


def articles(name: str) -> Iterator[list[Block]]:
    """The articles of one sample, each a heading and what stands below it."""
    found: list[Block] = []
    for block in yaml.safe_load((TEXTS / f"{name}.yaml").read_text(encoding="utf-8"))["body"]:
        kind = next(iter(block))
        if kind == "head" and found:
            yield found
            found = []
        if kind in CLAUSES and (found or kind == "head"):
            found.append({kind: bare(block[kind])})
    yield found


def opening(name: str) -> list[Block]:
    """Title, parties and background of one sample."""
    body = yaml.safe_load((TEXTS / f"{name}.yaml").read_text(encoding="utf-8"))["body"]
    kept = ("title", "text", "party", "recital")
    end = next(at for at, block in enumerate(body) if "head" in block)
    return [{kind: bare(block[kind])} for block in body[:end] if (kind := next(iter(block))) in kept]


def long_draft(words: int, target: Path, seed: int = 2026) -> int:
    """Write a draft of about ``words`` words; how many it has."""
    order = random.Random(seed)
    stock = [article for name in ("balanced", "licensor", "licensee", "faulty") for article in articles(name)]
    body = opening("balanced")
    count = sum(len(text.split()) for block in body for text in block.values())
    while count < words:
        article = order.choice(stock)
        body += article
        count += sum(len(text.split()) for block in article for text in block.values())
    sample = {
        "title": "Long draft",
        "author": "clausecheck",
        "date": "2026-11-02",
        "look": {"font": "Arial", "size": 10, "numbering": "styles"},
        "header": "Long draft",
        "footer": "{page}",
        "body": body,
    }
    save(package(sample), target)
    return count


if __name__ == "__main__":
    print(long_draft(int(sys.argv[1]), Path(sys.argv[2])))

"""How long a review takes beside the least that any program of this kind must do.

    python benchmarks/speed.py [--words 15000] [--runs 7] [--linear] [--paragraphs 29000] [--many DRAFT…]

The floor: start Python, import spaCy and python-docx, read the file with python-docx, tokenise it.
The review: the whole process ``clausecheck review DRAFT --side licensee --format docx,html,json``.
Both run in turn, so that a busy machine slows both; the medians and their ratio are printed. Python's own cache of
compiled modules lies in a temporary folder, filled before the first measured run, as an installed program has it.
``--linear`` also reviews a draft of ten times the length, ``--paragraphs`` one of so many numbered clauses that all say
nearly the same, ``--many`` all the drafts named in one call, to JSON.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import docx

LONG = Path(__file__).resolve().parents[1] / "samples" / "long.py"
FLOOR = """
import sys, docx, spacy
text = "\\n\\n".join(paragraph.text for paragraph in docx.Document(sys.argv[1]).paragraphs)
nlp = spacy.blank("en")
nlp.max_length = len(text) + 1
nlp(text)
"""


@dataclass(frozen=True)
class Taken:
    """What one process took."""

    seconds: float
    busy: float  # seconds of processor time, which other work on the machine disturbs less
    megabytes: float  # at its peak


def installed(cache: Path) -> None:
    """Let processes keep their compiled modules in that folder, whatever this one was told."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(cache)


def taken(*call: str) -> Taken:
    """Run a Python process to its end; exit codes 0 and 1 (findings) are both an answer."""
    started = time.perf_counter()
    with subprocess.Popen([sys.executable, *call], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        errors = process.stderr.read() if process.stderr else b""
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"a measured run failed: {errors.decode()[-500:]}")
    return Taken(time.perf_counter() - started, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def long_draft(words: int, target: Path) -> int:
    """Write a draft of about ``words`` words; how many it has."""
    call = [sys.executable, str(LONG), str(words), str(target)]
    return int(subprocess.run(call, check=True, capture_output=True, text=True).stdout)


def monotonous_draft(paragraphs: int, target: Path) -> None:
    """Write a draft whose every paragraph is a clause on records: what a rule finds often costs once for each place."""
    draft = docx.Document()
    for n in range(paragraphs):
        number = f"{n // 20 + 1}.{n % 20 + 1}"
        draft.add_paragraph(f"{number} Licensee shall keep records of item {n} for three years after sale.")
    draft.save(str(target))


def review(*drafts: Path, into: Path, formats: str = "docx,html,json") -> Taken:
    """One whole call, with its reports."""
    call = ("-m", "clausecheck", "review", *map(str, drafts), "--side", "licensee", "--quiet")
    return taken(*call, "--format", formats, "--output", str(into))


def measure(draft: Path, runs: int) -> tuple[list[Taken], list[Taken]]:
    """Floor and review in turn, after one of each to warm the disk."""
    floor, full = [], []
    for _ in range(runs + 1):
        floor.append(taken("-c", FLOOR, str(draft)))
        full.append(review(draft, into=draft.parent / "out"))
    return floor[1:], full[1:]


def middle(runs: list[Taken]) -> Taken:
    """The medians of the times, and the highest peak."""
    seconds = statistics.median(run.seconds for run in runs)
    return Taken(seconds, statistics.median(run.busy for run in runs), max(run.megabytes for run in runs))


def line(name: str, run: Taken, beside: Taken) -> str:
    """One line of the table, with the ratios to another run."""
    ratios = f"{run.seconds / beside.seconds:9.2f} {run.busy / beside.busy:9.2f}"
    return f"{name:16}{run.seconds:7.2f} s {run.busy:7.2f} s {ratios} {run.megabytes:7.0f} MB"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--words", type=int, default=15_000)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--linear", action="store_true", help="also ten times the length, three runs")
    parser.add_argument("--paragraphs", type=int, help="also a draft of that many clauses that say nearly the same")
    parser.add_argument("--many", type=Path, nargs="+", metavar="DRAFT", help="also these in one call, to JSON")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        installed(Path(folder) / "compiled")
        draft = Path(folder) / "draft.docx"
        words = long_draft(options.words, draft)
        floor, full = map(middle, measure(draft, options.runs))
        print(f"{'medians':18}elapsed       cpu  times (elapsed, cpu)    peak")
        print(line("floor", floor, floor))
        print(line(f"{words:,} words", full, floor))
        out = Path(folder) / "out"
        if options.linear:
            longer = Path(folder) / "longer.docx"
            words = long_draft(options.words * 10, longer)
            long = middle([review(longer, into=out) for _ in range(3)])
            print(line(f"{words:,} words", long, full) + "  (times the review above)")
        if options.paragraphs:
            many = Path(folder) / "paragraphs.docx"
            monotonous_draft(options.paragraphs, many)
            print(line(f"{options.paragraphs:,} clauses", review(many, into=out), full) + "  (times the review above)")
        if options.many:
            all_of_them = middle([review(*options.many, into=out, formats="json") for _ in range(3)])
            print(line(f"{len(options.many)} drafts", all_of_them, full), end="  ")
            print(f"({len(options.many) / all_of_them.busy:.1f} drafts in a second of one processor)")


if __name__ == "__main__":
    main()

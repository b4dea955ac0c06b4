"""Every Word file of some folders, read, reviewed, marked and opened again: is anything lost, changed or refused badly?

    python benchmarks/word_corpus.py DIR… [--seed N] [--jobs N] [--no-libreoffice] [--validator COMMAND] [--markdown]
                                   [--keep DIR] [--into FILE]

Each file is marked with all findings of its review (where a rulebook reads its language) and with comments and clauses
at random places; then our marks are rejected and accepted by code that shares nothing with the writers, and what is
left is held against the original. The order of the table is fixed; progress goes to stderr. Exit code 0 where all is as
promised, 1 where something is not, 2 where there is nothing to try.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import date
from multiprocessing import get_context
from multiprocessing.connection import wait
from pathlib import Path
from typing import Any

from word_corpus_marks import rulebook
from word_corpus_outside import comments_shown, has_libreoffice, new_violations
from word_corpus_table import Row, faults_of, lines
from word_corpus_trial import row_of

FORK = get_context("fork")
ENDINGS = (".docx", ".docm", ".dotx", ".dotm")
SECONDS_EACH = 300
BEGIN, END = "<!-- report: begin -->", "<!-- report: end -->"


def files(folders: Sequence[Path]) -> Iterator[tuple[str, Path]]:
    """The Word files below each folder, under the folder's own name, in order of their path."""
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix.lower() in ENDINGS and not path.name.startswith("~$") and path.is_file():
                yield f"{folder.resolve().name}/{path.relative_to(folder).as_posix()}", path


def tried(found: Sequence[tuple[str, Path]], targets: Sequence[Path], options: argparse.Namespace) -> list[Row]:
    """The row of each file, from a process of its own; some at a time, forked so that each begins with all imported."""
    rulebook()
    waiting = list(enumerate(zip(found, targets, strict=True)))[::-1]
    running: dict[Any, tuple[int, float]] = {}
    rows: dict[int, Row] = {}
    while waiting or running:
        while waiting and len(running) < max(1, options.jobs):
            at, ((_, source), target) = waiting.pop()
            process = FORK.Process(target=trial, args=(source, target, options))
            process.start()
            running[process] = (at, time.monotonic())
        wait([process.sentinel for process in running], timeout=1)
        for process, (at, started) in list(running.items()):
            if process.is_alive() and time.monotonic() - started < SECONDS_EACH:
                continue
            del running[process]
            name, target = found[at][0], targets[at]
            rows[at] = {"file": name, **_ended(process, target)}
            print(f"{rows[at]['outcome']:16}{name}", file=sys.stderr)
    return [rows[at] for at in sorted(rows)]


def _ended(process: Any, target: Path) -> Row:
    """What a process has left behind."""
    if process.is_alive():
        process.kill()
        return {"outcome": "crashed", "sentence": f"not done after {SECONDS_EACH} s", "megabytes": 0}
    process.join()
    left = target.with_suffix(".json")
    if not left.exists():
        return {"outcome": "crashed", "sentence": f"the process ended with {process.exitcode}", "megabytes": 0}
    row: Row = json.loads(left.read_text("utf-8"))
    left.unlink()
    return row


def trial(source: Path, target: Path, options: argparse.Namespace) -> None:
    """In a process of its own: try one file, and leave its row beside the marked file."""
    row = row_of(source, target, f"{options.seed} {source.name}")
    if row["outcome"] == "marked" and options.validator:
        row["faults"]["validator"] = list(new_violations(options.validator, source, target))[:5]
    target.with_suffix(".json").write_text(json.dumps(row), "utf-8")


def shown(marked: Sequence[tuple[Row, Path, Path]]) -> None:
    """Whether LibreOffice opens each marked file and shows all our comments; one that it opens neither way is left."""
    print(f"LibreOffice opens {len(marked)} files …", file=sys.stderr)
    found = comments_shown([target for _, _, target in marked])
    unopened = [(row, source) for row, source, target in marked if found[target] is None]
    originals = comments_shown([source for _, source in unopened])
    for row, source, target in marked:
        number, asked = found[target], row["comments"] + row["clauses"] + row["rewordings"]
        if number is None and originals[source] is None:
            row["not_opened"] = True
        else:
            wrong = "does not open it" if number is None else f"shows {number} of {asked} comments"
            row["faults"]["LibreOffice"] = [] if number == asked else [wrong]


def options_given() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", metavar="DIR", nargs="+", type=Path)
    parser.add_argument("--seed", type=int, default=1, help="another number for other random places")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="files at a time")
    parser.add_argument("--no-libreoffice", action="store_true")
    parser.add_argument("--validator", default="", help="a command that validates one file and prints JSON")
    parser.add_argument("--keep", type=Path, help="a folder for the marked files, to look at")
    parser.add_argument("--markdown", action="store_true", help="print Markdown")
    parser.add_argument("--into", type=Path, help="a Markdown file that gets the report between its two marks")
    return parser.parse_args()


def run(options: argparse.Namespace, folder: Path) -> list[Row]:
    """All rows, in the order of the files."""
    found = list(files(options.folders))
    targets = [folder / f"{number:03}-{path.name}" for number, (_, path) in enumerate(found)]
    rows = tried(found, targets, options)
    if not options.no_libreoffice and has_libreoffice():
        tried_out = zip(rows, (path for _, path in found), targets, strict=True)
        shown([one for one in tried_out if one[0]["outcome"] == "marked"])
    return rows


def put(document: Path, rows: Sequence[Row]) -> None:
    """Write the report with its command and its date between the two marks of a document."""
    command = " ".join(["python benchmarks/word_corpus.py", *sys.argv[1:]])
    told = f"`{command}`, on {date.today().isoformat()}:"
    before, _, rest = document.read_text("utf-8").partition(BEGIN)
    behind = rest.partition(END)[2]
    report = "\n".join([told, *lines(rows, markdown=True)])
    document.write_text(f"{before}{BEGIN}\n\n{report}\n\n{END}{behind}", "utf-8")


def main() -> None:
    """Print the table."""
    options = options_given()
    with tempfile.TemporaryDirectory() as folder:
        if options.keep:
            options.keep.mkdir(parents=True, exist_ok=True)
        rows = run(options, options.keep or Path(folder))
    if not rows:
        sys.exit(2)
    if options.into:
        put(options.into, rows)
    else:
        print("\n".join(lines(rows, options.markdown)).strip())
    sys.exit(1 if any(map(faults_of, rows)) else 0)


if __name__ == "__main__":
    main()

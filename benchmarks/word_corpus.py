"""Every Word file of some folders, read, reviewed, marked and opened again: is anything lost, changed or refused badly?

    python benchmarks/word_corpus.py DIR… [--seed N] [--jobs N] [--no-libreoffice] [--validator COMMAND] [--markdown]

Each file is marked with all findings of its review (where a rulebook reads its language) and with comments and clauses
at random places; then our marks are rejected and accepted by code that shares nothing with the writers, and what is
left is held against the original. The order of the table is fixed; progress goes to stderr. Exit code 0 where all is as
promised, 1 where something is not, 2 where there is nothing to try.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from word_corpus_outside import comments_shown, has_libreoffice, new_violations
from word_corpus_table import Row, faults_of, lines

TRIAL = Path(__file__).with_name("word_corpus_trial.py")
ENDINGS = (".docx", ".docm", ".dotx", ".dotm")
SECONDS_EACH = 300


def files(folders: Sequence[Path]) -> Iterator[tuple[str, Path]]:
    """The Word files below each folder, under the folder's own name, in order of their path."""
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix.lower() in ENDINGS and not path.name.startswith("~$") and path.is_file():
                yield f"{folder.resolve().name}/{path.relative_to(folder).as_posix()}", path


def tried(name: str, source: Path, target: Path, options: argparse.Namespace) -> Row:
    """The row of one file, from a process of its own."""
    call = [sys.executable, str(TRIAL), str(source), str(target), f"{options.seed} {source.name}"]
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "PYTHONHASHSEED": "0"}
    try:
        done = subprocess.run(call, capture_output=True, text=True, timeout=SECONDS_EACH, check=False, env=environment)
        row: Row = json.loads(done.stdout.strip().splitlines()[-1])
        if row["outcome"] == "crashed":
            print(done.stderr, file=sys.stderr)
    except subprocess.TimeoutExpired:
        row = {"outcome": "crashed", "sentence": f"not done after {SECONDS_EACH} s", "megabytes": 0}
    except (ValueError, IndexError):
        row = {"outcome": "crashed", "sentence": f"the process ended with {done.returncode}", "megabytes": 0}
    if row["outcome"] == "marked" and options.validator:
        row["faults"]["validator"] = list(new_violations(options.validator, source, target))[:5]
    print(f"{row['outcome']:16}{name}", file=sys.stderr)
    return {"file": name, **row}


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
    parser.add_argument("--markdown", action="store_true", help="the table as docs/word-conformance.md shows it")
    return parser.parse_args()


def run(options: argparse.Namespace, folder: Path) -> list[Row]:
    """All rows, in the order of the files."""
    found = list(files(options.folders))
    targets = [folder / f"{number:03}-{path.name}" for number, (_, path) in enumerate(found)]
    with ThreadPoolExecutor(max(1, options.jobs)) as pool:
        rows = list(pool.map(lambda one, target: tried(one[0], one[1], target, options), found, targets))
    if not options.no_libreoffice and has_libreoffice():
        tried_out = zip(rows, (path for _, path in found), targets, strict=True)
        shown([one for one in tried_out if one[0]["outcome"] == "marked"])
    return rows


def main() -> None:
    """Print the table."""
    options = options_given()
    with tempfile.TemporaryDirectory() as folder:
        if options.keep:
            options.keep.mkdir(parents=True, exist_ok=True)
        rows = run(options, options.keep or Path(folder))
    if not rows:
        sys.exit(2)
    print("\n".join(lines(rows, options.markdown)).strip())
    sys.exit(1 if any(map(faults_of, rows)) else 0)


if __name__ == "__main__":
    main()

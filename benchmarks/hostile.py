"""How hostile and broken files end, as a table: python benchmarks/hostile.py [--odd] [WORDS of a name].

Each file is made, handed to `clausecheck review` in a process of its own, and measured: seconds of processor time and
megabytes at most, of which a refusal without any file takes 0.14 s and 26 MB. --odd: the files that are read all the
same.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.word.test_hostile import READ, REFUSED, Run, reviewed


def outcome(run: Run) -> str:
    """The sentence, or that the file was reviewed."""
    refusal = [line for line in run.errors.splitlines() if line.startswith("Error: ")]
    return refusal[0].removeprefix("Error: ") if refusal else "reviewed"


def main() -> None:
    """Print the table."""
    odd, wanted = "--odd" in sys.argv, [word for word in sys.argv[1:] if word != "--odd"]
    print("| case | outcome | seconds | MB |\n| --- | --- | --- | --- |")
    for case in READ if odd else REFUSED:
        if wanted and not any(word in case.name for word in wanted):
            continue
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "draft.docx"
            case.write(path)
            run = reviewed(path)
        name = case.name.replace("|", "\\|")
        print(f"| {name} | {outcome(run)} | {run.seconds:.2f} | {run.megabytes:.0f} |", flush=True)


if __name__ == "__main__":
    main()

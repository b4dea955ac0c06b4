"""How often the rules are right: on labelled agreements, on lawyers' labels of hundreds of others, on planted faults.

    python benchmarks/accuracy.py [--shared ../shared] [--part gold|cuad|drafts]… [--jobs 2] [--errors CATEGORY]

gold: gold/score.py, clause type by clause type. cuad: for each category of CUAD v1 that matches one of ours, presence
on the half of the agreements that was read for wordings and on the half that was not: the gap between the two is what
an unseen agreement will see. drafts: drafts/score.py. Tables are Markdown, for docs/accuracy.md.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from cuad import CATEGORIES, READ, UNREAD, Category, Verdicts, half, labelled, verdicts

ROOT = Path(__file__).resolve().parents[1]
REVIEW = f"{sys.executable} -m clausecheck review {{docx}} --format json --output {{json}} --quiet"
PARTS = ("gold", "cuad", "drafts")


@dataclass(frozen=True)
class Counts:
    """How our verdicts on one category stand beside the labels."""

    both: int = 0
    ours: int = 0  # said by us alone
    theirs: int = 0  # labelled alone
    neither: int = 0

    @property
    def f1(self) -> float:
        """The mean of the F1 of "has it" and of "lacks it"; a half without a case is left out."""
        halves = [2 * n / (2 * n + self.ours + self.theirs) for n in (self.both, self.neither) if n]
        return sum(halves) / len(halves) if halves else float("nan")

    @property
    def cells(self) -> str:
        """Precision, recall, F1 and the number of labels, as cells of a table."""
        precision, recall = _share(self.both, self.ours), _share(self.both, self.theirs)
        return f"{precision} | {recall} | {self.f1:.3f} | {self.both + self.theirs}"


def _share(part: int, rest: int) -> str:
    return f"{part / (part + rest):.3f}" if part + rest else "-"


def counted(category: Category, found: Iterable[Verdicts], labels: dict[str, dict[str, list[str]]]) -> Counts:
    """The counts of one category over some agreements."""
    pairs = [(category.said(one), bool(labels[one.name].get(category.name))) for one in found]
    return Counts(*(pairs.count(pair) for pair in ((True, True), (True, False), (False, True), (False, False))))


def cuad(shared: Path, jobs: int, errors: Sequence[str]) -> None:
    """Print the table of CUAD's categories, and on request where we differ from a category's labels."""
    labels = labelled(shared)
    found = list(verdicts(shared, list(labels), jobs, _Progress(len(labels))))
    halves = {name: [one for one in found if half(one.name) == name] for name in (READ, UNREAD)}
    print(f"{len(halves[READ])} agreements read for wordings, {len(halves[UNREAD])} not.\n")
    print("| category | precision, read | recall | F1 | labels | precision, unread | recall | F1 | labels |")
    print("|---|--:|--:|--:|--:|--:|--:|--:|--:|")
    for category in CATEGORIES:
        cells = " | ".join(counted(category, halves[name], labels).cells for name in (READ, UNREAD))
        print(f"| {category.name} | {cells} |")
    for category in CATEGORIES:
        for one in halves[READ] if category.name in errors else ():  # the other half is scored, never read
            said, label = category.said(one), labels[one.name].get(category.name)
            if said != bool(label):
                print(f"{category.name}: {one.name}: {'ours alone' if said else (label or [''])[0][:300]}")


class _Progress:
    """Counts the agreements that were read, on stderr."""

    def __init__(self, total: int) -> None:
        self._total, self._done = total, 0

    def __call__(self, told: str) -> None:
        if " was not read: " in told:
            print(told, file=sys.stderr)
            return
        self._done += 1
        if self._done % 20 == 0 or self._done == self._total:
            print(f"{self._done} of {self._total} agreements", file=sys.stderr)


def scored(script: Path, command: str) -> None:
    """Run one of the scorers and print what it prints."""
    done = subprocess.run(
        [sys.executable, str(script), "--command", command], capture_output=True, text=True, cwd=ROOT, check=False
    )
    print(f"```\n{done.stdout.rstrip()}\n```\n{done.stderr[-500:]}")


def main() -> None:
    """Print the tables that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--part", action="append", choices=PARTS)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--errors", action="append", default=[], help="list the differences in the half that was read")
    options = parser.parse_args()
    shared: Path = options.shared.resolve()
    if not shared.is_dir():
        sys.exit(f"{shared} is not there: the labelled agreements are needed (--shared says where they are).")
    parts = options.part or PARTS
    if "gold" in parts:
        print("## Agreements labelled by hand\n")
        scored(shared / "gold" / "score.py", REVIEW)
    if "cuad" in parts:
        print("## Lawyers' labels of other agreements\n")
        cuad(shared, options.jobs, options.errors)
    if "drafts" in parts:
        print("## Drafts with planted faults\n")
        scored(shared / "drafts" / "score.py", f"{REVIEW} --side {{side}}")


if __name__ == "__main__":
    main()

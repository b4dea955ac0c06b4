"""`clausecheck demo`: the main job on a draft that is full of faults."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from ..model import Deal
from ..shipped import shipped
from .outputs import Marking
from .review import reviewed

EXAMPLES = """
\b
Examples:
  clausecheck demo
  clausecheck demo --output /tmp/try
"""
SAMPLE = "faulty.docx"
# what `clausecheck review faulty.docx --side licensee --redline missing` asks for
ASKED = {
    "side": "licensee",
    "paper": "theirs",
    "audience": "internal",
    "rules": (),
    "language": "auto",
    "today": "",
    "places": (),
    "facts": None,
    "given": (),
    "deal": Deal(),  # the same outcome wherever it is run
}


@click.command(epilog=EXAMPLES)
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("clausecheck-demo"),
    show_default=True,
    metavar="FOLDER",
    help="Where the sample and its review go; made if need be.",
)
def demo(output: Path) -> None:
    """Review a sample draft for the licensee and say which files to open."""
    output.mkdir(parents=True, exist_ok=True)
    draft = output / SAMPLE
    shutil.copyfile(shipped("samples") / SAMPLE, draft)
    click.echo(f"$ clausecheck review {draft} --side licensee --redline missing\n")
    reviewed(draft, ASKED, ("docx", "html"), None, Marking("problems", "missing"), False)
    marked, page = draft.with_suffix(".internal.docx"), draft.with_suffix(".review.html")
    click.echo(f"\nOpen {marked} in Word or LibreOffice for the comments and the inserted clauses,")
    click.echo(f"and {page} in a browser for the report. {draft} is the draft as it came.")

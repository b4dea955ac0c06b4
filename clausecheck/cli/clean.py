"""`clausecheck clean`: a file without our comments and changes, fit to be sent or to be reviewed by others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..model import ClausecheckError

if TYPE_CHECKING:  # lxml is not imported before a file is read
    from ..word import Lifted

EXAMPLES = """
\b
Examples:
  clausecheck clean draft.internal.docx
  clausecheck clean draft.internal.docx --output draft-to-send.docx
"""


@click.command(epilog=EXAMPLES)
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--output", type=click.Path(path_type=Path, dir_okay=False), help="The file to write.  [default: FILE.clean.docx]"
)
def clean(file: Path, output: Path | None) -> None:
    """Write FILE without our comments and inserted clauses, as if it had never been reviewed.

    What carries the work of others stays: a thread that somebody answered, a clause in which somebody worked.
    """
    from ..word import lift, open_package
    from ..word.ours_clean import write_clean

    package = open_package(file)
    lifted = lift(package)
    if not lifted.removed:
        click.echo(f"{file.name}: {'; '.join(_kept(lifted)) or 'no marks of clausecheck'}. Nothing to write.")
        return
    target = output or file.with_name(f"{file.stem}.clean{file.suffix}")
    if target.resolve() == file.resolve():
        raise ClausecheckError(f"{target} is the file itself, which is never written over: give --output another name.")
    target.parent.mkdir(parents=True, exist_ok=True)
    write_clean(package, lifted, target)
    click.echo(f"{target}: {'; '.join((_removed(lifted), *_kept(lifted)))}.")


def _removed(lifted: Lifted) -> str:
    told = (
        (lifted.comments, "comment"),
        (lifted.changes.clauses, "inserted clause"),
        (lifted.changes.pieces, "change of words"),
    )
    return "removed " + _listed(_counted(number, what) for number, what in told if number)


def _kept(lifted: Lifted) -> Iterator[str]:
    """What stays and why, and what that means for a file that goes out."""
    threads = [one for one in lifted.earlier if one.kept]
    if threads:
        yield f"kept {_counted(len(threads), 'comment')} that {_listed(lifted.answered)} answered"
    if lifted.changes.kept:
        yield f"kept inserted text in which {_listed(lifted.changes.others) or 'somebody'} worked"
    if threads:
        yield "delete these threads in Word before the file goes to the other side"


def _counted(number: int, what: str) -> str:
    if number == 1:
        return f"1 {what}"
    return f"{number} {'changes of words' if what == 'change of words' else what + 's'}"


def _listed(names: Iterable[str]) -> str:
    """ "A", "A and B", "A, B and C"."""
    *before, last = list(names) or [""]
    return f"{', '.join(before)} and {last}" if before else last

"""The command line: finds the command, turns errors into one sentence and exit code 2."""

from __future__ import annotations

import click

from .. import __version__


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="clausecheck")
def main() -> None:
    """Read a technology-licence draft in Word and say what to mend before signing."""

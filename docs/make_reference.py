"""Write docs/cli.md from ``--help``: ``python docs/make_reference.py``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from clausecheck.cli.main import main

PAGE = Path(__file__).resolve().parent / "cli.md"
HEAD = "# The commands\n\nWritten by `make docs` from `--help`; a test fails when it is out of date.\n\n"


def commands(command: click.Command, name: str, parent: click.Context | None = None) -> Iterator[tuple[str, str]]:
    """The help of a command and of everything below it, each with the words that call it."""
    context = click.Context(command, info_name=name, parent=parent, terminal_width=100, max_content_width=100)
    context.help_option_names = ["-h", "--help"]
    yield " ".join(context.command_path.split()), command.get_help(context)
    if isinstance(command, click.Group):
        for child in command.list_commands(context):
            found = command.get_command(context, child)
            if found is not None:
                yield from commands(found, child, context)


def reference() -> str:
    """Every command as it describes itself."""
    return HEAD + "\n".join(f"## {path}\n\n```text\n{text}\n```\n" for path, text in commands(main, "clausecheck"))


if __name__ == "__main__":
    PAGE.write_text(reference(), encoding="utf-8")

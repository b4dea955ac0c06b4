"""The command line: finds the command, turns errors into one sentence and exit code 2."""

from __future__ import annotations

import importlib
import os
from typing import Any

import click

from .. import __version__
from ..model import ClausecheckError

# Each command's module is imported when it is asked for, so that `rules list` does not wait for Word.
COMMANDS = {
    "review": "review",
    "demo": "demo",
    "draft": "draft",
    "clean": "clean",
    "rules": "rules",
    "config": "config",
}


class Refusal(click.ClickException):
    """The draft or the call was unusable: one sentence on stderr, exit code 2."""

    exit_code = 2


class Commands(click.Group):
    """The commands of this package, in the order of use; no traceback reaches a user."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order in which counsel meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, from its own module."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f".{COMMANDS[cmd_name]}", __package__)
        return getattr(module, COMMANDS[cmd_name])

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; every error ends in one sentence that says what to do."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise  # click knows what to do with these
        except ClausecheckError as error:
            raise Refusal(str(error)) from error
        except OSError as error:
            raise Refusal(
                f"{error.strerror or error}: {error.filename or 'a file'}. Check the path and its rights."
            ) from error
        except Exception as error:
            if os.environ.get("CLAUSECHECK_DEBUG"):
                raise
            kind = type(error).__name__
            raise Refusal(
                f"clausecheck failed ({kind}: {error}); nothing was changed. "
                "Run again with CLAUSECHECK_DEBUG=1 and report what it prints."
            ) from error


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="clausecheck")
def main() -> None:
    """Read a technology-licence draft in Word and say what to mend before signing."""

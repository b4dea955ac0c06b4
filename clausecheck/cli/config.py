"""`clausecheck config`: which settings are in force for a draft, and where each comes from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from ..model import ClausecheckError, Deal, Waiver

EXAMPLES = """
\b
Examples:
  clausecheck config show draft.docx
  clausecheck config show
"""
FILE, DEFAULT = "clausecheck.yaml", "default"


@click.group()
def config() -> None:
    """The settings of a deal: clausecheck.yaml beside the draft or above it."""


@config.command(epilog=EXAMPLES)
@click.argument("draft", required=False, type=click.Path(path_type=Path))
def show(draft: Path | None) -> None:
    """Print what is in force for DRAFT, or for a draft in this folder, and where each setting comes from.

    An option on the command line of `clausecheck review` stands over all of these.
    """
    from ..deal import of_draft
    from ..rulebook.load import shown

    if draft is not None and not draft.exists():
        raise ClausecheckError(f"{draft} is not there: check its name and place.")
    deal = of_draft(draft or Path.cwd())
    where = shown(Path(deal.file)) if deal.file else ""
    click.echo(f"{'file':<8} {where or f'no {FILE} beside the draft or above it'}")
    for name, value, given in _settings(deal):
        click.echo(f"{name:<8} {value}  [{where if given else DEFAULT}]")


def _settings(deal: Deal) -> Iterator[tuple[str, str, bool]]:
    """Each setting with its value, and whether the deal's file gives it."""
    from ..deal import layers

    yield "side", deal.side or "neutral", bool(deal.side)
    yield "paper", deal.paper or "theirs", bool(deal.paper)
    yield "stage", deal.stage or "round", bool(deal.stage)
    books = ["this deal's changes" if isinstance(layer, Path) else layer for layer in layers((), deal)]
    yield "rules", ", ".join([deal.extends, *books] if deal.extends else books), deal.changes_rules
    yield "people", ", ".join(deal.people) or "nobody: no reply in Word waives a finding", bool(deal.people)
    for key, value in deal.facts.items():
        yield "fact", f"{key} = {value if isinstance(value, str) else '; '.join(value)}", True
    for waiver in deal.waivers:
        yield "waive", _waived(waiver), True


def _waived(waiver: Waiver) -> str:
    by = f", {waiver.by}" if waiver.by else ""
    until = f", until {waiver.until}" if waiver.until else ""
    return f"{waiver.code or waiver.fingerprint}: {waiver.reason}{by}{until}"

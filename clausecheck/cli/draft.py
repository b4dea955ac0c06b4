"""`clausecheck draft`: the clause text of a rule alone, in the terms of a draft or of none."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from ..model import SIDES, ClausecheckError, Draft, Reading, Rule, Rulebook, Settings
from .given import facts_given

EXAMPLES = """
\b
Examples:
  clausecheck draft sublicensing --side licensor
  clausecheck draft confidentiality GRT-03 --for-draft draft.docx --set confidentiality.term_years=five
"""


@click.command(epilog=EXAMPLES)
@click.argument("rules", nargs=-1, required=True, metavar="RULE…")
@click.option(
    "--for-draft", "path", type=click.Path(path_type=Path), metavar="DRAFT", help="Fit the text to this draft."
)
@click.option("--side", type=click.Choice(SIDES), default="neutral", help="Whom you advise.  [default: neither party]")
@click.option("--stance", default="", help="The stance to write.  [default: one that both sides can accept]")
@click.option(
    "--set",
    "given",
    multiple=True,
    metavar="KEY=VALUE",
    help="A fact of the deal; also licensor, licensee and, without a draft, spelling=gb and modal=will.",
)
def draft(rules: tuple[str, ...], path: Path | None, side: str, stance: str, given: tuple[str, ...]) -> None:
    """Print the clause text of each RULE (an id or a code).

    What is still open stands in the text as [FILL: what]; the keys that fill it are listed behind it on stderr.
    """
    from ..rulebook import load
    from ..suggest import Writer

    values = facts_given(given)
    rulebook = load()
    wanted = [_rule(rulebook, name) for name in rules]
    reading = _reading(path) if path else _no_draft(values)
    writer = Writer.for_draft(reading, Settings(side=side), values)
    missing: dict[str, str] = {}
    for position, rule in enumerate(wanted):
        written = writer.write(rule, stance)
        click.echo(("\n" if position else "") + f"{written.suggestion.heading}\n{written.suggestion.text}")
        missing |= written.open
        for assumption in written.suggestion.assumptions:
            click.echo(f"{rule.code}: {assumption}", err=True)
    _tell(missing)


def _rule(rulebook: Rulebook, name: str) -> Rule:
    rule = rulebook.rule(name) or rulebook.rule(name.upper()) or rulebook.rule(name.lower())
    if rule is None:
        raise ClausecheckError(f"There is no rule “{name}”: `clausecheck rules list` names them all.")
    return rule


def _reading(path: Path) -> Reading:
    from ..language import read
    from ..word import open_package
    from ..word import read as read_word

    return read(read_word(open_package(path)))


def _no_draft(values: Mapping[str, str]) -> Reading:
    """An empty draft, in the spelling and with the verb that were asked for."""
    spelling, modal = values.get("spelling", "us"), values.get("modal", "shall")
    if spelling not in ("us", "gb") or modal not in ("shall", "will"):
        raise ClausecheckError("Write --set spelling=us or spelling=gb, and --set modal=shall or modal=will.")
    return Reading(Draft("", "", "", ()), "en", None, (), (), (), spelling=spelling, modal=modal)


def _tell(missing: Mapping[str, str]) -> None:
    """Which keys fill the blanks."""
    if missing:
        click.echo("To fill the blanks:", err=True)
    for key, what in missing.items():
        click.echo(f"  --set {key}=…  {what}", err=True)

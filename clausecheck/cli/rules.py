"""`clausecheck rules`: see, check and prove the rules of a rulebook."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..model import ClausecheckError, Position, Rule, Rulebook

if TYPE_CHECKING:
    from ..proof import Outcome
    from ..rulebook.load import Source


@click.group()
def rules() -> None:
    """See, check and prove the rules."""


def _layers(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.option(
        "--rules",
        "layers",
        multiple=True,
        default=("licence",),
        metavar="NAME|PATH",
        help="A rulebook; repeat to layer.  [default: licence]",
    )(command)


def _examples(*lines: str) -> str:
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)


@rules.command("list", epilog=_examples("clausecheck rules list", "clausecheck rules list --rules ./acme-rules"))
@_layers
def list_(layers: tuple[str, ...]) -> None:
    """List every rule: code, id, kind, clause type, what it means to each side, title.

    For a clause the severity is that of its absence, for a term or defect that of its presence.
    """
    from ..rulebook import load

    rulebook = load(layers)
    head = ("CODE", "ID", "KIND", "TYPE", "LICENSOR", "LICENSEE", "TITLE")
    table = [head, *(_row(rule) for rule in rulebook.rules)]
    widths = [max(len(row[column]) for row in table) for column in range(len(head) - 1)]
    for row in table:
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(row, [*widths, 0], strict=True)).rstrip())


def _row(rule: Rule) -> tuple[str, ...]:
    def severity(side: str) -> str:
        position = rule.sides.get(side, Position())
        return position.absent if rule.kind == "clause" else position.found

    return rule.code, rule.id, rule.kind, rule.type or "-", severity("licensor"), severity("licensee"), rule.title


@rules.command(epilog=_examples("clausecheck rules explain sublicensing", "clausecheck rules explain GRT-05"))
@click.argument("rule")
@_layers
def explain(rule: str, layers: tuple[str, ...]) -> None:
    """Say what RULE (an id or a code) asks, why, what each side makes of it, and by which words it is found."""
    from ..rulebook import load
    from ..rulebook.explain import explained

    click.echo(explained(_named(load(layers), rule)), nl=False)


@rules.command(epilog=_examples("clausecheck rules check", "clausecheck rules check rules/licence/grant/*.yaml"))
@click.argument("wanted", nargs=-1, metavar="[RULE|FILE]…")
@_layers
def check(wanted: tuple[str, ...], layers: tuple[str, ...]) -> None:
    """Hold rules against everything that can be seen without running them: file, line, fault and mend.

    Exit code 1 where something is wrong.
    """
    from ..proof import check_faults, template_faults
    from ..rulebook.lint import check as faults_of
    from ..rulebook.load import checked, gather
    from ..rulebook.nodes import refuse

    found = gather(layers)
    sources = [source for source in found.rules.values() if _meant(source, wanted)]
    if not sources:
        raise ClausecheckError(f"No rule is called {' or '.join(wanted)}: clausecheck rules list names them all.")
    faults = faults_of(found, sources)
    if not faults:
        for source in sources:
            rule = checked(source, found)
            at = source.node.at("template", "milder")
            faults += [refuse(at, fault) for fault in template_faults(rule)]
            faults += [refuse(source.node.at("check"), fault) for fault in check_faults(rule)]
    for fault in faults:
        click.echo(str(fault))
    click.echo(f"Rules checked: {len(sources)}. Faults: {len(faults)}.", err=True)
    raise SystemExit(1 if faults else 0)


def _meant(source: Source, wanted: Sequence[str]) -> bool:
    """A source that is named by id, code or file; every one where nothing is named."""
    names = {str(source.node.at(key).value) for key in ("id", "code")}
    file = Path(source.node.path).resolve()
    return not wanted or any(name in names or Path(name).resolve() == file for name in wanted)


@rules.command(epilog=_examples("clausecheck rules test", "clausecheck rules test sublicensing GRT-03"))
@click.argument("wanted", nargs=-1, metavar="[RULE]…")
@_layers
def test(wanted: tuple[str, ...], layers: tuple[str, ...]) -> None:
    """Run the examples of rules; say for each that fails what was expected, what came and which words matched.

    Exit code 1 where an example fails.
    """
    from ..proof import prove
    from ..rulebook import load

    rulebook = load(layers)
    chosen = [_named(rulebook, name) for name in wanted] or list(rulebook.rules)
    outcomes = list(prove(rulebook, chosen))
    failed = [outcome for outcome in outcomes if not outcome.holds]
    for outcome in failed:
        click.echo(_failure(outcome))
    click.echo(f"Rules: {len(chosen)}. Examples: {len(outcomes)}. Failed: {len(failed)}.", err=True)
    raise SystemExit(1 if failed else 0)


def _failure(outcome: Outcome) -> str:
    lines = [
        f"{outcome.rule.code} {outcome.rule.id} ({outcome.rule.path})",
        f"  text:     {' / '.join(outcome.example.text.splitlines())}",
        f"  expected: {outcome.expected}",
        f"  got:      {outcome.got}",
        *(f"  matched:  {told}" for told in outcome.told),
    ]
    return "\n".join(lines)


@rules.command(epilog=_examples("clausecheck rules schema > rule.schema.json"))
def schema() -> None:
    """Print the JSON Schema of a rule file, for editors that complete and check YAML.

    In a rule file, the first line “# yaml-language-server: $schema=rule.schema.json” switches it on.
    """
    from ..rulebook.schema import json_schema

    click.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False))


def _named(rulebook: Rulebook, name: str) -> Rule:
    from ..rulebook.marks import near

    rule = rulebook.rule(name) or rulebook.rule(name.upper()) or rulebook.rule(name.lower())
    if rule is None:
        names = [known for rule in rulebook.rules for known in (rule.id, rule.code)]
        raise ClausecheckError(f"There is no rule {name}{near(name, names)}: clausecheck rules list names them all.")
    return rule

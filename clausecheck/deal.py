"""The deal's own file: ``clausecheck.yaml`` beside the draft or above it (DESIGN.md section 3)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from .model import Deal, Waiver
from .rulebook.load import DEAL, shown
from .rulebook.nodes import Node, read_yaml, refuse
from .rulebook.validate import require

RULES = ("licence",)  # where nobody names a rulebook
_OF_RULES = ("extends", "disable", "override")


def find(draft: str | Path) -> Path | None:
    """The deal's file for a draft or a folder: the nearest one above; None where there is none."""
    path = Path(draft).absolute()
    folders = path.parents if not path.is_dir() else (path, *path.parents)
    return next((file for folder in folders if _is_file(file := folder / DEAL)), None)


def load(path: Path) -> Deal:
    """What a deal's file says.

    Raises:
        ClausecheckError: with file, line and mend: a key that there is not, a waiver without reason, no YAML.
    """
    node, _ = read_yaml(path, shown(path))
    require(node, "DEAL")
    values = node.plain()
    return Deal(
        file=str(path),
        side=values.get("side", ""),
        paper=values.get("paper", ""),
        stage=values.get("stage", ""),
        people=tuple(values.get("people", ())),
        facts={
            key: tuple(value) if isinstance(value, list) else value for key, value in values.get("facts", {}).items()
        },
        waivers=tuple(map(_waiver, node.at("waive").each())) if node.has("waive") else (),
        extends=values.get("extends", ""),
        changes_rules=any(node.has(key) for key in _OF_RULES),
    )


def of_draft(draft: str | Path) -> Deal:
    """The deal that a draft belongs to; an empty one where it has no file.

    Raises:
        ClausecheckError: its file cannot be used.
    """
    found = find(draft)
    return Deal() if found is None else load(found)


def layers(named: Sequence[str | Path], deal: Deal) -> tuple[str | Path, ...]:
    """The rulebooks of a review: those named, else what the deal extends, else the shipped one; its changes last."""
    below = tuple(named) or (() if deal.extends else RULES)
    return (*below, Path(deal.file)) if deal.changes_rules else below


def _waiver(node: Node) -> Waiver:
    values = node.plain()
    if ("code" in values) == ("fingerprint" in values):
        raise refuse(node, "a waiver names either the code of a rule or the fingerprint of a finding: give one of them")
    if "until" in values:
        try:
            date.fromisoformat(values["until"])
        except ValueError:
            raise refuse(node.at("until"), f"there is no day {values['until']}: write one such as 2026-11-25") from None
    return Waiver(**values)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a folder above that we may not look into
        return False

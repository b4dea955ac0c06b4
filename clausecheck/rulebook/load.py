"""Rulebooks from files: shipped rules, a company's over them, a deal's over those."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ..model import ClausecheckError, Rule, Rulebook, RulebookFile
from ..shipped import shipped
from . import convert
from .marks import near
from .nodes import Node, read_yaml, refuse
from .phrases import phrase_faults
from .validate import require

HEAD, WORDS, DEAL = "rulebook.yaml", "words.yaml", "clausecheck.yaml"
MOST_FILES = 2000
GROUPS = ["GRT", "TEC", "PAT", "IMP", "CNF", "SUP", "PAY", "MON", "RSK", "LIA", "TRM", "DSP", "LAW", "GEN", "DRF"]
# what a deal's own file says to other stages
_OF_THE_DEAL = {"side", "paper", "people", "stage", "facts", "waive", "places"}


@dataclass(slots=True)
class Source:
    """A rule as it stands in its file, with what later layers wrote over it."""

    node: Node
    trusted: bool  # shipped and unchanged: our own tests hold it against the schema


@dataclass(slots=True)
class Layers:
    """What was gathered so far, from the lowest layer upwards."""

    rules: dict[str, Source] = field(default_factory=dict)  # by id
    words: dict[str, Node] = field(default_factory=dict)
    files: list[RulebookFile] = field(default_factory=list)
    planned: int = 0
    _read: list[Path] = field(default_factory=list)

    def add(self, layer: str | Path) -> None:
        """Read one layer, and those that it extends before it.

        Raises:
            ClausecheckError: it cannot be read or holds what no rulebook holds.
        """
        path, trusted = _locate(layer)
        if path in self._read:
            return
        self._read.append(path)
        files = _files(path)
        digest = hashlib.sha256()
        nodes: dict[Path, Node] = {}
        for file in files:
            nodes[file], raw = read_yaml(file, shown(file))
            digest.update(hashlib.sha256(raw).digest())
        head = next((nodes[file] for file in files if file.name in (HEAD, DEAL) or _is_head(path, nodes[file])), None)
        name = path.stem
        if head:
            name = self._open(head, path, trusted)
        for file, node in nodes.items():
            self._take(file, node, trusted, head)
        if head:
            self._change(head)
        self.files.append(RulebookFile(name, digest.hexdigest()))

    def _open(self, head: Node, path: Path, trusted: bool) -> str:
        """The layer below, and this layer's name."""
        if not trusted:
            require(_rulebook_part(head), "LAYER")
        values = head.plain()
        if below := values.get("extends", ""):
            beside = (path if path.is_dir() else path.parent) / below
            self.add(beside if beside.exists() else below)
        self.planned = max(self.planned, values.get("planned", 0))
        return values.get("name", path.stem)

    def _take(self, file: Path, node: Node, trusted: bool, head: Node | None) -> None:
        if node is head:
            return
        if file.name == WORDS:
            if not trusted:
                require(node, "WORDS")
            self.words.update(node.items())
            return
        for key in ("id", "code", "kind"):
            if not node.has(key) or not isinstance(node.at(key).value, str):
                raise refuse(node, f"a rule needs the key {key}: add it (a layer's own settings stand in {HEAD})")
        self._refuse_taken(node)
        self.rules[str(node.at("id").value)] = Source(node, trusted)

    def _refuse_taken(self, node: Node) -> None:
        for key in ("id", "code"):
            taken = self._named(str(node.at(key).value))
            if taken:
                where = self.rules[taken].node.where
                raise refuse(node.at(key), f"{node.at(key).value} is taken ({where}): disable or override that rule")

    def _change(self, head: Node) -> None:
        """Disable and override rules of the layers below."""
        for node in head.at("disable").each() if head.has("disable") else ():
            del self.rules[self._known(node, str(node.value))]
        for name, node in head.at("override").items() if head.has("override") else ():
            source = self.rules[self._known(node, name)]
            source.node, source.trusted = node.laid_over(source.node), False

    def _known(self, node: Node, name: str) -> str:
        found = self._named(name)
        if found is None:
            names = [*self.rules, *(str(source.node.at("code").value) for source in self.rules.values())]
            raise refuse(node, f"there is no rule {name}{near(name, names)}")
        return found

    def _named(self, name: str) -> str | None:
        """The id of the rule with that id or code."""
        return next((id_ for id_, s in self.rules.items() if name in (id_, s.node.at("code").value)), None)

    def shared_words(self) -> dict[str, str]:
        """The shared word groups as text."""
        return {name: str(node.value) for name, node in self.words.items()}


def gather(layers: Sequence[str | Path]) -> Layers:
    """All layers read, nothing converted yet.

    Raises:
        ClausecheckError: a layer cannot be read or holds what no rulebook holds.
    """
    found = Layers()
    for layer in layers:
        found.add(layer)
    return found


def load(layers: Sequence[str | Path] = ("licence",)) -> Rulebook:
    """The rulebook of these layers; a later one stands over an earlier one.

    A layer is the name of a shipped rulebook, a folder of rule files, or one file. What is not shipped is held against
    the schema, and its phrases are read; shipped rules are read when they are first sought.

    Raises:
        ClausecheckError: with file, line and mend.
    """
    found = gather(layers)
    rules = []
    for source in found.rules.values():
        rule = checked(source, found)
        if rule.kind != "defect" or source.node.at("on").value is not False:
            rules.append(rule)
    rules.sort(key=_reading_order)
    return Rulebook(tuple(rules), tuple(found.files), found.shared_words(), found.planned)


def _reading_order(rule: Rule) -> tuple[int, str]:
    """The order in which a lawyer goes through a licence: from what is granted to boilerplate, drafting last."""
    group = rule.code.partition("-")[0]
    return (GROUPS.index(group) if group in GROUPS else len(GROUPS)), rule.code


def checked(source: Source, found: Layers) -> Rule:
    """The rule of a source; one that is not shipped is held against the schema, and its phrases are read."""
    if source.trusted:
        try:
            return convert.rule(source.node.plain(), source.node.path)
        except (KeyError, TypeError, AttributeError, ValueError):
            require(source.node)
            raise
    require(source.node)
    rule = convert.rule(source.node.plain(), source.node.path)
    for fault in phrase_faults(source.node, rule, found.shared_words()):
        raise fault
    return rule


def shown(path: Path) -> str:
    """A file's name for messages and reports: short where it lies below the working folder."""
    try:
        return path.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()


def _locate(layer: str | Path) -> tuple[Path, bool]:
    """Where a layer lies, and whether it is shipped."""
    if isinstance(layer, str) and "/" not in layer and os.sep not in layer:
        rules = shipped("rules")
        if layer not in ("", ".", "..") and (rules / layer / HEAD).is_file():
            return rules / layer, True
    path = Path(layer).resolve()
    if path.exists():
        return path, path.is_relative_to(shipped("rules"))
    names = sorted(head.parent.name for head in shipped("rules").glob(f"*/{HEAD}"))
    raise ClausecheckError(
        f"There is no rulebook {layer}: name a shipped one ({', '.join(names)}), or a folder or file of rules."
    )


def _files(path: Path) -> list[Path]:
    """The files of a layer in a fixed order; shipped word groups stand beside the shipped rulebooks."""
    if path.is_file():
        return [path]
    files = sorted(path.rglob("*.yaml"))
    if len(files) > MOST_FILES:
        raise ClausecheckError(f"{shown(path)} holds more than {MOST_FILES} rule files: name a smaller folder.")
    if not files:
        raise ClausecheckError(f"{shown(path)} holds no rule file: rule files end in .yaml.")
    beside = path.parent / WORDS
    return [beside, *files] if path.parent == shipped("rules") and beside.is_file() else files


def _is_head(path: Path, node: Node) -> bool:
    """A layer of one file that is no rule."""
    return path.is_file() and not any(node.has(key) for key in ("id", "code", "kind", "find"))


def _rulebook_part(head: Node) -> Node:
    """What a layer's head says of rules; a deal needs no name of its own."""
    if Path(head.path).name != DEAL:
        return head
    kept = {key: node for key, node in head.items() if key not in _OF_THE_DEAL}
    return Node({"name": Node("deal", head.path, head.line), **kept}, head.path, head.line)

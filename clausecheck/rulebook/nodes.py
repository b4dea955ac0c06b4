"""YAML as rule files may use it: plain values, each with the file and line that it stands in.

Read from parser events, so that nothing is built before it was checked: no anchors, no aliases, no tags, no duplicate
keys, and no value that YAML turns into something else behind its writer's back.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from ..model import ClausecheckError

LARGEST_FILE, DEEPEST = 1_000_000, 20
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_RESOLVERS = yaml.SafeLoader.yaml_implicit_resolvers
_TEXT, _INTEGER = "tag:yaml.org,2002:str", "tag:yaml.org,2002:int"
_SWITCH = {"true": True, "false": False}


@dataclass(slots=True)  # not frozen: there are hundreds a rule, and frozen ones are made at half the speed
class Node:
    """A value of a YAML file and the place at which it begins."""

    value: dict[str, Node] | list[Node] | str | bool | int
    path: str
    line: int  # from 1

    @property
    def where(self) -> str:
        """``file:line``, as editors and terminals understand it."""
        return f"{self.path}:{self.line}"

    def plain(self) -> Any:
        """The value without places."""
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return self.value

    def at(self, *steps: str | int) -> Node:
        """The node below at these keys and positions; a step that leads nowhere is skipped."""
        node = self
        for step in steps:
            inner = node.value
            if isinstance(inner, dict):
                node = inner.get(str(step), node)
            elif isinstance(inner, list) and isinstance(step, int) and step < len(inner):
                node = inner[step]
        return node

    def has(self, key: str) -> bool:
        """Whether this is a mapping with that key."""
        return isinstance(self.value, dict) and key in self.value

    def items(self) -> list[tuple[str, Node]]:
        """Keys and nodes of a mapping; nothing for any other value."""
        return list(self.value.items()) if isinstance(self.value, dict) else []

    def each(self) -> list[Node]:
        """The nodes of a list; a value that is no list stands for itself."""
        return self.value if isinstance(self.value, list) else [self]

    def laid_over(self, below: Node) -> Node:
        """This node over another: mappings are merged key by key, anything else replaces."""
        if not isinstance(self.value, dict) or not isinstance(below.value, dict):
            return self
        merged = dict(below.value)
        for key, node in self.value.items():
            merged[key] = node.laid_over(merged[key]) if key in merged else node
        return Node(merged, below.path, below.line)


class RuleFileError(ClausecheckError):
    """Something is wrong in a rule file: ``file:line: what, and the mend``."""

    def __init__(self, path: str, line: int, what: str) -> None:
        super().__init__(f"{path}:{line}: {what}")
        self.path, self.line, self.what = path, line, what


def refuse(node: Node, what: str) -> RuleFileError:
    """The error for a fault at a node."""
    return RuleFileError(node.path, node.line, what)


def read_yaml(path: Path, shown: str = "") -> tuple[Node, bytes]:
    """The file's only document as a mapping, and its bytes. ``shown`` is the file's name in messages.

    Raises:
        ClausecheckError: it cannot be read, is too large, or holds what rule files may not hold.
    """
    shown = shown or str(path)
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise ClausecheckError(f"The rule file {shown} cannot be read ({error.strerror}): check its path.") from None
    if len(raw) > LARGEST_FILE:
        raise ClausecheckError(f"The rule file {shown} is larger than 1 MB: split it into one file a rule.")
    node = _Builder(raw, shown).document()
    if not isinstance(node.value, dict):
        raise refuse(node, "a rule file holds keys and values, such as “id: sublicensing”")
    return node, raw


class _Builder:
    """Turns parser events into nodes."""

    next: Callable[[], Any]  # the parser's next event

    def __init__(self, raw: bytes, path: str) -> None:
        self.path = path
        try:
            self.text = raw.decode("utf-8-sig")
        except UnicodeDecodeError:
            raise ClausecheckError(f"The rule file {path} is not UTF-8 text: save it as UTF-8.") from None

    def document(self) -> Node:
        try:
            self.next = _LOADER(self.text).get_event
            return self.only_document()
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 1
            mend = "check indents, and put phrases and texts with marks in double quotes"
            raise RuleFileError(self.path, line, f"not valid YAML ({error.problem}): {mend}") from None
        except yaml.YAMLError as error:
            raise RuleFileError(self.path, 1, f"not valid YAML ({error}): save it as plain UTF-8 text") from None

    def only_document(self) -> Node:
        self.next()  # the stream begins
        if isinstance(self.next(), yaml.StreamEndEvent):
            raise RuleFileError(self.path, 1, "the file is empty: write a rule, or remove the file")
        node = self.node(self.next(), 0)
        self.next()  # the document ends
        if not isinstance(event := self.next(), yaml.StreamEndEvent):
            raise self.fault(event, "a second document begins: one file holds one rule, so remove the ---")
        return node

    def node(self, event: Any, depth: int) -> Node:
        if isinstance(event, yaml.ScalarEvent) and not (event.anchor or event.tag or depth > DEEPEST):
            return Node(self.scalar(event), self.path, self.line(event))
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            raise self.fault(event, "anchors (&) and aliases (*) are not used in rule files: write the text again")
        if event.tag:
            raise self.fault(event, f"the tag {event.tag} is not used in rule files: take it away")
        if depth > DEEPEST:
            raise self.fault(event, f"values stand in each other more than {DEEPEST} deep: a rule is flatter")
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(event, depth)
        return self.sequence(event, depth)

    def mapping(self, start: Any, depth: int) -> Node:
        values: dict[str, Node] = {}
        while not isinstance(event := self.next(), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent) or event.anchor:
                raise self.fault(event, "a key is a plain word: put a phrase in quotes if it begins with a mark")
            if event.value in values:
                first = values[event.value].line
                raise self.fault(event, f"the key {event.value} stands twice (first in line {first}): keep one")
            values[event.value] = self.node(self.next(), depth + 1)
        return Node(values, self.path, self.line(start))

    def sequence(self, start: Any, depth: int) -> Node:
        values = []
        while not isinstance(event := self.next(), yaml.SequenceEndEvent):
            values.append(self.node(event, depth + 1))
        return Node(values, self.path, self.line(start))

    def scalar(self, event: Any) -> str | bool | int:
        text = event.value
        if not event.implicit[0]:  # quoted, or a block of text
            return text
        kind = next((tag for tag, form in _RESOLVERS.get(text[:1], ()) if form.match(text)), _TEXT)
        if kind == _TEXT:
            return text
        if text in _SWITCH:
            return _SWITCH[text]
        if kind == _INTEGER and text.isdecimal():
            return int(text[:9])
        if not text:
            raise self.fault(event, "a key has no value: write one, or take the key away")
        raise self.fault(event, f'YAML reads {text} as a {kind.rpartition(":")[2]}: write "{text}" in quotes')

    def line(self, event: Any) -> int:
        return event.start_mark.line + 1

    def fault(self, event: Any, what: str) -> RuleFileError:
        return RuleFileError(self.path, self.line(event), what)

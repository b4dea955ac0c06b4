"""Clause templates may come from anybody: a small part of Jinja, run with limits and without any reach.

What a template may do: print text, names of the context and the results of its functions; choose (``if``), walk a list
(``for``, not within another) and share wording (``macro``). Attributes of Python objects, arithmetic, imports and
everything else of Jinja are refused, so that no template can read, hang or fill the memory.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, nodes
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment, SecurityError

from ..model import ClausecheckError
from .grammar import FILTERS, text

MAX_LENGTH = 20_000  # characters of a template and of what a macro gives; the longest shipped one has a quarter of it
MAX_CALLS = 500  # of macros and functions in one rendering: ends a recursion that doubles itself
MAX_KEPT = 256  # templates, for further drafts
ALLOWED = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Const,
    nodes.Getattr,
    nodes.Getitem,
    nodes.Call,
    nodes.Filter,
    nodes.If,
    nodes.CondExpr,
    nodes.For,
    nodes.Macro,
    nodes.Assign,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
)
# what goes wrong in a template that is not ours; all of it is told in one sentence
FAULTS = (TemplateError, SyntaxError, RecursionError, TypeError, ValueError, LookupError)


class ClauseEnvironment(ImmutableSandboxedEnvironment):
    """Jinja for one rendering of one clause template."""

    def __init__(self) -> None:
        super().__init__(
            undefined=StrictUndefined,
            autoescape=False,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=text,
            optimized=False,  # a clause is written once a draft
        )
        self.globals.clear()
        self.tests.clear()
        self.filters = dict(FILTERS)
        self.calls = 0

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """None is: ``terms.field`` reads a mapping of the context, never an attribute."""
        return False

    def call(self, context: Context, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Count the calls of a rendering, refuse a result that only grows, strip the line ends of a macro."""
        self.calls += 1
        if self.calls > MAX_CALLS:
            raise SecurityError("it calls its macros without end")
        result = super().call(context, obj, *args, **kwargs)
        if not isinstance(result, str):
            return result
        if len(result) > MAX_LENGTH:
            raise SecurityError(f"it writes more than {MAX_LENGTH} characters")
        return result.strip()


def offered(source: str, name: str) -> tuple[str, ...]:
    """The stances that a template offers, in its order: its macros, save those that begin with an underscore.

    Raises:
        ClausecheckError: the template cannot be used.
    """
    try:
        macros = _checked(source).find_all(nodes.Macro)
        return tuple(macro.name for macro in macros if not macro.name.startswith("_"))
    except FAULTS as error:
        raise _unusable(name, error) from error


def run(source: str, name: str, stance: str, context: Mapping[str, Any]) -> tuple[str, str]:
    """The heading and the raw text of one stance of a template.

    Raises:
        ClausecheckError: the template cannot be used, asks for what the context lacks, or does not offer the stance.
    """
    environment = ClauseEnvironment()
    try:
        code, names = _compiled(source, stance), environment.make_globals(None)
        module = environment.template_class.from_code(environment, code, names).make_module(dict(context))
        return str(getattr(module, "heading", "")), str(getattr(module, stance)())
    except AttributeError:
        raise ClausecheckError(f"Template {name} has no stance “{stance}”: choose another.") from None
    except FAULTS as error:
        raise _unusable(name, error) from error


# Drafts that speak alike share the templates fitted to them, and a draft asks for one stance of many.


@lru_cache(maxsize=MAX_KEPT)
def _compiled(source: str, stance: str) -> Any:
    """The code of a template with those of its macros alone that the stance reaches."""
    tree = _checked(source)
    macros = {node.name: node for node in tree.body if isinstance(node, nodes.Macro)}
    rest = [node for node in tree.body if not isinstance(node, nodes.Macro)]
    reached, ahead = set[str](), [stance, *(name.name for node in rest for name in node.find_all(nodes.Name))]
    while ahead:
        name = ahead.pop()
        if name in macros and name not in reached:
            reached.add(name)
            ahead += [called.name for called in macros[name].find_all(nodes.Name)]
    body = [node for node in tree.body if not isinstance(node, nodes.Macro) or node.name in reached]
    return ClauseEnvironment().compile(nodes.Template(body, lineno=1))


@lru_cache(maxsize=MAX_KEPT)
def _checked(source: str) -> nodes.Template:
    if len(source) > MAX_LENGTH:
        raise SecurityError(f"it is longer than {MAX_LENGTH} characters")
    tree = ClauseEnvironment().parse(source)
    for node in tree.find_all(nodes.Node):
        if not isinstance(node, (*ALLOWED, nodes.Helper)):
            raise TemplateSyntaxError(f"“{type(node).__name__}” is not allowed in clause text", _line(node))
        if isinstance(node, nodes.For) and (node.recursive or any(node.find_all(nodes.For))):
            raise TemplateSyntaxError("a loop within a loop is not allowed in clause text", _line(node))
    return tree


def _line(node: nodes.Node) -> int:
    return getattr(node, "lineno", None) or 1


def _unusable(name: str, error: BaseException) -> ClausecheckError:
    line = f", line {error.lineno}" if isinstance(error, TemplateSyntaxError) else ""
    reason = " ".join(str(getattr(error, "message", None) or error).split()).rstrip(".")
    if isinstance(error, RecursionError):
        reason = "it is nested too deeply"
    return ClausecheckError(f"Template {name}{line} cannot be used: {reason}.")

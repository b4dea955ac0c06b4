"""Small matters of English that templates and context share: lists, plurals, capitals."""

from __future__ import annotations

from collections.abc import Sequence

from jinja2 import Undefined


def capital(words: str) -> str:
    """The text with a capital first letter, as at the start of a sentence."""
    return text(words)[:1].upper() + words[1:]


def plural(name: str) -> str:
    """The plural of a defined term: Licensed Products, Know-How (which has none)."""
    name = text(name)
    if name.endswith(("s", "How", "Information", "Software", "Technology")):
        return name
    return name[:-1] + "ies" if name.endswith("y") else name + "s"


def singular(name: str) -> str:
    """The singular of a defined term: Licensed Product."""
    name = text(name)
    if name.endswith("ies"):
        return name[:-3] + "y"
    return name[:-1] if name.endswith("s") and not name.endswith("ss") else name


def joined(parts: Sequence[str]) -> str:
    """A list in words: a, b and c."""
    if isinstance(parts, str):
        raise TypeError("a text is no list")
    parts = [text(part) for part in parts]
    return " and ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))


def text(value: object) -> str:
    """The value if it is text; a template may hand over anything."""
    if isinstance(value, Undefined):
        value = str(value)  # a strict one raises the error that names it
    if not isinstance(value, str):
        raise TypeError(f"a {type(value).__name__} is no text")
    return value


FILTERS = {"cap": capital, "singular": singular, "joined": joined}

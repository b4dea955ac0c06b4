"""Small matters of English that templates and context share: lists, plurals, capitals."""

from __future__ import annotations

from collections.abc import Sequence

from jinja2 import Undefined


def capital(words: str) -> str:
    """The text with a capital first letter, as at the start of a sentence."""
    return text(words)[:1].upper() + words[1:]


def plural(name: str) -> str:
    """The plural of a defined term: Licensed Products, AFFILIATES."""
    name = text(name)
    if name.lower().endswith("s"):
        return name
    ending = "ies" if name.lower().endswith("y") else "s"
    return name.removesuffix("y").removesuffix("Y") + (ending.upper() if name.isupper() else ending)


def singular(name: str) -> str:
    """The singular of a defined term: Licensed Product."""
    name, lower = text(name), name.lower()
    if lower.endswith("ies"):
        return name[:-3] + ("Y" if name.isupper() else "y")
    return name[:-1] if lower.endswith("s") and not lower.endswith("ss") else name


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

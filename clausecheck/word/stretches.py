"""Stretches of a paragraph put together, and where links lead."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from lxml import etree

from ..model import Stretch
from .xml import R, W


def joined(spans: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Stretches of one kind and value that touch, as one; in order of their place."""
    last: dict[tuple[str, str], Stretch] = {}
    done: list[Stretch] = []
    for span in spans:
        key = (span.kind, span.value)
        before = last.get(key)
        if before and before.end == span.start:
            span = Stretch(before.start, span.end, *key)
        elif before:
            done.append(before)
        last[key] = span
    return tuple(sorted((*done, *last.values()), key=lambda span: (span.start, span.end, span.kind, span.value)))


def link_target(element: etree._Element, external: Callable[[str], str]) -> str:
    """Where a ``w:hyperlink`` leads: an address, or "#bookmark"."""
    identifier, anchor = element.get(R + "id"), element.get(W + "anchor")
    address = external(identifier) if identifier else ""
    return address + (f"#{anchor}" if anchor else "")

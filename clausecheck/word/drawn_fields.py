"""Fields whose result is not in the file: Word draws it from the instruction, or from the data of a form field."""

from __future__ import annotations

import re

from lxml import etree

from .symbols import symbol
from .xml import W, is_on, value

_BUTTON = re.compile(r"(?:MACRO|GOTO)BUTTON\s+(?:\"[^\"]*\"|\S+)\s(.*)", re.IGNORECASE | re.DOTALL)
_SYMBOL = re.compile(r"SYMBOL\s+\"?(0x[0-9a-f]{1,6}|[0-9]{1,7}|[^\s\"])", re.IGNORECASE)
_FONT = re.compile(r"\\f\s*(?:\"([^\"]*)\"|(\S+))", re.IGNORECASE)
_UNICODE = re.compile(r"\\u\b", re.IGNORECASE)
_OVERPRINTED = re.compile(r"EQ\b.*?\\o\s*(?:\\[a-z]{2}\s*)?\((.*)\)", re.IGNORECASE | re.DOTALL)
_UNTICKED, _TICKED = "☐", "☒"


def drawn(instruction: str, begin: etree._Element) -> str:
    """What Word shows for a field that stores no result; empty for most kinds. ``begin`` is its first mark."""
    kind = instruction[:12].partition(" ")[0].upper()
    if kind == "FORMDROPDOWN":
        return _entry(begin.find(f"{W}ffData/{W}ddList"))
    if kind == "FORMCHECKBOX":
        return _box(begin.find(f"{W}ffData/{W}checkBox"))
    if kind == "SYMBOL":
        return _symbol(instruction)
    if kind == "EQ":
        return _overprinted(instruction)
    button = _BUTTON.match(instruction)
    return button[1].strip() if button else ""


def _entry(choices: etree._Element | None) -> str:
    """The entry that is chosen, else the default one, else the first (ECMA-376 17.16.9, 17.16.27)."""
    entries = [] if choices is None else [e.get(W + "val", "") for e in choices.iterchildren(W + "listEntry")]
    chosen = value(choices, "result") or value(choices, "default") or "0"
    return entries[int(chosen)] if chosen.isdecimal() and len(chosen) < 5 and int(chosen) < len(entries) else ""


def _box(data: etree._Element | None) -> str:
    ticked = None if data is None else data.find(W + "checked")
    if data is not None and ticked is None:
        ticked = data.find(W + "default")
    return _TICKED if is_on(ticked) else _UNTICKED


def _symbol(instruction: str) -> str:
    named, font = _SYMBOL.match(instruction), _FONT.search(instruction)
    if named is None:
        return ""
    written = named[1].lower()
    is_code = written.isdecimal() or written.startswith("0x")
    point = int(written, 16 if written.startswith("0x") else 10) if is_code else ord(written)
    if _UNICODE.search(instruction) or font is not None:
        return symbol((font[1] or font[2]) if font else "", f"{point:x}")
    return bytes([point]).decode("cp1252", "replace") if point < 256 else symbol("", f"{point:x}")


def _overprinted(instruction: str) -> str:
    """Characters printed over each other: the last is the word, those before it ornament or its reading."""
    found = _OVERPRINTED.match(instruction)
    if found is None:
        return ""
    parts, depth = [""], 0
    for char in found[1]:
        depth += (char == "(") - (char == ")")
        if char in ",;" and not depth:
            parts.append("")
        else:
            parts[-1] += char
    return parts[-1].strip()

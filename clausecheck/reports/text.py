"""The summary in the terminal: ten seconds for counsel, plain words, no meaning in colour alone."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TextIO
from unicodedata import combining, east_asian_width

from ..model import Finding, Review
from ..model.findings import HEADINGS
from .wording import (
    NEITHER,
    day_of,
    duty,
    law_of,
    ordered,
    place,
    plain,
    remedy,
    rules_checked,
    sentences,
    verdict,
    where,
)

NARROWEST, USUAL, WIDEST = 80, 96, 100
WORST = 5
IN_THE_FILE = {  # facts about the file that counsel should hear of before opening it in Word
    "macros": "macros",
    "add-in": "an add-in",
    "template": "a template from outside",
    "external": "parts from outside",
    "embedded": "embedded files",
    "protection": "protection",
    "signature": "a signature",
    "hidden": "hidden words",
}
SEVERITY, PLACE, DAY = 10, 14, 18  # columns; a place is given no more than that
ARROW = "→ "


def render(review: Review, files: Sequence[Path | str] = (), width: int = USUAL) -> str:
    """The summary as plain text of at most 80 to 100 columns; ``files`` are those written for this review."""
    width = max(NARROWEST, min(width, WIDEST))
    blocks = (_opening(review), _worst(review, width), _afterwards(review, width), _reading(review, width, files))
    return "\n\n".join("\n".join(lines) for lines in blocks if lines) + "\n"


def show(review: Review, files: Sequence[Path | str] = (), stream: TextIO | None = None) -> None:
    """Print the summary: in colour and in the terminal's width where ``stream`` is a terminal, else plain."""
    stream = stream or sys.stdout
    if not stream.isatty():
        stream.write(render(review, files))
        return
    from rich.console import Console  # only a terminal needs it, and it takes a while to import
    from rich.text import Text

    text = Text(render(review, files, shutil.get_terminal_size().columns), no_wrap=True, overflow="ignore")
    text.stylize("bold", 0, text.plain.index("\n\n"))
    for heading, style in (("Must fix", "bold red"), ("Decide", "yellow"), ("Note", "cyan")):
        text.highlight_regex(rf"(?m)^  {heading}(?=  )", style)
    text.highlight_regex(r"(?m)^(Read|In the file|Not read|Not checked|Waived|Written):", "dim")
    Console(file=stream, highlight=False, soft_wrap=True).print(text, end="")


def _opening(review: Review) -> list[str]:
    side = f"{NEITHER} (say --side licensor or --side licensee)."
    return [*([side] if review.settings.side == "neutral" else []), verdict(review)]


def _worst(review: Review, width: int) -> list[str]:
    standing = ordered(review.findings)
    shown = standing[:WORST]
    places = [where(finding) for finding in shown]
    column = min(PLACE, max(map(columns, places), default=0)) + 2
    lines = []
    for finding, spot in zip(shown, places, strict=True):
        margin = "  " + padded(HEADINGS[finding.severity], SEVERITY) + padded(spot, column)
        room = width - columns(margin)
        todo = remedy(finding, review.draft)
        told = [*folded(_fault(finding, todo, 2 * room), room), ARROW + _cut(todo, room - len(ARROW))]
        told += folded(plain(finding.history), room) if finding.history else []
        lines += [(" " * columns(margin) if i else margin) + line for i, line in enumerate(told)]
    if len(standing) > WORST:
        lines += [f"  and {len(standing) - WORST} more"]
    return lines


def _afterwards(review: Review, width: int) -> list[str]:
    """What falls due in the first sixty days after signing, by day."""
    steps = review.after_signing
    if not steps:
        return []
    places = [place(step.evidence) for step in steps]
    column = min(PLACE, max(map(columns, places))) + 2
    lines = ["First 60 days after signing:"]
    for step, spot in zip(steps, places, strict=True):
        margin = "  " + padded(day_of(step), DAY) + padded(spot, column)
        who = f"{step.bearer.capitalize()}, " if step.bearer else ""
        lines.append(margin + shortened(f"{who}{step.kind.lower()}: {duty(step)}", width - columns(margin)))
    return lines


def _fault(finding: Finding, todo: str, room: int) -> str:
    """The message without what is to be done, which follows it; its first sentence where the whole does not fit."""
    message = plain(finding.message).removesuffix(todo).strip()
    return sentences(message)[0] if columns(message) > room else message


def _cut(text: str, room: int) -> str:
    """Shortened to the room, a quotation mark closed again."""
    if columns(text) <= room:
        return text
    return shortened(text, room - 1) + "”" if "“" in text else shortened(text, room)


def _reading(review: Review, width: int, files: Iterable[Path | str]) -> list[str]:
    """What was read, what was not, and what was written."""
    unread: dict[str, list[str]] = {}
    for part in review.coverage.not_read:
        unread.setdefault(plain(part.what), []).append(plain(part.where))
    parts = [f"{what} ({', '.join(places)})" for what, places in unread.items()]
    kinds = dict.fromkeys(fact.kind for fact in review.draft.facts)
    held = [name for kind, name in IN_THE_FILE.items() if kind in kinds]
    laws = [law_of(code) for code in review.coverage.law_not_checked]
    waived = sum(finding.waived is not None for finding in review.findings)
    told = [
        ("Read:", f"{plain(review.draft.file)}, {review.words:,} words. {rules_checked(review.coverage)}."),
        ("In the file:", ", ".join(held)),
        ("Not read:", "; ".join(parts)),
        ("Not checked:", "; ".join(laws)),
        ("Waived:", f"{waived} (listed in the reports)" if waived else ""),
    ]
    lines = [padded(label, 13) + shortened(text, width - 13) for label, text in told if text]
    # a path is never cut: somebody will want to copy it
    return lines + [padded("" if i else "Written:", 13) + plain(str(path)) for i, path in enumerate(files)]


def columns(text: str) -> int:
    """How many columns of a terminal the text takes: a Japanese character takes two."""
    return sum(2 if east_asian_width(char) in "WF" else not combining(char) for char in text)


def padded(text: str, width: int) -> str:
    """The text in a column of that width, shortened where it would touch the next."""
    text = shortened(text, width - 1)
    return text + " " * (width - columns(text))


def shortened(text: str, width: int) -> str:
    """The text, or as many whole words of it as fit with a sign that more follows."""
    if columns(text) <= width:
        return text
    kept, used = 0, 1
    for char in text:
        used += columns(char)
        if used > width:
            break
        kept += 1
    cut = text[:kept]
    if text[kept] != " " and cut.rfind(" ") > kept // 2:
        cut = cut[: cut.rfind(" ")]
    return cut.rstrip(" ,;:") + "…"


def folded(text: str, width: int) -> list[str]:
    """The text on one line or two, the second shortened where even two do not hold it."""
    if columns(text) <= width:
        return [text]
    first = shortened(text, width + 1).removesuffix("…")
    rest = text[len(first) :]
    first += rest[: len(rest) - len(rest.lstrip(",;:"))]  # a line ends with its comma, none begins with it
    return [first, shortened(text[len(first) :].strip(), width)]

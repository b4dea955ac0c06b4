"""Where reports go: beside the draft, into a folder, into one file, or to standard output."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..model import ClausecheckError, Review

if TYPE_CHECKING:  # lxml is not imported before a draft is read
    from ..word import Package

FORMATS = ("docx", "html", "json", "text")
STDOUT = Path("-")
MARKED = re.compile(r"(?P<name>.+)\.(?P<edition>internal|comments)(?:\.(?P<number>\d{1,4}))?")
SUFFIXES = {"html": ".review.html", "json": ".review.json", "text": ".review.txt"}


@dataclass(frozen=True, slots=True)
class Marking:
    """What goes into the annotated Word file."""

    comments: str  # problems, all
    redline: str | None  # none, missing; None = what the paper asks for


def chosen(listed: str, output: Path | None) -> tuple[str, ...]:
    """The formats that were asked for, each once.

    Raises:
        ClausecheckError: a format that does not exist.
    """
    if not listed and output is not None and output.suffix.lstrip(".") in FORMATS:
        return (output.suffix.lstrip("."),)
    named = tuple(dict.fromkeys(name.strip() for name in (listed or "docx,html").split(",") if name.strip()))
    for name in named:
        if name not in FORMATS:
            raise ClausecheckError(f"There is no format “{name}”: choose from {', '.join(FORMATS)}.")
    return named


def target(draft: Path, form: str, formats: tuple[str, ...], output: Path | None, audience: str) -> Path:
    """The file that one report goes to; never the draft itself.

    ``output`` is that file where it has a suffix and one format is asked, else a folder.
    """
    name = draft.stem + SUFFIXES[form] if form in SUFFIXES else _marked(draft.stem, audience)
    if output is None:
        found = draft.with_name(name)
    elif output.suffix and len(formats) == 1 and not output.is_dir():
        found = output
    else:
        found = output / name
    if found.resolve() == draft.resolve():
        raise ClausecheckError(f"{found} is the draft itself, which is never written over: give --output another name.")
    return found


def _marked(stem: str, audience: str) -> str:
    """The name of the annotated file; that of one which we wrote before counts on: draft.internal.2.docx."""
    edition = "comments" if audience == "counterparty" else "internal"
    earlier = MARKED.fullmatch(stem)
    if earlier is None:
        return f"{stem}.{edition}.docx"
    number = int(earlier["number"] or 1) + (earlier["edition"] == edition)
    return f"{earlier['name']}.{edition}.{number}.docx" if number > 1 else f"{earlier['name']}.{edition}.docx"


def write_reports(
    package: Package, review: Review, draft: Path, formats: tuple[str, ...], output: Path | None, marking: Marking
) -> tuple[Path, ...]:
    """Write each report; the files that were written, in the order of ``formats``."""
    if output == STDOUT:
        show(review, formats)
        return ()
    written = []
    for form in formats:
        path = target(draft, form, formats, output, review.settings.audience)
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(form, package, review, path, marking)
        written.append(path)
    return tuple(written)


def show(review: Review, formats: tuple[str, ...]) -> None:
    """One report to standard output.

    Raises:
        ClausecheckError: several reports at once, or a Word file.
    """
    if len(formats) != 1 or formats == ("docx",):
        raise ClausecheckError("--output - takes one report that is text: add --format json, html or text.")
    click.echo(_rendered(formats[0], review), nl=False)


def _write(form: str, package: Package, review: Review, path: Path, marking: Marking) -> None:
    if form == "docx":
        from ..reports import docx

        docx.write(package, review, path, comments=marking.comments, redline=marking.redline)
        return
    temporary = path.with_name(f".{path.name}.part")
    temporary.write_text(_rendered(form, review), encoding="utf-8", newline="\n")
    temporary.replace(path)


def _rendered(form: str, review: Review) -> str:
    if form == "html":
        from ..reports import html

        return html.render(review)
    if form == "json":
        from ..reports import json_report

        return json_report.render(review)
    from ..reports import text

    return text.render(review)

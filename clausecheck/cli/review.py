"""`clausecheck review`: one draft or several, read and handed back with comments and reports."""

from __future__ import annotations

import atexit
import gc
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from ..model import SEVERITIES, SIDES, ClausecheckError, Deal, Review, Rulebook
from ..model.countries import PLACES
from ..model.findings import STAGES
from .given import facts_given, places_given
from .outputs import FORMATS, STDOUT, Marking, chosen, write_reports

EXAMPLES = """
\b
Examples:
  clausecheck review draft.docx --side licensee
  clausecheck review draft.docx --side licensor --format json --output draft.json
  clausecheck review draft.docx --side licensor --facts termsheet.yaml
"""
FAIL_ON = (*SEVERITIES[:3], "never")


@click.command(epilog=EXAMPLES)
@click.argument("drafts", nargs=-1, required=True, metavar="DRAFT…", type=click.Path(path_type=Path))
@click.option(
    "--side",
    type=click.Choice(SIDES),
    help="Whom you advise.  [default: what clausecheck.yaml says, else neither party]",
)
@click.option(
    "--paper",
    type=click.Choice(["ours", "theirs"]),
    help="Whose draft it is. On theirs only must-fix clauses are inserted, in a stance that both sides can accept.  "
    "[default: what clausecheck.yaml says, else theirs]",
)
@click.option(
    "--stage",
    type=click.Choice(STAGES),
    help="How far the talks are. At signing every blank and leftover is an error, and what falls due in the first 60 "
    "days is listed.  [default: what clausecheck.yaml says, else round]",
)
@click.option(
    "--for",
    "audience",
    type=click.Choice(["internal", "counterparty"]),
    default="internal",
    show_default=True,
    help="Who will read the annotated Word file.",
)
@click.option(
    "--jurisdiction",
    "places",
    multiple=True,
    metavar="[PLACE=]CODE",
    help="A country of the deal that the draft does not show, such as payer=jp; without PLACE: law and market; repeat "
    f"for more. Places: {', '.join(PLACES)}.",
)
@click.option("--rules", multiple=True, metavar="NAME|PATH", help="A rulebook; repeat to layer.  [default: licence]")
@click.option("--language", type=click.Choice(["auto", "en"]), default="auto", show_default=True)
@click.option(
    "--facts",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The term sheet (YAML): what was agreed, which the draft is held against and clause text is filled from.",
)
@click.option("--set", "given", multiple=True, metavar="KEY=VALUE", help="A fact of the deal, for the clause text.")
@click.option("--format", "formats", metavar="LIST", default="", help=f"Of {', '.join(FORMATS)}.  [default: docx,html]")
@click.option(
    "--output", type=click.Path(path_type=Path), help="A file for one format, else a folder; - prints one report."
)
@click.option(
    "--comments",
    type=click.Choice(["problems", "all"]),
    default="problems",
    show_default=True,
    help="Which findings become comments: must-fix and decide, or notes too.",
)
@click.option("--redline", type=click.Choice(["none", "missing"]), help="Insert no missing clause, or every one.")
@click.option(
    "--fail-on", type=click.Choice(FAIL_ON), default="error", show_default=True, help="Exit 1 from this severity on."
)
@click.option("--today", metavar="DATE", default="", help="The date of the review, such as 2026-11-25.")
@click.option("--quiet", is_flag=True, help="No summary and no progress.")
def review(
    drafts: tuple[Path, ...], output: Path | None, formats: str, fail_on: str, quiet: bool, **asked: Any
) -> None:
    """Read each DRAFT as Word shows it; write a copy with comments and missing clauses, and reports, beside it."""
    _spare_effort()
    marking = Marking(asked.pop("comments"), asked.pop("redline"))
    named = chosen(formats, output)
    asked["loaded"] = {} if len(drafts) > 1 else None  # rulebooks that several drafts share
    failed = False
    for draft in drafts:
        review_one = reviewed(draft, asked, named, output, marking, quiet)
        failed |= reaches(review_one, fail_on)
    raise SystemExit(1 if failed else 0)


def _spare_effort() -> None:
    """Make no threads for arithmetic that nobody asks of numpy, and hardly look for garbage: most objects live on."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    gc.set_threshold(1_000_000, 50, 100)
    atexit.register(gc.freeze)


def _rules(asked: dict[str, Any], deal: Deal) -> tuple[str, ...] | Rulebook:
    """The rulebooks to read; one that was read for another draft of the same call, where there are several."""
    from ..deal import layers
    from ..rulebook import load

    loaded, wanted = asked.get("loaded"), layers(asked["rules"], deal)
    if loaded is None:
        return tuple(asked["rules"])
    if wanted not in loaded:
        loaded[wanted] = load(wanted)
    return loaded[wanted]


def reviewed(
    draft: Path, asked: dict[str, Any], formats: tuple[str, ...], output: Path | None, marking: Marking, quiet: bool
) -> Review:
    """Review one draft, write its reports and print the summary."""
    # spaCy takes most of a second: neither `--help` nor the refusal of a file waits for it
    from ..word import open_package

    package = open_package(draft)
    from ..deal import of_draft
    from ..reports import text
    from ..review import Order, examine
    from ..termsheet import load

    deal = asked["deal"] if "deal" in asked else of_draft(draft)
    order = Order(
        side=asked["side"] or "",
        paper=asked["paper"] or "",
        stage=asked.get("stage") or "",
        audience=asked["audience"],
        rules=_rules(asked, deal),
        language=asked["language"],
        today=_date(asked["today"]),
        places=places_given(asked["places"]),
        facts=load(asked["facts"]) if asked["facts"] else {},
        given=facts_given(asked["given"]),
        deal=deal,
    )
    tell = _silent if quiet else progress(draft)
    done = examine(package, order, tell)
    tell("writing reports")
    written = write_reports(package, done, draft, formats, output, marking)
    if not quiet and output != STDOUT:
        click.echo(text.render(done, files=written), nl=False)
    return done


def reaches(review: Review, fail_on: str) -> bool:
    """Whether a finding stands that ends the run with exit code 1."""
    if fail_on == "never":
        return False
    return any(review.count(severity) for severity in SEVERITIES[: SEVERITIES.index(fail_on) + 1])


def progress(draft: Path) -> Callable[[str], None]:
    """Says on stderr what is being done, once it has taken more than a second."""
    started = time.monotonic()

    def tell(stage: str) -> None:
        if time.monotonic() - started > 1:
            click.echo(f"{draft.name}: {stage} …", err=True)

    return tell


def _silent(stage: str) -> None:
    pass


def _date(text: str) -> str:
    from datetime import date

    try:
        return date.fromisoformat(text).isoformat() if text else ""
    except ValueError:
        raise ClausecheckError(f"“{text}” is no date: write --today as 2026-11-25.") from None

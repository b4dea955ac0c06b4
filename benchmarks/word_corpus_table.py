"""The benchmark's rows as a table, for a terminal or for Markdown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

Row = dict[str, Any]

PROMISES = (
    "reject",
    "accept",
    "place",
    "parts",
    "constructs",
    "ids",
    "anchors",
    "name",
    "order",
    "read again",
    "clean",
)
OUTSIDE = ("LibreOffice", "validator")
COLUMNS = ("file", "findings", "comments", "clauses", "words", "parts", "constructs", *PROMISES, *OUTSIDE, "s", "MB")


def lines(rows: Sequence[Row], markdown: bool) -> Iterator[str]:
    """The whole report: the files that were marked, what was refused, the sums, and what is wrong."""
    marked = [row for row in rows if row["outcome"] == "marked"]
    body = [_cells(row) for row in marked]
    yield from _section("Marked", markdown)
    yield from _table([COLUMNS, *body, _sums(marked)], markdown)
    yield from _section("Not marked", markdown)
    yield from _table([("file", "outcome", "sentence", "s", "MB"), *_unmarked(rows)], markdown)
    yield from _section("Marked at random places alone, because no rulebook reads their language", markdown)
    yield from _table([("sentence", "files"), *_unreviewed(marked)], markdown)
    yield from _section("Constructs of others, before and after", markdown)
    yield from _table([("construct", "before", "after", "files that hold it"), *_constructs(marked)], markdown)
    yield from _section("In sum", markdown)
    yield from _table([("what", "files"), *_outcomes(rows)], markdown)
    yield from _section("What is not as promised", markdown)
    yield from _wrong(rows)


def faults_of(row: Row) -> list[tuple[str, str]]:
    """What is wrong with one file: the promise, and what breaks it."""
    if row["outcome"] == "crashed":
        return [("no traceback", row["sentence"])]
    found = [(promise, fault) for promise, faults in row.get("faults", {}).items() for fault in faults]
    if row["outcome"] == "refused":
        found += [("refusal", fault) for fault in _bad_refusal(row)]
    return found


def _bad_refusal(row: Row) -> Iterator[str]:
    sentence = row["sentence"]
    if not sentence.endswith(".") or "\n" in sentence:
        yield "not one sentence"
    if "unharmed" in sentence:
        yield "not marked, since the writer's own proof failed"
    if row["busy"] > 2:
        yield f"refused after {row['busy']:.1f} s"
    if row["megabytes"] > 300:
        yield f"refused with {row['megabytes']:.0f} MB"


def _cells(row: Row) -> tuple[str, ...]:
    faults = row["faults"]
    told = "–" if row["sentence"] else str(row["findings"])
    constructs = str(sum(row["constructs"].values()))
    kept = (_mark(faults.get(promise)) for promise in (*PROMISES, *OUTSIDE))
    figures = (
        told,
        str(row["comments"]),
        str(row["clauses"]),
        str(row["rewordings"]),
        f"{row['same']}/{row['parts']}",
        constructs,
    )
    return (row["file"], *figures, *kept, f"{row['seconds']:.1f}", f"{row['megabytes']:.0f}")


def _mark(faults: list[str] | None) -> str:
    return "–" if faults is None else "NO" if faults else "yes"


def _sums(rows: Sequence[Row]) -> tuple[str, ...]:
    def total(key: str) -> int:
        return sum(row[key] for row in rows)

    constructs = sum(sum(row["constructs"].values()) for row in rows)
    kept = [
        f"{sum(row['faults'].get(promise) == [] for row in rows)}/{sum(promise in row['faults'] for row in rows)}"
        for promise in (*PROMISES, *OUTSIDE)
    ]
    figures = [str(total(key)) for key in ("findings", "comments", "clauses", "rewordings")]
    peak = max((row["megabytes"] for row in rows), default=0)
    parts = f"{total('same')}/{total('parts')}"
    seconds = f"{sum(row['seconds'] for row in rows):.1f}"
    return (f"{len(rows)} files", *figures, parts, str(constructs), *kept, seconds, f"{peak:.0f}")


def _unmarked(rows: Sequence[Row]) -> Iterator[tuple[str, ...]]:
    for row in rows:
        if row["outcome"] != "marked":
            yield (
                row["file"],
                row["outcome"],
                row["sentence"],
                f"{row.get('seconds', 0):.1f}",
                f"{row['megabytes']:.0f}",
            )


def _unreviewed(rows: Sequence[Row]) -> Iterator[tuple[str, ...]]:
    for sentence, times in sorted(Counter(row["sentence"] for row in rows if row["sentence"]).items()):
        yield sentence, str(times)


def _constructs(rows: Sequence[Row]) -> Iterator[tuple[str, ...]]:
    kinds = dict.fromkeys(kind for row in rows for kind in (*row["constructs"], *row["constructs_after"]))
    for kind in sorted(kinds):
        before, after = (sum(row[key].get(kind, 0) for row in rows) for key in ("constructs", "constructs_after"))
        yield kind, str(before), str(after), str(sum(kind in row["constructs"] for row in rows))


def _outcomes(rows: Sequence[Row]) -> Iterator[tuple[str, ...]]:
    for outcome, times in sorted(Counter(row["outcome"] for row in rows).items()):
        yield outcome, str(times)
    changed = Counter(name.rpartition("/")[2] for row in rows for name in row.get("changed", ()))
    added = Counter(name.rpartition("/")[2] for row in rows for name in row.get("added", ()))
    yield from ((f"{name} changed", str(times)) for name, times in sorted(changed.items()))
    yield from ((f"{name} added", str(times)) for name, times in sorted(added.items()))
    marked = [row for row in rows if row["outcome"] == "marked"]
    yield "the same bytes throughout once our marks are off", str(sum(row["byte for byte"] for row in marked))
    yield "as promised", f"{sum(not faults_of(row) for row in rows)} of {len(rows)}"


def _wrong(rows: Sequence[Row]) -> Iterator[str]:
    wrong = [f"- {row['file']}: {promise}: {fault}" for row in rows for promise, fault in faults_of(row)]
    yield from wrong or ["Nothing."]


def _section(title: str, markdown: bool) -> Iterator[str]:
    yield from ("", f"### {title}" if markdown else title.upper(), "")


def _table(rows: Sequence[Sequence[str]], markdown: bool) -> Iterator[str]:
    if len(rows) < 2:
        yield "None."
    elif markdown:
        for number, row in enumerate(rows):
            yield "| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |"
            if not number:
                yield "|" + "---|" * len(row)
    else:
        widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
        yield from ("  ".join(map(str.ljust, row, widths)).rstrip() for row in rows)

"""The benchmark's rows as a report: for a terminal, or in Markdown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

Row = dict[str, Any]

PROMISES = {
    "reject": "our marks rejected, the main part is equal to the original",
    "accept": "our marks accepted, the text of others stands as it was, and each clause reads as asked",
    "place": "each clause stands in one piece behind the paragraph that it was asked for",
    "parts": "only the main part, the parts of comments and what announces them differ; these have only gained",
    "constructs": "of each construct of others, as many as before",
    "ids": "no id of a change, a comment or a paragraph is used twice, or out of range",
    "anchors": "each comment has one start, one end, one reference, and holds the words that it is on",
    "name": "each new tracked change bears our name",
    "order": "properties stand in the order of the standard; no insertion stands in another",
    "read again": "the accepted text is the original plus clauses and changed words, the rejected text the original",
    "clean": "our marks taken off by the program, the main part is equal, every other part the same byte for byte",
    "LibreOffice": "LibreOffice opens it and shows all our comments (left out where it does not open the original)",
    "validator": "the validator finds no kind of fault that it does not find in the original",
}
COLUMNS = ("file", "findings", "comments", "clauses", "words", "parts the same", "constructs", "kept", "s", "MB")


def lines(rows: Sequence[Row], markdown: bool) -> Iterator[str]:
    """The whole report: the sums, the files that were marked, what was refused, and what is wrong."""
    marked = [row for row in rows if row["outcome"] == "marked"]
    tables = {
        "In sum": [("what", "number"), *_outcomes(rows)],
        "Promises": [("promise", "what is looked at", "kept", "files"), *_promises(marked)],
        "Constructs of others": [("construct", "before", "after", "files that hold it"), *_constructs(marked)],
        "Parts that differ": [("part", "differs", "new"), *_parts(marked)],
        "Refused": [("file", "sentence", "s", "MB"), *_refused(rows)],
        "Marked at random places alone, since no rulebook reads their language": [
            ("sentence", "files"),
            *_unreviewed(marked),
        ],
        "Marked": [COLUMNS, *map(_cells, marked), _sums(marked)],
    }
    for title, table in tables.items():
        yield from ("", f"### {title}" if markdown else title.upper(), "", *_table(table, markdown))
    yield from ("", "### Not as promised" if markdown else "NOT AS PROMISED", "", *_wrong(rows))


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


def _outcomes(rows: Sequence[Row]) -> Iterator[tuple[str, str]]:
    marked = [row for row in rows if row["outcome"] == "marked"]
    yield "files", str(len(rows))
    for outcome, times in sorted(Counter(row["outcome"] for row in rows).items()):
        yield outcome, str(times)
    yield "all as promised", str(sum(not faults_of(row) for row in rows))
    for key, what in (("comments", "comments set"), ("clauses", "clauses inserted"), ("rewordings", "words to change")):
        yield what, str(sum(row[key] for row in marked))
    yield "the same in all bytes once our marks are off", str(sum(row["byte for byte"] for row in marked))
    yield "most memory (MB)", f"{max((row['megabytes'] for row in rows), default=0):.0f}"


def _promises(rows: Sequence[Row]) -> Iterator[tuple[str, ...]]:
    for promise, meaning in PROMISES.items():
        looked_at = [row for row in rows if promise in row["faults"]]
        kept = sum(not row["faults"][promise] for row in looked_at)
        yield promise, meaning, str(kept), str(len(looked_at))


def _constructs(rows: Sequence[Row]) -> Iterator[tuple[str, ...]]:
    kinds = dict.fromkeys(kind for row in rows for kind in (*row["constructs"], *row["constructs_after"]))
    for kind in sorted(kinds):
        before, after = (sum(row[key].get(kind, 0) for row in rows) for key in ("constructs", "constructs_after"))
        yield kind, str(before), str(after), str(sum(kind in row["constructs"] for row in rows))


def _parts(rows: Sequence[Row]) -> Iterator[tuple[str, ...]]:
    changed, added = (
        Counter(name.rpartition("/")[2] for row in rows for name in row[key]) for key in ("changed", "added")
    )
    for name in sorted({*changed, *added}):
        yield name, str(changed[name]), str(added[name])


def _refused(rows: Sequence[Row]) -> Iterator[tuple[str, ...]]:
    for row in rows:
        if row["outcome"] != "marked":
            yield row["file"], row["sentence"], f"{row.get('seconds', 0):.1f}", f"{row['megabytes']:.0f}"


def _unreviewed(rows: Sequence[Row]) -> Iterator[tuple[str, ...]]:
    for sentence, times in sorted(Counter(row["sentence"] for row in rows if row["sentence"]).items()):
        yield sentence, str(times)


def _cells(row: Row) -> tuple[str, ...]:
    faults = row["faults"]
    told = "–" if row["sentence"] else str(row["findings"])
    marks = (str(row[key]) for key in ("comments", "clauses", "rewordings"))
    constructs = str(sum(row["constructs"].values()))
    kept = f"{sum(not found for found in faults.values())} of {len(faults)}"
    figures = (f"{row['same']} of {row['parts']}", constructs, kept, f"{row['seconds']:.1f}", f"{row['megabytes']:.0f}")
    return (row["file"], told, *marks, *figures)


def _sums(rows: Sequence[Row]) -> tuple[str, ...]:
    def total(key: str) -> int:
        return sum(row[key] for row in rows)

    faults = [found for row in rows for found in row["faults"].values()]
    marks = (str(total(key)) for key in ("findings", "comments", "clauses", "rewordings"))
    return (
        f"{len(rows)} files",
        *marks,
        f"{total('same')} of {total('parts')}",
        str(sum(sum(row["constructs"].values()) for row in rows)),
        f"{sum(not found for found in faults)} of {len(faults)}",
        f"{sum(row['seconds'] for row in rows):.0f}",
        f"{max((row['megabytes'] for row in rows), default=0):.0f}",
    )


def _wrong(rows: Sequence[Row]) -> list[str]:
    wrong = [f"- {row['file']}: {promise}: {fault}" for row in rows for promise, fault in faults_of(row)]
    return wrong or ["Nothing."]


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

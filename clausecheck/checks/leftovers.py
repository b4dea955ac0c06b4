"""DRF-16: what work on the draft left behind: in the file (changes, comments, hidden words, marks) and in its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..model import Fault, Look
from ..model.findings import SIGNING
from .file_traces import Trace, changes, comments, draft_marks, looks, metadata
from .loose_ends import lone_items, unbalanced, without_bearer

_MOST_PLACES = 12  # that a grouped note points at


@dataclass(frozen=True, slots=True)
class _Kind:
    """One kind of leftovers: what it is called when there are several, what to do, how grave it is at signing."""

    find: Callable[[Look], Iterable[Trace]]
    one: str
    many: str
    todo: str
    severity: str | None = None  # at signing; None = the rule's own


_KINDS = (
    _Kind(comments, "comment is", "comments are", "Settle and delete each before signing."),
    _Kind(changes, "passage with tracked changes is", "passages with tracked changes are",
          "Accept or reject each before signing."),
    _Kind(looks, "passage that is hidden or highlighted is", "passages that are hidden or highlighted are",
          "Settle each, then take the look away."),
    _Kind(draft_marks, "mark of a draft is", "marks of a draft are", "Take it out before signing."),
    _Kind(metadata, "property that names another company is", "properties that name another company are",
          "Clear the properties before the file goes out."),
    _Kind(unbalanced, "bracket or quotation mark without its other half is",
          "brackets or quotation marks without their other half are",
          "Put in the other half: a sum or a proviso may hang on it.", "note"),
    _Kind(lone_items, "list of one item is", "lists of one item are", "Check whether an item was lost.", "note"),
    _Kind(without_bearer, "duty that nobody bears is", "duties that nobody bears are",
          "Say who owes it: “Licensee shall …”.", "warning"),
)  # fmt: skip


def check(look: Look) -> Iterable[Fault]:
    """Until signing one note for each kind; at signing every one at its place."""
    for kind in _KINDS:
        traces = list(kind.find(look))
        if traces and look.settings.stage == SIGNING:
            yield from _each(kind, traces)
        elif traces:
            yield _grouped(kind, traces)


def _each(kind: _Kind, traces: Iterable[Trace]) -> Iterator[Fault]:
    for trace in traces:
        places = (trace.where,) if trace.where else ()
        yield Fault(f"{trace.told} {kind.todo}", places, kind.severity, key="" if trace.where else trace.told)


def _grouped(kind: _Kind, traces: Sequence[Trace]) -> Fault:
    people = Counter(trace.who for trace in traces if trace.who)
    whose = f", by {_listed(people)}" if people else ""
    shown = sorted(traces, key=lambda trace: not trace.grave)
    head = f"1 {kind.one}" if len(traces) == 1 else f"{len(traces)} {kind.many}"
    said = " ".join(dict.fromkeys(trace.told for trace in shown[:2])) if shown[0].grave or len(traces) == 1 else ""
    places = tuple(dict.fromkeys(trace.where for trace in shown if trace.where))[:_MOST_PLACES]
    return Fault(" ".join(filter(None, (f"{head} left{whose}.", said, kind.todo))), places, "note", key=kind.many)


def _listed(people: Counter[str]) -> str:
    return ", ".join(f"{who} ({number})" if number > 1 else who for who, number in sorted(people.items()))

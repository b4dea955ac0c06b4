"""One Word file of the benchmark: opened, read, reviewed, marked, opened again, and held against what it was."""

from __future__ import annotations

import inspect
import resource
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

import word_corpus_checks as checks
from lxml import etree
from word_corpus_marks import write
from word_corpus_order import disorder
from word_corpus_places import misplaced
from word_equal import W, accepted, difference, equal, inserted, is_ours, normalised, parsed, rejected, said

from clausecheck.model import ClausecheckError
from clausecheck.word import open_package, read
from clausecheck.word.ours import lift

Row = dict[str, Any]


def row_of(source: Path, target: Path, seed: str) -> Row:
    """Try one file, whatever happens: its row. ``seed`` draws the random places."""
    try:
        return tried(source, target, seed)
    except Exception:
        traceback.print_exc()
        return {"outcome": "crashed", "sentence": traceback.format_exc().splitlines()[-1], "megabytes": peak()}


def tried(source: Path, target: Path, seed: str) -> Row:
    """The row of one file: what became of it, what it took, and which promises were not kept."""
    started, busy = time.perf_counter(), time.process_time()

    def took() -> Row:
        seconds = {"seconds": time.perf_counter() - started, "busy": time.process_time() - busy}
        return {**seconds, "megabytes": peak()}

    try:
        package = open_package(source)
        draft = read(package)
        views = {view: read(package, view=view) for view in _further_views(read)}
    except ClausecheckError as error:
        return {"outcome": "refused", "sentence": str(error), **took()}
    try:
        marks = write(package, draft, target, seed)
    except ClausecheckError as error:
        return {"outcome": "refused", "sentence": str(error), **took()}
    row = {"outcome": "marked", "sentence": marks.why_not, "findings": marks.findings, **took()}
    if not target.exists():
        return {**row, "outcome": "nothing to mark"}
    row |= {"comments": len(marks.comments), "clauses": len(marks.insertions), "rewordings": len(marks.replacements)}
    trial = Trial(target, package, draft, marks, views)
    return {**row, **trial.figures(), "faults": trial.faults()}


def _further_views(read: Any) -> list[str]:
    return ["rejected"] if "view" in inspect.signature(read).parameters else []


def peak() -> float:
    """Megabytes that this process has taken at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


class Trial:
    """A file before and after marking; ``faults`` says in words what is not as promised."""

    def __init__(self, target: Path, package: Any, draft: Any, marks: Any, views: dict[str, Any]) -> None:
        self.old, self.new = package, open_package(target)
        self.draft, self.marks, self.views = draft, marks, views
        self.before, self.after = (parsed(one.part(one.main)) for one in (self.old, self.new))

    def figures(self) -> Row:
        """The numbers of the table."""
        kinds = [
            checks.constructs(root, ids) for root, ids in ((self.before, self.our_old), (self.after, self.our_comments))
        ]
        same = [name for name in self.old.names if self.old.part(name) == self.new.part(name)]
        return {
            "parts": len(self.old.names),
            "same": len(same),
            "changed": sorted(set(self.old.names) - set(same)),
            "added": sorted(set(self.new.names) - set(self.old.names)),
            "byte for byte": all(self.old.part(name) == self.clean.part(name) for name in self.old.names),
            "constructs": dict(kinds[0]),
            "constructs_after": dict(kinds[1]),
        }

    def faults(self) -> dict[str, list[str]]:
        """What is wrong, by the promise that it breaks; the promises that are kept have an empty list."""
        kept: dict[str, Iterator[str]] = {
            "reject": self._rejecting(),
            "accept": self._accepting(),
            "place": self._places(),
            "parts": self._parts(),
            "constructs": self._constructs(),
            "ids": self._ids(),
            "anchors": self._anchors(),
            "name": checks.unnamed(self.before, self.after),
            "order": self._order(),
            "read again": self._read_again(),
            "clean": self._cleaned(),
        }
        return {promise: list(found)[:5] for promise, found in kept.items()}

    def comment_parts(self, package: Any) -> list[etree._Element]:
        return [parsed(package.part(name)) for name in package.related(package.main, "comments")]

    @cached_property
    def our_old(self) -> set[str]:
        return {one.get(W + "id") for part in self.comment_parts(self.old) for one in part if is_ours(one)}

    @cached_property
    def our_comments(self) -> set[str]:
        return {one.get(W + "id") for part in self.comment_parts(self.new) for one in part if is_ours(one)}

    def _rejecting(self) -> Iterator[str]:
        one, other = rejected(self.before, self.our_old), rejected(self.after, self.our_comments)
        if not equal(one, other):
            yield f"differs at {difference(normalised(one), normalised(other))}"
        if any(checks.ends_for_good(p) for p in self.after.iter(W + "p")):
            yield "a mark of ours ends the document, where nobody can reject it"

    def _accepting(self) -> Iterator[str]:
        """Without the clauses, the text is the original; the clauses read as asked. Changed words: ``_read_again``."""
        ours = set(inserted(self.after))
        reworded = [any(map(is_ours, p.iter(W + "ins", W + "del"))) for p in self.after.iter(W + "p") if p not in ours]
        texts = [said(p) for p in accepted(self.after, self.our_comments).iter(W + "p")]
        told = list(zip((p in ours for p in self.after.iter(W + "p")), texts, strict=True))
        old = [said(p) for p in accepted(self.before, self.our_old).iter(W + "p")]
        kept = [text for is_new, text in told if not is_new]
        if len(kept) != len(old) or any(
            text != was and not changed for text, was, changed in zip(kept, old, reworded, strict=True)
        ):
            yield "the text of others is not as it was"
        new = [text for is_new, text in told if is_new]
        if Counter(new) != Counter(self._clauses):
            yield "the clauses do not read as asked"

    def _places(self) -> Iterator[str]:
        """Each clause stands in one piece behind the paragraph that it was asked for, or behind what that ends."""
        yield from misplaced(self.old, self.after, self.marks.insertions)

    def _parts(self) -> Iterator[str]:
        if self.new.names[: len(self.old.names)] != self.old.names:
            yield "parts are missing or in another order"
        for name in self.figures()["changed"]:
            if not _may_change(name, self.old.main):
                yield f"{name} is not as it was"
            elif name != self.old.main and not self._only_gained(name):
                yield f"{name} lost or changed something"
        yield from (f"{name} is new" for name in self.figures()["added"] if not _may_change(name, self.old.main))
        for name in (*self.figures()["changed"], *self.figures()["added"]):
            yield from (f"{name}: {fault}" for fault in checks.undeclared(parsed(self.new.part(name))))

    def _only_gained(self, name: str) -> bool:
        return checks.only_gained(parsed(self.old.part(name)), parsed(self.new.part(name)))

    def _constructs(self) -> Iterator[str]:
        figures = self.figures()
        before, after = figures["constructs"], figures["constructs_after"]
        for kind in checks.KINDS:
            if before.get(kind, 0) != after.get(kind, 0):
                yield f"{kind}: {before.get(kind, 0)} before, {after.get(kind, 0)} after"

    def _ids(self) -> Iterator[str]:
        ours = {mark.get(W + "id", "") for mark in self.after.iter(*checks.REVISIONS) if is_ours(mark)}
        yield from checks.doubled_ids(self.before, self.after, ours)
        yield from checks.long_ids(self.before, self.after)
        old, new = (Counter(self._comment_ids(one)) for one in (self.old, self.new))
        yield from (f"comment id {one} stands {n} times" for one, n in new.items() if n > max(1, old[one]))
        for one, other in zip(self.comment_parts(self.old), self.comment_parts(self.new), strict=False):
            yield from checks.long_ids(one, other)

    def _comment_ids(self, package: Any) -> Iterator[str]:
        return (one.get(W + "id", "") for part in self.comment_parts(package) for one in part)

    def _anchors(self) -> Iterator[str]:
        yield from checks.loose(self.after, self.our_comments)
        marks = self.marks
        asked = len(marks.comments) + len(marks.insertions) + len(marks.replacements)
        if len(self.our_comments) != asked:
            yield f"{asked} comments were asked for, {len(self.our_comments)} are there"
        body = self.draft.body
        held = [_letters(checks.anchored(self.after, one)) for one in self.our_comments]
        for comment in self.marks.comments:
            words = _letters(body[comment.paragraph].text[comment.start : comment.end])
            if not any(words in one for one in held):
                yield f"no comment holds the words at {comment.paragraph}:{comment.start}-{comment.end}"

    def _order(self) -> Iterator[str]:
        new = disorder(self.after) - disorder(self.before)
        yield from (f"{times} × {what}" for what, times in new.items())

    def _read_again(self) -> Iterator[str]:
        """Read again, the accepted view has the clauses and the new words; the rejected view is what it was."""
        texts = [p.text for p in read(self.new).body]
        if not _reads(texts, [self._sayings(p) for p in self.draft.body], Counter(self._clauses)):
            yield "the accepted text read again is not the text plus the clauses"
        for view, draft in self.views.items():
            again = read(self.new, view=view)
            if [p.text for p in again.paragraphs] != [p.text for p in draft.paragraphs]:
                yield f"the {view} text read again is not what it was"

    @property
    def _clauses(self) -> list[str]:
        return [line.words for one in self.marks.insertions for line in one.clause.lines]

    def _sayings(self, paragraph: Any) -> set[str]:
        """What a paragraph may say: its text, or that with the words changed (which the writer may decline to do)."""
        text = paragraph.text
        mine = (one for one in self.marks.replacements if one.paragraph == paragraph.index)
        return {text, *(text[: one.start] + one.text + text[one.end :] for one in mine)}

    @cached_property
    def clean(self) -> Any:
        """The marked file after the program took all our marks off again."""
        return lift(self.new).package

    def _cleaned(self) -> Iterator[str]:
        """Without our marks the main part is equal to the original, and every other part the same byte for byte."""
        old, clean = self.old, self.clean
        if clean.names != old.names:
            yield "parts are more or fewer"
            return
        differing = [name for name in old.names if clean.part(name) != old.part(name)]
        yield from (f"{name} is not as it was" for name in differing if name != old.main)
        if not equal(self.before, parsed(clean.part(old.main))):
            yield "the main part is not as it was"


def _reads(texts: list[str], allowed: list[set[str]], clauses: Counter[str]) -> bool:
    """Whether the texts are the allowed ones in their order, with nothing between but all of the clauses."""
    waiting = iter(allowed)
    expected = next(waiting, None)
    for text in texts:
        if expected is not None and text in expected:
            expected = next(waiting, None)
        elif clauses[text]:
            clauses[text] -= 1
        else:
            return False
    return expected is None and not +clauses


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _may_change(name: str, main: str) -> bool:
    """The main part, what holds comments and their people, and what announces these."""
    base = name.rpartition("/")[2].casefold()
    rels = main.rpartition("/")[2].casefold() + ".rels"
    return name == main or base in ("[content_types].xml", rels) or base.startswith(("comments", "people"))

"""What counsel should know about the file itself; nothing outside of it is ever fetched."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ..model import FileFact
from .package import Package, Relationship
from .stories import Story
from .styles import is_on_attribute
from .xml import W

_EMBEDDED = ("oleObject", "package", "control", "aFChunk")
_NOT_FETCHED = {
    "image": "a picture",
    "oleObject": "a linked object",
    "aFChunk": "a linked text",
    "subDocument": "a subdocument",
    "frame": "a frame",
    "attachedTemplate": "its template",
}
_EDITS = {
    "readOnly": "reading only",
    "comments": "comments only",
    "trackedChanges": "tracked changes only",
    "forms": "filling in forms only",
}


def file_facts(package: Package, stories: Sequence[Story]) -> tuple[FileFact, ...]:
    """Macros, remote parts, embedded files, protection, signatures, tracked changes and comments, in this order."""
    facts = [*_macros(package), *_remote(package), *_embedded(package), *_protection(package), *_signature(package)]
    return (*facts, *_changes(stories), *_comments(package))


def _macros(package: Package) -> Iterator[FileFact]:
    if any(name.casefold().endswith("vbaproject.bin") for name in package.names):
        yield FileFact("macros", "The file holds macros; they were not run.")


def _links(package: Package) -> Iterator[Relationship]:
    for name in package.names:
        folder, slash, base = name.rpartition("_rels/")
        if slash and base.endswith(".rels"):
            yield from package.relationships(folder + base.removesuffix(".rels"))


def _remote(package: Package) -> Iterator[FileFact]:
    seen: set[tuple[str, str]] = set()
    for link in _links(package):
        if link.external and link.type != "hyperlink" and (link.type, link.target) not in seen:
            seen.add((link.type, link.target))
            what = _NOT_FETCHED.get(link.type, "something")
            kind = "template" if link.type == "attachedTemplate" else "external"
            yield FileFact(kind, f"The file loads {what} from {link.target}; it was not fetched.")


def _embedded(package: Package) -> Iterator[FileFact]:
    held = {link.target for link in _links(package) if link.type in _EMBEDDED and not link.external}
    held &= set(package.names)
    if held:
        files = "an embedded file" if len(held) == 1 else f"{len(held)} embedded files"
        names = ", ".join(sorted(target.rpartition("/")[2] for target in held)[:5])
        yield FileFact("embedded", f"The file holds {files} ({names}); what they say was not read.")


def _protection(package: Package) -> Iterator[FileFact]:
    for part in package.related(package.main, "settings"):
        settings = package.tree(part)
        protection = settings.find(W + "documentProtection")
        if protection is not None and is_on_attribute(protection, "enforcement"):
            edit = _EDITS.get(protection.get(W + "edit", ""), "certain changes only")
            yield FileFact("protection", f"The document is protected: it allows {edit}.")
        if settings.find(W + "writeProtection") is not None:
            yield FileFact("protection", "The document asks to be opened for reading only.")


def _signature(package: Package) -> Iterator[FileFact]:
    if any(name.startswith("_xmlsignatures/") for name in package.names):
        yield FileFact("signature", "The file is digitally signed: any annotated copy is no longer.")


def _changes(stories: Sequence[Story]) -> Iterator[FileFact]:
    counts: dict[str, Counter[str]] = {}
    for change in (change for story in stories for words in story.words for change in words.changes):
        counts.setdefault(change.author or "an unnamed author", Counter())[change.kind] += 1
    for author in sorted(counts):
        kinds = ", ".join(f"{n} {kind}{'s' if n > 1 else ''}" for kind, n in sorted(counts[author].items()))
        yield FileFact("changes", f"Tracked changes by {author}: {kinds}.")


def _comments(package: Package) -> Iterator[FileFact]:
    authors: Counter[str] = Counter()
    for part in package.related(package.main, "comments"):
        authors.update(
            c.get(W + "author") or "an unnamed author" for c in package.tree(part).iterchildren(W + "comment")
        )
    for author in sorted(authors):
        number = authors[author]
        yield FileFact("comments", f"{number} comment{'s' if number > 1 else ''} by {author}.")

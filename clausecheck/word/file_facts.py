"""What counsel should know about the file itself, one calm sentence each; nothing outside of it is ever fetched."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from ..model import Change, FileFact
from .outside import links, outside
from .package import Package
from .properties import properties
from .stories import Story
from .styles import is_on_attribute
from .xml import W, is_on

_EMBEDDED = ("oleObject", "package", "control", "aFChunk")
_EDITS = {
    "readOnly": "reading only",
    "comments": "comments only",
    "trackedChanges": "tracked changes only",
    "forms": "filling in forms only",
}
_PASSWORDS = ("hash", "hashValue")
_PEOPLE = {"author": "author", "last_modified_by": "last saved by", "manager": "manager", "company": "company"}


def file_facts(package: Package, stories: Sequence[Story]) -> tuple[FileFact, ...]:
    """What could do harm first, then what binds the file, then who worked in it and what is easily overlooked."""
    stated = properties(package)
    return (
        *_programs(package),
        *outside(package, stories),
        *_embedded(package),
        *_settings(package),
        *_signature(package),
        *_final(stated),
        *_bound(package, stories),
        *_changes(stories),
        *_comments(package),
        *_overlooked(stories),
        *_people(stated),
    )


def _programs(package: Package) -> Iterator[FileFact]:
    names = [name.casefold() for name in package.names]
    if any(name.endswith("vbaproject.bin") for name in names):
        yield FileFact("macros", "The file holds macros; they were not run, and an annotated copy keeps them.")
    if any("webextensions/webextension" in name for name in names):
        yield FileFact("add-in", "The file asks Word to load an add-in; it was not loaded.")


def _embedded(package: Package) -> Iterator[FileFact]:
    held = {link.target for link in links(package) if link.type in _EMBEDDED and not link.external}
    held &= set(package.names)
    if held:
        files, they = ("an embedded file", "it says") if len(held) == 1 else (f"{len(held)} embedded files", "they say")
        names = ", ".join(sorted(target.rpartition("/")[2] for target in held)[:5])
        yield FileFact("embedded", f"The file holds {files} ({names}); what {they} was not read.")


def _settings(package: Package) -> Iterator[FileFact]:
    for part in package.related(package.main, "settings"):
        settings = package.tree(part)
        yield from _protection(settings)
        if is_on(settings.find(W + "trackRevisions")):
            yield FileFact("tracking", "Word tracks changes in this file: what you edit will be marked as yours.")
        if settings.find(W + "mailMerge") is not None:
            yield FileFact(
                "mail merge", "The draft is set up for a mail merge: Word asks for the data when it opens it."
            )


def _protection(settings: etree._Element) -> Iterator[FileFact]:
    protection, writing = settings.find(W + "documentProtection"), settings.find(W + "writeProtection")
    if protection is not None and is_on_attribute(protection, "enforcement"):
        edit = _EDITS.get(protection.get(W + "edit", ""), "certain changes only")
        yield FileFact("protection", f"The document is protected: Word allows {edit}, in an annotated copy too.")
    if writing is not None and any(writing.get(W + name) for name in _PASSWORDS):
        yield FileFact("protection", "The document asks for a password before anybody may change it.")
    elif writing is not None and is_on_attribute(writing, "recommended"):
        yield FileFact("protection", "The document asks to be opened for reading only.")


def _signature(package: Package) -> Iterator[FileFact]:
    if any(name.casefold().startswith("_xmlsignatures/") for name in package.names):
        yield FileFact("signature", "The file is digitally signed; marking it breaks the signature in the copy.")


def _final(stated: Mapping[str, str]) -> Iterator[FileFact]:
    if stated.get("custom:_MarkAsFinal", "").casefold() in ("true", "1"):
        yield FileFact("final", "The document is marked as final, which stops nobody from changing it.")


def _bound(package: Package, stories: Sequence[Story]) -> Iterator[FileFact]:
    parts = dict.fromkeys(story.part for story in stories)
    number = sum(1 for part in parts for _ in package.tree(part).iter(W + "dataBinding"))
    if number:
        controls = "A content control takes its" if number == 1 else f"{number} content controls take their"
        yield FileFact("data", f"{controls} words from data inside the file, which Word fills in again on opening.")


def _changes(stories: Sequence[Story]) -> Iterator[FileFact]:
    counts: dict[str, Counter[str]] = {}
    for words in (words for story in stories for words in story.words):
        for change in words.changes:
            if _counts(change, words.changes):
                counts.setdefault(change.author or "an unnamed author", Counter())[_name(change)] += 1
    for author in sorted(counts):
        kinds = ", ".join(f"{n} {kind}{'s' if n > 1 else ''}" for kind, n in sorted(counts[author].items()))
        yield FileFact("changes", f"Tracked changes by {author}: {kinds}.")


def _name(change: Change) -> str:
    return "format change" if change.kind == "formatting" else change.kind


def _counts(change: Change, beside: Sequence[Change]) -> bool:
    """Whether a change is one more: the mark of a paragraph and its place in a row go with its words."""
    if change.of in ("words", "paragraph") or (change.of in ("row", "cell") and change.text):
        return True
    mark = (change.kind, change.author)
    return not any(one.of == "words" and (one.kind, one.author) == mark for one in beside)


def _comments(package: Package) -> Iterator[FileFact]:
    authors: Counter[str] = Counter()
    for part in package.related(package.main, "comments"):
        authors.update(
            c.get(W + "author") or "an unnamed author" for c in package.tree(part).iterchildren(W + "comment")
        )
    for author in sorted(authors):
        number = authors[author]
        yield FileFact("comments", f"{number} comment{'s' if number > 1 else ''} by {author}.")


def _overlooked(stories: Sequence[Story]) -> Iterator[FileFact]:
    hidden = prompts = 0
    for words in (words for story in stories for words in story.words):
        for stretch in words.stretches:
            if stretch.kind == "hidden":
                hidden += len(words.text[stretch.start : stretch.end].split())
            prompts += stretch.kind == "prompt"
    if hidden:
        are = "1 word is" if hidden == 1 else f"{hidden} words are"
        yield FileFact(
            "hidden", f"{are} hidden: Word does not print them, so they do not count as words of the agreement."
        )
    if prompts:
        show = (
            "1 content control still shows its prompt: it was"
            if prompts == 1
            else (f"{prompts} content controls still show their prompts: they were")
        )
        yield FileFact("prompts", f"{show} read as a blank, to be filled in.")


def _people(stated: Mapping[str, str]) -> Iterator[FileFact]:
    told = [f"{label} {stated[name]}" for name, label in _PEOPLE.items() if stated.get(name)]
    if told:
        yield FileFact("properties", f"Whoever gets the file sees in its properties: {'; '.join(told)}.")

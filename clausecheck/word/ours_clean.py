"""A file written without our marks, once it is certain that nobody else's were lost."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

from ..model import ClausecheckError
from .changes import DELETED, INSERTED, MOVED_IN, MOVED_OUT
from .comment_parts import COMMENT
from .ours import Lifted
from .ours_threads import is_ours
from .package import Package, open_package
from .xml import W

_AUTHOR = W + "author"


def write_clean(package: Package, lifted: Lifted, target: Path) -> None:
    """Write a file without the marks that were lifted from it.

    Raises:
        ClausecheckError: a mark of somebody else would be missing; then nothing is written.
        OSError: ``target`` cannot be written.
    """
    temporary = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        temporary.write_bytes(lifted.package.with_parts({}))
        if _of_others(package) != _of_others(open_package(temporary)):
            raise ClausecheckError(
                f"{target.name} was not written, because a mark of somebody else would be missing from it: "
                "take our marks away in Word, and tell us."
            )
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


def _of_others(package: Package) -> Counter[tuple[str, str]]:
    """How many comments and tracked changes each other author has."""
    parts = (package.main, *package.related(package.main, "comments"))
    tags = (COMMENT, INSERTED, DELETED, MOVED_IN, MOVED_OUT)
    marks = (one for part in parts for one in package.tree(part).iter(*tags))
    return Counter((one.tag, one.get(_AUTHOR, "")) for one in marks if not is_ours(one))

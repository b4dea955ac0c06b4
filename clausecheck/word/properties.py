"""The properties of a file: who wrote it, who saved it last, for which company, under what title."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from ..model import ClausecheckError
from .package import Package

_NAMES = {
    "title": "title",
    "subject": "subject",
    "creator": "author",
    "keywords": "keywords",
    "description": "comments",
    "category": "category",
    "lastModifiedBy": "last_modified_by",
    "Company": "company",
    "Manager": "manager",
    "Template": "template",
}
_KINDS = ("core-properties", "extended-properties", "custom-properties")


def properties(package: Package) -> dict[str, str]:
    """Title, author, last_modified_by, company, manager …, and ``custom:NAME`` for those that somebody added.

    A part that is damaged is passed over: no word of the draft stands there.
    """
    found: dict[str, str] = {}
    for kind in _KINDS:
        for part in package.related("", kind):
            try:
                root = package.tree(part)
            except ClausecheckError:
                continue
            for name, words in _stated(root):
                if words:
                    found.setdefault(name, words)
    return found


def _stated(root: etree._Element) -> Iterator[tuple[str, str]]:
    for element in root.iterchildren(etree.Element):
        words = " ".join("".join(element.itertext()).split())
        name = etree.QName(element).localname
        if name == "property":
            yield f"custom:{element.get('name', '')}", words
        elif name in _NAMES:
            yield _NAMES[name], words

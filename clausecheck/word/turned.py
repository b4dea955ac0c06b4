"""A draft whose tracked changes are turned round: what reads it with all changes accepted, reads the rejected view.

An insertion becomes a deletion and a deletion an insertion; former properties take the place of today's. So one reader
reads both views, and what it finds in one is found alike in the other. Turned trees are read, never written.
"""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy

from lxml import etree

from .changes import (
    CELL_IN,
    CELL_MERGED,
    CELL_OUT,
    CELL_PROPERTIES,
    DELETED,
    GOING,
    INSERTED,
    LOOK,
    MOVED_IN,
    MOVED_OUT,
    PROPERTIES,
    RELOOKED,
    RESET,
    ROW_PROPERTIES,
    WAS,
)
from .package import Package
from .text import TEXT
from .xml import W

_OPPOSITE = {
    INSERTED: DELETED, DELETED: INSERTED, MOVED_IN: MOVED_OUT, MOVED_OUT: MOVED_IN, CELL_IN: CELL_OUT, CELL_OUT: CELL_IN
}  # fmt: skip
_STRUCK = {W + "delText": TEXT, W + "delInstrText": W + "instrText"}
_FORMER = {
    RESET: PROPERTIES, RELOOKED: LOOK, W + "tcPrChange": CELL_PROPERTIES, W + "trPrChange": ROW_PROPERTIES
}  # fmt: skip
_STAYS = frozenset({*_OPPOSITE, CELL_MERGED, LOOK, W + "sectPr"})  # in properties, and no part of their former state
_MERGED, _WAS_MERGED = W + "vMerge", W + "vMergeOrig"


class TurnedPackage(Package):
    """A package in which some parts are turned round; its bytes stay those of the file."""

    def __init__(self, package: Package, parts: Iterable[str]) -> None:
        vars(self).update(vars(package))
        self._trees = self._trees | {part: turned(package.tree(part)) for part in parts}


def turned(root: etree._Element) -> etree._Element:
    """A copy of a part in which accepting all tracked changes gives what rejecting them gives of ``root``."""
    root = deepcopy(root)
    for change in list(root.iter(*_OPPOSITE)):
        _turn(change)
    for merge in root.iter(CELL_MERGED):
        _swap_merge(merge)
    for change in list(root.iter(*_FORMER)):
        _restore(change)
    return root


def _turn(change: etree._Element) -> None:
    if change.tag == INSERTED and change.getparent().tag == W + "numPr":
        _take_number_away(change)
        return
    if change.tag in GOING:
        for words in list(change.iter(*_STRUCK)):
            words.tag = _STRUCK[words.tag]
    change.set(WAS, change.tag)
    change.tag = _OPPOSITE[change.tag]


def _take_number_away(change: etree._Element) -> None:
    """A number that was put in is a change of the paragraph's properties (ECMA-376 17.13.5.19)."""
    number = change.getparent()
    properties = number.getparent()
    properties.remove(number)
    if properties.getparent().tag == W + "p" and properties.find(RESET) is None:
        former = etree.SubElement(etree.SubElement(properties, RESET, dict(change.attrib)), PROPERTIES)
        former.extend([deepcopy(child) for child in properties if child.tag not in (RESET, *_STAYS)])


def _swap_merge(merge: etree._Element) -> None:
    now, before = merge.attrib.pop(_MERGED, None), merge.attrib.pop(_WAS_MERGED, None)
    merge.attrib.update({name: state for name, state in ((_MERGED, before), (_WAS_MERGED, now)) if state is not None})


def _restore(change: etree._Element) -> None:
    """Put former properties in the place of today's, which become the former ones."""
    properties, former = change.getparent(), change.find(_FORMER[change.tag])
    if former is None or properties.tag != former.tag:
        return
    today = [child for child in properties if child.tag not in _STAYS and child is not change]
    before = list(former)
    former[:] = today
    for place, child in enumerate(before):
        properties.insert(place, child)

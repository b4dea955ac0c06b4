"""Prompts: words that a content control shows until somebody fills it in (``w:showingPlcHdr``, ECMA-376 17.5.2.39).

They are not the draft's words ("Click or tap here to enter text."), and where they stand something is still to be
filled in: they are read as a blank. Programs that fill in a control often leave its mark behind, and some templates
keep a whole clause as a prompt, so that only what also reads as a prompt is taken for one.
"""

from __future__ import annotations

import re
from itertools import islice

from lxml import etree

from .changes import GOING
from .styles import Styles
from .text import RUN, TEXT
from .xml import W, is_on, value

BLANK = "[…]"
_CONTROL, _PARAGRAPH = W + "sdt", W + "p"
_STYLE = "placeholder text"  # Word's own name for the look of prompts, in every language
_ASKS = re.compile(
    r"(?:please\s+)?(?:click|tap|choose|select|enter|insert|type|pick|fill)\b|[\[<\u2039\u00ab\uff1c\uff3b\u3010{]"
    r"|(?:klicken|wählen|cliquez|choisissez|haga clic|elija)\b"
    r"|.{0,12}(?:クリック|タップ|入力|選択|選んで|記入|单击|点击)",
    re.IGNORECASE,
)
_MOST = 100  # runs of a prompt
_LONGEST = 120  # characters of a prompt that nothing but its words tells


def prompts(story: etree._Element, styles: Styles) -> dict[etree._Element, str]:
    """The runs of a story that say a prompt; the first one of each paragraph with the whole of its words."""
    found: dict[etree._Element, str] = {}
    for control in story.iter(_CONTROL):
        settings, content = control.find(W + "sdtPr"), control.find(W + "sdtContent")
        if content is None or settings is None or not is_on(settings.find(W + "showingPlcHdr")):
            continue
        held = list(islice(content.iter(RUN), _MOST + 1))
        if len(held) > _MOST:
            continue
        runs = [run for run in held if run not in found and _words(run) and not _is_struck(run)]
        locked = (value(settings, "lock") or "").casefold().endswith("contentlocked")
        if not locked and _ask(runs, styles):
            _gather(runs, found)
    return found


def _ask(runs: list[etree._Element], styles: Styles) -> bool:
    """Whether words read as a prompt: by their style, else by how they begin."""
    names = (value(run.find(W + "rPr"), "rStyle") for run in runs)
    if all(name and styles.name(name).casefold() == _STYLE for name in names):
        return True
    words = "".join(map(_words, runs)).strip()
    return len(words) <= _LONGEST and _ASKS.match(words) is not None


def _gather(runs: list[etree._Element], found: dict[etree._Element, str]) -> None:
    first: etree._Element | None = None
    paragraph: etree._Element | None = None
    for run in runs:
        above = next(run.iterancestors(_PARAGRAPH), None)
        found[run] = ""
        if first is None or above is not paragraph:
            first, paragraph = run, above
        found[first] += _words(run)


def _words(run: etree._Element) -> str:
    return "".join(text.text or "" for text in run.iterchildren(TEXT))


def _is_struck(run: etree._Element) -> bool:
    return any(above.tag in GOING for above in run.iterancestors())

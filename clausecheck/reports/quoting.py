"""Words of the draft as HTML: hostile until escaped, with nothing hidden in them, the match marked."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from ..model import Evidence
from .wording import INVISIBLE

# Kana, ideographs, their punctuation and full-width forms; a lone one is not worth a change of voice or font.
JAPANESE = re.compile("[\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff9f]{2,}")
FILL = re.compile(r"\[FILL: [^\[\]]{1,200}\]")
# What stands between these needs no look: most texts hold none of them.
SPECIAL = re.compile(f"(?P<invisible>{INVISIBLE.pattern})|(?P<japanese>{JAPANESE.pattern})|(?P<fill>{FILL.pattern})")
BEFORE, AFTER = 70, 90  # characters round the match in an excerpt
WRAPPED = {
    "invisible": Markup('<span class="invisible" title="hidden character">U+{}</span>'),
    "japanese": Markup('<span lang="ja">{}</span>'),
    "fill": Markup('<span class="fill">{}</span>'),
}
MARK = Markup('<mark><span class="aside">match: </span>{}</mark>')


def shown(text: str) -> Markup:
    """The text as HTML: hidden characters by their code, Japanese as such, blanks to fill set off."""
    parts, end = [], 0
    for special in SPECIAL.finditer(text):
        parts.append(escape(text[end : special.start()]))
        kind, found = special.lastgroup or "", special.group()
        parts.append(WRAPPED[kind].format(f"{ord(found):04X}" if kind == "invisible" else found))
        end = special.end()
    return Markup("").join((*parts, escape(text[end:])))


def marked(evidence: Evidence) -> Markup:
    """The sentence with the words that matched in ``<mark>``; those words alone where they are no part of it."""
    before, quote, after = _split(evidence)
    return shown(before) + (MARK.format(shown(quote)) if quote else Markup("")) + shown(after)


def excerpt(evidence: Evidence) -> Markup:
    """The match with a few words on either side, for a table."""
    before, quote, after = _split(evidence)
    if len(before) > BEFORE:
        before = "… " + before[-BEFORE:].partition(" ")[2]
    room = max(AFTER, 2 * AFTER - len(quote))
    if len(quote) > room:
        quote, after = quote[:room].rpartition(" ")[0] + " …", ""
    if len(after) > AFTER:
        after = after[:AFTER].rpartition(" ")[0] + " …"
    return shown(before) + (MARK.format(shown(quote)) if quote else Markup("")) + shown(after)


def _split(evidence: Evidence) -> tuple[str, str, str]:
    before, found, after = evidence.text.partition(evidence.quote) if evidence.quote else (evidence.text, "", "")
    return (before, found, after) if found or not evidence.quote else ("", evidence.quote, "")

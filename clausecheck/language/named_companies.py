"""Names with a company's form, wherever they stand: "Mikasa Denko (Thailand) Co., Ltd."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .found import Found
from .names import tidy

_FORM = (
    r"(?:Inc|INC|Incorporated|INCORPORATED|Ltd|LTD|Limited|LIMITED|LLC|L\.L\.C|LLP|L\.L\.P|L\.P|LP|Corp|CORP"
    r"|Corporation|CORPORATION|Co(?=[.,])|CO(?=[.,])|PLC|plc|GmbH|GMBH|AG|SE|S\.A\.S|SAS|S\.A\.R\.L|SARL|S\.A|SA|S\.p\.A|SpA|S\.r\.l"
    r"|S\.R\.L|B\.V|BV|N\.V|NV|K\.K|KK|Kabushiki Kaisha|Pte|PTE|Pty|PTY|A/S|AB|ASA|Oy|Oyj|KG|Ltda)"
)
_WORD = r"[^\W\d_a-z][\w&'/-]*(?:\.[\w&'/-]+)*(?:(?<=\b\w)\.|(?<=\b\w\w)\.)?"  # begins with a capital, accents and all
_INNER = rf"(?:{_WORD}|\d{1, 2}|&|of|de|for|et|für|\([A-Z][\w .-]{{1,20}}\))"
_BEHIND = r"(?![\w-]| +(?:\d{5}|to\b|TO\b))"  # "NV 89108", "LIMITED TO"
_NAME = re.compile(
    rf"(?<![\w.&/-]){_WORD}(?:[ ]{_INNER}){{0,6}}?(?:,[ ]?|[ ]){_FORM}\b\.?(?:,?[ ]{_FORM}\b\.?){{0,2}}{_BEHIND}"
)
# Words that begin a sentence or say what the company is, and so do not belong to its name.
_LEAD = re.compile(
    r"(?i:(?:the|if|for|by|to|in|and|of|on|at|as|all|any|each|when|where|whereas|between|this|that|such|under|from|with"
    r"|agreed|accepted|name|party|licensor|licensee|attn|attention|copyright|notices|dated?|signed|behalf|inc|llc|ltd)"
    r"\b[.,:]?[ ]+)+"
)
_OFFICE = re.compile(
    r".*\b(?i:officer|president|ceo|cfo|director|secretary|chairman|manager|counsel|agreement|page)\b[ ,]+"
)
_KIND = re.compile(r"\b[Aa]n?[ ]$")  # "a Delaware Corporation"
_SMALL = re.compile(rf"(?:of|de|for|et|für|&|{_FORM}\.?,?|The|Limited|Liability|[ ,])*")
_NO_COMPANY = re.compile(
    r"(?i)\b(?:limited liability|company|corporation|partnership)\b.*\b(?:limited|co)\b\.?$"
    r"|\b(?:not|this|of|the|is|be) limited$"
)


def companies(text: str) -> Iterator[Found]:
    """Every such name in the folded text; its value is the name with single blanks."""
    for match in _NAME.finditer(text):
        start = match.start()
        for before in (_OFFICE, _LEAD):
            found = before.match(text, start, match.end())
            start = found.end() if found else start
        name = tidy(text[start : match.end()])
        if not (_SMALL.fullmatch(name) or _NO_COMPANY.search(name) or _KIND.search(text, max(0, start - 4), start)):
            yield Found(start, match.end(), name)

"""What a party's name looks like: where it begins and ends, and the company's form behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass

SUFFIX = (
    r"(?:Inc|INC|Incorporated|INCORPORATED|Ltd|LTD|Limited|LIMITED|LLC|L\.L\.C|LLP|L\.L\.P|L\.P|LP|Corp|CORP"
    r"|Corporation"
    r"|CORPORATION|Company|COMPANY|Co|CO|PLC|plc|P\.L\.C|GmbH|GMBH|AG|SE|S\.A\.S|SAS|S\.A\.R\.L|SARL|S\.A|SA|S\.p\.A"
    r"|SpA|S\.r\.l|S\.R\.L|B\.V|BV|N\.V|NV|K\.K|KK|Kabushiki Kaisha|Pte|PTE|Pty|PTY|A/S|AB|AS|ASA|Oy|Oyj|KG|Ltda|N\.A"
    r"|Bhd|University|UNIVERSITY|Institute|INSTITUTE|Foundation|Trust|Group|GROUP|Bank|BANK|AKTIENGESELLSCHAFT"
    r"|Aktiengesellschaft)"
)
_STRONG = r"(?:Inc|INC|Ltd|LTD|LLC|L\.L\.C|Corp|CORP|GmbH|GMBH|AG|PLC|plc|LLP|L\.P|LP|K\.K|S\.p\.A|B\.V|N\.V)"
COMPANY = re.compile(
    rf"(?<![\w.])(?:[A-Z\d][\w.&'/-]*|[a-z]+\.com)(?:[ ](?:[A-Z\d&][\w.&'/-]*|of|de|for|the|et|für)){{0,7}},?[ ]"
    rf"{SUFFIX}\b\.?(?:,?[ ]{SUFFIX}\b\.?){{0,2}}"
)
# What may stand before a name: "between:", "(1)", "and", "on the one hand and".
MARKER = re.compile(
    r"(?:[\s,;:.)\u2029-]|\bAND\b|\band\b|&|(?:the )?(?:following|undersigned)(?: parties)?\b|\(\d{1,2}\)|\([a-zA-Z]\)"
    r"|\d{1,2}[.)](?=\s)|(?:on )?the (?:one|other) (?:hand|part)\b|of the (?:first|second) part\b)*"
)
CONNECTOR = re.compile(r"(?:,|;|\u2029\n)?\s*\b(?:and|AND)\b[:,]?\s+|;\s*|\u2029\n\s*(?:\(?\w{1,2}[.)])?\s*")
_KIND = (
    r"(?:[Cc]orporation|[Cc]ompany|[Ll]imited|[Pp]artnership|entity|individual|organi[sz]ation|university|institution)"
)
# Behind a company's form "of" begins its address: "Alder Ltd of London"
_CLOSED = "|".join(
    rf"(?<=\b{form})"
    for form in ("Ltd", r"Ltd\.", "Limited", "Inc", r"Inc\.", "LLC", r"Corp\.", "GmbH", "AG", "PLC", "plc", r"B\.V\.")
)
NAME_END = re.compile(
    rf",\s+(?!(?:{SUFFIX})\b)"
    rf"|(?:{_CLOSED})\s+of\b"
    r"|\s+(?:with (?:its|an?|offices|principal|registered|headquarters|place)|having|whose|located|organi[sz]ed"
    r"|incorporated|existing|established|d/b/a|D/B/A|doing business|formerly|hereinafter|herein|on behalf|acting"
    r"|residing|represented|of \d|registered (?:in|under)"
    rf"|(?:an?|the) (?:[\w.]+\s+){{0,3}}{_KIND}|is an?|\d{{2,}})\b"
    rf"|\s?\((?![A-Z][\w ]{{1,16}}\)\s(?:\(?(?:PTY|Pty)\)?\s)?(?:{SUFFIX}|Holdings|Investment|Technology|HOLDINGS))"
    r"|;|\u2029|\"|\s\[|:"
)
_NAME_START = re.compile(r"[A-Z\d]|[a-z]{1,12}[.\d-][a-z\d]|[a-z]{1,3}-[A-Z]|[a-z][A-Z]|[^\W\d_a-z]")
_TITLES = re.compile(r"(?:the|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Messrs\.?)\s+")
_CALLING = re.compile(r"[a-z][a-z ]{2,40}, ")  # "professional golfer, …"
_UNNAMED = re.compile(r"(?:_{4,}|\[[^\[\]\u2029]{0,60}\]|\u25cf)[^()]{0,200}$")
_NO_NAME = re.compile(
    r"(?i)(?:source|address|conditions|deliverables|this|example|parties|therefore|agreement|page|exhibit|title|its"
    r"|name"
    r"|tel|fax|schedule|recitals|whereas)$"
)
_SMALL = re.compile(
    r"(?:of|and|the|for|de|du|des|la|le|les|et|und|für|y|a|in|at|on|by|d|del|di|da|do|e|van|von|der|den|zu|i|plc"
    r"|dba|fka)$"
)
# Words in capitals that brackets give to other things than parties.
NO_ALIAS = re.compile(
    r"(?i)^(?:each |either |the |both )*(?:part(?:y|ies)|.*\bparties|.*\bagreement|.*\bdate|.*\bterm|territory|.*\bact"
    r"|prc|p\.r\.c\.?|.*\bmarks?|closing|sec|.*\bfield|contract|.*\bproducts?|.*\bpatents?|system|.*\bprograms?"
    r"|services?"
    r"|commission|nda|loi|deed|affiliates?|us|usa|court|.*schedule)$"
)


@dataclass(frozen=True, slots=True)
class Named:
    """A party as the draft introduces it; ``start`` and ``end`` are those of its name in the text."""

    name: str
    aliases: tuple[str, ...]
    country: str
    start: int
    end: int


def stem(name: str) -> str:
    """The name without its company form: "Foo Bar Co., Ltd." is "Foo Bar"."""
    return re.sub(rf"(?:,?[ ]+(?:{SUFFIX})\b\.?)+$", "", name).strip(" ,")


def is_company(name: str) -> bool:
    """A name with words of its own before the company's form (no "Services for Company")."""
    own = stem(name).split()
    return is_name(name) and bool(own) and not _SMALL.match(own[-1])


def has_form(name: str) -> bool:
    """A company's form stands in the name."""
    return bool(re.search(rf"\b{SUFFIX}\b", name))


def name_before(text: str, start: int, end: int, first: bool) -> Named | None:
    """The party whose description fills ``text[start:end]``: named at its front, or behind the best "and".

    A name that is still a blank ("________ ("Licensee")") gives a party with an empty name; no name gives None.
    """
    front = MARKER.match(text, start, end)
    at = front.end() if front else start
    choices = [_candidate(text, at, end)] if first or at > start + 1 else []
    choices += [_candidate(text, match.end(), end) for match in CONNECTOR.finditer(text, start, end)]
    named = [(score, one) for score, one in filter(None, choices)]
    if named:
        return max(named, key=lambda pair: pair[0])[1]
    blank = _UNNAMED.search(text, max(start, end - 400), end)
    return Named("", (), "", blank.start(), blank.start()) if blank else None


def _candidate(text: str, at: int, end: int) -> tuple[int, Named] | None:
    """A name that begins there, and how sure it is one."""
    for lead in (MARKER, _TITLES, _CALLING):
        match = lead.match(text, at, end)
        at = match.end() if match else at
    if not _NAME_START.match(text, at, end):
        return None
    stop = NAME_END.search(text, at, end)
    close = stop.start() if stop else end
    name = _whole(tidy(text[at:close]))
    if not 1 < len(name) < 110 or NO_ALIAS.match(name) or not is_name(name):
        return None
    formed = re.search(rf"\b{SUFFIX}\b\.?$", name)
    return 2 * bool(formed) + (close == end or text[close : close + 1] == "("), Named(name, (), "", at, close)


def is_name(name: str) -> bool:
    """No sentence: its words are capitals, numbers, small words, or like "ebix.com"."""
    words = name.split()
    if _NO_NAME.match(words[0].strip(".:")) or name.isdigit() or (len(words) == 1 and name[-1] == "."):
        return False
    return len(words) <= 14 and not any(word.isalpha() and word.islower() and not _SMALL.match(word) for word in words)


def _whole(name: str) -> str:
    """The name up to its company's form ("X, Inc. f/k/a Y, Inc.", "X AG Hauptstr."), without "and its Affiliates"."""
    name = re.sub(r"\s+and (?:its|their|all|certain|assigns)\b.*$|\s+and/or\b.*$", "", name)
    form = re.match(rf".{{2,80}}?\b{_STRONG}\b\.?(?:,?\s(?:{SUFFIX})\b\.?)*(?=\s+(?!of\b|and\b|&|\()\S)", name)
    return form[0] if form else name


def tidy(name: str) -> str:
    """The name with single blanks and without marks at its ends."""
    return re.sub(r"\.\.$", ".", re.sub(r"\s+", " ", name).strip(" ,;:\"'"))

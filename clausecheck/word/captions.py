"""Whether words are a caption ("Grant of License", "TERM AND TERMINATION") rather than a sentence or part of one."""

from __future__ import annotations

import re


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_SMALL = _listed(
    "a an and as at by for from in into its no not of on or over per the their this to under upon via with within "
    "without after before between during than both other de der des und et la le du"
)
_VERBS = _listed(
    "shall will may must is are was were be been has have had can could should would does do did means mean includes "
    "include grants agrees agree acknowledges undertakes represents pays receives remains remain survives "
    "applies apply makes make hereby sets set forth exceed exceeds contains constitutes constitute shows show "
    "disclaims disclaim owns owes retains keeps belongs vests assigns licenses reserves waives warrants "
    "that which who whom whose he she they it we you i"
)
_OPENERS = _listed(
    "if upon subject except notwithstanding unless provided whereas now therefore witnesseth when where while during "
    "after before between for in on at with without by each any all either neither dated dear"
)
_NO_CAPTION_END = re.compile(r"(?:\b(?:and|or|of|the|to|a|an|by|with|for)|[,;])$", re.IGNORECASE)
_ABBREVIATED = _listed(
    "inc ltd co corp llc llp plc gmbh kg ag no nos mr mrs ms dr prof st vs v eg ie etc art arts sec secs cl para ca "
    "approx jan feb mar apr jun jul aug sep sept oct nov dec bv nv sa kk"
)
_COMPANY = re.compile(
    r"\b(?:Inc|Ltd|Limited|Corp|Corporation|Company|LLC|L\.L\.C|LLP|PLC|plc|GmbH|AG|S\.?A|SAS|SE|B\.?V|N\.?V|K\.K|Pty|Co)\b\.?,?$",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"^(?:by|name|title|date|its|signature|signed|address|attn|attention|page|dated?|draft|source|exhibit|confidential|"
    r"private|attest|execution (?:copy|version)|e-?mail|fax|tel(?:ephone)?|phone|to|from|re|subject|cc|note|notes?)"
    r"\b\W*(?:\d|:|_|$)",
    re.IGNORECASE,
)
_JAPANESE_SENTENCE = re.compile(r"。|、.{20}|[\u3040-\u9fff].{30}", re.DOTALL)
_RECITAL = re.compile(
    r"(?:recitals?|background|whereas|preamble|witnesse?th|parties|between|by and between)$", re.IGNORECASE
)
_DIVIDER = re.compile(
    r"(?:agreements?|(?:general )?terms(?: and conditions)?|agreed terms|operative (?:provisions|terms|part))$",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:[.’'&/-][^\W\d_]+)*")
_WITH_LETTERS = re.compile(r"[^\W\d_]{2}")
MAX_WORDS, MAX_LENGTH = 14, 120


def is_caption(text: str, *, most: int = MAX_WORDS, verbs: bool = False) -> bool:
    """Short, begun with a capital, without a verb unless that is allowed: words that may stand above a text."""
    bare = text.strip(" \t\n.:–—-")
    if _JAPANESE_SENTENCE.search(bare):
        return False
    if not _WITH_LETTERS.search(bare) or len(bare) > MAX_LENGTH or _NO_CAPTION_END.search(bare) or _breaks_off(bare):
        return False
    first = bare.lstrip("([“\"'‘*")[:1]
    if first.islower() or (bare[0] in '“"‘' and not bare.isupper()):
        return False
    words = [word.lower() for word in _WORD.findall(bare)]
    if not verbs and _VERBS.intersection(words[1:]):
        return False
    return 0 < len(words) <= most


def _breaks_off(text: str) -> bool:
    """A bracket or a quotation is not closed, or not opened."""
    pairs = (("(", ")"), ("[", "]"), ("“", "”"))
    return text.count('"') % 2 == 1 or any(text.count(opening) != text.count(closing) for opening, closing in pairs)


def in_capitals(text: str) -> bool:
    """All its letters are capitals, and there are some."""
    return text.isupper() and bool(_WITH_LETTERS.search(text))


def in_title_case(text: str) -> bool:
    """All words but the small ones begin with a capital."""
    words = _WORD.findall(text)
    return bool(words) and all(word[0].isupper() or not word[0].islower() or word.lower() in _SMALL for word in words)


def is_plain_caption(text: str, *, numbered: bool) -> bool:
    """A caption by its words alone, without any look: in title case or capitals, or a few words behind a number."""
    if not is_caption(text, most=10) or text.count(",") > 3:
        return False
    if in_capitals(text) or in_title_case(text):
        return numbered or not opens_a_sentence(text)
    return numbered and len(text.split()) <= 6 and not opens_a_sentence(text)


def is_recital(text: str) -> bool:
    """The heading of what stands before the agreed text: parties, recitals."""
    return bool(_RECITAL.match(text.strip(" .:")))


def is_divider(text: str) -> bool:
    """A heading that divides the draft and is not the caption of a clause: "RECITALS", "AGREED TERMS"."""
    return is_recital(text) or bool(_DIVIDER.match(text.strip(" .:")))


def begins_with_a_word(text: str) -> bool:
    """Its first character is a letter, but for an opening bracket or quotation mark."""
    return text.strip().lstrip("([“\"‘'")[:1].isalpha()


def opens_a_sentence(text: str) -> bool:
    """Begins with a word that captions do not begin with: If, Upon, Subject, Each …"""
    first = _WORD.search(text)
    return first is not None and first.group().lower() in _OPENERS


def is_furniture(text: str) -> bool:
    """A label of a signature block or a page, such as "By:", "Title", "Page 3", "Source:"."""
    return bool(_FURNITURE.match(text.strip(" \t\n.:–—-")))


def names_a_company(text: str) -> bool:
    """Ends like the name of a company, as signature blocks and cover pages do."""
    return bool(_COMPANY.search(text.strip(' .:()"”')))


def ends_in_abbreviation(text: str) -> bool:
    """A full stop behind it belongs to the word: "Co", "Inc", "No", "U.S"."""
    last = text.rsplit(None, 1)[-1].strip('("“').lower() if text.split() else ""
    return last.replace(".", "") in _ABBREVIATED or bool(re.fullmatch(r"(?:[a-z]\.)*[a-z]", last))

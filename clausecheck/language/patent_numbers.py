"""Patent numbers in running text: granted, published and pending, of the offices that licences name.

A number counts where an office code and its shape ("JP 7034118", "EP 1 234 567 B1", "PCT/US2024/041877") or the words
before it ("U.S. Patent Nos. 6,123,456 and 7,…") say what it is. Registration numbers of trade marks, telephone,
account, tax and file numbers look alike and are kept out by the words before them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from . import countries
from .found import BLANK, Found, widest

_S = rf"{BLANK}{{0,4}}"
KIND = r"(?:[ ]?[ABCESTUY]\d?(?![\w]))?"  # B2, A1, U
_COMMA = r"\d{1,2},\d{3},\d{3}"
_COMMA_US = r"(?:[4-9]|1\d),\d{3},\d{3}"  # those in force; a lower figure is more likely an amount
SERIAL = r"'?\d{1,2}/\d{3},?\d{3}"  # US application
_REISSUE = r"R[Ee]\.?[ ]?\d{2},?\d{3}"
_SPACED_CN = r"\d{4}[ ]\d[ ]\d{7}(?:\.[\dX])?"
_US = (
    rf"(?:{_COMMA_US}|(?<!US)(?:RE\d|D\d\d)\d,?\d{{3}}|{SERIAL}|(?:19|20)\d\d[/-]?\d{{6,7}}|[4-9]\d{{6}}"
    r"|(?:0[6-9]|1\d|29|6\d)\d{6})"
)
_DASHED = r"(?:(?:[HSP]|(?:Hei|Sho|Heisei|Showa)[. ]?[ ]?)\d{1,2}-\d{3,7}|(?:19|20)\d\d-(?!(?:19|20)\d\d\b)\d{3,7})"
_SHAPES = {
    "US": _US,
    "EP": r"(?:\d{1,2}[ ]\d{3}[ ]\d{3}|\d{7,8}(?:\.\d)?)",
    "JP": rf"(?:{_DASHED}|\d{{7}}|\d{{4}}[ ]?/[ ]?\d{{6}})",
    "CN": rf"(?:ZL[ ]?)?(?:\d{{7,13}}(?:\.[\dX])?|{_SPACED_CN})",
    "KR": r"(?:10|20)-?(?:\d{4}-)?\d{7}",
    "DE": r"(?:\d{1,2}[ ](?:\d{4}[ ])?\d{3}[ ]\d{3}(?:\.\d)?|\d{8,12}(?:\.\d)?)",
    "GB": r"\d[ ,]?\d{3}[ ,]?\d{3}",
    "FR": r"\d[ ,]?\d{3}[ ,]?\d{3}",
    "AU": r"\d{6}|(?:19|20)\d{8}",
    "CA": rf"(?:{_COMMA}|\d{{7}})",
    "TW": r"[IM]?\d{6,9}",
    "WO": r"(?:\d{2}|\d{4})[/-]?\d{5,6}",
}
_CONFIRMED = re.compile(  # "ES 1638938 Spain": a code that the country behind it bears out
    r"(?<![\w/$€£¥.,-])(?P<code>[A-Z]{2})[ ](?P<number>\d{7,14})[ \t|]{1,4}(?P<country>[A-Z][a-z]+(?: [A-Z][a-z]+)?)"
)
ANY = (
    rf"(?:{_COMMA}|{SERIAL}|{_REISSUE}|D\d{{3}},?\d{{3}}|{_DASHED}|(?:19|20)\d\d/\d{{4,7}}|10-(?:\d{{4}}-)?\d{{7}}"
    r"|\d{1,2}[ ]\d{3}[ ]\d{3}|\d{2}[ ]\d{4}[ ]\d{3}[ ]\d{3}(?:\.\d)?|[IM][ ]?\d{6}|PI\d{7}(?:-\d)?"
    r"|\d{1,5}/[A-Z]{3,7}/\d{4}|\d{6,13}(?:\.[\dX])?)"
)
_PCT = r"PCT[/ ]?[A-Z]{2}[ ]?(?:\d{4}|\d{2})/?[ ]?\d{4,6}"
_AFTER_CODE = r"(?:-[A-C]\d?)?[ :|\t.-]{0,3}"  # "JP-A-2010-…", "EP-B1-…"
_WITH_CODE = "|".join(rf"{office}{_AFTER_CODE}(?:{shape})" for office, shape in _SHAPES.items())
NUMBERED = rf"(?:{_PCT}|(?:{_WITH_CODE}|ZL[ ]?(?:\d{{8,12}}(?:\.[\dX])?|{_SPACED_CN})){KIND})"
_END = r"(?![\w]|[,.]\d|-\d)"
_ALONE = re.compile(rf"(?<![\w/$€£¥.,-]){NUMBERED}{_END}")
_JAPANESE = re.compile(
    r"(?:特許第?|特許番号第?|特願|特開|特表|再公表|実用新案登録第?)[ ]?(?:[平昭令]?\d{1,4}-)?\d{4,7}(?:号)?"
)
_ROMANISED = re.compile(rf"\b(?:Tokugan|Tokkai|Tokuhyo|Kokai|Tokko)[ -]{{1,2}}(?:No\.[ ])?(?P<number>{_DASHED}){_END}")

_OFFICE = (
    r"U\.?[ ]?S\.?(?:A\.?)?|United States|USPTO|European|EP|EPO|Japan(?:ese)?|JP|Chin(?:a|ese)|CN|PRC"
    r"|(?:South )?Korean?"
    r"|KR|German(?:y)?|DE|British|UK|GB|French|FR|Australian?|AU|Canad(?:a|ian)|CA|Taiwan(?:ese)?|TW|Indian?"
    r"|International"
    r"|PCT|WO|Italian|Spanish|Swiss|Dutch|Mexican|Brazilian|Russian|Israeli|Swedish|Hong Kong|Singapore"
)
_WORDS = (
    r"(?:[Pp]atent|PATENT|Pat\.|[Aa]pplication|APPLICATION|[Ss]erial|SERIAL|Ser\.|[Pp]ublication|[Uu]tility [Mm]odel"
    r"|USSN|U\.S\.S\.N\.|S\.N\.)"
)
_FURTHER = rf"(?:{_WORDS}s?|[Rr]egistration|[Ll]aid-[Oo]pen)"  # what follows the first of them
_LABEL = re.compile(
    r"(?=[A-Zapsu])"  # what any of it begins with: quick
    rf"(?:(?<![\w.])(?P<office>{_OFFICE})(?:[ ]?[:\u2013-])?{BLANK}{{1,4}})?"
    rf"(?:(?:Provisional|provisional|Utility|Design|Reissue|Published|published|Letters|Regional"
    rf"|Phase|Unexamined|Examined){BLANK}{{1,4}}){{0,2}}"
    rf"(?<![\w]){_WORDS}s?(?:{BLANK}{{1,4}}{_FURTHER}){{0,3}}"
    rf"(?:{_S}\([A-Z][a-z]{{3,12}}\))?"  # "(Kokai)"
    rf"(?:(?:{BLANK}{{1,4}}(?:with|bearing|having|under)(?:{BLANK}the)?(?:{BLANK}(?:registration|application|serial))?)?"
    rf"{_S}(?:Nos?\.?|NOS?\.?|nos?\.|Numbers?|numbers?|NUMBERS?|numbered|#)(?:{_S}:)?|{_S}:)?{_S}(?=['\dA-Z])"
)
_LISTED = re.compile(rf"(?P<number>{NUMBERED}|(?:(?P<code>[A-Z]{{2}})[ ])?{ANY}{KIND}){_END}")
_NEXT = re.compile(
    rf"(?:{_S}\([^()\u2029]{{1,160}}\))?{_S}(?:[,;]{_S}(?:and|or|&)?|and|or|&){_S}(?:Nos?\.{_S})?(?=['\dA-Z])"
)
_OTHER_NUMBER = re.compile(
    r"(?i)trade-?mark|service mark|\bmarks?\b|\breg(?:istration|istered|\.)|account|\ba/c\b|\btel\b|phone|\bfax"
    r"|mobile|\bvat\b"
    r"|\btax|\biban|\bhrb\b|docket|\bcase\b|invoice|\border\b|policy|permit|\bnda\b|\bind\b|\bbla\b|\bcas\b|file n"
    r"|commission"
    r"|zip|postal|domain|copyright|part n|catalog|model n|contract n|grant n|award n|\bsic\b|duns|employer|loan|credit"
)
_PATENT = re.compile(r"(?i)\bpat(?:ent|\.)|\bPCT\b|invention|provisional|utility model")
_US_PATENT_SERIES = re.compile(r"'?(?:[01]\d|29|35|6[0-4])/")  # those of trade marks begin at 71


def patent_numbers(text: str) -> Iterator[Found]:
    """Patents and applications with a value such as "US 6123456", "JP 2023-551204", "PCT/US2024/041877"."""
    yield from widest([*_alone(text), *_labelled(text), *_japanese(text)])


def value(number: str, office: str = "") -> str:
    """Office code and number without ornament; the office only where it is known."""
    number = re.sub(r"^R[Ee]\.?[ ]?(?=\d)", "RE", re.sub(rf"{KIND}$", "", number.strip()))
    if number.startswith("PCT"):
        return number.replace(" ", "")
    match = re.match(rf"([A-Z]{{2}}){_AFTER_CODE}(?=[\dA-Z])", number)
    if match and match[1] not in ("RE", "PI"):
        office, number = {"ZL": "CN", "UK": "GB"}.get(match[1], match[1]), number[match.end() :]
    bare = re.sub(r"^(H|S)(?:ei|eisei|ho|howa)[. ]*(?=\d)", r"\1", re.sub(r"^ZL[ ]?|[ ,']", "", number))
    if not office and (re.fullmatch(SERIAL, number) or re.fullmatch(_COMMA, number)):
        office = "US"
    return f"{office} {bare}".strip()


def is_other(text: str, start: int) -> bool:
    """The words before say that the number is a trade mark's, a telephone, an account or the like."""
    before = text[max(0, start - 48) : start].rpartition("\u2029")[2]
    others = [match.end() for match in _OTHER_NUMBER.finditer(before)]
    return bool(others) and not _PATENT.search(before, others[-1])


def _alone(text: str) -> Iterator[Found]:
    for match in _ALONE.finditer(text):
        if not is_other(text, match.start()) and not match[0].endswith(",000"):  # more likely an amount
            yield Found(match.start(), match.end(), value(match[0]))
    for match in _CONFIRMED.finditer(text):
        named = countries.code(match["country"]) or countries.code(match["country"].split()[0])
        if named and named == countries.code(match["code"]) and not is_other(text, match.start()):
            yield Found(match.start(), match.end("number"), f"{match['code']} {match['number']}")


def _labelled(text: str) -> Iterator[Found]:
    for label in _LABEL.finditer(text):
        if not _says_patent(text, label):
            continue
        office, at = _office(label["office"] or ""), label.end()
        while match := _LISTED.match(text, at):
            if not _is_number(match["number"]):
                break
            yield Found(match.start(), match.end(), value(match["number"], office))
            onward = _NEXT.match(text, match.end())
            if not onward:
                break
            at = onward.end()


def _says_patent(text: str, label: re.Match[str]) -> bool:
    """ "Patent" stands in the label, or shortly before or behind "Serial No." or "Application No."."""
    if is_other(text, label.start()):
        return False
    if label["office"] in ("PCT", "WO", "International") or _PATENT.search(label[0]):
        return True
    before = text[max(0, label.start() - 200) : label.start()].rpartition("\u2029")[2]
    behind = text[label.end() : label.end() + 80].partition("\u2029")[0]
    return bool(_PATENT.search(before) or (_US_PATENT_SERIES.match(behind) and _PATENT.search(behind)))


def _is_number(number: str) -> bool:
    """Not a year or a date such as "2019-1234" could hide; six digits at least, or a mark that patents alone have."""
    return len(re.sub(r"\D", "", number)) >= 6 or number[:2].upper() in ("RE", "PI")


def _office(words: str) -> str:
    word = re.sub(r"[. ]", "", words)
    if word in ("International", "PCT", "WO"):
        return "WO"
    if word in ("European", "EP", "EPO"):
        return "EP"
    if word in ("US", "USA", "UnitedStates", "USPTO"):
        return "US"
    code = countries.code(words).upper()
    return "GB" if code == "UK" else code


def _japanese(text: str) -> Iterator[Found]:
    for match in _JAPANESE.finditer(text):
        yield Found(match.start(), match.end(), "JP " + re.sub(r"\D*?([平昭令]?\d[\d-]*)\D*", r"\1", match[0]))
    for match in _ROMANISED.finditer(text):
        yield Found(match.start(), match.end(), value(match["number"], "JP"))

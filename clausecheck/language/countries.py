"""Countries by name, adjective, state, company form and patent office, as codes: ISO 3166 in lower case, uk, eu."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from .found import BLANK, Found

_NAMES = {
    "us": "United States of America|United States|U.S.A.|USA|U.S.|US",
    "jp": "Japan",
    "cn": "People's Republic of China|P.R. China|PR China|PRC|P.R.C.|China|Mainland China",
    "kr": "Republic of Korea|South Korea|Korea",
    "tw": "Taiwan|Republic of China",
    "hk": "Hong Kong SAR|Hong Kong|Hongkong",
    "mo": "Macao|Macau",
    "uk": "United Kingdom|Great Britain|England and Wales|England & Wales|England|Scotland|Northern Ireland|Wales|UK"
    "|U.K.",
    "de": "Federal Republic of Germany|Germany",
    "fr": "France|French Republic",
    "it": "Italy",
    "es": "Spain",
    "pt": "Portugal",
    "nl": "The Netherlands|Netherlands|Holland",
    "be": "Belgium",
    "lu": "Luxembourg|Luxemburg",
    "ch": "Switzerland|Swiss Confederation",
    "at": "Austria",
    "ie": "Ireland|Republic of Ireland",
    "se": "Sweden",
    "no": "Norway",
    "dk": "Denmark",
    "fi": "Finland",
    "pl": "Poland",
    "cz": "Czech Republic|Czechia",
    "hu": "Hungary",
    "gr": "Greece",
    "tr": "Turkey",
    "ru": "Russia|Russian Federation",
    "il": "State of Israel|Israel",
    "in": "Republic of India|India",
    "sg": "Republic of Singapore|Singapore",
    "my": "Malaysia",
    "th": "Kingdom of Thailand|Thailand",
    "id": "Indonesia",
    "ph": "Philippines",
    "vn": "Vietnam|Viet Nam",
    "au": "Commonwealth of Australia|Australia",
    "nz": "New Zealand",
    "ca": "Canada",
    "mx": "Mexico|United Mexican States",
    "br": "Brazil",
    "ar": "Argentina",
    "cl": "Chile",
    "za": "South Africa",
    "ae": "United Arab Emirates|UAE|Dubai",
    "sa": "Saudi Arabia",
    "bm": "Bermuda",
    "ky": "Cayman Islands",
    "vg": "British Virgin Islands",
    "je": "Jersey, Channel Islands|Bailiwick of Jersey",
    "gg": "Guernsey",
    "mu": "Mauritius",
    "eu": "European Union|European Economic Area|EEA|EU",
}
_ADJECTIVES = {
    "us": "American|U.S.|US", "jp": "Japanese", "cn": "Chinese|PRC", "kr": "Korean|South Korean", "tw": "Taiwanese",
    "uk": "English|British|Scottish|U.K.|UK", "de": "German", "fr": "French", "it": "Italian", "es": "Spanish",
    "nl": "Dutch",
    "be": "Belgian", "ch": "Swiss", "at": "Austrian", "ie": "Irish", "se": "Swedish", "no": "Norwegian", "dk": "Danish",
    "fi": "Finnish", "pl": "Polish", "ru": "Russian", "il": "Israeli", "in": "Indian", "sg": "Singaporean|Singapore",
    "th": "Thai", "au": "Australian", "nz": "New Zealand", "ca": "Canadian", "mx": "Mexican", "br": "Brazilian",
    "za": "South African", "bm": "Bermudan", "lu": "Luxembourg", "hk": "Hong Kong", "eu": "European",
    "pt": "Portuguese",
}  # fmt: skip
US_STATES = (
    "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois"
    "|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri"
    "|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma"
    "|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington"
    "|West Virginia|Wisconsin|Wyoming|District of Columbia|Puerto Rico"
)
_POSTAL = (
    "AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR"
    "|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC"
)
_PROVINCES = (
    "Alberta|British Columbia|Manitoba|New Brunswick|Newfoundland|Nova Scotia|Ontario|Quebec|Québec|Saskatchewan"
)
_ENGLISH_LAWS = "England and Wales|England & Wales|England"

# Company forms that one country alone uses.
_FORMS = {
    "jp": r"K\.?K\.?|Kabushiki Kaisha|Kabushiki Gaisha|Y\.?K\.?|G\.?K\.?|Godo Kaisha",
    "fr": r"S\.?A\.?S\.?U?|S\.?A\.?R\.?L\.?",
    "de": r"GmbH(?: & Co\.? KG)?",
    "nl": r"B\.V\.|BV|N\.V\.",
    "it": r"S\.?p\.?A\.?|S\.r\.l\.?",
    "se": r"Aktiebolag",
    "dk": r"A/S|ApS",
    "fi": r"Oyj|Oy",
    "my": r"Sdn\.? ?Bhd\.?",
    "sg": r"Pte\.? ?(?:Ltd\.?|Limited)",
    "in": r"Pvt\.? ?Ltd\.?",
    "au": r"Pty\.? ?(?:Ltd\.?|Limited)",
    "br": r"Ltda\.?",
    "uk": r"PLC|plc|P\.L\.C\.",
}
_OFFICES = {"GB": "uk", "EP": "eu", "ZL": "cn"}  # codes of patent offices that are not the country's


def _pattern(names: str) -> str:
    return "|".join(re.escape(name) for name in sorted(names.split("|"), key=len, reverse=True))


def _index(table: dict[str, str]) -> dict[str, str]:
    return {name.lower(): code for code, names in table.items() for name in names.split("|")}


_CODE_OF_NAME = (
    _index(_NAMES)
    | dict.fromkeys(US_STATES.lower().split("|"), "us")
    | dict.fromkeys(_PROVINCES.lower().split("|"), "ca")
)
_CODE_OF_ADJECTIVE = _index(_ADJECTIVES) | {name: code for name, code in _CODE_OF_NAME.items() if name != "us"}


@cache
def _names() -> re.Pattern[str]:
    every = "|".join((*_NAMES.values(), US_STATES, _PROVINCES))
    words = _pattern("|".join(dict.fromkeys(f"{every}|{every.upper()}".split("|"))))
    return re.compile(rf"(?<![\w.@-])(?:{words}|(?:{_POSTAL})(?={BLANK}\d{{5}}))(?![\w@])")


@cache
def _adjectives() -> re.Pattern[str]:
    return re.compile(rf"\b({_pattern('|'.join((*_ADJECTIVES.values(), US_STATES, _PROVINCES)))})(?![\w])")


@cache
def _forms() -> re.Pattern[str]:
    return re.compile("|".join(rf"(?P<{code}>(?<![\w.])(?:{forms})(?![\w]))" for code, forms in _FORMS.items()))


def countries(text: str) -> Iterator[Found]:
    """Names of countries, their states and provinces, as written or in capitals; "CA 94102" is the United States."""
    for match in _names().finditer(text):
        yield Found(match.start(), match.end(), _CODE_OF_NAME.get(match[0].lower(), "us"))


def code(words: str) -> str:
    """The code of a country's name, state, adjective (in any case) or patent office ("EP"); else empty."""
    word = words.strip().removeprefix("the ").removeprefix("The ").strip()
    if len(word) == 2 and word.isupper():
        return _OFFICES.get(word, word.lower() if word.lower() in _NAMES else "")
    return _CODE_OF_NAME.get(word.lower()) or _CODE_OF_ADJECTIVE.get(word.lower(), "")


def adjective(text: str) -> tuple[str, str]:
    """The first adjective of a country or state ("a Delaware corporation") and its code; else two empty texts."""
    match = _adjectives().search(text)
    return (match[0], code(match[0])) if match else ("", "")


def of_form(name: str) -> str:
    """The country whose law alone knows the company form in the name: "X GmbH" is de; else empty."""
    match = _forms().search(name)
    return match.lastgroup or "" if match else ""

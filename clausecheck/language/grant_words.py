"""The words of licence grants, in lower case: verbs, what is given, and what makes a sentence no grant."""

from __future__ import annotations

import re

VERB = re.compile(
    r"\b(?:hereby (?:grants?|licen[cs]es?|gives?|authori[sz]es?|provides?|permits?|extends?|conveys?|sub-?licenses?)"
    r"|grants?|licenses|gives|authori[sz]es|provides|shall license|will license|agrees to license)\b"
)
PASSIVE = re.compile(
    r"\b(?:is|are|shall be|will be|be)\s+(?:hereby\s+)?(?:granted|licensed|authori[sz]ed to use|permitted to use"
    r"|given)\b(?! no\b)"
)
HAS = re.compile(r"\b(?:shall|will)? ?(?:ha(?:ve|s)|enjoys?|receives?|acquires?|accepts?|be entitled to)\b")
LICENCE_HELD = re.compile(
    r"\s+(?:an?|the)\s+(?:(?!to\b|of\b|for\b|under\b|from\b|right to\b)[\w,()-]{1,40}\s+){0,10}?licen[cs]e\b"
)
MAY_USE = re.compile(
    r"\b(?:may|shall be entitled to|(?:is|will be|shall be) (?:permitted|allowed|authori[sz]ed) to"
    r"|(?:shall have|will have|has) the (?:[\w-]+ )?right to)\s+(?:also |continue to )?(?:use|display|reproduce"
    r"|copy|practi[cs]e)\b"
)
MAY = re.compile(
    r"\s*(?:to )?(?:use|display|copy|reproduce|make|distribute|access|install)\b|[^.;]{0,80}\bto (?:display|use)\b"
)
INCLUDES = re.compile(
    r"\blicen[cs]es? (?:grant(?:ed)? )?(?:hereunder |herein )?(?:also )?(?:includes?|extends to|covers)\b"
)
GRANTED_TO = re.compile(
    r"\blicen[cs]es?\b[^.;\u2029]{0,80}?\bgranted\b(?! (?:to|by) (?:any|third|others))[^.;\u2029]{0,40}?\b(?P<by>by"
    r"|to)\s+"
    r"(?:the\s+)?"
)
LICENCE = re.compile(
    r"following rights|licen[cs]es?\b|licen[cs]ing|right, on an? [\w-]+ basis|right and (?:privilege|authority)"
    r"|rights? (?:and \w+ )?(?:to|of) (?:us|mak|exploit|reproduc|distribut|market|resell|practi|sell|copy|display"
    r"|access|work"
    r"|manufactur|install|incorporat|promot|develop|utiliz|exhibit)|permission to us|covenant not to sue"
)
OTHER_GIFT = re.compile(
    r"\b(?:option|consent|extension|approval|credit|security interest|lien|powers? of attorney|waiver|stock|shares"
    r"|refund"
    r"|discount|right of first|opportunity|access to (?:its|the) (?:books|premises|records))\b"
)
NOT = re.compile(
    r"\b(?:not|no|nothing|never|neither|nor|without|unless|if|whether|fails? to|refus\w{2,4} to"
    r"|request(?:s|ed)? (?:that|to))\b"
)
ABLE = re.compile(
    r"\b(?:right|ability|power|authority|entitled|able|required|sufficient|option"
    r"|intends?)(?: and \w+)? to\s+(?:so\s+)?$"
)
ONLY_STATED = re.compile(r"\s+only the\b|\s+(?:herein|hereunder)\b")
DEFINITION = re.compile(
    r"\"[^\"]{1,60}\"[^.]{0,30}\b(?:means?|shall mean|has the|have the)\b|\b(?:controls?|controlled) (?:means|\()"
)
RECITAL = re.compile(r"\s*whereas\b")
AFTER_END = re.compile(
    r"\b(?:upon|after|following|event of|effects? of|case of|on)\s+"
    r"(?:(?:the|any|such|an?|this|early|expiration|expiry|or)\s+){0,5}terminat|consequences of terminat"
)

MUTUAL_SUBJECT = re.compile(
    r"\b(?:each (?:of the )?part(?:y|ies)|the parties|both parties|each of (?:us|[^.;,]{3,60})"
    r"|they)(?: \([^()]{0,60}\))?,?"
    r"(?: on behalf of [^,]{3,60},)?(?:\s+(?:hereby|shall|will|each|also|do|agrees?|undertakes?|to)){0,5}\s*$"
)
MUTUAL_OBJECT = re.compile(
    r"\s*(?:,[^,;.\u2029]{0,120},)?\s*(?:to|unto)?\s*(?:each other|one another|the others?\b(?: party| parties)?"
    r"|each (?:of the )?others?\b)"
)
MUTUAL_LATER = re.compile(r"\bto (?:each other|one another|the other(?: party)?\b)")
TO = re.compile(r"\b(?:to|unto|upon)\s+(?:the\s+)?$")
STRAIGHT_TO = re.compile(
    r"\s*,?\s*(?:(?:and|or)\s+(?:\w+\s+){1,4}?(?:grant|license|assign)s?,?\s*)?(?:back\s+)?"
    r"(?:(?:solely|only|exclusively)\s+)?(?:to|unto|upon)?\s*(?:the\s+)?$"
)
NEW_CLAUSE = re.compile(r"\b(?:shall|may|will|must)\b|sub-?licen[cs]es? to any")

BY_OR_TO = re.compile(r"\s*(?:\([^()]{0,80}\))?\s*(?P<by>by|to)\s+(?:the\s+)?")

TECHNOLOGY = re.compile(
    r"patent|know-how|technolog|technical information|software|source code|object code|programs?\b"
    r"|intellectual property"
    r"|invention|process|\bdata\b|content|copyright|works?\b|materials|licensed (?:products?|property|rights)"
    r"|systems?\b"
    r"|films?|recordings|images|modules?|database|documentation"
)
MARKS = re.compile(
    r"trade ?-?marks?|service ?marks?|trade ?names?|logos?|\bmarks?\b|brand features|name and likeness|\bnames?\b"
)
BACK = re.compile(
    r"(?<!make )(?<!develop )(?<!create )\bimprovements?\b|feedback|suggestion|enhancements\b|grant-?back|grants? back"
)
SERVICE = re.compile(
    r"(?:solely|only|necessary|required|in order|exclusively|limited)[^.;]{0,40}\b(?:perform(?:ing|ance)?\b|providing"
    r"|to provide|fulfil|carry out|the services|its obligations)|to perform (?:its|the|such) |to provide the services"
    r"|purpose of (?:perform|providing)"
)
EXCLUSIVE = re.compile(
    r"(?<!non-)(?<!non )(?<!non- )(?<!co-)\b(?:exclusive|sole)\b(?! property| discretion| expense| owner| right, title)"
)

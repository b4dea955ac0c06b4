"""What is English about reading an agreement: word lists and set phrases, and nothing else."""

from __future__ import annotations

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# A full stop behind these ends no sentence, whatever follows.
NEVER_END = _words("mr mrs ms dr prof messrs hon st mt ft v vs cf approx attn viz e.g i.e eg ie")
# … behind these only where no number follows ("No. 6,123,456", "Art. 5", "Ex. A").
BEFORE_NUMBER = _words(
    "no nos art arts sec secs sect cl cls para paras sch ex exh fig figs vol ed ch p pp pg pat pats appl app ser "
    "reg regs tit tel fax ext ph supp div rm ste bldg fl cir dist stat rev ann nr"
)
# … behind these only where the next word is one that begins sentences.
MAY_END = _words(
    "inc co cos ltd corp llc llp lp plc pty pvt pte pharm mfg intl natl assn univ inst dept jr sr esq etc al jan "
    "feb mar apr jun jul aug sept sep oct nov dec bros u.s u.s.a u.k p.r.c e.u a.m p.m n.v s.a b.v a.g k.k s.p.a "
    "d.c l.p l.l.c s.r.l ph.d m.d b.s m.s seq ave blvd rd calif del mass ont"
)
# A single letter and a full stop are an initial ("Frank J. Smith"), but not behind these ("Exhibit A.").
LETTERED = _words(
    "exhibit schedule annex appendix attachment part section article clause phase option class series table group "
    "type category plan vitamin item tier tranche and or"
)
# Words that begin sentences and, written with a capital, hardly stand inside one; parties' names do.
STARTERS = _words(
    "a all although an any as at both by during each either except for from furthermore however if in it its "
    "neither no none nothing notwithstanding on once our provided should since subject such that the their then "
    "there thereafter therefore these they this those to under unless until upon we when where whereas whether "
    "which while with within without you your nor"
)
PARTY_WORDS = _words("licensor licensee company customer supplier party parties vendor client buyer seller")

# Titles over the recitals; the zone behind one ends with the words of agreement or the first clause.
RECITAL_TITLE = re.compile(
    r"(?:recitals?|whereas|background|preambles?|premises|recordal|w\s?i\s?t\s?n\s?e\s?s\s?s\s?e\s?t\s?h"
    r"|(?:statement of )?recitals and background|background and recitals|explanatory statement)",
    re.IGNORECASE,
)
RECITAL = re.compile(r"(?:AND |and )?(?:WHEREAS\b|Whereas[,:]?\s)")
RECITALS_COUNT = re.compile(
    r"\brecitals?\b[^.]{0,80}\b(?:incorporated|form(?:s|ing)?\s+(?:an?\s+)?(?:integral\s+)?part)\b", re.IGNORECASE
)
PREAMBLE = re.compile(
    r"(?:THIS|This)\b.{0,160}\b(?:AGREEMENT|Agreement|DEED|Deed|LICEN[CS]E|Licen[cs]e|CONTRACT|Contract)\b.{0,200}?"
    r"\b(?:made|entered|between|among|BETWEEN|AMONG|dated|effective\s+as|executed\s+as)\b"
    r"|.{0,300}\b(?:made|entered|dated|executed|concluded|effective)\b[^.]{0,250}?\b(?:between|among|amongst|BETWEEN|AMONG)\b",
    re.DOTALL,
)
# "NOW, THEREFORE … agree as follows", "IT IS AGREED:", "the parties agree:"
AGREEMENT_WORDS = re.compile(
    r"\bnow,?\s+(?:therefore|it is)\b|\bnow,?\s+this\s+(?:agreement|deed)\s+witness"
    r"|\b(?:agree|agrees|agreed|covenant|contract|witnesses|witnesseth)\b[^.;:]{0,60}\bas\s+follows\b"
    r"|\bit\s+is\s+(?:hereby\s+)?(?:mutually\s+)?agreed\b[^.;]{0,40}[:.]?\s*$"
    r"|\b(?:parties|we)\b[^.;]{0,40}\bagree(?:\s+that)?\s*[:.]?\s*$|^(?:agreed\s+terms|operative\s+(?:provisions|part))\W*$",
    re.IGNORECASE,
)

CONTENTS_TITLE = re.compile(r"(?:table\s+of\s+)?contents\b|index\s*$", re.IGNORECASE)
SCHEDULE = re.compile(r"(?:schedule|exhibit|annex(?:ure)?|appendix|attachment|addendum)\b", re.IGNORECASE)
# What stands for words that are not there yet: "[See attached.]", "[●]", "____", "TBD", "To be agreed."
FILLER = re.compile(
    r"[\[({][^\[\](){}\u2029]{0,120}[\])}][.;]?|[_\u25cf*\u2026. ]{2,80}|(?:tbd|tba|tbc)\.?"
    r"|(?:see\s+attached|to\s+(?:be|come|follow))\b[^.;\u2029]{0,60}\.?",
    re.IGNORECASE,
)
CLAUSE_WORD = r"(?:ARTICLE|Article|SECTION|Section|CLAUSE|Clause|PART|Part)"

SIGNATURE_START = re.compile(
    r"(?:in\s+witness\s+(?:whereof|of which|thereof|hereof)|thus\s+done\s+and\s+signed"
    r"|executed\s+(?:as a deed|by the parties)"
    r"|agreed\s+(?:to\s+)?and\s+accepted|accepted\s+and\s+agreed|acknowledged\s+and\s+agreed\s*(?:to)?\s*(?:by|:|$)"
    r"|yours\s+(?:sincerely|faithfully|truly)|(?:very\s+)?truly\s+yours|sincerely(?:\s+yours)?\s*,?\s*$|kind(?:est)?\s+regards"
    r"|signed\s+(?:and delivered |, sealed and delivered )?(?:for and |by\b|on behalf)|signature\s+page"
    r"|\[?\(?signature\s+page|\[?(?:the\s+)?(?:remainder|rest)\s+of\s+(?:this\s+|the\s+)?page)",
    re.IGNORECASE,
)
SIGNATURE_LINE = re.compile(
    r"(?:by|name|print(?:ed)?\s+name|title|its|signature|signed|date|date\s+signed|witness(?:es|ed)?|as witnesses"
    r"|authori[sz]ed\s+signat\w+|place)\s*(?::|_{2,}|/s/|\.{4,})|/s/|_{6,}",
    re.IGNORECASE,
)

# A note to the draftsman: a paragraph that says so first …
_NOTE = (
    r"(?:drafting|drafter'?s?|draftsman'?s?|guidance|explanatory|practice|editor'?s?|internal)\s+notes?\b"
    r"|notes?\s+to\s+(?:the\s+)?(?:draft|drafter|draftsman|reader|editor|user)\w*\b|n\.?t\.?d\.?\s*:|commentary\b"
    r"|instructions?\s*(?:to|for)\s+(?:the\s+)?(?:draft|user)\w*"
)
ASIDE = re.compile(rf"(?:{_NOTE})", re.IGNORECASE)
# … or words in square brackets.
_BRACKETED = rf"[\[{{]\s*(?:{_NOTE}|(?:alternative\s+)?notes?\b|ntd\b|comments?\b)"
BRACKETED_ASIDE = re.compile(_BRACKETED, re.IGNORECASE)
ASIDE_INSIDE = re.compile(rf"{_BRACKETED}[^\[\]]{{0,2000}}\]", re.IGNORECASE)
ASIDE_STYLE = re.compile(r"comment|guidance|drafting|annotation", re.IGNORECASE)

# What a regulator's filing adds to a copy of an agreement.
FILING_NOTE = re.compile(
    r"\W*(?:certain|portions?|confidential|information|text|omissions|this\s+exhibit|a\s+complete|specific\s+terms|indicates"
    r"|denotes|pursuant\s+to|the\s+(?:registrant|appearance|symbol|omitted)|represents\s+(?:material|information))\b.{0,300}"
    r"\b(?:(?:is|are|has\s+been|have\s+been)\s+(?:omitted|excluded|redacted|designated)|filed\s+separately"
    r"|confidential\s+treatment)\b",
    re.IGNORECASE | re.DOTALL,
)
# … and the page to its middle: a source line, a page count.
PAGE_INSIDE = re.compile(
    r"(?=[SP-])(?:Source:\s[^\n]{2,80}?,\s[^,\n]{2,20},\s\d{1,2}/\d{1,2}/\d{4}|(?:-\s?)?\bPage\s\d{1,3}\sof\s\d{1,3}\b(?:\s-)?"
    r"(?:\s\*?(?:Confidential\sTreatment\sRequested|CONFIDENTIAL|Confidential))?)"
)
# What a running head says.
RUNNING_HEAD = re.compile(
    r"\b(?:confidential|proprietary|draft|execution|agreement|contract|licen[cs]e|deed|copyright|translation|page|filed|copy"
    r"|version|logo|inc|ltd|corp|llc)\b",
    re.IGNORECASE,
)
FURNITURE = re.compile(
    r"(?:source\s*:\s.{0,120}\d{1,2}/\d{1,2}/\d{2,4}|(?:page\s+)?[-\u2013\u2014\s]*\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?[-\u2013\u2014\s]*"
    r"|page\s+\d{1,3}\s+of\s+\d{1,3}.{0,40}|[-\u2013\u2014]\s*[ivxlc]{1,6}\s*[-\u2013\u2014]|[-_=*\s]{3,})$",
    re.IGNORECASE,
)

# What defines: "X" means …
DEFINES = re.compile(
    r"(?:,?\s*(?:(?:as|when) used (?:herein|in this agreement)|for (?:the )?purposes? of this agreement)\s*,?)?\s*"
    r"(?:(?:shall|will|is intended to)\s+)?(?:each\s+|collectively\s+|hereby\s+|also\s+)?"
    r"(?:means?\b|refers?\s+to\b|(?:have|has)\s+the\s+(?:same\s+)?(?:respective\s+)?meanings?\b|(?:be|is|are)\s+defined\b"
    r"|denotes?\b|includes?\b|(?:shall\s+)?be\s+(?:deemed|understood|construed)\s+to\s+(?:mean|refer)"
    r"|(?:is|are|be)\s+(?:as\s+)?set\s+(?:forth|out)\b)",
    re.IGNORECASE,
)

VERB = re.compile(
    r"\b(?:shall|will|may|must|is|are|was|were|be|been|has|have|had|do|does|agrees?|grants?|means?|represents?|warrants?"
    r"|acknowledges?|undertakes?|includes?|applies|apply|provides|owns?|retains?|can|cannot|should|would)\b"
)
# … and in a line all in capitals, where "LICENSE GRANT" is no verb.
VERB_IN_CAPITALS = re.compile(r"\b(?:SHALL|WILL|MUST|MAY|IS|ARE|WAS|WERE|BE|BEEN|HAS|HAVE|AGREES?|DOES)\b")
SMALL_WORDS = _words("a an and as at by for from in into of on or per the to under upon with without vs")
# The heading of a table's column that says what the words in the first column mean.
MEANING = re.compile(r"\W*(?:meanings?|definitions?)\W*", re.IGNORECASE)
# A tail behind the last item that speaks of all of them.
TAIL = re.compile(
    r"[;,]\s*(?:and\s+)?(?=(?:in each (?:case|instance)|in either case|in all cases|in every case)\b"
    r"|provided,?\s+(?:however,?\s+)?that\b[^;]{0,400}?\b(?:in each case|the foregoing)\b)"
)
FUNCTION_WORDS = _words("the of and to in or shall this any is for by be that with as")

_UNITS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
NUMBER_WORDS = _words(
    f"{_UNITS} eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand zero first "
    "second third fourth fifth sixth seventh eighth ninth tenth dozen half million billion percent"
)
# What a mark in brackets belongs to when it is a reference: "Section 2.1 (a)", "clauses (a) and (b)".
REFERENCE = re.compile(
    r"(?:\b(?i:(?:sub-?)?(?:sections?|clauses?|paragraphs?|articles?|paras?|items?|parts?|points?|schedules?|exhibits?"
    r"|annex(?:es)?|limbs?|options?|rules?|regulations?|note|footnote|category|categories|class|phases?|lines?|provisos?"
    r"|recitals?))\b\.?(?:\s*\d[\w.]*|\s+[A-Z]\b|\s+[IVX]+\b)?|§+\s*\d[\w.]*"
    r"|\b(?i:preceding|foregoing|following|previous|said))\s*$"
)

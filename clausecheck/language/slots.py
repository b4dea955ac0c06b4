"""The slots of the phrase language that words alone decide: ``doc.spans[name]`` for each name of ``NAMES``.

Values: duration "30 days", "20 business days", "5 years", "years" (number left blank or redacted), "45≠30 days" (words
and figure differ); money "USD 1000000", "EUR"; percent "5%", "%"; date "2026-04-01", "2028-03"; patent_number
"US 6123456", "JP 2023-551204"; section "2.1(a)"; blank "blank"; redacted "redacted"; count "24", "24≠20" (a number in
words and figures, whatever it counts).
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from .amounts import durations, money, percentages
from .counts import counts
from .dates import dates
from .found import Found, Spans, lower, widest
from .gaps import blanks, redacted
from .patent_lists import listed_patents
from .patent_numbers import patent_numbers
from .sections import sections

NAMES = ("duration", "money", "percent", "date", "patent_number", "section", "blank", "redacted", "count")


@Language.component("clausecheck_slots")
def slots(doc: Doc) -> Doc:
    """Set ``doc.spans`` for durations, money, percentages, dates, patent numbers, section references and gaps."""
    text = doc._.text
    spans = Spans(doc)
    for name, found in find(text, lower(text)).items():
        spans.put(name, found)
    patents = [*patent_numbers(text), *listed_patents(text, doc._.draft, doc._.starts)]
    spans.put("patent_number", _without(widest(patents), doc, "date"))
    return doc


def find(text: str, low: str) -> dict[str, list[Found]]:
    """All slots but patent numbers, in order of place; ``low`` is ``text`` in lower case of the same length."""
    cited = list(sections(text))
    numbered = {offset for section in cited for offset in range(section.start, section.end)}
    return {
        "duration": widest(durations(low)),
        "money": list(money(low)),
        "percent": list(percentages(low)),
        "date": [date for date in dates(low) if date.start not in numbered],  # "Section 12.3.2019"
        "section": cited,
        "blank": list(blanks(low)),
        "redacted": list(redacted(low)),
        "count": list(counts(low)),
    }


def _without(found: list[Found], doc: Doc, name: str) -> list[Found]:
    """Those that begin on no token of a span of that name ("12/06/2017" is a date)."""
    taken = {offset for span in doc.spans[name] for offset in range(span.start_char, span.end_char)}
    return [one for one in found if one.start not in taken]

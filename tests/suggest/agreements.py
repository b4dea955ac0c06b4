"""Two agreements that speak differently, for clauses to be put into and read again, and the values of their deal."""

from __future__ import annotations

from dataclasses import dataclass

from clausecheck.model import Draft, Paragraph, Party, Place, Reading, Suggestion, Term

Lines = tuple[str, ...]
GIVEN = {
    "patents": ["JP 6712345", "US 9,123,456"],
    "know_how": "the drawings and process sheets in folder A-12 of 1 March 2026",
    "field": "battery packs for passenger cars",
    "field_excluded": "stationary storage",
    "products": "battery packs of types P-1 and P-2",
    "territory": "Japan and Germany",
    "grant.conversion": "the minimum royalty stays unpaid for sixty days",
    "improvements.notice_days": "sixty",
    "improvements.payment": "EUR 10,000 for each Improvement",
    "confidentiality.term_years": "five",
    "confidentiality.return_days": "thirty",
    "sublicensing.copy_days": "thirty",
    "support.services": "training and help with start-up",
    "support.days": "forty",
    "support.place": "the plant in Nagoya",
    "support.language": "English",
    "support.start": "delivery of the technical documents",
    "support.months": "twelve",
    "support.response_days": "five",
    "support.price": "included in the licence fee",
    "support.daily_rate": "EUR 1,500",
    "liability.cap": "EUR 1,000,000",
    "indemnity.cap": "EUR 500,000",
    "damages.event": "Licensee sells a product outside the field of use",
    "damages.sum": "EUR 20,000 for each case",
    "damages.maximum": "EUR 200,000",
    "damages.interest": "three percent",
}


@dataclass(frozen=True)
class Style:
    """An agreement's own way of speaking: its opening, and the reading that its clauses are fitted to."""

    opening: Lines
    licensor: str
    licensee: str
    terms: Lines = ()
    spelling: str = "gb"
    modal: str = "shall"

    def reading(self) -> Reading:
        parties = tuple(
            Party(name, (name.removeprefix("the "),), role, "")
            for name, role in ((self.licensor, "licensor"), (self.licensee, "licensee"))
        )
        return Reading(
            Draft("", "", "", tuple(Paragraph("body", index, text) for index, text in enumerate(self.opening))),
            "en", None, (), (), (), parties=parties, subjects=("patents", "know_how"), spelling=self.spelling,
            modal=self.modal, terms=tuple(Term(name, "quoted", Place(0, 0, 0), Place(0, 0, 0)) for name in self.terms),
        )  # fmt: skip

    def grant(self) -> Suggestion:
        """A grant without a field, patents and whatever else a full one says."""
        words = (
            f"{self.licensor[:1].upper()}{self.licensor[1:]} hereby grants to {self.licensee} a "
            "non-exclusive licence under its patents and know-how to make and sell battery packs in Japan for "
            "ten years."
        )
        return Suggestion(words.replace("licence", "license") if self.spelling == "us" else words, heading="Grant")


STYLES = {
    "british": Style(
        (
            "LICENCE AGREEMENT",
            'This Licence Agreement (this "Agreement") is made on 1 March 2027 between Hokuto Cells Co., Ltd., a '
            'company in Tokyo, Japan ("Licensor"), and Voltra Motors GmbH, a company in Munich, Germany ("Licensee").',
            "1. Payment",
            "For the rights under its patents and know-how Licensee shall pay to Licensor a royalty of three percent "
            "of the net sales of battery packs, within thirty days after the end of each quarter.",
        ),
        "Licensor",
        "Licensee",
    ),
    "american": Style(
        (
            "LICENSE AGREEMENT",
            "This License Agreement (this \u201cAgreement\u201d) is entered into as of March 1, 2027 (the "
            "\u201cEffective Date\u201d) by and between Larkmoor University, an educational institution in Oregon (the "
            "\u201cUniversity\u201d), and Tessel Optics, Inc., a Delaware corporation (the \u201cCompany\u201d).",
            "1. Definitions",
            "1.1 \u201cAffiliate\u201d means a company that controls, is controlled by or is under common control with "
            "a Party.",
            "1.2 \u201cContract Product\u201d means a battery pack that is made with the know-how of the University.",
            "1.3 \u201cTerm\u201d means the period of ten years from the Effective Date.",
            "2. Payment",
            "During the Term the Company will pay to the University a royalty of three percent of the net sales of "
            "Contract Products by the Company and its Affiliates under patents and know-how of the University. Each "
            "Party will keep its own books.",
        ),
        "the University",
        "the Company",
        ("Affiliate", "Contract Product", "Term"),
        "us",
        "will",
    ),
}
CLOSING = (
    "General",
    "This Agreement is governed by the laws of Japan. Notices are given in writing, in the English language.",
)
SIGNATURE = ("IN WITNESS WHEREOF, the parties have signed this Agreement.", "Hokuto Cells Co., Ltd.", "By: ________")

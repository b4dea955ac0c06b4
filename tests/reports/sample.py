"""A made-up review to report on: invented parties, a licence of ten clauses, findings of every kind."""

from __future__ import annotations

import dataclasses
import hashlib

from clausecheck.model import (
    CausedBy,
    ClauseVerdict,
    Coverage,
    Draft,
    Fact,
    Finding,
    NotApplicable,
    Review,
    RulebookFile,
    Settings,
    Source,
    Suggestion,
)

from .sample_draft import draft, words

PATENT_ACT = Source("Patent Act (Japan) art. 77(4)", "https://law.example.jp/patent#77", True, {"patents": ("jp",)})
GUIDELINES = Source("JFTC IP Guidelines, part 4-5(8)", "https://jftc.example.jp/ip", True, {"market": ("jp",)})
FOREIGN = Source("Regulation of another market, art. 5", "https://eu.example/316", True, {"market": ("eu",)})
HEARSAY = Source("A practitioner’s note on pump licences", "javascript:alert(1)", False)
MORI = CausedBy("K. Mori", "2026-11-15T09:30:00Z", "insertion")


def findings() -> tuple[Finding, ...]:
    """Findings in a judge's order: by severity, then what is missing, then by code."""
    return (*_must_fix(), *_decide(), *_notes())


def _must_fix() -> tuple[Finding, ...]:
    return (
        Finding(
            "PAT-02", "registered-licence", "clause", "missing", "error", "Kind of Japanese licence",
            "The draft promises an exclusive licence of a Japanese patent and does not say whether it is registered.",
            why="A registered exclusive licence lets Licensee sue on its own; a contractual one does not.",
            sources=(PATENT_ACT, HEARSAY),
            fingerprint="a1",
            suggestion=Suggestion(
                "The licence in clause 2.1 is an exclusive licence to be registered at the Japan Patent Office"
                " (専用実施権).\nLicensor shall apply for registration within [FILL: number] days of signing.",
                after_paragraph=6,
                assumptions=("Licensor owns the patent alone.",),
                blanks=("number of days",),
                heading="Registration",
            ),
        ),
        Finding(
            "DRF-07", "words-and-figures", "defect", "found", "error", "Words and figures differ",
            "Words and figure differ: thirty (45). Confirm with the deal sheet, and write both alike.",
            evidence=(words("3.1", "thirty (45) days"),), fingerprint="b1",
        ),
        Finding(
            "DRF-07", "words-and-figures", "defect", "found", "error", "Words and figures differ",
            "Words and figure differ: three percent (2 %).",
            evidence=(words("3.1", "three percent (2 %)"),), fingerprint="b2",
        ),
        Finding(
            "RSK-01", "assign-back", "term", "found", "error", "Assignment of improvements for nothing",
            "Every Improvement of Licensee goes to Licensor free of charge.",
            reasons=("Nothing lets Licensee use its own Improvements.",),
            why="Such a duty is in principle an unfair trade practice; a non-exclusive licence-back is accepted.",
            sources=(GUIDELINES, FOREIGN),
            evidence=(words("4.1", "assigns to Licensor, free of charge, every Improvement"),), fingerprint="c1",
            caused_by=(MORI,),
            suggestion=Suggestion(
                "Licensee shall own the Improvements that it makes and grants to Licensor a non-exclusive licence under"
                " them."
            ),
        ),
        Finding(
            "RSK-11", "unlimited-liability", "term", "found", "error", "Liability without limit",
            "Licensee’s liability has no limit, and Licensor’s is not mentioned.",
            evidence=(words("7.1", "liable without limit for every loss"),), fingerprint="d1",
        ),
        Finding(
            "CNF-01", "confidentiality", "clause", "weak", "error", "Confidentiality",
            "Only Licensee is bound; Licensee’s own plant figures are not protected.",
            reasons=("No exception for what the law requires to be disclosed.", "The duty has no end."),
            evidence=(words("5.1", "keep the Know-how secret<script>alert('draft')</script>"),), fingerprint="e1",
        ),
    )  # fmt: skip


def _decide() -> tuple[Finding, ...]:
    return (
        Finding(
            "GRT-05", "sublicensing", "clause", "missing", "warning", "Sublicensing",
            "The draft does not say whether Licensee may sublicense, or have products made by others.",
            fingerprint="f1",
            suggestion=Suggestion(
                "Licensee may sublicense to its Affiliates on written terms no less strict.", 7, heading="Sublicences"
            ),
        ),
        Finding(
            "SUP-02", "support-term", "clause", "weak", "warning", "Term of support",
            "How long training lasts is left to Licensor.",
            evidence=(words("6.1", "as it\u200b considers reasonable \u202egnitirw ni\u202c"),), fingerprint="g1",
        ),
        Finding(
            "IMP-02", "improvement-ownership", "clause", "unsure", "warning", "Improvements",
            "A definition speaks of improvements; whether it gives Licensee a right is open.",
            evidence=(words("1.2", "改良技術"),), fingerprint="h1",
        ),
        Finding(
            "GEN-01", "signatures", "clause", "missing", "warning", "Signatures",
            "No place for signatures was found.", fingerprint="i1",
            suggestion=Suggestion("Signed by the parties’ authorised officers.", 24, before_signature=True),
        ),
    )  # fmt: skip


def _notes() -> tuple[Finding, ...]:
    return (
        Finding(
            "DRF-06", "blanks", "defect", "found", "note", "Blanks", "A blank is left to fill.",
            evidence=(words("10.1", "[●]"),), fingerprint="j1",
        ),
        Finding(
            "DRF-08", "references", "defect", "found", "note", "References", "Clause 11.4 does not exist.",
            evidence=(words("8.1", "clause 11.4"),), fingerprint="k1",
            waived="Counterparty will add clause 11 (A. Sato, 20 November 2026)",
        ),
    )  # fmt: skip


def clauses() -> tuple[ClauseVerdict, ...]:
    """Verdicts of every status, typed and untyped."""
    return (
        ClauseVerdict(
            "licence_grant", ("GRT-01",), "present", ("exclusive",), (), "",
            (words("2.1", "hereby grants to Licensee"),),
        ),
        ClauseVerdict(
            "field_of_use", ("GRT-03",), "present", ("specific",), (), "",
            (words("2.2", "only for condition monitoring of centrifugal pumps"),),
        ),
        ClauseVerdict("patent_numbers", ("PAT-01",), "present", ("listed",), (), "", (words("1.1", "6812345"),)),
        ClauseVerdict(
            "improvement_ownership", ("IMP-02",), "unsure", ("licensor_owns",), (), "",
            (words("1.2", "改良技術"), words("4.1", "every Improvement")),
        ),
        ClauseVerdict(
            "confidentiality", ("CNF-01",), "weak", ("one_way",), ("compelled_disclosure", "term"),
            "Only Licensee is bound.", (words("5.1", "keep the Know-how secret<script>alert('draft')</script>"),),
        ),
        ClauseVerdict("sublicensing", ("GRT-05",), "missing", reason="No operative words on sublicences."),
        ClauseVerdict(
            "technical_support", ("SUP-01", "SUP-02"), "weak", ("no_term",), ("length",), "",
            (words("6.1", "shall give such training"),),
        ),
        ClauseVerdict("export_control", ("LAW-01",), "not_applicable", reason="payer: jp"),
        ClauseVerdict(None, ("PAT-02",), "missing", title="Kind of Japanese licence"),
        ClauseVerdict(None, ("GEN-01",), "missing"),
    )  # fmt: skip


def facts() -> dict[str, tuple[Fact, ...]]:
    """Facts of the deal; two of the twelve are not there, one is stated twice."""
    return {
        "licensor": (Fact("Kisaragi Sensor Works K.K. (如月センサー工業株式会社)"),),
        "licensee": (Fact("Northmere Pumps Limited"),),
        "effective_date": (Fact("2026-10-01"),),
        "exclusivity": (Fact("exclusive", (words("2.1", "exclusive licence"),)),),
        "field": (Fact("condition monitoring of centrifugal pumps", (words("2.2", "condition monitoring"),)),),
        "patents": (Fact("JP 6812345", (words("1.1", "Japanese Patent No. 6812345"),)),),
        "term": (Fact("life of the patents", (words("8.1", "when the last Licensed Patent expires"),)),),
        "payment": (Fact("royalty, 3 %", (words("3.1", "three percent (2 %)"),)), Fact("royalty, 2 %")),
        "governing_law": (Fact("Japan", (words("9.1", "Japanese law governs"),)), Fact("England")),
        "forum": (Fact("courts, Tokyo", (words("9.1", "Tokyo District Court"),)),),
    }


def sample(side: str = "licensee", audience: str = "internal") -> Review:
    """The whole sample, read for one side."""
    return Review(
        draft=draft(),
        language="en",
        words=1432,
        subjects=("patents", "know_how"),
        settings=Settings(
            side=side,
            audience=audience,
            today="2026-11-23",
            rulebook=(RulebookFile("licence", hashlib.sha256(b"rules").hexdigest()),),
            places={"law": ("jp",), "payer": ("gb",), "payee": ("jp",), "patents": ("jp",), "market": ("jp", "gb")},
        ),
        facts=facts(),
        clauses=clauses(),
        findings=findings(),
        coverage=Coverage(
            rules_run=12,
            rules_planned=84,
            not_applicable=(
                NotApplicable("LAW-01", "payer: jp"),
                NotApplicable("TEC-03", "the draft licenses patents or know how, not software or data"),
            ),
            not_read=draft().not_read,
            law_not_checked=("gb",),
        ),
    )


def nothing_found() -> Review:
    """A review in which every part that may be empty is empty."""
    bare = Draft("empty.docx", hashlib.sha256(b"").hexdigest(), "", ())
    return Review(bare, "en", 0, (), Settings("licensor", today="2026-11-23"), {}, (), (), Coverage(12, 84))


def waived(review: Review) -> Review:
    """The same review with every finding waived."""
    given = tuple(dataclasses.replace(finding, waived="agreed") for finding in review.findings)
    return dataclasses.replace(review, findings=given)

"""The twenty clause types that reports list, and the stances and facets that each knows."""

from __future__ import annotations

from collections.abc import Mapping

# where a place is the stance (the law's), the rules may name any
ANY = ("*",)

# where a deal plays, as the draft shows it; exporter: who discloses technology; home: that of either party
PLACES = ("law", "payer", "payee", "exporter", "patents", "market", "licensor_home", "licensee_home", "home")

TYPES: Mapping[str, tuple[str, ...]] = {
    "licence_grant": ("exclusive", "sole", "non_exclusive"),
    "field_of_use": ("specific", "generic", "all_fields"),
    "territory": ("worldwide", "limited"),
    "patent_numbers": ("listed", "placeholder"),
    "improvement_ownership": ("licensor_owns", "licensee_owns", "each_owns_own", "joint", "grant_back"),
    "confidentiality": ("mutual", "one_way", "term"),
    "sublicensing": ("prohibited", "consent_required", "permitted_conditional", "permitted"),
    "technical_support": ("term_stated", "no_term"),
    "breach_liability": ("indemnity", "cap", "consequential_exclusion", "liquidated_damages"),
    "payment": ("lump_sum", "royalty", "instalments", "periodic", "milestones", "royalty_free", "equity"),
    "records_audit": ("records", "audit"),
    "licence_term": ("fixed", "life_of_patents", "perpetual", "renewing", "event"),
    "termination_for_breach": ("with_cure", "immediate"),
    "warranty_disclaimer": ("full", "partial"),
    "infringement_enforcement": ("licensor_controls", "licensee_controls", "joint"),
    "assignment": ("prohibited", "consent_required", "free", "on_change_of_control"),
    "governing_law": ANY,
    "dispute_resolution": ("courts", "arbitration", "mediation", "escalation"),
    "export_control": ("yes",),
    "technical_specification": ("attached", "referenced"),
}


def knows(type_: str, stance: str) -> bool:
    """Whether that clause type has that stance or facet."""
    return TYPES[type_] == ANY or stance in TYPES[type_]

"""What our rules say of agreements that lawyers labelled for CUAD v1, beside those labels.

The lawyers' categories are wider or narrower than our rules; ``CATEGORIES`` says which of our verdicts stands for which
category. An agreement belongs to the half that was read for wordings, or to the half that was not, by its name alone.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

from clausecheck import judge, language, rulebook, word
from clausecheck.model import ClausecheckError, Rulebook, Settings

READ, UNREAD = "read", "unread"


@dataclass(frozen=True)
class Category:
    """One of CUAD's categories: present for us where a clause type stands, or one of its stances, or a rule finds."""

    name: str
    type: str = ""
    stances: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()  # ids

    def said(self, verdicts: Verdicts) -> bool:
        """Whether our verdicts say that the agreement has it."""
        if any(verdicts.rules.get(rule) for rule in self.rules):
            return True
        stances = verdicts.types.get(self.type)
        return stances is not None and (not self.stances or bool(set(self.stances) & set(stances)))


@dataclass(frozen=True)
class Verdicts:
    """What we say of an agreement: the stances of each clause type that stands, and which rules find something."""

    name: str
    types: dict[str, tuple[str, ...]]
    rules: dict[str, bool]


CATEGORIES = (
    Category("License Grant", type="licence_grant"),
    Category("Anti-Assignment", type="assignment", stances=("prohibited", "consent_required")),
    Category("Governing Law", type="governing_law"),
    Category("Audit Rights", type="records_audit", stances=("audit",)),
    Category("Cap On Liability", rules=("liability_cap",)),
    Category("Uncapped Liability", rules=("unlimited_liability",)),
    Category("Liquidated Damages", rules=("liquidated_damages",)),
    Category("Exclusivity", type="licence_grant", stances=("exclusive", "sole"), rules=("non_compete",)),
    Category("Change Of Control", type="assignment", stances=("on_change_of_control",)),
    Category("Expiration Date", type="licence_term"),
    Category("Renewal Term", type="licence_term", stances=("renewing",)),
    Category("Irrevocable Or Perpetual License", rules=("perpetual_irrevocable",)),
    Category("Revenue/Profit Sharing", type="payment", stances=("royalty",)),
    Category("Minimum Commitment", rules=("diligence", "tie_in")),
    Category("Non-Compete", rules=("non_compete",)),
    Category("Most Favored Nation", rules=("most_favoured",)),
    Category("Price Restrictions", rules=("resale_price",)),
    Category("Ip Ownership Assignment", rules=("grant_back", "title_chain")),
    Category("Joint Ip Ownership", type="improvement_ownership", stances=("joint",)),
    Category("Covenant Not To Sue", rules=("no_challenge", "non_assertion")),
    Category("Insurance", rules=("product_liability",)),
    Category("Post-Termination Services", rules=("after_the_end",)),
    Category("Source Code Escrow", rules=("software_and_data",)),
)


def half(name: str) -> str:
    """The half that an agreement belongs to: read for wordings where the sha256 of its name is even."""
    return READ if int(hashlib.sha256(name.encode()).hexdigest(), 16) % 2 == 0 else UNREAD


def labelled(shared: Path) -> dict[str, dict[str, list[str]]]:
    """The lawyers' labels of each agreement, without those that are labelled for our own scorer."""
    labels = json.loads((shared / "corpus" / "cuad-labels.json").read_text(encoding="utf-8"))
    ours = {json.loads(path.read_text(encoding="utf-8"))["doc"] for path in (shared / "gold" / "labels").glob("*.json")}
    return {name: found for name, found in sorted(labels.items()) if name not in ours}


def verdicts(shared: Path, names: list[str], jobs: int, tell: Callable[[str], None]) -> Iterator[Verdicts]:
    """Our verdicts on each agreement; one that cannot be read is told and left out."""
    with ProcessPoolExecutor(jobs) as pool:
        for name, found in zip(names, pool.map(partial(_verdicts, shared), names, chunksize=4), strict=True):
            tell(name)
            if isinstance(found, str):
                tell(f"{name} was not read: {found}")
            else:
                yield found


def _verdicts(shared: Path, name: str) -> Verdicts | str:
    text = (shared / "corpus" / "cuad" / name).read_text(encoding="utf-8", errors="replace")
    with tempfile.TemporaryDirectory() as folder:
        draft = Path(folder) / "draft.docx"
        _scorer(shared).to_docx(text, draft)
        try:
            reading = language.read(word.read(word.open_package(draft)))
        except ClausecheckError as error:
            return str(error)
    rules = _rules()
    matches = rulebook.search(rules, reading)
    judged = judge.judge(rules, reading, matches, Settings())
    standing = {v.type: v.stance for v in judged.clauses if v.type and v.status in ("present", "weak")}
    found = {rule.id: bool(judge.passages(rule, reading, matches)) for rule in rules.rules if rule.kind != "defect"}
    return Verdicts(name, standing, found)


@cache
def _rules() -> Rulebook:
    return rulebook.load(("licence",))


@cache
def _scorer(shared: Path) -> ModuleType:
    """The scorer's own way from a text to a Word file, so that both measure the same drafts."""
    spec = spec_from_file_location("gold_score", shared / "gold" / "score.py")
    if spec is None or spec.loader is None:
        raise ImportError("gold/score.py")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module

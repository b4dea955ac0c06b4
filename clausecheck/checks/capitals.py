"""Which capital words are terms of a licence, and which are names, titles, statutes, institutions, months."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .defined import Word, folded


def _folded(text: str) -> frozenset[str]:
    return frozenset(map(folded, text.split()))


# The nouns with which defined terms end. What ends otherwise is more often a name than a term.
HEADS = _folded(
    "package group phase stage staff team expert zone category base basis competitor control option background "
    "foreground trial study licence license sublicence fund pool portfolio family asset guarantee deposit advance "
    "bonus discount rebate volume quantity capacity output batch series type design drawing manual product "
    "products part parts component site sites service services technology field territory software firmware "
    "documentation document information know-how patent patents improvement improvements modification derivative "
    "work works result results data material materials equipment system process device unit line tool facility "
    "plant premises fee fees royalty price amount cost expense payment income revenue sale sales margin rate "
    "instalment installment date day month quarter year period term milestone event target specification "
    "specifications standard requirement criteria plan program programme project schedule budget forecast order "
    "purchase report statement record notice invoice account right rights interest property claim claims dispute "
    "loss losses liability damage damages affiliate sublicensee sublicense licensee customer user distributor "
    "supplier contractor subcontractor manufacturer personnel employee representative committee party person "
    "entity business market channel application version update upgrade release error defect support maintenance "
    "training deliverable deliverables test acceptance approval consent indication compound formulation invention "
    "mark trademark brand content image model sample prototype production delivery shipment launch territory "
    "country region breach default cause termination transfer activity activities obligation warranty limit cap "
    "threshold minimum level credit list library interface"
)
# Words that make a run of capitals something else than a term of this draft.
NO_TERM = _folded(
    "act code law laws regulation regulations directive treaty convention ordinance statute rule rules guideline "
    "guidelines protocol constitution decree court tribunal ministry department agency bureau office "
    "administration board commission council chamber authority institute institution association federation union "
    "society foundation university college school hospital bank exchange inc ltd llc llp plc corp corporation "
    "company co limited gmbh ag sa sas kk bv nv holdings group partners ventures international national federal "
    "state states united american european japanese chinese british english french german korean asian african "
    "japan china america europe korea taiwan germany france england wales kingdom republic city county district "
    "province street avenue road building floor tower president officer director manager chairman chief secretary "
    "treasurer counsel vice executive minister commissioner judge professor january february march april june "
    "july august september october november december monday tuesday wednesday thursday friday saturday sunday "
    "section article clause paragraph exhibit schedule annex appendix attachment part chapter title recital "
    "addendum sub incoterms edition volume agreement contract memorandum deed lease letter god internet web "
    "windows version mr mrs ms dr"
) - _folded("part version")
# Words that qualify a noun in terms of licences; any other must stand in small letters somewhere to be no name.
COMMON = HEADS | _folded(
    "authorized authorised licensed initial additional minimum maximum annual quarterly monthly net gross technical "
    "commercial designated approved permitted relevant existing new key effective calendar contract contractual fiscal "
    "competing confidential proprietary intellectual industrial joint first second third start end last latest "
    "service product support spare storage pilot acceptance steering management project development research clinical "
    "change royalty milestone sales marketing total final interim late payable running fixed combination combined "
    "excluded included restricted reserved protected related associated third-party third standard general special "
    "local regional global worldwide exclusive non-exclusive sole source object open free background derived improved "
    "secret core main principal basic complete full partial primary secondary upper lower high low quality safety "
    "security engineering manufacturing operating operational digital electronic electrical mechanical chemical "
    "biological medical regulatory environmental financial legal personal private public direct indirect raw finished "
    "custom customized modified original replacement response tax profit insurance working home host server cloud "
    "client vendor partner dealer agent retail wholesale online mobile hardware quality critical authorized listed "
    "selected named certified qualified registered pending issued future past present current annual adjusted "
    "installation commissioning operation test testing inspection consumer vehicle battery energy water sensor control"
)
_REFERENCE = re.compile(r"\s*(?:#|on Form\b|No\b|\d|\(|[A-Z]\b|®|™|\u2122)")
_GOES_ON = re.compile(r"\s*(?:and/or|and|or|&|/)\s*[A-Z]")  # "General Terms and Conditions"
_CALLED = frozenset({"called", "named", "titled", "entitled", "known", "trademark", "mark", "brand"})


def is_name(run: Sequence[Word], behind: str, before: str) -> bool:
    """What stands round the run shows a name or a reference: "Product No. 5", "called Blue Line", "Site A"."""
    if _REFERENCE.match(behind) or _GOES_ON.match(behind) or before in _CALLED:
        return True
    if any(word.text.endswith("'s") for word in run[:-1]):
        return True  # "Distributor's Personnel"
    return any((word.text.isupper() and len(word.text) > 1) or re.search("[a-z][A-Z]", word.text) for word in run)

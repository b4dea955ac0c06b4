"""DRF-08: a party's name spelt otherwise, a company left from an old draft, and Licensor and Licensee swapped."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from ..model import Fault, Look, Place
from .company_names import Likeness, Name, likeness
from .prose import place
from .swapped_roles import swapped

# What makes another name right: it is told to be another company, or an older name.
_TOLD = re.compile(
    r"(?i)\b(?:former\w*|f/?k/?a|n/?k/?a|d/?b/?a|previously|renamed|changed its name|successors?|predecessors?"
    r"|affiliates?|affiliated|subsidiar\w+|parent|holding company|group compan\w+|wholly[- ]owned|owned by"
    r"|controlled by|division of|branch|merg\w+|acqui\w+|translat\w+|doing business|trade name|trading as)\b"
)
# Third companies that have a business of their own in a licence, or beside it.
_THIRD = re.compile(
    r"(?i)\b(?:arbitrat\w*|bank\w*|account\w*|escrow|insur\w+|rated|attorneys?|counsel|law firm|solicitors?|copy to"
    r"|copies to|cc|c/o|agreements? (?:dated|between|with|among)|between|registrar|stock exchange|trademarks? of"
    r"|guarant\w+|manufactur\w+|suppl\w+|contractors?|distributors?|licensed (?:to|from|by)|third part\w+"
    r"|general partner|managing member|its manager|witness(?! whereof)|notary|consent\w*|acknowledg\w+|agent"
    r"|trustee|nominee|competitors?|customers?|such as|including|owned|lender|on behalf)\b"
)
_CARE = re.compile(r"(?i)\bc/o\b|\bcare of\b")
_FIRM = re.compile(r"(?i)\b(?:LLP|PLLC|P\.?C\.?)\.?$|\b(?:law|attorneys)\b")
_ALIAS = re.compile(r"\A[^.;]{0,200}?\((?:[^()]{0,60}\")")
_NOTICE_HEADING = re.compile(r"(?i)\bnotices?\b|\bcommunications?\b")
_TO_ADDRESS = re.compile(r"(?i)\battn\b|\battention\b|\bfacsimile\b|\bfax\b|\be-?mail\b|@|\btelephone\b|\baddress\b")
_TO = re.compile(r"(?i)(?:\bto|\bfor|:)(?: the \w+)?[ :,]*$")
_STREET = re.compile(r",[ ](?=[^\u2029]{0,60}\d)[\w-]+ [\w-]+[^\u2029]{0,40},")
_AROUND = 130  # characters on either side that may tell what a company is
_LINE_START = 30  # characters of a line before a name that begins an address
_PARTIES = 2
_JAPANESE = "kk"  # of a company that may be Co., Ltd. or Inc. in English
_OFTEN = 3  # times that a slip of the pen is not made


def check(look: Look) -> Iterable[Fault]:
    """The swapped roles first, then the names."""
    yield from swapped(look)
    names = _Names(look)
    if names.known:
        yield from names.faults()


class _Names:
    """The companies that the draft names, held against its parties."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._text: str = look.reading.doc._.text
        self._parties = [Name.of(party.name) for party in look.reading.parties]
        self.known = len(self._parties) > 1 and all(name.words for name in self._parties)
        self._mentions = [
            (span.start_char, span.end_char, Name.of(span._.value))
            for span in look.reading.doc.spans.get("company", ())
        ]
        self._zones = (
            _Zone("The signature block names", self._signed()),
            _Zone("The notices name", self._addressed()),
        )

    def faults(self) -> Iterator[Fault]:
        """One fault for each name, at all its places."""
        together: dict[str, list[tuple[int, int, Name]]] = defaultdict(list)
        for mention in self._mentions:
            together[mention[2].key].append(mention)
        for alike in together.values():
            name = alike[0][2]
            like, party = likeness(name, self._parties)
            if like is Likeness.SAME or self._introduced(alike):
                continue
            fault = self._fault(alike, like, party)
            if fault is not None:
                yield fault

    def _fault(self, alike: list[tuple[int, int, Name]], like: Likeness, party: Name) -> Fault | None:
        name, places = alike[0][2], tuple(place(self._look.reading, start, end) for start, end, _ in alike)
        if like in (Likeness.SLIP, Likeness.FORM):
            if len(alike) >= _OFTEN or any(self._says(one, _TOLD) or self._says(one, _CARE) for one in alike):
                return None
            what = "Written otherwise than at the front" if like is Likeness.SLIP else "Another form of company"
            return Fault(
                f"{what}: “{name.said}” for “{party.said}”. Ask which entity is meant, and name it alike everywhere.",
                places,
                severity="warning" if _JAPANESE in name.form + party.form else None,
                suggestion=party.said,
                key=name.key,
            )
        return self._stranger(alike, like, party, places)

    def _stranger(
        self, alike: list[tuple[int, int, Name]], like: Likeness, party: Name, places: tuple[Place, ...]
    ) -> Fault | None:
        """A company that is no party, where only a party belongs: over a signature, in the addresses for notices."""
        name = alike[0][2]
        if len(self._parties) != _PARTIES or len(alike) >= _OFTEN or _FIRM.search(name.said):
            return None
        if any(self._says(one, _TOLD) or self._says(one, _THIRD) for one in alike):
            return None
        if any(self._in_columns(one) for one in alike):
            return None
        zone = next((zone for zone in self._zones if any(start in zone.starts for start, _, _ in alike)), None)
        family = like is Likeness.FAMILY
        if zone is None or not (zone.lacks(party) if family else zone.lacks_one(self._parties)):
            return None
        said = party.said.rstrip(".")
        beside = f" The party is {said}." if family else ""
        return Fault(
            f"{zone.title} “{name.said}”, which is no party.{beside} Ask which entity is meant: "
            "the name may be left from another draft.",
            places,
            severity=None if family else "warning",
            key=name.key,
        )

    def _introduced(self, alike: list[tuple[int, int, Name]]) -> bool:
        """The draft gives it a name of its own, as it does for whoever it means to speak of."""
        return any(_ALIAS.match(self._text[end : end + 260].partition("\u2029")[0]) for _, end, _ in alike)

    def _says(self, mention: tuple[int, int, Name], words: re.Pattern[str]) -> bool:
        start, end, _ = mention
        before, behind = (
            self._text[max(0, start - _AROUND) : start],
            self._text[end : end + _AROUND].partition("\u2029")[0],
        )
        if words is _TOLD:
            before = before.rpartition("\u2029")[2]
        return bool(words.search(before) or words.search(behind))

    def _in_columns(self, mention: tuple[int, int, Name]) -> bool:
        """Blanks set it apart in its line, where half of a name may stand in the next one."""
        start, end, _ = mention
        return self._text[max(0, start - 3) : start] == "   " or self._text[end : end + 3] == "   "

    def _signed(self) -> Iterator[tuple[int, int, Name]]:
        """The names that stand over signatures."""
        doc, reading = self._look.reading.doc, self._look.reading
        ranges = [unit.ranges[unit.own] for unit in reading.units if unit.role == "signature"]
        spans = [(doc._.offsets[a], doc._.offsets[b - 1]) for a, b in ranges if a < b]
        for mention in self._mentions:
            if any(a <= mention[0] <= b for a, b in spans):
                yield mention

    def _addressed(self) -> Iterator[tuple[int, int, Name]]:
        """The names that stand in addresses for notices."""
        for mention in self._mentions:
            line = self._text[max(0, mention[0] - _AROUND) : mention[0]]
            line = re.split(r"[\u2029\n]", line)[-1]
            behind = self._text[mention[1] : mention[1] + _AROUND]
            begins = len(line) < _LINE_START or _TO.search(line) or _STREET.match(behind)
            if begins and self._in_notices(place(self._look.reading, mention[0], mention[1]).paragraph):
                yield mention

    def _in_notices(self, position: int) -> bool:
        draft = self._look.draft
        paragraph = draft.paragraphs[position]
        if paragraph.story != "body" or paragraph.index >= len(draft.clause_at):
            return False
        near = " ".join(p.text for p in draft.body[max(0, position - 1) : position + 4])
        at = draft.clause_at[paragraph.index]
        headed = _NOTICE_HEADING.search(paragraph.text) is not None
        while at is not None and not headed:
            headed = _NOTICE_HEADING.search(draft.clauses[at].heading) is not None
            at = draft.clauses[at].parent
        return headed and _TO_ADDRESS.search(near) is not None


class _Zone:
    """A part of the draft where each party is named, and nobody else: the signature block, the notices."""

    def __init__(self, title: str, mentions: Iterable[tuple[int, int, Name]]) -> None:
        self.title = title
        self._names = list(mentions)
        self.starts = {start for start, _, _ in self._names}

    def lacks(self, party: Name) -> bool:
        """That party is not named there."""
        if len({name.key for _, _, name in self._names}) > _PARTIES:
            return False  # many sign: not all of them may have been read as parties
        return not any(likeness(name, [party])[0] is Likeness.SAME for _, _, name in self._names)

    def lacks_one(self, parties: Sequence[Name]) -> bool:
        """One party is named, the other is not."""
        there = {
            party.key
            for _, _, name in self._names
            for like, party in [likeness(name, parties)]
            if like is Likeness.SAME
        }
        return len(there) == 1 and len({name.key for _, _, name in self._names}) == _PARTIES

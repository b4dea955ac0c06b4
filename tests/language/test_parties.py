"""Who the parties are, which of them licenses to which, and where each is named."""

from __future__ import annotations

import time

import pytest

from clausecheck.language import preamble
from clausecheck.language.grants import grants
from clausecheck.language.mentions import mentions, names
from clausecheck.model import Reading

from .drafts import reading

OPENING = (
    "This Licence Agreement (this \"Agreement\") is made on 1 May 2027 (the \"Effective Date\") by and between Norvane "
    "Coatings GmbH, a company organised under the laws of Germany with offices in Ulm and Mainz (\"{0}\"), and Tessaly "
    "Foods, Inc., a Delaware corporation having its principal place of business at 9 Mill Street, Dayton, Ohio 45402 "
    "(the \"{1}\")."
)  # fmt: skip


def opening(first: str = "Norvane", second: str = "Tessaly") -> str:
    return OPENING.format(first, second)


def sides(found: Reading) -> dict[str, str]:
    return {party.names[0]: party.role for party in found.parties}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            opening("Licensor", "Licensee"),
            [("Norvane Coatings GmbH", "Licensor", "de"), ("Tessaly Foods, Inc.", "Licensee", "us")],
        ),
        (
            "made between OAKMERE LIMITED, an English company (hereinafter referred to as the Owner) and HIRUMA K.K. "
            "(hereinafter called \"Hiruma\"), of 1-2 Sakae, Nagoya, Japan.",
            [("OAKMERE LIMITED", "Owner", "uk"), ("HIRUMA K.K.", "Hiruma", "jp")],
        ),
        (
            "by and among (1) Alder State University (the \"University\"), of Alder, Oregon 97001; (2) Finch Labs AG "
            "(\"Finch\"), a Swiss company; and (3) Ms. Ida Lund, an individual resident in Denmark (\"Lund\").",
            [
                ("Alder State University", "University", "us"),
                ("Finch Labs AG", "Finch", "ch"),
                ("Ida Lund", "Lund", "dk"),
            ],
        ),
        (
            "between Vireo (Shanghai) Co., Ltd. (\"Vireo\") and ebrook.com, Inc. (\"ebrook\"), a Nevada corporation.",
            [("Vireo (Shanghai) Co., Ltd.", "Vireo", ""), ("ebrook.com, Inc.", "ebrook", "us")],
        ),
        (
            "between Reed Farms Ltd (Reed), 4 Low Lane, Leeds, England and Sorrel SAS, 3 rue Haute, Lyon (Licensee).",
            [("Reed Farms Ltd", "Reed", "uk"), ("Sorrel SAS", "Licensee", "fr")],
        ),
        (
            "between Marlow Films LLC (\"we\" or \"us\"), a Texas company, and ____________ (\"you\").",
            [("Marlow Films LLC", "we", "us"), ("you", "you", "")],
        ),
        (
            "between Institute for Dune Research (\"IDR\") and Pebble plc, registered under the laws of England and "
            "Wales (\"Pebble\").",
            [("Institute for Dune Research", "IDR", ""), ("Pebble plc", "Pebble", "uk")],
        ),
    ],
)  # fmt: skip
def test_names_aliases_and_countries(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(one.name, one.aliases[0], one.country) for one in preamble.parties(text)] == expected


def test_brackets_for_the_paper_the_date_and_the_parties_are_no_parties() -> None:
    text = opening() + ' Norvane and Tessaly are each a "Party" and together the "Parties" (the "Parties").'
    assert [one.aliases for one in preamble.parties(text)] == [("Norvane",), ("Tessaly",)]


def test_a_joint_name_belongs_to_all_whom_its_bracket_names() -> None:
    text = (
        "between Lark Holdings, Inc. (\"Seller\"), Lark IP LLC (\"Lark IP\" and together with Seller, \"Lark\"), and "
        "Dove Floors Company, a Maine corporation (the \"Company\")."
    )  # fmt: skip
    assert [one.aliases for one in preamble.parties(text)] == [("Seller", "Lark"), ("Lark IP", "Lark"), ("Company",)]


def test_a_list_of_parties_and_a_line_below() -> None:
    found = reading(
        "Party A: Quill Water Co., Ltd.", "Party B: Sedge Filters GmbH", "Party A grants Party B a licence."
    )
    assert [(party.name, party.role) for party in found.parties] == [
        ("Quill Water Co., Ltd.", "licensor"),
        ("Sedge Filters GmbH", "licensee"),
    ]


def test_names_on_the_cover_serve_where_no_bracket_gives_any() -> None:
    found = reading("LICENCE AGREEMENT", "between", "ASHGROVE ROBOTS LIMITED", "and", "KITA PRESS CO., LTD.")
    assert [party.name for party in found.parties] == ["ASHGROVE ROBOTS LIMITED", "KITA PRESS CO., LTD."]
    assert {party.role for party in found.parties} == {"other"}


def test_the_first_words_do_not_count_where_another_between_follows() -> None:
    text = "Agreement between Bay Hosting Inc. and Lowe Corp. " + opening()
    assert [one.aliases for one in preamble.parties(text)] == [("Norvane",), ("Tessaly",)]


@pytest.mark.parametrize(
    ("grant", "norvane", "tessaly"),
    [
        ("Norvane hereby grants to Tessaly a non-exclusive licence under the Patents.", "licensor", "licensee"),
        (
            "Subject to Tessaly's payments, Norvane hereby grants Tessaly a licence to use the Software.",
            "licensor",
            "licensee",
        ),
        ("Tessaly is hereby granted a licence to use the Software.", "licensor", "licensee"),
        ("During the Term Tessaly shall have a non-exclusive license to use the System.", "licensor", "licensee"),
        (
            "Norvane licenses the Know-How to Tessaly. The licence granted to Tessaly is personal.",
            "licensor",
            "licensee",
        ),
        ("Tessaly grants Norvane the right to use the Data.", "licensee", "licensor"),
        ("Each Party grants to the other a licence under its Patents.", "both", "both"),
        ("The Parties hereby grant each other a licence to use their Technology.", "both", "both"),
        (
            "Norvane grants Tessaly a licence of its Software. Tessaly grants Norvane a licence of its Patents.",
            "both",
            "both",
        ),
        (
            "Norvane grants Tessaly a licence of the Software. Tessaly grants Norvane a licence of its Improvements.",
            "licensor",
            "licensee",
        ),
        (
            "Norvane grants Tessaly a licence of the Software. Each Party grants the other a licence to use its logos.",
            "licensor",
            "licensee",
        ),
        (
            "Norvane grants to Tessaly an exclusive licence of the Patents. Tessaly grants to Norvane a non-exclusive "
            "licence of its Know-How.",
            "licensor",
            "licensee",
        ),
        (
            "Norvane grants Tessaly a licence of the Software. Tessaly grants Norvane a right to use Tessaly Data "
            "solely to perform the Services.",
            "licensor",
            "licensee",
        ),
        (
            "Tessaly grants Norvane a right to use Tessaly Systems Marks. Norvane grants Tessaly a licence of Data.",
            "licensor",
            "licensee",
        ),
        ("The licences granted by Norvane to Tessaly under clause 2 shall end.", "licensor", "licensee"),
        ("Upon termination Tessaly hereby grants Norvane a licence of its Data.", "licensee", "licensor"),
        ("Nothing in this Agreement grants Tessaly a licence.", "other", "other"),
        ("Norvane shall not grant to Tessaly any licence of the Software.", "other", "other"),
        ("Norvane grants Tessaly an option to take a licence.", "other", "other"),
        ("Norvane has the right to grant to Tessaly a licence.", "other", "other"),
        ("WHEREAS Tessaly has a licence from Ware Ltd.", "other", "other"),
        ("Norvane sells pumps to Tessaly.", "other", "other"),
    ],
)
def test_roles_follow_the_grants(grant: str, norvane: str, tessaly: str) -> None:
    assert sides(reading(opening(), grant)) == {"Norvane": norvane, "Tessaly": tessaly}


@pytest.mark.parametrize(
    ("first", "second", "roles"),
    [
        ("Licensor", "Licensee", ("licensor", "licensee")),
        ("Licensee", "Norvane", ("licensee", "licensor")),
        ("Franchisor", "Franchisee", ("licensor", "licensee")),
        ("Provider", "Customer", ("licensor", "licensee")),
    ],
)
def test_roles_follow_telling_names(first: str, second: str, roles: tuple[str, str]) -> None:
    found = reading(opening(first, second), "The licence fee for the licence is paid to license the licensed products.")
    assert tuple(party.role for party in found.parties) == roles


def test_what_licensee_licenses_back_makes_neither_both() -> None:
    back = "Licensee hereby grants to Licensor a licence under all its patents."
    assert sides(reading(opening("Licensor", "Licensee"), back)) == {"Licensor": "licensor", "Licensee": "licensee"}


def test_mentions_of_each_side_and_of_any_party() -> None:
    found = reading(
        opening(),
        "Norvane hereby grants Tessaly a licence. NORVANE GIVES NO WARRANTY. Tessaly's staff and third parties may.",
        "Neither Party may assign; the other Party shall consent; the Receiving Party keeps it secret.",
    )
    spans = found.doc.spans
    start = found.starts[1]
    assert [s.text for s in spans["licensor"] if s.start_char >= start] == ["Norvane", "NORVANE"]
    assert [s.text for s in spans["licensee"] if s.start_char >= start] == ["Tessaly", "Tessaly"]
    said = [s.text for s in spans["party"] if s.start_char >= found.starts[2]]
    assert said == ["Neither Party", "the other Party", "the Receiving Party"]
    assert "third parties" not in [s.text for s in spans["party"]]


def test_in_a_cross_licence_names_are_on_both_sides() -> None:
    found = reading(opening(), "Each Party grants to the other a licence under its Patents.")
    assert {s.text for s in found.doc.spans["licensor"]} == {
        "Norvane",
        "Tessaly",
        "Tessaly Foods, Inc.",
        "Norvane Coatings GmbH",
    }
    assert found.names("licensor") == found.names("licensee")


def test_in_a_letter_we_license_and_you_are_licensed() -> None:
    found = reading(
        "Heron Process SA",
        "To: Town of Elm, Town Hall, 1-1 Otemachi, Elm, Japan",
        "Dear Sirs,",
        'This letter is the agreement between Heron Process SA ("Heron") and the Town of Elm (the "Town").',
        "We are glad of your order. We hereby grant to you a licence of our process, and you shall pay our fee.",
    )
    heron, town = found.parties
    assert (heron.role, town.role) == ("licensor", "licensee")
    assert town.country == "jp"
    assert "we" in heron.names and "you" in town.names
    assert {s.text for s in found.doc.spans["licensee"]} >= {"you", "your"}


def test_evidence_is_the_name_in_its_paragraph() -> None:
    found = reading("Title", opening())
    place = found.parties[1].evidence
    assert place is not None and place.paragraph == 1
    assert found.draft.paragraphs[1].text[place.start : place.end] == "Tessaly Foods, Inc."


def test_no_draft_is_too_short() -> None:
    assert reading("").parties == ()
    assert reading().parties == ()


@pytest.mark.parametrize(
    "text", ["(" * 60_000, '("A"' * 15_000, "between " * 8_000, "A and " * 10_000, "grants " * 9_000, "(and)" * 12_000,
             "Foo Inc. " * 7_000, 'between A, Inc. ("A") ' * 3_000, "hereinafter " * 5_000,
             "A grants to A a licence. " * 3_000],
)  # fmt: skip
def test_hostile_text_takes_no_longer_than_its_length(text: str) -> None:
    start = time.perf_counter()
    found = preamble.parties(text) or preamble.companies(text)
    called = [names(one, text) for one in found[:4]]
    grants(text, mentions(text, found[:4], called))
    assert time.perf_counter() - start < 2

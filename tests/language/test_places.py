"""Where a deal plays, what it licenses, how the draft is written, and the facts that it states."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from clausecheck import word
from clausecheck.language import read
from clausecheck.language.facts import facts
from clausecheck.language.laws import forums, governing_laws
from clausecheck.model import Paragraph, Reading

from .drafts import heading, reading

OPENING = (
    'This Licence Agreement is made on 1 May 2027 (the "Effective Date") between Norvane KK, a company organised under '
    'the laws of Japan ("Licensor") and Tessaly Foods, Inc., a Delaware corporation ("Licensee").'
)


def deal(*paragraphs: str | Paragraph) -> Reading:
    return reading(OPENING, *paragraphs)


def values(found: Reading, place: str) -> list[str]:
    return [located.value for located in found.places.get(place, ())]


def fact(found: Reading, name: str) -> list[str]:
    return [located.value for located in facts(found).get(name, ())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("This Agreement is governed by the laws of Japan.", [("jp", "Japan")]),
        ("It shall be construed in accordance with the laws of the State of New York.", [("us", "State of New York")]),
        ("THIS AGREEMENT IS GOVERNED BY THE LAWS OF THE STATE OF OHIO.", [("us", "OHIO")]),
        ("governed by the law of England and Wales", [("uk", "England and Wales")]),
        ("Japanese law governs this letter.", [("jp", "Japanese law")]),
        ("The laws of the Federal Republic of Germany shall apply to it.", [("de", "Federal Republic of Germany")]),
        ("Governing Law: State of Texas", [("us", "State of Texas")]),
        ("governed by Swiss substantive law", [("ch", "Swiss law")]),
        ("The validity of a patent is governed by the law of the country that granted it.", []),
        ("Norvane is a company under the laws of Japan.", []),
        ("Each party shall comply with the export laws of the United States.", []),
        ("governed by the laws of [***]", []),
    ],
)
def test_the_governing_law(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(law.code, law.written) for law in governing_laws(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("settled by arbitration in Tokyo under the rules of the Japan Commercial Arbitration Association",
         ["Japan Commercial Arbitration Association, Tokyo"]),
        ("submitted to arbitration by the AAA.", ["American Arbitration Association"]),
        ("subject to the exclusive jurisdiction of the Osaka District Court.", ["Osaka District Court"]),
        ("an expert appointed by the Japan Commercial Arbitration Association", []),
        ("A party may ask a court for relief.", []),
    ],
)  # fmt: skip
def test_the_forum(text: str, expected: list[str]) -> None:
    assert [found.value for found in forums(text)] == expected


def test_places_come_from_parties_patents_and_territory() -> None:
    found = deal(
        '"Licensed Patents" means JP 6712345, EP 1 234 567 B1, GB 2571184 B and PCT/US2024/041877.',
        '"Territory" means Japan and China (excluding Hong Kong and Macao) for manufacture.',
        "Licensor hereby grants to Licensee a licence under the Licensed Patents and the Know-How.",
        "This Agreement is governed by the laws of Japan.",
    )
    assert values(found, "licensor_home") == values(found, "payee") == values(found, "exporter") == ["jp"]
    assert values(found, "licensee_home") == values(found, "payer") == ["us"]
    assert values(found, "patents") == ["jp", "eu", "uk"]
    assert values(found, "market") == ["jp", "cn"]
    assert values(found, "law") == ["jp"]


def test_a_bare_patent_licence_exports_nothing_and_an_unsaid_place_is_absent() -> None:
    found = deal("Licensor hereby grants to Licensee a licence under its patents.")
    assert found.subjects == ("patents",)
    assert "exporter" not in found.places and "law" not in found.places and "market" not in found.places


def test_each_place_carries_the_words_that_say_so() -> None:
    found = deal("This Agreement is governed by the laws of Japan.")
    place = found.places["law"][0].evidence[0]
    assert found.draft.paragraphs[place.paragraph].text[place.start : place.end] == "governed by the laws of Japan"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Licensor grants Licensee a licence to use the object code.", ("software",)),
        ("Licensor grants Licensee a licence to use its trademarks and its patents.", ("patents", "trademarks")),
        ("Licensor grants Licensee a right to use the films.", ("content",)),
        ("Licensor grants Licensee a licence to use the Trial Data solely to file patents.", ("data",)),
        (
            'Licensor grants Licensee a licence of the Process. "Process" means trade secrets and drawings.',
            ("know_how",),
        ),
        ("Licensee may use the Licensor's logos.", ("trademarks",)),
        ("Licensor sells pumps and holds patents and software.", ()),
        ("Nothing here grants Licensee a licence of patents.", ()),
    ],
)
def test_subjects(text: str, expected: tuple[str, ...]) -> None:
    assert deal(text).subjects == expected


def test_definitions_that_point_at_each_other_end() -> None:
    found = deal(
        '"Works" means the Goods. "Goods" means the Works.', "Licensor grants Licensee a licence of the Works."
    )
    assert found.subjects == ()


def test_modal_and_spelling() -> None:
    assert deal("Licensee will pay. Licensee will report. It will end.").modal == "will"
    assert deal("Licensee shall pay.").modal == "shall"
    assert deal("The licence is authorised. The licensed programme is in colour.").spelling == "gb"
    assert reading("The license is authorized under the program.").spelling == "us"


def test_facts_of_a_whole_deal() -> None:
    found = deal(
        '"Field" means the cleaning of ships.',
        '"Territory" means Japan.',
        "Licensor hereby grants to Licensee a non-exclusive licence under US 7,123,456 in the Field.",
        "Licensee shall pay a licence fee of EUR 50,000 and a royalty of 3% of Net Sales.",
        "This Agreement takes effect on the Effective Date and continues for ten (10) years (the \"Period\").",
        "Licensor shall give technical support for two (2) years from delivery.",
        "This Agreement is governed by the laws of Japan. The Tokyo District Court has exclusive jurisdiction.",
    )  # fmt: skip
    assert fact(found, "licensor") == ["Norvane KK"]
    assert fact(found, "licensee") == ["Tessaly Foods, Inc."]
    assert fact(found, "effective_date") == ["2027-05-01"]
    assert fact(found, "exclusivity") == ["non-exclusive"]
    assert fact(found, "field") == ["the cleaning of ships"]
    assert fact(found, "territory") == ["Japan"]
    assert fact(found, "patents") == ["US 7123456"]
    assert fact(found, "payment") == ["licence fee: EUR 50,000", "royalty: 3%"]
    assert fact(found, "term") == ["for ten (10) years"]
    assert fact(found, "support_term") == ["2 years"]
    assert fact(found, "governing_law") == ["Japan"]
    assert fact(found, "forum") == ["Tokyo District Court"]


def test_drafts_of_law_firms_give_their_parties_dates_and_patents(shared: Path) -> None:
    keys = sorted((shared / "drafts").glob("*.json"))
    assert keys
    for key in keys:
        expected = json.loads(key.read_text())["facts"]
        found = read(word.read(word.open_package(key.with_suffix(".docx"))), "en")
        assert fact(found, "licensor") == [expected["licensor"]], key.name
        assert fact(found, "licensee") == [expected["licensee"]], key.name
        assert fact(found, "effective_date") == [expected["effective_date"]] * bool(expected["effective_date"]), (
            key.name
        )
        assert len(fact(found, "patents")) == len(expected["patents"] or []), key.name


def test_no_fact_is_invented() -> None:
    found = reading(
        heading("LICENCE AGREEMENT"),
        "made as of the ____ day of ________, 2027 between A Ltd and B Ltd.",
        "They met on 4 May 2026 and talked of support and fees.",
    )
    assert facts(found) == {}


@pytest.mark.parametrize(
    "text",
    [
        "law " * 12_000,
        "governed by the laws " * 3_000,
        "Court of " * 6_000,
        "arbitration ICC " * 4_000,
        '"X" means ' * 5_000,
    ],
)
def test_hostile_text_takes_no_longer_than_its_length(text: str) -> None:
    start = time.perf_counter()
    governing_laws(text)
    list(forums(text))
    assert time.perf_counter() - start < 2

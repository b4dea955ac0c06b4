"""The same fact in other words is no deviation, another fact is one."""

from __future__ import annotations

import pytest

from clausecheck.language.alike import alike, same_patent, sums

SAME = [
    ("licensor", "Alder Instruments Ltd", "Alder Instruments Limited"),
    ("licensor", "Hokuto Cell Systems Co., Ltd.", "HOKUTO CELL SYSTEMS K.K."),
    ("licensor", "Alder", "Alder Instruments GmbH"),
    ("licensee", "The Birch Company, Inc.", "Birch Company Inc"),
    ("licensee", "Birch & Sons S.p.A.", "Birch and Sons SpA"),
    ("licensee", "Kita Kabushiki Kaisha (formerly Minami K.K.)", "Kita K.K."),
    ("effective_date", "1 December 2026", "2026-12-01"),
    ("effective_date", "the day of the last signature", "2026-12-01"),
    ("exclusivity", "exclusive, also as to Licensor; non-exclusive after year five", "exclusive"),
    ("exclusivity", "nonexclusive", "non-exclusive"),
    ("field", "batteries for passenger cars", "battery packs for passenger cars of category M1"),
    ("territory", "Japan, South Korea", "the Republic of Korea and Japan"),
    ("territory", "PRC (without Hong Kong)", "the People\u2019s Republic of China (excluding Macao and Taiwan)"),
    ("territory", "worldwide", "all countries of the world"),
    ("territory", "manufacture: Japan; sale: worldwide", "worldwide"),
    ("term", "10 years", "for ten (10) years from the Effective Date"),
    ("term", "24 months", "for two years"),
    ("term", "life of the patents", "until the expiration of the last to expire of the Licensed Patents"),
    ("support_term", "a reasonable time", "2 years"),
    ("governing_law", "Japan", "Japanese law"),
    ("governing_law", "California", "State of California"),
    ("governing_law", "English law", "England and Wales"),
    ("forum", "JCAA arbitration, Tokyo", "Japan Commercial Arbitration Association, Tokyo"),
    ("forum", "arbitration (ICC)", "International Chamber of Commerce, Singapore"),
    ("forum", "courts of Japan", "Tokyo District Court"),
]  # fmt: skip
OTHER = [
    ("licensor", "Hokuto Cell Systems Co., Ltd.", "Hokuto Cell Systems Europe GmbH"),
    ("licensor", "Hokuto Cell Systems", "Hokuto Battery Technologies K.K."),
    ("licensee", "Birch GmbH", "Birch Inc."),
    ("effective_date", "1 December 2026", "2027-01-01"),
    ("exclusivity", "exclusive", "non-exclusive"),
    ("exclusivity", "non-exclusive", "exclusive"),
    ("exclusivity", "sole", "exclusive"),
    ("field", "stationary storage of solar power", "battery packs for passenger cars"),
    ("field", "stationary storage", "battery packs for cars, excluding stationary storage"),
    ("territory", "Japan and Korea", "Japan"),
    ("territory", "Japan", "worldwide"),
    ("term", "10 years", "for five (5) years"),
    ("term", "10 years", "until the last of the Licensed Patents expires"),
    ("term", "until 31 December 2030", "until 31 December 2035"),
    ("support_term", "24 months", "12 months"),
    ("governing_law", "Japan", "State of New York"),
    ("governing_law", "California", "State of New York"),
    ("forum", "JCAA arbitration, Tokyo", "International Chamber of Commerce, Singapore"),
    ("forum", "ICC, Tokyo", "International Chamber of Commerce, Singapore"),
    ("forum", "Tokyo District Court", "International Chamber of Commerce, Paris"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "agreed", "stated"), SAME)
def test_the_same_in_other_words(name, agreed, stated):
    assert alike(name, agreed, stated)


@pytest.mark.parametrize(("name", "agreed", "stated"), OTHER)
def test_something_else(name, agreed, stated):
    assert not alike(name, agreed, stated)


@pytest.mark.parametrize(
    ("agreed", "stated", "same"),
    [
        ("US 10,884,217 B2", "US 10884217", True),
        ("Japanese Patent No. 6945120", "JP 6945120", True),
        ("Application No. 2024-539117", "JP 2024-539117", True),
        ("ZL201810583221.4", "CN 201810583221.4", True),
        ("US 6945120", "JP 6945120", False),
        ("JP 6945120", "JP 6945121", False),
    ],
)
def test_patents_by_their_numbers(agreed, stated, same):
    assert same_patent(agreed, stated) is same


def test_sums_and_rates_of_a_text():
    assert sums("licence fee of ¥480 million in three parts, then 2.8 % of Net Sales") == {"JPY 480000000", "2.8%"}
    assert sums("half of these rates") == frozenset()

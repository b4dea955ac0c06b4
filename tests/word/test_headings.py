"""Headings by style or by look, and sentences that only look like headings."""

from __future__ import annotations

import pytest

from clausecheck.model import Stretch
from clausecheck.word.headings import headings
from clausecheck.word.lines import Line
from clausecheck.word.typed_numbers import typed_numbers


def line(
    text: str, *looks: tuple[str, str], number: str = "", style: str = "Normal", outline: int | None = None
) -> Line:
    """A line whose looks are given as (look, the words that have it)."""
    (typed,) = typed_numbers([None if number else text])
    stretches = tuple(Stretch(text.index(w), text.index(w) + len(w), look) for look, w in looks)
    return Line(
        text, typed.number if typed else number, typed.length if typed else 0, stretches, style, outline, in_table=False
    )


def heading(line_: Line, before: str = "The Parties agree as follows.") -> tuple[str, str] | None:
    found = headings([line(before), line_])[1]
    return None if found is None else (line_.text[line_.typed : found.end], found.why)


@pytest.mark.parametrize(
    ("text", "words", "why"),
    [
        ("ARTICLE 1 DEFINITIONS", "DEFINITIONS", "short, caps, numbered"),
        ("7. TERM AND TERMINATION", "TERM AND TERMINATION", "short, caps, numbered"),
        ("7. Term and Termination", "Term and Termination", "short, numbered"),
        ("Section 5. Confidentiality.", "Confidentiality.", "short, numbered"),
        ("Article 2 (Grant of Right)", "(Grant of Right)", "short, numbered"),
        ("3. Licence fee and royalties", "Licence fee and royalties", "short, numbered"),
        (
            "2.1 Grant of License. Subject to this Agreement, Licensor grants a licence.",
            "Grant of License.",
            "run-in, plain",
        ),
        ("2.1 Grant of licence. Subject to this Agreement, Licensor grants it.", "Grant of licence.", "run-in, plain"),
        ("4. TAXES: Each Party bears its own taxes.", "TAXES:", "run-in, plain"),
        ("4. Taxes – Each Party bears its own taxes.", "Taxes –", "run-in, plain"),
        (
            "(a) Development License. Subject to this Agreement, Licensor grants it.",
            "Development License.",
            "run-in, plain",
        ),
        ("8.2 Title. Title to the documents stays with Licensor.", "Title.", "run-in, plain"),
        ("1. TERM 1.1 This Agreement runs for ten years.", "TERM", "run-in, plain"),
        ("CONFIDENTIALITY", "CONFIDENTIALITY", "short, caps"),
        ("DEFINITIONS.", "DEFINITIONS.", "short, caps"),
        ("Governing Law. This Agreement is governed by the laws of Japan.", "Governing Law.", "run-in, plain"),
    ],
)
def test_headings_by_words_alone(text, words, why):
    assert heading(line(text)) == (words, why)


@pytest.mark.parametrize(
    "text",
    [
        "2.1 Licensee shall pay the fee. The fee is due at once.",
        "1.1 “Affiliate” means any company. It includes branches.",
        "1.2 Affiliate means any company under common control.",
        "(a) patents and applications",
        "(b) Licensed Products",
        "3. The Licensor grants the licence.",
        "3. Fees under Section 5.1 fall due at once.",
        "5.4 The royalty in clause 5.2 shall be payable at the full rate.",
        "2.3 Hokuto Co. Ltd. grants the licence to the Licensee.",
        "Licensee: Jiangnan Voltra Automobile Co., Ltd., a company of China.",
        "HOKUTO CELL SYSTEMS CO., LTD.",
        "LICENSOR MAKES NO WARRANTY",
        "[DRAFTING NOTE]",
        "TYPE      VOLTAGE      PRICE",
        "Title",
        "By:",
        "If Licensee fails to pay",
        'Chairpersons"). Either Party may replace its chairperson at any time.',
    ],
)
def test_no_headings(text):
    assert heading(line(text)) is None


def test_words_broken_off_above_make_no_heading():
    assert heading(line("Agreement. Licensee shall pay the fee within ten days."), before="pursuant to this") is None


def test_capitals_that_run_on_are_a_text():
    block = ["EXCEPT AS STATED IN THIS ARTICLE, LICENSOR MAKES NO", "WARRANTIES", "OF ANY KIND, EXPRESS OR IMPLIED."]
    assert headings([line(text) for text in block]) == [None, None, None]


def test_a_caption_on_every_page_is_a_running_header():
    assert headings([line("CONTRACT NO. SEVEN"), line("Some text."), *[line("CONTRACT NO. SEVEN")] * 2]) == [None] * 4


@pytest.mark.parametrize(
    ("line_", "words", "why"),
    [
        (line("Confidentiality", style="Heading 2", outline=1), "Confidentiality", "style Heading 2"),
        (line("Licence Agreement", style="Title"), "Licence Agreement", "style Title"),
        (
            line("Grant. The Licensor shall grant the licence.", style="Heading 2", outline=1),
            "Grant.",
            "run-in, plain",
        ),
        (line("Licensed Patents", ("bold", "Licensed Patents")), "Licensed Patents", "short, bold"),
        (line("2. What is licensed", ("bold", "2. What is licensed")), "What is licensed", "short, bold, numbered"),
        (line("(a) Payment terms", ("underline", "Payment terms")), "Payment terms", "short, underline, numbered"),
        (line("2.1 Grant. Licensor grants it.", ("bold", "2.1 Grant.")), "Grant.", "run-in, bold"),
        (line("2.1 Grant. Licensor grants it.", ("underline", "Grant")), "Grant.", "run-in, underline"),
        (line("Grant Licensor grants it.", ("bold", "Grant"), number="2.1"), "Grant", "run-in, bold"),
        (
            line("Term — This Agreement runs for ten years.", ("italic", "Term")),
            "Term —",
            "run-in, italic",
        ),
    ],
)
def test_headings_by_style_and_look(line_, words, why):
    assert heading(line_) == (words, why)


@pytest.mark.parametrize(
    "line_",
    [
        line("The Licensor shall grant the licence to the Licensee in writing.", style="Heading 2", outline=1),
        line("Affiliate means any company under common control.", ("bold", "Affiliate")),
        line("Note: the parties must still agree on this point.", ("bold", "Note:")),
        line("Address: 1 Mill Lane, Otemachi", ("bold", "Address:")),
        line("Provided, however, that the fee is paid.", ("underline", "Provided, however")),
        line("Licensor grants the licence.", ("bold", "Licensor grants the licence.")),
    ],
)
def test_no_headings_in_spite_of_style_or_look(line_):
    assert heading(line_) is None


def test_number_alone_takes_the_caption_below_it():
    found = headings([line("SCHEDULE 1"), line("Licensed Patents and Applications")])
    assert [h.why if h else "" for h in found] == ["schedule number alone", "short, below a number"]

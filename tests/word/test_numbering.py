"""Numbers as Word prints them, each rule of ECMA-376 17.9 held against values written by hand."""

from __future__ import annotations

import pytest

from clausecheck.word.number_formats import formatted
from clausecheck.word.numbering import Counters, read_numbering
from clausecheck.word.stories import body_words
from clausecheck.word.styles import read_styles


def level(depth: int, text: str, fmt: str = "decimal", more: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{fmt}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


LEGAL = level(0, "%1.") + level(1, "%1.%2") + level(2, "(%3)", "lowerLetter") + level(3, "(%4)", "lowerRoman")


def abstract(identifier: int, levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{identifier}">{levels}</w:abstractNum>'


def num(identifier: int, of: int, overrides: str = "") -> str:
    return f'<w:num w:numId="{identifier}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def start_override(depth: int, start: int) -> str:
    return f'<w:lvlOverride w:ilvl="{depth}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def paragraph(list_id: int | None = 1, depth: int = 0, *, style: str = "", text: str = "x", more: str = "") -> str:
    number = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/></w:numPr>' if list_id is not None else ""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{number}{more}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


@pytest.fixture
def numbers(build):
    """The numbers of a body, without those of unnumbered paragraphs."""

    def read(body: str, numbering: str, **parts: str) -> list[str]:
        package = build(body, numbering=numbering, **parts)
        counters = Counters(read_numbering(package, read_styles(package)))
        return [number for words in body_words(package) if (number := counters.printed(words).number)]

    return read


def test_deeper_levels_restart_below_a_new_higher_one(numbers):
    body = "".join(paragraph(1, depth) for depth in (0, 1, 2, 2, 3, 1, 2, 0, 1))
    assert numbers(body, abstract(0, LEGAL) + num(1, 0)) == [
        "1.",
        "1.1",
        "(a)",
        "(b)",
        "(i)",
        "1.2",
        "(a)",
        "2.",
        "2.1",
    ]


def test_lists_of_one_definition_count_on(numbers):
    lists = abstract(0, LEGAL) + num(1, 0) + num(2, 0)
    assert numbers(paragraph(1) + paragraph(2) + paragraph(1), lists) == ["1.", "2.", "3."]


def test_start_override_restarts_once(numbers):
    lists = abstract(0, LEGAL) + num(1, 0) + num(2, 0, start_override(0, 5))
    assert numbers(paragraph(1) + paragraph(2) + paragraph(2) + paragraph(1), lists) == ["1.", "5.", "6.", "7."]


def test_whole_level_override_prints_its_own_text(numbers):
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "Article %1")}</w:lvlOverride>'
    assert numbers(paragraph(2), abstract(0, LEGAL) + num(2, 0, own)) == ["Article 1"]


def test_a_parent_never_used_shows_its_start(numbers):
    assert numbers(paragraph(1, 1), abstract(0, LEGAL) + num(1, 0)) == ["1.1"]


def test_level_with_restart_zero_never_restarts(numbers):
    levels = level(0, "%1.") + level(1, "Item %2", more='<w:lvlRestart w:val="0"/>')
    body = "".join(paragraph(1, depth) for depth in (0, 1, 0, 1))
    assert numbers(body, abstract(0, levels) + num(1, 0)) == ["1.", "Item 1", "2.", "Item 2"]


def test_level_with_restart_one_ignores_the_level_above_it(numbers):
    levels = level(0, "%1.") + level(1, "%1.%2") + level(2, "(%3)", more='<w:lvlRestart w:val="1"/>')
    body = "".join(paragraph(1, depth) for depth in (0, 1, 2, 1, 2, 0, 2))
    assert numbers(body, abstract(0, levels) + num(1, 0)) == ["1.", "1.1", "(1)", "1.2", "(2)", "2.", "(1)"]


def test_legal_level_prints_higher_levels_as_decimals_and_keeps_its_zero(numbers):
    levels = level(0, "ARTICLE %1", "upperRoman") + level(1, "Section %1.%2", "decimalZero", "<w:isLgl/>")
    body = paragraph(1) + paragraph(1) + paragraph(1, 1)
    assert numbers(body, abstract(0, levels) + num(1, 0)) == ["ARTICLE I", "ARTICLE II", "Section 2.01"]


def test_list_style_is_followed_to_its_definition(numbers):
    deferring = '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Firm"/></w:abstractNum>'
    defining = f'<w:abstractNum w:abstractNumId="2"><w:styleLink w:val="Firm"/>{level(0, "§ %1")}</w:abstractNum>'
    assert numbers(paragraph(1), deferring + defining + num(1, 1)) == ["§ 1"]


def test_style_gives_list_and_level(numbers):
    linked = level(0, "%1.", more='<w:pStyle w:val="H1"/>') + level(1, "%1.%2", more='<w:pStyle w:val="H2"/>')
    styles = (
        '<w:style w:type="paragraph" w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="H2"><w:basedOn w:val="H1"/></w:style>'
    )
    body = paragraph(None, style="H1") + paragraph(None, style="H2")
    assert numbers(body, abstract(0, linked) + num(1, 0), styles=styles) == ["1.", "1.1"]


def test_list_zero_takes_an_inherited_number_away(numbers):
    styles = '<w:style w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    body = paragraph(0, style="H1") + paragraph(None, style="H1")
    assert numbers(body, abstract(0, LEGAL) + num(1, 0), styles=styles) == ["1."]


def test_deleted_paragraph_does_not_use_up_its_number(numbers):
    gone = '<w:rPr><w:del w:id="1" w:author="K. Mori"/></w:rPr>'
    body = paragraph(1) + paragraph(1, more=gone) + paragraph(1) + paragraph(1)
    assert numbers(body, abstract(0, LEGAL) + num(1, 0)) == ["1.", "2.", "3."]


def test_empty_paragraph_with_a_section_break_has_no_number(numbers):
    body = paragraph(1, text="", more="<w:sectPr/>") + paragraph(1)
    assert numbers(body, abstract(0, LEGAL) + num(1, 0)) == ["1."]


def test_every_bullet_is_a_bullet(numbers):
    levels = level(0, "\uf0b7", "bullet") + level(1, "%2", more='<w:lvlPicBulletId w:val="0"/>')
    assert numbers(paragraph(1) + paragraph(1, 1), abstract(0, levels) + num(1, 0)) == ["•", "•"]


@pytest.mark.parametrize(
    ("number", "kind", "expected"),
    [
        (4, "lowerRoman", "iv"), (1999, "upperRoman", "MCMXCIX"), (27, "lowerLetter", "aa"), (28, "upperLetter", "BB"),
        (7, "decimalZero", "07"), (22, "ordinal", "22nd"), (12, "ordinal", "12th"), (21, "cardinalText", "Twenty-one"),
        (20, "ordinalText", "Twentieth"), (12, "ordinalText", "Twelfth"), (3, "none", ""),
        (11, "japaneseCounting", "十一"),
        (105, "japaneseCounting", "百五"), (12, "japaneseLegal", "壱拾弐"), (3, "decimalEnclosedCircle", "③"),
        (21, "decimalEnclosedCircle", "21"), (10, "decimalFullWidth", "１０"), (2, "ideographTraditional", "乙"),
        (3, "iroha", "ハ"), (46, "aiueo", "ン"), (10, "ideographDigital", "一〇"),
        (5, "unknownFormat", "5"), (0, "lowerRoman", "0"),
    ],
)  # fmt: skip
def test_number_formats(number, kind, expected):
    assert formatted(number, kind) == expected

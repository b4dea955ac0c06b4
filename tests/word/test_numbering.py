"""Numbers as Word prints them, each rule of ECMA-376 17.9 held against values written by hand."""

from __future__ import annotations

import pytest

from clausecheck.word import read
from clausecheck.word.numbering import Counters, read_numbering
from clausecheck.word.stories import body_words
from clausecheck.word.styles import read_styles

from .level_traps import TRAPS
from .list_xml import LEGAL, abstract, bare, in_list, level, num, paragraph, start_override, style, told_apart

ONE = abstract(0, LEGAL) + num(1, 0)
GONE = '<w:rPr><w:del w:id="1" w:author="K. Mori"/></w:rPr>'
MOVED = '<w:rPr><w:moveFrom w:id="1" w:author="K. Mori"/></w:rPr>'
COME = '<w:rPr><w:ins w:id="1" w:author="K. Mori"/></w:rPr>'


@pytest.fixture
def numbers(build):
    """The numbers of a body, "" for an unnumbered paragraph."""

    def read(body: str, numbering: str, **parts: str) -> list[str]:
        package = build(body, numbering=numbering, **parts)
        counters = Counters(read_numbering(package, read_styles(package)))
        return [counters.printed(words).number for words in body_words(package)]

    return read


@pytest.mark.parametrize("name", TRAPS)
def test_trap(name, numbers):
    trap = TRAPS[name]
    assert numbers(trap.body, trap.lists, styles=trap.styles) == trap.expected


def test_deeper_levels_restart_below_a_new_higher_one(numbers):
    body = "".join(paragraph(1, depth) for depth in (0, 1, 2, 2, 3, 1, 2, 0, 1))
    assert numbers(body, ONE) == ["1.", "1.1", "(a)", "(b)", "(i)", "1.2", "(a)", "2.", "2.1"]


@pytest.mark.parametrize("mark", [GONE, MOVED])
def test_paragraph_that_joins_the_next_does_not_use_up_a_number(mark, numbers):
    body = paragraph(1) + paragraph(1, more=mark) + paragraph(1) + paragraph(1)
    assert numbers(body, ONE) == ["1.", "2.", "3."]


def test_deleted_paragraph_that_stays_shows_its_number_and_does_not_use_it_up(numbers):
    """The last of a cell joins nothing."""
    cell = f"<w:tbl><w:tr><w:tc>{paragraph(1, more=GONE)}</w:tc></w:tr></w:tbl>"
    assert numbers(paragraph(1) + cell + paragraph(1), ONE) == ["1.", "2.", "2."]


def test_deleted_paragraph_does_not_use_up_the_own_start_of_its_list(numbers):
    cell = f"<w:tbl><w:tr><w:tc>{paragraph(2, more=GONE)}</w:tc></w:tr></w:tbl>"
    lists = ONE + num(2, 0, start_override(0, 5))
    assert numbers(paragraph(1) + cell + paragraph(2) + paragraph(2), lists) == ["1.", "5.", "5.", "6."]


def test_inserted_paragraph_counts(numbers):
    assert numbers(paragraph(1) + paragraph(1, more=COME) + paragraph(1), ONE) == ["1.", "2.", "3."]


def test_every_bullet_is_a_bullet(numbers):
    levels = (
        level(0, "\uf0b7", "bullet") + level(1, "%2", more='<w:lvlPicBulletId w:val="0"/>') + level(2, "", "bullet")
    )
    assert numbers("".join(paragraph(1, depth) for depth in (0, 1, 2)), abstract(0, levels) + num(1, 0)) == [
        "•",
        "•",
        "",
    ]


class TestViews:
    """The numbers with all changes accepted, and as they were before them, follow from the paragraphs of each view."""

    BY = 'w:id="7" w:author="K. Mori"'

    @pytest.fixture
    def both(self, build):
        def read_both(body: str, lists: str = ONE, **parts: str) -> tuple[list[str], list[str]]:
            package = build(body, numbering=lists, **parts)
            accepted, rejected = (read(package, view).paragraphs for view in ("accepted", "rejected"))
            return [one.number for one in accepted], [one.number for one in rejected]

        return read_both

    def test_a_deleted_paragraph_counts_before_it_is_deleted(self, both):
        gone = paragraph(more=GONE).replace("<w:r>", f"<w:del {self.BY}><w:r>").replace("</w:r>", "</w:r></w:del>")
        body = paragraph() + gone.replace("w:t>", "w:delText>") + paragraph()
        assert both(body) == (["1.", "2."], ["1.", "2.", "3."])

    def test_an_inserted_paragraph_counts_once_it_is_inserted(self, both):
        come = paragraph(more=COME).replace("<w:r>", f"<w:ins {self.BY}><w:r>").replace("</w:r>", "</w:r></w:ins>")
        assert both(paragraph() + come + paragraph()) == (["1.", "2.", "3."], ["1.", "2."])

    def test_levels_and_styles_of_before(self, both):
        was = f"<w:pPrChange {self.BY}><w:pPr>{{}}</w:pPr></w:pPrChange>"
        styled = was.format('<w:pStyle w:val="H1"/>')
        body = paragraph() + paragraph(more=was.format(in_list(1, 1))) + bare(more=styled) + paragraph()
        assert both(body, styles=style("H1", in_list(1))) == (["1.", "2.", "", "3."], ["1.", "1.1", "2.", "3."])

    def test_a_number_that_was_put_in_was_none(self, both):
        body = paragraph() + bare(in_list(1, 0, f"<w:ins {self.BY}/>")) + paragraph()
        assert both(body) == (["1.", "2.", "3."], ["1.", "", "2."])

    def test_the_own_start_of_a_list_belongs_to_its_first_paragraph_of_each_view(self, both):
        come = paragraph(2, more=COME).replace("<w:r>", f"<w:ins {self.BY}><w:r>").replace("</w:r>", "</w:r></w:ins>")
        lists = ONE + num(2, 0, start_override(0, 5))
        assert both(paragraph() + come + paragraph(2), lists) == (["1.", "5.", "6."], ["1.", "5."])


class TestStories:
    """Notes, headers and text boxes count each their own lists."""

    BOX = f"<w:r><w:pict><v:textbox><w:txbxContent>{paragraph(1) * 2}</w:txbxContent></v:textbox></w:pict></w:r>"

    def test_each_kind_of_story_counts_apart(self, build):
        notes = "".join(f'<w:footnote w:id="{n}">{paragraph(1)}</w:footnote>' for n in (2, 3))
        section = (
            f"<w:sectPr>{'<w:headerReference w:type=^default^ r:id=^rId-header1^/>'.replace('^', chr(34))}</w:sectPr>"
        )
        references = "".join(f"<w:r><w:footnoteReference w:id='{n}'/></w:r>" for n in (2, 3))
        body = paragraph(1) + f"<w:p>{self.BOX}{references}</w:p>" + paragraph(1) + section
        package = build(body, numbering=ONE, footnotes=notes, header1=paragraph(1))
        found: dict[str, list[str]] = {}
        for one in read(package).paragraphs:
            found.setdefault(one.story, []).append(one.number)
        assert found == {
            "body": ["1.", "", "2."],
            "header:1": ["1."],
            "footnote:2": ["1."],
            "footnote:3": ["2."],
            "textbox:1": ["1.", "2."],
        }

    def test_without_a_numbering_part_nothing_is_numbered(self, build):
        assert [one.number for one in read(build(told_apart([paragraph(1)]))).paragraphs] == [""]


class TestFields:
    """Numbers that fields make within the text."""

    @pytest.mark.parametrize("kind", ["LISTNUM", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT"])
    def test_numbers_that_are_not_stored_are_said_not_to_be_read(self, kind, build):
        marks = [f"<w:r><w:fldChar w:fldCharType='{mark}'/></w:r>" for mark in ("begin", "end")]
        field = f"{marks[0]}<w:r><w:instrText> {kind} \\e ) </w:instrText></w:r>{marks[1]}"
        body = f"<w:p>{field}</w:p><w:p><w:fldSimple w:instr=' {kind} '/></w:p>"
        found = [(gap.what, gap.where) for gap in read(build(body)).not_read]
        what = f"number that Word counts within the text ({kind})"
        assert found == [(what, "paragraph 1"), (what, "paragraph 2")]

    def test_sequences_are_text(self, build):
        body = "<w:p><w:r><w:t xml:space='preserve'>Table </w:t></w:r><w:fldSimple w:instr=' SEQ Table '>"
        body += "<w:r><w:t>4</w:t></w:r></w:fldSimple></w:p>"
        draft = read(build(body))
        assert (draft.paragraphs[0].text, draft.not_read) == ("Table 4", ())


class TestHostile:
    """What no Word wrote ends in numbers or none, and soon."""

    def test_level_text_without_end_is_cut(self, numbers):
        (number,) = numbers(paragraph(1), abstract(0, level(0, "§" * 50_000)) + num(1, 0))
        assert len(number) <= 255

    def test_letters_do_not_grow_without_end(self, numbers):
        (number,) = numbers(paragraph(1), abstract(0, level(0, "%1", "lowerLetter", start=32_767)) + num(1, 0))
        assert len(number) <= 30

    def test_number_of_many_counters_is_cut(self, numbers):
        (number,) = numbers(paragraph(1), abstract(0, level(0, "%1" * 120, "cardinalText", start=27_777)) + num(1, 0))
        assert len(number) <= 255

    @pytest.mark.parametrize("written", ["-1", "x", "", "99999999999", "¹"])
    def test_counts_that_are_none(self, written, numbers):
        broken = abstract(0, level(0, "%1.").replace('w:start w:val="1"', f'w:start w:val="{written}"')) + num(1, 0)
        assert numbers(paragraph(1), broken) == ["0."]

    @pytest.mark.parametrize("written", ["-1", "x", "", "99"])
    def test_levels_that_are_none(self, written, numbers):
        body = paragraph(1).replace('w:ilvl w:val="0"', f'w:ilvl w:val="{written}"')
        assert numbers(body, abstract(0, level(0, "%1.") + level(8, "%9)")) + num(1, 0)) in (["1."], ["1)"])

    def test_definitions_that_defer_to_each_other(self, numbers):
        defers = '<w:abstractNum w:abstractNumId="{}"><w:numStyleLink w:val="S{}"/></w:abstractNum>'
        styles = style("S1", in_list(1), kind="numbering") + style("S2", in_list(2), kind="numbering")
        lists = defers.format(1, 2) + defers.format(2, 1) + num(1, 1) + num(2, 2)
        assert numbers(paragraph(1) + paragraph(2), lists, styles=styles) == ["", ""]

    def test_numbering_part_that_is_none(self, tmp_path, build):
        assert [
            one.number for one in read(build(paragraph(1), numbering="<w:p/><w:num/><w:abstractNum/>")).paragraphs
        ] == [""]

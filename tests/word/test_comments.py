"""Comments stand at the exact words, whatever holds them, and nothing else changes."""

from __future__ import annotations

from itertools import count

import pytest
from lxml import etree

from clausecheck.word.comments import Anchor, anchor
from clausecheck.word.stories import body_words
from clausecheck.word.xml import W

from .marked import anchored, root_of, said

FIELD = (
    "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>REF _Ref1</w:instrText></w:r>"
    "<w:r><w:fldChar w:fldCharType='separate'/></w:r>{}<w:r><w:fldChar w:fldCharType='end'/></w:r>"
)
RICH, FILLED = "<w:sdtPr><w:alias w:val='x'/></w:sdtPr>", "<w:sdtPr><w:text/></w:sdtPr>"


def run(text: str, look: str = "") -> str:
    return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}<w:t xml:space='preserve'>{text}</w:t></w:r>"


def control(content: str, properties: str = RICH) -> str:
    return f"<w:sdt>{properties}<w:sdtContent>{content}</w:sdtContent></w:sdt>"


def inserted(content: str) -> str:
    return f"<w:ins w:id='9' w:author='K. Mori' w:date='2026-11-15T00:00:00Z'>{content}</w:ins>"


def marked(build, content: str, *quotes: str) -> etree._Element:
    """The paragraph of ``content`` with a comment on each quote; comment ids count from 0."""
    package = build(f"<w:p>{content}</w:p>")
    (words,) = body_words(package)
    spans = [(words.text.index(quote), words.text.index(quote) + len(quote)) for quote in quotes]
    anchor(words, [Anchor(number, *span) for number, span in enumerate(spans)], count(20))
    return root_of(package).find(f"{W}body/{W}p")


@pytest.mark.parametrize(
    ("content", "quote"),
    [
        (run("Licensee may sublicense freely."), "sublicense"),
        (run("Licensee may sublicense freely."), "Licensee"),
        (run("Licensee may sublicense freely."), "freely."),
        (run("Licensee may subli", "<w:b/>") + run("cense ") + run("freely."), "sublicense"),
        ("<w:r><w:t>pay</w:t><w:tab/><w:t>three</w:t><w:br/><w:t>percent</w:t></w:r>", "three\npercent"),
        ("<w:r><w:t>pay</w:t><w:tab/><w:t>three</w:t></w:r>", "\tthr"),
        (run("shall ") + inserted(run("not grant any") + run(" right")) + run(" here"), "grant"),
        (run("shall ") + inserted(run("not grant")) + run(" any right"), "grant any"),
        (run("shall ") + inserted(run("not grant")) + run(" any right"), "shall not"),
        (run("see ") + f"<w:hyperlink w:anchor='a'>{run('Schedule 1 below')}</w:hyperlink>", "Schedule 1"),
        (run("the ") + control(run("Licensed Patents")) + run(" only"), "Patents"),
        (run("a ") + f"<w:smartTag w:element='x'>{run('Tokyo court')}</w:smartTag>" + run(" rules"), "court rules"),
        (run("before ") + "<w:del w:id='4'><w:r><w:delText>old </w:delText></w:r></w:del>" + run("now"), "before now"),
    ],
)  # fmt: skip
def test_the_range_covers_exactly_the_quoted_words(build, content, quote):
    paragraph = marked(build, content, quote)
    assert anchored(paragraph, 0) == quote


@pytest.mark.parametrize(
    ("content", "quote", "covered"),
    [
        (run("under ") + FIELD.format(run("clause 2.1")) + run(" hereof"), "2.1 hereof", "clause 2.1 hereof"),
        (run("under ") + FIELD.format(run("clause 2.1")) + run(" hereof"), "under clause", "under clause 2.1"),
        (run("by ") + f"<w:fldSimple w:instr='REF a'>{run('clause 3')}</w:fldSimple>", "3", "clause 3"),
        (run("see ") + f"<w:hyperlink w:anchor='a'>{run('Schedule 1')}</w:hyperlink>" + run(" now"), "1 now",
         "Schedule 1 now"),
        (run("the ") + control(run("Licensed Patents")) + run(" only"), "Patents only", "Licensed Patents only"),
        (run("the ") + control(run("Licensed Patents"), FILLED) + run(" only"), "Patents", "Licensed Patents"),
    ],
)  # fmt: skip
def test_what_may_not_be_entered_is_covered_whole(build, content, quote, covered):
    assert anchored(marked(build, content, quote), 0) == covered


def test_no_mark_stands_in_a_run_or_in_the_code_of_a_field(build):
    paragraph = marked(build, run("under ") + FIELD.format(run("clause 2.1")) + run(" hereof"), "2.1")
    starts = [child.tag for child in paragraph]
    assert starts.index(W + "commentRangeStart") == 1
    assert paragraph[-2].find(W + "commentReference") is not None
    assert not paragraph.findall(f".//{W}r/{W}commentRangeStart")


def test_the_reference_stands_outside_an_insertion_in_which_the_comment_only_ends(build):
    paragraph = marked(build, run("shall ") + inserted(run("not grant")) + run(" any"), "shall not")
    assert paragraph.find(f"{W}ins/{W}commentRangeEnd") is not None
    assert paragraph.find(f"{W}r/{W}commentReference") is not None


def test_a_comment_within_an_insertion_stays_in_it(build):
    paragraph = marked(build, run("shall ") + inserted(run("not grant")) + run(" any"), "not")
    wrapper = paragraph.find(W + "ins")
    assert [child.tag.rpartition("}")[2] for child in wrapper] == [
        "commentRangeStart", "r", "commentRangeEnd", "r", "r",
    ]  # fmt: skip


def test_cut_runs_keep_their_look_and_their_white_space(build):
    paragraph = marked(build, run("Licensee may sublicense", "<w:b/><w:i/>"), "may")
    runs = [one for one in paragraph.iter(W + "r") if one.find(W + "t") is not None]
    assert [said(one) for one in runs] == ["Licensee ", "may", " sublicense"]
    assert all(one.find(f"{W}rPr/{W}b") is not None for one in runs)
    assert all(one.find(W + "t").get("{http://www.w3.org/XML/1998/namespace}space") == "preserve" for one in runs)


def test_a_tracked_change_of_look_goes_on_under_an_id_of_its_own(build):
    look = "<w:b/><w:rPrChange w:id='3' w:author='K. Mori'><w:rPr/></w:rPrChange>"
    paragraph = marked(build, run("Licensee may sublicense", look), "may")
    assert [one.get(W + "id") for one in paragraph.iter(W + "rPrChange")] == ["3", "21", "20"]


def test_white_space_that_word_does_not_show_stays_hidden_when_a_run_is_cut(build):
    package = build("<w:p><w:r><w:t>  Licensee may sublicense  </w:t></w:r></w:p>")
    (words,) = body_words(package)
    anchor(words, [Anchor(0, 13, 23)], count(20))
    again = build(etree.tostring(root_of(package)[0][0], encoding="unicode"))
    assert body_words(again)[0].text == words.text == "Licensee may sublicense"


@pytest.mark.parametrize("quote", ["see ", " may", "see may", " ", "icen"])
def test_a_cut_keeps_every_character_whether_word_shows_it_or_not(build, quote):
    written = "  Licensee may sublicense \n "
    paragraph = marked(build, f"<w:r><w:t>{written}</w:t></w:r>", quote)
    assert anchored(paragraph, 0) == quote
    assert said(paragraph) == written
    again = build(etree.tostring(paragraph, encoding="unicode"))
    assert body_words(again)[0].text == written.strip()


def test_several_comments_in_one_run_nest_touch_and_overlap(build):
    quotes = ("may sublicense", "sublicense", "freely to", "Licensee ", "sublicense freely")
    paragraph = marked(build, run("Licensee may sublicense freely to others."), *quotes)
    assert [anchored(paragraph, number) for number in range(len(quotes))] == list(quotes)
    assert said(paragraph) == "Licensee may sublicense freely to others."


@pytest.mark.parametrize(("start", "end", "covered"), [(3, 3, "e"), (7, 99, "e"), (-5, 0, "L"), (99, 99, "e")])
def test_a_range_without_words_takes_the_nearest_character(build, start, end, covered):
    package = build(f"<w:p>{run('License')}</w:p>")
    anchor(body_words(package)[0], [Anchor(0, start, end)], count(20))
    assert anchored(root_of(package), 0) == covered


def test_an_empty_paragraph_takes_a_comment(build):
    package = build("<w:p><w:pPr><w:jc w:val='center'/></w:pPr></w:p>")
    anchor(body_words(package)[0], [Anchor(5, 0, 0)], count(20), "CommentReference")
    assert [child.tag.rpartition("}")[2] for child in root_of(package)[0][0]] == [
        "pPr", "commentRangeStart", "commentRangeEnd", "r",
    ]  # fmt: skip
    assert root_of(package).find(f".//{W}rStyle").get(W + "val") == "CommentReference"


def test_a_range_over_a_deleted_paragraph_mark_starts_in_one_and_ends_in_the_other(build):
    package = build(
        f"<w:p><w:pPr><w:rPr><w:del w:id='1' w:author='x'/></w:rPr></w:pPr>{run('Licensee shall ')}</w:p>"
        f"<w:p>{run('pay a fee.')}</w:p>"
    )
    (words,) = body_words(package)
    anchor(words, [Anchor(0, 9, 18)], count(20))
    assert anchored(root_of(package), 0) == "shall pay"
    first, second = root_of(package)[0]
    assert first.find(W + "commentRangeStart") is not None
    assert second.find(W + "commentRangeEnd") is not None

"""Words reworded in place: tracked, in the look of what they replace, and only where nothing of others is touched."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from clausecheck.word import open_package
from clausecheck.word.differences import edits
from clausecheck.word.markup import Comment, Insertion, Replacement, write_marked
from clausecheck.word.places import Line, NewClause
from clausecheck.word.stories import body_words
from clausecheck.word.verify import rejected, same
from clausecheck.word.xml import W

from .generated import DATE, FIXED, in_memory, in_memory_marked, model, written
from .marked import anchored, comments, root_of, said, struck

FIELD = (
    "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>REF _Ref1</w:instrText></w:r>"
    "<w:r><w:fldChar w:fldCharType='separate'/></w:r>{}<w:r><w:fldChar w:fldCharType='end'/></w:r>"
)
LOCKED = "<w:sdtPr><w:lock w:val='sdtContentLocked'/></w:sdtPr>"
FILLED = "<w:sdtPr><w:date/></w:sdtPr>"
RICH = "<w:sdtPr><w:alias w:val='x'/></w:sdtPr>"


def run(text: str, look: str = "") -> str:
    return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}<w:t xml:space='preserve'>{text}</w:t></w:r>"


def control(content: str, properties: str = RICH) -> str:
    return f"<w:sdt>{properties}<w:sdtContent>{content}</w:sdtContent></w:sdt>"


def reworded(build, tmp_path, body: str, *changes: tuple[str, str], notes=(), clauses=()):
    """The file with each quote of its first paragraph that says it replaced; it has proved itself, or raised."""
    package = build(body if "<w:p>" in body else f"<w:p>{body}</w:p>")
    words = body_words(package)
    found = []
    for quote, text in changes:
        one = next(w for w in words if quote in w.text)
        start = one.text.index(quote)
        found.append(Replacement(one.index, start, start + len(quote), text, ("GRT-05 Title", f"Write: {text}")))
    write_marked(package, model(package), list(notes), list(clauses), DATE, tmp_path / "out.docx", found)
    return open_package(tmp_path / "out.docx")


def shape(element: etree._Element) -> list[tuple[str, str]]:
    """What stands in a paragraph, without the marks of comments."""
    names = [(child.tag.rpartition("}")[2], child) for child in element]
    kept = [(name, child) for name, child in names if "omment" not in name and name != "pPr"]
    told = [(name, "".join(child.itertext())) for name, child in kept]
    return [(name, text) for name, text in told if text or name != "r"]


def paragraph(package) -> etree._Element:
    return next(root_of(package).iter(W + "p"))


def test_only_the_words_that_differ_are_struck_and_written(build, tmp_path):
    written = reworded(
        build, tmp_path, run("Licensee may freely sublicense the Licensed Patents."),
        ("Licensee may freely sublicense the", "Licensee shall not sublicense the"),
    )  # fmt: skip
    assert shape(paragraph(written)) == [
        ("r", "Licensee "), ("del", "may freely"), ("ins", "shall not"), ("r", " sublicense the Licensed Patents."),
    ]  # fmt: skip
    ours = [one for one in paragraph(written) if one.tag in (W + "ins", W + "del")]
    assert {one.get(W + "author") for one in ours} == {"clausecheck"}
    assert {one.get(W + "date") for one in ours} == {DATE}
    assert len({one.get(W + "id") for one in ours}) == 2
    assert next(root_of(written).iter(W + "delText")).get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"


def test_the_comment_stands_over_the_change(build, tmp_path):
    written = reworded(build, tmp_path, run("Licensee may sublicense."), ("may", "shall not"))
    (identifier,) = comments(written)
    assert comments(written)[identifier] == ["GRT-05 Title", "Write: shall not"]
    names = [child.tag.rpartition("}")[2] for child in paragraph(written)]
    assert names == ["r", "commentRangeStart", "del", "ins", "commentRangeEnd", "r", "r"]


def test_new_words_look_like_those_that_they_replace(build, tmp_path):
    look = "<w:b/><w:color w:val='FF0000'/><w:rPrChange w:id='4' w:author='K. Mori'><w:rPr/></w:rPrChange>"
    written = reworded(build, tmp_path, run("Licensee ") + run("may", look) + run(" pay"), ("may", "shall"))
    (come,) = root_of(written).iter(W + "ins")
    assert [child.tag.rpartition("}")[2] for child in come[0][0]] == ["b", "color"]


def test_over_several_runs_each_keeps_its_look_in_the_deletion(build, tmp_path):
    written = reworded(
        build, tmp_path, run("may ", "<w:b/>") + run("freely ", "<w:i/>") + run("grant"), ("may freely", "must")
    )
    assert shape(paragraph(written)) == [("del", "may freely"), ("ins", "must"), ("r", " "), ("r", "grant")]
    assert [[one.tag.rpartition("}")[2] for one in r[0]] for r in paragraph(written).find(W + "del")] == [["b"], ["i"]]


def test_a_point_takes_new_words_and_nothing_is_struck(build, tmp_path):
    package = build(f"<w:p>{run('Licensee shall pay.')}</w:p>")
    one = Replacement(0, 14, 14, " not", ("T",))
    write_marked(package, model(package), [], [], DATE, tmp_path / "out.docx", [one])
    assert shape(paragraph(open_package(tmp_path / "out.docx"))) == [
        ("r", "Licensee shall"), ("ins", " not"), ("r", " pay."),
    ]  # fmt: skip


@pytest.mark.parametrize(("at", "shown"), [(0, "So: Fee."), (4, "Fee.So: ")])
def test_the_ends_of_a_paragraph_take_new_words(build, tmp_path, at, shown):
    package = build(f"<w:p>{control(run('Fee.'), FILLED)}</w:p>")
    write_marked(package, model(package), [], [], DATE, tmp_path / "out.docx", [Replacement(0, at, at, "So: ", ("T",))])
    written = open_package(tmp_path / "out.docx")
    assert body_words(written)[0].text == shown
    assert paragraph(written).find(W + "ins") is not None


def test_an_empty_paragraph_takes_new_words_in_the_look_of_its_mark(build, tmp_path):
    package = build("<w:p><w:pPr><w:rPr><w:b/></w:rPr></w:pPr></w:p>")
    write_marked(package, model(package), [], [], DATE, tmp_path / "out.docx", [Replacement(0, 0, 0, "New.", ("T",))])
    written = open_package(tmp_path / "out.docx")
    assert body_words(written)[0].text == "New."
    assert next(root_of(written).iter(W + "ins")).find(f"{W}r/{W}rPr/{W}b") is not None


def test_words_can_go_without_others(build, tmp_path):
    written = reworded(build, tmp_path, run("The sole and exclusive remedy"), ("sole and ", ""))
    assert shape(paragraph(written)) == [("r", "The "), ("del", "sole and "), ("r", "exclusive remedy")]


def test_tabs_and_breaks_go_and_come(build, tmp_path):
    written = reworded(
        build, tmp_path, "<w:r><w:t>1.</w:t><w:tab/><w:t>Fee</w:t><w:br/></w:r>", ("1.\tFee\n", "1.\nFee\t")
    )
    assert body_words(written)[0].text == "1.\nFee\t"
    assert [one.tag.rpartition("}")[2] for one in paragraph(written).iter(W + "tab", W + "br")] == [
        "tab", "br", "br", "tab",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "quote", "text"),
    [
        (f"<w:hyperlink w:anchor='a'>{run('Schedule 1 below')}</w:hyperlink>", "1", "2"),
        (run("see ") + f"<w:hyperlink w:anchor='a'>{run('Schedule 1')}</w:hyperlink>" + run(" now"), "1 now", "two"),
        (run("see ") + f"<w:hyperlink w:anchor='a'>{run('Schedule 1')}</w:hyperlink>" + run(" now"), "e S", "e X"),
        (run("the ") + control(run("Licensed Patents")) + run(" only"), "Licensed Patents", "Patents"),
        (run("a ") + f"<w:smartTag w:element='x'>{run('Tokyo court')}</w:smartTag>" + run(" rules"), "court r", "a r"),
        (run("Net Sales") + "<w:r><w:footnoteReference w:id='2'/></w:r>" + run(" count"), "Sales count", "Profits"),
        (run("a\U0001f600b \u202bשלום\u202c"), "\U0001f600b", "\U0001f601"),
        ("<w:r><w:t>pay</w:t><w:lastRenderedPageBreak/><w:t>able</w:t></w:r>", "payable", "due"),
        ("<w:r><w:t> Licensee may pay </w:t></w:r>", "may", "shall"),
        (run("by ") + FIELD.format(run("clause 2")) + run(" only"), "by", "under"),
        (run("by ") + FIELD.format(run("clause 2")) + run(" only"), " only", ""),
    ],
)  # fmt: skip
def test_words_are_reworded_whatever_holds_them(build, tmp_path, content, quote, text):
    before = body_words(build(f"<w:p>{content}</w:p>"))[0].text
    written = reworded(build, tmp_path, content, (quote, text))
    assert body_words(written)[0].text == before.replace(quote, text)
    assert [
        one for one in root_of(written).iter(W + "footnoteReference") if one.getparent().getparent().tag == W + "del"
    ] == []


@pytest.mark.parametrize(
    ("content", "quote"),
    [
        (run("shall ") + f"<w:ins w:id='9' w:author='K. Mori'>{run('not grant')}</w:ins>" + run(" any"), "not"),
        (run("shall ") + f"<w:ins w:id='9' w:author='K. Mori'>{run('not ')}</w:ins>" + run("grant"), "shall not grant"),
        (run("shall ") + f"<w:del w:id='9' w:author='K. Mori'>{run('not ')}</w:del>" + run("grant"), "shall grant"),
        (run("shall ") + f"<w:moveTo w:id='9' w:author='K. Mori'>{run('not ')}</w:moveTo>" + run("grant"), "not"),
        (run("by ") + FIELD.format(run("clause 2")) + run(" only"), "clause"),
        (run("by ") + f"<w:fldSimple w:instr='REF a'>{run('clause 3')}</w:fldSimple>", "3"),
        (run("on ") + control(run("1 May"), FILLED) + run(" next"), "May"),
        (run("on ") + control(run("1 May"), LOCKED) + run(" next"), "on 1"),
        (control(f"<w:p>{run('Fixed words.')}</w:p>", LOCKED), "Fixed"),
        (run("E = ") + "<m:oMath><m:r><m:t>mc2</m:t></m:r></m:oMath>", "mc2"),
        (f"<w:r><w:ruby><w:rt>{run('kana')}</w:rt><w:rubyBase>{run('漢')}</w:rubyBase></w:ruby></w:r>", "漢"),
    ],
)  # fmt: skip
def test_what_belongs_to_others_or_to_word_gets_a_comment_alone(build, tmp_path, content, quote):
    written = reworded(build, tmp_path, content, (quote, "altogether other words"))
    assert not [one for one in root_of(written).iter(W + "ins", W + "del") if one.get(W + "author") == "clausecheck"]
    (identifier,) = comments(written)
    assert quote in anchored(root_of(written), identifier) or "ruby" in content or "oMath" in content


def test_words_beside_a_change_that_is_no_part_of_it_can_be_reworded(build, tmp_path):
    content = (
        run("Licensee shall ") + f"<w:ins w:id='9' w:author='K. Mori'>{run('not')}</w:ins>" + run(" grant any right")
    )
    written = reworded(build, tmp_path, content, ("shall not grant any right", "shall not grant a right"))
    assert body_words(written)[0].text == "Licensee shall not grant a right"


def test_replacements_comments_and_clauses_share_a_paragraph(build, tmp_path):
    text = "Licensee may sublicense freely to others."
    package = build(f"<w:p>{run(text)}</w:p><w:p>{run('End.')}</w:p>")
    notes = [
        Comment(0, 0, 8, ("A",)),
        Comment(0, 9, 23, ("B",)),
        Comment(0, 11, 15, ("C",)),
        Comment(0, 31, 41, ("D",)),
    ]
    wanted = [
        Replacement(0, 9, 12, "shall not", ("E",)),
        Replacement(0, 24, 30, "", ("F",)),
        Replacement(0, 10, 14, "x", ("G",)),
    ]
    clause = Insertion(NewClause(0, (Line(1, "New clause."),)), ("H",))
    write_marked(package, model(package), notes, [clause], DATE, tmp_path / "out.docx", wanted)
    written = open_package(tmp_path / "out.docx")
    assert [w.text for w in body_words(written)] == ["Licensee shall not sublicense  to others.", "New clause.", "End."]
    assert sorted(lines[0] for lines in comments(written).values()) == list("ABCDEFGH")
    ours = [one.get(W + "id") for one in root_of(written).iter(W + "ins", W + "del")]
    assert len(ours) == len(set(ours))
    assert same(root_of(package), rejected(root_of(written), comments(written), ours))


def test_words_that_are_there_already_get_the_comment_alone(build, tmp_path):
    written = reworded(build, tmp_path, run("Licensee may pay."), ("may pay", "may pay"))
    assert len(comments(written)) == 1
    assert not list(root_of(written).iter(W + "ins", W + "del"))


def test_words_can_be_reworded_without_a_comment(build, tmp_path):
    package = build(f"<w:p>{run('Licensee may pay.')}</w:p>")
    write_marked(package, model(package), [], [], DATE, tmp_path / "out.docx", [Replacement(0, 9, 12, "shall", ())])
    written = open_package(tmp_path / "out.docx")
    assert body_words(written)[0].text == "Licensee shall pay."
    assert comments(written) == {}


def test_characters_that_xml_cannot_hold_are_left_out(build, tmp_path):
    written = reworded(build, tmp_path, run("Licensee may pay."), ("may", "sh\x00all"))
    assert said(paragraph(written)) == "Licensee shall pay."


WORDS = st.lists(
    st.sampled_from(["pay", "not", "fee", "a", ".", "漢", " ", " ", "\n", "\t", "\U0001f600"]), max_size=10
)


@FIXED
@given(old=WORDS, new=WORDS, cuts=st.sets(st.integers(1, 12)), around=st.tuples(WORDS, WORDS))
def test_any_words_become_any_others_by_the_fewest_words(old, new, cuts, around):
    before, behind = ("".join(one) for one in around)
    old, new = "".join(old), "".join(new)
    text = before + old + behind
    edges = [0, *sorted(one for one in cuts if one < len(text)), len(text)]
    looks = ("<w:b/>", "", "<w:i/>")
    runs = [written(text[a:b], looks[n % 3]) for n, (a, b) in enumerate(itertools.pairwise(edges))]
    package = in_memory(f"<w:p>{''.join(runs)}</w:p>")
    one = Replacement(0, len(before), len(before) + len(old), new, ("T",))
    marked = in_memory_marked(package, [], [], [one])
    assert body_words(marked)[0].text == before + new + behind
    ours = [one.get(W + "id") for one in root_of(marked).iter(W + "ins", W + "del")]
    original = rejected(root_of(marked), comments(marked), ours)
    assert same(root_of(package), original)
    assert "".join(map(said, original.iter(W + "p"))) == text
    gone = [struck(one) for one in root_of(marked).iter(W + "del")]
    come = [said(one) for one in root_of(marked).iter(W + "ins")]
    changed = edits(old, new)
    assert "".join(gone) == "".join(old[one.start : one.end] for one in changed)
    assert "".join(come) == "".join(one.text for one in changed)


def test_what_stands_for_a_prompt_is_no_text_to_change(build, tmp_path):
    prompt = control(run("Click here to enter text."), "<w:sdtPr><w:showingPlcHdr/></w:sdtPr>")
    written = reworded(build, tmp_path, run("Fee: ") + prompt, ("[…]", "ten euros"))
    assert root_of(written).find(f".//{W}del") is None
    assert len(comments(written)) == 1

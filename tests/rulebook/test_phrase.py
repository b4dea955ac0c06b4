"""The phrase language: what its nine marks mean, and what is refused with a mend."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clausecheck.model import ClausecheckError
from clausecheck.rulebook.phrase import Groups
from clausecheck.rulebook.pieces import Compiled, Run, compiled

from .readings import found_by

GROUPS = Groups({"consent": "(consent|prior approval)", "loop": "a {pool}", "pool": "({loop}|b)", "wide": "a ...3 b"})


def said(text: str) -> list[str]:
    """The branches of a phrase in short, one line a piece."""
    pieces = [[branch for branch, _ in piece.branches()] for piece in _read(text).pieces]
    return [" / ".join(" ".join(map(_part, branch.parts)) for branch in branches) for branches in pieces]


def _read(text: str) -> Compiled:
    return compiled(text, GROUPS)


def _part(part: object) -> str:
    if isinstance(part, str):
        return f"<{part}>"
    assert isinstance(part, Run)
    return " ".join("|".join([*a.words, *(f"{s}*" for s in a.stems), *(f'"{e}"' for e in a.exact)]) for a in part.atoms)


@pytest.mark.parametrize(
    ("phrase", "pieces"),
    [
        ("Written consent", ["written consent"]),
        ("sublicen* it", ["sublicen* it"]),
        ("(consent|approv*|permission)", ["consent|permission|approv*"]),
        ("(consent|prior approval)", ["consent / prior approval"]),
        ("prior? consent", ["prior consent / consent"]),
        ("part (of the)? fee", ["part of the fee / part fee"]),
        ("not ...4 assign ... pay", ["not", "assign", "pay"]),
        ("<licensee> may", ["<licensee> may"]),
        ("(<licensee>|company) may", ["company may / <licensee> may"]),
        ('"AS IS" basis', ['"AS" "IS" basis']),
        ("{consent} of", ["consent of / prior approval of"]),
        ("non-exclusive licence", ["non-exclusive licence"]),
        ("and/or", ["and or"]),
        ("Licensee’s consent", ["licensee consent"]),
        ("((a|b)|c) d", ["a|b|c d"]),
        ("(pay to|sub-licen*|a |b)", ["a|b|sub-licen* / pay to"]),
        ("a...3 b", ["a", "b"]),
        ("<patent number>", ["<patent_number>"]),
    ],
)
def test_marks(phrase: str, pieces: list[str]) -> None:
    assert said(phrase) == pieces


def test_gaps_count_words() -> None:
    assert _read("not ...4 assign ... pay").gaps == (4, 8)


@pytest.mark.parametrize(
    ("phrase", "mend"),
    [
        ("{consnt} of", "did you mean consent?"),
        ("<licencee> may", "did you mean licensee?"),
        ("a ...26 b", "at most ...25"),
        ("...4 a", "at an end"),
        ("a ...", "at an end"),
        ("a ... ...2 b", "write one with the sum"),
        ("the*", "at least 4 letters"),
        ("sub*lic", "only at the end of a word"),
        ("<licensee>", "add a word that always stands there"),
        ("<party> ...4 <licensor>", "add a word that always stands there"),
        ("a ...3 b? ...3 c", "take the ? away"),
        ("(a", "add a )"),
        ("a)", "has no opening one"),
        ("a|b", "in round brackets"),
        ("a ? b", "directly behind"),
        ("a ^b", "at its very beginning"),
        ("(a ...3 b|c)", "one phrase for each alternative"),
        ("{wide} c", "holds a gap"),
        ("{loop}", "contains itself"),
        ("{consent", "is not closed"),
        ('"AS IS', "is not closed"),
        ("a , b", "leave it out"),
        ("(|a)", "write at least one word"),
        ("", "write at least one word"),
        ("a" * 1001, "longer than 1000"),
        ("(" * 50 + "a" + ")" * 50, "use word groups"),
        ("(a b|c d) " * 9, "more than 500 wordings"),
        ("a ...3x b", "put a blank behind it"),
        ('"A ...3 B" c', "take it out of them"),
    ],
)
def test_refused_with_a_mend(phrase: str, mend: str) -> None:
    with pytest.raises(ClausecheckError) as refused:
        _read(phrase)
    assert mend in str(refused.value)


def test_groups_that_double_are_counted_and_not_written_out() -> None:
    laughs = {f"g{n}": f"(x{{g{n + 1}}}y|{{g{n + 1}}}{{g{n + 1}}})" for n in range(8)} | {"g8": "(ha ha|ho ho)"}
    with pytest.raises(ClausecheckError, match="more than 500 wordings"):
        compiled("{g0}", Groups(laughs))


def test_groups_that_multiply_are_counted_in_no_time() -> None:
    wide = {f"g{n}": "(" + "|".join([f"{{g{n + 1}}}"] * 60) + ")" for n in range(11)} | {"g11": "(a b|c)"}
    with pytest.raises(ClausecheckError, match="more than 500 wordings"):
        compiled("{g0} {g0}", Groups(wide))


def test_long_chains_of_groups_are_refused() -> None:
    chain = {f"g{n}": f"{{g{n + 1}}}" for n in range(2000)} | {"g2000": "end"}
    with pytest.raises(ClausecheckError, match="use fewer"):
        compiled("{g0}", Groups(chain))


MARKS = st.sampled_from(
    ["...", "...4", "...99", "?", "(", ")", "|", "{a}", "<licensee>", "<x>", '"', "^", "*", " ", "wording", "-"]
)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=60), st.lists(MARKS, max_size=25).map("".join)))
def test_any_text_is_a_phrase_or_is_refused(text: str) -> None:
    try:
        _read(text)
    except ClausecheckError as refused:
        assert "\n" not in str(refused).replace(text, "")


WORDS = st.lists(
    st.sampled_from(["licensee", "shall", "not", "assign", "sub-licence", "or", "pay", "30", "days", "2.5", "percent"]),
    min_size=1,
    max_size=9,
)


@settings(max_examples=60, deadline=None)
@given(WORDS, st.data())
def test_words_of_a_sentence_match_it(words: list[str], data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    assert found_by(" ".join(words[start:end]), " ".join(words).capitalize() + ".")

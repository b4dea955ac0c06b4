"""Where phrases stand in a reading: words, gaps, marks, slots, units, and what rejects a hit."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clausecheck.model import ClausecheckError, Reading, Rulebook, Unit, Wording
from clausecheck.rulebook import search
from clausecheck.rulebook.seek import plan_of

from .readings import found_by, quotes, reading, rule

SENTENCE = "Licensee shall not, in any way, sublicense or assign this non-exclusive licence."


@pytest.mark.parametrize(
    ("phrase", "text", "quoted"),
    [
        ("shall not in any way", SENTENCE, ["shall not, in any way"]),
        ("way sublicense", SENTENCE, ["way, sublicense"]),
        ("sublicen*", SENTENCE, ["sublicense"]),
        ("not ...3 sublicense", SENTENCE, ["not | sublicense"]),
        ("not ...2 sublicense", SENTENCE, []),
        ("not ...3 sublicense ...0 or", SENTENCE, ["not | sublicense | or"]),
        ("sublicense ...5 not", SENTENCE, []),
        ("this ...0 licence", SENTENCE, []),
        ("this ...1 licence", SENTENCE, ["this | licence"]),
        ("exclusive", SENTENCE, []),
        ("non-exclusive licence", SENTENCE, ["non-exclusive licence"]),
        ("(must|shall) (never|not)", SENTENCE, ["shall not"]),
        ("(shall never|shall not in|or) (any|assign)", SENTENCE, ["shall not, in any", "or assign"]),
        ("prior? sublicense (to anyone)?", SENTENCE, ["sublicense"]),
        ("licensee consent", "Licensee's consent; Licensee consent.", ["Licensee's consent", "Licensee consent"]),
        ('"AS IS"', "Sold as is, that is AS IS.", ["AS IS"]),
        ('"NOT" ...3 liable', "Is not liable. Is NOT ever liable.", ["NOT | liable"]),
        ("a end", "This is a. End of it.", []),
        ("a ...4 end", "This is a. End of it.", []),
        ("^licensee", "Licensee pays.", ["Licensee"]),
        ("^licensee", "The Licensee pays. Licensee stays.", []),
        ("^licensee", "One line.\nLicensee pays.", ["Licensee"]),
        ("2.5 percent", "At 2.5 percent.", ["2.5 percent"]),
        ("shall ...2 pay", "Shall shall pay.", ["shall | pay"]),
        ("pay ...2 fee", "Pay the fee, the fee.", ["Pay | fee"]),
        ("<licensee> may", "Licensee may pay. Licensor may not.", ["Licensee may"]),
        ("may ...3 <licensor>", "Licensee may pay to Licensor.", ["may | Licensor"]),
        ("within <duration> of", "Paid within sixty 60 days of it.", ["within sixty 60 days of"]),
        ("for <blank> years", "For ____ years, for [●] years.", ["For ____ years", "for [●] years"]),
        ("for ...0 <blank>", "For ____ years.", ["For | ____"]),
        ("<duration>", "Within 30 days.", ["30 days"]),
        ("(<licensee>|company) may", "Company may, Licensee may.", ["Company may", "Licensee may"]),
    ],
)
def test_phrase_in_text(phrase: str, text: str, quoted: list[str]) -> None:
    assert found_by(phrase, *text.split("\n")) == quoted


def test_an_item_is_read_behind_its_lead_in_and_before_the_tail() -> None:
    found = reading(
        "Licensee shall not:",
        "(a) sell it; or",
        "(b) lend it,",
        "without consent.",
        ranges=(
            ("Licensee shall not:", "sell it; or", "without consent."),
            ("Licensee shall not:", "lend it,", "without consent."),
        ),
    )
    assert quotes(found, "find", rule("shall not sell")) == ["shall not | sell"]
    assert quotes(found, "find", rule("not lend it without")) == ["not | lend it | without"]
    assert quotes(found, "find", rule("sell ...9 lend")) == []
    assert quotes(found, "find", rule("(sell|lend) ...4 consent")) == ["sell | consent", "lend | consent"]
    assert quotes(found, "find", rule("^lend")) == []


def test_a_heading_and_a_typed_number_do_not_open_a_paragraph() -> None:
    found = reading("2.1 Grant. Licensor grants it.")
    paragraph = replace(found.draft.paragraphs[0], typed=4, heading_end=10)
    found = replace(found, draft=replace(found.draft, paragraphs=(paragraph,)))
    assert quotes(found, "find", rule("^licensor")) == ["Licensor"]
    assert quotes(found, "find", rule("^grant")) == []


def test_the_anchor_is_the_first_fixed_word() -> None:
    found = reading("Licensee may, with prior written consent, sublicense.")
    for phrase, word in [
        ("<licensee> may", "may"),
        ("prior? (written)? consent", "consent"),
        ("may ...9 sublicense", "may"),
    ]:
        hit = search(Rulebook((rule(phrase),)), found).of("r", "find")[0]
        assert found.doc[hit.anchor].text == word


def test_a_near_miss_rejects_only_the_find_that_it_covers() -> None:
    found = reading("Licensee may sublicense and shall share sublicense income.")
    made = rule("sublicense", near_miss=("sublicense ...1 income",))
    matches = search(Rulebook((made,)), found)
    assert [hit.anchor for hit in matches.of("r", "find")] == [2]
    assert [hit.anchor for hit in matches.of("r", "near")] == [6]


def test_not_in_rejects_a_stance_within_it() -> None:
    wording = Wording(("right to ...4 sublicense",), not_in=("no right ...6 sublicense",))
    made = rule("sublicense", permitted=wording)
    assert quotes(reading("It has the right to sublicense."), "stance:permitted", made) == ["right to | sublicense"]
    assert quotes(reading("It has no right to sublicense."), "stance:permitted", made) == []


def test_a_wide_near_miss_covers_up_to_its_farthest_end() -> None:
    made = rule("sublicense", near_miss=("no ...6 sublicense",))
    assert quotes(reading("No sublicense or other sublicense exists."), "find", made) == []


def test_stances_are_sought_in_the_unit_of_the_find_unless_asked_otherwise() -> None:
    found = reading("It is confidential. It lasts five years.")
    for scope, quoted in [("unit", []), ("clause", ["five years"]), ("draft", ["five years"])]:
        made = rule("confidential", term=Wording(("five years",), scope=scope))
        assert quotes(found, "stance:term", made) == quoted


def test_a_hit_does_not_span_a_closer_one() -> None:
    assert found_by("right to ...6 sublicense", "A right to use and the right to sublicense.") == [
        "right to | sublicense"
    ]


def test_matches_are_sorted_and_the_same_every_time() -> None:
    made = rule("(may|shall) not", "sublicen*", "not ...9 (assign|sell)", words={})
    lines = ("Licensee shall not sublicense, sell or assign it.", "Licensor may not assign or sublicense it.")
    first = search(Rulebook((made,)), reading(*lines))
    assert first == search(Rulebook((made,)), reading(*lines))
    hits = first.of("r", "find")
    assert list(hits) == sorted(hits, key=lambda hit: (hit.unit, hit.spans))


def test_local_words_stand_before_shared_ones() -> None:
    made = rule("{pay} {must}", words={"pay": "remit"})
    rulebook = Rulebook((made,), words={"pay": "pay", "must": "(shall|must)"})
    assert len(search(rulebook, reading("Pay shall. Remit shall.")).of("r", "find")) == 1


def test_a_rulebook_is_compiled_once() -> None:
    rulebook = Rulebook((rule("sublicense"),))
    search(rulebook, reading("Sublicense."))
    plan = plan_of(rulebook)
    search(rulebook, reading("Sublicense."))
    assert plan_of(rulebook) is plan


def test_empty_readings() -> None:
    assert search(Rulebook((rule("a"),)), reading("")).hits == {}


# against a matcher that tries everything

LETTERS = st.sampled_from("abc")
GAPS = st.sampled_from(["", "...0", "...1", "...3"])


def _stands(pattern: list[str], words: list[str], at: int) -> bool:
    if not pattern:
        return True
    head, *rest = pattern
    if head.startswith("..."):
        return any(_stands(rest, words, at + skip) for skip in range(int(head[3:]) + 1))
    return at < len(words) and words[at] == head and _stands(rest, words, at + 1)


@settings(max_examples=150, deadline=None)
@given(LETTERS, st.lists(st.tuples(GAPS, LETTERS), max_size=4), st.lists(LETTERS, min_size=1, max_size=14))
def test_agrees_with_trying_everything(first: str, then: list[tuple[str, str]], words: list[str]) -> None:
    pattern = [first, *(mark for pair in then for mark in pair if mark)]
    expected = any(_stands(pattern, words, at) for at in range(len(words)))
    assert bool(found_by(" ".join(pattern), " ".join(words))) == expected


# effort, counted and not timed


def _long_reading() -> Reading:
    draw = random.Random(7)
    common = [
        "the",
        "licensee",
        "shall",
        "not",
        "may",
        "of",
        "to",
        "any",
        "party",
        "under",
        "this",
        "agreement",
        "and",
        "or",
        "its",
        "products",
        "licensed",
    ]
    rare = [
        "sublicense",
        "assign",
        "disclose",
        "indemnify",
        "terminate",
        "audit",
        "royalties",
        "confidential",
        "improvements",
        "territory",
    ]
    lines = []
    for _ in range(400):
        words = [draw.choice(rare) if draw.random() < 0.06 else draw.choice(common) for _ in range(25)]
        lines.append(" ".join(words) + ".")
    return reading(*lines)


def _many_rules() -> Rulebook:
    verbs = ["sublicense", "assign", "disclose", "indemnify", "terminate", "audit"]
    nouns = ["royalties", "confidential", "improvements", "territory", "products", "party"]
    phrases = [
        f"(shall|may) not ...{gap} {verb} ...6 (any {noun}|of the {noun})"
        for gap in (2, 4)
        for verb in verbs
        for noun in nouns
    ]
    made = [rule(verb, any=Wording(tuple(phrases))) for verb in verbs]
    return Rulebook(tuple(made))


def test_a_matcher_is_called_seldom() -> None:
    found, rulebook = _long_reading(), _many_rules()
    search(rulebook, found)
    calls = plan_of(rulebook).patterns.calls
    assert len(found.doc) == 400 * 27 - 1
    assert calls / len(found.doc) * 1000 < 40


def test_a_hostile_draft_of_one_endless_sentence() -> None:
    words = " ".join(["right to"] * 5000)
    found = reading(words)
    assert len(found.units) == 1
    assert found_by("right ...25 to ...25 right ...25 nowhere", words) == []
    made = rule("right to ...25 right to", near_miss=("right ...25 to",))
    assert quotes(found, "find", made) == []


def test_units_may_be_empty() -> None:
    found = reading("Licensee may pay.")
    found = replace(found, units=(Unit(((2, 2),), 0, 0, None, "operative", True), *found.units))
    assert quotes(found, "find", rule("may pay")) == ["may pay"]


def test_shared_words_that_multiply_are_refused_in_proven_phrases_too() -> None:
    words = {f"g{n}": f"(x {{g{n + 1}}}|y {{g{n + 1}}})" for n in range(11)} | {"g11": "z"}
    with pytest.raises(ClausecheckError, match="more than 500 wordings"):
        search(Rulebook((rule("{g0}"),), words=words), reading("x " * 11 + "z y."))


def test_a_phrase_that_cannot_be_read_is_quoted() -> None:
    with pytest.raises(ClausecheckError, match=r"“\(pay”: a bracket is not closed.*rules check says where"):
        search(Rulebook((rule("(pay"),)), reading("Pay."))

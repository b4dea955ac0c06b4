from __future__ import annotations

from dataclasses import replace

import pytest

from clausecheck import checks
from clausecheck.model import Change, Fault, Look, Paragraph, Remark, Stretch

from .drafts import PREAMBLE, RULES, faults, look_at, quoted

CHECK = "leftovers"
RULE = next(rule for rule in RULES.rules if rule.check == CHECK)


def found(look: Look, stage: str = "signing") -> list[Fault]:
    return list(checks.faults(RULE, replace(look, settings=replace(look.settings, stage=stage))))


def with_body(look: Look, **parts: object) -> Look:
    """The look with parts of the draft's second paragraph replaced."""
    paragraphs = list(look.draft.paragraphs)
    paragraphs[1] = replace(paragraphs[1], **parts)
    return replace(look, draft=replace(look.draft, paragraphs=tuple(paragraphs)))


def remark(text: str, resolved: bool = False) -> Remark:
    return Remark("M. Ito", "2026-11-10T09:30:00Z", text, 1, 4, 7, resolved)


def test_a_comment_for_our_own_eyes_leads_and_says_so() -> None:
    look = look_at((PREAMBLE, "The fee is EUR 900."))
    remarks = (remark("Please check the sum."), remark("Our fallback is 700.", resolved=True))
    look = replace(look, draft=replace(look.draft, remarks=remarks))
    first, second = found(look)
    assert "“Please check the sum”." in first.message
    assert "should not read" not in first.message
    assert "resolved comment of M. Ito" in second.message
    assert "The other side should not read it." in second.message
    (grouped,) = found(look, "round")
    assert grouped.severity == "note"
    assert grouped.message.startswith("2 comments are left, by M. Ito (2). A resolved comment")


def test_changes_hidden_words_and_highlights_are_told_at_their_words() -> None:
    look = look_at((PREAMBLE, "The fee is EUR 900 a year."))
    change = Change(11, 18, "insertion", "K. Mori", "2026-11-10T09:30:00Z")
    (fault,) = found(with_body(look, changes=(change,)))
    assert (fault.severity, fault.evidence[0].start, fault.evidence[0].end) == (None, 11, 18)
    assert "K. Mori put in words here" in fault.message
    for kind, told in (("hidden", "Hidden words stand here: “EUR 900”"), ("highlight", "Words are highlighted")):
        (fault,) = found(with_body(look, stretches=(Stretch(11, 18, kind),)))
        assert told in fault.message


def test_words_that_were_struck_out_are_told_at_the_word_beside() -> None:
    look = look_at((PREAMBLE, "The fee is EUR 900 a year."))
    change = Change(11, 11, "deletion", "K. Mori", "2026-11-10T09:30:00Z", "about ")
    (fault,) = found(with_body(look, changes=(change,)))
    place = fault.evidence[0]
    assert place.start < place.end


@pytest.mark.parametrize("mark", ["DRAFT v7", "Draft (3) of 4 May", "Subject to contract"])
def test_a_draft_mark_in_a_header_is_told(mark: str) -> None:
    look = look_at((PREAMBLE,))
    header = Paragraph("header:1", 0, mark)
    look = replace(look, draft=replace(look.draft, paragraphs=(*look.draft.paragraphs, header)))
    assert "The header still says" in found(look)[0].message


def test_a_title_that_names_another_client_is_told() -> None:
    look = look_at((PREAMBLE,))
    other = replace(look, draft=replace(look.draft, properties={"title": "Licence Kestrel Pumps Ltd", "author": "A"}))
    assert "names “Licence Kestrel Pumps Ltd”" in found(other)[0].message
    for kept in ({"title": "Licence to Birch Ltd"}, {"author": "Kestrel Pumps Ltd"}, {"title": "Licence Agreement"}):
        assert found(replace(look, draft=replace(look.draft, properties=kept))) == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The Licensee pays the fee (in two parts in May and June.", "fee (in two"),
        ("The Licensee pays the fee in two parts) in May and June.", "parts)"),
        ("The word \u201cPatents means the patents.", "\u201cPatents"),
    ],
)
def test_half_a_pair_is_a_note(sentence: str, words: str) -> None:
    (fault,) = faults(CHECK, sentence, stage="signing")
    assert fault.severity == "note"
    assert words in quoted(CHECK, sentence, stage="signing")[0]


@pytest.mark.parametrize(
    "lines",
    [
        ("The Licensee pays a) the fee, b) the costs and 3) the tax.",),
        ("The Licensee pays the fee (in two parts).",),
        ("[The Licensee pays the fee;", "the Licensee pays the costs.]"),
        ("SIGNED by A. Birch   )", "for the Licensee     )"),
        ("He said: \u201cIt is done.\u201d",),
        ("Royalties shall be paid by the Licensee within thirty days.",),
        ("The Licensee's reports shall be delivered within thirty days.",),
        ("If royalties will be paid late, interest runs.",),
        ("No royalties shall be paid on samples.",),
    ],
)
def test_what_is_whole_is_left_alone(lines: tuple[str, ...]) -> None:
    assert faults(CHECK, *lines, stage="signing") == []


def test_a_duty_that_nobody_bears_is_a_warning_at_signing_and_one_note_before() -> None:
    lines = ("Royalties shall be paid within thirty days.", "Quarterly reports shall be delivered in May.")
    assert [fault.severity for fault in faults(CHECK, *lines, stage="signing")] == ["warning", "warning"]
    (fault,) = faults(CHECK, *lines, stage="round")
    assert (fault.severity, len(fault.evidence)) == ("note", 2)


def test_a_list_of_one_item_is_told() -> None:
    lines = ("1. Fee", "1.1 The Licensee pays:", "(a) the fee.", "1.2 It is due in May.")
    assert any("only item" in fault.message for fault in faults(CHECK, *lines, stage="signing"))
    two = ("1. Fee", "1.1 The Licensee pays:", "(a) the fee;", "(b) the costs.", "1.2 It is due in May.")
    assert faults(CHECK, *two, stage="signing") == []

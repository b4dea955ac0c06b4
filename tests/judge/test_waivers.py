"""Which replies waive a finding, and what is said of those that do not."""

from __future__ import annotations

import pytest

from clausecheck.judge.waivers import settle
from clausecheck.model import Deal, EarlierRemark, Evidence, Finding, Reply, Waiver

TODAY = "2026-11-25"
WORDS = Evidence(4, "2.1", "Grant", "body", 10, 20, "grants the", "Licensor grants the right.")


def finding(*evidence: Evidence, code: str = "GRT-05") -> Finding:
    return Finding(code, "grant", "clause", "weak", "error", "Grant", "It lacks.", evidence=evidence, fingerprint="a1")


def remark(*replies: str, author: str = "K. Mori", at: tuple[int, int, int] = (4, 5, 15), resolved: bool = False):
    made = tuple(Reply(author, "2026-11-24T09:00:00Z", reply) for reply in replies)
    lines = ("GRT-05 Grant: Must fix", "It lacks.", "Also LIA-02 Cap: Decide. No cap.")
    return EarlierRemark(lines, *at, "words", resolved, made, bool(made))


def settled(one: Finding, *remarks: EarlierRemark, **deal: object) -> Finding:
    return settle([one], remarks, Deal(**({"people": ("K. Mori",)} | deal)), TODAY)[0]


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        ("accepted: we live with it", "we live with it"),
        ("ACCEPTED:  we live\nwith it ", "we live with it"),
        ("Accepted - fine", "fine"),
        ("Accepted \u2013 fine", "fine"),
        ("accepted\uff1afine", "fine"),
        ("承諾：上限があるため", "上限があるため"),
    ],
)
def test_accepted_with_a_reason_waives(reply, reason):
    assert settled(finding(WORDS), remark(reply)).waived == f"{reason} (K. Mori, 2026-11-24)"


@pytest.mark.parametrize("reply", ["not accepted: no", "Is this accepted: really?", "acceptedly: x", "OK", ""])
def test_anything_else_waives_nothing_and_is_not_mentioned(reply):
    assert settled(finding(WORDS), remark(reply)) == finding(WORDS)


def test_a_later_reply_may_accept():
    assert settled(finding(WORDS), remark("Why?", "accepted: now I see")).waived == "now I see (K. Mori, 2026-11-24)"


def test_a_reply_waives_what_its_comment_leads_with_at_the_words_that_it_is_about():
    assert settled(finding(WORDS, code="LIA-02"), remark("accepted: x")).waived is None
    assert settled(finding(WORDS), remark("accepted: x", at=(4, 21, 30))).waived is None
    assert settled(finding(WORDS), remark("accepted: x", at=(5, 10, 20))).waived is None
    assert settled(finding(), remark("accepted: x", at=(9, 0, 1))).waived  # what is missing stands nowhere


def test_names_are_compared_without_regard_to_case_width_and_spaces():
    said = remark("accepted: x", author="Ｋ.  mori")
    assert settled(finding(WORDS), said).waived
    assert not settled(finding(WORDS), said, people=("K. Morita",)).waived


def test_what_does_not_count_is_said():
    stranger = settled(finding(WORDS), remark("accepted: x", author="P. Quill"), people=())
    assert stranger.history == "A reply by P. Quill says accepted; P. Quill is not named among our people."
    silent = settled(finding(WORDS), remark("accepted"))
    assert "gives no reason" in silent.history and silent.waived is None
    done = settled(finding(WORDS), remark(resolved=True))
    assert done.history == "Its comment was resolved in Word, but the finding stands: it stays open."


def test_waivers_of_the_file_count_until_their_day_included():
    good = Waiver("agreed", code="GRT-05", by="A. Sato", until=TODAY)
    assert settled(finding(WORDS), waivers=(good,)).waived == f"agreed (A. Sato, until {TODAY})"
    assert settled(finding(WORDS), waivers=(Waiver("x", fingerprint="a1"),)).waived == "x"
    assert settled(finding(WORDS), waivers=(Waiver("x", fingerprint="b2"),)) == finding(WORDS)
    late = settled(finding(WORDS), waivers=(Waiver("agreed", code="GRT-05", by="A. Sato", until="2026-11-24"),))
    assert (late.waived, late.history) == (None, "The waiver by A. Sato (“agreed”) ended on 2026-11-24.")

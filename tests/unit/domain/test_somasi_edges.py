"""The corners of the somasi: other anchors, no numbers, the end of a ladder, a day off, a paper that was never sent."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from kit.domain.history import history
from kit.domain.ladders import BUILT_IN, FIRM
from kit.domain.lanes import Giro, Returned
from kit.domain.ledger import statement_of_account
from kit.domain.model import Claim, Hold
from kit.domain.policy import STANDARD, Anchor, ContactWindow, Ladder
from kit.domain.register import Entry, Issued, Sent
from kit.domain.series import running
from kit.domain.verdict import OnHold, Send, Wait
from tests.builders import creditor, days, invoice, register, rules, sent
from tests.unit.domain.test_somasi import FIRST, READY, SIGNERS, WORDS, debtor, got, needs, ok, paper, verdict

SECOND = STANDARD.position("somasi-2") or 0


def steps(**change: object) -> Ladder:
    """Return the standard ladder with another second somasi."""
    stages = list(STANDARD.stages)
    stages[SECOND] = replace(stages[SECOND], **change)  # type: ignore[arg-type]
    return Ladder("standard", tuple(stages))


@pytest.mark.parametrize(("anchor", "offset", "opened"), [
    (Anchor.SENT, 20, 55), (Anchor.DUE, 60, 60), (Anchor.ISSUED, 1, 47),
])  # fmt: skip
def test_the_second_somasi_counts_from_what_its_stage_says(anchor: Anchor, offset: int, opened: int) -> None:
    how = rules(steps(anchor=anchor, days=offset), creditor=creditor(signatories=SIGNERS))
    story = (*FIRST, got("001", 38), ok("somasi-2", 46))
    before = verdict(opened - 1, *story, how=how)
    assert isinstance(before, Wait)
    assert before.until == days(opened)
    assert isinstance(verdict(opened, *story, how=how), Send)


def test_a_paper_without_a_date_is_followed_by_the_days_after_receipt() -> None:
    issued, carried = paper(1, 35, 46)
    story: tuple[Entry, ...] = (*READY, replace(issued, deadline=None), carried, got("001", 38), ok("somasi-2", 44))
    assert isinstance(verdict(44, *story), Wait)
    assert isinstance(verdict(45, *story), Send)


def test_a_ladder_without_a_handover_ends_with_its_last_somasi() -> None:
    short = Ladder("standard", STANDARD.stages[:SECOND])
    how = rules(short, creditor=creditor(signatories=SIGNERS))
    given = verdict(60, *FIRST, got("001", 38), how=how)
    assert isinstance(given, Wait)
    assert given.until is None
    assert "ladder-at-end" in {reason.code for reason in given.reasons}


def test_a_somasi_without_a_series_of_numbers_is_blocked() -> None:
    how = rules(steps(series=None), creditor=creditor(signatories=SIGNERS))
    assert "needs-series" in needs(verdict(47, *FIRST, got("001", 38), ok("somasi-2", 46), how=how))


def test_the_gap_also_parts_a_somasi_from_the_message_before_it() -> None:
    how = rules(creditor=creditor(signatories=SIGNERS), minimum_gap=14)
    given = verdict(47, *FIRST, got("001", 38), ok("somasi-2", 46), how=how)
    assert isinstance(given, Wait)
    assert given.until == days(49)


def test_a_somasi_moves_off_a_closed_day_and_says_so() -> None:
    how = rules(creditor=creditor(signatories=SIGNERS), window=ContactWindow())
    given = verdict(48, *FIRST, got("001", 38), ok("somasi-2", 46), how=how)  # a Sunday
    assert isinstance(given, Send)
    assert given.act_on == days(49)


def test_a_paper_that_never_left_gives_way_to_a_newer_one_about_the_same_invoice() -> None:
    first, _ = paper(1, 35, 46)
    other = replace(first, items=("A-1", "A-2"), number="002", sequence=2)
    letter = Issued(days(20), "firm", ("A-1",), "F1", "ST", 1, (("total", 1),), None, "0" * 64, "x.pdf", "Rina")
    who = debtor(invoices=(invoice(), invoice("A-2")))
    past = history(register(letter, first, other), STANDARD, days(40))
    (found,) = running(past, statement_of_account(who, days(40)))
    assert found.items == ("A-1", "A-2")
    assert found.waiting == other


def test_a_payment_told_of_beside_a_series_is_asked_about_first() -> None:
    story = (*FIRST, got("001", 38), ok("somasi-2", 46))
    given = verdict(47, *story, who=debtor(claims=(Claim(days(40), 5_000_000),)))
    assert isinstance(given, Send)
    assert given.stage.name == "claim-question"


@pytest.mark.parametrize(("lane", "more"), [
    ("manual", {"holds": (Hold(days(40), "audit", None, ("A-1",)),)}),
    ("giro", {"giros": (Giro("BG", "Bank", days(40), 5_000_000, effective=days(60)),)}),
    ("returned", {"returns": (Returned(days(40), "A-1", 100_000),)}),
    ("giro", {"giros": (Giro("BG", "Bank", days(40), 5_000_000, effective=days(60)),),
              "returns": (Returned(days(40), "A-1", 100_000),)}),
])  # fmt: skip
def test_a_series_at_rest_names_its_lane(lane: str, more: dict[str, Any]) -> None:
    given = verdict(42, *FIRST, got("001", 38), who=debtor(**more))
    assert isinstance(given, OnHold)
    assert given.hold == lane
    assert "series-rests" in {each.code for each in given.reasons}


def test_a_somasi_names_the_invoices_of_one_ladder_only() -> None:
    both = debtor(invoices=(invoice("A-1", 5_000_000), invoice("B-1", 6_000_000, ladder="firm")))
    how = rules(creditor=creditor(signatories=SIGNERS), ladders=BUILT_IN)
    words = [replace(each, items=("A-1", "B-1")) if isinstance(each, Sent) else each for each in WORDS]
    given = verdict(30, *words, ok("somasi-1", 30), who=both, how=how)
    assert isinstance(given, Send)
    assert (given.stage.name, [line.invoice.number for line in given.items]) == ("somasi-1", ["B-1"])


@pytest.mark.parametrize("own", [None, "firm", "collaborative"])
def test_a_series_goes_on_by_the_ladder_of_its_invoices(own: str | None) -> None:
    who = debtor(invoices=(invoice(amount=5_000_000, ladder=own), invoice("B-1", due=days(200))))
    how = rules(creditor=creditor(signatories=SIGNERS), ladders=BUILT_IN)
    given = verdict(47, *FIRST, got("001", 38), ok("somasi-2", 46), who=who, how=how)
    assert isinstance(given, Send)
    assert (given.stage.name, given.items[0].invoice.number) == ("somasi-2", "A-1")
    assert [each.code for each in given.reasons].count("series-running") == 1


@pytest.mark.parametrize(("working", "opens"), [(False, 60), (True, 70)])
def test_the_next_somasi_may_be_counted_in_working_days(working: bool, opens: int) -> None:
    second = replace(STANDARD.stages[6], anchor=Anchor.SENT, days=25, working=working)
    steps = replace(STANDARD, stages=(*STANDARD.stages[:6], second))
    how = rules(steps, creditor=creditor(signatories=SIGNERS))
    told = (*FIRST, got("001", 38), ok("somasi-2", 46))
    waits = [verdict(day, *told, how=how) for day in range(47, opens)]
    assert all(isinstance(each, Wait) and each.until == days(opens) for each in waits)
    assert isinstance(verdict(opens, *told, how=how), Send)


def test_a_payment_told_of_beside_a_series_is_asked_about_once() -> None:
    who = debtor(invoices=(invoice(amount=5_000_000), invoice("B", due=days(38))), claims=(Claim(days(40), 5_000_000),))
    asked = verdict(47, *FIRST, got("001", 38), who=who)
    assert isinstance(asked, Send)
    assert [line.invoice.number for line in asked.items] == ["A-1", "B"]
    story = (*FIRST, got("001", 38), ok("somasi-2", 46), sent("claim-question", days(47), "A-1", "B"))
    after = verdict(48, *story, who=who)
    assert isinstance(after, Send)
    assert after.stage.name == "somasi-2"


def test_words_about_a_series_are_no_first_word_about_younger_arrears() -> None:
    who = debtor(invoices=(invoice(amount=5_000_000), invoice("B", due=days(26), ladder="firm")))
    given = verdict(
        39, *FIRST, got("001", 38), who=who, how=rules(creditor=creditor(signatories=SIGNERS), ladders=BUILT_IN)
    )
    assert isinstance(given, Send)
    assert (given.stage, [line.invoice.number for line in given.items]) == (FIRM.stages[2], ["B"])
    assert "first-word-gentle" in {each.code for each in given.reasons}

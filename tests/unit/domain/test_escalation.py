"""What to do today: stages, gentle first words, gaps, holds, announcements, thanks."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from kit.domain.calendar import Calendar
from kit.domain.escalation import decide, refuses_to_go_back
from kit.domain.ledger import statement_of_account
from kit.domain.model import BankAccount, Contact, Customer, Dispute, Hold, Promise
from kit.domain.policy import STANDARD, Channel, ContactWindow, Ladder, Stage
from kit.domain.register import Contacted, Reach, Register, Voided
from kit.domain.situation import Rules
from kit.domain.verdict import Blocked, Clear, OnHold, Send, Verdict, Wait
from tests.builders import DAY, WRITTEN, creditor, customer, days, invoice, ladder, payment, register, rules, sent


def verdict(who: Customer, day: dt.date, past: Register | None = None, how: Rules | None = None) -> Verdict:
    return decide(who, statement_of_account(who, day), past or register(), how or rules())


def stage(given: Verdict) -> str | None:
    return given.stage.name if isinstance(given, Send) else None


def codes(given: Verdict) -> set[str]:
    return {reason.code for reason in given.reasons}


@pytest.mark.parametrize(("day", "expected"), [
    (-4, None), (-3, "upcoming"), (-1, "upcoming"), (0, "upcoming"), (1, "due"), (6, "due"), (7, "reminder-1"),
    (13, "reminder-1"), (14, "reminder-2"), (20, "reminder-2"), (21, "reminder-2"), (400, "reminder-2"),
])  # fmt: skip
def test_the_first_word_by_day_is_never_harsher_than_collaborative(day: int, expected: str | None) -> None:
    assert stage(verdict(customer(invoice()), days(day))) == expected


def test_firm_follows_a_first_word_after_the_gap() -> None:
    past, how = register(sent("reminder-2", days(40))), rules(minimum_gap=3)
    given = verdict(customer(invoice()), days(42), past, how)
    assert given == Wait(days(43), given.reasons)
    assert stage(verdict(customer(invoice()), days(43), past, how)) == "firm"


def test_no_more_messages_in_a_week_than_the_cap() -> None:
    who = customer(invoice("A", due=days(-1)), invoice("B", due=days(5)))
    past, how = register(sent("upcoming", days(-4), "A"), sent("due", DAY, "A")), rules(weekly_cap=2)
    assert stage(verdict(who, days(6), past, how)) == "reminder-1"
    given = verdict(customer(invoice("C", due=days(4))), days(2), past, how)
    assert given == Wait(days(3), given.reasons)
    assert stage(verdict(customer(invoice("C", due=days(4))), days(3), past, how)) == "upcoming"


def test_no_next_stage_before_the_date_that_we_gave() -> None:
    past = register(sent("reminder-1", days(10), deadline=days(15)))
    given = verdict(customer(invoice()), days(14), past)
    assert isinstance(given, Wait)
    assert given.until == days(16)


def test_a_call_that_reached_somebody_counts_as_a_first_word() -> None:
    call = Contacted(days(30), "call", Reach.REACHED, "Dewi")
    miss = Contacted(days(30), "call", Reach.NO_ANSWER, "Dewi")
    assert stage(verdict(customer(invoice()), days(31), register(call))) == "firm"
    assert stage(verdict(customer(invoice()), days(31), register(miss))) == "reminder-2"


def test_a_voided_message_counts_as_never_sent() -> None:
    past = register(sent("due", days(1)), Voided(days(2), 1, "salah orang"))
    assert stage(verdict(customer(invoice()), days(2), past)) == "due"
    assert stage(verdict(customer(invoice()), days(2), register(sent("due", days(1))))) is None


def test_one_set_for_all_at_the_highest_stage_and_what_is_not_due_is_only_listed() -> None:
    who = customer(invoice("A", due=days(-15)), invoice("B", due=days(-2)), invoice("C", due=days(2)))
    given = verdict(who, DAY)
    assert isinstance(given, Send)
    assert given.stage.name == "reminder-2"
    assert [line.invoice.number for line in given.items] == ["A", "B"]
    assert [line.invoice.number for line in given.listed] == ["C"]


def test_a_younger_arrear_never_lowers_the_tone() -> None:
    who = customer(invoice("A", due=days(-30)), invoice("B", due=days(-1)))
    past = register(sent("reminder-2", days(-10), "A"), sent("firm", days(-5), "A"))
    given = verdict(who, DAY, past)
    assert isinstance(given, Wait)
    assert given.until == days(5)  # the day A comes to the somasi; B itself comes to firm on day 20
    assert stage(verdict(who, days(20), past)) == "firm"


def test_after_paying_everything_late_the_next_arrear_starts_gently() -> None:
    who = customer(
        invoice("A", due=days(-60)), invoice("B", due=days(-1)), payments=(payment(1_000_000, days(-20), "A"),)
    )
    past = register(sent("reminder-2", days(-40), "A"), sent("firm", days(-30), "A"))
    assert stage(verdict(who, DAY, past)) == "due"


def test_a_part_payment_neither_moves_back_nor_skips() -> None:
    who = customer(invoice(), payments=(payment(400_000, days(9), "A-1"),))
    past = register(sent("due", days(1)), sent("reminder-1", days(7)))
    assert [stage(verdict(who, days(n), past)) for n in (9, 10, 14)] == [None, None, "reminder-2"]


def test_a_strict_stage_is_never_passed_over() -> None:
    assert stage(verdict(customer(invoice()), days(50), how=rules(ladder(5, 20, 40, skippable=False)))) == "1"


def test_a_ladder_of_nothing_but_firm_stages_still_speaks() -> None:
    firm = Ladder("standard", (Stage("firm", 1, STANDARD.stages[4].approach, WRITTEN, "firm"),))
    assert stage(verdict(customer(invoice()), days(5), how=rules(firm))) == "firm"


@pytest.mark.parametrize(("tolerance", "expected"), [(999_999, "due"), (1_000_000, None)])
def test_at_or_below_the_tolerance_nobody_is_reminded(tolerance: int, expected: str | None) -> None:
    given = verdict(customer(invoice(), tolerance=tolerance), days(1), how=rules(tolerance=5))
    assert stage(given) == expected
    assert isinstance(given, Send) or codes(given) == {"within-tolerance"}


def test_paid_is_clear() -> None:
    given = verdict(customer(invoice(), payments=(payment(1_000_000, days(2), "A-1"),)), days(30))
    assert given == Clear(None, given.reasons)


def test_an_overpayment_is_named() -> None:
    given = verdict(customer(invoice(), payments=(payment(1_500_000, DAY),)), days(30))
    assert isinstance(given, Clear)
    assert codes(given) == {"nothing-open", "overpaid"}


def test_thanks_go_to_those_who_were_reminded_and_once() -> None:
    who = customer(invoice(), payments=(payment(1_000_000, days(9), "A-1"),))
    past = register(sent("reminder-1", days(7)))
    given = verdict(who, days(10), past)
    assert isinstance(given, Clear)
    assert given.closing is not None
    assert [line.invoice.number for line in given.closing.items] == ["A-1"]
    thanked = register(sent("reminder-1", days(7)), sent("thanks", days(10)))
    assert verdict(who, days(11), thanked) == Clear(None, given.reasons)
    assert verdict(who, days(24), past) == Clear(None, given.reasons)


def test_thanks_come_although_another_invoice_is_still_open() -> None:
    who = customer(invoice(), invoice("B", due=days(40)), payments=(payment(1_000_000, days(9), "A-1"),))
    given = verdict(who, days(10), register(sent("reminder-1", days(7))))
    assert isinstance(given, Clear)
    assert given.closing is not None


def test_no_thanks_for_a_debt_that_a_credit_note_ended() -> None:
    from kit.domain.model import CreditNote

    who = customer(invoice(), credit_notes=(CreditNote("N", days(9), 1_000_000, "A-1"),))
    given = verdict(who, days(10), register(sent("reminder-1", days(7))))
    assert given == Clear(None, given.reasons)


@pytest.mark.parametrize(("more", "hold", "until"), [
    ({"holds": (Hold(days(1), "sakit", days(9)),)}, "manual", 9),
    ({"promises": (Promise(days(2), 1_000_000, days(8)),)}, "promise", 8),
    ({"disputes": (Dispute("A-1", days(1)),)}, "dispute", None),
    ({"holds": (Hold(days(1), "retur", days(9), ("A-1",)),)}, "manual", 9),
])  # fmt: skip
def test_holds(more: dict[str, Any], hold: str, until: int | None) -> None:
    given = verdict(customer(invoice(), **more), days(5))
    assert isinstance(given, OnHold)
    assert (given.hold, given.until) == (hold, None if until is None else days(until))


def test_released_holds_go_on_where_they_stopped() -> None:
    who = customer(invoice(), holds=(Hold(days(6), "sakit", days(20)),))
    assert stage(verdict(who, days(21), register(sent("1", days(1))), rules(ladder(1, 7)))) == "2"


def test_a_promise_that_was_kept_or_has_passed_holds_no_longer() -> None:
    promise = Promise(days(2), 300_000, days(8))
    kept = customer(invoice(), promises=(promise,), payments=(payment(300_000, days(4)),))
    assert stage(verdict(kept, days(7))) == "reminder-1"
    assert stage(verdict(customer(invoice(), promises=(promise,)), days(9))) == "reminder-1"


def test_a_disputed_or_held_invoice_is_left_out_and_the_rest_goes_on() -> None:
    who = customer(
        invoice("A", due=days(-9)), invoice("B", due=days(-2)), invoice("C", due=days(-2)),
        disputes=(Dispute("A", days(-5)),), holds=(Hold(days(-5), "retur", None, ("C",)),),
    )  # fmt: skip
    given = verdict(who, DAY)
    assert isinstance(given, Send)
    assert [line.invoice.number for line in given.items] == ["B"]
    assert [line.invoice.number for line in given.listed] == ["A", "C"]
    assert {"disputed", "held"} <= codes(given)


def test_an_announcement_moves_back_before_a_closed_day_and_never_across_the_due_date() -> None:
    weekdays = ContactWindow(frozenset(range(5)))
    due_on_tuesday = customer(invoice(due=dt.date(2026, 11, 24)))  # H-3 is a Saturday
    friday = verdict(due_on_tuesday, dt.date(2026, 11, 20), how=rules(window=weekdays))
    assert isinstance(friday, Send)
    assert friday.act_on == dt.date(2026, 11, 20)
    saturday = verdict(due_on_tuesday, dt.date(2026, 11, 21), how=rules(window=weekdays))
    assert isinstance(saturday, Send)
    assert saturday.act_on == dt.date(2026, 11, 23)
    due_on_sunday = customer(invoice(due=dt.date(2026, 11, 22)))
    assert isinstance(verdict(due_on_sunday, dt.date(2026, 11, 21), how=rules(window=weekdays)), Wait)


def test_a_reminder_moves_forward_from_a_closed_day_and_says_so() -> None:
    calendar = Calendar({dt.date(2026, 11, 24): "libur"})
    given = verdict(customer(invoice()), days(1), how=rules(calendar=calendar))
    assert isinstance(given, Send)
    assert given.act_on == days(2)
    assert "moved-to-open-day" in codes(given)


def test_an_announcement_waits_for_the_gap() -> None:
    who = customer(invoice(), invoice("B", due=days(1)))
    past = register(sent("upcoming", days(-3)))
    given = verdict(who, days(-2), past, rules(minimum_gap=3))
    assert given == Wait(DAY, given.reasons)


def test_waiting_names_the_day_on_which_something_can_come() -> None:
    assert verdict(customer(invoice()), days(-10)) == Wait(days(-3), verdict(customer(invoice()), days(-10)).reasons)
    announced = verdict(customer(invoice()), days(-2), register(sent("upcoming", days(-3))))
    assert isinstance(announced, Wait)
    assert announced.until == days(1)
    gentle = rules(Ladder("standard", STANDARD.stages[:5]))
    over = verdict(customer(invoice()), days(90), register(sent("firm", days(21))), gentle)
    assert isinstance(over, Wait)
    assert (over.until, "ladder-at-end" in codes(over)) == (None, True)


@pytest.mark.parametrize(("read_until", "blocked"), [(None, False), (25, False), (24, True)])
def test_a_firm_letter_waits_for_fresh_bank_statements(read_until: int | None, blocked: bool) -> None:
    read = None if read_until is None else days(read_until)  # 25 is a Friday, 24 a Thursday
    people = creditor(accounts=(BankAccount("Bank Contoh", "1", "PT Contoh", read),))
    past = register(sent("reminder-2", days(14)))
    given = verdict(customer(invoice()), days(29), past, rules(creditor=people))  # a Tuesday
    assert isinstance(given, Blocked) == blocked
    assert not blocked or [need.code for need in given.needs] == ["needs-bank-data"]  # type: ignore[union-attr]


def test_blocked_without_a_contact_or_a_signatory() -> None:
    nobody = customer(invoice(), contact=Contact("Budi", "Pak Budi", "Bapak Budi"), address=None)
    given = verdict(nobody, days(1))
    assert isinstance(given, Blocked)
    assert [need.code for need in given.needs] == ["needs-contact"]
    people = creditor(signatories={})
    unsigned = verdict(customer(invoice()), days(1), how=rules(creditor=people))
    assert isinstance(unsigned, Blocked)
    assert [need.code for need in unsigned.needs] == ["needs-signatory"]


@pytest.mark.parametrize(("channels", "email", "expected"), [
    ((), "b@b.example", (Channel.WHATSAPP, Channel.EMAIL)),
    ((Channel.EMAIL,), "b@b.example", (Channel.EMAIL,)),
    ((Channel.LETTER,), "b@b.example", (Channel.LETTER,)),
    ((Channel.EMAIL,), None, (Channel.LETTER,)),
])  # fmt: skip
def test_channels(channels: tuple[Channel, ...], email: str | None, expected: tuple[Channel, ...]) -> None:
    contact = Contact("Budi", "Pak Budi", "Bapak Budi", email=email, whatsapp="6281200000301")
    given = verdict(customer(invoice(), contact=contact, channels=channels), days(1))
    assert isinstance(given, Send)
    assert given.channels == expected


def test_a_run_before_the_newest_entry_is_refused() -> None:
    past = register(sent("due", dt.date(2026, 3, 16)))
    assert refuses_to_go_back(past, dt.date(2026, 3, 1)) == dt.date(2026, 3, 16)
    assert refuses_to_go_back(past, dt.date(2026, 3, 16)) is None
    assert refuses_to_go_back(register(), dt.date(1999, 1, 1)) is None

"""When a word goes out, what moved it and what held it back: quiet times, joint leave, caps, all as data."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from kit.domain.calendar import PROVINCES, Calendar, Closed, Why, Zone, hours_of
from kit.domain.escalation import decide
from kit.domain.history import history
from kit.domain.instalments import Instalment
from kit.domain.ledger import statement_of_account
from kit.domain.model import Address, Customer
from kit.domain.pacing import may_call, province_of
from kit.domain.plans import Plan
from kit.domain.policy import STANDARD, THANKS, Caps, Channel, ContactWindow, Policy
from kit.domain.quiet import Quiet, feasts
from kit.domain.register import Contacted, Entry, Reach, Sent
from kit.domain.situation import Rules
from kit.domain.somasi import deadline
from kit.domain.verdict import Clear, Send, Verdict, Wait, occasion
from kit.reading.calendar import SHIPPED
from tests.builders import DAY, creditor, customer, days, invoice, payment, register, rules, sent

WINDOW = ContactWindow()
BALI = Address("Jalan Melati 1", "Denpasar", "Bali", "80111")
#: Idulfitri 1447: 21 March 2026, so Lebaran is quiet from the 14th to the 28th.
LEBARAN = dt.date(2026, 3, 21)


def verdict(who: Customer, day: dt.date, *entries: Entry, how: Rules | None = None, **policy: Any) -> Verdict:
    given = {"window": WINDOW, "calendar": SHIPPED, **policy}
    return decide(who, statement_of_account(who, day), register(*entries), how or rules(STANDARD, **given))


def told(given: Verdict) -> dict[str, dict[str, Any]]:
    return {each.code: dict(each.data) for each in given.reasons}


def test_a_holiday_moves_a_word_forward_and_is_named() -> None:
    # Wednesday, 17 June 2026 follows Tahun Baru Islam; nothing else closes.
    given = verdict(customer(invoice(due=dt.date(2026, 6, 15))), dt.date(2026, 6, 16))
    assert isinstance(given, Send)
    assert given.act_on == dt.date(2026, 6, 17)
    assert told(given)["closed-holiday"] == {"name": "Tahun Baru Islam", "day": dt.date(2026, 6, 16)}


def test_a_sunday_is_told_as_a_weekday() -> None:
    sunday = dt.date(2026, 11, 22)
    given = verdict(customer(invoice(due=days(-2))), sunday)
    assert told(given)["closed-weekday"] == {"day": sunday, "weekday": sunday}


def test_joint_leave_is_named_and_may_be_open() -> None:
    leave = dt.date(2026, 12, 24)
    who = customer(invoice(due=dt.date(2026, 12, 23)))
    given = verdict(who, leave)
    assert isinstance(given, Send)
    assert given.act_on == dt.date(2026, 12, 26)
    assert list(told(given))[-2:] == ["closed-joint-leave", "closed-holiday"]
    worked = verdict(who, leave, window=ContactWindow(joint_leave=False))
    assert isinstance(worked, Send)
    assert worked.act_on == leave


def test_joint_leave_for_work_and_for_contacts_are_two_things() -> None:
    leave = dt.date(2026, 12, 24)
    worked = replace(SHIPPED, holidays={day: name for day, name in SHIPPED.holidays.items() if day != leave})
    assert worked.is_working(leave)
    assert worked.is_open(leave, WINDOW)
    assert not worked.is_open(leave, ContactWindow(joint_leave=True))
    assert not SHIPPED.is_working(leave)
    assert SHIPPED.is_open(leave, ContactWindow(joint_leave=False))


@pytest.mark.parametrize(("day", "open_"), [(-8, True), (-7, False), (-4, False), (7, False), (9, True)])
def test_nobody_is_asked_for_money_around_lebaran(day: int, open_: bool) -> None:
    assert SHIPPED.is_open(days(day, LEBARAN), WINDOW) is open_


def test_lebaran_is_told_by_name_and_can_be_switched_off() -> None:
    who, day = customer(invoice(due=days(-9, LEBARAN))), days(-7, LEBARAN)
    given = verdict(who, day)
    assert isinstance(given, Send)
    assert given.act_on == dt.date(2026, 3, 30)
    assert told(given)["closed-quiet"] == {"name": "Lebaran", "first": day, "last": days(7, LEBARAN)}
    assert [each.code for each in given.reasons[-2:]] == ["closed-quiet", "closed-weekday"]
    plain = verdict(who, day, window=ContactWindow(lebaran=False))
    assert isinstance(plain, Send)
    assert plain.act_on == day


@pytest.mark.parametrize(("issued", "given"), [
    (dt.date(2026, 3, 3), dt.date(2026, 3, 13)),  # the Friday before the quiet days begin
    (dt.date(2026, 3, 4), dt.date(2026, 3, 30)),  # else behind them, on the Monday
    (dt.date(2026, 3, 17), dt.date(2026, 3, 30)),
    (dt.date(2026, 3, 21), dt.date(2026, 3, 31)),
])  # fmt: skip
def test_no_somasi_gives_a_date_in_lebaran(issued: dt.date, given: dt.date) -> None:
    stage, policy = STANDARD.stages[STANDARD.position("somasi-1") or 0], Policy()
    assert deadline(stage, issued, policy, SHIPPED) == given
    assert deadline(STANDARD.stages[0], issued, policy, SHIPPED) is None


def test_where_lebaran_is_worked_through_only_days_off_move_the_date_of_a_somasi() -> None:
    stage = STANDARD.stages[STANDARD.position("somasi-1") or 0]
    policy = Policy(window=ContactWindow(lebaran=False))
    assert deadline(stage, dt.date(2026, 3, 6), policy, SHIPPED) == dt.date(2026, 3, 16)
    assert deadline(stage, dt.date(2026, 3, 11), policy, SHIPPED) == dt.date(2026, 3, 25)


def test_before_a_due_date_in_lebaran_the_word_goes_out_ahead_and_never_after_it() -> None:
    due = days(3, LEBARAN)
    who = customer(invoice(due=due))
    early = verdict(who, days(-9, LEBARAN))
    assert isinstance(early, Wait)
    assert early.until == days(-8, LEBARAN)
    given = verdict(who, days(-8, LEBARAN))
    assert isinstance(given, Send)
    assert given.act_on == days(-8, LEBARAN)
    assert told(given)["moved-ahead"] == {"day": days(-3, due), "act_on": given.act_on}
    assert told(given)["closed-quiet"]["name"] == "Lebaran"
    assert isinstance(verdict(who, days(-5, LEBARAN)), Wait)


def test_thanks_are_welcome_in_lebaran() -> None:
    day = dt.date(2026, 3, 16)
    who = customer(invoice(due=days(-20, day)), payments=(payment(1_000_000, day),))
    given = verdict(who, day, sent("due", days(-10, day)))
    assert isinstance(given, Clear)
    assert given.closing is not None
    assert given.closing.act_on == day
    later = verdict(who, dt.date(2026, 3, 18), sent("due", days(-10, day)))
    message = occasion(later)
    assert message is not None
    assert [each.code for each in message.reasons] == [
        "settled", "moved-to-open-day", "closed-joint-leave", "closed-holiday", "closed-joint-leave",
        "closed-holiday", "closed-holiday", "closed-joint-leave", "closed-joint-leave",
    ]  # fmt: skip


def test_nyepi_is_silent_in_bali_also_where_the_creditor_works_on_it() -> None:
    nyepi = dt.date(2024, 3, 11)
    worked = replace(SHIPPED, holidays={day: name for day, name in SHIPPED.holidays.items() if day != nyepi})
    who = customer(invoice(due=days(-1, nyepi)))
    here, there = (verdict(replace(who, address=where), nyepi, calendar=worked) for where in (who.address, BALI))
    assert isinstance(here, Send)
    assert isinstance(there, Send)
    assert (here.act_on, there.act_on) == (nyepi, dt.date(2024, 3, 13))
    assert told(there)["closed-quiet"]["name"] == "Nyepi"


def test_without_an_address_the_creditors_province_counts() -> None:
    assert province_of(customer(), creditor()) == "Jawa Timur"
    assert province_of(customer(address=None), creditor(address=BALI)) == "Bali"
    assert PROVINCES["Bali"] is Zone.WITA


def test_a_feast_that_moved_moves_its_quiet_time() -> None:
    names = {
        LEBARAN: "Hari Raya Idul Fitri",
        days(1, LEBARAN): "Idul Fitri",
        days(-1, LEBARAN): "Cuti Bersama Idulfitri",
    }
    lebaran = [each for each in feasts(names) if each.collecting]
    assert lebaran == [Quiet("Lebaran", days(-7, LEBARAN), days(7, LEBARAN), collecting=True)]


def test_a_quiet_time_of_the_book_is_for_its_province() -> None:
    galungan = Quiet("Galungan", DAY, days(1), "Bali")
    calendar = Calendar(quiet=(galungan,))
    assert calendar.is_open(DAY, WINDOW)
    assert replace(calendar, province="Bali").closed(DAY, WINDOW) == Closed(Why.QUIET, "Galungan", DAY, days(1))


@pytest.mark.parametrize(
    ("window", "expected"),
    [
        (ContactWindow(), "08.00–11.30, 13.00–20.00 WIB"),
        (ContactWindow(friday=None), "08.00–20.00 WIB"),
        (ContactWindow(opens=dt.time(12)), "13.00–20.00 WIB"),
        (ContactWindow(closes=dt.time(12)), "08.00–11.30 WIB"),
        (ContactWindow(opens=dt.time(14)), "14.00–20.00 WIB"),
        (ContactWindow(closes=dt.time(11)), "08.00–11.00 WIB"),
    ],
)
def test_the_hours_of_friday(window: ContactWindow, expected: str) -> None:
    assert hours_of(window, Zone.WIB, dt.date(2026, 11, 27)) == expected


def test_a_friday_that_the_prayer_fills_is_closed() -> None:
    noon = ContactWindow(opens=dt.time(11, 30), closes=dt.time(13))
    assert Calendar().next_open(dt.date(2026, 11, 27), noon) == dt.date(2026, 11, 28)


def words(*channels: tuple[Channel, int]) -> list[Sent]:
    """Return reminders that went out so many days before DAY."""
    return [Sent(days(-n), "due", ("A-1",), channel, "Dewi") for channel, n in channels]


def test_a_full_channel_gives_way_to_another_one() -> None:
    who = customer(invoice(due=days(-8)))
    given = verdict(who, DAY, *words((Channel.WHATSAPP, 6)), weekly_cap=7, caps=Caps(whatsapp=1))
    assert isinstance(given, Send)
    assert given.channels == (Channel.EMAIL,)
    assert told(given)["cap-channel"] == {"channel": "whatsapp", "cap": 1, "until": days(1)}


def test_where_every_channel_is_full_one_waits_for_the_first() -> None:
    who = customer(invoice(due=days(-8)))
    past = words((Channel.EMAIL, 5), (Channel.WHATSAPP, 4))
    given = verdict(who, DAY, *past, weekly_cap=7, caps=Caps(whatsapp=1, email=1))
    assert given == Wait(days(2), given.reasons)
    assert [each.code for each in given.reasons].count("cap-channel") == 2


def test_a_letter_has_no_cap_and_a_cap_that_leaves_room_says_nothing() -> None:
    assert Caps(whatsapp=1, email=1).of(Channel.LETTER) is None
    given = verdict(customer(invoice(due=days(-8))), DAY, *words((Channel.EMAIL, 5)), caps=Caps(whatsapp=1, email=2))
    assert isinstance(given, Send)
    assert given.channels == (Channel.WHATSAPP, Channel.EMAIL)


@pytest.mark.parametrize("policy", [{"weekly_cap": 2}, {"caps": Caps(week=2)}])
def test_a_full_week_is_told_as_such(policy: dict[str, Any]) -> None:
    who = customer(invoice(due=days(-8)))
    given = verdict(who, DAY, *words((Channel.EMAIL, 6), (Channel.WHATSAPP, 4)), **policy)
    assert isinstance(given, Wait)
    assert told(given)["cap-week"] == {"cap": 2, "until": days(1)}


def test_two_calls_a_week() -> None:
    def call(n: int, via: str = "call") -> Contacted:
        return Contacted(days(-n), via, Reach.NO_ANSWER, "Dewi")

    def left(*calls: Contacted) -> bool:
        return may_call(history(register(*calls), STANDARD, DAY), Policy(), DAY)

    assert left(call(7), call(2))
    assert left(call(4, "meeting"), call(2))
    assert not left(call(6), call(2))


def test_an_instalment_keeps_to_quiet_times_and_caps() -> None:
    due = days(2, LEBARAN)
    plan = Plan(days(-40, LEBARAN), days(-30, LEBARAN), ("A-1",), 1_000_000,
                (Instalment(due, 500_000), Instalment(days(40, due), 500_000)), signed=days(-35, LEBARAN))  # fmt: skip
    who = customer(invoice(due=days(-45, LEBARAN)), plans=(plan,))
    day = days(-8, LEBARAN)
    given = verdict(who, day)
    assert isinstance(given, Send)
    assert told(given)["moved-ahead"] == {"day": days(-3, due), "act_on": day}
    assert not isinstance(verdict(who, days(1, day)), Send)
    full = Sent(days(-2, day), "due", ("A-1",), Channel.WHATSAPP, "Dewi")
    capped = verdict(who, day, full, caps=Caps(whatsapp=1))
    assert isinstance(capped, Send)
    assert capped.channels == (Channel.EMAIL,)
    assert capped.stage.name != THANKS.name

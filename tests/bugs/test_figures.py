"""C: wrong amount or date. The numbers are those of the table in test_table.py."""

from __future__ import annotations

import datetime as dt
import json
import re
import subprocess
import sys
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

import pytest

from kit.basics.dates import long_date, months_after
from kit.basics.money import format_rupiah, format_rupiah_full, parse_rupiah, shares
from kit.basics.terbilang import terbilang
from kit.composing.journals import as_beancount, journal
from kit.domain.calendar import Zone
from kit.domain.cases import Case
from kit.domain.charges import Fee, Per
from kit.domain.entries import PrincipalFirst
from kit.domain.instalments import Every, equal, schedule
from kit.domain.invoices import Contract
from kit.domain.ledger import statement_of_account
from kit.domain.model import Payment
from kit.domain.policy import STANDARD
from kit.domain.statement import Line
from kit.domain.verdict import Wait
from kit.reading.book import read_customer
from tests.accounts import SPAN, day, some_customer
from tests.books import own_book, run, run_apart, story_book
from tests.builders import DAY, customer, days, invoice, payment
from tests.unit.basics.test_terbilang import read as read_words
from tests.unit.composing.stories import COMPANY, chat, mail, page, sheet, story
from tests.unit.reading.test_book import CUSTOMER

PATH = "data/customers/toko-maju.yaml"
#: Letters exist from the firm word on.
FIRM = STANDARD.stages[4]


def refused(text: str) -> bool:
    found, _, problems = read_customer(text.encode(), PATH)
    return found is None and bool(problems)


def channels(count: int = 1) -> dict[str, str]:
    """Return what a customer reads who paid a part, by channel."""
    made = story(FIRM, COMPANY, count).composed()
    return {"mail": mail(made).text, "mail html": mail(made).html, "letter": sheet(made).html, "chat": chat(made),
            "page": page(made)}  # fmt: skip


def test_c40_every_channel_says_what_is_left_and_none_what_was_paid_in_its_place() -> None:
    owed = story(FIRM, COMPANY).statement.outstanding
    assert owed == 10_500_000
    for channel, text in channels().items():
        assert format_rupiah(owed) in text, channel


def test_c41_a_letter_states_what_is_open_on_its_day() -> None:
    made = story(FIRM, COMPANY, 3)
    for line in made.statement.overdue:
        assert format_rupiah(line.outstanding).removeprefix("Rp") in sheet(made.composed()).html
    assert not re.search(r"\blunas\b", sheet(made.composed()).html.lower())


def test_c42_a_new_payment_makes_a_new_letter(tmp_path: Path) -> None:
    book = own_book(tmp_path)
    assert run("build", "--book", book).exit_code == 0
    letter = "letters/sumber-rejeki/firm.pdf"
    assert json.loads(run("plan", "--book", book, "--json").output)[letter] == "same"
    assert run("record", "payment", "sumber-rejeki", "1.000.000", "--book", book).exit_code == 0
    states = json.loads(run("plan", "--book", book, "--json").output)
    assert {path for path, state in states.items() if "sumber-rejeki" in path and state == "same"} == set()
    assert states[letter] == "changed"
    assert states["letters/sumber-rejeki/firm.pdf"] != "same"


def test_c43_an_invoice_alone_is_the_same_invoice_in_a_crowd() -> None:
    bills = [invoice(f"A-{place}", 1_000_000 + 7 * place, due=days(-place)) for place in range(5)]
    money = [payment(100_000 * (place + 1), DAY, bill.number) for place, bill in enumerate(bills)]
    crowd = {each.invoice.number: each for each in statement_of_account(
        customer(*bills, payments=tuple(money)), days(9)).lines}  # fmt: skip
    for bill, paid in zip(bills, money, strict=True):
        (alone,) = statement_of_account(customer(bill, payments=(paid,)), days(9)).lines
        assert crowd[bill.number] == alone


def charged(day: int, *fees: Fee, **more: Any) -> Line:
    """Return an invoice of a million under `fees`, `day` days after its due date."""
    contract = Contract("K-1", late_fee_clause=more.pop("clause", "Pasal 7"), late_fees=fees)
    return statement_of_account(customer(invoice(contract=contract), **more), days(day)).lines[0]


def test_c44_a_rate_of_nothing_leaves_the_rest_of_the_sum() -> None:
    line = charged(40, Fee(Per.MONTH, Fraction(0)), Fee(Per.ONCE, amount=25_000))
    assert (line.charged, line.outstanding) == (25_000, 1_025_000)


def test_c45_interest_stays_owed_after_the_principal_is_paid() -> None:
    """Which part a payment settles is written down with it."""
    more = {"payments": (payment(1_000_000, days(30), "A-1"),), "principal_first": PrincipalFirst(DAY, "S-1")}
    line = charged(60, Fee(Per.MONTH, Fraction(2, 100)), **more)
    assert (line.charged, line.outstanding, line.charges_left) == (20_000, 20_000, 20_000)
    assert [each.charges for each in line.applied] == [0]
    del more["principal_first"]
    line = charged(30, Fee(Per.MONTH, Fraction(2, 100)), **more)
    assert ([each.charges for each in line.applied], line.outstanding) == ([20_000], 20_000)


def test_c46_interest_goes_on_from_each_payment_on_what_is_then_left() -> None:
    more = {"payments": (payment(500_000, days(10), "A-1"),), "principal_first": PrincipalFirst(DAY, "S-1")}
    line = charged(20, Fee(Per.DAY, Fraction(1, 1000)), **more)
    assert [(row.days, row.base, row.amount) for row in line.charges] == [(10, 1_000_000, 10_000), (10, 500_000, 5_000)]
    assert line.outstanding == 515_000


def test_c65_nothing_is_charged_that_no_contract_names() -> None:
    assert charged(90).charged == 0
    assert charged(90, Fee(Per.MONTH, Fraction(3, 100)), clause=None).charged == 0
    assert charged(90, Fee(Per.MONTH, Fraction(3, 100))).charged == 90_000


def test_c47_the_total_of_a_letter_is_the_total_of_the_ledger() -> None:
    for count in (1, 2, 5):
        total = format_rupiah(story(FIRM, COMPANY, count).statement.past_due)
        assert all(total in text for text in channels(count).values())
        assert not any("Rp0" in text for text in channels(count).values())


def test_c48_every_channel_gives_the_due_date_of_the_invoice() -> None:
    due = long_date(story(FIRM, COMPANY).statement.lines[0].invoice.due)
    assert [channel for channel, text in channels().items() if due not in text] == []


@pytest.mark.parametrize(("total", "count"), [(12_500_000, 12), (1_000_000, 3), (100, 7), (7_777_777, 11), (13, 12)])
def test_c49_all_instalments_are_there(total: int, count: int) -> None:
    rows, problems = schedule(total, equal(total, count), DAY, Every())
    assert (len(rows), sum(row.amount for row in rows), problems) == (count, total, ())
    assert min(row.amount for row in rows) > 0


def test_c50_instalments_add_up_to_the_debt() -> None:
    draw = Random(50)
    for _ in range(2_000):
        total, count = draw.randint(60, 10**12), draw.randint(1, 60)
        assert sum(equal(total, count)[0]) == total


def test_c51_nothing_is_left_after_the_last_instalment() -> None:
    rows, _ = schedule(10_000_001, equal(10_000_001, 7, 1_000), DAY, Every())
    left = 10_000_001
    for row in rows:
        assert type(row.amount) is int
        left -= row.amount
    assert (left, type(left)) == (0, int)


def test_c52_from_31_january_later_months_have_their_31st() -> None:
    rows, _ = schedule(1_200, equal(1_200, 5), dt.date(2026, 1, 31), Every())
    assert [(row.due.month, row.due.day) for row in rows] == [(1, 31), (2, 28), (3, 31), (4, 30), (5, 31)]


def test_c53_no_month_is_skipped() -> None:
    for first in (dt.date(2026, 1, 29), dt.date(2026, 1, 30), dt.date(2026, 8, 31), dt.date(2028, 2, 29)):
        found = [months_after(first, step) for step in range(60)]
        assert all((b.year * 12 + b.month) - (a.year * 12 + a.month) == 1 for a, b in pairwise(found))


def test_c54_the_end_of_a_month_is_the_end_of_march() -> None:
    assert months_after(dt.date(2027, 1, 31), 2) == dt.date(2027, 3, 31)


def test_c55_sharing_out_loses_nothing() -> None:
    assert shares(100, [1, 1, 1]) == (34, 33, 33)
    assert sum(shares(10**15, [1, 3, 10**9, 7])) == 10**15


def test_c56_a_share_is_exact_and_never_goes_through_a_fraction() -> None:
    assert shares(100, [2, 98]) == (2, 98)
    assert shares(10**15 + 1, [2, 98]) == (20_000_000_000_000, 980_000_000_000_001)


def test_c57_the_first_of_equals_gets_the_odd_rupiah() -> None:
    assert shares(1, [1, 1]) == (1, 0)
    assert shares(0, [1, 1]) == (0, 0)
    assert shares(5, [0, 5]) == (0, 5)


@pytest.mark.parametrize(("amount", "text"), [
    (1_072_800, "Rp1.072.800"), (100_000, "Rp100.000"), (1_500_000, "Rp1.500.000"), (0, "Rp0"), (999, "Rp999"),
    (1_000, "Rp1.000"), (10**15, "Rp1.000.000.000.000.000"),
])  # fmt: skip
def test_c58_rupiah_are_whole_and_not_a_hundred_times_too_many(amount: int, text: str) -> None:
    assert format_rupiah(amount) == text
    assert parse_rupiah(text) == amount
    assert format_rupiah_full(amount) == f"{text},00"


@pytest.mark.parametrize("written", ["1,500,000", "Rp1,500,000", "1.500.000.00", "15.00.000", "1 500 000"])
def test_c59_other_separators_are_errors(written: str) -> None:
    assert format_rupiah(1_500_000) == "Rp1.500.000"
    assert parse_rupiah(written) is None
    assert refused(CUSTOMER.replace("amount: 12.500.000", f'amount: "{written}"'))


@pytest.mark.parametrize("line", ["currency: USD", "amount: USD 12500", "amount: 12500 USD"])
def test_c60_other_currencies_are_refused(line: str) -> None:
    text = CUSTOMER.replace("amount: 12.500.000", f"amount: 12.500.000\n    {line}" if "currency" in line else line)
    assert text != CUSTOMER
    assert refused(text)


def test_c61_a_payment_without_a_date_is_an_error() -> None:
    assert not refused(CUSTOMER)
    text = CUSTOMER.replace("{date: 2026-08-10, ", "{")
    assert text != CUSTOMER
    assert refused(text)


def test_c62_two_equal_payments_of_one_day_both_count(tmp_path: Path) -> None:
    one = Payment(days(3), 250_000, (), "transfer", "SAMA")
    statement = statement_of_account(customer(invoice(), payments=(one, one)), days(4))
    assert statement.outstanding == 500_000
    book = own_book(tmp_path)
    words = ("record", "payment", "maju-jaya", "1.000.000", "--book", book)
    assert [run(*words).exit_code, run(*words).exit_code] == [0, 1]
    told = json.loads(run("explain", "maju-jaya", "--book", book, "--json").output)
    assert told["outstanding"] == 15_300_000 - 1_000_000


def test_c63_no_plus_and_minus_side_by_side() -> None:
    who = customer(invoice("A", 100_000), invoice("B", 100_000, due=days(1)), payments=(payment(130_000, DAY, "A"),))
    statement = statement_of_account(who, days(2))
    assert [line.outstanding for line in statement.lines] == [0, 70_000]
    over = statement_of_account(replace(who, payments=(payment(230_000, DAY, "A"),)), days(2))
    assert ([line.outstanding for line in over.lines], over.unallocated) == ([0, 0], 30_000)


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Etc/GMT+12", "America/New_York"])
def test_c64_the_zone_of_the_machine_moves_no_date(zone: str, tmp_path: Path) -> None:
    book = story_book(tmp_path)
    here = run("status", "--book", book, "--json").output
    assert run_apart("status", "--book", book, "--json", TZ=zone).stdout == here


def test_c64_the_day_is_the_creditors() -> None:
    late = dt.datetime(2026, 1, 31, 17, 30)  # noqa: DTZ001  (UTC, as the door hands it on)
    assert Zone.WIB.local_day(late) == dt.date(2026, 2, 1)


def test_c66_every_day_opens_with_what_the_day_before_closed() -> None:
    draw = Random(66)
    for _ in range(100):
        who = replace(some_customer(draw), credit_notes=())
        gone = who.payments[1:]
        net = 0
        for step in range(-SPAN, SPAN + 1):
            today = days(step)
            net += sum(each.amount for each in who.invoices if each.issued == today)
            net -= sum(each.amount for each in who.payments if each.date == today)
            closing = statement_of_account(who, today)
            assert closing.outstanding - closing.unallocated == net
            less = statement_of_account(replace(who, payments=gone), today)
            missing = sum(each.amount for each in who.payments[:1] if each.date <= today)
            assert less.outstanding - less.unallocated == net + missing


def test_c67_one_rupiah_does_not_pass_the_judge(tmp_path: Path) -> None:
    who = some_customer(Random(3))
    right = statement_of_account(who, day(Random(3)))
    wrong = replace(right, unallocated=right.unallocated + 1)
    ended = []
    for name, statement in (("right", right), ("wrong", wrong)):
        path = tmp_path / f"{name}.beancount"
        path.write_text(as_beancount(journal([Case(who, statement, Wait(None, ()))])))
        assert "." not in "".join(line for line in path.read_text().splitlines() if " balance " in line)
        judge = Path(sys.executable).with_name("bean-check")
        ended.append(subprocess.run([judge, "--no-cache", path], capture_output=True, check=False).returncode)
    assert ended == [0, 1]


@pytest.mark.parametrize(("number", "words"), [
    (1_000, "seribu"), (1_000_000, "satu juta"), (11_000, "sebelas ribu"), (12_000, "dua belas ribu"),
    (1_001_000, "satu juta seribu"), (1_000_000_000, "satu miliar"), (19_019, "sembilan belas ribu sembilan belas"),
])  # fmt: skip
def test_c68_number_words_read_back(number: int, words: str) -> None:
    assert terbilang(number) == words
    assert read_words(words) == number

"""A: sent twice, at the wrong time, or never. The numbers are those of the table in test_table.py."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from kit.domain.cases import cases
from kit.domain.charges import Fee, Per
from kit.domain.invoices import Contract
from kit.domain.ledger import statement_of_account
from kit.domain.policy import Approach, Ladder, Stage
from kit.domain.register import Outcome
from kit.domain.situation import Rules
from kit.domain.verdict import Blocked, Send, Wait
from kit.reading.book import read_book, read_customer
from tests.books import digests, own_book, run, run_apart, small_book, story_book
from tests.bugs.mornings import Message, played, stage, verdict
from tests.builders import DAY, WRITTEN, customer, days, invoice, ladder, payment, register, rules, sent
from tests.unit.domain.test_somasi import FIRST, got
from tests.unit.domain.test_somasi import verdict as formal
from tests.unit.reading.test_book import CUSTOMER

PATH = "data/customers/toko-maju.yaml"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return story_book(tmp_path / "book")


@pytest.fixture
def six(tmp_path: Path) -> Path:
    """Return a book of six customers, none of them before a formal demand."""
    return own_book(tmp_path / "six")


def registers(book: Path) -> dict[str, str]:
    return {path.stem: path.read_text() for path in (book / "data/register").glob("*.yaml")}


def weekly() -> Rules:
    """Return rules with one stage that comes again every seven days."""
    again = Stage("1", 1, Approach.PERSUASIVE, WRITTEN, "due", repeat=7)
    return rules(Ladder("standard", (again,)))


def test_a01_a_stage_is_delivered_once() -> None:
    stages = [each.stage for each in played(customer(invoice()), -5, 60)]
    assert stages == ["upcoming", "due", "reminder-1", "reminder-2", "firm"]


def test_a02_no_reminder_before_the_due_date_has_passed() -> None:
    how = rules(ladder(1))
    assert [stage(verdict(customer(invoice()), day, how=how)) for day in (-29, -1, 0, 1)] == [None, None, None, "1"]


def test_a03_running_twice_is_running_once(book: Path) -> None:
    read, problems = read_book(book)
    assert read is not None, problems
    first, *more = (cases(read, DAY) for _ in range(3))
    assert all(each == first for each in more)
    assert run("status", "--book", book, "--json").output == run("status", "--book", book, "--json").output


def test_a04_a_late_fee_is_added_once() -> None:
    contract = Contract("K-1", late_fee_clause="Pasal 7", late_fees=(Fee(Per.ONCE, amount=50_000, grace=7),))
    who = customer(invoice(contract=contract))
    owed = [statement_of_account(who, days(day)).outstanding for day in (7, 8, 8, 9, 200)]
    assert owed == [1_000_000, 1_050_000, 1_050_000, 1_050_000, 1_050_000]


def test_a05_a_missed_day_is_made_up() -> None:
    lost = frozenset((7, 8, 9))
    assert Message(10, "reminder-1", ("A-1",)) in played(customer(invoice()), 0, 20, skip=lost)
    assert Message(7, "reminder-1", ("A-1",)) in played(customer(invoice()), 0, 20)


def test_a06_an_invoice_without_a_due_date_is_an_error() -> None:
    text = "\n".join(line for line in CUSTOMER.splitlines() if not line.strip().startswith("due:"))
    assert text != CUSTOMER.rstrip("\n")
    found, _, problems = read_customer(text.encode(), PATH)
    assert found is None
    assert [(problem.code, problem.data) for problem in problems] == [
        ("field-missing", {"field": "due", "record": "invoice"})
    ]


def test_a07_what_is_chosen_reads_what_was_sent(book: Path) -> None:
    words = ("record", "sent", "warung-endang", "due", "--via", "whatsapp", "--book", book)
    assert run(*words).exit_code == 0
    before = registers(book)
    assert "warung-endang" not in run("plan", "--book", book, "--list").output
    assert run(*words).exit_code == 1
    assert registers(book) == before


def test_a08_a_failed_run_leaves_no_second_copy(tmp_path: Path) -> None:
    book = small_book(tmp_path / "book")
    wrong = book / "letters/due/whatsapp.txt"
    wrong.parent.mkdir(parents=True)
    wrong.write_text("{{ nothing.of.the.kind }}\n")
    assert [run("build", "--book", book).exit_code for _ in range(3)] == [1, 1, 1]
    assert not (book / "build").exists()
    wrong.unlink()
    assert run("build", "--book", book).exit_code == 0
    once = digests(book / "build")
    assert run("build", "--book", book).exit_code == 0
    assert digests(book / "build") == once
    assert sum(name.startswith("outbox/warung-endang/") and name.endswith("whatsapp.txt") for name in once) == 1


def test_a09_every_message_of_a_list_has_an_entry_of_its_own(six: Path) -> None:
    before, listing = registers(six), run("plan", "--book", six, "--list").output
    (six / "today.txt").write_text(listing)
    result = run("record", "sent", "--list", six / "today.txt", "--book", six)
    assert result.exit_code == 0, result.output
    for line in listing.splitlines():
        who = line.split()[0]
        assert registers(six)[who].count('kind: "sent"') == before.get(who, "").count('kind: "sent"') + 1


def test_a10_what_repeats_comes_once_in_a_period() -> None:
    assert [each.day for each in played(customer(invoice()), 0, 30, weekly())] == [1, 8, 15, 22, 29]


def test_a11_two_runs_at_once_wait_for_each_other(book: Path) -> None:
    with ThreadPoolExecutor(3) as pool:
        words = ("record", "contact", "maju-jaya", "--via", "call", "--outcome", "reached", "--book", book)
        other = ("record", "sent", "warung-endang", "due", "--via", "whatsapp", "--book", book)
        ended = list(pool.map(lambda each: run_apart(*each).returncode, (words, other, words)))
    assert ended == [0, 0, 0]
    assert registers(book)["maju-jaya"].count('kind: "contact"') == 2
    assert registers(book)["warung-endang"].count('kind: "sent"') == 1


def test_a12_a_build_marks_nothing_as_sent(tmp_path: Path) -> None:
    book = small_book(tmp_path / "book")
    before = registers(book), run("plan", "--book", book, "--list").output
    assert run("build", "--book", book).exit_code == 0
    assert (registers(book), run("plan", "--book", book, "--list").output) == before


def test_a13_a_list_with_a_fault_is_recorded_for_nobody(six: Path) -> None:
    before, listing = registers(six), run("plan", "--book", six, "--list").output
    (six / "today.txt").write_text(listing + "maju-jaya firm email\n")
    assert run("record", "sent", "--list", six / "today.txt", "--book", six).exit_code == 1
    assert registers(six) == before
    (six / "today.txt").write_text(listing)
    assert run("record", "sent", "--list", six / "today.txt", "--book", six).exit_code == 0
    assert run("plan", "--book", six, "--list").output == ""


def test_a14_going_on_after_each_person_repeats_nobody(six: Path) -> None:
    lines = run("plan", "--book", six, "--list").output.splitlines()
    for place, line in enumerate(lines):
        assert run("plan", "--book", six, "--list").output.splitlines() == lines[place:]
        who, step, channel = line.split()
        result = run("record", "sent", who, step, "--via", channel, "--book", six)
        assert result.exit_code == 0, result.output


def test_a16_two_in_the_same_second_make_one_entry(book: Path) -> None:
    listing = book / "today.txt"
    listing.write_text("maju-jaya reminder-1 whatsapp\nwarung-endang due whatsapp\n")
    words = ("record", "sent", "--list", listing, "--book", book)
    with ThreadPoolExecutor(4) as pool:
        ended = [each.returncode for each in pool.map(lambda _: run_apart(*words), range(4))]
    assert sorted(ended) == [0, 1, 1, 1]
    assert registers(book)["maju-jaya"].count('stage: "reminder-1"') == 1


def test_a17_after_two_at_one_moment_the_next_period_still_comes() -> None:
    past = register(sent("1", days(1)), sent("1", days(1)))
    assert [stage(verdict(customer(invoice()), day, past, weekly())) for day in (1, 7, 8)] == [None, None, "1"]


def test_a18_days_count_forward_after_and_backward_before_the_due_date() -> None:
    late, early = rules(ladder(60)), rules(ladder(-3))
    who = customer(invoice())
    assert [stage(verdict(who, day, how=late)) for day in (-60, 0, 59, 60)] == [None, None, None, "1"]
    assert [stage(verdict(who, day, how=early)) for day in (-4, -3, 0)] == [None, "1", "1"]


def test_a19_an_old_invoice_that_is_not_due_is_not_late() -> None:
    who = customer(invoice(issued=days(-300), due=days(20)))
    statement = statement_of_account(who, DAY)
    assert (statement.overdue, statement.past_due, stage(verdict(who, 0))) == ((), 0, None)


def test_a20_an_invoice_that_is_too_recent_does_not_join_the_letter() -> None:
    """By itself it waits for its own day; what is not yet due is told of, never asked for."""
    steps = rules(ladder(5, 20))
    assert stage(verdict(customer(invoice("NEW", due=days(-2))), 0, how=steps)) is None
    who = customer(invoice("OLD", due=days(-20)), invoice("NEXT", due=days(2)))
    given = verdict(who, 0, how=steps)
    assert isinstance(given, Send)
    assert [line.invoice.number for line in given.items] == ["OLD"]
    assert [line.invoice.number for line in given.listed] == ["NEXT"]


def test_a24_what_was_recorded_is_only_added_to(book: Path) -> None:
    before = registers(book)
    for words in (("sent", "maju-jaya", "reminder-1", "--via", "email"), ("sent", "lautan-boga", "firm", "--via", "whatsapp"),
                  ("contact", "maju-jaya", "--via", "call", "--outcome", "reached")):  # fmt: skip
        run("record", *words, "--book", book)
    after = registers(book)
    assert after != before
    assert all(after[who].startswith(text) for who, text in before.items())


@pytest.mark.parametrize("outcome", list(Outcome))
def test_a25_every_end_of_a_delivery_leads_on(outcome: Outcome) -> None:
    """Nothing stays "under way" for ever: what arrived sets a day, what came back asks for another address."""
    given = formal(47, *FIRST, got("001", 44, outcome))
    if outcome in (Outcome.RETURNED, Outcome.NOT_FOUND):
        assert isinstance(given, Blocked)
        assert {need.code for need in given.needs} == {"needs-other-address"}
    else:
        assert isinstance(given, Wait)
        assert given.until is not None


def test_a26_an_edit_of_something_else_moves_no_date() -> None:
    who = customer(invoice())
    edited = replace(
        who, name="UD Budi Jaya", notes="pindah kantor", invoices=(replace(who.invoices[0], description="x"),)
    )
    dates = [[(each.day, each.stage) for each in played(each_of, -5, 40)] for each_of in (who, edited)]
    assert dates[0] == dates[1]


@pytest.mark.parametrize("written", ["30-09-2026", "30/09/26", "30 September 2026", "2026-9-30"])
def test_a26_a_formatted_date_is_an_error(written: str) -> None:
    found, _, problems = read_customer(CUSTOMER.replace("due: 2026-09-30", f"due: {written}").encode(), PATH)
    assert found is None
    assert problems


def test_a27_a_part_payment_skips_no_stage_and_moves_none_forward() -> None:
    plain = played(customer(invoice()), -5, 60)
    for day in range(-2, 40, 3):
        paid = played(customer(invoice(), payments=(payment(400_000, days(day), "A-1"),)), -5, 60)
        assert [each.stage for each in paid] == [each.stage for each in plain]
        assert all(after.day >= before.day for after, before in zip(paid, plain, strict=True))


@pytest.mark.parametrize("gap", [3, 14])
def test_a28_between_two_messages_lie_at_least_the_days_of_the_gap(gap: int) -> None:
    bills = tuple(invoice(f"A-{number}", due=days(4 * number)) for number in range(6))
    out = played(customer(*bills), -5, 120, replace(rules(), policy=replace(rules().policy, minimum_gap=gap)))
    assert len(out) > 2
    assert all(after.day - before.day >= gap for before, after in pairwise(out))


def test_a29_a_bad_template_is_named_once_and_nothing_is_half_done(tmp_path: Path) -> None:
    book = small_book(tmp_path / "book")
    for kind in ("due/whatsapp.txt", "firm/email.md"):
        wrong = book / "letters" / kind
        wrong.parent.mkdir(parents=True, exist_ok=True)
        wrong.write_text("subject: x\n\n{{ nothing.of.the.kind }}\n")
    result = run("build", "--book", book)
    assert result.exit_code == 1
    for kind in ("due/whatsapp.txt", "firm/email.md"):
        assert result.stderr.count(f"letters/{kind}:") == 1, result.stderr
    assert not (book / "build").exists()

"""An instalment plan in words: the reminder of one instalment on every channel, and the section of the page."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest

from kit.domain.escalation import decide
from kit.domain.instalments import Every, equal, schedule
from kit.domain.ledger import statement_of_account
from kit.domain.model import Customer, Invoice, Payment
from kit.domain.plans import Plan
from kit.domain.policy import STANDARD, Policy
from kit.domain.situation import Rules
from kit.domain.verdict import Send
from tests.conftest import Golden
from tests.unit.composing.stories import AS_OF, COMPANY, PERSON, Story, chat, mail, page, sheet, texts, told

GOLDEN = Path(__file__).parents[2] / "golden/composing"


def agreed(first: int, who: Customer = COMPANY, count: int = 6, paid: int = 0, **plan: object) -> Customer:
    """Return `who` with a signed plan over one invoice whose first instalment is due `first` days from today."""
    bill = Invoice("INV/2026/0912", dt.date(2026, 9, 1), dt.date(2026, 9, 30), 10_500_000, "220 karton kecap manis")
    due = AS_OF + dt.timedelta(first)
    rows, problems = schedule(bill.amount, equal(bill.amount, count, 1_000), due, Every())
    assert not problems
    offered = min(due, AS_OF) - dt.timedelta(40)
    plans = (
        Plan(offered, offered + dt.timedelta(14), (bill.number,), bill.amount, rows, signed=offered + dt.timedelta(3)),
    )
    payments = (Payment(AS_OF - dt.timedelta(2), paid, (bill.number,)),) if paid else ()
    return replace(who, invoices=(bill,), plans=(replace(plans[0], **plan),), payments=payments)  # type: ignore[arg-type]


def on_the_day(who: Customer) -> Story:
    """Return the story of what the kit decides about `who` today."""
    made = told(who, None)
    rules = Rules(made.book.creditor, Policy(ladders=MappingProxyType({"standard": STANDARD})), made.book.calendar)
    return replace(made, verdict=decide(who, statement_of_account(who, AS_OF), made.book.register(who.id), rules))


CASES = {
    "instalment-company": agreed(2),
    "instalment-person": agreed(0, PERSON),
    "instalment-late": agreed(-5),
    "instalment-begun": agreed(-5, paid=1_000_000),
    "instalment-several": agreed(-34),
}


@pytest.mark.parametrize("name", CASES)
def test_the_reminder_reads_as_its_golden(name: str, golden: Golden) -> None:
    documents = on_the_day(CASES[name]).composed()
    post = mail(documents)
    golden(GOLDEN / f"{name}.txt", f"Subject: {post.subject}\n\n{post.text}\n\n=== WhatsApp ===\n{chat(documents)}\n")


def test_the_letter_of_somebody_whom_only_post_reaches() -> None:
    who = replace(CASES["instalment-company"], contact=replace(COMPANY.contact, email=None, whatsapp=None))
    text = sheet(on_the_day(who).composed()).html
    assert "Rp1.750.000" in text
    assert "Cicilan ke-1 dari 6" in text


def test_nothing_of_the_plan_is_demanded_at_once() -> None:
    for name, text in texts(on_the_day(CASES["instalment-company"]).composed()).items():
        assert "Rp10.500.000" not in text.split("Rincian tagihan")[0] or name != "page", name


def test_the_page_shows_the_next_instalment_and_the_whole_plan() -> None:
    text = page(on_the_day(agreed(2, paid=500_000)).composed())
    for words in (
        "Ada satu invoice yang dibayar dengan cicilan.",
        "Cicilan berikutnya",
        "Rencana cicilan",
        "<strong>Cicilan ke-1 dari 6</strong>",
        "Dalam rencana cicilan",
        'Sudah dibayar <span class="num">Rp500.000</span>',
        "Rabu, 25 November 2026",
    ):
        assert words in text, words
    assert text.count("<tr>") == 7
    assert "Yang perlu dibayar sekarang" not in text


def test_the_page_of_a_late_plan_says_so_and_offers_to_talk() -> None:
    text = page(on_the_day(CASES["instalment-late"]).composed())
    assert "mari kita bicarakan" in text
    assert "Lewat jatuh tempo" in text


def test_other_arrears_stand_first() -> None:
    who = agreed(20)
    other = Invoice("INV/2026/1000", dt.date(2026, 10, 1), dt.date(2026, 10, 31), 900_000)
    documents = on_the_day(replace(who, invoices=(*who.invoices, other))).composed()
    assert "Ada satu invoice yang sudah lewat jatuh tempo dan satu yang dibayar dengan cicilan." in page(documents)
    assert "INV/2026/1000" in mail(documents).text
    assert "INV/2026/0912" not in mail(documents).text


def test_a_broken_plan_leaves_the_page() -> None:
    made = on_the_day(agreed(-100))
    assert isinstance(made.verdict, Send)
    assert "Rencana cicilan" not in page(made.composed())


def test_a_kept_plan_leaves_the_page() -> None:
    assert "Rencana cicilan" not in page(on_the_day(agreed(2, paid=10_500_000)).composed())

"""Words that were not kept: told in their own paragraph, with the agreement's day and clause, and never more."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import Any

import pytest

from kit.domain.agreements import AGREEMENT, SERIES, figures, terms
from kit.domain.instalments import Every, Instalment, equal, schedule
from kit.domain.model import Customer, Invoice, Payment, Promise
from kit.domain.plans import Plan
from kit.domain.policy import STANDARD, Stage
from kit.domain.register import Issued
from kit.domain.verdict import occasion
from tests.conftest import Golden
from tests.unit.composing.stories import AS_OF, COMPANY, ROOT, chat, mail, sheet, texts, told
from tests.unit.composing.test_compose import GOLDEN, NEVER, lines, seen

REMINDER, FIRM = STANDARD.stages[2], STANDARD.stages[4]
SPEAKING = STANDARD.stages[2:5]
SIGNED = dt.date(2026, 9, 21)
CLAUSE = "Pasal 4 ayat (3) perjanjian tersebut memungkinkan keringanan diakhiri dengan pemberitahuan tertulis"


def bound(*paid: Payment, count: int = 3, bills: int = 1, **changes: Any) -> Customer:
    """Return a company whose signed plan of `count` instalments over `bills` invoices began on 5 October 2026."""
    invoices = tuple(
        Invoice(f"INV/2026/{664 + place:04}", dt.date(2026, 8, 5), dt.date(2026, 9, 4), 6_600_000)
        for place in range(bills)
    )
    total = 6_600_000 * bills
    rows, problems = schedule(total, equal(total, count), dt.date(2026, 10, 5), Every())
    assert not problems
    plan = Plan(dt.date(2026, 9, 18), dt.date(2026, 9, 30), tuple(each.number for each in invoices), total, rows,
                signed=SIGNED, acceleration_after=1)  # fmt: skip
    return replace(COMPANY, invoices=invoices, payments=paid, plans=(replace(plan, **changes),))


def promised(*paid: Payment, made: dt.date = dt.date(2026, 11, 12)) -> Customer:
    """Return a company that promised ten million of its invoice by 19 November 2026."""
    bill = Invoice("INV/2026/0866", dt.date(2026, 10, 3), dt.date(2026, 11, 2), 18_900_000)
    word = Promise(made, 10_000_000, dt.date(2026, 11, 19), via="WhatsApp")
    return replace(COMPANY, invoices=(bill,), payments=paid, promises=(word,))


def letter(who: Customer, stage: Stage = FIRM) -> str:
    return seen("letter", sheet(told(who, stage).composed()).html)


@pytest.mark.parametrize(("name", "who"), [
    ("plan", bound(Payment(dt.date(2026, 10, 5), 2_200_000))),
    ("promise", promised(Payment(dt.date(2026, 11, 15), 4_000_000))),
])  # fmt: skip
def test_what_people_read(name: str, who: Customer, golden: Golden) -> None:
    documents = told(who, FIRM).composed()
    parts = {"E-MAIL": mail(documents).text.strip(), "WHATSAPP": chat(documents), "SURAT": lines(sheet(documents).html)}
    said = "".join(f"{title:=^72}\n\n{text}\n\n" for title, text in parts.items())
    golden(GOLDEN / f"firm-broken-{name}.txt", said)


@pytest.mark.parametrize("stage", SPEAKING, ids=lambda stage: stage.name)
def test_every_way_tells_of_a_broken_plan(stage: Stage) -> None:
    documents = told(bound(), stage).composed()
    for what, text in texts(documents).items():
        if what in {"subject", "title", "page"}:
            continue
        words = " ".join(seen(what, text).split())
        assert "21 September 2026" in words, what
        assert "icilan ke-1 dan ke-2" in words, what
        assert "sebesar Rp4.400.000" in words or what == "chat"
        assert "belum kami terima" in words or what == "call sheet"
        assert NEVER.search(words.replace("DRAF", "")) is None
    assert CLAUSE in letter(bound(), stage)


def test_the_clause_is_the_one_of_the_agreement() -> None:
    agreement = (ROOT / "letters/agreement/agreement.md").read_text(encoding="utf-8")
    article = agreement.partition("## Pasal 4\n")[2].partition("## Pasal 5")[0]
    (clause,) = (line for line in article.splitlines() if line.startswith("3. "))
    assert "mengakhiri keringanan" in clause
    assert "pemberitahuan tertulis" in clause


def test_only_the_owner_says_that_the_relief_is_over() -> None:
    assert "telah berakhir" not in letter(bound())
    ended = letter(bound(ended=dt.date(2026, 11, 20)))
    assert "Keringanan menurut perjanjian tersebut telah berakhir pada 20 November 2026." in ended
    assert CLAUSE not in ended


@pytest.mark.parametrize("changes", [
    {"ended": dt.date(2026, 10, 8)}, {"signed": None}, {"signed": AS_OF + dt.timedelta(1)},
    {"ended": AS_OF + dt.timedelta(1), "acceleration_after": 9},
])  # fmt: skip
def test_what_was_never_missed_is_not_told(changes: dict[str, Any]) -> None:
    assert "Perjanjian Cicilan" not in letter(bound(**changes))


def test_a_plan_about_something_else_is_not_told() -> None:
    who = bound()
    other = Invoice("INV/2026/0700", dt.date(2026, 10, 1), dt.date(2026, 10, 31), 1_000_000)
    made = told(replace(who, invoices=(*who.invoices, other)), FIRM)
    send = occasion(made.verdict)
    assert send is not None
    items = tuple(line for line in made.statement.overdue if line.invoice is other)
    there = replace(made, verdict=replace(send, items=items))
    assert "Perjanjian Cicilan" not in lines(sheet(there.composed()).html)


def test_the_plan_signed_last_is_the_one_that_counts() -> None:
    who = bound(Payment(dt.date(2026, 11, 3), 2_200_000))
    (old,) = who.plans
    newer = Plan(dt.date(2026, 10, 20), dt.date(2026, 10, 30), old.invoices, 6_600_000,
                 (Instalment(dt.date(2026, 11, 2), 3_300_000), Instalment(dt.date(2026, 12, 2), 3_300_000)),
                 signed=dt.date(2026, 10, 21), acceleration_after=1)  # fmt: skip
    words = letter(replace(who, plans=(newer, replace(old, ended=dt.date(2026, 10, 20)))))
    assert "yang ditandatangani pada 21 Oktober 2026 untuk invoice tersebut, cicilan ke-1 sebesar Rp1.100.000" in words
    assert "belum kami terima sepenuhnya" in words


def test_many_instalments_and_invoices_fit_a_sentence() -> None:
    words = letter(bound(count=8, bills=5, instalments=tuple(
        Instalment(dt.date(2026, 10, 5) + dt.timedelta(7 * week), 4_125_000) for week in range(8)
    )))  # fmt: skip
    assert "cicilan ke-1 sampai dengan ke-7 sebesar Rp28.875.000 mulai jatuh tempo pada 5 Oktober 2026" in words
    who = bound(bills=5)
    plan = who.plans[0]
    part = replace(plan, invoices=plan.invoices[:4], total=26_400_000)
    assert "untuk empat invoice," in letter(replace(who, plans=(part,)))
    part = replace(plan, invoices=plan.invoices[:2], total=13_200_000)
    assert "untuk invoice INV/2026/0664 dan INV/2026/0665," in letter(replace(who, plans=(part,)))


def test_a_promise_tells_what_came_by_its_date() -> None:
    word = (
        "Kami mencatat janji pembayaran tanggal 12 November 2026 sebesar Rp10.000.000 paling lambat 19 November 2026. "
    )
    assert word + "Sampai tanggal itu pembayarannya belum kami terima." in letter(promised())
    paid = Payment(dt.date(2026, 11, 15), 4_000_000)
    thanks = "Terima kasih atas pembayaran {} yang sudah kami terima; sisa yang dijanjikan, {}, belum kami terima."
    assert word + thanks.format("Rp4.000.000", "Rp6.000.000") in letter(promised(paid))
    late = Payment(dt.date(2026, 11, 21), 1_000_000)
    assert word + thanks.format("Rp1.000.000", "Rp9.000.000") in letter(promised(late))
    assert word + thanks.format("Rp5.000.000", "Rp5.000.000") in letter(promised(paid, late))
    assert "Kami juga mencatat janji" in letter(replace(bound(), promises=promised().promises))


@pytest.mark.parametrize("who", [
    promised(Payment(dt.date(2026, 11, 21), 10_000_000)), promised(made=dt.date(2026, 10, 2)),
])  # fmt: skip
def test_a_promise_made_good_or_about_something_else_is_not_told(who: Customer) -> None:
    assert "janji" not in letter(who)


def test_a_long_chat_leaves_out_the_word_that_was_not_kept_before_it_fails() -> None:
    made = told(replace(bound(), name="PT " + "Sumber Rejeki " * 3), FIRM, name="PT Sari Rasa Nusantara Abadi " * 4)
    words = chat(made.composed())
    assert len(words) <= 700
    assert "cicilan" not in words


def test_an_issued_agreement_is_cited_by_its_number() -> None:
    who = bound()
    (plan,) = who.plans
    paper = Issued(plan.offered, AGREEMENT, plan.invoices, "004/PC/IX/2026", SERIES, 4, figures(who, plan),
                   plan.valid_until, "0" * 64, "004-PC-IX-2026.pdf", "Rina Kartikasari", terms(plan))  # fmt: skip
    text = seen("letter", sheet(told(who, FIRM, paper).composed()).html)
    assert "Menurut Perjanjian Cicilan nomor 004/PC/IX/2026 yang ditandatangani pada 21 September 2026" in text
    assert "nomor 004" not in letter(replace(who, plans=(replace(plan, grace=9),)))


@pytest.mark.parametrize("stage", SPEAKING, ids=lambda stage: stage.name)
def test_every_stage_thanks_for_the_part_of_a_promise_that_came_and_names_the_rest(stage: Stage) -> None:
    for paid in (True, False):
        documents = told(promised(*([Payment(dt.date(2026, 11, 15), 4_000_000)] if paid else [])), stage).composed()
        for text in (chat(documents), mail(documents).text, seen("letter", sheet(documents).html)):
            told_of = " ".join(text.split())
            assert ("Terima kasih atas pembayaran Rp4.000.000" in told_of) == paid
            assert (
                bool(re.search("(yang dijanjikan,|janji) Rp6.000.000,? (belum kami terima|kami tunggu)", told_of))
                == paid
            )

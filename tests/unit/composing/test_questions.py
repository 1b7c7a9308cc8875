"""The questions beside the ladder: was it received, and where is the payment that you told us of."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from kit.basics.money import format_rupiah
from kit.domain.claims import QUESTION
from kit.domain.invoices import Invoice, Withholding
from kit.domain.model import Claim, Customer, Payment
from kit.domain.policy import Approach, Channel, Stage
from kit.domain.slips import SLIP
from kit.domain.verdict import Send
from tests.unit.composing.stories import AS_OF, COMPANY, PERSON, STAGES, Story, story, texts, told
from tests.unit.composing.test_compose import NEVER, seen

RECEIVED = Stage(
    "received-question", 4, Approach.PERSUASIVE, (Channel.WHATSAPP, Channel.EMAIL), "received-question", deadline=5
)
CLAIMED = replace(COMPANY, claims=(Claim(AS_OF - dt.timedelta(7), 1_500_000, "telepon"),))


@pytest.mark.parametrize("stage", [QUESTION, RECEIVED], ids=lambda stage: stage.name)
@pytest.mark.parametrize("who", [CLAIMED, PERSON], ids=lambda who: who.id)
@pytest.mark.parametrize("count", [1, 3, 40])
def test_a_question_composes_for_everybody(stage: Stage, who: object, count: int) -> None:
    assert stage.name not in {each.name for each in STAGES}
    made = story(stage, who, count)  # type: ignore[arg-type]
    for what, text in texts(made.composed()).items():
        found = NEVER.search(seen(what, text).replace("DRAF", ""))
        assert found is None, (what, found)


def test_the_question_about_a_payment_names_it() -> None:
    for what, text in texts(story(QUESTION, CLAIMED).composed()).items():
        if what in ("chat", "mail text", "mail html", "letter"):
            assert "Rp1.500.000" in seen(what, text)
            assert "16 November 2026" in seen(what, text)


def slip_story(who: Customer, count: int) -> Story:
    due = AS_OF - dt.timedelta(4)
    bills = tuple(
        Invoice(f"INV/2026/{912 + place:04}", due - dt.timedelta(30), due, 10_000_000 + place,
                withholding=Withholding(200_000 + place))
        for place in range(count)
    )  # fmt: skip
    money = tuple(Payment(due, 9_800_000, (each.number,)) for each in bills)
    made = told(replace(who, invoices=bills, payments=money), SLIP)
    assert isinstance(made.verdict, Send)
    return replace(made, verdict=replace(made.verdict, items=made.statement.open, listed=()))


@pytest.mark.parametrize("who", [COMPANY, PERSON], ids=lambda who: who.id)
@pytest.mark.parametrize("count", [1, 3, 40, 203])
def test_a_request_for_slips_thanks_names_the_tax_and_asks_for_no_money(who: Customer, count: int) -> None:
    made = slip_story(who, count)
    amount = format_rupiah(made.statement.awaiting_slip)
    for what, text in texts(made.composed()).items():
        words = " ".join(seen(what, text).split())
        found = NEVER.search(words.replace("DRAF", ""))
        assert found is None, (what, found)
        if what in ("chat", "mail text", "mail html", "letter"):
            assert "Terima kasih atas pembayaran" in words, what
            assert "bukti potong PPh Pasal 23 sebesar" in words, what
            assert amount in words, what
            assert "jatuh tempo" not in words.lower(), what
            assert "Rp0" not in words, what
    page = " ".join(seen("page", texts(made.composed())["page"]).split())
    assert "Menunggu bukti potong" in page
    assert amount in page
    assert "Yang perlu dibayar sekarang" not in page
    assert "Tagihan berikutnya" not in page

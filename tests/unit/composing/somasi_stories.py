"""Customers at each letter of a somasi, with the register that led there, for tests of its wording and its pages."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from kit.composing.assets import Assets
from kit.composing.documents import Sheet
from kit.composing.letters import letter_sheet
from kit.domain.counsel import Advocate, Counsel, Office, SuratKuasa
from kit.domain.model import Address, Contract, Customer, Invoice, LegalForm, Official, Payment
from kit.domain.policy import STANDARD, Approach, Channel, Stage
from kit.domain.register import Contacted, Delivered, Entry, Issued, Outcome, Reach, Sent
from kit.domain.verdict import Send, occasion
from tests.unit.composing.stories import AS_OF, COMPANY, CREDITOR, PERSON, WORDING, Story, told

#: Somasi I, II, III and the note to counsel.
LEGAL: tuple[Stage, ...] = tuple(stage for stage in STANDARD.stages if stage.approach is Approach.LEGAL)
UD = replace(
    COMPANY,
    id="budi-jaya",
    name="UD Budi Jaya",
    form=LegalForm.UD,
    liable=Official("Budi Santoso, S.H.", "Pemilik"),
    address=Address("Jalan Kapas 12", "Sidoarjo", "Jawa Timur", "61212"),
)
WHO: dict[str, Customer] = {"pt": COMPANY, "ud": UD, "person": PERSON}

COUNSEL = Counsel(
    "Kantor Hukum Wirawan dan Rekan",
    Office("Jalan Diponegoro 77", "Surabaya", "Jawa Timur", "60264"),
    (Advocate("Bima Wirawan, S.H., M.H.", "Advokat"), Advocate("Ayu Lestari, S.H.", "Advokat")),
    SuratKuasa("021/SK/X/2026", dt.date(2026, 10, 20)),
    phone="(031) 5550-0177",
    email="kantor@wirawan.example",
)
CONTRACT = Contract("SPK/2026/014", dt.date(2026, 2, 10), "spk-014.pdf", default_clause="Pasal 6 ayat (2)")
#: Days before today on which the somasi were dated, oldest first.
_DATED = (30, 19, 8)


def entries(stage: Stage, items: tuple[str, ...], total: int) -> tuple[Entry, ...]:
    """Return what a register holds about `items` when `stage` has come: reminders, firm letter, former somasi."""
    found: list[Entry] = [
        _sent(56, "reminder-1", items, Channel.WHATSAPP),
        _sent(56, "reminder-1", items, Channel.EMAIL),
        _sent(49, "reminder-2", items, Channel.WHATSAPP),
        *_issued(42, STANDARD.stages[4], 1, items, total),
        Contacted(_day(40), "call", Reach.REACHED, "Dewi Anggraini"),
    ]
    for place, (former, days) in enumerate(zip(LEGAL, _DATED, strict=False), 1):
        if former is stage:
            break
        found += _issued(days, former, place, items, total)
        number = f"00{place}/{former.series}/XI/2026"
        outcome = Outcome.REFUSED if place == 2 else Outcome.RECEIVED
        found.append(Delivered(_day(days - 2), number, outcome, "Siti Aminah", f"JT00{place}0099"))
    return tuple(found)


def somasi(
    stage: Stage, who: str = "pt", count: int = 1, *, counsel: bool = False, bare: bool = False, paid: int = 5_000_000
) -> Story:
    """Return `who` at `stage` with `count` invoices; `bare` leaves out contract, descriptions and payments."""
    invoices = tuple(_invoice(place, bare) for place in range(count))
    customer = WHO[who]
    if not bare:
        customer = replace(customer, payments=(Payment(dt.date(2026, 10, 12), paid, (invoices[0].number,)),))
    customer = replace(customer, invoices=invoices)
    total = sum(each.amount for each in invoices) - (0 if bare else paid)
    register = entries(stage, tuple(each.number for each in invoices), total)
    signatories = {**CREDITOR.signatories, "somasi": Official("Hendra Gunawan", "Direktur")}
    made = told(
        customer, stage, *register, signatories=signatories, counsel=COUNSEL if counsel else None,
        logo=None,
    )  # fmt: skip
    send = occasion(made.verdict)
    assert send is not None
    deadline = None if stage.internal else AS_OF + dt.timedelta(10)
    return replace(made, verdict=replace(send, deadline=deadline, channels=(Channel.LETTER,)))


def paper(made: Story, number: str | None = None) -> Sheet:
    """Return the letter of `made`, final with `number`; a problem fails the test."""
    send = occasion(made.verdict)
    assert isinstance(send, Send)
    sheet, problems = letter_sheet(made.book, made.customer, made.statement, send, WORDING, Assets(), number)
    assert problems == ()
    assert sheet is not None
    return sheet


def _day(before: int) -> dt.date:
    return AS_OF - dt.timedelta(before)


def _sent(before: int, stage: str, items: tuple[str, ...], channel: Channel, number: str | None = None) -> Sent:
    return Sent(_day(before), stage, items, channel, "Dewi Anggraini", number=number)


def _issued(before: int, stage: Stage, sequence: int, items: tuple[str, ...], total: int) -> tuple[Entry, ...]:
    day, series = _day(before), stage.series or ""
    number = f"00{sequence}/{series}/XI/2026"
    paper = Issued(day, stage.name, items, number, series, sequence, (("total", total),), day + dt.timedelta(10),
                   "0" * 64, f"00{sequence}-{series}-XI-2026.pdf", "Hendra Gunawan")  # fmt: skip
    return paper, _sent(before, stage.name, items, Channel.LETTER, number)


def _invoice(place: int, bare: bool) -> Invoice:
    due = dt.date(2026, 9, 15) + dt.timedelta(place % 7)
    return Invoice(
        f"INV/2026/{700 + place:04}",
        due - dt.timedelta(30),
        due,
        12_500_000 + 137_000 * place,
        description=None if bare else f"{220 + place} karton kecap manis",
        contract=None if bare else CONTRACT,
        file=None if bare else f"inv-{700 + place}.pdf",
    )

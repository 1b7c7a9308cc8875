"""What happened in a matter, for counsel: chronology, log of contacts, what was tried, what was admitted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from kit.basics.dates import long_date, short_date
from kit.basics.money import format_rupiah
from kit.composing.exhibits import Exhibit, beside, letters, proofs_of
from kit.composing.rows import in_words, listed
from kit.composing.stages import stage_name
from kit.composing.templates import Value
from kit.domain.history import History
from kit.domain.model import Customer
from kit.domain.policy import Channel
from kit.domain.promises import Kept, Standing, standings
from kit.domain.register import Contacted, Delivered, Outcome, Reach, Sent
from kit.domain.statement import Kind
from kit.domain.verdict import Send

Told = tuple[dt.date, str]

WAYS = {Channel.WHATSAPP: "WhatsApp", Channel.EMAIL: "e-mail", Channel.LETTER: "surat"}
#: What settled a part of an invoice.
SETTLED: Mapping[Kind, str] = {
    Kind.CREDIT: "Nota kredit",
    Kind.PAYMENT: "Pembayaran",
    Kind.WITHHELD: "Bukti potong pajak",
    Kind.DISCOUNT: "Potongan harga",
    Kind.WRITE_OFF: "Penghapusan tagihan",
}
_REACHED = {
    Reach.REACHED: "berhasil berbicara",
    Reach.NO_ANSWER: "tidak ada jawaban",
    Reach.WRONG_PERSON: "bukan orang yang dituju",
    Reach.CALL_BACK: "minta dihubungi kembali",
    Reach.DECLINED: "tidak bersedia membicarakannya",
    Reach.ABSENT: "tidak hadir",
    Reach.UNREACHABLE: "tidak dapat dihubungi",
}
_DELIVERED = {
    Outcome.RECEIVED: "diterima",
    Outcome.REFUSED: "ditolak",
    Outcome.RETURNED: "dikembalikan kepada pengirim",
    Outcome.NOT_FOUND: "alamat tidak ditemukan",
}
_KEPT = {
    Kept.OPEN: "belum lewat",
    Kept.KEPT: "ditepati",
    Kept.PARTLY: "ditepati sebagian",
    Kept.BROKEN: "tidak ditepati",
}


def chronology(customer: Customer, send: Send, past: History, found: tuple[Exhibit, ...]) -> tuple[Value, ...]:
    """Return rows of `date`, `what` and `code`, oldest first: all that book and register tell about the matter."""
    codes = {each.title: each.code for each in found if not each.missing}
    told = [*_dealings(customer, send), *_money(send), *_words(customer, send), *_letters(send, past), *_contacts(past)]
    rows = sorted(dict.fromkeys(told), key=lambda each: each[0])
    return tuple(
        {
            "date": short_date(day),
            "what": what,
            "code": next((codes[title] for title in codes if _about(what, title)), ""),
        }
        for day, what in rows
    )


def _about(what: str, title: str) -> bool:
    """Tell whether a line of the chronology speaks of the paper called `title`."""
    return what == title or what.startswith((f"{title} ", f"{title},", f"{title};"))


def contact_log(send: Send, past: History) -> tuple[Value, ...]:
    """Return rows of `date`, `way`, `what`, `by`, oldest first: each message, call, meeting and delivery."""
    about = {line.invoice.number for line in send.items}
    aside = beside(past)
    rows: list[tuple[dt.date, str, str, str]] = []
    numbers = {each.number: stage_name(each.stage) for each in letters(past, about)}
    for each in past.sent:
        if about & set(each.items) and each.stage not in aside:
            what = _capital(stage_name(each.stage)) + (f" nomor {each.number}" if each.number else "")
            rows.append((each.date, _capital(WAYS[each.channel]), what, each.by))
    for talk in past.contacts:
        rows.append((talk.date, _via(talk), _REACHED[talk.outcome], talk.by))
    for told in past.delivered:
        if told.number in numbers:
            rows.append(
                (told.date, "Penyampaian", f"{_capital(numbers[told.number])} {_fate(told)}", told.receiver or "–")
            )
    return tuple(
        {"date": short_date(day), "way": way, "what": what, "by": by}
        for day, way, what, by in sorted(rows, key=lambda each: each[0])
    )


def tried(send: Send, past: History) -> tuple[str, ...]:
    """Return what was tried, in a few lines for the first page."""
    about = {line.invoice.number for line in send.items}
    papers = letters(past, about)
    numbers = {each.number for each in papers}
    days = sorted({(each.date, each.stage) for each in _sent(send, past) if each.number not in numbers})
    lines = []
    if days:
        span = long_date(days[0][0]) if len(days) == 1 else f"{long_date(days[0][0])} s.d. {long_date(days[-1][0])}"
        lines.append(f"{_capital(in_words(len(days)))} pesan pengingat, {span}")
    if past.contacts:
        reached = sum(each.outcome is Reach.REACHED for each in past.contacts)
        lines.append(
            f"{_capital(in_words(len(past.contacts)))} telepon atau pertemuan, "
            f"{in_words(reached)} kali berhasil berbicara"
        )
    for paper in papers:
        outcomes = proofs_of(paper, past)
        fate = _fate(outcomes[-1]) + f" {long_date(outcomes[-1].date)}" if outcomes else "penyampaian belum tercatat"
        until = f", batas {long_date(paper.deadline)}" if paper.deadline else ""
        lines.append(
            f"{_capital(stage_name(paper.stage))} nomor {paper.number}, {long_date(paper.date)}{until}; {fate}"
        )
    return tuple(lines)


def admitted(customer: Customer, send: Send) -> tuple[str, ...]:
    """Return what the debtor admitted or did that speaks of the debt, and how well that is shown."""
    about = {line.invoice.number for line in send.items}
    lines = [f"{what} (tertulis)" for day, what in _plans(customer, about, send.act_on)]
    paid = sum(line.paid for line in send.items)
    if paid:
        lines.append(f"Pembayaran sebagian, seluruhnya {format_rupiah(paid)}")
    for each in standings(customer, send.act_on):
        promise = each.promise
        word = f"Janji {long_date(promise.made)}: {format_rupiah(promise.amount)} paling lambat {long_date(promise.by)}"
        lines.append(f"{word}, {_kept(each)} (menurut catatan kreditur)")
    return tuple(lines)


def notes(customer: Customer, past: History, as_of: dt.date) -> tuple[str, ...]:
    """Return our own remarks, oldest first: what people said on the telephone, pauses and their reasons, approvals."""
    told = [(each.date, f"{_via(each)}, {_REACHED[each.outcome]}: {each.note}") for each in past.contacts if each.note]
    told += [(each.since, f"Jeda: {each.reason}") for each in customer.holds if each.since <= as_of]
    told += [(each.opened, f"Keberatan atas invoice {each.invoice}: {each.reason}")
             for each in customer.disputes if each.reason and each.opened <= as_of]  # fmt: skip
    told += [(each.date, f"Persetujuan untuk {stage_name(each.stage)} oleh {each.by}") for each in past.approved]
    return tuple(f"{long_date(day)}: {what}" for day, what in sorted(told))


def _dealings(customer: Customer, send: Send) -> Iterator[Told]:
    for line in send.items:
        bill = line.invoice
        if bill.contract and bill.contract.date:
            yield bill.contract.date, f"Kontrak atau pesanan nomor {bill.contract.number}"
        what = f" atas {bill.description}" if bill.description else ""
        yield bill.issued, f"Invoice nomor {bill.number}, {format_rupiah(bill.amount)}{what}"
        if bill.received and bill.received <= send.act_on:
            yield bill.received, f"Invoice nomor {bill.number} diterima debitur"
        yield bill.first_due or bill.due, f"Jatuh tempo invoice nomor {bill.number}"
        for more in bill.extensions:
            if more.granted > send.act_on:
                continue
            yield more.granted, f"Perpanjangan waktu invoice nomor {bill.number} sampai dengan {long_date(more.due)}"
    about = {line.invoice.number for line in send.items}
    for each in customer.disputes:
        if each.invoice in about and each.opened <= send.act_on:
            yield each.opened, f"Debitur menyampaikan keberatan atas invoice nomor {each.invoice}"
            if each.closed and each.closed <= send.act_on:
                yield each.closed, f"Keberatan atas invoice nomor {each.invoice} selesai"


def _money(send: Send) -> Iterator[Told]:
    for line in send.items:
        for each in line.applied:
            yield each.date, f"{SETTLED[each.kind]} {format_rupiah(each.amount)} untuk invoice {line.invoice.number}"


def _words(customer: Customer, send: Send) -> Iterator[Told]:
    about = {line.invoice.number for line in send.items}
    yield from _plans(customer, about, send.act_on)
    for each in standings(customer, send.act_on):
        word = f"Janji pembayaran {format_rupiah(each.promise.amount)} paling lambat {long_date(each.promise.by)}"
        yield each.promise.made, f"{word}, menurut catatan kreditur; {_kept(each)}"
    for giro in customer.giros:
        if giro.bounced and giro.bounced <= send.act_on:
            yield giro.bounced, f"Bilyet giro {giro.bank} nomor {giro.number} {format_rupiah(giro.amount)} ditolak bank"


def _plans(customer: Customer, about: set[str], as_of: dt.date) -> Iterator[Told]:
    for plan in customer.plans:
        if plan.signed and plan.signed <= as_of and about & set(plan.invoices):
            total = format_rupiah(plan.total)
            yield plan.signed, f"Perjanjian Cicilan ditandatangani, {len(plan.instalments)} cicilan, {total}"


def _letters(send: Send, past: History) -> Iterator[Told]:
    about = {line.invoice.number for line in send.items}
    papers = letters(past, about)
    numbers = {each.number for each in papers}
    for paper in papers:
        name = _capital(stage_name(paper.stage))
        until = f", batas {long_date(paper.deadline)}" if paper.deadline else ""
        yield paper.date, f"{name} nomor {paper.number}{until}"
        for told in proofs_of(paper, past):
            resi = f", nomor resi {told.resi}" if told.resi else ""
            who = f" oleh {told.receiver}" if told.receiver else ""
            own = "" if told.proven else ", menurut catatan kreditur"
            if told.file:
                yield told.date, f"Bukti penyampaian {stage_name(paper.stage)}{resi}; surat {_fate(told)}{who}"
            else:
                yield told.date, f"{name} {_fate(told)}{who}{resi}{own}"
    days: dict[tuple[dt.date, str], set[Channel]] = {}
    for each in _sent(send, past):
        if each.number not in numbers:
            days.setdefault((each.date, each.stage), set()).add(each.channel)
    for (day, stage), ways in days.items():
        via = listed(tuple(word for way, word in WAYS.items() if way in ways))
        yield day, f"{_capital(stage_name(stage))} melalui {via}"


def _contacts(past: History) -> Iterator[Told]:
    for each in past.contacts:
        yield each.date, f"{_via(each)}, {_REACHED[each.outcome]}"


def _sent(send: Send, past: History) -> Iterator[Sent]:
    about, aside = {line.invoice.number for line in send.items}, beside(past)
    return (each for each in past.sent if about & set(each.items) and each.stage not in aside)


def _via(talk: Contacted) -> str:
    return {"call": "Telepon", "meeting": "Pertemuan"}.get(talk.via, _capital(talk.via))


def _kept(each: Standing) -> str:
    late = each.state in (Kept.PARTLY, Kept.BROKEN) and each.is_made_good
    return f"{_KEPT[each.state]}, dibayar kemudian" if late else _KEPT[each.state]


def _fate(told: Delivered) -> str:
    return _DELIVERED[told.outcome]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]

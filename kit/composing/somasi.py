"""What the letters of a somasi and the note to counsel may say beside the usual: parties in law, facts, papers.

Templates get it as `legal`; every value is a ready string, a row of strings, or yes or no.

| name | meaning |
|---|---|
| `legal.you`, `.we` | "Saudara" or "Perusahaan Saudara"; "kami" or "klien kami" |
| `legal.liable_name`, `.liable_position`, `.human` | who answers; yes where a human being is addressed, not an organ |
| `legal.counsel` | empty, or `firm`, `street`, `city`, `postcode`, `phone`, `email`, `advocates`, `names` |
| `legal.counsel.power`, `.power_date` | number and day of the power of attorney |
| `legal.contracts` | rows of `number`, `date`, `invoices` |
| `legal.lapsed` | rows of `contract`, `clause`, `invoices`: where the contract says that a date passing is default |
| `legal.unlawful_act` | the act for which article 1365 is cited, as a human wrote it; empty: it is not cited |
| `legal.money` | rows of `date`, `amount`, `invoice`, `kind` ("pembayaran", "nota kredit") |
| `legal.reminders` | rows of `what` (with the number of its paper) and `date`, oldest first |
| `legal.chronology` | rows of `date` and `what`: all that the book tells, oldest first, for the note to counsel |
| `legal.former` | rows of `title`, `number`, `date`, `deadline`, `delivery` |
| `legal.principal`, `.charged`, `.paid`, … | the computation (see computation.py) |
| `legal.bilingual` | the letter stands in two columns, Indonesian and English |
| `legal.enclosures`, `.copies` | what is enclosed; who gets a copy |
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from kit.basics.dates import long_date
from kit.basics.money import Rupiah, format_rupiah
from kit.composing.computation import computation, statutory
from kit.composing.rows import in_words, listed
from kit.composing.templates import Value
from kit.domain.approach import ladder_of
from kit.domain.counsel import Counsel
from kit.domain.history import History, history
from kit.domain.model import Book, Customer, LegalForm
from kit.domain.pauses import covered
from kit.domain.policy import THANKS, Approach, Channel, Stage
from kit.domain.register import Outcome, Reach
from kit.domain.series import Series, Step, running
from kit.domain.statement import Kind, Line, Statement
from kit.domain.verdict import Send

#: In the order in which a sentence names them: the number of a paper stands behind the paper.
_WAYS = {Channel.WHATSAPP: "WhatsApp", Channel.EMAIL: "e-mail", Channel.LETTER: "surat"}
#: Invoices that a sentence names one by one.
_NAMED = 3
_ROMAN = ("I", "II", "III", "IV", "V", "VI")


def legal(book: Book, customer: Customer, statement: Statement, send: Send) -> dict[str, Value]:
    """Return what a somasi or a note to counsel may say about `send`, from the book and the register alone."""
    ladder = ladder_of(customer, statement, book.policy, send.items[0].invoice.number)
    past = history(book.register(customer.id), ladder, statement.as_of, book.policy.ladders.values())
    about = {line.invoice.number for line in send.items}
    series = next((each for each in running(past, statement) if about & set(each.items)), None)
    counsel = book.creditor.counsel
    human = customer.form in (LegalForm.PERSON, LegalForm.UD)
    liable = customer.liable
    money, reminders = tuple(_money(send.items)), tuple(_reminders(past, about))
    steps = series.steps if series else ()
    former = tuple(_former(each, past) for each in steps)
    story = [
        *((day, f"{each['kind']} {each['amount']} untuk invoice {each['invoice']}") for day, each in money),
        *reminders,
        *((each.date, f"{_via(each.via)}, {_reach(each.outcome)}") for each in past.contacts),
        *((step.issued.date, _told(each)) for step, each in zip(steps, former, strict=True)),
        *_words_given(customer, about, statement.as_of),
    ]
    return {
        "you": "Saudara" if human else "Perusahaan Saudara",
        "we": "klien kami" if counsel else "kami",
        "human": human,
        "liable_name": liable.name if liable else customer.name,
        "liable_position": liable.position if liable else "",
        "counsel": _counsel(counsel) if counsel else {},
        "contracts": tuple(_contracts(send.items)),
        "lapsed": tuple(_lapsed(send.items)),
        "unlawful_act": customer.unlawful_act or "",
        "money": tuple(each for _, each in money),
        "reminders": tuple(_dated(each) for each in reminders),
        "chronology": tuple(_dated(each) for each in sorted(story, key=lambda each: each[0])),
        "former": former,
        **computation(send.items),
        "statutory": statutory(send.items),
        "demands_statutory": book.policy.somasi.statutory_interest,
        "enclosures": tuple(_enclosures(send.items, series, past)),
        "copies": (book.creditor.name, "Arsip") if counsel else ("Arsip",),
    }  # fmt: skip


def numeral(stage: Stage, past: History) -> str:
    """Return the place of a somasi among those of its ladder as letters write it: I, II, III."""
    names = [each.name for each in past.ladder.stages if each.is_somasi]
    return _ROMAN[names.index(stage.name)] if stage.name in names[: len(_ROMAN)] else ""


def enclosed(rows: Value) -> str:
    """Return how many papers are enclosed, as the head of a letter says it."""
    return f"{in_words(len(rows))} berkas" if isinstance(rows, tuple) and rows else ""


def _counsel(counsel: Counsel) -> dict[str, Value]:
    power = counsel.surat_kuasa
    return {
        "firm": counsel.firm,
        "street": counsel.address.street,
        "city": counsel.address.city,
        "postcode": counsel.address.postcode,
        "phone": counsel.phone or "",
        "email": counsel.email or "",
        "advocates": tuple({"name": each.name, "position": each.position} for each in counsel.advocates),
        "names": listed(tuple(each.name for each in counsel.advocates)),
        "power": power.number if power else "",
        "power_date": long_date(power.date) if power else "",
    }


def _contracts(items: tuple[Line, ...]) -> Iterator[dict[str, Value]]:
    found: dict[str, list[Line]] = {}
    for line in items:
        if line.invoice.contract:
            found.setdefault(line.invoice.contract.number, []).append(line)
    for number, lines in found.items():
        days = [line.invoice.contract.date for line in lines if line.invoice.contract and line.invoice.contract.date]
        yield {"number": number, "date": long_date(days[0]) if days else "", "invoices": _numbers(lines, len(items))}


def _lapsed(items: tuple[Line, ...]) -> Iterator[dict[str, Value]]:
    """Yield the clauses by which the passing of the date alone is default (article 1238), where a contract has one."""
    found: dict[tuple[str, str], list[Line]] = {}
    for line in items:
        contract = line.invoice.contract
        if contract and contract.default_clause and line.past_due:
            found.setdefault((contract.number, contract.default_clause), []).append(line)
    for (number, clause), lines in found.items():
        yield {"contract": number, "clause": clause, "invoices": _numbers(lines, len(items))}


def _numbers(lines: list[Line], of: int) -> str:
    """Name the invoices of `lines` one by one; where they are all `of` them and many, the table names them."""
    if len(lines) == of > _NAMED:
        return f"{in_words(of)} invoice dalam tabel"
    return f"invoice {listed(tuple(line.invoice.number for line in lines))}"


#: What settled a part of an invoice, in the words of a formal letter.
_SETTLED = {
    Kind.CREDIT: "nota kredit",
    Kind.PAYMENT: "pembayaran",
    Kind.WITHHELD: "pajak penghasilan yang dipotong, menurut bukti potong",
    Kind.DISCOUNT: "potongan harga",
    Kind.WRITE_OFF: "penghapusan tagihan",
}


def _money(items: Iterable[Line]) -> Iterator[tuple[dt.date, dict[str, str]]]:
    sums: dict[tuple[dt.date, str, Kind], Rupiah] = {}
    for line in items:
        for each in line.applied:
            key = (each.date, line.invoice.number, each.kind)
            sums[key] = sums.get(key, 0) + each.amount
    for (day, number, kind), amount in sorted(sums.items()):
        what = _SETTLED[kind]
        yield day, {"date": long_date(day), "amount": format_rupiah(amount), "invoice": number, "kind": what}


def _reminders(past: History, about: set[str]) -> Iterator[tuple[dt.date, str]]:
    """Yield the words before the somasi, one for each day and stage, with the ways they took."""
    stages = {stage.name: stage for stage in past.ladder.stages}
    found: dict[tuple[dt.date, str], set[Channel]] = {}
    numbers: dict[tuple[dt.date, str], str] = {}
    for each in past.sent:
        stage = stages.get(each.stage)
        if (
            stage is None
            or stage.approach is Approach.LEGAL
            or stage.name == THANKS.name
            or not about & set(each.items)
        ):
            continue
        key = (each.date, each.stage)
        found.setdefault(key, set()).add(each.channel)
        if each.number:
            numbers[key] = each.number
    for (day, name), ways in sorted(found.items()):
        firm = stages[name].approach is Approach.FIRM
        what = "permintaan pelunasan" if firm else "pengingat"
        number = numbers.get((day, name), "")
        paper = f" nomor {number}" if Channel.LETTER in ways else f" (surat nomor {number})"
        named = listed(tuple(word for channel, word in _WAYS.items() if channel in ways))
        yield day, f"{what} melalui {named}{paper if number else ''}"


def _dated(told: tuple[dt.date, str]) -> dict[str, Value]:
    return {"date": long_date(told[0]), "what": told[1]}


def _told(former: dict[str, str]) -> str:
    """Return a former somasi as one line of a chronology."""
    until = f", batas {former['deadline']}" if former["deadline"] else ""
    delivery = f"; {former['delivery']}" if former["delivery"] else ""
    return f"{former['title']} nomor {former['number']}{until}{delivery}"


def _words_given(customer: Customer, about: set[str], as_of: dt.date) -> Iterator[tuple[dt.date, str]]:
    """Yield the plans that were signed about these invoices, the giros that were to pay them, the promises noted."""
    for plan in customer.plans:
        if plan.signed is not None and plan.signed <= as_of and about & set(plan.invoices):
            total = format_rupiah(plan.total)
            yield plan.signed, f"Perjanjian Cicilan ditandatangani, {len(plan.instalments)} cicilan, {total}"
    for giro in customer.giros:
        name = f"bilyet giro nomor {giro.number} sebesar {format_rupiah(giro.amount)}"
        for day, what in ((giro.received or giro.written, "diterima"), (giro.bounced, "tidak dapat dicairkan")):
            if day is not None and day <= as_of and about & covered(giro.invoices, customer, as_of):
                yield day, f"{name} {what}"
    for each in customer.promises:
        if each.made <= as_of:
            word = f"janji pembayaran {format_rupiah(each.amount)} paling lambat {long_date(each.by)}"
            yield each.made, f"{word}, menurut catatan kreditur"


def _former(step: Step, past: History) -> dict[str, str]:
    title = f"Somasi {numeral(past.ladder.stages[step.place], past)}"
    given = step.issued.deadline
    return {
        "title": title,
        "number": step.issued.number,
        "date": long_date(step.issued.date),
        "deadline": long_date(given) if given else "",
        "delivery": _delivery(step),
    }


def _delivery(step: Step) -> str:
    """Return what became of a paper, no more than the register shows."""
    told = step.delivered
    if told is None:
        return ""
    resi = f" (nomor resi {told.resi})" if told.resi else ""
    who = f" oleh {told.receiver}" if told.receiver else ""
    day = f"pada {long_date(told.date)}"
    what = {
        Outcome.RECEIVED: f"diterima {day}{who}",
        Outcome.REFUSED: f"ditolak {day}{who}",
        Outcome.RETURNED: f"dikembalikan kepada pengirim {day}",
        Outcome.NOT_FOUND: f"tidak tersampaikan {day} karena alamat tidak ditemukan",
    }[told.outcome]
    # Nothing outside our own word shows it: then it is told as our own word.
    return f"{what}{resi}" if told.proven else f"menurut catatan pengirim {what}"


def _enclosures(items: tuple[Line, ...], series: Series | None, past: History) -> Iterator[str]:
    """Name the copies that the book holds and that go with the letter."""
    contracts = {each.invoice.contract.number for each in items if each.invoice.contract and each.invoice.contract.file}
    for number in sorted(contracts):
        yield f"Salinan kontrak/PO nomor {number}"
    bills = [line.invoice.number for line in items if line.invoice.file]
    if bills:
        yield (
            f"Salinan invoice {listed(tuple(bills))}"
            if len(bills) <= _NAMED
            else f"Salinan {in_words(len(bills))} invoice"
        )
    for step in series.steps if series else ():
        title = f"Somasi {numeral(past.ladder.stages[step.place], past)}"
        proof = " beserta bukti penyampaian" if step.delivered and step.delivered.proven else ""
        yield f"Salinan {title} nomor {step.issued.number}{proof}"


def _via(via: str) -> str:
    return {"call": "telepon", "meeting": "pertemuan"}.get(via, via)


def _reach(outcome: Reach) -> str:
    return {
        Reach.REACHED: "berhasil berbicara",
        Reach.NO_ANSWER: "tidak ada jawaban",
        Reach.WRONG_PERSON: "bukan orang yang dituju",
        Reach.CALL_BACK: "minta dihubungi kembali",
        Reach.DECLINED: "tidak bersedia membicarakannya",
        Reach.ABSENT: "tidak hadir",
        Reach.UNREACHABLE: "tidak dapat dihubungi",
    }[outcome]

"""The exhibits of a case: P-1, P-2 ... in the order in which courts are used to them, each with its kept file.

An exhibit that the book names and does not hold keeps its number: it is listed as missing. Whole
pages of a bank statement and files that name another customer stay outside.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kit.basics.dates import long_date, short_date
from kit.composing.rows import listed
from kit.composing.stages import stage_name
from kit.domain.agreements import papers
from kit.domain.evidence import Evidence, Proof, Sort
from kit.domain.history import History
from kit.domain.model import Book, Contract, Customer
from kit.domain.policy import UNCOUNTED
from kit.domain.register import Delivered, Issued
from kit.domain.statement import Line
from kit.domain.verdict import Send

#: Where the files of exhibits stand in the folder, and the longest path of any file in it.
FOLDER, LONGEST = "bukti", 60
#: The computation, made by the kit, is an exhibit itself.
COMPUTATION = "03-perhitungan.pdf"
COPY, PRINT, OURS, MISSING = "Fotokopi", "Cetakan", "Asli", "Belum ada"


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One row of the exhibit list."""

    title: str
    date: str
    proves: str
    form: str = COPY
    #: None: the file is missing, or is a paper of the folder itself (`path`).
    proof: Proof | None = None
    slug: str = ""
    path: str = ""
    #: "P-3", or "P-3.2" for one of several.
    code: str = ""

    @property
    def missing(self) -> bool:
        """Tell whether the file still has to be found."""
        return not self.path


def stamped(found: tuple[Exhibit, ...]) -> int:
    """Return how many exhibits are there to be stamped for the court: one piece each (UU 10/2020)."""
    return sum(not each.missing for each in found)


def exhibits(book: Book, customer: Customer, send: Send, past: History, evidence: Evidence) -> tuple[Exhibit, ...]:
    """Return the numbered exhibits of the matter `send`, those that are missing included."""
    usable = tuple(each for each in evidence.kept if passes(each))
    named = {each.name for each in _named(customer, past)}
    loose = tuple(each for each in usable if each.name not in named)
    about = {line.invoice.number for line in send.items}
    groups = (
        tuple(_contracts(send.items, evidence, loose)),
        tuple(_invoices(send, evidence, loose)),
        tuple(_loose(loose, Sort.DELIVERY, "Surat jalan atau berita acara", "Barang atau jasa diterima debitur")),
        tuple(_loose(loose, Sort.TAX, "Faktur pajak", "Transaksi yang dilaporkan")),
        tuple(_loose(loose, Sort.BANK, "Kutipan rekening koran", "Pembayaran yang diterima")),
        tuple(_messages(past, about, loose)),
        *(tuple(_letters(paper, past, evidence)) for paper in letters(past, about)),
        tuple(_admissions(book, customer, send, evidence, loose)),
        (Exhibit("Perhitungan tagihan", short_date(send.act_on), "Jumlah kewajiban debitur", OURS, path=COMPUTATION),),
        tuple(_loose(loose, Sort.OTHER, "Dokumen lain", "Diperiksa advokat sebelum diajukan")),
    )  # fmt: skip
    found: list[Exhibit] = []
    for place, group in enumerate((each for each in groups if each), 1):
        for part, each in enumerate(group, 1):
            alone = len(group) == 1
            code = f"P-{place}" if alone else f"P-{place}.{part}"
            stem = f"P-{place:02}" if alone else f"P-{place:02}-{part:0{max(2, len(str(len(group))))}}"
            path = file_path(FOLDER, stem, each.slug, each.proof) if each.proof else each.path
            found.append(replace(each, code=code, path=path))
    return tuple(found)


def passes(proof: Proof) -> bool:
    """Tell whether a kept file may stand among the evidence: of nobody else, no note of ours, no whole bank page."""
    return not proof.stranger and not proof.whole_bank_page and proof.sort is not Sort.INTERNAL


def file_path(folder: str, stem: str, slug: str, proof: Proof) -> str:
    """Return a path of ASCII letters, digits, dots and dashes, at most LONGEST characters long."""
    room = LONGEST - len(f"{folder}/{stem}-.{proof.suffix}")
    return f"{folder}/{stem}-{ascii_name(slug)[:room].strip('-')}.{proof.suffix}"


def ascii_name(text: str) -> str:
    """Return `text` as a name that every system takes.

    >>> ascii_name("Résumé INV/2026/0912")
    'Resume-INV-2026-0912'
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9]+", "-", plain).strip("-") or "berkas"


def beside(past: History) -> frozenset[str]:
    """Return the stages that are no word of collection: thanks, confirmations, questions, papers for ourselves."""
    return UNCOUNTED | {stage.name for stage in past.ladder.stages if stage.internal}


def plain_name(name: str) -> str:
    """Return the name of a kept file as a list may print it: plain letters, and its ending.

    >>> plain_name("2026/Rekening Koran Juli.PDF")
    'Rekening-Koran-Juli.PDF'
    """
    stem, dot, ending = name.rsplit("/", 1)[-1].rpartition(".")
    return f"{ascii_name(stem)}.{ascii_name(ending)}" if dot and stem else ascii_name(ending)


def letters(past: History, about: set[str]) -> tuple[Issued, ...]:
    """Return the numbered letters about these invoices that left the house, oldest first."""
    gone, aside = {each.number for each in past.sent if each.number}, beside(past)
    return tuple(
        each
        for each in past.issued
        if each.number in gone and about & set(each.items) and each.terms is None and each.stage not in aside
    )


def proofs_of(paper: Issued, past: History) -> tuple[Delivered, ...]:
    """Return what became of a letter, oldest first."""
    return tuple(each for each in past.delivered if each.number == paper.number)


def _named(customer: Customer, past: History) -> Iterator[Proof]:
    """Yield the names that the book itself gives a meaning; only the name of each counts."""
    for bill in customer.invoices:
        names = (bill.file, bill.contract.file if bill.contract else None)
        yield from (Proof(name, "", "", 0) for name in names if name)
    yield from (Proof(each.file, "", "", 0) for each in past.delivered if each.file)


def _contracts(items: tuple[Line, ...], evidence: Evidence, loose: tuple[Proof, ...]) -> Iterator[Exhibit]:
    bills: dict[str, list[str]] = {}
    found: dict[str, Contract] = {}
    for line in items:
        if line.invoice.contract:
            bills.setdefault(line.invoice.contract.number, []).append(line.invoice.number)
            found.setdefault(line.invoice.contract.number, line.invoice.contract)
    for number, contract in found.items():
        day = short_date(contract.date) if contract.date else "–"
        clause = f"; {contract.default_clause} tentang kelalaian" if contract.default_clause else ""
        kept = _usable(evidence.find(contract.file))
        yield _exhibit(
            f"Kontrak atau pesanan nomor {number}", day, f"Hubungan hukum para pihak{clause}", kept, f"kontrak-{number}"
        )
    yield from _loose(loose, Sort.CONTRACT, "Dokumen kontrak atau pesanan", "Hubungan hukum para pihak")


def _invoices(send: Send, evidence: Evidence, loose: tuple[Proof, ...]) -> Iterator[Exhibit]:
    for line in send.items:
        bill = line.invoice
        proves = f"Tagihan yang jatuh tempo pada {long_date(bill.due)}"
        if bill.received and bill.received <= send.act_on:
            proves += f"; diterima debitur pada {long_date(bill.received)}"
        yield _exhibit(
            f"Invoice nomor {bill.number}",
            short_date(bill.issued),
            proves,
            _usable(evidence.find(bill.file)),
            f"invoice-{bill.number}",
        )
    yield from _loose(loose, Sort.INVOICE, "Salinan invoice", "Tagihan")
    yield from _loose(loose, Sort.RECEIPT, "Tanda terima invoice", "Invoice diterima debitur")


def _messages(past: History, about: set[str], loose: tuple[Proof, ...]) -> Iterator[Exhibit]:
    prints = tuple(_loose(loose, Sort.MESSAGE, "Cetakan pesan pengingat", "Kreditur telah mengingatkan", PRINT))
    yield from prints
    numbered = {each.number for each in letters(past, about)}
    aside = beside(past)
    sent = sorted({
        each.date for each in past.sent
        if about & set(each.items) and each.number not in numbered and each.stage not in aside
    })  # fmt: skip
    if sent and not prints:
        days = (
            listed(tuple(short_date(day) for day in sent))
            if len(sent) <= 2
            else f"{short_date(sent[0])} s.d. {short_date(sent[-1])}"
        )
        yield Exhibit("Cetakan pesan pengingat (WhatsApp atau e-mail)", days, "Kreditur telah mengingatkan", MISSING)


def _letters(paper: Issued, past: History, evidence: Evidence) -> Iterator[Exhibit]:
    name = stage_name(paper.stage)
    title = f"{name[:1].upper()}{name[1:]} nomor {paper.number}"
    kept = evidence.paper(paper.file)
    kept = kept if kept and kept.sha256 == paper.sha256 else None
    proves = "Teguran tertulis kepada debitur"
    if paper.deadline:
        proves += f", dengan batas {long_date(paper.deadline)}"
    yield _exhibit(title, short_date(paper.date), proves, kept, f"{name}-{paper.number}")
    for told in proofs_of(paper, past):
        if told.file:
            proof = _usable(evidence.find(told.file))
            resi = f", nomor resi {told.resi}" if told.resi else ""
            yield _exhibit(
                f"Bukti penyampaian {name}{resi}",
                short_date(told.date),
                "Penyampaian surat kepada debitur",
                proof,
                f"bukti-{name}",
            )


def _admissions(
    book: Book, customer: Customer, send: Send, evidence: Evidence, loose: tuple[Proof, ...]
) -> Iterator[Exhibit]:
    about = {line.invoice.number for line in send.items}
    signed = [
        each for each in customer.plans if each.signed and each.signed <= send.act_on and about & set(each.invoices)
    ]
    if signed:
        for paper in papers(book.register(customer.id), send.act_on):
            if about & set(paper.items):
                title, proves = (
                    f"Perjanjian Cicilan nomor {paper.number}",
                    "Pengakuan utang; cari lembar bertanda tangan",
                )
                kept = evidence.paper(paper.file)
                yield _exhibit(title, short_date(paper.date), proves, kept, f"perjanjian-{paper.number}")
    yield from _loose(loose, Sort.ADMISSION, "Perjanjian atau pengakuan debitur", "Pengakuan utang")


def _loose(loose: tuple[Proof, ...], sort: Sort, title: str, proves: str, form: str = COPY) -> Iterator[Exhibit]:
    for each in loose:
        if each.sort is sort:
            stem = each.name.rsplit("/", 1)[-1].rsplit(".", 1)[0]
            yield Exhibit(f"{title}: {ascii_name(stem)}", "–", proves, form, each, stem)


def _exhibit(title: str, day: str, proves: str, proof: Proof | None, slug: str) -> Exhibit:
    return Exhibit(title, day, proves, COPY if proof else MISSING, proof, slug)


def _usable(proof: Proof | None) -> Proof | None:
    return proof if proof is not None and not proof.stranger and not proof.whole_bank_page else None

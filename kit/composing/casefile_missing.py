"""What a case folder still lacks, as a list of things to do for the consultant, the gravest first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from kit.composing.exhibits import Exhibit, file_path, letters, plain_name, proofs_of
from kit.composing.rows import in_words, listed
from kit.composing.stages import stage_name
from kit.domain.evidence import Evidence, Proof, Sort
from kit.domain.history import History
from kit.domain.model import Book, Customer, Invoice, LegalForm
from kit.domain.verdict import Send

#: Standing documents of a creditor: word in the file's name below data/standing/, what it is.
STANDING = (
    ("akta", "Akta pendirian kreditur beserta perubahan terakhir"),
    ("nib", "Nomor Induk Berusaha (NIB) kreditur"),
    ("identitas", "Identitas direktur atau pengurus kreditur yang berwenang"),
)
_NAMED = 5


@dataclass(frozen=True, slots=True)
class Task:
    """Something to find or to ask for: what, and why it matters."""

    what: str
    why: str


def missing(
    book: Book, customer: Customer, send: Send, past: History, evidence: Evidence, found: tuple[Exhibit, ...]
) -> tuple[Task, ...]:
    """Return what is still to be done before the folder goes to counsel."""
    return (
        *_papers(send, found),
        *_deliveries(send, past),
        *_changed(send, past, evidence),
        *_beside(send, evidence),
        *_debtor(customer, send),
        *_standing(book, evidence),
        Task("Catat tempat setiap dokumen asli disimpan", "Asli dicocokkan dengan fotokopi di persidangan"),
        *_outside(customer, evidence),
    )


def standing(evidence: Evidence) -> tuple[tuple[str, Proof | None, str], ...]:
    """Return each standing document with its file and its path in the folder; without a file it is asked for."""
    rows: list[tuple[str, Proof | None, str]] = []
    for word, what in STANDING:
        files = [each for each in evidence.standing if each.name.casefold().startswith(word)]
        for proof in files:
            place = sum(each is not None for _, each, _ in rows) + 1
            stem = proof.name.rsplit("/", 1)[-1].rsplit(".", 1)[0]
            rows.append((what, proof, file_path("kedudukan", f"K-{place:02}", stem, proof)))
        if not files:
            rows.append((what, None, ""))
    return tuple(rows)


def _papers(send: Send, found: tuple[Exhibit, ...]) -> Iterator[Task]:
    lost = [each for each in found if each.missing]
    if not any(line.invoice.contract for line in send.items):
        yield Task("Kontrak, pesanan (PO), atau SPK", "Hubungan hukum para pihak")
    bills = tuple(each.title.removeprefix("Invoice nomor ") for each in lost if each.title.startswith("Invoice nomor "))
    for each in lost:
        if not each.title.startswith("Invoice nomor "):
            yield Task(f"Cari: {each.title} ({each.code})", each.proves)
    if bills:
        named = (
            listed(bills) if len(bills) <= _NAMED else f"{listed(bills[:_NAMED])}, dan lain-lain ({len(bills)} invoice)"
        )
        yield Task(f"Salinan invoice {named}", "Dasar setiap tagihan")


def _deliveries(send: Send, past: History) -> Iterator[Task]:
    about = {line.invoice.number for line in send.items}
    for paper in letters(past, about):
        if not any(each.proven for each in proofs_of(paper, past)):
            yield Task(
                f"Bukti penyampaian {stage_name(paper.stage)} nomor {paper.number}", "Surat sampai di alamat debitur"
            )


def _changed(send: Send, past: History, evidence: Evidence) -> Iterator[Task]:
    about = {line.invoice.number for line in send.items}
    for paper in letters(past, about):
        kept = evidence.paper(paper.file)
        if kept is not None and kept.sha256 != paper.sha256:
            yield Task(f"Pulihkan berkas terbit {plain_name(paper.file)}", "Isinya tidak sama dengan catatan register")
        for told in proofs_of(paper, past):
            proof = evidence.find(told.file)
            if proof is not None and told.sha256 and proof.sha256 != told.sha256:
                yield Task(
                    f"Periksa bukti penyampaian nomor {paper.number}", "Berkas berubah sejak dicatat dalam register"
                )


def _beside(send: Send, evidence: Evidence) -> Iterator[Task]:
    sorts = {each.sort for each in evidence.kept}
    if Sort.RECEIPT not in sorts and not all(_received(line.invoice, send.act_on) for line in send.items):
        yield Task("Tanda terima invoice", "Invoice diterima debitur dan tanggalnya")
    if Sort.DELIVERY not in sorts:
        yield Task("Surat jalan atau berita acara serah terima", "Barang atau jasa telah diserahkan")
    if Sort.TAX not in sorts:
        yield Task("Faktur pajak, bila diterbitkan", "Transaksi yang dilaporkan")
    if any(line.paid for line in send.items) and Sort.BANK not in sorts:
        yield Task("Kutipan rekening koran untuk pembayaran yang diterima", "Perhitungan sisa tagihan")


def _received(bill: Invoice, as_of: dt.date) -> bool:
    return bill.received is not None and bill.received <= as_of


def _debtor(customer: Customer, send: Send) -> Iterator[Task]:
    if customer.liable is None and customer.form is not LegalForm.PERSON:
        yield Task("Nama dan jabatan penanggung jawab debitur", "Pihak harus disebut dengan lengkap")
    if customer.address is None or customer.address.verified is None:
        yield Task("Alamat debitur, lengkap dan sudah diperiksa", "Menentukan pengadilan yang berwenang")
    if any(line.disputed_part for line in send.items):
        yield Task("Berkas keberatan debitur dan jawabannya", "Bagian yang dibantah")


def _standing(book: Book, evidence: Evidence) -> Iterator[Task]:
    words = {what: word for word, what in STANDING}
    for what, proof, _ in standing(evidence):
        word = words[what]
        # A human being has neither deed nor organ.
        if proof is None and (word == "identitas" or book.creditor.form is not LegalForm.PERSON):
            yield Task(what, f"Kedudukan hukum kreditur; simpan di data/standing dengan nama {word}-...")


def _outside(customer: Customer, evidence: Evidence) -> Iterator[Task]:
    """Tell which kept files stay outside and why; another customer is never named."""
    for each in evidence.kept:
        if each.stranger:
            yield Task(f"Periksa berkas {_shown(each, customer)}", "Tidak dimasukkan: memuat nama pelanggan lain")
        elif each.whole_bank_page:
            yield Task(
                f"Buat kutipan dari {_shown(each, customer)}",
                "Rekening koran utuh tidak dimasukkan; simpan kutipan atau halaman tersamar sebagai kutipan-...",
            )
    if evidence.refused:
        yield Task(
            f"Periksa {in_words(len(evidence.refused))} berkas yang tidak dapat disalin",
            "Bukan berkas biasa, terlalu besar, atau tidak terbaca",
        )


def _shown(proof: Proof, customer: Customer) -> str:
    """Return the name of a file that stays outside; its ending alone where the name itself tells of somebody else."""
    return f"di data/evidence/{customer.id} ({proof.suffix})" if proof.stranger else plain_name(proof.name)

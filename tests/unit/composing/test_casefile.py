"""The case folder: what page one tells, which exhibit bears which number, what stays outside, what the drafts say."""

from __future__ import annotations

import datetime as dt
import html
import re
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from kit.composing.assets import Assets
from kit.composing.casefile import SHEETS, casefile
from kit.composing.documents import Bundle, Document, Kept, Listing, Sheet, TextFile
from kit.composing.exhibits import LONGEST, ascii_name
from kit.composing.templates import Wording
from kit.domain.charges import Fee, Per
from kit.domain.evidence import Evidence, Proof
from kit.domain.instalments import Instalment
from kit.domain.invoices import Extension
from kit.domain.lanes import Giro
from kit.domain.model import Contract, Customer, Dispute, Hold, LegalForm, Official, Payment, Promise
from kit.domain.plans import Plan
from kit.domain.policy import THANKS, Channel
from kit.domain.register import Approved, Contacted, Delivered, Entry, Issued, Outcome, Reach, Sent
from kit.domain.verdict import Wait
from tests.unit.composing.somasi_stories import LEGAL, somasi
from tests.unit.composing.stories import AS_OF, COMPANY, ROOT, WORDING, Story, told

HANDOVER = LEGAL[-1]
NOTHING = Evidence()


def kept(name: str, home: str = "evidence/maju-jaya", **more: Any) -> Proof:
    return Proof(name, f"data/{home}/{name}", more.pop("sha256", "0" * 64), 1, **more)


def made(story: Story, evidence: Evidence = NOTHING) -> tuple[Document, ...]:
    """Return the folder; a problem fails the test."""
    found, problems = casefile(
        story.book, story.customer, story.statement, story.verdict, evidence, WORDING, Assets()
    )  # fmt: skip
    assert problems == ()
    return found


def sheets(story: Story, evidence: Evidence = NOTHING) -> dict[str, str]:
    """Return the words of each sheet by its name, without marks, with single blanks."""
    found = {}
    for each in made(story, evidence):
        if isinstance(each, Sheet):
            body = each.html.partition("<body>")[2]
            body = re.sub(r"</?(?:p|td|th|tr|li|h1|h2|br|table|ul|ol|div|span)\b[^>]*>", " ", body)
            text = html.unescape(re.sub(r"<[^>]+>", "", body))
            found[each.path.split("/", 2)[2].removesuffix(".pdf")] = " ".join(text.split())
    return found


def paths(documents: tuple[Document, ...]) -> list[str]:
    return [each.path for each in documents]


def changed(story: Story, **more: Any) -> Story:
    """Return the story of a customer with further facts, told anew, at the same stage."""
    return replace(story, customer=replace(story.customer, **more))


def with_entries(*entries: Entry, who: Customer = COMPANY) -> Story:
    """Return a customer whose register says this, with nothing to send."""
    story = somasi(HANDOVER, bare=True)
    return told(
        replace(who, invoices=story.customer.invoices), None, *entries, signatories=story.book.creditor.signatories
    )


def test_page_one_tells_who_owes_what_since_when_and_what_was_tried() -> None:
    page = sheets(somasi(HANDOVER))["01-ringkasan"]
    assert "Siapa berutang PT Maju Jaya Abadi, penanggung jawab Ratna Wijaya, Direktur Jalan Melati 5" in page
    assert "Berapa Rp7.500.000 tujuh juta lima ratus ribu rupiah" in page
    assert "Sejak kapan Jatuh tempo paling awal 15 September 2026, lewat 69 hari" in page
    assert "Satu invoice (INV/2026/0700); kontrak atau pesanan nomor SPK/2026/014 tanggal 10 Februari 2026" in page
    assert "klausul lalai Pasal 6 ayat (2)" in page
    assert "Dua pesan pengingat, 28 September 2026 s.d. 5 Oktober 2026" in page
    assert "Satu telepon atau pertemuan, satu kali berhasil berbicara" in page
    assert (
        "Somasi II nomor 002/SOM-II/XI/2026, 4 November 2026, batas 14 November 2026; ditolak 6 November 2026" in page
    )
    assert "Yang diakui Pembayaran sebagian, seluruhnya Rp5.000.000" in page
    assert "Dokumen asli diminta kepada Rina Kartikasari, Manajer Keuangan, PT Sari Rasa Nusantara" in page
    assert "lihat 05-kekurangan" in page


def test_every_part_stands_in_the_list_and_in_the_zip() -> None:
    documents = made(somasi(HANDOVER))
    *parts, listing, bundle = documents
    assert isinstance(listing, Listing)
    assert isinstance(bundle, Bundle)
    assert listing.parts == tuple(parts)
    assert bundle.parts == (*parts, listing)
    assert bundle.path == "lawyers/maju-jaya.zip"
    assert bundle.day == AS_OF
    assert {f"lawyers/maju-jaya/{name}.pdf" for name, *_ in SHEETS} <= set(paths(documents))


def test_exhibits_are_numbered_in_the_order_of_courts_and_keep_their_number_while_missing() -> None:
    listed = sheets(somasi(HANDOVER))["04-daftar-bukti"]
    assert "P-1 Kontrak atau pesanan nomor SPK/2026/014 10 Feb 2026 Belum ada Hubungan hukum para pihak" in listed
    assert "P-2 Invoice nomor INV/2026/0700 16 Agu 2026 Belum ada Tagihan yang jatuh tempo pada 15 September" in listed
    assert "P-3 Cetakan pesan pengingat (WhatsApp atau e-mail) 28 Sep 2026 dan 5 Okt 2026 Belum ada" in listed
    assert "P-8 Perhitungan tagihan 03-perhitungan.pdf 23 Nov 2026 Asli Jumlah kewajiban debitur" in listed
    places = [listed.index(f" {code} ") for code in ("P-1", "P-2", "P-3", "P-4", "P-5", "P-6", "P-7", "P-8")]
    assert places == sorted(places)


def test_found_files_take_their_numbers_and_plain_names() -> None:
    story = somasi(HANDOVER)
    evidence = Evidence(
        kept=(kept("inv-700.pdf"), kept("spk-014.pdf"), kept("Tanda terima é 1.JPG"), kept("kutipan-rekening-oktober.pdf"),
              kept("wa-1.png"), kept("bast 7.pdf"), kept("faktur-pajak-7.pdf"), kept("pengakuan.pdf"), kept("foto.png")),
        issued=(kept("001-ST-XI-2026.pdf", "issued/maju-jaya"),),
    )  # fmt: skip
    copies = {each.path.split("/", 2)[2]: each.source for each in made(story, evidence) if isinstance(each, Kept)}
    home = "data/evidence/maju-jaya"
    assert copies == {
        "bukti/P-01-kontrak-SPK-2026-014.pdf": f"{home}/spk-014.pdf",
        "bukti/P-02-01-invoice-INV-2026-0700.pdf": f"{home}/inv-700.pdf",
        "bukti/P-02-02-Tanda-terima-e-1.jpg": f"{home}/Tanda terima é 1.JPG",
        "bukti/P-03-bast-7.pdf": f"{home}/bast 7.pdf",
        "bukti/P-04-faktur-pajak-7.pdf": f"{home}/faktur-pajak-7.pdf",
        "bukti/P-05-kutipan-rekening-oktober.pdf": f"{home}/kutipan-rekening-oktober.pdf",
        "bukti/P-06-wa-1.png": f"{home}/wa-1.png",
        "bukti/P-07-permintaan-pelunasan-001-ST-XI-2026.pdf": "data/issued/maju-jaya/001-ST-XI-2026.pdf",
        "bukti/P-11-pengakuan.pdf": f"{home}/pengakuan.pdf",
        "bukti/P-13-foto.png": f"{home}/foto.png",
    }
    listed = sheets(story, evidence)["04-daftar-bukti"]
    assert "P-2.1 Invoice nomor INV/2026/0700 bukti/P-02-01-invoice-INV-2026-0700.pdf 16 Agu 2026 Fotokopi" in listed
    missing = sheets(story, evidence)["05-kekurangan"]
    for found in ("Tanda terima invoice", "Surat jalan", "Faktur pajak", "Kutipan rekening", "Salinan invoice"):
        assert found not in missing
    assert "Pulihkan" not in missing


@pytest.mark.parametrize(
    "proof",
    [
        kept("chat-juli.txt", stranger="PT Lautan Boga"),
        kept("spk-014.pdf", stranger="PT Lautan Boga"),
        kept("rekening-koran-juli.pdf"),
        kept("catatan-rapat.txt"),
    ],
    ids=lambda proof: proof.name,
)
def test_what_tells_of_others_or_is_ours_stays_outside(proof: Proof) -> None:
    documents = made(somasi(HANDOVER), Evidence(kept=(proof,)))
    assert not [each for each in documents if isinstance(each, Kept)]
    missing = sheets(somasi(HANDOVER), Evidence(kept=(proof,)))["05-kekurangan"]
    assert "Lautan Boga" not in missing
    if proof.stranger:
        assert "memuat nama pelanggan lain" in missing
    if proof.whole_bank_page:
        assert "Buat kutipan dari rekening-koran-juli.pdf" in missing


def test_names_are_short_and_plain_however_long_they_were() -> None:
    long = kept("ẞ — " + "sangat panjang " * 20 + ".pdf")
    (copy,) = (each for each in made(somasi(HANDOVER), Evidence(kept=(long,))) if isinstance(each, Kept))
    name = copy.path.removeprefix("lawyers/maju-jaya/")
    assert len(name) <= LONGEST
    assert re.fullmatch(r"bukti/[A-Za-z0-9-]+\.pdf", name)
    assert ascii_name("中文") == "berkas"


def test_a_changed_letter_is_no_exhibit_and_is_asked_for() -> None:
    story = somasi(HANDOVER)
    evidence = Evidence(issued=(kept("001-ST-XI-2026.pdf", "issued/maju-jaya", sha256="1" * 64),))
    assert not [each for each in made(story, evidence) if isinstance(each, Kept)]
    assert "Pulihkan berkas terbit 001-ST-XI-2026.pdf" in sheets(story, evidence)["05-kekurangan"]


def test_a_changed_proof_of_delivery_is_told() -> None:
    items = ("INV/2026/0700",)
    day = dt.date(2026, 11, 4)
    paper = Issued(day, "somasi-1", items, "001", "SOM-I", 1, (("total", 1),), day, "0" * 64, "1.pdf", "Hendra")
    sent = Sent(day, "somasi-1", items, Channel.LETTER, "Dewi", number="001")
    got = Delivered(day, "001", Outcome.RECEIVED, "Sari", None, "resi.jpg", "1" * 64)
    story = with_entries(paper, sent, got)
    pages = sheets(story, Evidence(kept=(kept("resi.jpg"),)))
    assert "Periksa bukti penyampaian nomor 001" in pages["05-kekurangan"]
    assert "4 Nov 2026 Bukti penyampaian Somasi I; surat diterima oleh Sari" in pages["02-kronologi"]


def test_standing_documents_are_copied_or_asked_for() -> None:
    standing = (kept("akta-1.pdf", "standing"), kept("Akta-2.pdf", "standing"), kept("logo.png", "standing"))
    evidence = Evidence(standing=standing)
    documents = made(somasi(HANDOVER), evidence)
    assert [each.path for each in documents if isinstance(each, Kept)] == [
        "lawyers/maju-jaya/kedudukan/K-01-akta-1.pdf", "lawyers/maju-jaya/kedudukan/K-02-Akta-2.pdf",
    ]  # fmt: skip
    page = sheets(somasi(HANDOVER), evidence)["05-kekurangan"]
    assert "simpan di data/standing dengan nama akta-" not in page
    assert "simpan di data/standing dengan nama nib-" in page
    assert "Nomor Induk Berusaha (NIB) kreditur Diminta" in page


def test_a_human_creditor_has_no_deed_to_ask_for() -> None:
    story = somasi(HANDOVER)
    creditor = replace(story.book.creditor, form=LegalForm.PERSON, signatories={})
    page = sheets(replace(story, book=replace(story.book, creditor=creditor)))
    assert "dengan nama akta-" not in page["05-kekurangan"]
    assert "dengan nama identitas-" in page["05-kekurangan"]
    assert "diminta kepada PT Sari Rasa Nusantara" in page["01-ringkasan"]


def test_files_that_cannot_be_copied_are_counted() -> None:
    page = sheets(somasi(HANDOVER), Evidence(refused=("data/evidence/maju-jaya/a", "data/evidence/maju-jaya/b")))
    assert "Periksa dua berkas yang tidak dapat disalin" in page["05-kekurangan"]


def test_the_computation_adds_up_and_names_what_settled_a_part() -> None:
    page = sheets(somasi(HANDOVER, count=2))["03-perhitungan"]
    assert "INV/2026/0700 15 Sep 2026 69 12.500.000 – 5.000.000 7.500.000" in page
    assert "INV/2026/0701 16 Sep 2026 68 12.637.000 – – 12.637.000" in page
    assert "Jumlah 25.137.000 – 5.000.000 20.137.000" in page
    assert "12 Okt 2026 Pembayaran INV/2026/0700 5.000.000" in page
    assert "yang tidak dituntut" not in page


def test_a_disputed_part_is_not_claimed_and_said_so() -> None:
    story = somasi(HANDOVER)
    who = replace(story.customer, disputes=(Dispute("INV/2026/0700", dt.date(2026, 10, 1), amount=1_500_000,
                                                    reason="sebagian rusak"),))  # fmt: skip
    pages = sheets(told(who, HANDOVER, signatories=story.book.creditor.signatories))
    assert (
        "Tidak dituntut dari INV/2026/0700 (dibantah atau menunggu bukti potong): 1.500.000" in pages["03-perhitungan"]
    )
    assert "− yang tidak dituntut" in pages["03-perhitungan"]
    assert "Sebagian dibantah debitur" in pages["01-ringkasan"]
    assert "Debitur menyampaikan keberatan atas invoice nomor INV/2026/0700" in pages["02-kronologi"]
    assert "Berkas keberatan debitur" in pages["05-kekurangan"]


def test_our_remarks_stand_apart_and_nowhere_else() -> None:
    story = with_entries(
        Contacted(dt.date(2026, 10, 6), "call", Reach.REACHED, "Dewi", note="Sedang sakit"),
        Approved(dt.date(2026, 10, 7), "somasi-1", "Hendra"),
    )
    who = replace(story.customer, holds=(Hold(dt.date(2026, 9, 20), "ayah wafat", dt.date(2026, 9, 25)),),
                  disputes=(Dispute("INV/2026/0700", dt.date(2026, 9, 1), dt.date(2026, 9, 9), "katanya rusak"),))  # fmt: skip
    documents = made(replace(story, customer=who))
    notes = next(each for each in documents if isinstance(each, TextFile))
    assert notes.path == "lawyers/maju-jaya/intern/BUKAN-BUKTI-catatan.txt"
    assert notes.text.startswith("CATATAN INTERN, BUKAN BUKTI.")
    for words in ("Sedang sakit", "ayah wafat", "katanya rusak", "Persetujuan untuk Somasi I"):
        assert words in notes.text
        assert not [each.path for each in documents if isinstance(each, Sheet) and words in each.html]


def test_without_remarks_there_is_no_file_of_remarks() -> None:
    assert not [each for each in made(with_entries()) if isinstance(each, TextFile)]


def test_admissions_are_told_with_how_well_they_are_shown() -> None:
    story = with_entries()
    number = "INV/2026/0700"
    day = dt.date(2026, 10, 1)
    plan = Plan(day, day, (number,), 12_500_000, (Instalment(dt.date(2026, 10, 9), 12_500_000),), signed=day)
    giro = Giro("G1", "Bank Contoh", dt.date(2026, 9, 20), 1_000_000, invoices=(number,), bounced=dt.date(2026, 9, 29))
    promise = Promise(dt.date(2026, 10, 2), 3_000_000, dt.date(2026, 10, 5))
    pages = sheets(changed(story, plans=(plan,), promises=(promise,), giros=(giro,)))
    assert "Perjanjian Cicilan ditandatangani, 1 cicilan, Rp12.500.000 (tertulis)" in pages["01-ringkasan"]
    assert (
        "Janji 2 Oktober 2026: Rp3.000.000 paling lambat 5 Oktober 2026, tidak ditepati (menurut catatan"
        in pages["01-ringkasan"]
    )
    assert "29 Sep 2026 Bilyet giro Bank Contoh nomor G1 Rp1.000.000 ditolak bank" in pages["02-kronologi"]


def test_a_promise_that_was_paid_late_says_so() -> None:
    story = with_entries()
    promise = Promise(dt.date(2026, 10, 2), 3_000_000, dt.date(2026, 10, 5))
    who = replace(story.customer, promises=(promise,), payments=(Payment(dt.date(2026, 10, 9), 3_000_000),))
    pages = sheets(told(who, None, signatories=story.book.creditor.signatories))
    assert "tidak ditepati, dibayar kemudian (menurut catatan kreditur)" in pages["01-ringkasan"]
    assert "menurut catatan kreditur; tidak ditepati, dibayar kemudian" in pages["02-kronologi"]
    assert "Kutipan rekening koran untuk pembayaran yang diterima" in pages["05-kekurangan"]


def test_an_agreement_that_was_issued_is_an_exhibit_once_it_is_signed() -> None:
    day = dt.date(2026, 10, 1)
    number = "INV/2026/0700"
    paper = Issued(day, "agreement", (number,), "001/PC/X/2026", "PC", 1, (("total", 1),), day, "0" * 64,
                   "001-PC-X-2026.pdf", "Hendra", terms=("offered 2026-10-01",))  # fmt: skip
    other = replace(paper, items=("INV/1",), number="002/PC/X/2026")
    story = with_entries(paper, other)
    plan = Plan(day, day, (number,), 12_500_000, (Instalment(dt.date(2026, 10, 9), 12_500_000),), signed=day)
    assert "Perjanjian Cicilan nomor" not in sheets(story)["04-daftar-bukti"]
    evidence = Evidence(issued=(kept("001-PC-X-2026.pdf", "issued/maju-jaya"),))
    listed = sheets(changed(story, plans=(plan,)), evidence)["04-daftar-bukti"]
    assert "Perjanjian Cicilan nomor 001/PC/X/2026 bukti/P-02-perjanjian-001-PC-X-2026.pdf 1 Okt 2026" in listed
    assert "002/PC/X/2026" not in listed


def test_receipt_and_more_time_are_told_once_they_are_known() -> None:
    story = with_entries()
    (bill,) = story.customer.invoices
    later = AS_OF + dt.timedelta(1)
    day = dt.date(2026, 9, 1)
    known = replace(bill, received=day, extensions=(Extension(day, dt.date(2026, 9, 30)),))
    pages = sheets(told(replace(story.customer, invoices=(known,)), None, signatories=story.book.creditor.signatories))
    assert "1 Sep 2026 Invoice nomor INV/2026/0700 diterima debitur" in pages["02-kronologi"]
    assert (
        "1 Sep 2026 Perpanjangan waktu invoice nomor INV/2026/0700 sampai dengan 30 September" in pages["02-kronologi"]
    )
    assert "diterima debitur pada 1 September 2026" in pages["04-daftar-bukti"]
    assert "Tanda terima invoice" not in pages["05-kekurangan"]
    unknown = replace(bill, received=later, extensions=(Extension(later, later),))
    pages = sheets(
        told(replace(story.customer, invoices=(unknown,)), None, signatories=story.book.creditor.signatories)
    )
    assert "diterima debitur" not in pages["02-kronologi"] + pages["04-daftar-bukti"]
    assert "Perpanjangan" not in pages["02-kronologi"]
    assert "Tanda terima invoice" in pages["05-kekurangan"]


def test_agreed_fees_stand_row_by_row_and_replace_the_interest_by_law() -> None:
    story = with_entries()
    (bill,) = story.customer.invoices
    fee = Fee(Per.DAY, Fraction(1, 1000), cap=Fraction(1, 20))
    contract = Contract("SPK/1", dt.date(2026, 2, 10), late_fee_clause="Pasal 7", late_fees=(fee,))
    who = replace(story.customer, invoices=(replace(bill, contract=contract),))
    pages = sheets(told(who, None, signatories=story.book.creditor.signatories))
    assert "menurut Pasal 7 kontrak nomor SPK/1" in pages["03-perhitungan"]
    assert "1 permil per hari; mencapai batas 12.500.000 625.000" in pages["03-perhitungan"]
    assert "Jumlah 12.500.000 625.000 – 13.125.000" in pages["03-perhitungan"]
    assert "denda atau bunga menurut kontrak yang timbul setelah 23 November 2026" in pages["konsep/gugatan"]
    assert "6% setahun" not in pages["konsep/gugatan"]


def test_the_log_names_deliveries_of_these_letters_alone() -> None:
    story = somasi(HANDOVER)
    log = sheets(story)["06-log-kontak"]
    assert "28 Sep 2026 WhatsApp Pengingat pertama Dewi Anggraini" in log
    assert "28 Sep 2026 E-mail Pengingat pertama Dewi Anggraini" in log
    assert "26 Okt 2026 Penyampaian Somasi I diterima Siti Aminah" in log
    other = Delivered(AS_OF, "099", Outcome.RECEIVED, "Sari")
    assert "Penyampaian" not in sheets(with_entries(other))["06-log-kontak"]


def test_wording_of_a_book_that_cannot_be_filled_in_is_a_problem(tmp_path: Path) -> None:
    story = somasi(LEGAL[0])
    for name in ("letters/casefile/log.md", "letters/somasi-1/letter.md", "letters/frames/casefile.html"):
        path = tmp_path / name.replace("/", "-") / name
        path.parent.mkdir(parents=True)
        path.write_text("---\ngoal: mencatat\nsubject: x\n---\n{{ nobody.knows }}\n", encoding="utf-8")
        wording = Wording((tmp_path / name.replace("/", "-"), ROOT))
        documents, problems = casefile(
            story.book, story.customer, story.statement, story.verdict, NOTHING, wording, Assets()
        )  # fmt: skip
        assert documents == ()
        assert problems


def test_thanks_and_papers_for_ourselves_are_no_words_of_collection() -> None:
    story = with_entries(
        Sent(dt.date(2026, 10, 1), THANKS.name, ("INV/2026/0700",), Channel.EMAIL, "Dewi"),
        Sent(dt.date(2026, 10, 2), "extension", ("INV/2026/0700",), Channel.EMAIL, "Dewi"),
    )
    pages = sheets(story)
    assert "Belum ada pesan atau surat yang tercatat" in pages["01-ringkasan"]
    assert "Belum ada kontak yang tercatat" in pages["06-log-kontak"]
    assert "Cetakan pesan" not in pages["04-daftar-bukti"]


def test_the_card_says_whether_a_small_claim_fits() -> None:
    small = sheets(somasi(HANDOVER))
    assert "paling banyak Rp500.000.000 Ya Rp7.500.000" in small["07-jalur-dan-biaya"]
    assert "Umum, 30 tahun (Pasal 1967 KUH Perdata) 15 September 2056" in small["07-jalur-dan-biaya"]
    assert "1 tahun: 15 September 2027" in small["07-jalur-dan-biaya"]
    assert "Keduanya di Surabaya" in small["07-jalur-dan-biaya"]
    assert "Lembar data gugatan sederhana" in small["konsep/gugatan"]
    story = with_entries()
    (bill,) = story.customer.invoices
    for amount, fits in ((500_000_000, True), (500_000_001, False)):
        who = replace(story.customer, invoices=(replace(bill, amount=amount),))
        pages = sheets(told(who, None, signatories=story.book.creditor.signatories))
        assert ("Lembar data gugatan sederhana" in pages["konsep/gugatan"]) is fits
        assert ("gugatan biasa" in pages["01-ringkasan"]) is not fits
        assert ("tidak memenuhi batas gugatan sederhana" in pages["konsep/gugatan"]) is not fits


def test_route_cost_and_limitation_stand_in_no_letter() -> None:
    words = re.compile(r"daluwarsa|panjar|biaya perkara|route\.", re.IGNORECASE)
    for path in (ROOT / "letters").rglob("*"):
        own = "casefile" in path.relative_to(ROOT).as_posix()
        if path.suffix in (".md", ".txt", ".html", ".css") and not own:
            assert not words.search(path.read_text(encoding="utf-8")), path


def test_the_claim_cites_its_exhibits() -> None:
    claim = sheets(somasi(HANDOVER))["konsep/gugatan"]
    assert "kontrak atau pesanan nomor SPK/2026/014 tanggal 10 Februari 2026 (bukti P-1)" in claim
    assert "telah menyerahkan 220 karton kecap manis" in claim
    assert "setelah memperhitungkan Rp5.000.000" in claim
    assert "belum membayar Rp7.500.000 (tujuh juta lima ratus ribu rupiah) (bukti P-8)" in claim
    assert "(bukti P-3) dan menegurnya secara tertulis (bukti P-4 s.d. P-7)" in claim
    assert "Menghukum Tergugat membayar kepada Penggugat Rp7.500.000" in claim
    assert "bunga 6% setahun" in claim


@pytest.mark.parametrize(
    ("form", "name", "words"),
    [
        (
            LegalForm.PT,
            "PT Maju",
            "PT Maju, Jalan Melati 5, Surabaya, Jawa Timur 60271; diwakili Ratna Wijaya, Direktur",
        ),
        (LegalForm.UD, "UD Maju", "Ratna Wijaya (Direktur UD Maju), Jalan Melati 5"),
        (
            LegalForm.CV,
            "CV Maju",
            "CV Maju (sekutu bertanggung jawab secara pribadi; sebutkan pula nama setiap sekutu)",
        ),
        (LegalForm.PERSON, "Budi", "Budi, Jalan Melati 5"),
    ],
)
def test_who_is_sued_follows_the_form(form: LegalForm, name: str, words: str) -> None:
    story = with_entries(who=replace(COMPANY, form=form, name=name))
    assert f"Tergugat {words}" in sheets(story)["konsep/gugatan"]


def test_what_is_not_known_of_the_debtor_is_blank_and_asked_for() -> None:
    pages = sheets(with_entries(who=replace(COMPANY, liable=None, address=None)))
    assert "Alamat belum ada" in pages["01-ringkasan"]
    assert "Nama dan jabatan penanggung jawab debitur" in pages["05-kekurangan"]
    assert "Alamat debitur, lengkap dan sudah diperiksa" in pages["05-kekurangan"]
    assert "diwakili ……" in pages["konsep/gugatan"]
    assert "Alamat tergugat diketahui Tidak Alamat belum ada" in pages["07-jalur-dan-biaya"]


def test_a_signatory_without_somasi_is_found() -> None:
    story = with_entries()
    creditor = replace(story.book.creditor, signatories={"reminder": Official("Dewi Anggraini", "")})
    pages = sheets(replace(story, book=replace(story.book, creditor=creditor)))
    assert "diwakili oleh Dewi Anggraini, yang berwenang" in pages["konsep/surat-kuasa-khusus"]


def test_counsel_of_the_book_stands_in_the_power_of_attorney() -> None:
    page = sheets(somasi(HANDOVER, counsel=True))["konsep/surat-kuasa-khusus"]
    assert "Bima Wirawan, S.H., M.H. dan Ayu Lestari, S.H., advokat pada Kantor Hukum Wirawan dan Rekan" in page
    assert "Sebelumnya telah ada Surat Kuasa nomor 021/SK/X/2026 tanggal 20 Oktober 2026" in page


def test_the_next_somasi_is_drafted_and_none_after_the_last() -> None:
    assert "lawyers/maju-jaya/konsep/draf-somasi-1.pdf" in paths(made(with_entries()))
    assert "lawyers/maju-jaya/konsep/draf-somasi-2.pdf" in paths(made(somasi(LEGAL[1])))
    assert not [path for path in paths(made(somasi(HANDOVER))) if "somasi" in path]


def test_where_nothing_may_be_demanded_there_is_no_folder() -> None:
    story = told(replace(COMPANY, invoices=()), None)
    assert isinstance(story.verdict, Wait)
    assert made(story) == ()

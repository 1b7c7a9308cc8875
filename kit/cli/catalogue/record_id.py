"""What `kit record` says in Indonesian: what it entered, and what it refused."""

from __future__ import annotations

from collections.abc import Mapping

PROBLEMS: Mapping[str, tuple[str | None, ...]] = {
    "approval-own": (
        "{by} menyiapkan surat-surat dan tidak dapat menjadi satu-satunya yang menyetujui {stage} kepada {customer}",
        "mintalah persetujuan orang kedua; bila tidak ada orang lain: policy.yaml, somasi: approval: no",
    ),
    "dispute-none": (
        "tidak ada keberatan {customer} atas {number} yang masih terbuka pada {date}; yang terbuka: {known}",
        "lihat kit explain {customer}",
    ),
    "entered-already": ("catatan {customer} tanggal {date} yang sama sudah ada", "lihat kit explain {customer}"),
    "evidence-exists": (
        "di data/evidence/{customer}/ sudah ada berkas lain bernama {name}",
        "beri berkas baru itu nama lain",
    ),
    "evidence-name": (
        '"{name}" bukan nama berkas yang diterima semua sistem',
        "ganti namanya dengan huruf, angka, dan tanda hubung",
    ),
    "evidence-unfit": (
        "{path} harus berkas biasa, paling besar {limit} bita",
        "sebutkan hasil pindai atau foto",
    ),
    "hold-none": (
        "tidak ada jeda {customer} seperti itu yang masih berlaku sesudah {date}; yang berlaku: {known}",
        "lihat holds di data/customers/{customer}.yaml",
    ),
    "hold-which": (
        "beberapa jeda {customer} masih berlaku: {known}",
        "sebutkan yang mana dengan --since atau --invoice",
    ),
    "no-such-entry": (
        "register {customer} tidak punya catatan {entry} yang dapat dibatalkan; isinya {count} catatan",
        "hitung catatan di data/register/{customer}.yaml mulai dari 1",
    ),
    "no-such-invoice": (
        "{customer} tidak punya invoice {number}",
        "maksudnya {nearest}?",
        "tulis nomornya persis seperti pada invoice",
    ),
    "no-such-letter": (
        "tidak ada surat {number} yang diterbitkan untuk {customer}",
        "maksudnya {nearest}?",
        "lihat data/register/{customer}.yaml",
    ),
    "no-such-message": (
        "tidak ada pesan {stage} kepada {customer} lewat {via} sampai {date} yang dihitung terkirim; terkirim: {known}",
        "catat dahulu dengan kit record sent",
    ),
    "no-such-stage": ("tangga {customer} tidak memiliki tahap {stage}", "yang ada: {known}"),
    "paper-not-waiting": (
        "{number} bukan {stage} terbitan yang menunggu dikirim ke {customer}; yang menunggu: {known}",
        "maksudnya {nearest}?",
        "lihat data/register/{customer}.yaml",
    ),
    "paper-never-issued": (
        "{stage} untuk {customer} dikirim hanya dengan nomor dan tanggal, dan belum ada yang diterbitkan",
        "beri nomor dahulu: kit issue {customer}",
    ),
    "paper-outdated": (
        "{stage} untuk {customer} terbit sebagai {known}, padahal isinya tidak lagi sama dengan tagihan hari ini",
        "terbitkan yang baru dengan kit issue {customer}, atau sebutkan dengan --number bila itu yang dikirim",
    ),
    "paper-which": (
        "beberapa {stage} terbitan menunggu dikirim ke {customer}: {known}",
        "sebutkan dengan --number yang mana yang dikirim",
    ),
    "payment-again": (
        "pembayaran {amount} tanggal {date} dari {customer} sudah dicatat",
        "bila memang pembayaran yang lain, tambahkan --again dan --reference",
    ),
}

DOOR = {
    "recorded-contact-changed": "Dicatat: {customer}, {detail} kini {now}, {day} (catatan {place}).",
    "recorded-drafted": "Dicatat: {customer}, {stage} disiapkan, {via}, {day} (catatan {place}).",
    "recorded-failed": "Dicatat: {customer}, {stage} tidak sampai, {via}, {day}; tidak lagi dihitung terkirim "
    "(catatan {place}).",
    "recorded-read": "Dicatat: {customer}, {stage} dibaca, {via}, {day} (catatan {place}).",
    "recorded-approved": "Dicatat: {customer}, {stage} disetujui oleh {by}, {day} (catatan {place}).",
    "recorded-claim": "Dicatat: {customer} mengabarkan pembayaran {amount}; {days} hari kerja untuk mencarinya.",
    "recorded-contact": "Dicatat: {customer}, {via}, {outcome}, {day} (catatan {place}).",
    "recorded-delivered": "Dicatat: {customer}, surat {number} {outcome}, {day} (catatan {place}).",
    "recorded-dispute-part": "Dicatat: {customer} menyanggah {amount} dari {invoice}, {day}; "
    "jawab paling lambat {until}.",
    "recorded-refund": "Dicatat: {amount} dikembalikan kepada {customer}, {day}.",
    "recorded-slip": "Dicatat: {customer}, bukti potong {number} sebesar {amount} untuk {invoice}.",
    "recorded-write-off": "Dicatat: {customer}, {invoice} dihapuskan, {day}.",
    "recorded-extension": "Dicatat: {customer}, {invoice} kini jatuh tempo {due}, diberikan {day}.",
    "recorded-dispute-closed": "Dicatat: {customer}, keberatan atas {invoice} selesai, {day}.",
    "recorded-dispute": "Dicatat: {customer} menyanggah {invoice}, {day}; jawab paling lambat {until}.",
    "recorded-hold-ended": "Dicatat: {customer}, jeda sejak {since} berakhir pada {day}.",
    "recorded-hold": "Dicatat: {customer} ditahan sejak {since}.",
    "recorded-hold-until": "Dicatat: {customer} ditahan sejak {since} sampai {until}.",
    "recorded-payment": "Dicatat: {customer} membayar {amount}, {day}.",
    "recorded-promise": "Dicatat: {customer} berjanji membayar {amount} paling lambat {by}.",
    "recorded-void": "Dicatat: {customer}, catatan {entry} ({kind}) tidak berlaku lagi (catatan {place}).",
}

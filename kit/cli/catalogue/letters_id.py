"""Yang dikatakan `kit letter` dalam bahasa Indonesia: mengapa sebuah surat belum dapat dibuat, dan apa yang dibuat."""

from __future__ import annotations

from collections.abc import Mapping

PROBLEMS: Mapping[str, tuple[str | None, ...]] = {
    "columns-differ": (
        "kolom kedua perjanjian tidak memuat hal yang sama dengan kolom pertama (alinea {place})",
        "letters/en/agreement/ harus sama alinea dan angkanya dengan letters/agreement/",
    ),
    "letter-claim-stands": (
        "tagihan dalam somasi kepada {customer} masih terbuka sebesar {open}",
        "bila tetap dicabut, sebutkan alasannya: --reason",
    ),
    "letter-day-closed": ("{date} bukan hari untuk bertemu pelanggan", "yang berikutnya {nearest}"),
    "letter-day-past": ("{date} jatuh sebelum {as_of}, hari surat ini", "sebutkan hari yang akan datang"),
    "letter-invoice": (
        "{customer} tidak punya invoice {number}",
        "periksa nomornya; kit explain {customer} menampilkan semuanya",
    ),
    "letter-no-breach": (
        "tidak ada rencana cicilan {customer} yang gagal pada {date}",
        "cicilan yang terlewat diingatkan oleh build",
    ),
    "letter-no-checklist": (
        "buku tidak menyebut berkas apa yang diminta {customer}",
        "tulis exchange: documents: di berkas pelanggan",
    ),
    "letter-no-dispute": (
        "tidak ada keberatan {customer} yang terbuka pada {date}",
        "catat dahulu, sebagai disputes:",
    ),
    "letter-no-invoice": ("{customer} tidak punya invoice sampai dengan {date}", None),
    "letter-no-payment": (
        "pembayaran {customer} itu tidak tercatat sampai dengan {date}",
        "catat dahulu, sebagai payments:",
    ),
    "letter-no-plan": (
        "tidak ada rencana cicilan {customer} yang sudah ditandatangani dan masih berjalan",
        "kit agree {customer} membuat usulan",
    ),
    "letter-no-promise": ("tidak ada janji {customer} yang terbuka pada {date}", "catat dahulu, sebagai promises:"),
    "letter-no-somasi": ("belum ada somasi kepada {customer} yang diterbitkan sampai dengan {date}", None),
    "letter-not-early": (
        "tidak ada pembayaran {customer} sebelum jatuh tempo dalam sebulan sampai dengan {date}",
        None,
    ),
    "letter-nothing-late": (
        "tidak ada yang dapat diminta dari {customer} pada {date}: tidak ada tunggakan di atas toleransi",
        None,
    ),
    "letter-nothing-left": (
        "pembayaran {customer} tidak menyisakan tagihan",
        "kit build membuat ucapan terima kasihnya",
    ),
    "letter-nothing-missing": ("tidak ada berkas {customer} yang kurang pada {date}", None),
    "letter-nothing-open": ("tidak ada invoice {customer} yang terbuka pada {date}", None),
    "letter-nothing-over": ("{customer} tidak membayar lebih dari tagihan sampai dengan {date}", None),
    "letter-still-open": (
        "tagihan {customer} masih terbuka sebesar {open}: belum ada yang dapat dinyatakan lunas",
        "sebutkan invoice yang sudah lunas dengan --invoice",
    ),
    "letter-stopped": (
        "{customer} sudah meninggal atau pailit: tidak ada yang dikirim",
        "penasihat hukum yang memutuskan",
    ),
    "letter-which": ("ada beberapa yang mungkin dimaksud untuk {customer}: {known}", "sebutkan dengan {option}"),
}

DOOR = {
    "letter-made": "Draf dibuat: {customer}, {occasion}. Baca di {place}; belum ada yang dikirim atau dicatat:",
    "meterai-columns": "Pelanggan|Dokumen|Nomor|Menyebut|Meterai|Biaya",
    "meterai-agreement": "perjanjian, dua rangkap",
    "meterai-receipt": "kuitansi",
    "meterai-settlement": "surat keterangan lunas",
    "meterai-exhibits": "bukti untuk pengadilan",
    "meterai-nothing": "Tidak ada dokumen yang menunggu meterai pada {day}.",
    "meterai-rule": (
        "{duty} per keping (UU 10/2020). Perjanjian: pada setiap rangkap, berapa pun jumlahnya. Kuitansi dan surat\n"
        "keterangan lunas: di atas Rp5.000.000. Bukti: saat diajukan ke pengadilan. Invoice, pengingat, somasi: tanpa."
    ),
}

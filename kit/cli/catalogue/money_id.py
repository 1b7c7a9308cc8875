"""What each problem of charges, withheld tax, extensions and refunds says in Indonesian."""

from __future__ import annotations

from collections.abc import Mapping

READ: Mapping[str, tuple[str | None, ...]] = {
    "rate": ('{field} "{text}" bukan tarif', "tulis 2 %, 0,5 %, atau 1 permil"),
    "rate-range": ('{field} "{text}" melebihi seluruhnya', "tulis 0 % sampai 100 %"),
    "fee-clause": (
        "ada denda di sini, tetapi tidak ada pasal kontrak yang membolehkannya",
        "sebut pasalnya di late_fee_clause, atau hapus dendanya",
    ),
    "fee-shape": (
        "denda memerlukan tarif atau jumlah, dan hanya salah satu",
        "tulis rate: 1 permil dengan per: day, atau amount: 100.000",
    ),
    "fee-basis": ("tarif ini tidak menyebut dihitung per apa", "tambahkan per: day, month, year, atau once"),
    "fee-amount-once": (
        "jumlah tetap tidak dapat dikenakan berulang per {per}",
        "tulis per: once, atau tarif sebagai ganti jumlah",
    ),
    "fee-twice": (
        "tarif kedua yang bertambah menurut waktu pada satu tagihan",
        "sisakan satu saja; denda tetap boleh berdampingan dengannya",
    ),
    "fee-high": (
        "tarif ini setara {month} % per bulan; pengadilan pernah menurunkan tarif di atas 3 %",
        "mintalah advokat melihat kontraknya sebelum ditagihkan",
    ),
    "extension-order": (
        "perpanjangan ini diberikan ({granted}) sebelum {before}",
        "urutkan perpanjangan menurut tanggalnya",
    ),
    "extension-earlier": (
        "jatuh tempo baru {due} tidak memberi waktu lebih daripada {before}",
        "tulis tanggal yang lebih kemudian",
    ),
    "withholding-more": (
        "pajak yang dipotong, {tax}, tidak kurang dari tagihannya, {amount}",
        "periksa kedua jumlahnya",
    ),
    "refund-more": (
        "{amount} dikembalikan, padahal hanya {came} yang dapat dikembalikan",
        "periksa pengembaliannya, atau masukkan pembayaran yang dikembalikan itu",
    ),
    "dispute-more": ("bagian yang dibantah, {part}, melebihi tagihannya, {amount}", "periksa jumlahnya"),
}

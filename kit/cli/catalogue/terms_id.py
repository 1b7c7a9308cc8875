"""What each problem of payment terms, discounts and parts says in Indonesian."""

from __future__ import annotations

from collections.abc import Mapping

READ: Mapping[str, tuple[str | None, ...]] = {
    "terms": (
        '{field} "{text}" bukan syarat pembayaran',
        "tulis net 30, 30 days from receipt, 1 month from acceptance, end of next month, atau 25 of next month",
    ),
    "due-terms": (
        "jatuh tempo {due} tidak sama dengan yang diberikan syarat pembayaran, {given}",
        "sisakan satu: hapus due, atau betulkan syaratnya",
    ),
    "tax-more": (
        "pajak {tax} tidak kurang dari tagihannya, {amount}",
        "jumlah tagihan sudah termasuk pajak: periksa keduanya",
    ),
    "discount-shape": (
        "potongan memerlukan persentase atau jumlah, dan hanya salah satu",
        "tulis percent: 5 % atau amount: 500.000",
    ),
    "discount-time": (
        "potongan memerlukan hari terakhirnya, ditulis dengan satu cara",
        "tulis within: 7 days from receipt, atau until: 2026-11-30",
    ),
    "discount-net": (
        "potongan ini dihitung dari jumlah tanpa pajak, tetapi tagihan tidak menyebut pajaknya",
        "tambahkan tax: pada tagihan, atau tulis of: total",
    ),
    "discount-more": (
        "potongannya tidak kurang dari tagihannya, {amount}",
        "periksa potongannya",
    ),
    "discount-early": (
        "potongan berakhir pada {until}, sebelum tagihan tertanggal {issued}",
        "periksa kedua tanggalnya",
    ),
    "parts-field": (
        "{field} tertulis pada tagihan yang dibagi dalam termin",
        "tulis pada termin yang bersangkutan, atau hapus",
    ),
    "part-shape": (
        "termin memerlukan persentase atau jumlah, dan hanya salah satu",
        "tulis percent: 30 % atau amount: 3.000.000",
    ),
    "part-order": (
        "termin ini jatuh tempo {due}, sebelum termin di atasnya, {before}",
        "urutkan termin menurut jatuh temponya",
    ),
    "parts-sum": (
        "jumlah termin tidak sama dengan {amount}, atau salah satunya nihil",
        "jumlah dan persentase termin harus tepat sebesar tagihannya",
    ),
}

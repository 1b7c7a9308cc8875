"""What the ways to pay say in Indonesian: problems of the creditor's QRIS code and of the transfer codes."""

from __future__ import annotations

from collections.abc import Mapping

#: Problems that data/creditor.yaml and codes.yaml can have.
READ: Mapping[str, tuple[str | None, ...]] = {
    "qris-broken": (
        "{field} bukan teks kode QRIS: terputus atau ada bagian yang hilang",
        "baca kodenya dengan aplikasi, lalu salin seluruh teks, dari 000201 sampai empat karakter setelah 6304",
    ),
    "qris-checksum": (
        "angka periksa (CRC) pada {field} salah: ada karakter yang berubah atau hilang",
        "baca kembali kodenya dengan aplikasi dan salin teksnya utuh; jangan mengubahnya dengan tangan",
    ),
    "qris-dynamic": (
        "{field} adalah kode dengan nominal, hanya untuk satu pembayaran",
        "tulis kode statis yang terpasang di kasir; kit mengisi nominal bila itu sudah pernah diuji",
    ),
    "qris-tag": (
        "{field} bukan kode QRIS merchant Indonesia: tag {tag} tidak ada atau salah",
        "diperlukan rupiah (53), negara ID (58), nama (59), kota (60), kategori (52), dan NMID (51)",
    ),
    "code-repeated": (
        "kode unik ini untuk jumlah transfer, atau tagihan pelanggan, yang sudah memiliki kode",
        "hapus baris yang lebih baru; kit build berikutnya memberi pelanggan itu kode lain",
    ),
}

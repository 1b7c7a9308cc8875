"""Yang dikatakan kit tentang halaman pribadi: kebocoran yang menghentikan build, tautan, data yang dihapus."""

from __future__ import annotations

from collections.abc import Mapping

_LOOK = "cari di data/customers/{customer}.yaml dan di templat sendiri, hapus, lalu build lagi"

PROBLEMS: Mapping[str, tuple[str | None, ...]] = {
    "build-unknown": (
        "{path} bukan build dari kit", "berikan folder build, atau manifest.json yang disimpan darinya",
    ),
    "forget-open": (
        "{customer} masih mempunyai tagihan {sum}", "selesaikan atau hapuskan dahulu, atau sebut --although-open",
    ),
    "forgotten-line": ("baris ini tidak menyebut nomor yang tetap terpakai", "ambil berkas ini dari cadangan"),
    "leak-address": ("{path}:{line}:{column}: alamat {owner} pada halaman {customer}: {found}", _LOOK),
    "leak-email": ("{path}:{line}:{column}: alamat e-mail yang bukan milik kreditur: {found}", _LOOK),
    "leak-file": ("{path} tidak pada tempatnya di situs", "situs hanya berisi halaman dan surat milik pelanggan"),
    "leak-identity": ("{path}:{line}:{column}: angka seperti NIK, NPWP, atau nomor kartu: {found}", _LOOK),
    "leak-invoice": ("{path}:{line}:{column}: invoice {owner} pada halaman {customer}: {found}", _LOOK),
    "leak-link": ("{path}:{line}:{column}: alamat pribadi {owner} pada halaman {customer}", _LOOK),
    "leak-name": ("{path}:{line}:{column}: nama {owner} pada halaman {customer}: {found}", _LOOK),
    "leak-note": ("{path}:{line}:{column}: catatan internal tentang {owner}: {found}", _LOOK),
    "leak-number": ("{path}:{line}:{column}: nomor {owner} pada halaman {customer}: {found}", _LOOK),
    "leak-path": ("{path}:{line}:{column}: letak berkas pada komputer: {found}", _LOOK),
    "leak-phone": ("{path}:{line}:{column}: nomor telepon yang bukan milik kreditur: {found}", _LOOK),
    "leak-yaml": ("{path}:{line}:{column}: baris dari berkas data: {found}", _LOOK),
    "link-expired": (
        "alamat pribadi {customer} berlaku sampai {until}: halaman tidak dibuat, dan pesan tidak memuat tautan",
        "buat yang baru dengan kit links rotate {customer}",
    ),
    "link-given-up": (
        "links.yaml memuat alamat {customer} yang sudah dicabut: salinan lama berkas itu telah dikembalikan",
        "kit links menunjukkan yang mana; kit links rotate {customer} membuat yang baru",
    ),
    "links-lost": (
        "{count} pelanggan mendapat alamat baru, karena links.yaml tidak mengenal alamat sebelumnya",
        "ambil dari cadangan atau komputer lain, lalu build lagi sebelum menerbitkan; lihat kit links",
    ),
    "trail-line": ("baris ini tidak menerangkan sebuah alamat", "ambil berkas ini dari cadangan"),
}  # fmt: skip

DOOR: Mapping[str, str] = {
    "links-columns": "pelanggan, dibuat, berlaku sampai, keadaan",
    "link-stands": "berlaku",
    "link-expired-state": "kedaluwarsa",
    "link-given-up-state": "sudah dicabut",
    "link-revoked-state": "dicabut",
    "link-lost-state": "hilang",
    "link-none-state": "belum dibuat",
    "links-happened-lost": (
        "{count} alamat pernah dibuat dan tidak ada di links.yaml: berkasnya hilang, atau dibuat di komputer\n"
        "lain. Bawa links.yaml dari sana atau dari cadangan. Bila tidak, build berikutnya memberi pelanggan ini\n"
        "alamat baru; tautan pada pesan terdahulu lalu menuju halaman yang meminta mereka menghubungi Anda."
    ),
    "links-happened-given-up": (
        "{count} alamat di links.yaml sudah dicabut: salinan lama berkas itu telah dikembalikan. Tidak ada build\n"
        "dengan alamat itu, karena mungkin diketahui orang lain. kit links rotate CUSTOMER memberi yang baru."
    ),
    "links-happened-expired": "{count} alamat kedaluwarsa: kit links rotate CUSTOMER memberi yang baru.",
    "links-open": "links.yaml dapat dibaca orang lain di komputer ini: chmod 600 {path}",
    "links-fine": "Semua alamat pribadi beres.",
    "link-rotated": "{customer} mendapat alamat baru. Yang lama hilang setelah build berikutnya; kirimkan yang baru.",
    "link-revoked": "{customer} tidak lagi mempunyai alamat. Halamannya hilang setelah build berikutnya terbit.",
    "would-forget": "{count} berkas {customer} ini akan dihapus, beserta alamat pribadi dan kode transfernya:",
    "forgotten": "Data {customer} sudah dihapus: {count} berkas, alamat pribadi, dan kode transfernya:",
    "numbers-stay": "Nomor surat yang tetap terpakai: {count} (data/forgotten.txt).",
    "forget-yes": "Belum ada yang dihapus. Pastikan wajib simpannya sudah lewat, lalu: kit forget {customer} --yes",
    "forget-elsewhere": (
        "Belum dilakukan oleh perintah ini: build dan terbitkan lagi supaya halaman dan pesannya hilang; hapus\n"
        "build-only/ dan build-casefile-{customer}/; riwayat git, cadangan, dan kotak surat masih memuat yang lama."
    ),
    "affected-columns": "pelanggan, berkas, nama, e-mail, telepon",
    "affected": (
        "{count} pelanggan mempunyai data dalam build {day} ini. Bila data pribadi bocor, pemilik data dan lembaga\n"
        "diberi tahu tertulis dalam 3 x 24 jam (UU PDP): data apa, kapan dan bagaimana, serta penanganannya."
    ),
    "no-longer-known": "(tidak ada lagi di buku)",
    "subject-named": "disebut dalam berkas lain",
    "subject-builds": "build yang memuat berkasnya",
}

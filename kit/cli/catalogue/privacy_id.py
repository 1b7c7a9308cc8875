"""Yang dikatakan kit tentang halaman pribadi: kebocoran yang menghentikan build, tautan, data yang dihapus."""

from __future__ import annotations

from collections.abc import Mapping

_LOOK = "cari di data/customers/{customer}.yaml dan di templat sendiri, hapus, lalu build lagi"

PROBLEMS: Mapping[str, tuple[str | None, ...]] = {
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
}  # fmt: skip

DOOR: Mapping[str, str] = {}

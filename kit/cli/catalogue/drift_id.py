"""What `kit check` says in Indonesian of drift: letters, papers and registers that changed."""

from __future__ import annotations

from collections.abc import Mapping

PROBLEMS: Mapping[str, tuple[str | None, ...]] = {
    "issued-stray": (
        (
            "tidak ada catatan register yang menyebut surat ini: proses terhenti sebelum mencatatnya, atau register "
            "kehilangan catatan"
        ),
        (
            "hapus berkas ini bila nomornya ada di tempat lain atau tidak ada; bila tidak, pulihkan "
            "data/register/{customer}.yaml"
        ),
    ),
    "kept-changed": ("{path} bukan lagi berkas yang dicatat: isinya berubah", "pulihkan dari cadangan atau git"),
    "kept-gone": ("{path} tidak ada lagi", "pulihkan dari cadangan atau git"),
    "letter-drift": (
        (
            "surat {number} tanggal {date} menyatakan {stated} untuk {invoice}; menurut pembukuan kini, pada hari itu "
            "{now}"
        ),
        (
            "bila sudah terkirim, periksa apa yang dicatat sesudahnya dan betulkan yang keliru; bila belum, terbitkan "
            "ulang: kit issue {customer}"
        ),
    ),
    "register-mended": (
        (
            "catatan terakhir tidak lengkap; sisanya disimpan sebagai catatan yang tidak dihitung, di belakang {count} "
            "catatan lain"
        ),
        "catat lagi isinya dengan kit record bila memang terjadi",
    ),
    "register-number-torn": (
        "catatan terakhir tidak lengkap dan mungkin telah memberi nomor yang tidak terbaca lagi",
        "pulihkan berkas dari cadangan atau git: nomor tidak boleh diberikan dua kali",
    ),
}

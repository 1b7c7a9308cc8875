"""What `kit issue --final` says in Indonesian."""

from __future__ import annotations

from collections.abc import Mapping

PROBLEMS: Mapping[str, tuple[str | None, ...]] = {
    "final-differs": (
        "{number} yang keluar tidak menyatakan {figure} seperti yang dibekukan: {frozen}",
        (
            "betulkan suratnya, atau sebutkan tanggalnya dengan --deadline; hasil pindai yang teksnya hanya dikenali "
            "mesin: --scanned dan --read"
        ),
    ),
    "final-entered": (
        "{number} yang keluar sudah dicatat pada {date}",
        "tarik catatan itu dengan kit record void bila berkasnya keliru",
    ),
    "final-frozen": (
        "{number} diterbitkan oleh kit: tanggal dan penanda tangannya ada dalam register",
        "hapus --deadline dan --signatory",
    ),
    "final-large": ("{path} lebih dari {limit} bita", "pindai hitam putih, atau dengan 200 titik per inci"),
    "final-misread": (
        "{figure} pada {number} dibaca {found}, sedangkan yang dibekukan {frozen}",
        "lihat sekali lagi; bila suratnya memang berkata demikian, surat itu tidak boleh dikirim",
    ),
    "final-other-amounts": (
        "{number} juga menyebut jumlah di luar yang dibekukan: {amounts}",
        "pastikan tidak ada yang dapat dikira sebagai tuntutan",
    ),
    "final-other-stage": (
        "{number} diterbitkan sebagai {issued}, bukan {stage}",
        "hapus tahapnya, atau betulkan nomornya",
    ),
    "final-unfit": ("{path} tidak dapat disimpan sebagai surat: {found}", "cetak menjadi PDF biasa, atau pindai"),
    "final-unread": (
        "{number} tidak memuat teks yang dapat dibaca kembali",
        "bacalah angka-angkanya pada surat dan sebutkan yang terbaca: {known}",
    ),
    "final-words": (
        "{number} mengeja jumlah dengan huruf, tetapi bukan jumlah seluruhnya",
        "cocokkan huruf dengan angkanya",
    ),
    "number-used": (
        "nomor {number} sudah berarti surat lain, kepada {customer}",
        "satu nomor berarti satu surat untuk selamanya; periksa sekali lagi",
    ),
}

DOOR = {"issued-final": "{number}: {customer}, {stage}, seperti yang keluar. Disimpan sebagai {path}."}

"""What each problem of days, hours and caps says in Indonesian: in the calendar and in the policy."""

from __future__ import annotations

from collections.abc import Mapping

PROBLEMS: Mapping[str, tuple[str | None, ...]] = {
    "calendar-closed": (
        "tak seorang pun dapat dihubungi, atau tak ada kantor yang buka, dari {first} sampai {last}",
        "sisakan satu hari buka setidaknya tiap {most} hari",
    ),
    "cap-twice": ("batas mingguan ditulis dua kali, di sini dan sebagai weekly_cap", "simpan salah satunya saja"),
    "clock-span": ("{field}: {text} bukan rentang jam", "tulis 11:30-13:00, atau no"),
    "holiday-repeated": ("{date} disebut dua kali", "simpan salah satunya saja"),
    "quiet-ends": ("until ({last}) mendahului from ({first})", "periksa kedua tanggal"),
    "window-closed": ("closes ({closes}) tidak sesudah opens ({opens})", "periksa kedua jam"),
    "window-empty": ("jendela kontak tidak menyisakan satu jam pun", "buka hari lain, atau tulis friday_quiet: no"),
    "working-day-unknown": (
        "{date} memang hari kerja: tabel bawaan tidak mencatatnya sebagai hari libur",
        "periksa tanggalnya",
    ),
}

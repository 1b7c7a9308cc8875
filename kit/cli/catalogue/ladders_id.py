"""Ladders in Indonesian: what is wrong with one, and why one was chosen."""

from __future__ import annotations

from collections.abc import Mapping

#: Problems that a policy or the file of a customer can have.
READ: Mapping[str, tuple[str | None, ...]] = {
    "ladder-firm-first": (
        "tangga {ladder} langsung dimulai dengan {approach}; pesan pertama tidak pernah tegas",
        "letakkan tahap collaborative di depannya",
    ),
    "ladder-order": (
        "{days} tidak sesudah {earlier} dalam tangga {ladder}",
        "urutkan tahap menurut harinya",
    ),
    "ladder-softer": (
        "{approach} lebih lembut daripada {before} di depannya dalam tangga {ladder}",
        "tangga tidak melunak kembali; urutkan ulang tahapnya",
    ),
    "ladder-unknown": ("tangga {ladder} tidak dikenal", "maksud Anda {nearest}?", "yang dikenal: {known}"),
    "stage-reserved": (
        "tahap {stage} dalam tangga {ladder} memakai nama yang dipakai kit sendiri",
        "pilih nama lain; yang sudah terpakai: {known}, dan instalment-1, instalment-2 …",
    ),
    "stage-repeated": ("tahap {stage} ada dua kali dalam tangga {ladder}", "beri setiap tahap nama tersendiri"),
    "ladder-auto": ("auto bukan nama tangga: dengan kata itu santun yang memilih", "beri tangga ini nama lain"),
    "stage-condition": (
        "tahap {stage} adalah somasi dan tidak memakai only_if",
        "hapus baris itu; batas jumlah untuk somasi ditulis di somasi: {{minimum: ...}}",
    ),
}

REASONS: Mapping[str, str] = {
    "auto-as-usual": "tangga {ladder} (auto): {count} invoice pernah dibayar, nilai tengah terlambat {days} hari",
    "auto-few-facts": "tangga {ladder} (auto): baru {count} invoice pernah dibayar, belum cukup (minimal {least})",
    "auto-hardship": "tangga {ladder} (auto): masa sulit tercatat sejak {since}",
    "auto-plan-broken": "tangga {ladder} (auto): {count} rencana cicilan pernah gagal",
    "auto-promises-broken": "tangga {ladder} (auto): {kept} dari {ended} janji sebelumnya ditepati",
    "auto-reliable": "tangga {ladder} (auto): {count} invoice dibayar, terlambat {days} hari, janji ditepati",
    "auto-very-late": "tangga {ladder} (auto): {count} invoice pernah dibayar, nilai tengah terlambat {days} hari",
    "rest-after-call": "telepon pada {on} tersambung; tidak ada pengingat sebelum {until}",
    "rest-after-payment": "uang masuk pada {on}; tidak ada pengingat sebelum {until}",
    "stage-come-working": "hari untuk tahap {stage} (H{days:+}, hari kerja) sudah tiba",
}

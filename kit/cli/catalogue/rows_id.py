"""What `kit record --from` says in Indonesian: rows that cannot be read or entered."""

from __future__ import annotations

from collections.abc import Mapping

PROBLEMS: Mapping[str, tuple[str | None, ...]] = {
    "row-date": (
        "ada baris tanpa hari",
        'tulis "date": "2026-11-23" pada setiap baris, agar artinya tetap kapan pun diberikan',
    ),
    "row-changed": (
        "baris dengan id ini sudah pernah dicatat, dan isinya lain",
        "beri baris yang baru id sendiri; catatan yang salah ditarik dengan kit record void",
    ),
    "row-field": (
        "{kind} tidak mengenal {field}; yang dikenal: {known}",
        "maksud Anda {nearest}?",
        "hapus, atau tulis seperti pada kit record {kind} --help",
    ),
    "row-flag": ("{field} berisi yes atau no", "tulis yes, atau kosongkan"),
    "row-id-twice": ("dua baris memakai id yang sama", "beri setiap baris id sendiri, atau tanpa id"),
    "row-kind": ("ada baris tanpa kind", 'tulis kind seperti "contact" atau "payment" pada setiap baris'),
    "row-kind-unknown": (
        "{kind} bukan hal yang dicatat kit record; yang dicatat: {known}",
        "maksud Anda {nearest}?",
        "lihat docs/records.md",
    ),
    "row-refused": (
        "baris {row} ({kind}) tidak dapat dicatat: {reason}",
        "tidak ada yang dicatat; perbaiki atau hapus baris itu, lalu berikan berkasnya lagi",
    ),
    "row-several": ("{field} hanya menerima satu nilai", "tulis satu nilai, atau beberapa baris"),
    "row-value": ("{field} bukan teks, bilangan bulat, yes, no, atau daftar teks", "tulis jumlah dalam rupiah penuh"),
    "rows-cells": (
        "ada baris dengan sel lebih banyak daripada {count} kolom",
        "apit teks yang memuat pemisah dengan tanda petik ganda",
    ),
    "rows-columns": (
        "baris pertama tidak menamai kolom: kind tidak ada, atau ada nama yang berulang",
        "lihat docs/records.md",
    ),
    "rows-format": (
        "berkas ini bukan daftar catatan seperti yang disimpan meja kerja",
        'tulis {{"format": 1, "entries": [...]}}',
    ),
    "rows-large": ("berkas lebih dari {limit} bita", "berikan sebagian-sebagian"),
    "rows-many": ("berkas lebih dari {limit} baris", "berikan sebagian-sebagian"),
    "rows-unreadable": ("berkas tidak terbaca sebagai JSON maupun CSV: {reason}", "simpan ulang sebagai UTF-8"),
    "sent-other-invoices": (
        "{stage} kepada {customer} hari ini mengenai invoice lain: {known}",
        "bangun ulang dan bandingkan: pesan yang terkirim mungkin yang lama",
    ),
}

DOOR = {"rows-entered": "Dicatat: {count} baris; {known} sudah dicatat sebelumnya."}

"""What the kit says to its operator in Indonesian, beside problems: verdicts, reasons, summaries."""

from __future__ import annotations

VERDICTS = {
    "send": "kirim {stage}",
    "wait": "tunggu sampai {until}",
    "wait-for-news": "tunggu",
    "hold": "ditahan ({hold})",
    "hold-until": "ditahan ({hold}) sampai {until}",
    "blocked": "terhalang sebelum {stage}",
    "clear": "beres",
    "thank": "ucapkan terima kasih",
}

HOLDS = {"manual": "atas permintaan", "promise": "janji bayar", "dispute": "keberatan"}

REASONS = {
    "already-sent": "tahap {stage} sudah dikirim",
    "arrears-settled": "tunggakan sudah dilunasi",
    "channel-fallback": "tidak ada saluran tahap ini yang sampai ke pelanggan; {channel} menggantikannya",
    "disputed": "{invoice} sedang disanggah dan tidak ikut ditagih",
    "due-soon": "{invoice} jatuh tempo pada {due}",
    "first-word-gentle": "belum ada pesan sejak terlambat: {instead} mendahului {stage}",
    "held": "{invoice} sedang ditahan dan tidak ikut ditagih",
    "hold-manual": "ditahan atas permintaan: {reason}",
    "hold-promise": "pada {made} pelanggan berjanji membayar {amount} paling lambat {by}",
    "ladder-at-end": "tidak ada tahap berikutnya",
    "moved-to-open-day": "{day} bukan hari untuk menghubungi; lakukan pada {act_on}",
    "needs-bank-data": "mutasi {bank} baru dicatat sampai {until}; catat yang lebih baru (read_until)",
    "needs-contact": "tidak ada nomor WhatsApp, surel, atau alamat pos pelanggan",
    "needs-signatory": "creditor.yaml tidak menyebut penanda tangan untuk {role}",
    "next-stage": "tahap berikutnya tiba pada {until}",
    "not-due-yet": "belum ada yang jatuh tempo",
    "nothing-open": "semua invoice sudah lunas",
    "overpaid": "{amount} dibayar melebihi semua invoice",
    "past-due": "{invoice} lewat jatuh tempo {days} hari",
    "settled": "{invoice} lunas pada {on}",
    "stage-come": "hari untuk tahap {stage} (H{days:+}) sudah tiba",
    "too-soon": "pesan terakhir masih baru, atau tanggalnya belum lewat; tidak sebelum {until}",
    "within-tolerance": "tunggakan masih dalam batas toleransi {tolerance}",
}

DOOR = {
    "as-of": "per {day}",
    "built": "{out} sudah siap.",
    "by-kind": "  {count:>5}  {kind}",
    "kind-letter": "surat (PDF)",
    "kind-mail": "konsep surel",
    "kind-whatsapp": "pesan WhatsApp",
    "kind-page": "halaman status",
    "kind-issued": "surat terbit",
    "customers": "pelanggan",
    "attention": "Perlu perhatian:",
    "today": "Dikirim hari ini:",
    "nothing-today": "Tidak ada yang perlu dikirim hari ini.",
    "more": "  … dan {count} lagi: kit status",
    "where": "Pesan ada di {outbox}, surat di {letters}, halaman di {site}.",
    "rehearsal": "LATIHAN: dibuat untuk hari sebelum catatan register terbaru. Jangan kirim apa pun darinya.",
    "check-good": "{customers} pelanggan, {invoices} invoice: tidak ada masalah.",
    "progress": "Menyusun",
    "total": "jumlah",
    "unallocated": "belum teralokasi",
    "open-invoices": "{open} invoice terbuka, {late} di antaranya lewat jatuh tempo ({who} pelanggan)",
    "issued": "{number}: {customer}, {stage}. Disimpan sebagai {path}.",
    "recorded": "Dicatat: {customer}, {stage}, lewat {channel}, {day}.",
    "plan-new": "baru",
    "plan-changed": "berubah",
    "plan-same": "tetap",
    "plan-gone": "hilang",
    "explain-statement": "Rincian tagihan",
    "explain-verdict": "Keputusan",
    "explain-paid": "dibayar",
    "explain-credited": "dikreditkan",
    "explain-sent": "Sudah dikirim",
    "explain-why": "Alasan",
    "explain-needs": "Yang diperlukan",
    "explain-items": "Tentang",
    "explain-listed": "Disebut, tidak ditagih",
    "explain-channels": "Saluran",
    "explain-act-on": "Dilakukan pada",
    "explain-deadline": "Batas waktu yang diberikan",
    "nothing-sent": "belum ada",
}

COLUMNS = ("Pelanggan", "Sisa tagihan", "Lewat tempo", "Hari", "Tahap terakhir/berikut", "Keputusan")
LEDGER_COLUMNS = ("Invoice", "Tanggal", "Jatuh tempo", "Hari lewat", "Jumlah", "Dikreditkan", "Dibayar", "Sisa")

"""What the kit says in Indonesian about giros, cash handed over, goods returned, insolvency and death."""

from __future__ import annotations

from collections.abc import Mapping

#: Problems that the file of a customer can have.
READ: Mapping[str, tuple[str | None, ...]] = {
    "giro-both": ("giro {number} tercatat cair dan sekaligus ditolak", "simpan yang benar saja"),
    "giro-late": (
        "giro {number} baru dapat dicairkan mulai {effective}, padahal bank hanya menerimanya sampai {until}",
        "cocokkan tanggalnya dengan warkat; bila benar demikian, mintalah penggantinya",
    ),
    "giro-no-payment": (
        "giro {number} sebesar {amount} cair pada {cleared}, tetapi pembayaran sebesar itu belum dicatat",
        "catat pembayarannya; sampai saat itu invoice-nya tidak ditagih",
    ),
    "giro-repeated": ("giro {number} dari bank ini tertulis dua kali", "simpan salah satu"),
}

#: Problems of recording.
MADE: Mapping[str, tuple[str | None, ...]] = {
    "giro-settled": (
        "giro {number} dari {customer} sudah tercatat {state} pada {date}",
        "betulkan di berkas pelanggan",
    ),
    "no-such-giro": ("{customer} tidak punya giro {number}", "maksudnya {nearest}?", "lihat berkas pelanggan"),
    "no-such-return": (
        "{customer} tidak punya retur {invoice} atau keberatan atasnya yang menunggu jawaban",
        "lihat kit explain {customer}",
    ),
}

REASONS = {
    "giro-bounced": "bilyet giro {number} dari {bank} sebesar {amount} ditolak bank pada {on}",
    "giro-cleared": "bilyet giro {number} dari {bank} sebesar {amount} sudah cair pada {on}: catat pembayarannya",
    "giro-unanswered": "bilyet giro {number} dari {bank} sebesar {amount} seharusnya cair paling lambat {until}: "
    "tanyakan kepada bank, lalu catat giro-cleared atau giro-bounced",
    "handed-unfound": "{to} menerima {amount} tunai pada {made} (kuitansi {receipt}) dan belum tampak di buku: "
    "tanyakan kepada {to}, jangan kepada pelanggan",
    "handed-unfound-bare": "{to} dikabarkan menerima {amount} tunai pada {made} tanpa kuitansi, dan belum tampak di "
    "buku: tanyakan kepada {to}",
    "hold-deceased": "pelanggan meninggal dunia, {since} ({source}): tidak ada yang dikirim; tanyakan kepada "
    "kuasa hukum siapa yang bertanggung jawab atas utang ini",
    "hold-giro": "{invoices}: bilyet giro {number} dari {bank} sebesar {amount} ada pada kita; seharusnya cair paling "
    "lambat {until}",
    "hold-handed": "{invoices}: {to} menerima {amount} tunai pada {made}; dicari sampai {until}",
    "hold-insolvent": "pelanggan dalam PKPU atau pailit sejak {since} ({source}): tidak ada yang dikirim; tanyakan "
    "kepada kuasa hukum cara dan batas waktu mengajukan tagihan",
    "hold-returned": "{invoice}: barang senilai {amount} dikembalikan pada {made}; jawaban kita paling lambat {until}",
    "objection-unanswered": "{invoice}: pelanggan menyatakan keberatan pada {made}{ground}, dan jawaban kita "
    "seharusnya paling lambat {until}: jawablah, lalu catat answered atau dispute-closed",
    "returned-unanswered": "{invoice}: barang senilai {amount} dikembalikan pada {made}, dan jawaban kita seharusnya "
    "paling lambat {until}: terbitkan nota kredit, atau jawablah",
}

#: Reason codes of objections, as a reason names them; empty: none was written.
GROUNDS = {
    "": "",
    "goods-not-received": " (barang belum diterima)",
    "late-delivery": " (terlambat dikirim)",
    "quality": " (mutu)",
    "wrong-amount": " (jumlah tidak sesuai)",
    "unexpected-cost": " (biaya di luar dugaan)",
    "duplicate": " (ditagih dua kali)",
    "paid-already": " (sudah dibayar)",
    "invoice-not-received": " (tagihan belum diterima)",
    "other": " (lain-lain)",
}

HOLDS = {
    "deceased": "meninggal dunia",
    "giro": "bilyet giro",
    "handed": "tunai diserahkan",
    "insolvent": "PKPU atau pailit",
    "returned": "barang dikembalikan",
}

DOOR = {
    "questions": "Untuk kita jawab sendiri:",
    "recorded-answered": "Dicatat: {customer}, retur {invoice} dijawab pada {day}.",
    "recorded-answered-objection": "Dicatat: {customer}, keberatan atas {invoice} dijawab pada {day}; berlaku sampai "
    "ditutup.",
    "recorded-deceased": "Dicatat: {customer} meninggal dunia, {day}; tidak ada lagi yang dikirim.",
    "recorded-giro": "Dicatat: giro {number} dari {customer} sebesar {amount}; tidak ditagih sampai {until}.",
    "recorded-giro-bounced": "Dicatat: giro {number} dari {customer} ditolak bank pada {day}; penagihan berlanjut.",
    "recorded-giro-cleared": "Dicatat: giro {number} dari {customer} cair pada {day}; catat pula pembayarannya.",
    "recorded-handed": "Dicatat: {customer} menyerahkan {amount} tunai kepada {to}; "
    "{days} hari kerja untuk mencarinya.",
    "recorded-insolvent": "Dicatat: {customer} dalam PKPU atau pailit sejak {day}; tidak ada lagi yang dikirim.",
    "recorded-returned": "Dicatat: {customer} mengembalikan barang {invoice} senilai {amount}; "
    "jawab paling lambat {until}.",
}

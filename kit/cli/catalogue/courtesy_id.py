"""What the courtesy of wording asks for, in Indonesian: each rule with its reason."""

from __future__ import annotations

from collections.abc import Mapping

PROBLEMS: Mapping[str, tuple[str | None, ...]] = {
    "wording-crime": (
        '"{found}" mengancam dengan polisi atau hukuman; invoice yang belum dibayar adalah urusan perdata ({source})',
        "sebutkan langkah yang dibolehkan hukum, dan baru sejak tahap tegas",
    ),
    "wording-publicity": (
        '"{found}" mengancam akan memberi tahu umum; memaksa pembayaran dengan cara itu tindak pidana ({source})',
        "hapus; tagihan adalah urusan kedua pihak saja",
    ),
    "wording-force": (
        '"{found}" mengancam dengan paksaan atau akibat yang bukan hak siapa pun ({source})',
        "sebutkan langkah yang sah dengan tenang, atau hapus",
    ),
    "wording-shame": (
        '"{found}" mempermalukan; menagih tidak boleh merendahkan ({source})',
        "sebutkan faktanya tanpa menilai",
    ),
    "wording-third-party": (
        '"{found}" membawa tagihan kepada orang lain; bicaralah hanya dengan pelanggan ({source})',
        "hapus",
    ),
    "wording-daily": (
        '"{found}" menjanjikan kontak terus-menerus yang mengganggu ({source})',
        "sebutkan satu tanggal, lalu tunggu",
    ),
    "wording-pressure": (
        '"{found}" mendesak; {source} memberi tanggal beserta waktunya',
        "sebutkan harinya: {{{{ deadline }}}}",
    ),
    "wording-reproach": (
        '"{found}" menilai pelanggan sebelum waktunya; sebelum somasi, {source} menyebut apa yang tercatat',
        'tulis: "belum kami catat"',
    ),
    "wording-law-early": (
        '"{found}" menyebut pengadilan atau advokat, padahal nadanya masih lebih lembut ({source})',
        "simpan untuk somasi",
    ),
    "wording-somasi-early": ('"{found}" baru disebut sejak tahap tegas ({source})', "hapus di sini"),
    "wording-appeal": ('"{found}" berarti banding, kasasi, dan sejenisnya ({source})', 'tulis: "langkah hukum"'),
    "wording-familiar": ('"{found}" terlalu akrab ({source})', "tulis: {{{{ contact.you }}}}"),
    "wording-exclamation": ('"{found}" meninggikan suara ({source})', "tulis titik"),
    "wording-capitals": ('"{found}" dengan huruf kapital terasa membentak ({source})', "tulis dengan huruf kecil"),
    "wording-no-invoice": (
        "{template} tidak menyebut invoice yang dimaksud",
        "sebutkan {{{{ first.number }}}} atau {{{{ numbers }}}}",
    ),
    "wording-no-amount": ("{template} tidak menyebut jumlahnya", "sebutkan {{{{ total }}}}"),
    "wording-no-deadline": (
        "{template} tidak menyebut tanggal",
        "sebutkan {{{{ deadline }}}} atau {{{{ first.due_day }}}}",
    ),
    "wording-no-account": (
        "{template} tidak menyebut ke mana membayar",
        "sertakan bagian pembayaran, atau sebutkan rekeningnya",
    ),
    "wording-no-contact": (
        "{template} tidak menyebut siapa yang dapat ditanya",
        "sertakan parts/contact.md, atau sebutkan {{{{ creditor.phone }}}}",
    ),
    "wording-no-disregard": (
        "{template} tidak meminta agar diabaikan bila sudah dibayar",
        'sertakan parts/disregard.md, atau tulis: "mohon abaikan pesan ini"',
    ),
    "wording-no-sender": ("somasi {template} tidak menyebut penanda tangannya", "sebutkan {{{{ signatory.name }}}}"),
    "wording-no-number": ("somasi {template} tidak bernomor", "sebutkan {{{{ letter.number }}}}"),
    "wording-no-facts": ("somasi {template} tidak menguraikan dasarnya", "sertakan parts/somasi-facts.html"),
    "wording-no-words": ("somasi {template} tidak menulis jumlah dengan huruf", "sebutkan {{{{ total_words }}}}"),
    "wording-no-law": ("somasi {template} tidak menyebut dasar hukum", "sertakan parts/somasi-law.html"),
    "wording-no-demand": (
        "somasi {template} tidak menegur; tanpa teguran, surat bukan somasi",
        'tuliskan: "menegur dan memperingatkan"',
    ),
    "wording-no-talk": ("somasi {template} tidak membuka ruang untuk berbicara", "sertakan parts/somasi-talk.html"),
    "wording-no-next": ("somasi {template} tidak menyebut langkah sah berikutnya", "sertakan parts/somasi-next-1.html"),
    "wording-no-slip": (
        "somasi {template} tidak punya tanda terima",
        "pertahankan tanda terima dalam frames/somasi.html",
    ),
    "wording-excuse-unknown": (
        "templat dikecualikan dari {rule}, yang bukan aturan",
        "lihat kit lint dan docs/errors.md",
    ),
    "wording-excuse-reason": (
        "templat dikecualikan dari {rule} tanpa alasan",
        "tulis dengan cara lain, atau izinkan dalam templat dengan alasan",
    ),
}

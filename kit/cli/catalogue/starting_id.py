"""What `kit init` asks in Indonesian, and the comments in the files that it writes."""

from __future__ import annotations

QUESTIONS = {
    "name": "Nama kreditur, seperti tercetak pada surat",
    "form": "Bentuk usaha ({options})",
    "street": "Jalan dan nomor",
    "city": "Kota",
    "province": "Provinsi",
    "postcode": "Kode pos",
    "email": "Surel untuk pelanggan",
    "whatsapp": "Nomor WhatsApp untuk pelanggan",
    "bank": "Bank tujuan pembayaran",
    "account": "Nomor rekening",
    "holder": "Atas nama",
    "signatory": "Siapa yang menulis dan menandatangani pengingat",
    "position": "Jabatannya",
    "manager": "Siapa yang menandatangani surat tegas",
    "manager-position": "Jabatannya",
}
SKIP = "Enter: lewati"
MISSING = "--no-input masih memerlukan: {flags}"
STARTED = (
    "Buku baru sudah ada di {path}. Selanjutnya: buat satu berkas untuk setiap pelanggan di {customers}\n"
    "(semua kolom: docs/book.md, atau kit schema untuk editor Anda), lalu: kit check --book {path}"
)
SCHEMAS = "Awali berkas dengan baris ini, dan editor Anda akan melengkapinya:"

COMMENTS = {
    "creditor": "Siapa yang menagih, siapa yang menandatangani dan menulis, ke mana pelanggan membayar.",
    "format": "format buku; biarkan",
    "province": "menentukan zona waktu",
    "lang": "bahasa kit kepada Anda: id atau en",
    "signatories": "tahap tanpa penanda tangan terhalang, tidak dikirim",
    "reminder": "menandatangani pengingat",
    "manager": "menandatangani surat tegas",
    "somasi": "menandatangani somasi; seorang direktur",
    "senders": "orang pertama di sini yang menulis pesan",
    "read_until": "hari terakhir yang pembayarannya sudah dicatat; majukan setiap pagi",
    "phone": "dicetak bila berguna",
    "service_hours": "dicetak bila berguna",
    "logo": "PNG atau JPEG di dalam data/",
    "accent": "satu warna",
    "qris": "teks kode QRIS statis; tambahkan tested: {date, amount} setelah kode dengan nominal pernah dibayar",
    "base_url": "alamat tempat build/site/ diterbitkan; tanpa ini pesan tidak memuat tautan",
    "policy": "Cara kami menagih. Setiap baris adalah bawaan kit: ubah yang perlu, hapus yang tidak diperlukan.",
    "tolerance": "tunggakan sampai jumlah ini tidak diingatkan",
    "weekly_cap": "pesan kepada satu pelanggan dalam tujuh hari, paling banyak",
    "caps": "telepon kepada satu pelanggan dalam tujuh hari, paling banyak; juga week, whatsapp, email",
    "minimum_gap": "jarak hari antara dua pesan kepada satu pelanggan",
    "read_until_limit": "sekian hari kerja mutasi bank boleh tertinggal; lebih dari itu surat tegas menunggu",
    "link_days": "hari selama alamat pribadi halaman pelanggan berlaku",
    "thanks_within": "hari setelah lunas selama ucapan terima kasih masih pantas",
    "clearing_days": "hari kerja bank untuk mencairkan bilyet giro",
    "answer_days": "hari kerja untuk menjawab barang yang dikembalikan dan keberatan",
    "slip_request_every": "hari sampai bukti potong yang belum datang diminta lagi",
    "claim_days": "hari kerja untuk mencari pembayaran yang dikabarkan pelanggan",
    "missed": "latest: hanya pengingat terbaru dari yang terlewat; catch-up: semuanya berurutan",
    "first_run": "gentle: kata pertama paling jauh kolaboratif; as-is: paling jauh tegas",
    "rest_after_payment": "hari tanpa pengingat setelah uang masuk",
    "rest_after_call": "hari tanpa pengingat setelah telepon yang tersambung",
    "contact_window": "kapan pelanggan boleh dihubungi: tidak saat salat Jumat, tanpa penagihan H-7 s.d. H+7 Lebaran",
    "instalments": "batas usulan cicilan yang boleh dibuat pelanggan di halamannya",
    "incentives": "keuntungan membayar tepat waktu selain uang, dalam kata-kata untuk pelanggan",
    "humour": "yes: lembar telepon boleh dibuka dengan kata ringan; tidak pernah lagi sejak tahap tegas",
    "somasi_rules": "somasi: jumlah terkecil, hari pengiriman, tenggat, perlu persetujuan pemilik atau tidak",
    "transfer_code": "off, persons, atau all: transfer siapa yang diberi kode unik Rp1 sampai Rp999",
    "numbering": "nomor surat; bulan ditulis dengan angka Romawi",
    "ladders": "tahap menurut hari dari jatuh tempo: H-3 sebelumnya, H+7 sesudahnya",
    "customer": "Pelanggan rekaan: ganti isinya, atau hapus berkas ini. Nama berkas adalah nama pendek pelanggan.",
    "form": "PT, PT perorangan, CV, UD, firma, koperasi, yayasan, atau person",
    "liable": "siapa yang bertanggung jawab; untuk UD dan CV nama orangnya",
    "call_as": "sapaan dalam pesan",
    "formal": "nama dalam surat",
    "verified": "hari ketika alamat ini dipastikan",
    "amount": "rupiah bulat, termasuk pajak",
    "payments": "satu baris untuk setiap transfer",
    "for": "invoice yang disebut pembayar",
    "promises": "pengingat berhenti sampai hari itu",
    "ignore": "Tautan rahasia halaman pelanggan: masukkan ke cadangan, jangan ke git",
    "output": "Hasil kit build",
}

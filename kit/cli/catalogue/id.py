"""What each problem says in Indonesian: code -> (sentence, hint, ...); the first hint whose facts are known counts."""

from __future__ import annotations

from collections.abc import Mapping

from kit.cli.catalogue import (
    calendar_id,
    ladders_id,
    lanes_id,
    making_id,
    means_id,
    money_id,
    plans_id,
    somasi_id,
    terms_id,
)

PROBLEMS: Mapping[str, tuple[str | None, ...]] = {
    **making_id.PROBLEMS,
    **calendar_id.PROBLEMS,
    **means_id.READ,
    **money_id.READ,
    **plans_id.READ,
    **ladders_id.READ,
    **lanes_id.READ,
    **somasi_id.READ,
    **terms_id.READ,
    # The folder and its files
    "book-missing": (
        "folder ini bukan buku: data/creditor.yaml tidak ada",
        "sebut folder buku dengan --book",
    ),
    "file-conflict": (
        "program sinkronisasi menyimpan dua versi berkas ini",
        "bandingkan dengan berkas asalnya, simpan yang benar, lalu hapus yang ini",
    ),
    "file-empty": ("berkas ini kosong", "isi atau hapus berkas ini"),
    "file-encoding": (
        "bita ke-{offset} berkas ini ({byte}) bukan teks UTF-8",
        "simpan berkas sebagai UTF-8 di editor Anda",
    ),
    "file-kind": ("ini bukan berkas biasa, melainkan {kind}", "ganti dengan berkas biasa"),
    "file-large": (
        "berkas ini lebih besar dari {limit} bita; buku tidak memerlukan sebanyak itu",
        "periksa apakah ini berkas yang benar",
    ),
    "file-nodes": (
        "berkas ini memuat lebih dari {limit} nilai; buku tidak memerlukan sebanyak itu",
        "periksa apakah ini berkas yang benar",
    ),
    "file-outside": ("tautan ini mengarah ke luar buku", "letakkan berkasnya langsung di sini"),
    "file-stray": (
        "berkas ini tidak dibaca: hanya nama yang berakhiran .yaml yang dibaca",
        "akhiri namanya dengan .yaml, atau pindahkan ke tempat lain",
    ),
    "file-unreadable": ("berkas ini tidak dapat dibaca: {reason}", "periksa apakah berkasnya ada dan boleh Anda baca"),
    "file-utf16": (
        "berkas ini bukan teks UTF-8; tampaknya UTF-16",
        "simpan berkas sebagai UTF-8 di editor Anda",
    ),
    "format-newer": (
        "buku ini berformat {format}; versi Santun ini membaca format {known}",
        "perbarui Santun",
    ),
    "id-clash": (
        "dua berkas bernama {id} dan hanya berbeda huruf besar-kecil; di banyak komputer itu satu berkas",
        "ganti nama salah satunya",
    ),
    "id-device": (
        "{id} adalah nama perangkat di Windows, jadi tidak dapat menjadi nama pelanggan",
        "ganti nama berkas",
    ),
    "id-format": (
        '"{id}" tidak dapat menjadi nama pendek pelanggan: huruf kecil a-z, angka, dan tanda hubung, paling banyak 32',
        "ganti nama berkas menjadi {nearest}.yaml",
        "ganti nama berkas, misalnya menjadi toko-maju.yaml",
    ),
    "problems-more": (
        "masih ada {count} masalah lain dalam berkas ini",
        "perbaiki yang pertama dahulu, lalu periksa lagi",
    ),
    # YAML
    "character": (
        "karakter {character} tidak terlihat, atau tidak dapat dicetak dalam surat",
        "hapus, atau ketik spasi biasa sebagai gantinya",
    ),
    "key-repeated": ("{key} tertulis di sini untuk kedua kalinya (pertama: {first})", "simpan salah satunya saja"),
    "top-list": ("berkas ini harus berupa daftar: baris yang diawali tanda hubung", None),
    "top-map": ("berkas ini harus berisi baris berbentuk kunci: nilai", None),
    "yaml-after-quote": (
        "ada sesuatu setelah tanda kutip penutup",
        "apit seluruh nilai dengan tanda kutip; tanda kutip di dalamnya ditulis dua kali atau dengan jenis lain",
    ),
    "yaml-alias": (
        "rujukan ke tempat lain (*) tidak dipakai dalam buku",
        "tulis nilainya langsung, atau apit dengan tanda kutip",
    ),
    "yaml-anchor": ("jangkar (&) tidak dipakai dalam buku", "hapus, atau apit nilainya dengan tanda kutip"),
    "yaml-bracket": (
        'tanda "{bracket}" yang dibuka di sini tidak ditutup, atau ada koma yang kurang di dalamnya',
        "tutup pada baris yang sama",
    ),
    "yaml-brackets": (
        "kurungnya tidak cocok di sini: ada yang kurang atau berlebih",
        "tutup setiap [ dengan ] dan setiap {{ dengan }}, atau apit nilainya dengan tanda kutip",
    ),
    "yaml-colon": (
        "nilai {field} memuat titik dua dan spasi, yang dianggap kunci lain oleh YAML",
        'apit seluruh nilai dengan tanda kutip: {field}: "... : ..."',
    ),
    "yaml-cut-off": (
        "nilai di depannya terpotong di sini: YAML menganggap yang mengikuti # sebagai komentar",
        "apit seluruh nilai dengan tanda kutip; untuk komentar, beri spasi setelah #",
    ),
    "yaml-deep": ("daftar dan peta di sini bersarang lebih dari {limit} tingkat", None),
    "yaml-directive": ("direktif YAML (%) tidak dipakai dalam buku", "hapus baris ini"),
    "yaml-escape": (
        "setelah garis miring terbalik di dalam kutip ganda ada sesuatu yang tidak dikenal YAML",
        "pakai kutip tunggal ('...') bila memang garis miring terbalik yang dimaksud",
    ),
    "yaml-indent": (
        "baris ini tidak cocok dengan baris di atasnya",
        "baris dalam satu daftar atau peta diawali jumlah spasi yang sama",
    ),
    "yaml-key": ("kunci harus berupa satu kata pendek", "tulis kunci: nilai"),
    "yaml-list-line": (
        "daftar tidak dapat dimulai di baris kuncinya",
        "mulai di baris berikutnya, setiap butir diawali tanda hubung",
    ),
    "yaml-merge-key": ("kunci gabungan (<<) tidak dipakai dalam buku", "tulis nilainya langsung"),
    "yaml-no-colon": ("baris ini tidak memiliki titik dua dan spasi setelah kuncinya", "tulis kunci: nilai"),
    "yaml-quote-needed": (
        'nilai tidak dapat diawali dengan "{character}"',
        "apit seluruh nilai dengan tanda kutip",
    ),
    "yaml-quote-open": ("tanda kutip yang dibuka di sini tidak pernah ditutup", "tutup di akhir nilai"),
    "yaml-second-document": ("dokumen kedua dimulai di sini (---)", "satu berkas satu dokumen"),
    "yaml-syntax": ("ini bukan YAML: {said}", None),
    "yaml-tab": ("baris ini menjorok dengan tab", "pakai spasi"),
    "yaml-tag": ("tag (!) tidak dipakai dalam buku", "hapus, atau apit nilainya dengan tanda kutip"),
    # Fields
    "choice": ('{field} "{text}" tidak dikenal', "maksud Anda {nearest}?", "yang dikenal: {options}"),
    "clock": ('{field} "{text}" bukan jam', "tulis seperti 08:00"),
    "expected-list": ("{field} harus berupa daftar", "awali setiap butir pada barisnya sendiri dengan tanda hubung"),
    "expected-map": (
        "{field} harus memiliki kunci sendiri",
        "tulis di bawahnya, menjorok, masing-masing pada barisnya: {keys}",
    ),
    "expected-value": ("{field} harus satu nilai saja", None),
    "field-missing": ("{record} belum memiliki {field}", "tambahkan {field}: ..."),
    "file-ending": ("{field} harus berkas jenis lain", "namanya boleh berakhiran {endings}"),
    "file-name": (
        "{field} tidak menunjuk berkas di dalam buku",
        "tulis relatif dengan garis miring biasa: spk-014.pdf atau 2026/spk-014.pdf",
    ),
    "key-unknown": (
        '{record} tidak memiliki kunci "{key}"',
        "maksud Anda {nearest}?",
        "yang dikenal: {known}",
    ),
    "list-empty": ("{field} adalah daftar kosong", "tambahkan butir, atau hapus barisnya"),
    "number-range": ('{field} "{text}" bukan bilangan bulat dari {least} sampai {most}', None),
    "numbering": (
        "{field} bukan pola nomor surat",
        "tulis misalnya {{number:03}}/{{series}}/{{month}}/{{year}}; {{number}} harus ada",
    ),
    "shape": ("{field} tidak ditulis sebagaimana mestinya", "yang diharapkan: {example}"),
    "text-encoded-word": (
        "{field} memuat =?...?=, yang dibaca program surel sebagai teks tersembunyi",
        "tulis kata-katanya langsung",
    ),
    "text-lines": ("{field} terdiri atas beberapa baris", "tulis dalam satu baris"),
    "text-long": ("{field} panjangnya {length} karakter; batasnya {limit}", "persingkat"),
    "text-marks": ("satu huruf pada {field} memiliki lebih dari 4 aksen", "tulis dengan huruf biasa"),
    "text-mixed-scripts": (
        "satu kata pada {field} mencampur huruf dari abjad berbeda yang tampak serupa",
        "ketik ulang kata itu dengan huruf Latin",
    ),
    "timing": (
        '{field} "{text}" bukan penentuan waktu',
        "tulis H-3, H, atau H+7 (dari jatuh tempo), issued+5, sent+14, atau received+7",
    ),
    "url": ("{field} bukan alamat halaman", "tulis sebagai https://..."),
    "value-empty": ("{field} tidak memiliki nilai", "isi, atau hapus barisnya"),
    # Amounts and dates
    "amount-comma": (
        '{field} "{text}" memakai koma sebagai pemisah ribuan',
        "tulis {better} bila itu jumlahnya",
        "tulis 1500000 atau 1.500.000",
    ),
    "amount-currency": ('{field} "{text}" bukan dalam rupiah', "sebut jumlahnya dalam rupiah, sesuai kesepakatan"),
    "amount-digits": ('{field} "{text}" memakai angka selain 0-9', "ketik jumlahnya dengan angka 0-9"),
    "amount-exponent": ('{field} "{text}" ditulis dengan cara komputer', "tulis lengkap: 1500000 atau 1.500.000"),
    "amount-format": (
        '{field} "{text}" bukan jumlah rupiah bulat',
        "tulis 1500000 atau 1.500.000 (titik hanya di antara kelompok tiga angka; tanpa sen)",
    ),
    "amount-large": ('{field} "{text}" melebihi batas {limit}', "periksa banyaknya angka"),
    "amount-sen": (
        '{field} "{text}" memuat sen, yang tidak dipakai',
        "tulis rupiah bulat: 1500000 atau 1.500.000",
    ),
    "amount-sign": (
        '{field} "{text}" memakai tanda plus atau minus',
        "tulis jumlahnya saja; pengurangan adalah nota kredit",
    ),
    "amount-underscore": (
        '{field} "{text}" memakai garis bawah',
        "tulis {better} bila itu jumlahnya",
        "tulis 1500000 atau 1.500.000",
    ),
    "amount-zero": ("{field} adalah 0, jadi tidak berarti apa-apa", "sebut jumlahnya, atau hapus catatan ini"),
    "amount-zero-first": ('{field} "{text}" diawali angka 0', "tulis {better} bila itu jumlahnya", "periksa jumlahnya"),
    "date-clock": ('{field} "{text}" memuat jam', "tulis tanggalnya saja: {better}"),
    "date-format": ('{field} "{text}" bukan tanggal', "tulis {better}", "tulis tahun-bulan-tanggal: 2026-09-30"),
    "date-none": ('{field} "{text}" adalah hari yang tidak ada', "periksa tanggalnya"),
    "date-order": (
        '{field} "{text}" tidak diawali tahun',
        "tulis {better} bila itu harinya",
        "tulis tahun-bulan-tanggal: 2026-09-30",
    ),
    "date-range": ('{field} "{text}" di luar tahun {first} sampai {last}', "periksa tahunnya"),
    # Reaching somebody
    "contact-shared": (
        "{field} ini juga milik pelanggan lain",
        "periksa milik siapa: pesan hanya boleh sampai ke satu pihak yang berutang",
    ),
    "email": ("{field} bukan alamat surel", "tulis seperti nama@perusahaan.example, tanpa nama di depannya"),
    "email-domain": ("bagian {field} setelah tanda @ bukan domain", "tulis seperti nama@perusahaan.example"),
    "email-several": ("{field} memuat lebih dari satu alamat", "tulis tepat satu"),
    "phone": ("{field} bukan nomor telepon", "tulis seperti 0812-0000-0000 atau +62 812-0000-0000"),
    "phone-landline": ("{field} bukan nomor ponsel, padahal WhatsApp memerlukannya", "pindahkan ke phone"),
    "phone-several": ("{field} memuat lebih dari satu nomor", "tulis tepat satu"),
    # What records say about each other
    "credit-note-repeated": (
        "nota kredit {number} tercatat dua kali dalam buku",
        "beri setiap nota kredit nomor tersendiri",
    ),
    "dates-reversed": ("{last} ({late}) mendahului {first} ({early})", "periksa kedua tanggal"),
    "due-before-issued": ("due ({due}) mendahului issued ({issued})", "periksa kedua tanggal"),
    "invoice-of-another": (
        "catatan {by} menyebut invoice {number}, yang milik pelanggan {customer}",
        "pindahkan catatan ini ke sana, atau perbaiki nomornya",
    ),
    "invoice-repeated": ("invoice {number} tercatat dua kali dalam buku", "beri setiap invoice nomor tersendiri"),
    "invoice-unknown": (
        "catatan {by} menyebut invoice {number}, yang tidak dimiliki pelanggan ini",
        "maksud Anda {nearest}?",
        "tulis nomornya persis seperti pada invoice",
    ),
    "payment-repeated": (
        "pembayaran {amount} pada {date} tercatat dua kali di sini; keduanya dihitung",
        "bila itu satu transfer, hapus salah satunya; bila tidak, beri masing-masing reference",
    ),
    "read-until-missing": (
        "tidak disebutkan sampai hari apa mutasi rekening ini sudah dicatat",
        "tambahkan read_until: dan hari terakhir yang pembayarannya sudah ada dalam buku",
    ),
    # Policy
    "signatory-missing": (
        "kreditur tidak menyebut penanda tangan untuk {role}",
        "tambahkan pada signatories di data/creditor.yaml, atau pilih dari: {known}",
    ),
    # What the kit writes itself
    "register-chain-broken": (
        "catatan {entry} dalam register tidak menyambung dengan yang sebelumnya: ada yang diubah dengan tangan",
        "pulihkan berkas dari cadangan atau git; catatan keliru dibatalkan dengan kit record, tidak pernah diubah",
    ),
    "register-cut": (
        "catatan terakhir dalam register tidak lengkap: penulisan terputus, atau berkas rusak",
        (
            "pulihkan berkas dari cadangan atau git; bila di sana tidak ada lebih, kit check --repair menyisihkan "
            "catatan ini"
        ),
    ),
    "register-kind": ('register tidak mengenal catatan jenis "{text}"', "yang dikenal: {known}"),
    "register-stranger": (
        "ada register milik {customer}, tetapi pelanggan itu tidak ada dalam buku",
        "pulihkan data/customers/{customer}.yaml, atau pindahkan juga registernya",
    ),
    "sent-invoice-gone": (
        "pada {date} sebuah pesan dikirim tentang invoice {number}, yang tidak ada lagi di berkas pelanggan",
        "kembalikan invoice itu; untuk menghapusnya dari tagihan, tambahkan nota kredit",
    ),
    "token-repeated": (
        "dua pelanggan memiliki tautan pribadi yang sama dan akan melihat halaman satu sama lain",
        "hapus baris salah satunya; kit build berikutnya membuat tautan baru",
    ),
}

HINT, ALSO = "saran", "lihat juga"

#: The closing line: how many errors, warnings, files (each as "one" or "many").
ERRORS = ("{count} kesalahan", "{count} kesalahan")
WARNINGS = ("{count} peringatan", "{count} peringatan")
FILES = ("di {count} berkas", "di {count} berkas")
AND, NOTHING_WRITTEN = "dan", "Tidak ada yang ditulis."

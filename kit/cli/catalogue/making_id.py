"""What goes wrong in Indonesian while papers are composed, written and recorded: code -> (sentence, hint, ...)."""

from __future__ import annotations

from collections.abc import Mapping

from kit.cli.catalogue import (
    courtesy_id,
    drift_id,
    final_id,
    lanes_id,
    letters_id,
    plans_id,
    privacy_id,
    record_id,
    rows_id,
)

PROBLEMS: Mapping[str, tuple[str | None, ...]] = {
    "extension-part": (
        "{number} adalah termin, atau tagihan yang dibagi dalam termin",
        "tulis extensions: pada terminnya di data/customers/{customer}.yaml",
    ),
    **plans_id.MADE,
    **lanes_id.MADE,
    **record_id.PROBLEMS,
    **courtesy_id.PROBLEMS,
    **drift_id.PROBLEMS,
    **final_id.PROBLEMS,
    **rows_id.PROBLEMS,
    **privacy_id.PROBLEMS,
    **letters_id.PROBLEMS,
    # Wording below letters/
    "template-encoding": ("templat ini bukan teks UTF-8", "simpan berkas sebagai UTF-8 di editor Anda"),
    "template-failed": ("templat ini tidak dapat diisi: {detail}", None),
    "template-forbidden": ("templat ini melakukan sesuatu yang tidak diperbolehkan: {detail}", None),
    "template-goal": ('tujuan (goal) templat ini "{found}"', "yang dikenal: {known}"),
    "template-missing": ("templat {template} tidak ada", "periksa nama templat pada tahapnya"),
    "template-subject": ("templat ini tidak memiliki subjek", "tambahkan baris subject: ... di bagian atas"),
    "template-syntax": ("penulisan templat ini keliru: {detail}", None),
    "template-too-long": ("hasil templat ini melebihi {limit} karakter", "periksa pengulangannya"),
    "template-unknown-field": ("templat ini meminta {field}, yang tidak ada", "yang dikenal: {known}"),
    "template-unsafe": ("templat ini memuat {found}, yang tidak boleh ada dalam surat", "hapus bagian itu"),
    # Papers
    "glyph-missing": (
        '{path}: tidak ada fon kit yang memuat karakter {character} dalam "{around}"',
        "tulis dengan karakter lain",
    ),
    "path-taken": ("{path} akan ditulis dua kali, juga sebagai {rival}", None),
    "path-unsafe": ("{path} bukan nama berkas yang diterima semua sistem", None),
    "pdf-active": ("{path} memuat {found}, yang dapat menjalankan sesuatu di komputer pembaca", "hapus dari templat"),
    "pdf-damaged": ("{path} tidak menjadi PDF yang utuh", None),
    "pdf-failed": ("{path} tidak dapat ditata: {reason}", "periksa templat dan lembar gaya"),
    "pdf-fetch": (
        "{path} meminta {url}, yang bukan gambarnya sendiri",
        "sebutkan gambar dari buku; surat tidak membaca yang lain",
    ),
    "pdf-link": (
        "{path} memuat tautan yang tidak boleh ada di surat: {found}",
        "boleh: mailto:, tel:, dan halaman sendiri",
    ),
    "pdf-warning": ("{path} tidak dapat ditata seperti tertulis: {text}", "perbaiki templat atau lembar gaya"),
    "sheet-crashed": ("{path} membuat mesin tata letak berhenti (sinyal {signal})", "persingkat isinya"),
    "sheet-too-heavy": ("{path} memerlukan waktu atau memori lebih dari yang wajar untuk surat", "persingkat isinya"),
    # Messages
    "mail-address": ("{header} pada pesan untuk {customer} bukan satu alamat surel", "periksa alamatnya"),
    "mail-attachment-changed": ("lampiran {path} bukan surat yang direncanakan", "jalankan kit build lagi"),
    "mail-header-character": (
        "{header} pada pesan untuk {customer} memuat karakter {character}",
        "hapus karakter itu di berkas pelanggan atau di templat",
    ),
    "mail-header-encoded-word": (
        "{header} pada pesan untuk {customer} memuat =?...?=, yang dibaca program surel sebagai teks tersembunyi",
        "tulis kata-katanya langsung",
    ),
    "mail-header-too-long": (
        "{header} pada pesan untuk {customer} panjangnya {length} karakter; batasnya {limit}",
        "persingkat",
    ),
    "mail-no-subject": ("pesan {path} untuk {customer} tidak memiliki subjek", "beri subjek pada templatnya"),
    "mail-not-faithful": ("pesan {path} untuk {customer} tidak terbaca kembali sebagaimana mestinya: {part}", None),
    "mail-text-character": ("bagian {part} pesan untuk {customer} memuat karakter {character}", "hapus karakter itu"),
    # The output folder
    "build-foreign-file": (
        "{path} berisi {count} berkas yang bukan hasil kit build, misalnya {name}",
        "pindahkan berkas itu, atau pilih folder lain dengan --out",
    ),
    "build-has-link": ("{path} berisi tautan: {name}", "hapus tautan itu, atau pilih folder lain dengan --out"),
    "build-holds-book": (
        "{path} memuat buku itu sendiri, jadi tidak dapat menjadi folder hasil",
        "pilih folder lain dengan --out",
    ),
    "build-is-file": ("{path} adalah berkas, jadi tidak dapat menjadi folder hasil", "pilih folder lain dengan --out"),
    "build-is-link": (
        "{path} adalah tautan, jadi tidak dapat menjadi folder hasil",
        "sebut foldernya langsung dengan --out",
    ),
    "build-is-source": ("{path} terletak di antara sumber buku", "pilih folder lain dengan --out"),
    "build-leftover": ("{path} tidak dapat dibersihkan: {reason}", "hapus secara manual"),
    "build-locked": ("{path} sedang ditulis oleh proses kit build lain", "tunggu sampai selesai"),
    "build-no-parent": ("folder {path} tidak ada", "buat folder itu, atau pilih folder lain dengan --out"),
    "build-not-ours": (
        "{path} tidak kosong dan bukan hasil kit build",
        "kosongkan folder itu, atau pilih folder lain dengan --out",
    ),
    "build-not-writable": ("{path} tidak dapat ditulis", "periksa siapa yang boleh menulis di sana"),
    "build-unconfirmed": ("hasil baru ada di {path}, tetapi disk tidak memastikannya: {reason}", "periksa disk"),
    # Recording
    "as-of-before-register": (
        "{as_of} mendahului {newest}, catatan terbaru dalam register {customer}",
        "sebut hari yang lebih baru dengan --as-of",
    ),
    "edit-unsafe": (
        "berkas {customer} ditulis dengan cara yang tidak aman untuk diubah oleh kit",
        "ubah berkas itu sendiri di editor",
    ),
    "folder-holds-book": ("{path} sudah berisi buku", "sebut folder lain; buku hanya dimulai satu kali"),
    "folder-not-empty": ("{path} tidak kosong: di dalamnya ada {name}", "sebut folder baru atau folder kosong"),
    "future-date": ("{date} masih di masa depan; hari ini {today}", "catat setelah terjadi"),
    "issued-exists": (
        "{name} untuk {customer} sudah pernah diterbitkan dengan isi lain",
        "terbitkan dengan nomor baru",
    ),
    "not-due-to-send": (
        "{stage} belum waktunya dikirim ke {customer} pada {date}; yang waktunya: {due}",
        "lihat kit explain {customer}",
    ),
    "register-changed": ("register {customer} berubah sementara perintah berjalan", "jalankan perintah ini lagi"),
    "sent-twice-in-list": ("{customer} tercantum dua kali dalam daftar", "sebut setiap pelanggan satu kali"),
    "unknown-customer": ("tidak ada pelanggan {customer} dalam buku", "maksud Anda {nearest}?", "lihat kit status"),
    # What the machine refuses
    "disk-error": ("disk yang memuat {path} tidak berfungsi: {reason}", "periksa disk; tidak ada yang berubah"),
    "drawer-missing": (
        "{path} tidak ada di komputer ini, padahal galeri menggambar dengannya",
        "pasang poppler-utils: sudo apt-get install poppler-utils (macOS: brew install poppler)",
    ),
    "drawer-failed": (
        "pdftoppm tidak dapat menggambar {path}: {reason}",
        "bukalah PDF hasil build",
    ),
    "disk-full": ("tidak ada ruang lagi untuk {path}: {reason}", "kosongkan ruang di disk; tidak ada yang berubah"),
    "disk-read-only": ("{path} berada di disk yang tidak dapat ditulisi: {reason}", None),
    "no-file-locks": ("{path} berada di disk tanpa kunci berkas: {reason}", "simpan buku di disk komputer ini"),
    "permission-denied": (
        "sistem tidak mengizinkan menulis {path}: {reason}",
        "periksa siapa yang boleh menulis di sana",
    ),
    "port-taken": ("port {port} tidak dapat dipakai: {reason}", "pilih yang lain: kit serve --port 8800"),
    "register-busy": ("perintah lain sedang mencatat di {path} selama setengah menit", "tunggu sampai selesai"),
    "system-error": ("sistem menolak {path}: {reason}", None),
    "too-many-open-files": (
        "terlalu banyak berkas terbuka untuk menulis {path}: {reason}",
        "tutup program lain dan coba lagi",
    ),
    "worker-died": ("proses yang menata {path} dihentikan dari luar (kode {exit})", "jalankan lagi perintahnya"),
    "casefile-nothing": (
        "per {as_of} tidak ada kewajiban {customer} yang dapat dituntut: belum ada perkara",
        "lihat kit explain {customer}",
    ),
    "already-issued": ("{stage} untuk {customer} sudah diterbitkan sebagai {number}", "kirim yang itu"),
    "issued-changed": (
        "{path} untuk {customer} tidak lagi sama dengan yang diterbitkan",
        "pulihkan dari cadangan atau git",
    ),
    "issued-missing": ("{path} untuk {customer} sudah diterbitkan tetapi hilang", "pulihkan dari cadangan atau git"),
    "letter-outdated": (
        "surat {number} untuk {customer} diterbitkan dengan angka lain; sebuah draf menggantikannya",
        "terbitkan yang baru, atau kirim yang lama hanya bila masih benar",
    ),
    "mail-sender-missing": (
        "kreditur tidak menyebut kotak surel pengirim",
        "tambahkan email pada kreditur atau pengirim",
    ),
    "message-opening": (
        "{limit} karakter pertama pesan untuk {customer} menyebut uang dan terlihat di layar ponsel yang terkunci",
        "awali templat dengan salam dan pengirim saja",
    ),
    "message-too-long": (
        "pesan untuk {customer} panjangnya {length} karakter; batasnya {limit}",
        "persingkat templatnya",
    ),
    "not-due-to-issue": (
        "{stage} belum waktunya diterbitkan untuk {customer} pada {date}; yang waktunya: {due}",
        "lihat kit explain {customer}",
    ),
    "not-issuable": (
        "tahap {stage} untuk {customer} bukan surat bernomor",
        "beri series dan saluran letter di data/policy.yaml",
    ),
}

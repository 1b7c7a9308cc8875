"""What each problem of an instalment plan says in Indonesian: in a customer's file, and where one is made."""

from __future__ import annotations

from collections.abc import Mapping

#: Problems that the file of a customer can have.
READ: Mapping[str, tuple[str | None, ...]] = {
    "agreement-outdated": (
        "rencana {customer} yang diusulkan pada {offered} tidak lagi sama dengan isi perjanjian {number}",
        "belum ditandatangani: kit issue {customer} agreement membuat yang baru; sudah: kembalikan rencananya",
    ),
    "plan-count": ("rencana dengan {count} cicilan tidak mungkin; yang mungkin 1 sampai {most}", "pilih jumlah lain"),
    "plan-dates": (
        "cicilan ke-{number} ({due}) tidak jatuh sesudah cicilan sebelumnya ({before})",
        "urutkan cicilan menurut tanggalnya",
    ),
    "plan-invoice-twice": ("rencana ini menyebut invoice {number} dua kali", "sisakan satu saja"),
    "plan-overlap": (
        "invoice {number} ada sekaligus dalam dua rencana yang sudah ditandatangani",
        "tulis ended: dan tanggalnya pada rencana yang tidak berlaku lagi",
    ),
    "plan-sum": ("jumlah semua cicilan {sum}, padahal total {total}", "perbaiki cicilan atau totalnya"),
}

#: Problems of making a plan.
MADE: Mapping[str, tuple[str | None, ...]] = {
    "agreement-none": (
        "tidak ada rencana cicilan {customer} yang menunggu tanda tangan pada {date}",
        "kit agree {customer} --write mencatatnya; usulan yang gugur atau sudah ditandatangani tidak memerlukannya",
    ),
    "agreement-not-issued": (
        "tidak ada perjanjian {customer} yang sudah diterbitkan dan menunggu dikirim pada {date}",
        "beri nomor pada drafnya dahulu dengan kit issue {customer} agreement",
    ),
    "agreement-which": (
        "beberapa rencana {customer} menunggu perjanjiannya: {known}",
        "sebutkan yang mana dengan --invoice",
    ),
    "plan-invoice-not-open": (
        "{number} bukan invoice pelanggan ini yang masih terbuka",
        "lihat yang terbuka dengan kit explain",
    ),
    "plan-none": (
        "{customer} tidak memiliki rencana cicilan yang masih berlaku",
        "usulkan dengan kit agree {customer}",
    ),
    "proposal-unknown": (
        "tidak ada halaman di buku ini yang membuat kode tersebut, atau kode itu dibuat untuk jumlah lain",
        "bandingkan dengan pesan pelanggan, huruf demi huruf",
    ),
    "proposal-outdated": (
        "usulan {customer} dibuat untuk {was}, per {day}; hari ini jumlahnya {now}",
        "tanyakan kepada pelanggan, lalu: kit agree {customer} --count {count} --first {first}",
    ),
    "proposal-beyond": (
        "usulan {customer} berada di luar batas pada data/policy.yaml (instalments)",
        "bila tetap disetujui: kit agree {customer} --count {count} --first {first}",
    ),
    "plan-nothing": ("tidak ada yang dapat dicicil: {total}", None),
    "plan-part": (
        "cicilan ke-{number} akan menjadi {amount}; setiap cicilan harus lebih dari nol",
        "kurangi banyaknya cicilan, atau perkecil nilainya",
    ),
    "plan-payday-step": (
        "cicilan dengan jarak {step} tidak jatuh pada hari gajian itu",
        "tanggal gajian dipakai dengan --every months:1, nama hari juga dengan weeks:1",
    ),
    "plan-rest-twice": (
        "ada dua cicilan tanpa nilai, padahal hanya satu yang dapat menampung sisanya",
        "beri nilai pada semua cicilan kecuali satu",
    ),
    "plan-runs-already": (
        "invoice {number} ada dalam rencana yang diusulkan pada {offered} dan masih berlaku",
        "tulis ended: dan tanggalnya pada rencana itu sebelum mengusulkan yang lain",
    ),
    "plan-disputed": (
        "{number} sedang disanggah, sedangkan menandatangani rencana berarti mengakuinya",
        "selesaikan dahulu keberatannya, atau sebutkan invoice lain dengan --invoice",
    ),
    "plan-first-past": (
        "cicilan pertama ({first}) mendahului tanggal usulan ({offered})",
        "pilih tanggal yang lebih kemudian",
    ),
    "plan-step": (
        "jarak antarcicilan {number} tidak mungkin; yang mungkin 1 sampai {most}, dalam batas kalender",
        None,
    ),
    "plan-total-differs": (
        "rencana {customer} yang diusulkan pada {offered} bernilai {total}, padahal sisa tagihannya saat itu {open}",
        "perbaiki total dan cicilannya, atau akhiri rencananya; sampai saat itu perjanjian tidak dibuat",
    ),
    "plan-unit": ("nilai tidak dapat dibulatkan ke kelipatan {unit}", "sebutkan rupiah bulat di atas nol"),
}

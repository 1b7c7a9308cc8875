"""What the ladder's timing and the gate before a somasi say in Indonesian: problems of a policy, reasons."""

from __future__ import annotations

from collections.abc import Mapping

#: Problems that policy.yaml can have.
READ: Mapping[str, tuple[str | None, ...]] = {
    "ladder-first-timing": (
        "{when} dihitung dari tahap sebelumnya, padahal tangga {ladder} bermula di sini",
        "hitung tahap pertama dari jatuh tempo (H+7) atau dari tanggal invoice (issued+5)",
    ),
    "ladder-received": (
        "{when} dihitung dari diterimanya surat, padahal tahap sebelumnya di tangga {ladder} tidak bernomor",
        "beri tahap sebelumnya series penomoran, atau tulis sent+7",
    ),
    "stage-legal": (
        "{stage} adalah teguran resmi dan tidak dapat dikirim seperti yang tertulis di sini",
        "tulis channels: [letter] dan series penomoran, atau internal: yes untuk catatan bagi advokat",
    ),
}

REASONS: Mapping[str, str] = {
    "deadline-running": "tanggal dalam {number}, yaitu {until}, belum lewat",
    "gate-closed": "{stage} menunggu syaratnya (di bawah); tahap sebelumnya tetap berjalan",
    "handed-over": "perkara diserahkan kepada advokat pada {on}",
    "needs-approval": "persetujuan pemilik untuk {stage}, pada atau sesudah {since}, belum dicatat "
    "(catatan approved: kit record)",
    "needs-conversation": "belum pernah berbicara langsung dengan pelanggan, dan baru {count} dari 2 upaya "
    "yang dicatat (catatan contact: kit record)",
    "needs-delivery": "hasil penyampaian {number} belum dicatat (catatan delivered: kit record)",
    "needs-firm-word": "belum ada surat tegas tentang {invoice}",
    "needs-liable": "data/customers/{customer}.yaml tidak menyebut penanggung jawab (liable)",
    "needs-minimum": "{amount} di bawah jumlah terkecil untuk somasi, {minimum} (policy.yaml, somasi: minimum)",
    "needs-other-address": "{number} kembali kepada pengirim pada {on}: cari alamat lain dan tulis kapan "
    "alamat itu diperiksa (data/customers/{customer}.yaml, address: verified)",
    "needs-proof-of-delivery": "penyampaian {number} belum ada buktinya: catat nomor resi atau tanda terima "
    "(catatan delivered: resi atau file)",
    "needs-second-person": "{stage} baru disetujui {by}, yang menyiapkan surat-surat: somasi disetujui orang kedua "
    "(kit record approved {customer} {stage} --by NAMA; bila tidak ada orang lain: policy.yaml, somasi: approval: no)",
    "needs-series": "{stage} tidak mempunyai series penomoran (policy.yaml, series)",
    "needs-surat-kuasa": "{firm} belum memegang surat kuasa yang berlaku (creditor.yaml, counsel: surat_kuasa)",
    "needs-verified-address": "alamat pos belum dipastikan (data/customers/{customer}.yaml, address: verified)",
    "needs-words-before": "baru {count} dari sekurang-kurangnya {least} pesan yang dikirim sebelumnya",
    "series-came-back": "{number} kembali ({on}) dan alamat yang lebih baru sudah diverifikasi: somasi yang sama "
    "dikirim lagi",
    "series-received": "{number} diterima pada {on}, tanggalnya serta hari sejak penerimaan sudah lewat",
    "series-received-late": "{number} baru diterima pada {on}, sesudah tanggal yang disebutnya, {until}: somasi yang "
    "sama dikirim lagi",
    "series-rests": "somasi yang berjalan tertahan seluruhnya karena {invoices}",
    "series-running": "somasi sedang berjalan: {number}, tersisa {amount}",
    "stage-opened": "tahap {stage} sudah terbuka",
}

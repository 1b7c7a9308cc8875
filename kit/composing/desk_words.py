"""What stands on the desk beside figures and names, in both languages of the operator."""

from __future__ import annotations

from collections.abc import Mapping

from kit.composing.stages import stage_name

#: Each word in Indonesian and in English.
_BOTH: Mapping[str, tuple[str, str]] = {
    "more": ("lagi", "more"),
    "listed": ("Selengkapnya: kit plan --list", "All of them: kit plan --list"),
    "all_of": ("Selengkapnya: kit status", "All of them: kit status"),
    "drift": (
        "surat {number} menyebut {stated} untuk {invoice}; menurut buku kini {now}",
        "letter {number} states {stated} for {invoice}; by the book it is now {now}",
    ),
    "casefile": ("Berkas perkara", "Case folder"),
    "t-final": ("Naskah akhir surat nomor {number} masuk", "Final paper of letter number {number} entered"),
    "title": ("Meja kerja", "Desk"),
    "as_of": ("Per", "As of"),
    "counted": ("pembayaran dihitung sampai", "payments counted until"),
    "print": ("Halaman ini hanya untuk kantor sendiri.", "For the office only."),
    "today": ("Kerjakan hari ini", "To do today"),
    "nothing": ("Tidak ada yang perlu dikirim hari ini.", "Nothing to send today."),
    "later": ("Menyusul", "Later"),
    "from": ("dari", "from"),
    "why": ("Mengapa", "Why"),
    "window": ("Jam", "Hours"),
    "blocked": ("Tertahan", "Blocked"),
    "unblock": ("Yang dibutuhkan", "What is needed"),
    "warnings": ("Perlu diperhatikan", "Needs attention"),
    "no_warnings": ("Tidak ada.", "Nothing."),
    "ageing": ("Umur piutang", "Ageing"),
    "expected": ("Kas yang diharapkan", "Cash expected"),
    "board": ("Posisi setiap pelanggan", "Where everybody stands"),
    "everyone": ("Semua pelanggan", "All customers"),
    "evaluation": ("Evaluasi", "Evaluation"),
    "customer": ("Pelanggan", "Customer"),
    "outstanding": ("Sisa tagihan", "Outstanding"),
    "past_due": ("Lewat jatuh tempo", "Past due"),
    "days": ("Hari", "Days"),
    "stage": ("Tahap", "Stage"),
    "next": ("Langkah", "Next"),
    "invoices": ("Invoice", "Invoices"),
    "amount": ("Jumlah", "Amount"),
    "week": ("Minggu mulai", "Week from"),
    "promised": ("Janji", "Promised"),
    "instalments": ("Cicilan", "Instalments"),
    "total": ("Jumlah", "Total"),
    "filter": ("Cari", "Filter"),
    "sort": ("urutkan", "sort"),
    "letter": ("Surat", "Letter"),
    "email": ("E-mail", "E-mail"),
    "whatsapp": ("WhatsApp", "WhatsApp"),
    "call-sheet": ("Lembar telepon", "Call sheet"),
    "page": ("Halaman", "Page"),
    "agreement": ("Perjanjian", "Agreement"),
    "file": ("Berkas", "File"),
    "dossier": ("Berkas pelanggan", "Dossier"),
    "channel": ("Saluran", "Channel"),
    "approach": ("Pendekatan", "Approach"),
    "asked": ("Ditanyakan", "Asked"),
    "answered": ("Dijawab dengan pembayaran", "Answered with money"),
    "recovered": ("Diterima", "Received"),
    "days_to_pay": ("Hari sampai lunas", "Days to pay"),
    "unasked": ("sebelum diingatkan", "before any word"),
    "other": ("lainnya", "other"),
    "few": ("Sampel kecil: belum dapat disimpulkan.", "Small sample: nothing to conclude yet."),
    "promises_kept": ("Janji ditepati", "Promises kept"),
    "of": ("dari", "of"),
    "no_proof": (
        "Pembayaran dihitung pada pesan terakhir sebelum uang masuk; itu bukan bukti sebab.",
        "Money is credited to the last message before it came; that proves no cause.",
    ),
    "band-0": ("Belum jatuh tempo", "Not yet due"),
    "band": ("{first}–{last} hari", "{first}–{last} days"),
    "band-last": ("lebih dari {before} hari", "more than {before} days"),
    "unallocated": ("uang {amount} belum diperhitungkan pada invoice mana pun", "{amount} settles no invoice yet"),
    "no_contact": ("tidak ada e-mail, WhatsApp, telepon, maupun alamat", "no e-mail, WhatsApp, telephone or address"),
    "promise_due": ("janji {amount} jatuh pada {day}", "promise of {amount} falls on {day}"),
    "promise_broken": ("janji {amount} untuk {day} tidak ditepati", "promise of {amount} for {day} was not kept"),
    "promise_partly": (
        "janji {amount} untuk {day} baru ditepati {paid}",
        "promise of {amount} for {day} kept with {paid} only",
    ),
    "not_counted": (
        "mutasi rekening {account} belum dinyatakan sampai kapan terbaca",
        "account {account} does not say up to which day it was read",
    ),
    "stale": ("mutasi rekening {account} baru terbaca sampai {day}", "account {account} was read up to {day} only"),
    "done": ("Selesai", "Done"),
    "export": ("Simpan hasil hari ini", "Save what was done"),
    "outcome": ("Hasil", "Outcome"),
    "sent": ("terkirim", "sent"),
    "reached": ("bicara", "spoke"),
    "no-answer": ("tidak diangkat", "no answer"),
    "wrong-person": ("bukan orangnya", "wrong person"),
    "call-back": ("minta dihubungi kembali", "asked to be called back"),
    "declined": ("tidak bersedia membahas", "would not talk about it"),
    "absent": ("tidak hadir", "did not come"),
    "unreachable": ("tidak dapat dihubungi", "cannot be reached"),
    "by": ("Oleh", "By"),
    "export_note": (
        "Tandai yang sudah dikerjakan, simpan berkasnya, lalu jalankan kit record --from BERKAS.",
        "Tick what was done, save the file, then run kit record --from FILE.",
    ),
    "none": ("Belum dihubungi", "Not contacted yet"),
    "clear": ("Tidak ada tunggakan", "Nothing in arrears"),
    "held": ("Ditunda", "On hold"),
    "address": ("Alamat", "Address"),
    "phone": ("Telepon", "Telephone"),
    "contact": ("Narahubung", "Contact"),
    "liable": ("Penanggung jawab", "Liable"),
    "notes": ("Catatan intern", "Internal notes"),
    "verdict": ("Keputusan hari ini", "Decision of the day"),
    "issued": ("Tanggal", "Date"),
    "due": ("Jatuh tempo", "Due"),
    "left": ("Sisa", "Left"),
    "state": ("Keadaan", "State"),
    "history": ("Riwayat", "History"),
    "documents": ("Berkas hari ini", "Papers of the day"),
    "back": ("Kembali ke meja kerja", "Back to the desk"),
    "late": ("lewat {days} hari", "{days} days late"),
    "disputed": ("disengketakan", "disputed"),
    "open": ("belum jatuh tempo", "not yet due"),
    "settled": ("lunas {day}", "settled {day}"),
    "not_on_file": ("tidak tercatat", "not on file"),
    "t-invoice": ("Invoice {number} terbit, {amount}", "Invoice {number} issued, {amount}"),
    "t-due": ("Invoice {number} jatuh tempo", "Invoice {number} fell due"),
    "t-payment": ("Pembayaran {amount} diterima", "Payment of {amount} received"),
    "t-credit": ("Nota kredit {amount}", "Credit note of {amount}"),
    "t-promise": ("Berjanji membayar {amount} paling lambat {day}", "Promised {amount} by {day}"),
    "t-claim": ("Mengabarkan sudah membayar {amount}", "Told of a payment of {amount}"),
    "t-dispute": ("Keberatan atas invoice {invoice}", "Objects to invoice {invoice}"),
    "t-dispute-closed": ("Keberatan atas invoice {invoice} selesai", "Objection to invoice {invoice} closed"),
    "t-hold": ("Ditunda: {reason}", "On hold: {reason}"),
    "t-sent": ("{stage} terkirim ({channel}) oleh {by}", "{stage} sent ({channel}) by {by}"),
    "t-issued": ("{stage} terbit, nomor {number}", "{stage} issued, number {number}"),
    "t-delivered": ("Surat nomor {number}: {outcome}", "Letter number {number}: {outcome}"),
    "t-contact": ("{via}: {outcome}", "{via}: {outcome}"),
    "t-approved": ("Persetujuan {stage} oleh {by}", "{stage} approved by {by}"),
    "t-drafted": ("{stage} disiapkan ({channel}) oleh {by}", "{stage} drafted ({channel}) by {by}"),
    "t-read": ("{stage} dibaca ({channel})", "{stage} read ({channel})"),
    "t-failed": ("{stage} tidak sampai ({channel}): {reason}", "{stage} not delivered ({channel}): {reason}"),
    "t-changed": ("Kontak diubah: {now} ({source})", "Contact changed: {now} ({source})"),
    "t-plan": ("Rencana cicilan {amount} ditawarkan", "Instalment plan of {amount} offered"),
    "t-plan-signed": ("Perjanjian cicilan ditandatangani", "Instalment agreement signed"),
    "received": ("diterima", "received"),
    "refused": ("ditolak", "refused"),
    "returned": ("dikembalikan", "returned"),
    "not-found": ("alamat tidak ditemukan", "address not found"),
    "call": ("Telepon", "Call"),
    "meeting": ("Pertemuan", "Meeting"),
    "persuasive": ("persuasif", "persuasive"),
    "collaborative": ("kolaboratif", "collaborative"),
    "firm": ("tegas", "firm"),
    "legal": ("hukum", "legal"),
}
WORDS: Mapping[str, Mapping[str, str]] = {
    "id": {key: both[0] for key, both in _BOTH.items()},
    "en": {key: both[1] for key, both in _BOTH.items()},
}


#: Where a customer stands who is at no stage.
PLACES = ("none", "clear", "held")


def begun(sentence: str) -> str:
    """Return `sentence` with its first letter large and the rest as it was.

    >>> begun("penyerahan ke Somasi II")
    'Penyerahan ke Somasi II'
    """
    return sentence[:1].upper() + sentence[1:]


def stage_word(name: str, lang: str) -> str:
    """Return what a stage is called at the desk: in Indonesian its name on paper, in English its key in the policy.

    >>> stage_word("firm", "id"), stage_word("firm", "en")
    ('permintaan pelunasan', 'firm')
    """
    return stage_name(name) if lang == "id" else name

"""How `kit explain` says in Indonesian where each stage stands and what would change it."""

from __future__ import annotations

from collections.abc import Mapping

REASONS: Mapping[str, str] = {
    "change-answer": "jawaban kita atas retur, atau nota kredit, dicatat",
    "change-close-dispute": "keberatan diselesaikan dan ditutup",
    "change-dispute": "keberatan atasnya dicatat",
    "change-end-hold": "jeda yang dipasang dengan tangan diakhiri",
    "change-first": "{stage} mendapat giliran lebih dahulu ({on})",
    "change-giro": "nasib bilyet giro dicatat",
    "change-giro-payment": "pembayaran dari giro yang sudah cair dicatat",
    "change-money-found": "uangnya ditemukan dan dicatat",
    "change-more-late": "tunggakan melebihi batas toleransi",
    "change-payment": "pembayaran sedikitnya {amount} dicatat",
    "change-plan": "rencana cicilan yang ditandatangani dicatat",
    "change-plan-over": "rencana cicilan dilanggar atau diakhiri",
    "change-promise": "janji bayar dicatat",
    "change-received": "{stage} dikirim dan diterima dengan bukti",
    "change-sent": "{stage} dikirim dan dicatat",
    "change-wait": "menunggu sampai {until}, jika tidak ada catatan baru",
    "considered-after": "menyusul {stage}, yang tidak boleh dilewati",
    "considered-after-received": "dihitung dari {stage} diterima dengan bukti",
    "considered-after-sent": "dihitung dari hari {stage} dikirim",
    "considered-after-series": "menyusul {stage} dalam rangkaian yang berjalan",
    "considered-before-due": "hanya untuk sebelum jatuh tempo",
    "considered-beside": "harinya sudah tiba, tetapi {stage} yang mendapat giliran",
    "considered-blocked": "mendapat giliran, tetapi masih ada yang kurang",
    "considered-chosen": "mendapat giliran: inilah keputusannya",
    "considered-coming": "dibuka pada {until}",
    "considered-condition": "tidak ikut: tunggakan belum memenuhi syaratnya (only_if)",
    "considered-gate": "harinya sudah tiba, tetapi syaratnya belum lengkap",
    "considered-held": "harinya sudah tiba, tetapi masih tertahan",
    "considered-passed": "dilewati: {stage} sudah dikirim",
    "considered-sent": "dikirim pada {on}",
    "considered-stale": "dilewati: hari {stage} juga sudah tiba",
}

DOOR: Mapping[str, str] = {
    "explain-considered": "Setiap tahap yang dipertimbangkan",
    "explain-would-bring": "yang membuatnya tiba",
    "explain-would-stop": "yang menghentikannya",
}

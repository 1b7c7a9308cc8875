"""What the kit's own stages are called in Indonesian, for people who read a paper and not policy.yaml."""

from __future__ import annotations

import re
from collections.abc import Mapping

NAMES: Mapping[str, str] = {
    "upcoming": "pengingat sebelum jatuh tempo",
    "due": "pengingat jatuh tempo",
    "received-question": "pertanyaan penerimaan tagihan",
    "reminder-1": "pengingat pertama",
    "reminder-2": "pengingat kedua",
    "reminder-3": "pengingat ketiga",
    "firm": "permintaan pelunasan",
    "somasi-1": "Somasi I",
    "somasi-2": "Somasi II",
    "somasi-3": "Somasi III",
    "handover": "penyerahan kepada advokat",
    "agreement": "perjanjian cicilan",
    "thanks": "ucapan terima kasih",
    "slip-request": "permintaan bukti potong",
    "extension": "pemberitahuan perpanjangan waktu",
    "invoice-exchange": "konfirmasi penerimaan tagihan",
    "claim-question": "pertanyaan tentang pembayaran yang dikabarkan",
    "receipt": "kuitansi",
    "settlement": "surat keterangan lunas",
    "somasi-withdrawal": "pencabutan somasi",
    "breach-notice": "pengakhiran keringanan",
}
_INSTALMENT = re.compile(r"instalment-([0-9]+)(-late)?\Z")


def stage_name(name: str) -> str:
    """Return what a stage is called in Indonesian; a stage of the user's own keeps its own name.

    >>> stage_name("upcoming"), stage_name("instalment-3-late"), stage_name("kabar-baik")
    ('pengingat sebelum jatuh tempo', 'pengingat cicilan ke-3 yang terlewat', 'kabar-baik')
    """
    part = _INSTALMENT.match(name)
    if part:
        return f"pengingat cicilan ke-{part[1]}{' yang terlewat' if part[2] else ''}"
    return NAMES.get(name, name)

"""How long a customer has to pay, in words of both languages."""

from __future__ import annotations

import re

from kit.domain.terms import PaymentTerms, Start

#: The day that stands for the last one of a month.
LAST = 31
#: What days are counted from, in words.
_FROM = {Start.ISSUE: "tanggal invoice", Start.RECEIPT: "tanda terima invoice", Start.ACCEPTANCE: "serah terima barang"}
#: Words of how long a customer has, the longest first.
_CREDIT: tuple[tuple[str, str], ...] = (
    (r"\b1 bulan sejak\b", "1 month from"),
    (r"\bbulan sejak\b", "months from"),
    (r"\b1 hari sejak\b", "1 day from"),
    (r"\bhari sejak\b", "days from"),
    (r"\btanda terima invoice\b", "your receipt of the invoice"),
    (r"\bserah terima barang\b", "your acceptance of the goods"),
    (r"\btanggal invoice\b", "the date of the invoice"),
    (r"\bakhir bulan berikutnya\b", "the end of the next month"),
    (r"\bakhir bulan itu\b", "the end of that month"),
    (r"\btanggal ([0-9]+) bulan berikutnya\b", r"day \1 of the next month"),
    (r"\btanggal ([0-9]+) bulan itu\b", r"day \1 of that month"),
    (r", lalu sampai ", ", then until "),
    (r"\bsetelah\b", "after"),
    (r" hari ", " days "),
)


def credit(terms: PaymentTerms) -> str:
    """Return in words how long a customer has.

    >>> credit(PaymentTerms(days=30)), credit(PaymentTerms(on=25, following=True, start=Start.RECEIPT))
    ('30 hari sejak tanggal invoice', 'tanggal 25 bulan berikutnya setelah tanda terima invoice')
    """
    long = " ".join(
        [*([f"{terms.days} hari"] if terms.days else []), *([f"{terms.months} bulan"] if terms.months else [])]
    )
    month = "bulan berikutnya" if terms.following else "bulan itu"
    until = "" if terms.on is None else f"akhir {month}" if terms.on == LAST else f"tanggal {terms.on} {month}"
    start = _FROM[terms.start]
    if long and until:
        return f"{long} sejak {start}, lalu sampai {until}"
    return f"{until} setelah {start}" if until else f"{long or '0 hari'} sejak {start}"


def credit_in_english(text: str) -> str:
    """Return what `credit` said in English.

    >>> credit_in_english("30 hari sejak tanggal invoice")
    '30 days from the date of the invoice'
    """
    for pattern, said in _CREDIT:
        text = re.sub(pattern, said, text)
    return text

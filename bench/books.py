"""Large invented books for timings: as many customers as one asks for, each with a few invoices, some late."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

AS_OF = dt.date(2026, 11, 23)
FAMILIES = ("Sentosa", "Makmur", "Lestari", "Jaya", "Abadi", "Sejahtera", "Mandiri", "Utama")

CREDITOR = """format: 1
name: PT Contoh Bumbu
form: PT
as_of: {as_of}
base_url: https://tagihan.contohbumbu.example
address: {{street: Jalan Contoh 1, city: Surabaya, province: Jawa Timur, postcode: "60281"}}
email: piutang@contohbumbu.example
whatsapp: 0812-0000-0100
accounts:
  - {{bank: Bank Contoh, number: "0012340098", holder: PT Contoh Bumbu, read_until: {as_of}}}
signatories:
  reminder: {{name: Dewi Contoh, position: Staf Piutang}}
  manager: {{name: Rina Contoh, position: Manajer Keuangan}}
senders:
  - {{name: Dewi Contoh, position: Staf Piutang, email: dewi@contohbumbu.example, whatsapp: 0812-0000-0100}}
"""


def write_book(folder: Path, customers: int, invoices: int = 5, late: int = 0) -> None:
    """Write a book of so many customers, `late` of whom have an invoice that fell due yesterday."""
    (folder / "data/customers").mkdir(parents=True)
    (folder / "data/creditor.yaml").write_text(CREDITOR.format(as_of=AS_OF), encoding="utf-8")
    for place in range(customers):
        family = FAMILIES[place % len(FAMILIES)]
        lines = [
            f"name: UD {family} {place:05}",
            "form: UD",
            f"liable: {{name: {family} Contoh, position: Pemilik}}",
            f"contact: {{name: {family} Contoh, call_as: Pak {family}, formal: Bapak {family} Contoh,",
            f"          email: ud{place:05}@pelanggan.example, whatsapp: 0812-0000-{place % 10_000:04}}}",
            'address: {street: Jalan Contoh 2, city: Malang, province: Jawa Timur, postcode: "65111"}',
            "invoices:",
        ]
        for number in range(invoices):
            due = AS_OF - dt.timedelta(1) if place < late and number == 0 else AS_OF + dt.timedelta(40 + number)
            issued, amount = due - dt.timedelta(30), (500 + (place * 7919 + number * 104729) % 49_500) * 1_000
            lines.append(f"  - {{number: INV/{place:05}/{number}, issued: {issued}, due: {due}, amount: {amount}}}")
        path = folder / f"data/customers/ud-{place:05}.yaml"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")

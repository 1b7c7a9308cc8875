"""Turn the public accounts-receivable sample (2,466 invoices of 100 customers) into a book.

    python tests/real/convert.py CSV FOLDER

Amounts times 100,000 are whole rupiah; the settlement date is a full payment on that day; a
disputed invoice has a dispute from its due date to its settlement, and none where settlement came
first; the newest invoice decides between post and e-mail. Names, contacts and addresses are
invented and neutral. The ledger's own dates stay: build it with `--as-of 2013-01-31` or the like.
"""

from __future__ import annotations

import csv
import sys
from datetime import date
from pathlib import Path

CREDITOR = """\
format: 1
name: PT Contoh Niaga
form: PT
address: {street: Jalan Contoh 1, city: Jakarta, province: DKI Jakarta, postcode: "10110"}
email: piutang@contohniaga.example
whatsapp: 0812-0000-0001
signatories:
  reminder: {name: Staf Piutang, position: Bagian Keuangan}
  manager: {name: Manajer Keuangan, position: Manajer Keuangan}
senders:
  - {name: Staf Piutang, position: Bagian Keuangan, email: piutang@contohniaga.example, whatsapp: 0812-0000-0001}
accounts:
  - {bank: Bank Contoh Nusantara, number: "0000100001", holder: PT Contoh Niaga}
base_url: https://tagihan.contohniaga.example/
"""


def us_date(text: str) -> date:
    """Return the day that the sample writes as M/D/YYYY."""
    month, day, year = map(int, text.split("/"))
    return date(year, month, day)


def rupiah(text: str) -> int:
    """Return an amount of the sample times 100,000: 55.94 is Rp5.594.000."""
    whole, _, cents = text.partition(".")
    return int(whole) * 100_000 + int(cents.ljust(2, "0")) * 1_000


def customer_yaml(number: int, rows: list[dict[str, str]]) -> str:
    """Return one customer's file: profile, invoices, payments and disputes."""
    newest = max(rows, key=lambda row: us_date(row["InvoiceDate"]))
    if newest["PaperlessBill"] == "Electronic":
        reach, channels = f"\n  email: keuangan@pelanggan{number:03}.example", "email"
    else:
        reach, channels = "", "letter"
    lines = [
        f"name: PT Pelanggan Contoh {number:03}",
        "form: PT",
        f"liable: {{name: Pimpinan {number:03}, position: Direktur}}",
        f"contact:\n  name: Bagian Keuangan {number:03}\n  call_as: Bapak/Ibu\n  formal: Bapak/Ibu{reach}",
        f'address: {{street: Jalan Contoh {number}, city: Jakarta, province: DKI Jakarta, postcode: "10110"}}',
        f"channels: [{channels}]",
        "invoices:",
    ]
    rows = sorted(rows, key=lambda row: (us_date(row["InvoiceDate"]), row["invoiceNumber"]))
    for row in rows:
        lines.append(
            f'  - {{number: "{row["invoiceNumber"]}", issued: {us_date(row["InvoiceDate"])}, '
            f"due: {us_date(row['DueDate'])}, amount: {rupiah(row['InvoiceAmount'])}}}"
        )
    lines.append("payments:")
    for row in rows:
        lines.append(
            f"  - {{date: {us_date(row['SettledDate'])}, amount: {rupiah(row['InvoiceAmount'])}, "
            f'for: "{row["invoiceNumber"]}"}}'
        )
    disputes = [
        row for row in rows if row["Disputed"] == "Yes" and us_date(row["SettledDate"]) > us_date(row["DueDate"])
    ]
    if disputes:
        lines.append("disputes:")
    for row in disputes:
        lines.append(
            f'  - {{invoice: "{row["invoiceNumber"]}", opened: {us_date(row["DueDate"])}, '
            f"closed: {us_date(row['SettledDate'])}}}"
        )
    return "\n".join(lines) + "\n"


def convert(source: Path, folder: Path) -> int:
    """Write the book into `folder` and return the number of customers."""
    with source.open(newline="") as file:
        rows = list(csv.DictReader(file))
    customers: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        customers.setdefault(row["customerID"].lower(), []).append(row)
    data = folder / "data"
    (data / "customers").mkdir(parents=True, exist_ok=True)
    (data / "creditor.yaml").write_text(CREDITOR, encoding="utf-8")
    for number, customer in enumerate(sorted(customers), 1):
        path = data / "customers" / f"{customer}.yaml"
        path.write_text(customer_yaml(number, customers[customer]), encoding="utf-8")
    return len(customers)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: python tests/real/convert.py CSV FOLDER")
    print(f"{convert(Path(sys.argv[1]), Path(sys.argv[2]))} customers")

"""Tables for spreadsheets as CSV: no cell may begin like a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from kit.domain.cases import Case

#: A spreadsheet takes a cell that begins so for a formula, or skips the mark and looks again.
_FORMULA = tuple("=+-@\t\r\n\0\uff1d\uff0b\uff0d\uff20")

HEAD = ("customer", "as_of", "invoice", "issued", "due", "amount", "charged", "credited", "paid", "withheld",
        "discounted", "written_off", "outstanding", "claim", "days_past_due", "disputed", "unallocated")  # fmt: skip


def statement_lines(cases: Iterable[Case]) -> str:
    """Return one row for each invoice of `cases`, amounts in whole rupiah, days as YYYY-MM-DD.

    Money that settles nothing has a row of its own, without an invoice, in the column `unallocated`.
    """
    rows: list[tuple[object, ...]] = []
    for case in cases:
        who, day = case.customer.id, case.statement.as_of
        for line in case.statement.lines:
            bill = line.invoice
            due = "" if bill.awaits else bill.due
            settled = (line.credited, line.paid, line.withheld, line.discounted, line.written_off)
            rows.append((who, day, bill.number, bill.issued, due, bill.amount, line.charged, *settled,
                         line.outstanding, line.claim, line.days_past_due, line.disputed_part, ""))  # fmt: skip
        if case.statement.unallocated:
            rows.append((who, day, *[""] * (len(HEAD) - 3), case.statement.unallocated))
    return as_csv((HEAD, *rows))


def as_csv(rows: Iterable[Iterable[object]]) -> str:
    r"""Return `rows` as CSV (RFC 4180); a text that begins like a formula is quoted with an apostrophe.

    >>> as_csv([("=HYPERLINK(1)", -5, 12)])
    "'=HYPERLINK(1),'-5,12\r\n"
    """
    sheet = io.StringIO()
    writer = csv.writer(sheet, lineterminator="\r\n")
    writer.writerows([cell(str(each)) for each in row] for row in rows)
    return sheet.getvalue()


def cell(text: str) -> str:
    """Return `text` as a cell that no spreadsheet computes."""
    return f"'{text}" if text.startswith(_FORMULA) else text

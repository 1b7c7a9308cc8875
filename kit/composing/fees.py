"""Late fees as templates see them: the clause they rest on, how each row was counted, and their sum.

Templates get it as `fees`, an empty map where nothing is charged; no fee comes without its clause.

| name | meaning |
|---|---|
| `fees.total`, `.total_number` | sum of all rows |
| `fees.basis` | the clause and the contract, as a sentence names them |
| `fees.clause` | the clause alone, for a chat |
| `fees.rows` | rows of `number`, `basis`, `rate`, `first`, `last`, `days`, `base`, `amount`, `capped`, dates also `_short`, money also `_number` |
| `fees.few` | the computation fits on a part of a page |
| `fees.capped` | a cap cut one of the rows |
| `fees.rest`, `.rest_number` | how many more invoices bear fees than the rows show, or empty; what they bear |
"""  # noqa: E501 - rows of the table that the reference shows

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from kit.basics.dates import long_date, short_date
from kit.basics.money import format_number, format_rupiah
from kit.composing.templates import Value
from kit.domain.charges import ChargeRow, Fee, Per
from kit.domain.statement import Line

#: Invoices whose rows a computation shows one by one.
MOST = 200
_PERIODS = {Per.DAY: "per hari", Per.MONTH: "per 30 hari", Per.YEAR: "per tahun (365 hari)"}


def fees_of(lines: Iterable[Line]) -> dict[str, Value]:
    """Return everything a template may say of the late fees on `lines`; an empty map where there are none."""
    charged = [line for line in lines if line.charged]
    if not charged:
        return {}
    total = sum(line.charged for line in charged)
    rest = charged[MOST:]
    rows = [_row(line, each) for line in charged[:MOST] for each in line.charges if each.amount]
    return {
        "total": format_rupiah(total),
        "total_number": format_number(total),
        "basis": _bases(charged),
        "clause": _clause(charged),
        "rows": tuple(rows),
        "few": len(rows) <= 8,
        "capped": any(each.capped for line in charged for each in line.charges),
        "rest": format_number(len(rest)) if rest else "",
        "rest_number": format_number(sum(line.charged for line in rest)),
    }


def basis(line: Line) -> str:
    """Return the clause on which fees of a line rest, with its contract; empty where none is charged."""
    contract = line.invoice.contract
    return f"{contract.late_fee_clause} kontrak nomor {contract.number}" if line.charged and contract else ""


def counted(line: Line) -> str:
    """Return how the fees on a line were counted, one part for each row; empty where there are none."""
    return "; ".join(how(each) for each in line.charges if each.amount)


def how(row: ChargeRow) -> str:
    """Return how one row was counted, as a reader can repeat it."""
    if row.fee.per is Per.ONCE:
        return f"{rate(row.fee)}, {long_date(row.first)}"
    cut = ", sampai batas tertingginya" if row.capped else ""
    days = f"{format_number(row.days)} hari"
    return f"{rate(row.fee)} × {days} × {format_rupiah(row.base)}, dihitung sejak {long_date(row.first)}{cut}"


def rate(fee: Fee) -> str:
    """Return the rate of a fee as a contract writes it.

    >>> rate(Fee(Per.DAY, Fraction(1, 1000))), rate(Fee(Per.MONTH, Fraction(2, 100)))
    ('1 permil per hari', '2% per 30 hari')
    """
    if fee.rate is None:
        return "satu kali"
    if fee.per is Per.ONCE:
        return f"satu kali {_part(fee.rate * 100)}%"
    if fee.per is Per.DAY:
        return f"{_part(fee.rate * 1000)} permil {_PERIODS[fee.per]}"
    return f"{_part(fee.rate * 100)}% {_PERIODS[fee.per]}"


def _part(number: Fraction) -> str:
    """Return a number with a decimal comma where it ends within six places, else as a fraction."""
    scaled = number * 10**6
    if scaled.denominator != 1:
        return str(number)
    whole, part = divmod(scaled.numerator, 10**6)
    return f"{whole},{part:06}".rstrip("0").rstrip(",")


def _bases(lines: list[Line]) -> str:
    """Name the clauses; where there are many, the table that follows names each."""
    found = tuple(dict.fromkeys(basis(line) for line in lines))
    return " dan ".join(found) if len(found) <= 2 else "klausul keterlambatan dalam kontrak masing-masing"


def _clause(lines: list[Line]) -> str:
    found = {line.invoice.contract.late_fee_clause for line in lines if line.invoice.contract}
    return f"{found.pop()} kontrak" if len(found) == 1 else "klausul keterlambatan kontrak"


def _row(line: Line, row: ChargeRow) -> dict[str, Value]:
    return {
        "number": line.invoice.number,
        "basis": basis(line),
        "rate": rate(row.fee),
        "first": long_date(row.first),
        "first_short": short_date(row.first),
        "last": long_date(row.last),
        "last_short": short_date(row.last),
        "days": format_number(row.days),
        "base": format_rupiah(row.base),
        "base_number": format_number(row.base),
        "amount": format_rupiah(row.amount),
        "amount_number": format_number(row.amount),
        "capped": row.capped,
    }

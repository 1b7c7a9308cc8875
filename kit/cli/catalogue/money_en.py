"""What each problem of charges, withheld tax, extensions and refunds says in English."""

from __future__ import annotations

from collections.abc import Mapping

READ: Mapping[str, tuple[str | None, ...]] = {
    "rate": ('{field} "{text}" is no rate', "write 2 %, 0,5 % or 1 permil"),
    "rate-range": ('{field} "{text}" is more than the whole', "write 0 % to 100 %"),
    "fee-clause": (
        "a late fee stands here, but no clause of the contract allows it",
        "name the clause in late_fee_clause, or delete the fee",
    ),
    "fee-shape": (
        "a late fee needs a rate or an amount, and only one of the two",
        "write rate: 1 permil with per: day, or amount: 100.000",
    ),
    "fee-basis": ("the rate does not say what it is counted by", "add per: day, month, year or once"),
    "fee-amount-once": (
        "a fixed amount cannot come again every {per}",
        "write per: once, or a rate instead of the amount",
    ),
    "fee-twice": (
        "a second rate that grows with time on one invoice",
        "keep one of them; a fixed fee may stand beside it",
    ),
    "fee-high": (
        "this rate comes to {month} % a month; courts have cut rates above 3 %",
        "have a lawyer look at the contract before it is claimed",
    ),
    "extension-order": (
        "this extension was granted ({granted}) before {before}",
        "put the extensions in the order of their days",
    ),
    "extension-earlier": ("the new due date {due} gives no more time than {before}", "write a later date"),
    "withholding-more": ("the withheld tax {tax} is not less than the invoice, {amount}", "check both amounts"),
    "refund-more": (
        "{amount} is given back, but only {came} is there to give back",
        "check the refund, or enter the payment that it gives back",
    ),
    "dispute-more": ("the disputed part {part} is more than the invoice, {amount}", "check the amount"),
}

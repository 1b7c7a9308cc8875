"""What each problem of payment terms, discounts and parts says in English."""

from __future__ import annotations

from collections.abc import Mapping

READ: Mapping[str, tuple[str | None, ...]] = {
    "terms": (
        '{field} "{text}" is no payment term',
        "write net 30, 30 days from receipt, 1 month from acceptance, end of next month or 25 of next month",
    ),
    "due-terms": (
        "the due date {due} is not the one that the terms give, {given}",
        "keep one of the two: delete due, or correct the terms",
    ),
    "tax-more": (
        "the tax {tax} is not less than the invoice, {amount}",
        "the amount of an invoice includes its tax: check both",
    ),
    "discount-shape": (
        "a discount needs a percent or an amount, and only one of the two",
        "write percent: 5 % or amount: 500.000",
    ),
    "discount-time": (
        "a discount needs its last day, written in one way",
        "write within: 7 days from receipt, or until: 2026-11-30",
    ),
    "discount-net": (
        "this discount is of the net amount, but the invoice does not say its tax",
        "add tax: to the invoice, or write of: total",
    ),
    "discount-more": (
        "the discount is not less than the invoice, {amount}",
        "check the discount",
    ),
    "discount-early": (
        "the discount ends on {until}, before the invoice of {issued}",
        "check both dates",
    ),
    "parts-field": (
        "{field} stands on an invoice in parts",
        "write it on the part that it is about, or delete it",
    ),
    "part-shape": (
        "a part needs a percent or an amount, and only one of the two",
        "write percent: 30 % or amount: 3.000.000",
    ),
    "part-order": (
        "this part is due on {due}, before the part above it, {before}",
        "put the parts in the order of their due dates",
    ),
    "parts-sum": (
        "the parts are not together {amount}, or one of them is nothing",
        "amounts and percentages of the parts must make exactly the amount of the invoice",
    ),
}

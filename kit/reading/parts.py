"""Invoices in parts (termin): whoever names the whole means its parts, in their order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from kit.domain.invoices import Invoice, wholes
from kit.domain.model import Dispute
from kit.reading.fields import Got
from kit.reading.terms import names_of

#: The number of each whole invoice with the invoices that are its parts.
Wholes = Mapping[str, tuple[Invoice, ...]]


def parts_of(invoices: Iterable[Invoice]) -> Wholes:
    """Return the parts of each invoice that has some, in their order."""
    known = {each.number: each for each in invoices}
    return {number: tuple(known[part] for part in parts) for number, parts in wholes(known.values()).items()}


def numbers_of(got: Got) -> Mapping[str, tuple[str, ...]]:
    """Return how the parts of each invoice in a customer's file are called, where it has some."""
    found = {each.get("number"): names_of(each) for each in got.get("invoices") or ()}
    return {number: names for number, names in found.items() if names}


def named(numbers: Sequence[str], known: Wholes) -> tuple[str, ...]:
    """Return `numbers` with each whole invoice replaced by its parts, each once."""
    every = (part for number in numbers for part in _parts(number, known))
    return tuple(dict.fromkeys(every))


def with_parts(values: dict[str, Any], known: Wholes) -> dict[str, Any]:
    """Return what a file says with parts for wholes, wherever invoices are paused, objected to or named by money.

    Credit notes, tax slips and write-offs keep the number they bear: the ledger lets them settle the parts in order.
    """
    if not known:
        return values
    found = dict(values)
    for key, attributes in (
        ("payments", ("invoices", "receipted")),
        ("claims", ("invoices",)),
        ("holds", ("invoices",)),
        ("plans", ("invoices",)),
        ("giros", ("invoices",)),
        ("handed", ("invoices",)),
    ):
        if key in found:
            found[key] = tuple(
                replace(each, **{name: named(getattr(each, name), known) for name in attributes}) for each in found[key]
            )
    if "returns" in found:
        found["returns"] = tuple(
            replace(each, invoice=part) for each in found["returns"] for part in _parts(each.invoice, known)
        )
    if "disputes" in found:
        found["disputes"] = tuple(part for each in found["disputes"] for part in _disputed(each, known))
    return found


def _parts(number: str, known: Wholes) -> tuple[str, ...]:
    return tuple(each.number for each in known[number]) if number in known else (number,)


def _disputed(dispute: Dispute, known: Wholes) -> Iterable[Dispute]:
    """Yield an objection to a whole invoice as one to each part; an amount fills the parts from the first on."""
    left = dispute.amount
    for part in known.get(dispute.invoice, ()):
        if left is None:
            yield replace(dispute, invoice=part.number)
        elif left:
            yield replace(dispute, invoice=part.number, amount=min(left, part.amount))
            left -= min(left, part.amount)
    if dispute.invoice not in known:
        yield dispute

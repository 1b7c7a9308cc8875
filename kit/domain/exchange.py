"""Tukar faktur: on which weekdays a customer takes invoices, and with which papers. Never reads the clock."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class InvoiceExchange:
    """How a customer takes invoices."""

    #: Weekdays (Monday is 0); empty: any.
    days: tuple[int, ...] = ()
    #: Papers that must come with an invoice: faktur pajak, PO, BAST, surat jalan, kuitansi.
    documents: tuple[str, ...] = ()

    def missing(self, documents: Iterable[str]) -> tuple[str, ...]:
        """Return what of the checklist is not among `documents`, in the order of the checklist."""
        here = {each.casefold() for each in documents}
        return tuple(each for each in self.documents if each.casefold() not in here)

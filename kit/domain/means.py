"""Ways to pay beside a bank account: the QRIS code, virtual accounts, payment links. As given, never made up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from kit.basics.money import Rupiah
from kit.domain.qris import LARGEST_QRIS, Qris, with_amount


@dataclass(frozen=True, slots=True)
class Trial:
    """A payment by which the creditor tried that an amount in its code arrives: the day and how much."""

    date: dt.date
    amount: Rupiah


@dataclass(frozen=True, slots=True)
class MerchantCode:
    """The creditor's own static QRIS code; `tested` is None while no code with an amount has been tried."""

    code: Qris
    tested: Trial | None = None

    def for_amount(self, amount: Rupiah, as_of: dt.date) -> Qris | None:
        """Return the code by which `amount` is paid at the end of `as_of`, None above what QRIS carries.

        An amount is put into the code only from the day of the test payment on, inclusive: an acquirer
        may refuse a code that it did not make.
        """
        if not 0 < amount <= LARGEST_QRIS:
            return None
        tried = self.tested is not None and self.tested.date <= as_of
        return with_amount(self.code, amount) if tried else self.code


@dataclass(frozen=True, slots=True)
class VirtualAccount:
    """A number at a bank that belongs to one customer alone."""

    bank: str
    number: str


def payment_link(items: Collection[str | None], customer: str | None, creditor: str | None) -> str | None:
    """Return the address at which a message's invoices are paid: the only one's own, else customer's, else creditor's.

    `items` are the addresses of the invoices that the message is about, None for each without one.

    >>> payment_link(["https://a.example/1"], "https://a.example/c", None)
    'https://a.example/1'
    """
    own = next(iter(items)) if len(items) == 1 else None
    return own or customer or creditor

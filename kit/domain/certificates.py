"""Numbered papers that a human asks for: what a kuitansi, a settlement letter, a withdrawal states in the register."""

from __future__ import annotations

import datetime as dt

from kit.basics.money import Rupiah
from kit.domain.allowing import received
from kit.domain.byhand import OCCASIONS, Subject
from kit.domain.register import Issued, Register

#: The occasions of byhand.py whose paper gets a number of its own series.
NUMBERED = frozenset(name for name, stage in OCCASIONS.items() if stage.series)


def figures(occasion: str, subject: Subject) -> tuple[tuple[str, Rupiah], ...]:
    """Return the amounts that the paper of `occasion` prints, in rupiah, by invoice and "total".

    Of several payments of one day only the sum is known, so that a kuitansi then names no part.
    """
    if occasion == "receipt" and subject.payment is not None:
        parts = [(line.invoice.number, received(line, subject.payment.date)) for line in subject.items]
        whole = subject.payment.amount
        return (*(parts if sum(amount for _, amount in parts) <= whole else ()), ("total", whole))
    if occasion == "settlement":
        rows = ((line.invoice.number, line.invoice.amount) for line in subject.items)
        return (*rows, ("total", sum(line.paid for line in subject.items)))
    if subject.plan is not None:
        return (("total", subject.plan.left),)
    return ()


def terms(subject: Subject) -> tuple[str, ...]:
    """Return what the paper states beside its figures: the payment, the plan, or the papers that it takes back."""
    if subject.payment is not None:
        return (f"paid {subject.payment.date}",)
    if subject.plan is not None:
        return (f"agreement {subject.plan.plan.offered}",)
    if subject.somasi:
        return tuple(f"withdraws {each.number}" for each in subject.somasi)
    return (f"settled {_last(subject)}",)


def paper_stating(register: Register, as_of: dt.date, occasion: str, subject: Subject) -> Issued | None:
    """Return the newest paper of `occasion`, issued up to `as_of` (inclusive), that states just this; or None."""
    wanted = tuple(line.invoice.number for line in subject.items), figures(occasion, subject), terms(subject)
    found = (each for each in register.entries(as_of) if isinstance(each, Issued) and each.stage == occasion)
    same = [each for each in found if (each.items, each.figures, each.terms) == wanted]
    return same[-1] if same else None


def _last(subject: Subject) -> dt.date:
    return max(each.date for line in subject.items for each in line.applied)

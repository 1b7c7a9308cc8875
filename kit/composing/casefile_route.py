"""Route and cost card and the parties of a suit, for consultant and counsel only: never a part of a letter.

Law as the kit's facts state it: gugatan sederhana by Perma 2/2015 as amended by Perma 4/2019,
limitation by KUHPerdata 1967-1971. What is not certain is not said; costs that nobody wrote down
stay blank.
"""

from __future__ import annotations

from collections.abc import Mapping

from kit.basics.dates import long_date, months_after
from kit.basics.money import format_rupiah
from kit.composing.exhibits import Exhibit, stamped
from kit.composing.templates import Value
from kit.domain.meterai import DUTY
from kit.domain.model import Book, Customer, LegalForm
from kit.domain.verdict import Send

#: The most that a gugatan sederhana may claim (Perma 4/2019).
SMALL_CLAIM = 500_000_000
_BLANK = "……………………………………"
#: Years of limitation that are computed: general, and the short presumptions of payment.
_GENERAL, _SHORT = 30, (1, 2, 5)


def route(book: Book, customer: Customer, send: Send, found: tuple[Exhibit, ...]) -> dict[str, Value]:
    """Return what the card says: whether a small claim fits, when time runs out, what is known of the cost."""
    claim = sum(line.claim for line in send.items)
    due = min(line.invoice.first_due or line.invoice.due for line in send.items)
    address, ours = customer.address, book.creditor.address
    same = address is not None and address.city.casefold() == ours.city.casefold()
    stamps = stamped(found)
    return {
        "small": claim <= SMALL_CLAIM,
        "limit": format_rupiah(SMALL_CLAIM),
        "claim": format_rupiah(claim),
        "city": address.city if address else "",
        "checked": long_date(address.verified) if address and address.verified else "",
        "same_city": same,
        "our_city": ours.city,
        "due": long_date(due),
        "general": long_date(months_after(due, 12 * _GENERAL)),
        "short": tuple({"years": str(years), "until": long_date(months_after(due, 12 * years))} for years in _SHORT),
        "stamps": str(stamps),
        "stamp": format_rupiah(DUTY),
        "stamp_total": format_rupiah(DUTY * stamps),
        "charged": any(line.charged for line in send.items),
        "disputed": any(line.disputed_part for line in send.items),
    }


def plaintiff(book: Book) -> Mapping[str, Value]:
    """Return who would sue: name, seat, and who acts for it."""
    creditor = book.creditor
    head = (
        creditor.signatories.get("somasi")
        or creditor.signatories.get("manager")
        or creditor.signatories.get("reminder")
    )
    seat = creditor.address
    return {
        "name": creditor.name,
        "address": f"{seat.street}, {seat.city}, {seat.province} {seat.postcode}",
        "by": head.name if head and creditor.form is not LegalForm.PERSON else "",
        "position": head.position if head else "",
        "signs": head.name if head else creditor.name,
    }


def defendant(customer: Customer) -> Mapping[str, Value]:
    """Return who would be sued: for UD the owner, for CV and firma the body and the partner, else the body."""
    liable, seat = customer.liable, customer.address
    name, position = (liable.name, liable.position) if liable else (_BLANK, "")
    where = f"{seat.street}, {seat.city}, {seat.province} {seat.postcode}" if seat else _BLANK
    by = f"{name}, {position}" if position else name
    if customer.form is LegalForm.PERSON:
        return {"name": customer.name, "address": where, "by": "", "capacity": ""}
    if customer.form is LegalForm.UD:
        return {"name": name, "address": where, "by": "", "capacity": f"{position or 'Pemilik'} {customer.name}"}
    partner = customer.form in (LegalForm.CV, LegalForm.FIRMA)
    capacity = "sekutu bertanggung jawab secara pribadi; sebutkan pula nama setiap sekutu" if partner else ""
    return {"name": customer.name, "address": where, "by": by, "capacity": capacity}

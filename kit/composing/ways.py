"""Ways to pay as templates see them: QRIS as a picture, virtual accounts, the payment link. Nothing fetched, all drawn.

| name | meaning |
|---|---|
| `virtual_accounts` | rows of `bank`, `number`: numbers of this customer alone |
| `payment_link` | address at which this is paid: of the only invoice, of the customer, of the creditor, or empty |
| `transfer.amount`, `.code` | the sum to transfer with its code, the code; the whole is empty where there is none |
| `qris.merchant`, `.nmid` | what the payer's app shows, to be compared; the whole is empty where no code is shown |
| `qris.amount` | what the code asks for, empty where the payer types it |
| `qris.pay` | what is to be typed or compared |
| `qris.image_link` | the code as a picture inside a page; `kit:qris` on paper; empty in messages |
"""

from __future__ import annotations

import base64
import io
from collections.abc import Iterable
from functools import lru_cache

import segno

from kit.basics.money import Rupiah, format_rupiah
from kit.composing.templates import Value
from kit.domain.codes import CodesFor
from kit.domain.means import payment_link
from kit.domain.model import Book, Customer, LegalForm
from kit.domain.qris import Qris
from kit.domain.statement import Line

#: Side of one module of a code and width of the light rim around it, in pixels and modules (ISO/IEC 18004: 4).
_MODULE, _RIM = 5, 4


def ways(book: Book, customer: Customer, lines: Iterable[Line]) -> dict[str, Value]:
    """Return the ways to pay `lines` that need no amount: virtual accounts and the payment link."""
    links = [line.invoice.payment_link for line in lines]
    return {
        "virtual_accounts": tuple({"bank": each.bank, "number": each.number} for each in customer.virtual_accounts),
        "payment_link": payment_link(links, customer.payment_link, book.creditor.payment_link) or "",
    }


def code_of(book: Book, customer: Customer, amount: Rupiah) -> Rupiah:
    """Return the transfer code, in rupiah, that `customer` adds to `amount`; 0 where there is none."""
    policy = book.policy.transfer_code
    if policy is CodesFor.OFF or (policy is CodesFor.PERSONS and customer.form is not LegalForm.PERSON):
        return 0
    return book.codes.code_for(customer.id, amount) or 0


def transfer_fields(amount: Rupiah, code: Rupiah) -> dict[str, Value]:
    """Return what a template says of a sum with a transfer code; an empty map without one."""
    return {"amount": format_rupiah(amount + code), "code": format_rupiah(code)} if code else {}


def qris_fields(code: Qris | None, pay: Rupiah, image: str = "") -> dict[str, Value]:
    """Return what a template says of the code by which `pay` is paid; an empty map without one."""
    if code is None:
        return {}
    return {
        "merchant": code.merchant,
        "nmid": code.nmid or "",
        "amount": "" if code.static else format_rupiah(pay),
        "pay": format_rupiah(pay),
        "image_link": image,
    }


@lru_cache(maxsize=64)
def picture(code: Qris) -> bytes:
    """Return `code` as a black and white PNG, its light rim included."""
    drawn = io.BytesIO()
    segno.make_qr(code.payload, error="m").save(drawn, kind="png", scale=_MODULE, border=_RIM)
    return drawn.getvalue()


def inside_page(code: Qris) -> str:
    """Return the picture of `code` as an address that holds it."""
    return f"data:image/png;base64,{base64.b64encode(picture(code)).decode()}"

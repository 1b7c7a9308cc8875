"""Payment terms of a customer's file: their spelling, discounts, parts (termin), and the due dates they come to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kit.basics.money import format_rupiah
from kit.domain.invoices import Discount
from kit.domain.terms import UNKNOWN, PaymentTerms, Share, Start, discount, parse_terms, part_number, split
from kit.reading.fields import Field, Findings, Got, ListOf, Missing, Record, nearest, quoted
from kit.reading.kinds import Amount, Choice, Day, Rate, Text, Url, text_of
from kit.reading.nodes import Node


@dataclass(frozen=True, slots=True)
class Terms:
    """How long somebody has: `net 30`, `1 month from receipt`, `end of next month`, `25 of next month`."""

    def read(self, node: Node, name: str, to: Findings) -> PaymentTerms | Missing:
        """Return the terms."""
        text = text_of(node, name, to)
        if isinstance(text, Missing):
            return text
        return parse_terms(text) or to.error("terms", node, field=name, text=quoted(text))


EXTENSION = Record(
    "extension",
    (
        Field("granted", Day(), required=True),
        Field("due", Day(), required=True),
        Field("reason", Text(300)),
    ),
)

DISCOUNT = Record(
    "discount",
    (
        Field("percent", Rate()),
        Field("amount", Amount()),
        Field("within", Terms()),
        Field("until", Day()),
        Field("of", Choice({"total": False, "net": True}), attribute="net"),
    ),
)

PART = Record(
    "part",
    (
        Field("due", Day()),
        Field("terms", Terms()),
        Field("percent", Rate()),
        Field("amount", Amount()),
        Field("description", Text(300)),
        Field("payment_link", Url()),
        Field("extensions", ListOf(EXTENSION)),
    ),
)

#: What an invoice in parts leaves to them, or cannot have.
_OF_PARTS = ("due", "terms", "payment_link", "extensions", "discounts")


def own_terms(got: Got) -> PaymentTerms | None:
    """Return the terms that an invoice or its contract writes."""
    contract = got.get("contract")
    found: PaymentTerms | None = got.get("terms") or (contract.get("terms") if contract is not None else None)
    return found


def start_of(got: Got, start: Start) -> date | None:
    """Return the day on which terms of an invoice begin, None where it has not come."""
    key = {Start.ISSUE: "issued", Start.RECEIPT: "received", Start.ACCEPTANCE: "accepted"}[start]
    found: date | None = got.get(key)
    return found


def due_by(got: Got, terms: PaymentTerms) -> date:
    """Return the due date that `terms` give an invoice, UNKNOWN while the day they begin on has not come."""
    begins = start_of(got, terms.start)
    return terms.due(begins) if begins is not None else UNKNOWN


def agreed(got: Got, default: PaymentTerms | None) -> tuple[date, PaymentTerms | None]:
    """Return the due date of a faultless invoice, and the terms it comes from: its own, the contract's, the default."""
    terms = own_terms(got)
    if got.get("due") is not None:
        return got.get("due"), terms
    terms = terms or default
    return (due_by(got, terms), terms) if terms else (UNKNOWN, None)


def discounts(got: Got) -> tuple[Discount, ...]:
    """Return the early-payment discounts of a faultless invoice, the longest term last."""
    found = [Discount(_until(got, each), _off(got, each)) for each in got.get("discounts") or ()]
    return tuple(sorted(found, key=lambda each: (each.until, -each.amount)))


def amounts_of(got: Got) -> tuple[int, ...] | None:
    """Return the amounts of an invoice's parts, None where they are not its amount."""
    shares = [Share(each.get("amount"), each.get("percent")) for each in got.get("parts")]
    return split(got.get("amount"), shares)


def names_of(got: Got) -> tuple[str, ...]:
    """Return how the parts of an invoice are called, nothing where it has none."""
    number, parts = got.get("number"), got.get("parts") or ()
    return () if number is None else tuple(part_number(number, at + 1, len(parts)) for at in range(len(parts)))


def check_terms(got: Got, default: PaymentTerms | None, to: Findings) -> None:
    """Tell what contradicts itself in due date, terms, tax, discounts and parts of one invoice."""
    tax, amount = got.get("tax"), got.get("amount")
    if None not in (tax, amount) and tax >= amount:
        to.error("tax-more", got.place("tax"), other=got.place("amount"), tax=format_rupiah(tax),
                 amount=format_rupiah(amount))  # fmt: skip
    elif amount is not None:
        _discounts(got, to)
    if "parts" in got.places:
        _parts(got, to)
        return
    terms = own_terms(got)
    if not ({"due", "terms"} & set(got.places) or terms or default or _misspelt(got)):
        to.error("field-missing", got.node, field="due", record="invoice")
    _both(got, got, terms, to)


def _misspelt(got: Got) -> bool:
    """Tell whether a key of the invoice looks like a due date, so that only the key is wrong."""
    return any(nearest(key, ("due", "terms", "parts")) for key in got.node.entries)


def _both(got: Got, part: Got, terms: PaymentTerms | None, to: Findings) -> None:
    """Tell a due date that is not the one that the terms beside it give."""
    due = part.get("due")
    if due is None or terms is None:
        return
    given = due_by(got, terms)
    if given not in (UNKNOWN, due):
        contract = got.get("contract")
        other = part.place("terms") if "terms" in part.places or contract is None else contract.place("terms")
        to.error("due-terms", part.place("due"), other=other, due=str(due), given=str(given))


def _discounts(got: Got, to: Findings) -> None:
    issued = got.get("issued")
    for each in got.get("discounts") or ():
        faultless = len(each.values) == len(each.places)
        if not faultless or issued is None:
            continue
        if ("percent" in each.values) == ("amount" in each.values):
            to.error("discount-shape", each.at)
        elif ("within" in each.values) == ("until" in each.values):
            to.error("discount-time", each.at)
        elif each.get("net") and "tax" not in got.places:
            to.error("discount-net", each.place("net"))
        elif _off(got, each) >= got.get("amount"):
            to.error("discount-more", each.at, other=got.place("amount"), amount=format_rupiah(got.get("amount")))
        elif _until(got, each) < issued:
            to.error("discount-early", each.at, other=got.place("issued"), until=str(_until(got, each)),
                     issued=str(issued))  # fmt: skip


def _off(got: Got, each: Got) -> int:
    fixed: int | None = each.get("amount")
    if fixed is not None:
        return fixed
    return discount(got.get("amount"), got.get("tax") or 0, each.get("percent"), net=bool(each.get("net")))


def _until(got: Got, each: Got) -> date:
    until: date | None = each.get("until")
    return until if until is not None else due_by(got, each.get("within"))


def _parts(got: Got, to: Findings) -> None:
    for key in _OF_PARTS:
        if key in got.places:
            to.error("parts-field", got.place(key), other=got.place("parts"), field=key)
    parts = got.get("parts") or ()
    before: tuple[date, Got] | None = None
    whole = all(len(each.values) == len(each.places) for each in parts)
    for each in parts:
        if "due" not in each.places and "terms" not in each.places:
            to.error("field-missing", each.node, field="due", record="part")
        if whole and ("percent" in each.values) == ("amount" in each.values):
            to.error("part-shape", each.at)
            whole = False
        _both(got, each, each.get("terms"), to)
        due = each.get("due") or (due_by(got, each.get("terms")) if each.get("terms") else None)
        if due is None or due == UNKNOWN:
            continue
        if before is not None and due < before[0]:
            to.error("part-order", each.at, other=before[1].at, due=str(due), before=str(before[0]))
        before = due, each
    for name in names_of(got)[-1:]:
        if len(name) > Text(60).most:
            to.error("text-long", got.place("number"), field="number", length=len(name), limit=60)
    if whole and parts and got.get("amount") is not None and amounts_of(got) is None:
        to.error("parts-sum", got.place("parts"), other=got.place("amount"), amount=format_rupiah(got.get("amount")))

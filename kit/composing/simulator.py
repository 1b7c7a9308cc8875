"""The simulator of the page as templates see it: the limits for the script, and a table for who has none.

| name | meaning |
|---|---|
| `simulator.mark`, `.total_number` | the page's four digits, the sum in digits |
| `simulator.counts` | how many instalments may be chosen |
| `simulator.from_day`, `.usual_day`, `.until_day` | first, usual and last day of the first one, YYYY-MM-DD |
| `simulator.total`, `.first` | the sum and the usual first day, to read |
| `simulator.rows` | of each choice: `count`, `each`, `last` |
| `simulator.phone_link` | where the message goes, without its text |
"""

from __future__ import annotations

from kit.basics.dates import long_date
from kit.basics.money import format_rupiah
from kit.composing.people import sender_for
from kit.composing.templates import Value
from kit.domain.model import Book, Customer
from kit.domain.policy import Channel
from kit.domain.simulation import counts, first_days, page_mark, simulated, splittable
from kit.domain.statement import Statement


def simulator_fields(book: Book, customer: Customer, statement: Statement) -> dict[str, Value]:
    """Return what the page needs to let `customer` try instalments; an empty map where there is nothing to propose."""
    limits, link = book.policy.instalments, book.links.get(customer.id)
    if limits is None or link is None:
        return {}
    total = sum(line.outstanding for line in splittable(customer, statement))
    choices = counts(total, limits)
    if not choices:
        return {}
    sender = sender_for(book.creditor, Channel.WHATSAPP)
    number = book.creditor.whatsapp or (sender.whatsapp if sender else None)
    first, usual, last = first_days(statement.as_of, limits)
    rows = [(count, simulated(total, count, usual)) for count in choices]
    return {
        "mark": page_mark(link.token),
        "total_number": total,
        "total": format_rupiah(total),
        "counts": choices,
        "from_day": str(first),
        "usual_day": str(usual),
        "until_day": str(last),
        "first": long_date(usual),
        "rows": tuple(
            {"count": count, "each": format_rupiah(plan[0].amount), "last": format_rupiah(plan[-1].amount)}
            for count, plan in rows
        ),
        "phone_link": f"https://wa.me/{number}" if number else "",
    }

"""The transfer codes of a book, as the kit recorded them: one for a customer and an amount, no sum twice."""

from __future__ import annotations

from kit.domain.codes import LARGEST_CODE, Codes, Given
from kit.reading.fields import Field, Findings, Got, ListOf, Record, top
from kit.reading.kinds import Amount, Day, Pattern, Whole
from kit.reading.links import IDENT
from kit.reading.nodes import Node

GIVEN = Record(
    "given",
    (
        Field("customer", IDENT, required=True),
        Field("amount", Amount(), required=True),
        Field("code", Whole(1, LARGEST_CODE), required=True),
        Field("date", Day(), required=True),
    ),
)
CODES = Record(
    "codes",
    (
        Field("key", Pattern("[A-Za-z0-9_-]{43,86}", "43 letters and digits, as the kit makes them"), required=True),
        Field("given", ListOf(GIVEN)),
    ),
)


def codes(node: Node, to: Findings) -> Codes:
    """Return the codes; one sum that stands for two payers would credit the wrong one, so it is told."""
    got = top(node, CODES, to)
    whole: list[Given] = []
    seen: dict[object, Got] = {}
    for each in (got.get("given") if got else None) or ():
        if len(each.values) < len(GIVEN.fields):
            continue
        found = Given(at=each.at, **each.values)
        for mark in (found.amount + found.code, (found.customer, found.amount)):
            if seen.setdefault(mark, each) is not each:
                to.error("code-repeated", each.place("code"), other=seen[mark].place("code"))
                break
        whole.append(found)
    return Codes((got.get("key") if got else None) or "", tuple(whole))

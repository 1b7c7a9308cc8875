"""What the ways to pay say in English: problems of the creditor's QRIS code and of the transfer codes."""

from __future__ import annotations

from collections.abc import Mapping

#: Problems that data/creditor.yaml and codes.yaml can have.
READ: Mapping[str, tuple[str | None, ...]] = {
    "qris-broken": (
        "{field} is not the text of a QRIS code: it breaks off or a part of it is missing",
        "let an app read the code and copy the whole text, from 000201 to the four characters behind 6304",
    ),
    "qris-checksum": (
        "the checksum of {field} is wrong: a character was changed or lost",
        "let an app read the code again and copy the text whole; do not change it by hand",
    ),
    "qris-dynamic": (
        "{field} is a code with an amount, for one payment only",
        "write the static code that stands on your counter; the kit puts an amount in where that was tested",
    ),
    "qris-tag": (
        "{field} is no QRIS code of an Indonesian merchant: tag {tag} is missing or wrong",
        "needed are rupiah (53), country ID (58), name (59), city (60), category (52) and the NMID (51)",
    ),
    "code-repeated": (
        "this transfer code stands for a sum, or for an amount of a customer, that has one already",
        "delete the younger line; the next build gives that customer another code",
    ),
}

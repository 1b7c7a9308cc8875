"""The private addresses of the customers' pages: one random token each, never twice the same."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kit.domain.model import Link
from kit.reading.fields import Field, Findings, Got, MapOf, Record
from kit.reading.kinds import Day, Pattern
from kit.reading.nodes import Node

IDENT = Pattern("[a-z0-9][a-z0-9-]{0,31}", "toko-maju")
LINK = Record(
    "link",
    (Field("token", Pattern("[A-Za-z0-9_-]{22,86}", "22 letters and digits, as the kit makes them"), required=True),
     Field("made", Day(), required=True)),
)  # fmt: skip
LINKS = MapOf(LINK, IDENT)


def links(node: Node, to: Findings) -> Mapping[str, Link]:
    """Return the links by customer id; two customers with one token would see each other's page."""
    read = LINKS.read(node, "links", to)
    entries: Mapping[str, Got] = read if isinstance(read, dict) else {}
    seen: dict[str, Got] = {}
    for got in entries.values():
        token = got.get("token")
        if token is not None and seen.setdefault(token, got) is not got:
            to.error("token-repeated", got.place("token"), other=seen[token].place("token"))
    whole = {ident: got.values for ident, got in entries.items() if len(got.values) == len(LINK.fields)}
    return MappingProxyType({ident: Link(**values) for ident, values in whole.items()})

"""The text inside a QRIS code as a field of a book: read to the letter, refused with the tag that is wrong."""

from __future__ import annotations

from dataclasses import dataclass

from kit.domain.qris import BROKEN, CHECKSUM, DYNAMIC, Qris, fault_of, read_qris
from kit.reading.fields import MISSING, Findings, Missing
from kit.reading.kinds import Text
from kit.reading.nodes import Node

#: The most characters that a payload holds.
LONGEST = 512

_CODES = {BROKEN: "qris-broken", CHECKSUM: "qris-checksum", DYNAMIC: "qris-dynamic"}


@dataclass(frozen=True, slots=True)
class QrisCode:
    """The static code of the creditor, as an app reads it out of the picture."""

    def read(self, node: Node, name: str, to: Findings) -> Qris | Missing:
        """Return the code, or MISSING with the reason told."""
        text = Text(LONGEST, exact=True).read(node, name, to)
        if isinstance(text, Missing):
            return text
        fault = fault_of(text)
        if fault is None:
            return read_qris(text) or MISSING
        return to.error(_CODES.get(fault, "qris-tag"), node, field=name, tag=fault)

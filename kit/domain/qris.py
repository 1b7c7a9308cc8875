"""QRIS payloads (EMVCo merchant-presented mode): checked, read, and given an amount. Never made from nothing.

Records are tag, length, value; the length counts characters, the checksum runs over UTF-8 bytes.
Format: EMVCo QR Code Specification for Payment Systems, merchant-presented mode. An amount is put
into the creditor's own static code only; an acquirer may refuse a home-made one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kit.basics.money import Rupiah

#: Largest amount that one QRIS payment may carry.
LARGEST_QRIS: Rupiah = 10_000_000

#: Why a text is no code of a creditor's own: the tag at fault, or these words.
BROKEN, CHECKSUM, DYNAMIC = "broken", "checksum", "dynamic"

_POINT, _CURRENCY, _AMOUNT, _TIPS, _CHECKSUM = "01", "53", "54", ("55", "56", "57"), "63"
_STATIC, _DYNAMIC = "11", "12"
_NAME, _REPOSITORY, _NMID = "59", "51", "02"


#: What the tags of an Indonesian merchant's code hold: category, currency, country, name, city.
_SHAPES = (("52", r"[0-9]{4}"), ("53", "360"), ("58", "ID"), (_NAME, r".{1,25}"), ("60", r".{1,15}"))
_NATIONAL_ID = re.compile("ID[0-9]{13}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Qris:
    """A payload as its records, in the order of the code, without the checksum."""

    records: tuple[tuple[str, str], ...]

    def value(self, tag: str) -> str | None:
        """Return the value under `tag`, or None."""
        return next((value for each, value in self.records if each == tag), None)

    @property
    def merchant(self) -> str:
        """Name of the merchant, as the payer's app shows it."""
        return self.value(_NAME) or ""

    @property
    def nmid(self) -> str | None:
        """National merchant id, to be compared by the payer."""
        inner = _parse(self.value(_REPOSITORY) or "")
        return dict(inner).get(_NMID) if inner else None

    @property
    def static(self) -> bool:
        """Tell whether the code carries no amount and may be used any number of times."""
        return self.value(_POINT) != _DYNAMIC and self.value(_AMOUNT) is None

    @property
    def payload(self) -> str:
        """The text of the code, with its checksum."""
        text = "".join(f"{tag}{len(value):02}{value}" for tag, value in self.records) + _CHECKSUM + "04"
        return text + f"{crc(text):04X}"


def crc(text: str) -> int:
    """Return the checksum of `text`: CRC-16/CCITT-FALSE over its UTF-8 bytes.

    >>> f"{crc('123456789'):04X}"
    '29B1'
    """
    register = 0xFFFF
    for byte in text.encode():
        register ^= byte << 8
        for _ in range(8):
            register = (register << 1 ^ 0x1021) & 0xFFFF if register & 0x8000 else register << 1
    return register


def read_qris(payload: str) -> Qris | None:
    """Return the code in `payload`, or None: a broken record, a wrong checksum, another currency than rupiah."""
    records = _parse(payload)
    if not records or records[0] != ("00", "01") or records[-1][0] != _CHECKSUM:
        return None
    if records[-1][1] != f"{crc(payload[:-4]):04X}":
        return None
    found = Qris(tuple(records[:-1]))
    return found if found.value(_CURRENCY) == "360" and found.merchant else None


def fault_of(payload: str) -> str | None:
    """Return why `payload` is not the static code of an Indonesian merchant: a word, or the tag at fault; None: it is.

    A rule of each tag: EMVCo merchant-presented mode and the national repository in tag 51, whose
    merchant id (NMID) a payer compares.
    """
    records = dict(_parse(payload))
    if next(iter(records.items()), None) != ("00", "01") or next(reversed(records)) != _CHECKSUM:
        return BROKEN
    if records[_CHECKSUM] != f"{crc(payload[:-4]):04X}":
        return CHECKSUM
    for tag, shape in _SHAPES:
        if not re.fullmatch(shape, records.get(tag, ""), re.ASCII if tag == "52" else 0):
            return tag
    code = Qris(tuple((tag, value) for tag, value in records.items() if tag != _CHECKSUM))
    if not _NATIONAL_ID.fullmatch(code.nmid or ""):
        return _REPOSITORY
    if records.get(_POINT) not in (_STATIC, _DYNAMIC):
        return _POINT
    return None if code.static else DYNAMIC


def with_amount(code: Qris, amount: Rupiah) -> Qris | None:
    """Return `code` for one payment of `amount`, or None where QRIS cannot carry it.

    Tag 01 becomes 12, an old amount and tips go, the amount stands behind the currency; every other
    record keeps its value and its place.
    """
    if not 0 < amount <= LARGEST_QRIS:
        return None
    records: list[tuple[str, str]] = []
    for tag, value in code.records:
        if tag == _AMOUNT or tag in _TIPS:
            continue
        records.append((tag, _DYNAMIC if tag == _POINT else value))
        if tag == _CURRENCY:
            records.append((_AMOUNT, str(amount)))
    return Qris(tuple(records))


def _parse(payload: str) -> list[tuple[str, str]]:
    """Return the records of `payload`, none where one is broken or a tag stands twice."""
    records: list[tuple[str, str]] = []
    at = 0
    while at < len(payload):
        head = payload[at : at + 4]
        if len(head) < 4 or not (head.isascii() and head.isdigit()):
            return []
        length = int(head[2:])
        value = payload[at + 4 : at + 4 + length]
        if len(value) != length:
            return []
        records.append((head[:2], value))
        at += 4 + length
    tags = [tag for tag, _ in records]
    return records if len(set(tags)) == len(tags) else []

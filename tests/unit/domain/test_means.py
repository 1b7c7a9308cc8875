"""QRIS as the creditor gave it, and the link that a message names."""

from __future__ import annotations

from datetime import date

import pytest

from kit.domain.means import MerchantCode, Trial, payment_link
from kit.domain.qris import Qris, crc, fault_of, read_qris

PAYLOAD = (
    "00020101021126680016ID.CO.CONTOH.WWW01189360099900000000010215CONTOH0000000010303UMI51440014ID.CO.QRIS.WWW"
    "0215ID00000000000000303UMI5204739253033605802ID5916CONTOH KONSULTAN6015JAKARTA SELATAN61051219062070703A0163042DED"
)
DAY = date(2026, 11, 23)


def code() -> Qris:
    found = read_qris(PAYLOAD)
    assert found is not None
    return found


def changed(old: str, new: str) -> str:
    """Return the payload with a change and the checksum that belongs to it."""
    text = PAYLOAD[:-4].replace(old, new)
    assert text != PAYLOAD[:-4]
    return f"{text}{crc(text):04X}"


def test_an_amount_stands_in_the_code_from_the_day_of_the_test_on() -> None:
    tried = MerchantCode(code(), Trial(DAY, 10_000))
    found = tried.for_amount(1_250_123, DAY)
    assert found is not None
    assert (found.value("54"), found.value("01")) == ("1250123", "12")
    assert tried.for_amount(1_250_123, date(2026, 11, 22)) == code()
    assert MerchantCode(code()).for_amount(1_250_123, DAY) == code()


@pytest.mark.parametrize(("amount", "shown"), [(0, False), (1, True), (10_000_000, True), (10_000_001, False)])
def test_above_ten_million_there_is_no_code(amount: int, shown: bool) -> None:
    for merchant in (MerchantCode(code()), MerchantCode(code(), Trial(DAY, 1))):
        assert (merchant.for_amount(amount, DAY) is not None) == shown


@pytest.mark.parametrize(("payload", "fault"), [
    (PAYLOAD, None),
    ("", "broken"), (PAYLOAD[:-5], "broken"), (PAYLOAD[6:], "broken"), (PAYLOAD + "0001", "broken"),
    (PAYLOAD[:-4] + "0000", "checksum"), (PAYLOAD.replace("KONSULTAN", "KONSULTAM"), "checksum"),
    (changed("5303360", "5303840"), "53"), (changed("5802ID", "5802SG"), "58"), (changed("52047392", "5204739A"), "52"),
    (changed("5916CONTOH KONSULTAN", "5926CONTOH KONSULTAN INDONESIA"), "59"),
    (changed("6015JAKARTA SELATAN", "6016JAKARTA SELATAN1"), "60"), (changed("6015JAKARTA SELATAN", ""), "60"),
    (changed("0215ID0000000000000", "0215IX0000000000000"), "51"),
    (changed("51440014ID.CO.QRIS.WWW0215ID00000000000000303UMI", ""), "51"),
    (changed("010211", "010213"), "01"), (changed("010211", ""), "01"),
    (changed("010211", "010212"), "dynamic"), (changed("5303360", "530336054045000"), "dynamic"),
])  # fmt: skip
def test_the_tag_at_fault_is_named(payload: str, fault: str | None) -> None:
    assert fault_of(payload) == fault


def test_the_nearest_link_wins() -> None:
    mine, theirs, ours = "https://bayar.example/1", "https://bayar.example/c", "https://bayar.example/"
    assert payment_link([mine], theirs, ours) == mine
    assert payment_link([mine, None], theirs, ours) == theirs
    assert payment_link([None], None, ours) == ours
    assert payment_link([], None, None) is None

"""The creditor's QRIS code as a book writes it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from kit.domain.means import MerchantCode, Trial
from kit.reading.book import book_of
from kit.reading.files import CREDITOR, Files
from tests.unit.domain.test_means import PAYLOAD, code

BASE = (Path(__file__).parents[2] / "errors/base/data/creditor.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(("written", "expected"), [
    (f"{{payload: {PAYLOAD}}}", MerchantCode(code())),
    (f"{{payload: {PAYLOAD}, tested: {{date: 2026-11-02, amount: 10.000}}}}",
     MerchantCode(code(), Trial(dt.date(2026, 11, 2), 10_000))),
    ("{payload: [1, 2]}", None),
])  # fmt: skip
def test_a_code_is_read_with_its_test_payment(written: str, expected: MerchantCode | None) -> None:
    book, problems = book_of(Files({CREDITOR: f"{BASE}\nqris: {written}\n".encode()}))
    assert (book.creditor.qris if book else None) == expected
    assert (book is None) == (expected is None), problems

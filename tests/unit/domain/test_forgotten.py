"""Numbers of somebody who was forgotten stay used, and nothing else stays."""

from __future__ import annotations

from datetime import date

import pytest

from kit.domain.forgotten import Stone, stones
from kit.domain.happened import Torn
from kit.domain.numbering import next_sequence
from kit.domain.register import Voided
from tests.builders import DAY, register, sent
from tests.unit.domain.test_handedout import issued


def test_issued_voided_and_torn_numbers_stay_and_words_do_not() -> None:
    found = register(
        issued("firm", "1"), sent("due", DAY, "A-1"), Voided(DAY, 1, "wrong"), Torn(DAY, "rest"),
        Torn(DAY, "rest", "ST", 7),
    )  # fmt: skip
    assert list(stones(found, date(2027, 1, 1))) == [
        Stone(date(2027, 1, 1), "X", 2026, 1), Stone(date(2027, 1, 1), "ST", 2026, 7),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("series", "year", "following"), [("X", 2026, 2), ("ST", 2026, 8), ("ST", 2027, 1), ("PC", 2026, 1)]
)
def test_the_next_number_comes_after_those_of_the_forgotten(series: str, year: int, following: int) -> None:
    gone = [Stone(DAY, "ST", 2026, 7), Stone(DAY, "ST", 2026, 3)]
    assert next_sequence([register(issued("firm", "1"))], series, year, gone) == following

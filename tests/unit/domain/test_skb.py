"""The holiday table against an independent one."""

from __future__ import annotations

import holidays
import pytest

from kit.domain.skb import DAYS_OFF, LAST_DAY, Rest


@pytest.mark.parametrize("year", [2024, 2025, 2026, 2027])
def test_the_table_agrees_day_for_day(year: int) -> None:
    everything = holidays.country_holidays("ID", years=year, categories=("public", "government"), language="id")
    public = holidays.country_holidays("ID", years=year, categories=("public",), language="id")
    ours = {day: off for day, off in DAYS_OFF.items() if day.year == year}
    assert ours.keys() == set(everything)
    assert {day for day, off in ours.items() if off.rest is Rest.HOLIDAY} == set(public)
    assert {day for day, off in ours.items() if off.estimated} == {
        day for day, name in everything.items() if "perkiraan" in name
    }


def test_the_table_ends_where_it_says() -> None:
    assert max(DAYS_OFF) <= LAST_DAY

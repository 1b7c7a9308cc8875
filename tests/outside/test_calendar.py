"""Published cases of days and zones (tests/outside/calendar.yaml)."""

from __future__ import annotations

import datetime as dt

from kit.domain.calendar import Zone
from tests.outside.cases import load

ZONES = {"Asia/Jakarta": Zone.WIB, "Asia/Makassar": Zone.WITA, "Asia/Jayapura": Zone.WIT}


def test_the_local_day_decides() -> None:
    case = next(each for each in load("calendar") if each.id == "Z-1")
    now = dt.datetime.fromisoformat(case.given["now_utc"])
    assert [str(ZONES[zone].local_day(now)) for zone in case.given["zones"]] == case.expect

"""Published cases of days and zones (tests/outside/calendar.yaml)."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from kit.domain.calendar import Calendar, Zone
from kit.reading.book import read_book
from tests.books import own_book
from tests.outside.cases import Case, load

ZONES = {"Asia/Jakarta": Zone.WIB, "Asia/Makassar": Zone.WITA, "Asia/Jayapura": Zone.WIT}
#: What a book writes into calendar.yaml for the words of the cases.
SETTINGS = {
    "cuti bersama off": "joint_leave: off",
    "cuti bersama worked": "joint_leave: work",
    "Mon-Fri": "working_week: mon-fri",
    "Mon-Sat": "working_week: mon-sat",
}


def calendar_of(case: Case, folder: Path) -> Calendar:
    book = own_book(folder)
    words = [word.strip() for word in str(case.rule).split(",")]
    lines = [SETTINGS[word] for word in words if word in SETTINGS]
    (book / "data/calendar.yaml").write_text("\n".join(lines) + "\n")
    read, problems = read_book(book)
    assert read is not None, problems
    return read.calendar


@pytest.mark.parametrize("case", [case for case in load("calendar") if case.id.startswith("H")], ids=str)
def test_working_days(case: Case, tmp_path: Path) -> None:
    start = dt.date.fromisoformat(case.given["start"])
    found = calendar_of(case, tmp_path).working_day_after(start, case.given["add"])
    assert str(found) == case.expect


def test_the_local_day_decides() -> None:
    case = next(each for each in load("calendar") if each.id == "Z-1")
    now = dt.datetime.fromisoformat(case.given["now_utc"])
    assert [str(ZONES[zone].local_day(now)) for zone in case.given["zones"]] == case.expect

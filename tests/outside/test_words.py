"""Published tables of numbers, currency and dates in Indonesian (tests/outside/words.yaml)."""

from __future__ import annotations

import datetime as dt
from typing import Any
from urllib.parse import quote

import pytest

from kit.basics.dates import long_date, long_date_with_weekday
from kit.basics.money import format_rupiah_full
from kit.basics.terbilang import terbilang
from tests.outside.cases import Case, load

PUBLIC = {
    "currency": format_rupiah_full,
    "long date": long_date,
    "date with weekday": long_date_with_weekday,
    None: terbilang,
}


@pytest.mark.parametrize("case", [each for each in load("words") if each.id != "WA-1"], ids=str)
def test_words(case: Case) -> None:
    words: Any = PUBLIC[case.rule]
    assert [words(dt.date.fromisoformat(each) if isinstance(each, str) else each) for each in case.given] == case.expect


def test_wa_me_encoding() -> None:
    case = next(each for each in load("words") if each.id == "WA-1")
    assert quote(case.given, safe="") == case.expect

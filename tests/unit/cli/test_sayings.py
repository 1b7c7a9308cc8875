"""A verdict in a few words: what rests without a day says in which lane it rests."""

from __future__ import annotations

import datetime as dt

import pytest

from kit.cli.sayings import Sayings
from kit.domain.verdict import OnHold, Reason, Wait

DAY = dt.date(2026, 11, 23)
RUNNING = Reason("series-running", {"number": "003", "amount": 1})
COUNSEL, END = Reason("handed-over", {"on": DAY}), Reason("ladder-at-end")


@pytest.mark.parametrize(("reasons", "english", "indonesian"), [
    ((), "wait", "tunggu"),
    ((RUNNING, COUNSEL), "wait (the matter is with counsel)", "tunggu (perkara pada advokat)"),
    ((RUNNING, END), "wait (end of the ladder)", "tunggu (akhir tangga)"),
    ((END, COUNSEL), "wait (the matter is with counsel, end of the ladder)", "tunggu (perkara pada advokat, akhir tangga)"),
])  # fmt: skip
def test_a_wait_without_a_day_names_its_lane(reasons: tuple[Reason, ...], english: str, indonesian: str) -> None:
    assert Sayings("en").verdict(Wait(None, reasons)) == english
    assert Sayings("id").verdict(Wait(None, reasons)) == indonesian
    assert "counsel" not in Sayings("en").verdict(Wait(DAY, reasons))


def test_a_series_that_rests_names_its_lane() -> None:
    assert Sayings("en").verdict(OnHold("giro", None, (RUNNING,))) == "on hold (bilyet giro)"
    assert Sayings("id").verdict(OnHold("plan", None, (RUNNING,))) == "ditahan (rencana cicilan)"

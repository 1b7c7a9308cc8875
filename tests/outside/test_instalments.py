"""Published cases of schedules (tests/outside/instalments.yaml)."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import Any

import pytest

from kit.domain.instalments import REST, Amounts, Every, Part, Problems, Span, by_parts, days, equal, fixed, schedule
from tests.outside.cases import Case, load


def part(written: Any) -> Part:
    if written == "rest":
        return REST
    return Part(percent=Fraction(written["percent"])) if "percent" in written else Part(amount=written["amount"])


def amounts(given: Any) -> tuple[Amounts, Problems]:
    total = given.get("total", 10_000)
    if "parts" in given:
        return by_parts(total, [part(each) for each in given["parts"]])
    if "amount" in given:
        return fixed(total, given["amount"])
    return equal(total, given["count"], given.get("round_to", 1))


@pytest.mark.parametrize("case", load("instalments"), ids=str)
def test_schedule(case: Case) -> None:
    found, problems = amounts(case.given)
    assert bool(problems) == case.expect.get("error", False)
    if "amounts" in case.expect:
        assert list(found) == case.expect["amounts"]
    if "dates" in case.expect:
        every = Every(Span.MONTHS, case.given.get("every_months", 1))
        first = dt.date.fromisoformat(case.given["first"])
        assert [str(day) for day in days(first, len(found), every)[0]] == case.expect["dates"]
        rows, problems = schedule(sum(found), (found, ()), first, every)
        assert not problems
        assert [row.amount for row in rows] == list(found)

"""The paper as it went out: each figure is found however it is spelt, and a missing or other one is named."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.basics.dates import long_date
from kit.basics.money import format_rupiah
from kit.domain.finals import Stated, misread, missing_in, other_amounts, says_other_words, stated
from kit.domain.register import Issued

DAY = dt.date(2026, 12, 4)
PAPER = Issued(dt.date(2026, 11, 24), "somasi-1", ("INV/1", "INV/2"), "012/SOM/XI/2026", "SOM-I", 12,
               (("INV/1", 10_500_000), ("INV/2", 750), ("charged", 0), ("total", 10_500_750)), DAY, "", "", "Rina")  # fmt: skip
WANTED = stated(PAPER, "PT Maju Jaya")
TEXT = """Nomor 012/SOM/XI/2026. Kepada PT Maju
Jaya. Invoice INV/1 Rp10.500.000 dan INV/2 Rp 750, jumlah Rp 10.500.750,-
(sepuluh juta lima ratus ribu tujuh ratus lima puluh rupiah), paling lambat Jumat, 4 Desember 2026."""


def names(text: str, wanted: Stated = WANTED) -> list[str]:
    return [each.figure for each in missing_in(text, wanted)]


def test_what_a_paper_must_state() -> None:
    assert WANTED.amounts == {"INV/1": 10_500_000, "INV/2": 750, "total": 10_500_750}
    assert WANTED.days == {"deadline": DAY}
    assert WANTED.words == ("012/SOM/XI/2026", "PT Maju Jaya", "INV/1", "INV/2")
    plan = stated(replace(PAPER, deadline=None, terms=("offered 2026-11-01", "2026-12-15 4000000", "grace 3")), "X")
    assert plan.days == {"2026-12-15": dt.date(2026, 12, 15)}
    assert plan.amounts["2026-12-15"] == 4_000_000


def test_a_faithful_paper_misses_nothing() -> None:
    assert names(TEXT) == []
    assert other_amounts(TEXT, WANTED) == ()
    assert not says_other_words(TEXT, WANTED)


@pytest.mark.parametrize(("old", "new", "missing"), [
    ("10.500.000", "10.500.001", ["INV/1"]),
    ("Rp10.500.000", "Rp110.500.000", ["INV/1"]),
    ("Rp10.500.000", "Rp10.500.000.000", ["INV/1"]),
    ("10.500.750", "10.500.700", ["total"]),
    ("Rp 750", "Rp 7500", ["INV/2"]),
    ("INV/2", "INV/3", ["INV/2"]),
    ("012/SOM", "013/SOM", ["012/SOM/XI/2026"]),
    ("Maju\nJaya", "Mundur\nJaya", ["PT Maju Jaya"]),
    ("4 Desember", "5 Desember", ["deadline"]),
])  # fmt: skip
def test_what_differs_is_named(old: str, new: str, missing: list[str]) -> None:
    assert names(TEXT.replace(old, new)) == missing
    frozen = {each.figure: each.frozen for each in missing_in(TEXT.replace(old, new), WANTED)}
    assert frozen[missing[0]] in {"Rp10.500.000", "Rp750", "Rp10.500.750", "2026-12-04", *WANTED.words}


@pytest.mark.parametrize("spelt", ["04 Desember 2026", "2026-12-04", "04-12-2026", "04/12/2026", "04.12.2026", "4/12/2026",
                                   "4 December 2026", "December 4, 2026", "4 Desem\nber 2026"])  # fmt: skip
def test_a_day_may_be_spelt_in_many_ways(spelt: str) -> None:
    assert names(TEXT.replace("4 Desember 2026", spelt)) == []


def test_other_amounts_and_words_are_seen() -> None:
    assert other_amounts(TEXT + " biaya Rp. 2.500.000 dan Rp500", WANTED) == (2_500_000, 500)
    assert says_other_words(TEXT.replace("lima puluh rupiah", "lima rupiah"), WANTED)
    assert not says_other_words("tanpa huruf", WANTED)
    assert not says_other_words("satu rupiah", Stated({}, {}, ()))


READ = {"INV/1": "10.500.000", "INV/2": "750", "total": "10500750", "deadline": "2026-12-04"}


def test_a_person_reads_every_figure() -> None:
    assert misread(READ, WANTED) == ()


@pytest.mark.parametrize(("changed", "figure", "found"), [
    ({"total": "10.500.751"}, "total", "10.500.751"),
    ({"total": "sepuluh"}, "total", "sepuluh"),
    ({"deadline": "2026-12-05"}, "deadline", "2026-12-05"),
    ({"deadline": "besok"}, "deadline", "besok"),
    ({"INV/9": "5"}, "INV/9", "5"),
])  # fmt: skip
def test_what_was_read_otherwise_is_named(changed: dict[str, str], figure: str, found: str) -> None:
    (one,) = misread({**READ, **changed}, WANTED)
    assert (one.figure, one.found) == (figure, found)


def test_what_was_not_read_is_named() -> None:
    for name in READ:
        (one,) = misread({key: value for key, value in READ.items() if key != name}, WANTED)
        assert (one.figure, one.found) == (name, None)
    plan = stated(replace(PAPER, deadline=None, terms=("2026-12-15 5",)), "X")
    assert [each.figure for each in misread({**READ, "2026-12-15": "5"}, plan)] == ["deadline"]


@given(
    st.integers(1, 999_999_999_999), st.integers(1, 999_999_999_999), st.dates(dt.date(2020, 1, 1), dt.date(2060, 1, 1))
)
def test_a_paper_is_faithful_exactly_when_its_total_and_date_are_those(frozen: int, printed: int, day: dt.date) -> None:
    wanted = Stated({"total": frozen}, {"deadline": day}, ())
    text = f"Jumlah {format_rupiah(printed)} sampai {long_date(day)}."
    alone = {day.day, day.year}  # the month stands in words
    assert (names(text, wanted) == []) == (frozen == printed or frozen in alone)

"""Amounts in words: the values of ICU, and words that read back to their number."""

from __future__ import annotations

import random

import pytest

from kit.basics.terbilang import terbilang, terbilang_rupiah

#: From ICU 72.1, rule-based number format of locale id; zero is ours.
ICU = {
    0: "nol",
    1: "satu",
    10: "sepuluh",
    11: "sebelas",
    12: "dua belas",
    19: "sembilan belas",
    20: "dua puluh",
    21: "dua puluh satu",
    100: "seratus",
    101: "seratus satu",
    111: "seratus sebelas",
    200: "dua ratus",
    1000: "seribu",
    1001: "seribu satu",
    1100: "seribu seratus",
    2000: "dua ribu",
    11_000: "sebelas ribu",
    100_000: "seratus ribu",
    101_000: "seratus satu ribu",
    111_111: "seratus sebelas ribu seratus sebelas",
    1_000_000: "satu juta",
    1_001_000: "satu juta seribu",
    1_011_000: "satu juta sebelas ribu",
    1_000_001_000: "satu miliar seribu",
    2_147_483_648: "dua miliar seratus empat puluh tujuh juta empat ratus delapan puluh tiga ribu enam ratus empat puluh delapan",
    999_999_999_999: "sembilan ratus sembilan puluh sembilan miliar sembilan ratus sembilan puluh sembilan juta sembilan ratus sembilan puluh sembilan ribu sembilan ratus sembilan puluh sembilan",
    10**15: "satu kuadriliun",
}
UNITS = dict(
    zip(["satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"], range(1, 10), strict=True)
)
GROUPS = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "triliun": 10**12, "kuadriliun": 10**15}


def read(words: str) -> int:
    """Read words back into their number, by rules of their own."""
    total = group = 0
    unit = 0
    for word in words.split():
        if word in UNITS:
            unit = UNITS[word]
        elif word in ("sepuluh", "sebelas"):
            group += 10 + (word == "sebelas")
        elif word == "belas":
            group, unit = group + 10 + unit, 0
        elif word == "puluh":
            group, unit = group + 10 * unit, 0
        elif word == "seratus":
            group += 100
        elif word == "ratus":
            group, unit = group + 100 * unit, 0
        elif word == "seribu":
            total += 1000
        else:
            total, group, unit = total + (group + unit) * GROUPS[word], 0, 0
    return total + group + unit


@pytest.mark.parametrize(("number", "words"), ICU.items())
def test_words_are_those_of_icu(number: int, words: str) -> None:
    assert terbilang(number) == words


def test_words_read_back_to_their_number() -> None:
    draw = random.Random(1945)
    numbers = [*range(1, 12_000), *(draw.randrange(10 ** draw.randrange(1, 18)) + 1 for _ in range(8000))]
    for number in numbers:
        assert read(terbilang(number)) == number


def test_rupiah_stands_behind_the_words() -> None:
    assert terbilang_rupiah(5_000_000) == "lima juta rupiah"


@pytest.mark.parametrize("number", [-1, 10**18])
def test_numbers_without_words_are_a_bug_of_the_caller(number: int) -> None:
    with pytest.raises(ValueError, match="terbilang covers"):
        terbilang(number)


def test_the_largest_number_has_words() -> None:
    assert read(terbilang(10**18 - 1)) == 10**18 - 1

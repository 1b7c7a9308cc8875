"""Amounts in words are ICU's: every number to 100,000 and as many of any length, compared by the hashes of its answers."""

from __future__ import annotations

import json

from kit.basics.terbilang import terbilang
from tests.outside.icu_words import BLOCK, KEPT, LAST, blocks, hashed, samples

ICU = json.loads(KEPT.read_text(encoding="utf-8"))


def test_every_number_to_100000() -> None:
    assert sum(map(len, blocks())) == LAST
    wrong = [each for each, answer in zip(blocks(), ICU["blocks"], strict=True) if hashed(each, terbilang) != answer]
    assert not wrong


def test_100000_numbers_of_every_length() -> None:
    drawn = samples()
    assert sum(map(len, drawn.values())) == LAST
    assert max(map(max, drawn.values())) > 9 * 10**14
    wrong = [seed for (seed, numbers), answer in zip(drawn.items(), ICU["samples"], strict=True)
             if hashed(numbers, terbilang) != answer]  # fmt: skip
    assert not wrong


def test_zero_is_ours() -> None:
    assert (terbilang(0), ICU["zero"]) == ("nol", "kosong")


def test_another_word_is_caught() -> None:
    def words(number: int) -> str:
        return "sejuta" if number == 10**6 else terbilang(number)

    assert hashed(range(10**6 - BLOCK, 10**6 + 1), words) != hashed(range(10**6 - BLOCK, 10**6 + 1), terbilang)

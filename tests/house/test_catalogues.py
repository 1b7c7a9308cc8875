"""What the kit says: both languages know the same codes with the same facts, every code is known, none is left over."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from kit.cli.catalogue import door_en, door_id, en
from kit.cli.catalogue import id as indonesian
from tests.codes import MAKERS, first_words, is_used, placeholders, texts

#: Sentences by code, in both languages.
DOORS = ("DOOR", "REASONS", "VERDICTS", "HOLDS")


def test_problems_are_worded_in_both_languages_with_the_same_facts() -> None:
    assert set(en.PROBLEMS) == set(indonesian.PROBLEMS)
    for code, said in en.PROBLEMS.items():
        assert list(map(placeholders, said)) == list(map(placeholders, indonesian.PROBLEMS[code])), code


@pytest.mark.parametrize("table", DOORS)
def test_the_door_says_the_same_in_both_languages(table: str) -> None:
    english, other = getattr(door_en, table), getattr(door_id, table)
    assert set(english) == set(other)
    for code, said in english.items():
        assert placeholders(said) == placeholders(other[code]), code


def test_tables_have_the_same_columns_in_both_languages() -> None:
    assert len(door_en.COLUMNS) == len(door_id.COLUMNS)
    assert len(door_en.LEDGER_COLUMNS) == len(door_id.LEDGER_COLUMNS)


@pytest.mark.parametrize(
    ("callees", "catalogue"),
    [(tuple(MAKERS), en.PROBLEMS), (("door",), door_en.DOOR), (("Reason",), door_en.REASONS)],
    ids=["problems", "door", "reasons"],
)
def test_every_code_that_is_used_has_words(callees: tuple[str, ...], catalogue: Mapping[str, object]) -> None:
    used = {word for _, word in first_words(*callees)}
    assert used
    assert not used - set(catalogue)


@pytest.mark.parametrize(
    "catalogue", [en.PROBLEMS, door_en.DOOR, door_en.REASONS, door_en.VERDICTS], ids=["problems", *DOORS[:3]]
)
def test_no_words_are_left_over(catalogue: Mapping[str, object]) -> None:
    known = texts()
    assert not {code for code in catalogue if not is_used(code, known)}

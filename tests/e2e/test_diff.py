"""`kit diff`: two days of a book beside each other."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.books import run, story_book


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return story_book(tmp_path_factory.mktemp("diff"))


def compared(book: Path, first: str, second: str, *more: str) -> dict[str, Any]:
    result = run("diff", first, second, "--book", book, "--json", *more)
    assert result.exit_code == 0, result.output
    found: dict[str, Any] = json.loads(result.output)
    return found


def test_each_day_is_what_status_says_of_it(book: Path) -> None:
    found = compared(book, "2026-11-16", "2026-11-23")
    for day, side in (("2026-11-16", "before"), ("2026-11-23", "after")):
        said = json.loads(run("status", "--book", book, "--as-of", day, "--json").output)
        for row, customer in zip(found["customers"], said["customers"], strict=True):
            assert row["id"] == customer["id"]
            for key in ("outstanding", "past_due", "unallocated", "days_past_due", "stage", "verdict"):
                assert row[side][key] == customer[key], (row["id"], key)


def test_who_is_new_changed_or_gone(book: Path) -> None:
    found = compared(book, "2026-10-15", "2026-11-23")
    state = {row["id"]: row["state"] for row in found["customers"]}
    assert state["warung-endang"] == "new"
    assert state["lautan-boga"] == "changed"
    assert {each: list(state.values()).count(each) for each in ("new", "changed", "gone", "same")} == {
        each: found[each] for each in ("new", "changed", "gone", "same")
    }
    (row,) = (row for row in found["customers"] if row["id"] == "warung-endang")
    assert (row["invoices_opened"], row["invoices_closed"]) == (["INV/2026/1033"], [])


def test_what_was_paid_is_gone(book: Path) -> None:
    (row,) = compared(book, "2026-11-16", "2026-11-23", "--only", "bahari-jaya")["customers"]
    assert (row["state"], row["before"]["outstanding"], row["after"]["outstanding"]) == ("gone", 6_730_000, 0)
    assert row["invoices_closed"]
    assert row["after"]["verdict"] == "clear"


def test_a_day_beside_itself_is_the_same(book: Path) -> None:
    found = compared(book, "2026-11-23", "2026-11-23")
    assert {row["state"] for row in found["customers"]} == {"same"}


def test_looking_the_other_way_turns_new_into_gone(book: Path) -> None:
    forth, back = (compared(book, *days) for days in (("2026-10-15", "2026-11-23"), ("2026-11-23", "2026-10-15")))
    assert (forth["new"], forth["gone"], forth["changed"]) == (back["gone"], back["new"], back["changed"])


def test_machine_words_hold_no_names(book: Path) -> None:
    text = run("diff", "2026-11-16", "2026-11-23", "--book", book, "--json").output
    assert not any(word in text for word in ("PT ", "Bapak", "Ibu", "Jalan", "@"))


def test_as_a_table_in_both_languages(book: Path) -> None:
    english = run("diff", "2026-11-16", "2026-11-23", "--book", book, "--lang", "en").output
    assert "from 16 Nov 2026 to 23 Nov 2026" in english
    assert "on hold (promise to pay) until 19 Nov 2026 → send firm" in english
    assert "0 new, 14 changed, 2 gone, 4 unchanged" in english
    assert "mitra-dapur" not in english
    indonesian = run("diff", "2026-11-16", "2026-11-23", "--book", book, "--lang", "id").output
    assert "dari 16 November 2026 sampai 23 November 2026" in indonesian
    assert "0 baru, 14 berubah, 2 hilang, 4 tetap" in indonesian


def test_what_is_no_day_or_no_customer_is_refused(book: Path) -> None:
    assert run("diff", "16/11/2026", "2026-11-23", "--book", book).exit_code == 2
    assert run("diff", "2026-11-16", "2026-11-23", "--book", book, "--only", "nobody").exit_code == 1

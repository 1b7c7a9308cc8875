"""`kit meterai`: which papers bear a duty stamp, how many pieces, what they cost; in both languages and as data."""

from __future__ import annotations

import json
from pathlib import Path

from tests.books import own_book, run, story_book

RECEIPT = ("--payment", "2026-11-23", "--amount")


def said(book: Path, *words: object) -> str:
    given = run(*words, "--book", book)
    assert given.exit_code == 0, given.output
    return given.stdout


def test_f11_the_papers_of_the_book_and_their_stamps(tmp_path: Path) -> None:
    book = own_book(tmp_path / "book")
    before = json.loads(said(book, "meterai", "--json"))
    for customer, amount in (("warung-endang", "275.000"), ("maju-jaya", "5.000.001")):
        said(book, "record", "payment", customer, amount, "--date", "2026-11-23")
        said(book, "issue", customer, "receipt", *RECEIPT, amount)
    found = json.loads(said(book, "meterai", "--json"))
    rows = {(each["customer"], each["paper"]): each for each in found["papers"]}
    small, large = rows["warung-endang", "receipt"], rows["maju-jaya", "receipt"]
    assert (small["number"], small["amount"], small["pieces"], small["cost"]) == ("001/KW/XI/2026", 275_000, 0, 0)
    assert (large["amount"], large["pieces"], large["cost"]) == (5_000_001, 1, 10_000)
    assert found["pieces"] == before["pieces"] + 1
    assert found["cost"] == sum(each["cost"] for each in found["papers"]) == 10_000 * found["pieces"]
    table = said(book, "meterai")
    assert "receipt (kuitansi)" in table
    assert "Rp5.000.001" in table


def test_an_agreement_bears_two_and_somasi_and_reminders_none(tmp_path: Path) -> None:
    book = own_book(tmp_path / "book")
    before = json.loads(said(book, "meterai", "--json"))["papers"]
    assert {each["paper"] for each in before} <= {"agreement", "exhibits"}
    said(book, "agree", "warung-endang", "--count", "2", "--first", "2026-12-15", "--write")
    (row,) = [each for each in json.loads(said(book, "meterai", "--json"))["papers"] if each not in before]
    assert (row["customer"], row["paper"], row["pieces"], row["cost"]) == ("warung-endang", "agreement", 2, 20_000)


def test_exhibits_of_a_case_folder_are_counted_as_its_own_list_counts_them(tmp_path: Path) -> None:
    book = story_book(tmp_path / "book")
    said(book, "casefile", "prima-niaga")
    found = json.loads(said(book, "meterai", "--json"))["papers"]
    (row,) = [each for each in found if each["paper"] == "exhibits"]
    (folder,) = book.glob("**/lawyers/prima-niaga")
    assert row["customer"] == "prima-niaga"
    assert row["pieces"] == len([*(folder / "bukti").iterdir()]) + 1, "each kept file, and the computation"


def test_a_day_without_papers_says_so_in_both_languages(tmp_path: Path) -> None:
    book = own_book(tmp_path / "book")
    assert "2020" in said(book, "meterai", "--as-of", "2020-01-02", "--lang", "en")
    assert "Tidak ada dokumen" in said(book, "meterai", "--as-of", "2020-01-02", "--lang", "id")

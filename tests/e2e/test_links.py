"""`kit links`: addresses are given, changed, taken away and lost; none comes back."""

from __future__ import annotations

import math
import re
import shutil
from pathlib import Path

from kit.output.recording import new_token
from tests.books import TOKENS, own_book, run

MINE = TOKENS["maju-jaya"]


def built(book: Path, *more: object) -> set[str]:
    """Build, and return the folders of pages."""
    result = run("build", "--book", book, "--jobs", "1", *more)
    assert result.exit_code == 0, result.output
    return {path.name for path in (book / "build/site").iterdir() if path.is_dir()}


def test_a_token_is_random_never_the_same_and_long_enough() -> None:
    made = [new_token() for _ in range(20_000)]
    assert len(set(made)) == len(made)
    assert all(re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]{23}", each) for each in made)
    # 62 letters may stand first, 64 in each of 23 places: 143.9 bits if every place is even.
    assert math.log2(62) + 23 * 6 >= 128
    for place in range(24):
        counts = [sum(each[place] == letter for each in made) for letter in "ABab01yz"]
        even = len(made) / (62 if place == 0 else 64)
        assert all(even * 0.6 < count < even * 1.4 for count in counts), place


def test_an_address_that_was_rotated_is_gone_and_never_comes_back(tmp_path: Path) -> None:
    book = own_book(tmp_path)
    assert MINE in built(book)
    shutil.copy(book / "links.yaml", tmp_path / "backup.yaml")
    result = run("links", "rotate", "maju-jaya", "--book", book)
    assert result.exit_code == 0, result.output
    after = built(book)
    assert MINE not in after
    assert len(after) == len(TOKENS)
    assert MINE not in (book / "data/links.txt").read_text()

    shutil.copy(tmp_path / "backup.yaml", book / "links.yaml")
    refused = run("build", "--book", book)
    assert refused.exit_code == 1
    assert "error[link-given-up]" in refused.stderr
    assert "given up earlier" in run("links", "--book", book).stdout
    assert run("links", "rotate", "maju-jaya", "--book", book).exit_code == 0
    assert MINE not in built(book)
    assert (book / "links.yaml").stat().st_mode & 0o777 == 0o600


def test_who_was_revoked_has_no_page_and_gets_none_until_rotated(tmp_path: Path) -> None:
    book = own_book(tmp_path)
    assert run("links", "revoke", "maju-jaya", "warung-endang", "--book", book).exit_code == 0
    assert len(built(book)) == len(TOKENS) - 2
    assert MINE not in (book / "build/outbox/maju-jaya/reminder-1/whatsapp.txt").read_text()
    (book / "links.yaml").unlink()
    assert len(built(book)) == len(TOKENS) - 2
    assert run("links", "rotate", "maju-jaya", "--book", book).exit_code == 0
    assert len(built(book)) == len(TOKENS) - 1


def test_who_never_had_an_address_can_be_left_without(tmp_path: Path) -> None:
    book = own_book(tmp_path)
    (book / "links.yaml").unlink()
    assert run("links", "revoke", "maju-jaya", "--book", book).exit_code == 0
    assert len(built(book)) == len(TOKENS) - 1


def test_an_expired_address_shows_no_page_and_is_told(tmp_path: Path) -> None:
    book = own_book(tmp_path)
    with (book / "data/policy.yaml").open("a") as file:
        file.write("\nlink_days: 22\n")
    page = book / f"build/site/{MINE}/index.html"
    assert len(built(book)) == len(TOKENS)
    assert "berlaku sampai dengan 23 November 2026" in page.read_text()
    text = (book / "links.yaml").read_text().replace(f'{MINE}", made: "2026-11-01"', f'{MINE}", made: "2026-10-31"')
    (book / "links.yaml").write_text(text)
    result = run("build", "--book", book)
    assert result.exit_code == 0
    assert "warning[link-expired]" in result.stderr
    assert not page.parent.exists()
    assert MINE not in (book / "build/outbox/maju-jaya/reminder-1/whatsapp.txt").read_text()
    assert "expired" in run("links", "--book", book).stdout


def test_a_lost_file_is_told_before_and_by_the_build_and_gives_new_addresses(tmp_path: Path) -> None:
    book = own_book(tmp_path)
    (book / "links.yaml").unlink()
    first = built(book)
    shutil.move(book / "links.yaml", tmp_path / "old.yaml")
    said = run("links", "--book", book)
    assert f"{len(TOKENS)} addresses were made and links.yaml does not know them" in said.stdout
    result = run("build", "--book", book)
    assert "warning[links-lost]" in result.stderr
    assert not first & built(book)
    # The file turns up again: what it holds was replaced meanwhile.
    shutil.move(tmp_path / "old.yaml", book / "links.yaml")
    assert run("build", "--book", book).stderr.count("error[link-given-up]") == len(TOKENS)


def test_a_list_says_what_is_in_order_and_shows_addresses_only_when_asked(tmp_path: Path) -> None:
    book = own_book(tmp_path)
    (book / "links.yaml").chmod(0o600)
    plain, whole = run("links", "--book", book), run("links", "--book", book, "--addresses", "--lang", "id")
    assert "All private addresses are in order." in plain.stdout
    assert MINE not in plain.stdout
    assert f"https://tagihan.sarirasa.example/{MINE}/" in whole.stdout
    (book / "links.yaml").chmod(0o644)
    assert "chmod 600" in run("links", "--book", book).stdout


def test_a_stranger_and_a_broken_trail_are_refused(tmp_path: Path) -> None:
    book = own_book(tmp_path)
    assert run("links", "rotate", "maju-jay", "--book", book).exit_code == 1
    (book / "data/links.txt").write_text("something else\n")
    result = run("links", "--book", book)
    assert result.exit_code == 1
    assert "error[trail-line]: " in result.stderr
    assert "data/links.txt:1" in result.stderr

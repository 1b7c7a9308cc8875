"""`kit letter`: drafts in a folder of their own, refusals where the book does not allow them, wrong usage."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.books import digests, own_book, run

OFFER = ("instalment-offer", "--count", "2", "--count", "3", "--first", "2026-12-15")


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return own_book(tmp_path / "book")


def said(book: Path, *words: object, code: int = 0) -> str:
    given = run("letter", *words, "--book", book)
    assert given.exit_code == code, given.output
    return given.stdout + given.stderr


def test_drafts_stand_in_a_folder_of_their_own_and_change_nothing_else(book: Path) -> None:
    before = digests(book / "data")
    out = said(book, "maju-jaya", *OFFER)
    place = book / "build-letters/maju-jaya-instalment-offer"
    assert sorted(path.name for path in place.rglob("*.*")) == [
        "instalment-offer.pdf", "manifest.json", "message.eml", "whatsapp.txt",
    ]  # fmt: skip
    assert "letters/maju-jaya/instalment-offer.pdf" in out
    assert digests(book / "data") == before
    assert not (book / "build").exists()
    first = {path: path.read_bytes() for path in place.rglob("*") if path.is_file()}
    said(book, "maju-jaya", *OFFER)
    assert {path: path.read_bytes() for path in place.rglob("*") if path.is_file()} == first


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (("maju-jaya", "settlement"), "letter-still-open"),
        (("maju-jaya", "somasi-withdrawal"), "letter-no-somasi"),
        (("maju-jaya", "statement", "--invoice", "X"), "letter-invoice"),
        (("nobody", "statement"), "unknown-customer"),
        (("warung-endang", *OFFER[:3], "--first", "2026-11-01"), "plan-first-past"),
    ],
)
def test_what_the_book_does_not_allow_is_refused(book: Path, words: tuple[str, ...], problem: str) -> None:
    assert f"[{problem}]" in said(book, *words, code=1)
    assert not (book / "build-letters").exists()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("meeting", "--on", "2026-12-01"), "meeting needs --time and --place"),
        (("statement", "--by", "2026-12-01"), "statement has no use for --by"),
        (("meeting", "--time", "25.00"), "is not a time"),
        (("manager", "--by", "2026-12-01", "--say", " "), "1 to 400 characters"),
        (
            ("instalment-offer", *(word for n in "2345" for word in ("--count", n)), "--first", "2026-12-15"),
            "at most 3",
        ),
        (("lunas",), "is not one of"),
    ],
)
def test_wrong_usage_is_told(book: Path, words: tuple[str, ...], sentence: str) -> None:
    assert sentence in " ".join(said(book, "maju-jaya", *words, code=2).split())


def test_a_day_before_the_register_is_refused(book: Path) -> None:
    assert "[as-of-before-register]" in said(book, "sumber-rejeki", "statement", "--as-of", "2026-01-02", code=1)

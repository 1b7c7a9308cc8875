"""Files of wording: the book's own first, and never one from outside the folders."""

from __future__ import annotations

from pathlib import Path

import pytest

from kit.composing.shelf import Shelf


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    for root, words in (("book", "ours"), ("kit", "theirs")):
        (tmp_path / root / "letters/due").mkdir(parents=True)
        (tmp_path / root / "letters/due/email.md").write_text(words, encoding="utf-8")
    (tmp_path / "kit/letters/due/whatsapp.txt").write_text("theirs", encoding="utf-8")
    (tmp_path / "book/secret.md").write_text("secret", encoding="utf-8")
    (tmp_path / "book/data").mkdir()
    (tmp_path / "book/data/creditor.yaml").write_text("name: x", encoding="utf-8")
    return Shelf((tmp_path / "book", tmp_path / "kit"))


def test_the_book_comes_first_file_by_file(shelf: Shelf) -> None:
    assert shelf.read("letters/due/email.md") == "ours"
    assert shelf.read("letters/due/whatsapp.txt") == "theirs"
    assert shelf.files("letters", ".md") == ("letters/due/email.md",)
    assert shelf.files("letters", ".txt") == ("letters/due/whatsapp.txt",)


@pytest.mark.parametrize(
    "path",
    [
        "letters/../secret.md",
        "letters/due/../../secret.md",
        "../book/letters/due/email.md",
        "/etc/passwd",
        "data/creditor.yaml",
        "letters",
        "letters/missing.md",
        "letters\\due\\email.md",
        "letters/due/email.md\0",
        "C:/letters/due/email.md",
        "",
    ],
)
def test_nothing_else_is_read(shelf: Shelf, path: str) -> None:
    assert shelf.read(path) is None


def test_links_that_lead_out_are_not_there(shelf: Shelf, tmp_path: Path) -> None:
    (tmp_path / "book/letters/out.md").symlink_to(tmp_path / "book/secret.md")
    (tmp_path / "book/letters/folder").symlink_to(tmp_path / "book/data")
    (tmp_path / "book/letters/inside.md").symlink_to(tmp_path / "book/letters/due/email.md")
    assert shelf.read("letters/out.md") is None
    assert shelf.read("letters/folder/creditor.yaml") is None
    assert shelf.read("letters/inside.md") == "ours"
    assert "letters/out.md" not in shelf.files("letters", ".md")


def test_line_ends_and_byte_order_marks_make_no_difference(shelf: Shelf, tmp_path: Path) -> None:
    (tmp_path / "book/letters/due/email.md").write_bytes(b"\xef\xbb\xbfa\r\nb\rc\n")
    assert shelf.read("letters/due/email.md") == "a\nb\nc\n"

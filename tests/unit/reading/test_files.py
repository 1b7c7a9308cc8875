"""The disk: each file once, nothing that waits, nothing outside, and a fingerprint of it all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kit.reading.book import fingerprint
from kit.reading.files import Files, gather, read_bytes


def lay(folder: Path, **files: str) -> Path:
    for name, text in {"data/creditor.yaml": "format: 1", **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def codes(folder: Path) -> list[str]:
    return [problem.code for problem in gather(folder)[1]]


def test_files_come_in_the_order_of_their_paths(tmp_path: Path) -> None:
    lay(tmp_path, **{"data/customers/b.yaml": "b", "data/customers/a.yaml": "a", "links.yaml": "l", "notes.txt": "n"})
    files, problems = gather(tmp_path)
    assert not problems
    assert list(files.contents) == [
        "data/creditor.yaml",
        "data/customers/a.yaml",
        "data/customers/b.yaml",
        "links.yaml",
    ]
    assert list(files.below("data/customers/")) == [("data/customers/a.yaml", b"a"), ("data/customers/b.yaml", b"b")]


def test_the_fingerprint_knows_names_and_contents(tmp_path: Path) -> None:
    lay(tmp_path, **{"data/customers/a.yaml": "a"})
    before = fingerprint(tmp_path)
    assert before == fingerprint(tmp_path)
    (tmp_path / "data/customers/a.yaml").rename(tmp_path / "data/customers/b.yaml")
    renamed = fingerprint(tmp_path)
    (tmp_path / "data/customers/b.yaml").write_text("b", encoding="utf-8")
    assert len({before, renamed, fingerprint(tmp_path)}) == 3


def test_no_two_books_run_together_into_one_fingerprint() -> None:
    assert Files({"a": b"b1:c"}).fingerprint != Files({"a": b"b", "c": b""}).fingerprint


def test_hidden_files_are_left_alone(tmp_path: Path) -> None:
    assert codes(lay(tmp_path, **{"data/customers/.DS_Store": "x"})) == []


def test_a_link_inside_the_book_is_followed(tmp_path: Path) -> None:
    lay(tmp_path, **{"data/customers/a.yaml": "a"})
    (tmp_path / "data/policy.yaml").symlink_to("customers/a.yaml")
    assert read_bytes(tmp_path, "data/policy.yaml") == (b"a", None)


def test_a_folder_of_customers_outside_the_book_is_refused(tmp_path: Path) -> None:
    lay(tmp_path / "book")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "book/data/customers").symlink_to(tmp_path / "elsewhere")
    assert codes(tmp_path / "book") == ["file-outside"]


def test_data_outside_the_book_is_refused(tmp_path: Path) -> None:
    lay(tmp_path / "elsewhere")
    (tmp_path / "book").mkdir()
    (tmp_path / "book/data").symlink_to(tmp_path / "elsewhere/data")
    assert codes(tmp_path / "book") == ["file-outside"]


def test_a_file_in_the_place_of_the_customers_is_told(tmp_path: Path) -> None:
    assert codes(lay(tmp_path, **{"data/customers": "x"})) == ["file-unreadable"]


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    problem = read_bytes(lay(tmp_path), "data/creditor.yaml")[1]
    assert problem
    assert (problem.code, problem.data) == ("file-unreadable", {"reason": "Permission denied"})


def test_a_device_is_recognised_before_it_is_opened(tmp_path: Path) -> None:
    problem = read_bytes(Path("/dev"), "null")[1]
    assert problem
    assert problem.data == {"kind": "device"}


def test_an_endless_file_is_read_to_the_limit_only(tmp_path: Path) -> None:
    lay(tmp_path, **{"data/customers/a.yaml": "x" * 5_000_010})
    assert len(read_bytes(tmp_path, "data/customers/a.yaml")[0]) == 5_000_001

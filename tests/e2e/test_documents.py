"""Papers to take along beside a page: under its address, as they were frozen, and never a somasi."""

from __future__ import annotations

import json
from pathlib import Path

from tests.books import TOKENS, own_book, run, story_book

DAPUR = TOKENS["dapur-lestari"]


def with_copy(book: Path, data: bytes = b"%PDF-1.7\n%%EOF\n") -> Path:
    """Put the copy of dapur-lestari's invoice where the book names it, and return its path."""
    path = book / "data/evidence/dapur-lestari/inv-1041.pdf"
    path.parent.mkdir(parents=True)
    path.write_bytes(data)
    return path


def test_sent_letters_are_there_and_no_somasi_is(tmp_path: Path) -> None:
    book = story_book(tmp_path)
    assert run("build", "--book", book).exit_code == 0
    files = json.loads((book / "build/manifest.json").read_text())["files"]
    papers = {Path(each["path"]).name: each for each in files if "/documents/" in each["path"]}
    assert {"001-ST-VII-2026.pdf", "002-ST-X-2026.pdf", "003-ST-X-2026.pdf", "004-ST-X-2026.pdf"} <= set(papers)
    assert not any("SOM" in name for name in papers)
    for name, each in papers.items():
        kept = book / "data/issued" / each["customer"] / name
        assert (book / "build" / each["path"]).read_bytes() == kept.read_bytes()
        page = (book / "build" / each["path"]).parents[1] / "index.html"
        assert f'href="documents/{name}" download' in page.read_text()
        assert "somasi" not in page.read_text().lower()


def test_the_copy_of_an_invoice_is_there_when_the_book_keeps_it(tmp_path: Path) -> None:
    book = own_book(tmp_path)
    assert run("build", "--book", book).exit_code == 0
    page = book / f"build/site/{DAPUR}/index.html"
    assert "Unduh invoice" not in page.read_text()
    kept = with_copy(book)
    result = run("build", "--book", book)
    assert result.exit_code == 0
    assert "6  status pages" in result.stdout
    assert 'href="documents/INV-2026-1041.pdf" download' in page.read_text()
    assert (page.parent / "documents/INV-2026-1041.pdf").read_bytes() == kept.read_bytes()


def test_a_link_out_of_the_customers_folder_is_no_copy(tmp_path: Path) -> None:
    book = own_book(tmp_path)
    kept = with_copy(book)
    kept.unlink()
    kept.symlink_to(book / "data/creditor.yaml")
    assert run("build", "--book", book).exit_code == 0
    assert not (book / f"build/site/{DAPUR}/documents").exists()


def test_a_copy_that_names_somebody_else_stops_the_build(tmp_path: Path) -> None:
    book = own_book(tmp_path)
    with_copy(book, b"%PDF-1.7\n(UD Sumber Rejeki) Tj\n%%EOF\n")
    result = run("build", "--book", book)
    assert result.exit_code == 1
    assert f"error[leak-name]: site/{DAPUR}/documents/INV-2026-1041.pdf" in result.stderr


def test_a_paper_that_is_no_longer_as_it_was_frozen_stops_the_build(tmp_path: Path) -> None:
    book = story_book(tmp_path)
    (book / "data/issued/graha-rasa/004-ST-X-2026.pdf").write_bytes(b"%PDF-1.7\n%%EOF\n")
    assert "error[issued-changed]" in run("build", "--book", book).stderr

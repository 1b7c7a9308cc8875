"""`kit forget`, `kit subject`, `kit affected`: one person's data shown, taken out, and whose data a build held."""

from __future__ import annotations

import re
from pathlib import Path

from tests.books import TOKENS, digests, own_book, run, story_book

GRAHA = "graha-rasa"


def test_without_yes_nothing_goes_and_with_open_invoices_it_is_refused(tmp_path: Path) -> None:
    book = story_book(tmp_path)
    before = {path: digest for path, digest in digests(book).items() if not path.endswith(".lock")}
    refused = run("forget", GRAHA, "--book", book)
    assert refused.exit_code == 1
    assert "error[forget-open]" in refused.stderr
    told = run("forget", GRAHA, "--book", book, "--although-open")
    assert told.exit_code == 0
    assert "Nothing was removed" in told.stdout
    assert "data/issued/graha-rasa/004-ST-X-2026.pdf" in told.stdout
    assert {path: digest for path, digest in digests(book).items() if not path.endswith(".lock")} == before


def test_somebody_forgotten_is_nowhere_in_the_book_nor_in_the_next_build(tmp_path: Path) -> None:
    book = story_book(tmp_path)
    assert run("build", "--book", book).exit_code == 0
    token = re.findall(r'"graha-rasa":\n  token: "([^"]+)"', (book / "links.yaml").read_text())[0]
    assert (book / "build/site" / token).is_dir()
    assert run("forget", GRAHA, "--book", book, "--although-open", "--yes").exit_code == 0
    assert run("build", "--book", book).exit_code == 0
    for path in book.rglob("*"):
        assert GRAHA not in path.as_posix()
        assert token not in path.as_posix()
        if path.is_file():
            data = path.read_bytes()
            assert GRAHA.encode() not in data, path
            assert token.encode() not in data, path
            assert b"Graha Rasa" not in data, path
    # The address stays known as given up, though nobody can tell whose it was.
    assert " revoked - " in (book / "data/links.txt").read_text()
    assert run("check", "--book", book).exit_code == 0


def test_numbers_of_somebody_forgotten_are_never_given_again(tmp_path: Path) -> None:
    book = story_book(tmp_path)
    assert run("forget", GRAHA, "--book", book, "--although-open", "--yes").exit_code == 0
    assert "2026 4 ST\n" in (book / "data/forgotten.txt").read_text()
    result = run("issue", "sumber-rejeki", "--book", book)
    assert result.exit_code == 0, result.output
    assert "005/ST/XI/2026" in result.stdout
    assert run("forget", "sumber-rejeki", "--book", book, "--although-open", "--yes").exit_code == 0
    assert "2026 5 ST\n" in (book / "data/forgotten.txt").read_text()
    assert (book / "data/forgotten.txt").read_text().count("2026 4 ST\n") == 1


def test_a_broken_list_of_numbers_is_told(tmp_path: Path) -> None:
    book = own_book(tmp_path)
    (book / "data/forgotten.txt").write_text("# head\n\n2026-11-24 2026 4 ST\n2026-02-30 2026 5 ST\nsomething\n")
    result = run("check", "--book", book)
    assert result.stderr.count("error[forgotten-line]") == 2


def test_everything_held_on_one_customer_is_shown_and_nothing_of_others(tmp_path: Path) -> None:
    book = story_book(tmp_path)
    assert run("build", "--book", book).exit_code == 0
    with (book / "data/customers/maju-jaya.yaml").open("a") as file:
        file.write("notes: teman lama Graha Rasa\n")
    result = run("subject", GRAHA, "--book", book)
    assert result.exit_code == 0
    for words in (
        "== data/customers/graha-rasa.yaml", "== data/register/graha-rasa.yaml", "== links.yaml",
        "data/issued/graha-rasa/004-ST-X-2026.pdf", "SHA-256", "data/evidence/graha-rasa/resi-somasi-1.txt", "build: ",
    ):  # fmt: skip
        assert words in result.stdout, words
    assert "Endang" not in result.stdout
    place = tmp_path / "out" / "subject.txt"
    assert run("subject", GRAHA, "--book", book, "--out", place, "--lang", "id").exit_code == 0
    assert "disebut dalam berkas lain" in place.read_text()
    assert run("subject", "nobody", "--book", book).exit_code == 1


def test_a_build_tells_whose_data_it_held_also_when_they_are_gone(tmp_path: Path) -> None:
    book = own_book(tmp_path)
    assert run("build", "--book", book).exit_code == 0
    everybody = run("affected", book / "build", "--book", book).stdout
    assert all(name in everybody for name in TOKENS)
    assert "6 customers had data in this build" in everybody
    letters = run("affected", book / "build", "--below", "letters/", "--book", book).stdout
    assert "sumber-rejeki" in letters
    assert "maju-jaya" not in letters
    kept = tmp_path / "kept.json"
    kept.write_bytes((book / "build/manifest.json").read_bytes())
    assert run("forget", "sumber-rejeki", "--although-open", "--yes", "--book", book).exit_code == 0
    assert "(no longer in the book)" in run("affected", kept, "--below", "site/", "--book", book).stdout
    assert run("affected", book / "data", "--book", book).exit_code == 1

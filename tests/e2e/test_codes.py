"""Transfer codes in whole builds: recorded by the first, kept by all later ones, said where they belong."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from kit.basics.money import format_rupiah
from kit.reading.book import read_book
from tests.books import run, small_book

ENDANG = "warung-endang"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Return a book of a company and of a person who owes Rp1.275.000, with transfer codes and QRIS."""
    folder = small_book(tmp_path / "book")
    (folder / "codes.yaml").unlink()
    who = folder / f"data/customers/{ENDANG}.yaml"
    who.write_text(re.sub(r"(?m)^form: .*$", "form: person", who.read_text()))
    return folder


def built(book: Path, *words: str) -> dict[str, str]:
    """Build, and return all texts of the outbox and the site by path."""
    result = run("build", "--book", book, *words)
    assert result.exit_code == 0, result.output
    out = book / ("build-only" if words else "build")
    found = [*out.glob("outbox/**/*.txt"), *out.glob("outbox/**/*.eml"), *out.glob("site/*/index.html")]
    return {str(path.relative_to(out)): path.read_text() for path in found}


def test_a_person_is_told_the_sum_with_its_code_and_a_company_is_not(book: Path) -> None:
    texts = built(book)
    whole, _ = read_book(book)
    assert whole is not None
    assert (book / "codes.yaml").stat().st_mode & 0o777 == 0o600
    assert {each.customer for each in whole.codes.given} == {ENDANG}
    code = whole.codes.code_for(ENDANG, 1_275_000)
    assert code is not None
    pay = format_rupiah(1_275_000 + code)
    for path, text in texts.items():
        coded = ENDANG in path or "Endang" in text
        assert ("kode unik" in text) == coded, path
        assert (pay in text) == coded, path
    assert any('Jumlahnya sudah tertulis: <span class="num">' + pay in text for text in texts.values())


def test_codes_stay_whoever_comes_or_goes(book: Path) -> None:
    alone = shutil.copytree(book, book.parent / "alone")
    first = built(book)
    kept = (book / "codes.yaml").read_text()
    assert built(book) == first
    other = book / "data/customers/zaenab.yaml"
    other.write_text((book / f"data/customers/{ENDANG}.yaml").read_text().replace("INV/", "INV/Z/"))
    more = built(book)
    assert {path: more[path] for path in first} == first
    grown = (book / "codes.yaml").read_text()
    assert grown.startswith(kept)
    assert grown.count("customer:") == kept.count("customer:") + 1
    other.unlink()
    assert built(book) == first
    shutil.copy(book / "codes.yaml", alone / "codes.yaml")
    part = built(alone, "--only", ENDANG)
    assert all(first[path] == text for path, text in part.items() if "outbox" in path)


def test_a_part_of_a_book_gives_the_codes_of_the_whole(book: Path) -> None:
    (book / "codes.yaml").write_text(f"key: {'k' * 43}\ngiven: []\n")
    twin = shutil.copytree(book, book.parent / "twin")
    built(book)
    built(twin, "--only", "sumber-rejeki")
    assert (twin / "codes.yaml").read_text() == (book / "codes.yaml").read_text()


def test_a_plan_records_no_code(book: Path) -> None:
    assert run("plan", "--book", book).exit_code == 0
    assert not (book / "codes.yaml").exists()

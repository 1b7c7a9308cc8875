"""`kit check`: letters that drifted, papers and proofs that are gone or changed, a register that was cut and is mended."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from tests.books import own_book, run

FILE, REGISTER = "data/customers/sumber-rejeki.yaml", "data/register/sumber-rejeki.yaml"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    folder = own_book(tmp_path / "book")
    assert run("issue", "sumber-rejeki", "--book", folder).exit_code == 0
    return folder


def check(book: Path, *words: str, code: int = 0) -> str:
    result = run("check", "--book", book, "--lang", "en", *words)
    assert result.exit_code == code, result.output
    return result.stdout + result.stderr


def paper(book: Path) -> Path:
    (found,) = (book / "data/issued/sumber-rejeki").glob("*.pdf")
    return found


def test_a_payment_of_an_earlier_day_makes_the_letter_drift(book: Path) -> None:
    assert "letter-drift" not in check(book)
    run("record", "payment", "sumber-rejeki", "1.000", "--date", "2026-11-23", "--book", book)
    said = check(book)
    assert "warning[letter-drift]" in said
    assert "was" in said
    assert re.search(r"data/register/sumber-rejeki.yaml:\d+:", said)


def test_a_paper_that_changed_or_is_gone(book: Path) -> None:
    kept = paper(book).read_bytes()
    paper(book).write_bytes(kept + b"%")
    assert "error[kept-changed]" in check(book, code=1)
    paper(book).unlink()
    assert "error[kept-gone]" in check(book, code=1)
    (book / "data/issued/sumber-rejeki/009-ST-XI-2026.pdf").write_bytes(kept)
    assert "warning[issued-stray]" in check(book, code=1)


def test_a_proof_that_changed(book: Path, tmp_path: Path) -> None:
    (tmp_path / "resi.txt").write_text("resi")
    number = re.findall(r'^  number: "(.*)"$', (book / REGISTER).read_text(), re.MULTILINE)[-1]
    for words in (("--file", tmp_path / "resi.txt"), ()):
        given = run("record", "delivered", "sumber-rejeki", number, "--outcome", "received", *words, "--book", book)
        assert given.exit_code == 0, given.output
    assert "kept-" not in check(book)
    (book / "data/evidence/sumber-rejeki/resi.txt").write_text("lain")
    assert "error[kept-changed]" in check(book, code=1)


def entries(book: Path) -> list[str]:
    return re.findall(r"^- kind: \"(.*)\"", (book / REGISTER).read_text(), re.MULTILINE)


@pytest.mark.parametrize("left", [20, 60, 140, -10])
def test_a_cut_entry_is_put_aside_with_notice(book: Path, left: int) -> None:
    run(
        "record",
        "contact",
        "sumber-rejeki",
        "--via",
        "call",
        "--outcome",
        "reached",
        "--note",
        "é“besok”",
        "--book",
        book,
    )
    whole = (book / REGISTER).read_bytes()
    start = whole.rfind(b"\n- ") + 1
    (book / REGISTER).write_bytes(whole[: start + left] if left > 0 else whole[:left])
    assert "error[register-cut]" in check(book, code=1)
    said = check(book, "--repair")
    assert "warning[register-mended]" in said
    assert entries(book)[-2:] == ["issued", "torn"]
    assert "register" not in check(book, "--repair")
    assert run("build", "--book", book).exit_code == 0


def test_a_torn_issue_keeps_its_number_or_is_not_mended(book: Path) -> None:
    whole = (book / REGISTER).read_text()
    start = whole.rfind("\n- ") + 1
    for end in ('- kind: "iss', '- kind: "issued"\n  date: "2026-11', "  sequence"):
        (book / REGISTER).write_text(whole[: whole.index(end, start) + len(end)])
        before = (book / REGISTER).read_bytes()
        assert "error[register-number-torn]" in check(book, "--repair", code=1)
        assert (book / REGISTER).read_bytes() == before
    (book / REGISTER).write_text(whole[: whole.index("  figures:", start) + 9])
    assert "register-mended" in check(book, "--repair")
    assert run("issue", "sumber-rejeki", "--book", book).exit_code == 0
    one, two = (int(each) for each in re.findall(r"^  sequence: (\d+)$", (book / REGISTER).read_text(), re.MULTILINE))
    assert two == one + 1


def test_a_broken_chain_is_never_mended(book: Path) -> None:
    text = (book / REGISTER).read_text()
    (book / REGISTER).write_text(text.replace('stage: "firm"', 'stage: "farm"', 1))
    before = hashlib.sha256((book / REGISTER).read_bytes()).hexdigest()
    assert "error[register-chain-broken]" in check(book, "--repair", code=1)
    assert hashlib.sha256((book / REGISTER).read_bytes()).hexdigest() == before

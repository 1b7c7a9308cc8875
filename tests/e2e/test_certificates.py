"""`kit issue` for a kuitansi, a settlement letter, a withdrawal: number, frozen paper, register, the mail that carries it."""

from __future__ import annotations

import hashlib
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from kit.domain.register import Issued
from kit.reading.register import read_register
from tests.books import TOKENS, own_book, run, story_book


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return own_book(tmp_path / "book")


def say(book: Path, *words: object, code: int = 0) -> str:
    given = run(*words, "--book", book)
    assert given.exit_code == code, given.output
    return given.stdout + given.stderr


def last(book: Path, customer: str) -> Issued:
    path = f"data/register/{customer}.yaml"
    register, problems = read_register((book / path).read_bytes(), path, customer)
    assert not problems
    entry = register.records[-1].entry
    assert isinstance(entry, Issued)
    return entry


@pytest.mark.parametrize(("paper", "number"), [("receipt", "001/KW/XI/2026"), ("settlement", "001/SKL/XI/2026")])
def test_a_certificate_is_numbered_frozen_entered_and_carried(book: Path, paper: str, number: str) -> None:
    out = say(book, "issue", "bahari-jaya", paper)
    name = number.replace("/", "-") + ".pdf"
    assert f"{number}: bahari-jaya, {paper}." in out
    frozen = (book / "data/issued/bahari-jaya" / name).read_bytes()
    entry = last(book, "bahari-jaya")
    assert (entry.stage, entry.number, entry.file, entry.sequence) == (paper, number, name, 1)
    assert entry.sha256 == hashlib.sha256(frozen).hexdigest()
    assert dict(entry.figures)["total"]
    assert "[already-issued]" in say(book, "issue", "bahari-jaya", paper, code=1)

    say(book, "letter", "bahari-jaya", paper)
    place = book / f"build-letters/bahari-jaya-{paper}"
    assert (place / f"letters/bahari-jaya/{paper}.pdf").read_bytes() == frozen
    message = message_from_bytes(
        (place / f"outbox/bahari-jaya/{paper}/message.eml").read_bytes(), policy=policy.default
    )
    (attached,) = message.iter_attachments()
    assert attached.get_payload(decode=True) == frozen
    body = message.get_body(("plain",))
    assert body is not None
    assert f"nomor {number}, kami lampirkan" in body.get_content()

    say(book, "check")
    say(book, "build")
    assert (book / f"build/site/{TOKENS['bahari-jaya']}/documents/{name}").read_bytes() == frozen


def test_a_second_paper_takes_the_next_number_of_its_series(book: Path) -> None:
    say(book, "issue", "bahari-jaya", "receipt")
    (book / "data/customers/warung-endang.yaml").read_text()
    say(book, "record", "payment", "warung-endang", "275.000", "--date", "2026-11-23")
    say(book, "issue", "warung-endang", "receipt", "--payment", "2026-11-23", "--amount", "275.000")
    assert last(book, "warung-endang").number == "002/KW/XI/2026"
    assert dict(last(book, "warung-endang").figures)["total"] == 275_000


def test_a_withdrawal_names_the_papers_that_it_takes_back(tmp_path: Path) -> None:
    book = story_book(tmp_path / "book")
    assert "[letter-claim-stands]" in say(book, "issue", "sentosa-jaya", "somasi-withdrawal", code=1)
    say(book, "issue", "sentosa-jaya", "somasi-withdrawal", "--reason", "kedua pihak menyepakati pembayaran")
    entry = last(book, "sentosa-jaya")
    assert entry.number == "001/PS/XI/2026"
    assert entry.terms
    assert all(each.startswith("withdraws ") for each in entry.terms)
    say(book, "check")


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (("maju-jaya", "settlement"), "letter-still-open"),
        (("maju-jaya", "somasi-withdrawal"), "letter-no-somasi"),
        (("maju-jaya", "breach-notice", "--deadline", "2026-12-01"), "letter-no-breach"),
    ],
)
def test_what_the_book_does_not_allow_gets_no_number(book: Path, words: tuple[str, ...], problem: str) -> None:
    assert f"[{problem}]" in say(book, "issue", *words, code=1)
    assert not list((book / "data/issued").glob("maju-jaya/*")) if (book / "data/issued").exists() else True


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("receipt", "--reason", "x"), "--reason is for somasi-withdrawal"),
        (("--payment", "2026-11-20"), "--payment is for receipt"),
        (("breach-notice",), "breach-notice needs --deadline"),
        (("agreement", "--invoice", "A", "--invoice", "B"), "one is enough"),
    ],
)
def test_wrong_usage_is_told(book: Path, words: tuple[str, ...], sentence: str) -> None:
    assert sentence in " ".join(say(book, "issue", "maju-jaya", *words, code=2).split())

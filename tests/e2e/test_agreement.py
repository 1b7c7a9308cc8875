"""An agreement's way: offered, issued under a number, frozen, sent, delivered, signed; and what becomes of a change."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import pytest

from kit.reading.register import read_register
from tests.books import own_book, run

FILE, REGISTER = "data/customers/maju-jaya.yaml", "data/register/maju-jaya.yaml"
PAPER = "letters/maju-jaya/agreement.pdf"
NUMBER = "001/PC/XI/2026"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    made = own_book(tmp_path / "book")
    say(made, "agree", "maju-jaya", "--count", 3, "--first", "2026-12-15", "--write")
    return made


def say(book: Path, *words: object, code: int = 0) -> str:
    given = run(*words, "--book", book)
    assert given.exit_code == code, given.output
    return given.stdout + given.stderr


def kind(book: Path) -> str:
    listing = json.loads((book / "build/manifest.json").read_text())
    return str(next(each["kind"] for each in listing["files"] if each["path"] == PAPER))


def text(pdf: bytes) -> str:
    from io import BytesIO

    from pypdf import PdfReader

    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def entries(book: Path) -> list[dict[str, str]]:
    """Return the last lines of the register as kinds and numbers."""
    register, problems = read_register((book / REGISTER).read_bytes(), REGISTER, "maju-jaya")
    assert not problems
    return [
        {"kind": each.entry.KIND, "number": getattr(each.entry, "number", "") or "", "day": str(each.entry.date)}
        for each in register.records
    ]


def test_from_the_offer_to_the_signature(book: Path) -> None:
    say(book, "build")
    assert kind(book) == "sheet"
    assert "DRAF" in text((book / "build" / PAPER).read_bytes())

    said = say(book, "issue", "maju-jaya", "agreement")
    assert f"{NUMBER}: maju-jaya, agreement. Kept as data/issued/maju-jaya/001-PC-XI-2026.pdf." in said
    frozen = (book / "data/issued/maju-jaya/001-PC-XI-2026.pdf").read_bytes()
    register, _ = read_register((book / REGISTER).read_bytes(), REGISTER, "maju-jaya")
    entry = register.records[-1].entry
    assert entry.KIND == "issued"
    assert entry.sha256 == hashlib.sha256(frozen).hexdigest()  # type: ignore[union-attr]
    assert entry.items == ("INV/2026/0912",)  # type: ignore[union-attr]
    assert entry.figures == (("INV/2026/0912", 10_500_000), ("total", 10_500_000))  # type: ignore[union-attr]
    printed = text(frozen)
    assert f"Nomor: {NUMBER}" in printed
    assert "DRAF" not in printed
    assert "Senin, tanggal dua puluh tiga bulan November" in re.sub(r"\s+", " ", printed)

    say(book, "check")
    say(book, "build", "--as-of", "2026-11-25")  # a later build passes on the paper of the day of issue
    assert kind(book) == "kept"
    assert (book / "build" / PAPER).read_bytes() == frozen
    assert "[already-issued]" in say(book, "issue", "maju-jaya", "agreement", code=1)

    say(book, "record", "sent", "maju-jaya", "agreement", "--via", "email")
    assert "sent: 2026-11-23" in (book / FILE).read_text()
    say(book, "record", "delivered", "maju-jaya", NUMBER, "--outcome", "received", "--resi", "JNE-1")
    assert [(each["kind"], each["number"]) for each in entries(book)[-3:]] == [
        ("issued", NUMBER), ("sent", NUMBER), ("delivered", NUMBER),
    ]  # fmt: skip
    say(book, "build")
    assert kind(book) == "kept"

    early = say(book, "record", "plan", "maju-jaya", "--signed", "2026-11-22", code=1)
    assert "[dates-reversed]" in early
    said = say(book, "record", "plan", "maju-jaya", "--signed", "2026-11-23")
    assert f"signed on 23 Nov 2026: agreement {NUMBER}." in said
    say(book, "build")
    assert not (book / "build" / PAPER).exists()
    assert "on hold (instalment plan)" in say(book, "explain", "maju-jaya")
    assert "[agreement-none]" in say(book, "issue", "maju-jaya", "agreement", code=1)


def test_a_plan_changed_after_its_issue_is_drift_and_a_new_draft(book: Path) -> None:
    say(book, "issue", "maju-jaya", "agreement")
    changed = (book / FILE).read_text().replace("grace: 3", "grace: 5")
    (book / FILE).write_text(changed)
    warned = say(book, "check")
    assert "warning[agreement-outdated]" in warned
    assert f"no longer says what agreement {NUMBER} says" in warned
    assert "[agreement-outdated]" in say(book, "build")
    assert kind(book) == "sheet"
    assert "[agreement-not-issued]" in say(book, "record", "sent", "maju-jaya", "agreement", "--via", "email", code=1)
    assert "[agreement-outdated]" in say(book, "record", "plan", "maju-jaya", "--signed", "2026-11-23")
    (book / FILE).write_text(changed)
    assert "002/PC/XI/2026" in say(book, "issue", "maju-jaya", "agreement")
    assert "agreement-outdated" not in say(book, "check")
    say(book, "build")
    assert kind(book) == "kept"


def test_without_issue_a_sent_offer_stays_a_draft(book: Path) -> None:
    say(book, "record", "plan", "maju-jaya", "--sent", "2026-11-23")
    say(book, "build")
    assert "DRAF" in text((book / "build" / PAPER).read_bytes())
    said = say(book, "record", "plan", "maju-jaya", "--signed", "2026-11-23")
    assert said == "Recorded: maju-jaya, plan offered on 23 Nov 2026, signed on 23 Nov 2026.\n"


def test_two_plans_two_agreements(tmp_path: Path) -> None:
    book = own_book(tmp_path / "book")
    number = "INV/2026/0999"
    with_two = (book / FILE).read_text().replace(
        "invoices:\n", f"invoices:\n  - {{number: {number}, issued: 2026-09-01, due: 2026-10-01, amount: 3.000.000}}\n", 1
    )  # fmt: skip
    (book / FILE).write_text(with_two)
    for each in ("INV/2026/0912", number):
        say(book, "agree", "maju-jaya", "--count", 2, "--first", "2026-12-15", "--invoice", each, "--write")
    asked = say(book, "issue", "maju-jaya", "agreement", code=1)
    assert "[agreement-which]" in asked
    assert number in asked
    assert NUMBER in say(book, "issue", "maju-jaya", "agreement", "--invoice", number)
    assert "002/PC/XI/2026" in say(book, "issue", "maju-jaya", "agreement")
    asked = say(book, "record", "sent", "maju-jaya", "agreement", "--via", "email", code=1)
    assert "[paper-which]" in asked
    assert f"{NUMBER}, 002/PC/XI/2026" in asked
    say(book, "record", "sent", "maju-jaya", "agreement", "--via", "email", "--number", NUMBER, "--by", "Sari")
    assert entries(book)[-1]["number"] == NUMBER
    assert (book / FILE).read_text().count("sent: 2026-11-23") == 1
    say(book, "record", "sent", "maju-jaya", "agreement", "--via", "whatsapp")
    assert entries(book)[-1]["number"] == "002/PC/XI/2026"


def test_what_cannot_be_issued(book: Path) -> None:
    assert "[future-date]" in say(book, "issue", "maju-jaya", "agreement", "--as-of", "2026-11-24", code=1)
    assert "[agreement-none]" in say(book, "issue", "sumber-rejeki", "agreement", code=1)
    assert "[agreement-not-issued]" in say(book, "record", "sent", "maju-jaya", "agreement", "--via", "email", code=1)
    assert "--invoice says which" in say(book, "issue", "maju-jaya", "--invoice", "INV/2026/0912", code=2)
    text_now = (book / FILE).read_text()
    (book / FILE).write_text(text_now.replace("total: 10.500.000", "total: 10.400.000").replace(
        "{due: 2026-12-15, amount: 3.500.000}", "{due: 2026-12-15, amount: 3.400.000}"))  # fmt: skip
    assert "[plan-total-differs]" in say(book, "issue", "maju-jaya", "agreement", code=1)
    assert not list((book / "data/issued").glob("maju-jaya/*"))

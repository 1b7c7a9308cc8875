"""`kit record drafted`, `read`, `failed`, `contact-changed`, `approved`: each its own state, and what it changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.books import digests, own_book, run

FILE, REGISTER = "data/customers/maju-jaya.yaml", "data/register/maju-jaya.yaml"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return own_book(tmp_path / "book")


def enter(book: Path, *words: object, code: int = 0) -> str:
    result = run("record", *words, "--book", book)
    assert result.exit_code == code, result.output
    return result.stdout + result.stderr


def due(book: Path, customer: str = "maju-jaya") -> list[str]:
    listed = run("plan", "--list", "--book", book).stdout.splitlines()
    return next((line.split()[1:3] for line in listed if line.startswith(customer)), [])


def test_a_draft_is_no_word_a_sent_message_is_and_a_failed_one_is_none(book: Path) -> None:
    stage, channel = due(book)
    assert f"{stage} drafted, {channel}" in enter(book, "drafted", "maju-jaya", stage, "--via", channel)
    assert due(book) == [stage, channel]
    assert "no message of" in enter(book, "read", "maju-jaya", stage, "--via", channel, code=1)
    enter(book, "sent", "maju-jaya", stage, "--via", channel)
    assert due(book) == []
    said = enter(book, "read", "maju-jaya", stage, "--via", channel, "--note", "centang biru")
    assert f"{stage} read, {channel}" in said
    said = enter(book, "failed", "maju-jaya", stage, "--via", channel, "--reason", "tidak terdaftar")
    assert "no longer counts as sent" in said
    assert due(book) == [stage, channel]
    assert "no message of" in enter(book, "failed", "maju-jaya", stage, "--via", channel, "--reason", "lagi", code=1)
    kinds = [line for line in (book / REGISTER).read_text().splitlines() if line.startswith("- kind")]
    assert kinds[-4:] == ['- kind: "drafted"', '- kind: "sent"', '- kind: "read"', '- kind: "failed"']
    assert run("build", "--book", book).exit_code == 0
    dossier = (book / "build/desk/customers/maju-jaya.html").read_text()
    for word in ("disiapkan", "dibaca", "tidak sampai", "centang biru", "tidak terdaftar"):
        assert word in dossier


def test_a_stage_that_is_none_is_not_drafted(book: Path) -> None:
    assert "[no-such-stage]" in enter(book, "drafted", "maju-jaya", "reminder-9", "--via", "email", code=1)


def test_who_sent_and_from_where(book: Path) -> None:
    stage, _ = due(book)
    enter(book, "sent", "maju-jaya", stage, "--via", "whatsapp", "--by", "Sari", "--sender", "0812-0000-0177")
    assert '  by: "Sari"\n  sender: "0812-0000-0177"\n' in (book / REGISTER).read_text()


def test_a_named_sender_of_the_book_sends_from_the_own_mailbox(book: Path) -> None:
    stage, _ = due(book)
    enter(book, "sent", "maju-jaya", stage, "--via", "email", "--by", "Dewi Anggraini")
    assert '  by: "Dewi Anggraini"\n  sender: "piutang@sarirasa.example"\n' in (book / REGISTER).read_text()


@pytest.mark.parametrize(("detail", "now", "line"), [
    ("email", "baru@majujaya.example", "  email: baru@majujaya.example"),
    ("whatsapp", "0812-0000-0399", "  whatsapp: 0812-0000-0399"),
    ("call_as", "Bu Rina", "  call_as: Bu Rina"),
])  # fmt: skip
def test_a_contact_is_changed_in_its_place_and_leaves_a_trace(book: Path, detail: str, now: str, line: str) -> None:
    before = (book / FILE).read_text()
    said = enter(book, "contact-changed", "maju-jaya", detail, now, "--source", "telepon Pak Budi")
    assert f"{detail} is now {now}" in said
    after = (book / FILE).read_text()
    assert line in after.splitlines()
    assert len([each for each in after.splitlines() if each not in before.splitlines()]) == 1
    entry = (book / REGISTER).read_text().rpartition("- kind: ")[2]
    assert entry.startswith('"contact-changed"')
    assert f'now: "{now}"' in entry
    assert ("was:" in entry) == (f"  {detail}:" in before)


def test_a_contact_that_is_none_is_refused_and_nothing_written(book: Path) -> None:
    before = digests(book)
    said = enter(book, "contact-changed", "maju-jaya", "email", "bukan-alamat", "--source", "x", code=1)
    assert "[email" in said
    same = "keuangan@majujaya.example"
    assert "same entry" in enter(book, "contact-changed", "maju-jaya", "email", same, "--source", "x", code=1)
    assert {name: each for name, each in digests(book).items() if ".lock" not in name} == before


def test_a_somasi_is_approved_by_a_second_person(book: Path) -> None:
    customer = "sumber-rejeki"
    assert "[approval-own]" in enter(book, "approved", customer, "somasi-1", "--by", "dewi  anggraini", code=1)
    enter(book, "approved", customer, "firm", "--by", "Dewi Anggraini")
    assert "somasi-1 approved by Hendra Wibisono" in enter(
        book, "approved", customer, "somasi-1", "--by", "Hendra Wibisono"
    )

"""Mail and chat: to one person, from the right one, within the lengths that people read."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from kit.basics.problems import Severity, Source
from kit.composing.documents import Kept, Mail, Mailbox, Sheet, TextFile
from kit.composing.messages import chat_link, mailbox, shortened
from kit.composing.templates import Wording
from kit.domain.model import Sender
from kit.domain.policy import STANDARD, Channel
from kit.domain.register import Issued, Sent
from tests.unit.composing.stories import AS_OF, COMPANY, CREDITOR, ROOT, Story, chat, mail, story

DUE, FIRM = STANDARD.stages[1], STANDARD.stages[4]


def test_a_mail_goes_from_staff_to_exactly_one_person() -> None:
    there = mail(story(DUE).composed())
    assert there.sender == Mailbox("Dewi Anggraini (PT Sari Rasa Nusantara)", "piutang@sarirasa.example")
    assert there.to == Mailbox("Budi Santoso, S.H.", "keuangan@majujaya.example")
    assert (there.day, there.utc_offset, there.attachment) == (AS_OF, 7, None)
    assert there.key == "maju-jaya|due|INV/2026/0912"


@pytest.mark.parametrize(
    ("senders", "address", "expected"),
    [
        ((Sender("A", "S", email="a@x.example"),), "c@x.example", Mailbox("A (PT Contoh)", "a@x.example")),
        ((Sender("A", "S", "agent", "ST-1", "a@y.example"),), "c@x.example", Mailbox("PT Contoh", "c@x.example")),
        ((Sender("A", "S"),), "c@x.example", Mailbox("PT Contoh", "c@x.example")),
        ((), "c@x.example", Mailbox("PT Contoh", "c@x.example")),
        ((), None, None),
    ],
)
def test_mail_comes_from_own_staff_or_from_the_creditor(
    senders: tuple[Sender, ...], address: str | None, expected: Mailbox | None
) -> None:
    assert mailbox(replace(CREDITOR, name="PT Contoh", senders=senders, email=address)) == expected


def test_a_creditor_without_a_mailbox_is_told() -> None:
    documents, problems = story(DUE, senders=(), email=None).tried()
    assert [problem.code for problem in problems] == ["mail-sender-missing"]
    assert not [each for each in documents if isinstance(each, Mail)]


def test_a_link_to_a_chat_carries_the_text_exactly() -> None:
    text = "Yth. Bapak Budi,\nTagihan Rp5.000.000 & denda 0%?\n*jatuh tempo*"
    assert chat_link("6281234567890", text) == (
        "https://wa.me/6281234567890?text=Yth.%20Bapak%20Budi%2C%0ATagihan%20Rp5.000.000%20%26%20denda%200%25%3F"
        "%0A%2Ajatuh%20tempo%2A"
    )


def test_the_file_of_a_chat_is_text_rule_and_link() -> None:
    (whole,) = (each.text for each in story(DUE).composed() if isinstance(each, TextFile) and "whatsapp" in each.path)
    text, rule, rest = whole.partition("\n" + "-" * 40 + "\n")
    assert rule
    assert unquote(rest.strip().partition("?text=")[2]) == text
    assert "  " not in text
    assert not any(line != line.strip() for line in text.split("\n"))


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("Pendek", "Pendek"),
        ("x" * 90, "x" * 90),
        ("Pengingat: " + "kata " * 30, "Pengingat: " + "kata " * 14 + "kata…"),
    ],
)
def test_a_subject_is_cut_between_words(subject: str, expected: str) -> None:
    assert shortened(subject) == expected
    assert len(shortened(subject)) <= 90


@pytest.mark.parametrize(("count", "listed", "named"), [(1, False, True), (2, True, True), (4, False, False)])
def test_a_chat_lists_up_to_three_invoices(count: int, listed: bool, named: bool) -> None:
    text = chat(story(DUE, COMPANY, count).composed())
    assert ("\n- INV/2026/0912" in text) is listed
    assert ("INV/2026/0912" in text) is named
    assert count == 1 or "empat" in text or "dua" in text


def test_a_chat_that_is_too_long_is_first_shortened() -> None:
    long = replace(CREDITOR, name="PT Sumber Rejeki Makmur Sentosa Abadi Nusantara Jaya", tagline=None)
    made = story(DUE, COMPANY, 3, name=long.name)
    text = chat(made.composed())
    assert len(text) <= 700
    assert "INV/2026/0914" in text


def test_a_chat_that_stays_too_long_is_told(tmp_path: Path) -> None:
    (tmp_path / "letters/due").mkdir(parents=True)
    (tmp_path / "letters/due/whatsapp.txt").write_text(
        "Halo, {{ contact.call_as }}. " + "kata " * 150, encoding="utf-8"
    )
    documents, (problem,) = story(DUE).tried(Wording((tmp_path, ROOT)))
    assert problem.code == "message-too-long"
    assert problem.at == Source("letters/due/whatsapp.txt")
    assert problem.data == {"customer": "maju-jaya", "length": 765, "limit": 700}
    assert not [each for each in documents if each.path.endswith("whatsapp.txt")]


def test_a_chat_that_tells_a_locked_screen_too_much_is_a_warning(tmp_path: Path) -> None:
    (tmp_path / "letters/due").mkdir(parents=True)
    (tmp_path / "letters/due/whatsapp.txt").write_text("Tagihan {{ total }} belum dibayar.\n", encoding="utf-8")
    _, (problem,) = story(DUE).tried(Wording((tmp_path, ROOT)))
    assert (problem.code, problem.severity) == ("message-opening", Severity.WARNING)


def issued(made: Story, **changes: Any) -> Issued:
    """Return the entry of the firm letter of `made`, issued three days before."""
    entry = Issued(
        date=AS_OF - dt.timedelta(3),
        stage="firm",
        items=tuple(line.invoice.number for line in made.statement.overdue),
        number="012/ST/XI/2026",
        series="ST",
        sequence=12,
        figures=(("total", made.statement.claim),),
        deadline=dt.date(2026, 11, 27),
        sha256="ab" * 32,
        file="012.pdf",
        signatory="Rina Kartikasari",
    )
    return replace(entry, **changes)


def test_an_issued_letter_is_passed_on_and_attached() -> None:
    made = story(FIRM)
    documents = story(FIRM, COMPANY, 1, issued(made)).composed()
    kept = Kept("maju-jaya", "letters/maju-jaya/firm.pdf", "data/issued/maju-jaya/012.pdf", "ab" * 32)
    assert [each for each in documents if isinstance(each, Kept | Sheet) and "letters/" in each.path] == [kept]
    there = mail(documents)
    assert there.attachment == kept
    for text in (there.text, there.html, chat(documents)):
        assert "Jumat, 27 November 2026" in text, "the date is that of the paper"
        assert "30 November 2026" not in text
    assert "Surat kami nomor 012/ST/XI/2026 terlampir." in " ".join(there.text.split())


def test_a_mail_promises_no_attachment_that_is_not_there() -> None:
    there = mail(story(FIRM).composed())
    assert "lampir" not in there.text.lower()
    assert there.attachment is None


@pytest.mark.parametrize(
    "changes",
    [{"items": ("INV/2026/0912", "INV/2026/0001")}, {"stage": "reminder-2"}, {"date": AS_OF + dt.timedelta(1)}],
)
def test_a_letter_about_something_else_is_not_passed_on(changes: dict[str, Any]) -> None:
    documents = story(FIRM, COMPANY, 1, issued(story(FIRM), **changes)).composed()
    assert not [each for each in documents if isinstance(each, Kept)]
    assert [each for each in documents if isinstance(each, Sheet)]


def test_a_letter_that_was_sent_is_not_passed_on_again() -> None:
    entry = issued(story(FIRM))
    gone = Sent(entry.date, "firm", entry.items, Channel.LETTER, "Dewi", number=entry.number)
    documents = story(FIRM, COMPANY, 1, entry, gone).composed()
    assert not [each for each in documents if isinstance(each, Kept) and not each.path.startswith("site/")]


def test_a_letter_that_states_another_sum_is_outdated() -> None:
    entry = issued(story(FIRM), figures=(("total", 12_500_000),))
    documents, (problem,) = story(FIRM, COMPANY, 1, entry).tried()
    assert (problem.code, problem.severity) == ("letter-outdated", Severity.WARNING)
    assert problem.data == {"customer": "maju-jaya", "number": "012/ST/XI/2026"}
    assert [each for each in documents if isinstance(each, Sheet)]
    assert mail(documents).attachment is None

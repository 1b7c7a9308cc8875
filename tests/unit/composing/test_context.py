"""What templates may say: names as humans wrote them, figures from the statement, people by their duty."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

import pytest

from kit.composing.context import as_plain, context_for, neutral, page_link
from kit.composing.people import counted_until, form_of_address, parties, sender_for, telephone
from kit.composing.templates import Value
from kit.domain.model import BankAccount, Contact, LegalForm, Sender
from kit.domain.policy import STANDARD, Channel
from kit.domain.verdict import occasion
from tests.builders import sent
from tests.unit.composing.stories import AS_OF, COMPANY, CREDITOR, PERSON, STAGES, TOKEN, story, told

FIRM = STANDARD.stages[4]
UPCOMING = STANDARD.stages[0]


def test_figures_are_those_of_the_statement() -> None:
    made = story(FIRM, COMPANY, 3)
    send = occasion(made.verdict)
    assert send is not None
    context = context_for(made.book, made.customer, made.statement, send, Channel.LETTER)
    assert context["total"] == "Rp35.911.000"
    assert context["total_words"] == "tiga puluh lima juta sembilan ratus sebelas ribu rupiah"
    assert (context["count"], context["count_words"], context["many"], context["few"]) == (3, "tiga", True, True)
    assert context["numbers"] == "INV/2026/0914, INV/2026/0913, dan INV/2026/0912"
    assert context["days_late"] == "23"
    assert context["oldest_due_day"] == "Sabtu, 31 Oktober 2026"
    assert context["deadline"] == "Senin, 30 November 2026"
    assert context["counted_until"] == "21 November 2026"
    assert context["page_link"] == f"https://tagihan.sarirasa.example/{TOKEN}/"
    rows = context["invoices"]
    assert isinstance(rows, tuple)
    partly = rows[2]
    assert isinstance(partly, Mapping)
    assert (partly["amount"], partly["paid"], partly["remaining"]) == ("Rp12.500.000", "Rp2.000.000", "Rp10.500.000")


def plain(value: Value) -> bool:
    """Tell whether `value` is made of nothing but text, numbers, rows and maps."""
    if isinstance(value, Mapping):
        return type(value) is dict and all(type(name) is str and plain(each) for name, each in value.items())
    if isinstance(value, tuple):
        return all(plain(each) for each in value)
    return type(value) in {str, int, bool}


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.name)
def test_a_template_meets_plain_values_only(stage: object) -> None:
    made = story(next(each for each in STAGES if each is stage))
    send = occasion(made.verdict)
    assert send is not None
    assert plain(context_for(made.book, made.customer, made.statement, send, Channel.EMAIL))


@pytest.mark.parametrize(
    ("formal", "you"),
    [
        ("Bapak Budi Santoso, S.H.", "Bapak"),
        ("Ibu Hj. Nur'aini", "Ibu"),
        ("Bapak/Ibu Pimpinan", "Bapak/Ibu"),
        ("Saudara Andi", "Saudara"),
        ("Budi Santoso", "Bapak/Ibu"),
        ("Ibunda Sari", "Bapak/Ibu"),
    ],
)
def test_a_customer_is_addressed_as_a_human_wrote(formal: str, you: str) -> None:
    assert form_of_address(Contact("x", "y", formal)) == you


@pytest.mark.parametrize(
    ("form", "addressee", "attention"),
    [
        (LegalForm.PT, "Direksi PT Maju Jaya Abadi", "Bapak Budi Santoso, S.H."),
        (LegalForm.KOPERASI, "Pengurus PT Maju Jaya Abadi", "Bapak Budi Santoso, S.H."),
        (LegalForm.CV, "Pimpinan PT Maju Jaya Abadi", "Bapak Budi Santoso, S.H."),
        (LegalForm.UD, "Pemilik PT Maju Jaya Abadi", "Bapak Budi Santoso, S.H."),
        (LegalForm.PERSON, "PT Maju Jaya Abadi", "Bapak Budi Santoso, S.H."),
    ],
)
def test_a_letter_goes_to_the_organ_and_to_the_attention_of_the_contact(
    form: LegalForm, addressee: str, attention: str
) -> None:
    made = told(replace(COMPANY, form=form), None)
    customer = parties(made.book, made.customer, Channel.LETTER)["customer"]
    assert isinstance(customer, Mapping)
    assert (customer["addressee"], customer["attention"]) == (addressee, attention)


def test_a_person_is_written_to_directly() -> None:
    made = told(PERSON, None)
    customer = parties(made.book, made.customer, Channel.LETTER)["customer"]
    assert isinstance(customer, Mapping)
    assert (customer["addressee"], customer["attention"]) == ("Ibu Endang Susilowati", "")


STAFF = Sender("Dewi", "Staf", email="d@x.example")
CHATTER = Sender("Sari", "Staf", whatsapp="6281200000111")
AGENT = Sender("Rudi", "Petugas", "agent", "ST-4/2026", "r@y.example", "6281200000122")


@pytest.mark.parametrize(
    ("senders", "channel", "name"),
    [
        ((STAFF, CHATTER, AGENT), Channel.EMAIL, "Dewi"),
        ((STAFF, CHATTER, AGENT), Channel.WHATSAPP, "Sari"),
        ((AGENT, CHATTER), Channel.EMAIL, "Rudi"),
        ((AGENT, CHATTER), Channel.WHATSAPP, "Sari"),
        ((Sender("Ani", "Staf"),), Channel.EMAIL, "Ani"),
    ],
)
def test_who_sends_is_own_staff_whom_the_channel_reaches(
    senders: tuple[Sender, ...], channel: Channel, name: str
) -> None:
    found = sender_for(replace(CREDITOR, senders=senders), channel)
    assert found is not None
    assert found.name == name


def test_an_agent_says_for_whom_and_by_what_right() -> None:
    made = told(COMPANY, None, senders=(AGENT,))
    sender = parties(made.book, made.customer, Channel.WHATSAPP)["sender"]
    assert isinstance(sender, Mapping)
    said = "Rudi, Petugas, mewakili PT Sari Rasa Nusantara, berdasarkan surat tugas nomor ST-4/2026"
    assert sender["introduction"] == said


def test_payments_are_counted_up_to_a_day_only_where_every_account_says_so() -> None:
    one, two = (BankAccount("B", str(n), "H", AS_OF - dt.timedelta(n)) for n in (1, 2))
    assert counted_until(replace(CREDITOR, accounts=(one, two))) == "21 November 2026"
    assert counted_until(replace(CREDITOR, accounts=(one, replace(two, read_until=None)))) == ""
    assert counted_until(replace(CREDITOR, accounts=())) == ""


def test_a_link_needs_a_token_and_a_base_address() -> None:
    made = told(COMPANY, None)
    assert page_link(made.book, COMPANY) == f"https://tagihan.sarirasa.example/{TOKEN}/"
    assert page_link(made.book, PERSON) == ""
    assert page_link(replace(made.book, creditor=replace(CREDITOR, base_url=None)), COMPANY) == ""


def test_earlier_messages_are_named_by_their_days() -> None:
    number = "INV/2026/0912"
    entries = [sent(str(day), dt.date(2026, 11, day), number) for day in (3, 5, 10, 10, 17)]
    other = sent("x", dt.date(2026, 11, 18), "INV/2026/9999")
    made = story(FIRM, COMPANY, 1, *entries, other)
    send = occasion(made.verdict)
    assert send is not None
    context = context_for(made.book, made.customer, made.statement, send, Channel.LETTER)
    assert context["reminded_on"] == "5 November 2026, 10 November 2026, dan 17 November 2026"


@pytest.mark.parametrize(
    ("number", "told_as"),
    [("6281234567890", "0812-3456-7890"), ("62812345678", "0812-3456-78"), ("60123456789", "+60123456789")],
)
def test_a_number_is_written_as_it_is_dialled(number: str, told_as: str) -> None:
    assert telephone(number) == told_as


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("*tebal*", "tebal"),
        ("_miring_", "miring"),
        ("~coret~", "coret"),
        ("```mono```", "mono"),
        ("INV_2026_09", "INV_2026_09"),
        ("a_*b*_c", "abc"),
        ("5 * 3", "5  3"),
    ],
)
def test_marks_of_a_chat_are_taken_out_of_values(text: str, shown: str) -> None:
    assert neutral(text) == shown


def test_addresses_keep_their_underscores() -> None:
    context = as_plain({"page_link": "https://x.example/_a_/", "creditor": {"email": "_a_@x.example", "name": "*A*"}})
    assert context == {"page_link": "https://x.example/_a_/", "creditor": {"email": "_a_@x.example", "name": "A"}}

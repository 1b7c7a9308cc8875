"""A whole book: every field arrives, the order of files does not matter, and registers are verified."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from kit.basics.problems import Problem, Source
from kit.domain import model
from kit.domain.calendar import Zone
from kit.domain.happened import ContactChanged, Detail, Drafted, Failed, Read, Torn
from kit.domain.policy import STANDARD, Approach, Channel, ContactWindow, Stage
from kit.domain.register import (
    Approved,
    Contacted,
    Delivered,
    Entry,
    Issued,
    Outcome,
    Reach,
    Register,
    Sent,
    Voided,
)
from kit.output import wording
from kit.reading.book import read_book, read_customer
from kit.reading.policy import DEFAULT
from kit.reading.register import cut_register, read_register, torn

BASE = Path(__file__).parents[2] / "errors" / "base"
DAY = date(2026, 10, 8)

CUSTOMER = """
name: PT Maju Jaya Abadi
form: PT
language: en
liable: {name: Ratna Wijaya, position: Direktur}
contact: {name: "Budi Santoso, S.H.", call_as: Pak Budi, formal: Bapak Budi Santoso, email: budi@maju.example, whatsapp: 0812-0000-0301, phone: (031) 555012}
address: {street: Jalan Melati 5, city: Surabaya, province: Jawa Timur, postcode: 60271, verified: 2026-08-14}
ladder: lembut
channels: [email, letter]
tolerance: Rp5.000
notes: |
  Ingat:
  ramah.
invoices:
  - number: INV/2026/0912
    issued: 2026-09-01
    received: 2026-09-04
    due: 2026-09-30
    file: inv-0912.pdf
    amount: 12.500.000
    description: 40 karton saus sambal
    contract: {number: SPK-014/2026, date: 2026-06-02, file: spk-014.pdf, late_fee_clause: Pasal 7, default_clause: Pasal 8}
  - {number: INV/2026/0913, issued: 2026-09-01, due: 2026-09-01, amount: 1}
credit_notes:
  - {number: CN-1, date: 2026-10-01, amount: 100.000, for: INV/2026/0912, reason: rusak, cancelled: 2026-10-02}
payments:
  - {date: 2026-08-10, amount: 2.000.000, method: transfer, reference: "99", for: INV/2026/0912}
  - {date: 2099-08-10, amount: 2.000.000, for: [INV/2026/0912, INV/2026/0913]}
promises:
  - {made: 2026-10-20, amount: 5.000.000, by: 2026-10-27, via: telepon}
disputes:
  - {invoice: INV/2026/0912, opened: 2026-10-20, closed: 2026-10-21, reason: kurang}
holds:
  - {since: 2026-10-20, until: 2026-10-21, reason: menunggu, invoices: [INV/2026/0912]}
"""

POLICY = """
tolerance: 25.000
minimum_gap: 4
read_until_limit: 3
thanks_within: 7
numbering: "{number:04}/{series}/{year}"
contact_window: {days: [mon, tue], opens: 09:00, closes: 17.00}
ladders:
  lembut:
    - {stage: ingat, when: H-3, approach: persuasive, channels: [whatsapp]}
    - {stage: tegas, when: H+9, approach: firm, channels: [letter, email], template: firm, signatory: manager, deadline: 7, skippable: no, series: ST}
"""

CREDITOR = """
format: 1
name: PT Sumber Rasa
form: PT
address: {street: Jalan Kenanga 12, city: Makassar, province: Sulawesi Selatan, postcode: 90111}
phone: (0411) 555012
email: halo@sumber-rasa.example
whatsapp: 0812-0000-0302
website: https://sumber-rasa.example
tagline: Rasa dari timur
logo: logo.png
accent: "#123abc"
service_hours: Senin-Jumat 09.00-16.00
signatories:
  reminder: {name: Dewi Lestari, position: Staf}
  manager: {name: Hadi Wibowo, position: Manajer}
senders:
  - {name: Dewi Lestari, position: Staf, capacity: agent, surat_tugas: ST-1, email: dewi@sumber-rasa.example, whatsapp: 0812-0000-0302}
accounts:
  - {bank: Bank Contoh, number: 0012-3400-99, holder: PT Sumber Rasa, read_until: 2026-11-20}
payment_link: https://bayar.example/x
base_url: https://tagihan.example
as_of: 2026-11-23
lang: id
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "book"))


def write(folder: Path, path: str, text: str) -> None:
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_text(text, encoding="utf-8")


def codes(problems: tuple[Problem, ...]) -> list[str]:
    return [problem.code for problem in problems]


def good(folder: Path) -> model.Book:
    book, problems = read_book(folder)
    assert problems == ()
    assert book is not None
    return book


def test_every_field_of_a_customer_arrives(folder: Path) -> None:
    write(folder, "data/customers/toko-maju.yaml", CUSTOMER)
    write(folder, "data/policy.yaml", POLICY)
    (customer,) = good(folder).customers
    assert customer == model.Customer(
        id="toko-maju",
        name="PT Maju Jaya Abadi",
        form=model.LegalForm.PT,
        contact=model.Contact(
            "Budi Santoso, S.H.", "Pak Budi", "Bapak Budi Santoso", "budi@maju.example", "6281200000301", "(031) 555012"
        ),
        liable=model.Official("Ratna Wijaya", "Direktur"),
        address=model.Address("Jalan Melati 5", "Surabaya", "Jawa Timur", "60271", date(2026, 8, 14)),
        language=model.Language.ENGLISH,
        ladder="lembut",
        channels=(Channel.EMAIL, Channel.LETTER),
        tolerance=5000,
        invoices=(
            model.Invoice(
                "INV/2026/0912", date(2026, 9, 1), date(2026, 9, 30), 12_500_000, "40 karton saus sambal",
                date(2026, 9, 4), "inv-0912.pdf",
                model.Contract("SPK-014/2026", date(2026, 6, 2), "spk-014.pdf", "Pasal 7", "Pasal 8"),
            ),
            model.Invoice("INV/2026/0913", date(2026, 9, 1), date(2026, 9, 1), 1),
        ),
        credit_notes=(
            model.CreditNote("CN-1", date(2026, 10, 1), 100_000, "INV/2026/0912", "rusak", date(2026, 10, 2)),
        ),
        payments=(
            model.Payment(date(2026, 8, 10), 2_000_000, ("INV/2026/0912",), "transfer", "99"),
            model.Payment(date(2099, 8, 10), 2_000_000, ("INV/2026/0912", "INV/2026/0913")),  # B23: not yet visible
        ),
        promises=(model.Promise(date(2026, 10, 20), 5_000_000, date(2026, 10, 27), "telepon"),),
        disputes=(model.Dispute("INV/2026/0912", date(2026, 10, 20), date(2026, 10, 21), "kurang"),),
        holds=(model.Hold(date(2026, 10, 20), "menunggu", date(2026, 10, 21), ("INV/2026/0912",)),),
        notes="Ingat:\nramah.",
    )  # fmt: skip
    assert customer.invoices[0].at == Source("data/customers/toko-maju.yaml", 15, 5)
    assert customer.payments[1].at == Source("data/customers/toko-maju.yaml", 28, 5)


def test_every_field_of_the_creditor_arrives(folder: Path) -> None:
    write(folder, "data/creditor.yaml", CREDITOR)
    creditor = good(folder).creditor
    assert creditor == model.Creditor(
        name="PT Sumber Rasa",
        form=model.LegalForm.PT,
        address=model.Address("Jalan Kenanga 12", "Makassar", "Sulawesi Selatan", "90111"),
        zone=Zone.WITA,
        signatories={
            "reminder": model.Official("Dewi Lestari", "Staf"),
            "manager": model.Official("Hadi Wibowo", "Manajer"),
        },
        senders=(
            model.Sender("Dewi Lestari", "Staf", "agent", "ST-1", "dewi@sumber-rasa.example", "6281200000302"),
        ),
        accounts=(model.BankAccount("Bank Contoh", "0012340099", "PT Sumber Rasa", date(2026, 11, 20)),),
        phone="(0411) 555012",
        email="halo@sumber-rasa.example",
        whatsapp="6281200000302",
        website="https://sumber-rasa.example",
        tagline="Rasa dari timur",
        logo="logo.png",
        accent="#123abc",
        service_hours="Senin-Jumat 09.00-16.00",
        payment_link="https://bayar.example/x",
        base_url="https://tagihan.example/",
        as_of=date(2026, 11, 23),
        lang="id",
    )  # fmt: skip


def test_every_field_of_the_policy_arrives(folder: Path) -> None:
    write(folder, "data/policy.yaml", POLICY)
    policy = good(folder).policy
    assert (policy.tolerance, policy.minimum_gap, policy.read_until_limit, policy.thanks_within) == (25_000, 4, 3, 7)
    assert policy.numbering == "{number:04}/{series}/{year}"
    assert policy.window == ContactWindow(frozenset({0, 1}), time(9), time(17))
    assert policy.ladders["standard"] == STANDARD
    assert policy.ladders["lembut"].stages == (
        Stage("ingat", -3, Approach.PERSUASIVE, (Channel.WHATSAPP,), "ingat"),
        Stage(
            "tegas",
            9,
            Approach.FIRM,
            (Channel.LETTER, Channel.EMAIL),
            "firm",
            "manager",
            7,
            skippable=False,
            series="ST",
        ),
    )


def test_a_small_policy_leaves_the_rest_as_it_is(folder: Path) -> None:
    write(folder, "data/policy.yaml", "contact_window: {opens: 10:00}")
    policy = good(folder).policy
    assert policy.window == ContactWindow(opens=time(10))
    assert policy == replace(DEFAULT, window=policy.window)
    assert list(policy.ladders) == ["standard", "collaborative", "firm"]
    write(folder, "data/policy.yaml", "tolerance: 0")
    assert good(folder).policy == replace(DEFAULT, tolerance=0)
    write(folder, "data/policy.yaml", "contact_window: {days: [sat]}")
    assert good(folder).policy.window == ContactWindow(weekdays=frozenset({5}))


def test_calendar_and_links_arrive(folder: Path) -> None:
    assert good(folder).calendar.holidays[date(2026, 12, 25)] == "Hari Raya Natal"
    own = "holidays:\n  - {date: 2026-12-31, name: Tutup buku}\nworking_days: [2026-12-24]\n"
    write(folder, "data/calendar.yaml", own)
    write(folder, "links.yaml", "toko-maju: {token: AAAAAAAAAAAAAAAAAAAAA_, made: 2026-10-01}\n")
    book = good(folder)
    assert book.calendar.holidays[date(2026, 12, 31)] == "Tutup buku"
    assert book.calendar.holidays[date(2026, 12, 25)] == "Hari Raya Natal"
    assert date(2026, 12, 24) not in book.calendar.holidays
    assert book.links == {"toko-maju": model.Link("AAAAAAAAAAAAAAAAAAAAA_", date(2026, 10, 1))}


def test_an_empty_calendar_and_an_invoice_free_customer_are_fine(folder: Path) -> None:
    write(folder, "data/calendar.yaml", "holidays: []\n")
    write(
        folder,
        "data/customers/toko-rasa.yaml",
        "name: Toko Rasa\nform: UD\ncontact: {name: S, call_as: S, formal: S}\n",
    )
    assert [each.id for each in good(folder).customers] == ["toko-maju", "toko-rasa"]


def test_a_book_without_customers_is_a_book(folder: Path) -> None:
    shutil.rmtree(folder / "data/customers")
    assert good(folder).customers == ()


def test_the_same_book_is_read_the_same(folder: Path, tmp_path: Path) -> None:
    write(folder, "data/customers/a.yaml", CUSTOMER.replace("INV", "FAK").replace("CN-1", "CN-2"))
    other = Path(shutil.copytree(folder, tmp_path / "other"))
    assert read_book(folder) == read_book(other)


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("data/policy.yaml", "a: [", ["yaml-brackets"]),
        ("data/policy.yaml", 'numbering: ""', ["value-empty"]),
        ("data/policy.yaml", "a", ["top-map"]),
        ("data/calendar.yaml", "- a", ["top-map"]),
        ("data/calendar.yaml", "", ["file-empty"]),
        ("data/creditor.yaml", "", ["file-empty"]),
        ("data/creditor.yaml", "- a", ["top-map"]),
        ("links.yaml", "a: &a b", ["expected-map", "yaml-anchor"]),
        ("links.yaml", "", ["file-empty"]),
        ("links.yaml", "- a", ["expected-map"]),
        ("links.yaml", "a: {made: 2026-10-01}", ["field-missing"]),
        ("data/register/toko-maju.yaml", "", ["file-empty"]),
        ("data/register/toko-maju.yaml", "- a", ["register-kind"]),
        ("data/register/toko-maju.yaml", "a: [", ["yaml-brackets"]),
        ("data/register/toko-maju.yaml", "- a: [\n- b: [", ["yaml-brackets"]),
        ("data/register/toko-maju.yaml", "- a: [", ["register-cut"]),
        ("data/register/toko-maju.yaml", "- [a]", ["register-kind"]),
        ("data/register/toko-maju.yaml", "- {kind: [a]}", ["register-cut"]),
        ("data/customers/toko-maju.yaml", "invoices: [{number: [a]}]\npayments: [{for: x}]", None),
    ],
)
def test_what_cannot_be_read_leaves_no_book(folder: Path, path: str, text: str, expected: list[str] | None) -> None:
    write(folder, path, text)
    book, problems = read_book(folder)
    assert book is None
    assert expected is None or codes(problems) == expected


def test_roles_are_not_judged_where_the_creditor_cannot_be_read(folder: Path) -> None:
    write(folder, "data/creditor.yaml", "format: 1")
    write(folder, "data/policy.yaml", POLICY.replace("manager", "somasi"))
    assert "signatory-missing" not in codes(read_book(folder)[1])


def test_ladders_are_not_judged_where_the_policy_cannot_be_read(folder: Path) -> None:
    write(folder, "data/customers/toko-maju.yaml", CUSTOMER)
    write(folder, "data/policy.yaml", "x: 1")
    assert codes(read_book(folder)[1]) == ["key-unknown"]


def test_a_long_ladder_is_checked_step_by_step(folder: Path) -> None:
    stages = "".join(f"    - {{stage: s{n}, when: H+{n}, channels: [email]}}\n" for n in range(3))
    write(
        folder, "data/policy.yaml", f"ladders:\n  x:\n{stages}    - {{when: nanti}}\n    - {{stage: s9, when: H+9}}\n"
    )
    assert set(codes(read_book(folder)[1])) == {"field-missing", "timing"}


def test_a_customer_can_be_read_alone() -> None:
    customer, facts, problems = read_customer(CUSTOMER.encode(), "data/customers/toko-maju.yaml")
    assert customer is not None
    assert facts is not None
    assert (customer.id, facts.ident, problems) == ("toko-maju", "toko-maju", ())
    assert read_customer(b"[", "data/customers/x.yaml")[:2] == (None, None)


ENTRIES: tuple[Entry, ...] = (
    Issued(DAY, "firm", ("INV/2026/02/001",), "001/ST/X/2026", "ST", 1, (("INV/2026/02/001", 5), ("total", 5)), DAY, "0" * 64, "a.pdf", "Hadi"),
    Approved(DAY, "somasi-1", "Hadi: Wibowo"),
    Sent(DAY, "firm", ("INV/2026/02/001",), Channel.EMAIL, "Dewi", "dewi@x.example", DAY, "001/ST/X/2026"),
    Delivered(DAY, "001/ST/X/2026", Outcome.RECEIVED, "satpam", "JP-1", "resi.jpg", "1" * 64),
    Contacted(DAY, "call", Reach.REACHED, "Dewi", "kata \"nanti\" # \\ 'ya'\nbaris dua é"),
    Voided(DAY, 2, "keliru"),
    Sent(DAY, "firm", (), Channel.LETTER, "no"),
    Drafted(DAY, "firm", Channel.EMAIL, "Dewi"),
    Read(DAY, "firm", Channel.WHATSAPP, "centang biru"),
    Failed(DAY, "firm", Channel.EMAIL, "550: no such user"),
    ContactChanged(DAY, Detail.EMAIL, "a@b.example", "telepon", "Dewi", "c@b.example"),
    Torn(DAY, '- kind: "issued"\n  date', "ST", 3),
)  # fmt: skip


def register(*entries: Entry) -> Register:
    told = Register("toko-maju")
    for entry in entries:
        told = Register(told.customer, (*told.records, told.appended(entry)))
    return told


def test_registers_read_back_as_they_were_written(folder: Path) -> None:
    written = register(*ENTRIES)
    write(folder, "data/register/toko-maju.yaml", wording.register(written.records))
    assert good(folder).register("toko-maju") == written


def test_a_list_with_gaps_is_pointed_at_as_a_whole(folder: Path) -> None:
    write(folder, "data/calendar.yaml", 'working_days: ["", 2026-12-23]\n')
    assert [(each.code, each.at.column if each.at else 0) for each in read_book(folder)[1]] == [
        ("value-empty", 16),
        ("working-day-unknown", 15),
    ][::-1]


def test_a_voided_message_may_speak_of_an_invoice_that_is_gone(folder: Path) -> None:
    wrong = Sent(DAY, "firm", ("GONE",), Channel.EMAIL, "Dewi")
    write(folder, "data/register/toko-maju.yaml", wording.register(register(wrong).records))
    assert codes(read_book(folder)[1]) == ["sent-invoice-gone"]
    write(folder, "data/register/toko-maju.yaml", wording.register(register(wrong, Voided(DAY, 1, "keliru")).records))
    assert len(good(folder).register("toko-maju").records) == 2


def test_a_changed_entry_breaks_the_chain_wherever_it_is() -> None:
    text = wording.register(register(*ENTRIES).records)
    for line in text.splitlines():
        if '"2026-10-08"' in line:
            changed = text.replace(line, line.replace("08", "09"), 1)
            assert codes(read_register(changed.encode(), "r.yaml", "x")[1]) == ["register-chain-broken"]
    assert read_register(text.encode(), "r.yaml", "x")[1] == ()


def test_an_entry_taken_out_breaks_the_chain() -> None:
    records = register(*ENTRIES).records
    text = wording.register((records[0], *records[2:]))
    told, problems = read_register(text.encode(), "r.yaml", "x")
    assert (codes(problems), len(told.records)) == (["register-chain-broken"], 1)


@pytest.mark.parametrize("share", range(5, 100, 5))
def test_a_register_torn_anywhere_is_never_taken_for_whole(share: int) -> None:
    text = wording.register(register(*ENTRIES).records).encode()
    torn = text[: len(text) * share // 100]
    told, problems = read_register(torn, "r.yaml", "x")
    whole = wording.register(told.records).encode()
    assert problems or whole.rstrip() == torn.rstrip()


@pytest.mark.parametrize(("left", "entry"), [
    ('- kind: "sent"\n  date: "2026-10-01"\n  sta', Torn(date(2026, 10, 1), '- kind: "sent"\n  date: "2026-10-01"\n  sta')),
    ('- kind: "sent"\n  date: "2026-13-01"\n  sta', Torn(DAY, '- kind: "sent"\n  date: "2026-13-01"\n  sta')),
    ('- kind: "sent"', Torn(DAY, '- kind: "sent"')),
    ('- kind: "iss', None),
    ('- kind: "issued"\n  series: "ST"\n  sequence: 3\n  fig', Torn(DAY, '- kind: "issued"\n  series: "ST"\n  sequence: 3\n  fig', "ST", 3)),
    ('- kind: "issued"\n  series: "ST"\n  sequence: 3', None),
    ("-", None),
])  # fmt: skip
def test_what_takes_the_place_of_a_torn_entry(left: str, entry: Torn | None) -> None:
    assert torn(left, DAY) == entry
    nowhere = torn('- kind: "sent"', None)
    assert nowhere is not None
    assert nowhere.date == date(1950, 1, 1)


def test_only_a_cut_leaves_something() -> None:
    assert cut_register(b"[]", "r.yaml", "x") is None
    assert cut_register(b"- {kind: [a]}", "r.yaml", "x") == (Register("x"), "- {kind: [a]}")
    text = wording.register(register(*ENTRIES[:2]).records).encode()
    for end in range(text.rfind(b"\n- ") + 4, len(text) - 3):
        found = cut_register(text[:end] + b"\xc3", "r.yaml", "toko-maju")
        assert found is not None
        assert [each.entry for each in found[0].records] == [ENTRIES[0]]
        assert found[1].startswith("- ")
        assert found[1].endswith("?")
    changed = text.replace(b"Hadi", b"Budi", 1)
    assert cut_register(changed[:-20], "r.yaml", "toko-maju") is None

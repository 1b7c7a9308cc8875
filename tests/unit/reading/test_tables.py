"""The field tables and the domain's values know the same words, and ask for the same ones."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from kit.domain import charges, counsel, entries, model, policy, quiet
from kit.domain import invoices as bills
from kit.domain.register import KINDS
from kit.reading import calendar, creditor, customers, invoices, links, register, terms
from kit.reading import entries as booked
from kit.reading import policy as policies
from kit.reading.fields import Record

#: Table, value, and words of the value that stand in no file.
PAIRS: tuple[tuple[Record, Any, set[str]], ...] = (
    (customers.OFFICIAL, model.Official, set()),
    (customers.CONTACT, model.Contact, set()),
    (customers.ADDRESS, model.Address, set()),
    (invoices.CONTRACT, bills.Contract, set()),
    (invoices.FEE, charges.Fee, {"at"}),
    (invoices.WITHHOLDING, bills.Withholding, set()),
    (terms.EXTENSION, bills.Extension, {"at"}),
    (invoices.INVOICE, bills.Invoice, {"at", "first_due", "part_of"}),
    (booked.CREDIT_NOTE, entries.CreditNote, {"at"}),
    (booked.PAYMENT, entries.Payment, {"at"}),
    (booked.SLIP, entries.TaxSlip, {"at"}),
    (booked.WRITE_OFF, entries.WriteOff, {"at"}),
    (booked.REFUND, entries.Refund, {"at"}),
    (booked.PRINCIPAL_FIRST, entries.PrincipalFirst, set()),
    (customers.PROMISE, model.Promise, {"at"}),
    (customers.DISPUTE, model.Dispute, {"at"}),
    (customers.HOLD, model.Hold, {"at"}),
    (customers.CUSTOMER, model.Customer, {"at", "id"}),
    (creditor.SENDER, model.Sender, set()),
    (creditor.ACCOUNT, model.BankAccount, {"at"}),
    (creditor.CREDITOR, model.Creditor, {"at", "zone"}),
    (links.LINK, model.Link, set()),
    (policies.STAGE, policy.Stage, {"at", "anchor", "days"}),
    (policies.SOMASI, policy.SomasiRules, set()),
    (creditor.OFFICE, counsel.Office, set()),
    (creditor.COUNSEL, counsel.Counsel, set()),
    (creditor.SURAT_KUASA, counsel.SuratKuasa, set()),
    (policies.WINDOW, policy.ContactWindow, set()),
    (policies.CAPS, policy.Caps, set()),
    (calendar.QUIET, quiet.Quiet, {"collecting"}),
    (policies.POLICY, policy.Policy, set()),
    *((table, KINDS[kind], set()) for kind, table in register.ENTRIES.items()),
)
#: Words of files that only the reader needs.
ONLY_FILE = {"format", "when", "kind", "previous", "hash", "parts"}


@pytest.mark.parametrize(("table", "value", "made"), PAIRS, ids=lambda each: getattr(each, "name", ""))
def test_a_table_knows_the_words_of_its_value(table: Record, value: Any, made: set[str]) -> None:
    targets = {each.target for each in table.fields} - ONLY_FILE
    assert targets == {each.name for each in dataclasses.fields(value)} - made


@pytest.mark.parametrize(("table", "value", "made"), PAIRS, ids=lambda each: getattr(each, "name", ""))
def test_what_a_value_cannot_do_without_is_asked_for(table: Record, value: Any, made: set[str]) -> None:
    # A template may be left out as it is then called like its stage; senders as a small house has none;
    # a due date where terms say it.
    known = {"template", "senders", "due"} if table is invoices.INVOICE else {"template", "senders"}
    for each in table.fields:
        word = next((own for own in dataclasses.fields(value) if own.name == each.target), None)
        if word is not None and each.target not in known:
            has_default = word.default is not dataclasses.MISSING or word.default_factory is not dataclasses.MISSING
            optional = has_default or "None" in str(word.type)
            assert each.required != optional or (each.required and "Approach" in str(word.type)), each.key


def test_every_kind_of_entry_has_a_table() -> None:
    assert set(register.ENTRIES) == set(KINDS)


def test_keys_are_written_in_one_way() -> None:
    for table in (*(pair[0] for pair in PAIRS), calendar.CALENDAR, calendar.HOLIDAY, creditor.SIGNATORIES):
        for each in table.fields:
            assert each.key == each.key.lower()
            assert "-" not in each.key

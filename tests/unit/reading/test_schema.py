"""The schemas that editors get: made of the reader's own tables, no stricter than the reader on what is right."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from kit.reading import contacts, kinds
from kit.reading.fields import Field, Findings, Kind, Record
from kit.reading.meanings import MEANINGS
from kit.reading.nodes import Node, Scalar
from kit.reading.schema import TABLES, _value, meaning, schema
from tests.yaml12 import seen

ROOT = Path(__file__).parents[3]
VALIDATORS = {
    name: Draft202012Validator(schema(name), format_checker=Draft202012Validator.FORMAT_CHECKER) for name in TABLES
}
BOOK = {path: path.stem for path in sorted(ROOT.glob("data/*.yaml"))} | dict.fromkeys(
    sorted(ROOT.glob("data/customers/*.yaml")), "customer"
)
HEAD = "name: PT Maju Jaya\nform: PT\ncontact: {name: Budi, call_as: Pak Budi, formal: Bapak Budi}\n"


def valid(name: str, text: str | Path) -> bool:
    return VALIDATORS[name].is_valid(seen(text))


@pytest.mark.parametrize("name", TABLES)
def test_a_schema_is_one(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))


@pytest.mark.parametrize("path", BOOK, ids=lambda path: path.name)
def test_the_own_book_is_valid(path: Path) -> None:
    assert not list(VALIDATORS[BOOK[path]].iter_errors(seen(path)))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("customer", "form: PT\ncontact: {name: Budi, call_as: Pak Budi, formal: Bapak Budi}\n"),
        ("customer", HEAD + "fone: 0812-0000-0203\n"),
        ("customer", HEAD.replace("form: PT", "form: P.T.")),
        ("customer", HEAD + "invoices:\n  - {number: A-1, issued: 2026-09-01, due: 30-09-2026, amount: 5.000}\n"),
        ("customer", HEAD + "invoices:\n  - {number: A-1, issued: 2026-09-01, due: 2026-09-31, amount: 5.000}\n"),
        ("customer", HEAD + 'invoices:\n  - {number: A-1, issued: 2026-09-01, due: 2026-09-30, amount: "1,500"}\n'),
        ("customer", HEAD.replace("formal: Bapak Budi", "formal: Bapak Budi, email: budi")),
        ("customer", HEAD + "holds: {since: 2026-09-01, reason: sakit}\n"),
        ("customer", HEAD + "notes:\n"),
        ("creditor", "format: 2\n"),
        ("policy", "tolerance: -5\n"),
        ("policy", "ladders: {standard: [{stage: due, when: 7, approach: persuasive, channels: [email]}]}\n"),
        ("calendar", "working_days: 2026-03-20\n"),
    ],
)
def test_a_broken_file_is_invalid(name: str, text: str) -> None:
    assert not valid(name, text)


def test_unquoted_text_that_an_editor_takes_for_a_number_is_fine() -> None:
    assert valid(
        "customer",
        "name: 212\nform: PT\ncontact: {name: Budi, call_as: Pak Budi, formal: Bapak Budi, whatsapp: 081200000203}\n"
        "address: {street: Jalan 1, city: Surabaya, province: Jawa Timur, postcode: 60271}\n"
        "tolerance: 0\ninvoices:\n"
        "  - {number: 0012, issued: 2026-09-01, due: 2026-09-30, amount: 12.500}\n"
        "  - {number: 0013, issued: 2026-09-01, due: 2026-09-30, amount: 12.500.000}\n"
        "  - {number: 0014, issued: 2026-09-01, due: 2026-09-30, amount: Rp12.500.000}\n",
    )
    assert valid("policy", "contact_window: {opens: 08.00, closes: 20:00}\nminimum_gap: '3'\n")


#: Values that the reader takes; the schema must take each as well, quoted or not.
GOOD: tuple[tuple[Any, tuple[str, ...]], ...] = (
    (kinds.Text(), ("Toko", "12", "1.5", "true", "PT Maju, Jaya")),
    (kinds.Amount(), ("1", "12.500", "12.500.000", "Rp 5.000,00", "1000000000000000")),
    (kinds.Amount(least=0), ("0", "Rp0", "10.000")),
    (kinds.Day(), ("2026-11-23", "1950-01-01")),
    (kinds.Whole(1, 60), ("1", "60")),
    (kinds.YES_NO, ("yes", "no", "true", "false")),
    (kinds.Pattern("[0-9]{5,20}", "0123456789", ignored=" .-"), ("0012340099", "0012-3400-99", "12 34 56", "1234.5678")),
    (kinds.Pattern("#[0-9a-fA-F]{6}", "#1f5f5b"), ("#1f5f5b",)),
    (kinds.Timing(), ("H", "H-3", "H+21", "issued+5", "sent+14", "received+7")),
    (kinds.Clock(), ("08:00", "08.00", "23.59")),
    (kinds.FileName((".png", ".jpg")), ("logo.PNG", "bilder/logo.jpg")),
    (kinds.Url(), ("https://a.example/x?y", "HTTPS://A.example")),
    (contacts.Email(), ("a.b+c@sub.maju.example", "budi@kopi-ä.example")),
    (contacts.WhatsApp(), ("0812-0000-0203", "+62 812 0000 0203", "6281200000203", "(0812) 0000.0203", "+1 202 555 0100")),
    (contacts.Phone(), ("(031) 5550-0100", "0315550100")),
)  # fmt: skip


@pytest.mark.parametrize(("kind", "texts"), GOOD, ids=lambda each: type(each).__name__)
def test_what_the_reader_takes_the_schema_takes(kind: Any, texts: tuple[str, ...]) -> None:
    validator = Draft202012Validator(_value(kind))
    for text in texts:
        to = Findings("x")
        kind.read(Scalar(text, _Start(), _Start()), "x", to)
        assert not to.problems, text
        assert validator.is_valid(text), text
        if "#" not in text:
            assert validator.is_valid(seen(text)), f"unquoted {text}"


class _Start:
    line = column = 0


def fields(record: Record) -> set[str]:
    """Return "record.key" of every field in `record` and the records in it."""
    found = set()
    for each in record.fields:
        assert meaning(record, each), f"kit/reading/meanings.py does not say what {record.name}.{each.key} is for"
        found.add(f"{record.name}.{each.key}")
        kind: Any = each.kind
        while not isinstance(kind, Record) and hasattr(kind, "kind"):
            kind = kind.kind
        found |= fields(kind) if isinstance(kind, Record) else set()
    return found


def test_every_field_has_a_meaning_and_every_meaning_a_field() -> None:
    assert set().union(*map(fields, TABLES.values())) == set(MEANINGS)


class Unknown:
    """A kind of value that the schemas do not know."""

    def read(self, node: Node, name: str, to: Findings) -> str:
        return name


@pytest.mark.parametrize(("kind", "why"), [
    (Unknown(), "does not say how an editor sees Unknown"),
    (kinds.Pattern("[0-9]{2}|[0-9]{4}", "12", ignored="-"), "cannot put '-' between the characters"),
])  # fmt: skip
def test_a_kind_that_no_editor_could_see_is_told_to_whoever_adds_it(
    monkeypatch: pytest.MonkeyPatch, kind: Kind, why: str
) -> None:
    monkeypatch.setitem(TABLES, "new", Record("new", (Field("one", kind),)))
    with pytest.raises(TypeError, match=why):
        schema("new")

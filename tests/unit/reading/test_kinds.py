"""Kinds of values: what each accepts, and what it makes of it. What each refuses stands in tests/errors."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest

from kit.domain.policy import Anchor
from kit.reading.contacts import Email, Phone, WhatsApp
from kit.reading.fields import Field, Findings, Kind, ListOf, MapOf, OneOrMany, Record, nearest, quoted
from kit.reading.kinds import YES_NO, Amount, Clock, Day, FileName, Pattern, Text, Timing, Url, Whole
from kit.reading.nodes import MapNode, parse


def read(kind: Kind, written: str) -> tuple[Any, list[str]]:
    """Return what `kind` makes of a value as it stands in a file, and the codes of its problems."""
    tree, problems = parse(f"a: {written}".encode(), "x.yaml")
    assert isinstance(tree, MapNode)
    assert not problems
    to = Findings("x.yaml")
    return kind.read(tree.entries["a"], "a", to), [each.code for each in to.problems]


@pytest.mark.parametrize(
    ("kind", "written", "value"),
    [
        (Text(), "PT Maju", "PT Maju"),
        (Text(), '"  PT Maju "', "PT Maju"),
        (Text(), "null", "null"),  # B17: words stay words
        (Text(), "~", "~"),
        (Text(), "no", "no"),
        (Text(), '"Budi \\"Boy\\" Santoso, S.H."', 'Budi "Boy" Santoso, S.H.'),  # B43
        (Text(), "O'Brien Ñ", "O'Brien Ñ"),
        (Text(), "e\u0301", "é"),
        (Text(), "Иван Ivan Ωμέγα", "Иван Ivan Ωμέγα"),
        (Text(), "50% = ? atau ?= 2", "50% = ? atau ?= 2"),
        (Text(), "'<img onerror>, {{7*7}}, {% raw %}, ]]>'", "<img onerror>, {{7*7}}, {% raw %}, ]]>"),  # B54
        (Text(60), "INV/2026/02/001", "INV/2026/02/001"),  # B34
        (Text(lines=True), "|\n  satu\n  dua", "satu\ndua"),
        (Text(exact=True), '" a "', " a "),
        (Amount(), "Rp 1.500.000,-", 1_500_000),
        (Amount(least=0), "0", 0),
        (Day(), "2026-02-28", date(2026, 2, 28)),
        (Whole(1, 60), "60", 60),
        (YES_NO, "yes", True),
        (YES_NO, "false", False),
        (Timing(), "H-3", (Anchor.DUE, -3)),
        (Timing(), "H", (Anchor.DUE, 0)),
        (Timing(), "H+21", (Anchor.DUE, 21)),
        (Timing(), "issued+5", (Anchor.ISSUED, 5)),
        (Timing(), "sent+14", (Anchor.SENT, 14)),
        (Timing(), "received+7", (Anchor.RECEIVED, 7)),
        (Clock(), "08:00", time(8)),
        (Clock(), "19.30", time(19, 30)),
        (FileName(), "2026/spk 014.pdf", "2026/spk 014.pdf"),
        (FileName((".png",)), "logo.PNG", "logo.PNG"),
        (Url(), "https://bayar.example/x?y=1", "https://bayar.example/x?y=1"),
        (Url(folder=True), "https://tagihan.example", "https://tagihan.example/"),
        (Url(folder=True), "https://tagihan.example/a/", "https://tagihan.example/a/"),
        (Pattern("[0-9]{5,20}", "", ignored=" .-"), "0012-3400.99", "0012340099"),
        (Email(), "Keuangan.2+x@Maju.Example", "Keuangan.2+x@maju.example"),
        (Email(), "a@münchen.example", "a@xn--mnchen-3ya.example"),
        (WhatsApp(), "0812-0000-0301", "6281200000301"),
        (WhatsApp(), "+62 812 0000 0301", "6281200000301"),
        (WhatsApp(), "62812 0000 0301", "6281200000301"),
        (WhatsApp(), "+62 (0)812.0000.0301", "6281200000301"),
        (WhatsApp(), "+1 202 555 0100", "12025550100"),
        (Phone(), "(0761) 123456", "(0761) 123456"),
        (OneOrMany(Text()), "A-1", ("A-1",)),
        (OneOrMany(Text()), "[A-1, A-2]", ("A-1", "A-2")),
        (ListOf(Text()), "[]", ()),
        (MapOf(Amount(), Text()), "{A-1: 5.000}", {"A-1": 5000}),
    ],
)
def test_good_values(kind: Kind, written: str, value: Any) -> None:
    got, codes = read(kind, written)
    assert (got, codes) == (value, [])
    assert type(got) is type(value)


@pytest.mark.parametrize(
    ("kind", "written", "code"),
    [
        (Text(), "|\n  satu\n  dua", "text-lines"),
        (Text(), "{b: c}", "expected-value"),
        (Text(), "PT Μaju", "text-mixed-scripts"),
        (Amount(), "[1]", "expected-value"),
        (Amount(least=0), "IDR 1,500,000", "amount-comma"),
        (Amount(), "1__000", "amount-underscore"),
        (Amount(), "_", "amount-underscore"),
        (Amount(), "00", "amount-format"),
        (Amount(), "5 rupiah", "amount-format"),
        (Day(), "[1]", "expected-value"),
        (Day(), "besok", "date-format"),
        (Whole(1, 60), "007", "number-range"),
        (Whole(1, 60), "{}", "expected-value"),
        (YES_NO, "[]", "expected-value"),
        (Timing(), "[]", "expected-value"),
        (Clock(), "[]", "expected-value"),
        (Clock(), "24:00", "clock"),
        (FileName(), "[]", "expected-value"),
        (FileName(), "~/a.pdf", "file-name"),
        (FileName(), "a/./b", "file-name"),
        (FileName(), "a/b.", "file-name"),
        (Url(), "[]", "expected-value"),
        (Url(), "https://a.example/" + "x" * 500, "url"),
        (Url(), "javascript:alert(1)", "url"),
        (Url(), "https://user@a.example", "url"),
        (Pattern("x", "x"), "[]", "expected-value"),
        (Email(), "[]", "expected-value"),
        (Email(), "a@" + "b" * 64 + ".example", "email-domain"),
        (Email(), "x" * 65 + "@a.example", "email"),
        (Email(), ".a@b.example", "email"),
        (Email(), "a@é..example", "email-domain"),
        (Email(), f"a@{'é' * 64}.example", "email-domain"),
        (Email(), "a@\u0301.example", "email-domain"),
        (WhatsApp(), "[]", "expected-value"),
        (WhatsApp(), "0800-000-000-00", "phone"),
        (WhatsApp(), "081234567890123", "phone"),
        (WhatsApp(), "0812 0000 0301 +62 813 0000 0301 +1", "phone-several"),
        (Phone(), "[]", "expected-value"),
        (Phone(), "(((((((", "phone"),
        (Phone(), "0812-0000-0301, 0813-0000-0301", "phone-several"),
        (OneOrMany(Text()), "{a: b}", "expected-value"),
        (ListOf(Text()), "a", "expected-list"),
        (MapOf(Text(), Text(3)), "a", "expected-map"),
        (MapOf(Text(), Text(3)), "{long-key: a}", "text-long"),
        (MapOf(Text(3), Text()), "{a: long-value}", "text-long"),
    ],
)
def test_bad_values(kind: Kind, written: str, code: str) -> None:
    assert read(kind, written)[1] == [code]


def test_a_record_reads_what_it_can() -> None:
    record = Record("thing", (Field("a", Amount(), required=True), Field("b", Text(), attribute="bee")))
    got, codes = read(record, "{a: 1.50, b: x}")
    assert got.values == {"bee": "x"}
    assert codes == ["amount-sen"]
    assert (got.place("bee").column, got.place("nothing").column) == (17, 4)


def test_a_misspelt_key_is_told_once() -> None:
    record = Record("thing", (Field("amount", Amount(), required=True),))
    assert read(record, "{amuont: 5}")[1] == ["key-unknown"]
    assert read(record, "{zzz: 5}")[1] == ["key-unknown", "field-missing"]


def test_suggestions_and_problems_are_bounded() -> None:
    to = Findings("x")
    tree, _ = parse(b"a: b", "x")
    assert tree
    assert [to.nearest("amuont", ["amount"]) for _ in range(21)][19:] == [{"nearest": "amount"}, {}]
    for _ in range(501):
        to.error("x", tree)
    assert (len(to.problems), to.more) == (500, 1)


def test_nearest_and_quoted_are_for_reading() -> None:
    assert nearest("jawa timor", ["Jawa Timur", "Bali"]) == {"nearest": "Jawa Timur"}
    assert nearest("x" * 81, ["x"]) == nearest("qqq", ["Bali"]) == {}
    assert quoted("a\nb") == "a"
    assert len(quoted("x" * 100)) == 40

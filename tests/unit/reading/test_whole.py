"""A faultless book with everything that is optional: what stands in the files stands in the values."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from kit.domain.counsel import Advocate, Counsel, Office, SuratKuasa
from kit.domain.instalments import Instalment
from kit.domain.model import Book
from kit.domain.plans import Plan
from kit.domain.policy import Caps, Condition, SomasiRules
from kit.reading.book import read_book
from kit.reading.files import gather
from kit.reading.rereading import reader_of

BASE = Path(__file__).parents[2] / "errors/base"
CUSTOMER = "data/customers/toko-maju.yaml"
COUNSEL = (
    "counsel:\n  firm: Kantor Hukum Wirya\n"
    "  address: {street: Jl. Wirya 1, city: Bandung, province: Jawa Barat, postcode: 40111}\n"
    "  advocates: [{name: Ratna Wirya, position: Advokat}]\n"
)
PLANS = """plans:
  - {offered: 2026-10-05, valid_until: 2026-10-19, signed: 2026-10-06, ended: 2026-11-01, invoices: INV/2026/02/001,
     total: 12.500.000, instalments: [{due: 2026-10-30, amount: 12.500.000}]}
  - {offered: 2026-11-05, valid_until: 2026-11-19, signed: 2026-11-06, invoices: INV/2026/02/001,
     total: 12.500.000, instalments: [{due: 2026-11-30, amount: 12.500.000}]}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path / "book")
    return tmp_path / "book"


def book(folder: Path) -> Book:
    found, problems = read_book(folder)
    assert found is not None, problems
    return found


@pytest.mark.parametrize(("power", "read"), [
    ("", None), ("  surat_kuasa: {number: SK-1, date: 2026-10-01}\n", SuratKuasa("SK-1", dt.date(2026, 10, 1))),
])  # fmt: skip
def test_counsel_with_and_without_its_power(folder: Path, power: str, read: SuratKuasa | None) -> None:
    path = folder / "data/creditor.yaml"
    path.write_text(path.read_text() + COUNSEL + power)
    office = Office("Jl. Wirya 1", "Bandung", "Jawa Barat", "40111")
    assert book(folder).creditor.counsel == Counsel(
        "Kantor Hukum Wirya", office, (Advocate("Ratna Wirya", "Advokat"),), read
    )


def test_the_rules_of_a_somasi(folder: Path) -> None:
    (folder / "data/policy.yaml").write_text("somasi: {minimum: 5.000.000, days: 10, approval: no}\n")
    assert book(folder).policy.somasi == SomasiRules(5_000_000, 3, 10, approval=False)


def test_joint_leave_that_is_worked_through(folder: Path) -> None:
    eve = dt.date(2026, 12, 24)
    assert not book(folder).calendar.is_working(eve)
    (folder / "data/calendar.yaml").write_text("joint_leave: work\n")
    assert book(folder).calendar.is_working(eve)


def test_plans_and_an_invoice_that_is_free_again(folder: Path) -> None:
    path = folder / CUSTOMER
    path.write_text(path.read_text() + PLANS)
    first, second = book(folder).customers[0].plans
    day = dt.date(2026, 11, 5)
    assert first.ended == dt.date(2026, 11, 1)
    assert second == Plan(
        day, dt.date(2026, 11, 19), ("INV/2026/02/001",), 12_500_000, (Instalment(dt.date(2026, 11, 30), 12_500_000),),
        signed=dt.date(2026, 11, 6),
    )  # fmt: skip


def test_other_bytes_are_judged_as_a_part_of_the_whole_book(folder: Path) -> None:
    files, problems = gather(folder)
    assert not problems
    read = reader_of(files, "toko-maju")
    tree, found = read(files.contents[CUSTOMER])
    assert tree["invoices"][0]["number"] == "INV/2026/02/001"
    assert not [each for each in found if each.code != "read-until-missing"]
    assert read(b"- [")[0] is None
    assert "field-missing" in {each.code for each in read(b"name: PT Maju\n")[1]}


def test_caps_and_a_friday_like_every_other_day(folder: Path) -> None:
    (folder / "data/policy.yaml").write_text("caps: {week: 1, call: 1}\ncontact_window: {friday_quiet: no}\n")
    policy = book(folder).policy
    assert policy.caps == Caps(week=1, call=1)
    assert policy.window.friday is None


def test_a_stage_for_larger_sets_only(folder: Path) -> None:
    (folder / "data/policy.yaml").write_text(
        "ladders:\n  standard:\n"
        "    - {stage: due, when: H+1, approach: persuasive, channels: [email], only_if: {amount_from: 5.000.000}}\n"
        "    - {stage: later, when: H+9, approach: persuasive, channels: [email],\n"
        "       only_if: {invoices_from: 2, days_past_due_from: 30}}\n"
    )
    stages = book(folder).policy.ladders["standard"].stages
    assert [each.only_if for each in stages] == [
        Condition(amount_from=5_000_000), Condition(invoices_from=2, days_past_due_from=30),
    ]  # fmt: skip


def test_a_day_that_cannot_be_read_is_not_compared_with_others(folder: Path) -> None:
    (folder / "data/policy.yaml").write_text(
        "ladders:\n  x:\n"
        "    - {stage: one, when: soon, approach: persuasive, channels: [email]}\n"
        "    - {stage: two, when: H+9, approach: persuasive, channels: [email]}\n"
        "    - {stage: three, when: H+7, approach: persuasive, channels: [email]}\n"
    )
    assert [each.code for each in read_book(folder)[1]] == ["timing", "ladder-order"]

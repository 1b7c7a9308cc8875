"""`kit explain`: readable at a hundred columns on every day, in both languages; no names in what a program reads."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from kit.cli.explaining import as_data, as_text
from kit.cli.sayings import Sayings
from kit.cli.session import Session
from kit.domain.cases import cases
from kit.reading.book import read
from tests.books import ROOT, run, story_book
from tests.conftest import Golden

GOLDEN = ROOT / "tests/golden/explain"
#: Sixty days, every fourth from before the first late invoice of the book to long after its own day.
DAYS = tuple(dt.date(2026, 6, 1) + dt.timedelta(4 * n) for n in range(60))


@pytest.fixture(scope="module")
def session() -> Session:
    files, book, _ = read(ROOT)
    assert book is not None
    return Session(ROOT, files, book, DAYS[0], Sayings("en"), DAYS[0])


def on(session: Session, day: dt.date, lang: str) -> Session:
    return Session(session.folder, session.files, session.book, day, Sayings(lang), day)


@pytest.mark.parametrize("customer", ["maju-jaya", "karya-boga", "anugerah-pangan", "rasa-timur", "cahaya-papua"])
def test_the_whole_explanation(golden: Golden, customer: str) -> None:
    golden(GOLDEN / f"{customer}.txt", run("explain", customer, "--book", ROOT, "--lang", "en").stdout)


def test_the_whole_explanation_in_indonesian(golden: Golden) -> None:
    golden(GOLDEN / "sumber-rejeki-id.txt", run("explain", "sumber-rejeki", "--book", ROOT, "--lang", "id").stdout)


def test_what_a_program_reads(golden: Golden) -> None:
    golden(GOLDEN / "maju-jaya.json", run("explain", "maju-jaya", "--book", ROOT, "--json", "--lang", "en").stdout)


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_every_story_is_explained_on_every_day(session: Session, day: dt.date) -> None:
    keys = set()
    for case in cases(session.book, day):
        contact = case.customer.contact
        private = [case.customer.name, contact.name, contact.call_as, contact.formal, contact.email, contact.whatsapp]
        for lang in ("en", "id"):
            there = on(session, day, lang)
            text = as_text(there, case)
            assert max(map(len, text.splitlines())) <= 100
            data = as_data(there, case)
            assert [each for each in private if each and each in data] == []
            found = json.loads(data)
            keys.add(tuple(found))
            for bill in found["invoices"]:
                left = bill["amount"] + sum(row["amount"] for row in bill["charges"])
                assert bill["outstanding"] == left - sum(each["amount"] for each in bill["applied"])
            money = found["unallocated_from"]
            came = money["payments"] + money["credit_notes"] + money["slips"]
            assert found["unallocated"] == came - money["settled"] - money["refunded"]
    assert len(keys) == 1


def test_every_source_is_a_line_of_the_book(session: Session) -> None:
    for case in cases(session.book, session.book.creditor.as_of or DAYS[-1]):
        found = json.loads(as_data(on(session, case.statement.as_of, "en"), case))
        for each in (*found["invoices"], *found["entries"]):
            path, line = each["source"].rsplit(":", 1)
            words = (ROOT / path).read_text(encoding="utf-8").splitlines()[int(line) - 1]
            assert str(each.get("number") or each.get("date") or each.get("amount"))[:4] in words or "- " in words


def test_nobody_who_took_cash_is_named_to_a_program(tmp_path: Path) -> None:
    book = story_book(tmp_path)
    path = book / "data/customers/maju-jaya.yaml"
    told = '\nholds:\n  - {since: 2026-11-20, reason: "Pak Rahasia sakit"}\n'
    path.write_text(path.read_text(encoding="utf-8") + told, encoding="utf-8")
    assert "Pak Rahasia" in run("explain", "maju-jaya", "--book", book, "--lang", "en").stdout
    data = run("explain", "maju-jaya", "--book", book, "--json").stdout
    assert json.loads(data)["reasons"][0]["code"] == "hold-manual"
    assert "Rahasia" not in data


RICH = """
contact: {name: Budi, call_as: Pak Budi, formal: Bapak Budi, whatsapp: 0812-0000-0209}
address: {street: Jalan Melati 5, city: Surabaya, province: Jawa Timur, postcode: "60271"}
invoices:
  - number: INV/2026/0501
    issued: 2026-09-01
    due: 2026-10-01
    amount: 50.000.000
    withholding: {amount: 1.000.000}
    contract:
      number: SPK-1
      late_fee_clause: Pasal 7
      late_fees:
        - {rate: 1 permil, per: day}
        - {amount: 25.000}
  - number: INV/2026/0502
    issued: 2026-11-01
    due: 2026-12-01
    amount: 20.000.000
    discounts: [{percent: 5 %, until: 2026-11-20}]
  - {number: INV/2026/0503, issued: 2026-08-01, due: 2026-08-31, amount: 1.000.000}
payments:
  - {date: 2026-11-10, amount: 19.000.000, for: INV/2026/0502}
slips:
  - {number: "26001", date: 2026-10-05, for: INV/2026/0501, amount: 1.000.000}
write_offs:
  - {date: 2026-11-01, for: INV/2026/0503, amount: 400.000, reason: selisih}
"""


@pytest.fixture
def rich(tmp_path: Path) -> Path:
    book = story_book(tmp_path)
    text = "name: UD Budi\nform: UD\nliable: {name: Budi, position: Pemilik}" + RICH
    (book / "data/customers/budi.yaml").write_text(text, encoding="utf-8")
    return book


@pytest.mark.parametrize("lang", ["en", "id"])
def test_every_column_of_the_statement_adds_up(rich: Path, lang: str) -> None:
    text = run("explain", "budi", "--book", rich, "--lang", lang).stdout
    table = text.split("\n\n")[1].splitlines()
    assert max(map(len, text.splitlines())) <= 100
    heads = ["Fees", "Tax", "Discount", "Written off"] if lang == "en" else ["Denda", "Pajak", "Potongan", "Dihapuskan"]
    assert all(each in table[1] for each in heads)
    rows = [each.split() for each in table if each.startswith("INV")]
    assert len(rows) == 3
    for row in rows:
        amount, charged, paid, withheld, off, lost, left = (int(each.replace(".", "")) for each in row[-7:])
        assert amount + charged - paid - withheld - off - lost == left
    assert [row[-2] for row in rows] == ["400.000", "0", "0"]
    assert [row[-3] for row in rows] == ["0", "0", "1.000.000"]


def test_a_fee_is_cited_where_it_is_written(rich: Path) -> None:
    lines = (rich / "data/customers/budi.yaml").read_text(encoding="utf-8").splitlines()
    found = json.loads(run("explain", "budi", "--book", rich, "--json").stdout)
    bill = next(each for each in found["invoices"] if each["number"] == "INV/2026/0501")
    cited = {lines[int(each["source"].rpartition(":")[2]) - 1].strip() for each in bill["charges"]}
    assert cited == {"- {rate: 1 permil, per: day}", "- {amount: 25.000}"}
    text = run("explain", "budi", "--book", rich).stdout
    for each in bill["charges"]:
        assert f"({each['source']})" in text


def test_a_stage_left_out_by_its_condition_says_by_which_bound(rich: Path) -> None:
    policy = rich / "data/policy.yaml"
    steps = """
ladders:
  standard:
    - {stage: due, when: H+1, approach: persuasive, channels: [whatsapp]}
    - {stage: besar, when: H+2, approach: collaborative, channels: [whatsapp], template: reminder-2,
       only_if: {amount_from: 90.000.000, invoices_from: 3, days_past_due_from: 90}}
"""
    policy.write_text(policy.read_text(encoding="utf-8").split("ladders:")[0] + steps, encoding="utf-8")
    run_ = run("explain", "budi", "--book", rich, "--lang", "en")
    text = " ".join(run_.stdout.split())
    assert "besar INV/2026/0503, INV/2026/0501: left out: what is late does not come up to its condition" in text
    assert "is late, Rp90.000.000 is its least" in text
    assert "the oldest is 84 days late, 90 are its least" in text
    assert "invoices late: 2, at least 3" in text


def test_consent_to_settle_principal_first_is_named_where_fees_stand(tmp_path: Path) -> None:
    book = story_book(tmp_path)
    path = book / "data/customers/citra-boga.yaml"
    told = " ".join(run("explain", path.stem, "--book", book).output.split())
    assert "Rp38.667 of it to charges before principal (1397)" in told
    path.write_text(path.read_text() + "principal_first: {date: 2026-11-10, reference: S-1}\n")
    told = " ".join(run("explain", path.stem, "--book", book).output.split())
    assert "principal first by consent; Rp0 of it to charges" in told
    assert "1397" not in told
